import Diagnostics

/// Filters that apply another filter or a test to every item.
enum Selection: String, CaseIterable {
  case map, select, reject, selectattr, rejectattr

  /// The position of the argument that names the other filter or test.
  var namePosition: Int { self == .selectattr || self == .rejectattr ? 1 : 0 }

  /// The filters that find others among the built-in ones only.
  static let unbound: [String: Filter] = Dictionary(
    uniqueKeysWithValues: allCases.map { selection in
      let filter: Filter = { value, arguments throws(Fault) in
        try selection.filter(in: Environment())(value, arguments)
      }
      return (selection.rawValue, filter)
    })

  /// The filter, which finds others in `environment`.
  func filter(in environment: Environment) -> Filter {
    { value, arguments throws(Fault) in
      // Python asks whether the value holds before it looks at anything else.
      guard value.isTrue else { return .custom(Generator([])) }
      let items = try Environment.items(value, arguments)
      let results =
        self == .map
        ? try Self.mapped(items, arguments, environment)
        : try chosen(from: items, arguments, environment)
      return .custom(Generator(results))
    }
  }

  private static func mapped(
    _ items: [Value], _ arguments: borrowing Arguments, _ environment: Environment
  ) throws(Fault) -> [Value] {
    var results: [Value] = []
    results.reserveCapacity(items.count)
    guard let name = arguments.positional.first else {
      guard let attribute = arguments.value(.max, "attribute"),
        arguments.named.allSatisfy({ $0.name == "attribute" || $0.name == "default" })
      else { throw arguments.unfit }
      let path = AttributePath(attribute)
      let missing = arguments.value(.max, "default")
      for item in items {
        results.append(try path.value(in: item, orElse: missing, arguments.undefined))
      }
      return results
    }
    guard let inner = environment.filter(named: name.text) else {
      throw .unknownFilter(name.text, in: environment)
    }
    let isForgiving = Environment.forgivingFilters.contains(name.text)
    let operands = arguments.dropping(1, callee: name.text)
    for item in items {
      results.append(try inner(isForgiving ? item : try arguments.defined(item), operands))
    }
    return results
  }

  private func chosen(
    from items: [Value], _ arguments: borrowing Arguments, _ environment: Environment
  ) throws(Fault) -> [Value] {
    let position = namePosition
    let keeps = self == .select || self == .selectattr
    guard arguments.positional.count >= position else { throw arguments.unfit }
    let path = AttributePath(position == 1 ? arguments.positional[0] : nil)
    guard arguments.positional.count > position else {
      var kept: [Value] = []
      for item in items {
        let subject = try path.value(in: item, arguments.undefined)
        if try arguments.defined(subject).isTrue == keeps { kept.append(item) }
      }
      return kept
    }
    let name = arguments.positional[position].text
    guard let test = environment.test(named: name) else {
      throw .unknownTest(name, in: environment)
    }
    let isForgiving = Environment.forgivingTests.contains(name)
    let operands = arguments.dropping(position + 1, callee: name)
    var kept: [Value] = []
    for item in items {
      let subject = try path.value(in: item, arguments.undefined)
      if try test(isForgiving ? subject : try arguments.defined(subject), operands) == keeps {
        kept.append(item)
      }
    }
    return kept
  }
}

extension Arguments {
  /// The arguments after the first `count`, for another call.
  func dropping(_ count: Int, callee: String) -> Arguments {
    Arguments(
      callee, positional: Array(positional.dropFirst(count)), named: named, undefined: undefined,
      autoescape: autoescape)
  }
}

extension ExpressionParser {
  /// Refuses a filter such as `map("…")` whose constant argument names no filter or test: a misspelt name is found while the template is compiled.
  func checkSelection(
    _ name: String, _ arguments: Int32, _ builder: ProgramBuilder
  ) throws(Finding) {
    guard !environment.isExact, let selection = Selection(rawValue: name) else { return }
    let list = builder.program.arguments[Int(arguments)].positional
    guard list.count > selection.namePosition else { return }
    let id = list[selection.namePosition]
    guard case .constant(let index) = builder.program.expressions[Int(id)],
      case .string(let inner) = builder.program.values[Int(index)]
    else { return }
    let place = builder.program.spans[Int(id)]
    if selection == .map, environment.filters[inner] == nil {
      throw unknownFilter(inner, at: place.range)
    }
    if selection != .map, environment.tests[inner] == nil {
      throw unknownTest(inner, at: place.range)
    }
  }
}
