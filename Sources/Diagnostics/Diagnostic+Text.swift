extension Diagnostic {
  /// The diagnostic as lines for a terminal: where, what, the words themselves with a caret, a hint.
  ///
  ///     kk.docx (word/document.xml): 12-абзац: қате E106: белгісіз сүзгі: `upperr`
  ///       | Құрметті {{ name | upperr }}!
  ///       |                    ^^^^^^
  ///       = мүмкін, `upper`?
  public func rendered(in language: MessageLanguage) -> String {
    var lines: [String] = []
    let label = severity.label[language]
    let location = places.first.map { $0.location(in: language) } ?? ""
    lines.append(location + "\(label) \(rule): \(message[language])")
    if let first = places.first { lines += first.excerptLines }
    for place in places.dropFirst() {
      lines.append("  " + Message.also[language] + place.location(in: language).dropLast(2))
      lines += place.excerptLines
    }
    if let hint { lines.append("  = " + hint[language]) }
    if let allowed { lines.append("  = " + Message.allowed[language] + allowed) }
    return lines.joined(separator: "\n")
  }
}

extension Severity {
  /// The word for it: `error`, `warning`.
  public var label: Message {
    switch self {
    case .error: Message(kk: "қате", ru: "ошибка", en: "error")
    case .warning: Message(kk: "ескерту", ru: "предупреждение", en: "warning")
    }
  }
}

extension Message {
  /// What stands before the reason for which a finding is allowed.
  public static let allowed = Message(
    kk: "рұқсат етілген: ", ru: "допущено: ", en: "allowed: ")

  /// What stands before each further place.
  public static let also = Message(
    kk: "сондай-ақ мұнда: ", ru: "см. также: ", en: "see also: ")
}

extension Place {
  /// The file, part, paragraph or line, each followed by a colon and a space.
  func location(in language: MessageLanguage) -> String {
    var location = ""
    if let file { location += file }
    if let part { location += " (\(part))" }
    if let line {
      location += (location.isEmpty ? "" : ":") + "\(line)" + (column.map { ":\($0)" } ?? "")
    }
    if !location.isEmpty { location += ": " }
    if let position = position(in: language) { location += position + ": " }
    if let block, paragraph == nil { location += "\(block): " }
    return location
  }

  /// The paragraph, the heading above it and its cell, as they are counted in the document; `nil` without a paragraph.
  ///
  ///     paragraph 20, under “Payments”, table 2, row 3, column 1
  public func position(in language: MessageLanguage) -> String? {
    guard let paragraph else { return nil }
    var words: [String] = []
    switch language {
    case .kk:
      words.append("\(paragraph)-абзац")
      if let heading { words.append("«\(Self.shortened(heading))» тақырыбының астында") }
      if let cell {
        words += ["\(cell.table)-кесте", "\(cell.row)-жол", "\(cell.column)-баған"]
      }
    case .ru:
      words.append("абзац \(paragraph)")
      if let heading { words.append("под заголовком «\(Self.shortened(heading))»") }
      if let cell {
        words += ["таблица \(cell.table)", "строка \(cell.row)", "столбец \(cell.column)"]
      }
    case .en:
      words.append("paragraph \(paragraph)")
      if let heading { words.append("under “\(Self.shortened(heading))”") }
      if let cell {
        words += ["table \(cell.table)", "row \(cell.row)", "column \(cell.column)"]
      }
    }
    return words.joined(separator: ", ")
  }

  /// A heading on one line, of which the first words are enough to find it.
  private static func shortened(_ heading: String) -> String {
    let words = heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 60 ? words.prefix(60) + "…" : words
  }

  /// The excerpt around the marked words, and a line of carets under them.
  ///
  /// A paragraph may be a page long: what stands around the place is enough, and no more is looked at.
  var excerptLines: [String] {
    guard !excerpt.isEmpty else { return [] }
    let bytes = excerpt.utf8
    func index(_ offset: Int) -> String.Index {
      bytes.index(bytes.startIndex, offsetBy: min(offset, bytes.count))
    }
    func visible(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      String(
        String.UnicodeScalarView(
          scalars.map { $0.properties.isWhitespace || $0.value < 0x20 ? " " : $0 }))
    }
    let scalars = excerpt.unicodeScalars
    var before = scalars[..<index(marked.lowerBound)].suffix(61)
    let isCut = before.count > 60
    if isCut { before = before.suffix(40) }
    let words = scalars[index(marked.lowerBound)..<index(marked.upperBound)]
    var after = scalars[index(marked.upperBound)...].prefix(51)
    let isCutAfter = after.count > 50
    if isCutAfter { after = after.prefix(50) }
    let lead = isCut ? "… " : ""
    let text = visible(before) + visible(words) + visible(after)
    var lines = ["  | " + lead + text + (isCutAfter ? " …" : "")]
    if !words.isEmpty {
      // A letter with an accent is one column, however many scalars it is written with.
      let indent = String(repeating: " ", count: lead.count + visible(before).count)
      let carets = String(repeating: "^", count: visible(words).count)
      lines.append("  | " + indent + carets)
    }
    return lines
  }
}
