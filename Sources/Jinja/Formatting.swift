import Diagnostics

/// Puts values into a text with places for them: `"%d-%s" % …` and `"{}-{:.2f}".format(…)`, as Python does.
struct Formatting {
  private let callee: String
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var used = 0
  private var output = String.UnicodeScalarView()

  private init(_ text: String, _ callee: String) {
    scalars = Array(text.unicodeScalars)
    self.callee = callee
  }

  /// The text with `values`, or the members of `names` for `%(name)s`, in the places that `%` marks.
  static func percent(
    _ text: String, _ values: [Value], names: ObjectValue? = nil, callee: String
  ) throws(Fault) -> String {
    var formatting = Formatting(text, callee)
    try formatting.percent(values, names)
    return String(formatting.output)
  }

  /// The text with `arguments` in the places that braces mark.
  static func braces(
    _ text: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> String {
    var formatting = Formatting(text, arguments.callee)
    try formatting.braces(arguments)
    return String(formatting.output)
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private var unfit: Fault { .arguments(of: callee) }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard current == wanted else { return false }
    position += 1
    return true
  }

  private mutating func number() throws(Fault) -> Int? {
    var digits = ""
    while let scalar = current, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard !digits.isEmpty else { return nil }
    guard let number = Int(digits) else { throw unfit }
    return number
  }

  private mutating func text(before ends: Set<Unicode.Scalar>) throws(Fault) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current, !ends.contains(scalar) {
      text.append(scalar)
      position += 1
    }
    guard current != nil else { throw unfit }
    return String(text)
  }

  private mutating func append(_ value: Value, _ format: FieldFormat) throws(Fault) {
    output.append(contentsOf: try format.text(of: value, in: callee).unicodeScalars)
    guard output.count <= Operators.maximumText else { throw Operators.tooLarge }
  }

  // MARK: Percent

  private mutating func percent(_ values: [Value], _ names: ObjectValue?) throws(Fault) {
    while let scalar = current {
      position += 1
      guard scalar == "%" else {
        output.append(scalar)
        continue
      }
      if take("%") {
        output.append("%")
        continue
      }
      var value: Value?
      if take("(") {
        value = names?[try text(before: [")"])]
        position += 1
      }
      let format = try percentFormat()
      if value == nil, names == nil, used < values.count {
        value = values[used]
        used += 1
      }
      guard let value else { throw unfit }
      try append(value, format)
    }
    guard names != nil || used == values.count else { throw unfit }
  }

  private mutating func percentFormat() throws(Fault) -> FieldFormat {
    var format = FieldFormat()
    while let flag = current, "-+ 0#".unicodeScalars.contains(flag) {
      position += 1
      switch flag {
      case "-": format.alignment = .left
      case "0" where format.alignment == nil: (format.fill, format.alignment) = ("0", .afterSign)
      case "+": format.plus = "+"
      case " " where format.plus.isEmpty: format.plus = " "
      case "#": format.isMarked = true
      default: break
      }
    }
    if format.alignment == .left { format.fill = " " }
    format.width = try number() ?? 0
    if take(".") { format.precision = try number() ?? 0 }
    guard let type = current, "diuxXofFgsrc".unicodeScalars.contains(type) else { throw unfit }
    position += 1
    format.type = Character(type)
    if format.alignment == nil { format.alignment = .right }
    return format
  }

  // MARK: Braces

  private mutating func braces(_ arguments: borrowing Arguments) throws(Fault) {
    while let scalar = current {
      position += 1
      switch scalar {
      case "{" where take("{"): output.append("{")
      case "{":
        let (value, format) = try field(arguments)
        try append(value, format)
      case "}":
        guard take("}") else { throw unfit }
        output.append("}")
      default: output.append(scalar)
      }
    }
  }

  private mutating func field(
    _ arguments: borrowing Arguments
  ) throws(Fault) -> (Value, FieldFormat) {
    let path = try text(before: ["}", "!", ":"]).split(separator: ".").map(String.init)
    var value: Value?
    if let first = path.first, Int(first) == nil {
      value = arguments.named.first { $0.name == first }?.value
    } else {
      let index = path.first.flatMap { Int($0) } ?? used
      if path.isEmpty { used += 1 }
      value = arguments.positional.indices.contains(index) ? arguments.positional[index] : nil
    }
    for name in path.dropFirst() { value = value?.attribute(name) }
    guard let value else { throw unfit }
    var format = FieldFormat()
    if take("!") {
      guard let conversion = current, "rs".unicodeScalars.contains(conversion) else { throw unfit }
      position += 1
      format.type = Character(conversion)
    }
    if take(":") {
      let conversion = format.type
      format = try braceFormat()
      format.type = conversion ?? format.type
    }
    guard take("}") else { throw unfit }
    return (value, format)
  }

  private mutating func braceFormat() throws(Fault) -> FieldFormat {
    var format = FieldFormat()
    let alignments: [Unicode.Scalar: FieldFormat.Alignment] = [
      "<": .left, ">": .right, "^": .center, "=": .afterSign,
    ]
    let next = position + 1 < scalars.count ? alignments[scalars[position + 1]] : nil
    if let next, let fill = current {
      (format.fill, format.alignment) = (Character(fill), next)
      position += 2
    } else if let alignment = current.flatMap({ alignments[$0] }) {
      format.alignment = alignment
      position += 1
    }
    if take("+") {
      format.plus = "+"
    } else if take(" ") {
      format.plus = " "
    } else {
      _ = take("-")
    }
    format.isMarked = take("#")
    if take("0"), format.alignment == nil { (format.fill, format.alignment) = ("0", .afterSign) }
    format.width = try number() ?? 0
    if take(",") { format.grouping = "," } else if take("_") { format.grouping = "_" }
    if take(".") { format.precision = try number() }
    if let type = current, "bcdfFgosxX%".unicodeScalars.contains(type) {
      position += 1
      format.type = Character(type)
    }
    return format
  }
}
