/// Patterns of many names, each looked for only where a text has its first letter.
struct TermTable: Sendable {
  struct Entry: Sendable {
    /// The number of what is named.
    let name: Int
    let pattern: TermPattern
    /// Whether it is no other way to call it.
    let isProper: Bool
  }

  private let byInitial: [InitialBytes: [Entry]]
  /// A bit for each first letter: most words of a text begin no name.
  private let initials: UInt64
  /// Those that begin with a mark of which there are several.
  private let others: [Entry]

  init(_ entries: [Entry]) {
    var byInitial: [InitialBytes: [Entry]] = [:]
    for initial in Set(entries.compactMap(\.pattern.initial)) {
      byInitial[initial] = entries.filter {
        !$0.pattern.isEmpty && ($0.pattern.initial ?? initial) == initial
      }
    }
    self.byInitial = byInitial
    initials = byInitial.keys.reduce(0) { $0 | $1.bit }
    others = entries.filter { !$0.pattern.isEmpty && $0.pattern.initial == nil }
  }

  /// The patterns that may stand at a token, in their order.
  func entries(at token: TokenizedText.Token) -> [Entry] {
    guard initials & token.initial.bit != 0 else { return others }
    return byInitial[token.initial] ?? others
  }

  /// Where each name stands: at each token once or, where only the first counts, one name.
  func named(
    in tokens: [TokenizedText.Token], isFirstOnly: Bool = false
  ) -> [ParagraphReading.Named] {
    var found: [ParagraphReading.Named] = []
    for index in tokens.indices {
      var last: Int?
      for entry in entries(at: tokens[index]) where entry.name != last {
        guard let end = entry.pattern.end(at: index, in: tokens) else { continue }
        found.append(ParagraphReading.Named(name: entry.name, tokens: index..<end))
        if isFirstOnly { break }
        last = entry.name
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

  /// The bodies that may be named from a token on, in the order in which they are known.
  func places(at index: Int, in tokens: [TokenizedText.Token]) -> [Place] {
    var places: [Place] = []
    for entry in table.entries(at: tokens[index]) where entry.name != places.last?.body {
      guard let end = entry.pattern.end(at: index, in: tokens) else { continue }
      places.append(
        Place(body: entry.name, start: index, end: end, nameEnd: entry.isProper ? end : nil))
    }
    return places
  }

  /// The bodies that may be named anywhere.
  func places(in tokens: [TokenizedText.Token]) -> [Place] {
    tokens.indices.flatMap { places(at: $0, in: tokens) }
  }
}
