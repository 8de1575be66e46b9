import Diagnostics

extension Environment {
  /// The built-in filters that take lists.
  static let listFilters: [String: Filter] = [
    "length": length,
    "count": length,
    "first": { value, arguments throws(Fault) in
      try items(value, arguments).first ?? .undefined(.empty("first"))
    },
    "last": { value, arguments throws(Fault) in
      try items(value, arguments).last ?? .undefined(.empty("last"))
    },
    "list": { value, arguments throws(Fault) in .array(try items(value, arguments)) },
    "reverse": { value, arguments throws(Fault) in
      let reversed = Array(try items(value, arguments).reversed())
      if case .string = value { return .string(reversed.map(\.text).joined()) }
      return .array(reversed)
    },
    "unique": { value, arguments throws(Fault) in
      try arguments.accept("case_sensitive", "attribute")
      let path = try arguments.string(1, "attribute")
      let foldsCase = !(arguments.value(0, "case_sensitive")?.isTrue ?? false)
      var seen: Set<ValueKey> = []
      var kept: [Value] = []
      for item in try items(value, arguments) {
        let key = try arguments.defined(try item.at(path))
        if seen.insert(ValueKey(key, foldingCase: foldsCase)).inserted { kept.append(item) }
      }
      return .array(kept)
    },
    "sum": { value, arguments throws(Fault) in
      try arguments.accept("attribute", "start")
      let path = try arguments.string(0, "attribute")
      var total = arguments.value(1, "start") ?? .integer(0)
      for item in try items(value, arguments) {
        total = try Operators.apply(.add, total, try item.at(path))
      }
      return total
    },
    "map": { value, arguments throws(Fault) in
      guard let path = try arguments.string(.max, "attribute") else {
        throw .arguments(of: arguments.callee)
      }
      let missing = arguments.value(.max, "default")
      var results: [Value] = []
      for item in try items(value, arguments) {
        let result = try item.attribute(path: path)
        if case .undefined = result, let missing {
          results.append(missing)
        } else {
          results.append(result)
        }
      }
      return .array(results)
    },
    // These need their arguments' names while the template is compiled: see `Selection`.
    "select": Selection.select.choosing(nil, nil),
    "reject": Selection.reject.choosing(nil, nil),
    "selectattr": Selection.selectattr.choosing(nil, nil),
    "rejectattr": Selection.rejectattr.choosing(nil, nil),
    "items": { value, arguments throws(Fault) in
      if case .undefined = value { return .array([]) }
      guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
      return .array(object.pairs)
    },
    "batch": { value, arguments throws(Fault) in
      try arguments.accept("linecount", "fill_with")
      guard let size = try arguments.integer(0, "linecount"), (1...maximumItems).contains(size)
      else { throw .arguments(of: arguments.callee) }
      let items = try items(value, arguments)
      var rows = stride(from: 0, to: items.count, by: size).map {
        Array(items[$0..<min($0 + size, items.count)])
      }
      if let filler = arguments.value(1, "fill_with"), let last = rows.indices.last {
        if case .none = filler { return .array(rows.map { .array($0) }) }
        rows[last] += Array(repeating: filler, count: size - rows[last].count)
      }
      return .array(rows.map { .array($0) })
    },
    "slice": { value, arguments throws(Fault) in
      try arguments.accept("slices", "fill_with")
      guard let count = try arguments.integer(0, "slices"), (1...maximumItems).contains(count)
      else { throw .arguments(of: arguments.callee) }
      let items = try items(value, arguments)
      let (size, longer) = items.count.quotientAndRemainder(dividingBy: count)
      var columns: [Value] = []
      var start = 0
      for index in 0..<count {
        let end = start + size + (index < longer ? 1 : 0)
        var column = Array(items[start..<end])
        if let filler = arguments.value(1, "fill_with"), longer > 0, index >= longer {
          column.append(filler)
        }
        columns.append(.array(column))
        start = end
      }
      return .array(columns)
    },
  ]

  /// A filter makes no longer list out of a number in a template.
  static let maximumItems = 1 << 20

  private static let length: Filter = { value, arguments throws(Fault) in
    .integer(try items(value, arguments).count)
  }

  static func items(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> [Value] {
    if let items = value.items { return items }
    if case .undefined(let undefined) = value {
      guard arguments.undefined != .strict else { throw undefined.fault }
      return []
    }
    throw .type(of: value, in: arguments.callee)
  }
}

extension ObjectValue {
  /// The names with their values, as `items()` gives them.
  var pairs: [Value] { zip(keys, values).map { .tuple([$0, $1]) } }
}

extension Value {
  /// The value at a dotted path of attributes and indices, as `map(attribute="a.b")` takes it; undefined where its last step leads nowhere.
  func attribute(path: String) throws(Fault) -> Value {
    var value = self
    var walked: [Substring] = []
    for name in path.split(separator: ".") {
      if case .undefined(let undefined) = value { throw undefined.fault }
      walked.append(name)
      if let next = Int(name).flatMap({ value.item(.integer($0)) }) ?? value.attribute(String(name))
      {
        value = next
      } else {
        var known: [String] = []
        if case .object(let object) = value { known = object.names }
        value = .undefined(Undefined(walked.joined(separator: "."), known: known))
      }
    }
    return value
  }

  /// The same, or the value itself where there is no path.
  func at(_ path: String?) throws(Fault) -> Value {
    guard let path else { return self }
    return try attribute(path: path)
  }
}
