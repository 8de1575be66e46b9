import OfficePackage
import XML

/// The rules of a package: what each part is, and where its relationships lead.
struct PackageRules {
  private(set) var faults: [DocumentFault] = []
  private let package: OfficePackage

  init(_ package: OfficePackage) { self.package = package }

  /// The kinds of relationships to parts of WordprocessingML, with the outermost elements of those parts.
  private static let roots = [
    "officeDocument": "document", "styles": "styles", "numbering": "numbering",
    "settings": "settings", "header": "hdr", "footer": "ftr", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments", "chart": "chartSpace",
  ]
  private static let wordTypes = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let chartType =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
  private static let mainTypes: Set<String> = [
    wordTypes + "document.main+xml", wordTypes + "template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
  ]

  mutating func check() throws(OfficePackageError) {
    try checkTypes()
    var kinds: [String: String] = [:]
    var links: [String: [Relationship]] = [:]
    let sources = package.partNames.filter { $0.hasSuffix(".rels") }.map(
      Self.source(ofRelationships:))
    for source in sources {
      let own = try package.relationships(of: source)
      links[source] = own
      check(own, of: source)
      for link in own where !link.isExternal {
        if let name = package.partName(link.target) { kinds[name] = link.kind }
      }
    }
    if kinds.values.count(where: { $0 == "officeDocument" }) != 1 {
      report("main", "_rels/.rels", "there is not one main document")
    }
    for name in package.partNames where name.hasSuffix(".xml") && kinds[name] == nil {
      _ = try package.tree(of: name)
    }
    var parts: [WordPart] = []
    for name in kinds.keys.sorted() {
      guard let kind = kinds[name], name.lowercased().hasSuffix(".xml") else { continue }
      let tree = try package.tree(of: name)
      guard let root = Self.roots[kind] else { continue }
      let part = WordPart(name: name, tree: tree, links: links[name] ?? [])
      try check(part, kind, root)
      parts.append(part)
    }
    var rules = DocumentRules(parts)
    rules.check()
    faults += rules.faults
  }

  private mutating func report(_ rule: String, _ part: String, _ message: String) {
    faults.append(DocumentFault(rule: rule, part: part, place: "", message: message))
  }

  /// The part whose relationships a part holds.
  private static func source(ofRelationships name: String) -> String {
    let path = name.split(separator: "/")
    let file = path.last.map { $0.dropLast(".rels".count) } ?? ""
    return (path.dropLast(2) + [file]).filter { !$0.isEmpty }.joined(separator: "/")
  }

  private mutating func checkTypes() throws(OfficePackageError) {
    let name = "[Content_Types].xml"
    let tree = try package.tree(of: name)
    var keys: Set<String> = []
    for node in tree.children(of: tree.root) where tree.kind(of: node) == .element {
      let part = tree.attribute("PartName", of: node)
      let key = part ?? "." + (tree.attribute("Extension", of: node) ?? "")
      if !keys.insert(key.lowercased()).inserted { report("type", name, "\(key) occurs twice") }
      if tree.attribute("ContentType", of: node) == nil { report("type", name, "\(key) has none") }
      guard let part else { continue }
      if !part.hasPrefix("/") {
        report("type", name, "\(part) does not begin with a slash")
      } else if package.partName(String(part.dropFirst())) == nil {
        report("type", name, "\(part) is not there")
      }
    }
    for part in package.partNames where part != name {
      if try package.contentType(of: part) == nil { report("type", part, "\(part) has none") }
    }
  }

  private mutating func check(_ links: [Relationship], of source: String) {
    let part = source.isEmpty ? "the package" : source
    if !source.isEmpty, package.partName(source) == nil {
      report("relationship", part, "relationships of a part that is not there")
    }
    var ids: Set<String> = []
    for link in links {
      if !ids.insert(link.id).inserted { report("relationship", part, "\(link.id) occurs twice") }
      if !link.isExternal, package.partName(link.target) == nil {
        report("relationship", part, "\(link.kind) leads to \(link.target), which is not there")
      }
      if link.isExternal, link.target.isEmpty {
        report("relationship", part, "\(link.id) leads nowhere")
      }
    }
  }

  /// Whether a part is what its relationship and its content type say.
  private mutating func check(
    _ part: WordPart, _ kind: String, _ root: String
  ) throws(OfficePackageError) {
    let type = try package.contentType(of: part.name) ?? ""
    let fits =
      switch kind {
      case "officeDocument": Self.mainTypes.contains(type)
      case "chart": type == Self.chartType
      default: type == Self.wordTypes + kind + "+xml"
      }
    if !fits { report("type", part.name, "\(part.name), which is \(kind), has the type \(type)") }
    let found =
      kind == "chart" ? part.tree.name(of: part.tree.root).local : part.word(part.tree.root)
    if found != root {
      report("root", part.name, "\(part.name) is \(kind) and does not begin with \(root)")
    }
  }
}
