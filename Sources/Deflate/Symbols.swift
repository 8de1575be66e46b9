/// The symbols of lengths and distances, each with the extra bits that follow it (RFC 1951, §3.2.5).
enum Symbols {
  /// Bytes, the end of a block, and lengths.
  static let literals = 286
  static let distances = 30
  static let endOfBlock = 256
  /// The least and the most bytes that a match covers.
  static let shortest = 3
  static let longest = 258
  /// How far back a match reaches.
  static let reach = 32768

  /// The symbol of a length of 3 to 258 bytes.
  @inline(__always)
  static func length(_ length: Int) -> (symbol: Int, extra: UInt32, count: Int) {
    let x = UInt32(truncatingIfNeeded: length - 3)
    if length == longest { return (285, 0, 0) }
    if x < 8 { return (257 + Int(x), 0, 0) }
    let top = 31 - x.leadingZeroBitCount
    let low = (x >> UInt32(top - 2)) & 3
    return (257 + 4 * (top - 1) + Int(low), x & ((1 << UInt32(top - 2)) - 1), top - 2)
  }

  /// The symbol of a distance of 1 to 32,768 bytes.
  @inline(__always)
  static func distance(_ distance: Int) -> (symbol: Int, extra: UInt32, count: Int) {
    let x = UInt32(truncatingIfNeeded: distance - 1)
    if x < 4 { return (Int(x), 0, 0) }
    let top = 31 - x.leadingZeroBitCount
    let low = (x >> UInt32(top - 1)) & 1
    return (2 * top + Int(low), x & ((1 << UInt32(top - 1)) - 1), top - 1)
  }
}

/// One step through the bytes: a byte as it is, or a match with what stands farther back.
struct Token: Sendable {
  /// A byte, or the length in the upper half and the distance less one in the lower.
  let bits: UInt32

  @inline(__always)
  init(byte: UInt8) { bits = UInt32(byte) }

  @inline(__always)
  init(length: Int, distance: Int) {
    bits = UInt32(truncatingIfNeeded: length << 16 | (distance - 1))
  }

  var isByte: Bool { bits < 1 << 16 }
  var byte: Int { Int(bits) }
  var length: Int { Int(bits >> 16) }
  var distance: Int { Int(bits & 0xFFFF) + 1 }
}

/// How often each symbol is used.
struct SymbolCounts: Sendable {
  var literals = [UInt32](repeating: 0, count: Symbols.literals)
  var distances = [UInt32](repeating: 0, count: Symbols.distances)

  mutating func add(_ tokens: UnsafeBufferPointer<Token>) {
    literals.withUnsafeMutableBufferPointer { literals in
      distances.withUnsafeMutableBufferPointer { distances in
        for token in tokens {
          if token.isByte {
            literals[token.byte] &+= 1
          } else {
            literals[Symbols.length(token.length).symbol] &+= 1
            distances[Symbols.distance(token.distance).symbol] &+= 1
          }
        }
      }
    }
  }

  mutating func add(_ token: Token) {
    withUnsafePointer(to: token) { add(UnsafeBufferPointer(start: $0, count: 1)) }
  }
}
