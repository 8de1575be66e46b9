/// Follows a program's instructions without data and notes what is done with each value of its context.
///
/// Both branches of a condition and the body of every loop are followed once, a macro wherever it is called. What only a branch reads is not required, but what a branch reads of the value that its condition asked for is, of that value.
struct FieldAnalysis {
  /// What an expression gives, as far as it comes from the context.
  indirect enum Shape {
    case field(FieldTree.NodeID)
    /// A list whose items are all of this shape.
    case items(Shape)
    /// A list of so many values.
    case parts([Shape])
    case mapping([String: Shape])
    /// One of several.
    case either([Shape])
    /// A macro, with the frames that it stands in.
    case macro(Program, Int32, [Frame])
    /// `loop` of a loop that can be called with further items.
    case loop
    /// A name of the context that nobody has read yet.
    case name(String)
    /// A value that the template makes itself.
    case value(FieldTree.Kind?)
  }

  /// The values of the slots that the template has filled so far.
  typealias Frame = [Int32: Shape]

  /// Macros that call each other many times are followed so many instructions and expressions far, beyond those of the programs themselves.
  private static let maximumSteps = 200_000
  private static let maximumCalls = 16

  var tree = FieldTree()
  let environment: Environment
  /// What filters take, beyond those that are built in.
  let filterKinds: [String: FieldTree.Kind]
  var mode: UndefinedMode { environment.undefined }

  private(set) var program = Program()
  /// The number of the program for places; `nil` in a template that was included.
  private var number: Int? = -1
  private var lastNumber = -1
  private var frames: [Frame] = [[:]]
  private var free: [Int32: String] = [:]
  /// How many conditions and loops are around the present instruction.
  private var depth = 0
  /// The values that are there for certain, each since the depth at which that became so.
  private var anchors: [FieldTree.NodeID: Int] = [FieldTree.root: 0]
  private var stepsLeft = maximumSteps
  private var calls = 0

  init(environment: Environment, filterKinds: [String: FieldTree.Kind]) {
    self.environment = environment
    self.filterKinds = filterKinds
  }

  mutating func follow(_ program: Program) {
    lastNumber += 1
    stepsLeft += program.code.instructions.count + program.code.expressions.count
    _ = follow(program, number: lastNumber, given: [:])
  }

  /// Follows a program from its beginning; returns its outermost frame.
  private mutating func follow(
    _ other: Program, number: Int?, given: [String: Shape]
  ) -> Frame {
    let outer = (program, self.number, frames, free)
    program = other
    self.number = number
    free = [:]
    var top: Frame = [:]
    for (name, slot) in other.code.free {
      if let shape = given[name] { top[slot] = shape } else { free[slot] = name }
    }
    frames = [top]
    follow(0..<other.code.instructions.count)
    top = frames[0]
    (program, self.number, frames, free) = outer
    return top
  }

  /// Whether there are steps left to go.
  mutating func takeStep() -> Bool {
    stepsLeft -= 1
    return stepsLeft >= 0
  }

  // MARK: Instructions

  private mutating func follow(_ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound, takeStep() {
      let instruction = program.code.instructions[next]
      next += 1
      switch instruction {
      case .constant, .hook, .leave: break
      case .jump(let target): next = target
      case .emit(let expression): use(expression, .printed)
      case .evaluate(let expression): _ = evaluate(expression)
      case .assign(let target, let expression):
        assign(evaluate(expression), to: program.code.targets[Int(target)])
      case .branch(let condition, let otherwise):
        next = follow(condition, otherwise, next, range.upperBound)
      case .loop(let index):
        let loop = program.code.loops[Int(index)]
        follow(loop)
        next = loop.end
      case .scope(let index): inherit(program.code.scopes[Int(index)])
      case .capture(let slot, let end):
        follow(next..<end)
        bind(slot, .value(.string))
        next = end
      case .autoescape(let expression, let end):
        use(expression, nil)
        follow(next..<end)
        next = end
      case .block(let routine):
        follow(program.code.routines[Int(routine)], in: frames, arguments: [])
      case .extends(let name): _ = include([name], context: [:])
      case .include(let index): include(program.code.inclusions[Int(index)])
      case .import(let index): include(program.code.inclusions[Int(index)])
      }
    }
  }

  /// Follows the branches of a condition; returns where to go on.
  private mutating func follow(
    _ condition: Expression.ID, _ otherwise: Int, _ start: Int, _ limit: Int
  ) -> Int {
    use(condition, .tested)
    let certain = certainties(condition, whenTrue: true)
    let other = certainties(condition, whenTrue: false)
    let end = max(start, min(otherwise, limit))
    within(certain) { $0.follow(start..<end) }
    guard end > start, case .jump(let target) = program.code.instructions[end - 1], target > end
    else { return end }
    within(other) { $0.follow(end..<min(target, limit)) }
    return min(target, limit)
  }

