import XML

/// What of a document's settings decides what a reader sees (ECMA-376 part 1, §17.15).
struct DocumentSettings: Sendable {
  /// Whether pages with even numbers have headers and footers of their own.
  var hasEvenMarginals = false
  /// The distance of tab stops that nobody set, in twentieths of a point.
  var tabDistance = 720
  /// The version of Word whose layout is meant.
  var compatibility = 12
  /// Whether the space below a paragraph and that above the next one are added.
  var addsSpacing = false

  init() {}

  init(_ tree: WordTree) {
    hasEvenMarginals = tree.isOn(.evenAndOddHeaders, in: tree.tree.root)
    if let stop = tree.child(named: "defaultTabStop", of: tree.tree.root) {
      tabDistance = tree.length("val", of: stop).map { max($0, 20) } ?? tabDistance
    }
    guard let compat = tree.child(named: "compat", of: tree.tree.root) else { return }
    if let property = tree.child(named: "doNotUseHTMLParagraphAutoSpacing", of: compat) {
      addsSpacing = tree.isOn(property)
    }
    for setting in tree.tree.children(of: compat) where tree.tree.kind(of: setting) == .element {
      if tree.attribute("name", of: setting) == "compatibilityMode" {
        compatibility = tree.attribute("val", of: setting).flatMap { Int($0) } ?? compatibility
      }
    }
  }
}
