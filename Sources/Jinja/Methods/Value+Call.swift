import BigInt
import Diagnostics

extension Value {
  /// The result of `value.name(…)`: the methods of Python's values that templates use, and what the program's values and the data can be called for.
  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value {
    if case .undefined(let undefined) = self { throw undefined.fault }
    if case .custom(let value) = self {
      if let result = try value.call(name, arguments) { return result }
      if let member = value.attribute(name) { return try member.called(name, arguments) }
    }
    if let result = try builtInCall(name, arguments) { return result }
    // A method that changes its value changes nothing that anyone sees here, but has a result.
    var copy = self
    if let result = try Self.mutate(&copy, name, arguments) { return result }
    if case .object(let object) = self, let member = object[name] {
      return try member.called(name, arguments)
    }
    throw Self.missing(name, of: self)
  }

  private func builtInCall(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch self {
    case .string(let text): try TextMethods(text, isMarkup: false).call(name, arguments)
    case .markup(let text): try TextMethods(text, isMarkup: true).call(name, arguments)
    case .object(let object): try object.call(name, arguments)
    case .array(let items): try Self.call(name, on: items, arguments, copying: true)
    case .tuple(let items): try Self.call(name, on: items, arguments, copying: false)
    case .custom(let value):
      switch value.plain {
      case .custom: nil
      case let plain: try plain.builtInCall(name, arguments)
      }
    case .none, .undefined: nil
    case .bool, .integer, .big, .double:
      if let number { try Self.call(name, on: number, arguments) } else { nil }
    }
  }

  /// The result of calling a value that a name leads to.
  private func called(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value {
    if case .custom(let value) = self, let result = try value.call(arguments) { return result }
    throw .type(of: self, in: name)
  }

  /// The complaint that a value has no member of that name.
  static func missing(_ name: String, of value: Value) -> Fault {
    let type = value.typeName
    return Fault(
      "E107",
      Message(
        kk: "мұндай мәнде (\(type.kk)) `\(name)` жоқ",
        ru: "у такого значения (\(type.ru)) нет `\(name)`",
        en: "this value (\(type.en)) has no `\(name)`"),
      kind: .undefined, hint: Spelling.hint(for: name, among: value.methodNames))
  }

  /// The names of methods that the value has, for hints.
  private var methodNames: [String] {
    switch self {
    case .string, .markup: TextMethods.names
    case .object: ObjectValue.methodNames
    case .array: Self.listMethodNames
    case .tuple: ["count", "index"]
    default: []
    }
  }

  /// The methods of lists.
  static let listMethodNames =
    ["append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse"]
    + ["sort"]

  private static func call(
    _ name: String, on items: [Value], _ arguments: borrowing Arguments, copying: Bool
  ) throws(Fault) -> Value? {
    switch name {
    case "count":
      try arguments.expectPositional(1...1)
      let wanted = arguments.positional[0]
      return .integer(items.count { Operators.areEqual($0, wanted) })
    case "index":
      try arguments.expectPositional(1...3)
      let wanted = arguments.positional[0]
      let bounds = SliceBounds(
        from: try arguments.whole(1, "start"), to: try arguments.whole(2, "stop"), step: 1)
      for position in bounds.positions(in: items.count)
      where Operators.areEqual(items[position], wanted) {
        return .integer(position)
      }
      throw .arguments(of: name)
    case "copy" where copying:
      try arguments.expectPositional(0...0)
      return .array(items)
    default: return nil
    }
  }

  private static func call(
    _ name: String, on number: Number, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    let isFloat = if case .double = number { true } else { false }
    let result: Value
    switch name {
    case "bit_length" where !isFloat: result = .integer(number.big.magnitude.bitWidth)
    case "bit_count" where !isFloat:
      result = .integer(number.big.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
    case "is_integer" where isFloat:
      result = .bool(number.double.isFinite && number.double == number.double.rounded())
    case "conjugate": result = isFloat ? .double(number.double) : .whole(number.big)
    default: return nil
    }
    try arguments.expectPositional(0...0)
    return result
  }
}

extension ObjectValue {
  /// The methods of mappings.
  static let methodNames = [
    "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]

  fileprivate func call(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch name {
    case "items", "keys", "values":
      try arguments.expectPositional(0...0)
      return DictionaryView.Part(rawValue: name).map { .custom(DictionaryView($0, of: self)) }
    case "copy":
      try arguments.expectPositional(0...0)
      return .object(self)
    case "get":
      try arguments.expectPositional(1...2)
      let key = arguments.positional[0]
      guard key.isHashable else { throw .type(of: key, in: name) }
      return value(for: key) ?? arguments.value(1, "") ?? Value.none
    default: return nil
    }
  }
}
