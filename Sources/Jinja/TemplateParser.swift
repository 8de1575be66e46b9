import Diagnostics

extension Program {
  /// Compiles a template.
  ///
  /// Never throws: a tag that cannot be understood is reported and left out, and the rest is read on, so that all mistakes are found in one go. A program with an error among its findings must not be rendered.
  public static func compile(
    _ source: TemplateSource, environment: Environment
  ) -> (program: Program, findings: [Finding]) {
    var parser = TemplateParser(source: source, environment: environment)
    return parser.parse()
  }
}

/// Turns segments into instructions, tag by tag.
struct TemplateParser {
  /// Blocks inside one another beyond this are refused.
  static let maximumNesting = 100

  let source: TemplateSource
  let environment: Environment
  private var builder = ProgramBuilder()
  private var findings: [Finding] = []
  private var blocks: [Block] = []
  private var segment = 0

  /// A block that waits for its end.
  private struct Block {
    enum Kind { case condition, loop }

    let kind: Kind
    let opening: Int
    var loop: Int32 = 0
    var hasElse = false
    /// The branch that still has to learn where to go on.
    var pendingBranch: Int?
    /// Jumps that lead behind the block.
    var exits: [Int] = []
  }

  init(source: TemplateSource, environment: Environment) {
    self.source = source
    self.environment = environment
  }

  mutating func parse() -> (program: Program, findings: [Finding]) {
    builder.program.constants = source.constants
    while segment < source.segments.count {
      switch source.segments[segment] {
      case .constant(let range): emit(.constant(range))
      case .hook(let hook): emit(.hook(hook))
      case .tag(let index):
        do throws(Finding) {
          try tag(index)
        } catch {
          findings.append(error)
        }
      }
      segment += 1
    }
    for block in blocks {
      let name = block.kind == .loop ? "for" : "if"
      findings.append(
        Finding(
          .syntax, "E105",
          Message(
            kk: "`\(name)` блогы жабылмаған: `end\(name)` жоқ",
            ru: "блок `\(name)` не закрыт: нет `end\(name)`",
            en: "the block `\(name)` is not closed: there is no `end\(name)`"),
          at: [whole(block.opening)]))
    }
    return (builder.finish(), findings)
  }

  private mutating func tag(_ index: Int) throws(Finding) {
    let tag = source.tags[index]
    switch tag.kind {
    case .comment: return
    case .output:
      var parser = ExpressionParser(tag.text, tag: index, environment: environment)
      if let problem = parser.problem { throw problem }
      guard !parser.isAtEnd else {
        throw parser.expected(Message(kk: "өрнек", ru: "выражение", en: "an expression"))
      }
      let value = try parser.expressionOrTuple(&builder)
      try parser.expectEnd()
      try check(value)
      emit(.emit(value))
    case .statement: try statement(index)
    }
  }

  private mutating func statement(_ index: Int) throws(Finding) {
    var parser = ExpressionParser(source.tags[index].text, tag: index, environment: environment)
    // The statement is read as far as it goes even so: a block that is not opened would make its end an error, too.
    do throws(Finding) {
      try statement(&parser, index)
    } catch {
      throw parser.problem ?? error
    }
    if let problem = parser.problem { throw problem }
  }

  private mutating func statement(
    _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    guard case .name(let keyword) = parser.current.kind else {
      throw parser.expected(
        Message(kk: "нұсқау атауы", ru: "название инструкции", en: "a statement's name"))
    }
    let place = Span(tag: index, range: parser.current.range)
    parser.position += 1
    switch keyword {
    case "if": try openCondition(&parser, index)
    case "elif": try alternative(&parser, index, keyword)
    case "else": try otherwise(&parser, index)
    case "for": try openLoop(&parser, index)
    case "endif": try close(.condition, &parser, index)
    case "endfor": try close(.loop, &parser, index)
    case "set": try set(&parser)
    default:
      throw Finding(
        .syntax, "E104",
        Message(
          kk: "белгісіз нұсқау: `\(keyword)`", ru: "неизвестная инструкция: `\(keyword)`",
          en: "unknown statement `\(keyword)`"), at: [place],
        hint: Spelling.hint(for: keyword, among: Self.keywords))
    }
  }

  private static let keywords = ["if", "elif", "else", "endif", "for", "endfor", "set"]

  // MARK: Conditions

