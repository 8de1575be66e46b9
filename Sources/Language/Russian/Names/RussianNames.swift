/// The names that an office knows: whom a first name names, and names whose forms no rule gives.
///
/// Names outside it are declined by rule, and tell their gender by their endings or not at all.
public struct RussianNames: Hashable, Sendable {
  /// Which part of a person's name an entry is about.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case first, surname
  }

  /// One name with forms of its own.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var part: Part
    /// Whose name it is; `nil` if both bear it and decline it alike.
    public var gender: RussianGender?
    /// Six forms in the order of the cases.
    public var forms: [String]
    /// Six forms that are accepted beside them; those of `forms` where there are no others.
    public var variants: [String]
    public var provenance: LexiconProvenance

    /// Returns `nil` unless there are six forms of each kind.
    public init?(
      _ name: String, _ part: Part, gender: RussianGender? = nil, forms: [String],
      variants: [String]? = nil, provenance: LexiconProvenance
    ) {
      guard forms.count == 6, (variants ?? forms).count == 6 else { return nil }
      self.name = name
      self.part = part
      self.gender = gender
      self.forms = forms
      self.variants = variants ?? forms
      self.provenance = provenance
    }
  }

  private struct Content: Sendable {
    let men: Set<String>
    let women: Set<String>
    let entries: [Entry]
    let places: [String: [Int]]
  }

  /// `nil` for the built-in names, whose table is read when one is first asked for.
  private let own: Content?

  private var content: Content { own ?? Self.builtInContent }

  private init(builtIn: Void) { own = nil }

  /// First names that only men bear, in small letters.
  public var men: Set<String> { content.men }

  /// First names that only women bear, in small letters.
  public var women: Set<String> { content.women }

  /// The names with forms of their own, in the order given.
  public var entries: [Entry] { content.entries }

  /// Names of men and women, and those with forms of their own.
  public init(men: some Sequence<String>, women: some Sequence<String>, _ entries: [Entry]) {
    own = Content(
      men: Set(men.map { $0.lowercased() }), women: Set(women.map { $0.lowercased() }),
      entries: entries,
      places: Dictionary(grouping: entries.indices) { entries[$0].name.lowercased() })
  }

  public static func == (left: Self, right: Self) -> Bool {
    left.men == right.men && left.women == right.women && left.entries == right.entries
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(men)
    hasher.combine(women)
    hasher.combine(entries)
  }

  /// No names: all are declined by rule.
  public static let empty = RussianNames(men: [], women: [], [])

  /// These names with `other`'s added, which hold where both have the name.
  public func overridden(by other: RussianNames) -> RussianNames {
    let kept = entries.filter { entry in
      !other.entries.contains {
        $0.part == entry.part && $0.name.lowercased() == entry.name.lowercased()
          && ($0.gender == nil || entry.gender == nil || $0.gender == entry.gender)
      }
    }
    return RussianNames(
      men: men.subtracting(other.women).union(other.men),
      women: women.subtracting(other.men).union(other.women), kept + other.entries)
  }

  /// The forms of a name that has its own.
  func forms(of name: String, _ part: Part, _ gender: RussianGender) -> RussianNameForms? {
    let (entries, places) = (content.entries, content.places)
    guard !places.isEmpty, let found = places[name.lowercased()] else { return nil }
    for place in found {
      let entry = entries[place]
      if entry.part == part, entry.gender == nil || entry.gender == gender {
        return RussianNameForms(entry.forms, variants: entry.variants, as: name)
      }
    }
    return nil
  }
}

extension RussianNames {
  /// Reads the compact form that is built in, a name a line, its columns separated by `|`:
  /// `man|ерлан`, `woman|айгуль`, `first|Лев|masculine|norm|Лев,Льва,…`, `surname|Дюма||norm|Дюма,…`; accepted forms may
  /// follow in a sixth column.
  ///
  /// - Throws: ``LexiconTableError`` at the first line that is not of this form.
  public init(table: String) throws(LexiconTableError) {
    var men: [String] = []
    var women: [String] = []
    var entries: [Entry] = []
    for (index, line) in table.utf8.split(separator: UInt8(ascii: "\n")).enumerated() {
      let columns = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map(Substring.init)
      switch (columns[0], columns.count) {
      case ("man", 2): men.append(String(columns[1]))
      case ("woman", 2): women.append(String(columns[1]))
      default:
        guard let entry = Entry(columns) else {
          throw LexiconTableError(row: index + 1, text: String(Substring(line)))
        }
        entries.append(entry)
      }
    }
    self.init(men: men, women: women, entries)
  }

  /// The names in the form that ``init(table:)`` reads.
  public var table: String {
    let lines =
      men.sorted().map { "man|" + $0 } + women.sorted().map { "woman|" + $0 } + entries.map(\.line)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The names that are built in.
  public static let builtIn = RussianNames(builtIn: ())

  private static let builtInContent: Content = {
    do throws(LexiconTableError) {
      return try RussianNames(table: builtInTable).content
    } catch {
      preconditionFailure("the built-in names have a faulty row: \(error.text)")
    }
  }()
}

extension RussianNames.Entry {
  fileprivate init?(_ columns: [Substring]) {
    guard columns.count == 5 || columns.count == 6,
      let part = RussianNames.Part(rawValue: String(columns[0])),
      let provenance = LexiconProvenance(rawValue: String(columns[3]))
    else { return nil }
    var gender: RussianGender?
    if !columns[2].isEmpty {
      guard let known = RussianGender(rawValue: String(columns[2])) else { return nil }
      gender = known
    }
    func forms(_ column: Substring) -> [String] { column.split(separator: ",").map(String.init) }
    self.init(
      String(columns[1]), part, gender: gender, forms: forms(columns[4]),
      variants: columns.count == 6 ? forms(columns[5]) : nil, provenance: provenance)
  }

  fileprivate var line: String {
    let columns = [
      part.rawValue, name, gender?.rawValue ?? "", provenance.rawValue,
      forms.joined(separator: ","),
    ]
    let others = variants == forms ? [] : [variants.joined(separator: ",")]
    return (columns + others).joined(separator: "|")
  }
}
