/// Paragraphs of the two originals that say the same; one side is empty where the other has no counterpart.
struct AlignedBlock: Sendable {
  let requisite: Requisite
  let kk: [LetterParagraph]
  let ru: [LetterParagraph]

  subscript(language: LetterLanguage) -> [LetterParagraph] {
    language == .kk ? kk : ru
  }
}

/// The two originals of a letter, side by side.
struct AlignedLetters: Sendable {
  let kk: FinishedLetter
  let ru: FinishedLetter
  /// In the order of the letters; every paragraph but those of the letterhead is in one.
  let blocks: [AlignedBlock]

  /// - Complexity: linear where the two letters have as many paragraphs; else quadratic in the difference.
  init(kk: FinishedLetter, ru: FinishedLetter) {
    self.kk = kk
    self.ru = ru
    var blocks: [AlignedBlock] = []
    // A requisite is one block, however many lines it has; the order of the requisites above a text is free.
    for requisite in [Requisite.number, .addressee, .reference, .heading, .salutation] {
      blocks += Self.whole(requisite, kk, ru)
    }
    let body: Set<Requisite> = [.text, .listItem, .tableRow]
    let isBeforeAnnex = { (letter: FinishedLetter) in
      let annex = letter.paragraphs.first { $0.requisite == .annexHeading }?.index ?? Int.max
      let end = letter.paragraphs.last { $0.requisite == .executor }?.index ?? annex
      return min(annex, max(end, 0))
    }
    let (kkEnd, ruEnd) = (isBeforeAnnex(kk), isBeforeAnnex(ru))
    let isParted = kkEnd < Int.max && ruEnd < Int.max
    func part(_ letter: FinishedLetter, _ end: Int, _ isAnnex: Bool) -> [LetterParagraph] {
      letter.paragraphs.filter {
        body.contains($0.requisite) && (!isParted ? !isAnnex : ($0.index > end) == isAnnex)
      }
    }
    blocks += BodyAlignment(part(kk, kkEnd, false), part(ru, ruEnd, false)).blocks()
    for requisite in [Requisite.annexMark, .signatory, .executor, .mark, .annexHeading] {
      blocks += Self.whole(requisite, kk, ru)
    }
    blocks += BodyAlignment(part(kk, kkEnd, true), part(ru, ruEnd, true)).blocks()
    self.blocks = blocks
  }

  subscript(language: LetterLanguage) -> FinishedLetter { language == .kk ? kk : ru }

  private static func whole(
    _ requisite: Requisite, _ kk: FinishedLetter, _ ru: FinishedLetter
  ) -> [AlignedBlock] {
    let block = AlignedBlock(
      requisite: requisite, kk: kk.paragraphs.filter { $0.requisite == requisite },
      ru: ru.paragraphs.filter { $0.requisite == requisite })
    return block.kk.isEmpty && block.ru.isEmpty ? [] : [block]
  }
}
