extension KazakhReading {
  /// The reading of a whole number: that of the last word with which it is spoken.
  ///
  ///     KazakhReading(number: 139).notation   // "B,Z": … тоғыз
  ///     KazakhReading(number: 2000).notation  // "B,N": … мың
  public init(number: Int) {
    let digits = number.magnitude
    if digits == 0 {
      self = Numerals.zero
    } else if digits % 10 != 0 {
      self = Numerals.units[Int(digits % 10) - 1]
    } else if digits % 100 != 0 {
      self = Numerals.tens[Int(digits / 10 % 10) - 1]
    } else if digits % 1000 != 0 {
      self = Numerals.hundred
    } else {
      var rest = digits / 1000
      var power = 0
      while rest % 1000 == 0 {
        rest /= 1000
        power += 1
      }
      self = Numerals.powers[power]
    }
  }

  private enum Numerals {
    static let zero = KazakhReading(word: "нөл")
    static let units = [
      "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
    ].map(KazakhReading.init(word:))
    static let tens = [
      "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
    ].map(KazakhReading.init(word:))
    static let hundred = KazakhReading(word: "жүз")
    /// Thousands, millions and on to 10¹⁸, beyond which `Int` ends.
    static let powers = [
      "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион",
    ].map(KazakhReading.init(word:))
  }

  /// The reading of a number read as an ordinal (бірінші, тоғызыншы), as Roman numerals are.
  init(ordinal number: Int) {
    self.init(KazakhReading(number: number).harmony, .vowel)
  }

  /// The value of a Roman numeral of centuries, quarters and kings (I to XXXIX), in Latin letters or the Cyrillic
  /// ones that stand in for them; `nil` for anything else.
  static func romanNumeral(_ token: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let first = token.first, first.isRoman else { return nil }
    var values: [Int] = []
    for scalar in token {
      switch scalar {
      case "I", "І": values.append(1)
      case "V": values.append(5)
      case "X", "Х": values.append(10)
      default: return nil
      }
    }
    var sum = 0
    for (index, value) in values.enumerated() {
      sum += values[(index + 1)...].first.map { $0 > value } ?? false ? -value : value
    }
    return (1..<40).contains(sum) && roman(sum) == values ? sum : nil
  }

  private static func roman(_ number: Int) -> [Int] {
    let units = [
      [], [1], [1, 1], [1, 1, 1], [1, 5], [5], [5, 1], [5, 1, 1], [5, 1, 1, 1], [1, 10],
    ]
    return Array(repeating: 10, count: number / 10) + units[number % 10]
  }
}

extension Unicode.Scalar {
  fileprivate var isRoman: Bool {
    switch self {
    case "I", "І", "V", "X", "Х": true
    default: false
    }
  }
}
