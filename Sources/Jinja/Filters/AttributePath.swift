import Diagnostics

/// What `attribute="a.b"` names in every item: the names and indices that lead to it one after the other.
struct AttributePath {
  private let steps: [Value]

  /// The path of an argument: text with points, or one index; the item itself for `none` or nothing.
  init(_ argument: Value?) {
    switch argument {
    case nil, Value.none?: steps = []
    case .string(let text)?, .markup(let text)?: steps = Self.steps(of: text)
    case let other?: steps = [other]
    }
  }

  private init(_ steps: [Value]) { self.steps = steps }

  /// The paths in an argument where commas stand between several.
  static func several(_ argument: Value?) -> [AttributePath] {
    switch argument {
    case .string(let text)?, .markup(let text)?:
      text.pieces(between: ",").map { AttributePath(steps(of: $0)) }
    default: [AttributePath(argument)]
    }
  }

  private static func steps(of text: String) -> [Value] {
    text.pieces(between: ".").map { name in
      let isNumber = !name.isEmpty && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return isNumber ? Int(name).map { .integer($0) } ?? .string(name) : .string(name)
    }
  }

  /// What the path leads to from `item`; where a step leads nowhere, what is `missing`, or else undefined if it is the last one.
  func value(
    in item: Value, orElse missing: Value? = nil, _ mode: UndefinedMode
  ) throws(Fault) -> Value {
    var value = item
    for (index, step) in steps.enumerated() {
      if case .undefined(let undefined) = value {
        guard mode == .chainable else { throw undefined.fault }
        return value
      }
      if let next = value.member(step) {
        value = next
      } else if let missing, !missing.isNone {
        value = missing
      } else {
        var known: [String] = []
        if case .object(let object) = value { known = object.names }
        let walked = steps[...index].map(\.text).joined(separator: ".")
        value = .undefined(Undefined(walked, known: known))
      }
    }
    return value
  }
}

extension Value {
  fileprivate func member(_ step: Value) -> Value? {
    if let item = item(step) { return item }
    if case .string(let name) = step, !name.hasPrefix("_") { return attribute(name) }
    return nil
  }
}
