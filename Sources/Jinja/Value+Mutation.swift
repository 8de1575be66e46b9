import Diagnostics

extension Value {
  /// The methods that change the list or mapping that they are called on.
  static let mutatingMethods: Set<String> = [
    "append", "extend", "insert", "pop", "remove", "sort", "reverse", "clear", "update",
    "popitem", "setdefault",
  ]

  /// Whether the value has a method of its own by that name, which hides a member of the same name in a call.
  static func hasMethod(_ name: String, _ value: Value) -> Bool {
    ["items", "keys", "values", "get", "copy"].contains(name) || mutatingMethods.contains(name)
  }

  static func mutate(
    _ value: inout Value, _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? { nil }
}

/// What `namespace()` makes: a mapping whose members a template may set anywhere. Belongs to one rendering, on the thread of that rendering alone.
final class NamespaceValue: CustomValue {
  nonisolated(unsafe) private var members: [(name: String, value: Value)] = []

  init(_ members: [(name: String, value: Value)]) { self.members = members }

  var text: String { "<Namespace \(Value.object(ObjectValue(members.map { ($0, $1) })).text)>" }

  func attribute(_ name: String) -> Value? { members.first { $0.name == name }?.value }

  func set(_ name: String, _ value: Value) {
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value = value
    } else {
      members.append((name, value))
    }
  }

  func clear() { members = [] }
}
