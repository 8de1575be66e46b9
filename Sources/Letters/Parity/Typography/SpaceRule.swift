import Diagnostics

/// Spaces that are missing, needless or doubled (`Y4`).
enum SpaceRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let places = letter.places(knowledge) { $0.spaces }
    guard !places.isEmpty else { return [] }
    let isJustified = isJustified(letter)
    return places.compactMap { paragraph, index in
      finding(at: index, of: paragraph, letter.language, isJustified: isJustified)
        .map { (paragraph.index, $0) }
    }
  }

  /// The tokens of a paragraph with too many spaces before them or too few, unless a program filled its lines.
  static func places(in paragraph: LetterParagraph, _ language: LetterLanguage) -> [Int] {
    paragraph.text.tokens.indices.dropFirst().filter {
      finding(at: $0, of: paragraph, language, isJustified: false) != nil
    }
  }

  /// Whether a program filled the lines of the text with spaces.
  private static func isJustified(_ letter: FinishedLetter) -> Bool {
    var wide = 0
    var all = 0
    for paragraph in letter.paragraphs where hasRunningText(paragraph) {
      all += paragraph.text.tokens.count
      wide += paragraph.text.tokens.count { $0.gap == .wide }
    }
    return wide > 12 && wide * 30 > all
  }

  /// Whether spaces part words in the paragraph, and do not move them to their place on the page.
  private static func hasRunningText(_ paragraph: LetterParagraph) -> Bool {
    switch paragraph.requisite {
    case .signatory, .number, .mark, .tableRow, .letterhead: false
    default: !paragraph.text.text.holds("___")
    }
  }

  private static func finding(
    at index: Int, of paragraph: LetterParagraph, _ language: LetterLanguage, isJustified: Bool
  ) -> TextFinding? {
    let token = paragraph.text.tokens[index]
    let before = paragraph.text.tokens[index - 1]
    switch token.gap {
    case .line: return nil
    case .none: return missing(between: before, token, at: index, of: paragraph, language)
    case .space, .noBreak, .wide: break
    }
    if closes(token), !isDotOfName(token, at: index, of: paragraph) {
      return needless(
        Message(
          kk: "`\(token.text)` алдындағы бос орын артық", ru: "лишний пробел перед `\(token.text)`",
          en: "needless space before `\(token.text)`"), at: index, of: paragraph)
    }
    if before.isMark("(") || before.isMark("«") || before.isMark("„") {
      return needless(
        Message(
          kk: "`\(before.text)` белгісінен кейінгі бос орын артық",
          ru: "лишний пробел после `\(before.text)`",
          en: "needless space after `\(before.text)`"), at: index, of: paragraph)
    }
    guard token.gap == .wide, !isJustified, index != paragraph.bodyStart,
      hasRunningText(paragraph)
    else { return nil }
    let range = paragraph.text.range((index - 1)...index)
    return TextFinding(
      "Y4",
      Message(
        kk: "`\(paragraph.text.words(in: range))`: бос орын қатарынан екі рет қойылған",
        ru: "`\(paragraph.text.words(in: range))`: два пробела подряд",
        en: "`\(paragraph.text.words(in: range))`: two spaces in a row"), at: range,
      hint: .write(before.text + " " + token.text))
  }

  private static func closes(_ token: TokenizedText.Token) -> Bool {
    guard token.kind == .mark else { return false }
    switch token.mark {
    case ",", ".", ";", ":", "!", "?", ")", "»": return true
    default: return false
    }
  }

  /// «.docx», «.kz», «...»: a full stop that belongs to what follows.
  private static func isDotOfName(
    _ token: TokenizedText.Token, at index: Int, of paragraph: LetterParagraph
  ) -> Bool {
    guard token.text == ".", let next = paragraph.token(after: index), !next.isApart else {
      return false
    }
    return !next.isCyrillic
  }

  private static func needless(
    _ reason: Message, at index: Int, of paragraph: LetterParagraph
  ) -> TextFinding {
    let range = paragraph.text.range((index - 1)...index)
    return finding(
      reason, range,
      better: paragraph.text.tokens[index - 1].text
        + paragraph.text.tokens[index].text, paragraph)
  }

  private static func finding(
    _ reason: Message, _ range: Range<Int>, better: String, _ paragraph: LetterParagraph
  ) -> TextFinding {
    let words = paragraph.text.words(in: range)
    return TextFinding(
      "Y4",
      Message(
        kk: "`\(words)`: \(reason.kk)", ru: "`\(words)`: \(reason.ru)",
        en: "`\(words)`: \(reason.en)"), at: range, hint: .write(better))
  }

  // MARK: Missing spaces

  private static func missing(
    between before: TokenizedText.Token, _ token: TokenizedText.Token, at index: Int,
    of paragraph: LetterParagraph, _ language: LetterLanguage
  ) -> TextFinding? {
    if before.kind == .mark, token.isCyrillic || token.isMark("«"),
      parts(at: index - 1, of: paragraph, language)
    {
      let first = index > 1 && !before.isApart ? index - 2 : index - 1
      let last = token.isWord ? index : min(index + 1, paragraph.text.tokens.count - 1)
      return missing(
        Message(
          kk: "`\(before.text)` белгісінен кейін бос орын жоқ",
          ru: "нет пробела после `\(before.text)`", en: "no space after `\(before.text)`"),
        first...last, before: index, paragraph)
    }
    if token.isNumber, before.isMark(","), !before.isApart, index > 1,
      paragraph.text.tokens[index - 2].isCyrillic, paragraph.text.tokens[index - 2].length > 3
    {
      // «банктерден,838-і»; of «1,838» figures stand on both sides.
      return missing(
        Message(
          kk: "`,` белгісінен кейін бос орын жоқ", ru: "нет пробела после `,`",
          en: "no space after `,`"), (index - 2)...index, before: index, paragraph)
    }
    if token.isMark("("), opensRemark(at: index, of: paragraph) {
      return missing(
        Message(
          kk: "`(` алдында бос орын жоқ", ru: "нет пробела перед `(`", en: "no space before `(`"),
        (index - 1)...(index + 1), before: index, paragraph)
    }
    if token.isMark("«"), before.isWord || before.isNumber, index + 1 < paragraph.text.tokens.count
    {
      return missing(
        Message(
          kk: "`«` алдында бос орын жоқ", ru: "нет пробела перед `«`", en: "no space before `«`"),
        (index - 1)...(index + 1), before: index, paragraph)
    }
    guard isNumberAndWord(before, token, at: index, of: paragraph) else { return nil }
    return missing(
      Message(
        kk: "сан мен сөздің арасында бос орын жоқ", ru: "нет пробела между числом и словом",
        en: "no space between number and word"), (index - 1)...index, before: index, paragraph)
  }

  private static func missing(
    _ reason: Message, _ tokens: ClosedRange<Int>, before index: Int,
    _ paragraph: LetterParagraph
  ) -> TextFinding {
    let range = paragraph.text.range(tokens)
    let start = paragraph.text.tokens[index].range.lowerBound
    let better =
      paragraph.text.words(in: range.lowerBound..<start) + " "
      + paragraph.text.words(in: start..<range.upperBound)
    return finding(reason, range, better: better, paragraph)
  }

  /// Whether a space must follow the mark, a letter or an opening quote being next.
  private static func parts(
    at index: Int, of paragraph: LetterParagraph, _ language: LetterLanguage
  ) -> Bool {
    let tokens = paragraph.text.tokens
    let next = tokens[index + 1]
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    switch tokens[index].mark {
    case ",", ";", "!", "?":
      return !(before.isWord && !before.isCyrillic && next.isWord)
    case ":": return before.kind == .mark || before.isCyrillic && before.length > 1
    case ".": return endsSentence(before, next, isFirst: index == 1)
    case ")":
      return next.isMark("«")
        || !isOptionalEnding(closedAt: index, of: paragraph) && !isEnding(next, language)
    case "»": return next.isWord && !isEnding(next, language)
    default: return false
    }
  }

  private static func isEnding(
    _ word: TokenizedText.Token, _ language: LetterLanguage
  ) -> Bool {
    language == .kk && KazakhEndings.contains(word.lowercased)
  }

  /// Whether the full stop between two words without a space ends a sentence, and is none of an abbreviation or initial.
  private static func endsSentence(
    _ before: TokenizedText.Token, _ next: TokenizedText.Token, isFirst: Bool
  ) -> Bool {
    guard next.isWord else { return before.isCyrillic && before.length > 3 }
    guard next.length > 1 else { return false }
    switch before.kind {
    case .word:
      guard before.isCyrillic, before.length > 2, !abbreviations.contains(before.lowercased) else {
        return false
      }
      return next.isCapitalized || before.length > 3 && next.length > 3
    case .number: return next.isCapitalized && next.length > 2
    case .mark: return next.isCapitalized && (before.text == ")" || before.text == "»")
    case .address: return false
    }
  }

  /// What is written together with the word after it often enough.
  private static let abbreviations: WordSet = [
    "тел", "исп", "моб", "обл", "гор", "стр", "руб", "тыс", "млн", "млрд", "пос", "пер", "орынд",
    "қал", "көш",
    "даң", "ауд", "подп", "просп", "бульв", "факс", "каб", "қаб", "оф", "корп", "мкр", "пгт", "ред",
  ]

  /// «лицо(а)», «ресурс(тар)ға»: an ending in brackets, with what follows it.
  private static func isOptionalEnding(closedAt index: Int, of paragraph: LetterParagraph) -> Bool {
    let tokens = paragraph.text.tokens
    guard let open = tokens[..<index].lastIndex(where: { $0.isMark("(") }) else { return false }
    return open > 0 && !tokens[open].isApart && tokens[open - 1].isWord
  }

  private static func opensRemark(at index: Int, of paragraph: LetterParagraph) -> Bool {
    let tokens = paragraph.text.tokens
    guard index + 2 < tokens.count else { return false }
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    guard before.isCyrillic && before.length > 1 || before.isNumber || before.isMark("»"),
      next.isCyrillic
    else { return false }
    if before.isNumber { return next.length > 1 }
    return !tokens[index + 2].isMark(")") || next.length > 4
  }

  /// «2021жылғы», «статьи6»: no number of a house («97а») and no unit («5кг»).
  private static func isNumberAndWord(
    _ before: TokenizedText.Token, _ token: TokenizedText.Token, at index: Int,
    of paragraph: LetterParagraph
  ) -> Bool {
    func isPlain(_ word: TokenizedText.Token) -> Bool {
      word.isCyrillic && word.isLowercase && word.length > 3
    }
    if before.isNumber, isPlain(token) {
      return index < 2 || before.isApart || paragraph.text.tokens[index - 2].isMark("(")
    }
    return isPlain(before) && token.isNumber && !before.text.contains("-")
  }
}
