import WordprocessingML
import XML

/// Writes WordprocessingML for a place: elements are given with the prefix `w:`, whatever prefix the part has.
struct WordMarkup {
  private(set) var bytes: [UInt8] = []
  /// What the outermost elements declare lest `w:` mean nothing, or something else, in the part.
  let declaration: String
  let namespaces: OfficeNamespaces

  init(at site: InsertionSite, in session: RenderSession) {
    namespaces = session.namespaces
    declaration = site.prefix == "w:" ? "" : " xmlns:w=\"\(session.namespaces.word)\""
  }

  private init(_ other: WordMarkup) {
    declaration = other.declaration
    namespaces = other.namespaces
  }

  /// A writer for the same place that has written nothing.
  var empty: WordMarkup { WordMarkup(self) }

  /// Appends markup as it is.
  mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func write(_ markup: some Sequence<UInt8>) { bytes.append(contentsOf: markup) }

  /// Appends the start tag of an element that may stand outermost.
  mutating func start(_ name: String, _ attributes: String = "") {
    write("<w:\(name)\(declaration)\(attributes)>")
  }

  mutating func end(_ name: String) { write("</w:\(name)>") }

  /// Appends text as the children of a run: a line feed is a line break, a tab a tab, a form feed a new page.
  ///
  /// - Precondition: `text` holds nothing else that XML cannot hold; what is read from data was looked at then.
  mutating func write(text: String) {
    var text = text
    text.withUTF8 { buffer in
      var copied = 0
      func flush(_ end: Int, _ bytes: inout [UInt8]) {
        guard end > copied else { return }
        bytes.append(contentsOf: "<w:t xml:space=\"preserve\">".utf8)
        XMLEscaping.text(UnsafeBufferPointer(rebasing: buffer[copied..<end]), into: &bytes)
        bytes.append(contentsOf: "</w:t>".utf8)
      }
      for (index, byte) in buffer.enumerated() where byte < 0x20 {
        flush(index, &bytes)
        copied = index + 1
        switch byte {
        case 0x09: bytes.append(contentsOf: "<w:tab/>".utf8)
        case 0x0C: bytes.append(contentsOf: "<w:br w:type=\"page\"/>".utf8)
        case 0x0D where index + 1 < buffer.count && buffer[index + 1] == 0x0A: continue
        default: bytes.append(contentsOf: "<w:br/>".utf8)
        }
      }
      flush(buffer.count, &bytes)
    }
  }

  /// Appends a run of text; none for no text.
  mutating func write(run text: String, _ properties: [UInt8]) {
    guard !text.isEmpty else { return }
    start("r")
    write(properties)
    write(text: text)
    end("r")
  }

  /// A value between double quotes.
  static func attribute(_ value: String) -> String { XMLEscaping.attribute(value) }
}

/// The namespaces of a document: those of the transitional form of the standard, or of the strict one.
struct OfficeNamespaces: Hashable, Sendable {
  let isStrict: Bool

  var word: String { WordTree.namespaces[isStrict ? 1 : 0] }
  var relationships: String { name("officeDocument", "relationships") }
  var drawing: String { name("drawingml", "main") }
  var chart: String { name("drawingml", "chart") }
  var picture: String { name("drawingml", "picture") }
  var wordDrawing: String { name("drawingml", "wordprocessingDrawing") }

  private func name(_ family: String, _ kind: String) -> String {
    isStrict
      ? "http://purl.oclc.org/ooxml/\(family)/\(kind)"
      : "http://schemas.openxmlformats.org/\(family)/2006/\(kind)"
  }
}
