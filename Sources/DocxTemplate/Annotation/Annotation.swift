public import Diagnostics
public import OfficePackage
import WordprocessingML
import XML

/// A copy of a document with findings as comments at their places, for those who work in Word and not in a terminal.
public enum Annotation {
  /// Who the comments are by. What they quote is no template: the copy is mended and filled without deleting them first.
  static let author = "Qoshat"

  /// What the offsets of places count in.
  public enum Offsets: Sendable {
    /// The joined text of a paragraph's runs, as templates are read.
    case runs
    /// The text that the finished document shows: `WordDocument.textBlocks()`.
    case finishedText
  }

  /// The document with one comment for each of `diagnostics`, over the words that its first place marks.
  ///
  /// The comments that the document has are kept. Word takes no comments in headers, footers, notes and text boxes: what was found there stands at the note's reference, at the text box, or at the document's first paragraph, and quotes the words that it is about. The same document and findings give the same bytes: comments have no date.
  ///
  /// What places count in is told by `offsets`.
  ///
  /// - Throws: `OfficePackageError` where the bytes are no Word document.
  /// - Complexity: linear in the document and the findings.
  public static func annotated(
    _ bytes: [UInt8], with diagnostics: [Diagnostic], in language: MessageLanguage,
    offsets: Offsets = .runs
  ) throws(OfficePackageError) -> [UInt8] {
    let package = try OfficePackage(reading: bytes)
    var edit = try PackageEdit(package)
    let main = try package.mainDocument()
    let tree = WordTree(try package.tree(of: main))
    var comments = try CommentsPart(of: package, main, markup: CommentMarkup(tree))
    let traced =
      offsets == .finishedText ? try WordDocument(package).tracedParagraphs()[main] ?? [:] : nil
    var anchors = CommentAnchors(tree: tree, main: main, package: package, traced: traced)
    for diagnostic in diagnostics {
      let displacement = try anchors.add(comments.nextID, at: diagnostic.places.first)
      comments.add(diagnostic, displacement, in: language)
    }
    guard !diagnostics.isEmpty else { return try edit.archived() }
    var writer = AnnotatedWriter(tree: tree, points: anchors.points, markup: CommentMarkup(tree))
    try edit.replace(main, bytes: writer.written())
    try comments.write(to: &edit, main)
    return try edit.archived()
  }
}

/// How the elements of comments are written in one part.
struct CommentMarkup {
  /// With its colon.
  let prefix: String
  /// A declaration that each element needs, since the part itself has no prefix for its elements' namespace and attributes must have one.
  let declaration: String

  init(_ tree: WordTree) {
    let root = tree.tree.name(of: tree.tree.root)
    if root.qualified.contains(":") {
      prefix = root.qualified.prefix { $0 != ":" } + ":"
      declaration = ""
    } else {
      prefix = "w:"
      declaration = " xmlns:w=\"\(root.namespace)\""
    }
  }

  func begin(_ id: Int) -> String {
    "<\(prefix)commentRangeStart\(declaration) \(prefix)id=\"\(id)\"/>"
  }

  func end(_ id: Int) -> String {
    """
    <\(prefix)commentRangeEnd\(declaration) \(prefix)id=\"\(id)\"/>\
    <\(prefix)r\(declaration)><\(prefix)commentReference \(prefix)id=\"\(id)\"/></\(prefix)r>
    """
  }
}
