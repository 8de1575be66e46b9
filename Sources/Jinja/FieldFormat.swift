import Diagnostics

/// How one value is set in a formatted text: what `%-8.2f` and `{:>8,.2f}` say.
struct FieldFormat {
  enum Alignment { case left, right, center, afterSign }

  var fill: Character = " "
  var alignment: Alignment?
  /// What stands before a positive number: nothing, `+` or a space.
  var plus = ""
  var width = 0
  var precision: Int?
  var grouping: Character?
  /// The letter at the end; `nil` where there is none.
  var type: Character?
  /// Whether `0x` and the like are written.
  var isMarked = false

  /// Wider fields than this are refused.
  static let maximumWidth = 10_000

  /// `value` as the format wants it.
  func text(of value: Value, in callee: String) throws(Fault) -> String {
    guard width <= Self.maximumWidth else { throw .arguments(of: callee) }
    switch type ?? (value.number == nil ? "s" : "g") {
    case "s", "r":
      if case .undefined(let undefined) = value, type == "r" { throw undefined.fault }
      let text = type == "r" ? value.represented : value.text
      return padded("", precision.map { String(text.unicodeScalars.prefix($0)) } ?? text, .left)
    case "c":
      guard let code = value.integer,
        let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) })
      else { throw .type(of: value, in: callee) }
      return padded("", String(Character(scalar)), .left)
    case let type:
      guard let number = value.number else { throw .type(of: value, in: callee) }
      let (isNegative, digits) = try self.digits(of: number, type, callee)
      return padded(isNegative ? "-" : plus, digits, .right)
    }
  }

  private func digits(
    of number: Value.Number, _ type: Character, _ callee: String
  ) throws(Fault) -> (isNegative: Bool, digits: String) {
    switch (type, number) {
    case ("d", _), ("i", _), ("u", _), ("g", .integer):
      guard let whole = number.truncated else {
        throw .type(of: .double(number.double), in: callee)
      }
      let digits = String(whole.magnitude)
      let zeros = String(repeating: "0", count: max(0, min(precision ?? 0, 100) - digits.count))
      return (whole < 0, grouped(zeros + digits))
    case ("x", .integer(let whole)), ("X", .integer(let whole)), ("o", .integer(let whole)),
      ("b", .integer(let whole)):
      let radix = type == "o" ? 8 : type == "b" ? 2 : 16
      let mark = isMarked ? "0\(type)" : ""
      return (whole < 0, mark + String(whole.magnitude, radix: radix, uppercase: type == "X"))
    case ("f", _), ("F", _), ("%", _):
      let value = number.double * (type == "%" ? 100 : 1)
      let places = precision ?? 6
      guard let digits = FixedDecimal.text(of: value, places: places) else {
        throw .arguments(of: callee)
      }
      return (value.sign == .minus, grouped(digits) + (type == "%" ? "%" : ""))
    case ("g", .double(let value)) where precision == nil:
      return (value.sign == .minus, grouped(Value.double(value.magnitude).text))
    default: throw .arguments(of: callee)
    }
  }

  private func grouped(_ digits: String) -> String {
    grouping.map { FixedDecimal.grouped(digits, by: $0) } ?? digits
  }

  private func padded(_ sign: String, _ text: String, _ usual: Alignment) -> String {
    let missing = width - sign.unicodeScalars.count - text.unicodeScalars.count
    guard missing > 0 else { return sign + text }
    func padding(_ count: Int) -> String { String(repeating: fill, count: count) }
    switch alignment ?? usual {
    case .left: return sign + text + padding(missing)
    case .right: return padding(missing) + sign + text
    case .center: return padding(missing / 2) + sign + text + padding(missing - missing / 2)
    case .afterSign: return sign + padding(missing) + text
    }
  }
}

extension Value.Number {
  /// The whole part, or `nil` where it is beyond 64 bits.
  var truncated: Int? {
    switch self {
    case .integer(let value): value
    case .big: nil
    case .double(let value): Int(exactly: value.rounded(.towardZero))
    }
  }
}
