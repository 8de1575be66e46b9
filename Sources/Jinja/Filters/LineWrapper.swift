/// Breaks a paragraph into lines no longer than a width, between words and after hyphens, as Python's `textwrap` does.
struct LineWrapper {
  let width: Int
  /// Whether words that are longer than a line are broken.
  let breaksWords: Bool
  /// Whether lines may end after a hyphen in a word.
  let breaksAtHyphens: Bool

  private typealias Letters = ArraySlice<Unicode.Scalar>

  /// The lines of `text`, without the white space at their ends.
  ///
  /// - Complexity: linear in the text.
  func lines(of text: String) -> [String] {
    var chunks = Array(self.chunks(of: Array(text.unicodeScalars)).reversed())
    var lines: [String] = []
    while let first = chunks.last {
      var line: [Letters] = []
      var length = 0
      if Self.isBlank(first), !lines.isEmpty { chunks.removeLast() }
      while let chunk = chunks.last, length + chunk.count <= width {
        line.append(chunk)
        length += chunk.count
        chunks.removeLast()
      }
      if let long = chunks.last, long.count > width {
        if breaksWords {
          let (head, tail) = parted(long, after: width - length)
          line.append(head)
          chunks[chunks.count - 1] = tail
        } else if line.isEmpty {
          line.append(long)
          chunks.removeLast()
        }
      }
      if let last = line.last, Self.isBlank(last) { line.removeLast() }
      guard !line.isEmpty else { continue }
      var joined = String.UnicodeScalarView()
      for chunk in line { joined.append(contentsOf: chunk) }
      lines.append(String(joined))
    }
    return lines
  }

  private static func isBlank(_ chunk: Letters) -> Bool { chunk.allSatisfy(\.isPythonSpace) }

  /// A word that is too long, in two parts: after the last hyphen that fits, or in the middle.
  private func parted(_ word: Letters, after space: Int) -> (Letters, Letters) {
    var end = word.startIndex + space
    if breaksAtHyphens, let hyphen = word[..<end].lastIndex(of: "-"), hyphen > word.startIndex,
      word[..<hyphen].contains(where: { $0 != "-" })
    {
      end = hyphen + 1
    }
    return (word[..<end], word[end...])
  }

  /// The text in the pieces between which a line may end.
  private func chunks(of text: [Unicode.Scalar]) -> [Letters] {
    var chunks: [Letters] = []
    var start = 0
    while start < text.count {
      var end = start
      if Self.isSpace(text[start]) {
        while end < text.count, Self.isSpace(text[end]) { end += 1 }
      } else if breaksAtHyphens, let dash = Self.endOfDash(in: text, at: start) {
        end = dash
      } else {
        end += 1
        while end < text.count, !Self.isSpace(text[end]) {
          if breaksAtHyphens {
            if Self.isBreakableHyphen(in: text, at: end, from: start) {
              end += 1
              break
            }
            if Self.endOfDash(in: text, at: end) != nil { break }
          }
          end += 1
        }
      }
      chunks.append(text[start..<end])
      start = end
    }
    return chunks
  }

  private static func isSpace(_ letter: Unicode.Scalar) -> Bool {
    letter == " " || (0x09...0x0D).contains(letter.value)
  }

  private static func isLetter(_ letter: Unicode.Scalar) -> Bool {
    letter.isPythonWord && letter.properties.numericType == nil
  }

  private static func standsInWord(_ letter: Unicode.Scalar) -> Bool {
    letter.isPythonWord || "!\"'&.,?".unicodeScalars.contains(letter)
  }

  /// The end of a dash of two or more hyphens between words.
  private static func endOfDash(in text: [Unicode.Scalar], at start: Int) -> Int? {
    guard start > 0, text[start] == "-", standsInWord(text[start - 1]) else { return nil }
    var end = start
    while end < text.count, text[end] == "-" { end += 1 }
    return end - start >= 2 && end < text.count && text[end].isPythonWord ? end : nil
  }

  /// Whether a line may end after the hyphen at `index` in a word that begins at `start`.
  private static func isBreakableHyphen(
    in text: [Unicode.Scalar], at index: Int, from start: Int
  ) -> Bool {
    guard text[index] == "-" else { return false }
    func letter(_ index: Int) -> Bool { text.indices.contains(index) && isLetter(text[index]) }
    let follows =
      letter(index - 1) && letter(index - 2)
      || index >= 3 && standsInWord(text[index - 1]) && text[index - 2] == "-"
        && letter(index - 3)
    guard follows, letter(index + 1) else { return false }
    return letter(index + 2)
      || text.indices.contains(index + 2) && text[index + 2] == "-" && letter(index + 3)
  }
}
