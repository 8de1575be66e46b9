import Diagnostics

extension Renderer {
  mutating func run(_ index: Int32) throws(Finding) {
    let items = program.code.loops[Int(index)].items
    try run(index, try defined(items), depth: 1, at: items)
  }

  /// Goes through the loop with these items; `at` is the expression that gave them.
  private mutating func run(
    _ index: Int32, _ source: Value, depth: Int, at place: Expression.ID
  ) throws(Finding) {
    let loop = program.code.loops[Int(index)]
    guard var items = source.items else {
      if case .undefined(let undefined) = source {
        // Nothing to go through, unless an undefined name is an error.
        guard mode != .strict else { throw missing(undefined, at: place) }
        return run(loop.body.upperBound..<loop.end)
      }
      throw finding(.type(of: source, in: "for"), at: place)
    }
    spend(on: source)
    // Of a list that was made for the loop the places lead nowhere.
    let lists = trace == nil ? [] : origins(of: place)
    var places: [Int]?
    if let condition = loop.condition {
      var kept: [Value] = []
      var keptPlaces: [Int] = []
      for (position, item) in items.enumerated() {
        guard !isStopped else { return }
        try assign(item, to: loop.target, at: loop.items)
        guard try truth(condition) else { continue }
        kept.append(item)
        if trace != nil { keptPlaces.append(position) }
      }
      items = kept
      places = keptPlaces
    }
    guard !items.isEmpty else { return run(loop.body.upperBound..<loop.end) }
    let state = LoopState(items, depth: depth, loop: index, isRecursive: loop.isRecursive)
    frame.slots[Int(loop.slot)] = .custom(state)
    for position in items.indices {
      guard !isStopped else { return }
      state.index = position
      try assign(items[position], to: loop.target, at: loop.items)
      if trace != nil {
        let origins = lists.map { $0.appending(.index(places?[position] ?? position)) }
        note(origins, for: loop.target)
        frame.origins[loop.slot] = origins
      }
      fill(loop.inherited)
      run(loop.body)
      let signal = self.signal
      self.signal = nil
      if signal == .breakLoop { return }
    }
  }

  /// `loop(items)`: the body of a recursive loop once more, with other items.
  mutating func recur(
    _ state: LoopState, _ arguments: Arguments, at id: Expression.ID
  ) throws(Finding) -> Value {
    guard state.isRecursive else {
      throw finding(
        Fault(
          "E107",
          Message(
            kk: "`loop(…)` тек `recursive` деп белгіленген циклде шақырылады",
            ru: "`loop(…)` вызывается только в цикле с пометкой `recursive`",
            en: "`loop(…)` is called only in a loop marked `recursive`")), at: id)
    }
    guard let items = arguments.positional.first, arguments.positional.count == 1,
      arguments.named.isEmpty
    else { throw finding(.arguments(of: "loop"), at: id) }
    try enterCall(at: id)
    defer { calls -= 1 }
    let slots = program.code.loops[Int(state.loop)].slots
    let kept = Array(frame.slots[Int(slots.lowerBound)..<Int(slots.upperBound)])
    beginCapture()
    var problem: Finding?
    do throws(Finding) {
      try run(state.loop, items, depth: state.depth + 1, at: id)
    } catch {
      problem = error
    }
    let captured = endCapture(escaping: autoescape)
    frame.slots.replaceSubrange(Int(slots.lowerBound)..<Int(slots.upperBound), with: kept)
    if let problem { throw problem }
    return captured
  }
}
