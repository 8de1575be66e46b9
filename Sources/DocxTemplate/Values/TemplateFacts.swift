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
  /// The width of the text on a page of the document's last section.
  let textWidth: EMU
  /// The ids that drawings of the template have.
  let drawingIDs: Set<Int>
  /// The ids and names of its bookmarks.
  let bookmarkIDs: Set<Int>
  /// No mark of the template has a higher number.
  let highestID: Int
  let bookmarkNames: Set<String>
  private(set) var stylesPart: String?
  private(set) var styleIDs: Set<String> = []
  /// The font of text that names none; `nil` where the theme says it.
  private(set) var font: String?
  private(set) var styleLists = StyleLists()
  private var styles: [StyleKind: [String: String]] = [:]
  private var styleNames: [StyleKind: [String]] = [:]

  init(_ package: PartReader) throws(OfficePackageError) {
    edit = try PackageEdit(package.package)
    mainPart = try package.mainDocument()
    let main = try package.tree(of: mainPart)
    let root = main.name(of: main.root).namespace
    namespaces = OfficeNamespaces(isStrict: root == WordTree.namespaces[1])
    textWidth = Self.textWidth(WordTree(main))
    let numbers = package.occupiedNumbers()
    drawingIDs = numbers.drawings
    bookmarkIDs = numbers.bookmarks
    highestID = numbers.highestID
    bookmarkNames = numbers.bookmarkNames
    for relationship in try package.relationships(of: mainPart)
    where relationship.kind == "styles" && !relationship.isExternal {
      guard let part = package.partName(relationship.target) else { continue }
      stylesPart = part
      let tree = WordTree(try package.tree(of: part))
      readStyles(tree)
      font = Self.font(tree)
      styleLists = StyleLists(tree)
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

  /// The font of the default paragraph style, or of the document's defaults.
  private static func font(_ tree: WordTree) -> String? {
    let root = tree.tree.root
    let style = tree.tree.children(of: root).first {
      tree.element($0) == .style && tree.attribute("type", of: $0) == "paragraph"
        && ["1", "true", "on"].contains(tree.attribute("default", of: $0) ?? "")
    }
    let defaults = tree.child(.docDefaults, of: root).flatMap { node in
      tree.tree.children(of: node).first { tree.tree.kind(of: $0) == .element }
    }
    return [style, defaults].lazy.compactMap { holder in
      holder.flatMap { tree.child(.rPr, of: $0) }.flatMap { tree.child(.rFonts, of: $0) }
        .flatMap { tree.attribute("ascii", of: $0) }
    }.first
  }

  /// An A4 page with the margins of an official letter.
  private static let usualTextWidth = EMU(5_940_000)

  private static func textWidth(_ tree: WordTree) -> EMU {
    guard let body = tree.child(.body, of: tree.tree.root),
      let section = tree.child(.sectPr, of: body)
    else { return usualTextWidth }
    func length(_ element: String, _ attribute: String) -> EMU? {
      let node = tree.tree.children(of: section).first {
        tree.tree.kind(of: $0) == .element && tree.tree.name(of: $0).local == element
      }
      guard let text = node.flatMap({ tree.attribute(attribute, of: $0) }) else { return nil }
      if let twips = Int(text) { return EMU(twips: min(max(twips, 0), 1 << 20)) }
      return EMU(parsing: text, unit: nil)
    }
    guard let page = length("pgSz", "w"), let left = length("pgMar", "left"),
      let right = length("pgMar", "right")
    else { return usualTextWidth }
    let width = EMU(page.value - left.value - right.value)
    return width >= EMU(360_000) ? min(width, .maximum) : usualTextWidth
  }
}
