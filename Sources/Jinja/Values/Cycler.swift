import Diagnostics

/// What `cycler(…)` gives: `next()` answers with one item after the other, and begins anew after the last.
final class Cycler: PythonValue {
  private let choices: [Value]
  // Made by one rendering and moved on by it alone, which runs on one thread.
  private nonisolated(unsafe) var position = 0

  init(_ choices: [Value]) { self.choices = choices }

  var text: String { "<Cycler>" }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "current": choices[position]
    case "items": .tuple(choices)
    case "pos": .integer(position)
    default: nil
    }
  }

  func call(_ name: String, _ arguments: borrowing Arguments) throws(Fault) -> Value? {
    switch name {
    case "next":
      try arguments.expectPositional(0...0)
      defer { position = (position + 1) % choices.count }
      return choices[position]
    case "reset":
      try arguments.expectPositional(0...0)
      position = 0
      return Value.none
    default: return nil
    }
  }
}

/// What `joiner(…)` gives: nothing when it is called first, and its text from then on.
final class Joiner: PythonValue {
  private let separator: Value
  // Made by one rendering and called by it alone, which runs on one thread.
  private nonisolated(unsafe) var wasCalled = false

  init(_ separator: Value) { self.separator = separator }

  var text: String { "<Joiner>" }
  var isCallable: Bool { true }

  func attribute(_ name: String) -> Value? {
    switch name {
    case "sep": separator
    case "used": .bool(wasCalled)
    default: nil
    }
  }

  func call(_ arguments: borrowing Arguments) throws(Fault) -> Value? {
    try arguments.expectPositional(0...0)
    defer { wasCalled = true }
    return wasCalled ? separator : .string("")
  }
}
