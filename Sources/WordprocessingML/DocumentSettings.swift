import XML

/// What of a document's settings decides what a reader sees (ECMA-376 part 1, §17.15).
struct DocumentSettings: Sendable {
  /// Whether pages with even numbers have headers and footers of their own.
  var hasEvenMarginals = false

  init() {}

  init(_ tree: WordTree) {
    hasEvenMarginals = tree.isOn(.evenAndOddHeaders, in: tree.tree.root)
  }
}
