/// What a number counts: a noun with its adjectives, one or several such joined by «и», and words that do not change.
///
///     RussianPhrase("интернет-ресурс и ссылка")
///     RussianPhrase("проект реагирующих документов")
public struct RussianPhrase: Hashable, Sendable {
  /// A noun and the adjectives before it.
  struct Head: Hashable, Sendable {
    let adjectives: [RussianAdjective]
    let noun: RussianNoun
  }

  let heads: [Head]
  /// Words after the last noun, such as a genitive: « реагирующих документов».
  let tail: String

  /// Reads a phrase in the nominative singular; `nil` if a word of it cannot be declined.
  ///
  /// The first word that is no adjective is the noun; what follows it up to «и» stays as it is.
  ///
  /// - Parameters:
  ///   - phrase: adjectives, a noun, and what depends on it.
  ///   - lexicon: the nouns that are known.
  ///   - isAnimate: whether its nouns live, where the lexicon does not know them.
  public init?(_ phrase: String, lexicon: RussianLexicon = .builtIn, isAnimate: Bool? = nil) {
    var heads: [Head] = []
    var adjectives: [RussianAdjective] = []
    var rest = phrase[...]
    while let word = Self.popWord(&rest) {
      var following = rest
      let next = Self.popWord(&following)
      if let next, next != "и", !Self.isNoun(word.lowercased(), before: next.lowercased()),
        let adjective = RussianAdjective(word)
          ?? (Self.isPluralOnly(rest, lexicon) ? RussianAdjective(plural: word) : nil)
      {
        adjectives.append(adjective)
        continue
      }
      guard let noun = Russian.noun(word, isAnimate: isAnimate, lexicon: lexicon) else {
        return nil
      }
      heads.append(Head(adjectives: adjectives, noun: noun))
      adjectives = []
      guard next == "и" else { break }
      rest = following
      // A conjunction must join something.
      guard Self.popWord(&following) != nil else { return nil }
    }
    guard !heads.isEmpty else { return nil }
    self.heads = heads
    tail = String(rest)
  }

  private static func popWord(_ text: inout Substring) -> String? {
    let start = text.drop(while: \.isWhitespace)
    guard !start.isEmpty else { return nil }
    let word = start.prefix { !$0.isWhitespace }
    text = start[word.endIndex...]
    return String(word)
  }

  /// Whether the noun that follows has no singular, so that its adjectives stand in the plural: «персональные данные».
  private static func isPluralOnly(_ rest: Substring, _ lexicon: RussianLexicon) -> Bool {
    var rest = rest
    while let word = popWord(&rest) {
      if let noun = lexicon[word]?.noun { return noun.isPluralOnly }
      guard RussianAdjective(plural: word) != nil else { return false }
    }
    return false
  }

  /// Whether `word`, which may have an adjective's ending, is the noun: «строй», «управляющий» (делами), and whatever
  /// stands before a preposition: «уполномоченный» (по правам).
  private static func isNoun(_ word: String, before next: String) -> Bool {
    if nounsLikeAdjectives.contains(word) || prepositions.contains(next) { return true }
    if word == "исполняющий" || word == "исполняющая" { return next == "обязанности" }
    return governingNouns.contains(word)
      && ["ами", "ями", "ом", "ем", "ой", "ей", "ью"].contains(where: next.hasSuffix)
  }

  private static let prepositions: Set<String> = [
    "по", "за", "при", "в", "во", "на", "от", "с", "со", "для", "из", "об", "о", "до", "к", "под",
  ]

  /// Positions that were participles and govern the instrumental.
  private static let governingNouns: Set<String> = [
    "управляющий", "управляющая", "заведующий", "заведующая", "командующий", "ведающий",
  ]

  /// Nouns whose ending an adjective could have.
  private static let nounsLikeAdjectives: Set<String> = [
    "герой", "строй", "слой", "перебой", "сбой", "отбой", "разбой", "покой", "устой", "застой",
    "гений", "стая", "свая",
  ]

