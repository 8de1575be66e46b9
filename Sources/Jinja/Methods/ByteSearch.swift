/// Finds a text in a text by its bytes, in time that is linear in both whatever they hold.
struct ByteSearch {
  private let wanted: [UInt8]
  /// For every prefix of what is wanted, how much of its beginning is also its end.
  private let borders: [Int]

  /// A search for `text`, which is not empty.
  init(_ text: String) { self.init(Array(text.utf8)) }

  private init(_ wanted: [UInt8]) {
    self.wanted = wanted
    var borders = Array(repeating: 0, count: wanted.count)
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = borders[length - 1] }
      if wanted[index] == wanted[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// Where it stands first at or after `start`.
  func first(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var matched = 0
    for index in start..<max(start, bytes.count) {
      while matched > 0, bytes[index] != wanted[matched] { matched = borders[matched - 1] }
      if bytes[index] == wanted[matched] { matched += 1 }
      if matched == wanted.count { return index - matched + 1 }
    }
    return nil
  }

  /// Where it stands last.
  func last(in bytes: [UInt8]) -> Int? {
    let reversed = ByteSearch(wanted.reversed())
    return reversed.first(in: bytes.reversed()).map { bytes.count - $0 - wanted.count }
  }
}
