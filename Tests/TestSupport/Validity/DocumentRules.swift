import OfficePackage
import XML

/// What must be right in the parts of a document together: what refers to what, and what occurs once.
struct DocumentRules {
  private(set) var faults: [DocumentFault] = []
  private let parts: [WordPart]
  /// What there is to refer to: the ids of styles, lists, comments and notes, by the names of their elements.
  private var definitions: [String: Set<String>] = [:]
  private var hasPart: Set<String> = []
  /// What was met so far in the whole document.
  private var drawings: Set<String> = []
  private var bookmarks: Set<String> = []

  init(_ parts: [WordPart]) { self.parts = parts }

  private static let definingAttributes = [
    "style": "styleId", "num": "numId", "abstractNum": "abstractNumId", "comment": "id",
    "footnote": "id", "endnote": "id",
  ]

  mutating func check() {
    for part in parts { collect(part) }
    for part in parts {
      var order = OrderRules(part)
      order.check()
      faults += order.faults
      var story = StoryRules(part)
      story.check()
      faults += story.faults
      checkReferences(part)
      var charts = ChartRules(part)
      charts.check()
      faults += charts.faults
    }
  }

  private mutating func report(
    _ rule: String, _ part: WordPart, _ node: XMLTree.NodeID, _ message: String
  ) {
    faults.append(
      DocumentFault(rule: rule, part: part.name, place: part.place(of: node), message: message))
  }

  /// Gathers what a part defines.
  private mutating func collect(_ part: WordPart) {
    hasPart.insert(part.word(part.tree.root) ?? "")
    var defaults: Set<String> = []
    for node in part.tree.children(of: part.tree.root) {
      guard let word = part.word(node), let attribute = Self.definingAttributes[word],
        let id = part.attribute(attribute, of: node)
      else { continue }
      if !definitions[word, default: []].insert(id).inserted {
        report("unique", part, node, "\(word) \(id) occurs twice")
      }
      guard word == "style" else { continue }
      let type = part.attribute("type", of: node) ?? ""
      let isDefault = part.attribute("default", of: node)
      if isDefault == "1" || isDefault == "true", !defaults.insert(type).inserted {
        report("unique", part, node, "two \(type) styles are the default")
      }
    }
  }

  /// The elements that refer to what another part defines, with the defining element and its part.
  private static let references = [
    "pStyle": ("style", "styles"), "rStyle": ("style", "styles"), "tblStyle": ("style", "styles"),
    "basedOn": ("style", "styles"), "numId": ("num", "numbering"),
    "abstractNumId": ("abstractNum", "numbering"), "commentReference": ("comment", "comments"),
    "footnoteReference": ("footnote", "footnotes"), "endnoteReference": ("endnote", "endnotes"),
  ]

  private mutating func checkReferences(_ part: WordPart) {
    for node in 0..<part.tree.count {
      switch part.language(node) {
      case .word: checkWord(node, part)
      case .drawing:
        let name = part.tree.name(of: node).local
        checkLinks(node, part)
        guard name == "docPr", let id = part.tree.attribute("id", of: node) else { continue }
        if !part.isFallback(node), !drawings.insert(id).inserted {
          report("unique", part, node, "drawing \(id) occurs twice")
        }
      case .chart: checkLinks(node, part)
      case .compatibility, .other: continue
      }
    }
  }

  private mutating func checkWord(_ node: XMLTree.NodeID, _ part: WordPart) {
    guard let word = part.word(node) else { return }
    if let (definition, root) = Self.references[word],
      let id = part.attribute(word.hasSuffix("Reference") ? "id" : "val", of: node),
      // No list at all is the list 0.
      word != "numId" || id != "0"
    {
      // What the document says of no part at all is what Word says.
      let mustExist = hasPart.contains(root) || word.hasSuffix("Reference")
      if mustExist, definitions[definition]?.contains(id) != true {
        report("reference", part, node, "\(word) \(id) leads nowhere")
      }
    }
    if word == "bookmarkStart", let name = part.attribute("name", of: node), !name.isEmpty,
      !part.isFallback(node), !bookmarks.insert(name.lowercased()).inserted
    {
      report("unique", part, node, "bookmark \(name) occurs twice")
    }
    checkLinks(node, part)
  }

  /// The kinds of relationships that elements refer to.
  private static let linkKinds = [
    "hyperlink": "hyperlink", "headerReference": "header", "footerReference": "footer",
    "blip": "image", "chart": "chart",
  ]

  private mutating func checkLinks(_ node: XMLTree.NodeID, _ part: WordPart) {
    let element = part.tree.name(of: node).local
    for (attribute, id) in part.references(of: node) where !id.isEmpty {
      guard let link = part.links[id] else {
        report(
          "reference", part, node, "\(element) refers to the relationship \(id), which is not there"
        )
        continue
      }
      if let kind = Self.linkKinds[element], attribute != "link", link.kind != kind {
        report("reference", part, node, "\(element) refers to \(link.kind)")
      }
    }
  }
}