  private mutating func follow(_ loop: ProgramCode.Loop) {
    let items = evaluate(loop.items)
    need(items, .listed)
    let item = item(of: items)
    within(repeated(in: item)) { analysis in
      analysis.bind(loop.slot, loop.isRecursive ? .loop : .value(nil))
      analysis.assign(item, to: loop.target)
      if let condition = loop.condition { analysis.use(condition, .tested) }
      analysis.inherit(loop.inherited)
      analysis.follow(loop.body)
    }
    within([]) { $0.follow(loop.body.upperBound..<loop.end) }
  }

  private mutating func inherit(_ inherited: [ProgramCode.Inheritance]) {
    for inheritance in inherited {
      bind(inheritance.slot, found(inheritance.outer.slot, level: inheritance.outer.level))
    }
  }

  /// The values that every turn of a loop over such items has for certain.
  private func repeated(in item: Shape) -> [FieldTree.NodeID] {
    switch item {
    case .field(let node): tree.nodes[node].isRepeated ? [node] : []
    case .parts(let parts): parts.flatMap { repeated(in: $0) }
    default: []
    }
  }

  // MARK: Routines and other templates

  /// Follows a macro, the body of a call or a block.
  mutating func follow(
    _ routine: ProgramCode.Routine, in outer: [Frame],
    arguments: [(name: String?, shape: Shape)]
  ) {
    guard calls < Self.maximumCalls else { return }
    calls += 1
    defer { calls -= 1 }
    var frame: Frame = [:]
    var position = 0
    for (name, shape) in arguments {
      if let name {
        let slot =
          name == "caller"
          ? routine.caller : routine.parameters.first { $0.name == name }?.slot
        if let slot { frame[slot] = shape }
      } else if position < routine.parameters.count {
        frame[routine.parameters[position].slot] = shape
        position += 1
      }
    }
    let kept = frames
    frames = outer + [frame]
    inherit(routine.inherited)
    for parameter in routine.parameters where frame[parameter.slot] == nil {
      bind(parameter.slot, parameter.missing.map { evaluate($0) } ?? .value(nil))
    }
    follow(routine.body)
    // The frames outside may have been filled from within; only those of this call end here.
    let shared = min(kept.count, outer.count)
    frames = Array(frames.prefix(shared)) + kept.dropFirst(shared)
  }

  mutating func call(
    _ callee: Shape, _ arguments: [(name: String?, shape: Shape)]
  ) -> Shape? {
    if case .loop = callee {
      for argument in arguments { need(argument.shape, .listed) }
      return .value(.string)
    }
    guard case .macro(let owner, let routine, var outer) = callee else { return nil }
    let definition = owner.code.routines[Int(routine)]
    guard owner === program else {
      let kept = (program, number, frames, free)
      (program, number, free) = (owner, nil, [:])
      follow(definition, in: outer, arguments: arguments)
      (program, number, frames, free) = kept
      return .value(.string)
    }
    // What was set at the top since, such as the macro itself.
    if !outer.isEmpty, let top = frames.first { outer[0] = top }
    follow(definition, in: outer, arguments: arguments)
    return .value(.string)
  }

  func macro(_ routine: Int32) -> Shape { .macro(program, routine, frames) }

  private mutating func include(_ inclusion: ProgramCode.Inclusion) {
    var given: [String: Shape] = [:]
    for (name, address) in inclusion.visible {
      given[name] = found(address.slot, level: address.level)
    }
    guard let (other, frame) = include([inclusion.name], context: given) else {
      use(inclusion.name, nil)
      return
    }
    var members: [String: Shape] = [:]
    for (name, slot) in other.code.exports { members[name] = frame[slot] }
    if let slot = inclusion.module { bind(slot, .mapping(members)) }
    for (name, slot) in inclusion.names { bind(slot, members[name] ?? .value(nil)) }
  }

  /// Follows the other template whose name stands in the template itself; what the data names is not known.
  private mutating func include(
    _ names: [Expression.ID], context: [String: Shape]
  ) -> (Program, Frame)? {
    guard calls < Self.maximumCalls, let name = names.first.flatMap({ text($0) }),
      let loader = environment.loader
    else { return nil }
    do throws(Fault) {
      guard let other = try loader.program(named: name) else { return nil }
      calls += 1
      defer { calls -= 1 }
      return (other, follow(other, number: nil, given: context))
    } catch {
      return nil
    }
  }

  /// Does `body` one condition deeper, where `certain` are known to be there.
  mutating func within(
    _ certain: [FieldTree.NodeID], _ body: (inout FieldAnalysis) -> Void
  ) {
    let outer = anchors
    depth += 1
    for node in certain { anchors[node] = depth }
    body(&self)
    depth -= 1
    anchors = outer
  }

