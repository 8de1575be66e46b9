extension ProgramBuilder {
  /// Tries a filter on what stands in the template itself, as far as that is known before there are data.
  ///
  /// - Parameters:
  ///   - name: the filter, which may have one of the `types`.
  ///   - function: what it does.
  ///   - value: what stands before `|`.
  ///   - arguments: what stands in its brackets.
  ///   - types: what filters take and give.
  /// - Returns: what somebody should look at in the result of a constant.
  /// - Throws: what the filter says of a constant value, of constant arguments, or of a value of another type.
  func check(
    _ name: String, _ function: Filter, _ value: Expression.ID, _ arguments: Int32,
    types: [String: FilterType]
  ) throws(Fault) -> Fault? {
    guard let type = types[name] else { return nil }
    let known = known(value, types)
    if !type.takes.isEmpty, known?.isConstant != true, let kind = kind(of: value, types),
      !type.takes.contains(kind)
    {
      throw .type(of: Self.sample(of: kind), in: name)
    }
    guard let list = constants(arguments, of: name), let tried = known?.value ?? type.example else {
      return nil
    }
    let result = try function(tried, list)
    return known?.isConstant == true ? type.remark?(result) : nil
  }

  /// A constant, or what filters make of one or of an example: endings in a wrong order show so.
  private func known(
    _ id: Expression.ID, _ types: [String: FilterType]
  ) -> (value: Value, isConstant: Bool)? {
    if let constant = constant(id) { return (constant, true) }
    guard case .filter(let base, let filter, let index) = program.expressions[Int(id)],
      let type = types[program.filters[Int(filter)].name], type.gives != .any
    else { return nil }
    let (name, function, _, _) = program.filters[Int(filter)]
    guard let list = constants(index, of: name),
      let (value, isConstant) = known(base, types) ?? type.example.map({ ($0, false) })
    else { return nil }
    // A fault was thrown when this filter itself was checked.
    return (try? function(value, list)).map { ($0, isConstant) }
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
