import Diagnostics

/// Calls: macros, functions, methods, and the values that methods change in place.
extension Renderer {
  mutating func call(
    _ callee: Expression.ID, _ arguments: Int32, at id: Expression.ID
  ) throws(Finding) -> Value {
    let value = try evaluate(callee)
    if case .undefined(let undefined) = value {
      guard let name = program.name(of: callee), !context.has(name) else {
        throw missing(undefined, at: callee)
      }
      throw finding(.unknownFunction(name, among: environment.functions.keys), at: callee)
    }
    return try call(
      value, try self.arguments(arguments, of: path(of: callee), mayBeUndefined: true), at: id)
  }

  private mutating func call(
    _ value: Value, _ arguments: Arguments, at id: Expression.ID
  ) throws(Finding) -> Value {
    if case .custom(let custom) = value {
      if let macro = custom as? Macro { return try invoke(macro, arguments, at: id) }
      if let state = custom as? LoopState { return try recur(state, arguments, at: id) }
      if let unknown = custom.isUnknown ? value : arguments.unknown { return unknown }
      let result = try located(id) { () throws(Fault) in try custom.call(arguments) }
      if let result {
        spend(on: result)
        return result
      }
    }
    throw finding(
      Fault(
        "E107",
        Message(
          kk: "бұл мәнді шақыруға болмайды: \(value.typeName.kk)",
          ru: "это значение нельзя вызвать: \(value.typeName.ru)",
          en: "this value cannot be called: \(value.typeName.en)")), at: id)
  }

  mutating func enterCall(at id: Expression.ID) throws(Finding) {
    guard calls < Self.maximumCalls else {
      throw finding(
        Fault(
          "E108",
          Message(
            kk: "шақырулар тым терең енгізілген", ru: "слишком глубокая вложенность вызовов",
            en: "calls are nested too deeply")), at: id)
    }
    calls += 1
  }

  // MARK: Macros

  mutating func invoke(
    _ macro: Macro, _ arguments: Arguments, at id: Expression.ID
  ) throws(Finding) -> Value {
    let routine = macro.definition
    var slots = routine.blankSlots
    var named = arguments.named
    var missing: [ProgramCode.Routine.Parameter] = []
    for (index, parameter) in routine.parameters.enumerated() {
      let position = named.firstIndex { $0.name == parameter.name }
      if index < arguments.positional.count {
        guard position == nil else { throw finding(.arguments(of: routine.name), at: id) }
        slots[Int(parameter.slot)] = arguments.positional[index]
      } else if let position {
        slots[Int(parameter.slot)] = named.remove(at: position).value
      } else {
        missing.append(parameter)
      }
    }
    if let slot = routine.caller {
      let position = named.firstIndex { $0.name == "caller" }
      slots[Int(slot)] =
        position.map { named.remove(at: $0).value } ?? .undefined(Undefined("caller"))
    }
    let extra = arguments.positional.dropFirst(routine.parameters.count)
    guard extra.isEmpty || routine.varargs != nil, named.isEmpty || routine.kwargs != nil else {
      throw finding(.arguments(of: routine.name), at: id)
    }
    if let slot = routine.varargs { slots[Int(slot)] = .tuple(Array(extra)) }
    if let slot = routine.kwargs {
      slots[Int(slot)] = .object(ObjectValue(named.map { ($0.name, $0.value) }))
    }
    try enterCall(at: id)
    defer { calls -= 1 }
    return run(macro, Frame(slots, parent: macro.frame), missing)
  }

  /// Runs the body of a macro, and gives what it writes.
  private mutating func run(
    _ macro: Macro, _ called: Frame, _ missing: [ProgramCode.Routine.Parameter]
  ) -> Value {
    let outer = (program, context, frame, top)
    let routine = macro.definition
    let isForeign = macro.program !== program
    frame = called
    if isForeign {
      program = macro.program
      context = macro.context
      output.enter(program.unit, at: nil)
    }
    fill(routine.inherited)
    for parameter in missing {
      guard let value = parameter.missing else {
        frame.slots[Int(parameter.slot)] = .undefined(.parameter(parameter.name, of: routine.name))
        continue
      }
      do throws(Finding) {
        frame.slots[Int(parameter.slot)] = try evaluate(value)
      } catch {
        if !findings.contains(error) { findings.append(error) }
      }
    }
    beginCapture()
    run(routine.body)
    let result = endCapture(escaping: autoescape)
    if isForeign { leave() }
    (program, context, frame, top) = outer
    return result
  }

  /// Goes back to the template that was left off, where nothing was written outside a capture.
  func leave() {
    do throws(Fault) {
      try output.leave()
    } catch {
      preconditionFailure("what was captured is not written when its template is left")
    }
  }

  /// The macro that a routine is where it is defined.
  mutating func closure(_ routine: Int32) -> Value {
    if keptFrames.last !== frame { keptFrames.append(frame) }
    return .custom(Macro(program, routine, in: frame, context))
  }

  // MARK: Methods

