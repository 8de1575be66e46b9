import BigInt
import Diagnostics

extension ExpressionParser {
  mutating func primary(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    switch current.kind {
    case .integer(let value):
      position += 1
      return append(.constant(builder.append(value: .integer(value))), from: start, to: &builder)
    case .digits(let digits):
      position += 1
      let value = BigInt(digits).map { Value.whole($0) } ?? .none
      return append(.constant(builder.append(value: value)), from: start, to: &builder)
    case .double(let value):
      position += 1
      return append(.constant(builder.append(value: .double(value))), from: start, to: &builder)
    case .string(var value):
      position += 1
      while case .string(let next) = current.kind {
        value += next
        position += 1
      }
      return append(.constant(builder.append(value: .string(value))), from: start, to: &builder)
    case .name(let name): return try named(name, from: start, &builder)
    case .symbol("("):
      position += 1
      if take(symbol: ")") {
        return append(.tuple(builder.append(list: [])), from: start, to: &builder)
      }
      let value = try expressionOrTuple(&builder)
      try expect(symbol: ")")
      return value
    case .symbol("["):
      position += 1
      let items = try list(until: "]", &builder)
      return append(.list(builder.append(list: items)), from: start, to: &builder)
    case .symbol("{"):
      position += 1
      var items: [Expression.ID] = []
      while !take(symbol: "}") {
        if !items.isEmpty {
          try expect(symbol: ",")
          if take(symbol: "}") { break }
        }
        items.append(try expression(&builder))
        try expect(symbol: ":")
        items.append(try expression(&builder))
      }
      return append(.mapping(builder.append(list: items)), from: start, to: &builder)
    default: throw expected(Message(kk: "мән", ru: "значение", en: "a value"))
    }
  }

  private mutating func named(
    _ name: String, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    let constant: Value? =
      switch name {
      case "true", "True": .bool(true)
      case "false", "False": .bool(false)
      case "none", "None": Value.none
      default: nil
      }
    if let constant {
      position += 1
      return append(.constant(builder.append(value: constant)), from: start, to: &builder)
    }
    position += 1
    let place = Span(tag: tag, range: start..<tokens[position - 1].range.upperBound)
    if !builder.scopes.isLocal(name), let call = try blockCall(name, from: start, &builder) {
      return call
    }
    if isSymbol("("), environment.functions[name] == nil, !builder.scopes.isLocal(name) {
      builder.program.unknownCalls.append(
        Fault.unknownFunction(name, among: environment.functions.keys).at(place))
    }
    return builder.append(variable: name, place)
  }

