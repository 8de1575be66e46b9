import Diagnostics

/// Finds `{{ … }}`, `{% … %}` and `{# … #}` in text.
public enum TagScanner {
  /// A tag in a text: where it stands, and what kind it is.
  public struct Match: Hashable, Sendable {
    /// What the tag is for.
    public let kind: TemplateSource.Tag.Kind
    /// The offset of the first brace.
    public let start: Int
    /// The offset after the last brace; `nil` where the tag is never closed.
    public let end: Int?
    /// Whether this is `{% raw %}` or `{% endraw %}`: like a comment it is left out, and what stands between the two is text.
    public var isRaw = false
    /// Whether this is `{% raw %}`, behind which text begins at once.
    var opensRaw = false

    /// Whether there is this one word in the tag.
    fileprivate func says(_ word: StaticString, in text: [UInt8]) -> Bool {
      guard let end, text[..<end].suffix(2).elementsEqual("%}".utf8) else { return false }
      let (range, _, _) = inner(of: text)
      let said = text[range].drop(while: \.isASCIISpace)
      return word.withUTF8Buffer {
        said.starts(with: $0) && said.dropFirst($0.count).allSatisfy(\.isASCIISpace)
      }
    }

    /// The offsets between the delimiters, without the `-` that trims, and which sides it trims.
    public func inner(
      of text: [UInt8]
    ) -> (range: Range<Int>, trimsBefore: Bool, trimsAfter: Bool) {
      let close = (end ?? text.count) - 2
      let low = start + 2
      // A plus says that nothing is to be trimmed, which is so anyway.
      let isMarked =
        low < close && (text[low] == UInt8(ascii: "-") || text[low] == UInt8(ascii: "+"))
      let first = isMarked ? low + 1 : low
      let isMarkedAfter =
        close > first
        && (text[close - 1] == UInt8(ascii: "-")
          || (kind != .output && text[close - 1] == UInt8(ascii: "+")))
      let after = isMarkedAfter && text[close - 1] == UInt8(ascii: "-")
      let trimsBefore = isMarked && text[low] == UInt8(ascii: "-")
      return (first..<max(first, isMarkedAfter ? close - 1 : close), trimsBefore, after)
    }
  }

  /// All tags of `text` in order; a tag that is never closed is the last.
  ///
  /// - Complexity: linear in the text.
  public static func tags(in text: [UInt8]) -> [Match] {
    var matches: [Match] = []
    var offset = 0
    // A tag whose quotes do not match is looked for its end through the whole text; after a few such tags the first closer is taken, so that no text takes quadratic time.
    var searchesLeft = 16
    while offset + 1 < text.count {
      guard text[offset] == UInt8(ascii: "{"), let kind = kind(text[offset + 1]) else {
        offset += 1
        continue
      }
      let end = end(of: kind, in: text, from: offset + 2, &searchesLeft)
      matches.append(Match(kind: kind, start: offset, end: end))
      guard let end else { break }
      offset = end
      guard kind == .statement, matches[matches.count - 1].says("raw", in: text) else { continue }
      matches[matches.count - 1] = Match(
        kind: .comment, start: matches[matches.count - 1].start, end: end, isRaw: true,
        opensRaw: true)
      let close = endOfRaw(in: text, from: end)
      matches.append(close)
      guard let closed = close.end else { break }
      offset = closed
    }
    return matches
  }

  /// The tag that ends raw text; one without an end where there is none.
  private static func endOfRaw(in text: [UInt8], from start: Int) -> Match {
    var offset = start
    while offset + 1 < text.count {
      guard text[offset] == UInt8(ascii: "{"), text[offset + 1] == UInt8(ascii: "%") else {
        offset += 1
        continue
      }
      var end = offset + 2
      while end + 1 < text.count,
        !(text[end] == UInt8(ascii: "%") && text[end + 1] == UInt8(ascii: "}")),
        end - offset < 64
      { end += 1 }
      let match = Match(kind: .statement, start: offset, end: min(end + 2, text.count))
      if match.says("endraw", in: text) {
        return Match(kind: .comment, start: offset, end: match.end, isRaw: true)
      }
      offset += 1
    }
    return Match(kind: .comment, start: start, end: nil, isRaw: true)
  }

  /// The finding for a tag without an end.
  public static func unclosed(_ span: Span) -> Finding {
    Finding(
      .syntax, "E102",
      Message(
        kk: "тег жабылмаған: сол абзацта `}}` немесе `%}` жоқ",
        ru: "тег не закрыт: в этом абзаце нет `}}` или `%}`",
        en: "the tag is not closed: the paragraph has no `}}` or `%}` for it"), at: [span])
  }

  private static func kind(_ byte: UInt8) -> TemplateSource.Tag.Kind? {
    switch byte {
    case UInt8(ascii: "{"): .output
    case UInt8(ascii: "%"): .statement
    case UInt8(ascii: "#"): .comment
    default: nil
    }
  }

  private static func end(
    of kind: TemplateSource.Tag.Kind, in text: [UInt8], from start: Int, _ searchesLeft: inout Int
  ) -> Int? {
    let mark: UInt8 =
      switch kind {
      case .output: UInt8(ascii: "}")
      case .statement: UInt8(ascii: "%")
      case .comment: UInt8(ascii: "#")
      }
    var offset = start
    var quote: UInt8?
    var braces = 0
    // The first closer that is there at all, for a tag whose quotes or braces do not match.
    var firstCloser: Int?
    while offset + 1 < text.count {
      let byte = text[offset]
      let isCloser = byte == mark && text[offset + 1] == UInt8(ascii: "}")
      if isCloser {
        if firstCloser == nil { firstCloser = offset + 2 }
        if kind == .comment || searchesLeft == 0 || (quote == nil && braces == 0) {
          return offset + 2
        }
      }
      // A comment may hold anything but its own end.
      if kind == .comment {
        offset += 1
        continue
      }
      if let open = quote {
        if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "{") {
        // A second opener means that this tag was never closed properly.
        if self.kind(text[offset + 1]) != nil { break }
        braces += 1
      } else if byte == UInt8(ascii: "}"), braces > 0 {
        braces -= 1
      }
      offset += 1
    }
    searchesLeft = max(0, searchesLeft - 1)
    return firstCloser
  }
}
