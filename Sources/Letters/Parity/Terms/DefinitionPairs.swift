/// The definitions of both letters, each with the one that says the same in the other language.
struct DefinitionPairs: Sendable {
  /// Indices of definitions.
  let pairs: [(kk: Int, ru: Int)]
  /// The block of each paragraph.
  let blocks: [LetterLanguage: [Int?]]

  init(_ letters: AlignedLetters, kk: LetterTerms, ru: LetterTerms, _ table: AbbreviationTable) {
    var blocks: [LetterLanguage: [Int?]] = [
      .kk: Array(repeating: nil, count: letters.kk.paragraphs.count),
      .ru: Array(repeating: nil, count: letters.ru.paragraphs.count),
    ]
    for (index, block) in letters.blocks.enumerated() {
      for language in LetterLanguage.allCases {
        for paragraph in block[language] { blocks[language]?[paragraph.index] = index }
      }
    }
    self.blocks = blocks
    var candidates: [(score: Double, kk: Int, ru: Int)] = []
    for (left, kkDefinition) in kk.definitions.enumerated() {
      for (right, ruDefinition) in ru.definitions.enumerated() {
        let isNear =
          blocks[.kk]?[kkDefinition.paragraph] == blocks[.ru]?[ruDefinition.paragraph]
        let score = Self.likeness(kkDefinition, ruDefinition, table) + (isNear ? 2 : 0)
        // Of two that stand in one order the first go together.
        if score > 0.9 {
          candidates.append((score - Double(abs(left - right)) * 0.01, left, right))
        }
      }
    }
    candidates.sort { $0.score > $1.score }
    var pairs: [(kk: Int, ru: Int)] = []
    for candidate in candidates
    where !pairs.contains(where: { $0.kk == candidate.kk || $0.ru == candidate.ru }) {
      pairs.append((candidate.kk, candidate.ru))
    }
    self.pairs = pairs.sorted { $0.kk < $1.kk }
  }

  private static func likeness(
    _ kk: LetterDefinition, _ ru: LetterDefinition, _ table: AbbreviationTable
  ) -> Double {
    if let left = kk.abbreviation, let right = ru.abbreviation {
      return table.arePair(kk: left, ru: right) ? 4 : 2
    }
    if kk.abbreviation != nil || ru.abbreviation != nil { return 0.5 }
    if kk.quotedName != nil, ru.quotedName != nil { return 3 }
    switch DefinedWords.arePair(kk: kk.text, ru: ru.text) {
    case true?: return 4
    case false?: return -1
    case nil: return 1
    }
  }

  func partner(of index: Int, in language: LetterLanguage) -> Int? {
    switch language {
    case .kk: pairs.first { $0.kk == index }?.ru
    case .ru: pairs.first { $0.ru == index }?.kk
    }
  }

  func block(of paragraph: Int, in language: LetterLanguage) -> Int? {
    blocks[language]?[paragraph] ?? nil
  }
}
