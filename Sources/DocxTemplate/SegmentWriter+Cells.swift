import WordprocessingML
import XML

extension SegmentWriter {
  /// The properties of a cell in the order of the schema (ECMA-376 part 1, §17.4.69).
  private static let order = [
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
    "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel",
    "cellMerge", "tcPrChange",
  ]

  /// Writes the properties of a cell of which tags decide some.
  mutating func writeCellProperties(
    _ properties: XMLTree.NodeID?, _ tags: CellTags, inside open: [XMLTree.NodeID]
  ) {
    let xml = tree.tree
    var own: [String: [XMLTree.NodeID]] = [:]
    if let properties {
      for child in xml.children(of: properties) where xml.kind(of: child) == .element {
        own[xml.name(of: child).local, default: []].append(child)
      }
    }
    let container = path(open)
    buffer += "<\(prefix)tcPr>".utf8
    for name in Self.order {
      switch name {
      case "gridSpan" where tags.span != nil:
        write(hook: .beginSpan)
        if let tag = tags.span { write(tag: tag, container: container, at: .span) }
        write(hook: .endSpan)
      case "vMerge" where tags.merge != nil:
        buffer += "<\(prefix)vMerge \(prefix)val=\"".utf8
        if let tag = tags.merge { write(tag: tag, container: container, at: .attribute) }
        buffer += "\"/>".utf8
      case "hMerge" where tags.merge != nil || tags.span != nil: continue
      case "shd" where tags.fill != nil:
        write(hook: .beginFill)
        if let tag = tags.fill { write(tag: tag, container: container, at: .fill) }
        write(hook: .endFill)
      default: for child in own[name] ?? [] { xml.write(child, into: &buffer) }
      }
    }
    buffer += "</\(prefix)tcPr>".utf8
  }
}
