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

  /// How many extra bits follow the symbol of a distance.
  static func extraCount(ofDistance symbol: Int) -> Int { max(symbol / 2 - 1, 0) }

  /// The least distance that has a symbol, less one.
  static func first(ofDistance symbol: Int) -> Int {
    symbol < 4 ? symbol : (2 + symbol & 1) << extraCount(ofDistance: symbol)
  }

  /// The symbols of distances, where ``place(ofDistance:)`` has them: looked up, since to work one out takes more.
  static let distanceSymbols: [UInt8] = {
    var symbols = [UInt8](repeating: 0, count: 256 + Token.noDistance >> 7 + 1)
    for symbol in 0..<Token.distanceSymbols {
      // No symbol from the sixteenth on begins or ends within what is one place.
      for place in Symbols.place(ofDistance: first(ofDistance: symbol) + 1)..<symbols.count {
        symbols[place] = UInt8(symbol)
      }
    }
    return symbols
  }()

  /// Where the symbol of a distance stands: each of the first 256 by itself, from there on by what is above the lowest seven bits.
  @inline(__always)
  static func place(ofDistance distance: Int) -> Int {
    let x = distance &- 1
    return x < 256 ? x : 256 &+ x &>> 7
  }
}

/// One step through the bytes: a byte as it is, or a match with what stands farther back.
///
/// Both have the same form, so that nobody who goes through many of them has to guess which comes next.
struct Token: Sendable {
  /// How many different steps there are without their distances.
  static let steps = 512
  /// The symbols that distances lead to, with two that a byte's may.
  static let distanceSymbols = 32
  /// No distance, but one that has a symbol of its own, the last, and extra bits that are all zero.
  static let noDistance = 0xC001

  /// The step in the lower half, the distance in the upper.
  private let bits: UInt32

  @inline(__always)
  init(byte: UInt8) { bits = UInt32(byte) | UInt32(Self.noDistance) &<< 16 }

  @inline(__always)
  init(length: Int, distance: Int) {
    bits = UInt32(truncatingIfNeeded: Self.step(length) | distance &<< 16)
  }

  /// The number of the step to match so many bytes; the steps below are bytes.
  @inline(__always)
  static func step(_ length: Int) -> Int { length &+ (256 &- Symbols.shortest) }

  @inline(__always)
  var step: Int { Int(truncatingIfNeeded: bits & 0xFFFF) }
  @inline(__always)
  var distance: Int { Int(truncatingIfNeeded: bits &>> 16) }
}

/// How often each symbol is used.
struct SymbolCounts: Sendable {
  var literals = [UInt32](repeating: 0, count: Symbols.literals)
  var distances = [UInt32](repeating: 0, count: Symbols.distances)

  mutating func add(_ tokens: UnsafeBufferPointer<Token>) {
    let count = Token.steps + Token.distanceSymbols
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { counts in
      counts.initialize(repeating: 0)
      Symbols.distanceSymbols.withUnsafeBufferPointer { symbols in
        for token in tokens {
          counts[token.step] &+= 1
          let symbol = Int(symbols[Symbols.place(ofDistance: token.distance)])
          counts[Token.steps &+ symbol] &+= 1
        }
      }
      for byte in 0..<256 { literals[byte] &+= counts[byte] }
      for length in Symbols.shortest...Symbols.longest {
        literals[Symbols.length(length).symbol] &+= counts[Token.step(length)]
      }
      for symbol in 0..<Symbols.distances { distances[symbol] &+= counts[Token.steps + symbol] }
    }
  }
}
