/// What stands around marked words, in lines of a given width.
struct Excerpt {
  struct Line {
    var text = ""
    /// For each character whether it is marked.
    var isMarked: [Bool] = []

    /// The text in stretches that are marked or not.
    var stretches: [(text: String, isMarked: Bool)] {
      var stretches: [(text: String, isMarked: Bool)] = []
      for (character, isMarked) in zip(text, isMarked) {
        if let last = stretches.last, last.isMarked == isMarked {
          stretches[stretches.count - 1].text.append(character)
        } else {
          stretches.append((String(character), isMarked))
        }
      }
      return stretches
    }
  }

  let lines: [Line]

  /// A paragraph may be a page long: what is far from the marked words, told as UTF-8 offsets, is left out.
  init(_ text: String, marked: [Range<Int>], width: Int) {
    let context = width
    let first = marked.map(\.lowerBound).min() ?? 0
    let last = marked.map(\.upperBound).max() ?? 0
    // A character has at least a byte; four times as many are enough to be cut from.
    let bytes = text.utf8
    let from = max(0, first - 4 * context)
    let to = min(bytes.count, max(last, first) + 4 * context)
    var start = bytes.index(bytes.startIndex, offsetBy: from)
    let end = bytes.index(bytes.startIndex, offsetBy: to)
    while start > bytes.startIndex, bytes[start] & 0xC0 == 0x80 { bytes.formIndex(before: &start) }
    var characters: [(Character, Bool)] = []
    var offset = bytes.distance(from: bytes.startIndex, to: start)
    for character in String(decoding: bytes[start..<end], as: UTF8.self) {
      let length = character.utf8.count
      let isMarked = marked.contains { $0.lowerBound < offset + length && offset < $0.upperBound }
      for visible in Self.visible(String(character)) { characters.append((visible, isMarked)) }
      offset += length
    }
    let firstMarked = characters.firstIndex { $0.1 } ?? 0
    let lastMarked = characters.lastIndex { $0.1 } ?? 0
    var lower = max(0, firstMarked - context)
    var upper = min(characters.count, lastMarked + 1 + context)
    // What is marked may be the whole paragraph, of which the beginning is enough.
    upper = min(upper, firstMarked + 8 * context)
    if lower > 0 {
      while lower < firstMarked, characters[lower].0 != " " { lower += 1 }
      while lower < firstMarked, characters[lower].0 == " " { lower += 1 }
    }
    let isCutBefore = lower > 0 || start > bytes.startIndex
    let isCutAfter = upper < characters.count || end < bytes.endIndex
    if isCutAfter {
      while upper > lastMarked + 1, characters[upper - 1].0 != " " { upper -= 1 }
      while upper > lastMarked + 1, characters[upper - 1].0 == " " { upper -= 1 }
    }
    let cut = (Character("…"), false)
    let space = (Character(" "), false)
    lines = Self.lines(
      of: (isCutBefore ? [cut, space] : []) + characters[lower..<max(lower, upper)]
        + (isCutAfter ? [space, cut] : []), width: width)
  }

  /// Characters in lines, cut at spaces where a line has any.
  static func lines(of characters: [(Character, Bool)], width: Int) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < characters.count {
      var end = min(characters.count, start + width)
      var next = end
      if end < characters.count, characters[end].0 != " ",
        let space = characters[start..<end].lastIndex(where: { $0.0 == " " }), space > start
      {
        end = space
        next = space
      }
      while next < characters.count, characters[next].0 == " " { next += 1 }
      while end > start, characters[end - 1].0 == " ", !characters[end - 1].1 { end -= 1 }
      var line = Line()
      for (character, isMarked) in characters[start..<end] {
        line.text.append(character)
        line.isMarked.append(isMarked)
      }
      // A combining mark may have joined the character before it.
      if line.text.count != line.isMarked.count {
        line.isMarked = Array(line.isMarked.prefix(line.text.count))
      }
      lines.append(line)
      start = max(next, start + 1)
    }
    return lines
  }

  /// The text on one line, no-break spaces as they are, with nothing in it that a terminal would obey.
  static func visible(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r", "\u{2028}", "\u{2029}": scalars.append(" ")
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): scalars.append("�")
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        scalars.append("�")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
