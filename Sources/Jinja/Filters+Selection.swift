import Diagnostics

/// Filters that apply another filter or a test to every item. The other is looked up while the template is compiled, so that a misspelt name is found there.
enum Selection: String {
  case map, select, reject, selectattr, rejectattr

  /// The position of the argument that names the other filter or test.
  var namePosition: Int { self == .selectattr || self == .rejectattr ? 1 : 0 }

  /// The filter with `inner`, called `name`, applied to every item.
  static func mapping(_ name: String, _ inner: @escaping Filter) -> Filter {
    let isForgiving = Environment.forgivingFilters.contains(name)
    return { value, arguments throws(Fault) in
      let operands = arguments.dropping(1, callee: name)
      var results: [Value] = []
      for item in try Environment.items(value, arguments) {
        results.append(try inner(isForgiving ? item : try arguments.defined(item), operands))
      }
      return .array(results)
    }
  }

  /// The filter that keeps the items for which the test `name` holds, or does not hold for the two that reject.
  func choosing(_ name: String?, _ test: ValueTest?) -> Filter {
    let isForgiving = name.map { Environment.forgivingTests.contains($0) } ?? false
    let byAttribute = namePosition == 1
    let keeps = self == .select || self == .selectattr
    return { value, arguments throws(Fault) in
      let path = byAttribute ? try arguments.string(0, "attribute") : nil
      guard !byAttribute || path != nil else { throw .arguments(of: arguments.callee) }
      let operands = arguments.dropping(namePosition + 1, callee: name ?? arguments.callee)
      var kept: [Value] = []
      for item in try Environment.items(value, arguments) {
        let subject = try path.map { path throws(Fault) in try item.attribute(path: path) } ?? item
        let holds: Bool
        if let test {
          holds = try test(isForgiving ? subject : try arguments.defined(subject), operands)
        } else {
          holds = try arguments.defined(subject).isTrue
        }
        if holds == keeps { kept.append(item) }
      }
      return .array(kept)
    }
  }
}

extension Arguments {
  /// The arguments after the first `count`, for another call.
  func dropping(_ count: Int, callee: String) -> Arguments {
    Arguments(
      callee, positional: Array(positional.dropFirst(count)), named: named, undefined: undefined)
  }
}

extension ExpressionParser {
  /// The function of a filter that names another one in its arguments; `nil` for any other filter.
  func selection(
    _ name: String, _ arguments: Int32, _ builder: ProgramBuilder
  ) throws(Finding) -> Filter? {
    guard let selection = Selection(rawValue: name) else { return nil }
    let list = builder.program.arguments[Int(arguments)].positional
    guard list.count > selection.namePosition else {
      return selection == .map ? nil : selection.choosing(nil, nil)
    }
    let id = list[selection.namePosition]
    let place = builder.program.spans[Int(id)]
    guard case .constant(let index) = builder.program.expressions[Int(id)],
      case .string(let inner) = builder.program.values[Int(index)]
    else {
      throw Finding(
        .syntax, "E103",
        Message(
          kk: "мұнда тырнақшаға алынған атау керек", ru: "здесь нужно название в кавычках",
          en: "a name in quotes is needed here"), at: [place])
    }
    if selection == .map {
      guard let filter = environment.filters[inner] else {
        throw unknownFilter(inner, at: place.range)
      }
      return Selection.mapping(inner, filter)
    }
    guard let test = environment.tests[inner] else { throw unknownTest(inner, at: place.range) }
    return selection.choosing(inner, test)
  }
}
