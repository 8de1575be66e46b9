/// How a list level or a note writes its number (ECMA-376 part 1, §17.18.59, ST_NumberFormat).
enum NumberFormat: Hashable, Sendable {
  case decimal
  /// As many digits as here at least, such as 2 for `01`.
  case padded(Int)
  case upperRoman, lowerRoman
  /// Letters that are repeated when they are used up: A … Z, AA, BB.
  case letters(Alphabet, isLower: Bool)
  /// Signs that are written once each; numbers beyond them are decimals.
  case signs(Alphabet)
  /// Decimal digits of another script, beginning with zero.
  case digits(Alphabet)
  case ideographs(IdeographicNumerals)
  case hebrew
  case ordinal, cardinalText, ordinalText
  case hexadecimal, numberInDash
  /// The labels that a document gives itself, in their order.
  case custom([String])
  case bullet, none

  /// The format of the name; what is not known is written as a decimal number.
  ///
  /// With the name `custom` goes a pattern: the first labels with commas between, such as `001, 002, 003, ...`.
  init(name: String, custom: String? = nil) {
    self =
      switch name {
      case "decimal": .decimal
      case "decimalZero": .padded(2)
      case "upperRoman": .upperRoman
      case "lowerRoman": .lowerRoman
      case "upperLetter": .letters(.latin, isLower: false)
      case "lowerLetter": .letters(.latin, isLower: true)
      case "russianUpper": .letters(.russian, isLower: false)
      case "russianLower": .letters(.russian, isLower: true)
      case "ordinal": .ordinal
      case "cardinalText": .cardinalText
      case "ordinalText": .ordinalText
      case "hex": .hexadecimal
      case "numberInDash": .numberInDash
      case "hebrew1": .hebrew
      case "bullet": .bullet
      case "none": .none
      case "custom": Self.format(ofLabels: custom ?? "")
      default:
        Alphabet.lists[name].map { .letters($0, isLower: false) }
          ?? Alphabet.signs[name].map { .signs($0) }
          ?? Alphabet.digits[name].map { .digits($0) }
          ?? IdeographicNumerals.formats[name].map { .ideographs($0) }
          ?? .decimal
      }
  }

  /// The number as it is written; a bullet has none.
  ///
  /// Ordinals and numbers in words follow the language of the label, such as `fr-FR`, or English where none is named; in a
  /// language whose forms are not known here they are decimals.
  func text(of number: Int, in language: String? = nil) -> String {
    switch self {
    case .decimal: String(number)
    case .padded(let count): Self.padded(number, to: count)
    case .upperRoman: Self.roman(number)
    case .lowerRoman: Self.roman(number).lowercased()
    case .letters(let alphabet, let isLower):
      isLower ? alphabet.repeated(number).lowercased() : alphabet.repeated(number)
    case .signs(let alphabet): alphabet.sign(number) ?? String(number)
    case .digits(let alphabet): alphabet.digits(of: number)
    case .ideographs(let numerals): numerals.text(of: number)
    case .hebrew: Self.hebrew(number)
    case .ordinal: Self.ordinal(number, in: language)
    case .cardinalText where Self.isEnglish(language): EnglishNumerals.cardinalText(number)
    case .ordinalText where Self.isEnglish(language): EnglishNumerals.ordinalText(number)
    case .cardinalText, .ordinalText: String(number)
    case .hexadecimal: String(number, radix: 16, uppercase: true)
    case .numberInDash: "- \(number) -"
    case .custom(let labels):
      labels.indices.contains(number - 1) ? labels[number - 1] : String(number)
    case .bullet, .none: ""
    }
  }

  /// Digits with leading zeros say how wide a number is; anything else is a label of its own.
  private static func format(ofLabels pattern: String) -> NumberFormat {
    var labels = pattern.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
    if let last = labels.last, last.allSatisfy({ $0 == "." || $0 == "…" }) { labels.removeLast() }
    guard let first = labels.first else { return .decimal }
    if labels.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) { return .padded(first.count) }
    return .custom(labels)
  }

  private static func isEnglish(_ language: String?) -> Bool {
    language?.lowercased().hasPrefix("en") ?? true
  }

  private static func ordinal(_ number: Int, in language: String?) -> String {
    if isEnglish(language) { return EnglishNumerals.ordinal(number) }
    return switch language?.prefix(2).lowercased() {
    case "fr": number == 1 ? "1er" : "\(number)e"
    case "ru": "\(number)-й"
    default: String(number)
    }
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(min(count, 32) - digits.count, 0)) + digits
  }

  private static func roman(_ number: Int) -> String {
    guard (1..<4000).contains(number) else { return String(number) }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    return additive(number, signs)
  }

  /// Letters as numerals; fifteen and sixteen are written nine and six, nine and seven, so that no name of God results.
  private static func hebrew(_ number: Int) -> String {
    guard (1..<1000).contains(number) else { return String(number) }
    let signs = [
      (400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"),
      (60, "ס"), (50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"), (8, "ח"),
      (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"),
      (2, "ב"), (1, "א"),
    ]
    let unusual = [15: "טו", 16: "טז"]
    guard let end = unusual[number % 100] else { return additive(number, signs) }
    return additive(number - number % 100, signs) + end
  }

  private static func additive(_ number: Int, _ signs: [(Int, String)]) -> String {
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

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
