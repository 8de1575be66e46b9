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
  /// The filters by name.
  public var filters: [String: Filter]
  /// What filters take and give, by name, where that is known: mistakes then show without data.
  public var filterTypes: [String: FilterType] = [:]
  /// The tests by name.
  public var tests: [String: ValueTest]
  /// The functions by name.
  public var functions: [String: Function]
  /// What a name without a value does.
  public var undefined: UndefinedMode
  /// Whether what output tags write is escaped for HTML, unless `{% autoescape %}` says otherwise.
  public var autoescape = false
  /// Whether `{% do %}`, `{% break %}` and `{% continue %}` are understood, which Jinja2 counts as extensions.
  public var hasExtensions = false
  /// Whether everything is as Jinja2 has it even where that helps nobody: unknown filters are found only where they are reached, `x is defined if y` and `if x if y else z` are mistakes, empty brackets are none.
  public var isExact = false
  /// Where `{% include %}`, `{% import %}` and `{% extends %}` find their templates; without it they are refused.
  public var loader: (any TemplateLoader)?
  /// Whether a template may extend another: the whole of a Word document cannot be another's.
  public var allowsExtending = true
  /// The most steps that one rendering may take; long texts count by their length.
  public var maximumSteps = 50_000_000
  /// Asked now and then while a template is rendered: whether it has taken too long.
  public var isOutOfTime: (@Sendable () -> Bool)?

  /// The filters, tests and functions that are built in.
  public init(undefined: UndefinedMode = .strict) {
    filters = Self.builtInFilters
    tests = Self.builtInTests
    functions = Self.builtInFunctions
    self.undefined = undefined
  }
}

/// Finds other templates by name. What is found once may be kept: one loader serves many renderings at once.
public protocol TemplateLoader: Sendable {
  /// The template of that name, compiled, or `nil` where there is none.
  ///
  /// - Throws: a `Fault` for one that cannot be read or compiled.
  func program(named name: String) throws(Fault) -> Program?
}

/// The evaluated arguments of a filter, test or function.
public struct Arguments: Sendable {
  /// The values given by position.
  public var positional: [Value]
  /// The values given by name, in the order written.
  public var named: [(name: String, value: Value)]
  /// The name that was called, for messages.
  public let callee: String
  /// What a value without a value does here.
  public let undefined: UndefinedMode
  /// Whether `autoescape` is on here.
  public let autoescape: Bool

  /// The arguments of one call of `callee`.
  public init(
    _ callee: String, positional: [Value] = [], named: [(name: String, value: Value)] = [],
    undefined: UndefinedMode = .default, autoescape: Bool = false
  ) {
    self.callee = callee
    self.positional = positional
    self.named = named
    self.undefined = undefined
    self.autoescape = autoescape
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

  /// The text of `value`, which in strict mode must have one.
  func text(of value: Value) throws(Fault) -> String { try defined(value).text }

  /// `value`, which in strict mode must not be undefined.
  func defined(_ value: Value) throws(Fault) -> Value {
    if case .undefined(let missing) = value, undefined == .strict { throw missing.fault }
    return value
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
