/// Words among which others are looked for: most are not there, which their first letters and lengths tell.
///
/// A word is there if the same letters are, however they are composed.
struct WordSet: ExpressibleByArrayLiteral, Sequence, Sendable {
  private let words: Set<String>
  /// The same by their bytes.
  private let keys: Set<TextKey>
  /// A bit for each length that a word has, in bytes, and for each second byte, which tells most of a Cyrillic letter.
  private let lengths: UInt64
  private let initials: UInt64
  /// Whether none of the words is composed.
  private let arePlain: Bool

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    keys = Set(self.words.map { TextKey($0) })
    lengths = keys.reduce(0) { $0 | Self.bit($1.bytes) }
    initials = self.words.reduce(0) { $0 | Self.bit(Self.initial(of: $1.utf8)) }
    arePlain = self.words.allSatisfy { word in
      word.utf8.withContiguousStorageIfAvailable { Bytes.isPlain($0) } ?? false
    }
  }

  init(arrayLiteral words: String...) { self.init(words) }

  func contains(_ word: String) -> Bool {
    let (mayBe, isPlain) =
      word.utf8.withContiguousStorageIfAvailable { bytes in
        (
          lengths & Self.bit(bytes.count) != 0
            && initials & Self.bit(Self.initial(of: bytes)) != 0, Bytes.isPlain(bytes)
        )
      } ?? (false, false)
    guard isPlain, arePlain else { return words.contains(word) }
    return mayBe && keys.contains(TextKey(word))
  }

  func makeIterator() -> Set<String>.Iterator { words.makeIterator() }

  func union(_ others: some Sequence<String>) -> WordSet { WordSet(words.union(others)) }

  private static func bit(_ number: Int) -> UInt64 { 1 << UInt64(number & 63) }

  private static func initial(of bytes: some Collection<UInt8>) -> Int {
    Int(bytes.dropFirst().first ?? bytes.first ?? 0)
  }
}
