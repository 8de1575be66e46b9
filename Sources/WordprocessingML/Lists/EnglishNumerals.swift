/// English numbers in words, as Word writes them in lists; other languages' words belong to grammar.
enum EnglishNumerals {
  /// 1st, 2nd, 3rd, 4th … 11th.
  static func ordinal(_ number: Int) -> String { String(number) + ending(number) }

  /// One, Twenty-one, One hundred.
  static func cardinalText(_ number: Int) -> String {
    words(number).map { capitalised($0.joined(separator: " ")) } ?? String(number)
  }

  /// First, Twenty-first, One hundredth.
  static func ordinalText(_ number: Int) -> String {
    guard number > 0, var words = words(number), let last = words.popLast() else {
      return ordinal(number)
    }
    let dash = last.lastIndex(of: "-").map { last.index(after: $0) } ?? last.startIndex
    words.append(last[..<dash] + ordinalWord(String(last[dash...])))
    return capitalised(words.joined(separator: " "))
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let irregular = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
    "nine": "ninth", "twelve": "twelfth",
  ]

  private static func ending(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static func ordinalWord(_ word: String) -> String {
    if let irregular = irregular[word] { return irregular }
    return word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"
  }

  /// The words of a number below a million, or `nil`.
  private static func words(_ number: Int) -> [String]? {
    guard (0..<1_000_000).contains(number) else { return nil }
    if number < 20 { return [small[number]] }
    if number < 100 {
      let unit = number % 10
      return [tens[number / 10] + (unit > 0 ? "-" + small[unit] : "")]
    }
    let (size, name) = number < 1000 ? (100, "hundred") : (1000, "thousand")
    let head = (words(number / size) ?? []) + [name]
    return number % size == 0 ? head : head + (words(number % size) ?? [])
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
