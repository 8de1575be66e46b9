import Diagnostics

/// Puts values into a text with places for them: `"%d-%s" % …` and `"{}-{:.2f}".format(…)`, as Python does.
struct Formatting {
  let callee: String
  /// Whether what is put in is escaped, because the text is markup.
  let escapes: Bool
  let scalars: [Unicode.Scalar]
  var position = 0
  var used = 0
  private(set) var output = ""
  private var size = 0

  init(_ text: String, _ callee: String, escaping: Bool) {
    scalars = Array(text.unicodeScalars)
    self.callee = callee
    escapes = escaping
  }

  /// The text with `values`, or the members of `names` for `%(name)s`, in the places that `%` marks; values may remain unused only where `mayRemain`.
  static func percent(
    _ text: String, _ values: [Value], names: ObjectValue? = nil, mayRemain: Bool = false,
    callee: String, escaping: Bool = false
  ) throws(Fault) -> String {
    var formatting = Formatting(text, callee, escaping: escaping)
    try formatting.percent(values, names, mayRemain: mayRemain || names != nil)
    return formatting.output
  }

  /// The text with `arguments` in the places that braces mark.
  static func braces(
    _ text: String, _ arguments: borrowing Arguments, escaping: Bool = false
  ) throws(Fault) -> String {
    var formatting = Formatting(text, arguments.callee, escaping: escaping)
    try formatting.braces(arguments)
    return formatting.output
  }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  var unfit: Fault { .arguments(of: callee) }

  mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard current == wanted else { return false }
    position += 1
    return true
  }

  mutating func number() throws(Fault) -> Int? {
    let start = position
    var number = 0
    while let scalar = current, ("0"..."9").contains(scalar) {
      number = number * 10 + Int(scalar.value - 48)
      guard number <= FieldFormat.maximumWidth * 10 else { throw unfit }
      position += 1
    }
    return position == start ? nil : number
  }

  mutating func append(_ scalar: Unicode.Scalar) { output.unicodeScalars.append(scalar) }

  mutating func append(_ text: String) throws(Fault) {
    size += text.utf8.count
    guard size <= Operators.maximumText else { throw Operators.tooLarge }
    output += text
  }
}
