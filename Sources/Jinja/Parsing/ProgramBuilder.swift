/// Collects the flat lists of a program while its template is parsed.
struct ProgramBuilder {
  var program = ProgramCode()
  var scopes = Scopes()
  private var nameIndices: [String: Int32] = [:]

  /// How deep an expression is, and how deep the value that it makes can be.
  struct Depth {
    var height: Int32 = 0
    var nesting: Int32 = 0
  }

  /// The depths of each expression.
  private(set) var depths: [Depth] = []
  /// How deep the values of names that the template itself sets can be.
  var nestings: [String: Int32] = [:]
  /// The names that were free where an expression read them.
  private var isFree: [Bool] = []
  /// The names that the open macros and blocks read, innermost last.
  private var routineUses: [Set<String>] = []
  /// The slots of what the open macros are given beyond their parameters.
  private var givenSlots: [[String: Int32]] = []

  init() { program.arguments.append(ArgumentList()) }

  /// The index of the empty argument list.
  var noArguments: Int32 { 0 }

  mutating func append(_ expression: Expression, _ span: Span) -> Expression.ID {
    depths.append(depth(of: expression))
    program.expressions.append(expression)
    program.spans.append(span)
    isFree.append(false)
    return Expression.ID(program.expressions.count - 1)
  }

  /// Reads a name.
  mutating func append(variable name: String, _ span: Span) -> Expression.ID {
    let free = !scopes.isLocal(name)
    if !routineUses.isEmpty { routineUses[routineUses.count - 1].insert(name) }
    let address = scopes.resolve(name)
    let id = append(
      .variable(level: address.level, slot: address.slot, name: append(name: name)), span)
    isFree[isFree.count - 1] = free
    return id
  }

  /// Reads a slot that no name leads to.
  mutating func append(hidden slot: Int32, _ span: Span) -> Expression.ID {
    append(.variable(level: 0, slot: slot, name: append(name: "")), span)
  }

  mutating func append(value: Value) -> Int32 { Self.append(value, to: &program.values) }

  mutating func append(list: [Expression.ID]) -> Int32 { Self.append(list, to: &program.lists) }

  mutating func append(arguments: ArgumentList) -> Int32 {
    Self.append(arguments, to: &program.arguments)
  }

  mutating func append(target: AssignmentTarget) -> Int32 {
    Self.append(target, to: &program.targets)
  }

  mutating func append(routine: ProgramCode.Routine) -> Int32 {
    Self.append(routine, to: &program.routines)
  }

  mutating func append(
    filter name: String, remark: (@Sendable (Value) -> Fault?)? = nil, _ function: @escaping Filter
  ) -> Int32 {
    let isForgiving = Environment.forgivingFilters.contains(name)
    return Self.append((name, function, isForgiving, remark), to: &program.filters)
  }

  mutating func append(test name: String, _ function: @escaping ValueTest) -> Int32 {
    let isForgiving = Environment.forgivingTests.contains(name)
    return Self.append((name, function, isForgiving), to: &program.tests)
  }

  mutating func append(name: String) -> Int32 {
    if let index = nameIndices[name] { return index }
    let index = Self.append(name, to: &program.names)
    nameIndices[name] = index
    return index
  }

  mutating func append(
    comparisons: [(symbol: ComparisonOperator, operand: Expression.ID)]
  ) -> Range<Int32> {
    let start = Int32(program.comparisons.count)
    program.comparisons.append(contentsOf: comparisons)
    return start..<Int32(program.comparisons.count)
  }

  /// The name of a variable; `nil` for any other expression.
  func name(of id: Expression.ID) -> String? {
    guard case .variable(_, _, let name) = program.expressions[Int(id)] else { return nil }
    return program.names[Int(name)]
  }

  // MARK: Routines

  /// What a macro is given beyond its parameters, if it reads it.
  private static let given = ["varargs", "kwargs", "caller"]

  mutating func openRoutine(isBlock: Bool) {
    scopes.openFrame(isBlock: isBlock)
    routineUses.append([])
    var slots: [String: Int32] = [:]
    if !isBlock { for name in Self.given { slots[name] = scopes.declare(name) } }
    givenSlots.append(slots)
  }

  mutating func closeRoutine(_ index: Int32) {
    let uses = routineUses.removeLast()
    let parameters = Set(program.routines[Int(index)].parameters.map(\.name))
    func slot(_ name: String) -> Int32? {
      guard uses.contains(name), !parameters.contains(name) else { return nil }
      return givenSlots.last?[name]
    }
    program.routines[Int(index)].varargs = slot("varargs")
    program.routines[Int(index)].kwargs = slot("kwargs")
    program.routines[Int(index)].caller = slot("caller")
    givenSlots.removeLast()
    let (names, inherited) = scopes.closeFrame()
    program.routines[Int(index)].inherited = inherited
    program.routines[Int(index)].blankSlots = names.map { .undefined(Undefined($0)) }
  }

  /// Gives the call the body between its tags; `false` for what is no call.
  mutating func addCaller(_ routine: Int32, to call: Expression.ID, _ span: Span) -> Bool {
    let index: Int32
    switch program.expressions[Int(call)] {
    case .call(_, let arguments), .methodCall(_, _, let arguments): index = arguments
    default: return false
    }
    var list = program.arguments[Int(index)]
    guard !list.named.contains(where: { $0.name == "caller" }) else { return false }
    list.named.append(("caller", append(.closure(routine: routine), span)))
    let arguments = append(arguments: list)
    switch program.expressions[Int(call)] {
    case .call(let callee, _):
      program.expressions[Int(call)] = .call(callee, arguments: arguments)
    case .methodCall(let base, let name, _):
      program.expressions[Int(call)] = .methodCall(base, method: name, arguments: arguments)
    default: break
    }
    return true
  }

  mutating func finish() -> ProgramCode {
    program.free = scopes.free
    program.blankSlots = scopes.slotNames.map { .undefined(Undefined($0)) }
    program.exports = scopes.exports
    program.references = references()
    return program
  }

  private static func append<Element>(_ element: Element, to list: inout [Element]) -> Int32 {
    list.append(element)
    return Int32(list.count - 1)
  }

  /// Every path that begins at a name of the context, the longest form of each only; what the template has set itself by then is none.
  private func references() -> [[String]] {
    var isPath = isFree
    var isPrefix = Array(repeating: false, count: isPath.count)
    for (index, expression) in program.expressions.enumerated() {
      if case .attribute(let base, _) = expression, isPath[Int(base)] {
        isPath[index] = true
        isPrefix[Int(base)] = true
      }
    }
    // No name has a space in it.
    var seen: Set<String> = []
    return isPath.indices.filter { isPath[$0] && !isPrefix[$0] }.map { path(endingAt: $0) }
      .filter { seen.insert($0.joined(separator: " ")).inserted }
  }

  private func path(endingAt end: Int) -> [String] {
    var path: [String] = []
    var index = end
    while case .attribute(let base, let name) = program.expressions[index] {
      path.append(program.names[Int(name)])
      index = Int(base)
    }
    if let name = name(of: Expression.ID(index)) { path.append(name) }
    return path.reversed()
  }
}
