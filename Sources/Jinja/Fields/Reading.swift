/// A value of the context that a template reads, at one of the places where it does.
public struct Reading: Sendable {
  /// Something that must be so for the template to come to a place.
  public enum Circumstance: Hashable, Sendable {
    /// A condition, the same text for the same condition.
    case condition(String, holds: Bool)
    /// The body of a loop, which is gone through any number of times.
    case turn(loop: Int)
  }

  /// What a value is read for.
  public enum Purpose: Hashable, Sendable {
    case printed
    /// It decides what is printed.
    case condition
    /// It is gone through.
    case loop
    case other
  }

  /// The names that lead to the value, such as `inquiry` and `number`.
  public let path: [String]
  public let purpose: Purpose
  public let span: Span
  /// What must be so for the value to be read, the outermost first.
  public let circumstances: [Circumstance]
}

extension Program {
  /// What the template reads of the value `name` of its context, in the order of the text; what a macro reads, where the macro stands.
  public func readings(of name: String) -> [Reading] {
    guard code.free.contains(where: { $0.name == name }) else { return [] }
    var walk = ReadingWalk(code: code, name: name)
    walk.follow(0..<code.instructions.count)
    return walk.readings
  }

  /// Everything that the template reads, in the order of the text: what a turn of a loop reads of its item, as `items`, `[]` and the item's names; a name that the template sets, as that name.
  ///
  /// The turns of a loop are circumstances that tell what is gone through, so that those of two templates can be compared.
  public var readings: [Reading] {
    var walk = ReadingWalk(code: code, name: nil)
    walk.follow(0..<code.instructions.count)
    return walk.readings
  }
}

/// Goes through a program in the order of its text.
private struct ReadingWalk {
  let code: ProgramCode
  /// The value that is looked for; any where it is `nil`.
  let name: String?
  private(set) var readings: [Reading] = []
  private var purpose = Reading.Purpose.other
  /// What the names of loops stand for, by slot, where every value is looked for.
  private var items: [Int32: [String]] = [:]
  private var circumstances: [Reading.Circumstance] = []

  init(code: ProgramCode, name: String?) {
    self.code = code
    self.name = name
  }

  // MARK: Instructions

