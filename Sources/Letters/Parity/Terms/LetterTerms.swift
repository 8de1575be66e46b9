/// What one letter says of terms: its definitions, where their short forms stand, its abbreviations.
struct LetterTerms: Sendable {
  let letter: FinishedLetter
  let definitions: [LetterDefinition]
  /// Where each definition's short form stands outside definitions, in any form, in the order of the text.
  let uses: [[Use]]
  let abbreviations: [Use]
  /// The quoted names of each paragraph.
  let quotes: [[QuotedName]]
  /// Those of them that are no titles of acts.
  let names: [[QuotedName]]

  /// Words of the text.
  struct Use: Sendable {
    let paragraph: Int
    let tokens: Range<Int>
    /// The abbreviation, or the words as they are written.
    let text: String
    let isCapitalized: Bool

    /// Whether it stands before another place of the letter.
    func isBefore(_ paragraph: Int, _ token: Int) -> Bool {
      (self.paragraph, tokens.lowerBound) < (paragraph, token)
    }
  }

  init(_ letter: FinishedLetter, _ knowledge: ParityKnowledge) {
    self.letter = letter
    let readings = letter.paragraphs.map { letter.reading($0, knowledge) }
    let definitions = zip(letter.paragraphs, readings).flatMap { paragraph, reading in
      reading.definitions.map { definition in
        // It may have been read of another letter.
        var definition = definition
        definition.paragraph = paragraph.index
        return definition
      }
    }
    self.definitions = definitions
    quotes = readings.map(\.quotes)
    names = readings.map(\.names)
    var uses = [[Use]](repeating: [], count: definitions.count)
    var abbreviations: [Use] = []
    for paragraph in letter.paragraphs where paragraph.requisite != .letterhead {
      let tokens = paragraph.text.tokens
      abbreviations += readings[paragraph.index].abbreviations.compactMap { index in
        tokens[index].abbreviation.map { name in
          Use(
            paragraph: paragraph.index, tokens: index..<index + 1, text: name, isCapitalized: true)
        }
      }
      guard !definitions.isEmpty else { continue }
      let brackets = definitions.filter { $0.paragraph == paragraph.index }.map(\.bracket)
      for index in tokens.indices {
        guard !brackets.contains(where: { $0.contains(index) }) else { continue }
        for number in definitions.indices {
          guard let end = definitions[number].pattern.end(at: index, in: tokens) else { continue }
          uses[number].append(
            Use(
              paragraph: paragraph.index, tokens: index..<end,
              text: paragraph.text.words(in: paragraph.text.range(index...end - 1)),
              isCapitalized: tokens[index..<end].first { $0.kind == .word }?.isCapitalized ?? false)
          )
        }
      }
    }
    self.uses = uses
    self.abbreviations = abbreviations
  }

  /// The tokens of a paragraph that are abbreviations and stand for themselves, neither in quotes nor where one is defined.
  static func abbreviations(
    in tokens: [TokenizedText.Token], besides definitions: [LetterDefinition],
    _ quotes: [QuotedName]
  ) -> [Int] {
    let isShouted = !tokens.contains {
      $0.kind == .word && $0.text.unicodeScalars.contains(where: \.properties.isLowercase)
    }
    guard !isShouted else { return [] }
    return tokens.indices.filter { index in
      tokens[index].abbreviation != nil && isOwnWord(index, in: tokens)
        && !definitions.contains { $0.bracket.contains(index) }
        && !quotes.contains { $0.tokens.contains(index) }
    }
  }

  /// Whether an abbreviation stands for itself, and is no part of a registration number, a Roman numeral or a word of a
  /// heading in capital letters.
  private static func isOwnWord(_ index: Int, in tokens: [TokenizedText.Token]) -> Bool {
    let token = tokens[index]
    guard let name = token.abbreviation, name.unicodeScalars.count <= 7 else { return false }
    if name.unicodeScalars.allSatisfy({ "ІХ".unicodeScalars.contains($0) }) { return false }
    func isJoined(_ token: TokenizedText.Token) -> Bool {
      token.isDash || token.isMark("/") || token.isMark(".") || token.kind == .number
        || token.isMark("№")
    }
    if index > 0 {
      let before = tokens[index - 1]
      // «10 МБ»
      if before.kind == .number, ["КБ", "МБ", "ГБ", "ТБ"].contains(name) { return false }
      if before.isMark("№") || before.text == "N" { return false }
      if token.gap == .none, isJoined(before) { return false }
    }
    if index + 1 < tokens.count {
      let after = tokens[index + 1]
      // «СЛУШАЛИ:»
      if after.isMark(":"), name.unicodeScalars.count > 5 { return false }
      if after.gap == .none, after.isDash || after.kind == .number || after.isMark("/") {
        return false
      }
    }
    // «2) ҚР», but «А.Б.» and a heading of one word are none.
    return tokens.count > 2
  }

  /// The place of some of the letter's tokens.
  func range(of use: Use) -> Range<Int> {
    letter.paragraphs[use.paragraph].text.range(use.tokens.lowerBound...use.tokens.upperBound - 1)
  }
}

extension TokenizedText.Token {
  /// Whether it is a word of more than one letter in capitals only.
  var isShouted: Bool {
    kind == .word && text.unicodeScalars.count > 1
      && text.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
  }
}

extension Requisite {
  /// Whether it is running text, in which terms and abbreviations must be explained.
  var isRunningText: Bool { self == .text || self == .listItem || self == .tableRow }
}
