public import CivilDates
public import Diagnostics

extension PairReport {
  /// The report as one page of HTML that needs nothing else: a summary, the findings, and the two letters side by side with the words marked.
  ///
  /// The page tells `day` as the one on which the letters were compared.
  ///
  /// - Complexity: that of aligning the letters, and linear in the letters and the findings.
  public func page(in language: MessageLanguage, day: CivilDate) -> String {
    var page = ReportPage(self, language)
    return page.written(day: day)
  }
}

/// Writes the page of one report.
struct ReportPage {
  private let report: PairReport
  private let language: MessageLanguage
  private let places: [LetterLanguage: LetterPlaces]
  /// The marks of each paragraph.
  private var marks: [LetterLanguage: [Int: [Mark]]] = [:]
  private var html = ""

  /// A place of a finding, where it is in a paragraph.
  private struct Mark {
    let finding: Int
    let place: Int
    let range: Range<Int>

    var id: String { "p\(finding + 1)-\(place + 1)" }
  }

  init(_ report: PairReport, _ language: MessageLanguage) {
    self.report = report
    self.language = language
    places = [.kk: LetterPlaces(report.kk.letter), .ru: LetterPlaces(report.ru.letter)]
  }

  mutating func written(day: CivilDate) -> String {
    for (number, finding) in report.findings.enumerated() {
      for (index, place) in finding.places.enumerated() {
        guard let version = place.language.flatMap({ LetterLanguage(rawValue: $0) }),
          let (paragraph, range) = places[version]?.location(of: place)
        else { continue }
        marks[version, default: [:]][paragraph, default: []]
          .append(Mark(finding: number, place: index, range: range))
      }
    }
    let title = Words.title[language]
    html = """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>\(escaped(title)): \(escaped(report.files.map(Self.name).joined(separator: ", ")))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(escaped(title))</h1>
      <dl>

      """
    for (version, file) in zip(LetterLanguage.allCases, report.files) {
      html += "<dt>\(escaped(version.name[language]))</dt><dd>\(escaped(file))</dd>\n"
    }
    html += "<dt>\(escaped(Words.day[language]))</dt><dd>\(written(day))</dd>\n</dl>\n</header>\n"
    summary()
    findings()
    letters()
    html += "</body>\n</html>\n"
    return html
  }

