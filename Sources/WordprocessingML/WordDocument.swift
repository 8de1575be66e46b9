public import OfficePackage

/// A Word document opened for reading.
public struct WordDocument: Sendable {
  /// A part that is a text flow of its own.
  struct Story: Sendable {
    let part: String
    let tree: WordTree
  }

  let package: OfficePackage
  let body: Story
  /// Headers and footers by relationship id.
  let marginals: [String: Story]
  let footnotes: Story?
  let endnotes: Story?
  let styles: StyleSheet
  let numbering: Numbering

  /// Reads the parts of a package that hold text.
  public init(_ package: OfficePackage) throws(OfficePackageError) {
    self.package = package
    let main = try package.mainDocument()
    body = Story(part: main, tree: WordTree(try package.tree(of: main)))
    var marginals: [String: Story] = [:]
    var trees: [String: WordTree] = [:]
    var notes: [String: Story] = [:]
    for relationship in try package.relationships(of: main) where !relationship.isExternal {
      guard
        ["header", "footer", "footnotes", "endnotes", "styles", "numbering"]
          .contains(relationship.kind),
        let part = package.partName(relationship.target)
      else { continue }
      let tree = WordTree(try package.tree(of: part))
      switch relationship.kind {
      case "header", "footer": marginals[relationship.id] = Story(part: part, tree: tree)
      case "styles", "numbering": trees[relationship.kind] = tree
      default: notes[relationship.kind] = Story(part: part, tree: tree)
      }
    }
    self.marginals = marginals
    footnotes = notes["footnotes"]
    endnotes = notes["endnotes"]
    styles = trees["styles"].map { StyleSheet($0) } ?? StyleSheet()
    numbering = trees["numbering"].map { Numbering($0) } ?? Numbering()
  }
}
