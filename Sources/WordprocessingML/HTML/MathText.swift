import XML

/// An equation as text that can be read (ECMA-376 part 1, §22.1).
enum MathText {
  static func text(of equation: XMLTree.NodeID, in tree: XMLTree) -> String {
    var text = ""
    /// What is to be written where an element ends.
    var closing: [(end: XMLTree.NodeID, text: String)] = []
    var node = equation + 1
    let end = tree.end(of: equation)
    while node < end {
      while let last = closing.last, last.end <= node {
        text += last.text
        closing.removeLast()
      }
      guard tree.kind(of: node) == .element else {
        node += 1
        continue
      }
      let isMath = tree.name(of: node).namespace.hasSuffix("/math")
      let local = tree.name(of: node).local
      if local == "t" {
        text += tree.string(of: node)
        node = tree.end(of: node)
        continue
      }
      if isMath, local.hasSuffix("Pr") {
        text += sign(of: node, local, in: tree)
        node = tree.end(of: node)
        continue
      }
      if isMath, let (before, after) = marks(local, hasContent: tree.end(of: node) > node + 1) {
        text += before
        closing.append((tree.end(of: node), after))
      }
      node += 1
    }
    while let last = closing.popLast() { text += last.text }
    return text
  }

  private static func marks(_ local: String, hasContent: Bool) -> (String, String)? {
    switch local {
    case "num": ("(", ")/")
    case "den": ("(", ")")
    case "sup": hasContent ? ("^(", ")") : nil
    case "sub": hasContent ? ("_(", ")") : nil
    case "rad": ("√(", ")")
    case "deg": hasContent ? ("[", "]") : nil
    case "d": ("(", ")")
    case "mr": ("", "; ")
    default: nil
    }
  }

  /// The sign of a sum or an integral.
  private static func sign(of node: XMLTree.NodeID, _ local: String, in tree: XMLTree) -> String {
    guard local == "naryPr" else { return "" }
    for child in tree.children(of: node)
    where tree.kind(of: child) == .element && tree.name(of: child).local == "chr" {
      return tree.attributes(of: child).first { $0.name.local == "val" }?.value ?? "∫"
    }
    return "∫"
  }
}
