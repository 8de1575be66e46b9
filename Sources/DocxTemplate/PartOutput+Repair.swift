import Deflate
import Jinja
import XML

/// What keeps the result valid whatever a loop or condition left out.
extension PartOutput {
  func act(hook: Int) {
    reopen()
    switch layout.hooks[hook] {
    case .beginTable, .beginRow, .beginCell, .beginStory: marks.append(bytes.count)
    case .beginGrid, .beginSpan, .beginFill, .beginAddress:
      heldPieces += 1
      marks.append(bytes.count)
    case .endTable: drop(unlessContains: markup.rowStart)
    case .endRow: drop(unlessContains: markup.cellStart)
    case .endCell:
      if lastBlock() != markup.paragraphEnd { bytes.append(contentsOf: markup.emptyParagraph) }
    case .endStory: if lastBlock() == nil { bytes.append(contentsOf: markup.emptyParagraph) }
    case .endGrid:
      heldPieces -= 1
      if let mark = marks.popLast() {
        repairGrid(from: mark)
      }
    case .endAddress(let attribute, let kind): endAddress(attribute: attribute, kind: kind)
    case .beginBookmark(let number, let name): beginBookmark(number, name)
    case .endBookmark(let number):
      if let id = bookmarks.removeValue(forKey: number) { writeBookmark("bookmarkEnd", id) }
    case .drawingNumber: bytes += String(session.nextDrawingID()).utf8
    case .change(let node, let number):
      let isFirst = numbers.isFirst(node, in: layout.part)
      bytes += (isFirst ? number : String(session.nextChangeID())).utf8
    case .beginOnce(let number):
      onlyOnce.append((bytes.count, numbers.isFirst(number, in: layout.part)))
    case .endOnce:
      if let piece = onlyOnce.popLast(), !piece.isKept { cut(to: piece.start) }
    case .list(let number): writeList(number)
    case .note(let number, let kind): bytes += String(numbers.note(number, kind)).utf8
    case .restartLists: numbers.lists.restart()
    case .endSpan: wrap("gridSpan", "val", orElse: nil)
    case .endFill:
      wrap("shd", "fill", orElse: "auto", after: "val=\"clear\" \(markup.prefix)color=\"auto\"")
    }
  }

  /// Makes the grid of the table that begins at `mark` fit its columns.
  private func repairGrid(from mark: Int) {
    guard let change = ColumnGrid(prefix: markup.prefix).change(of: bytes, from: mark) else {
      return
    }
    bytes.replaceSubrange(change.grid, with: change.bytes)
    let shift = change.bytes.count - change.grid.count
    placements.removeAll { placement in
      placement.start < change.grid.upperBound
        && layout.constants.end(of: placement) > change.grid.lowerBound
    }
    for index in placements.indices where placements[index].start >= change.grid.upperBound {
      placements[index].start += shift
    }
  }

  private func writeList(_ number: Int) {
    do throws(Fault) {
      let text = try session.list(number, in: &numbers.lists)
      bytes += String(text).utf8
    } catch {
      report(error)
    }
  }

  /// A bookmark that is open already goes on.
  private func beginBookmark(_ number: Int, _ name: String) {
    guard bookmarks[number] == nil else { return }
    let id = session.nextBookmarkID()
    let unique = numbers.bookmark(name)
    bookmarks[number] = id
    var escaped: [UInt8] = []
    XMLEscaping.attribute(unique.utf8, into: &escaped)
    writeBookmark("bookmarkStart", id, named: escaped)
  }

  private func writeBookmark(_ element: String, _ id: String, named name: [UInt8]? = nil) {
    let prefix = markup.prefix
    bytes += "<\(prefix)\(element) \(prefix)id=\"\(id)\"".utf8
    if let name {
      bytes += " \(prefix)name=\"".utf8
      bytes += name
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += "/>".utf8
  }

  /// Makes a property of what was written since the last mark.
  private func wrap(
    _ element: String, _ attribute: String, orElse missing: String?, after others: String? = nil
  ) {
    heldPieces -= 1
    guard let mark = marks.popLast() else { return }
    let value = String(decoding: bytes[mark...], as: UTF8.self)
    cut(to: mark)
    guard let text = value.isEmpty ? missing : value else { return }
    let prefix = markup.prefix
    let first = others.map { " \(prefix)\($0)" } ?? ""
    bytes += "<\(prefix)\(element)\(first) \(prefix)\(attribute)=\"\(text)\"/>".utf8
  }

  /// The end tag of the last paragraph or table since the last mark, or `nil` where neither was written.
  ///
  /// Bookmarks and the like may follow it.
  private func lastBlock() -> [UInt8]? {
    guard let mark = marks.popLast() else { return nil }
    var index = bytes.count
    while index > max(mark, 0) {
      index -= 1
      guard bytes[index] == UInt8(ascii: "<") else { continue }
      for end in [markup.paragraphEnd, markup.tableEnd] where bytes[index...].starts(with: end) {
        return end
      }
    }
    // What is settled is long, and so holds blocks.
    if mark < 0 { return markup.tableEnd }
    return nil
  }

  /// Takes a table without rows, or a row without cells, back out.
  private func drop(unlessContains start: [UInt8]) {
    guard let mark = marks.popLast(), mark >= 0 else { return }
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
    cut(to: mark)
  }
}

extension RenderSession {
  /// The number under which a list goes on.
  fileprivate func list(_ list: Int, in lists: inout ListNumbers) throws(Fault) -> Int {
    var fault: Fault?
    let number = lists.number(list) { original in
      do throws(Fault) {
        return try restartedList(String(original)).flatMap { Int($0) }
      } catch {
        fault = error
        return nil
      }
    }
    if let fault { throw fault }
    return number
  }
}
