/// Patterns of many names, each looked for only where a text has its first letter.
struct TermTable: Sendable {
  struct Entry: Sendable {
    /// The number of what is named.
    let name: Int
    let pattern: TermPattern
    /// Whether it is no other way to call it.
    let isProper: Bool
  }

  /// Patterns, with what each begins with beside them: most are told apart by that.
  private struct Row: Sendable {
    let leads: [LeadingBytes]
    let entries: [Entry]

    init(_ entries: [Entry]) {
      self.entries = entries
      leads = entries.map(\.pattern.lead)
    }
  }

  private let byInitial: [InitialBytes: Row]
  /// A bit for each first letter: most words of a text begin no name.
  private let initials: UInt64
  /// Those that begin with a mark of which there are several.
  private let others: Row

  init(_ entries: [Entry]) {
    let entries = entries.filter { !$0.pattern.isEmpty }
    let initials = Set(entries.compactMap(\.pattern.initial))
    byInitial = Dictionary(
      uniqueKeysWithValues: initials.map { initial in
        (initial, Row(entries.filter { ($0.pattern.initial ?? initial) == initial }))
      })
    self.initials = initials.reduce(0) { $0 | $1.bit }
    others = Row(entries.filter { $0.pattern.initial == nil })
  }

  /// Where names begin at a token, in the order of the names, until `body` has seen enough and returns `false`; a name of the last
  /// number is left out.
  fileprivate func search(
    at index: Int, in tokens: [TokenizedText.Token], _ body: (Entry, _ end: Int) -> Bool
  ) {
    let token = tokens[index]
    let row = initials & token.initial.bit != 0 ? byInitial[token.initial] ?? others : others
    var last: Int?
    for number in row.leads.indices where row.leads[number].mayBegin(token.lead) {
      let entry = row.entries[number]
      guard entry.name != last, let end = entry.pattern.end(at: index, in: tokens) else { continue }
      last = entry.name
      guard body(entry, end) else { return }
    }
  }

  /// Where each name stands: at each token once or, where only the first counts, one name.
  func named(
    in tokens: [TokenizedText.Token], isFirstOnly: Bool = false
  ) -> [ParagraphReading.Named] {
    var found: [ParagraphReading.Named] = []
    for index in tokens.indices {
      search(at: index, in: tokens) { entry, end in
        found.append(ParagraphReading.Named(name: entry.name, tokens: index..<end))
        return !isFirstOnly
      }
    }
    return found
  }
}

/// The names of the known bodies in one language.
struct BodyNameTable: Sendable {
  /// Where a body may be named.
  struct Place: Sendable {
    let body: Int
    let start: Int
    /// Where its name ends, or what it is called otherwise.
    let end: Int
    /// Where its own name ends; `nil` if it is called otherwise.
    let nameEnd: Int?
  }

  private let table: TermTable

  init(_ names: [BodyName], _ language: LetterLanguage) {
    table = TermTable(names.enumerated().flatMap { $1.entries($0, language) })
  }

  /// The bodies that may be named anywhere.
  func places(in tokens: [TokenizedText.Token]) -> [Place] {
    var places: [Place] = []
    for index in tokens.indices {
      table.search(at: index, in: tokens) { entry, end in
        places.append(
          Place(body: entry.name, start: index, end: end, nameEnd: entry.isProper ? end : nil))
        return true
      }
    }
    return places
  }
}
