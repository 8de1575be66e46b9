import Language

/// What a word may mean to the facts of a text.
struct WordSense: Sendable {
  enum CalendarUnit: Sendable {
    case year, halfYear, quarter, month
  }

  /// A word of a number.
  enum Numeral: Hashable, Sendable {
    /// 0 to 19, or tens, or Russian hundreds.
    case value(Int)
    /// The Kazakh hundred, before which stands how many.
    case hundred
    /// Thousands and more, as a power of ten.
    case scale(Int)
  }

  var month: Int?
  /// The first of two months in one word: «қаңтар-наурыз».
  var firstMonth: Int?
  var calendar: CalendarUnit?
  var numeral: Numeral?
  var isOrdinal = false
  /// Whether a number with this word may be none: «бір», «один».
  var isVague = false
  var level: LegalReference.Provision.Level?
  var act: LegalAct.Kind?
  var thing: CountedThing?
  var qualifier: CountedQualifier?
  /// How the word ends, of Kazakh words.
  var ending: KazakhEnding = []

  mutating func add(_ other: WordSense) {
    month = month ?? other.month
    calendar = calendar ?? other.calendar
    numeral = numeral ?? other.numeral
    level = level ?? other.level
    act = act ?? other.act
    thing = thing ?? other.thing
    qualifier = qualifier ?? other.qualifier
    isOrdinal = isOrdinal || other.isOrdinal
    isVague = isVague || other.isVague
    ending.formUnion(other.ending)
  }
}

/// The words of a language that facts are made of, found by their stems.
struct WordTable: Sendable {
  /// What may follow a stem.
  enum Ending: Sendable {
    case nothing
    /// The endings of Kazakh nouns.
    case kazakh
    /// The endings of Kazakh ordinals, and cases after them.
    case kazakhOrdinal
    case russianNoun, russianAdjective
  }

  private struct Node {
    let byte: UInt8
    var child: Int32 = 0
    var sibling: Int32 = 0
    var senses: [(ending: Ending, sense: WordSense)] = []
  }

  private var nodes = [Node(byte: 0)]

  mutating func add(_ stems: String, _ ending: Ending, _ change: (inout WordSense) -> Void) {
    var sense = WordSense()
    change(&sense)
    for stem in stems.split(separator: " ") {
      var node = 0
      for byte in stem.utf8 { node = child(of: node, byte) ?? insert(byte, below: node) }
      nodes[node].senses.append((ending, sense))
    }
  }

  private func child(of node: Int, _ byte: UInt8) -> Int? {
    var next = Int(nodes[node].child)
    while next != 0 {
      if nodes[next].byte == byte { return next }
      next = Int(nodes[next].sibling)
    }
    return nil
  }

  private mutating func insert(_ byte: UInt8, below node: Int) -> Int {
    var new = Node(byte: byte)
    new.sibling = nodes[node].child
    nodes.append(new)
    nodes[node].child = Int32(nodes.count - 1)
    return nodes.count - 1
  }

  /// What `word`, in small letters, means by its longest stem with a possible ending.
  func sense(of word: some Collection<UInt8>) -> WordSense? {
    var node = 0
    var found: WordSense?
    var index = word.startIndex
    while index != word.endIndex {
      guard let next = child(of: node, word[index]) else { break }
      node = next
      word.formIndex(after: &index)
      guard !nodes[node].senses.isEmpty else { continue }
      var merged: WordSense?
      for (ending, sense) in nodes[node].senses {
        guard var accepted = Self.accepted(sense, ending, word[index...]) else { continue }
        if let merged { accepted.add(merged) }
        merged = accepted
      }
      found = merged ?? found
    }
    return found
  }

  private static func accepted(
    _ sense: WordSense, _ ending: Ending, _ rest: some Collection<UInt8>
  ) -> WordSense? {
    var sense = sense
    switch ending {
    case .nothing: return rest.isEmpty ? sense : nil
    case .russianNoun:
      return RussianEnding.nouns.contains(String(decoding: rest, as: UTF8.self)) ? sense : nil
    case .russianAdjective:
      return RussianEnding.adjectives.contains(String(decoding: rest, as: UTF8.self)) ? sense : nil
    case .kazakh, .kazakhOrdinal:
      guard rest.count <= 28,
        let parsed = KazakhEnding(Array(rest), mayBeOrdinal: ending == .kazakhOrdinal)
      else { return nil }
      sense.ending = parsed
      sense.isOrdinal = parsed.contains(.ordinal)
      return sense
    }
  }
}

enum RussianEnding {
  /// The endings of nouns of all declensions; none of them is more than a vowel with at most «в», «й», «м», «ми», «х».
  static let nouns: WordSet = [
    "", "а", "у", "ом", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах", "я", "ю", "ем", "ям",
    "ями", "ях", "ь",
    "ью", "ой", "ою", "ею", "о", "й", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях",
  ]
  static let adjectives: WordSet = [
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ом", "ем", "ую",
    "юю", "ей", "ых", "их", "ыми", "ими", "ою", "ею",
  ]
}