  /// Does `body` where `node`, an item of a list that a filter looks at, is there for certain.
  mutating func atItem(_ node: FieldTree.NodeID, _ body: (inout FieldAnalysis) -> Void) {
    let outer = anchors
    anchors[node] = depth
    body(&self)
    anchors = outer
  }

  /// The values that are there for certain where a condition holds, or where it does not.
  mutating func certainties(
    _ id: Expression.ID, whenTrue: Bool
  ) -> [FieldTree.NodeID] {
    switch program.code.expressions[Int(id)] {
    case .variable, .attribute, .item:
      guard whenTrue, case .field(let node) = evaluate(id) else { return [] }
      return [node]
    case .not(let operand): return certainties(operand, whenTrue: !whenTrue)
    case .and(let left, let right) where whenTrue:
      return certainties(left, whenTrue: true) + certainties(right, whenTrue: true)
    case .or(let left, let right) where !whenTrue:
      return certainties(left, whenTrue: false) + certainties(right, whenTrue: false)
    case .test(let base, let test, _):
      let name = program.code.tests[Int(test)].name
      guard name == (whenTrue ? "defined" : "undefined") else { return [] }
      guard case .field(let node) = evaluate(base) else { return [] }
      return [node]
    default: return []
    }
  }

  // MARK: Names

  private mutating func assign(_ shape: Shape, to target: AssignmentTarget) {
    switch target {
    case .slot(let slot): bind(slot, shape)
    case .attribute(let base, _): _ = evaluate(base)
    case .list(let targets):
      need(shape, .listed)
      for (index, target) in targets.enumerated() {
        // What stands at which place of a list, the tags do not tell.
        var part = Shape.value(nil)
        if case .parts(let parts) = shape, index < parts.count { part = parts[index] }
        assign(part, to: target)
      }
    }
  }

  private mutating func bind(_ slot: Int32, _ shape: Shape) {
    frames[frames.count - 1][slot] = shape
  }

  mutating func shape(of slot: Int32, level: Int32, at id: Expression.ID? = nil) -> Shape {
    guard case .name(let name) = found(slot, level: level) else {
      return found(slot, level: level)
    }
    let node = tree.member(name, of: FieldTree.root)
    if let id { note(node, id) }
    return .field(node)
  }

  /// What a slot holds; a name of the context is not read by that.
  private func found(_ slot: Int32, level: Int32) -> Shape {
    let index = max(0, frames.count - 1 - Int(level))
    if let bound = frames[index][slot] { return bound }
    guard index == 0, let name = free[slot], environment.functions[name] == nil else {
      return .value(nil)
    }
    return .name(name)
  }

  mutating func note(_ node: FieldTree.NodeID, _ id: Expression.ID) {
    guard let number else { return }
    tree.note(node, FieldTree.Place(program: number, span: program.code.spans[Int(id)]))
  }

  // MARK: Uses

  /// Evaluates an expression whose value must be there, and notes what is done with it.
  mutating func use(_ id: Expression.ID, _ use: FieldTree.Use?) {
    let shape = evaluate(id)
    // Who asks whether a value is true can do without it, but for strict templates; who prints it, too.
    let isForgiving = mode != .strict && (use == .tested || use == .printed)
    if isForgiving { note(shape, use) } else { need(shape, use) }
  }

  /// Notes that a value must be there, and what is done with it.
  mutating func need(_ shape: Shape, _ use: FieldTree.Use?) {
    if case .field(let node) = shape { need(node) }
    note(shape, use)
  }

  /// Notes what is done with a value.
  mutating func note(_ shape: Shape, _ use: FieldTree.Use?) {
    guard let use else { return }
    switch shape {
    case .field(let node): tree.nodes[node].uses.insert(use)
    case .either(let shapes): for shape in shapes { note(shape, use) }
    default: break
    }
  }

  /// A value is required where what it is a member of is there for certain; of one item of a list it tells nothing of the others.
  mutating func need(_ node: FieldTree.NodeID) {
    var path: [FieldTree.NodeID] = []
    var current = node
    while anchors[current] != depth {
      path.append(current)
      if tree.nodes[current].isRepeated { path = [] }
      guard let parent = tree.nodes[current].parent else { return }
      current = parent
    }
    for node in path { tree.nodes[node].isRequired = true }
  }

  /// The shape of a list's items.
  mutating func item(of shape: Shape) -> Shape {
    switch shape {
    case .field(let node): return .field(tree.item(of: node))
    case .items(let item): return item
    case .parts(let parts): return parts.isEmpty ? .value(nil) : .either(parts)
    case .either(let shapes):
      let lists = shapes.filter { if case .value = $0 { false } else { true } }
      guard lists.count == 1, let list = lists.first else {
        return .either(lists.map { item(of: $0) })
      }
      note(list, .listed)
      return item(of: list)
    case .mapping, .macro, .loop, .name, .value: return .value(nil)
    }
  }
}
