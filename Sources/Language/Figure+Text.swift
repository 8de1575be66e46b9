extension Figure {
  /// Reads a number as letters and data write it: «4656», «12 500», «2,5», «2.5», «−3».
  ///
  /// - Returns: `nil` for anything else, and for more digits than there is room for.
  public init?(text: some StringProtocol) {
    var digits = ""
    var decimals: Int?
    for (index, character) in text.enumerated() {
      switch character {
      case "-" where index == 0, "\u{2212}" where index == 0: digits.append("-")
      case "0"..."9" where character.utf8.count == 1:
        digits.append(character)
        if let count = decimals { decimals = count + 1 }
      case " ", "\u{A0}", "\u{202F}":
        guard decimals == nil, index > 0 else { return nil }
      case ",", ".":
        guard decimals == nil, digits.last?.isNumber ?? false else { return nil }
        decimals = 0
      default: return nil
      }
    }
    guard decimals != 0, digits.last?.isNumber ?? false, (decimals ?? 0) <= 18,
      let significand = Int(digits)
    else { return nil }
    self.init(significand: significand, decimals: decimals ?? 0)
  }
}
