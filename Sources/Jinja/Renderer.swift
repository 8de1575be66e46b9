import Diagnostics

extension Program {
  /// Renders the template into `output`.
  ///
  /// A tag that fails is reported and writes nothing, and the rest is rendered, so that all missing values are found in one go. If anything is returned, the output must be thrown away.
  ///
  /// - Complexity: linear in the output and the steps taken.
  public func render(
    _ context: ObjectValue, into output: any TemplateOutput, environment: Environment
  ) -> [Finding] {
    var renderer = Renderer(
      program: self, context: context, output: output, environment: environment)
    renderer.run(0..<instructions.count)
    return renderer.findings
  }
}

/// The state of one rendering.
struct Renderer {
  /// One run through a list.
  struct LoopState {
    let items: [Value]
    var index = 0
    let depth: Int
    /// What `loop.changed` was given last.
    var watched: [Value]?
  }

  /// After this many findings the rest is the same again.
  static let maximumFindings = 100

  let program: Program
  let output: any TemplateOutput
  let mode: UndefinedMode
  var slots: [Value]
  var loops: [LoopState] = []
  var findings: [Finding] = []
  private var stepsLeft: Int
  private var didReportSteps = false

  init(
    program: Program, context: ObjectValue, output: any TemplateOutput, environment: Environment
  ) {
    self.program = program
    self.output = output
    mode = environment.undefined
    stepsLeft = environment.maximumSteps
    slots = program.slotNames.map { .undefined(Undefined($0)) }
    for (name, slot) in program.free {
      slots[Int(slot)] = context[name] ?? .undefined(Undefined(name, known: context.names))
    }
  }

  private var isStopped: Bool { stepsLeft <= 0 || findings.count >= Self.maximumFindings }

  mutating func run(_ range: Range<Int>) {
    var next = range.lowerBound
    while next < range.upperBound, !isStopped {
      stepsLeft -= 1
      let instruction = program.instructions[next]
      next += 1
      do throws(Finding) {
        switch instruction {
        case .constant(let range): output.write(constant: program.constants[range])
        case .hook(let hook): output.act(hook: hook)
        case .emit(let expression): try emit(expression)
        case .branch(let condition, let otherwise):
          if try !truth(condition) { next = otherwise }
        case .jump(let target): next = target
        case .assign(let target, let expression):
          let value = try evaluate(expression)
          try assign(value, to: program.targets[Int(target)], at: expression)
        case .loop(let index):
          let loop = program.loops[Int(index)]
          next = loop.end
          try run(loop)
        }
      } catch {
        // The turns of a loop fail alike: said once, it can be mended.
        if !findings.contains(error) { findings.append(error) }
        if case .branch(_, let otherwise) = instruction { next = otherwise }
      }
      if stepsLeft <= 0, !didReportSteps { reportSteps(instruction) }
    }
  }

  private mutating func emit(_ expression: Expression.ID) throws(Finding) {
    let value = try evaluate(expression)
    if case .undefined(let undefined) = value {
      if mode == .strict { throw missing(undefined, at: expression) }
      return
    }
    do throws(Fault) {
      try output.write(value, at: span(expression).tag, escaping: false)
    } catch {
      throw error.at(span(expression))
    }
  }

  private mutating func run(_ loop: Program.Loop) throws(Finding) {
    let source = try defined(loop.items)
    guard var items = source.items else {
      if case .undefined = source { return run(loop.body.upperBound..<loop.end) }
      throw Fault.type(of: source, in: "for").at(span(loop.items))
    }
    if let condition = loop.condition {
      var kept: [Value] = []
      for item in items {
        guard !isStopped else { return }
        try assign(item, to: loop.target, at: loop.items)
        if try truth(condition) { kept.append(item) }
      }
      items = kept
    }
    guard !items.isEmpty else { return run(loop.body.upperBound..<loop.end) }
    loops.append(LoopState(items: items, depth: loops.count + 1))
    defer { loops.removeLast() }
    for index in items.indices {
      guard !isStopped else { return }
      loops[loops.count - 1].index = index
      try assign(items[index], to: loop.target, at: loop.items)
      for (slot, outer) in loop.inherited { slots[Int(slot)] = slots[Int(outer)] }
      run(loop.body)
    }
  }

  private mutating func assign(
    _ value: Value, to target: AssignmentTarget, at expression: Expression.ID
  ) throws(Finding) {
    switch target {
    case .slot(let slot): slots[Int(slot)] = value
    case .list(let targets):
      guard let items = value.items, items.count == targets.count else {
        throw Fault(
          "E122",
          Message(
            kk: "бұл жерде ұзындығы \(targets.count) болатын тізім керек",
            ru: "здесь нужен список ровно такой длины: \(targets.count)",
            en: "a list of exactly this length is needed here: \(targets.count)")
        ).at(span(expression))
      }
      for (target, item) in zip(targets, items) { try assign(item, to: target, at: expression) }
    }
  }

  private mutating func reportSteps(_ instruction: Program.Instruction) {
    didReportSteps = true
    let place: Span
    switch instruction {
    case .emit(let expression), .branch(let expression, _), .assign(_, let expression):
      place = span(expression)
    case .loop(let loop): place = span(program.loops[Int(loop)].items)
    default: place = program.spans.first ?? Span(tag: 0, range: 0..<0)
    }
    findings.append(
      Finding(
        .runtime, "E130",
        Message(
          kk: "үлгі рұқсат етілгеннен көп қадам жасады",
          ru: "шаблон превысил допустимое число шагов",
          en: "the template took more steps than allowed"), at: [place]))
  }

  /// Spends a step of the budget; evaluating long expressions counts as well as instructions.
  mutating func spendStep() { stepsLeft -= 1 }

  func span(_ expression: Expression.ID) -> Span { program.spans[Int(expression)] }

  func missing(_ undefined: Undefined, at expression: Expression.ID) -> Finding {
    undefined.fault.at(span(expression))
  }
}
