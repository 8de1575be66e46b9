import Diagnostics
import Jinja
import WordprocessingML
import XML

extension PartOutput {
  /// What is to be opened again behind a piece that stands between texts, runs or paragraphs: left out where it would be closed at once.
  struct Reopening {
    let start: [UInt8]
    let end: [UInt8]
    /// Whether the piece is a table, which must not be the last in its cell, nor stand right before another.
    var isAfterTable = false
  }

  /// Opens again what a piece interrupted.
  func reopen() {
    guard let reopening = pending else { return }
    pending = nil
    bytes.append(contentsOf: reopening.start)
  }

  /// Opens again what a piece interrupted unless `constant` closes it at once; returns what is left to write.
  func reopen(before constant: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let reopening = pending else { return constant }
    pending = nil
    if constant.starts(with: reopening.end) {
      let rest = UnsafeBufferPointer(rebasing: constant.dropFirst(reopening.end.count))
      if !reopening.isAfterTable || startsParagraph(rest) { return rest }
    }
    bytes.append(contentsOf: reopening.start)
    return constant
  }

  private func startsParagraph(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.starts(with: markup.paragraphStart) else { return false }
    let next = bytes.dropFirst(markup.paragraphStart.count).first
    return next == UInt8(ascii: ">") || next == UInt8(ascii: " ")
  }

  /// What a value makes instead of text, or `nil` for one that is text.
  func content(of value: any CustomValue, in frame: TextFrame) throws(Fault) -> InsertedContent? {
    if let value = value as? any WordValue {
      defer {
        session.remarks.forEach(report)
        session.remarks = []
      }
      return try value.content(at: frame.site, in: session)
    }
    if let fragment = value as? Fragment, !fragment.continues(frame) {
      return try fragment.content()
    }
    return nil
  }

  /// Puts a piece into the text: what it cannot stand in is closed before it and opened again after it.
  func place(_ content: InsertedContent, in frame: TextFrame) throws(Fault) {
    switch content {
    case .inRun(let piece):
      guard hasRoom(for: piece.count) else { return }
      close(markup.textStart, with: markup.textEnd)
      bytes.append(contentsOf: piece)
      pending = Reopening(start: markup.textStart, end: markup.textEnd)
    case .runs(let piece):
      guard hasRoom(for: piece.count), !piece.isEmpty else { return }
      close(frame.runStart, with: frame.runEnd)
      bytes.append(contentsOf: piece)
      pending = Reopening(start: frame.runStart, end: frame.runEnd)
    case .blocks(let piece):
      guard hasRoom(for: piece.count), !piece.isEmpty else { return }
      close(frame.paragraphStart, with: frame.paragraphEnd)
      separateTables(before: piece)
      bytes.append(contentsOf: piece)
      pending = Reopening(
        start: frame.paragraphStart, end: frame.paragraphEnd,
        isAfterTable: piece.reversed().starts(with: markup.tableEnd.reversed()))
    }
  }

  /// Writes a value that is text, or a fragment that carries its own markup.
  func write(running value: Value, in frame: TextFrame) throws(Fault) {
    if case .custom(let custom) = value, let fragment = custom as? Fragment {
      if hasRoom(for: fragment.bytes.count) { bytes.append(contentsOf: fragment.bytes) }
      return
    }
    let text = Self.text(of: value)
    guard let printMarks, captures.isEmpty, outer.isEmpty, !text.isEmpty else {
      return try write(text: text, in: frame)
    }
    // Of what is not known the parts are no more than the whole.
    if value.isUnknown, let last = lastUnknown, last == (text, bytes.count) { return }
    bytes += PrintMark.start(printMarks.number).utf8
    defer {
      bytes += PrintMark.end.utf8
      if value.isUnknown { lastUnknown = (text, bytes.count) }
    }
    try write(text: text, in: frame)
  }

  /// Closes what `start` opened, or takes it back where nothing was written since.
  private func close(_ start: [UInt8], with end: [UInt8]) {
    let floor = max(captures.last ?? 0, marks.last ?? 0, settledCount)
    if bytes.count - start.count >= floor, bytes.suffix(start.count).elementsEqual(start) {
      cut(to: bytes.count - start.count)
    } else {
      bytes.append(contentsOf: end)
    }
  }

  /// Two tables right after one another would become one.
  func separateTables(before piece: [UInt8]) {
    guard piece.starts(with: markup.tableStart.dropLast()),
      bytes.suffix(markup.tableEnd.count).elementsEqual(markup.tableEnd)
    else { return }
    bytes.append(contentsOf: markup.emptyParagraph)
  }
}
