import Diagnostics

/// What `range(…)` gives: whole numbers at equal distances, none of which is stored.
final class RangeValue: PythonValue {
  let start: Int
  let stop: Int
  let step: Int
  /// How many numbers there are.
  let count: Int

  /// The numbers from `start` up to `stop`; `nil` for more of them than a template may go through, or a step of zero.
  init?(from start: Int, to stop: Int, by step: Int) {
    guard step != 0, step != .min else { return nil }
    var count = 0
    if step > 0 ? start < stop : start > stop {
      let distance = stop.subtractingReportingOverflow(start)
      guard !distance.overflow else { return nil }
      let size = step.magnitude
      let steps = (distance.partialValue.magnitude - 1) / size + 1
      guard steps <= UInt(Operators.maximumItems) else { return nil }
      count = Int(steps)
    }
    (self.start, self.stop, self.step, self.count) = (start, stop, step, count)
  }

  /// The number at a position that there is.
  func number(at position: Int) -> Int { start &+ position &* step }

  var text: String { step == 1 ? "range(\(start), \(stop))" : "range(\(start), \(stop), \(step))" }
  var items: [Value]? { (0..<count).map { .integer(number(at: $0)) } }
  var length: Int? { count }
  var isReversible: Bool { true }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "start": .integer(start)
    case "stop": .integer(stop)
    case "step": .integer(step)
    default: nil
    }
  }

  func item(_ key: Value) -> Value? {
    guard let index = key.index else {
      guard case .string(let name) = key else { return nil }
      return attribute(name)
    }
    let position = index < 0 ? index + count : index
    return (0..<count).contains(position) ? .integer(number(at: position)) : nil
  }

  func slice(_ bounds: SliceBounds) -> Value? {
    let (product, overflow) = step.multipliedReportingOverflow(by: bounds.step)
    guard !overflow else { return nil }
    let ends = bounds.ends(in: count)
    return RangeValue(from: number(at: ends.start), to: number(at: ends.stop), by: product)
      .map { .custom($0) }
  }

  func isEqual(to other: any PythonValue) -> Bool {
    guard let other = other as? RangeValue, count == other.count else { return false }
    return count == 0 || start == other.start && (count == 1 || step == other.step)
  }

  /// Where a number stands, or `nil` where it is not among them.
  func position(of number: Int) -> Int? {
    let (distance, overflow) = number.subtractingReportingOverflow(start)
    guard !overflow, distance.isMultiple(of: step) else { return nil }
    return (0..<count).contains(distance / step) ? distance / step : nil
  }

  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    guard name == "index" || name == "count" else { return nil }
    try arguments.expectPositional(1...1)
    let position = arguments.positional[0].index.flatMap { self.position(of: $0) }
    if name == "count" { return .integer(position == nil ? 0 : 1) }
    guard let position else { throw .arguments(of: name) }
    return .integer(position)
  }
}
