import Diagnostics

extension TemplateSource {
  /// Cuts plain text into constants and tags.
  ///
  /// A `-` inside a delimiter takes away the white space before or after the tag.
  public init(text: String) throws(Finding) {
    let bytes = Array(text.utf8)
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
}

extension UInt8 {
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
