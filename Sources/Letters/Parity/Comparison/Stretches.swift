extension [Breakdown.Number] {
  /// The numbers that begin in a stretch of tokens; numbers stand in the order of their text.
  func beginning(in tokens: Range<Int>) -> ArraySlice<Breakdown.Number> {
    let start = partition { $0.fact.tokens.lowerBound >= tokens.lowerBound }
    let end = partition { $0.fact.tokens.lowerBound >= tokens.upperBound }
    return self[start..<Swift.max(start, end)]
  }
}

extension [Range<Int>] {
  /// The stretch that a token stands in, of some that stand in order and apart from one another.
  func stretch(around token: Int) -> Range<Int>? {
    let index = partition { $0.upperBound > token }
    return index < count && self[index].contains(token) ? self[index] : nil
  }
}

extension Array {
  /// The first index from which on a condition holds that, once it holds, holds to the end.
  fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
