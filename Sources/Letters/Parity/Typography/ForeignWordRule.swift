import Diagnostics

/// Words of the other language (`Y8`).
struct ForeignWordRule {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    switch paragraph.requisite {
    case .letterhead, .mark, .number: return []
    default: return ForeignWordRule(language, paragraph, knowledge).findings()
    }
  }

  private let language: LetterLanguage
  private let paragraph: LetterParagraph
  /// What each token tells of its language.
  private let signs: [Sign]

  private enum Sign {
    /// Surely of the letter's language.
    case own
    /// Surely of the other.
    case foreign
    /// A form that only the other has, which beside another such is surely of it.
    case strange
    /// A word of either.
    case unsure
    /// No word, or a name.
    case none
  }

  private init(
    _ language: LetterLanguage, _ paragraph: LetterParagraph, _ knowledge: ParityKnowledge
  ) {
    self.language = language
    self.paragraph = paragraph
    var signs: [Sign] = []
    var quoted = 0
    let tokens = paragraph.text.tokens
    for (index, token) in tokens.enumerated() {
      if token.isMark("«") || token.isMark("„") { quoted += 1 }
      if token.isMark("»") || token.isMark("“") { quoted = max(0, quoted - 1) }
      signs.append(quoted > 0 ? .none : Self.sign(of: index, tokens, language, paragraph))
    }
    if language == .kk { Self.addForms(to: &signs, tokens, knowledge) }
    self.signs = signs
  }

  /// «страницы пользователей»: words that no list has, but that stand in forms of Russian side by side.
  private static func addForms(
    to signs: inout [Sign], _ tokens: [TokenizedText.Token], _ knowledge: ParityKnowledge
  ) {
    guard let checker = knowledge.spelling else { return }
    func isPossible(_ index: Int) -> Bool {
      guard signs.indices.contains(index) else { return false }
      return switch signs[index] {
      case .foreign, .strange: true
      case .unsure: tokens[index].isLowercase && tokens[index].length > 4
      default: false
      }
    }
    for index in tokens.indices where isPossible(index) {
      guard case .unsure = signs[index], isPossible(index - 1) || isPossible(index + 1),
        checker.isRussianForm(tokens[index].lowercased, knowledge.lexicons.reader)
      else { continue }
      signs[index] = .strange
    }
    // «сайты-зеркала»: of a compound each half tells, and two are enough.
    for index in tokens.indices {
      guard case .unsure = signs[index], tokens[index].isLowercase,
        isCompound(tokens[index].lowercased, knowledge, checker)
      else { continue }
      signs[index] = .foreign
    }
    let strange = signs
    func isForeign(_ index: Int) -> Bool {
      strange.indices.contains(index) && (strange[index] == .strange || strange[index] == .foreign)
    }
    for index in signs.indices where signs[index] == .strange {
      signs[index] = isForeign(index - 1) || isForeign(index + 1) ? .foreign : .unsure
    }
  }

  /// Whether both halves of a word with a hyphen are words of Russian, and the last in a form that Kazakh does not make.
  private static func isCompound(
    _ word: String, _ knowledge: ParityKnowledge, _ checker: SpellChecker
  ) -> Bool {
    let parts = word.split(separator: "-").map(String.init)
    guard parts.count == 2, parts.allSatisfy({ $0.unicodeScalars.count > 3 }) else { return false }
    return checker.isRussianForm(parts[1], knowledge.lexicons.reader)
      && checker.accepts(parts[0], in: .ru)
  }

  private static func sign(
    of index: Int, _ tokens: [TokenizedText.Token], _ language: LetterLanguage,
    _ paragraph: LetterParagraph
  ) -> Sign {
    let token = tokens[index]
    guard token.isCyrillic, !isInitial(index, tokens) else { return .none }
    // «в) …» labels an item.
    if index == 0, token.length == 1, tokens.count > 1, tokens[1].isMark(")") { return .none }
    // «№ ҚР ДСМ-44»
    if index > 0, tokens[index - 1].isMark("№") { return .none }
    if token.isCapitalized {
      if LanguageSigns.isForeignName(token.lowercased, in: language) {
        return index > 0 && tokens[index - 1].isCapitalized ? .none : .foreign
      }
      let isFirst =
        index == 0 || index > 1 && tokens[index - 1].isMark(".") && tokens[index - 2].length > 2
      if isFirst, language == .ru, paragraph.requisite == .signatory,
        positions.contains(token.lowercased)
      {
        return .foreign
      }
      guard isFirst, language == .kk || requisites.contains(token.lowercased) else { return .none }
    }
    let isKazakh = LanguageSigns.isKazakh(token.lowercased)
    let isRussian = !isKazakh && LanguageSigns.isRussian(token.lowercased)
    switch language {
    case .kk: return isRussian ? .foreign : isKazakh ? .own : .unsure
    case .ru:
      // A patronymic: «Серік Болат ұлы».
      if isKazakh, ["ұлы", "қызы"].contains(token.lowercased) { return .none }
      return isKazakh ? .foreign : isRussian ? .own : .unsure
    }
  }

  private static func isInitial(_ index: Int, _ tokens: [TokenizedText.Token]) -> Bool {
    tokens[index].length < 3 && tokens[index].isCapitalized && index + 1 < tokens.count
      && tokens[index + 1].isMark(".")
  }

  /// Kazakh words that begin requisites, and are no names for all their capitals.
  private static let requisites: WordSet = [
    "орындаған", "орындаушы", "қосымша", "құрметті", "сонымен", "осыған", "қазіргі", "сондай-ақ",
    "бұл", "осы",
  ]

  /// Positions that stand before the name of who signs, where every word has a capital.
  private static let positions: WordSet = [
    "төраға", "төрағасы", "төрағаның", "төрайым", "басшы", "басшысы", "басшының", "бастық",
    "бастығы",
    "орынбасары", "хатшы", "хатшысы", "міндетін", "меңгерушісі", "бөлім", "басқарма",
    "басқармасының",
  ]

  private func findings() -> [TextFinding] {
    var found: [TextFinding] = []
    var index = 0
    while index < signs.count {
      guard signs[index] == .foreign else {
        index += 1
        continue
      }
      var last = index
      var next = index + 1
      while next < signs.count, signs[next] != .own {
        if signs[next] == .foreign { last = next }
        next += 1
      }
      let first = start(of: index)
      found.append(finding(first...end(of: last)))
      index = next
    }
    return found
  }

  /// Words before and behind of which it cannot be told belong to it only where the whole paragraph has none of its own.
  private func start(of index: Int) -> Int {
    isWholly ? (signs.firstIndex { $0 != .none } ?? index) : index
  }

  private func end(of index: Int) -> Int {
    isWholly ? (signs.lastIndex { $0 != .none } ?? index) : index
  }

  private var isWholly: Bool {
    !signs.contains(.own) && signs.count { $0 == .foreign } > 2
  }

  private func finding(_ tokens: ClosedRange<Int>) -> TextFinding {
    let range = paragraph.text.range(tokens)
    let words = paragraph.text.words(in: range)
    let short = words.count > 80 ? words.prefix(77) + "…" : Substring(words)
    return TextFinding(
      "Y8",
      language == .kk
        ? Message(
          kk: "`\(short)`: қазақша хатта орысша сөз қалған",
          ru: "`\(short)`: по-русски в казахском письме",
          en: "`\(short)`: Russian in the Kazakh letter")
        : Message(
          kk: "`\(short)`: орысша хатта қазақша сөз қалған",
          ru: "`\(short)`: по-казахски в русском письме",
          en: "`\(short)`: Kazakh in the Russian letter"), at: range,
      hint: Message(kk: "аударыңыз", ru: "переведите", en: "translate it"))
  }
}
