import Diagnostics
import Jinja
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
  private(set) var layout: PartLayout
  /// The layouts of the templates that were left off at an inclusion.
  private var outer: [PartLayout] = []
  /// Where tables, rows and cells begin that may turn out empty.
  var marks: [Int] = []
  /// Where captures begin.
  var captures: [Int] = []
  /// What is to be opened again after a piece that was put between runs or paragraphs.
  var pending: Reopening?

  init(_ layout: PartLayout, session: RenderSession) {
    self.layout = layout
    self.session = session
    bytes.reserveCapacity(layout.constantBytes * 5 / 4)
  }

  var markup: PartMarkup { layout.markup }

  /// What was written, with everything closed.
  func finish() -> [UInt8] {
    reopen()
    return bytes
  }

  func write(constant: ArraySlice<UInt8>) {
    guard hasRoom(for: constant.count) else { return }
    if pending != nil {
      bytes.append(contentsOf: reopen(before: constant))
    } else {
      bytes.append(contentsOf: constant)
    }
  }

  func hasRoom(for count: Int) -> Bool {
    if bytes.count + count > Self.maximumBytes { isFull = true }
    return !isFull
  }

  func enter(_ unit: (any TemplateUnit)?) {
    outer.append(layout)
    if let unit = unit as? PartLayout { layout = unit }
  }

  func leave() {
    if let last = outer.popLast() { layout = last }
  }

  func write(_ value: Value, at site: Int, escaping: Bool) throws(Fault) {
    reopen()
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
    case .leaf, .address: try write(plain: Self.text(of: value), inAttribute: false)
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
    reopen()
    captures.append(bytes.count)
  }

  func endCapture(escaping: Bool) -> Value {
    reopen()
    let start = captures.removeLast()
    let captured = Array(bytes[start...])
    bytes.removeSubrange(start...)
    guard captured.contains(UInt8(ascii: "<")) else {
      return .string(String(decoding: captured, as: UTF8.self).withoutEntities)
    }
    return .custom(Fragment(captured, prefix: markup.prefix))
  }
}
