import XML

/// What a document's styles say of how high paragraphs are and how wide cells: only who counts pages needs it.
struct StyleLooks {
  /// What paragraphs of each style look like, through its ancestors.
  private var looks: [String: ParagraphLook] = [:]
  private var margins: [String: CellMargins] = [:]
  /// What paragraphs look like where no style says otherwise.
  private var base = ParagraphLook()
  /// What paragraphs look like that name no style.
  private var unnamed = ParagraphLook()

  /// Reads `tree`, the part of the document's styles, if it has one.
  init(_ styles: StyleSheet, in tree: WordTree?) {
    guard let tree else { return }
    if let defaults = tree.child(.docDefaults, of: tree.tree.root) {
      for part in tree.tree.children(of: defaults) {
        base = ParagraphLook(of: part, in: tree).over(base)
      }
    }
    var own: [String: ParagraphLook] = [:]
    for node in tree.tree.children(of: tree.tree.root) where tree.element(node) == .style {
      guard let id = tree.attribute("styleId", of: node) else { continue }
      own[id] = ParagraphLook(of: node, in: tree)
      var table = CellMargins()
      if let properties = tree.child(.tblPr, of: node) { table.read(properties, in: tree) }
      margins[id] = table
    }
    for style in own.keys {
      looks[style] = styles.ancestry(of: style).reduce(ParagraphLook()) { look, id in
        look.over(own[id] ?? ParagraphLook())
      }.over(base)
    }
    unnamed = styles.defaultParagraphStyle.flatMap { looks[$0] } ?? base
  }

  /// What paragraphs of the style look like; `nil` for those that name no style.
  func look(of style: String?) -> ParagraphLook {
    style.map { looks[$0] ?? base } ?? unnamed
  }

  /// The margins of the cells of a table of the style.
  func cellMargins(of style: String) -> CellMargins { margins[style] ?? CellMargins() }
}
