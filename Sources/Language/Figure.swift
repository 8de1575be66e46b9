/// A number as a letter prints it: whole, or with a fixed count of decimals.
///
///     Figure(4656).text                         // "4656"
///     Figure(12500).text                        // "12 500", the space not breaking
///     Figure(significand: 509, decimals: 1).text  // "50,9"
public struct Figure: Hashable, Sendable {
  /// The number without its decimal comma.
  public let significand: Int
  /// How many of the significand's digits stand behind the comma.
  public let decimals: Int

  /// A whole number.
  public init(_ whole: Int) {
    significand = whole
    decimals = 0
  }

  /// The number `significand` ÷ 10 to the power of `decimals`; `decimals` from 0 to 18.
  public init(significand: Int, decimals: Int) {
    precondition((0...18).contains(decimals), "a figure has 0 to 18 decimals")
    self.significand = significand
    self.decimals = decimals
  }

  /// Whether no decimals are printed.
  public var isWhole: Bool { decimals == 0 }

  /// The digits in both languages' official form: decimal comma, no grouping below 10,000,
  /// no-break spaces between groups of three from there on, U+2212 as the minus.
  public var text: String {
    var digits = String(significand.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = grouped(String(digits.dropLast(decimals)))
    let fraction = isWhole ? "" : "," + digits.suffix(decimals)
    return (significand < 0 ? "\u{2212}" : "") + whole + fraction
  }

  private func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += Space.noBreak }
      result.append(digit)
    }
    return result
  }
}

/// The spaces that the grammar itself sets.
enum Space {
  /// Keeps a number and what it counts, a day and its month, on one line.
  static let noBreak = "\u{A0}"
}
