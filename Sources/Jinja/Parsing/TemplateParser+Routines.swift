import Diagnostics

/// `macro`, `call`, `filter`, `block`, `autoescape`.
extension TemplateParser {
  mutating func openMacro(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.macro, index)
    var name = ""
    var problem: Finding?
    do throws(Finding) {
      name = try parser.target()
      try parser.expect(symbol: "(")
    } catch {
      problem = error
    }
    let target = builder.scopes.assign(name)
    openRoutine(name, index)
    // Where the macro is defined, it becomes the value of its name.
    opening.target = .slot(target)
    if problem == nil { try parameters(&parser) }
    if let problem { throw problem }
    try parser.expectEnd()
  }

  mutating func openCall(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.call, index)
    // The call stands outside the body that it is given, but after the body's parameters.
    let start = parser.position
    let call: Expression.ID
    do throws(Finding) {
      if parser.isSymbol("(") { try parser.skipGroup() }
      let value = try parser.expression(&builder)
      try parser.expectEnd()
      try check(value)
      call = value
    } catch {
      openRoutine("caller", index)
      throw error
    }
    openRoutine("caller", index)
    opening.expression = call
    parser.position = start
    if parser.take(symbol: "(") { try parameters(&parser) }
    guard builder.addCaller(opening.index, to: call, whole(index)) else {
      opening.expression = nil
      throw parser.expected(Message(kk: "шақыру", ru: "вызов", en: "a call"))
    }
  }

  /// Opens a routine; its instructions follow a jump over them.
  private mutating func openRoutine(_ name: String, _ index: Int, isBlock: Bool = false) {
    opening.start = builder.program.instructions.count
    emit(.jump(0))
    builder.openRoutine(isBlock: isBlock)
    var routine = ProgramCode.Routine(name: name, tag: index)
    let start = builder.program.instructions.count
    routine.body = start..<start
    opening.index = builder.append(routine: routine)
  }

  private mutating func parameters(_ parser: inout ExpressionParser) throws(Finding) {
    let routine = Int(opening.index)
    var isFirst = true
    while !parser.take(symbol: ")") {
      if !isFirst { try parser.expect(symbol: ",") }
      isFirst = false
      let name = try parser.target()
      var missing: Expression.ID?
      if parser.take(symbol: "=") {
        missing = try parser.expression(&builder)
        if let missing { try check(missing) }
      }
      let parameters = builder.program.routines[routine].parameters
      guard !parameters.contains(where: { $0.name == name }),
        missing != nil || parameters.last?.missing == nil
      else {
        throw parser.expected(
          Message(
            kk: "мәні бар басқа параметр", ru: "другой параметр, со значением",
            en: "another parameter, with a value"))
      }
      let slot = builder.scopes.declare(name)
      builder.program.routines[routine].parameters.append(
        ProgramCode.Routine.Parameter(name: name, slot: slot, missing: missing))
    }
  }

  mutating func closeRoutine(_ block: Opening) {
    builder.closeRoutine(block.index)
    let start = builder.program.routines[Int(block.index)].body.lowerBound
    builder.program.routines[Int(block.index)].body =
      start..<builder.program.instructions.count
    patch(block.start)
    switch block.kind {
    case .macro:
      guard let target = block.target else { return }
      let closure = builder.append(.closure(routine: block.index), whole(block.tag))
      emit(.assign(builder.append(target: target), closure))
    case .call: if let call = block.expression { emit(.emit(call)) }
    default: emit(.block(block.index))
    }
  }

  // MARK: Captured text

  mutating func openFilter(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.filter, index)
    let slot = openCapture()
    opening.expression = builder.append(hidden: slot, whole(index))
    builder.scopes.open()
    opening.name = ""
    guard let captured = opening.expression else { return }
    let value = try parser.firstFilter(captured, &builder)
    opening.expression = value
    try filters(&parser, index)
  }

  mutating func openAutoescape(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.autoescape, index)
    builder.scopes.open()
    opening.index = Int32(builder.program.scopes.count)
    builder.program.scopes.append([])
    opening.start = builder.program.instructions.count
    let value = try parser.expression(&builder)
    try check(value)
    try parser.expectEnd()
    emit(.autoescape(value, end: 0))
    emit(.scope(opening.index))
    opening.expression = value
  }

  mutating func closeAutoescape(_ block: Opening) {
    builder.program.scopes[Int(block.index)] = builder.scopes.close()
    if block.expression != nil { patch(block.start) }
  }

  // MARK: Blocks of templates

  mutating func openBlock(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    try open(.block, index)
    var name = ""
    var problem: Finding?
    do throws(Finding) {
      name = try parser.identifier()
    } catch {
      problem = error
    }
    let isScoped = parser.take(name: "scoped")
    let isRequired = parser.take(name: "required")
    openRoutine(name, index, isBlock: !(isScoped || parser.take(name: "scoped")))
    opening.name = name
    let routine = opening.index
    builder.program.routines[Int(routine)].isScoped = isScoped
    builder.program.routines[Int(routine)].isRequired = isRequired
    if let problem { throw problem }
    if builder.program.blocks.updateValue(routine, forKey: name) != nil {
      throw Finding(
        .syntax, "E105",
        Message(
          kk: "`\(name)` блогы екі рет анықталған", ru: "блок `\(name)` определён дважды",
          en: "the block `\(name)` is defined twice"), at: [whole(index)])
    }
    try parser.expectEnd()
  }

  // MARK: Other templates

  mutating func include(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    var inclusion = ProgramCode.Inclusion(name: try name(&parser))
    if parser.take(name: "ignore") {
      guard parser.take(name: "missing") else { throw parser.expected("`missing`") }
      inclusion.ignoresMissing = true
    }
    inclusion.hasContext = try parser.context() ?? true
    try parser.expectEnd()
    if inclusion.hasContext { inclusion.visible = builder.scopes.visible() }
    emit(.include(append(inclusion)))
  }

  mutating func importModule(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    var inclusion = ProgramCode.Inclusion(name: try name(&parser))
    guard parser.take(name: "as") else { throw parser.expected("`as`") }
    let name = try parser.target()
    inclusion.hasContext = try parser.context() ?? false
    try parser.expectEnd()
    if inclusion.hasContext { inclusion.visible = builder.scopes.visible() }
    inclusion.module = builder.scopes.assign(name)
    emit(.import(append(inclusion)))
  }

  mutating func importNames(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    var inclusion = ProgramCode.Inclusion(name: try name(&parser))
    guard parser.take(name: "import") else { throw parser.expected("`import`") }
    var names: [(String, String)] = []
    var context: Bool?
    repeat {
      context = try parser.context()
      if context != nil || parser.isAtEnd { break }
      let name = try parser.target()
      names.append((name, parser.take(name: "as") ? try parser.target() : name))
      context = try parser.context()
    } while context == nil && parser.take(symbol: ",")
    guard !names.isEmpty else {
      throw parser.expected(Message(kk: "атау", ru: "имя", en: "a name"))
    }
    try parser.expectEnd()
    inclusion.hasContext = context ?? false
    if inclusion.hasContext { inclusion.visible = builder.scopes.visible() }
    inclusion.names = names.map { ($0.0, builder.scopes.assign($0.1)) }
    emit(.import(append(inclusion)))
  }

  mutating func extends(_ parser: inout ExpressionParser, _ index: Int) throws(Finding) {
    let name = try name(&parser)
    try parser.expectEnd()
    guard environment.allowsExtending else {
      throw Finding(
        .syntax, "E115",
        Message(
          kk: "Word үлгісі басқа үлгіні кеңейте алмайды",
          ru: "шаблон Word не может расширять другой",
          en: "a Word template cannot extend another"), at: [whole(index)],
        hint: Message(
          kk: "ортақ мәтінді `{% include %}` арқылы қосыңыз",
          ru: "общий текст подключите через `{% include %}`",
          en: "take in common text by `{% include %}`"))
    }
    guard openings.allSatisfy({ $0.kind == .condition }) else { throw stray("extends", index) }
    emit(.extends(name))
  }

  private mutating func name(_ parser: inout ExpressionParser) throws(Finding) -> Expression.ID {
    let name = try parser.expression(&builder)
    try check(name)
    return name
  }

  private mutating func append(_ inclusion: ProgramCode.Inclusion) -> Int32 {
    builder.program.inclusions.append(inclusion)
    return Int32(builder.program.inclusions.count - 1)
  }
}
