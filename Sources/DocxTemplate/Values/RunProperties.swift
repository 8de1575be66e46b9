/// One property of a run: an element without content.
struct RunProperty: Hashable, Sendable {
  /// The local name, such as `b`.
  let name: String
  /// The attributes as written, each with a space before it; empty for none.
  let attributes: String

  init(_ name: String, _ attributes: String = "") {
    self.name = name
    self.attributes = attributes
  }

  /// A property that is nothing but a value, which is escaped.
  init(_ name: String, value: String) {
    self.init(name, " w:val=\"\(WordMarkup.attribute(value))\"")
  }

  /// A property that is on or off.
  init(_ name: String, isOn: Bool) {
    self.init(name, isOn ? "" : " w:val=\"0\"")
  }
}

/// The properties of a run, kept in the order that the schema demands (ECMA-376 part 1, §17.3.2.28; `EG_RPrBase`).
struct RunProperties {
  private static let order: [String: Int] = {
    let names = [
      "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
      "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
      "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
      "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish",
      "oMath",
    ]
    return Dictionary(uniqueKeysWithValues: zip(names, names.indices))
  }()

  private struct Item {
    let name: String
    let position: Int
    let bytes: [UInt8]
  }

  private var items: [Item] = []

  /// The properties in a serialised `w:rPr`; a record of earlier ones (`w:rPrChange`) is left out, since it is not the value's.
  init(_ serialized: [UInt8]) {
    for child in ElementScanner.children(of: serialized) where child.name != "rPrChange" {
      // Properties that are newer than the standard stand last.
      let position = Self.order[child.name] ?? Self.order.count
      items.append(Item(name: child.name, position: position, bytes: Array(child.bytes)))
    }
  }

  /// Gives a property, in place of one of its name.
  mutating func set(_ property: RunProperty) {
    remove(property.name)
    let position = Self.order[property.name] ?? Self.order.count
    let markup = "<w:\(property.name)\(property.attributes)/>"
    let index = items.firstIndex { $0.position > position } ?? items.count
    items.insert(
      Item(name: property.name, position: position, bytes: Array(markup.utf8)), at: index)
  }

  mutating func remove(_ name: String) { items.removeAll { $0.name == name } }

  /// The serialised `w:rPr`, or nothing where there are no properties.
  func serialized() -> [UInt8] {
    guard !items.isEmpty else { return [] }
    var bytes = Array("<w:rPr>".utf8)
    for item in items.sorted(by: { $0.position < $1.position }) { bytes += item.bytes }
    return bytes + Array("</w:rPr>".utf8)
  }
}

/// Finds the children of an element in well-formed markup that this program wrote itself.
enum ElementScanner {
  /// The local name and the bytes of each child of the one outermost element.
  static func children(
    of markup: [UInt8]
  ) -> [(name: String, bytes: ArraySlice<UInt8>)] {
    var children: [(name: String, bytes: ArraySlice<UInt8>)] = []
    var depth = 0
    var start = 0
    var index = 0
    while index < markup.count {
      guard markup[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let tag = index
      index = end(ofTag: tag, in: markup)
      let isEnd = markup[tag + 1] == UInt8(ascii: "/")
      let isEmpty = markup[index - 2] == UInt8(ascii: "/")
      if isEnd {
        depth -= 1
      } else {
        if depth == 1 { start = tag }
        if !isEmpty { depth += 1 }
      }
      if depth == 1, isEnd || isEmpty {
        children.append((name(at: start + 1, in: markup), markup[start..<index]))
      }
    }
    return children
  }

  /// The offset behind the tag that begins at `start`; quoted values may hold a `>` only escaped here.
  private static func end(ofTag start: Int, in markup: [UInt8]) -> Int {
    var index = start + 1
    while index < markup.count, markup[index] != UInt8(ascii: ">") { index += 1 }
    return min(index + 1, markup.count)
  }

  private static func name(at start: Int, in markup: [UInt8]) -> String {
    let rest = markup[start...]
    let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    return String(decoding: name.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
  }
}
