import Diagnostics

/// A value that the program brings: it knows its own text, attributes and number, and may be called.
public protocol CustomValue: AnyObject, Sendable {
  /// What `{{ value }}` prints.
  var text: String { get }
  /// How the value stands inside a printed list.
  var represented: String { get }
  /// The value as a number in arithmetic and comparisons, or `nil` if it is none.
  var number: Int? { get }
  /// The value as plain data in arithmetic and comparisons: its number or its text, unless it is neither.
  var plain: Value { get }
  /// Whether `{% if value %}` holds.
  var isTrue: Bool { get }
  /// The items that `{% for %}` goes through, or `nil` for what has none.
  var items: [Value]? { get }
  /// Whether `value(…)` is possible.
  var isCallable: Bool { get }
  /// Whether the value is not known yet: what is made of it is it again, it equals nothing, and conditions take it for true.
  var isUnknown: Bool { get }
  /// The value of `value.name`, or `nil`.
  func attribute(_ name: String) -> Value?
  /// The result of `value(…)`, or `nil` for what cannot be called.
  func call(_ arguments: borrowing Arguments) throws(Fault) -> Value?
  /// The result of `value.name(…)`, or `nil` for a method that there is not.
  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value?
}

extension CustomValue {
  /// The text: most values of the program are no containers.
  public var represented: String { text }
  /// None: most values of the program are no numbers.
  public var number: Int? { nil }
  /// The number, or else the text: most values of the program are printed and no more.
  public var plain: Value { number.map { .integer($0) } ?? .string(text) }
  /// What Python says of numbers, and true for everything else.
  public var isTrue: Bool { number != 0 }
  /// None: most values of the program are no lists.
  public var items: [Value]? { nil }
  /// Not callable: most values of the program are data.
  public var isCallable: Bool { false }
  /// Known: a value that is not known is made for those who want to see a document before its data are there.
  public var isUnknown: Bool { false }
  /// None: most values of the program have no parts.
  public func attribute(_ name: String) -> Value? { nil }
  /// Not callable: most values of the program are data.
  public func call(_ arguments: borrowing Arguments) throws(Fault) -> Value? { nil }
  /// No methods: most values of the program are data.
  public func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? { nil }
}
