extension XMLTree {
  /// Reads a document; see ``XMLParser`` for what is read and what is refused.
  ///
  /// A `vocabulary` makes the reading of many documents that are much alike take less time.
  ///
  /// - Complexity: linear in the bytes; memory about twice their size.
  public init(
    parsing bytes: [UInt8], limits: XMLLimits = XMLLimits(),
    knowing vocabulary: XMLVocabulary? = nil
  ) throws(XMLError) {
    guard bytes.count <= limits.bytes else {
      throw XMLError(code: .tooLarge, line: 0, column: 0, detail: "")
    }
    if let tree = PlainReader.tree(of: bytes, limits: limits, knowing: vocabulary) {
      self = tree
      return
    }
    var parser = try LibraryParser(limits: limits, expecting: bytes.count)
    // The push parser refuses one chunk of many megabytes, so the document is handed over in pieces.
    let pieceSize = 64 << 10
    for start in stride(from: 0, to: bytes.count, by: pieceSize) {
      try bytes.withUnsafeBufferPointer { (buffer) throws(XMLError) in
        let end = min(start + pieceSize, buffer.count)
        try parser.read(UnsafeBufferPointer(rebasing: buffer[start..<end]))
      }
    }
    self = try parser.finish()
  }
}
