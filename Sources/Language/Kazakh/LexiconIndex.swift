/// Finds the entries of a lexicon by their letters; made once for each lexicon, and shared.
final class LexiconIndex: Sendable {
  /// An entry as a word is found by: its own spelling, or the possessed form of a head.
  private struct Row {
    let hash: UInt64
    let letters: [Unicode.Scalar]
    let entry: Int
    let isPossessedForm: Bool
  }

  let entries: [ReadingLexicon.Entry]
  /// How each entry changes before suffixes, in the order of `entries`.
  let changes: [KazakhStemChange]
  private let rows: [Row]
  private let hashes: [UInt64]

  init(_ entries: [ReadingLexicon.Entry]) {
    self.entries = entries
    changes = entries.map(KazakhStemChange.init(entry:))
    var rows: [Row] = []
    func add(_ spelling: String, _ entry: Int, isPossessedForm: Bool) {
      let letters = spelling.composedLetters.scalars
      let hash = Self.hash(of: KazakhLetters(letters, letters.indices))
      rows.append(
        Row(hash: hash, letters: letters, entry: entry, isPossessedForm: isPossessedForm))
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
    rows.sort { ($0.hash, $0.entry) < ($1.hash, $1.entry) }
    self.rows = rows
    hashes = rows.map(\.hash)
  }

  /// Where the entry of a word stands; of several that differ in capitals, the one written so.
  func place(of word: KazakhLetters) -> Int? {
    var found: Int?
    for place in range(of: word) where !rows[place].isPossessedForm {
      let entry = rows[place].entry
      if word.spell(rows[place].letters, exactly: true) { return entry }
      if entries[entry].kind.ignoresCapitals, word.spell(rows[place].letters, exactly: false) {
        found = entry
      }
    }
    return found
  }

  /// The noun of which the word is the possessed form.
  func head(of word: KazakhLetters) -> String? {
    for place in range(of: word)
    where rows[place].isPossessedForm && word.spell(rows[place].letters, exactly: false) {
      return entries[rows[place].entry].token
    }
    return nil
  }

  /// The rows that have the word's hash. Costs a binary search.
  private func range(of word: KazakhLetters) -> Range<Int> {
    guard !hashes.isEmpty else { return 0..<0 }
    let hash = Self.hash(of: word)
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
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
}

extension KazakhStem.Kind {
  /// Whether an entry also stands for the word in other capitals.
  fileprivate var ignoresCapitals: Bool { self == .word || self == .latinName }
}
