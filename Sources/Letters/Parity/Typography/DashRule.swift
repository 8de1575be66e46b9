import Diagnostics

/// Hyphens that stand for a dash, dashes of several kinds, and dashes or hyphens with a space too many or too few (`Y2`).
struct DashRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let places = letter.places(knowledge) { $0.dashes }
    guard !places.isEmpty else { return [] }
    let rule = DashRule(language: letter.language, habits: DashHabits(letter.ownParagraphs))
    return places.compactMap { paragraph, index in
      rule.finding(at: index, of: paragraph).map { (paragraph.index, $0) }
    }
  }

  private let language: LetterLanguage
  private let habits: DashHabits

  /// The dashes and hyphens of a paragraph of which the letter's habits tell whether they are right.
  static func places(in paragraph: LetterParagraph, _ language: LetterLanguage) -> [Int] {
    let tokens = paragraph.text.tokens
    return tokens.indices.dropFirst(max(1, paragraph.bodyStart)).filter { index in
      guard let mark = tokens[index].dash, index + 1 < tokens.count else { return false }
      let (before, token, next) = (tokens[index - 1], tokens[index], tokens[index + 1])
      guard token.gap != .line, next.gap != .line, joins(before), joins(next) else { return false }
      // Ranges, telephones, dates.
      if before.isNumber, next.isNumber { return false }
      if isEnding(before, token, next, language) { return false }
      guard !token.isApart else { return true }
      return next.isApart
        ? !isSuspended(before, next, at: index, of: paragraph)
        : mark != .hyphen || before.isWord && next.isNumber
    }
  }

  private func finding(at index: Int, of paragraph: LetterParagraph) -> TextFinding? {
    let tokens = paragraph.text.tokens
    guard let mark = tokens[index].dash else { return nil }
    switch (tokens[index].isApart, tokens[index + 1].isApart) {
    case (true, true): return apart(mark, index, of: paragraph)
    case (false, false): return together(mark, index, of: paragraph)
    case (false, true), (true, false): return lopsided(mark, index, of: paragraph)
    }
  }

  /// What a dash may stand next to.
  private static func joins(_ token: TokenizedText.Token) -> Bool {
    switch token.kind {
    case .word, .number, .address: true
    case .mark: ["«", "»", "(", ")", "\"", "“", "”", "„", ",", "%", "№"].contains(token.text)
    }
  }

  /// «АЖ - ға», «6 -бабына»: what Kazakh writes on to figures, abbreviations and names is a matter of its endings.
  private static func isEnding(
    _ before: TokenizedText.Token, _ token: TokenizedText.Token, _ next: TokenizedText.Token,
    _ language: LetterLanguage
  ) -> Bool {
    guard language == .kk, next.isWord, next.isLowercase else { return false }
    guard before.isNumber || before.isAbbreviation || before.kind == .mark || before.isCapitalized
    else { return false }
    return KazakhEndings.contains(next.lowercased)
      || before.isNumber && (!token.isApart || !next.isApart)
  }

  /// «теле- және радиоарналар»: half of a compound whose other half follows.
  private static func isSuspended(
    _ before: TokenizedText.Token, _ next: TokenizedText.Token, at index: Int,
    of paragraph: LetterParagraph
  ) -> Bool {
    if next.isMark(",") { return true }
    guard paragraph.text.tokens[index].dash == .hyphen else { return false }
    return ["и", "или", "либо", "да", "және", "мен", "бен", "пен", "немесе", "не", "әрі"]
      .contains(next.lowercased)
  }

  // MARK: The four ways to stand

  private func apart(
    _ mark: DashKind, _ index: Int, of paragraph: LetterParagraph
  ) -> TextFinding? {
    let tokens = paragraph.text.tokens
    let joined = tokens[index - 1].lowercased + "-" + tokens[index + 1].lowercased
    if tokens[index - 1].isWord, tokens[index + 1].isWord,
      mark == .hyphen && Compounds.contains(joined)
        || mark != .minus && Compounds.isWhole(joined)
        || Compounds.isHalf(tokens[index - 1].lowercased)
        || habits.compounds.contains(joined)
    {
      return compound(index, of: paragraph)
    }
    switch mark {
    case .hyphen, .minus:
      return finding(
        index, of: paragraph,
        Message(
          kk: "сызықша орнына \(mark.name.kk) қойылған", ru: "вместо тире стоит \(mark.name.ru)",
          en: "\(mark.name.en) instead of a dash"), better: dashed(index, of: paragraph))
    case .en, .em, .other:
      guard mark != habits.dash else { return nil }
      return finding(
        index, of: paragraph,
        Message(
          kk: "хатта ұзындығы әртүрлі сызықшалар бар", ru: "в письме тире разной длины",
          en: "the letter has dashes of different lengths"), better: dashed(index, of: paragraph))
    }
  }

  private func together(
    _ mark: DashKind, _ index: Int, of paragraph: LetterParagraph
  ) -> TextFinding? {
    let tokens = paragraph.text.tokens
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    if before.isWord, next.isNumber {
      if mark == .hyphen, isDateRange(index, tokens) { return glued(mark, index, of: paragraph) }
      guard before.isLowercase, before.isCyrillic, before.length > 3, habits.hasWordDashNumber,
        mark != .hyphen || paragraph.hasDash
      else { return nil }
      return glued(mark, index, of: paragraph)
    }
    guard mark != .hyphen, mark != .minus else { return nil }
    if before.isWord, next.isWord {
      let joined = before.lowercased + "-" + next.lowercased
      if habits.compounds.contains(joined) || Compounds.contains(joined) {
        return compound(index, of: paragraph)
      }
      // «Алматы–Астана», «январь–март»
      guard ["далее", "әрі"].contains(before.lowercased) else { return nil }
      return glued(mark, index, of: paragraph)
    }
    if before.isNumber, next.isWord, next.isLowercase, language == .kk {
      // «6–бабына»
      return finding(
        index, of: paragraph,
        Message(
          kk: "дефис орнына сызықша қойылған", ru: "вместо дефиса стоит тире",
          en: "a dash instead of a hyphen"), better: before.text + "-" + next.text)
    }
    guard before.isMark("»") || before.isMark(")") || next.isMark("«") || before.isMark(",") else {
      return nil
    }
    return glued(mark, index, of: paragraph)
  }

  /// «1 қаңтар-20 ақпан», «5 января 2024 года-5 июня 2025 года»: of dates in words the dash has spaces.
  private func isDateRange(_ index: Int, _ tokens: [TokenizedText.Token]) -> Bool {
    guard index > 1, index + 2 < tokens.count, tokens[index + 2].isApart else { return false }
    let word = tokens[index - 1].lowercased
    let isDate =
      Self.isMonth(word) && tokens[index - 2].isNumber
      || ["года", "году", "год", "жыл", "жылғы", "жылдың"].contains(word)
        && tokens[index - 2].isNumber
    return isDate && Self.isMonth(tokens[index + 2].lowercased)
  }

  private static func isMonth(_ word: String) -> Bool {
    KazakhDateForms.month(of: word) != nil
      || RussianCountedPhrase.months.contains { month in
        let stem = month.hasSuffix("ь") || month.hasSuffix("й") ? String(month.dropLast()) : month
        return word.hasPrefix(stem) && word.count <= month.count + 1
      }
  }

  private func lopsided(
    _ mark: DashKind, _ index: Int, of paragraph: LetterParagraph
  ) -> TextFinding? {
    let tokens = paragraph.text.tokens
    let before = tokens[index - 1]
    let next = tokens[index + 1]
    guard !(mark == .minus && next.isNumber && !next.isApart) else { return nil }
    // «-5», and parts of names that hold a hyphen at their end.
    if mark == .hyphen, next.isNumber && !next.isApart && !before.isWord { return nil }
    if mark == .hyphen, before.isMark(",") || before.isMark("(") || next.isMark(")") { return nil }
    if before.isWord, next.isWord {
      let joined = before.lowercased + "-" + next.lowercased
      if habits.compounds.contains(joined) || Compounds.contains(joined) {
        return compound(index, of: paragraph)
      }
    }
    return glued(mark, index, of: paragraph)
  }

  // MARK: Findings

  private func compound(_ index: Int, of paragraph: LetterParagraph) -> TextFinding {
    let tokens = paragraph.text.tokens
    return finding(
      index, of: paragraph,
      Message(
        kk: "күрделі сөз дефиспен, бос орынсыз жазылады",
        ru: "сложное слово пишется через дефис без пробелов",
        en: "a compound is written with a hyphen and without spaces"),
      better: tokens[index - 1].text + "-" + tokens[index + 1].text)
  }

  private func glued(_ mark: DashKind, _ index: Int, of paragraph: LetterParagraph) -> TextFinding {
    finding(
      index, of: paragraph,
      Message(
        kk: "сызықша екі жағынан бос орынмен бөлінеді",
        ru: "тире отделяется пробелами с обеих сторон",
        en: "a dash has a space on both sides"), better: dashed(index, of: paragraph))
  }

  private func dashed(_ index: Int, of paragraph: LetterParagraph) -> String {
    let tokens = paragraph.text.tokens
    let dash = habits.dash == .em ? "—" : "–"
    return "\(tokens[index - 1].text) \(dash) \(tokens[index + 1].text)"
  }

  private func finding(
    _ index: Int, of paragraph: LetterParagraph, _ reason: Message, better: String
  ) -> TextFinding {
    let range = paragraph.text.range((index - 1)...(index + 1))
    let words = paragraph.text.words(in: range)
    return TextFinding(
      "Y2",
      Message(
        kk: "`\(words)`: \(reason.kk)", ru: "`\(words)`: \(reason.ru)",
        en: "`\(words)`: \(reason.en)"), at: range, hint: .write(better))
  }
}

