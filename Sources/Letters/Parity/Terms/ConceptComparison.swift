import Diagnostics

/// A word of one original that names something else than the term which the other original has at its place (`T1`).
struct ConceptComparison {
  private let letters: AlignedLetters
  private let concepts: [ConceptPatterns]
  private let terms: [LetterLanguage: TermFinder]
  private let knowledge: ParityKnowledge

  init(_ letters: AlignedLetters, _ knowledge: ParityKnowledge) {
    self.letters = letters
    concepts = knowledge.concepts
    terms = knowledge.terms
    self.knowledge = knowledge
  }

  /// A word at its place.
  private struct Found {
    let paragraph: LetterParagraph
    let tokens: Range<Int>
    var range: Range<Int> { paragraph.text.range(tokens.lowerBound...tokens.upperBound - 1) }
  }

  /// A block with the terms of each concept in it, searched for once.
  private struct SearchedBlock {
    let block: AlignedBlock
    let kk: [[Found]]
    let ru: [[Found]]

    subscript(language: LetterLanguage) -> [[Found]] { language == .kk ? kk : ru }
  }

  func findings() -> [Diagnostic] {
    letters.blocks.filter { $0.requisite.isRunningText || $0.requisite == .heading }.flatMap {
      block -> [Diagnostic] in
      // Whatever is wrong is seen at a term of one of the originals.
      let hasTerms = LetterLanguage.allCases.contains { language in
        block[language].contains { !$0.reading(language, knowledge).concepts.isEmpty }
      }
      guard hasTerms else { return [] }
      let searched = SearchedBlock(
        block: block, kk: terms(in: block, .kk), ru: terms(in: block, .ru))
      let named = concepts.indices.filter {
        !searched.kk[$0].isEmpty || !searched.ru[$0].isEmpty
      }
      return named.flatMap { concept in
        LetterLanguage.allCases.flatMap { findings(concept, in: searched, $0) }
      } + exchanged(in: searched)
        + LetterLanguage.allCases.flatMap { otherKinds(in: searched, $0) }
    }
  }

  /// The terms of each concept in a block.
  private func terms(in block: AlignedBlock, _ language: LetterLanguage) -> [[Found]] {
    var found = [[Found]](repeating: [], count: concepts.count)
    for paragraph in block[language] {
      for term in paragraph.reading(language, knowledge).concepts {
        found[term.name].append(Found(paragraph: paragraph, tokens: term.tokens))
      }
    }
    return found
  }

  private func findings(
    _ index: Int, in searched: SearchedBlock, _ language: LetterLanguage
  ) -> [Diagnostic] {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let terms = searched[other][index]
    guard let term = terms.first else { return [] }
    let (concept, block) = (concepts[index], searched.block)
    let own = searched[language][index]
    guard own.count < terms.count else { return [] }
    let confused = find(concept.confused[language] ?? [], in: block[language])
    guard !confused.isEmpty else { return [] }
    // A word that is itself the term of what the other original says beside it is in order.
    let right = concepts.indices.filter { $0 != index && !searched[other][$0].isEmpty }
      .flatMap { searched[language][$0] }
    let wrong = confused.filter { word in
      !right.contains {
        $0.paragraph.index == word.paragraph.index && $0.tokens.overlaps(word.tokens)
      }
    }
    guard wrong.count == terms.count - own.count else { return [] }
    return wrong.map { diagnostic(concept, $0, language, term) }
  }

  private func diagnostic(
    _ concept: ConceptPatterns, _ word: Found, _ language: LetterLanguage, _ term: Found
  ) -> Diagnostic {
    let other: LetterLanguage = language == .kk ? .ru : .kk
    let text = word.paragraph.text.words(in: word.range)
    let right = concept.name[language]
    return Diagnostic(
      "T1",
      Message(
        kk: "`\(text)`: бұл жерде термин – `\(right)`",
        ru: "`\(text)`: здесь термин – `\(right)`", en: "`\(text)`: the term here is `\(right)`"),
      severity: .warning,
      at: [
        letters[language].place(of: word.range, in: word.paragraph),
        letters[other].place(of: term.range, in: term.paragraph),
      ],
      hint: Message(
        kk: "`\(right)` сөзін қолданыңыз", ru: "употребите слово `\(right)`",
        en: "use the word `\(right)`"))
  }

  // MARK: Terms for each other

  /// «61 ұсыным» beside «61 предписание»: of as many things one original says that they are others.
  private func exchanged(in searched: SearchedBlock) -> [Diagnostic] {
    let block = searched.block
    let russian = searched.ru.map(counted)
    guard russian.joined().contains(where: { $0.number != nil }) else { return [] }
    let kk = longest(searched.kk.map(counted))
    let ru = longest(russian)
    func lacks(_ number: String, _ found: [Counted]) -> Bool {
      !found.contains { $0.number == number }
    }
    return concepts.indices.flatMap { index -> [Diagnostic] in
      guard ru[index].contains(where: { $0.number != nil }) else { return [] }
      // What is confused is found already.
      let confused = counted(find(concepts[index].confused[.kk] ?? [], in: block.kk))
      return ru[index].compactMap { term in
        guard let number = term.number, lacks(number, kk[index]), lacks(number, confused),
          ru.count(where: { !lacks(number, $0) }) == 1,
          let rival = kk.firstIndex(where: { !lacks(number, $0) }),
          kk.count(where: { !lacks(number, $0) }) == 1,
          // Where both are counted in both languages, the numbers changed places and not the terms.
          kk[index].allSatisfy({ $0.number == nil }) || ru[rival].allSatisfy({ $0.number == nil }),
          let word = kk[rival].first(where: { $0.number == number }),
          // Of what both languages count the numbers tell (N2).
          !isCounted(concepts[index]) || !isCounted(concepts[rival]),
          !concepts.indices.contains(where: { other in
            other != rival
              && kk[other].contains {
                $0.found.paragraph.index == word.found.paragraph.index
                  && $0.found.tokens.overlaps(word.found.tokens)
              }
          })
        else { return nil }
        return diagnostic(concepts[index], word.found, .kk, term.found)
      }
    }
  }

