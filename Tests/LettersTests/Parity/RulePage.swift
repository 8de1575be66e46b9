import Testing

/// A page of `docs/rules`: the wrong and right examples that it shows of each rule.
struct RulePage {
  /// A row of a table.
  struct Example: Hashable, CustomTestStringConvertible {
    let rule: String
    let isWrong: Bool
    /// The paragraphs in each language, without marks; none where the row does not show the language.
    let kk: Letter
    let ru: Letter

    var testDescription: String {
      "\(rule) \(isWrong ? "wrong" : "right"): \(kk.paragraphs.first ?? ru.paragraphs.first ?? "")"
    }
  }

  /// What a cell shows of a letter.
  struct Letter: Hashable {
    var paragraphs: [String] = []
    /// The words in bold, in their order.
    var marked: [String] = []
  }

  private(set) var rules: [String] = []
  private(set) var examples: [Example] = []
  /// What cannot be read as an example, so that none is left out unseen.
  private(set) var unread: [String] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      if line.hasPrefix("### ") {
        rules.append(String(line.dropFirst(4).prefix { $0 != " " }))
      } else if line.hasPrefix("|") {
        read(row: line)
      }
    }
  }

  private mutating func read(row: Substring) {
    let cells = row.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    guard cells.count == 3, row.hasSuffix("|"), let rule = rules.last else {
      unread.append(String(row))
      return
    }
    let verdict = cells[0].split(separator: " ").first ?? ""
    switch verdict {
    case "Қате", "Неверно", "Дұрыс", "Верно":
      let isWrong = verdict == "Қате" || verdict == "Неверно"
      let example = Example(
        rule: rule, isWrong: isWrong, kk: Self.letter(cells[1]), ru: Self.letter(cells[2]))
      examples.append(example)
      let marks = example.kk.marked.count + example.ru.marked.count
      if isWrong != (marks > 0) { unread.append(String(row)) }
    case "", "---": break
    default: unread.append(String(row))
    }
  }

  private static func letter(_ cell: Substring) -> Letter {
    var letter = Letter()
    var cell = cell
    while cell.last == " " { cell.removeLast() }
    for paragraph in cell.replacing("&nbsp;", with: "\u{A0}").split(separator: "<br>") {
      let parts = paragraph.split(separator: "**", omittingEmptySubsequences: false)
      letter.paragraphs.append(parts.joined())
      for index in parts.indices where index % 2 == 1 { letter.marked.append(String(parts[index])) }
    }
    return letter
  }
}
