import Diagnostics

extension Environment {
  /// The built-in filters that take lists.
  static let listFilters: [String: Filter] = [
    "length": length,
    "count": length,
    "first": { value, arguments throws(Fault) in
      try arguments.expect()
      return try items(value, arguments).first ?? .undefined(.empty("first"))
    },
    "last": { value, arguments throws(Fault) in
      try arguments.expect()
      guard value.isReversible else { throw .type(of: value, in: arguments.callee) }
      return try items(value, arguments).last ?? .undefined(.empty("last"))
    },
    "random": { value, arguments throws(Fault) in
      try arguments.expect()
      // The same list always gives the same item: a letter rendered twice has the same bytes.
      guard let length = value.length else { throw .type(of: value, in: arguments.callee) }
      let items = try items(value, arguments)
      guard length > 0 else { return .undefined(.empty("random")) }
      if case .object = value { throw .type(of: value, in: arguments.callee) }
      var numbers = StableNumbers(seed: UInt64(items.count))
      return items[numbers.next(below: items.count)]
    },
    "list": { value, arguments throws(Fault) in
      try arguments.expect()
      return .array(try items(value, arguments))
    },
    "items": { value, arguments throws(Fault) in
      try arguments.expect()
      switch value {
      case .undefined: return .custom(Generator([]))
      case .object(let object): return .custom(Generator(object.pairs))
      default: throw .type(of: value, in: arguments.callee)
      }
    },
    "unique": { value, arguments throws(Fault) in
      try arguments.expect("case_sensitive", "attribute")
      let path = AttributePath(arguments.value(1, "attribute"))
      let foldsCase = !arguments.isTrue(0, "case_sensitive")
      var seen: Set<ValueKey> = []
      var kept: [Value] = []
      for item in try items(value, arguments) {
        let key = try arguments.defined(try path.value(in: item, arguments.undefined))
        guard key.isHashable else { throw .type(of: key, in: arguments.callee) }
        if seen.insert(ValueKey(key, foldingCase: foldsCase)).inserted { kept.append(item) }
      }
      return .custom(Generator(kept))
    },
    "sum": { value, arguments throws(Fault) in
      try arguments.expect("attribute", "start")
      let path = AttributePath(arguments.value(0, "attribute"))
      var total = arguments.value(1, "start") ?? .integer(0)
      // Python wants texts joined instead.
      if total.isText { throw .type(of: total, in: arguments.callee) }
      for item in try items(value, arguments) {
        let item = try path.value(in: item, arguments.undefined)
        if case .array(var sum) = total, case .array(let more) = item {
          // Added where the sum lies, so that many lists take no longer than their items.
          total = .none
          guard sum.count + more.count <= Operators.maximumItems else { throw Operators.tooLarge }
          sum += more
          total = .array(sum)
        } else {
          total = try Operators.apply(.add, total, item)
        }
      }
      return total
    },
    "batch": { value, arguments throws(Fault) in
      try arguments.expect("linecount", "fill_with", required: 1)
      let size = arguments.value(0, "linecount") ?? .none
      var rows: [[Value]] = []
      var row: [Value] = []
      for item in try items(value, arguments) {
        if Operators.areEqual(.integer(row.count), size) {
          rows.append(row)
          row = []
        }
        row.append(item)
      }
      if !row.isEmpty {
        if let filler = arguments.value(1, "fill_with"), !filler.isNone {
          guard let size = size.index, size <= Operators.maximumItems else {
            throw .type(of: size, in: arguments.callee)
          }
          row += Array(repeating: filler, count: max(0, size - row.count))
        }
        rows.append(row)
      }
      return .custom(Generator(rows.map { .array($0) }))
    },
    "slice": { value, arguments throws(Fault) in
      try arguments.expect("slices", "fill_with", required: 1)
      guard let count = try arguments.whole(0, "slices") else { throw arguments.unfit }
      guard count != 0 else { throw Operators.divisionByZero }
      guard count <= maximumItems else { throw Operators.tooLarge }
      let items = try items(value, arguments)
      guard count > 0 else { return .custom(Generator([])) }
      let (size, longer) = items.count.quotientAndRemainder(dividingBy: count)
      var columns: [Value] = []
      var start = 0
      for index in 0..<count {
        let end = start + size + (index < longer ? 1 : 0)
        var column = Array(items[start..<end])
        if let filler = arguments.value(1, "fill_with"), !filler.isNone, index >= longer {
          column.append(filler)
        }
        columns.append(.array(column))
        start = end
      }
      return .custom(Generator(columns))
    },
  ]

  /// A filter makes no longer list out of a number in a template.
  static let maximumItems = 1 << 20

  private static let length: Filter = { value, arguments throws(Fault) in
    try arguments.expect()
    guard let length = value.length else { throw .type(of: value, in: arguments.callee) }
    return .integer(length)
  }
}
