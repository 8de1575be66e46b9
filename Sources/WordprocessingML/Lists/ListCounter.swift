/// A list item's label, and what separates it from the text.
struct ListLabel: Hashable, Sendable {
  var text: String
  var suffix = LabelSuffix.tab

  static let none = ListLabel(text: "")
}

/// Counts the items of a document's lists in reading order.
struct ListCounter {
  private let numbering: Numbering
  /// The document's language.
  private let language: String?
  /// Numbers reached, by definition and level.
  private var numbers: [String: [Int: Int]] = [:]
  private var started: Set<String> = []

  init(_ document: WordDocument) {
    numbering = document.numbering
    language = document.styles.language
  }

  /// Whether no item of any list was counted.
  var isUnused: Bool { numbers.isEmpty && started.isEmpty }

  /// The label of the next item of `list` at `level`, such as `2.1)` or `–`; empty where it has none.
  mutating func label(of list: String, level index: Int) -> ListLabel {
    guard let level = numbering.level(index, of: list), let key = numbering.abstract(of: list)
    else { return .none }
    if numbering.restarts(list, at: index), started.insert("\(list)/\(index)").inserted {
      numbers[key]?[index] = nil
    }
    numbers[key, default: [:]][index] = (numbers[key]?[index]).map { $0 + 1 } ?? level.start
    // An item below a level that has none yet counts as the first of that level, which its label shows.
    for higher in 0..<max(index, 0) where numbers[key]?[higher] == nil {
      if let start = numbering.level(higher, of: list)?.start { numbers[key]?[higher] = start }
    }
    for deeper in numbers[key, default: [:]].keys where deeper > index {
      let restartsAfter = numbering.level(deeper, of: list)?.restartsAfter
      if restartsAfter != 0, index < restartsAfter ?? deeper { numbers[key]?[deeper] = nil }
    }
    let text = level.format == .bullet ? Self.bullet(of: level) : text(of: level, list, key)
    return ListLabel(text: text, suffix: level.suffix)
  }

  private func text(of level: Numbering.Level, _ list: String, _ key: String) -> String {
    var label = ""
    /// A pattern may show one number many times.
    var shown: [Int: String] = [:]
    var rest = level.text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit)
      else {
        label.append(character)
        continue
      }
      rest = rest.dropFirst()
      if let text = shown[digit] {
        label += text
        continue
      }
      let other = numbering.level(digit - 1, of: list)
      let number = numbers[key]?[digit - 1] ?? other?.start ?? 1
      let format = level.isLegal ? legal(other?.format) : other?.format ?? .decimal
      let text = format.text(of: number, in: level.language ?? language)
      label += text
      shown[digit] = text
    }
    return label
  }

  /// Legal numbering turns letters and Roman numerals into decimals.
  private func legal(_ format: NumberFormat?) -> NumberFormat {
    if case .padded = format { format ?? .decimal } else { .decimal }
  }

  /// Symbol fonts draw bullets in place of letters or from the private use area, which other fonts show as letters or boxes; the hollow bullet is a letter that looks like one.
  private static func bullet(of level: Numbering.Level) -> String {
    guard !level.text.isEmpty else { return "" }
    if level.isInSymbolFont { return "•" }
    if level.text == "o" { return "◦" }
    return level.text.unicodeScalars.allSatisfy { (0xE000...0xF8FF).contains($0.value) }
      ? "•" : level.text
  }
}
