import XML

/// Markup that the data holds for `{{r x}}` and its like, which docxtpl writes as it is: here only what is well-formed, stands at the right level and is text, tables and their looks.
enum RawMarkup {
  /// What the elements stand in the place of.
  enum Level {
    case run, paragraph, row, cell

    fileprivate var outermost: Set<String> {
      switch self {
      case .run: ["r"]
      case .paragraph: ["p", "tbl"]
      case .row: ["tr"]
      case .cell: ["tc"]
      }
    }
  }

  /// Elements with text or looks; none that run, fetch or refer to anything.
  private static let content: Set<String> = [
    "p", "r", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "tbl", "tr", "tc",
    "tblGrid", "gridCol", "bookmarkStart", "bookmarkEnd", "proofErr",
  ]
  private static let properties: Set<String> = [
    "pPr", "rPr", "tblPr", "tblPrEx", "trPr", "tcPr",
  ]
  /// Properties that refer to other parts.
  private static let references: Set<String> = ["sectPr", "pPrChange", "rPrChange", "del", "ins"]

  /// `text` as markup with the part's prefix, or `nil` where it is no such markup.
  static func bytes(of text: String, as level: Level, prefix: String) -> [UInt8]? {
    guard let first = text.utf8.first(where: { $0 > 0x20 }), first == UInt8(ascii: "<") else {
      return nil
    }
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let source = "<root xmlns:w=\"\(namespace)\">\(text)</root>"
    guard let tree = try? XMLTree(parsing: Array(source.utf8)) else { return nil }
    for node in tree.children(of: tree.root) {
      switch tree.kind(of: node) {
      case .text where tree.bytes(of: node).allSatisfy({ $0 <= 0x20 }): continue
      case .element where level.outermost.contains(tree.name(of: node).local): continue
      default: return nil
      }
    }
    var end = 0
    for node in (tree.root + 1)..<tree.count where tree.kind(of: node) == .element {
      let name = tree.name(of: node)
      guard name.namespace == namespace, isHarmless(node, tree) else { return nil }
      if node < end {
        guard !references.contains(name.local) else { return nil }
      } else if properties.contains(name.local) {
        end = tree.end(of: node)
      } else if !content.contains(name.local) {
        return nil
      }
    }
    var bytes: [UInt8] = []
    for node in tree.children(of: tree.root) where tree.kind(of: node) == .element {
      tree.write(node, into: &bytes)
    }
    guard prefix != "w:" else { return bytes }
    return declaring(namespace, bytes)
  }

  private static func isHarmless(_ node: XMLTree.NodeID, _ tree: XMLTree) -> Bool {
    tree.attributes(of: node).allSatisfy { name, _ in
      name.qualified.hasPrefix("w:") || name.qualified.hasPrefix("xml:")
    }
  }

  /// The outermost elements with a declaration of the prefix, which the part does not have.
  private static func declaring(_ namespace: String, _ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var scanner = MarkupScanner(bytes)
    var depth = 0
    var copied = 0
    while let item = scanner.next() {
      switch item {
      case .text: continue
      case .start(let name, let isEmpty, let tag):
        if depth == 0 {
          let end = tag.lowerBound + 1 + name.utf8.count
          result += bytes[copied..<end] + " xmlns:w=\"\(namespace)\"".utf8
          copied = end
        }
        if !isEmpty { depth += 1 }
      case .end: depth -= 1
      }
    }
    return result + bytes[copied...]
  }
}
