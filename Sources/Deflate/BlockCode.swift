/// The two codes of a block, and how a block that uses them begins (RFC 1951, §3.2.7).
struct BlockCode: Sendable {
  /// By step, its symbol's bits with the extra bits, and how many there are in the highest byte.
  private let steps: [UInt32]
  /// By symbol, from the lowest bits on: its own 16, how many extra bits follow it in 8, how many it has itself in 8, and above them its first distance less one; no bits for what is no distance.
  private let distanceSteps: [UInt64]
  let literals: HuffmanCode
  let distances: HuffmanCode

  init(_ counts: SymbolCounts) {
    var counts = counts
    counts.literals[Symbols.endOfBlock] = max(counts.literals[Symbols.endOfBlock], 1)
    literals = HuffmanCode(counts: counts.literals, limit: 15)
    distances = HuffmanCode(counts: counts.distances, limit: 15)
    var steps = [UInt32](repeating: 0, count: Token.steps)
    for byte in 0..<256 {
      let code = literals.codes[byte]
      steps[byte] = code & 0xFFFF | (code >> 16) << 24
    }
    for length in Symbols.shortest...Symbols.longest {
      let (symbol, extra, count) = Symbols.length(length)
      let code = literals.codes[symbol]
      let size = Int(code >> 16)
      steps[Token.step(length)] =
        code & 0xFFFF | extra << UInt32(size) | UInt32(size + count) << 24
    }
    self.steps = steps
    var distanceSteps = [UInt64](repeating: 0, count: Token.distanceSymbols)
    for symbol in distanceSteps.indices {
      distanceSteps[symbol] = UInt64(Symbols.first(ofDistance: symbol)) << 32
      guard symbol < Symbols.distances else { continue }
      let code = UInt64(distances.codes[symbol])
      let extraCount = UInt64(Symbols.extraCount(ofDistance: symbol))
      distanceSteps[symbol] |= code & 0xFFFF | extraCount << 16 | (code >> 16) << 24
    }
    self.distanceSteps = distanceSteps
  }

  /// Both codes, and the symbols of distances, where they lie, for as long as many tokens are written.
  struct Table {
    fileprivate let steps: UnsafePointer<UInt32>
    fileprivate let distances: UnsafePointer<UInt64>
    /// ``Symbols/distanceSymbols``.
    fileprivate let symbols: UnsafePointer<UInt8>
    fileprivate let end: UInt32

    @inline(__always)
    func put(byte: UInt8, into cursor: inout BitCursor) {
      let code = steps[Int(byte)]
      cursor.put(UInt64(code & 0xFF_FFFF), Int(code &>> 24))
    }

    @inline(__always)
    func put(length: Int, distance: Int, into cursor: inout BitCursor) {
      put(steps[Token.step(length)], distance, into: &cursor)
    }

    @inline(__always)
    func put(_ token: Token, into cursor: inout BitCursor) {
      put(steps[token.step], token.distance, into: &cursor)
    }

    @inline(__always)
    private func put(_ step: UInt32, _ distance: Int, into cursor: inout BitCursor) {
      let code = distances[Int(symbols[Symbols.place(ofDistance: distance)])]
      let extra = UInt64(truncatingIfNeeded: distance &- 1) &- code &>> 32
      let own = (code &>> 24) & 0xFF
      let tail = code & 0xFFFF | extra &<< own
      let size = UInt64(step &>> 24)
      cursor.put(
        UInt64(step & 0xFF_FFFF) | tail &<< size,
        Int(truncatingIfNeeded: size &+ own &+ (code &>> 16) & 0xFF))
    }

    func putEnd(into cursor: inout BitCursor) {
      cursor.put(UInt64(end & 0xFFFF), Int(end >> 16))
    }
  }

  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    steps.withUnsafeBufferPointer { steps in
      distanceSteps.withUnsafeBufferPointer { distances in
        Symbols.distanceSymbols.withUnsafeBufferPointer { symbols in
          guard let steps = steps.baseAddress, let distances = distances.baseAddress,
            let symbols = symbols.baseAddress
          else { preconditionFailure("codes are never empty") }
          return body(
            Table(
              steps: steps, distances: distances, symbols: symbols,
              end: literals.codes[Symbols.endOfBlock]))
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
    var cursor = writer.cursor
    cursor.put(isLast ? 1 : 0, 1)
    cursor.put(2, 2)
    cursor.put(UInt64(literalCount - 257), 5)
    cursor.put(UInt64(distanceCount - 1), 5)
    cursor.put(UInt64(orderCount - 4), 4)
    for symbol in order.prefix(orderCount) { cursor.put(UInt64(code.length(of: symbol)), 3) }
    for run in runs {
      cursor.put(UInt64(code.codes[run.symbol] & 0xFFFF), code.length(of: run.symbol))
      cursor.put(UInt64(run.extra), run.extraCount)
    }
    writer.cursor = cursor
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
