import OfficePackage
import XML

/// Walks a document and writes it as HTML.
///
/// Pages, tables and text boxes are flows of blocks; a paragraph is collected as pieces of a line first, since what stands first decides how the whole is written.
struct HTMLReader {
  /// What a column of text is like.
  struct Flow {
    /// Of its text, in twentieths of a point.
    var width: Int
    /// What the styles of the tables around it say.
    var tableRun = RunFormat()
    var tableParagraph = ParagraphFormat()
    /// Whether breaks divide pages here.
    var isBody = false
    /// The paragraph before.
    var previous: (style: String?, after: Int, isContextual: Bool)?
    /// Where the last table ended.
    var tableEnd: XMLTree.NodeID?
    /// The lines around the paragraphs that are open, with their indents.
    var lines: Lines?
    /// The frame that they stand in, and what the flow around it was like.
    var frame:
      (frame: TextFrame, width: Int, previous: (style: String?, after: Int, isContextual: Bool)?)?
    /// What stands before a paragraph mark that is deleted or hidden: it runs on into the next paragraph.
    var carried: [Inline] = []
  }

  /// Paragraphs with the same lines around them share them.
  struct Lines: Hashable {
    var borders: Borders
    var left: Int
    var right: Int
  }

  /// The part that is read.
  struct Source {
    var tree: WordTree
    var part: String
    /// By relationship id.
    var relations: [String: Relationship]
  }

  /// How deep tables and text boxes are shown as such; what is deeper is shown as its paragraphs.
  static let depthLimit = 24

  let document: WordDocument
  let options: HTMLOptions
  var appearance: Appearance
  var output = HTMLText()
  var classes = StyleClasses()
  var looks = Interned<RunFormat>()
  var links = Interned<String>()
  var flow = Flow(width: 9026)
  var source: Source
  var depth = 0
  var counter: ListCounter
  var fields: [ComplexField] = []
  /// How many pieces of lines were read.
  var pieceCount = 0
  var bookmarks = Interned<String>()
  var writtenBookmarks: Set<String> = []
  var pictures = Pictures()
  /// How many charts were drawn.
  var chartCount = 0
  var notes = Notes()
  var pages = Pages()
  /// How much text there is in each language.
  var languages: [String: Int] = [:]
  var marked: MarkedTexts?

  init(document: WordDocument, options: HTMLOptions) {
    self.document = document
    self.options = options
    appearance = Appearance(of: document)
    counter = ListCounter(document)
    source = Self.source(document.body, of: document)
    marked = options.marks.map { MarkedTexts($0, in: document) }
  }

  static func source(_ story: WordDocument.Story, of document: WordDocument) -> Source {
    let list = document.relationships[story.part] ?? []
    let relations = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    return Source(tree: story.tree, part: story.part, relations: relations)
  }

  var tree: WordTree { source.tree }

  mutating func readDocument() {
    pages.sections = document.sectionFormats
    guard let body = tree.child(.body, of: tree.tree.root) else { return }
    openPage()
    readBlocks(of: body)
    closeFrame()
    readNotes()
    closePage(isLast: true)
  }

  /// Writes the blocks of `parent` in a flow of their own.
  mutating func read(_ parent: XMLTree.NodeID, in inner: Flow) {
    let outer = flow
    let openFields = fields
    flow = inner
    fields = []
    depth += 1
    readBlocks(of: parent)
    closeFrame()
    depth -= 1
    fields = openFields
    flow = outer
  }

  mutating func readBlocks(of parent: XMLTree.NodeID) {
    var walk = ElementWalk(below: parent, in: tree)
    while let node = walk.next(in: tree) {
      switch tree.element(node) {
      case .p: read(paragraph: node)
      case .tbl:
        // What is too deep is read as the paragraphs that it holds.
        guard depth < Self.depthLimit else { continue }
        finishCarried()
        closeFrame()
        read(table: node)
        flow.previous = nil
        flow.tableEnd = tree.tree.end(of: node)
      case let element where options.changes.leavesOut(element): break
      case .sectPr, .tcPr, .tblPr, .trPr, .tblGrid, .sdtPr: break
      case .bookmarkStart:
        if let anchor = anchor(node) { output += "<a\(anchor)></a>" }
        continue
      default: continue
      }
      walk.skip()
    }
    finishCarried()
  }

  // MARK: Paragraphs

  /// What is known of a paragraph before its text is read.
  struct ParagraphContext {
    var format: ParagraphFormat
    var style: String?
    /// What its style says of text, and all that stands behind that.
    var styleRun: RunFormat
    var baseRun: RunFormat
    /// The look of the paragraph mark.
    var mark: RunFormat
  }

