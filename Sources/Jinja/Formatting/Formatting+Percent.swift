import Diagnostics

extension Formatting {
  mutating func percent(
    _ values: [Value], _ names: ObjectValue?, mayRemain: Bool
  ) throws(Fault) {
    var isNamed = false
    while let scalar = current {
      position += 1
      guard scalar == "%" else {
        append(scalar)
        continue
      }
      var value: Value?
      if take("(") {
        guard let names else { throw unfit }
        value = names[try nameInParentheses()]
        guard value != nil else { throw unfit }
        isNamed = true
      }
      let format = try percentFormat(values)
      if format.type == "%" {
        try append("%")
        continue
      }
      if value == nil {
        guard !isNamed else { throw unfit }
        value = try next(values)
      }
      guard let value else { throw unfit }
      try append(text(of: value, format))
    }
    guard mayRemain || used == values.count else { throw unfit }
  }

  private mutating func next(_ values: [Value]) throws(Fault) -> Value {
    guard used < values.count else { throw unfit }
    defer { used += 1 }
    return values[used]
  }

  private mutating func nameInParentheses() throws(Fault) -> String {
    var name = String.UnicodeScalarView()
    var depth = 1
    while let scalar = current {
      position += 1
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth == 0 { return String(name) }
      name.append(scalar)
    }
    throw unfit
  }

  private mutating func percentFormat(_ values: [Value]) throws(Fault) -> FieldFormat {
    var format = FieldFormat()
    while let flag = current, "-+ 0#".unicodeScalars.contains(flag) {
      position += 1
      switch flag {
      case "-": format.alignment = .left
      case "0": format.padsWithZeros = true
      case "+": format.sign = "+"
      case " " where format.sign == nil: format.sign = " "
      case "#": format.isMarked = true
      default: break
      }
    }
    if take("*") {
      guard let width = try next(values).index else { throw unfit }
      if width < 0 { format.alignment = .left }
      format.width = Int(clamping: width.magnitude)
    } else {
      format.width = try number() ?? 0
    }
    if take(".") {
      if take("*") {
        guard let precision = try next(values).index else { throw unfit }
        format.precision = max(precision, 0)
      } else {
        format.precision = try number() ?? 0
      }
    }
    if let size = current, "hlL".unicodeScalars.contains(size) { position += 1 }
    guard let type = current, "diuxXoeEfFgGcrsa%".unicodeScalars.contains(type) else { throw unfit }
    position += 1
    format.type = Character(type)
    try format.checkSize(callee)
    return format
  }

  private func text(of value: Value, _ format: FieldFormat) throws(Fault) -> String {
    var format = format
    let isZeroFilled = format.padsWithZeros && format.alignment != .left
    format.padsWithZeros = false
    switch format.type {
    case "s", "r", "a":
      let text: String
      switch format.type {
      case "s": text = escapes ? value.escaped : value.text
      case "r": text = escapes ? value.represented.escapedForMarkup : value.represented
      default: text = value.represented.asASCII
      }
      return format.text(text, .right)
    case "c":
      if case .string(let text) = value.plain {
        guard text.unicodeScalars.count == 1 else { throw .type(of: value, in: callee) }
        format.precision = nil
        return format.text(text, .right)
      }
      guard let code = value.index,
        let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) })
      else { throw .type(of: value, in: callee) }
      format.precision = nil
      return format.text(String(Character(scalar)), .right)
    default: break
    }
    guard let number = value.number else {
      throw "xXo".contains(format.type ?? "d")
        ? .unfit(value, in: callee) : .type(of: value, in: callee)
    }
    if isZeroFilled { (format.fill, format.alignment) = ("0", .afterSign) }
    switch format.type {
    case "e", "E", "f", "F", "g", "G":
      let double = try number.finiteDouble()
      return format.number(double.sign == .minus && !double.isNaN, format.digits(of: double))
    case "d", "i", "u":
      guard let whole = number.truncated?.number else { throw .type(of: value, in: callee) }
      return whole.text(in: format, radix: 10)
    default:
      if case .double = number { throw .type(of: value, in: callee) }
      return number.text(in: format, radix: format.type == "o" ? 8 : 16)
    }
  }
}

extension Value.Number {
  /// The digits in a field of `%`, where the precision says how many there are at least.
  fileprivate func text(in format: FieldFormat, radix: Int) -> String {
    let digits = digits(radix: radix, uppercase: format.type == "X")
    let zeros = String(
      repeating: "0", count: Swift.max(0, (format.precision ?? 0) - digits.utf8.count))
    let mark = format.isMarked && radix != 10 ? "0" + String(format.type ?? "x") : ""
    return format.number(isNegative, mark: mark, zeros + digits)
  }
}
