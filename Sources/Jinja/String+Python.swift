import Diagnostics

/// What Python's strings can do and templates use. Letters are Unicode scalars, as there.
extension String {
  /// Every word with a capital first letter and small ones after it, as `str.title` has it: a word is a run of letters.
  var titled: String {
    var result = ""
    var startsWord = true
    for character in self {
      result += startsWord ? character.uppercased() : character.lowercased()
      startsWord = !character.isLetter
    }
    return result
  }

  /// The same as the filter `title` has it: a word begins after a space, a hyphen or an opening bracket.
  var headed: String {
    var result = ""
    var startsWord = true
    for character in self {
      result += startsWord ? character.uppercased() : character.lowercased()
      startsWord = character.isWhitespace || "-([{<".contains(character)
    }
    return result
  }

  /// A capital first letter and small ones after it.
  var capitalizedOnce: String { prefix(1).uppercased() + dropFirst().lowercased() }

  /// Small letters for capitals and capitals for small ones.
  var caseSwapped: String {
    map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
  }

  /// Which ends of a text are stripped.
  enum Ends { case left, right, both }

  /// Without the white space, or without any of `characters`, at its ends.
  func stripped(_ characters: String?, _ ends: Ends = .both) -> String {
    let unwanted = characters.map { Set($0.unicodeScalars) }
    func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
      unwanted?.contains(scalar) ?? scalar.properties.isWhitespace
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
    _ alignment: FieldFormat.Alignment, _ width: Int, fill: Character = " ", _ callee: String
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
    return String(repeating: fill, count: before) + self
      + String(repeating: fill, count: missing - before)
  }

  /// Where `part` stands first, or last if `backwards`, in letters; `nil` where it does not.
  func position(of part: String, backwards: Bool = false) -> Int? {
    let pieces = pieces(between: part)
    guard pieces.count > 1 else {
      return part.isEmpty ? (backwards ? unicodeScalars.count : 0) : nil
    }
    guard backwards else { return pieces[0].unicodeScalars.count }
    // Pieces are cut from the left, so that an overlapping last match is looked for by itself.
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    var start = bytes.count - wanted.count
    while start > 0, !bytes[start...].starts(with: wanted) { start -= 1 }
    return String(decoding: bytes[..<start], as: UTF8.self).unicodeScalars.count
  }

  /// Whether the text contains `part`, letter by letter.
  func holds(_ part: String) -> Bool { part.isEmpty || pieces(between: part).count > 1 }

  /// The stretches between the occurrences of `separator`, at most `limit` cuts from the left.
  ///
  /// - Complexity: linear in the text for separators of a few bytes.
  func pieces(between separator: String, atMost limit: Int = .max) -> [String] {
    let wanted = Array(separator.utf8)
    guard let first = wanted.first else { return [self] }
    let bytes = Array(utf8)
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index + wanted.count <= bytes.count, pieces.count < limit {
      if bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += wanted.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }

  /// The words between white space, at most `limit` cuts from the left.
  func words(atMost limit: Int) -> [String] {
    unicodeScalars.split(maxSplits: limit) { $0.properties.isWhitespace }.enumerated().map {
      index, word in
      index == limit ? String(word).stripped(nil) : String(word)
    }
  }

  /// With `new` for every `old`, or for the first `limit` of them.
  func replacing(_ old: String, with new: String, atMost limit: Int?) throws(Fault) -> String {
    guard !old.isEmpty else { return self }
    return try pieces(between: old, atMost: limit.flatMap { $0 < 0 ? nil : $0 } ?? .max)
      .joinedWithinLimit(new)
  }
}

extension [String] {
  /// The texts with `separator` between them, unless that is more than a letter can hold.
  func joinedWithinLimit(_ separator: String) throws(Fault) -> String {
    let size = reduce(separator.utf8.count * Swift.max(count - 1, 0)) { $0 + $1.utf8.count }
    guard size <= Operators.maximumText else { throw Operators.tooLarge }
    return joined(separator: separator)
  }
}
