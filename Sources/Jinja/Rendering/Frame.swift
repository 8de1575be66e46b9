import Diagnostics

/// The slots of one run of a template, macro or block.
///
/// A class because a macro keeps the frame that it was made in. Its slots are made and changed by one rendering, on the thread of that rendering alone.
final class Frame: Sendable {
  @exclusivity(unchecked) nonisolated(unsafe) var slots: [Value]
  /// Where the values of slots are from that were set; empty unless the rendering is traced.
  nonisolated(unsafe) var origins: [Int32: [ValuePath]] = [:]
  let parent: Frame?

  init(_ slots: [Value], parent: Frame?) {
    self.slots = slots
    self.parent = parent
  }
}

/// `loop`: how far a loop has come. Belongs to one rendering, on the thread of that rendering alone.
final class LoopState: CustomValue {
  let items: [Value]
  let depth: Int
  /// The index of the loop in its program, and the frame that it runs in, for `loop(…)`.
  let loop: Int32
  let isRecursive: Bool
  nonisolated(unsafe) var index = 0
  /// What `loop.changed` was given last.
  nonisolated(unsafe) private var watched: [Value]?

  init(_ items: [Value], depth: Int, loop: Int32, isRecursive: Bool) {
    self.items = items
    self.depth = depth
    self.loop = loop
    self.isRecursive = isRecursive
  }

  var text: String { "<LoopContext \(index + 1)/\(items.count)>" }

  func attribute(_ name: String) -> Value? { LoopField(rawValue: name).map { field($0) } }

  func field(_ field: LoopField) -> Value {
    switch field {
    case .index: .integer(index + 1)
    case .index0: .integer(index)
    case .revindex: .integer(items.count - index)
    case .revindex0: .integer(items.count - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == items.count - 1)
    case .length: .integer(items.count)
    case .depth: .integer(depth)
    case .depth0: .integer(depth - 1)
    case .previtem: index > 0 ? items[index - 1] : .undefined(Undefined("loop.previtem"))
    case .nextitem:
      index + 1 < items.count ? items[index + 1] : .undefined(Undefined("loop.nextitem"))
    }
  }

  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    switch name {
    case "cycle":
      guard !arguments.positional.isEmpty else { throw .arguments(of: "loop.cycle") }
      return arguments.positional[index % arguments.positional.count]
    case "changed":
      let values = arguments.positional
      defer { watched = values }
      return .bool(!(watched.map { Operators.areEqual(.array($0), .array(values)) } ?? false))
    default: return nil
    }
  }
}

/// A macro, or `caller`: a routine of a program with the frame that it was made in.
final class Macro: CustomValue {
  let program: Program
  let routine: Int32
  let frame: Frame
  let context: ObjectValue

  init(_ program: Program, _ routine: Int32, in frame: Frame, _ context: ObjectValue) {
    self.program = program
    self.routine = routine
    self.frame = frame
    self.context = context
  }

  var definition: ProgramCode.Routine { program.code.routines[Int(routine)] }

  var text: String { "<Macro '\(definition.name)'>" }
  var isCallable: Bool { true }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "name": .string(definition.name)
    case "arguments": .tuple(definition.parameters.map { .string($0.name) })
    case "catch_kwargs": .bool(definition.kwargs != nil)
    case "catch_varargs": .bool(definition.varargs != nil)
    case "caller": .bool(definition.caller != nil)
    default: nil
    }
  }
}

/// A function of the environment, where a template uses it as a value.
final class FunctionValue: CustomValue {
  let name: String
  private let function: Function

  init(_ name: String, _ function: @escaping Function) {
    self.name = name
    self.function = function
  }

  var text: String { "<function \(name)>" }
  var isCallable: Bool { true }

  func call(_ arguments: borrowing Arguments) throws(Fault) -> Value? { try function(arguments) }
}

/// What `{% import %}` gives: the names that another template sets at its top, and the text that it writes.
final class Module: CustomValue {
  let members: ObjectValue
  private let content: Value

  init(_ members: ObjectValue, content: Value) {
    self.members = members
    self.content = content
  }

  var text: String { content.text }

  func attribute(_ name: String) -> Value? { members[name] }
}
