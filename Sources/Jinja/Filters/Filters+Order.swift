import Diagnostics

extension Environment {
  /// The built-in filters that put things in order.
  static let orderFilters: [String: Filter] = [
    "sort": { value, arguments throws(Fault) in
      try arguments.expect("reverse", "case_sensitive", "attribute")
      let paths = AttributePath.several(arguments.value(2, "attribute"))
      let foldsCase = !arguments.isTrue(1, "case_sensitive")
      let isReversed = arguments.isTrue(0, "reverse")
      let items = try items(value, arguments)
      let mode = arguments.undefined
      return .array(
        try Ordering.sorted(items, isReversed: isReversed) { item throws(Fault) in
          try paths.keys(of: item, mode, foldsCase)
        })
    },
    "min": { value, arguments throws(Fault) in try extreme(value, arguments, isReversed: false) },
    "max": { value, arguments throws(Fault) in try extreme(value, arguments, isReversed: true) },
    "dictsort": { value, arguments throws(Fault) in
      try arguments.expect("case_sensitive", "by", "reverse")
      let by = (arguments.value(1, "by") ?? .string("key")).text
      guard by == "key" || by == "value" else { throw arguments.unfit }
      guard case .object(let object) = value else { throw .type(of: value, in: arguments.callee) }
      let foldsCase = !arguments.isTrue(0, "case_sensitive")
      let pairs = object.members.map { (key: $0.key, value: $0.value) }
      let keys = pairs.map { Ordering.folded(by == "key" ? $0.key : $0.value, foldsCase) }
      let order = try Ordering.sorted(
        keys.indices.map { .integer($0) }, isReversed: arguments.isTrue(2, "reverse"),
        isDirect: true
      ) { index in index.index.map { [keys[$0]] } ?? [] }
      return .array(
        order.compactMap { index in
          index.index.map { .tuple([pairs[$0].key, pairs[$0].value]) }
        })
    },
    "groupby": { value, arguments throws(Fault) in
      try arguments.expect("attribute", "default", "case_sensitive", required: 1)
      let path = AttributePath(arguments.value(0, "attribute"))
      let missing = arguments.value(1, "default")
      let foldsCase = !arguments.isTrue(2, "case_sensitive")
      let mode = arguments.undefined
      var keyed: [Value] = []
      for item in try items(value, arguments) {
        let key = try path.value(in: item, orElse: missing, mode)
        keyed.append(.tuple([try arguments.defined(key), item]))
      }
      func key(_ pair: Value) -> Value {
        guard case .tuple(let parts) = pair else { return pair }
        return Ordering.folded(parts[0], foldsCase)
      }
      var groups: [(key: Value, folded: Value, members: [Value])] = []
      for pair in try Ordering.sorted(keyed, isDirect: true, by: { [key($0)] }) {
        guard case .tuple(let parts) = pair else { continue }
        let folded = key(pair)
        if let last = groups.last, Operators.areEqual(last.folded, folded) {
          groups[groups.count - 1].members.append(parts[1])
        } else {
          groups.append((parts[0], folded, [parts[1]]))
        }
      }
      return .array(groups.map { .custom(Group($0.key, $0.members)) })
    },
  ]

  private static func extreme(
    _ value: Value, _ arguments: borrowing Arguments, isReversed: Bool
  ) throws(Fault) -> Value {
    try arguments.expect("case_sensitive", "attribute")
    let items = try items(value, arguments)
    let path = AttributePath(arguments.value(1, "attribute"))
    let foldsCase = !arguments.isTrue(0, "case_sensitive")
    let mode = arguments.undefined
    guard var best = items.first else { return .undefined(.empty(arguments.callee)) }
    var bestKey = Ordering.folded(try path.value(in: best, mode), foldsCase)
    for item in items.dropFirst() {
      let key = Ordering.folded(try path.value(in: item, mode), foldsCase)
      let isBetter =
        try isReversed
        ? Operators.isOrdered(bestKey, key) : Operators.isOrdered(key, bestKey)
      if isBetter { (best, bestKey) = (item, key) }
    }
    return best
  }
}

extension [AttributePath] {
  /// What the paths lead to from `item`: of two items, the second key decides where the first is equal.
  fileprivate func keys(
    of item: Value, _ mode: UndefinedMode, _ foldsCase: Bool
  ) throws(Fault) -> [Value] {
    var keys: [Value] = []
    for path in self {
      let key = try path.value(in: item, mode)
      if case .undefined(let undefined) = key, mode == .strict { throw undefined.fault }
      keys.append(Ordering.folded(key, foldsCase))
    }
    return keys
  }
}
