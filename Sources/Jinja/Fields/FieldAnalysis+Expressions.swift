extension FieldAnalysis {
  /// Follows an expression; what it reads on the way must be there, while its own value is left to the caller.
  mutating func evaluate(_ id: Expression.ID) -> Shape {
    guard takeStep() else { return .value(nil) }
    switch program.code.expressions[Int(id)] {
    case .constant(let index): return .value(Self.kind(of: program.code.values[Int(index)]))
    case .variable(let level, let slot, _): return shape(of: slot, level: level, at: id)
    case .loopField(_, let field):
      switch field {
      case .first, .last: return .value(.boolean)
      case .previtem, .nextitem: return .value(nil)
      default: return .value(.number)
      }
    case .closure(let routine): return macro(routine)
    case .blockCall, .superCall: return .value(.string)
    case .attribute(let base, let name):
      return member(program.code.names[Int(name)], of: base, at: id)
    case .item(let base, let key): return item(base, key, at: id)
    case .slice(let base, let from, let to, let step):
      let shape = evaluate(base)
      need(shape, nil)
      for bound in [from, to, step] { if let bound { use(bound, .computed) } }
      return shape
    case .methodCall(let base, let method, let list):
      return callMethod(program.code.names[Int(method)], of: base, arguments(list))
    case .call(let callee, let list):
      let isRange = program.name(of: callee) == "range"
      let function = evaluate(callee)
      let given = arguments(list)
      if let result = call(function, given) { return result }
      for argument in given { need(argument.shape, isRange ? .computed : nil) }
      return isRange ? .items(.value(.number)) : .value(nil)
    case .filter(let base, let filter, let list):
      return self.filter(
        program.code.filters[Int(filter)].name, base, program.code.arguments[Int(list)])
    case .test(let base, let test, let list):
      let given = arguments(list).map { $0.shape }
      for shape in given { need(shape, nil) }
      self.test(program.code.tests[Int(test)].name, base, given)
      return .value(.boolean)
    case .not(let operand):
      use(operand, .tested)
      return .value(.boolean)
    case .negative(let operand), .positive(let operand):
      use(operand, .computed)
      return .value(.number)
    case .binary(let symbol, let left, let right): return binary(symbol, left, right)
    case .comparison(let first, let steps):
      compare(first, steps.map { program.code.comparisons[Int($0)] })
      return .value(.boolean)
    case .and(let left, let right): return either(left, or: right, whereTrue: true)
    case .or(let left, let right): return either(left, or: right, whereTrue: false)
    case .conditional(let condition, let then, let otherwise):
      use(condition, .tested)
      var shapes: [Shape] = []
      within(certainties(condition, whenTrue: true)) { shapes.append($0.evaluate(then)) }
      if let otherwise {
        within(certainties(condition, whenTrue: false)) { shapes.append($0.evaluate(otherwise)) }
      }
      return .either(shapes)
    case .list(let list), .tuple(let list):
      return .parts(program.code.lists[Int(list)].map { evaluate($0) })
    case .mapping(let list):
      let items = program.code.lists[Int(list)]
      var members: [String: Shape] = [:]
      for index in stride(from: 0, to: items.count - 1, by: 2) {
        let shape = evaluate(items[index + 1])
        if let key = text(items[index]) { members[key] = shape } else { use(items[index], nil) }
      }
      return .mapping(members)
    }
  }

  /// The first operand's value, or the second's, which is looked at only where the first is true, or where it is not.
  private mutating func either(
    _ left: Expression.ID, or right: Expression.ID, whereTrue: Bool
  ) -> Shape {
    let first = evaluate(left)
    if mode == .strict { need(first, nil) }
    note(first, .tested)
    var second = Shape.value(nil)
    within(certainties(left, whenTrue: whereTrue)) { second = $0.evaluate(right) }
    return .either([first, second])
  }

  /// The text of an expression that is one.
  func text(_ id: Expression.ID) -> String? {
    guard case .constant(let index) = program.code.expressions[Int(id)],
      case .string(let text) = program.code.values[Int(index)]
    else { return nil }
    return text
  }

  private static func kind(of value: Value) -> FieldTree.Kind? {
    switch value {
    case .integer, .big, .double: .number
    case .string, .markup: .string
    case .bool: .boolean
    default: nil
    }
  }

  /// The arguments of a call, in the order written.
  private mutating func arguments(_ list: Int32) -> [(name: String?, shape: Shape)] {
    let list = program.code.arguments[Int(list)]
    var shapes: [(name: String?, shape: Shape)] = []
    for id in list.positional { shapes.append((nil, evaluate(id))) }
    for (name, id) in list.named { shapes.append((name, evaluate(id))) }
    for id in [list.spread, list.spreadNamed].compactMap({ $0 }) { use(id, nil) }
    return shapes
  }

  // MARK: Members

  private mutating func member(
    _ name: String, of base: Expression.ID, at id: Expression.ID
  ) -> Shape {
    member(name, of: evaluate(base), at: id)
  }

  mutating func member(_ name: String, of base: Shape, at id: Expression.ID?) -> Shape {
    switch base {
    case .field(let node):
      if mode != .chainable { need(node) }
      let member = tree.member(name, of: node)
      if let id { note(member, id) }
      return .field(member)
    case .mapping(let members): return members[name] ?? .value(nil)
    case .either(let shapes):
      // Only one of them is read, nobody knows which.
      var members: [Shape] = []
      within([]) { analysis in
        members = shapes.map { analysis.member(name, of: $0, at: id) }
      }
      return .either(members)
    case .items, .parts, .macro, .loop, .name, .value: return .value(nil)
    }
  }

  private mutating func item(
    _ base: Expression.ID, _ key: Expression.ID, at id: Expression.ID
  ) -> Shape {
    if let name = text(key) { return member(name, of: base, at: id) }
    let keyShape = evaluate(key)
    need(keyShape, nil)
    let shape = evaluate(base)
    need(shape, nil)
    if case .value(.number?) = keyShape {
      note(shape, .counted)
      return item(of: shape)
    }
    // An index or a name: the data will show.
    return .value(nil)
  }

  private mutating func callMethod(
    _ method: String, of base: Expression.ID, _ arguments: [(name: String?, shape: Shape)]
  ) -> Shape {
    let shape = evaluate(base)
    if case .mapping(let members) = shape, let member = members[method],
      let result = call(member, arguments)
    {
      return result
    }
    for argument in arguments { need(argument.shape, nil) }
    switch method {
    case "cycle": return .either(arguments.map { $0.shape })
    case "changed": return .value(.boolean)
    case "items", "keys", "values":
      need(shape, .opened)
      guard case .field(let node) = shape else { return .items(.value(nil)) }
      let value = Shape.field(tree.value(of: node, named: "*"))
      let key = Shape.value(.string)
      return method == "items"
        ? .items(.parts([key, value])) : .items(method == "keys" ? key : value)
    case "get":
      need(shape, .opened)
      return .value(nil)
    case "append", "extend", "insert", "index", "count", "pop":
      need(shape, method == "count" || method == "index" ? nil : .listed)
      return .value(nil)
    case "isoformat", "strftime", "date":
      need(shape, .dated)
      return .value(.string)
    default:
      need(shape, .spelled)
      return method == "split" || method == "splitlines"
        ? .items(.value(.string)) : .value(.string)
    }
  }

  // MARK: Operators

  private mutating func binary(
    _ symbol: BinaryOperator, _ left: Expression.ID, _ right: Expression.ID
  ) -> Shape {
    let first = evaluate(left)
    let second = evaluate(right)
    switch symbol {
    case .concatenate:
      need(first, .printed)
      need(second, .printed)
      return .value(.string)
    case .add:
      // A sum of numbers or of texts, as the side that is known says.
      let use = Self.use(of: second) ?? Self.use(of: first)
      need(first, use)
      need(second, use)
      return .value(use == .computed ? .number : nil)
    case .modulo where text(left) != nil:
      need(second, .printed)
      return .value(.string)
    case .subtract, .multiply, .divide, .floorDivide, .modulo, .power:
      need(first, .computed)
      need(second, .computed)
      return .value(.number)
    }
  }

  /// What it says of a value that it is computed or compared with another.
  private static func use(of shape: Shape) -> FieldTree.Use? {
    switch shape {
    case .value(.number?): .computed
    case .value(.string?): .spelled
    case .value(.boolean?): .tested
    default: nil
    }
  }

  private mutating func compare(
    _ first: Expression.ID, _ steps: [(symbol: ComparisonOperator, operand: Expression.ID)]
  ) {
    var left = evaluate(first)
    for (symbol, operand) in steps {
      let right = evaluate(operand)
      if symbol == .isIn || symbol == .isNotIn {
        need(right, nil)
        if case .parts(let parts) = right {
          need(left, parts.lazy.compactMap { Self.use(of: $0) }.first)
        } else {
          need(left, nil)
        }
      } else {
        need(left, Self.use(of: right))
        need(right, Self.use(of: left))
      }
      left = right
    }
  }

  private mutating func test(_ name: String, _ base: Expression.ID, _ arguments: [Shape]) {
    let shape = evaluate(base)
    switch name {
    case "defined", "undefined": note(shape, nil)
    case "odd", "even", "divisibleby", "number", "integer", "float": need(shape, .computed)
    case "string", "lower", "upper": need(shape, .spelled)
    case "mapping": need(shape, .opened)
    case "sequence", "iterable": need(shape, .listed)
    case "boolean", "true", "false": need(shape, .tested)
    case "eq", "equalto", "==", "ne", "!=", "lt", "lessthan", "<", "gt", "greaterthan", ">", "ge",
      ">=", "le", "<=":
      need(shape, arguments.first.flatMap { Self.use(of: $0) })
    default: need(shape, nil)
    }
  }
}
