import Diagnostics

/// What Python's strings can do and templates use. Letters are Unicode scalars, as there.
extension String {
  /// Which ends of a text are stripped.
  enum Ends { case left, right, both }

  /// Without the white space, or without any of `characters`, at its ends.
  func stripped(_ characters: String?, _ ends: Ends = .both) -> String {
    let unwanted = characters.map { Set($0.unicodeScalars) }
    func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
      unwanted?.contains(scalar) ?? scalar.isPythonSpace
    }
    var scalars = Substring(self).unicodeScalars
    if ends != .right {
      while let first = scalars.first, isUnwanted(first) { scalars.removeFirst() }
    }
    if ends != .left {
      while let last = scalars.last, isUnwanted(last) { scalars.removeLast() }
    }
    return String(Substring(scalars))
  }

  /// Filled up with spaces, or with `fill`, to `width` letters.
  func aligned(
    _ alignment: FieldFormat.Alignment, _ width: Int, fill: Unicode.Scalar = " ", _ callee: String
  ) throws(Fault) -> String {
    guard width <= FieldFormat.maximumWidth else { throw .arguments(of: callee) }
    let missing = max(0, width - unicodeScalars.count)
    let before: Int
    switch alignment {
    case .left: before = 0
    case .right, .afterSign: before = missing
    // Python puts the odd space to the left where the width is odd.
    case .center: before = missing / 2 + (missing & width & 1)
    }
    let filler = String(Character(fill))
    return String(repeating: filler, count: before) + self
      + String(repeating: filler, count: missing - before)
  }

  /// Whether the text contains `part`, letter by letter.
  func holds(_ part: String) -> Bool {
    part.isEmpty || ByteSearch(part).first(in: Array(utf8)) != nil
  }

  /// Whether the text begins with `part`, letter by letter.
  func begins(with part: String) -> Bool { utf8.starts(with: part.utf8) }

  /// Whether the text ends with `part`, letter by letter.
  func ends(with part: String) -> Bool { utf8.reversed().starts(with: part.utf8.reversed()) }

  /// The stretches between the occurrences of `separator`, at most `limit` cuts from the left.
  ///
  /// - Complexity: linear in the text.
  func pieces(between separator: String, atMost limit: Int = .max) -> [String] {
    guard !separator.isEmpty else { return [self] }
    let search = ByteSearch(separator)
    let bytes = Array(utf8)
    var pieces: [String] = []
    var start = 0
    while pieces.count < limit, let next = search.first(in: bytes, from: start) {
      pieces.append(String(decoding: bytes[start..<next], as: UTF8.self))
      start = next + separator.utf8.count
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  /// The same, cut from the right.
  func piecesFromRight(between separator: String, atMost limit: Int) -> [String] {
    let mirrored = String(String.UnicodeScalarView(unicodeScalars.reversed()))
    let mark = String(String.UnicodeScalarView(separator.unicodeScalars.reversed()))
    return mirrored.pieces(between: mark, atMost: limit).reversed().map {
      String(String.UnicodeScalarView($0.unicodeScalars.reversed()))
    }
  }

  /// The words between white space, at most `limit` cuts from the left, or from the right.
  func words(atMost limit: Int, fromRight: Bool = false) -> [String] {
    let scalars = Array(unicodeScalars)
    var words: [String] = []
    func text(_ range: Range<Int>) -> String {
      var view = UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    if fromRight {
      var end = scalars.count
      while true {
        while end > 0, scalars[end - 1].isPythonSpace { end -= 1 }
        guard end > 0 else { break }
        var start = end
        if words.count < limit {
          while start > 0, !scalars[start - 1].isPythonSpace { start -= 1 }
        } else {
          start = 0
        }
        words.append(text(start..<end))
        end = start
      }
      return words.reversed()
    }
    var start = 0
    while true {
      while start < scalars.count, scalars[start].isPythonSpace { start += 1 }
      guard start < scalars.count else { break }
      var end = start
      if words.count < limit {
        while end < scalars.count, !scalars[end].isPythonSpace { end += 1 }
      } else {
        end = scalars.count
      }
      words.append(text(start..<end))
      start = end
    }
    return words
  }

  /// The lines, with what ends them if `keepsEnds`.
  func lines(keepingEnds keepsEnds: Bool = false) -> [String] {
    var lines: [String] = []
    var line = UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      defer { previous = scalar }
      if previous == "\r", scalar == "\n" {
        if keepsEnds { lines[lines.count - 1] += "\n" }
        continue
      }
      if scalar.endsLine {
        if keepsEnds { line.append(scalar) }
        lines.append(String(line))
        line = UnicodeScalarView()
      } else {
        line.append(scalar)
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// With `new` for every `old`, or for the first `limit` of them; an empty `old` stands between all letters.
  func replacing(_ old: String, with new: String, atMost limit: Int?) throws(Fault) -> String {
    let limit = limit.flatMap { $0 < 0 ? nil : $0 } ?? .max
    guard old.isEmpty else {
      return try pieces(between: old, atMost: limit).joinedWithinLimit(new)
    }
    guard new.utf8.count <= Operators.maximumText / (utf8.count + 1) else {
      throw Operators.tooLarge
    }
    var result = ""
    var left = limit
    for scalar in unicodeScalars {
      if left > 0 {
        result += new
        left -= 1
      }
      result.unicodeScalars.append(scalar)
    }
    return left > 0 ? result + new : result
  }
}

extension Unicode.Scalar {
  /// What Python strips and splits at.
  var isPythonSpace: Bool {
    value < 0x80
      ? value == 0x20 || (0x09...0x0D).contains(value) || (0x1C...0x1F).contains(value)
      : properties.isWhitespace
  }

  /// What ends a line for `splitlines`.
  var endsLine: Bool {
    switch value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension [String] {
  /// The texts with `separator` between them, unless that is more than a letter can hold.
  func joinedWithinLimit(_ separator: String) throws(Fault) -> String {
    let (gaps, overflow) = separator.utf8.count.multipliedReportingOverflow(
      by: Swift.max(count - 1, 0))
    let size = reduce(overflow ? .max / 2 : gaps) { $0 + $1.utf8.count }
    guard size <= Operators.maximumText else { throw Operators.tooLarge }
    return joined(separator: separator)
  }
}
