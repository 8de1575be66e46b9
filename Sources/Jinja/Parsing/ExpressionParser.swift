import Diagnostics

/// Reads the tokens of one tag and appends expressions to a program.
///
/// Precedence, from the loosest: `if else`, `or`, `and`, `not`, comparisons, `+ -`, `~`, `* / // %`, `**`, unary signs, then `.` `[]` `()` `|` and `is`, as in Jinja2.
struct ExpressionParser {
  let tokens: [Token]
  let tag: Int
  let environment: Environment
  var position = 0
  /// Whether the tag stands under a condition, where Jinja2 looks names up late.
  let isConditional: Bool
  private var depth = 0

  /// Expressions nested deeper than this are refused.
  static let maximumDepth = 100

  /// What cut the tokens short.
  let problem: Finding?

  init(_ text: [UInt8], tag: Int, environment: Environment, isConditional: Bool = false) {
    self.isConditional = isConditional
    (tokens, problem) = Lexer.tokens(of: text, tag: tag)
    self.tag = tag
    self.environment = environment
  }

  // MARK: Tokens

  var current: Token { tokens[position] }

  var isAtEnd: Bool { current.kind == .end }

  func isName(_ name: String) -> Bool { current.kind == .name(name) }

  func isSymbol(_ symbol: String) -> Bool { current.kind == .symbol(symbol) }

  mutating func take(name: String) -> Bool {
    guard isName(name) else { return false }
    position += 1
    return true
  }

  mutating func take(symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    position += 1
    return true
  }

  mutating func expect(symbol: String) throws(Finding) {
    guard take(symbol: symbol) else { throw expected("`\(symbol)`") }
  }

  mutating func expectEnd() throws(Finding) {
    guard isAtEnd else {
      throw Finding(
        .syntax, "E103",
        Message(
          kk: "тегте артық сөз: `\(word(current))`", ru: "в теге лишнее: `\(word(current))`",
          en: "unexpected `\(word(current))` in the tag"),
        at: [Span(tag: tag, range: current.range)])
    }
  }

  mutating func identifier() throws(Finding) -> String {
    guard case .name(let name) = current.kind, !Self.keywords.contains(name) else {
      throw expected(Message(kk: "атау", ru: "имя", en: "a name"))
    }
    position += 1
    return name
  }

  /// A name that may be given a value.
  mutating func target() throws(Finding) -> String {
    guard case .name(let name) = current.kind, !Self.constants.contains(name) else {
      throw expected(Message(kk: "атау", ru: "имя", en: "a name"))
    }
    position += 1
    return name
  }

  /// Goes on behind the bracket that closes the one here.
  mutating func skipGroup() throws(Finding) {
    var depth = 0
    repeat {
      switch current.kind {
      case .symbol("("), .symbol("["), .symbol("{"): depth += 1
      case .symbol(")"), .symbol("]"), .symbol("}"): depth -= 1
      case .end: throw expected("`)`")
      default: break
      }
      position += 1
    } while depth > 0
  }

  /// `with context` or `without context`; `nil` where neither is said.
  mutating func context() throws(Finding) -> Bool? {
    guard isName("with") || isName("without"), tokens[position + 1].kind == .name("context") else {
      return nil
    }
    defer { position += 2 }
    return isName("with")
  }

  func expected(_ what: String) -> Finding { expected(Message(kk: what, ru: what, en: what)) }

  func expected(_ what: Message) -> Finding {
    let found =
      isAtEnd
      ? Message(kk: "тег аяқталды", ru: "тег закончился", en: "the tag ends")
      : Message(
        kk: "`\(word(current))` тұр", ru: "стоит `\(word(current))`",
        en: "`\(word(current))` stands")
    return Finding(
      .syntax, "E103",
      Message(
        kk: "мұнда \(what.kk) керек еді, бірақ \(found.kk)",
        ru: "здесь должно быть \(what.ru), но \(found.ru)",
        en: "expected \(what.en), but \(found.en) here"),
      at: [Span(tag: tag, range: current.range)])
  }

  func word(_ token: Token) -> String {
    switch token.kind {
    case .name(let name): name
    case .integer(let value): String(value)
    case .digits(let digits): digits
    case .double(let value): String(value)
    case .string(let value): value
    case .symbol(let symbol): symbol
    case .end: ""
    }
  }

  private static let constants: Set<String> = ["true", "false", "none", "True", "False", "None"]

  static let keywords: Set<String> = ["and", "or", "not", "in", "is", "if", "else"]

  // MARK: Building

  func append(
    _ expression: Expression, from start: Int, to builder: inout ProgramBuilder
  ) -> Expression.ID {
    let end = position > 0 ? tokens[position - 1].range.upperBound : start
    return builder.append(expression, Span(tag: tag, range: start..<max(start, end)))
  }

  // MARK: Grammar

  mutating func expression(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let start = current.range.lowerBound
    var value = try or(&builder)
    while take(name: "if") {
      let condition = try or(&builder)
      let otherwise = take(name: "else") ? try expression(&builder) : nil
      value = append(
        .conditional(condition: condition, then: value, otherwise: otherwise), from: start,
        to: &builder)
    }
    return value
  }

  var tooDeep: Finding { Self.tooDeep(at: Span(tag: tag, range: current.range)) }

