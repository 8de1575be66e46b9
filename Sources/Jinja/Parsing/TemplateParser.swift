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
  var builder = ProgramBuilder()
  var findings: [Finding] = []
  var openings: [Opening] = []
  private var segment = 0

  /// A statement that waits for its end.
  struct Opening {
    enum Kind: String {
      case condition = "if"
      case loop = "for"
      case macro, call, filter, set, with, block, autoescape
    }

    let kind: Kind
    let tag: Int
    var hasElse = false
    /// The branch that still has to learn where to go on.
    var pendingBranch: Int?
    /// Jumps that lead behind the block.
    var exits: [Int] = []
    /// The index of the loop or routine.
    var index: Int32 = 0
    /// The instruction that has to learn where the block ends.
    var start = 0
    /// What is to be evaluated at the end: the call, or the filters of a captured text.
    var expression: Expression.ID?
    var target: AssignmentTarget?
    var name: String?
  }

  init(source: TemplateSource, environment: Environment) {
    self.source = source
    self.environment = environment
  }

  mutating func parse() -> (program: Program, findings: [Finding]) {
    builder.program.constants = source.constants
    while segment < source.segments.count {
      switch source.segments[segment] {
      case .constant(let range):
        emit(.constant(Int32(builder.program.constantRanges.count)))
        builder.program.constantRanges.append(range)
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
    for opening in openings {
      let name = opening.kind.rawValue
      findings.append(
        Finding(
          .syntax, "E105",
          Message(
            kk: "`\(name)` блогы жабылмаған: `end\(name)` жоқ",
            ru: "блок `\(name)` не закрыт: нет `end\(name)`",
            en: "the block `\(name)` is not closed: there is no `end\(name)`"),
          at: [whole(opening.tag)]))
    }
    return (Program(builder.finish()), findings)
  }

  private mutating func tag(_ index: Int) throws(Finding) {
    let tag = source.tags[index]
    switch tag.kind {
    case .comment: return
    case .output:
      var parser = parser(index)
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

  private func parser(_ index: Int) -> ExpressionParser {
    ExpressionParser(
      source.tags[index].text, tag: index, environment: environment,
      isConditional: openings.contains { $0.kind == .condition })
  }

  private mutating func statement(_ index: Int) throws(Finding) {
    var parser = parser(index)
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
    case "set": try set(&parser, index)
    case "with": try openWith(&parser, index)
    case "macro": try openMacro(&parser, index)
    case "call": try openCall(&parser, index)
    case "filter": try openFilter(&parser, index)
    case "block": try openBlock(&parser, index)
    case "autoescape": try openAutoescape(&parser, index)
    case "include": try include(&parser, index)
    case "import": try importModule(&parser, index)
    case "from": try importNames(&parser, index)
    case "extends": try extends(&parser, index)
    case "do" where environment.hasExtensions: try evaluate(&parser)
    case "break" where environment.hasExtensions, "continue" where environment.hasExtensions:
      try leave(&parser, index, keyword)
    case let word where Self.ends[word] != nil:
      if let kind = Self.ends[word] { try close(kind, &parser, index) }
    default:
      throw Finding(
        .syntax, "E104",
        Message(
          kk: "белгісіз нұсқау: `\(keyword)`", ru: "неизвестная инструкция: `\(keyword)`",
          en: "unknown statement `\(keyword)`"), at: [place],
        hint: Spelling.hint(for: keyword, among: keywords))
    }
  }

  private static let ends: [String: Opening.Kind] = [
    "endif": .condition, "endfor": .loop, "endmacro": .macro, "endcall": .call,
    "endfilter": .filter, "endset": .set, "endwith": .with, "endblock": .block,
    "endautoescape": .autoescape,
  ]

  private var keywords: [String] {
    [
      "if", "elif", "else", "for", "set", "with", "macro", "call", "filter", "block", "autoescape",
      "include", "import", "from", "extends", "raw", "endraw",
    ] + Self.ends.keys.sorted() + (environment.hasExtensions ? ["do", "break", "continue"] : [])
  }

  // MARK: Blocks

  /// Opens a block even where its tag is wrong, or its end would be reported too.
  mutating func open(_ kind: Opening.Kind, _ index: Int) throws(Finding) {
    guard openings.count < Self.maximumNesting else {
      throw Finding(
        .syntax, "E108",
        Message(
          kk: "блоктар тым терең енгізілген", ru: "слишком глубокая вложенность блоков",
          en: "blocks are nested too deeply"), at: [whole(index)])
    }
    openings.append(Opening(kind: kind, tag: index))
  }

  /// The innermost block that is open, to be changed in place.
  var opening: Opening {
    get { openings[openings.count - 1] }
    set { openings[openings.count - 1] = newValue }
  }

  private mutating func close(
    _ kind: Opening.Kind, _ parser: inout ExpressionParser, _ index: Int
  ) throws(Finding) {
    guard let block = openings.last, block.kind == kind else {
      throw stray("end\(kind.rawValue)", index)
    }
    if kind == .block, let name = block.name { _ = parser.take(name: name) }
    try parser.expectEnd()
    openings.removeLast()
    switch kind {
    case .condition: closeCondition(block)
    case .loop: closeLoop(block)
    case .macro, .call, .block: closeRoutine(block)
    case .filter, .set: closeCapture(block)
    case .with: builder.program.scopes[Int(block.index)] = builder.scopes.close()
    case .autoescape: closeAutoescape(block)
    }
    try checkContainer(index, block.tag)
  }

  func stray(_ keyword: String, _ index: Int) -> Finding {
    guard let block = openings.last else {
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
      at: [whole(index), whole(block.tag)])
  }

  func checkContainer(_ index: Int, _ opening: Int) throws(Finding) {
    guard source.tags[index].container != source.tags[opening].container else { return }
    throw Finding(
      .syntax, "E110",
      Message(
        kk: "блоктың басы мен соңы құжаттың әртүрлі деңгейінде тұр",
        ru: "начало и конец блока стоят на разных уровнях документа",
        en: "the block begins and ends at different levels of the document"),
      at: [whole(index), whole(opening)],
      hint: Message(
        kk:
          "екі тегті де бірдей орынға қойыңыз: екеуі де абзац ішінде, бөлек абзацтарда (`{%p`) немесе бөлек жолдарда (`{%tr`)",
        ru:
          "поставьте оба тега одинаково: внутри абзацев, отдельными абзацами (`{%p`) или отдельными строками таблицы (`{%tr`)",
        en:
          "put both tags in like places: within paragraphs, in paragraphs of their own (`{%p`) or in rows of their own (`{%tr`)"
      ))
  }

  // MARK: Instructions

  /// Refuses an expression that would go too deep when it runs.
  func check(_ expression: Expression.ID) throws(Finding) {
    guard !builder.isTooDeep(expression) else {
      throw ExpressionParser.tooDeep(at: builder.program.spans[Int(expression)])
    }
  }

  func whole(_ index: Int) -> Span {
    Span(tag: index, range: 0..<source.tags[index].text.count)
  }

  mutating func emit(_ instruction: ProgramCode.Instruction) {
    builder.program.instructions.append(instruction)
  }

  /// Lets the instruction at `index` go on at, or end before, the next instruction.
  mutating func patch(_ index: Int) {
    let next = builder.program.instructions.count
    switch builder.program.instructions[index] {
    case .branch(let condition, _):
      builder.program.instructions[index] = .branch(condition, otherwise: next)
    case .jump: builder.program.instructions[index] = .jump(next)
    case .capture(let slot, _):
      builder.program.instructions[index] = .capture(slot: slot, end: next)
    case .autoescape(let on, _): builder.program.instructions[index] = .autoescape(on, end: next)
    default: preconditionFailure("only branches, jumps and captures wait for their target")
    }
  }
}
