import Diagnostics

/// Other templates: included, imported, extended, and the blocks that they fill for one another.
extension Renderer {
  /// Renders the template and those that it extends.
  mutating func runTemplate() {
    register(program)
    var isExtending = true
    var entered = 0
    while isExtending {
      parent = nil
      run(0..<program.code.instructions.count)
      if parent != nil { _ = endCapture(escaping: false) }
      guard let next = parent, !isStopped else {
        isExtending = false
        continue
      }
      for (name, slot) in program.code.exports { exported[name] = frame.slots[Int(slot)] }
      output.enter(next.unit, at: nil)
      entered += 1
      program = next
      top = makeTop(of: next, context)
      frame = top
      register(next)
    }
    for _ in 0..<entered { leave() }
  }

  private mutating func register(_ program: Program) {
    for (name, routine) in program.code.blocks {
      blocks[name, default: []].append(
        BlockDefinition(program: program, routine: routine, frame: top, context: context))
    }
  }

  /// What follows in this template is not written: its parent is rendered instead.
  mutating func extend(_ name: Expression.ID) throws(Finding) {
    guard parent == nil else {
      throw finding(
        Fault(
          "E105",
          Message(
            kk: "үлгі тек бір үлгіні кеңейте алады", ru: "шаблон может расширять только один",
            en: "a template extends only one other")), at: name)
    }
    try enterCall(at: name)
    guard let program = try load(try defined(name), at: name) else {
      throw finding(.missingTemplate(try evaluate(name).text), at: name)
    }
    parent = program
    beginCapture()
  }

  // MARK: Blocks

  mutating func renderBlock(_ routine: Int32) throws(Finding) {
    // A template that extends another writes no blocks itself.
    guard parent == nil else { return }
    let definition = program.code.routines[Int(routine)]
    let chosen = blocks[definition.name]?.first
    guard let chosen, !chosen.program.code.routines[Int(chosen.routine)].isRequired else {
      throw Finding(
        .runtime, "E105",
        Message(
          kk: "`\(definition.name)` блогын толтыру міндетті",
          ru: "блок `\(definition.name)` обязательно должен быть заполнен",
          en: "the block `\(definition.name)` must be filled"),
        at: [Span(tag: definition.tag, range: 0..<0)], template: program.name)
    }
    run(definition.name, level: 0, inside: definition.isScoped ? frame : nil)
  }

  /// `self.name()` and `super()`: the text of a block, `level` templates up the chain.
  mutating func block(
    _ name: String, level: Int, at id: Expression.ID
  ) throws(Finding) -> Value {
    guard let definitions = blocks[name], definitions.indices.contains(level) else {
      throw missing(Undefined(level == 0 ? "self.\(name)" : "super"), at: id)
    }
    try enterCall(at: id)
    defer { calls -= 1 }
    beginCapture()
    run(name, level: level, inside: nil)
    return endCapture(escaping: autoescape)
  }

  private mutating func run(_ name: String, level: Int, inside scoped: Frame?) {
    guard let definition = blocks[name]?[level], calls < Self.maximumCalls else { return }
    let outer = (program, context, frame, top, autoescape)
    for (name, slot) in definition.program.code.free {
      if let value = exported[name] { definition.frame.slots[Int(slot)] = value }
    }
    let routine = definition.program.code.routines[Int(definition.routine)]
    let isForeign = definition.program !== program
    // The names of the place where the block stands reach it if it is scoped and of the same template.
    let parent = isForeign ? definition.frame : scoped ?? definition.frame
    (program, context, top) = (definition.program, definition.context, definition.frame)
    frame = Frame(routine.blankSlots, parent: parent)
    autoescape = environment.autoescape
    if isForeign { output.enter(program.unit, at: nil) }
    openBlocks.append((name, level))
    calls += 1
    fill(routine.inherited)
    run(routine.body)
    calls -= 1
    openBlocks.removeLast()
    if isForeign { leave() }
    (program, context, frame, top, autoescape) = outer
  }

