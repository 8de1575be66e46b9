import Deflate
import Diagnostics
import Jinja
import OfficePackage
import XML

/// The bytes of one part while it is rendered.
///
/// A class because the renderer writes into it from nested loops; used by one thread.
final class PartOutput: TemplateOutput {
  /// A part may grow to this many bytes.
  static let maximumBytes = 1 << 30

  // One thread writes, one call after the other: the runtime need not look whether two write at once.
  @exclusivity(unchecked) var bytes: [UInt8] = []
  /// Whether the limit was reached; what came after it was not written.
  @exclusivity(unchecked) var isFull = false
  let session: RenderSession
  @exclusivity(unchecked) var layout: PartLayout
  /// The templates that were left off at an inclusion.
  @exclusivity(unchecked) var outer: [Surroundings] = []
  /// What a plain-text template writes while it is included.
  @exclusivity(unchecked) var included: TextOutput?
  /// Where constants of the template stand in `bytes`, whole and in their order.
  @exclusivity(unchecked) var placements: [Placement] = []
  /// What takes the bytes that nothing looks back at any more; none unless the part grows large.
  var settled: Deflater?
  /// How many of `bytes`, the first, are settled, and only there because what follows may be like them.
  var settledCount = 0
  /// How many bytes were settled and are not there any more.
  @exclusivity(unchecked) var droppedCount = 0
  let canSettle: Bool
  /// Notes what is printed, in a rendering that only shows where that comes to stand.
  let printMarks: PrintMarks?
  /// The unknown value that was written last, and where it ended.
  var lastUnknown: (text: String, end: Int)?
  /// How many pieces are open that are looked at as a whole when they end.
  var heldPieces = 0
  /// Where tables, rows and cells begin that may turn out empty; below zero where that is settled already.
  @exclusivity(unchecked) var marks: [Int] = []
  /// Where captures begin.
  @exclusivity(unchecked) var captures: [Int] = []
  /// Line ends, tabs and the like of values in captures, which are written out only where markup stands beside them: else the capture is a text as any other.
  var capturedBreaks: [(offset: Int, frame: TextFrame)] = []
  /// What the renderer does not know of: it went wrong where no tag was written, or it is a remark.
  private(set) var findings: [Finding] = []
  /// The tag that was written last.
  @exclusivity(unchecked) var lastSite = 0
  /// The bookmarks and the once-only pieces that are open, and where the latter begin.
  var bookmarks: [Int: String] = [:]
  var onlyOnce: [(start: Int, isKept: Bool)] = []
  /// What is to be opened again after a piece that was put between runs or paragraphs.
  @exclusivity(unchecked) var pending: Reopening?

  /// An output for one rendering of a part; `canSettle` says whether a large part may be compressed as it grows, so that its bytes are never there as a whole.
  init(
    _ layout: PartLayout, session: RenderSession, canSettle: Bool, marks: PrintMarks? = nil
  ) {
    self.canSettle = canSettle
    printMarks = marks
    self.layout = layout
    self.session = session
    bytes.reserveCapacity(layout.constants.size * 5 / 4)
  }

  var numbers: UniqueNumbers { session.numbers }
  var markup: PartMarkup { layout.markup }

  /// Tells of something at the tag that was written last.
  func report(_ fault: Fault) {
    findings.append(
      Finding(
        fault.kind, fault.rule, fault.message, at: [Span(tag: lastSite, range: 0..<0)],
        hint: fault.hint))
  }

  func write(constant: UnsafeBufferPointer<UInt8>, number: Int) {
    if let included { return included.write(constant: constant, number: number) }
    guard hasRoom(for: constant.count) else { return }
    let rest = pending == nil ? constant : reopen(before: constant)
    // Other templates have constants of their own.
    if outer.isEmpty, rest.count == constant.count {
      placements.append(Placement(start: bytes.count, piece: number))
    }
    bytes.append(contentsOf: rest)
    if bytes.count > Self.settlingBytes { settle() }
  }

  func hasRoom(for count: Int) -> Bool {
    if droppedCount + bytes.count + count > Self.maximumBytes { isFull = true }
    return !isFull
  }

  /// Takes back what was written behind the first `count` bytes.
  func cut(to count: Int) {
    bytes.removeSubrange(count...)
    while let last = placements.last, layout.constants.end(of: last) > count {
      placements.removeLast()
    }
  }

  func write(_ value: Value, at site: Int, escaping: Bool) throws(Fault) {
    if let included { return try included.write(text: value) }
    reopen()
    lastSite = site
    // Another carrier's template has no sites here: its values are text.
    guard layout.sites.indices.contains(site) else {
      return try write(plain: Self.text(of: value), inAttribute: false)
    }
    if value.isUnknown, !layout.sites[site].isText { return }
    switch layout.sites[site] {
    case .text(let frame):
      if case .custom(let custom) = value {
        if let content = try content(of: custom, in: frame) { return try place(content, in: frame) }
      }
      try write(running: value, in: frame)
    case .run(let frame): try write(value, inPlaceOfRun: frame)
    case .paragraph(let frame): try write(value, inPlaceOfParagraph: frame)
    case .row: try write(value, inPlaceOf: "tr")
    case .cell: try write(value, inPlaceOf: "tc")
    case .leaf: try write(plain: Self.text(of: value), inAttribute: false)
    case .address(let isFirst): try write(address: value, isFirst: isFirst)
    case .instruction:
      let text = Self.text(of: value).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      try write(plain: text, inAttribute: true)
    case .attribute: try write(plain: Self.text(of: value), inAttribute: true)
    case .span: try write(span: value)
    case .fill: try write(fill: value)
    case .picture(let placeholder): bytes += try placeholder.content(value, in: session)
    }
  }

  /// The text of a value: markup of the language is HTML, which means text here.
  static func text(of value: Value) -> String {
    if case .markup(let text) = value { return text.withoutEntities }
    return value.text
  }

  func beginCapture() {
    if let included { return included.beginCapture() }
    reopen()
    captures.append(bytes.count)
  }

  func endCapture(escaping: Bool) -> Value {
    if let included { return included.endCapture(escaping: false) }
    reopen()
    let start = captures.removeLast()
    let first = capturedBreaks.firstIndex { $0.offset >= start } ?? capturedBreaks.count
    let breaks = capturedBreaks[first...].map { ($0.offset - start, $0.frame) }
    capturedBreaks.removeSubrange(first...)
    var captured = Array(bytes[start...])
    cut(to: start)
    guard captured.contains(UInt8(ascii: "<")) else {
      return .string(String(decoding: captured, as: UTF8.self).withoutEntities)
    }
    if !breaks.isEmpty { captured = expanded(captured, breaks) }
    return .custom(Fragment(captured, prefix: markup.prefix))
  }
}
