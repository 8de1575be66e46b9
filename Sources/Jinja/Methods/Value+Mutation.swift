import Diagnostics

extension Value {
  /// The methods that change the list or mapping that they are called on.
  static let mutatingMethods: Set<String> = [
    "append", "extend", "insert", "pop", "remove", "sort", "reverse", "clear", "update",
    "popitem", "setdefault",
  ]

  /// Whether the mapping has a method of its own by that name, which hides a member of the same name in a call.
  static func hasMethod(_ name: String, _ value: Value) -> Bool {
    ObjectValue.methodNames.contains(name)
  }

  /// Carries out a method that changes a list or mapping, such as `append`, in place.
  ///
  /// - Returns: The method's result, which is `none` for most; `nil` for a name that is no such method of the value, which is then as it was.
  /// - Complexity: that of the method in Python for a list that nobody else holds.
  static func mutate(
    _ value: inout Value, _ method: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch value {
    case .array(var items):
      // The list is taken out of the value, so that it is changed where it lies.
      value = .none
      defer { value = .array(items) }
      return try mutate(&items, method, arguments)
    case .object(let object):
      guard let change = try object.changed(method, arguments) else { return nil }
      value = .object(change.object)
      return change.result
    default: return nil
    }
  }

  private static func mutate(
    _ items: inout [Value], _ method: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> Value? {
    switch method {
    case "append":
      try arguments.expectPositional(1...1)
      try add([arguments.positional[0]], to: &items)
    case "extend":
      try arguments.expectPositional(1...1)
      guard let more = arguments.positional[0].items else {
        throw .type(of: arguments.positional[0], in: method)
      }
      try add(more, to: &items)
    case "insert":
      try arguments.expectPositional(2...2)
      guard let index = try arguments.whole(0, "") else { throw arguments.unfit }
      guard items.count < Operators.maximumItems else { throw Operators.tooLarge }
      let position = index < 0 ? max(index, -items.count) + items.count : min(index, items.count)
      items.insert(arguments.positional[1], at: position)
    case "pop":
      try arguments.expectPositional(0...1)
      let index = try arguments.whole(0, "") ?? -1
      let position = index < 0 ? max(index, -items.count - 1) + items.count : index
      guard items.indices.contains(position) else { throw arguments.unfit }
      return items.remove(at: position)
    case "remove":
      try arguments.expectPositional(1...1)
      let wanted = arguments.positional[0]
      guard let index = items.firstIndex(where: { Operators.areEqual($0, wanted) }) else {
        throw arguments.unfit
      }
      items.remove(at: index)
    case "reverse":
      try arguments.expectPositional(0...0)
      items.reverse()
    case "clear":
      try arguments.expectPositional(0...0)
      items.removeAll()
    case "sort":
      guard arguments.positional.isEmpty else { throw arguments.unfit }
      try arguments.expect("reverse", "key")
      guard arguments.value(1, "key")?.isNone ?? true else { throw arguments.unfit }
      items = try Ordering.sorted(items, isReversed: arguments.isTrue(0, "reverse")) { [$0] }
    default: return nil
    }
    return Value.none
  }

  private static func add(_ more: [Value], to items: inout [Value]) throws(Fault) {
    guard items.count + more.count <= Operators.maximumItems else { throw Operators.tooLarge }
    items += more
  }
}

extension ObjectValue {
  /// The mapping after a method that changes it, with the method's result; `nil` for a name that is no such method.
  fileprivate func changed(
    _ method: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> (object: ObjectValue, result: Value)? {
    switch method {
    case "update":
      guard arguments.positional.count <= 1 else { throw arguments.unfit }
      let added = try ObjectValue.members(of: arguments)
      guard count + added.count <= Operators.maximumItems else { throw Operators.tooLarge }
      return (ObjectValue(keyed: members + added), .none)
    case "setdefault":
      try arguments.expectPositional(1...2)
      let key = arguments.positional[0]
      let value = arguments.value(1, "") ?? .none
      guard key.isHashable else { throw .type(of: key, in: method) }
      if let present = self.value(for: key) { return (self, present) }
      return (ObjectValue(keyed: members + [(key, value)]), value)
    case "pop":
      try arguments.expectPositional(1...2)
      let key = arguments.positional[0]
      guard key.isHashable else { throw .type(of: key, in: method) }
      guard let value = value(for: key) else {
        guard let missing = arguments.value(1, "") else { throw arguments.unfit }
        return (self, missing)
      }
      return (ObjectValue(keyed: members.filter { !Operators.areEqual($0.key, key) }), value)
    case "popitem":
      try arguments.expectPositional(0...0)
      guard let last = pairs.last else { throw arguments.unfit }
      return (ObjectValue(keyed: members.dropLast()), last)
    case "clear":
      try arguments.expectPositional(0...0)
      return (ObjectValue([]), .none)
    default: return nil
    }
  }

  /// The members that the arguments of `dict(…)` or `update(…)` name: those of a mapping or of a list of pairs, and then those with names.
  static func members(
    of arguments: borrowing Arguments
  ) throws(Fault) -> [(key: Value, value: Value)] {
    var members: [(key: Value, value: Value)] = []
    switch arguments.positional.first {
    case nil: break
    case .object(let object)?: members = object.members
    case let value?:
      guard let pairs = value.items else { throw .type(of: value, in: arguments.callee) }
      for pair in pairs {
        guard let parts = pair.items, parts.count == 2 else { throw arguments.unfit }
        guard parts[0].isHashable else { throw .type(of: parts[0], in: arguments.callee) }
        members.append((parts[0], parts[1]))
      }
    }
    for (name, value) in arguments.named { members.append((.string(name), value)) }
    return members
  }
}
