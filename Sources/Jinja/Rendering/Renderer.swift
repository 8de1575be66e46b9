import Diagnostics

extension Program {
  /// Renders the template into `output`.
  ///
  /// A tag that fails is reported and writes nothing, and the rest is rendered, so that all missing values are found in one go. If anything but remarks is returned, the output must be thrown away.
  ///
  /// A `trace` is told of everything that is printed, before it is written.
  ///
  /// - Complexity: linear in the output and the steps taken.
  public func render(
    _ context: ObjectValue, into output: any TemplateOutput, environment: Environment,
    trace: PrintTrace? = nil
  ) -> [Finding] {
    var renderer = Renderer(
      program: self, context: context, output: output, environment: environment, trace: trace)
    renderer.runTemplate()
    renderer.release()
    return renderer.findings + renderer.remarks
  }
}

/// The state of one rendering.
struct Renderer {
  /// Why instructions are passed over.
  enum Signal {
    case breakLoop, continueLoop
  }

  /// A block of one template of a chain that extend each other.
  struct BlockDefinition {
    let program: Program
    let routine: Int32
    let frame: Frame
    let context: ObjectValue
  }

  /// By expression, the shape of the object whose field it read last, and where the field is.
  struct KnownFields {
    private(set) var shapes: [ObjectIdentifier?]
    private(set) var indices: [Int]
    /// Keeps the shapes: another one at the same place in memory would be taken for them.
    private var kept: [ObjectShape?]

    init(count: Int) {
      shapes = Array(repeating: nil, count: count)
      indices = Array(repeating: 0, count: count)
      kept = Array(repeating: nil, count: count)
    }

    mutating func set(_ shape: ObjectShape, _ index: Int, at expression: Int) {
      shapes[expression] = ObjectIdentifier(shape)
      indices[expression] = index
      kept[expression] = shape
    }
  }

  /// After this many findings the rest is the same again.
  static let maximumFindings = 100
  /// Templates, macros and recursive loops inside one another beyond this are refused.
  static let maximumCalls = 80

  let output: any TemplateOutput
  let environment: Environment
  let mode: UndefinedMode
  let trace: PrintTrace?

  /// What is being rendered: a program, the data it sees, its outermost frame, and the frame of the macro or block that runs.
  var program: Program {
    didSet { tables = program.tables.view }
  }
  /// The program that the rendering began with: only its fields are remembered, since others come and go with each inclusion.
  let first: Program
  var fields: KnownFields
  /// The program's own lists.
  private(set) var tables: ProgramTables.View
  var context: ObjectValue
  var top: Frame
  var frame: Frame
  var autoescape: Bool
  var signal: Signal?
  /// How many calls are open.
  var calls = 0
  var findings: [Finding] = []
  /// What somebody should look at; it stops nothing.
  private(set) var remarks: [Finding] = []

  /// The template that the running one extends, from its `{% extends %}` on.
  var parent: Program?
  /// The blocks by name, those of the template that extends the others first.
  var blocks: [String: [BlockDefinition]] = [:]
  /// The blocks that are being rendered, each with its place among those of its name.
  var openBlocks: [(name: String, level: Int)] = []
  /// What the templates of the chain have set at their top.
  var exported: [String: Value] = [:]

  /// Frames that a macro keeps and that keep the macro: emptied at the end, since nothing else would free them.
  var keptFrames: [Frame] = []
  var keptNamespaces: [ObjectIdentifier: NamespaceValue] = [:]

  /// The rows that a text was written from last: to take hold of them for each text would take longer than to write it.
  var keptRows: PackedRows?

  private var stepsLeft: Int
  private var nextLook: Int
  private var didReportSteps = false

  init(
    program: Program, context: ObjectValue, output: any TemplateOutput, environment: Environment,
    trace: PrintTrace?
  ) {
    self.program = program
    first = program
    tables = program.tables.view
    fields = KnownFields(count: program.code.expressions.count)
    self.context = context
    self.output = output
    self.environment = environment
    mode = environment.undefined
    self.trace = trace
    autoescape = environment.autoescape
    stepsLeft = environment.maximumSteps
    nextLook = environment.maximumSteps
    top = Frame([], parent: nil)
    frame = top
    top = makeTop(of: program, context)
    frame = top
  }