  mutating func superBlock(at id: Expression.ID) throws(Finding) -> Value {
    guard let (name, level) = openBlocks.last else { throw missing(Undefined("super"), at: id) }
    return try block(name, level: level + 1, at: id)
  }

  // MARK: Inclusion

  mutating func include(_ inclusion: ProgramCode.Inclusion) throws(Finding) {
    guard let other = try find(inclusion) else { return }
    try enterCall(at: inclusion.name)
    defer { calls -= 1 }
    _ = try runApart(other, contextFor(inclusion), at: inclusion.name)
  }

  mutating func importNames(_ inclusion: ProgramCode.Inclusion) throws(Finding) {
    guard let other = try find(inclusion) else { return }
    try enterCall(at: inclusion.name)
    defer { calls -= 1 }
    beginCapture()
    let frame = try runApart(other, contextFor(inclusion), at: inclusion.name)
    let content = endCapture(escaping: autoescape)
    let members = ObjectValue(
      other.code.exports.filter { !$0.name.hasPrefix("_") }
        .map { ($0.name, frame.slots[Int($0.slot)]) })
    keptFrames.append(frame)
    if let slot = inclusion.module {
      self.frame.slots[Int(slot)] = .custom(Module(members, content: content))
    }
    for (name, slot) in inclusion.names {
      self.frame.slots[Int(slot)] =
        members[name] ?? .undefined(Undefined(name, known: members.names))
    }
  }

  /// Renders another template with a state of its own; returns its outermost frame.
  private mutating func runApart(
    _ other: Program, _ given: ObjectValue, at place: Expression.ID
  ) throws(Finding) -> Frame {
    let site = span(place).tag
    let outer = (program, context, frame, top, parent, calls)
    let chain = (blocks, openBlocks, exported)
    (program, context) = (other, given)
    (blocks, openBlocks, exported) = ([:], [], [:])
    top = makeTop(of: other, given)
    frame = top
    let first = top
    output.enter(other.unit, at: site)
    runTemplate()
    (program, context, frame, top, parent, calls) = outer
    (blocks, openBlocks, exported) = chain
    try located(place) { () throws(Fault) in try output.leave() }
    return first
  }

  /// What another template sees: the context, and the names that this one has set by here.
  private func contextFor(_ inclusion: ProgramCode.Inclusion) -> ObjectValue {
    guard inclusion.hasContext else { return ObjectValue([]) }
    guard !inclusion.visible.isEmpty else { return context }
    var members = Array(zip(context.names, context.values))
    for (name, address) in inclusion.visible {
      let value = slot(at: address)
      if case .undefined = value { continue }
      members.append((name, value))
    }
    return ObjectValue(members)
  }

  private mutating func find(_ inclusion: ProgramCode.Inclusion) throws(Finding) -> Program? {
    let given = try defined(inclusion.name)
    var names = [given]
    switch given {
    case .array(let items), .tuple(let items): names = items
    default: break
    }
    for name in names {
      if let found = try load(name, at: inclusion.name) { return found }
    }
    if inclusion.ignoresMissing { return nil }
    throw finding(.missingTemplate(names.map(\.text).joined(separator: ", ")), at: inclusion.name)
  }

  private func load(_ name: Value, at id: Expression.ID) throws(Finding) -> Program? {
    guard let loader = environment.loader else {
      throw finding(
        Fault(
          "E115",
          Message(
            kk: "бұл үлгі басқа үлгілерді қоса алмайды",
            ru: "этот шаблон не может подключать другие",
            en: "this template cannot include others")), at: id)
    }
    guard case .string(let name) = name.plain else {
      throw finding(.type(of: name, in: "include"), at: id)
    }
    return try located(id) { () throws(Fault) in try loader.program(named: name) }
  }
}

extension Fault {
  fileprivate static func missingTemplate(_ name: String) -> Fault {
    Fault(
      "E115",
      Message(
        kk: "`\(name)` үлгісі табылмады", ru: "шаблон `\(name)` не найден",
        en: "the template `\(name)` was not found"))
  }
}
