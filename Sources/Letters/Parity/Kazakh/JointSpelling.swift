import Diagnostics
import Language

/// Y5 on Kazakh text: endings apart from their word, hyphens that are missing and hyphens where none belongs.
enum JointSpelling {
  static func findings(
    in paragraph: LetterParagraph, of language: LetterLanguage, _ knowledge: ParityKnowledge
  ) -> [TextFinding] {
    let check = JointCheck(text: paragraph.text, lexicon: knowledge.lexicons.kazakh)
    return paragraph.text.tokens.indices.dropFirst(paragraph.bodyStart).compactMap(check.finding)
  }
}

/// Looks at how the token at an index is joined to what stands before it.
private struct JointCheck {
  let text: TokenizedText
  let lexicon: ReadingLexicon

  private var tokens: [TokenizedText.Token] { text.tokens }

  func finding(at index: Int) -> TextFinding? {
    guard tokens[index].kind == .word else { return nil }
    return hyphenedNumber(index) ?? apart(index) ?? unhyphened(index) ?? hyphenedWord(index)
  }

  // MARK: A space where none belongs

  /// «АЖ - ға», «6 - бабына», «АЖ ға», «Заң ға».
  private func apart(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    guard index > 0 else { return nil }
    let dash = tokens[index - 1]
    if index > 1, dash.isHyphen || dash.isMark("–") || dash.isMark("—"),
      dash.gap != .none || token.gap != .none, dash.gap != .line, token.gap != .line,
      let start = base(endingAt: index - 2)
    {
      let isNumber = tokens[index - 2].kind == .number
      let ending = token.lowercased
      if isNumber, isNumbered(ending), dash.isHyphen || dash.gap == .none || token.gap == .none {
        return joined(start, index, by: "-", ending)
      }
      guard EndingTable.isEnding(ending), !Self.words.contains(ending), !token.isCapitalized,
        dash.isHyphen || Self.isolated.contains(ending)
      else { return nil }
      return joined(start, index, by: "-", ending)
    }
    let ending = token.lowercased
    guard token.gap != .none, token.gap != .line else { return nil }
    if Self.isolated.contains(ending) {
      if let start = base(endingAt: index - 1) { return joined(start, index, by: "-", ending) }
      guard dash.kind == .word, dash.text.unicodeScalars.count > 2 else { return nil }
      return joined(index - 1, index, by: "", ending)
    }
    // «257 сі»: after a number an ending is nothing else.
    guard dash.kind == .number || dash.isMark("%"), token.gap != .wide, !token.isCapitalized,
      EndingTable.isEnding(ending), !Self.words.contains(ending), !Self.particles.contains(ending),
      lexicon[ending] == nil, !isRespond(index), let start = text.start(ofBase: index - 1)
    else { return nil }
    return joined(start, index, by: "-", ending)
  }

  /// «318 ден қою құжаты»: a word of its own, as in «назарға ден қою».
  private func isRespond(_ index: Int) -> Bool {
    tokens[index].lowercased == "ден" && index + 1 < tokens.count
      && tokens[index + 1].lowercased.hasPrefix("қо")
  }

  /// The first token of the figure, abbreviation, Latin name or quotation that ends at `end`.
  private func base(endingAt end: Int) -> Int? {
    let token = tokens[end]
    guard token.kind == .word else { return text.start(ofBase: end) }
    return isSpelledOut(token) ? end : nil
  }

  /// An abbreviation or a Latin name, whose endings follow a hyphen.
  private func isSpelledOut(_ token: TokenizedText.Token) -> Bool {
    if token.isAbbreviation { return KazakhReading.isRoman(token.text) == false }
    return token.text.unicodeScalars.allSatisfy { $0.isLatin || $0.isHyphen }
  }

  /// Endings that are no words: apart they are always wrong.
  private static let isolated: WordSet = [
    "ға", "ге", "қа", "ке", "ның", "нің", "дың", "дің", "тың", "тің", "дағы", "дегі",
    "нда", "нде", "ндағы", "ндегі", "ларға", "лерге", "лардың", "лердің", "тардың", "тердің",
    "дардың", "дердің",
    "ларда", "лерде", "ларды", "лерді",
  ]