  mutating func follow(_ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = code.instructions[next]
      next += 1
      switch instruction {
      case .constant, .hook, .leave, .scope, .capture: break
      case .jump(let target): next = target
      case .emit(let id): read(id, .printed)
      case .evaluate(let id), .assign(_, let id), .autoescape(let id, _), .extends(let id):
        read(id, .other)
      case .branch(let condition, let otherwise):
        next = follow(condition, otherwise, next, range.upperBound)
      case .loop(let index):
        let loop = code.loops[Int(index)]
        read(loop.items, .loop)
        let turn: Reading.Circumstance =
          name == nil
          ? .condition("for \(text(of: loop.items))", holds: true) : .turn(loop: Int(index))
        bind(loop.target, to: path(of: loop.items))
        within(turn) { walk in
          if let condition = loop.condition { walk.read(condition, .condition) }
          walk.follow(loop.body)
        }
        within(.condition("loop \(index)", holds: false)) { walk in
          walk.follow(loop.body.upperBound..<loop.end)
        }
        next = loop.end
      case .block(let routine): follow(code.routines[Int(routine)].body)
      case .include(let index), .import(let index): read(code.inclusions[Int(index)].name, .other)
      }
    }
  }

  /// Follows the branches of a condition; returns where to go on.
  private mutating func follow(
    _ condition: Expression.ID, _ otherwise: Int, _ start: Int, _ limit: Int
  ) -> Int {
    read(condition, .condition)
    let end = max(start, min(otherwise, limit))
    within(circumstance(condition, holds: true)) { $0.follow(start..<end) }
    guard end > start, case .jump(let target) = code.instructions[end - 1], target > end
    else { return end }
    within(circumstance(condition, holds: false)) { $0.follow(end..<min(target, limit)) }
    return min(target, limit)
  }

  private mutating func within(
    _ circumstance: Reading.Circumstance, _ body: (inout ReadingWalk) -> Void
  ) {
    circumstances.append(circumstance)
    body(&self)
    circumstances.removeLast()
  }

  private mutating func bind(_ target: AssignmentTarget, to path: [String]?) {
    guard name == nil, case .slot(let slot) = target, let path else { return }
    items[slot] = path + ["[]"]
  }

  // MARK: Expressions

  private mutating func read(_ id: Expression.ID, _ purpose: Reading.Purpose) {
    let outer = self.purpose
    self.purpose = purpose
    read(id)
    self.purpose = outer
  }

  private mutating func read(_ id: Expression.ID) {
    if let path = path(of: id) {
      guard name == nil || path.first == name else { return }
      readings.append(
        Reading(
          path: path, purpose: purpose, span: code.spans[Int(id)], circumstances: circumstances))
      return
    }
    switch code.expressions[Int(id)] {
    case .conditional(let condition, let then, let otherwise):
      read(condition, .condition)
      within(circumstance(condition, holds: true)) { $0.read(then) }
      guard let otherwise else { return }
      within(circumstance(condition, holds: false)) { $0.read(otherwise) }
    case .closure(let routine):
      let routine = code.routines[Int(routine)]
      for parameter in routine.parameters {
        if let value = parameter.missing { read(value, .other) }
      }
      follow(routine.body)
    default: for operand in operands(of: id) { read(operand) }
    }
  }

  /// The names that lead from the context to a value; `nil` for what is computed.
  private func path(of id: Expression.ID) -> [String]? {
    switch code.expressions[Int(id)] {
    case .variable(let level, let slot, let name):
      if level == 0, let item = items[slot] { return item }
      return [code.names[Int(name)]]
    case .attribute(let base, let name): return path(of: base).map { $0 + [code.names[Int(name)]] }
    case .item(let base, let key):
      guard case .constant(let index) = code.expressions[Int(key)],
        case .string(let name) = code.values[Int(index)]
      else { return nil }
      return path(of: base).map { $0 + [name] }
    default: return nil
    }
  }

  private func operands(of id: Expression.ID) -> [Expression.ID] {
    switch code.expressions[Int(id)] {
    case .constant, .variable, .blockCall, .superCall, .closure: return []
    case .loopField(let base, _), .attribute(let base, _), .not(let base), .negative(let base),
      .positive(let base):
      return [base]
    case .item(let first, let second), .binary(_, let first, let second),
      .and(let first, let second),
      .or(let first, let second):
      return [first, second]
    case .slice(let base, let from, let to, let step):
      return [base] + [from, to, step].compactMap { $0 }
    case .methodCall(let base, _, let list), .call(let base, let list),
      .filter(let base, _, let list),
      .test(let base, _, let list):
      let list = code.arguments[Int(list)]
      return [base] + list.positional + list.named.map(\.value)
        + [list.spread, list.spreadNamed].compactMap { $0 }
    case .comparison(let first, let steps):
      return [first] + steps.map { code.comparisons[Int($0)].operand }
    case .conditional(let condition, let then, let otherwise):
      return [condition, then] + [otherwise].compactMap { $0 }
    case .list(let list), .tuple(let list), .mapping(let list): return code.lists[Int(list)]
    }
  }

  // MARK: Conditions

  private func circumstance(_ condition: Expression.ID, holds: Bool) -> Reading.Circumstance {
    if case .not(let operand) = code.expressions[Int(condition)] {
      return circumstance(operand, holds: !holds)
    }
    return .condition(text(of: condition), holds: holds)
  }

  /// The same text for expressions that say the same; for some kinds, a text that no other has.
  private func text(of id: Expression.ID) -> String {
    if let path = path(of: id) { return path.joined(separator: ".") }
    let symbol: String
    switch code.expressions[Int(id)] {
    case .constant(let index): return "'\(code.values[Int(index)].text)'"
    case .not: symbol = "not"
    case .and: symbol = "and"
    case .or: symbol = "or"
    case .binary(let binary, _, _): symbol = binary.symbol
    case .comparison(_, let steps):
      symbol = steps.map { code.comparisons[Int($0)].symbol.symbol }.joined(separator: ",")
    case .test(_, let test, _): symbol = "is " + code.tests[Int(test)].name
    case .filter(_, let filter, _): symbol = "| " + code.filters[Int(filter)].name
    default: return "expression \(id)"
    }
    return "(\(symbol) " + operands(of: id).map { text(of: $0) }.joined(separator: " ") + ")"
  }
}
