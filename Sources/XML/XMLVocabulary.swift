import Synchronization

/// The tags and names of a document, known to the reader of others that say most of the same: those made from one template.
///
/// The first document that is read is kept for it, unless it is a large one.
public final class XMLVocabulary: Sendable {
  /// What was learnt of the first document.
  struct Words: Sendable {
    /// The document, and behind it what its entities stand for.
    let text: [UInt8]
    /// How many bytes there are up to the end of the outermost start tag, which says what prefixes stand for.
    let beginning: Int
    let names: PlainNames.Memory
    let tags: KnownTags.Memory
    let attributes: [XMLTree.Attribute]
  }

  /// A document of more bytes is not kept.
  private static let largest = 1 << 16

  private let known = Mutex<Words?>(nil)

  /// A vocabulary without words yet.
  public init() {}

  /// The words, where a document begins like the one that they are of.
  func words(for bytes: [UInt8]) -> Words? {
    known.withLock { $0 }.flatMap { words in
      bytes.starts(with: words.text[..<words.beginning]) ? words : nil
    }
  }

  func learn(_ words: Words) {
    guard words.text.count <= Self.largest else { return }
    known.withLock { $0 = $0 ?? words }
  }
}

extension PlainReader {
  /// What was learnt of a document that has been read.
  var words: XMLVocabulary.Words {
    var tags = tags.memory
    tags.forget(besides: outermost)
    return XMLVocabulary.Words(
      text: tree.text, beginning: beginning, names: names.memory, tags: tags,
      attributes: tree.attributes)
  }
}
