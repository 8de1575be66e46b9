/// Numbers written out in ideographs or Hangul: digits with ten, hundred and thousand between.
struct IdeographicNumerals: Hashable, Sendable {
  private let digits: Alphabet
  /// Ten, hundred and thousand.
  private let ranks: Alphabet
  private let tenThousand: Character
  private let style: Style

  enum Style: Hashable, Sendable {
    /// Every digit that is not zero is written, and one zero for a gap.
    case full
    /// The same without the one before a ten that comes first.
    case common
    /// Neither ones before ranks nor zeros.
    case short
  }

  init(_ digits: String, _ ranks: String, _ tenThousand: Character, _ style: Style) {
    self.digits = Alphabet(digits)
    self.ranks = Alphabet(ranks)
    self.tenThousand = tenThousand
    self.style = style
  }

  private static let chinese = IdeographicNumerals(
    "〇一二三四五六七八九", "十百千", "万", .common)
  private static let taiwanese = IdeographicNumerals(
    "○一二三四五六七八九", "十百千", "萬", .common)
  private static let korean = IdeographicNumerals(
    "영일이삼사오육칠팔구", "십백천", "만", .short)

  /// The formats by their names in the markup.
  static let formats = [
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": taiwanese,
    "taiwaneseCountingThousand": taiwanese,
    "koreanCounting": korean,
    "chineseLegalSimplified": IdeographicNumerals(
      "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "萬", .full),
    "ideographLegalTraditional": IdeographicNumerals(
      "零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", .full),
    "japaneseLegal": IdeographicNumerals("〇壱弐参四伍六七八九", "拾百阡", "萬", .full),
  ]

  func text(of number: Int) -> String {
    guard (1..<100_000_000).contains(number) else {
      return number == 0 ? String(digits.characters[0]) : String(number)
    }
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    var text = high > 0 ? group(high) + String(tenThousand) : ""
    if style != .short, high > 0, low > 0, low < 1000 { text.append(digits.characters[0]) }
    return text + group(low)
  }

  /// Up to four digits; what is left out between two of them is written as one zero.
  private func group(_ number: Int) -> String {
    var text = ""
    var hasGap = false
    for (rank, unit) in [1000, 100, 10, 1].enumerated() {
      let digit = number / unit % 10
      guard digit > 0 else {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap, style != .short { text.append(digits.characters[0]) }
      hasGap = false
      let isBare =
        digit == 1
        && (style == .short && unit > 1 || style == .common && unit == 10 && text.isEmpty)
      if !isBare { text.append(digits.characters[digit]) }
      if unit > 1 { text.append(ranks.characters[2 - rank]) }
    }
    return text
  }
}