  /// The outermost frame of a program, with what its context gives.
  func makeTop(of program: Program, _ context: ObjectValue) -> Frame {
    var slots = program.code.blankSlots
    let places = program.tables.places(of: program.code.free, in: context.shape)
    for (index, (name, slot)) in program.code.free.enumerated() {
      if let place = places[index] {
        slots[Int(slot)] = context.value(at: place)
      } else if let function = environment.functions[name] {
        slots[Int(slot)] = .custom(FunctionValue(name, function))
      } else {
        slots[Int(slot)] = .undefined(Undefined(name, known: context.names))
      }
    }
    return Frame(slots, parent: nil)
  }

  /// Frees what would keep itself alive.
  func release() {
    for frame in keptFrames { frame.slots = [] }
    for namespace in keptNamespaces.values { namespace.clear() }
  }

  var isStopped: Bool { stepsLeft <= 0 || findings.count >= Self.maximumFindings }

  mutating func run(_ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound, signal == nil, !isStopped {
      stepsLeft -= 1
      let instruction = tables.instructions[next]
      next += 1
      do throws(Finding) {
        switch instruction {
        case .constant(let number):
          output.write(constant: tables.constant(number), number: Int(number))
        case .hook(let hook): output.act(hook: hook)
        case .emit(let expression): try emit(expression)
        case .branch(let condition, let otherwise):
          if try !truth(condition) { next = otherwise }
        case .jump(let target): next = target
        case .assign(let target, let expression):
          let mark = trace?.mark
          let value = try evaluate(expression)
          let target = program.code.targets[Int(target)]
          try assign(value, to: target, at: expression)
          if let trace, let mark {
            note(origins(of: expression) + trace.take(from: mark), for: target)
          }
        case .evaluate(let expression): _ = try evaluate(expression)
        case .loop(let index):
          next = program.code.loops[Int(index)].end
          try run(index)
        case .leave(let isBreak): signal = isBreak ? .breakLoop : .continueLoop
        case .scope(let index): fill(program.code.scopes[Int(index)])
        case .capture(let slot, let end):
          let mark = trace?.mark
          beginCapture()
          run(next..<end)
          frame.slots[Int(slot)] = endCapture(escaping: autoescape)
          if let trace, let mark { frame.origins[slot] = trace.take(from: mark) }
          next = end
        case .autoescape(let expression, let end):
          let outer = autoescape
          autoescape = try truth(expression)
          run(next..<end)
          autoescape = outer
          next = end
        case .block(let routine): try renderBlock(routine)
        case .extends(let name): try extend(name)
        case .include(let inclusion): try include(program.code.inclusions[Int(inclusion)])
        case .import(let inclusion): try importNames(program.code.inclusions[Int(inclusion)])
        }
      } catch {
        // The turns of a loop fail alike: said once, it can be mended.
        if !findings.contains(error) { findings.append(error) }
        if case .emit(let expression) = instruction { show(error, at: expression) }
        if case .branch(_, let otherwise) = instruction { next = otherwise }
        if case .autoescape(_, let end) = instruction { next = end }
      }
      if stepsLeft < nextLook || stepsLeft <= 0 { look(instruction) }
    }
  }

  private mutating func emit(_ expression: Expression.ID) throws(Finding) {
    if trace == nil, emitText(expression) { return }
    let mark = trace?.mark
    let value = try evaluate(expression)
    if case .undefined(let undefined) = value {
      if mode == .strict { throw missing(undefined, at: expression) }
      return
    }
    if let trace, let mark {
      trace.add(
        value, at: span(expression), of: program.name,
        from: origins(of: expression) + trace.take(from: mark))
    }
    do throws(Fault) {
      try output.write(value, at: span(expression).tag, escaping: autoescape)
    } catch {
      throw finding(error, at: expression)
    }
  }

  /// Leaves a mark in a traced document where a tag has failed.
  private func show(_ finding: Finding, at expression: Expression.ID) {
    guard let trace else { return }
    let value = Value.custom(FailedValue(finding.message))
    trace.add(value, at: span(expression), of: program.name, from: [])
    // What cannot be written there either is missing, and was told.
    try? output.write(value, at: span(expression).tag, escaping: autoescape)
  }

