import Diagnostics

extension Arguments {
  /// Refuses what a function of Python with these parameters would: too many arguments, unknown names, a parameter given twice, or one of the first `required` not given.
  func expect(_ names: String..., required: Int = 0) throws(Fault) {
    if named.isEmpty, positional.count >= required, positional.count <= names.count { return }
    guard positional.count <= names.count else { throw .arguments(of: callee) }
    var given = Set(names.prefix(positional.count))
    for (name, _) in named {
      guard names.contains(name), given.insert(name).inserted else {
        throw .arguments(of: callee)
      }
    }
    guard names.prefix(required).allSatisfy({ given.contains($0) }) else {
      throw .arguments(of: callee)
    }
  }

  /// Refuses arguments with names, and another number of them.
  func expectPositional(_ counts: ClosedRange<Int>) throws(Fault) {
    guard named.isEmpty, counts.contains(positional.count) else { throw .arguments(of: callee) }
  }

  /// The argument as a whole number; true and false count as 1 and 0, as in Python.
  func whole(_ index: Int, _ name: String) throws(Fault) -> Int? {
    guard let value = value(index, name) else { return nil }
    guard let number = value.index else { throw .type(of: value, in: callee) }
    return number
  }

  /// The same, with `none` taken for an argument that was not given.
  func optionalWhole(_ index: Int, _ name: String) throws(Fault) -> Int? {
    if let value = value(index, name), value.isNone { return nil }
    return try whole(index, name)
  }

  /// The argument as text, with `none` taken for an argument that was not given.
  func optionalString(_ index: Int, _ name: String) throws(Fault) -> String? {
    if let value = value(index, name), value.isNone { return nil }
    return try string(index, name)
  }

  /// Whether the argument is given and holds.
  func isTrue(_ index: Int, _ name: String) -> Bool { value(index, name)?.isTrue ?? false }

  /// A mistake in the arguments.
  var unfit: Fault { .arguments(of: callee) }
}
