/// What changed between two texts: lines that are gone, that are new, and within a line that was changed its words.
struct TextDifference: Sendable {
  enum Piece: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
  }

  /// One line of either text, or of both.
  enum Line: Hashable, Sendable {
    case same(String)
    case removed(String)
    case added(String)
    /// A line of which words were changed.
    case changed([Piece])
  }

  let lines: [Line]

  /// Comparing costs the product of length and changes: of texts beyond these limits only lines are compared, or nothing.
  private static let mostLines = 6_000
  private static let mostWords = 600

  /// - Complexity: O(*nd*) for *n* lines of which *d* differ.
  init(from old: String, to new: String) {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard before.count + after.count <= Self.mostLines else {
      lines = before.map { .removed($0) } + after.map { .added($0) }
      return
    }
    lines = Self.joined(Self.pieces(before, after))
  }

  /// Whether the texts are the same.
  var isEmpty: Bool {
    lines.allSatisfy { if case .same = $0 { true } else { false } }
  }

  /// In the order of the texts; what is gone before what came in its place.
  private static func pieces(_ before: [String], _ after: [String]) -> [Piece] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var pieces: [Piece] = []
    var index = 0
    for (position, element) in after.enumerated() {
      while index < before.count, removed.contains(index) {
        pieces.append(.removed(before[index]))
        index += 1
      }
      if added.contains(position) {
        pieces.append(.added(element))
      } else {
        pieces.append(.same(element))
        index += 1
      }
    }
    while index < before.count {
      pieces.append(.removed(before[index]))
      index += 1
    }
    return pieces
  }

  /// Lines that went and lines that came in their place, as many of one as of the other, are lines that were changed.
  private static func joined(_ pieces: [Piece]) -> [Line] {
    var lines: [Line] = []
    var removed: [String] = []
    var added: [String] = []
    func settle() {
      if removed.count == added.count {
        lines += zip(removed, added).map { changed($0, $1) }
      } else {
        lines += removed.map { .removed($0) } + added.map { .added($0) }
      }
      removed = []
      added = []
    }
    for piece in pieces {
      switch piece {
      case .same(let text):
        settle()
        lines.append(.same(text))
      case .removed(let text): removed.append(text)
      case .added(let text): added.append(text)
      }
    }
    settle()
    return lines
  }

  private static func changed(_ old: String, _ new: String) -> Line {
    let (before, after) = (words(of: old), words(of: new))
    guard before.count + after.count <= mostWords else {
      return .changed([.removed(old), .added(new)])
    }
    return .changed(pieces(before, after))
  }

  /// The words with the spaces between them as words of their own, so that together they are the text.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isSpace: Bool?
    for character in text {
      if character.isWhitespace == isSpace, !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
        isSpace = character.isWhitespace
      }
    }
    return words
  }
}
