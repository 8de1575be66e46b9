import Diagnostics

/// Words with letters of another alphabet that look like the right ones (`Y6`).
struct MixedScriptRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let places = letter.places(knowledge) { $0.strangers }
    guard !places.isEmpty else { return [] }
    let rule = MixedScriptRule(letter, knowledge)
    return places.compactMap { paragraph, index in
      rule.finding(at: index, of: paragraph).map { (paragraph.index, $0) }
    }
  }

  /// The words of a paragraph with letters of another alphabet that may be meant for others.
  static func places(in paragraph: LetterParagraph, _ language: LetterLanguage) -> [Int] {
    let rule = MixedScriptRule(language: language, abbreviations: nil)
    return paragraph.text.tokens.indices.filter { rule.finding(at: $0, of: paragraph) != nil }
  }

  private let language: LetterLanguage
  /// The abbreviations that a word in Latin capitals may be meant for; `nil` where it may be meant for any.
  private let abbreviations: Set<String>?

  private init(language: LetterLanguage, abbreviations: Set<String>?) {
    self.language = language
    self.abbreviations = abbreviations
  }

  private init(_ letter: FinishedLetter, _ knowledge: ParityKnowledge) {
    var abbreviations = knowledge.bodyAbbreviations
    for paragraph in letter.ownParagraphs {
      for token in paragraph.text.tokens where token.isAbbreviation && token.isCyrillic {
        abbreviations.insert(token.text)
      }
    }
    self.init(language: letter.language, abbreviations: abbreviations)
  }

  private func finding(at index: Int, of paragraph: LetterParagraph) -> TextFinding? {
    let token = paragraph.text.tokens[index]
    guard token.isWord, !isSurelyRight(token) else { return nil }
    if let right = corrected(token.text) {
      return finding(token.range, token.text, right)
    }
    if isLoneLetter(at: index, of: paragraph) {
      return finding(token.range, token.text, Self.cyrillic(token.text) ?? token.text)
    }
    return figure(at: index, of: paragraph)
  }

  /// Whether a word is in Cyrillic letters and too long to stand for a letter or figure, so that nothing can be wrong with it.
  private func isSurelyRight(_ token: TokenizedText.Token) -> Bool {
    token.isCyrillic && token.length > 2 && (language == .ru || !token.isStrange)
  }

  private func finding(_ range: Range<Int>, _ word: String, _ right: String) -> TextFinding {
    let strangers = zip(word.unicodeScalars, right.unicodeScalars).filter { $0 != $1 }.map(\.0)
    var seen: [String] = []
    for letter in strangers where !seen.contains(String(letter)) { seen.append(String(letter)) }
    let list = seen.joined(separator: ", ")
    let scripts = Set(strangers.map { $0.script })
    let alphabet =
      switch (scripts.count == 1 ? scripts.first : nil) ?? nil {
      case .latin: Message(kk: "латын", ru: "латинские буквы", en: "Latin letters")
      case .greek: Message(kk: "грек", ru: "греческие буквы", en: "Greek letters")
      case .cyrillic, nil:
        Message(
          kk: "басқа әліпбидің", ru: "буквы другого алфавита", en: "letters of another alphabet")
      }
    return TextFinding(
      "Y6",
      Message(
        kk: "`\(word)`: \(alphabet.kk) әріптері араласқан: `\(list)`",
        ru: "`\(word)`: \(alphabet.ru) среди других: `\(list)`",
        en: "`\(word)`: \(alphabet.en) among the others: `\(list)`"), at: range,
      hint: Message(
        kk: "сөзді қайта теріңіз: `\(right)`", ru: "наберите слово заново: `\(right)`",
        en: "type the word anew: `\(right)`"))
  }

  // MARK: Words

  /// The word as it should be spelled; `nil` if it is.
  private func corrected(_ word: String) -> String? {
    var isWrong = false
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    func close() {
      let text = String(part)
      let right = rightPart(text)
      if right != nil { isWrong = true }
      parts.append(right ?? text)
      part = String.UnicodeScalarView()
    }
    var joints: [String] = []
    for scalar in word.unicodeScalars {
      if scalar.isHyphen {
        close()
        joints.append(String(scalar))
      } else {
        part.append(scalar)
      }
    }
    close()
    guard isWrong else { return nil }
    var result = parts[0]
    for (joint, part) in zip(joints, parts.dropFirst()) { result += joint + part }
    return result
  }

  /// A part of a compound in one alphabet; `nil` if it is.
  private func rightPart(_ part: String) -> String? {
    var latin = 0
    var cyrillic = 0
    var onlyLatin = 0
    var onlyCyrillic = 0
    var switches = 0
    var last: LetterScript?
    var hasStrange = false
    for scalar in part.unicodeScalars {
      guard let script = scalar.script else { continue }
      if let last, last != script { switches += 1 }
      last = script
      if script == .cyrillic {
        cyrillic += 1
        if LookAlikes.latin(for: scalar) == nil { onlyCyrillic += 1 }
        if LookAlikes.kazakh(for: scalar) != nil { hasStrange = true }
      } else {
        latin += 1
        if LookAlikes.cyrillic(for: scalar) == nil || "lrnub".unicodeScalars.contains(scalar) {
          onlyLatin += 1
        }
      }
    }
    if latin == 0 { return hasStrange && language == .kk ? Self.kazakh(part) : nil }
    if cyrillic == 0 {
      guard onlyLatin == 0, latin > 1, let twin = Self.cyrillic(part), twin != part,
        abbreviations?.contains(twin) ?? true
      else { return nil }
      return twin
    }
    // «Facebookке»: an ending that lacks its hyphen.
    if switches == 1, onlyLatin > 1, part.unicodeScalars.first?.script == .latin { return nil }
    if onlyCyrillic >= onlyLatin { return Self.cyrillic(part) }
    return Self.latin(part)
  }

  private static func cyrillic(_ part: String) -> String? {
    var view = String.UnicodeScalarView()
    for scalar in part.unicodeScalars { view.append(LookAlikes.cyrillic(for: scalar) ?? scalar) }
    return String(view)
  }

  private static func latin(_ part: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in part.unicodeScalars { view.append(LookAlikes.latin(for: scalar) ?? scalar) }
    return String(view)
  }

  private static func kazakh(_ part: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in part.unicodeScalars { view.append(LookAlikes.kazakh(for: scalar) ?? scalar) }
    return String(view)
  }

  // MARK: Single letters

  /// «c 2017 года»: a Latin letter for a Russian word of one letter.
  private func isLoneLetter(at index: Int, of paragraph: LetterParagraph) -> Bool {
    let tokens = paragraph.text.tokens
    let token = tokens[index]
    guard language == .ru, token.length == 1,
      ["a", "c", "o", "y", "k", "A", "C", "O", "Y", "K"].contains(token.text),
      let next = paragraph.token(after: index), next.isApart, index == 0 || token.isApart
    else { return false }
    let isFirst = index == 0 || tokens[index - 1].isMark(".")
    guard token.isLowercase || isFirst else { return false }
    return next.isCyrillic || next.isNumber && index > 0 && tokens[index - 1].isCyrillic
      || next.isMark("«")
  }

  private static let figures: [Character: Character] = [
    "О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "l": "1", "I": "1", "І": "1",
  ]

  /// «2О21», «З0»: a letter for a figure within a number.
  private func figure(at index: Int, of paragraph: LetterParagraph) -> TextFinding? {
    let tokens = paragraph.text.tokens
    let token = tokens[index]
    let figures = Self.figures
    guard token.length < 3, token.text.allSatisfy({ figures[$0] != nil }) else { return nil }
    let follows = index > 0 && tokens[index - 1].isNumber && !token.isApart
    let precedes = paragraph.token(after: index).map { $0.isNumber && !$0.isApart } ?? false
    let isWhole = index < 2 || tokens[index - 1].isApart
    guard precedes, follows ? isWhole : index == 0 || token.isApart else { return nil }
    // «О2», «I2» may be names; «З0» is none.
    guard follows || token.text.allSatisfy({ "Зз".contains($0) }) else { return nil }
    let range = paragraph.text.range((follows ? index - 1 : index)...(index + 1))
    let words = paragraph.text.words(in: range)
    return finding(range, words, String(words.map { figures[$0] ?? $0 }))
  }
}
