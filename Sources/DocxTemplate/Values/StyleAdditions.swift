import XML

/// The styles that a rendering adds to a document.
struct StyleAdditions {
  private var ids: [TemplateFacts.StyleKind: [String: String]] = [:]
  private var used: Set<String> = []
  private var markup: [UInt8] = []

  var isEmpty: Bool { markup.isEmpty }

  func id(of name: String, _ kind: TemplateFacts.StyleKind) -> String? {
    ids[kind]?[name.lowercased()]
  }

  /// An id for a style that is added later: `id`, or one like it.
  mutating func reserve(
    like id: String, name: String, _ kind: TemplateFacts.StyleKind, unless isTaken: (String) -> Bool
  ) -> String {
    var candidate = id
    var number = 1
    while isTaken(candidate) || !used.insert(candidate).inserted {
      number += 1
      candidate = "\(id)_\(number)"
    }
    ids[kind, default: [:]][name.lowercased()] = candidate
    return candidate
  }

  mutating func add(_ style: [UInt8]) { markup += style }

  /// The part with what was added after its own styles.
  func serialized(after tree: XMLTree) -> [UInt8] {
    var output = Array(XMLTree.declaration.utf8)
    tree.writeStartTag(tree.root, into: &output)
    for child in tree.children(of: tree.root) { tree.write(child, into: &output) }
    output += markup
    tree.writeEndTag(tree.root, into: &output)
    return output
  }

  /// A part of nothing but what was added.
  func serialized(namespace: String) -> [UInt8] {
    Array("\(XMLTree.declaration)<w:styles xmlns:w=\"\(namespace)\">".utf8) + markup
      + Array("</w:styles>".utf8)
  }
}
