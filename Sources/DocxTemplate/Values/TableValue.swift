import Diagnostics
import Jinja

/// A table made of rows of data.
final class TableValue: WordValue {
  enum Content: Sendable {
    case text(String)
    case value(any WordValue)
  }

  struct Cell: Sendable {
    var content: Content
    var alignment: RichText.Alignment?
    /// Six hexadecimal digits.
    var background: String?
    var isBold = false
    /// How many columns the cell takes.
    var columns = 1
  }

  let rows: [[Cell]]
  /// How many rows stand again at the top of each page.
  let headerRows: Int
  /// The widths of the columns; empty where they share what room there is.
  let widths: [EMU]
  let columnCount: Int
  /// The name of a table style of the template.
  let style: String?
  let alignment: RichText.Alignment?

  /// - Precondition: the cells of every row take the same number of columns, and there is a row.
  init(
    _ rows: [[Cell]], headerRows: Int, widths: [EMU], style: String?,
    alignment: RichText.Alignment?
  ) {
    self.rows = rows
    self.headerRows = headerRows
    self.widths = widths
    self.style = style
    self.alignment = alignment
    columnCount = rows.first?.reduce(0) { $0 + $1.columns } ?? 0
  }

  var text: String {
    rows.map { row in row.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
  }

  var items: [Value]? { rows.map { .array($0.map { .string($0.text) }) } }

  func attribute(_ name: String) -> Value? { name == "rows" ? items.map { .array($0) } : nil }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    var markup = WordMarkup(at: site, in: session)
    let columns = columns(in: site.availableWidth ?? session.facts.textWidth)
    markup.start("tbl")
    try writeProperties(columns.reduce(0, +), into: &markup, in: session)
    markup.write("<w:tblGrid>")
    for column in columns { markup.write("<w:gridCol w:w=\"\(column)\"/>") }
    markup.write("</w:tblGrid>")
    for (index, row) in rows.enumerated() {
      markup.write("<w:tr><w:trPr><w:cantSplit/>")
      if index < headerRows { markup.write("<w:tblHeader/>") }
      markup.write("</w:trPr>")
      var column = 0
      for cell in row {
        let width = columns[column..<column + cell.columns].reduce(0, +)
        column += cell.columns
        var cell = cell
        if index < headerRows { cell.isBold = true }
        try cell.write(width: width, into: &markup, at: site, in: session)
      }
      markup.write("</w:tr>")
    }
    markup.end("tbl")
    return .blocks(markup.bytes)
  }

  /// The widths of the columns in twips.
  private func columns(in available: EMU) -> [Int] {
    guard widths.isEmpty else { return widths.map { max($0.twips, 1) } }
    let room = max(available.twips, columnCount)
    return (0..<columnCount).map { room * ($0 + 1) / columnCount - room * $0 / columnCount }
  }

  private func writeProperties(
    _ width: Int, into markup: inout WordMarkup, in session: RenderSession
  ) throws(Fault) {
    markup.write("<w:tblPr>")
    var id = session.facts.style("Table Grid", .table)
    if let style { id = try session.style(style, .table) }
    if let id { markup.write("<w:tblStyle w:val=\"\(WordMarkup.attribute(id))\"/>") }
    markup.write("<w:tblW w:w=\"\(width)\" w:type=\"dxa\"/>")
    if let alignment, alignment != .justify {
      let value = alignment.value(isStrict: session.namespaces.isStrict)
      markup.write("<w:jc w:val=\"\(value)\"/>")
    }
    if id == nil {
      let sides = session.namespaces.isStrict ? ["start", "end"] : ["left", "right"]
      markup.write("<w:tblBorders>")
      for side in ["top", sides[0], "bottom", sides[1], "insideH", "insideV"] {
        markup.write("<w:\(side) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
      }
      markup.write("</w:tblBorders>")
    }
    if !widths.isEmpty { markup.write("<w:tblLayout w:type=\"fixed\"/>") }
    let look =
      session.namespaces.isStrict
      ? " w:firstRow=\"\(headerRows > 0 ? 1 : 0)\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\""
      : " w:val=\"\(headerRows > 0 ? "0420" : "0400")\""
    markup.write("<w:tblLook\(look)/></w:tblPr>")
  }
}

extension TableValue.Cell {
  var text: String {
    switch content {
    case .text(let text): text
    case .value(let value): value.text
    }
  }

  /// The space that Word leaves free on both sides of a cell's text together, in twips.
  private static let margins = 216

  func write(
    width: Int, into markup: inout WordMarkup, at site: InsertionSite, in session: RenderSession
  ) throws(Fault) {
    markup.write("<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>")
    if columns > 1 { markup.write("<w:gridSpan w:val=\"\(columns)\"/>") }
    if let background {
      markup.write("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"\(background)\"/>")
    }
    markup.write("</w:tcPr>")
    var site = site
    site.paragraphProperties = properties(like: site, in: session)
    site.availableWidth = EMU(twips: max(width - Self.margins, 1))
    if isBold {
      var properties = RunProperties(site.runProperties)
      properties.set(RunProperty("b"))
      properties.set(RunProperty("bCs"))
      site.runProperties = properties.serialized()
    }
    try writeContent(into: &markup, at: site, in: session)
    markup.write("</w:tc>")
  }

  /// Of the paragraph around the table a cell keeps the style; its indents and spacing are not those of a table.
  private func properties(like site: InsertionSite, in session: RenderSession) -> [UInt8] {
    var properties = ParagraphProperties([])
    properties.set("spacing", attributes: " w:before=\"0\" w:after=\"0\"")
    let names = session.namespaces.isStrict ? ["start", "end"] : ["left", "right"]
    properties.set(
      "ind", attributes: " w:\(names[0])=\"0\" w:\(names[1])=\"0\" w:firstLine=\"0\"")
    let alignment = alignment ?? .left
    properties.set("jc", alignment.value(isStrict: session.namespaces.isStrict))
    return properties.serialized()
  }

  private func writeContent(
    into markup: inout WordMarkup, at site: InsertionSite, in session: RenderSession
  ) throws(Fault) {
    let runProperties = RunProperties(site.runProperties).serialized()
    var content = InsertedContent.runs([])
    switch self.content {
    case .text(let text):
      var run = markup.empty
      run.write(run: text, runProperties)
      content = .runs(run.bytes)
    case .value(let value): content = try value.content(at: site, in: session)
    }
    switch content {
    case .blocks(let blocks):
      markup.write(blocks)
      // A cell ends with a paragraph (ECMA-376 part 1, §17.4.65).
      if !blocks.suffix(6).elementsEqual("</w:p>".utf8) { markup.write("<w:p></w:p>") }
    case .runs(let runs):
      markup.write("<w:p>")
      markup.write(site.paragraphProperties)
      markup.write(runs)
      markup.write("</w:p>")
    case .inRun(let content):
      markup.write("<w:p>")
      markup.write(site.paragraphProperties)
      markup.start("r")
      markup.write(runProperties)
      markup.write(content)
      markup.write("</w:r></w:p>")
    }
  }
}
