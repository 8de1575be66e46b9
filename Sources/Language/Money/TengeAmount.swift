/// A sum of money in the currency of Kazakhstan, exact to the tiyn, a hundredth of a tenge.
///
///     Kazakh.money(TengeAmount(tiyn: 123_456_750), .figures)  // "1 234 567 теңге 50 тиын"
public struct TengeAmount: Hashable, Sendable, Comparable {
  /// The whole sum in tiyn; below zero if it is owed.
  public let inTiyn: Int

  /// A sum given in tiyn.
  public init(tiyn: Int) { inTiyn = tiyn }

  /// A sum of whole tenge and some tiyn, 0 to 99, both owed if `tenge` is below zero; `nil` if the sum is too great
  /// or `tiyn` is not below a tenge.
  public init?(tenge: Int, tiyn: Int = 0) {
    let whole = tenge.multipliedReportingOverflow(by: 100)
    guard (0...99).contains(tiyn), !whole.overflow else { return nil }
    let sum =
      tenge < 0
      ? whole.partialValue.subtractingReportingOverflow(tiyn)
      : whole.partialValue.addingReportingOverflow(tiyn)
    guard !sum.overflow else { return nil }
    inTiyn = sum.partialValue
  }

  /// The whole tenge, with the sign of the sum.
  public var tenge: Int { inTiyn / 100 }

  /// The tiyn beyond them, 0 to 99.
  public var tiyn: Int { Int((inTiyn % 100).magnitude) }

  /// Whether the sum is below zero.
  public var isNegative: Bool { inTiyn < 0 }

  public static func < (left: TengeAmount, right: TengeAmount) -> Bool {
    left.inTiyn < right.inTiyn
  }
}

/// When the tiyn of a sum are written.
public enum TiynDisplay: String, Hashable, Sendable, CaseIterable {
  /// If there are any.
  case whenPresent = "when-present"
  /// Also «00 тиын», so that nothing can be added behind.
  case always
}
