import Diagnostics

/// A value of Python's own that is neither plain data nor the program's: a range, a view of a mapping, what a filter yields item by item.
protocol PythonValue: CustomValue {
  /// How many items `length` counts, or `nil` for what has no length, such as what a filter yields.
  var length: Int? { get }
  /// Whether `last` and `reverse` can begin at its end.
  var isReversible: Bool { get }
  /// The value of `value[key]`, or `nil` for what cannot be asked by index.
  func item(_ key: Value) -> Value?
  /// Whether it equals `other`, which is of Python's own as well.
  func isEqual(to other: any PythonValue) -> Bool
  /// The part of it from `from` up to `to`, or `nil` for what has no parts.
  func slice(_ bounds: SliceBounds) -> Value?
}

extension PythonValue {
  var plain: Value { .custom(self) }
  var isTrue: Bool { length != 0 }
  var length: Int? { nil }
  var isReversible: Bool { false }
  func item(_ key: Value) -> Value? { nil }
  func isEqual(to other: any PythonValue) -> Bool { self === other }
  func slice(_ bounds: SliceBounds) -> Value? { nil }
}

extension Value {
  /// How many items Python's `len` counts, or `nil` for what has no length.
  var length: Int? {
    switch self {
    case .undefined: return 0
    case .array(let items), .tuple(let items): return items.count
    case .string(let text), .markup(let text): return text.unicodeScalars.count
    case .object(let object): return object.count
    case .custom(let value):
      if let value = value as? any PythonValue { return value.length }
      return value.items?.count
    default: return nil
    }
  }

  /// Whether Python's `reversed` takes it.
  var isReversible: Bool {
    switch self {
    case .array, .tuple, .string, .markup, .object, .undefined: true
    case .custom(let value as any PythonValue): value.isReversible
    case .custom(let value): value.items != nil
    default: false
    }
  }

  /// Whether the value may be a key: what can be changed may not.
  var isHashable: Bool {
    switch self {
    case .array, .object: false
    case .custom(let view as DictionaryView): view.isListed
    case .tuple(let items): items.allSatisfy(\.isHashable)
    default: true
    }
  }

  /// The value as an index: a whole number, or true and false as 1 and 0.
  var index: Int? {
    switch plain {
    case .integer(let value): value
    case .bool(let value): value ? 1 : 0
    default: nil
    }
  }

  /// Whether the value is `none`.
  var isNone: Bool { if case .none = self { true } else { false } }

  /// Whether the value is undefined.
  var isUndefined: Bool { if case .undefined = self { true } else { false } }

  /// Whether the value is text that is escaped already.
  var isMarkup: Bool { if case .markup = self { true } else { false } }

  /// Whether the value is text, escaped or not.
  var isText: Bool {
    switch self {
    case .string, .markup: true
    default: false
    }
  }

  /// `text` as markup where this value is markup, and as plain text otherwise.
  func retyped(_ text: String) -> Value { isMarkup ? .markup(text) : .string(text) }
}
