/// What a word may be in a Russian sentence: its parts of speech, and its forms as each of them.
///
/// A reading is never narrower than the language: what no dictionary of ours knows is `unknown`, so that a check can keep silent.
public struct RussianReading: Sendable {
  /// Parts of speech, as far as the checks tell them apart.
  public struct Kinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let noun = Kinds(rawValue: 1 << 0)
    public static let adjective = Kinds(rawValue: 1 << 1)
    /// An adjective that was made of a verb and may have what the verb has.
    public static let participle = Kinds(rawValue: 1 << 2)
    /// «Этот», «ваш», «который»: declined like an adjective.
    public static let determiner = Kinds(rawValue: 1 << 3)
    /// «Он», «это», «что».
    public static let pronoun = Kinds(rawValue: 1 << 4)
    public static let numeral = Kinds(rawValue: 1 << 5)
    public static let preposition = Kinds(rawValue: 1 << 6)
    public static let conjunction = Kinds(rawValue: 1 << 7)
    public static let particle = Kinds(rawValue: 1 << 8)
    public static let adverb = Kinds(rawValue: 1 << 9)
    public static let infinitive = Kinds(rawValue: 1 << 10)
    public static let gerund = Kinds(rawValue: 1 << 11)
    /// «Ведётся», «сообщает»: told by its ending.
    public static let presentVerb = Kinds(rawValue: 1 << 12)
    /// «Поступило», «направил».
    public static let pastVerb = Kinds(rawValue: 1 << 13)
    /// «Направлено», «должен».
    public static let shortForm = Kinds(rawValue: 1 << 14)
    /// With -ся: it has no object.
    public static let reflexive = Kinds(rawValue: 1 << 15)
    /// May be anything.
    public static let unknown = Kinds(rawValue: 1 << 16)

    public static let predicate: Kinds = [.presentVerb, .pastVerb, .shortForm]
    public static let modifier: Kinds = [.adjective, .participle, .determiner]
  }

  public var kinds: Kinds
  /// Its forms as a noun.
  public var noun: RussianForms = []
  /// The nouns it is a form of.
  public var nouns: [RussianNoun] = []
  /// Its forms as an adjective, participle or determiner.
  public var modifier: RussianForms = []
  /// The nominatives that it agrees with as a predicate.
  public var subject: RussianForms = []
  /// The cases that it governs as a preposition.
  public var governed: RussianForms = []

  init(_ kinds: Kinds) { self.kinds = kinds }

  /// Whether it can be nothing but these.
  public func isOnly(_ kinds: Kinds) -> Bool {
    !self.kinds.isEmpty && self.kinds.isSubset(of: kinds)
  }

  public func isOneOf(_ kinds: Kinds) -> Bool { !self.kinds.isDisjoint(with: kinds) }

  /// The forms that this adjective has in common with a noun.
  ///
  /// An accusative like the genitive is that of the living, one like the nominative that of things: «новых депутатов»,
  /// «новые органы».
  public func agreement(with noun: RussianReading) -> RussianForms {
    var common = modifier.intersection(noun.noun)
    for slot in [RussianForms.masculine, .plural] {
      let accusative = slot.intersection(.accusative)
      guard common.meets(accusative), !noun.nouns.isEmpty else { continue }
      let isOfLiving = modifier.meets(slot.intersection(.genitive))
      if !noun.nouns.contains(where: { $0.isAnimate == isOfLiving || $0.isIndeclinable }) {
        common.subtract(accusative)
      }
    }
    return common
  }

  static let unknown = RussianReading(.unknown)
}
