import Jinja
import WordprocessingML
import XML

/// Whether a loop or a macro is open.
struct Repetition {
  private var depth = 0

  var isOpen: Bool { depth > 0 }

  mutating func note(_ tag: TagMarkup.FoundTag) {
    guard tag.kind == .statement else { return }
    let word = tag.text.drop { !Self.isLetter($0) }.prefix(while: Self.isLetter)
    switch String(decoding: word, as: UTF8.self) {
    case "for", "macro", "call", "block": depth += 1
    case "endfor", "endmacro", "endcall", "endblock": depth = max(0, depth - 1)
    default: break
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}

/// What carries a number or a name that must be unique in a document.
extension SegmentWriter {
  enum Unique {
    /// Written by the hook alone.
    case hook(Hook)
    /// An attribute's value is written by the hook.
    case attribute(String, Hook)
    /// Written the first time only.
    case once
    /// Not written: Word makes a new one.
    case nothing
  }

  func unique(_ node: XMLTree.NodeID, _ element: WordElement) -> Unique? {
    switch element {
    case .bookmarkStart where markup.attributes[node] == nil:
      guard let id = tree.attribute("id", of: node).flatMap({ Int($0) }),
        let name = tree.attribute("name", of: node)
      else { return nil }
      return .hook(.beginBookmark(number: id, name: name))
    case .bookmarkEnd:
      return tree.attribute("id", of: node).flatMap { Int($0) }
        .map { .hook(.endBookmark(number: $0)) }
    case .numId where markup.restartsLists:
      return tree.attribute("val", of: node).flatMap { Int($0) }.flatMap {
        $0 == 0 ? nil : .attribute("val", .list(number: $0))
      }
    default: break
    }
    guard repetition.isOpen else { return nil }
    switch element {
    case .commentRangeStart, .commentRangeEnd, .commentReference: return .once
    case .footnoteReference, .endnoteReference:
      let kind: NoteKind = element == .footnoteReference ? .footnote : .endnote
      return tree.attribute("id", of: node).flatMap { Int($0) }
        .map { .attribute("id", .note(number: $0, kind)) }
    case .other:
      let name = tree.tree.name(of: node)
      if name.local == "docPr", name.namespace.hasSuffix("/wordprocessingDrawing") {
        return .attribute("id", .drawingNumber)
      }
      let isOfControl =
        name.local == "id"
        && tree.tree.parent(of: node).map { tree.element($0) == .sdtPr } == true
      return isOfControl ? .nothing : nil
    default: return nil
    }
  }

  /// Writes a start tag with what makes it unique; returns whether an end tag is due.
  mutating func write(_ unique: Unique, _ node: XMLTree.NodeID, isEmpty: Bool) -> Bool {
    let xml = tree.tree
    switch unique {
    case .hook(let hook):
      write(hook: hook)
      return false
    case .nothing: return false
    case .once:
      write(hook: .beginOnce(number: node))
      xml.writeStartTag(node, selfClosing: true, into: &buffer)
      write(hook: .endOnce)
      return false
    case .attribute(let local, let hook):
      buffer += "<\(xml.name(of: node).qualified)".utf8
      for (name, value) in xml.attributeBytes(of: node) where !omitted.contains(name) {
        buffer += " \(xml.names[name].qualified)=\"".utf8
        if xml.names[name].local == local {
          write(hook: hook)
        } else if let text = markup.attributes[node]?.first(where: { $0.name == name }) {
          write(text, of: node)
        } else {
          XMLEscaping.attribute(value, into: &buffer)
        }
        buffer.append(UInt8(ascii: "\""))
      }
      buffer += isEmpty ? "/>".utf8 : ">".utf8
      return !isEmpty
    }
  }
}
