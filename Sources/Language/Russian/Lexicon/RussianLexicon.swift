/// The nouns that an office knows: what no rule of declension tells of them, with all their forms.
///
/// Nouns outside it are declined by rule. Kept as a table, of which a line is read when its noun is asked for.
///
///     let own = try RussianLexicon(table: "акимат| m attested - а у - ом е / ы ов ам ы ами ах")
///     Russian.noun("акимат", lexicon: .builtIn.overridden(by: own))
public struct RussianLexicon: Sendable {
  /// One noun, and where its forms come from.
  public struct Entry: Hashable, Sendable {
    /// Why the noun has these forms.
    public enum Provenance: String, Hashable, Sendable, CaseIterable {
      /// A dictionary or grammar has them.
      case norm
      /// A choice of the office where usage is divided.
      case houseStyle = "house-style"
      /// Printed texts use them.
      case attested
    }

    public var noun: RussianNoun
    public var provenance: Provenance

    public init(_ noun: RussianNoun, provenance: Provenance = .norm) {
      self.noun = noun
      self.provenance = provenance
    }
  }

  private enum Stored: Sendable {
    case entry(Entry)
    case line(Substring)
  }

  /// By dictionary form in small letters, without ё.
  private var stored: [String: Stored]

  /// A lexicon of `entries`; of two with the same dictionary form the later holds.
  public init(_ entries: some Sequence<Entry>) {
    stored = Dictionary(entries.map { (Self.key($0.noun.lemma), .entry($0)) }) { $1 }
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
    self.init(trusting: table)
    var seen: Set<String> = []
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !RussianLexiconLine.isBlank(line) {
      let reason: RussianLexiconError.Reason
      do throws(RussianLexiconError.Reason) {
        let entry = try RussianLexiconLine.entry(line)
        guard !seen.insert(Self.key(entry.noun.lemma)).inserted else { continue }
        reason = .repeated(entry.noun.lemma)
      } catch {
        reason = error
      }
      throw RussianLexiconError(line: index + 1, reason: reason)
    }
  }

  /// The lexicon of a table that is known to be right; its lines are read one by one when they are needed.
  init(trusting table: String) {
    let lines = table.split(separator: "\n").filter { !RussianLexiconLine.isBlank($0) }
    stored = Dictionary(lines.map { (Self.key(RussianLexiconLine.lemma($0)), .line($0)) }) { $1 }
  }

  /// The entry whose dictionary form is `word`, in letters of any case, with or without ё.
  public subscript(word: String) -> Entry? {
    switch stored[Self.key(word)] {
    case .entry(let entry): entry
    case .line(let line): try? RussianLexiconLine.entry(line)
    case nil: nil
    }
  }

  /// This lexicon with `other`'s entries added, which hold where both have the noun.
  public func overridden(by other: RussianLexicon) -> RussianLexicon {
    var result = self
    result.stored.merge(other.stored) { $1 }
    return result
  }

  /// How many nouns it has.
  public var count: Int { stored.count }

  /// All entries in the order of their dictionary forms.
  public var sorted: [Entry] { stored.keys.sorted().compactMap { self[$0] } }

  /// The table that ``init(table:)`` reads, in the order of dictionary forms.
  public var table: String {
    sorted.map { RussianLexiconLine.text($0) + "\n" }.joined()
  }

  private static func key(_ word: String) -> String { Russian.withoutYo(word.lowercased()) }
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
