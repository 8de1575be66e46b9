/// The nouns that an office knows: what no rule of declension tells of them, with all their forms.
///
/// Nouns outside it are declined by rule. Kept as a table, of which a line is read when its noun is asked for.
///
///     let own = try RussianLexicon(table: "акимат| m attested - а у - ом е / ы ов ам ы ами ах")
///     Russian.noun("акимат", lexicon: .builtIn.overridden(by: own))
public struct RussianLexicon: Sendable {
  /// One noun, and where its forms come from.
  public struct Entry: Hashable, Sendable {
    public var noun: RussianNoun
    public var provenance: LexiconProvenance

    public init(_ noun: RussianNoun, provenance: LexiconProvenance = .norm) {
      self.noun = noun
      self.provenance = provenance
    }
  }

  private enum Stored: Sendable {
    case entry(Entry)
    case line(Substring)
  }

  /// By dictionary form in small letters, without ё; `nil` for the built-in nouns, of which an index is made when one is first asked for.
  private let own: [String: Stored]?

  private var stored: [String: Stored] { own ?? Self.builtInIndex }

  private static let builtInIndex = index(of: [nounsTable, peopleTable, commonTable])

  private init(own: [String: Stored]?) { self.own = own }

  /// The nouns that letters of state bodies use, and common nouns that no rule gets right.
  ///
  /// A line is read when its own noun is asked for.
  public static let builtIn = RussianLexicon(own: nil)

  /// A lexicon of `entries`; of two with the same dictionary form the later holds.
  public init(_ entries: some Sequence<Entry>) {
    own = Dictionary(entries.map { (Self.key($0.noun.lemma.utf8), .entry($0)) }) { $1 }
  }

  /// The lexicon without a word: everything is declined by rule.
  public static let empty = RussianLexicon([Entry]())

  /// The lexicon that a table describes, one noun a line: `предписани|е n norm е я ю е ем и / я й ям я ями ях`.
  ///
  /// In this order, separated by spaces: the nominative with | behind what all forms share; the gender, m, f or n, with an
  /// a if it lives (ma), or p if it has no singular; the provenance; six endings of the singular, a slash, six of the
  /// plural. An empty ending is -. A noun that does not change has a single 0, one without a singular six endings.
  /// Behind them may stand `few=` and a whole form, what 2, 3, 4 govern if that is not the genitive singular, and
  /// `counted=` and six whole forms with commas, the plural after numbers.
  ///
  /// - Parameter table: lines of nouns, empty lines, and comments that begin with #.
  /// - Throws: the first line that is wrong, and in which way.
  public init(table: String) throws(RussianLexiconError) {
    self.init(own: Self.index(of: [table]))
    var seen: Set<String> = []
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !RussianLexiconLine.isBlank(line) {
      let reason: RussianLexiconError.Reason
      do throws(RussianLexiconError.Reason) {
        let entry = try RussianLexiconLine.entry(line)
        guard !seen.insert(Self.key(entry.noun.lemma.utf8)).inserted else { continue }
        reason = .repeated(entry.noun.lemma)
      } catch {
        reason = error
      }
      throw RussianLexiconError(line: index + 1, reason: reason)
    }
  }

  /// The lines of tables by their nouns; they are read one by one when they are needed.
  private static func index(of tables: [String]) -> [String: Stored] {
    var stored: [String: Stored] = [:]
    stored.reserveCapacity(1024)
    for table in tables {
      // By bytes: the index is made in every run that asks for a noun.
      for bytes in table.utf8.split(separator: UInt8(ascii: "\n")) {
        let line = Substring(bytes)
        if !RussianLexiconLine.isBlank(line) { stored[RussianLexiconLine.key(line)] = .line(line) }
      }
    }
    return stored
  }

  /// The entry whose dictionary form is `word`, in letters of any case, with or without ё.
  public subscript(word: String) -> Entry? {
    switch stored[Self.key(word.utf8)] {
    case .entry(let entry): entry
    case .line(let line): try? RussianLexiconLine.entry(line)
    case nil: nil
    }
  }

  /// This lexicon with `other`'s entries added, which hold where both have the noun.
  public func overridden(by other: RussianLexicon) -> RussianLexicon {
    RussianLexicon(own: stored.merging(other.stored) { $1 })
  }

  /// Every dictionary form with what the noun's forms have in common, which a line tells without being read.
  func forEachStem(_ body: (_ lemma: String, _ stem: Substring) -> Void) {
    for (lemma, stored) in stored {
      switch stored {
      case .line(let line): body(lemma, RussianLexiconLine.stem(line))
      case .entry(let entry): body(lemma, entry.noun.stem[...])
      }
    }
  }

  /// How many nouns it has.
  public var count: Int { stored.count }

  /// All entries in the order of their dictionary forms.
  public var sorted: [Entry] { stored.keys.sorted().compactMap { self[$0] } }

  /// The table that ``init(table:)`` reads, in the order of dictionary forms.
  public var table: String { Self.table(of: sorted) }

  /// The table of `entries`, in their order.
  public static func table(of entries: [Entry]) -> String {
    entries.map { RussianLexiconLine.text($0) + "\n" }.joined()
  }

  /// What a noun is found by: its dictionary form in small letters, without ё.
  ///
  /// In bytes, since it is made for every line of a table: ё is the pair D1 91, the capitals А to Я are D0 90 to D0 AF.
  static func key(_ word: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(48)
    var isPlain = true
    for byte in word where byte != UInt8(ascii: "|") {
      if byte == 0x91, bytes.last == 0xD1 {
        bytes[bytes.count - 1] = 0xD0
        bytes.append(0xB5)
        continue
      }
      let isSmallCyrillic = bytes.last == 0xD0 ? byte >= 0xB0 : true
      if !isSmallCyrillic || byte > 0xD1 || (0x41...0x5A).contains(byte) { isPlain = false }
      bytes.append(byte)
    }
    let key = String(decoding: bytes, as: UTF8.self)
    return isPlain ? key : Russian.withoutYo(key.lowercased())
  }
}

/// A line of a table of nouns that cannot be read.
public struct RussianLexiconError: Error, Hashable, Sendable {
  /// What is wrong with the line.
  public enum Reason: Error, Hashable, Sendable {
    /// There must be a noun, a gender, a provenance and forms.
    case incomplete
    /// No gender of the table's.
    case gender(String)
    /// No provenance of the table's.
    case provenance(String)
    /// Not six forms, or twice six.
    case forms(count: Int)
    /// The first form is not the noun itself.
    case nominative(String)
    /// No word of the table's after the forms.
    case option(String)
    /// The noun stands above already.
    case repeated(String)
  }

  /// The line, from 1.
  public let line: Int
  public let reason: Reason
}