  private mutating func openCondition(
    _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    try checkNesting(index)
    // The block is opened even where its condition is wrong, or its end would be reported too.
    blocks.append(Block(kind: .condition, opening: index))
    try branch(&parser)
  }

  private mutating func branch(_ parser: inout ExpressionParser) throws(Finding) {
    let condition = try parser.expressionOrTuple(&builder)
    try check(condition)
    try parser.expectEnd()
    blocks[blocks.count - 1].pendingBranch = builder.program.instructions.count
    emit(.branch(condition, otherwise: 0))
  }

  private mutating func alternative(
    _ parser: inout ExpressionParser, _ index: Int, _ keyword: String
  ) throws(Finding) {
    guard let block = blocks.last, block.kind == .condition, !block.hasElse else {
      throw stray(keyword, index)
    }
    try checkContainer(index, block)
    endBranch()
    try branch(&parser)
  }

  private mutating func otherwise(
    _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    guard let block = blocks.last, !block.hasElse else { throw stray("else", index) }
    try parser.expectEnd()
    try checkContainer(index, block)
    blocks[blocks.count - 1].hasElse = true
    switch block.kind {
    case .condition: endBranch()
    case .loop: endBody(block.loop)
    }
  }

  /// Leaves the block at the end of a branch that was taken, and lets the one that was not go on here.
  private mutating func endBranch() {
    let last = blocks.count - 1
    blocks[last].exits.append(builder.program.instructions.count)
    emit(.jump(0))
    if let branch = blocks[last].pendingBranch { patch(branch) }
    blocks[last].pendingBranch = nil
  }

  // MARK: Loops

  private mutating func openLoop(
    _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    try checkNesting(index)
    var names: Names?
    var items: Expression.ID?
    var problem: Finding?
    do throws(Finding) {
      names = try self.names(&parser)
      guard parser.take(name: "in") else { throw parser.expected("`in`") }
      items = try parser.expressionOrTuple(&builder, withConditions: false)
      if let items { try check(items) }
    } catch {
      problem = error
    }
    builder.scopes.open()
    let target = names.map { declare($0, from: items) } ?? .list([])
    var condition: Expression.ID?
    if problem == nil {
      do throws(Finding) {
        if parser.take(name: "if") {
          condition = try parser.expression(&builder)
          if let condition { try check(condition) }
        }
        try parser.expectEnd()
      } catch {
        problem = error
      }
    }
    let loop = Int32(builder.program.loops.count)
    emit(.loop(loop))
    let start = builder.program.instructions.count
    builder.program.loops.append(
      Program.Loop(
        items: items ?? 0, target: target, condition: condition, inherited: [],
        body: start..<start, end: start))
    blocks.append(Block(kind: .loop, opening: index, loop: loop))
    if let problem { throw problem }
  }

  /// The names before `in`, before they have slots.
  private indirect enum Names {
    case one(String)
    case several([Names])
  }

  private mutating func names(
    _ parser: inout ExpressionParser, depth: Int = 0
  ) throws(Finding) -> Names {
    guard depth <= Self.maximumNesting else { throw parser.tooDeep }
    var items: [Names] = []
    var isList = false
    repeat {
      if parser.take(symbol: "(") {
        items.append(try names(&parser, depth: depth + 1))
        try parser.expect(symbol: ")")
      } else {
        items.append(.one(try parser.identifier()))
      }
      guard parser.isSymbol(",") else { break }
      isList = true
    } while parser.take(symbol: ",") && !parser.isName("in") && !parser.isSymbol("=")
      && !parser.isSymbol(")")
    return isList || items.count != 1 ? .several(items) : items[0]
  }

  private mutating func declare(_ names: Names, from items: Expression.ID?) -> AssignmentTarget {
    switch names {
    case .one(let name):
      let slot = builder.scopes.declare(name)
      if let items { builder.note(slot, holds: items) }
      return .slot(slot)
    case .several(let names): return .list(names.map { declare($0, from: items) })
    }
  }

  private mutating func endBody(_ loop: Int32) {
    let index = Int(loop)
    builder.program.loops[index].inherited = builder.scopes.close()
    let start = builder.program.loops[index].body.lowerBound
    builder.program.loops[index].body = start..<builder.program.instructions.count
  }

  // MARK: Assignments

