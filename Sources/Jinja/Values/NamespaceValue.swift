import Diagnostics

/// What `namespace(…)` gives: names that `{% set space.name = … %}` may change, so that a loop can leave something behind.
final class NamespaceValue: PythonValue {
  // Made by one rendering and changed and printed by it alone, which runs on one thread.
  private nonisolated(unsafe) var names: [String] = []
  private nonisolated(unsafe) var values: [String: Value] = [:]
  private nonisolated(unsafe) var isPrinted = false

  init(_ members: [(name: String, value: Value)]) {
    for (name, value) in members { set(name, value) }
  }

  /// Gives `name` the value.
  func set(_ name: String, _ value: Value) {
    if values.updateValue(value, forKey: name) == nil { names.append(name) }
  }

  /// Forgets all names: a namespace that holds itself would otherwise never be freed.
  func clear() {
    names = []
    values = [:]
  }

  /// The values of all names.
  var members: [Value] { names.compactMap { values[$0] } }

  /// Python's form of it.
  var text: String {
    guard !isPrinted else { return "<Namespace …>" }
    isPrinted = true
    defer { isPrinted = false }
    let members = names.map { ($0, values[$0] ?? .none) }
    return "<Namespace \(Value.object(ObjectValue(members)).text)>"
  }

  /// The value of a name.
  func attribute(_ name: String) -> Value? { values[name] }

  func item(_ key: Value) -> Value? {
    if case .string(let name) = key { values[name] } else { nil }
  }
}
