/// Reads a document that comes in pieces into a tree, in UTF-8, UTF-16 or an encoding of single bytes that begins as ASCII does.
///
/// Entities other than the five of XML, document type declarations and the network are off. A document that is written as programs write them is read by ``PlainReader``, any other, and what is wrong with one, by libxml2.
public struct XMLParser: ~Copyable {
  private let limits: XMLLimits
  /// How many bytes are to come, and those that came, until libxml2 is given them.
  private let expected: Int
  private var held: [UInt8] = []
  private var library: LibraryParser?

  /// A parser for a document of about `size` bytes.
  public init(limits: XMLLimits = XMLLimits(), expecting size: Int = 0) throws(XMLError) {
    self.limits = limits
    expected = size <= PlainReader.largest ? size : 0
    held.reserveCapacity(expected)
  }

  /// Reads the document's next bytes.
  public mutating func read(_ piece: UnsafeBufferPointer<UInt8>) throws(XMLError) {
    if library == nil, held.count + piece.count <= expected {
      held.append(contentsOf: piece)
      return
    }
    try passOn()
    try library?.read(piece)
  }

  /// Ends the document.
  public consuming func finish() throws(XMLError) -> XMLTree {
    if library == nil, let tree = PlainReader.tree(of: held, limits: limits) { return tree }
    try passOn()
    guard let library = library.take() else { return XMLTree() }
    return try library.finish()
  }

  /// Gives libxml2 what was held back.
  private mutating func passOn() throws(XMLError) {
    guard library == nil else { return }
    var library = try LibraryParser(limits: limits, expecting: expected)
    // The push parser refuses one chunk of many megabytes, so the document is handed over in pieces.
    let pieceSize = 64 << 10
    for start in stride(from: 0, to: held.count, by: pieceSize) {
      try held.withUnsafeBufferPointer { (buffer) throws(XMLError) in
        let end = min(start + pieceSize, buffer.count)
        try library.read(UnsafeBufferPointer(rebasing: buffer[start..<end]))
      }
    }
    held = []
    self.library = consume library
  }
}