  private mutating func read(paragraph: XMLTree.NodeID) {
    let properties = tree.properties(.pPr, of: paragraph)
    var context = context(of: properties)
    let markProperties = properties.flatMap { tree.child(.rPr, of: $0) }
    var inlines = flow.carried
    flow.carried = []
    var boxes: [Drawing] = []
    collect(paragraph, context, into: &inlines, &boxes)

    if inlines.isEmpty, boxes.isEmpty, isBehindLastTable(paragraph) { return }
    let isJoined =
      tree.isLeftOut(markProperties, options.changes) || context.mark.on.contains(.hidden)
    if isJoined {
      flow.carried = inlines
      writeBoxes(boxes)
      flow.carried = inlines
    } else {
      let label = label(&context, properties)
      writeBoxes(boxes)
      write(inlines, context, label)
    }
    if let properties, tree.child(.sectPr, of: properties) != nil, flow.isBody { nextSection() }
  }

  /// Whether a paragraph is the one that Word wants behind a table at the end of a cell, and does not show where it is empty.
  private func isBehindLastTable(_ paragraph: XMLTree.NodeID) -> Bool {
    guard flow.tableEnd == paragraph, let cell = tree.tree.parent(of: paragraph) else {
      return false
    }
    return tree.element(cell) == .tc && tree.tree.end(of: paragraph) == tree.tree.end(of: cell)
  }

  private mutating func finishCarried() {
    guard !flow.carried.isEmpty else { return }
    let inlines = flow.carried
    flow.carried = []
    write(inlines, context(of: nil), nil)
  }

  private mutating func context(of properties: XMLTree.NodeID?) -> ParagraphContext {
    let direct =
      properties.map { ParagraphFormat($0, in: tree, appearance.theme) }
      ?? ParagraphFormat()
    let named = properties.flatMap { tree.value(of: .pStyle, in: $0) }
    let id = named ?? document.styles.defaultParagraphStyle
    let style = appearance.style(id)
    var format = direct
    if let list = direct.list ?? (direct.level == nil ? nil : style.paragraph.list), list != "0" {
      let level = direct.level ?? style.paragraph.level ?? 0
      format = format.over(appearance.label(of: list, level: level).paragraph)
    }
    format = format.over(style.paragraph)
    // A list that is taken away takes its indents with it.
    if direct.list == "0", style.paragraph.list != nil, direct.left == nil {
      format.left = 0
      format.firstLine = direct.firstLine ?? 0
    }
    format = format.over(flow.tableParagraph).over(appearance.defaultParagraph)
    let base = style.run.over(flow.tableRun).over(appearance.defaultRun)
    var context = ParagraphContext(
      format: format, style: id, styleRun: style.run, baseRun: base, mark: base)
    let mark = properties.flatMap { tree.child(.rPr, of: $0) }
    context.mark = look(of: mark, context)
    return context
  }

  /// What text with these run properties looks like.
  ///
  /// Styles of one kind after the other turn toggles on, off and on again; what is said at the place itself holds (ECMA-376 part 1, §17.7.3).
  func look(of properties: XMLTree.NodeID?, _ context: ParagraphContext) -> RunFormat {
    let direct = properties.map { RunFormat($0, in: tree, appearance.theme) } ?? RunFormat()
    let name = properties.flatMap { tree.value(of: .rStyle, in: $0) }
    let style = name.map { appearance.style($0).run } ?? RunFormat()
    var look = direct.over(style).over(context.baseRun)
    let toggled = context.styleRun.on.symmetricDifference(flow.tableRun.on)
      .symmetricDifference(style.on).union(appearance.defaultRun.on)
    look.on = direct.on.union(toggled.subtracting(direct.said))
    return look
  }

  /// The label that the paragraph's list gives it.
  private mutating func label(
    _ context: inout ParagraphContext, _ properties: XMLTree.NodeID?
  ) -> ParagraphLabel? {
    guard let (list, level) = document.list(of: properties, style: context.style, in: tree) else {
      return nil
    }
    let label = counter.label(of: list, level: level)
    let look = appearance.label(of: list, level: level)
    guard !label.text.isEmpty else { return nil }
    var run = look.run.over(context.mark)
    run.on = look.run.on.union(context.mark.on.subtracting(look.run.said))
    // A bullet was translated out of its font, and an underlined mark underlines no number.
    if document.numbering.level(level, of: list)?.format == .bullet { run.font = context.mark.font }
    run.underline = look.run.underline
    run.position = look.run.position
    return ParagraphLabel(
      text: label.text, look: looks.number(of: run), end: label.suffix, alignment: look.alignment)
  }
}

/// What a list writes before a paragraph.
struct ParagraphLabel {
  var text: String
  var look: Int
  var end: LabelSuffix
  var alignment: ParagraphFormat.Alignment
}
