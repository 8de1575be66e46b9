/// How abbreviations, units and names are read, and how words change, where spelling does not tell: data that an office
/// can add to and override.
public struct ReadingLexicon: Hashable, Sendable {
  /// One word, abbreviation, unit or name, and where what is said of it comes from.
  public struct Entry: Hashable, Sendable {
    /// How it is written. Abbreviations and units are compared in their exact case, words and names in any.
    public var token: String
    /// What it is: decides whether a hyphen stands before suffixes.
    public var kind: KazakhStem.Kind
    /// The reading to use; `nil` if spelling tells it.
    public var reading: KazakhReading?
    /// Readings that are also in use, so that a check does not report them.
    public var alternatives: [KazakhReading]
    /// What the word becomes before a suffix that begins with a vowel, if no rule tells: «халқ» of «халық», «тип» of
    /// «тип», which keeps its п.
    public var beforeVowel: String?
    /// What the word becomes before any suffix: «акті» of «акт».
    public var beforeSuffix: String?
    /// Whether it already ends in the possessive of the third person, or is read so: «отбасы», ҒА («академиясы»).
    public var isPossessed: Bool
    /// Whether it is the head of official names, so that «… министрлігі» is known to be «министрлік», possessed.
    public var isHead: Bool
    public var provenance: LexiconProvenance

    public init(
      _ token: String, _ kind: KazakhStem.Kind, _ reading: KazakhReading? = nil,
      alternatives: [KazakhReading] = [], beforeVowel: String? = nil, beforeSuffix: String? = nil,
      isPossessed: Bool = false, isHead: Bool = false, provenance: LexiconProvenance = .attested
    ) {
      self.token = token
      self.kind = kind
      self.reading = reading
      self.alternatives = alternatives
      self.beforeVowel = beforeVowel
      self.beforeSuffix = beforeSuffix
      self.isPossessed = isPossessed
      self.isHead = isHead
      self.provenance = provenance
    }
  }

  /// `nil` for the built-in words, which are read when one is first asked for.
  private let ownIndex: LexiconIndex?

  private var index: LexiconIndex { ownIndex ?? .builtIn }

  private init(builtIn: Void) { ownIndex = nil }

  /// A lexicon of `entries`; of two with the same token the later holds.
  public init(_ entries: some Sequence<Entry>) {
    var places: [String: Int] = [:]
    var distinct: [Entry] = []
    for entry in entries {
      if let place = places[entry.token] {
        distinct[place] = entry
      } else {
        places[entry.token] = distinct.count
        distinct.append(entry)
      }
    }
    ownIndex = LexiconIndex(distinct)
  }

  /// The readings that official letters need from the first day; reference data adds to them.
  public static let builtIn = ReadingLexicon(builtIn: ())

  /// The lexicon without a word: everything is read by rule.
  public static let empty = ReadingLexicon([Entry]())

  /// The entry of `token`, if it has one.
  public subscript(token: String) -> Entry? { entry(of: KazakhLetters(token))?.entry }

  /// This lexicon with `other`'s entries added, which hold where both have the token.
  public func overridden(by other: ReadingLexicon) -> ReadingLexicon {
    other.isEmpty ? self : ReadingLexicon(all + other.all)
  }

  /// Whether everything is read by rule.
  public var isEmpty: Bool { all.isEmpty }

  /// All entries in the order in which they were given.
  public var all: [Entry] { index.entries }

  public static func == (left: Self, right: Self) -> Bool { left.all == right.all }

  public func hash(into hasher: inout Hasher) { hasher.combine(all) }

  /// The entry of a word, and how the word changes before suffixes.
  func entry(of word: KazakhLetters) -> (entry: Entry, change: KazakhStemChange)? {
    index.place(of: word).map { (index.entries[$0], index.changes[$0]) }
  }

  /// The noun of which the word is the possessed form: «министрлік» of «министрлігі».
  func head(of word: KazakhLetters) -> String? { index.head(of: word) }
}
