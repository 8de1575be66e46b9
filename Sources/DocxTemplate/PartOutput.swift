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

  var bytes: [UInt8] = []
  /// Whether the limit was reached; what came after it was not written.
  var isFull = false
  let session: RenderSession
  var layout: PartLayout
  /// The templates that were left off at an inclusion.
  var outer: [Surroundings] = []
  /// What a plain-text template writes while it is included.
  var included: TextOutput?
  /// What is compressed already and stands before `bytes`; none unless the part grows large.
  var settled: EntryWriter?
  let canSettle: Bool
  /// Notes what is printed, in a rendering that only shows where that comes to stand.
  let printMarks: PrintMarks?
  /// The unknown value that was written last, and where it ended.
  var lastUnknown: (text: String, end: Int)?
  /// How many pieces are open that are looked at as a whole when they end.
  var heldPieces = 0
  /// Where tables, rows and cells begin that may turn out empty; below zero where that is settled already.
  var marks: [Int] = []
  /// Where captures begin.
  var captures: [Int] = []
  /// Line ends, tabs and the like of values in captures, which are written out only where markup stands beside them: else the capture is a text as any other.
  var capturedBreaks: [(offset: Int, frame: TextFrame)] = []
  /// What the renderer does not know of: it went wrong where no tag was written, or it is a remark.
  private(set) var findings: [Finding] = []
  /// The tag that was written last.
  private var lastSite = 0
  /// The bookmarks and the once-only pieces that are open, and where the latter begin.
  var bookmarks: [Int: String] = [:]
  var onlyOnce: [(start: Int, isKept: Bool)] = []
  /// What is to be opened again after a piece that was put between runs or paragraphs.
  var pending: Reopening?

  /// An output for one rendering of a part; `canSettle` says whether a large part may be compressed as it grows, so that its bytes are never there as a whole.
  init(
    _ layout: PartLayout, session: RenderSession, canSettle: Bool, marks: PrintMarks? = nil
  ) {
    self.canSettle = canSettle
    printMarks = marks
    self.layout = layout
    self.session = session
    bytes.reserveCapacity(layout.constantBytes * 5 / 4)
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

  func write(constant: ArraySlice<UInt8>) {
    if let included { return included.write(constant: constant) }
    guard hasRoom(for: constant.count) else { return }
    if pending != nil {
      bytes.append(contentsOf: reopen(before: constant))
    } else {
      bytes.append(contentsOf: constant)
    }
    if bytes.count > Self.settlingBytes { settle() }
  }

  func hasRoom(for count: Int) -> Bool {
    if bytes.count + count > Self.maximumBytes - (settled?.size ?? 0) { isFull = true }
    return !isFull
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
    bytes.removeSubrange(start...)
    guard captured.contains(UInt8(ascii: "<")) else {
      return .string(String(decoding: captured, as: UTF8.self).withoutEntities)
    }
    if !breaks.isEmpty { captured = expanded(captured, breaks) }
    return .custom(Fragment(captured, prefix: markup.prefix))
  }
}