  mutating func callMethod(
    _ base: Expression.ID, _ name: String, _ arguments: Int32, at id: Expression.ID
  ) throws(Finding) -> Value {
    if Value.mutatingMethods.contains(name),
      let result = try mutate(base, name, arguments, at: id)
    {
      return result
    }
    let value = try defined(base)
    let list = try self.arguments(
      arguments, of: name, mayBeUndefined: value.attribute(name) != nil)
    if let unknown = value.isUnknown ? value : list.unknown { return unknown }
    switch value {
    case .custom(let custom):
      if let member = custom.attribute(name) { return try call(member, list, at: id) }
      let result = try located(id) { () throws(Fault) in try custom.call(name, list) }
      if let result { return result }
    default: break
    }
    if case .object(let object) = value, !Value.hasMethod(name, value), let member = object[name] {
      return try call(member, list, at: id)
    }
    let result = try located(id) { () throws(Fault) in try value.call(name, list) }
    spend(on: result)
    return result
  }

  /// Calls a method that changes its list or mapping, and puts the changed one where it came from; `nil` for values that it does not change.
  private mutating func mutate(
    _ base: Expression.ID, _ name: String, _ arguments: Int32, at id: Expression.ID
  ) throws(Finding) -> Value? {
    var changed = try defined(base)
    switch changed {
    case .array, .object: break
    default: return nil
    }
    let list = try self.arguments(arguments, of: name)
    for argument in list.positional + list.named.map(\.value) {
      try checkNesting(of: argument, at: id)
    }
    // Nothing else holds the list while it changes, so that adding to it does not copy it.
    if case .variable(let level, let slot, _) = program.code.expressions[Int(base)] {
      frame(level).slots[Int(slot)] = .none
    }
    // A mapping is made anew with every change.
    if case .object(let object) = changed { spend(object.count) }
    var result: Value?
    var problem: Fault?
    do throws(Fault) {
      result = try Value.mutate(&changed, name, list)
    } catch {
      problem = error
    }
    try store(changed, in: base)
    if let problem { throw finding(problem, at: id) }
    return result
  }

  /// Puts a changed value where the expression has read it; what is not stored anywhere is forgotten.
  private mutating func store(_ value: Value, in place: Expression.ID) throws(Finding) {
    switch program.code.expressions[Int(place)] {
    case .variable(let level, let slot, _): frame(level).slots[Int(slot)] = value
    case .attribute(let base, let name):
      try store(value, under: .string(program.code.names[Int(name)]), of: base)
    case .item(let base, let key): try store(value, under: try evaluate(key), of: base)
    default: break
    }
  }

  private mutating func store(
    _ value: Value, under key: Value, of base: Expression.ID
  ) throws(Finding) {
    switch try evaluate(base) {
    case .custom(let custom):
      guard let namespace = custom as? NamespaceValue else { return }
      keptNamespaces[ObjectIdentifier(namespace)] = namespace
      namespace.set(key.text, value)
    case .object(let object):
      guard object.value(for: key) != nil else { return }
      var replaced = object.members
      for index in replaced.indices where Operators.areEqual(replaced[index].key, key) {
        replaced[index].value = value
      }
      try store(.object(ObjectValue(keyed: replaced)), in: base)
    case .array(var items):
      guard let index = key.integer else { return }
      let position = index < 0 ? index + items.count : index
      guard items.indices.contains(position) else { return }
      items[position] = value
      try store(.array(items), in: base)
    default: break
    }
  }

  /// `{% set base.name = value %}`, which only a namespace takes.
  mutating func assign(
    _ value: Value, to name: String, of base: Expression.ID
  ) throws(Finding) {
    let target = try evaluate(base)
    guard case .custom(let custom) = target, let namespace = custom as? NamespaceValue else {
      throw finding(
        Fault(
          "E122",
          Message(
            kk: "өріске мән тек `namespace()` жасаған мәнде беріледі",
            ru: "полю можно присвоить значение только у того, что создал `namespace()`",
            en: "only what `namespace()` made takes a value for a field")), at: base)
    }
    try checkNesting(of: value, at: base)
    keptNamespaces[ObjectIdentifier(namespace)] = namespace
    namespace.set(name, value)
  }

  /// Refuses a value whose lists in lists have grown too deep to be walked.
  private mutating func checkNesting(of value: Value, at id: Expression.ID) throws(Finding) {
    var visited = 0
    let isFine = value.isNested(withinLevels: 100, &visited)
    spend(visited)
    if !isFine { throw finding(Operators.tooLarge, at: id) }
  }
}

extension Fault {
  static func unknownFunction(_ name: String, among known: some Sequence<String>) -> Fault {
    Fault(
      "E107",
      Message(
        kk: "белгісіз функция: `\(name)`", ru: "неизвестная функция: `\(name)`",
        en: "unknown function `\(name)`"),
      kind: .undefined, hint: Spelling.hint(for: name, among: known))
  }
}

extension Undefined {
  static func parameter(_ name: String, of macro: String) -> Undefined {
    Undefined(
      name,
      Message(
        kk: "`\(macro)` макросына `\(name)` берілмеген",
        ru: "макросу `\(macro)` не передан `\(name)`",
        en: "the macro `\(macro)` was not given `\(name)`"))
  }
}
