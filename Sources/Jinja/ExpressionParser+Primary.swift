import Diagnostics

extension ExpressionParser {
  mutating func primary(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    switch current.kind {
    case .integer(let value):
      position += 1
      return append(.constant(builder.append(value: .integer(value))), from: start, to: &builder)
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
    let name = try identifier()
    if name == "loop", !builder.scopes.isLocal(name), builder.scopes.depth > 0 {
      try expect(symbol: ".")
      let place = Span(tag: tag, range: current.range)
      let field = try identifier()
      guard let field = LoopField(rawValue: field) else {
        throw Finding(
          .syntax, "E107",
          Message(
            kk: "`loop` ішінде `\(field)` жоқ", ru: "у `loop` нет `\(field)`",
            en: "`loop` has no `\(field)`"), at: [place])
      }
      return append(.loopField(field), from: start, to: &builder)
    }
    if isSymbol("("), !builder.scopes.isLocal(name), let function = environment.functions[name] {
      position += 1
      let arguments = try arguments(&builder)
      return append(
        .functionCall(
          function: builder.append(function: name, function), arguments: arguments),
        from: start, to: &builder)
    }
    return append(.variable(slot: builder.scopes.resolve(name)), from: start, to: &builder)
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
        } else {
          value = append(
            .attribute(value, name: builder.append(name: name)), from: start, to: &builder)
        }
      } else if take(symbol: "[") {
        value = try subscripted(value, from: start, &builder)
      } else if isSymbol("(") {
        throw Finding(
          .syntax, "E107",
          Message(
            kk: "мұндай функция жоқ", ru: "такой функции нет", en: "there is no such function"),
          at: [Span(tag: tag, range: start..<current.range.upperBound)])
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    func isBoundEnd(_ parser: ExpressionParser) -> Bool {
      parser.isSymbol(":") || parser.isSymbol("]")
    }
    let first = isBoundEnd(self) ? nil : try expressionOrTuple(&builder)
    guard take(symbol: ":") else {
      guard let first else { throw expected(Message(kk: "мән", ru: "значение", en: "a value")) }
      try expect(symbol: "]")
      return append(.item(value, first), from: start, to: &builder)
    }
    let second = isBoundEnd(self) ? nil : try expression(&builder)
    var step: Expression.ID?
    if take(symbol: ":"), !isBoundEnd(self) { step = try expression(&builder) }
    try expect(symbol: "]")
    return append(.slice(value, from: first, to: second, step: step), from: start, to: &builder)
  }

  mutating func filters(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    var value = value
    while true {
      if take(symbol: "|") {
        let place = current.range
        let name = try dottedName()
        guard let filter = environment.filters[name] else {
          throw unknown(
            "E106", name, at: place, among: environment.filters.keys,
            Message(kk: "сүзгі", ru: "фильтр", en: "filter"))
        }
        let arguments = take(symbol: "(") ? try arguments(&builder) : builder.noArguments
        value = append(
          .filter(value, filter: builder.append(filter: name, filter), arguments: arguments),
          from: start, to: &builder)
      } else if take(name: "is") {
        let isNegated = take(name: "not")
        let place = current.range
        let name = try testName()
        guard let test = environment.tests[name] else {
          throw unknown(
            "E107", name, at: place, among: environment.tests.keys,
            Message(kk: "тексеру", ru: "проверка", en: "test"))
        }
        var arguments = builder.noArguments
        if take(symbol: "(") {
          arguments = try self.arguments(&builder)
        } else if startsOperand {
          let start = current.range.lowerBound
          let operand = try postfix(try primary(&builder), from: start, &builder)
          arguments = builder.append(arguments: ArgumentList(positional: [operand]))
        }
        value = append(
          .test(value, test: builder.append(test: name, test), arguments: arguments), from: start,
          to: &builder)
        if isNegated { value = append(.not(value), from: start, to: &builder) }
      } else if isSymbol(".") || isSymbol("[") {
        value = try postfix(value, from: start, &builder)
      } else {
        return value
      }
    }
  }

  private var startsOperand: Bool {
    switch current.kind {
    case .integer, .double, .string, .symbol("["), .symbol("{"): true
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
      if !list.positional.isEmpty || !list.named.isEmpty {
        try expect(symbol: ",")
        if take(symbol: ")") { break }
      }
      if case .name(let name) = current.kind, tokens[position + 1].kind == .symbol("=") {
        position += 2
        list.named.append((name, try expression(&builder)))
      } else {
        guard list.named.isEmpty else {
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

  private func unknown(
    _ rule: String, _ name: String, at range: Range<Int>, among known: some Sequence<String>,
    _ what: Message
  ) -> Finding {
    Finding(
      .syntax, rule,
      Message(
        kk: "белгісіз \(what.kk): `\(name)`", ru: "неизвестный \(what.ru): `\(name)`",
        en: "unknown \(what.en) `\(name)`"),
      at: [Span(tag: tag, range: range)], hint: Spelling.hint(for: name, among: known))
  }
}
