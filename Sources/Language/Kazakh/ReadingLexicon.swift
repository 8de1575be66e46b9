/// How abbreviations, units and names are read, and how words change, where spelling does not tell: data that an office
/// can add to and override.
public struct ReadingLexicon: Hashable, Sendable {
  /// One word, abbreviation, unit or name, and where what is said of it comes from.
  public struct Entry: Hashable, Sendable {
    /// Why an entry reads as it does.
    public enum Provenance: String, Hashable, Sendable, CaseIterable {
      /// A rule of orthography names the word.
      case norm
      /// Printed texts use it.
      case attested
      /// A choice of the office where usage is divided or silent.
      case houseStyle = "house-style"
    }

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
    public var provenance: Provenance

    public init(
      _ token: String, _ kind: KazakhStem.Kind, _ reading: KazakhReading? = nil,
      alternatives: [KazakhReading] = [], beforeVowel: String? = nil, beforeSuffix: String? = nil,
      isPossessed: Bool = false, isHead: Bool = false, provenance: Provenance = .attested
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

  /// An entry as a word is found by: its own spelling, or the possessed form of a head.
  private struct Key: Hashable, Sendable {
    let hash: UInt64
    let entry: Int
    let isPossessedForm: Bool
  }

  private var entries: [Entry]
  /// How each entry changes before suffixes, in the order of `entries`.
  private var changes: [KazakhStemChange]
  /// The letters of each entry, or of its possessed form, in the order of `keys`.
  private var spellings: [[Unicode.Scalar]]
  private var keys: [Key]

  /// A lexicon of `entries`; of two with the same token the later holds.
  public init(_ entries: some Sequence<Entry>) {
    var places: [String: Int] = [:]
    self.entries = []
    for entry in entries {
      if let place = places[entry.token] {
        self.entries[place] = entry
      } else {
        places[entry.token] = self.entries.count
        self.entries.append(entry)
      }
    }
    changes = self.entries.map(KazakhStemChange.init(entry:))
    spellings = []
    keys = []
    index()
  }

  /// The lexicon without a word: everything is read by rule.
  public static let empty = ReadingLexicon([Entry]())

  /// The entry of `token`, if it has one.
  public subscript(token: String) -> Entry? {
    place(of: KazakhLetters(token)).map { entries[$0] }
  }

  /// This lexicon with `other`'s entries added, which hold where both have the token.
  public func overridden(by other: ReadingLexicon) -> ReadingLexicon {
    other.entries.isEmpty ? self : ReadingLexicon(entries + other.entries)
  }

  /// Whether everything is read by rule.
  public var isEmpty: Bool { entries.isEmpty }

  /// All entries in the order in which they were given.
  public var all: [Entry] { entries }
}

extension ReadingLexicon {
  /// The entry of a word, and how the word changes before suffixes.
  func entry(of word: KazakhLetters) -> (entry: Entry, change: KazakhStemChange)? {
    place(of: word).map { (entries[$0], changes[$0]) }
  }

  /// The noun of which the word is the possessed form: «министрлік» of «министрлігі».
  func head(of word: KazakhLetters) -> String? {
    for row in rows(of: word)
    where keys[row].isPossessedForm && word.spell(spellings[row], exactly: false) {
      return entries[keys[row].entry].token
    }
    return nil
  }

  /// Where the entry of a word stands; of several that differ in capitals, the one written so.
  private func place(of word: KazakhLetters) -> Int? {
    var found: Int?
    for row in rows(of: word) where !keys[row].isPossessedForm {
      let place = keys[row].entry
      if word.spell(spellings[row], exactly: true) { return place }
      if entries[place].kind.ignoresCapitals, word.spell(spellings[row], exactly: false) {
        found = place
      }
    }
    return found
  }

  /// The rows of `keys` that have the word's hash. Costs a binary search.
  private func rows(of word: KazakhLetters) -> Range<Int> {
    guard !keys.isEmpty else { return 0..<0 }
    let hash = Self.hash(of: word)
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < keys.count, keys[end].hash == hash { end += 1 }
    return low..<end
  }

  /// FNV-1a over the small letters.
  private static func hash(of word: KazakhLetters) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for distance in 0..<word.count {
      hash = (hash ^ UInt64(word[fromEnd: distance].value)) &* 0x0000_0100_0000_01b3
    }
    return hash
  }

  private mutating func index() {
    var rows: [(key: Key, spelling: [Unicode.Scalar])] = []
    func add(_ spelling: String, _ entry: Int, isPossessedForm: Bool) {
      let scalars = spelling.composedLetters.scalars
      let hash = Self.hash(of: KazakhLetters(scalars, scalars.indices))
      rows.append((Key(hash: hash, entry: entry, isPossessedForm: isPossessedForm), scalars))
    }
    for (place, entry) in entries.enumerated() {
      add(entry.token, place, isPossessedForm: false)
      if entry.isHead {
        var plain = entry
        plain.isPossessed = false
        var form = KazakhForm(KazakhStem(entry: plain))
        form.append(.possessive(.third))
        add(form.whole, place, isPossessedForm: true)
      }
    }
    rows.sort { ($0.key.hash, $0.key.entry) < ($1.key.hash, $1.key.entry) }
    keys = rows.map(\.key)
    spellings = rows.map(\.spelling)
  }
}

extension KazakhStem.Kind {
  /// Whether an entry also stands for the word in other capitals.
  fileprivate var ignoresCapitals: Bool { self == .word || self == .latinName }
}
