import Diagnostics

extension Environment {
  /// The built-in filters that put things in order.
  static let orderFilters: [String: Filter] = [
    "sort": { value, arguments throws(Fault) in
      try arguments.accept("reverse", "case_sensitive", "attribute")
      return .array(
        try sorted(
          try items(value, arguments), by: try arguments.string(2, "attribute"),
          isReversed: arguments.value(0, "reverse")?.isTrue ?? false,
          foldsCase: !(arguments.value(1, "case_sensitive")?.isTrue ?? false)))
    },
    "min": { value, arguments throws(Fault) in try extreme(value, arguments, isReversed: false) },
    "max": { value, arguments throws(Fault) in try extreme(value, arguments, isReversed: true) },
    "dictsort": { value, arguments throws(Fault) in
      try arguments.accept("case_sensitive", "by", "reverse")
      guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
      let by = try arguments.string(1, "by") ?? "key"
      guard by == "key" || by == "value" else { throw .arguments(of: arguments.callee) }
      return .array(
        try sorted(
          object.pairs, by: by == "key" ? "0" : "1",
          isReversed: arguments.value(2, "reverse")?.isTrue ?? false,
          foldsCase: !(arguments.value(0, "case_sensitive")?.isTrue ?? false)))
    },
    "groupby": { value, arguments throws(Fault) in
      try arguments.accept("attribute", "default", "case_sensitive")
      guard let path = try arguments.string(0, "attribute") else {
        throw .arguments(of: arguments.callee)
      }
      let foldsCase = !(arguments.value(2, "case_sensitive")?.isTrue ?? false)
      let missing = arguments.value(1, "default")
      var keyed: [Value] = []
      for item in try items(value, arguments) {
        var key = try item.attribute(path: path)
        if case .undefined = key, let missing { key = missing }
        keyed.append(.tuple([try arguments.defined(key), item]))
      }
      var groups: [(key: Value, members: [Value])] = []
      for pair in try sorted(keyed, by: "0", foldsCase: foldsCase) {
        guard case .tuple(let parts) = pair else { continue }
        let key = folded(parts[0], foldsCase)
        if let last = groups.last, Operators.areEqual(folded(last.key, foldsCase), key) {
          groups[groups.count - 1].members.append(parts[1])
        } else {
          groups.append((parts[0], [parts[1]]))
        }
      }
      return .array(groups.map { .custom(Group($0.key, $0.members)) })
    },
  ]

  private static func extreme(
    _ value: Value, _ arguments: borrowing Arguments, isReversed: Bool
  ) throws(Fault) -> Value {
    try arguments.accept("case_sensitive", "attribute")
    let items = try items(value, arguments)
    let path = try arguments.string(1, "attribute")
    let foldsCase = !(arguments.value(0, "case_sensitive")?.isTrue ?? false)
    guard var best = items.first else { return .undefined(.empty(arguments.callee)) }
    var bestKey = folded(try best.at(path), foldsCase)
    for item in items.dropFirst() {
      let key = folded(try item.at(path), foldsCase)
      let isBetter =
        try isReversed
        ? Operators.isOrdered(bestKey, key) : Operators.isOrdered(key, bestKey)
      if isBetter { (best, bestKey) = (item, key) }
    }
    return best
  }

  private static func folded(_ value: Value, _ foldsCase: Bool) -> Value {
    if foldsCase, case .string(let text) = value { .string(text.lowercased()) } else { value }
  }

  /// The items in order; of the attributes in `paths`, with commas between, the second decides where the first is equal.
  private static func sorted(
    _ items: [Value], by paths: String?, isReversed: Bool = false, foldsCase: Bool = true
  ) throws(Fault) -> [Value] {
    var keyed: [(keys: [Value], item: Value)] = []
    for item in items {
      var keys: [Value] = []
      for path in paths?.split(separator: ",").map(String.init) ?? [] {
        let key = try item.attribute(path: path)
        if case .undefined(let undefined) = key { throw undefined.fault }
        keys.append(folded(key, foldsCase))
      }
      keyed.append((paths == nil ? [folded(item, foldsCase)] : keys, item))
    }
    // The sort of the library throws nothing, so that items without an order are noted and reported after it.
    var fault: Fault?
    let sorted = keyed.sorted { left, right in
      do throws(Fault) {
        let (first, second) = isReversed ? (right.keys, left.keys) : (left.keys, right.keys)
        for (a, b) in zip(first, second) where !Operators.areEqual(a, b) {
          return try Operators.isOrdered(a, b)
        }
        return false
      } catch {
        fault = error
        return false
      }
    }
    if let fault { throw fault }
    return sorted.map(\.item)
  }
}
