/// How a list level writes its number (ECMA-376 part 1, §17.18.59, ST_NumberFormat).
enum NumberFormat: Hashable, Sendable {
  case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter
  case russianUpper, russianLower, bullet, none

  /// The format of the name; what is not known is written as a decimal number.
  init(name: String) {
    self =
      switch name {
      case "decimalZero": .decimalZero
      case "upperRoman": .upperRoman
      case "lowerRoman": .lowerRoman
      case "upperLetter": .upperLetter
      case "lowerLetter": .lowerLetter
      case "russianUpper": .russianUpper
      case "russianLower": .russianLower
      case "bullet": .bullet
      case "none": .none
      default: .decimal
      }
  }

  func text(of number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .decimalZero: number < 10 ? "0\(number)" : String(number)
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .upperLetter: Self.letters(number, in: Self.latin)
    case .lowerLetter: Self.letters(number, in: Self.latin).lowercased()
    case .russianUpper: Self.letters(number, in: Self.russian)
    case .russianLower: Self.letters(number, in: Self.russian).lowercased()
    case .bullet, .none: ""
    }
  }

  private static let latin = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// Without Ё, Й, Ъ, Ы and Ь, which Word leaves out of lists.
  private static let russian = Array("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ")

  /// A, B … Z, AA, BB …: Word repeats the letter.
  private static func letters(_ number: Int, in alphabet: [Character]) -> String {
    guard number > 0 else { return "" }
    let index = (number - 1) % alphabet.count
    return String(repeating: alphabet[index], count: min((number - 1) / alphabet.count + 1, 64))
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