  /// Endings that are also words.
  private static let words: WordSet = [
    "мен", "бен", "пен", "не", "на", "тар", "тер", "сын", "тың", "тағы", "тегі", "лар",
  ]

  /// Words that ask or add, spelled as endings are.
  private static let particles: WordSet = ["да", "де", "та", "те", "нан", "дар", "тан", "лай"]

  // MARK: No hyphen where one belongs

  /// «2534ке», «6бабына», «50%ке», «Facebook»ке.
  private func unhyphened(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    guard index > 0, token.gap == .none, tokens[index - 1].kind != .word,
      tokens[index - 1].kind != .address, let start = text.start(ofBase: index - 1)
    else { return abbreviation(index) ?? article(index) }
    let ending = token.lowercased
    let isNumber = tokens[index - 1].kind == .number
    guard
      EndingTable.isEnding(ending)
        // Of single letters only what makes «5-і» of a number: «5а» is a name.
        && (ending.unicodeScalars.count > 1 || isNumber && (ending == "ы" || ending == "і"))
        && !Self.words.contains(ending) && lexicon[ending]?.kind != .unit
        || isNumber && isNumbered(ending)
    else { return nil }
    return joined(start, index, by: "-", ending)
  }

  /// «ІІМге», «Instagramға».
  private func abbreviation(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    let beginning = token.text.unicodeScalars.prefix(2)
    guard let first = beginning.first, let second = beginning.last,
      first.isLatin || first.properties.isUppercase && second.properties.isUppercase
    else { return nil }
    let scalars = Array(token.text.unicodeScalars)
    guard scalars.count > 3, lexicon[token.text] == nil else { return nil }
    let isLatin = first.isLatin
    let cut = scalars.prefix { isLatin ? $0.isLatin : $0.properties.isUppercase }.count
    guard cut > 1, cut < scalars.count - 1 else { return nil }
    let ending = String(String.UnicodeScalarView(scalars[cut...]))
    let base = String(String.UnicodeScalarView(scalars[..<cut]))
    guard ending.unicodeScalars.allSatisfy({ $0.properties.isLowercase && $0.value >= 0x400 }),
      EndingTable.isEnding(ending)
    else { return nil }
    return finding(at: token.range, right: form(base, ending, by: "-"))
  }

  /// «Заңының 6 бабына»: a number that names an article takes a hyphen.
  private func article(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    guard index > 1, token.gap != .none, tokens[index - 1].kind == .number,
      tokens[index - 1].gap != .none,
      ["бабы", "тармағы", "бөлігі"].contains(where: token.lowercased.hasPrefix),
      isGenitive(before: index - 1)
    else { return nil }
    return joined(index - 1, index, by: "-", token.lowercased)
  }

  private func isGenitive(before index: Int) -> Bool {
    var place = index - 1
    if tokens[place].isMark(")") {
      guard let start = tokens[..<place].lastIndex(where: { $0.isMark("(") }), start > 0 else {
        return false
      }
      place = start - 1
    }
    return tokens[place].kind == .word && tokens[place].lowercased.isGenitive
  }

  // MARK: A hyphen where none belongs

  /// «2021-жылғы», «15-желтоқсан», «№ 84-бұйрық».
  private func hyphenedNumber(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    guard index > 1, tokens[index - 1].isHyphen, tokens[index - 2].kind == .number else {
      return nil
    }
    let isTight = token.gap == .none && tokens[index - 1].gap == .none
    let number = tokens[index - 2]
    let word = token.lowercased
    let isYear =
      number.text.utf8.count == 4 && word.hasPrefix("жыл") && !word.hasPrefix("жылда")
      || number.text.utf8.count == 4 && ["жылдан", "жылда", "жылдағы"].contains(word)
    let isDay =
      number.text.utf8.count < 3 && (Int(number.text) ?? 0) <= 31
      && KazakhDateForms.month(of: word) != nil
    if isYear || isDay {
      return joined(index - 2, index, by: " ", word)
    }
    guard isTight, index > 2, tokens[index - 3].isMark("№"), !token.isCapitalized,
      !EndingTable.isEnding(word), KazakhNounForm(word, lexicon) != nil
    else { return nil }
    return finding(
      at: text.range((index - 3)...index), right: "№ \(number.text) \(token.text)")
  }

