import Diagnostics

extension TemplateSource {
  /// Cuts plain text into constants and tags.
  ///
  /// A `-` inside a delimiter takes away the white space before or after the tag. Ends of lines become line feeds, and one at the end of the text is left out, as in Jinja2.
  ///
  /// - Throws: a `Finding` for a tag that is never closed.
  public init(text: String) throws(Finding) {
    var bytes = Self.withLineFeeds(Array(text.utf8))
    if bytes.last == 0x0A { bytes.removeLast() }
    var constantStart = 0
    var trimsNext = false
    for tag in TagScanner.tags(in: bytes) {
      guard let end = tag.end else {
        let index = tags.count
        append(Tag(kind: tag.kind, text: Array(bytes[tag.start...])))
        throw TagScanner.unclosed(Span(tag: index, range: 0..<(bytes.count - tag.start)))
      }
      let inner = tag.inner(of: bytes)
      var constant = bytes[constantStart..<tag.start]
      if trimsNext { constant = constant.drop(while: \.isASCIISpace) }
      if inner.trimsBefore { while constant.last?.isASCIISpace == true { constant.removeLast() } }
      append(constant)
      append(Tag(kind: tag.kind, text: Array(bytes[inner.range])))
      trimsNext = inner.trimsAfter
      constantStart = end
    }
    let rest = bytes[constantStart...]
    append(trimsNext ? rest.drop(while: \.isASCIISpace) : rest)
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
