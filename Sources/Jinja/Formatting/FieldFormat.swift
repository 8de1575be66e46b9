import Diagnostics

/// How one value is set in a formatted text: what `%-8.2f` and `{:>8,.2f}` say.
struct FieldFormat {
  enum Alignment { case left, right, center, afterSign }

  var fill: Character = " "
  var alignment: Alignment?
  /// What stands before a number: `-` only where it is needed, or always `+` or a space; `nil` where nothing is said.
  var sign: Character?
  var width = 0
  var precision: Int?
  var grouping: Character?
  /// The letter at the end; `nil` where there is none.
  var type: Character?
  /// Whether `0x` and the like are written.
  var isMarked = false
  /// Whether a zero has no minus.
  var dropsMinusOfZero = false
  /// Whether the width is filled with zeros that are grouped like digits.
  var padsWithZeros = false

  /// Wider fields than this are refused, and numbers with more places.
  static let maximumWidth = 10_000

  func checkSize(_ callee: String) throws(Fault) {
    guard width <= Self.maximumWidth, precision ?? 0 <= Self.maximumWidth else {
      throw .arguments(of: callee)
    }
  }

  /// `text` in the width, cut to the precision.
  func text(_ text: String, _ usual: Alignment = .left) -> String {
    padded("", precision.map { String(text.unicodeScalars.prefix($0)) } ?? text, usual)
  }

  /// A sign, or a mark such as `0x`, and the digits after it, in the width.
  func number(_ isNegative: Bool, mark: String = "", _ digits: String) -> String {
    var digits = digits
    var sign = isNegative ? "-" : ""
    if !isNegative, let plus = self.sign, plus != "-" { sign = String(plus) }
    sign += mark
    if let grouping {
      let size = "box".contains(type ?? "d") || type == "X" ? 4 : 3
      if padsWithZeros { digits = filled(digits, beside: sign.utf8.count, size) }
      digits = FixedDecimal.grouped(digits, by: grouping, size: size)
    }
    return padded(sign, digits, padsWithZeros ? .afterSign : .right)
  }

  /// The digits with so many zeros before them that they fill the width once they are grouped.
  private func filled(_ digits: String, beside taken: Int, _ size: Int) -> String {
    let whole = digits.utf8.prefix { FixedDecimal.isGrouped($0, size) }.count
    let rest = digits.utf8.count - whole
    var count = whole
    while count + (count - 1) / size + rest + taken < width { count += 1 }
    return String(repeating: "0", count: count - whole) + digits
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

  /// The digits of a number with a point, as the letters `e f g n %` and their absence ask for.
  func digits(of value: Double) -> String {
    let kind = type ?? "\0"
    let isUpper = "EFG".contains(kind)
    guard value.isFinite else {
      let name = value.isNaN ? "nan" : "inf"
      return (isUpper ? name.uppercased() : name) + (kind == "%" ? "%" : "")
    }
    let magnitude = value.magnitude
    let result: String
    switch kind {
    case "f", "F":
      result = FixedDecimal.text(of: magnitude, places: precision ?? 6)
    case "%":
      let hundredfold = magnitude * 100
      guard hundredfold.isFinite else { return "inf%" }
      return FixedDecimal.text(of: hundredfold, places: precision ?? 6) + "%"
    case "e", "E":
      result = DecimalDigits(magnitude, count: (precision ?? 6) + 1).scientific
    case "g", "G", "n":
      result = general(DecimalDigits(magnitude, count: max(precision ?? 6, 1)), precision ?? 6)
    default:
      guard let precision else { return Value.text(of: magnitude) }
      let digits = DecimalDigits(magnitude, count: max(precision, 1))
      let text = general(digits, max(precision, 1), upTo: max(precision, 1) - 1)
      return text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") }
        ? text : text + ".0"
    }
    let pointed = isMarked && !result.utf8.contains(UInt8(ascii: ".")) ? marked(result) : result
    return isUpper ? pointed.uppercased() : pointed
  }

  /// The digits with a point though none follow.
  private func marked(_ digits: String) -> String {
    guard let exponent = digits.firstIndex(of: "e") else { return digits + "." }
    return "\(digits[..<exponent]).\(digits[exponent...])"
  }

  /// The digits written out if their exponent is small, and with an exponent otherwise.
  private func general(
    _ digits: DecimalDigits, _ precision: Int, upTo largest: Int? = nil
  ) -> String {
    let power = digits.exponent - 1
    let shown = isMarked ? digits : digits.trimmed
    return (-4..<(largest ?? max(precision, 1))).contains(power) ? shown.fixed : shown.scientific
  }
}
