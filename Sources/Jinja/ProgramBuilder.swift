/// Collects the flat lists of a program while its template is parsed.
struct ProgramBuilder {
  var program = Program()
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
  var slotNesting: [Int32: Int32] = [:]
  /// How many expressions there were when the template first set a name.
  private var firstAssignments: [Int32: Int] = [:]

  init() { program.arguments.append(ArgumentList()) }

  /// The index of the empty argument list.
  var noArguments: Int32 { 0 }

  mutating func append(_ expression: Expression, _ span: Span) -> Expression.ID {
    depths.append(depth(of: expression))
    program.expressions.append(expression)
    program.spans.append(span)
    return Expression.ID(program.expressions.count - 1)
  }

  mutating func append(value: Value) -> Int32 { Self.append(value, to: &program.values) }

  mutating func append(list: [Expression.ID]) -> Int32 { Self.append(list, to: &program.lists) }

  mutating func append(arguments: ArgumentList) -> Int32 {
    Self.append(arguments, to: &program.arguments)
  }

  /// Notes that from here on the slot's value is the template's own.
  mutating func noteAssignment(to slot: Int32) {
    if firstAssignments[slot] == nil { firstAssignments[slot] = program.expressions.count }
  }

  mutating func append(target: AssignmentTarget) -> Int32 {
    Self.append(target, to: &program.targets)
  }

  mutating func append(filter name: String, _ function: @escaping Filter) -> Int32 {
    let isForgiving = Environment.forgivingFilters.contains(name)
    return Self.append((name, function, isForgiving), to: &program.filters)
  }

  mutating func append(test name: String, _ function: @escaping ValueTest) -> Int32 {
    let isForgiving = Environment.forgivingTests.contains(name)
    return Self.append((name, function, isForgiving), to: &program.tests)
  }

  mutating func append(function name: String, _ function: @escaping Function) -> Int32 {
    Self.append((name, function), to: &program.functions)
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

  mutating func finish() -> Program {
    program.free = scopes.free
    program.slotNames = scopes.names
    program.references = references()
    return program
  }

  private static func append<Element>(_ element: Element, to list: inout [Element]) -> Int32 {
    list.append(element)
    return Int32(list.count - 1)
  }

  /// Every path that begins at a name of the context, the longest form of each only; what the template has set itself by then is none.
  private func references() -> [[String]] {
    let free = Dictionary(uniqueKeysWithValues: program.free.map { ($0.slot, $0.name) })
    var isPath = Array(repeating: false, count: program.expressions.count)
    var isPrefix = isPath
    for (index, expression) in program.expressions.enumerated() {
      switch expression {
      case .variable(let slot):
        isPath[index] = free[slot] != nil && index < firstAssignments[slot] ?? .max
      case .attribute(let base, _) where isPath[Int(base)]:
        isPath[index] = true
        isPrefix[Int(base)] = true
      default: break
      }
    }
    var seen: Set<[String]> = []
    return isPath.indices.filter { isPath[$0] && !isPrefix[$0] }.map { path(endingAt: $0, free) }
      .filter { seen.insert($0).inserted }
  }

  private func path(endingAt end: Int, _ free: [Int32: String]) -> [String] {
    var path: [String] = []
    var index = end
    while case .attribute(let base, let name) = program.expressions[index] {
      path.append(program.names[Int(name)])
      index = Int(base)
    }
    if case .variable(let slot) = program.expressions[index], let name = free[slot] {
      path.append(name)
    }
    return path.reversed()
  }
}
