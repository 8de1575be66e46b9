import Synchronization

/// What was found out of a document's styles, headers and footers, for the next documents that have the same.
final class DocumentMemory: Sendable {
  private struct Known {
    var looks: StyleLooks?
    var blocks: [String: [TextBlock]] = [:]
  }

  private let known = Mutex(Known())

  /// What the styles say of how high paragraphs are, which `read` reads.
  func looks(_ read: () -> StyleLooks) -> StyleLooks {
    if let looks = known.withLock({ $0.looks }) { return looks }
    let looks = read()
    known.withLock { $0.looks = looks }
    return looks
  }

  /// The text of a header or footer, if it was kept.
  func blocks(of part: String) -> [TextBlock]? { known.withLock { $0.blocks[part] } }

  /// Keeps the text of a header or footer.
  func keep(_ blocks: [TextBlock], of part: String) {
    known.withLock { $0.blocks[part] = blocks }
  }
}