  /// Without the terms that are parts of longer ones: «ескерту» of «ескерту хаты».
  private func longest(_ counted: [[Counted]]) -> [[Counted]] {
    struct Place: Hashable {
      let paragraph: Int
      let token: Int
    }
    func places(_ found: Found) -> [Place] {
      found.tokens.map { Place(paragraph: found.paragraph.index, token: $0) }
    }
    // How many words the longest term has that a word is in.
    var lengths: [Place: Int] = [:]
    for found in counted.joined().map(\.found) {
      for place in places(found) {
        lengths[place] = max(found.tokens.count, lengths[place] ?? 0)
      }
    }
    return counted.map { terms in
      terms.filter { term in
        places(term.found).allSatisfy { lengths[$0] == term.found.tokens.count }
      }
    }
  }

  /// «16 информационных писем» beside «16 ұсыным хат»: as many of another kind, which is none of the terms.
  private func otherKinds(
    in searched: SearchedBlock, _ language: LetterLanguage
  ) -> [Diagnostic] {
    let block = searched.block
    let other: LetterLanguage = language == .kk ? .ru : .kk
    return concepts.indices.flatMap { index -> [Diagnostic] in
      let terms = counted(searched[other][index])
      guard terms.contains(where: { $0.number != nil }) else { return [] }
      let concept = concepts[index]
      let words = concept.name[language].split(separator: " ").map {
        InflectedWord(String($0), language)
      }
      guard words.count == 2 else { return [] }
      let own = counted(searched[language][index])
      return terms.compactMap { term in
        guard let number = term.number, !own.contains(where: { $0.number == number }) else {
          return nil
        }
        let found = block[language].flatMap { paragraph in
          kinds(of: words[1], counted: number, in: paragraph)
        }
        guard found.count == 1, !words[0].matches(found[0].kind),
          !isTerm(found[0].found, language)
        else { return nil }
        return diagnostic(concept, found[0].found, language, term.found)
      }
    }
  }

  /// A number, one word that tells the kind, and the noun.
  private func kinds(
    of noun: InflectedWord, counted number: String, in paragraph: LetterParagraph
  ) -> [(found: Found, kind: String)] {
    let tokens = paragraph.text.tokens
    return tokens.indices.dropLast(2).compactMap { index in
      guard tokens[index].kind == .number, tokens[index].text == number,
        tokens[index + 1].kind == .word, tokens[index + 2].kind == .word,
        noun.matches(tokens[index + 2].lowercased)
      else { return nil }
      return (
        Found(paragraph: paragraph, tokens: index + 1..<index + 3), tokens[index + 1].lowercased
      )
    }
  }

  /// Whether words are, or have in them, a term or a word that is told to be none.
  private func isTerm(_ found: Found, _ language: LetterLanguage) -> Bool {
    let isKnown = concepts.contains { concept in
      find(concept.terms(language) + (concept.confused[language] ?? []), in: [found.paragraph])
        .contains { $0.tokens.overlaps(found.tokens) }
    }
    return isKnown
      || terms[language]?.findings(in: found.paragraph.text.text)
        .contains { $0.range.overlaps(found.range) } ?? false
  }

  private func isCounted(_ concept: ConceptPatterns) -> Bool {
    CountedThing.rows.contains { row in
      row.kk.split(separator: " ").contains { concept.name.kk.hasPrefix($0) }
        && row.ru.split(separator: " ").contains { concept.name.ru.hasPrefix($0) }
    }
  }

  /// A word with the number that counts it.
  private struct Counted {
    let found: Found
    let number: String?
  }

  private func counted(_ found: [Found]) -> [Counted] {
    found.map { found in
      let tokens = found.paragraph.text.tokens
      let before = found.tokens.lowerBound - 1
      let isNumber =
        before >= 0 && tokens[before].kind == .number
        && !(before > 0 && (tokens[before - 1].isMark("№") || tokens[before].gap == .none))
      return Counted(found: found, number: isNumber ? tokens[before].text : nil)
    }
  }

  private func find(_ patterns: [TermPattern], in paragraphs: [LetterParagraph]) -> [Found] {
    guard !patterns.isEmpty else { return [] }
    var found: [Found] = []
    for paragraph in paragraphs {
      let tokens = paragraph.text.tokens
      for index in tokens.indices {
        for pattern in patterns {
          guard let end = pattern.end(at: index, in: tokens) else { continue }
          found.append(Found(paragraph: paragraph, tokens: index..<end))
          break
        }
      }
    }
    return found
  }
}

/// A concept's words as they are found in texts.
final class ConceptPatterns: Sendable {
  let id: String
  let name: Bilingual
  private let term: [LetterLanguage: TermPattern]
  let confused: [LetterLanguage: [TermPattern]]

  init(_ concept: Concept) {
    id = concept.id
    name = concept.term
    term = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map {
        ($0, TermPattern(concept.term[$0], $0))
      })
    confused = Dictionary(
      uniqueKeysWithValues: LetterLanguage.allCases.map { language in
        (language, (concept.confused[language] ?? []).map { TermPattern($0, language) })
      })
  }

  func terms(_ language: LetterLanguage) -> [TermPattern] { [term[language]].compactMap { $0 } }
}
