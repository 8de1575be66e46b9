/// A prefix code in which frequent symbols are short (RFC 1951, §3.2.2).
struct HuffmanCode: Sendable {
  /// The bits of each symbol in the lower half, the first lowest, and how many there are above; zero for what is never used.
  let codes: [UInt32]

  /// The code with which symbols used so often take the least bits while none is longer than `limit`.
  ///
  /// - Complexity: n log n for n symbols.
  init(counts: [UInt32], limit: Int) {
    self.init(lengths: Self.lengths(counts, limit))
  }

  /// The code whose symbols have these lengths, the symbols of a length in their order.
  init(lengths: [UInt8]) {
    var next = [UInt32](repeating: 0, count: 17)
    for length in lengths where length > 0 { next[Int(length) + 1] += 1 }
    for length in 1..<next.count { next[length] = (next[length - 1] + next[length]) << 1 }
    var codes = [UInt32](repeating: 0, count: lengths.count)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      codes[symbol] = Self.reversed(next[Int(length)], Int(length)) | UInt32(length) << 16
      next[Int(length)] += 1
    }
    self.codes = codes
  }

  /// How many bits a symbol has.
  func length(of symbol: Int) -> Int { Int(codes[symbol] >> 16) }

  private static func reversed(_ code: UInt32, _ length: Int) -> UInt32 {
    var (rest, result) = (code, UInt32(0))
    for _ in 0..<length {
      result = result << 1 | rest & 1
      rest >>= 1
    }
    return result
  }

  private static func lengths(_ counts: [UInt32], _ limit: Int) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: counts.count)
    // The rarest first; of two that are as frequent, the earlier symbol.
    var leaves: [UInt64] = []
    for (symbol, count) in counts.enumerated() where count > 0 {
      leaves.append(UInt64(count) << 16 | UInt64(symbol))
    }
    leaves.sort()
    guard leaves.count > 1 else {
      if let only = leaves.first { lengths[Int(only & 0xFFFF)] = 1 }
      return lengths
    }
    var tally = depths(leaves.map { $0 >> 16 }, limit)
    var length = limit
    for leaf in leaves {
      while tally[length] == 0 { length -= 1 }
      tally[length] -= 1
      lengths[Int(leaf & 0xFFFF)] = UInt8(length)
    }
    return lengths
  }

  /// How many leaves have each depth in the tree of least weight none of whose leaves is deeper than `limit`; weights ascend.
  private static func depths(_ weights: [UInt64], _ limit: Int) -> [Int] {
    let count = weights.count
    var inner: [UInt64] = []
    var parents = [Int](repeating: 0, count: 2 * count - 1)
    var (leaf, node) = (0, 0)
    // Both rows ascend, so that the two lightest stand at their beginnings.
    func lightest() -> Int {
      if leaf < count, node == inner.count || weights[leaf] <= inner[node] {
        leaf += 1
        return leaf - 1
      }
      node += 1
      return count + node - 1
    }
    func weight(_ index: Int) -> UInt64 { index < count ? weights[index] : inner[index - count] }
    while inner.count < count - 1 {
      let (first, second) = (lightest(), lightest())
      parents[first] = count + inner.count
      parents[second] = count + inner.count
      inner.append(weight(first) + weight(second))
    }
    var depths = [Int](repeating: 0, count: 2 * count - 1)
    var tally = [Int](repeating: 0, count: limit + 1)
    for index in (0..<(2 * count - 2)).reversed() {
      depths[index] = depths[parents[index]] + 1
      if index < count { tally[min(depths[index], limit)] += 1 }
    }
    // What was cut off at the limit takes room that shorter codes must give.
    var used = (1...limit).reduce(0) { $0 + tally[$1] << (limit - $1) }
    while used > 1 << limit {
      var length = limit - 1
      while tally[length] == 0 { length -= 1 }
      tally[length] -= 1
      tally[length + 1] += 2
      tally[limit] -= 1
      used -= 1
    }
    return tally
  }
}
