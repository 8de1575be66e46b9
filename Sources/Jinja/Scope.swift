/// Resolves names to slots while a template is compiled. A loop's body is a scope of its own; `if` is none.
struct Scopes {
  private struct Scope {
    var slots: [String: Int32] = [:]
    var inherited: [(slot: Int32, outer: Int32)] = []
  }

  private var scopes: [Scope] = []
  private var freeSlots: [String: Int32] = [:]
  private(set) var free: [(name: String, slot: Int32)] = []
  /// The name of every slot.
  private(set) var names: [String] = []

  /// How many loops are open.
  var depth: Int { scopes.count }

  mutating func open() { scopes.append(Scope()) }

  /// Closes the innermost scope; returns the slots that each turn of its loop begins by filling.
  mutating func close() -> [(slot: Int32, outer: Int32)] { scopes.popLast()?.inherited ?? [] }

  /// The slot that `name` is read from.
  mutating func resolve(_ name: String) -> Int32 { resolve(name, below: scopes.count) }

  /// Whether the template itself has given `name` a value, so that it does not come from the context.
  func isLocal(_ name: String) -> Bool { scopes.contains { $0.slots[name] != nil } }

  /// The slot for a loop's own variable.
  mutating func declare(_ name: String) -> Int32 {
    let slot = newSlot(name)
    scopes[scopes.count - 1].slots[name] = slot
    return slot
  }

  /// The slot that `{% set name %}` writes: in a loop one of its own, so that what is set there ends with the turn.
  mutating func assign(_ name: String) -> Int32 {
    guard !scopes.isEmpty else { return resolve(name) }
    if let slot = scopes[scopes.count - 1].slots[name] { return slot }
    let outer = resolve(name, below: scopes.count - 1)
    let slot = declare(name)
    scopes[scopes.count - 1].inherited.append((slot, outer))
    return slot
  }

  private mutating func resolve(_ name: String, below level: Int) -> Int32 {
    for scope in scopes[..<level].reversed() {
      if let slot = scope.slots[name] { return slot }
    }
    if let slot = freeSlots[name] { return slot }
    let slot = newSlot(name)
    freeSlots[name] = slot
    free.append((name, slot))
    return slot
  }

  private mutating func newSlot(_ name: String) -> Int32 {
    names.append(name)
    return Int32(names.count - 1)
  }
}