  static func tooDeep(at place: Span) -> Finding {
    Finding(
      .syntax, "E108",
      Message(
        kk: "өрнек тым терең енгізілген", ru: "слишком глубокая вложенность выражения",
        en: "the expression is nested too deeply"),
      at: [place])
  }

  /// One expression, or several with commas between, which make a tuple. Without `withConditions` an `if` ends it, as in `{% for %}`.
  mutating func expressionOrTuple(
    _ builder: inout ProgramBuilder, withConditions: Bool = true
  ) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    let first = withConditions ? try expression(&builder) : try or(&builder)
    guard isSymbol(",") else { return first }
    var items = [first]
    while take(symbol: ",") {
      if isAtEnd || isSymbol(")") || isSymbol("]") || isSymbol("}") || isName("if") { break }
      items.append(withConditions ? try expression(&builder) : try or(&builder))
    }
    return append(.tuple(builder.append(list: items)), from: start, to: &builder)
  }

  mutating func or(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try and(&builder)
    while take(name: "or") {
      let right = try and(&builder)
      left = append(.or(left, right), from: start, to: &builder)
    }
    return left
  }

  private mutating func and(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try not(&builder)
    while take(name: "and") {
      let right = try not(&builder)
      left = append(.and(left, right), from: start, to: &builder)
    }
    return left
  }

  private mutating func not(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    guard take(name: "not") else { return try comparison(&builder) }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let operand = try not(&builder)
    return append(.not(operand), from: start, to: &builder)
  }

  private mutating func comparison(
    _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    let first = try sum(&builder)
    var steps: [(symbol: ComparisonOperator, operand: Expression.ID)] = []
    while let symbol = comparisonOperator() { steps.append((symbol, try sum(&builder))) }
    guard !steps.isEmpty else { return first }
    return append(
      .comparison(first, steps: builder.append(comparisons: steps)), from: start, to: &builder)
  }

  private mutating func comparisonOperator() -> ComparisonOperator? {
    if isName("not"), tokens[position + 1].kind == .name("in") {
      position += 2
      return .isNotIn
    }
    let symbol: ComparisonOperator? =
      switch current.kind {
      case .symbol("=="): .equal
      case .symbol("!="): .notEqual
      case .symbol("<"): .less
      case .symbol("<="): .lessOrEqual
      case .symbol(">"): .greater
      case .symbol(">="): .greaterOrEqual
      case .name("in"): .isIn
      default: nil
      }
    if symbol != nil { position += 1 }
    return symbol
  }

  private mutating func sum(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try concatenation(&builder)
    while isSymbol("+") || isSymbol("-") {
      let operation: BinaryOperator = isSymbol("+") ? .add : .subtract
      position += 1
      let right = try concatenation(&builder)
      left = append(.binary(operation, left, right), from: start, to: &builder)
    }
    return left
  }

  private mutating func concatenation(
    _ builder: inout ProgramBuilder
  ) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try product(&builder)
    while take(symbol: "~") {
      var right = try product(&builder)
      // Jinja2 joins what it knows beforehand to plain text, whatever was said to be safe in it.
      if environment.isExact, builder.isConstant(left), builder.isConstant(right) {
        left = plain(left, from: start, &builder)
        right = plain(right, from: start, &builder)
      }
      left = append(.binary(.concatenate, left, right), from: start, to: &builder)
    }
    return left
  }

  /// The text of a value, as plain text also where it is markup.
  private func plain(
    _ value: Expression.ID, from start: Int, _ builder: inout ProgramBuilder
  ) -> Expression.ID {
    let filter = builder.append(filter: "string") { value, _ throws(Fault) in .string(value.text) }
    return append(
      .filter(value, filter: filter, arguments: builder.noArguments), from: start, to: &builder)
  }

  private mutating func product(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try power(&builder)
    while true {
      let operation: BinaryOperator
      switch current.kind {
      case .symbol("*"): operation = .multiply
      case .symbol("/"): operation = .divide
      case .symbol("//"): operation = .floorDivide
      case .symbol("%"): operation = .modulo
      default: return left
      }
      position += 1
      let right = try power(&builder)
      left = append(.binary(operation, left, right), from: start, to: &builder)
    }
  }

  /// Unlike in Python, a sign before the base belongs to it and a chain goes from left to right.
  private mutating func power(_ builder: inout ProgramBuilder) throws(Finding) -> Expression.ID {
    let start = current.range.lowerBound
    var left = try unary(&builder)
    while take(symbol: "**") {
      let right = try unary(&builder)
      left = append(.binary(.power, left, right), from: start, to: &builder)
    }
    return left
  }

  private mutating func unary(
    _ builder: inout ProgramBuilder, withFilters: Bool = true
  ) throws(Finding) -> Expression.ID {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep }
    let start = current.range.lowerBound
    var value: Expression.ID
    if take(symbol: "-") {
      let operand = try unary(&builder, withFilters: false)
      value = append(.negative(operand), from: start, to: &builder)
    } else if take(symbol: "+") {
      let operand = try unary(&builder, withFilters: false)
      value = append(.positive(operand), from: start, to: &builder)
    } else {
      value = try primary(&builder)
    }
    value = try postfix(value, from: start, &builder)
    if withFilters { value = try filters(value, from: start, &builder) }
    return value
  }
}
