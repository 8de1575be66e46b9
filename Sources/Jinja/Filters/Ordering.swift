import Diagnostics

/// Puts values in Python's order.
enum Ordering {
  /// The items in the order of their keys, equal ones in the order they came in; if `isDirect`, keys are compared at once, as Python does with keys that are no lists: then also equal ones must have an order.
  ///
  /// - Complexity: O(*n* log *n*) comparisons.
  static func sorted(
    _ items: [Value], isReversed: Bool = false, isDirect: Bool = false,
    by keys: (Value) throws(Fault) -> [Value]
  ) throws(Fault) -> [Value] {
    var keyed: [(keys: [Value], item: Value)] = []
    keyed.reserveCapacity(items.count)
    for item in items { keyed.append((try keys(item), item)) }
    // The sort of the library throws nothing, so that items without an order are noted and reported after it.
    var fault: Fault?
    keyed.sort { left, right in
      guard fault == nil else { return false }
      let (first, second) = isReversed ? (right.keys, left.keys) : (left.keys, right.keys)
      do throws(Fault) {
        for (a, b) in zip(first, second) where isDirect || !Operators.areEqual(a, b) {
          return try Operators.isOrdered(a, b)
        }
      } catch {
        fault = error
      }
      return false
    }
    if let fault { throw fault }
    return keyed.map(\.item)
  }

  /// Text in small letters if `foldsCase`, and everything else as it is.
  static func folded(_ value: Value, _ foldsCase: Bool) -> Value {
    guard foldsCase else { return value }
    switch value {
    case .string(let text), .markup(let text): return .string(text.lowercased())
    default: return value
    }
  }
}