  private func written(_ day: CivilDate) -> String {
    guard language != .en else { return day.iso }
    let (number, month) = (String(day.day), String(day.month))
    let two = { (text: String) in text.utf8.count < 2 ? "0" + text : text }
    return "\(two(number)).\(two(month)).\(day.year)"
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  // MARK: Summary

  private mutating func summary() {
    html += "<section class=\"summary\">\n"
    guard !report.findings.isEmpty else {
      html += "<p class=\"clean\">\(escaped(Words.clean[language]))</p>\n</section>\n"
      return
    }
    html += "<table>\n<tr><th></th><th>\(escaped(Words.errors[language]))</th>"
    html += "<th>\(escaped(Words.warnings[language]))</th>"
    html += "<th>\(escaped(Words.allowed[language]))</th></tr>\n"
    func row(_ name: String, _ findings: [Diagnostic], _ element: String) -> String {
      let counts = [
        findings.count { $0.severity == .error },
        findings.count { $0.severity == .warning && $0.allowed == nil },
        findings.count { $0.allowed != nil },
      ]
      let cells = counts.map { "<td>\($0 == 0 ? "–" : String($0))</td>" }.joined()
      return "<tr\(element)><th>\(escaped(name))</th>\(cells)</tr>\n"
    }
    for group in CheckedRule.Group.allCases {
      let own = report.findings.filter { CheckedRule(id: $0.rule)?.group == group }
      if !own.isEmpty { html += row(group.name[language], own, "") }
    }
    html += row(Words.total[language], report.findings, " class=\"total\"")
    html += "</table>\n</section>\n"
  }

  // MARK: Findings

  private mutating func findings() {
    guard !report.findings.isEmpty else { return }
    html += "<section class=\"findings\">\n<h2>\(escaped(Words.findings[language]))</h2>\n<ol>\n"
    for (number, finding) in report.findings.enumerated() {
      html += "<li id=\"f\(number + 1)\" class=\"\(Self.kind(of: finding))\">"
      html += message(of: finding)
      html += "<ul>\n"
      for (index, place) in finding.places.enumerated() {
        let version = place.language.flatMap { LetterLanguage(rawValue: $0) }
        let position = [version?.name[language], place.requisitePosition(in: language)]
          .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        let isInLetter = version.map { places[$0]?.location(of: place) != nil } ?? false
        html += "<li>"
        html +=
          isInLetter
          ? "<a href=\"#p\(number + 1)-\(index + 1)\">\(escaped(position))</a>" : escaped(position)
        if !place.text.isEmpty {
          let words = place.text.count > 120 ? place.text.prefix(119) + "…" : place.text
          html +=
            ": <q\(version.map { " lang=\"\($0.rawValue)\"" } ?? "")>"
            + "\(escaped(Message.quotation(words, in: language)))</q>"
        }
        html += "</li>\n"
      }
      html += "</ul></li>\n"
    }
    html += "</ol>\n</section>\n"
  }

  private static func kind(of finding: Diagnostic) -> String {
    finding.allowed != nil ? "allowed" : finding.severity.rawValue
  }

  private func message(of finding: Diagnostic) -> String {
    var text = "<p><b class=\"rule\">\(escaped(finding.rule))</b> "
    text += coded(finding.message[language])
    if let hint = finding.hint {
      text += " <span class=\"hint\">→ \(coded(hint[language]))</span>"
    }
    if let allowed = finding.allowed {
      text += " <span class=\"reason\">\(escaped(Message.allowed[language] + allowed))</span>"
    }
    return text + "</p>\n"
  }

  // MARK: Letters

  private mutating func letters() {
    html += "<section class=\"letters\">\n<h2>\(escaped(Words.letters[language]))</h2>\n"
    html += "<div class=\"row head\">"
    for version in LetterLanguage.allCases {
      html += "<div>\(escaped(version.name[language]))</div>"
    }
    html += "</div>\n"
    for block in report.rows {
      let isText = [.text, .listItem].contains(block.requisite)
      html += "<div class=\"row\(isText ? "" : " lines")\">\n"
      if block.requisite != .text {
        html += "<div class=\"label\">\(escaped(block.requisite.name[language]))</div>\n"
      }
      for version in LetterLanguage.allCases {
        html += "<div lang=\"\(version.rawValue)\">\n"
        for paragraph in block[version] { write(paragraph, version) }
        html += "</div>\n"
      }
      notes(of: block)
      html += "</div>\n"
    }
    html += "</section>\n"
  }

  /// A paragraph with its marks, each a link to its finding.
  private mutating func write(_ paragraph: LetterParagraph, _ version: LetterLanguage) {
    let marks = marks[version]?[paragraph.index] ?? []
    html += "<p>"
    let typed = paragraph.text.text.hasPrefix(paragraph.label)
    if !paragraph.label.isEmpty, !typed {
      html += "<span class=\"number\">\(escaped(paragraph.label))</span> "
    }
    // Marks without words stand in front of the paragraph that they are about.
    for mark in marks where mark.range.isEmpty { html += badge(mark, id: mark.id) }
    let spans = marks.filter { !$0.range.isEmpty }
    let length = paragraph.text.text.utf8.count
    let cuts = Set(spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] })
      .union([0, length]).sorted()
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let words = escaped(paragraph.text.words(in: start..<end))
      let covering = spans.filter { $0.range.lowerBound <= start && end <= $0.range.upperBound }
      // Of several the narrowest says most about these words.
      guard let mark = covering.min(by: { $0.range.count < $1.range.count }) else {
        html += words
        continue
      }
      for other in covering where other.range.lowerBound == start && other.id != mark.id {
        html += "<span id=\"\(other.id)\"></span>"
      }
      let id = mark.range.lowerBound == start ? " id=\"\(mark.id)\"" : ""
      let kind = Self.kind(of: report.findings[mark.finding])
      html += "<a class=\"mark \(kind)\"\(id) href=\"#f\(mark.finding + 1)\">\(words)</a>"
      for ending in spans where ending.range.upperBound == end { html += badge(ending, id: nil) }
    }
    html += "</p>\n"
  }

  private func badge(_ mark: Mark, id: String?) -> String {
    let finding = report.findings[mark.finding]
    return "<a class=\"badge \(Self.kind(of: finding))\"\(id.map { " id=\"\($0)\"" } ?? "")"
      + " href=\"#f\(mark.finding + 1)\">\(escaped(finding.rule))</a>"
  }

  /// What was found in a block, below it.
  private mutating func notes(of block: AlignedBlock) {
    var numbers: Set<Int> = []
    for version in LetterLanguage.allCases {
      for paragraph in block[version] {
        for mark in marks[version]?[paragraph.index] ?? [] { numbers.insert(mark.finding) }
      }
    }
    guard !numbers.isEmpty else { return }
    html += "<div class=\"notes\">\n"
    for number in numbers.sorted() {
      let finding = report.findings[number]
      html += "<div class=\"note \(Self.kind(of: finding))\">"
      html += "<a class=\"back\" href=\"#f\(number + 1)\">\(number + 1)</a>"
      html += message(of: finding) + "</div>\n"
    }
    html += "</div>\n"
  }

  // MARK: Text

  /// A message, whose words in backticks are quotations from the letters.
  private func coded(_ message: String) -> String {
    message.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0 % 2 == 0 ? escaped($1) : "<span class=\"words\">\(escaped($1))</span>" }.joined()
  }

  private func escaped(_ text: some StringProtocol) -> String {
    var html = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\n": html += "<br>"
      case "\t": html += "<span class=\"tab\"></span>"
      // What turns the direction of the text around would hide what a letter says.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": html += "�"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): html += "�"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}

extension PairReport {
  /// The blocks of the two letters in their order, the letterheads first.
  var rows: [AlignedBlock] {
    let heads = AlignedBlock(
      requisite: .letterhead,
      kk: kk.letter.paragraphs.filter { $0.requisite == .letterhead },
      ru: ru.letter.paragraphs.filter { $0.requisite == .letterhead })
    return (heads.kk.isEmpty && heads.ru.isEmpty ? [] : [heads])
      + AlignedLetters(kk: kk.letter, ru: ru.letter).blocks
  }
}

/// What the page itself says.
private enum Words {
  static let title = Message(
    kk: "Хаттың екі түпнұсқасын салыстыру", ru: "Сверка двух подлинников письма",
    en: "The two originals of a letter, compared")
  static let day = Message(kk: "салыстырылған күні", ru: "дата сверки", en: "compared on")
  static let clean = Message(
    kk: "Екі түпнұсқа сәйкес: ескертпе жоқ.", ru: "Подлинники совпадают: замечаний нет.",
    en: "The two originals agree: nothing was found.")
  static let errors = Message(kk: "қате", ru: "ошибки", en: "errors")
  static let warnings = Message(kk: "ескерту", ru: "предупреждения", en: "warnings")
  static let allowed = Message(kk: "рұқсат етілген", ru: "допущено", en: "allowed")
  static let total = Message(kk: "Барлығы", ru: "Всего", en: "All")
  static let findings = Message(kk: "Ескертпелер", ru: "Замечания", en: "What was found")
  static let letters = Message(kk: "Екі мәтін", ru: "Оба текста", en: "The two texts")
}
