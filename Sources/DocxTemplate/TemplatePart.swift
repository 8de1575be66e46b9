import Diagnostics
import Jinja
import OfficePackage
import WordprocessingML
import XML

/// One part of a template, compiled.
struct TemplatePart: Sendable {
  /// Where a tag stands, as a person finds it.
  struct TagPlace: Sendable {
    /// Index into `paragraphs`.
    let paragraph: Int
    /// Where the tag's inner text begins in the paragraph's joined text, and where the whole tag does.
    let innerStart: Int
    let whole: Range<Int>
  }

  let name: String
  var program = Program()
  var tags: [TagPlace] = []
  var hooks: [Hook] = []
  var paragraphs: [Paragraph] = []
  var markup = PartMarkup(prefix: "w:")

  var hasTags: Bool { !tags.isEmpty }
  /// The bytes of the part that are the same in every rendering.
  var constantBytes = 0

  static func compile(
    _ name: String, of package: OfficePackage, environment: Environment
  ) throws(OfficePackageError) -> (part: TemplatePart, findings: [Finding]) {
    let tree = WordTree(try package.tree(of: name))
    var part = TemplatePart(name: name)
    part.paragraphs = tree.paragraphs()
    let qualified = tree.tree.name(of: tree.tree.root).qualified
    let hasPrefix = qualified.contains(":")
    part.markup = PartMarkup(prefix: hasPrefix ? qualified.prefix { $0 != ":" } + ":" : "")
    var markup = TagMarkup(tree: tree, paragraphs: part.paragraphs)
    markup.findTags()
    guard !markup.tags.isEmpty else { return (part, []) }
    var writer = SegmentWriter(tree: tree, markup: markup)
    writer.write()
    part.tags = markup.tags.map(\.place)
    part.hooks = writer.hooks
    let (program, findings) = Program.compile(writer.source, environment: environment)
    part.program = program
    part.constantBytes = writer.source.constants.count
    return (part, markup.findings + writer.findings(findings))
  }

  /// The finding as a person is told it: in which paragraph, under which words.
  func diagnostic(for finding: Finding, file: String) -> Diagnostic {
    Diagnostic(
      finding.rule, finding.message,
      severity: Self.warnings.contains(finding.rule) ? .warning : .error,
      at: finding.spans.map { place(of: $0, file: file) }, hint: finding.hint)
  }

  /// What is reported without stopping the work.
  private static let warnings: Set<String> = ["E112"]

  private func place(of span: Span, file: String) -> Place {
    guard tags.indices.contains(span.tag) else { return Place(file: file, part: name) }
    let tag = tags[span.tag]
    let paragraph = paragraphs[tag.paragraph]
    let marked = tag.innerStart + span.range.lowerBound..<tag.innerStart + span.range.upperBound
    return Place(
      file: file, part: name, block: paragraph.style, paragraph: paragraph.number,
      excerpt: paragraph.string, marked: marked.isEmpty ? tag.whole : marked)
  }

  /// Each paragraph with the ranges of its text that are not tags.
  var fixedText: [(paragraph: Paragraph, ranges: [Range<Int>])] {
    var tagRanges: [Int: [Range<Int>]] = [:]
    for tag in tags { tagRanges[tag.paragraph, default: []].append(tag.whole) }
    return paragraphs.indices.map { index in
      var ranges: [Range<Int>] = []
      var start = 0
      for tag in tagRanges[index] ?? [] {
        ranges.append(start..<tag.lowerBound)
        start = tag.upperBound
      }
      ranges.append(start..<paragraphs[index].text.count)
      return (paragraphs[index], ranges)
    }
  }
}
