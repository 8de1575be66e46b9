/// How deep expressions are, and how deep the lists in lists that they make: both are walked by recursion when the program runs, so both have a limit that is checked before it does.
extension ProgramBuilder {
  /// Operands inside operands, and lists inside lists, beyond this are refused.
  static let maximumHeight: Int32 = 500

  /// Whether evaluating the expression, or walking the value that it makes, would go too deep.
  func isTooDeep(_ id: Expression.ID) -> Bool {
    depths[Int(id)].height > Self.maximumHeight || depths[Int(id)].nesting > Self.maximumHeight
  }

  /// Notes that the name may stand for what the expression makes.
  mutating func note(_ name: String, holds id: Expression.ID) {
    nestings[name] = max(nestings[name] ?? 0, depths[Int(id)].nesting)
  }

  /// The depths of an expression whose operands are in the program already.
  func depth(of expression: Expression) -> Depth {
    var depth = Depth()
    for child in operands(of: expression) {
      depth.height = max(depth.height, depths[Int(child)].height)
      depth.nesting = max(depth.nesting, depths[Int(child)].nesting)
    }
    depth.height += 1
    switch expression {
    case .variable(_, _, let name): depth.nesting = nestings[program.names[Int(name)]] ?? 0
    case .list, .tuple, .mapping, .filter, .methodCall, .call: depth.nesting += 1
    default: break
    }
    return depth
  }

  /// Whether the value of an expression is known before anything is rendered.
  ///
  /// - Complexity: linear in the expression.
  func isConstant(_ id: Expression.ID) -> Bool {
    switch program.expressions[Int(id)] {
    case .variable, .call, .methodCall, .blockCall, .superCall, .closure, .loopField: false
    case let expression: operands(of: expression).allSatisfy { isConstant($0) }
    }
  }

  private func operands(of expression: Expression) -> [Expression.ID] {
    switch expression {
    case .constant, .variable, .blockCall, .superCall, .closure: []
    case .attribute(let base, _), .loopField(let base, _): [base]
    case .item(let base, let key): [base, key]
    case .slice(let base, let from, let to, let step): [base] + [from, to, step].compactMap { $0 }
    case .methodCall(let base, _, let list), .filter(let base, _, let list),
      .test(let base, _, let list):
      [base] + operands(of: list)
    case .call(let callee, let list): [callee] + operands(of: list)
    case .not(let operand), .negative(let operand), .positive(let operand): [operand]
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      [left, right]
    case .comparison(let first, let steps):
      [first] + steps.map { program.comparisons[Int($0)].operand }
    case .conditional(let condition, let then, let otherwise):
      [condition, then] + [otherwise].compactMap { $0 }
    case .list(let list), .tuple(let list), .mapping(let list): program.lists[Int(list)]
    }
  }

  private func operands(of arguments: Int32) -> [Expression.ID] {
    let list = program.arguments[Int(arguments)]
    return list.positional + list.named.map(\.value)
      + [list.spread, list.spreadNamed].compactMap { $0 }
  }
}
