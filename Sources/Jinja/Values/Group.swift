import Diagnostics

/// One group that `groupby` makes: what its items have in common, and the items. A tuple of two, whose parts have names.
final class Group: PythonValue {
  let grouper: Value
  let members: [Value]

  init(_ grouper: Value, _ members: [Value]) {
    self.grouper = grouper
    self.members = members
  }

  var plain: Value { .tuple([grouper, .array(members)]) }
  var text: String { plain.text }
  var items: [Value]? { [grouper, .array(members)] }
  var length: Int? { 2 }
  var isReversible: Bool { true }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "grouper": grouper
    case "list": .array(members)
    default: nil
    }
  }

  func item(_ key: Value) -> Value? {
    if case .string(let name) = key { return attribute(name) }
    return plain.item(key)
  }
}
