/// Which form a Russian noun takes after a number.
///
/// - Source: CLDR, plural rules of `ru`.
public enum RussianPluralCategory: String, Hashable, Sendable, CaseIterable {
  /// 1, 21, 101, but not 11.
  case one
  /// 2 to 4, 22 to 24, but not 12 to 14.
  case few
  /// All other whole numbers, 0 among them.
  case many
  /// Numbers with decimals.
  case fraction

  /// The category of a whole number; its sign does not matter.
  public init(_ number: Int) {
    let units = number.magnitude % 10
    let isTeen = number.magnitude / 10 % 10 == 1
    switch units {
    case 1 where !isTeen: self = .one
    case 2...4 where !isTeen: self = .few
    default: self = .many
    }
  }

  /// The category of a figure: with decimals printed it is a fraction, also «2,0».
  public init(_ figure: Figure) {
    self = figure.isWhole ? Self(figure.significand) : .fraction
  }
}
