import Diagnostics
import Jinja
import XML

/// Values in the place of a whole run, paragraph, row or cell: `{{r x}}`, `{{p x}}`, `{{tr x}}`, `{{tc x}}`.
extension PartOutput {
  func write(_ value: Value, inPlaceOfRun frame: TextFrame) throws(Fault) {
    if case .none = value { return }
    if case .custom(let custom) = value, let content = try content(of: custom, in: frame) {
      switch content {
      case .inRun(let piece):
        bytes.append(contentsOf: "<\(markup.prefix)r>".utf8)
        bytes.append(contentsOf: frame.site.runProperties)
        bytes.append(contentsOf: piece)
        bytes.append(contentsOf: "</\(markup.prefix)r>".utf8)
      case .runs(let piece): bytes.append(contentsOf: piece)
      case .blocks:
        bytes.append(contentsOf: frame.runStart)
        try place(content, in: frame)
        reopen()
        bytes.append(contentsOf: frame.runEnd)
      }
      return
    }
    if case .string(let text) = value {
      guard !text.isEmpty else { return }
      if let piece = RawMarkup.bytes(of: text, as: .run, prefix: markup.prefix) {
        if hasRoom(for: piece.count) { bytes.append(contentsOf: piece) }
        return
      }
    }
    bytes.append(contentsOf: frame.runStart)
    try write(running: value, in: frame)
    bytes.append(contentsOf: frame.runEnd)
  }

  func write(_ value: Value, inPlaceOfParagraph frame: TextFrame) throws(Fault) {
    if case .none = value { return }
    if case .custom(let custom) = value, let content = try content(of: custom, in: frame) {
      if case .blocks(let piece) = content {
        separateTables(before: piece)
        bytes.append(contentsOf: piece)
        if piece.reversed().starts(with: markup.tableEnd.reversed()) {
          pending = Reopening(start: markup.emptyParagraph, end: [], isAfterTable: true)
        }
        return
      }
      bytes.append(contentsOf: frame.paragraphStart)
      try place(content, in: frame)
      reopen()
      bytes.append(contentsOf: frame.paragraphEnd)
      return
    }
    if case .string(let text) = value {
      guard !text.isEmpty else { return }
      if let piece = RawMarkup.bytes(of: text, as: .paragraph, prefix: markup.prefix) {
        if hasRoom(for: piece.count) { bytes.append(contentsOf: piece) }
        return
      }
    }
    bytes.append(contentsOf: frame.paragraphStart)
    try write(running: value, in: frame)
    bytes.append(contentsOf: frame.paragraphEnd)
  }

  /// Rows and cells come only from markup, which a template has made itself or that the data holds.
  func write(_ value: Value, inPlaceOf element: String) throws(Fault) {
    if case .custom(let custom) = value, let fragment = custom as? Fragment,
      fragment.isMade(of: markup.prefix + element)
    {
      if hasRoom(for: fragment.bytes.count) { bytes.append(contentsOf: fragment.bytes) }
      return
    }
    let text = Self.text(of: value)
    guard !text.isEmpty else { return }
    let level: RawMarkup.Level = element == "tr" ? .row : .cell
    guard let piece = RawMarkup.bytes(of: text, as: level, prefix: markup.prefix) else {
      throw Fault(
        "E114",
        Message(
          kk: "бұл тегтің мәні кесте жолы немесе ұяшығы болуы керек, мәтін емес",
          ru: "значением этого тега должна быть строка или ячейка таблицы, а не текст",
          en: "this tag takes a table's row or cell, and the value is text"))
    }
    if hasRoom(for: piece.count) { bytes.append(contentsOf: piece) }
  }

  // MARK: Properties of cells

  func write(span value: Value) throws(Fault) {
    let text = Self.text(of: value)
    guard let count = Int(text), (1...1000).contains(count) else {
      throw Fault(
        "E116",
        Message(
          kk: "`colspan` мәні 1-ден басталатын бүтін сан болуы керек",
          ru: "значение `colspan` должно быть целым числом от 1",
          en: "`colspan` takes a whole number from 1"))
    }
    bytes.append(contentsOf: String(count).utf8)
  }

  func write(fill value: Value) throws(Fault) {
    var text = Self.text(of: value)
    if text.hasPrefix("#") { text.removeFirst() }
    let isColor = text.utf8.count == 6 && text.allSatisfy(\.isHexDigit)
    guard text.isEmpty || isColor || text == "auto" else {
      throw Fault(
        "E116",
        Message(
          kk: "`cellbg` мәні алты таңбалы түс болуы керек, мысалы `FFCC00`",
          ru: "значение `cellbg` должно быть цветом из шести знаков, например `FFCC00`",
          en: "`cellbg` takes a colour of six digits, such as `FFCC00`"))
    }
    bytes.append(contentsOf: text.utf8)
  }
}