  /// A noun with adjectives, each in the nominative singular of any gender; `nil` if one is no adjective.
  public init?(_ noun: RussianNoun, adjective: String? = nil) {
    var adjectives: [RussianAdjective] = []
    for word in (adjective ?? "").split(separator: " ") {
      guard let adjective = RussianAdjective(String(word)) else { return nil }
      adjectives.append(adjective)
    }
    heads = [Head(adjectives: adjectives, noun: noun)]
    tail = ""
  }

  /// A noun with adjectives that were read already.
  public init(_ noun: RussianNoun, adjectives: [RussianAdjective]) {
    self.init(heads: [Head(adjectives: adjectives, noun: noun)], tail: "")
  }

  private init(heads: [Head], tail: String) {
    self.heads = heads
    self.tail = tail
  }

  /// The phrase with ё where the lexicon has it in a noun that was given without.
  func withYo(_ lexicon: RussianLexicon) -> RussianPhrase {
    let heads = heads.map { head in
      guard let noun = lexicon[head.noun.lemma]?.noun, noun.lemma != head.noun.lemma else {
        return head
      }
      return Head(
        adjectives: head.adjectives, noun: noun.capitalised(as: head.noun.lemma))
    }
    return RussianPhrase(heads: heads, tail: tail)
  }

  /// The gender of the first noun, which a predicate agrees with.
  public var gender: RussianGender { heads[0].noun.gender }

  /// The phrase in a number and case, without counting.
  public func form(_ number: GrammaticalNumber, _ grammaticalCase: RussianCase) -> String {
    join { $0.form(number, grammaticalCase) }
  }

  func join(_ form: (Head) -> String) -> String { heads.map(form).joined(separator: " и ") + tail }
}

extension RussianPhrase.Head {
  /// Which of two accepted forms an adjective before a feminine noun takes after 2, 3, 4.
  enum FeminineAfterFew {
    /// «2 новые ссылки», the house style.
    case nominative
    /// «2 новых ссылки».
    case genitive
  }

  func form(_ number: GrammaticalNumber, _ grammaticalCase: RussianCase) -> String {
    let number = noun.isPluralOnly ? .plural : number
    return words(number, grammaticalCase, noun[number, grammaticalCase])
  }

  /// The form after a number in the case of the whole.
  ///
  /// In the nominative and accusative the number governs the noun, in other cases it agrees with it; a number that
  /// ends in «тысяч» or «миллионов» ends in a noun, which governs the genitive plural in every case.
  func counted(
    by figure: Figure, _ grammaticalCase: RussianCase,
    feminineAfterFew: FeminineAfterFew = .nominative
  ) -> String {
    let category = RussianPluralCategory(figure)
    let endsInThousands = figure.significand != 0 && figure.significand % 1000 == 0
    let isDirect = grammaticalCase == .nominative || grammaticalCase == .accusative
    switch category {
    case .fraction: return form(.singular, .genitive)
    case .one: return form(.singular, grammaticalCase)
    case .many where isDirect || endsInThousands:
      return words(.plural, .genitive, noun.counted(.genitive))
    case .few where isDirect:
      let isSimple = figure.significand.magnitude < 5
      if grammaticalCase == .accusative, noun.isAnimate, isSimple {
        return words(.plural, .genitive, noun.counted(.genitive))
      }
      let takesNominative =
        noun.gender == .feminine && !noun.isPluralOnly && feminineAfterFew == .nominative
      if noun.isAdjectival, !noun.isPluralOnly {
        let grammaticalCase: RussianCase = takesNominative ? .nominative : .genitive
        return words(.plural, grammaticalCase, noun[.plural, grammaticalCase])
      }
      return words(.plural, takesNominative ? .nominative : .genitive, noun.afterFew)
    case .few, .many: return words(.plural, grammaticalCase, noun.counted(grammaticalCase))
    }
  }

  private func words(
    _ number: GrammaticalNumber, _ grammaticalCase: RussianCase, _ form: String
  ) -> String {
    guard !adjectives.isEmpty else { return form }
    let words = adjectives.map {
      $0.form(number, noun.gender, grammaticalCase, isAnimate: noun.isAnimate)
    }
    return (words + [form]).joined(separator: " ")
  }
}