  mutating func assign(
    _ value: Value, to target: AssignmentTarget, at expression: Expression.ID
  ) throws(Finding) {
    switch target {
    case .slot(let slot): frame.slots[Int(slot)] = value
    case .attribute(let base, let name): try assign(value, to: name, of: base)
    case .list(let targets):
      if case .undefined(let undefined) = value { throw missing(undefined, at: expression) }
      if value.isUnknown {
        for target in targets { try assign(value, to: target, at: expression) }
        return
      }
      guard let items = value.items, items.count == targets.count else {
        throw finding(
          Fault(
            "E122",
            Message(
              kk: "бұл жерде ұзындығы \(targets.count) болатын тізім керек",
              ru: "здесь нужен список ровно такой длины: \(targets.count)",
              en: "a list of exactly this length is needed here: \(targets.count)")),
          at: expression)
      }
      for (target, item) in zip(targets, items) { try assign(item, to: target, at: expression) }
    }
  }

  /// Fills the slots of a scope with the values that their names have outside it.
  func fill(_ inherited: [ProgramCode.Inheritance]) {
    for inheritance in inherited {
      frame.slots[Int(inheritance.slot)] = slot(at: inheritance.outer)
      guard trace != nil else { continue }
      let outer = inheritance.outer
      frame.origins[inheritance.slot] = origins(of: outer.slot, in: frame(outer.level))
    }
  }

  func slot(at address: ProgramCode.Address) -> Value {
    frame(address.level).slots[Int(address.slot)]
  }

  /// The frame so many frames further out.
  func frame(_ level: Int32) -> Frame {
    var frame = frame
    for _ in 0..<level { frame = frame.parent ?? frame }
    return frame
  }

  // MARK: Captures

  func beginCapture() {
    trace?.beginCapture()
    output.beginCapture()
  }

  func endCapture(escaping: Bool) -> Value {
    trace?.endCapture()
    return output.endCapture(escaping: escaping)
  }

  // MARK: Limits

  /// Spends a step of the budget; evaluating long expressions counts as well as instructions.
  mutating func spendStep() { stepsLeft -= 1 }

  /// Spends steps for a value that took its length to make.
  mutating func spend(on value: Value) {
    switch value {
    case .string(let text), .markup(let text): stepsLeft -= text.utf8.count >> 6
    case .array(let items), .tuple(let items): stepsLeft -= items.count >> 4
    case .object(let object): stepsLeft -= object.count >> 4
    default: break
    }
  }

  mutating func spend(_ steps: Int) { stepsLeft -= steps }

  /// Looks at the clock, and reports where the budget is used up.
  private mutating func look(_ instruction: ProgramCode.Instruction) {
    nextLook = stepsLeft - 10_000
    let isLate = stepsLeft > 0 && environment.isOutOfTime?() == true
    if isLate { stepsLeft = 0 }
    guard stepsLeft <= 0, !didReportSteps else { return }
    didReportSteps = true
    let place: Span
    switch instruction {
    case .emit(let expression), .branch(let expression, _), .assign(_, let expression),
      .evaluate(let expression), .autoescape(let expression, _), .extends(let expression):
      place = span(expression)
    case .loop(let loop): place = span(program.code.loops[Int(loop)].items)
    default: place = Span(tag: 0, range: 0..<0)
    }
    let message =
      isLate
      ? Message(
        kk: "үлгіні толтыруға берілген уақыт бітті", ru: "время на заполнение шаблона вышло",
        en: "the time for filling the template is up")
      : Message(
        kk: "үлгі рұқсат етілгеннен көп қадам жасады",
        ru: "шаблон превысил допустимое число шагов",
        en: "the template took more steps than allowed")
    findings.append(
      Finding(
        .runtime, isLate ? "E133" : "E130", message, at: [place], template: program.name))
  }

  // MARK: Findings

  func span(_ expression: Expression.ID) -> Span { tables.spans[Int(expression)] }

  func missing(_ undefined: Undefined, at expression: Expression.ID) -> Finding {
    finding(undefined.fault, at: expression)
  }

  func finding(_ fault: Fault, at expression: Expression.ID) -> Finding {
    fault.at(span(expression), template: program.name)
  }

  /// Says once what somebody should look at in a result.
  mutating func add(_ remark: Fault, at expression: Expression.ID) {
    let finding = remark.at(span(expression), template: program.name, isRemark: true)
    guard remarks.count < Self.maximumFindings, !remarks.contains(finding) else { return }
    remarks.append(finding)
  }

  func located<Result>(
    _ id: Expression.ID, _ body: () throws(Fault) -> Result
  ) throws(Finding) -> Result {
    do throws(Fault) {
      return try body()
    } catch {
      throw finding(error, at: id)
    }
  }
}
