import Diagnostics

extension FieldFormat {
  /// `value` as `format(value, "…")` of Python writes it.
  func text(of value: Value, in callee: String) throws(Fault) -> String {
    try checkSize(callee)
    switch value {
    case .string(let string), .markup(let string):
      guard type == nil || type == "s", sign == nil, !isMarked, grouping == nil,
        alignment != .afterSign, !dropsMinusOfZero
      else { throw .arguments(of: callee) }
      return text(string)
    case .bool(let bool) where type == nil && precision == nil:
      return try number(of: .integer(bool ? 1 : 0), callee)
    case .custom(let custom) where value.number == nil && !(custom is any PythonValue):
      return try text(of: .string(custom.text), in: callee)
    default:
      guard let number = value.number else { throw .unfit(value, in: callee) }
      return try self.number(of: number, callee)
    }
  }

  private func number(of value: Value.Number, _ callee: String) throws(Fault) -> String {
    if case .double(let value) = value { return try number(value, callee) }
    switch type ?? "d" {
    case "d", "n", "b", "o", "x", "X":
      guard precision == nil, !dropsMinusOfZero, type != "n" || grouping == nil,
        grouping != "," || !"boxX".contains(type ?? "d")
      else { throw .arguments(of: callee) }
      let radix: Int =
        switch type {
        case "b": 2
        case "o": 8
        case "x", "X": 16
        default: 10
        }
      let mark = isMarked && radix != 10 ? "0" + String(type ?? "d") : ""
      return number(
        value.isNegative, mark: mark, value.digits(radix: radix, uppercase: type == "X"))
    case "c":
      guard sign == nil, grouping == nil, precision == nil, case .integer(let code) = value,
        let scalar = UInt32(exactly: code).flatMap({ Unicode.Scalar($0) })
      else { throw .arguments(of: callee) }
      return text(String(Character(scalar)))
    case "e", "E", "f", "F", "g", "G", "%": return try number(value.finiteDouble(), callee)
    default: throw .arguments(of: callee)
    }
  }

  private func number(_ value: Double, _ callee: String) throws(Fault) -> String {
    guard type.map({ "eEfFgGn%".contains($0) }) ?? true, type != "n" || grouping == nil else {
      throw .arguments(of: callee)
    }
    let digits = digits(of: value)
    let isZero = !digits.utf8.contains { (0x31...0x39).contains($0) }
    let isNegative = value.sign == .minus && !value.isNaN && !(dropsMinusOfZero && isZero)
    return number(isNegative, digits)
  }
}
