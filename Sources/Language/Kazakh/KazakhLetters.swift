/// A word as the rules see it: its letters small, counted from the end, where everything is decided.
///
/// A view of part of an array: making one copies nothing.
struct KazakhLetters {
  private let scalars: [Unicode.Scalar]
  let range: Range<Int>

  init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
    self.scalars = scalars
    self.range = range
  }

  init(_ word: String) {
    let scalars = word.composedLetters.scalars
    self.init(scalars, scalars.indices)
  }

  var count: Int { range.count }

  /// The letter so many places before the last; NUL, which is no letter, before the first.
  subscript(fromEnd distance: Int) -> Unicode.Scalar {
    let index = range.upperBound - 1 - distance
    return index >= range.lowerBound ? scalars[index].small : "\0"
  }

  var last: Unicode.Scalar { self[fromEnd: 0] }

  var isCapitalised: Bool { range.isEmpty ? false : scalars[range.lowerBound].isUpper }

  var endsInCapital: Bool { range.isEmpty ? false : scalars[range.upperBound - 1].isUpper }

  /// How far from the end the last letter stands of which `test` holds, at `distance` or before.
  @inline(__always)
  func distance(
    from distance: Int = 0, where test: (Unicode.Scalar) -> Bool
  ) -> Int? {
    var index = range.upperBound - 1 - distance
    while index >= range.lowerBound {
      if test(scalars[index].small) { return range.upperBound - 1 - index }
      index -= 1
    }
    return nil
  }

  @inline(__always)
  func contains(where test: (Unicode.Scalar) -> Bool) -> Bool {
    distance(where: test) != nil
  }

  /// The last two letters, in the order in which they are written.
  var tail: (Unicode.Scalar, Unicode.Scalar) { (self[fromEnd: 1], self[fromEnd: 0]) }

  /// Whether the letters are those of `word`, capitals and all where `exactly`.
  func spell(_ word: [Unicode.Scalar], exactly: Bool) -> Bool {
    guard word.count == count else { return false }
    var index = range.lowerBound
    for scalar in word {
      let own = scalars[index]
      guard own == scalar || !exactly && own.small == scalar.small else { return false }
      index += 1
    }
    return true
  }
}
