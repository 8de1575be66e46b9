/// Resolves names to slots while a template is compiled.
///
/// The template and each of its macros and blocks have a frame of slots. In a frame, the body of a loop or of `with` is a scope of its own; `if` is none.
struct Scopes {
  typealias Address = ProgramCode.Address

  private struct Scope {
    var slots: [String: Int32] = [:]
    var inherited: [ProgramCode.Inheritance] = []
    let firstSlot: Int32
  }

  private struct FrameScope {
    var scopes: [Scope] = []
    var names: [String] = []
    /// The frame, among those open, that is the next one out, and how many of its scopes can be seen: a block sees the top of the template only, not the loops around it.
    let parent: Int
    let outerScopes: Int
  }

  private var frames = [FrameScope(parent: -1, outerScopes: 0)]
  private var freeSlots: [String: Int32] = [:]
  private(set) var free: [(name: String, slot: Int32)] = []
  /// The names that the template sets at its top, in the order of their first assignment.
  private(set) var exports: [(name: String, slot: Int32)] = []
  private var exported: Set<String> = []

  /// Whether a name is set outside all loops, macros and blocks, so that it lives as long as the template.
  var isAtTop: Bool { frames.count == 1 && frames[0].scopes.isEmpty }

  /// The names of the slots of the outermost frame.
  var slotNames: [String] { frames[0].names }

  // MARK: Frames

  mutating func openFrame(isBlock: Bool = false) {
    let parent = isBlock ? 0 : frames.count - 1
    let outerScopes = isBlock ? 0 : frames[parent].scopes.count
    frames.append(FrameScope(parent: parent, outerScopes: outerScopes))
    open()
  }

  mutating func closeFrame() -> (names: [String], inherited: [ProgramCode.Inheritance]) {
    let inherited = close()
    return (frames.removeLast().names, inherited)
  }

  // MARK: Scopes

  mutating func open() {
    let slot = Int32(frames[frames.count - 1].names.count)
    frames[frames.count - 1].scopes.append(Scope(firstSlot: slot))
  }

  /// Closes the innermost scope; returns the slots that it begins by filling.
  mutating func close() -> [ProgramCode.Inheritance] {
    frames[frames.count - 1].scopes.popLast()?.inherited ?? []
  }

  /// The slots of the innermost scope, so far.
  var slots: Range<Int32> {
    let frame = frames[frames.count - 1]
    return (frame.scopes.last?.firstSlot ?? 0)..<Int32(frame.names.count)
  }

  // MARK: Names

  /// The slot that `name` is read from.
  mutating func resolve(_ name: String) -> Address {
    resolve(name, in: frames.count - 1, below: frames[frames.count - 1].scopes.count)
  }

  /// Whether the template itself has given `name` a value, so that it does not come from the context.
  func isLocal(_ name: String) -> Bool {
    exported.contains(name)
      || frames.contains { $0.scopes.contains { $0.slots[name] != nil } }
  }

  /// The slot for a name that belongs to the innermost scope alone: a loop's variable, a macro's parameter.
  mutating func declare(_ name: String) -> Int32 {
    guard !frames[frames.count - 1].scopes.isEmpty else { return resolve(name).slot }
    let slot = newSlot(name)
    let (frame, scope) = (frames.count - 1, frames[frames.count - 1].scopes.count - 1)
    frames[frame].scopes[scope].slots[name] = slot
    return slot
  }

  /// A slot that no name leads to.
  mutating func hidden() -> Int32 { newSlot("") }

  /// The slot that `{% set name %}` writes: in a scope one of its own, so that what is set there ends with it.
  mutating func assign(_ name: String) -> Int32 {
    let frame = frames.count - 1
    guard let scope = frames[frame].scopes.indices.last else {
      let slot = resolve(name).slot
      if exported.insert(name).inserted { exports.append((name, slot)) }
      return slot
    }
    if let slot = frames[frame].scopes[scope].slots[name] { return slot }
    let outer = resolve(name, in: frame, below: scope)
    let slot = declare(name)
    frames[frame].scopes[scope].inherited.append(
      ProgramCode.Inheritance(slot: slot, outer: outer))
    return slot
  }

  /// The names that the template has set and that can be read here.
  mutating func visible() -> [(name: String, address: Address)] {
    var names = exported
    var frame = frames.count - 1
    while frame >= 0 {
      for scope in frames[frame].scopes { names.formUnion(scope.slots.keys) }
      frame = frames[frame].parent
    }
    return names.sorted().filter { !$0.isEmpty }.map { ($0, resolve($0)) }
  }

  private mutating func resolve(_ name: String, in frame: Int, below scope: Int) -> Address {
    var level: Int32 = 0
    var (frame, scope) = (frame, scope)
    while true {
      for scope in frames[frame].scopes[..<scope].reversed() {
        if let slot = scope.slots[name] { return Address(level: level, slot: slot) }
      }
      guard frame > 0 else { break }
      scope = frames[frame].outerScopes
      frame = frames[frame].parent
      level += 1
    }
    if let slot = freeSlots[name] { return Address(level: level, slot: slot) }
    let slot = Int32(frames[0].names.count)
    frames[0].names.append(name)
    freeSlots[name] = slot
    free.append((name, slot))
    return Address(level: level, slot: slot)
  }

  private mutating func newSlot(_ name: String) -> Int32 {
    frames[frames.count - 1].names.append(name)
    return Int32(frames[frames.count - 1].names.count - 1)
  }
}
