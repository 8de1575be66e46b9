import WordprocessingML
import XML

/// The lists of a document while it is filled: one that begins anew is a new list with the same looks (ECMA-376 part 1, §17.9.15).
struct ListNumbers {
  /// A list that was begun anew.
  struct Restart {
    let number: Int
    let original: Int
  }

  private(set) var restarts: [Restart] = []
  private var current: [Int: Int] = [:]
  /// The lists that have not been written since the last restart.
  private var waiting: Set<Int> = []
  private var isRestarted = false
  private var next: Int

  /// - Parameter numbers: The numbers of the lists that there are.
  init(besides numbers: some Sequence<Int>) { next = (numbers.max() ?? 0) + 1 }

  /// From here on every list begins anew.
  mutating func restart() {
    isRestarted = true
    waiting.formUnion(current.keys)
  }

  /// The number under which the list goes on.
  mutating func number(_ original: Int) -> Int {
    if isRestarted, waiting.remove(original) != nil {
      restarts.append(Restart(number: next, original: original))
      current[original] = next
      next += 1
    }
    let number = current[original] ?? original
    current[original] = number
    return number
  }
}

extension ListNumbers {
  /// The part of the lists with those that were begun anew.
  func numbering(_ tree: WordTree) -> [UInt8] {
    let xml = tree.tree
    let qualified = xml.name(of: xml.root).qualified
    let prefix = qualified.contains(":") ? String(qualified.prefix { $0 != ":" }) + ":" : ""
    var abstracts: [Int: String] = [:]
    var last: XMLTree.NodeID?
    for node in xml.children(of: xml.root) where tree.element(node) == .num {
      last = node
      guard let id = tree.attribute("numId", of: node).flatMap({ Int($0) }) else { continue }
      abstracts[id] = tree.value(of: .abstractNumId, in: node)
    }
    var output = Array(XMLTree.declaration.utf8)
    xml.writeStartTag(xml.root, into: &output)
    for node in xml.children(of: xml.root) {
      xml.write(node, into: &output)
      guard node == last else { continue }
      for restart in restarts {
        guard let abstract = abstracts[restart.original] else { continue }
        output += "<\(prefix)num \(prefix)numId=\"\(restart.number)\">".utf8
        output += "<\(prefix)abstractNumId \(prefix)val=\"\(abstract)\"/>".utf8
        for level in 0..<9 {
          let start = tree.start(ofLevel: level, abstract)
          output += "<\(prefix)lvlOverride \(prefix)ilvl=\"\(level)\">".utf8
          output += "<\(prefix)startOverride \(prefix)val=\"\(start)\"/>".utf8
          output += "</\(prefix)lvlOverride>".utf8
        }
        output += "</\(prefix)num>".utf8
      }
    }
    xml.writeEndTag(xml.root, into: &output)
    return output
  }
}

extension WordTree {
  /// With which number a level of a list begins.
  fileprivate func start(ofLevel level: Int, _ abstract: String) -> Int {
    for node in tree.children(of: tree.root)
    where element(node) == .abstractNum && attribute("abstractNumId", of: node) == abstract {
      for child in tree.children(of: node)
      where element(child) == .lvl && attribute("ilvl", of: child) == String(level) {
        return value(of: .start, in: child).flatMap { Int($0) } ?? 1
      }
    }
    return 1
  }
}
