import Diagnostics

/// `set`, `with`, `do`, and the names that they fill.
extension TemplateParser {
  /// The names before `in` or `=`, before they have slots.
  indirect enum Names {
    case one(String)
    case attribute(String, String, Span)
    case several([Names])
  }

  mutating func names(
    _ parser: inout ExpressionParser, depth: Int = 0, withAttributes: Bool = false
  ) throws(Finding) -> Names {
    guard depth <= Self.maximumNesting else { throw parser.tooDeep }
    var items: [Names] = []
    var isList = false
    repeat {
      if parser.take(symbol: "(") {
        items.append(
          try names(&parser, depth: depth + 1, withAttributes: withAttributes))
        try parser.expect(symbol: ")")
      } else {
        let place = parser.current.range
        let name = try parser.target()
        if withAttributes, parser.take(symbol: ".") {
          let span = Span(tag: parser.tag, range: place)
          items.append(.attribute(name, try parser.identifier(), span))
        } else {
          items.append(.one(name))
        }
      }
      guard parser.isSymbol(",") else { break }
      isList = true
    } while parser.take(symbol: ",") && !parser.isName("in") && !parser.isSymbol("=")
      && !parser.isSymbol(")") && !parser.isAtEnd
    return isList || items.count != 1 ? .several(items) : items[0]
  }

  /// Names that belong to the innermost scope alone.
  mutating func declare(_ names: Names, from items: Expression.ID?) -> AssignmentTarget {
    switch names {
    case .one(let name):
      if let items { builder.note(name, holds: items) }
      return .slot(builder.scopes.declare(name))
    case .attribute: return .list([])
    case .several(let names): return .list(names.map { declare($0, from: items) })
    }
  }

  mutating func assign(_ names: Names, _ value: Expression.ID?) -> AssignmentTarget {
    switch names {
    case .one(let name):
      if let value { builder.note(name, holds: value) }
      return .slot(builder.scopes.assign(name))
    case .attribute(let name, let attribute, let span):
      return .attribute(builder.append(variable: name, span), name: attribute)
    case .several(let names): return .list(names.map { assign($0, value) })
    }
  }

  // MARK: set

  mutating func set(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    let names: Names
    do throws(Finding) {
      names = try self.names(&parser, withAttributes: true)
      if contains("loop", names), openings.contains(where: { $0.kind == .loop && !$0.hasElse }) {
        throw assignsLoop(index)
      }
    } catch {
      // Without a `=` there is an end to come.
      if !parser.tokens.contains(where: { $0.kind == .symbol("=") }) {
        try open(.set, index)
        openCapture()
      }
      throw error
    }
    if parser.take(symbol: "=") {
      let value = try parser.expressionOrTuple(&builder)
      try check(value)
      try parser.expectEnd()
      let target = assign(names, value)
      emit(.assign(builder.append(target: target), value))
      return
    }
    try open(.set, index)
    let slot = openCapture()
    opening.expression = builder.append(hidden: slot, whole(index))
    opening.target = assign(names, nil)
    builder.scopes.open()
    opening.name = ""
    try filters(&parser, index)
  }

  /// Begins to keep what is written, in a slot that no name leads to.
  @discardableResult
  mutating func openCapture() -> Int32 {
    let slot = builder.scopes.hidden()
    opening.start = builder.program.instructions.count
    emit(.capture(slot: slot, end: 0))
    return slot
  }

  /// The filters through which a captured text goes.
  mutating func filters(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    guard let captured = opening.expression else { return }
    let value = try parser.filters(captured, from: 0, &builder, withTests: false)
    try check(value)
    try parser.expectEnd()
    opening.expression = value
  }

  mutating func closeCapture(_ block: Opening) {
    if block.name != nil { _ = builder.scopes.close() }
    patch(block.start)
    guard let value = block.expression else { return }
    if let target = block.target {
      emit(.assign(builder.append(target: target), value))
    } else {
      emit(.emit(value))
    }
  }

  // MARK: with

  mutating func openWith(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.with, index)
    var assignments: [(Names, Expression.ID)] = []
    var problem: Finding?
    do throws(Finding) {
      while !parser.isAtEnd {
        if !assignments.isEmpty { try parser.expect(symbol: ",") }
        let names = Names.one(try parser.target())
        try parser.expect(symbol: "=")
        let value = try parser.expression(&builder)
        try check(value)
        assignments.append((names, value))
      }
    } catch {
      problem = error
    }
    // All values are taken before the first name is set.
    var kept: [(Names, Expression.ID, Int32)] = []
    builder.scopes.open()
    for (names, value) in assignments {
      let slot = builder.scopes.hidden()
      emit(.assign(builder.append(target: .slot(slot)), value))
      kept.append((names, value, slot))
    }
    for (names, value, slot) in kept {
      let target = declare(names, from: value)
      let read = builder.append(hidden: slot, whole(index))
      emit(.assign(builder.append(target: target), read))
    }
    opening.index = Int32(builder.program.scopes.count)
    builder.program.scopes.append([])
    emit(.scope(opening.index))
    if let problem { throw problem }
  }

  // MARK: do

  mutating func evaluate(_ parser: inout ExpressionParser) throws(Finding) {
    let value = try parser.expressionOrTuple(&builder)
    try check(value)
    try parser.expectEnd()
    emit(.evaluate(value))
  }
}
