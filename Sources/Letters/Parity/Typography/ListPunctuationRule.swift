import Diagnostics

/// How the items of a list begin and end (`S2`).
enum ListPunctuationRule {
  static func findings(
    in letter: FinishedLetter, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    LetterList.all(in: letter).flatMap { list in
      endings(of: list) + beginnings(of: list, in: letter) + introduction(of: list, in: letter)
    }
  }

  // MARK: Ends

  private static func endings(of list: LetterList) -> [PlacedFinding] {
    var found: [PlacedFinding] = []
    let inner = list.items.dropLast().filter { !$0.opensList }
    guard let last = list.items.last, !inner.isEmpty else { return [] }
    let usual = list.usualEnd
    for item in inner where item.end != usual && item.end != .other {
      // Items of whole sentences may stand among others.
      if item.end == .point, item.sentenceCount > 1 { continue }
      found.append(
        (
          item.paragraph.index,
          finding(
            item,
            Message(
              kk: "тізімнің басқа тармақтары \(name(usual).kk) аяқталады",
              ru: "другие пункты списка оканчиваются \(name(usual).ru)",
              en: "the other items of the list end \(name(usual).en)"), better: usual.rawValue)
        ))
    }
    guard list.ends, !last.opensList, last.end != .point, last.end != .other,
      last.end != .nothing || usual != .nothing
    else { return found }
    found.append(
      (
        last.paragraph.index,
        finding(
          last,
          Message(
            kk: "тізімнің соңғы тармағы нүктемен аяқталады",
            ru: "последний пункт списка оканчивается точкой",
            en: "the last item of a list ends with a full stop"), better: ".")
      ))
    return found
  }

  private static func name(_ end: LetterList.End) -> Message {
    switch end {
    case .semicolon: Message(kk: "нүктелі үтірмен", ru: "точкой с запятой", en: "with a semicolon")
    case .comma: Message(kk: "үтірмен", ru: "запятой", en: "with a comma")
    case .point: Message(kk: "нүктемен", ru: "точкой", en: "with a full stop")
    case .nothing: Message(kk: "тыныс белгісіз", ru: "без знака", en: "without a mark")
    case .other: Message(kk: "басқа белгімен", ru: "другим знаком", en: "with another mark")
    }
  }

  private static func finding(
    _ item: LetterList.Item, _ reason: Message, better: String
  ) -> TextFinding {
    let tokens = item.paragraph.text.tokens
    let word = item.lastWord
    let range = tokens[word].range.lowerBound..<tokens[tokens.count - 1].range.upperBound
    let words = item.paragraph.text.words(in: range)
    let kept = item.end == .nothing ? words : String(words.dropLast())
    return TextFinding(
      "S2",
      Message(
        kk: "`\(words)`: \(reason.kk)", ru: "`\(words)`: \(reason.ru)",
        en: "`\(words)`: \(reason.en)"), at: range, hint: .write(kept + better))
  }

  // MARK: Beginnings

  private static func beginnings(
    of list: LetterList, in letter: FinishedLetter
  ) -> [PlacedFinding] {
    let first = list.items.compactMap { item -> (LetterList.Item, TokenizedText.Token)? in
      guard let token = item.paragraph.body.first, token.isCyrillic, token.length > 1,
        !token.isAbbreviation
      else { return nil }
      return (item, token)
    }
    let capitals = first.count { $0.1.isCapitalized }
    guard first.count > 2, capitals > 0, capitals < first.count else { return [] }
    let areSmall = capitals * 2 < first.count
    guard areSmall ? capitals == 1 : first.count - capitals == 1 else { return [] }
    return first.filter { $0.1.isCapitalized == areSmall }.compactMap { item, token in
      // A name keeps its capital.
      if areSmall, !letter.hasInSmallLetters(token.lowercased, except: item.paragraph.index) {
        return nil
      }
      return (
        item.paragraph.index,
        TextFinding(
          "S2",
          areSmall
            ? Message(
              kk: "`\(token.text)`: тізімнің басқа тармақтары кіші әріптен басталады",
              ru: "`\(token.text)`: другие пункты списка начинаются со строчной буквы",
              en: "`\(token.text)`: the other items of the list begin with a small letter")
            : Message(
              kk: "`\(token.text)`: тізімнің басқа тармақтары бас әріптен басталады",
              ru: "`\(token.text)`: другие пункты списка начинаются с прописной буквы",
              en: "`\(token.text)`: the other items of the list begin with a capital letter"),
          severity: .warning, at: token.range)
      )
    }
  }

  // MARK: What stands above

  private static func introduction(
    of list: LetterList, in letter: FinishedLetter
  ) -> [PlacedFinding] {
    guard let first = list.items.first, first.paragraph.index > 0, list.items.count > 1,
      list.usualEnd == .semicolon,
      list.items.allSatisfy({ $0.paragraph.body.first.map { !$0.isCapitalized } ?? false })
    else { return [] }
    let above = letter.paragraphs[first.paragraph.index - 1]
    guard above.requisite == .text, let last = above.text.tokens.last, !last.isMark(":"),
      last.isWord || last.isMark(".") || last.isMark(";") || last.isMark(",") || last.isMark("»")
        || last.isMark(")")
    else { return [] }
    let word = above.text.tokens.lastIndex { $0.kind != .mark } ?? above.text.tokens.count - 1
    let range = above.text.range(word...(above.text.tokens.count - 1))
    let words = above.text.words(in: range)
    let kept =
      last.isWord || last.isMark("»") || last.isMark(")") ? words : String(words.dropLast())
    return [
      (
        above.index,
        TextFinding(
          "S2",
          Message(
            kk: "`\(words)`: тізімнің алдында қос нүкте қойылады",
            ru: "`\(words)`: перед списком ставится двоеточие",
            en: "`\(words)`: a colon stands before a list"), severity: .warning, at: range,
          hint: .write(kept + ":"))
      )
    ]
  }
}

extension FinishedLetter {
  /// Whether a word stands in small letters in a paragraph other than one.
  fileprivate func hasInSmallLetters(_ word: String, except index: Int) -> Bool {
    paragraphs.contains { paragraph in
      paragraph.index != index && paragraph.text.tokens.contains { $0.text == word }
    }
  }
}
