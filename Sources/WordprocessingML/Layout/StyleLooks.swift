import XML

/// What a document's styles say of how high paragraphs are and how wide cells: only who counts pages needs it.
struct StyleLooks {
  private let styles: StyleSheet
  private var looks: [String: ParagraphLook] = [:]
  private var margins: [String: CellMargins] = [:]
  /// What paragraphs look like where no style says otherwise.
  private var base = ParagraphLook()

  /// Reads `tree`, the part of the document's styles, if it has one.
  init(_ styles: StyleSheet, in tree: WordTree?) {
    self.styles = styles
    guard let tree else { return }
    if let defaults = tree.child(named: "docDefaults", of: tree.tree.root) {
      for part in tree.tree.children(of: defaults) {
        base = ParagraphLook(of: part, in: tree).over(base)
      }
    }
    for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == .style {
      guard let id = tree.attribute("styleId", of: node) else { continue }
      looks[id] = ParagraphLook(of: node, in: tree)
      var own = CellMargins()
      if let table = tree.child(named: "tblPr", of: node) { own.read(table, in: tree) }
      margins[id] = own
    }
  }

  /// What paragraphs of the style look like, through its ancestors; `nil` for those that name no style.
  func look(of style: String?) -> ParagraphLook {
    guard let style = style ?? styles.defaultParagraphStyle else { return base }
    return styles.ancestry(of: style).reduce(ParagraphLook()) { look, id in
      look.over(looks[id] ?? ParagraphLook())
    }.over(base)
  }

  /// The margins of the cells of a table of the style.
  func cellMargins(of style: String) -> CellMargins { margins[style] ?? CellMargins() }
}