  /// «XXI-ғасыр», «Заң-ға».
  private func hyphenedWord(_ index: Int) -> TextFinding? {
    let token = tokens[index]
    let scalars = token.text.unicodeScalars
    guard let cut = scalars.lastIndex(where: { $0.isHyphen }) else { return nil }
    let base = String(scalars[..<cut])
    let rest = String(scalars[scalars.index(after: cut)...])
    if KazakhReading.isRoman(base), ["ғасыр", "тоқсан", "жарты"].contains(where: rest.hasPrefix) {
      return finding(at: token.range, right: base + " " + rest)
    }
    guard
      Self.isolated.contains(rest)
        || ["ды", "ді", "ты", "ті", "дан", "ден", "тен", "нен"].contains(rest),
      !base.unicodeScalars.contains(where: { $0.isHyphen }), base.unicodeScalars.count > 2,
      KazakhStem(base, lexicon: lexicon).kind == .word,
      base.unicodeScalars.allSatisfy({ $0.value >= 0x400 })
    else { return nil }
    return finding(
      at: token.range, right: form(base, rest, by: ""),
      severity: token.isCapitalized && index > 0 ? .warning : .error)
  }

  // MARK: Findings

  private func joined(
    _ start: Int, _ end: Int, by joint: String, _ ending: String
  ) -> TextFinding {
    let last = tokens[end - 1].kind == .mark && !tokens[end - 1].isClosingOfBase ? end - 2 : end - 1
    let base = text.words(in: text.range(start...last))
    return finding(at: text.range(start...end), right: form(base, ending, by: joint))
  }

  /// The base with the ending that it takes, where the one that is written is another form of it.
  private func form(_ base: String, _ ending: String, by joint: String) -> String {
    let stem = KazakhStem(base, lexicon: lexicon)
    let meanings = joint == " " ? [] : EndingTable.meanings(of: ending)
    let forms = meanings.map { Kazakh.acceptedForms($0, of: stem, lexicon: lexicon) }
    if forms.contains(where: { $0.contains(base + joint + ending) }) {
      return base + joint + ending
    }
    return forms.first { !$0.isEmpty }?.first ?? base + joint + ending
  }

  private func finding(
    at range: Range<Int>, right: String, severity: Severity = .error
  ) -> TextFinding {
    let words = text.words(in: range)
    return TextFinding(
      "Y5",
      Message(
        kk: "жалғау дұрыс қосылмаған: `\(words)`", ru: "окончание присоединено неверно: `\(words)`",
        en: "the ending is joined wrongly: `\(words)`"), severity: severity, at: range,
      hint: .write(right))
  }

  /// Whether a word in small letters is a form of what a number names with a hyphen: бабына, тармағының.
  private func isNumbered(_ word: String) -> Bool {
    Self.articles.contains { word.hasPrefix($0) }
  }

  private static let articles = [
    "бап", "баб", "тармақ", "тармағ", "бөлік", "бөліг", "тарау", "параграф", "қосымша", "абзац",
  ]
}

extension TokenizedText.Token {
  /// A mark that belongs to the figure or quotation before an ending.
  fileprivate var isClosingOfBase: Bool {
    ["»", "”", "“", "\"", "%", "‰", "°", "$", "€", "₸", "₽"].contains(text)
  }
}

extension KazakhReading {
  /// Whether a text is a Roman numeral of a century or a quarter, in Latin or Cyrillic letters.
  static func isRoman(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy { ["I", "V", "X", "І", "Х"].contains($0) }
  }
}
