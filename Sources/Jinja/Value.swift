public import Diagnostics

/// What a template computes with: plain data, and objects of the program that say themselves how they print.
public enum Value: Sendable {
  case undefined(Undefined)
  case none
  case bool(Bool)
  case integer(Int)
  case double(Double)
  case string(String)
  case array([Value])
  case tuple([Value])
  case object(ObjectValue)
  case custom(any CustomValue)
}

/// A value that the program brings: it knows its own text, attributes and number.
public protocol CustomValue: AnyObject, Sendable {
  /// What `{{ value }}` prints.
  var text: String { get }
  /// The value as a number in arithmetic and comparisons, or `nil` if it is none.
  var number: Int? { get }
  /// The items that `{% for %}` goes through, or `nil` for what has none.
  var items: [Value]? { get }
  /// The value of `value.name`, or `nil`.
  func attribute(_ name: String) -> Value?
}

extension CustomValue {
  /// None: most values of the program are no lists.
  public var items: [Value]? { nil }
}

/// A mapping that keeps the order of its names.
public final class ObjectValue: Sendable {
  /// The names in their order.
  public let names: [String]
  /// The value of each name.
  public let values: [Value]
  private let indices: [String: Int]

  /// The members in their order; of two with one name the later value stands at the earlier place.
  public init(_ members: [(String, Value)]) {
    var names: [String] = []
    var values: [Value] = []
    var indices: [String: Int] = [:]
    for (name, value) in members {
      if let index = indices[name] {
        values[index] = value
      } else {
        indices[name] = names.count
        names.append(name)
        values.append(value)
      }
    }
    self.names = names
    self.values = values
    self.indices = indices
  }

  /// The value of a name, or `nil` where there is none.
  public subscript(name: String) -> Value? { indices[name].map { values[$0] } }

  /// How many names there are.
  public var count: Int { names.count }
}

extension Value {
  /// What the value is called in a message.
  public var typeName: Message {
    switch self {
    case .undefined: Message(kk: "анықталмаған", ru: "не определено", en: "undefined")
    case .none: Message(kk: "бос мән", ru: "пустое значение", en: "none")
    case .bool: Message(kk: "иә/жоқ", ru: "да/нет", en: "boolean")
    case .integer, .double: Message(kk: "сан", ru: "число", en: "number")
    case .string: Message(kk: "мәтін", ru: "текст", en: "text")
    case .array, .tuple: Message(kk: "тізім", ru: "список", en: "list")
    case .object: Message(kk: "өрістер жиыны", ru: "набор полей", en: "mapping")
    case .custom: Message(kk: "арнайы мән", ru: "особое значение", en: "special value")
    }
  }

  /// Whether `{% if value %}` holds, as in Python.
  public var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .double(let value): value != 0
    case .string(let value): !value.isEmpty
    case .array(let values), .tuple(let values): !values.isEmpty
    case .object(let object): object.count > 0
    case .custom(let value): value.number != 0
    }
  }

  /// The value with a special object's number in place of the object, for arithmetic and comparison.
  public var plain: Value {
    guard case .custom(let value) = self else { return self }
    if let number = value.number { return .integer(number) }
    return .string(value.text)
  }

  /// The whole number that the value is, or `nil`; true and false are no numbers here.
  public var integer: Int? {
    if case .integer(let value) = plain { value } else { nil }
  }

  /// The items that `{% for %}` goes through, or `nil` for what has none.
  public var items: [Value]? {
    switch self {
    case .array(let values), .tuple(let values): values
    case .object(let object): object.names.map { .string($0) }
    case .string(let text): text.unicodeScalars.map { .string(String($0)) }
    case .custom(let value): value.items
    default: nil
    }
  }

  /// The value of `value.name`, or `nil` where there is none.
  func attribute(_ name: String) -> Value? {
    switch self {
    case .object(let object): object[name]
    case .custom(let value): value.attribute(name)
    default: nil
    }
  }

  /// The value of `value[key]`, or `nil` where there is none.
  func item(_ key: Value) -> Value? {
    switch (self, key.plain) {
    case (.object(let object), .string(let name)): return object[name]
    case (.object(let object), .integer(let number)): return object[String(number)]
    case (.custom(let value), .string(let name)): return value.attribute(name)
    case (_, .integer(let index)):
      guard let items else { return nil }
      let position = index < 0 ? index + items.count : index
      return items.indices.contains(position) ? items[position] : nil
    default: return nil
    }
  }
}
