import Diagnostics

/// What `keys()`, `values()` and `items()` of a mapping give.
final class DictionaryView: PythonValue {
  enum Part: String { case keys, values, items }

  private let part: Part
  private let object: ObjectValue

  init(_ part: Part, of object: ObjectValue) {
    self.part = part
    self.object = object
  }

  var text: String { "dict_\(part.rawValue)(\(Value.array(items ?? []).text))" }
  var length: Int? { object.count }
  var isReversible: Bool { true }

  var items: [Value]? {
    switch part {
    case .keys: object.keys
    case .values: object.values
    case .items: object.pairs
    }
  }

  /// Whether it holds the value, without going through all keys.
  func contains(_ value: Value) -> Bool {
    switch (part, value) {
    case (.keys, _): object.value(for: value) != nil
    case (.items, .tuple(let pair)):
      pair.count == 2
        && object.value(for: pair[0]).map { Operators.areEqual($0, pair[1]) } ?? false
    case (.items, _): false
    case (.values, _): object.values.contains { Operators.areEqual($0, value) }
    }
  }

  /// Whether it may hold equal values, as `values()` may; the others are sets.
  var isListed: Bool { part == .values }

  /// Whether it is asked for keys, as a mapping is.
  var isOfKeys: Bool { part == .keys }

  /// Whether the other holds all that this holds.
  func isWithin(_ other: DictionaryView) -> Bool {
    object.count <= other.object.count && (items ?? []).allSatisfy { other.contains($0) }
  }

  func isEqual(to other: any PythonValue) -> Bool {
    guard let other = other as? DictionaryView, part != .values, part == other.part else {
      return self === other
    }
    return object.count == other.object.count
      && (items ?? []).allSatisfy { other.contains($0) }
  }
}

extension ObjectValue {
  /// The names with their values, as `items()` gives them.
  var pairs: [Value] { zip(keys, values).map { .tuple([$0, $1]) } }
}
