public import Letters
public import OfficePackage
import WordprocessingML
import XML

/// A period report as a page for a browser: one file without programs or links, with the text and the tables of the
/// document and its charts drawn.
public struct PeriodReportPage {
  private let language: LetterLanguage
  private var body = ""
  private var title = ""
  private var charts = 0
  private var tables = 0

  /// The page of a finished report.
  ///
  /// - Parameters:
  ///   - docx: the report, as ``LetterKind`` has rendered it.
  ///   - language: the language in which it is written.
  /// - Returns: the file.
  /// - Throws: `OfficePackageError` for what is no document.
  public static func html(
    of docx: [UInt8], in language: LetterLanguage
  ) throws(OfficePackageError) -> String {
    let document = try WordDocument(try OfficePackage(reading: docx))
    var options = TextOptions()
    options.hasSoftHyphens = true
    var page = PeriodReportPage(language: language)
    page.write(document.textBlocks(options), document.charts())
    return page.file
  }

  private init(language: LetterLanguage) { self.language = language }

  // MARK: Blocks

  private mutating func write(
    _ blocks: [TextBlock], _ charts: [Int: [WordDocument.PlacedChart]]
  ) {
    var rest = blocks[...]
    while let block = rest.first {
      if !block.cells.isEmpty {
        let rows = rest.prefix { !$0.cells.isEmpty }
        rest = rest.dropFirst(rows.count)
        write(table: Array(rows))
        continue
      }
      rest = rest.dropFirst()
      for chart in charts[block.paragraph] ?? [] { write(chart) }
      let text = block.line
      guard !text.isEmpty else { continue }
      let isBeforeTable = rest.first.map { !$0.cells.isEmpty } ?? false
      if block.style == "heading 1" {
        title = title.isEmpty ? text : title
        body += "<h1>\(Self.escaped(text))</h1>\n"
      } else if isBeforeTable, text.hasSuffix(":") {
        body += "<h2 id=\"t\(tables + 1)\">\(Self.escaped(String(text.dropLast())))</h2>\n"
      } else {
        let kind = block.style == "Registration" ? " class=\"span\"" : ""
        body += "<p\(kind)>\(Self.escaped(text))</p>\n"
      }
    }
  }

  private mutating func write(table rows: [TextBlock]) {
    let cells = rows.map {
      $0.text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    // A single row holds a signature, not numbers.
    guard rows.count > 1 else {
      body += "<p class=\"signature\">"
      body += cells[0].map { "<span>\(Self.escaped($0))</span>" }.joined() + "</p>\n"
      return
    }
    tables += 1
    body += "<div class=\"table\"><table aria-labelledby=\"t\(tables)\">\n<thead><tr>"
    body += cells[0].map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    body += "</tr></thead>\n<tbody>\n"
    for row in cells.dropFirst() {
      let isTotal = row.first.map(isTotal) ?? false
      body += isTotal ? "<tr class=\"total\">" : "<tr>"
      for (index, cell) in row.enumerated() {
        body +=
          index == 0
          ? "<th scope=\"row\">\(Self.escaped(cell))</th>" : "<td>\(Self.escaped(cell))</td>"
      }
      body += "</tr>\n"
    }
    body += "</tbody></table></div>\n"
  }

  private func isTotal(_ label: String) -> Bool {
    let word = language == .kk ? "барлығы" : "всего"
    return label.lowercased().hasSuffix(word)
  }

  private mutating func write(_ placed: WordDocument.PlacedChart) {
    charts += 1
    let forms = [("wide", 720), ("narrow", 340)].map { name, width in
      placed.chart.svg(
        width: width, isLying: name == "narrow", id: "c\(charts)-\(name)",
        description: placed.alternativeText,
        font: name == "wide" ? 13 : 14
      ).replacing("<svg ", with: "<svg class=\"\(name)\" ", maxReplacements: 1)
    }
    body += "<figure>" + forms.joined() + "</figure>\n"
  }

  // MARK: File

  private var file: String {
    """
    <!DOCTYPE html>
    <html lang="\(language == .kk ? "kk-KZ" : "ru-RU")">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Self.escaped(title))</title>
    <style>
    \(Self.styleSheet)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }

  private static func escaped(_ text: String) -> String {
    XMLEscaping.text(text).replacing("\n", with: "<br>")
  }

  private static let styleSheet = """
    :root{color-scheme:light dark;--ink:#1b1d21;--paper:#fff;--rule:#b9bec6;--shade:#f0f3f7}
    @media screen and (prefers-color-scheme:dark){
    :root{--ink:#e6e8eb;--paper:#15171b;--rule:#4b515b;--shade:#22262d}
    rect[fill="#1F3864"]{fill:#2d52a0}
    }
    body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Liberation Sans",Arial,system-ui,sans-serif}
    main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 3rem;overflow-wrap:break-word}
    h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}
    h2{font-size:1.1rem;line-height:1.3;margin:2rem 0 .6rem}
    p{margin:.8rem 0}
    .span{color:inherit;opacity:.8;margin:0 0 1.5rem}
    .table{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.3;font-variant-numeric:tabular-nums}
    th,td{border-bottom:1px solid var(--rule);padding:.35rem .5rem;text-align:right;vertical-align:bottom}
    thead th{border-bottom-width:2px;background:var(--shade);font-weight:600;hyphens:manual}
    th:first-child{text-align:left}
    tbody th{font-weight:400}
    .total th,.total td{font-weight:700;border-top:2px solid var(--rule)}
    figure{margin:1.2rem 0 0;break-inside:avoid}
    svg{display:block;width:100%;height:auto;font-family:inherit}
    .narrow{display:none}
    .signature{display:flex;justify-content:space-between;gap:2rem;font-weight:700;margin-top:2.5rem}
    @media (max-width:35rem){
    table{font-size:.8rem}
    th,td{padding:.3rem .25rem}
    .wide{display:none}
    .narrow{display:block;max-width:26rem;margin:0 auto}
    }
    @media (max-width:26rem){
    main{padding:1rem .7rem 2rem}
    table{font-size:.7rem}
    th,td{padding:.25rem .12rem}
    }
    @media print{
    @page{margin:2cm 1.5cm}
    body{font-size:11pt}
    main{max-width:none;padding:0}
    h1,h2{break-after:avoid}
    tr{break-inside:avoid}
    thead{display:table-header-group}
    *{print-color-adjust:exact}
    }
    """
}
