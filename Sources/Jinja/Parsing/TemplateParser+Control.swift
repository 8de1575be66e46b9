import Diagnostics

/// `if`, `for`, and what leaves a loop.
extension TemplateParser {
  // MARK: Conditions

  mutating func openCondition(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.condition, index)
    try branch(&parser)
  }

  private mutating func branch(_ parser: inout ExpressionParser) throws(Finding) {
    let condition = try parser.expressionOrTuple(
      &builder, withConditions: !environment.isExact)
    try check(condition)
    try parser.expectEnd()
    opening.pendingBranch = builder.program.instructions.count
    emit(.branch(condition, otherwise: 0))
  }

  mutating func alternative(
    _ parser: inout ExpressionParser, _ index: Int, _ keyword: String
  ) throws(Finding) {
    guard let block = openings.last, block.kind == .condition, !block.hasElse else {
      throw stray(keyword, index)
    }
    try checkContainer(index, block.tag)
    endBranch()
    try branch(&parser)
  }

  mutating func otherwise(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    guard let block = openings.last, !block.hasElse,
      block.kind == .condition || block.kind == .loop
    else { throw stray("else", index) }
    try parser.expectEnd()
    try checkContainer(index, block.tag)
    opening.hasElse = true
    if block.kind == .condition { endBranch() } else { endBody(block.index) }
  }

  /// Leaves the block at the end of a branch that was taken, and lets the one that was not go on here.
  private mutating func endBranch() {
    opening.exits.append(builder.program.instructions.count)
    emit(.jump(0))
    if let branch = opening.pendingBranch { patch(branch) }
    opening.pendingBranch = nil
  }

  mutating func closeCondition(_ block: Opening) {
    if let branch = block.pendingBranch { patch(branch) }
    for exit in block.exits { patch(exit) }
  }

  // MARK: Loops

  mutating func openLoop(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.loop, index)
    var names: Names?
    var items: Expression.ID?
    var problem: Finding?
    do throws(Finding) {
      names = try self.names(&parser)
      if let names, contains("loop", names) { throw assignsLoop(index) }
      guard parser.take(name: "in") else { throw parser.expected("`in`") }
      items = try parser.expressionOrTuple(&builder, withConditions: false)
      if let items { try check(items) }
    } catch {
      problem = error
    }
    builder.scopes.open()
    let firstSlot = builder.scopes.slots.lowerBound
    let target = names.map { declare($0, from: items) } ?? .list([])
    var condition: Expression.ID?
    var isRecursive = false
    if problem == nil {
      do throws(Finding) {
        if parser.take(name: "if") {
          condition = try parser.expression(&builder)
          if let condition { try check(condition) }
        }
        isRecursive = parser.take(name: "recursive")
        try parser.expectEnd()
      } catch {
        problem = error
      }
    }
    let slot = builder.scopes.declare("loop")
    let loop = Int32(builder.program.loops.count)
    emit(.loop(loop))
    let start = builder.program.instructions.count
    builder.program.loops.append(
      ProgramCode.Loop(
        items: items ?? 0, target: target, condition: condition, slot: slot,
        isRecursive: isRecursive, inherited: [], slots: firstSlot..<firstSlot, body: start..<start,
        end: start))
    opening.index = loop
    if let problem { throw problem }
  }

  private mutating func endBody(_ loop: Int32) {
    let index = Int(loop)
    let first = builder.program.loops[index].slots.lowerBound
    builder.program.loops[index].slots = first..<builder.scopes.slots.upperBound
    builder.program.loops[index].inherited = builder.scopes.close()
    let start = builder.program.loops[index].body.lowerBound
    builder.program.loops[index].body = start..<builder.program.instructions.count
  }

  mutating func closeLoop(_ block: Opening) {
    if !block.hasElse { endBody(block.index) }
    builder.program.loops[Int(block.index)].end = builder.program.instructions.count
  }

  func assignsLoop(_ index: Int) -> Finding {
    Finding(
      .syntax, "E103",
      Message(
        kk: "циклдің ішінде `loop` атауына мән берілмейді",
        ru: "внутри цикла нельзя присвоить значение имени `loop`",
        en: "the name `loop` cannot be set inside a loop"), at: [whole(index)])
  }

  func contains(_ name: String, _ names: Names) -> Bool {
    switch names {
    case .one(let one): one == name
    case .attribute: false
    case .several(let several): several.contains { contains(name, $0) }
    }
  }

  // MARK: Leaving

  mutating func leave(
    _ parser: inout ExpressionParser, _ index: Int, _ keyword: String
  ) throws(Finding) {
    try parser.expectEnd()
    for block in openings.reversed() {
      switch block.kind {
      case .loop where !block.hasElse:
        try checkContainer(index, block.tag)
        emit(.leave(isBreak: keyword == "break"))
        return
      case .macro, .call, .block: throw stray(keyword, index)
      default: continue
      }
    }
    throw stray(keyword, index)
  }
}
