import XML

/// Reads the size of an SVG, and refuses one that would do more than be drawn.
enum SVGReader {
  private static let namespace = "http://www.w3.org/2000/svg"

  /// - Throws: `unknownFormat` for what is no SVG at all, `unsafe` for scripts and references to other files.
  static func description(
    of bytes: [UInt8]
  ) throws(ImageFile.Refusal) -> ImageFile.Description {
    var limits = XMLLimits()
    limits.depth = 256
    limits.nodes = 2_000_000
    let tree: XMLTree
    do throws(XMLError) {
      tree = try XMLTree(parsing: bytes, limits: limits)
    } catch {
      throw bytes.contains(UInt8(ascii: "<")) && error.code != .malformed ? .unsafe : .unknownFormat
    }
    let root = tree.name(of: tree.root)
    guard root.local == "svg", root.namespace == namespace else { throw .unknownFormat }
    for node in 0..<tree.count where !isHarmless(node, tree) { throw .unsafe }
    return try size(tree)
  }

  private static func size(_ tree: XMLTree) throws(ImageFile.Refusal) -> ImageFile.Description {
    func length(_ name: String) -> EMU? {
      tree.attribute(name, of: tree.root).flatMap { EMU(parsing: $0, unit: "px") }
    }
    let box = tree.attribute("viewBox", of: tree.root)?
      .split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }.compactMap { Double($0) }
    var ratio: Double?
    if let box, box.count == 4, box[2] > 0, box[3] > 0, (1e-3...1e3).contains(box[2] / box[3]) {
      ratio = box[2] / box[3]
    }
    var width = length("width")
    var height = length("height")
    if width == nil, height == nil, let box, box.count == 4, ratio != nil {
      (width, height) = (EMU(box[2], 9_525), EMU(box[3], 9_525))
    }
    if let ratio {
      if width == nil { width = height.flatMap { EMU(Double($0.value), ratio) } }
      if height == nil { height = width.flatMap { EMU(Double($0.value), 1 / ratio) } }
    }
    guard let width, let height, width.value > 0, height.value > 0 else { throw .damaged }
    return ImageFile.Description(format: .svg, width: width, height: height)
  }

  /// Whether an element, style sheet or instruction does nothing but draw.
  private static func isHarmless(_ node: XMLTree.NodeID, _ tree: XMLTree) -> Bool {
    switch tree.kind(of: node) {
    case .comment: return true
    case .processingInstruction: return false
    case .text:
      guard let parent = tree.parent(of: node), tree.name(of: parent).local == "style" else {
        return true
      }
      return isInternal(style: String(decoding: tree.bytes(of: node), as: UTF8.self))
    case .element:
      let forbidden = ["script", "foreignObject", "iframe", "handler", "set", "animate"]
      guard !forbidden.contains(tree.name(of: node).local) else { return false }
      return tree.attributes(of: node).allSatisfy { name, value in
        let local = name.local.lowercased()
        if local.hasPrefix("on") { return false }
        if local == "href" || local == "src" { return isInternal(reference: value) }
        return isInternal(style: value)
      }
    }
  }

  private static func isInternal(reference: String) -> Bool {
    let reference = reference.lowercased().drop { $0.isWhitespace }
    return reference.isEmpty
      || ["#", "data:image/png;", "data:image/jpeg;"]
        .contains { reference.hasPrefix($0) }
  }

  /// Whether a style names nothing outside the file.
  private static func isInternal(style: String) -> Bool {
    let style = style.lowercased()
    guard !style.contains("@import"), !style.contains("\\") else { return false }
    return style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().allSatisfy {
      let target = $0.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
      return target.hasPrefix("#") || target.hasPrefix("data:image/")
    }
  }
}
