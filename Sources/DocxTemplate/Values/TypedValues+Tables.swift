import Diagnostics
import JSON
import Jinja

extension TypedValues {
  mutating func link(_ object: inout TypedObject) -> LinkValue? {
    let isGiven = object.member("url") != nil
    if !isGiven { missing(["url"], in: object) }
    let address = address("url", of: &object)
    let text = string("text", of: &object) ?? object.json["url"]?.string
    guard let address, let text else { return nil }
    return LinkValue(text.isEmpty ? address.text : text, to: address)
  }

  mutating func pageBreak(_ object: inout TypedObject) -> BreakValue? {
    BreakValue(choice("kind", of: &object, as: BreakValue.Kind.self) ?? .page)
  }

  mutating func listing(_ object: inout TypedObject) -> ListingValue? {
    let text = string("text", of: &object, allowing: ["\u{7}", "\u{C}"])
    let items = list("items", of: &object)
    let form = choice("as", of: &object, as: ListingValue.Form.self) ?? .lines
    let style = string("paragraphStyle", of: &object)
    guard (object.member("text") == nil) != (object.member("items") == nil) else {
      missing(["items", "text"], in: object)
      return nil
    }
    if style != nil, form == .lines {
      unfit(
        "paragraphStyle", of: object,
        Message(
          kk: "абзац стилі тек `\"as\": \"paragraphs\"` болғанда беріледі",
          ru: "стиль абзаца задаётся только при `\"as\": \"paragraphs\"`",
          en: "a paragraph style goes with `\"as\": \"paragraphs\"` only"))
    }
    guard let items else { return text.map { ListingValue(text: $0) } }
    let path = object.path(of: "items")
    let texts = items.enumerated().compactMap { self.text($1, at: "\(path)[\($0)]") }
    return ListingValue(texts, form: form, style: style)
  }

  mutating func table(_ object: inout TypedObject) -> TableValue? {
    let style = string("style", of: &object)
    let alignment = choice("align", of: &object, as: RichText.Alignment.self)
    let columns = alignments(&object)
    let widthsPath = object.path(of: "widths")
    let widths = (list("widths", of: &object) ?? []).enumerated()
      .compactMap { length($1, at: "\(widthsPath)[\($0)]") }
    let rows = list("rows", of: &object)
    let header = count("header", of: &object, in: 0...(rows?.count ?? Int.max)) ?? 0
    guard let rows else {
      if object.member("rows") == nil { missing(["rows"], in: object) }
      return nil
    }
    var read: [[TableValue.Cell]] = []
    for (index, row) in rows.enumerated() {
      let path = "\(object.path(of: "rows"))[\(index)]"
      guard let cells = self.row(row, at: path, alignments: columns) else { continue }
      read.append(cells)
    }
    guard let first = read.first else {
      unfit(
        "rows", of: object, Message(kk: "тізім бос", ru: "список пуст", en: "the list is empty"))
      return nil
    }
    let due = first.reduce(0) { $0 + $1.columns }
    for (index, row) in read.enumerated() {
      let count = row.reduce(0) { $0 + $1.columns }
      if count != due { reportCount(count, due, at: "\(object.path(of: "rows"))[\(index)]") }
    }
    // Word knows no more columns than this.
    if due > 63 { reportCount(due, 63, at: "\(object.path(of: "rows"))[0]") }
    if !widths.isEmpty, widths.count != due { reportCount(widths.count, due, at: widthsPath) }
    return TableValue(
      read, headerRows: header, widths: widths, style: style, alignment: alignment)
  }

  private mutating func alignments(_ object: inout TypedObject) -> [RichText.Alignment] {
    guard let columns = list("columns", of: &object) else { return [] }
    let path = object.path(of: "columns")
    return columns.enumerated().compactMap { index, json in
      var wrapper = TypedObject(.object([JSON.Member("[\(index)]", json)]), path: path)
      return choice("[\(index)]", of: &wrapper, as: RichText.Alignment.self)
    }
  }

  private mutating func reportCount(_ found: Int, _ due: Int, at path: String) {
    report(
      "V104", path,
      Message(
        kk: "баған саны сәйкес емес: керегі – \(due), берілгені – \(found)",
        ru: "число столбцов не совпадает: нужно – \(due), дано – \(found)",
        en: "the number of columns does not agree: expected \(due), found \(found)"))
  }

  private mutating func row(
    _ json: JSON, at path: String, alignments: [RichText.Alignment]
  ) -> [TableValue.Cell]? {
    guard case .array(let cells) = json else {
      report("V103", path, .wrongType(.list, json))
      return nil
    }
    guard !cells.isEmpty else {
      report("V104", path, Message(kk: "тізім бос", ru: "список пуст", en: "the list is empty"))
      return nil
    }
    var read: [TableValue.Cell] = []
    var column = 0
    for (index, json) in cells.enumerated() {
      var cell = cell(json, at: "\(path)[\(index)]")
      if cell.alignment == nil, alignments.indices.contains(column) {
        cell.alignment = alignments[column]
      }
      column += cell.columns
      read.append(cell)
    }
    return read
  }

  /// A text, a typed value, or an object that says more of the cell.
  private mutating func cell(_ json: JSON, at path: String) -> TableValue.Cell {
    guard case .object = json, json[Self.typeName] == nil else {
      return TableValue.Cell(content: cellContent(json, at: path))
    }
    var object = TypedObject(json, path: path)
    let content = object.member("value").map { cellContent($0, at: object.path(of: "value")) }
    var cell = TableValue.Cell(content: content ?? .text(""))
    cell.alignment = choice("align", of: &object, as: RichText.Alignment.self)
    cell.background = color("background", of: &object)
    cell.isBold = truth("bold", of: &object) ?? false
    cell.columns = count("columns", of: &object, in: 1...63) ?? 1
    close(object)
    return cell
  }

  private mutating func cellContent(_ json: JSON, at path: String) -> TableValue.Content {
    switch json {
    case .null: return .text("")
    case .bool: return .text(Value(json).text)
    case .object where json[Self.typeName] != nil:
      return typed(json, at: path).map { .value($0) } ?? .text("")
    default: return .text(text(json, at: path) ?? "")
    }
  }
}
