/// A stream of numbers that is the same on every machine: SplitMix64, which has eight bytes of state.
struct ExampleRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the closed range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// Whether an event of that probability, in percent, happens.
  mutating func happens(percent: Int) -> Bool { number(in: 1...100) <= percent }

  mutating func element<Element>(of list: [Element]) -> Element {
    list[number(in: 0...list.count - 1)]
  }

  /// One of the names, each as often as its share in percent says.
  mutating func name(of shares: [(String, Int)]) -> String {
    shares[index(of: shares.map(\.1))].0
  }

  /// The place of one of the shares, each as often as it says.
  mutating func index(of shares: [Int]) -> Int {
    var rest = number(in: 1...shares.reduce(0, +))
    return shares.firstIndex { share in
      rest -= share
      return rest <= 0
    } ?? 0
  }

  /// `total` things in `count` heaps, none empty, none more than twice the average.
  mutating func heaps(of total: Int, count: Int) -> [Int] {
    var heaps = [Int](repeating: total / count, count: count)
    for index in 0..<total % count { heaps[index] += 1 }
    let most = total / count / 2
    guard count > 1, most > 0 else { return heaps }
    for index in stride(from: 0, to: count - 1, by: 2) {
      let moved = number(in: 0...most)
      heaps[index] += moved
      heaps[index + 1] -= moved
    }
    return heaps
  }
}
