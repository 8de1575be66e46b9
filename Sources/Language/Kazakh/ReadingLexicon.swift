/// How abbreviations, units and names are read where spelling does not tell: data that an office can add to and override.
public struct ReadingLexicon: Hashable, Sendable {
  /// One reading, and where it comes from.
  public struct Entry: Hashable, Sendable {
    /// Why an entry reads as it does.
    public enum Provenance: String, Hashable, Sendable {
      /// A rule of orthography names the word.
      case norm
      /// Printed texts use it.
      case attested
      /// A choice of the office where usage is divided.
      case houseStyle = "house-style"
    }

    /// The abbreviation, unit or name as it is written; compared in its exact case, but an entry for a
    /// word in small letters also stands for the word with capitals.
    public var token: String
    /// What it is: decides whether a hyphen stands before suffixes.
    public var kind: KazakhStem.Kind
    /// The reading to use.
    public var reading: KazakhReading
    /// Readings that are also in use, so that a check does not report them.
    public var alternatives: [KazakhReading]
    /// Whether it is read out as a phrase with a possessive ending: ҒА-нан, «академиясынан».
    public var isPossessed: Bool
    public var provenance: Provenance

    public init(
      _ token: String, _ kind: KazakhStem.Kind, _ reading: KazakhReading,
      alternatives: [KazakhReading] = [], isPossessed: Bool = false,
      provenance: Provenance = .attested
    ) {
      self.token = token
      self.kind = kind
      self.reading = reading
      self.alternatives = alternatives
      self.isPossessed = isPossessed
      self.provenance = provenance
    }
  }

  private var entries: [String: Entry]

  /// A lexicon of `entries`; of two with the same token the later holds.
  public init(_ entries: some Sequence<Entry>) {
    self.entries = Dictionary(entries.map { ($0.token, $0) }) { $1 }
  }

  /// The lexicon without a word: everything is read by rule.
  public static let empty = ReadingLexicon([Entry]())

  /// The entry of `token`, if it has one.
  public subscript(token: String) -> Entry? {
    if let entry = entries[token] { return entry }
    guard let entry = entries[token.lowercased()], entry.kind == .word else { return nil }
    return entry
  }

  /// This lexicon with `other`'s entries added, which hold where both have the token.
  public func overridden(by other: ReadingLexicon) -> ReadingLexicon {
    var result = self
    result.entries.merge(other.entries) { $1 }
    return result
  }

  /// All entries in the order of their tokens.
  public var sorted: [Entry] { entries.values.sorted { $0.token < $1.token } }
}
