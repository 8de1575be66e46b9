import Diagnostics

extension Environment {
  /// The filters that take a value which may be undefined, even in strict mode.
  static let forgivingFilters: Set<String> = ["default", "d"]

  /// The tests that may be asked of an undefined value, even in strict mode: what it is, not what is in it.
  static let forgivingTests: Set<String> = [
    "defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number",
    "string", "mapping", "sequence", "callable", "escaped", "sameas",
  ]

  /// The built-in tests, which stand after `is`.
  static let builtInTests: [String: ValueTest] =
    kindTests.merging(contentTests) { first, _ in first }
    .merging(comparisonTests) { first, _ in first }

  /// What sort of value it is.
  private static let kindTests: [String: ValueTest] = [
    "defined": asking { !$0.isUndefined },
    "undefined": asking(\.isUndefined),
    "none": asking(\.isNone),
    "boolean": asking { if case .bool = $0 { true } else { false } },
    "true": asking { if case .bool(true) = $0 { true } else { false } },
    "false": asking { if case .bool(false) = $0 { true } else { false } },
    "integer": asking { value in
      switch value.plain {
      case .integer, .big: true
      default: false
      }
    },
    "float": asking { if case .double = $0 { true } else { false } },
    "number": asking { $0.number != nil },
    "string": asking(\.isText),
    "mapping": asking { if case .object = $0 { true } else { false } },
    "sequence": { value, arguments throws(Fault) in
      try arguments.expect()
      switch value {
      case .undefined: return arguments.undefined != .strict
      case .custom(is DictionaryView): return false
      default: return value.length != nil
      }
    },
    "iterable": asking { $0.items != nil || $0.isUndefined },
    "callable": asking { value in
      switch value {
      case .undefined: true
      case .custom(let custom): custom.isCallable
      default: false
      }
    },
    "escaped": asking(\.isMarkup),
    "filter": isAmong(Set(builtInFilters.keys)),
    "test": { value, arguments throws(Fault) in
      try isAmong(Set(builtInTests.keys))(value, arguments)
    },
  ]

  /// What is in the value.
  private static let contentTests: [String: ValueTest] = [
    "odd": { value, arguments throws(Fault) in
      try arguments.expect()
      return Operators.areEqual(
        try Operators.apply(.modulo, value, .integer(2)), .integer(1))
    },
    "even": { value, arguments throws(Fault) in
      try arguments.expect()
      return Operators.areEqual(
        try Operators.apply(.modulo, value, .integer(2)), .integer(0))
    },
    "divisibleby": { value, arguments throws(Fault) in
      try arguments.expect("num", required: 1)
      return Operators.areEqual(
        try Operators.apply(.modulo, value, arguments.value(0, "num") ?? .none), .integer(0))
    },
    "lower": asking { $0.text.isAllLower },
    "upper": asking { $0.text.isAllUpper },
    "sameas": { value, arguments throws(Fault) in
      try arguments.expect("other", required: 1)
      return value.isSame(as: arguments.value(0, "other") ?? .none)
    },
  ]

  /// How the value stands to another.
  private static let comparisonTests: [String: ValueTest] = [
    "in": comparing(.isIn, "seq"),
    "==": comparing(.equal), "eq": comparing(.equal), "equalto": comparing(.equal),
    "!=": comparing(.notEqual), "ne": comparing(.notEqual),
    "<": comparing(.less), "lt": comparing(.less), "lessthan": comparing(.less),
    "<=": comparing(.lessOrEqual), "le": comparing(.lessOrEqual),
    ">": comparing(.greater), "gt": comparing(.greater), "greaterthan": comparing(.greater),
    ">=": comparing(.greaterOrEqual), "ge": comparing(.greaterOrEqual),
  ]

  private static func asking(_ question: @escaping @Sendable (Value) -> Bool) -> ValueTest {
    { value, arguments throws(Fault) in
      try arguments.expect()
      return question(value)
    }
  }

  private static func comparing(
    _ symbol: ComparisonOperator, _ parameter: String? = nil
  ) -> ValueTest {
    { value, arguments throws(Fault) in
      if let parameter {
        try arguments.expect(parameter, required: 1)
      } else {
        try arguments.expectPositional(1...1)
      }
      let other = arguments.value(0, parameter ?? "") ?? .none
      return try Operators.compare(symbol, value, other)
    }
  }

  /// The test whether the value is one of `names`.
  static func isAmong(_ names: Set<String>) -> ValueTest {
    { value, arguments throws(Fault) in
      try arguments.expect()
      guard value.isHashable else { throw .type(of: value, in: arguments.callee) }
      guard case .string(let name) = value.plain else { return false }
      return names.contains(name)
    }
  }
}

extension Value {
  /// Whether the two are one and the same value, as far as values that are copied have an identity.
  fileprivate func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.double(let a), .double(let b)): a.bitPattern == b.bitPattern
    case (.string(let a), .string(let b)): a.isSame(as: b)
    case (.object(let a), .object(let b)): a === b
    case (.custom(let a), .custom(let b)): a === b
    case (.undefined(let a), .undefined(let b)): a === b
    case (.array(let a), .array(let b)), (.tuple(let a), .tuple(let b)):
      a.count == b.count
        && a.withUnsafeBufferPointer { first in
          b.withUnsafeBufferPointer { first.baseAddress == $0.baseAddress }
        }
    default: false
    }
  }
}
