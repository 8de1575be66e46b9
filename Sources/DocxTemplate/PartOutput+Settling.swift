import Deflate
import OfficePackage

/// A part that grows large is compressed as it grows: a table of a hundred thousand rows takes no more memory than one of a thousand.
extension PartOutput {
  /// What is kept uncompressed at the most, and what stays of it because a piece to come may take it back.
  static let settlingBytes = 1 << 18
  private static let keptBytes = 1 << 12

  /// What a part holds when it is filled.
  enum Content {
    case bytes([UInt8])
    case entry(PackageEntry)
  }

  /// Compresses what nothing looks back at any more.
  func settle() {
    guard canSettle, captures.isEmpty, onlyOnce.isEmpty, heldPieces == 0, pending == nil else {
      return
    }
    var count = bytes.count - Self.keptBytes
    // A constant is settled whole or not at all.
    var first = placements.count
    while first > 0, layout.constants.end(of: placements[first - 1]) > count {
      first -= 1
      count = min(count, placements[first].start)
    }
    guard count > settledCount else { return }
    if settled == nil { settled = Deflater(layout.constants) }
    settled?.write(bytes, settledCount..<count, placements[..<first])
    let kept = min(count, Deflater.reach)
    let dropped = count - kept
    bytes.removeFirst(dropped)
    droppedCount += dropped
    settledCount = kept
    placements.removeFirst(first)
    for index in placements.indices { placements[index].start -= dropped }
    for index in marks.indices { marks[index] = marks[index] < count ? -1 : marks[index] - dropped }
  }

  /// All bytes of a part that is finished, if they are still there.
  var whole: [UInt8]? { settledCount == 0 && droppedCount == 0 ? bytes : nil }

  /// What was written, with everything closed; `isOnly` as `DocxTemplate.render` has it.
  func finish(isOnly: Bool) -> Content {
    reopen()
    guard canSettle else { return .bytes(bytes) }
    guard var deflater = settled.take() else {
      let deflated =
        isOnly ? Deflate.compressed(bytes) : layout.constants.deflated(bytes, placements)
      return .entry(PackageEntry(deflated, name: layout.part))
    }
    deflater.write(bytes, settledCount..<bytes.count, placements[...])
    return .entry(PackageEntry(deflater.finish(), name: layout.part))
  }
}
