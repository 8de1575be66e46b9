/// Lines of text in character cells, as a terminal or a monospaced page shows them.
enum TextLayout {
  /// How many cells `text` takes: two for a wide East Asian character, none for one that combines with another.
  static func width(of text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// `text` as lines of at most `width` cells, broken at spaces, those after the first indented; a word that is longer has a line for itself.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> [String] {
    guard self.width(of: text) > width else { return [text] }
    let margin = String(repeating: " ", count: min(indent, width / 2))
    var lines: [String] = []
    var line = ""
    var taken = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = self.width(of: String(word))
      if taken > 0, taken + 1 + length > width {
        lines.append(trimmed(line))
        line = margin + word
        taken = margin.count + length
      } else {
        if taken > 0 || !line.isEmpty { line += " " }
        line += word
        taken += (taken > 0 ? 1 : 0) + length
      }
    }
    lines.append(trimmed(line))
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    case 0xAD, 0x200B...0x200F, 0xFEFF: return 0
    default: return 1
    }
  }
}