  private mutating func set(_ parser: inout ExpressionParser) throws(Finding) {
    let names = try names(&parser)
    try parser.expect(symbol: "=")
    let value = try parser.expressionOrTuple(&builder)
    try check(value)
    try parser.expectEnd()
    let target = assign(names, value)
    emit(.assign(builder.append(target: target), value))
  }

  private mutating func assign(_ names: Names, _ value: Expression.ID) -> AssignmentTarget {
    switch names {
    case .one(let name):
      let slot = builder.scopes.assign(name)
      builder.noteAssignment(to: slot)
      builder.note(slot, holds: value)
      return .slot(slot)
    case .several(let names): return .list(names.map { assign($0, value) })
    }
  }

  // MARK: Ends

  private mutating func close(
    _ kind: Block.Kind, _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    guard let block = blocks.last, block.kind == kind else {
      throw stray(kind == .loop ? "endfor" : "endif", index)
    }
    try parser.expectEnd()
    blocks.removeLast()
    switch kind {
    case .condition:
      if let branch = block.pendingBranch { patch(branch) }
      for exit in block.exits { patch(exit) }
    case .loop:
      if !block.hasElse { endBody(block.loop) }
      builder.program.loops[Int(block.loop)].end = builder.program.instructions.count
    }
    try checkContainer(index, block)
  }

  private func stray(_ keyword: String, _ index: Int) -> Finding {
    guard let block = blocks.last else {
      return Finding(
        .syntax, "E105",
        Message(
          kk: "`\(keyword)` артық: бұл жерде ашық блок жоқ",
          ru: "лишнее `\(keyword)`: здесь нет открытого блока",
          en: "`\(keyword)` ends nothing: no block is open here"), at: [whole(index)])
    }
    return Finding(
      .syntax, "E105",
      Message(
        kk: "`\(keyword)` осы жерде ашық тұрған блокқа сәйкес келмейді",
        ru: "`\(keyword)` не подходит к блоку, который здесь открыт",
        en: "`\(keyword)` does not belong to the block that is open here"),
      at: [whole(index), whole(block.opening)])
  }

  private func checkContainer(_ index: Int, _ block: Block) throws(Finding) {
    guard source.tags[index].container != source.tags[block.opening].container else { return }
    throw Finding(
      .syntax, "E110",
      Message(
        kk: "блоктың басы мен соңы құжаттың әртүрлі деңгейінде тұр",
        ru: "начало и конец блока стоят на разных уровнях документа",
        en: "the block begins and ends at different levels of the document"),
      at: [whole(index), whole(block.opening)],
      hint: Message(
        kk:
          "екі тегті де бірдей орынға қойыңыз: екеуі де абзац ішінде, бөлек абзацтарда (`{%p`) немесе бөлек жолдарда (`{%tr`)",
        ru:
          "поставьте оба тега одинаково: внутри абзацев, отдельными абзацами (`{%p`) или отдельными строками таблицы (`{%tr`)",
        en:
          "put both tags in like places: within paragraphs, in paragraphs of their own (`{%p`) or in rows of their own (`{%tr`)"
      ))
  }

  /// Refuses an expression that would go too deep when it runs.
  private func check(_ expression: Expression.ID) throws(Finding) {
    guard !builder.isTooDeep(expression) else {
      throw ExpressionParser.tooDeep(at: builder.program.spans[Int(expression)])
    }
  }

  private func checkNesting(_ index: Int) throws(Finding) {
    guard blocks.count >= Self.maximumNesting else { return }
    throw Finding(
      .syntax, "E108",
      Message(
        kk: "блоктар тым терең енгізілген", ru: "слишком глубокая вложенность блоков",
        en: "blocks are nested too deeply"), at: [whole(index)])
  }

  private func whole(_ index: Int) -> Span {
    Span(tag: index, range: 0..<source.tags[index].text.count)
  }

  private mutating func emit(_ instruction: Program.Instruction) {
    builder.program.instructions.append(instruction)
  }

  /// Lets the branch or jump at `index` go on at the next instruction.
  private mutating func patch(_ index: Int) {
    let next = builder.program.instructions.count
    switch builder.program.instructions[index] {
    case .branch(let condition, _):
      builder.program.instructions[index] = .branch(condition, otherwise: next)
    case .jump: builder.program.instructions[index] = .jump(next)
    default: preconditionFailure("only branches and jumps wait for their target")
    }
  }
}