/// The characters that people take for a dash.
enum DashKind: Sendable {
  case hyphen, minus, en, em, other

  var name: Message {
    switch self {
    case .minus: Message(kk: "минус белгісі", ru: "знак минус", en: "a minus sign")
    default: Message(kk: "дефис", ru: "дефис", en: "a hyphen")
    }
  }
}

extension TokenizedText.Token {
  /// What kind of dash the mark is; `nil` for any other.
  var dash: DashKind? {
    switch mark {
    case "-", "\u{2010}", "\u{2011}": return .hyphen
    case "−": return .minus
    case "–": return .en
    case "—": return .em
    case "‒", "―": return .other
    default: return nil
    }
  }
}

extension LetterParagraph {
  /// Whether a dash stands between its words.
  fileprivate var hasDash: Bool {
    body.contains { token in
      guard let dash = token.dash else { return false }
      return token.isApart && dash != .hyphen
    }
  }
}

/// How a letter writes dashes and compounds elsewhere.
struct DashHabits {
  /// The dash that it mostly has.
  private(set) var dash = DashKind.en
  /// Whether it writes «предписания – 66» anywhere.
  private(set) var hasWordDashNumber = false
  /// The words with hyphens, in small letters.
  private(set) var compounds: Set<String> = []

  init(_ paragraphs: [LetterParagraph]) {
    var en = 0
    var em = 0
    for paragraph in paragraphs {
      let tokens = paragraph.text.tokens
      for index in paragraph.text.hyphenated { compounds.insert(tokens[index].lowercased) }
      for index in tokens.indices where tokens[index].kind == .mark {
        let token = tokens[index]
        guard index > paragraph.bodyStart, token.isApart, index + 1 < tokens.count,
          tokens[index + 1].isApart, let kind = token.dash
        else { continue }
        if kind == .en { en += 1 }
        if kind == .em { em += 1 }
        if kind == .en || kind == .em || kind == .hyphen, tokens[index - 1].isWord,
          tokens[index + 1].isNumber
        {
          hasWordDashNumber = true
        }
      }
    }
    if em > en { dash = .em }
  }
}
