import Diagnostics

extension Renderer {
  /// The value of an expression; may be undefined, which only some uses forgive.
  mutating func evaluate(_ id: Expression.ID) throws(Finding) -> Value {
    spendStep()
    switch program.expressions[Int(id)] {
    case .constant(let index): return program.values[Int(index)]
    case .variable(let slot): return slots[Int(slot)]
    case .loopField(let field): return loopField(field)
    case .loopCycle(let arguments):
      let choices = try self.arguments(arguments, of: "loop.cycle").positional
      guard let loop = loops.last else { return .undefined(Undefined("loop")) }
      guard !choices.isEmpty else { throw Fault.arguments(of: "loop.cycle").at(span(id)) }
      return choices[loop.index % choices.count]
    case .loopChanged(let arguments):
      let values = try self.arguments(arguments, of: "loop.changed").positional
      guard let loop = loops.last else { return .undefined(Undefined("loop")) }
      loops[loops.count - 1].watched = values
      return .bool(!(loop.watched.map { Operators.areEqual(.array($0), .array(values)) } ?? false))
    case .attribute(let base, let name):
      return try member(of: base, at: id, named: program.names[Int(name)]) { value, name in
        value.attribute(name)
      }
    case .item(let base, let key):
      let key = try defined(key)
      return try member(of: base, at: id, named: key.text) { value, _ in value.item(key) }
    case .slice(let base, let from, let to, let step):
      return try slice(base, from, to, step, at: id)
    case .methodCall(let base, let method, let arguments):
      let value = try defined(base)
      let name = program.names[Int(method)]
      let list = try self.arguments(arguments, of: name)
      return try located(id) { () throws(Fault) in try value.call(name, list) }
    case .functionCall(let function, let arguments):
      let (name, body) = program.functions[Int(function)]
      let list = try self.arguments(arguments, of: name)
      return try located(id) { () throws(Fault) in try body(list) }
    case .filter(let base, let filter, let arguments):
      let (name, body, isForgiving) = program.filters[Int(filter)]
      let value = isForgiving ? try evaluate(base) : try defined(base)
      let list = try self.arguments(arguments, of: name)
      return try located(id) { () throws(Fault) in try body(value, list) }
    case .test(let base, let test, let arguments):
      let (name, body, isForgiving) = program.tests[Int(test)]
      let value = isForgiving ? try evaluate(base) : try defined(base)
      let list = try self.arguments(arguments, of: name)
      return .bool(try located(id) { () throws(Fault) in try body(value, list) })
    case .not(let operand): return .bool(try !truth(operand))
    case .negative(let operand):
      let value = try defined(operand)
      return try located(id) { () throws(Fault) in
        try Operators.negated(value)
      }
    case .positive(let operand): return try defined(operand).plain
    case .binary(let symbol, let left, let right):
      let left = try defined(left)
      let right = try defined(right)
      return try located(id) { () throws(Fault) in try Operators.apply(symbol, left, right) }
    case .comparison(let first, let steps):
      var left = try defined(first)
      for step in steps {
        let (symbol, operand) = program.comparisons[Int(step)]
        let right = try defined(operand)
        let previous = left
        let holds = try located(id) { () throws(Fault) in
          try Operators.compare(symbol, previous, right)
        }
        guard holds else { return .bool(false) }
        left = right
      }
      return .bool(true)
    case .and(let left, let right):
      let value = try defined(left)
      return value.isTrue ? try defined(right) : value
    case .or(let left, let right):
      let value = try defined(left)
      return value.isTrue ? value : try defined(right)
    case .conditional(let condition, let then, let otherwise):
      if try truth(condition) { return try evaluate(then) }
      guard let otherwise else { return .undefined(Undefined.otherwise) }
      return try evaluate(otherwise)
    case .list(let list): return .array(try values(list))
    case .tuple(let list): return .tuple(try values(list))
    case .mapping(let list):
      let values = try values(list)
      return .object(
        ObjectValue(
          keyed: stride(from: 0, to: values.count, by: 2).map { (values[$0], values[$0 + 1]) }))
    }
  }

