/// Where values are from; looked at only while a rendering is traced.
extension Renderer {
  /// The paths that an expression's value is from, as the names stand at this moment.
  func origins(of id: Expression.ID) -> [ValuePath] {
    switch program.code.expressions[Int(id)] {
    case .constant, .blockCall, .superCall, .closure: []
    case .variable(let level, let slot, _): origins(of: slot, in: frame(level))
    case .loopField(let base, _): derived([base])
    case .attribute(let base, let name):
      origins(of: base).map { $0.appending(.name(program.code.names[Int(name)])) }
    case .item(let base, let key): items(of: base, key)
    case .slice(let base, let from, let to, let step):
      derived([base] + [from, to, step].compactMap { $0 })
    case .methodCall(let base, _, let list): derived([base] + operands(list))
    case .call(let callee, let list): derived([callee] + operands(list))
    case .filter(let base, _, let list), .test(let base, _, let list):
      derived([base] + operands(list))
    case .not(let operand), .negative(let operand), .positive(let operand): derived([operand])
    case .binary(_, let left, let right), .and(let left, let right), .or(let left, let right):
      derived([left, right])
    case .comparison(let first, let steps):
      derived([first] + steps.map { program.code.comparisons[Int($0)].operand })
    // What a condition looks at decides what is printed and is not printed, as with `{% if %}`.
    case .conditional(_, let then, let otherwise):
      derived([then] + [otherwise].compactMap { $0 })
    case .list(let list), .tuple(let list), .mapping(let list):
      derived(program.code.lists[Int(list)])
    }
  }

  /// Notes where the value of a target is from.
  func note(_ origins: [ValuePath], for target: AssignmentTarget) {
    switch target {
    case .slot(let slot): frame.origins[slot] = origins
    case .list(let targets): for target in targets { note(origins.map(\.derived), for: target) }
    case .attribute(let base, _):
      guard case .variable(let level, let slot, _) = program.code.expressions[Int(base)] else {
        return
      }
      let known = self.origins(of: slot, in: frame(level))
      frame(level).origins[slot] = (known + origins.map(\.derived)).withoutRepetitions
    }
  }

  func origins(of slot: Int32, in frame: Frame) -> [ValuePath] {
    if let known = frame.origins[slot] { return known }
    guard frame === top, let name = program.code.free.first(where: { $0.slot == slot })?.name,
      context.has(name)
    else { return [] }
    return [ValuePath(name)]
  }

  private func items(of base: Expression.ID, _ key: Expression.ID) -> [ValuePath] {
    let known: Value? =
      switch program.code.expressions[Int(key)] {
      case .constant(let index): program.code.values[Int(index)]
      case .variable(let level, let slot, _): frame(level).slots[Int(slot)]
      default: nil
      }
    switch known?.plain {
    case .string(let name)?: return origins(of: base).map { $0.appending(.name(name)) }
    case .integer(let index)? where index >= 0:
      return origins(of: base).map { $0.appending(.index(index)) }
    default: return derived([base, key])
    }
  }

  private func derived(_ operands: [Expression.ID]) -> [ValuePath] {
    operands.flatMap { origins(of: $0) }.map(\.derived).withoutRepetitions
  }

  private func operands(_ list: Int32) -> [Expression.ID] {
    guard list != 0 else { return [] }
    let list = program.code.arguments[Int(list)]
    return list.positional + list.named.map(\.value)
      + [list.spread, list.spreadNamed].compactMap { $0 }
  }
}
