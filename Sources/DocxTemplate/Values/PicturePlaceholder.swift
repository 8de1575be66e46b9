import Diagnostics
import Jinja
import WordprocessingML
import XML

/// A picture of the template whose alternative text is a tag: a picture of the data takes its place, and has its position, its frame and its room.
final class PicturePlaceholder: Sendable {
  /// A piece of the drawing's markup.
  private enum Piece: Sendable {
    case constant([UInt8])
    case alternativeText
    case drawingID
    case width, height
    /// The reference to the picture, as the template has it.
    case picture([UInt8])
  }

  private let part: String
  private let pieces: [Piece]
  private let width: EMU
  private let height: EMU

  /// The placeholder that the drawing around `properties`, a `wp:docPr`, is; `nil` where that holds no picture, or more than one.
  /// `attribute` is the number of the attribute that holds the tag.
  init?(around properties: XMLTree.NodeID, tag attribute: Int, in tree: WordTree, part: String) {
    let xml = tree.tree
    guard let drawing = tree.enclosing(.drawing, of: properties) else { return nil }
    let inside = (drawing..<xml.end(of: drawing)).filter { xml.kind(of: $0) == .element }
    let pictures = inside.filter { xml.name(of: $0).local == "blip" }
    let extent = inside.first { xml.name(of: $0).local == "extent" }
    guard pictures.count == 1, let picture = pictures.first, let extent,
      let width = xml.attribute("cx", of: extent).flatMap({ Int($0) }),
      let height = xml.attribute("cy", of: extent).flatMap({ Int($0) }),
      (1...EMU.maximum.value).contains(width), (1...EMU.maximum.value).contains(height)
    else { return nil }
    self.part = part
    self.width = EMU(width)
    self.height = EMU(height)
    var writer = Writer(
      xml: xml, drawing: drawing, properties: properties, attribute: attribute, picture: picture)
    writer.write()
    pieces = writer.pieces
  }

  /// The drawing with `value`: a picture in place of the template's, anything else as the alternative text of that.
  func content(_ value: Value, in session: RenderSession) throws(Fault) -> [UInt8] {
    var image: ImageValue?
    if case .custom(let custom) = value { image = custom as? ImageValue }
    let text = image?.alternativeText ?? PartOutput.text(of: value)
    let box = (width: width, height: height)
    let size = image?.contained(in: box) ?? box
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .constant(let constant): bytes += constant
      case .alternativeText: try Self.write(text, into: &bytes)
      case .drawingID: bytes += "\(session.nextDrawingID())".utf8
      case .width: bytes += "\(size.width.value)".utf8
      case .height: bytes += "\(size.height.value)".utf8
      case .picture(let original):
        guard let image else {
          bytes += original
          continue
        }
        bytes += try Drawing.blip(of: image.image, part: part, in: session).utf8
      }
    }
    return bytes
  }

  private static func write(_ text: String, into bytes: inout [UInt8]) throws(Fault) {
    guard text.unicodeScalars.allSatisfy(XMLEscaping.isAllowed) else {
      throw PartOutput.controlCharacter
    }
    XMLEscaping.attribute(text.utf8, into: &bytes)
  }

  /// Cuts a drawing into its pieces.
  private struct Writer {
    let xml: XMLTree
    let drawing: XMLTree.NodeID
    let properties: XMLTree.NodeID
    let attribute: Int
    let picture: XMLTree.NodeID
    private(set) var pieces: [Piece] = []
    private var buffer: [UInt8] = []

    init(
      xml: XMLTree, drawing: XMLTree.NodeID, properties: XMLTree.NodeID, attribute: Int,
      picture: XMLTree.NodeID
    ) {
      self.xml = xml
      self.drawing = drawing
      self.properties = properties
      self.attribute = attribute
      self.picture = picture
    }

    mutating func write() {
      var open: [XMLTree.NodeID] = []
      var node = drawing
      while node < xml.end(of: drawing) {
        while let last = open.last, xml.end(of: last) <= node {
          xml.writeEndTag(open.removeLast(), into: &buffer)
        }
        if node == picture {
          var original: [UInt8] = []
          xml.write(node, into: &original)
          add(.picture(original))
          node = xml.end(of: node)
        } else if xml.kind(of: node) != .element {
          xml.writeLeaf(node, into: &buffer)
          node += 1
        } else {
          writeStartTag(node)
          open.append(node)
          node += 1
        }
      }
      while let last = open.popLast() { xml.writeEndTag(last, into: &buffer) }
      pieces.append(.constant(buffer))
    }

    private mutating func add(_ piece: Piece) {
      pieces += [.constant(buffer), piece]
      buffer = []
    }

    private mutating func writeStartTag(_ node: XMLTree.NodeID) {
      buffer += "<\(xml.name(of: node).qualified)".utf8
      for (name, value) in xml.attributeBytes(of: node) {
        buffer += " \(xml.names[name].qualified)=\"".utf8
        if let piece = piece(node, name) {
          add(piece)
        } else {
          XMLEscaping.attribute(value, into: &buffer)
        }
        buffer.append(UInt8(ascii: "\""))
      }
      buffer.append(UInt8(ascii: ">"))
    }

    /// What stands in place of an attribute's value.
    private func piece(_ node: XMLTree.NodeID, _ name: Int) -> Piece? {
      let local = xml.names[name].local
      if node == properties {
        return name == attribute ? .alternativeText : local == "id" ? .drawingID : nil
      }
      // The picture's own size is that of its frame.
      let parent = xml.parent(of: node).map { xml.name(of: $0).local }
      let isExtent =
        xml.name(of: node).local == "extent"
        || xml.name(of: node).local == "ext" && parent == "xfrm"
      guard isExtent else { return nil }
      return local == "cx" ? .width : local == "cy" ? .height : nil
    }
  }
}
