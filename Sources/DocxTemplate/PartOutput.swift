import Diagnostics
import Jinja
import XML

/// The bytes of one part while it is rendered.
///
/// A class because the renderer writes into it from nested loops; used by one thread.
final class PartOutput: TemplateOutput {
  /// A part may grow to this many bytes.
  static let maximumBytes = 1 << 30

  private(set) var bytes: [UInt8] = []
  /// Whether the limit was reached; what came after it was not written.
  private(set) var isFull = false
  private let hooks: [Hook]
  /// Where tables and rows that may turn out empty begin.
  private var marks: [Int] = []

  private var captures: [Int] = []

  private let markup: PartMarkup
  private let site: InsertionSite
  private let session: RenderSession

  init(part: TemplatePart, session: RenderSession) {
    self.session = session
    site = InsertionSite(part: part.name, prefix: part.markup.prefix)
    hooks = part.hooks
    markup = part.markup
    bytes.reserveCapacity(part.constantBytes * 5 / 4)
  }

  func write(constant: ArraySlice<UInt8>) {
    guard bytes.count + constant.count <= Self.maximumBytes else {
      isFull = true
      return
    }
    bytes.append(contentsOf: constant)
  }

  /// Writes a value as text: a line feed becomes a line break, a tab a tab; everything else stays what it is.
  func write(_ value: Value, at tag: Int, escaping: Bool) throws(Fault) {
    if case .custom(let custom) = value {
      if let fragment = custom as? Fragment {
        bytes.append(contentsOf: fragment.bytes)
        return
      }
      if let word = custom as? any WordValue {
        return try write(word.content(at: site, in: session))
      }
    }
    var text = value.text
    guard bytes.count + text.utf8.count <= Self.maximumBytes else {
      isFull = true
      return
    }
    var illegal = false
    text.withUTF8 { buffer in
      var copied = 0
      for (index, byte) in buffer.enumerated() where byte < 0x20 || byte == 0xEF {
        let replacement: [UInt8]
        switch byte {
        case 0x0A: replacement = markup.lineBreak
        case 0x09: replacement = markup.tab
        case 0x0D:
          // A carriage return before a line feed belongs to it; alone it is a line's end, too.
          let isPair = index + 1 < buffer.count && buffer[index + 1] == 0x0A
          replacement = isPair ? [] : markup.lineBreak
        case 0xEF:
          // U+FFFE and U+FFFF are no characters (XML 1.0 §2.2).
          if index + 2 < buffer.count, buffer[index + 1] == 0xBF, buffer[index + 2] >= 0xBE {
            illegal = true
          }
          continue
        default:
          illegal = true
          continue
        }
        XMLEscaping.text(UnsafeBufferPointer(rebasing: buffer[copied..<index]), into: &bytes)
        bytes.append(contentsOf: replacement)
        copied = index + 1
      }
      XMLEscaping.text(UnsafeBufferPointer(rebasing: buffer[copied...]), into: &bytes)
    }
    guard !illegal else {
      throw Fault(
        "E132",
        Message(
          kk: "мәнде Word құжатына сыймайтын басқару таңбасы бар",
          ru: "в значении есть управляющий символ, недопустимый в документе Word",
          en: "the value holds a control character that no Word document can hold"))
    }
  }

  func beginCapture() { captures.append(bytes.count) }

  func endCapture(escaping: Bool) -> Value {
    let start = captures.removeLast()
    let captured = Array(bytes[start...])
    bytes.removeSubrange(start...)
    return .custom(Fragment(captured))
  }

  /// Writes a piece of a document in the middle of a text, which is closed before it and opened again behind it.
  private func write(_ content: InsertedContent) throws(Fault) {
    let (inner, elements): ([UInt8], [String]) =
      switch content {
      case .inRun(let bytes): (bytes, ["t"])
      case .runs(let bytes): (bytes, ["t", "r"])
      case .blocks(let bytes): (bytes, ["t", "r", "p"])
      }
    let (prefix, space) = (markup.prefix, " xml:space=\"preserve\"")
    for name in elements { bytes.append(contentsOf: "</\(prefix)\(name)>".utf8) }
    bytes.append(contentsOf: inner)
    for name in elements.reversed() {
      bytes.append(contentsOf: "<\(prefix)\(name)\(name == "t" ? space : "")>".utf8)
    }
  }

  func act(hook: Int) {
    switch hooks[hook] {
    case .beginTable, .beginRow, .beginCell, .beginStory: marks.append(bytes.count)
    case .endTable: drop(unlessContains: markup.rowStart)
    case .endRow: drop(unlessContains: markup.cellStart)
    case .endCell:
      if lastBlock() != markup.paragraphEnd { bytes.append(contentsOf: markup.emptyParagraph) }
    case .endStory: if lastBlock() == nil { bytes.append(contentsOf: markup.emptyParagraph) }
    }
  }

  /// The end tag of the last paragraph or table since the last mark, or `nil` where neither was written.
  ///
  /// Bookmarks and the like may follow it.
  private func lastBlock() -> [UInt8]? {
    guard let mark = marks.popLast() else { return nil }
    var index = bytes.count
    while index > mark {
      index -= 1
      guard bytes[index] == UInt8(ascii: "<") else { continue }
      for end in [markup.paragraphEnd, markup.tableEnd] where bytes[index...].starts(with: end) {
        return end
      }
    }
    return nil
  }

  /// Takes a table without rows, or a row without cells, back out.
  private func drop(unlessContains start: [UInt8]) {
    guard let mark = marks.popLast() else { return }
    var index = mark
    while index + start.count < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: start),
        bytes[index + start.count] == UInt8(ascii: ">")
          || bytes[index + start.count] == UInt8(ascii: " ")
      {
        return
      }
      index += 1
    }
    bytes.removeSubrange(mark...)
  }
}
