/// The two codes of a block, and how a block that uses them begins (RFC 1951, §3.2.7).
struct BlockCode: Sendable {
  /// By step, its symbol's bits with the extra bits, and how many there are in the highest byte.
  private let steps: [UInt32]
  /// By symbol, its bits, how many extra bits follow it, and in the highest byte how many it has itself; nothing for what is no distance.
  private let distanceSteps: [UInt32]
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
    var distanceSteps = [UInt32](repeating: 0, count: Token.distanceSymbols)
    for (symbol, code) in distances.codes.enumerated() {
      // From the fifth on each two symbols have one bit more.
      let extraCount = UInt32(max(symbol / 2 - 1, 0))
      distanceSteps[symbol] = code & 0xFFFF | extraCount << 16 | (code >> 16) << 24
    }
    self.distanceSteps = distanceSteps
  }

  /// Both codes where they lie, for as long as many tokens are written.
  struct Table {
    fileprivate let steps: UnsafePointer<UInt32>
    fileprivate let distances: UnsafePointer<UInt32>
    fileprivate let end: UInt32

    @inline(__always)
    func put(byte: UInt8, into cursor: inout BitCursor) {
      let code = steps[Int(byte)]
      cursor.put(UInt64(code & 0xFF_FFFF), Int(code &>> 24))
    }

    @inline(__always)
    func put(length: Int, distance: Int, into cursor: inout BitCursor) {
      let (symbol, extra, _) = Symbols.distance(distance)
      put(steps[Token.step(length)], distances[symbol], extra, into: &cursor)
    }

    @inline(__always)
    func put(_ token: Token, into cursor: inout BitCursor) {
      let (symbol, extra, _) = Symbols.distance(token.distance)
      put(steps[token.step], distances[symbol], extra, into: &cursor)
    }

    @inline(__always)
    private func put(
      _ step: UInt32, _ distance: UInt32, _ extra: UInt32, into cursor: inout BitCursor
    ) {
      let size = UInt64(step &>> 24)
      let tail = UInt64(distance & 0xFFFF) | UInt64(extra) &<< UInt64(distance &>> 24)
      cursor.put(
        UInt64(step & 0xFF_FFFF) | tail &<< size,
        Int(size) &+ Int(distance &>> 24) &+ Int((distance &>> 16) & 0xFF))
    }

    func putEnd(into cursor: inout BitCursor) {
      cursor.put(UInt64(end & 0xFFFF), Int(end >> 16))
    }
  }

  func withTable<Result>(_ body: (Table) -> Result) -> Result {
    steps.withUnsafeBufferPointer { steps in
      distanceSteps.withUnsafeBufferPointer { distances in
        guard let first = steps.baseAddress, let second = distances.baseAddress else {
          preconditionFailure("codes are never empty")
        }
        let end = literals.codes[Symbols.endOfBlock]
        return body(Table(steps: first, distances: second, end: end))
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
