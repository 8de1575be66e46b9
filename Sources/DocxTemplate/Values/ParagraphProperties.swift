/// The properties of a paragraph, kept in the order that the schema demands (ECMA-376 part 1, §17.3.1.26).
struct ParagraphProperties {
  private static let order: [String: Int] = {
    let names = [
      "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
      "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
      "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
      "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
      "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
      "rPr", "sectPr", "pPrChange",
    ]
    return Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }()

  private var items: [(position: Int, name: String, bytes: [UInt8])] = []

  /// The properties in a serialised `w:pPr`, without what one paragraph alone can have: the end of a section, and a record of earlier properties.
  init(_ serialized: [UInt8]) {
    for child in ElementScanner.children(of: serialized)
    where child.name != "sectPr" && child.name != "pPrChange" {
      let position = Self.order[child.name] ?? Self.order.count
      items.append((position, child.name, Array(child.bytes)))
    }
  }

  /// Gives a property that is nothing but a value, in place of one of its name.
  mutating func set(_ name: String, _ value: String) {
    set(name, attributes: " w:val=\"\(WordMarkup.attribute(value))\"")
  }

  /// Gives a property without content, in place of one of its name.
  mutating func set(_ name: String, attributes: String) {
    items.removeAll { $0.name == name }
    let position = Self.order[name] ?? Self.order.count
    let index = items.firstIndex { $0.position > position } ?? items.count
    items.insert((position, name, Array("<w:\(name)\(attributes)/>".utf8)), at: index)
  }

  /// The serialised `w:pPr`, or nothing where there are no properties.
  func serialized() -> [UInt8] {
    guard !items.isEmpty else { return [] }
    var bytes = Array("<w:pPr>".utf8)
    for item in items { bytes += item.bytes }
    return bytes + Array("</w:pPr>".utf8)
  }
}
