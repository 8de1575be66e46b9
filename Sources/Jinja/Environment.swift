/// A filter: takes the value before `|` and the arguments after the name.
public typealias Filter = @Sendable (Value, borrowing Arguments) throws(Fault) -> Value

/// A test: what stands after `is`.
public typealias ValueTest = @Sendable (Value, borrowing Arguments) throws(Fault) -> Bool

/// A function that a template calls by name.
public typealias Function = @Sendable (borrowing Arguments) throws(Fault) -> Value

/// What a name that has no value does.
public enum UndefinedMode: String, Sendable, CaseIterable {
  /// Any use is an error, except `is defined` and `default`.
  case strict
  /// Prints nothing and is false; using it in any other way is an error.
  case `default`
  /// As `default`, and its attributes are undefined too.
  case chainable
}

/// What templates are compiled against: filters, tests, functions, and the mode of undefined names.
public struct Environment: Sendable {
  public var filters: [String: Filter]
  public var tests: [String: ValueTest]
  public var functions: [String: Function]
  public var undefined: UndefinedMode
  /// The most steps that one rendering may take.
  public var maximumSteps = 50_000_000

  /// The filters, tests and functions that are built in.
  public init(undefined: UndefinedMode = .strict) {
    filters = Self.textFilters.merging(Self.listFilters) { first, _ in first }
    tests = Self.builtInTests
    functions = Self.builtInFunctions
    self.undefined = undefined
  }
}

/// The evaluated arguments of a filter, test or function.
public struct Arguments: Sendable {
  public var positional: [Value]
  public var named: [(name: String, value: Value)]
  /// The name that was called, for messages.
  public let callee: String

  public init(_ callee: String, positional: [Value] = [], named: [(name: String, value: Value)] = [])
  {
    self.callee = callee
    self.positional = positional
    self.named = named
  }

  /// The argument at `index`, or by `name`; `nil` where it was not given.
  public func value(_ index: Int, _ name: String) -> Value? {
    if index < positional.count { return positional[index] }
    return named.first { $0.name == name }?.value
  }

  /// The same as text.
  public func string(_ index: Int, _ name: String) throws(Fault) -> String? {
    guard let value = value(index, name) else { return nil }
    guard case .string(let text) = value.plain else { throw .type(of: value, in: callee) }
    return text
  }

  /// The same as a whole number.
  public func integer(_ index: Int, _ name: String) throws(Fault) -> Int? {
    guard let value = value(index, name) else { return nil }
    guard let number = value.integer else { throw .type(of: value, in: callee) }
    return number
  }

  /// Refuses more arguments than `names`, and names that are not among them.
  public func accept(_ names: String...) throws(Fault) {
    guard positional.count <= names.count, named.allSatisfy({ names.contains($0.name) }) else {
      throw .arguments(of: callee)
    }
  }
}
