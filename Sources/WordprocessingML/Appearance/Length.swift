import XML

extension WordTree {
  /// An attribute `w:local` that is a length, in twentieths of a point: a number of them, or a number with a unit (ECMA-376 part 1, §22.9.2.14).
  ///
  /// Word knows no length above 22 inches. A file may say anything, and what it says is added and multiplied.
  func length(_ local: String, of node: XMLTree.NodeID) -> Int? {
    attribute(local, of: node).flatMap { Self.length($0, unit: 1) }
  }

  /// A length without a unit counts in `unit` twentieths of a point.
  static func length(_ text: String, unit: Double) -> Int? {
    let most = 22.0 * 1440
    // Nearly all are whole numbers without a unit.
    if let number = Int32(text) {
      return Int(min(max(Double(number) * unit, -most), most).rounded())
    }
    let number = text.utf8.prefix { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    guard let value = Double(Substring(number)) else { return nil }
    let factor: Double
    switch text[number.endIndex...] {
    case "": factor = unit
    case "pt": factor = 20
    case "in": factor = 1440
    case "cm": factor = 1440 / 2.54
    case "mm": factor = 144 / 2.54
    case "pc", "pi": factor = 240
    case "px": factor = 15
    default: return nil
    }
    return Int(min(max(value * factor, -most), most).rounded())
  }

  /// A size of text, in half-points.
  func halfPoints(_ property: XMLTree.NodeID) -> Int? {
    attribute("val", of: property).flatMap { Self.length($0, unit: 10) }.map { $0 / 10 }
  }
}
