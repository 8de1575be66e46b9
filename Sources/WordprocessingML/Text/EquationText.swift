import XML

/// An equation (ECMA-376 part 1, §22.1) as one line of text: `(a+b)/c`, `x^2`, `√(x)`, `∑_(i=1)^n i`.
///
/// What is not known here is read for the text in it.
struct EquationText {
  private let tree: XMLTree

  init(_ tree: XMLTree) { self.tree = tree }

  /// The text of `m:oMath`.
  ///
  /// - Complexity: linear in the equation; what is nested deeper than a hand would write is read without structure.
  func text(of equation: XMLTree.NodeID) -> String {
    EquationSpacing.spaced(content(of: equation, depth: 0))
  }

  private func content(of node: XMLTree.NodeID?, depth: Int) -> String {
    guard let node else { return "" }
    guard depth < 32 else { return plain(node) }
    var text = ""
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      text += self.text(ofElement: child, depth: depth + 1)
    }
    return text
  }

  private func text(ofElement node: XMLTree.NodeID, depth: Int) -> String {
    func part(_ name: String) -> String { content(of: child(name, of: node), depth: depth) }
    func group(_ name: String) -> String { Self.grouped(part(name)) }
    switch tree.name(of: node).local {
    case "t": return tree.string(of: node)
    case "f": return group("num") + "/" + group("den")
    case "sSup": return group("e") + Self.raised(part("sup"))
    case "sSub": return group("e") + Self.lowered(part("sub"))
    case "sSubSup": return group("e") + Self.lowered(part("sub")) + Self.raised(part("sup"))
    case "sPre": return Self.lowered(part("sub")) + Self.raised(part("sup")) + group("e")
    case "rad":
      let degree = part("deg")
      return (degree.isEmpty ? "√" : degree + "√") + "(" + part("e") + ")"
    case "nary":
      return (property("chr", of: node) ?? "∫") + Self.lowered(part("sub"))
        + Self.raised(part("sup")) + " " + part("e")
    case "d":
      let items = tree.children(of: node).filter { name(of: $0) == "e" }
      let texts = items.map { content(of: $0, depth: depth) }
      return (property("begChr", of: node) ?? "(")
        + texts.joined(separator: property("sepChr", of: node) ?? "|")
        + (property("endChr", of: node) ?? ")")
    case "func": return part("fName") + " " + part("e")
    case "limLow": return part("e") + Self.lowered(part("lim"))
    case "limUpp": return part("e") + Self.raised(part("lim"))
    case "m":
      let rows = tree.children(of: node).filter { name(of: $0) == "mr" }
      return "["
        + rows.map { row in
          tree.children(of: row).filter { name(of: $0) == "e" }
            .map { content(of: $0, depth: depth) }.joined(separator: " ")
        }.joined(separator: "; ") + "]"
    case "eqArr":
      return tree.children(of: node).filter { name(of: $0) == "e" }
        .map { content(of: $0, depth: depth) }.joined(separator: "; ")
    case "acc": return part("e") + (property("chr", of: node) ?? "\u{302}")
    // Properties, deleted and hidden text.
    case let name where name.hasSuffix("Pr") || name == "del" || name == "moveFrom": return ""
    default: return content(of: node, depth: depth)
    }
  }

  /// In brackets unless it is one number, name or sign, or in brackets already.
  private static func grouped(_ text: String) -> String {
    let isOne = text.count < 2 || text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
    return isOne ? text : "(" + text + ")"
  }

  private static func raised(_ text: String) -> String {
    moved(text, "^", from: "0123456789+-−=()n", to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
  }

  private static func lowered(_ text: String) -> String {
    moved(text, "_", from: "0123456789+-−=()", to: "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
  }

  /// In small characters where each has one, else behind `sign`.
  private static func moved(_ text: String, _ sign: String, from: String, to: String) -> String {
    let small = zip(from, to)
    let characters = text.filter { !$0.isWhitespace }.map { character in
      small.first { $0.0 == character }?.1
    }
    if text.isEmpty { return "" }
    let found = characters.compactMap { $0 }
    return found.count == characters.count ? String(found) : sign + grouped(text)
  }

  private func plain(_ node: XMLTree.NodeID) -> String {
    var text = ""
    for inner in node..<tree.end(of: node)
    where tree.kind(of: inner) == .element && name(of: inner) == "t" {
      text += tree.string(of: inner)
    }
    return text
  }

  private func name(of node: XMLTree.NodeID) -> String {
    tree.kind(of: node) == .element ? tree.name(of: node).local : ""
  }

  private func child(_ name: String, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    tree.children(of: node).first { self.name(of: $0) == name }
  }

  /// The value of a property such as `m:chr`, which stands in the element's properties.
  private func property(_ property: String, of node: XMLTree.NodeID) -> String? {
    let properties = tree.children(of: node).first { name(of: $0).hasSuffix("Pr") }
    return properties.flatMap { child(property, of: $0) }
      .flatMap { tree.attribute(named: "val", of: $0) }
  }
}

/// Spaces around the signs of an equation, as a person writes them.
enum EquationSpacing {
  static func spaced(_ text: String) -> String {
    var output = ""
    for character in text {
      let isRelation = "=<>≤≥≠≈≡≅∼→⇒⇔∈∉⊂".contains(character)
      // A sign without anything to its left is part of a number.
      let isOperation = "+−-×÷±".contains(character) && endsOperand(output)
      if isRelation || isOperation {
        while output.last == " " { output.removeLast() }
        output += output.isEmpty ? "\(character) " : " \(character) "
      } else if character == " " {
        if output.last != " ", !output.isEmpty { output.append(" ") }
      } else if character.unicodeScalars.first?.value != 0x2061 {
        // U+2061 stands between a function and its argument and is not seen.
        output.append(character)
      }
    }
    while output.last == " " { output.removeLast() }
    return output
  }

  private static func endsOperand(_ text: String) -> Bool {
    guard let last = text.last(where: { $0 != " " }) else { return false }
    return last.isLetter || last.isNumber || ")]}!∞".contains(last)
  }
}
