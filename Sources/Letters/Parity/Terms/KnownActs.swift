/// The acts whose titles are known, by what they are called.
struct KnownActs: Sendable {
  /// A known act with its title's words in small letters.
  struct Entry: Sendable {
    let act: Act
    let words: [LetterLanguage: [String]]
  }

  let entries: [Entry]
  private let byTitle: [LetterLanguage: [String: [Int]]]

  init(_ reference: ReferenceData) {
    let own = reference.acts.values
    let acts =
      own
      + reference.laws.values.filter { law in
        !own.contains { $0.number == law.number && $0.date == law.date }
      }
    var entries: [Entry] = []
    var byTitle: [LetterLanguage: [String: [Int]]] = [:]
    for act in acts.sorted(by: { $0.id < $1.id }) {
      var words: [LetterLanguage: [String]] = [:]
      for language in LetterLanguage.allCases {
        let title = Self.words(TokenizedText(act.title[language]).tokens)
        words[language] = title
        byTitle[language, default: [:]][title.joined(separator: " "), default: []]
          .append(entries.count)
        // «(Салық кодексі)» at the end of a title may be left out.
        let short = Self.words(
          TokenizedText(act.title[language]).tokens.prefix { !$0.isMark("(") })
        if short != title, !act.title[language].hasPrefix("(") {
          byTitle[language, default: [:]][short.joined(separator: " "), default: []]
            .append(entries.count)
        }
      }
      entries.append(Entry(act: act, words: words))
    }
    self.entries = entries
    self.byTitle = byTitle
  }

  /// The acts of exactly this title.
  func acts(titled words: [String], _ language: LetterLanguage) -> [Act] {
    (byTitle[language]?[words.joined(separator: " ")] ?? []).map { entries[$0].act }
  }

  /// The words of a title in small letters, with е for ё and letters of one script: slips of other rules are none here.
  static func words(_ tokens: some Sequence<TokenizedText.Token>) -> [String] {
    tokens.filter { $0.kind == .word || $0.kind == .number }.map { token in
      guard token.lowercased.unicodeScalars.contains(where: { $0.value > 0x400 }) else {
        return token.lowercased
      }
      return String(
        String.UnicodeScalarView(
          token.lowercased.unicodeScalars.map { scalar in
            switch scalar {
            case "ё": "е"
            case "ə": "ә"
            case "i": "і"
            case "a": "а"
            case "e": "е"
            case "o": "о"
            case "p": "р"
            case "c": "с"
            case "x": "х"
            case "y": "у"
            default: scalar
            }
          }))
    }
  }

  /// A number of an act as it is compared: Latin numerals, no mark of the register.
  static func number(_ text: String) -> String {
    let letters: [Character: Character] = ["І": "I", "Х": "X", "М": "M", "С": "C", "V": "V"]
    return String(text.uppercased().map { letters[$0] ?? $0 })
  }

  /// Whether two numbers are one; «219» may stand for «219-III».
  static func isSameNumber(_ left: String, _ right: String) -> Bool {
    let (left, right) = (number(left), number(right))
    if left == right { return true }
    func isShort(_ short: String, of long: String) -> Bool {
      long.hasPrefix(short + "-") && !short.contains("-")
    }
    return isShort(left, of: right) || isShort(right, of: left)
  }
}
