public import BigInt
public import Diagnostics

/// What a template computes with: plain data, and objects of the program that say themselves how they print.
public enum Value: Sendable {
  case undefined(Undefined)
  case none
  case bool(Bool)
  case integer(Int)
  /// A whole number beyond 64 bits; a smaller one is an `integer`.
  indirect case big(BigInt)
  case double(Double)
  case string(String)
  /// Text whose special characters are escaped already, so that it is written as it is.
  case markup(String)
  case array([Value])
  case tuple([Value])
  case object(ObjectValue)
  case custom(any CustomValue)
}

extension Value {
  /// The whole number in the form that its size asks for.
  static func whole(_ number: BigInt) -> Value {
    Int(exactly: number).map { .integer($0) } ?? .big(number)
  }

  /// What the value is called in a message.
  public var typeName: Message {
    switch self {
    case .undefined: Message(kk: "анықталмаған", ru: "не определено", en: "undefined")
    case .none: Message(kk: "бос мән", ru: "пустое значение", en: "none")
    case .bool: Message(kk: "иә/жоқ", ru: "да/нет", en: "boolean")
    case .integer, .big, .double: Message(kk: "сан", ru: "число", en: "number")
    case .string, .markup: Message(kk: "мәтін", ru: "текст", en: "text")
    case .array, .tuple: Message(kk: "тізім", ru: "список", en: "list")
    case .object: Message(kk: "өрістер жиыны", ru: "набор полей", en: "mapping")
    case .custom: Message(kk: "арнайы мән", ru: "особое значение", en: "special value")
    }
  }

  /// Whether the value is one that is not known yet.
  public var isUnknown: Bool {
    if case .custom(let value) = self { value.isUnknown } else { false }
  }

  /// Whether `{% if value %}` holds, as in Python.
  public var isTrue: Bool {
    switch self {
    case .undefined, .none: false
    case .bool(let value): value
    case .integer(let value): value != 0
    case .big: true
    case .double(let value): value != 0
    case .string(let value), .markup(let value): !value.isEmpty
    case .array(let values), .tuple(let values): !values.isEmpty
    case .object(let object): object.count > 0
    case .custom(let value): value.isTrue
    }
  }

  /// The value with plain data in place of a special object or of markup, for arithmetic and comparison.
  public var plain: Value {
    switch self {
    case .markup(let text): return .string(text)
    case .custom(let value): return value.plain
    default: return self
    }
  }

  /// The whole number that the value is, or `nil`; true and false are no numbers here.
  public var integer: Int? {
    if case .integer(let value) = plain { value } else { nil }
  }

  /// The items that `{% for %}` goes through, or `nil` for what has none.
  public var items: [Value]? {
    switch self {
    case .array(let values), .tuple(let values): values
    case .object(let object): object.keys
    case .string(let text): text.unicodeScalars.map { .string(String($0)) }
    // Python takes markup apart into plain letters.
    case .markup(let text): text.unicodeScalars.map { .string(String($0)) }
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
    switch (self, key) {
    case (.object(let object), _): return object.value(for: key)
    case (.custom(let value as any PythonValue), _): return value.item(key)
    case (.custom(let value), .string(let name)), (.custom(let value), .markup(let name)):
      return value.attribute(name)
    default:
      guard case .integer(let index)? = key.number, let items else { return nil }
      let position = index < 0 ? index + items.count : index
      guard items.indices.contains(position) else { return nil }
      // A letter of markup is markup.
      return isMarkup ? .markup(items[position].text) : items[position]
    }
  }
}
