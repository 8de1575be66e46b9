import Cryptography

/// One of the parts into which an export is divided among machines.
///
/// Which part a letter belongs to follows from its id alone: each letter is in exactly one part, whatever else the period
/// holds.
public struct Shard: Hashable, Sendable {
  /// Its number, from 1.
  public let index: Int
  /// How many there are.
  public let count: Int

  /// The part `index` of `count`; `nil` if there is no such part.
  public init?(_ index: Int, of count: Int) {
    guard count > 0, (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// The part that the command line calls `2/8`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index, of: count)
  }

  /// Whether the letter with this id is in the part: the first 60 bits of the id's SHA-256, as a number, say in which.
  public func holds(_ id: String) -> Bool {
    let sum = SHA256.hexadecimal(of: Array(id.utf8))
    return Int(sum.prefix(15), radix: 16).map { $0 % count == index - 1 } ?? false
  }
}
