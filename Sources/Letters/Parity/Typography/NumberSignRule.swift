import Diagnostics

/// The number sign, and the space behind it (`Y3`).
enum NumberSignRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let places = letter.places(knowledge) { $0.numberSigns }
    let keepsTogether = places.contains { paragraph, index in
      isSign(index, paragraph) && paragraph.token(after: index)?.gap == .noBreak
    }
    return places.compactMap { paragraph, index in
      finding(at: index, of: paragraph, keepsTogether: keepsTogether).map { (paragraph.index, $0) }
    } + InitialsRule.findings(in: letter, knowledge)
  }

  /// The number signs of a paragraph, and what may stand for one.
  static func places(in paragraph: LetterParagraph) -> [Int] {
    paragraph.text.tokens.indices.filter {
      isSign($0, paragraph) || isStranger(paragraph.text.tokens[$0])
    }
  }

  private static func isSign(_ index: Int, _ paragraph: LetterParagraph) -> Bool {
    paragraph.text.tokens[index].isMark("№")
  }

  private static func finding(
    at index: Int, of paragraph: LetterParagraph, keepsTogether: Bool
  ) -> TextFinding? {
    let tokens = paragraph.text.tokens
    guard let next = paragraph.token(after: index) else { return nil }
    guard isSign(index, paragraph) else { return stranger(at: index, of: paragraph) }
    guard next.isNumber || next.isWord || next.kind == .address else { return nil }
    let range = tokens[index].range.lowerBound..<end(of: index + 1, tokens)
    let words = paragraph.text.words(in: range)
    let number = paragraph.text.words(in: next.range.lowerBound..<range.upperBound)
    switch next.gap {
    case .none:
      return TextFinding(
        "Y3",
        Message(
          kk: "`\(words)`: `№` белгісінен кейін бос орын жоқ",
          ru: "`\(words)`: нет пробела после `№`", en: "`\(words)`: no space after `№`"),
        at: range, hint: .write("№\u{A0}" + number))
    case .space where keepsTogether && !paragraph.isCut(before: index + 1):
      return TextFinding(
        "Y3",
        Message(
          kk: "`\(words)`: хаттың басқа жерінде `№` белгісінен кейін үзілмейтін бос орын тұр",
          ru: "`\(words)`: в других местах письма после `№` стоит неразрывный пробел",
          en: "`\(words)`: elsewhere the letter has a no-break space after `№`"), at: range,
        hint: Message(
          kk: "үзілмейтін бос орын қойыңыз (Ctrl+Shift+бос орын)",
          ru: "поставьте неразрывный пробел (Ctrl+Shift+пробел)",
          en: "put a no-break space (Ctrl+Shift+Space)"))
    default: return nil
    }
  }

  /// The end of a number that goes on with hyphens, slashes and letters: «ДС-343», «04-12/1120-И».
  private static func end(of index: Int, _ tokens: [TokenizedText.Token]) -> Int {
    var last = index
    while last + 1 < tokens.count, !tokens[last + 1].isApart,
      tokens[last + 1].kind != .mark || ["-", "/", "–", "\u{2011}"].contains(tokens[last + 1].text)
    {
      last += 1
    }
    return tokens[last].range.upperBound
  }

  private static func isStranger(_ token: TokenizedText.Token) -> Bool {
    token.isWord && token.length < 3 && ["N", "No", "Nо", "Nº"].contains(token.text)
  }

  /// «N 84», «No 84», «Nº 84» for «№ 84».
  private static func stranger(at index: Int, of paragraph: LetterParagraph) -> TextFinding? {
    let tokens = paragraph.text.tokens
    let token = tokens[index]
    guard isStranger(token) else { return nil }
    var number = index + 1
    if tokens[number].isMark("º") || tokens[number].isMark("°") || tokens[number].isMark(".") {
      number += 1
    }
    guard number < tokens.count else { return nil }
    let isReference =
      tokens[number].isWord && tokens[number].isAbbreviation && number + 1 < tokens.count
      && tokens[number + 1].isMark("-")
    guard tokens[number].isNumber || isReference, !isBrand(index, tokens) else { return nil }
    let range = token.range.lowerBound..<end(of: number, tokens)
    let words = paragraph.text.words(in: range)
    let rest = paragraph.text.words(in: tokens[number].range.lowerBound..<range.upperBound)
    return TextFinding(
      "Y3",
      Message(
        kk: "`\(words)`: `№` белгісінің орнына латын әрпі тұр",
        ru: "`\(words)`: вместо знака `№` стоит латинская буква",
        en: "`\(words)`: a Latin letter stands for the sign `№`"), at: range,
      hint: .write("№\u{A0}" + rest))
  }

  /// Whether Latin words stand around, whose letter it may be.
  private static func isBrand(_ index: Int, _ tokens: [TokenizedText.Token]) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    return before.isWord && !before.isCyrillic
      || !tokens[index].isApart
        && !["(", "«", "„", "\""].contains(before.text)
  }
}

/// Initials that are kept with their surname in one place and not in another.
enum InitialsRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let places = letter.places(knowledge) { $0.surnames }
    let isKept = places.contains { paragraph, index in
      paragraph.text.tokens[index].gap == .noBreak
    }
    guard isKept else { return [] }
    return places.compactMap { paragraph, index in
      guard paragraph.text.tokens[index].gap == .space, !paragraph.isCut(before: index) else {
        return nil
      }
      let tokens = (index - 2)...index
      let words = paragraph.words(tokens)
      return (
        paragraph.index,
        TextFinding(
          "Y3",
          Message(
            kk:
              "`\(words)`: хаттың басқа жерінде инициалдар мен тектің арасында үзілмейтін бос орын тұр",
            ru:
              "`\(words)`: в других местах письма между инициалами и фамилией стоит неразрывный пробел",
            en: "`\(words)`: elsewhere the letter has a no-break space between initials and surname"
          ),
          severity: .warning, at: paragraph.text.range(tokens),
          hint: Message(
            kk: "үзілмейтін бос орын қойыңыз (Ctrl+Shift+бос орын)",
            ru: "поставьте неразрывный пробел (Ctrl+Shift+пробел)",
            en: "put a no-break space (Ctrl+Shift+Space)"))
      )
    }
  }

  /// The surnames of a paragraph that stand behind an initial.
  static func places(in paragraph: LetterParagraph) -> [Int] {
    let tokens = paragraph.text.tokens
    return tokens.indices.dropFirst(2).filter { index in
      let initial = tokens[index - 2]
      return tokens[index].isCapitalized && tokens[index].length > 2
        && tokens[index - 1].isMark(".") && tokens[index - 1].gap == .none
        && initial.isCapitalized && initial.isCyrillic && initial.length == 1
    }
  }
}
