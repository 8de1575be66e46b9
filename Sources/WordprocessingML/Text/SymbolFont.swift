import XML

/// A font whose characters are signs in the places of letters.
enum SymbolFont: Hashable, Sendable {
  case symbol, wingdings, wingdings2
  /// One whose signs are not known here.
  case other

  /// The font of the name, or `nil` for one with letters.
  init?(name: String) {
    // Most fonts are told by their first letter to be none of these.
    switch (name.utf8.first ?? 0) | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "w"), UInt8(ascii: "z"), UInt8(ascii: "m"): break
    default: return nil
    }
    switch name.lowercased() {
    case "symbol": self = .symbol
    case "wingdings": self = .wingdings
    case "wingdings 2": self = .wingdings2
    case "wingdings 3", "webdings", "zapfdingbats", "marlett", "mt extra": self = .other
    default: return nil
    }
  }

  /// The character that looks like `scalar` in this font, or `nil` where there is none or it is not known.
  ///
  /// Documents write the signs at their places in the font or moved to the private use area at U+F000.
  func character(for scalar: Unicode.Scalar) -> Character? {
    let code = (0xF000...0xF0FF).contains(scalar.value) ? scalar.value - 0xF000 : scalar.value
    if code == 0x20 { return " " }
    switch self {
    case .symbol:
      if let found = Self.characters(of: Self.symbolLow, from: 0x21, at: code) { return found }
      return Self.characters(of: Self.symbolHigh, from: 0xA0, at: code)
    case .wingdings: return Self.wingdingsSigns[code]
    case .wingdings2: return Self.wingdings2Signs[code]
    case .other: return nil
    }
  }

  /// Text in this font as the characters that look like it.
  func signs(of text: String) -> String {
    String(text.unicodeScalars.map { character(for: $0) ?? Character($0) })
  }

  private static func characters(
    of list: [Character], from first: UInt32, at code: UInt32
  ) -> Character? {
    guard code >= first, Int(code - first) < list.count else { return nil }
    let character = list[Int(code - first)]
    return character == "\u{FFFD}" ? nil : character
  }

  private static let symbolLow = Array(
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
  )
  private static let symbolHigh = Array(
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{FFFD}〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
  )

  private static let wingdingsSigns: [UInt32: Character] = {
    var signs: [UInt32: Character] = [
      0x21: "✏", 0x22: "✂", 0x23: "✁", 0x28: "☎", 0x29: "✆", 0x2A: "✉", 0x36: "⌛",
      0x37: "⌨", 0x3F: "✍", 0x41: "✌", 0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺",
      0x4C: "☹", 0x4E: "☠", 0x4F: "⚐", 0x51: "✈", 0x52: "☼", 0x54: "❄", 0x56: "✞", 0x58: "✠",
      0x59: "✡", 0x5A: "☪", 0x5B: "☯", 0x5C: "ॐ", 0x5D: "☸", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
      0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
      0x77: "⬥", 0x78: "⌧", 0x7A: "⌘", 0x7D: "❝", 0x7E: "❞", 0x80: "⓪", 0x8B: "⓿", 0x9E: "·",
      0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦", 0xAB: "★",
      0xAC: "✶", 0xAD: "✴", 0xAE: "✹", 0xAF: "✵", 0xB1: "⌖", 0xB5: "✪", 0xB6: "✰", 0xD5: "⌫",
      0xD6: "⌦", 0xD8: "➢", 0xDC: "➲", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE3: "↖",
      0xE4: "↗", 0xE5: "↙", 0xE6: "↘", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩",
      0xF3: "⬄", 0xF4: "⇳", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    ]
    for (first, start, count) in [(0x5E, 0x2648, 12), (0x81, 0x2460, 10), (0x8C, 0x2776, 10)] {
      for offset in 0..<count {
        signs[UInt32(first + offset)] = Unicode.Scalar(start + offset).map { Character($0) }
      }
    }
    return signs
  }()

  private static let wingdings2Signs: [UInt32: Character] = [
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x95: "●", 0x96: "●",
    0x97: "●", 0xA2: "■", 0xA3: "☐", 0xAE: "◆", 0xEA: "★",
  ]
}

extension WordTree {
  /// The character that `w:sym` draws (ECMA-376 part 1, §17.3.3.30).
  func symbol(_ node: XMLTree.NodeID) -> String {
    let code = attribute("char", of: node).flatMap { UInt32($0, radix: 16) }
    guard let scalar = code.flatMap({ Unicode.Scalar($0) }), scalar.value >= 0x20 else { return "" }
    if let font = attribute("font", of: node).flatMap({ SymbolFont(name: $0) }),
      let sign = font.character(for: scalar)
    {
      return String(sign)
    }
    // Without its font a character of the private use area means nothing.
    return (0xE000...0xF8FF).contains(scalar.value) ? "•" : String(Character(scalar))
  }
}
