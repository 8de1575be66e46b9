/// The two codes of a block, and how a block that uses them begins (RFC 1951, §3.2.7).
struct BlockCode: Sendable {
  /// By length, its symbol's bits with the extra bits, and how many there are in the highest byte.
  private let lengths: [UInt32]
  let literals: HuffmanCode
  let distances: HuffmanCode

  init(_ counts: SymbolCounts) {
    var counts = counts
    counts.literals[Symbols.endOfBlock] = max(counts.literals[Symbols.endOfBlock], 1)
    literals = HuffmanCode(counts: counts.literals, limit: 15)
    distances = HuffmanCode(counts: counts.distances, limit: 15)
    var lengths = [UInt32](repeating: 0, count: Symbols.longest + 1)
    for length in Symbols.shortest...Symbols.longest {
      let (symbol, extra, count) = Symbols.length(length)
      let code = literals.codes[symbol]
      let size = Int(code >> 16)
      lengths[length] = code & 0xFFFF | extra << UInt32(size) | UInt32(size + count) << 24
    }
    self.lengths = lengths
  }

  /// Both codes where they lie, for as long as many tokens are written.
  struct Table {
    fileprivate let literals: UnsafePointer<UInt32>
    fileprivate let lengths: UnsafePointer<UInt32>
    fileprivate let distances: UnsafePointer<UInt32>

    @inline(__always)
    func put(byte: UInt8, into writer: inout BitWriter) {
      let code = literals[Int(byte)]
      writer.put(UInt64(code & 0xFFFF), Int(code &>> 16))
    }

    @inline(__always)
    func put(length: Int, distance: Int, into writer: inout BitWriter) {
      let first = lengths[length]
      let size = Int(first &>> 24)
      let (symbol, extra, extraCount) = Symbols.distance(distance)
      let second = distances[symbol]
      let secondSize = Int(second &>> 16)
      let tail = UInt64(second & 0xFFFF) | UInt64(extra) &<< UInt64(secondSize)
      writer.put(
        UInt64(first & 0xFF_FFFF) | tail &<< UInt64(size), size &+ secondSize &+ extraCount)
    }

    @inline(__always)
    func put(_ token: Token, into writer: inout BitWriter) {
      if token.isByte {
        put(byte: UInt8(truncatingIfNeeded: token.bits), into: &writer)
      } else {
        put(length: token.length, distance: token.distance, into: &writer)
      }
    }

    func putEnd(into writer: inout BitWriter) {
      let code = literals[Symbols.endOfBlock]
      writer.put(UInt64(code & 0xFFFF), Int(code >> 16))
    }
  }

  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    literals.codes.withUnsafeBufferPointer { literals in
      lengths.withUnsafeBufferPointer { lengths in
        distances.codes.withUnsafeBufferPointer { distances in
          guard let first = literals.baseAddress, let second = lengths.baseAddress,
            let third = distances.baseAddress
          else { preconditionFailure("codes are never empty") }
          return body(Table(literals: first, lengths: second, distances: third))
        }
      }
    }
  }

  /// Writes the beginning of a block: whether it is the last, and the lengths of its codes.
  func putHeader(isLast: Bool, into writer: inout BitWriter) {
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    let literalCount = max(Self.used(literals), 257)
    let distanceCount = max(Self.used(distances), 1)
    let lengths =
      (0..<literalCount).map { literals.length(of: $0) }
      + (0..<distanceCount).map { distances.length(of: $0) }
    let runs = Self.runs(lengths)
    var counts = [UInt32](repeating: 0, count: 19)
    for run in runs { counts[run.symbol] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    var orderCount = 19
    while orderCount > 4, code.length(of: order[orderCount - 1]) == 0 { orderCount -= 1 }
    writer.reserve(400)
    writer.put(isLast ? 1 : 0, 1)
    writer.put(2, 2)
    writer.put(UInt64(literalCount - 257), 5)
    writer.put(UInt64(distanceCount - 1), 5)
    writer.put(UInt64(orderCount - 4), 4)
    for symbol in order.prefix(orderCount) { writer.put(UInt64(code.length(of: symbol)), 3) }
    for run in runs {
      writer.put(UInt64(code.codes[run.symbol] & 0xFFFF), code.length(of: run.symbol))
      writer.put(UInt64(run.extra), run.extraCount)
    }
  }

  private static func used(_ code: HuffmanCode) -> Int {
    (code.codes.lastIndex { $0 > 0 } ?? -1) + 1
  }

  /// Lengths of which those that repeat are told by their number.
  private static func runs(_ lengths: [Int]) -> [(symbol: Int, extra: Int, extraCount: Int)] {
    var runs: [(symbol: Int, extra: Int, extraCount: Int)] = []
    var index = 0
    while index < lengths.count {
      let length = lengths[index]
      var count = 1
      while index + count < lengths.count, lengths[index + count] == length { count += 1 }
      index += count
      if length > 0 {
        runs.append((length, 0, 0))
        count -= 1
      }
      while count >= 3 {
        let most = length > 0 ? 6 : count > 10 ? 138 : 10
        let taken = min(count, most)
        switch (length, taken) {
        case (0, 11...): runs.append((18, taken - 11, 7))
        case (0, _): runs.append((17, taken - 3, 3))
        default: runs.append((16, taken - 3, 2))
        }
        count -= taken
      }
      for _ in 0..<count { runs.append((length, 0, 0)) }
    }
    return runs
  }
}
