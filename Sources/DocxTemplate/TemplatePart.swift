import Deflate
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
    /// Whether the tag is shown by its paragraph alone: it does not stand in its text, or nobody wrote it.
    var isMade = false
  }

  /// What a part holds.
  enum Form {
    case story
    /// Properties of the document, each an element with a text.
    case properties
  }

  let name: String
  var program = Program()
  var tags: [TagPlace] = []
  var layout: PartLayout
  /// The relationships whose addresses the program makes anew.
  var links: [String] = []
  /// The number in `tags` of each tag of the program.
  var tagNumbers: [Int] = []
  var paragraphs: [Paragraph] = []
  /// Indices of `paragraphs` that no person types: what the program that saved the document counts.
  private var counted: Set<Int> = []
  /// What is to be said of its text beside the tags.
  var remarks: [TypingSlips.Remark] = []
  /// Whether filling changes anything in the part.
  var isFilled: Bool { !layout.sites.isEmpty || layout.constants.size > 0 }

  static func compile(
    _ name: String, of package: PartReader, as form: Form = .story, environment: Environment,
    usesWordPlaceholders: Bool = false, isInspected: Bool = false
  ) throws(OfficePackageError) -> (part: TemplatePart, findings: [Finding]) {
    let tree = WordTree(try package.tree(of: name))
    var part = TemplatePart(name: name, layout: PartLayout(part: name))
    part.paragraphs = form == .story ? tree.templateParagraphs() : tree.tree.leaves()
    if form == .properties { part.counted = tree.tree.countedLeaves(part.paragraphs) }
    let links = form == .story ? try LinkTemplate.all(of: name, in: package) : [:]
    let qualified = tree.tree.name(of: tree.tree.root).qualified
    let prefix = qualified.contains(":") ? qualified.prefix { $0 != ":" } + ":" : ""
    var markup = TagMarkup(
      tree: tree, paragraphs: part.paragraphs, links: links, infersContainers: usesWordPlaceholders)
    switch form {
    case .story: markup.findTags()
    case .properties: markup.findPropertyTags()
    }
    part.remarks = TypingSlips.strayBraces(in: part.paragraphs)
    if isInspected, form == .story {
      part.remarks += TypingSlips.deletedTags(in: tree, part.paragraphs)
    }
    guard markup.changesAnything else { return (part, []) }
    var writer = SegmentWriter(
      tree: tree, markup: markup, part: name, prefix: prefix,
      styleLists: markup.tags.contains(where: \.restartsLists)
        ? try StyleLists(of: package) : StyleLists())
    writer.write()
    part.tags = markup.tags.map(\.place)
    part.tagNumbers = writer.tagNumbers
    part.links = links.keys.sorted()
    let (program, findings) = Program.compile(writer.source, environment: environment)
    part.layout = PartLayout(
      part: name, sites: writer.sites, hooks: writer.hooks, markup: PartMarkup(prefix: prefix),
      constants: Constants(program.constants.bytes, program.constants.ranges),
      keepsCarriageReturns: !usesWordPlaceholders)
    part.program = program.with(unit: part.layout)
    let calls = isInspected ? program.unknownCalls + program.remarks : []
    let faulty = Set((findings + calls).flatMap(\.spans))
    let lookalikes = Lookalikes.findings(in: writer.source).filter {
      // An unknown filter is told so with the one that was meant.
      faulty.isDisjoint(with: $0.spans)
    }
    return (part, markup.findings + writer.findings(findings + calls + lookalikes))
  }

  /// Findings of a rendering, with the numbers of `tags`.
  func located(_ findings: [Finding]) -> [Finding] {
    findings.map { $0.template == nil ? $0.renumbered(tagNumbers, places: tags) : $0 }
  }

  /// Each paragraph that people type with the ranges of its text that are not tags.
  var fixedText: [(paragraph: Paragraph, ranges: [Range<Int>])] {
    var tagRanges: [Int: [Range<Int>]] = [:]
    for tag in tags where !tag.isMade { tagRanges[tag.paragraph, default: []].append(tag.whole) }
    return paragraphs.indices.filter { !counted.contains($0) }.map { index in
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

extension XMLTree {
  /// The texts of elements that hold nothing but text, each read as a paragraph.
  fileprivate func leaves() -> [Paragraph] {
    var leaves: [Paragraph] = []
    for node in 0..<count where kind(of: node) == .text {
      guard let parent = parent(of: node), end(of: parent) == node + 1 else { continue }
      leaves.append(Paragraph(joining: [node], of: self, number: leaves.count + 1))
    }
    return leaves
  }

  /// Indices of the leaves that Word and LibreOffice write anew whenever they save a document.
  fileprivate func countedLeaves(_ leaves: [Paragraph]) -> Set<Int> {
    let names: Set<String> = [
      "revision", "created", "modified", "lastPrinted", "lastModifiedBy", "version",
      "TotalTime", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines", "Paragraphs",
      "Application", "AppVersion", "DocSecurity",
    ]
    return Set(
      leaves.indices.filter { index in
        parent(of: leaves[index].node).map { names.contains(name(of: $0).local) } ?? false
      })
  }
}

extension WordTree {
  /// The paragraphs that tags may stand in: all but those of the comments that a check has written.
  fileprivate func templateParagraphs() -> [Paragraph] {
    guard child(.comment, of: tree.root) != nil else { return paragraphs() }
    return paragraphs().filter { paragraph in
      guard let comment = enclosing(.comment, of: paragraph.node) else { return true }
      return attribute("author", of: comment) != Annotation.author
    }
  }
}
