import Diagnostics

/// One group that `groupby` makes: what its items have in common, and the items.
final class Group: CustomValue {
  let grouper: Value
  let members: [Value]

  init(_ grouper: Value, _ members: [Value]) {
    self.grouper = grouper
    self.members = members
  }

  var text: String { Value.tuple([grouper, .array(members)]).text }

  var number: Int? { nil }

  var items: [Value]? { [grouper, .array(members)] }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "grouper": grouper
    case "list": .array(members)
    default: nil
    }
  }
}
