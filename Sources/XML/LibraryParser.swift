import CLibXML2

/// Reads a document that comes in pieces with libxml2.
///
/// What would take libxml2 more than linear time is refused before libxml2 sees it.
struct LibraryParser: ~Copyable {
  private let builder: TreeBuilder
  private let context: xmlParserCtxtPtr
  private let limits: XMLLimits
  private var scanner: StartTagScanner
  private var bytes = 0

  /// A parser for a document of about `size` bytes.
  init(limits: XMLLimits, expecting size: Int) throws(XMLError) {
    _ = Self.libraryIsReady
    let builder = TreeBuilder(limits: limits)
    builder.tree.text.reserveCapacity(size / 2)
    builder.tree.nodes.reserveCapacity(size / 32)
    var handler = TreeBuilder.handler
    let context = withUnsafeMutablePointer(to: &handler) { handler in
      xmlCreatePushParserCtxt(handler, Unmanaged.passUnretained(builder).toOpaque(), nil, 0, nil)
    }
    guard let context else { throw XMLError(code: .tooLarge, line: 0, column: 0, detail: "") }
    builder.context = context
    let options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue
      | XML_PARSE_BIG_LINES.rawValue
    xmlCtxtUseOptions(context, Int32(bitPattern: options))
    self.builder = builder
    self.context = context
    self.limits = limits
    scanner = StartTagScanner(limit: limits.attributes)
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Reads the document's next bytes.
  mutating func read(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLError) {
    if bytes == 0, let encoding = TextEncoding.refused(beginning: piece) {
      throw XMLError(code: .malformed, line: 1, column: 1, detail: "encoding \(encoding)")
    }
    bytes += piece.count
    if bytes > limits.bytes { builder.fail(.tooLarge) }
    let readable = scanner.scan(piece)
    // With the beginning of the tag that is refused, which ends the text before it, so that its line is known.
    parse(UnsafeBufferPointer(rebasing: piece[..<min(readable + 2, piece.count)]))
    if readable < piece.count { builder.fail(.tooLarge) }
    if let error = builder.error { throw error }
  }

  /// Ends the document.
  consuming func finish() throws(XMLError) -> XMLTree {
    _ = xmlParseChunk(context, nil, 0, 1)
    if let error = builder.error { throw error }
    guard context.pointee.wellFormed != 0, builder.sawRoot else {
      throw XMLError(code: .malformed, line: 1, column: 1, detail: "the document is empty")
    }
    return builder.tree
  }

  private func parse(_ piece: UnsafeBufferPointer<UInt8>) {
    guard builder.error == nil, let base = piece.baseAddress, !piece.isEmpty else { return }
    base.withMemoryRebound(to: CChar.self, capacity: piece.count) {
      _ = xmlParseChunk(context, $0, Int32(piece.count), 0)
    }
  }

  private static let libraryIsReady: Bool = {
    xmlInitParser()
    return true
  }()
}

/// Which encodings are read: those in which ``StartTagScanner`` finds the tags that libxml2 finds.
enum TextEncoding {
  /// Whether a document may declare the encoding `name`.
  static func isRead(_ name: String) -> Bool {
    let name = name.lowercased()
    let families = [
      "utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-", "windows-125", "koi8-",
    ]
    return families.contains { name.hasPrefix($0) }
  }

  /// The encoding that libxml2 would read by the document's first bytes, where it is none that is read (XML 1.0, appendix F).
  static func refused(beginning bytes: UnsafeBufferPointer<UInt8>) -> String? {
    switch Array(bytes.prefix(4)) {
    case [0, 0, 0, 0x3C], [0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF], [0xFF, 0xFE, 0, 0]: "UTF-32"
    case [0, 0, 0x3C, 0], [0, 0x3C, 0, 0]: "UCS-4"
    case [0x4C, 0x6F, 0xA7, 0x94]: "EBCDIC"
    default: nil
    }
  }
}
