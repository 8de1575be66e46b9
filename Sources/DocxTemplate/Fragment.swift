import Diagnostics
import Jinja
import XML

/// Markup that a template has made itself, by a macro or a captured block: it is written as it is.
final class Fragment: CustomValue {
  let bytes: [UInt8]
  /// Names of the elements that it closes without having opened them, and of those that it leaves open, innermost first.
  private let closed: [String]
  private let opened: [String]
  /// Names of the elements that are whole and stand outermost.
  private let outermost: Set<String>
  private let hasOuterText: Bool
  private let prefix: String
  let text: String

  init(_ bytes: [UInt8], prefix: String) {
    self.bytes = bytes
    self.prefix = prefix
    var closed: [String] = []
    var open: [String] = []
    var outermost: Set<String> = []
    var text: [UInt8] = []
    var hasOuterText = false
    var paragraphs = 0
    var scanner = MarkupScanner(bytes)
    while let item = scanner.next() {
      switch item {
      case .text(let range):
        if open.isEmpty { hasOuterText = true }
        // What is between paragraphs is no text; before the first element the fragment is inside one.
        if open.isEmpty || open.last == prefix + "t" { text += bytes[range] }
      case .start(let name, let isEmpty, _):
        if name == prefix + "p" {
          if paragraphs > 0 || !text.isEmpty { text.append(0x0A) }
          paragraphs += 1
        }
        if name == prefix + "br" || name == prefix + "cr" { text.append(0x0A) }
        if name == prefix + "tab" { text.append(0x09) }
        if open.isEmpty { outermost.insert(name) }
        if !isEmpty { open.append(name) }
      case .end(let name):
        if open.isEmpty { closed.append(name) } else { open.removeLast() }
      }
    }
    self.closed = closed
    opened = open.reversed()
    self.outermost = outermost
    self.hasOuterText = hasOuterText
    self.text = String(decoding: text, as: UTF8.self).withoutEntities
  }

  var isTrue: Bool { !bytes.isEmpty }

  /// The characters of the text, as of any text.
  var items: [Value]? { text.unicodeScalars.map { .string(String($0)) } }

  /// Whether the fragment is a row of whole elements of one name.
  func isMade(of name: String) -> Bool {
    closed.isEmpty && opened.isEmpty && !hasOuterText && outermost == [name]
  }

  /// Whether what the fragment closes is open in the text, so that it can stand there as it is.
  func continues(_ frame: TextFrame) -> Bool {
    if closed.isEmpty, opened.isEmpty { return outermost.isEmpty }
    return closed == opened && frame.names.starts(with: closed)
  }

  /// The fragment as a piece that can be put into a text.
  func content() throws(Fault) -> InsertedContent {
    if closed.isEmpty, opened.isEmpty {
      if outermost.isSubset(of: [prefix + "p", prefix + "tbl", prefix + "sdt"]) {
        return .blocks(bytes)
      }
      if outermost.contains(prefix + "r") || outermost.contains(prefix + "hyperlink") {
        return .runs(bytes)
      }
    }
    throw Fault(
      "E117",
      Message(
        kk: "макрос немесе блок мұнда тұра алмайтын абзацтар мен кестелерді береді",
        ru: "макрос или блок даёт абзацы и таблицы, которые здесь стоять не могут",
        en: "the macro or block makes paragraphs or tables that cannot stand here"),
      hint: Message(
        kk: "тегті бөлек абзацқа қойып, `{{p …}}` түрінде жазыңыз",
        ru: "поставьте тег в отдельный абзац и запишите его как `{{p …}}`",
        en: "put the tag in a paragraph of its own and write it as `{{p …}}`"))
  }
}
