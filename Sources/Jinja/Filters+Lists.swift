import Diagnostics

extension Environment {
  /// The built-in filters that take lists.
  static let listFilters: [String: Filter] = [
    "length": length,
    "count": length,
    "first": { value, arguments throws(Fault) in
      try items(value, arguments).first ?? .undefined(Undefined("first"))
    },
    "last": { value, arguments throws(Fault) in
      try items(value, arguments).last ?? .undefined(Undefined("last"))
    },
    "list": { value, arguments throws(Fault) in .array(try items(value, arguments)) },
    "reverse": { value, arguments throws(Fault) in
      let reversed = Array(try items(value, arguments).reversed())
      if case .string = value { return .string(reversed.map(\.text).joined()) }
      return .array(reversed)
    },
    "sort": { value, arguments throws(Fault) in
      let name = try arguments.string(2, "attribute")
      let isReversed = arguments.value(0, "reverse")?.isTrue ?? false
      let isCaseSensitive = arguments.value(1, "case_sensitive")?.isTrue ?? false
      return .array(
        try sorted(
          try items(value, arguments), by: name, isReversed: isReversed,
          isCaseSensitive: isCaseSensitive))
    },
    "unique": { value, arguments throws(Fault) in
      var seen: [Value] = []
      for item in try items(value, arguments)
      where !seen.contains(where: { Operators.areEqual(folded($0), folded(item)) }) {
        seen.append(item)
      }
      return .array(seen)
    },
    "sum": { value, arguments throws(Fault) in
      let name = try arguments.string(0, "attribute")
      var total = arguments.value(1, "start") ?? .integer(0)
      for item in try items(value, arguments) {
        let addend = name.map { item.attribute(path: $0) ?? Value.none } ?? item
        total = try Operators.apply(.add, total, addend)
      }
      return total
    },
    "min": { value, arguments throws(Fault) in
      try sorted(try items(value, arguments), by: try arguments.string(1, "attribute")).first
        ?? .undefined(Undefined("min"))
    },
    "max": { value, arguments throws(Fault) in
      try sorted(try items(value, arguments), by: try arguments.string(1, "attribute")).last
        ?? .undefined(Undefined("max"))
    },
    "map": { value, arguments throws(Fault) in
      guard let name = try arguments.string(.max, "attribute") else {
        throw .arguments(of: arguments.callee)
      }
      let missing = arguments.value(.max, "default")
      return .array(
        try items(value, arguments).map {
          $0.attribute(path: name) ?? missing ?? .undefined(Undefined(name))
        })
    },
    "select": { value, arguments throws(Fault) in
      .array(try items(value, arguments).filter { $0.isTrue })
    },
    "reject": { value, arguments throws(Fault) in
      .array(try items(value, arguments).filter { !$0.isTrue })
    },
    "selectattr": { value, arguments throws(Fault) in
      .array(try chosen(value, arguments, keeping: true))
    },
    "rejectattr": { value, arguments throws(Fault) in
      .array(try chosen(value, arguments, keeping: false))
    },
    "items": { value, arguments throws(Fault) in
      guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
      return .array(zip(object.names, object.values).map { .tuple([.string($0), $1]) })
    },
  ]

  private static let length: Filter = { value, arguments throws(Fault) in
    .integer(try items(value, arguments).count)
  }

  private static func items(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> [Value] {
    if let items = value.items { return items }
    if case .undefined = value { return [] }
    throw .type(of: value, in: arguments.callee)
  }

  private static func folded(_ value: Value) -> Value {
    if case .string(let text) = value { .string(text.lowercased()) } else { value }
  }

  private static func sorted(
    _ items: [Value], by name: String?, isReversed: Bool = false, isCaseSensitive: Bool = false
  ) throws(Fault) -> [Value] {
    let keyed = items.map { item in
      let key = name.map { item.attribute(path: $0) ?? Value.none } ?? item
      return (key: isCaseSensitive ? key : folded(key), item: item)
    }
    // The sort of the library throws nothing, so that items without an order are noted and reported after it.
    var fault: Fault?
    let sorted = keyed.sorted { left, right in
      do throws(Fault) {
        return try isReversed
          ? Operators.isOrdered(right.key, left.key) : Operators.isOrdered(left.key, right.key)
      } catch {
        fault = error
        return false
      }
    }
    if let fault { throw fault }
    return sorted.map(\.item)
  }

  private static func chosen(
    _ value: Value, _ arguments: borrowing Arguments, keeping: Bool
  ) throws(Fault) -> [Value] {
    guard let name = try arguments.string(0, "attribute") else {
      throw .arguments(of: arguments.callee)
    }
    let testName = try arguments.string(1, "test")
    let test = testName.flatMap { builtInTests[$0] }
    guard testName == nil || test != nil else { throw .arguments(of: arguments.callee) }
    let operands = Arguments(
      testName ?? arguments.callee, positional: Array(arguments.positional.dropFirst(2)))
    var kept: [Value] = []
    for item in try items(value, arguments) {
      let attribute = item.attribute(path: name) ?? .undefined(Undefined(name))
      let holds = try test.map { body throws(Fault) in try body(attribute, operands) }
      if (holds ?? attribute.isTrue) == keeping { kept.append(item) }
    }
    return kept
  }
}
