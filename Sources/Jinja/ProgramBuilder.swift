/// Collects the flat lists of a program while its template is parsed.
struct ProgramBuilder {
  var program = Program()
  var scopes = Scopes()
  private var nameIndices: [String: Int32] = [:]

  init() { program.arguments.append(ArgumentList()) }

  /// The index of the empty argument list.
  var noArguments: Int32 { 0 }

  mutating func append(_ expression: Expression, _ span: Span) -> Expression.ID {
    program.expressions.append(expression)
    program.spans.append(span)
    return Expression.ID(program.expressions.count - 1)
  }

  mutating func append(value: Value) -> Int32 { Self.append(value, to: &program.values) }

  mutating func append(list: [Expression.ID]) -> Int32 { Self.append(list, to: &program.lists) }

  mutating func append(arguments: ArgumentList) -> Int32 {
    Self.append(arguments, to: &program.arguments)
  }

  mutating func append(target: AssignmentTarget) -> Int32 {
    Self.append(target, to: &program.targets)
  }

  mutating func append(filter name: String, _ function: @escaping Filter) -> Int32 {
    Self.append((name, function), to: &program.filters)
  }

  mutating func append(test name: String, _ function: @escaping ValueTest) -> Int32 {
    Self.append((name, function), to: &program.tests)
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
    program.slotCount = scopes.count
    program.references = references()
    return program
  }

  private static func append<Element>(_ element: Element, to list: inout [Element]) -> Int32 {
    list.append(element)
    return Int32(list.count - 1)
  }

  /// Every path that begins at a name of the context, the longest form of each only.
  private func references() -> [[String]] {
    let free = Dictionary(uniqueKeysWithValues: program.free.map { ($0.slot, $0.name) })
    var paths: [Int32: [String]] = [:]
    var isPrefix: Set<Int32> = []
    for (index, expression) in program.expressions.enumerated() {
      switch expression {
      case .variable(let slot):
        if let name = free[slot] { paths[Int32(index)] = [name] }
      case .attribute(let base, let name):
        if let path = paths[base] {
          paths[Int32(index)] = path + [program.names[Int(name)]]
          isPrefix.insert(base)
        }
      default: break
      }
    }
    var seen: Set<[String]> = []
    return paths.keys.sorted().filter { !isPrefix.contains($0) }.compactMap { paths[$0] }
      .filter { seen.insert($0).inserted }
  }
}