  /// `self.name()` and `super()`; `nil` for anything else.
  private mutating func blockCall(
    _ name: String, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID? {
    if name == "self", isSymbol("."), position + 2 < tokens.count,
      case .name(let block) = tokens[position + 1].kind, tokens[position + 2].kind == .symbol("(")
    {
      position += 3
      _ = try arguments(&builder)
      return append(.blockCall(name: builder.append(name: block)), from: start, to: &builder)
    }
    if name == "super", take(symbol: "(") {
      _ = try arguments(&builder)
      return append(.superCall, from: start, to: &builder)
    }
    return nil
  }

  mutating func postfix(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    var value = value
    while true {
      if take(symbol: ".") {
        if case .integer(let index) = current.kind {
          position += 1
          let key = builder.append(
            .constant(builder.append(value: .integer(index))), Span(tag: tag, range: current.range))
          value = append(.item(value, key), from: start, to: &builder)
          continue
        }
        guard case .name(let name) = current.kind else {
          throw expected(Message(kk: "өрістің атауы", ru: "имя поля", en: "a field's name"))
        }
        position += 1
        if take(symbol: "(") {
          let arguments = try arguments(&builder)
          value = append(
            .methodCall(value, method: builder.append(name: name), arguments: arguments),
            from: start, to: &builder)
        } else if let field = LoopField(rawValue: name), builder.name(of: value) == "loop" {
          value = append(.loopField(value, field), from: start, to: &builder)
        } else {
          value = append(
            .attribute(value, name: builder.append(name: name)), from: start, to: &builder)
        }
      } else if take(symbol: "[") {
        value = try subscripted(value, from: start, &builder)
      } else if take(symbol: "(") {
        let arguments = try arguments(&builder)
        value = append(.call(value, arguments: arguments), from: start, to: &builder)
      } else {
        return value
      }
    }
  }

  private func emptyTuple(_ builder: inout ProgramBuilder) -> Expression.ID {
    append(.tuple(builder.append(list: [])), from: current.range.lowerBound, to: &builder)
  }

  private mutating func subscripted(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    func isBoundEnd(_ parser: ExpressionParser) -> Bool {
      parser.isSymbol(":") || parser.isSymbol("]")
    }
    let first = isBoundEnd(self) ? nil : try expressionOrTuple(&builder)
    guard take(symbol: ":") else {
      guard let first = first ?? (environment.isExact ? emptyTuple(&builder) : nil) else {
        throw expected(Message(kk: "мән", ru: "значение", en: "a value"))
      }
      try expect(symbol: "]")
      return append(.item(value, first), from: start, to: &builder)
    }
    let second = isBoundEnd(self) ? nil : try expression(&builder)
    var step: Expression.ID?
    if take(symbol: ":"), !isBoundEnd(self) { step = try expression(&builder) }
    try expect(symbol: "]")
    return append(.slice(value, from: first, to: second, step: step), from: start, to: &builder)
  }

  /// The filter that stands here, without a `|` before it.
  mutating func firstFilter(
    _ value: Expression.ID, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    try filter(value, from: current.range.lowerBound, &builder)
  }

  private mutating func filter(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    let place = current.range
    let name = try dottedName()
    let known = environment.filter(named: name)
    guard known != nil || isDeferred else { throw unknownFilter(name, at: place) }
    let arguments = take(symbol: "(") ? try arguments(&builder) : builder.noArguments
    try checkSelection(name, arguments, builder)
    let function = known ?? Self.failing(unknownFilter(name, at: place))
    do throws(Fault) {
      try builder.check(name, function, value, arguments, types: environment.filterTypes)
    } catch {
      throw error.at(Span(tag: tag, range: start..<tokens[position - 1].range.upperBound))
    }
    let filter = builder.append(
      filter: name, remark: environment.filterTypes[name]?.remark, function)
    return append(
      .filter(value, filter: filter, arguments: arguments), from: start, to: &builder)
  }

  /// A filter that is unknown, which matters only if it is reached.
  private static func failing(_ unknown: Finding) -> Filter {
    let fault = Fault(unknown.rule, unknown.message, kind: .syntax, hint: unknown.hint)
    return { _, _ throws(Fault) in throw fault }
  }

  /// A test that is unknown, which matters only if it is reached.
  private static func failingTest(_ unknown: Finding) -> ValueTest {
    let fault = Fault(unknown.rule, unknown.message, kind: .syntax, hint: unknown.hint)
    return { _, _ throws(Fault) in throw fault }
  }

  /// Whether an unknown name is an error only where it is reached: under a condition.
  private var isDeferred: Bool {
    environment.isExact
      && (isConditional || tokens.contains { $0.kind == .name("if") })
  }

  mutating func filters(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder,
    withTests: Bool = true
  ) throws(Finding) -> Expression.ID {
    var value = value
    while true {
      if take(symbol: "|") {
        value = try filter(value, from: start, &builder)
      } else if withTests, take(name: "is") {
        let isNegated = take(name: "not")
        let place = current.range
        let name = try testName()
        let known = environment.test(named: name)
        guard known != nil || isDeferred else { throw unknownTest(name, at: place) }
        let test = known ?? Self.failingTest(unknownTest(name, at: place))
        var arguments = builder.noArguments
        if take(symbol: "(") {
          arguments = try self.arguments(&builder)
        } else if isName("is") {
          throw expected(Message(kk: "тегтің соңы", ru: "конец тега", en: "the end of the tag"))
        } else if startsOperand {
          let start = current.range.lowerBound
          let operand = try postfix(try primary(&builder), from: start, &builder)
          arguments = builder.append(arguments: ArgumentList(positional: [operand]))
        }
        value = append(
          .test(value, test: builder.append(test: name, test), arguments: arguments), from: start,
          to: &builder)
        if isNegated { value = append(.not(value), from: start, to: &builder) }
      } else if isSymbol("(")
        || withTests && !environment.isExact && (isSymbol(".") || isSymbol("["))
      {
        value = try postfix(value, from: start, &builder)
      } else {
        return value
      }
    }
  }

  private var startsOperand: Bool {
    switch current.kind {
    case .integer, .double, .string, .symbol("["), .symbol("{"): true
    case .name(let name) where environment.isExact: !["else", "or", "and"].contains(name)
    case .name(let name): !Self.keywords.contains(name)
    default: false
    }
  }

  /// A test's name; `none`, `true`, `in` are names here.
  private mutating func testName() throws(Finding) -> String {
    if take(name: "in") { return "in" }
    return try dottedName()
  }

  private mutating func dottedName() throws(Finding) -> String {
    var name = try identifier()
    while isSymbol("."), case .name(let next) = tokens[position + 1].kind {
      position += 2
      name += "." + next
    }
    return name
  }

  private mutating func arguments(_ builder: inout ProgramBuilder) throws(Finding) -> Int32 {
    var list = ArgumentList()
    while !take(symbol: ")") {
      if !list.positional.isEmpty || !list.named.isEmpty || list.spread != nil
        || list.spreadNamed != nil
      {
        try expect(symbol: ",")
        if take(symbol: ")") { break }
      }
      if case .name(let name) = current.kind, tokens[position + 1].kind == .symbol("=") {
        guard !list.named.contains(where: { $0.name == name }) else {
          throw expected(
            Message(kk: "басқа атау", ru: "другое имя", en: "another name"))
        }
        position += 2
        list.named.append((name, try expression(&builder)))
      } else if take(symbol: "**") {
        list.spreadNamed = try expression(&builder)
      } else if list.spread == nil, take(symbol: "*") {
        list.spread = try expression(&builder)
      } else {
        guard list.named.isEmpty, list.spread == nil, list.spreadNamed == nil else {
          throw expected(
            Message(kk: "атаулы аргумент", ru: "именованный аргумент", en: "a named argument"))
        }
        list.positional.append(try expression(&builder))
      }
    }
    return builder.append(arguments: list)
  }

  private mutating func list(
    until closing: String, _ builder: inout ProgramBuilder
  ) throws(Finding) -> [Expression.ID] {
    var items: [Expression.ID] = []
    while !take(symbol: closing) {
      if !items.isEmpty {
        try expect(symbol: ",")
        if take(symbol: closing) { break }
      }
      items.append(try expression(&builder))
    }
    return items
  }

  func unknownFilter(_ name: String, at range: Range<Int>) -> Finding {
    Finding(
      .syntax, "E106",
      Message(
        kk: "белгісіз сүзгі: `\(name)`", ru: "неизвестный фильтр: `\(name)`",
        en: "unknown filter `\(name)`"),
      at: [Span(tag: tag, range: range)],
      hint: Spelling.hint(for: name, among: environment.filters.keys))
  }

  func unknownTest(_ name: String, at range: Range<Int>) -> Finding {
    Finding(
      .syntax, "E107",
      Message(
        kk: "белгісіз тексеру: `\(name)`", ru: "неизвестная проверка: `\(name)`",
        en: "unknown test `\(name)`"),
      at: [Span(tag: tag, range: range)],
      hint: Spelling.hint(for: name, among: environment.tests.keys))
  }
}
