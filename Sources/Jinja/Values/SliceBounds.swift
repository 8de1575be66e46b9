/// Where a slice begins, ends and how far it steps, as written: `[from:to:step]`.
struct SliceBounds {
  let from: Int?
  let to: Int?
  let step: Int

  /// The positions that the slice takes out of `count` items, in order.
  func positions(in count: Int) -> StrideTo<Int> {
    let ends = ends(in: count)
    return stride(from: ends.start, to: ends.stop, by: max(step, -count - 1))
  }

  /// The position that the slice begins at, and the one that it stops before.
  func ends(in count: Int) -> (start: Int, stop: Int) {
    func bound(_ given: Int?, _ missing: Int) -> Int {
      guard let given else { return missing }
      let position = given < 0 ? max(given, -count - 1) + count : given
      return step > 0 ? min(max(position, 0), count) : min(max(position, -1), count - 1)
    }
    return (bound(from, step > 0 ? 0 : count - 1), bound(to, step > 0 ? count : -1))
  }
}
