import Diagnostics

extension TemplateSource {
  /// What becomes of white space around the tags of a plain text, as Jinja2's options of these names have it.
  public struct TextOptions: Sendable {
    /// The line feed after a statement or comment is left out.
    public var trimBlocks = false
    /// The white space between the beginning of a line and a statement or comment is left out.
    public var lstripBlocks = false
    /// The line feed at the end of the text is kept.
    public var keepTrailingNewline = false

    /// White space stays as it is, but for a line feed at the end.
    public init() {}
  }

  /// Cuts plain text into constants and tags.
  ///
  /// A `-` inside a delimiter takes away the white space before or after the tag. Ends of lines become line feeds, and one at the end of the text is left out, as in Jinja2.
  ///
  /// - Throws: a `Finding` for a tag that is never closed; its tag is the only one of the source then.
  public init(text: String, options: TextOptions = TextOptions()) throws(Finding) {
    var bytes = Self.withLineFeeds(Array(text.utf8))
    if bytes.last == 0x0A, !options.keepTrailingNewline { bytes.removeLast() }
    var constantStart = 0
    var trimsNext = false
    for tag in TagScanner.tags(in: bytes) {
      guard let end = tag.end else {
        if tag.isRaw, tag.start == bytes.count { continue }
        let index = tags.count
        append(Tag(kind: tag.kind, text: Array(bytes[tag.start...]), offset: tag.start))
        throw TagScanner.unclosed(Span(tag: index, range: 0..<(bytes.count - tag.start)))
      }
      let inner = tag.inner(of: bytes)
      var constant = bytes[constantStart..<tag.start]
      if trimsNext { constant = constant.drop(while: \.isASCIISpace) }
      if inner.trimsBefore {
        while constant.last?.isASCIISpace == true { constant.removeLast() }
      } else if options.lstripBlocks, tag.kind != .output,
        bytes[tag.start + 2] != UInt8(ascii: "+")
      {
        constant = Self.withoutIndent(constant, startsLine: constantStart == 0)
      }
      append(constant)
      if !tag.isRaw {
        append(
          Tag(
            kind: tag.kind, text: Array(bytes[inner.range]), offset: inner.range.lowerBound))
      }
      trimsNext = inner.trimsAfter
      constantStart = end
      let keepsLine = bytes[end - 3] == UInt8(ascii: "+")
      if options.trimBlocks, tag.kind != .output, !trimsNext, !keepsLine, !tag.opensRaw,
        end < bytes.count, bytes[end] == 0x0A
      {
        constantStart = end + 1
      }
    }
    let rest = bytes[constantStart...]
    append(trimsNext ? rest.drop(while: \.isASCIISpace) : rest)
  }

  /// Without the white space after the last line feed, if there is nothing else after it.
  private static func withoutIndent(
    _ text: ArraySlice<UInt8>, startsLine: Bool
  ) -> ArraySlice<UInt8> {
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] != 0x0A, text[end - 1].isASCIISpace { end -= 1 }
    let isIndent = end > text.startIndex ? text[end - 1] == 0x0A : startsLine
    return isIndent ? text[..<end] : text
  }

  /// CR LF and lone CR as LF.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      result.append(byte == 0x0D ? 0x0A : byte)
    }
    return result
  }
}

extension UInt8 {
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
