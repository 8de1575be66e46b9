import Diagnostics

extension Environment {
  /// The filters that take a value which may be undefined, even in strict mode.
  static let forgivingFilters: Set<String> = ["default", "d"]

  /// The tests that may be asked of an undefined value, even in strict mode: what it is, not what is in it.
  static let forgivingTests: Set<String> = [
    "defined", "undefined", "none", "boolean", "true", "false", "integer", "float", "number",
    "string", "mapping", "sequence",
  ]

  /// The built-in tests, which stand after `is`.
  static let builtInTests: [String: ValueTest] = [
    "defined": { value, _ throws(Fault) in
      if case .undefined = value { false } else { true }
    },
    "undefined": { value, _ throws(Fault) in
      if case .undefined = value { true } else { false }
    },
    "none": { value, _ throws(Fault) in if case .none = value { true } else { false } },
    "boolean": { value, _ throws(Fault) in if case .bool = value { true } else { false } },
    "true": { value, _ throws(Fault) in if case .bool(true) = value { true } else { false } },
    "false": { value, _ throws(Fault) in if case .bool(false) = value { true } else { false } },
    "integer": { value, _ throws(Fault) in
      if case .integer = value.plain { true } else { false }
    },
    "float": { value, _ throws(Fault) in if case .double = value { true } else { false } },
    "number": { value, _ throws(Fault) in value.number != nil },
    "string": { value, _ throws(Fault) in if case .string = value { true } else { false } },
    "mapping": { value, _ throws(Fault) in if case .object = value { true } else { false } },
    "sequence": { value, _ throws(Fault) in value.items != nil },
    "iterable": { value, _ throws(Fault) in value.items != nil },
    "odd": { value, arguments throws(Fault) in try whole(value, arguments) % 2 != 0 },
    "even": { value, arguments throws(Fault) in try whole(value, arguments) % 2 == 0 },
    "divisibleby": { value, arguments throws(Fault) in
      guard let divisor = try arguments.integer(0, "num"), divisor != 0 else {
        throw .arguments(of: arguments.callee)
      }
      return try whole(value, arguments).isMultiple(of: divisor)
    },
    "lower": { value, _ throws(Fault) in value.text == value.text.lowercased() },
    "upper": { value, _ throws(Fault) in value.text == value.text.uppercased() },
    "in": comparing(.isIn), "eq": comparing(.equal), "equalto": comparing(.equal),
    "sameas": comparing(.equal), "ne": comparing(.notEqual), "lt": comparing(.less),
    "lessthan": comparing(.less), "le": comparing(.lessOrEqual), "gt": comparing(.greater),
    "greaterthan": comparing(.greater), "ge": comparing(.greaterOrEqual),
  ]

  private static func comparing(_ symbol: ComparisonOperator) -> ValueTest {
    { value, arguments throws(Fault) in
      guard let other = arguments.value(0, "other") else { throw .arguments(of: arguments.callee) }
      return try Operators.compare(symbol, value, other)
    }
  }

  private static func whole(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> Int {
    guard let number = value.integer else { throw .type(of: value, in: arguments.callee) }
    return number
  }

  /// The built-in functions.
  static let builtInFunctions: [String: Function] = [
    "range": { arguments throws(Fault) in
      try arguments.accept("start", "stop", "step")
      guard let first = try arguments.integer(0, "start") else { throw .arguments(of: "range") }
      let second = try arguments.integer(1, "stop")
      let step = try arguments.integer(2, "step") ?? 1
      let (start, stop) = second.map { (first, $0) } ?? (0, first)
      let (distance, overflow) = stop.subtractingReportingOverflow(start)
      guard step != 0, !overflow, distance.magnitude / step.magnitude <= maximumItems else {
        throw .arguments(of: arguments.callee)
      }
      return .array(stride(from: start, to: stop, by: step).map { .integer($0) })
    },
    "namespace": { arguments throws(Fault) in
      .custom(NamespaceValue(arguments.named))
    },
    "dict": { arguments throws(Fault) in
      guard arguments.positional.isEmpty else { throw .arguments(of: arguments.callee) }
      return .object(ObjectValue(arguments.named.map { ($0, $1) }))
    },
  ]
}
