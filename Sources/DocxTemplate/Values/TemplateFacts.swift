import OfficePackage
import WordprocessingML
import XML

/// What making content needs to know of a template: gathered once, shared by all documents that are made from it.
struct TemplateFacts: Sendable {
  /// The kinds of styles (ECMA-376 part 1, §17.18.83).
  enum StyleKind: String, CaseIterable, Sendable {
    case paragraph, character, table, numbering
  }

  /// No changes yet: a copy of this is what one rendering changes.
  let edit: PackageEdit
  let namespaces: OfficeNamespaces
  let mainPart: String
  /// The ids that drawings of the template have.
  let drawingIDs: Set<Int>
  /// The ids and names of its bookmarks.
  let bookmarkIDs: Set<Int>
  let bookmarkNames: Set<String>
  private(set) var stylesPart: String?
  private(set) var styleIDs: Set<String> = []
  private var styles: [StyleKind: [String: String]] = [:]
  private var styleNames: [StyleKind: [String]] = [:]

  init(_ package: OfficePackage) throws(OfficePackageError) {
    edit = try PackageEdit(package)
    mainPart = try package.mainDocument()
    let root = try package.rootNamespace(of: mainPart)
    namespaces = OfficeNamespaces(isStrict: root == WordTree.namespaces[1])
    var numbers = OccupiedNumbers()
    for part in package.partNames where part.lowercased().hasSuffix(".xml") {
      if let content = package.content(of: part) { numbers.collect(from: content) }
    }
    drawingIDs = numbers.drawings
    bookmarkIDs = numbers.bookmarks
    bookmarkNames = numbers.bookmarkNames
    for relationship in try package.relationships(of: mainPart)
    where relationship.kind == "styles" && !relationship.isExternal {
      guard let part = package.partName(relationship.target) else { continue }
      stylesPart = part
      readStyles(WordTree(try package.tree(of: part)))
    }
  }

  /// The id of the style that has this name, as Word shows it, or this id; the case of letters does not matter.
  func style(_ name: String, _ kind: StyleKind) -> String? { styles[kind]?[name.lowercased()] }

  /// The names of the styles of a kind, in the order of the file.
  func styleNames(_ kind: StyleKind) -> [String] { styleNames[kind] ?? [] }

  private mutating func readStyles(_ tree: WordTree) {
    for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == .style {
      guard let id = tree.attribute("styleId", of: node),
        let kind = StyleKind(rawValue: tree.attribute("type", of: node) ?? "paragraph")
      else { continue }
      styleIDs.insert(id)
      let name = tree.value(of: .name, in: node) ?? id
      styleNames[kind, default: []].append(name)
      styles[kind, default: [:]][name.lowercased()] = id
      // A style's name goes before another's id that is spelt like it.
      if styles[kind]?[id.lowercased()] == nil { styles[kind]?[id.lowercased()] = id }
    }
  }
}

extension OfficePackage {
  fileprivate func rootNamespace(of part: String) throws(OfficePackageError) -> String {
    let tree = try tree(of: part)
    return tree.name(of: tree.root).namespace
  }
}
