extension ProgramBuilder {
  /// Tries a filter on what stands in the template itself, as far as that is known before there are data.
  ///
  /// - Throws: what the filter says of a constant value, of constant arguments, or of a value of another type.
  ///
  /// - Parameters:
  ///   - name: the filter, which has one of the `types`.
  ///   - types: what filters take and give.
  func check(
    _ name: String, _ function: Filter, _ value: Expression.ID, _ arguments: Int32,
    types: [String: FilterType]
  ) throws(Fault) {
    guard let type = types[name] else { return }
    let constant = constant(value)
    if !type.takes.isEmpty, constant == nil, let kind = kind(of: value, types),
      !type.takes.contains(kind)
    {
      throw .type(of: Self.sample(of: kind), in: name)
    }
    guard let list = constants(arguments, of: name),
      let tried = constant ?? result(of: value, types) ?? type.example
    else { return }
    _ = try function(tried, list)
  }

  /// What filters before this one make of an example, if their arguments are constants: endings in a wrong order show so.
  private func result(of id: Expression.ID, _ types: [String: FilterType]) -> Value? {
    guard case .filter(let base, let filter, let index) = program.expressions[Int(id)],
      let type = types[program.filters[Int(filter)].name], type.gives != .any
    else { return nil }
    let (name, function, _, _) = program.filters[Int(filter)]
    guard let list = constants(index, of: name),
      let value = constant(base) ?? result(of: base, types) ?? type.example
    else { return nil }
    // A fault was thrown when this filter itself was checked.
    return try? function(value, list)
  }

  private func constant(_ id: Expression.ID) -> Value? {
    guard case .constant(let index) = program.expressions[Int(id)] else { return nil }
    return program.values[Int(index)]
  }

  /// The arguments of a call, if all of them are constants.
  private func constants(_ index: Int32, of name: String) -> Arguments? {
    let list = program.arguments[Int(index)]
    guard list.spread == nil, list.spreadNamed == nil else { return nil }
    var arguments = Arguments(name)
    for id in list.positional {
      guard let value = constant(id) else { return nil }
      arguments.positional.append(value)
    }
    for (name, id) in list.named {
      guard let value = constant(id) else { return nil }
      arguments.named.append((name, value))
    }
    return arguments
  }

  /// What an expression gives whatever the data are; `nil` if that depends on them.
  private func kind(of id: Expression.ID, _ types: [String: FilterType]) -> FieldTree.Kind? {
    switch program.expressions[Int(id)] {
    case .filter(_, let filter, _):
      let name = program.filters[Int(filter)].name
      let result = types[name]?.gives ?? Self.builtInResults[name]
      return result == .any ? nil : result
    case .binary(let symbol, _, _):
      return switch symbol {
      case .concatenate: .string
      case .subtract, .divide, .floorDivide, .power: .number
      case .add, .multiply, .modulo: nil
      }
    case .negative, .positive: return .number
    case .not, .comparison, .test: return .boolean
    case .list, .tuple: return .list
    case .mapping: return .object
    default: return nil
    }
  }

  private static let builtInResults: [String: FieldTree.Kind] = [
    "length": .number, "count": .number, "int": .number, "float": .number, "round": .number,
    "abs": .number, "sum": .number, "wordcount": .number, "upper": .string, "lower": .string,
    "title": .string, "capitalize": .string, "join": .string, "string": .string, "trim": .string,
    "replace": .string, "format": .string, "list": .list, "sort": .list, "unique": .list,
    "map": .list, "select": .list, "reject": .list, "selectattr": .list, "rejectattr": .list,
    "batch": .list, "slice": .list, "groupby": .list, "dictsort": .list, "items": .list,
  ]

  /// A value of the kind, whose type a message can name.
  private static func sample(of kind: FieldTree.Kind) -> Value {
    switch kind {
    case .number: .integer(0)
    case .boolean: .bool(true)
    case .list: .array([])
    case .object: .object(ObjectValue([]))
    case .string, .text, .date, .any: .string("")
    }
  }
}
