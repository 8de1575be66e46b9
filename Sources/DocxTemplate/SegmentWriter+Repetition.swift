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
    case .numId where restartsLists:
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
    case .ins, .del, .moveFrom, .moveTo, .pPrChange, .rPrChange: return change(node)
    case .other:
      let name = tree.tree.name(of: node)
      if Self.changes.contains(name.local) { return change(node) }
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

  /// Records of changes that are read for nothing else (ECMA-376 part 1, §17.13.5).
  private static let changes: Set<String> = [
    "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange", "sectPrChange",
    "numberingChange", "cellIns", "cellDel", "cellMerge",
  ]

  private func change(_ node: XMLTree.NodeID) -> Unique? {
    tree.attribute("id", of: node).flatMap { Int($0) }
      .map { .attribute("id", .change(node: node, number: String($0))) }
  }

  /// What stands before the list in a paragraph's properties (ECMA-376 part 1, §17.3.1.26).
  private static let beforeList: Set<String> = [
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
  ]

  /// Writes the properties of a paragraph that belongs to a list by its style alone, with the list spelt out, so that it can begin anew; returns whether it is such a paragraph.
  mutating func writeListOfStyle(_ properties: XMLTree.NodeID) -> Bool {
    let xml = tree.tree
    guard tree.child(.numPr, of: properties) == nil,
      let style = tree.value(of: .pStyle, in: properties),
      let membership = styleLists[style], let list = Int(membership.list), list != 0
    else { return false }
    xml.writeStartTag(properties, into: &buffer)
    var isDue = true
    for child in xml.children(of: properties) {
      if isDue, xml.kind(of: child) == .element,
        !Self.beforeList.contains(xml.name(of: child).local)
      {
        writeList(list, membership.level)
        isDue = false
      }
      xml.write(child, into: &buffer)
    }
    if isDue { writeList(list, membership.level) }
    xml.writeEndTag(properties, into: &buffer)
    return true
  }

  private mutating func writeList(_ list: Int, _ level: String) {
    buffer += "<\(prefix)numPr><\(prefix)ilvl \(prefix)val=\"".utf8
    XMLEscaping.attribute(level.utf8, into: &buffer)
    buffer += "\"/><\(prefix)numId \(prefix)val=\"".utf8
    write(hook: .list(number: list))
    buffer += "\"/></\(prefix)numPr>".utf8
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
