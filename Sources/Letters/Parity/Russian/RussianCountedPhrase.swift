import Language

/// A number with the noun that it counts, and what the words before it make of it.
struct RussianCountedPhrase {
  /// A number in figures or in words.
  struct Number {
    /// Its units, with words in brackets and «тыс.», «млн».
    let units: ClosedRange<Int>
    let figure: Figure
    /// The cases that the number itself may stand in: figures do not tell.
    let cases: [RussianCase]
  }

  let number: Number
  /// The adjectives between the number and the noun.
  let modifiers: [Int]
  let noun: Int
  /// The cases in which the whole may stand.
  let slot: RussianForms
  /// Whether the noun is or may be feminine.
  let isFeminine: Bool
  /// Whether a preposition or its like tells the case.
  let isGoverned: Bool

  /// Every counted phrase of a passage.
  static func all(in passage: RussianPassage) -> [RussianCountedPhrase] {
    var phrases: [RussianCountedPhrase] = []
    var index = 0
    while index < passage.units.count {
      guard let number = RussianNumberReader.number(at: index, passage) else {
        index += 1
        continue
      }
      index = number.units.upperBound + 1
      guard let phrase = phrase(number, passage) else { continue }
      phrases.append(phrase)
      index = phrase.noun + 1
    }
    return phrases
  }

  private static func phrase(
    _ number: Number, _ passage: RussianPassage
  ) -> RussianCountedPhrase? {
    var index = number.units.upperBound + 1
    var modifiers: [Int] = []
    while let unit = passage[index], unit.isSureModifier, !unit.isCapitalized {
      modifiers.append(index)
      index += 1
    }
    // «на 27 теле- и радиоканалах»
    if let joint = passage[index + 1], joint.isMark(["-", "\u{2011}"]) { return nil }
    guard let unit = passage[index], unit.kind == .word, unit.reading.isOneOf(.noun),
      unit.reading.isOnly([.noun, .adjective]), !unit.isCapitalized, !unit.reading.nouns.isEmpty,
      !unit.reading.nouns.contains(where: { months.contains($0.lemma) })
    else { return nil }
    // «5 рабочих дней»: an adjective that is a noun as well, with a noun behind it.
    var noun = index
    if unit.reading.isOneOf(.adjective), let next = passage[index + 1], next.isSureNoun,
      !next.isCapitalized, !next.reading.nouns.isEmpty
    {
      modifiers.append(index)
      noun = index + 1
    }
    if let last = modifiers.last, last == noun - 1,
      !passage.units[last].reading.modifier.meets(passage.units[noun].reading.noun.cases),
      RussianComplements.mayHave(passage.units[last], passage.units[noun]),
      passage[noun + 1]?.reading.isOneOf(.noun) ?? false
    {
      // «10 разделённых запятой параметров».
      return nil
    }
    if passage.units[number.units.upperBound].word.hasPrefix("нескольк") {
      // «Несколько странная ситуация», «нескольких людей».
      guard modifiers.isEmpty || passage.units[noun].reading.noun.meets(.plural),
        !modifiers.contains(where: { !passage.units[$0].reading.modifier.meets(.plural) }),
        !passage.units[noun].reading.nouns.contains(where: { $0.lemma == "человек" })
      else { return nil }
    }
    guard let context = RussianCountContext(number, noun, passage) else { return nil }
    return RussianCountedPhrase(
      number: number.counting(passage.units[noun].reading.nouns), modifiers: modifiers, noun: noun,
      slot: context.slot,
      isFeminine: passage.units[noun].reading.nouns.contains { $0.gender == .feminine },
      isGoverned: context.isGoverned)
  }

  static let months: WordSet = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь",
    "ноябрь", "декабрь",
  ]

  func nouns(_ passage: RussianPassage) -> [RussianNoun] { passage.units[noun].reading.nouns }

  /// The form of a noun behind this number in a case.
  func form(of noun: RussianNoun, in grammaticalCase: RussianCase) -> String? {
    RussianPhrase(noun).map { Russian.agreeing($0, with: number.figure, case: grammaticalCase) }
  }

  /// Whether the noun has the form of a case, as one of the nouns that it may be.
  func nounFits(_ passage: RussianPassage, _ grammaticalCase: RussianCase) -> Bool {
    let word = Russian.withoutYo(passage.units[noun].word)
    return nouns(passage).contains { noun in
      form(of: noun, in: grammaticalCase).map { Russian.withoutYo($0).lowercased() == word } ?? true
    }
  }

  /// Whether an adjective may stand between the number and the noun in a case.
  func modifier(_ unit: RussianUnit, fits grammaticalCase: RussianCase) -> Bool {
    unit.reading.modifier.meets(modifierForms(grammaticalCase))
  }

  private func modifierForms(_ grammaticalCase: RussianCase) -> RussianForms {
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    let genitives = RussianForms.plural.intersection(.genitive)
    switch RussianPluralCategory(number.figure) {
    case .one: return RussianForms.singular.intersection(RussianForms(grammaticalCase))
    case .fraction: return [.genitive]
    case .few where isDirect:
      // «2 новые ссылки», but «2 новых проекта».
      return isFeminine ? genitives.union(.plural.intersection(.nominative)) : genitives
    case .many where isDirect: return genitives
    case .few, .many:
      return number.endsInThousands
        ? genitives : RussianForms.plural.intersection(RussianForms(grammaticalCase))
    }
  }

  /// The case in which the phrase most likely stands.
  func preferred(_ allowed: [RussianCase]) -> RussianCase? {
    allowed.contains(.nominative) ? .nominative : allowed.first
  }

  /// The right words for some units of the phrase.
  func right(
    _ passage: RussianPassage, _ units: ClosedRange<Int>, _ grammaticalCase: RussianCase
  ) -> String? {
    guard let noun = nouns(passage).first else { return nil }
    let adjectives = modifiers.filter(units.contains).compactMap {
      RussianAdjective(anyForm: passage.units[$0].word)
    }
    guard adjectives.count == modifiers.filter(units.contains).count else { return nil }
    let phrase = RussianPhrase(noun, adjectives: adjectives)
    let words = Russian.agreeing(phrase, with: number.figure, case: grammaticalCase)
    return units.contains(self.noun)
      ? words : words.split(separator: " ").dropLast().joined(separator: " ")
  }
}

extension RussianCountedPhrase.Number {
  /// «Двух» is an accusative before the living only: «двух сотрудников», «две лицензии».
  fileprivate func counting(_ nouns: [RussianNoun]) -> Self {
    guard cases.contains(.genitive), cases.contains(.accusative),
      cases.count < RussianCase.allCases.count,
      !cases.contains(.nominative), !nouns.isEmpty, !nouns.contains(where: \.isAnimate)
    else { return self }
    return Self(units: units, figure: figure, cases: cases.filter { $0 != .accusative })
  }

  var endsInThousands: Bool {
    figure.isWhole && figure.significand != 0 && figure.significand % 1000 == 0
  }
}