  /// The value of an expression that must not be undefined in strict mode.
  mutating func defined(_ id: Expression.ID) throws(Finding) -> Value {
    let value = try evaluate(id)
    if case .undefined(let undefined) = value, mode == .strict { throw missing(undefined, at: id) }
    return value
  }

  /// Whether an expression holds.
  mutating func truth(_ id: Expression.ID) throws(Finding) -> Bool { try defined(id).isTrue }

  private mutating func member(
    of base: Expression.ID, at id: Expression.ID, named name: String,
    _ look: (Value, String) -> Value?
  ) throws(Finding) -> Value {
    let value = try evaluate(base)
    if case .undefined(let undefined) = value {
      if mode == .chainable { return value }
      throw missing(undefined, at: base)
    }
    if let member = look(value, name) { return member }
    var known: [String] = []
    if case .object(let object) = value { known = object.names }
    let isIndex = Int(name) != nil
    return .undefined(
      Undefined(path(of: base) + (isIndex ? "[\(name)]" : ".\(name)"), known: known))
  }

  /// The expression as a path, for messages.
  private func path(of id: Expression.ID) -> String {
    switch program.expressions[Int(id)] {
    case .variable(let slot): program.slotNames[Int(slot)]
    case .loopField(let field): "loop.\(field.rawValue)"
    case .attribute(let base, let name): path(of: base) + "." + program.names[Int(name)]
    case .item(let base, _): path(of: base) + "[…]"
    default: "…"
    }
  }

  private func loopField(_ field: LoopField) -> Value {
    guard let loop = loops.last else { return .undefined(Undefined("loop")) }
    let count = loop.items.count
    switch field {
    case .index: return .integer(loop.index + 1)
    case .index0: return .integer(loop.index)
    case .revindex: return .integer(count - loop.index)
    case .revindex0: return .integer(count - loop.index - 1)
    case .first: return .bool(loop.index == 0)
    case .last: return .bool(loop.index == count - 1)
    case .length: return .integer(count)
    case .depth: return .integer(loop.depth)
    case .depth0: return .integer(loop.depth - 1)
    case .previtem:
      return loop.index > 0
        ? loop.items[loop.index - 1] : .undefined(Undefined("loop.previtem"))
    case .nextitem:
      return loop.index + 1 < count
        ? loop.items[loop.index + 1] : .undefined(Undefined("loop.nextitem"))
    }
  }

  private mutating func slice(
    _ base: Expression.ID, _ from: Expression.ID?, _ to: Expression.ID?, _ step: Expression.ID?,
    at id: Expression.ID
  ) throws(Finding) -> Value {
    let value = try defined(base)
    var bounds: [Int?] = []
    for bound in [from, to, step] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      let given = try defined(bound)
      if case .none = given {
        bounds.append(nil)
      } else if let number = given.integer {
        bounds.append(number)
      } else {
        throw Fault.type(of: given, in: "[:]").at(span(bound))
      }
    }
    let (low, high, stride) = (bounds[0], bounds[1], bounds[2] ?? 1)
    return try located(id) { () throws(Fault) in
      try Operators.slice(value, from: low, to: high, step: stride)
    }
  }

  private mutating func values(_ list: Int32) throws(Finding) -> [Value] {
    var values: [Value] = []
    for id in program.lists[Int(list)] { values.append(try evaluate(id)) }
    return values
  }

  private mutating func arguments(
    _ index: Int32, of callee: String
  ) throws(Finding) -> Arguments {
    var arguments = Arguments(callee, undefined: mode)
    guard index != 0 else { return arguments }
    let list = program.arguments[Int(index)]
    for id in list.positional { arguments.positional.append(try defined(id)) }
    for (name, id) in list.named { arguments.named.append((name, try defined(id))) }
    return arguments
  }

  private func located<Result>(
    _ id: Expression.ID, _ body: () throws(Fault) -> Result
  ) throws(Finding) -> Result {
    do throws(Fault) {
      return try body()
    } catch {
      throw error.at(span(id))
    }
  }
}
