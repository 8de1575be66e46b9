import Diagnostics

extension Value {
  /// Whether lists, mappings and namespaces inside one another end within so many levels, and within a count of values that can be walked. Values that a rendering changes step by step must, or else letting go of them could exhaust the stack.
  ///
  /// - Complexity: linear in `visited`, which counts the values that were looked at.
  func isNested(withinLevels levels: Int, _ visited: inout Int) -> Bool {
    visited += 1
    guard visited < 1_000_000 else { return false }
    let parts: [Value]
    switch self {
    case .array(let items), .tuple(let items): parts = items
    case .object(let object): parts = object.values
    case .custom(let value as NamespaceValue): parts = value.members
    case .custom(is RangeValue): return true
    case .custom(let value as any PythonValue): parts = value.items ?? []
    default: return true
    }
    return levels > 0 && parts.allSatisfy { $0.isNested(withinLevels: levels - 1, &visited) }
  }
}
