import Synchronization

/// What rendering reads at every step, where it never moves and nobody counts who looks.
///
/// Arrays would do the same; but each look into one that belongs to an object takes hold of it and lets it go, which takes longer than the step.
final class ProgramTables: Sendable {
  /// The tables as plain places in memory, good for as long as the program is.
  struct View: Sendable {
    nonisolated(unsafe) let instructions: UnsafePointer<ProgramCode.Instruction>
    nonisolated(unsafe) let expressions: UnsafePointer<Expression>
    nonisolated(unsafe) let spans: UnsafePointer<Span>
    nonisolated(unsafe) let constants: UnsafePointer<UInt8>
    nonisolated(unsafe) let constantRanges: UnsafePointer<Range<Int>>

    /// The bytes of a constant.
    @inline(__always)
    func constant(_ number: Int32) -> UnsafeBufferPointer<UInt8> {
      let range = constantRanges[Int(number)]
      return UnsafeBufferPointer(start: constants + range.lowerBound, count: range.count)
    }
  }

  let view: View
  /// The shape of the context that was looked at last, and where in it the names are that the program takes from there.
  private let known = Mutex<(shape: ObjectShape, places: [Int?])?>(nil)

  /// Where in a context of this shape each of `names` is; many contexts of one shape are looked through once.
  func places(of names: [(name: String, slot: Int32)], in shape: ObjectShape) -> [Int?] {
    known.withLock { known in
      if let known, known.shape === shape { return known.places }
      let places = names.map { shape.index(of: $0.name) }
      known = (shape, places)
      return places
    }
  }

  init(_ code: ProgramCode) {
    view = View(
      instructions: Self.copy(code.instructions), expressions: Self.copy(code.expressions),
      spans: Self.copy(code.spans), constants: Self.copy(code.constants),
      constantRanges: Self.copy(code.constantRanges))
  }

  deinit {
    view.instructions.deallocate()
    view.expressions.deallocate()
    view.spans.deallocate()
    view.constants.deallocate()
    view.constantRanges.deallocate()
  }

  /// A copy of what holds nothing but numbers, so that nothing need be done to let it go.
  private static func copy<Element>(_ elements: [Element]) -> UnsafePointer<Element> {
    let copy = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    _ = UnsafeMutableBufferPointer(start: copy, count: elements.count).initialize(from: elements)
    return UnsafePointer(copy)
  }
}
