import Diagnostics

/// Titles that a letter writes in two ways, of acts that are not known (`L2`).
enum ActTitleVariants {
  private struct Cited {
    let paragraph: LetterParagraph
    let title: ActTitle
    let words: [String]
    let tokens: [Int]
  }

  static func findings(
    in letter: FinishedLetter, _ check: ActTitleCheck, _ knowledge: ParityKnowledge
  ) -> [PlacedFinding] {
    let cited = letter.paragraphs.filter { $0.requisite != .letterhead }.flatMap {
      paragraph -> [Cited] in
      let tokens = paragraph.text.tokens
      return letter.reading(paragraph, knowledge).acts.compactMap { act in
        guard case .unknown = act.verdict else { return nil }
        let title = act.title
        let words = KnownActs.words(tokens[title.quoted.tokens])
        // Of a short title one word more or less makes another act.
        guard words.count > 4 else { return nil }
        return Cited(
          paragraph: paragraph, title: title, words: words,
          tokens: title.quoted.tokens.filter {
            tokens[$0].kind == .word || tokens[$0].kind == .number
          })
      }
    }
    return cited.enumerated().compactMap { index, one in
      let usual = cited.count { $0.words == one.words }
      let other = cited.enumerated().first { place, other in
        let count = cited.count { $0.words == other.words }
        return (count > usual || count == usual && place < index)
          && isOfOneAct(one.title, other.title)
          && check.slip(one.words, one.tokens, other.words) != nil
      }?.element
      guard let other, let slip = check.slip(one.words, one.tokens, other.words) else { return nil }
      return (
        one.paragraph.index,
        TextFinding(
          "L2",
          Message(
            kk: "хаттың басқа жерінде бұл акт «\(other.title.quoted.text)» деп аталған",
            ru: "в другом месте письма этот акт назван «\(other.title.quoted.text)»",
            en: "elsewhere the letter calls this act «\(other.title.quoted.text)»"),
          severity: .warning,
          at: one.paragraph.text.range(slip.lowerBound...slip.upperBound - 1))
      )
    }
  }

  private static func isOfOneAct(_ left: ActTitle, _ right: ActTitle) -> Bool {
    if let one = left.number, let other = right.number,
      !KnownActs.isSameNumber(one.text, other.text)
    {
      return false
    }
    if let one = left.date, let other = right.date, one.date != other.date { return false }
    return true
  }
}
