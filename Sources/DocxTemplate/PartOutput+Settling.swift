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
    let count = bytes.count - Self.keptBytes
    if settled == nil { settled = EntryWriter() }
    settled?.write(bytes[..<count])
    bytes.removeFirst(count)
    for index in marks.indices { marks[index] -= count }
  }

  /// What was written, with everything closed.
  func finish() -> Content {
    reopen()
    guard var writer = settled.take() else { return .bytes(bytes) }
    writer.write(bytes[...])
    return .entry(writer.finish(name: layout.part))
  }
}
