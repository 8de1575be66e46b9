import Diagnostics

extension Environment {
  /// The filters that are there without anyone adding them.
  static let builtInFilters = [
    textFilters, markupFilters, layoutFilters, numberFilters, listFilters, orderFilters,
    linkFilters, dataFilters, Selection.unbound,
  ].reduce(into: [String: Filter]()) { $0.merge($1) { first, _ in first } }

  /// The items of a value that a filter goes through; none where it is undefined and may be so.
  static func items(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> [Value] {
    if let items = value.items { return items }
    if case .undefined(let undefined) = value {
      guard arguments.undefined != .strict else { throw undefined.fault }
      return []
    }
    throw .type(of: value, in: arguments.callee)
  }

  /// The filter of that name; those that apply others find them among this environment's.
  func filter(named name: String) -> Filter? {
    if let selection = Selection(rawValue: name), filters[name] != nil {
      return selection.filter(in: self)
    }
    return filters[name]
  }

  /// The test of that name; those that ask for names find them among this environment's.
  func test(named name: String) -> ValueTest? {
    switch name {
    case "filter" where tests[name] != nil: Self.isAmong(Set(filters.keys))
    case "test" where tests[name] != nil: Self.isAmong(Set(tests.keys))
    default: tests[name]
    }
  }
}

extension Fault {
  /// There is no filter of that name.
  static func unknownFilter(_ name: String, in environment: Environment) -> Fault {
    Fault(
      "E106",
      Message(
        kk: "белгісіз сүзгі: `\(name)`", ru: "неизвестный фильтр: `\(name)`",
        en: "unknown filter `\(name)`"),
      hint: Spelling.hint(for: name, among: environment.filters.keys))
  }

  /// There is no test of that name.
  static func unknownTest(_ name: String, in environment: Environment) -> Fault {
    Fault(
      "E107",
      Message(
        kk: "белгісіз тексеру: `\(name)`", ru: "неизвестная проверка: `\(name)`",
        en: "unknown test `\(name)`"),
      hint: Spelling.hint(for: name, among: environment.tests.keys))
  }
}
