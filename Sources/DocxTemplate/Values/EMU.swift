/// A length in English Metric Units: 914,400 to the inch, 360,000 to the centimetre (ECMA-376 part 1, §20.1.2.1).
struct EMU: Hashable, Comparable, Sendable {
  var value: Int

  init(_ value: Int) { self.value = value }

  static func < (left: EMU, right: EMU) -> Bool { left.value < right.value }

  /// The same in twentieths of a point, in which Word measures tables.
  var twips: Int { (value + 317) / 635 }

  init(twips: Int) { value = twips * 635 }

  /// Word draws nothing wider or higher than 22 inches.
  static let maximum = EMU(22 * 914_400)
  /// A tenth of a millimetre: nobody sees less.
  static let minimum = EMU(3_600)

  /// Units with their EMU; a pixel is that of the web, a 96th of an inch.
  static let units: [(name: String, value: Double)] = [
    ("cm", 360_000), ("mm", 36_000), ("in", 914_400), ("pt", 12_700), ("px", 9_525),
  ]

  /// Reads a number with its unit, such as `3.5cm`; a bare number is in `unit`.
  ///
  /// - Returns: `nil` for what is no positive length.
  init?(parsing text: String, unit: String?) {
    let text = text.filter { $0 != " " && $0 != "\u{A0}" }.replacing(",", with: ".")
    let named = Self.units.first { text.hasSuffix($0.name) }
    let digits = named.map { text.dropLast($0.name.count) } ?? text[...]
    guard let factor = (named ?? Self.units.first { $0.name == unit })?.value,
      !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      let number = Double(digits)
    else { return nil }
    self.init(number, factor)
  }

  /// A number of a unit of `factor` EMU, rounded.
  init?(_ number: Double, _ factor: Double) {
    guard number > 0, number * factor < 1e12 else { return nil }
    value = Int((number * factor).rounded())
  }

  /// The length times `numerator / denominator`, rounded; neither may be negative.
  func scaled(by numerator: Int, over denominator: Int) -> EMU {
    guard denominator > 0 else { return self }
    let exact = Double(value) * Double(numerator) / Double(denominator)
    return EMU(Int(min(exact.rounded(), 1e12)))
  }
}
