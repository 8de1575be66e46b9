import Diagnostics

extension Renderer {
  /// The value of an expression; may be undefined, which only some uses forgive.
  mutating func evaluate(_ id: Expression.ID) throws(Finding) -> Value {
    spendStep()
    switch tables.expressions[Int(id)] {
    case .constant(let index): return program.code.values[Int(index)]
    case .variable(let level, let slot, _):
      return level == 0 ? frame.slots[Int(slot)] : frame(level).slots[Int(slot)]
    case .loopField(let base, let field):
      let value = try evaluate(base)
      if case .custom(let custom) = value, let state = custom as? LoopState {
        return state.field(field)
      }
      return try member(of: value, base, at: id, named: field.rawValue) { value, name in
        value.attribute(name)
      }
    case .attribute(let base, let name):
      let value = try evaluate(base)
      if case .object(let object) = value, let member = field(name, of: object, at: id) {
        return member
      }
      return try member(of: value, base, at: id, named: program.code.names[Int(name)]) {
        value, name in
        value.attribute(name)
      }
    case .item(let base, let key):
      let key = try defined(key)
      let value = try evaluate(base)
      return try member(of: value, base, at: id, named: key.text) { value, _ in value.item(key) }
    case .slice(let base, let from, let to, let step):
      return try slice(base, from, to, step, at: id)
    case .methodCall(let base, let method, let arguments):
      return try callMethod(base, program.code.names[Int(method)], arguments, at: id)
    case .call(let callee, let arguments): return try call(callee, arguments, at: id)
    case .blockCall(let name):
      return try block(program.code.names[Int(name)], level: 0, at: id)
    case .superCall: return try superBlock(at: id)
    case .closure(let routine): return closure(routine)
    case .filter(let base, let filter, let arguments):
      let (name, body, isForgiving, remark) = program.code.filters[Int(filter)]
      let value = isForgiving ? try evaluate(base) : try defined(base)
      let list = try self.arguments(arguments, of: name, mayBeUndefined: isForgiving)
      if let unknown = value.unknown ?? list.unknown { return unknown }
      let result = try located(id) { () throws(Fault) in try body(value, list) }
      if let remark, let fault = remark(result) { add(fault, at: id) }
      spend(on: result)
      return result
    case .test(let base, let test, let arguments):
      let (name, body, isForgiving) = program.code.tests[Int(test)]
      let value = isForgiving ? try evaluate(base) : try defined(base)
      if value.isUnknown, !isForgiving { return .bool(false) }
      let list = try self.arguments(arguments, of: name)
      return .bool(try located(id) { () throws(Fault) in try body(value, list) })
    case .not(let operand): return .bool(try !truth(operand))
    case .negative(let operand):
      let value = try defined(operand)
      if value.isUnknown { return value }
      return try located(id) { () throws(Fault) in
        try Operators.negated(value)
      }
    case .positive(let operand):
      let value = try defined(operand)
      if value.isUnknown { return value }
      return try located(id) { () throws(Fault) in
        try Operators.positive(value)
      }
    case .binary(let symbol, let left, let right):
      let left = try defined(left)
      let right = try defined(right)
      if left.isUnknown { return left }
      if right.isUnknown { return right }
      let escaping = autoescape
      let result = try located(id) { () throws(Fault) in
        try Operators.apply(symbol, left, right, escaping: escaping)
      }
      spend(on: result)
      return result
    case .comparison(let first, let steps):
      var left = try defined(first)
      for step in steps {
        let (symbol, operand) = program.code.comparisons[Int(step)]
        let right = try defined(operand)
        let previous = left
        if previous.isUnknown || right.isUnknown { return .bool(false) }
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

  /// A field of an object; where it was found last is where it is again in every object of the same shape.
  private mutating func field(
    _ name: Int32, of object: ObjectValue, at id: Expression.ID
  ) -> Value? {
    if let index = knownIndex(in: object, at: id) { return object.value(at: index) }
    guard let index = object.shape.index(of: program.code.names[Int(name)]) else { return nil }
    if program === first { fields.set(object.shape, index, at: Int(id)) }
    return object.value(at: index)
  }

  private mutating func member(
    of value: Value, _ base: Expression.ID, at id: Expression.ID, named name: String,
    _ look: (Value, String) -> Value?
  ) throws(Finding) -> Value {
    if case .undefined(let undefined) = value {
      if mode == .chainable { return value }
      throw missing(undefined, at: base)
    }
    if let member = look(value, name) { return member }
    if value.isUnknown { return value }
    var known: [String] = []
    if case .object(let object) = value { known = object.names }
    let isIndex = Int(name) != nil
    return .undefined(
      Undefined(path(of: base) + (isIndex ? "[\(name)]" : ".\(name)"), known: known))
  }

  /// The expression as a path, for messages.
  func path(of id: Expression.ID) -> String {
    switch program.code.expressions[Int(id)] {
    case .variable(_, _, let name): program.code.names[Int(name)]
    case .loopField(let base, let field): path(of: base) + ".\(field.rawValue)"
    case .attribute(let base, let name): path(of: base) + "." + program.code.names[Int(name)]
    case .item(let base, _): path(of: base) + "[…]"
    default: "…"
    }
  }

  private mutating func slice(
    _ base: Expression.ID, _ from: Expression.ID?, _ to: Expression.ID?, _ step: Expression.ID?,
    at id: Expression.ID
  ) throws(Finding) -> Value {
    let value = try evaluate(base)
    if case .undefined(let undefined) = value {
      if mode == .chainable { return value }
      throw missing(undefined, at: base)
    }
    if value.isUnknown { return value }
    var bounds: [Int?] = []
    for bound in [from, to, step] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      let given = try defined(bound)
      if case .none = given {
        bounds.append(nil)
      } else if let number = given.index {
        bounds.append(number)
      } else {
        throw finding(.type(of: given, in: "[:]"), at: bound)
      }
    }
    if case .object = value { throw finding(.type(of: value, in: "[:]"), at: base) }
    let (low, high, stride) = (bounds[0], bounds[1], bounds[2] ?? 1)
    return try located(id) { () throws(Fault) in
      try Operators.slice(value, from: low, to: high, step: stride)
    }
  }

  private mutating func values(_ list: Int32) throws(Finding) -> [Value] {
    var values: [Value] = []
    for id in program.code.lists[Int(list)] { values.append(try evaluate(id)) }
    return values
  }

  /// The arguments of a call, evaluated; in strict mode an undefined one is an error, unless the callee looks at it itself.
  mutating func arguments(
    _ index: Int32, of callee: String, mayBeUndefined: Bool = false
  ) throws(Finding) -> Arguments {
    var arguments = Arguments(callee, undefined: mode, autoescape: autoescape)
    guard index != 0 else { return arguments }
    let list = program.code.arguments[Int(index)]
    for id in list.positional {
      arguments.positional.append(mayBeUndefined ? try evaluate(id) : try defined(id))
    }
    for (name, id) in list.named {
      arguments.named.append((name, mayBeUndefined ? try evaluate(id) : try defined(id)))
    }
    if let spread = list.spread {
      let value = try defined(spread)
      guard let items = value.items else { throw finding(.type(of: value, in: "*"), at: spread) }
      spend(on: value)
      arguments.positional += items
    }
    if let spread = list.spreadNamed {
      let value = try defined(spread)
      guard case .object(let object) = value else {
        throw finding(.type(of: value, in: "**"), at: spread)
      }
      spend(on: value)
      arguments.named += zip(object.names, object.values).map { ($0, $1) }
    }
    return arguments
  }
}

extension Value {
  /// The value, or what of the list or mapping, is not known yet.
  fileprivate var unknown: Value? {
    switch self {
    case .custom(let value): value.isUnknown ? self : nil
    case .array(let items): items.first(where: \.isUnknown)
    case .object(let object): object.values.first(where: \.isUnknown)
    default: nil
    }
  }
}

extension Arguments {
  /// An argument that is not known yet.
  var unknown: Value? {
    if let value = positional.first(where: \.isUnknown) { return value }
    return named.first(where: \.value.isUnknown)?.value
  }
}
