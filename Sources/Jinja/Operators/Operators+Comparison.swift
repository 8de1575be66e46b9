import BigInt
import Diagnostics

extension Operators {
  static func compare(
    _ symbol: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(Fault) -> Bool {
    switch symbol {
    case .equal: areEqual(left, right)
    case .notEqual: !areEqual(left, right)
    case .isIn: try contains(right, left)
    case .isNotIn: try !contains(right, left)
    case .less: try isOrdered(left, right, in: "<")
    case .greater: try isOrdered(right, left, in: ">")
    case .lessOrEqual: try isOrdered(left, right, orEqual: true, in: "<=")
    case .greaterOrEqual: try isOrdered(right, left, orEqual: true, in: ">=")
    }
  }

  /// Whether the values are equal; lists in lists beyond any sensible size are taken to differ.
  static func areEqual(_ left: Value, _ right: Value) -> Bool {
    var stepsLeft = 2_000_000
    return areEqual(left, right, &stepsLeft)
  }

  private static func areEqual(_ left: Value, _ right: Value, _ stepsLeft: inout Int) -> Bool {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return false }
    if let a = left.number {
      guard let b = right.number else { return false }
      return a.order(b) == .same
    }
    switch (left.plain, right.plain) {
    case (.undefined, .undefined), (.none, .none): return true
    case (.string(let a), .string(let b)): return a.isSame(as: b)
    case (.array(let a), .array(let b)), (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { areEqual($0, $1, &stepsLeft) }
    case (.object(let a), .object(let b)):
      return a.count == b.count
        && a.members.allSatisfy { key, value in
          b.value(for: key).map { areEqual(value, $0, &stepsLeft) } ?? false
        }
    case (.custom(let a as any PythonValue), .custom(let b as any PythonValue)):
      return a.isEqual(to: b)
    default: return false
    }
  }

  /// Whether `left` comes before `right`, or is equal to it if `orEqual`.
  static func isOrdered(
    _ left: Value, _ right: Value, orEqual: Bool = false, in symbol: String = "<"
  ) throws(Fault) -> Bool {
    if let a = left.number, let b = right.number {
      let order = a.order(b)
      return order == .before || orEqual && order == .same
    }
    switch (left.plain, right.plain) {
    case (.string(let a), .string(let b)):
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
        || orEqual && a.isSame(as: b)
    case (.array(let a), .array(let b)), (.tuple(let a), .tuple(let b)):
      for (x, y) in zip(a, b) where !areEqual(x, y) {
        return try isOrdered(x, y, orEqual: orEqual, in: symbol)
      }
      return orEqual ? a.count <= b.count : a.count < b.count
    case (.custom(let a as DictionaryView), .custom(let b as DictionaryView))
    where !a.isListed && !b.isListed:
      return a.isWithin(b) && (orEqual || a.length != b.length)
    case (.undefined, _): throw .type(of: left, in: symbol)
    case (_, .undefined): throw .type(of: right, in: symbol)
    default: throw .type(of: left.number == nil ? left : right, in: symbol)
    }
  }

  static func contains(_ container: Value, _ item: Value) throws(Fault) -> Bool {
    switch container.plain {
    case .undefined: return false
    case .string(let text):
      guard case .string(let part) = item.plain else { throw .unfit(item, in: "in") }
      return text.holds(part)
    case .object(let object):
      guard item.isHashable else { throw .type(of: item, in: "in") }
      return object.value(for: item) != nil
    case .custom(let view as DictionaryView):
      guard !view.isOfKeys || item.isHashable else { throw .type(of: item, in: "in") }
      return view.contains(item)
    case .custom(let range as RangeValue):
      guard let number = item.number else { return false }
      guard case .integer(let whole) = number.simplest else { return false }
      return range.position(of: whole) != nil
    case let value:
      guard let items = value.items else { throw .type(of: container, in: "in") }
      return items.contains { areEqual($0, item) }
    }
  }

  static func slice(
    _ value: Value, from: Int?, to: Int?, step: Int
  ) throws(Fault) -> Value {
    if case .undefined(let undefined) = value { throw undefined.fault }
    let bounds = SliceBounds(from: from, to: to, step: step)
    guard step != 0 else { throw .arguments(of: "[:]") }
    switch value.plain {
    case .string(let text):
      return value.retyped(text.sliced(bounds))
    case .array(let items): return .array(bounds.positions(in: items.count).map { items[$0] })
    case .tuple(let items): return .tuple(bounds.positions(in: items.count).map { items[$0] })
    case .custom(let part as any PythonValue):
      guard let slice = part.slice(bounds) else { fallthrough }
      return slice
    default: throw .type(of: value, in: "[:]")
    }
  }
}

extension String {
  /// Whether the letters are the same ones: composed and decomposed letters differ, as in Python.
  func isSame(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }

  /// The letters that the slice takes.
  func sliced(_ bounds: SliceBounds) -> String {
    let scalars = Array(unicodeScalars)
    var result = UnicodeScalarView()
    for position in bounds.positions(in: scalars.count) { result.append(scalars[position]) }
    return String(result)
  }
}
