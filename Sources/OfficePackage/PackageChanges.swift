import Deflate

/// What an archive is to hold instead of, and besides, the entries that a package has.
struct PackageChanges: Sendable {
  /// What a part holds from now on: bytes, or bytes that are compressed already.
  enum Content: Sendable {
    case bytes([UInt8])
    case entry(PackageEntry)

    /// The content as an archive holds it.
    func entry(named name: String) -> PackageEntry {
      switch self {
      case .bytes(let bytes): PackageEntry(Deflate.compressed(bytes), name: name)
      case .entry(let entry): entry.renamed(name)
      }
    }
  }

  /// A part that the package did not have.
  struct Addition: Sendable {
    let name: String
    var content: Content

    /// The part as an archive holds it.
    var entry: PackageEntry { content.entry(named: name) }
  }

  /// By the number of its entry, what a part is to hold.
  var replaced: [Int: Content] = [:]
  /// By the number of its entry, the bytes of a part that was given compressed.
  var plain: [Int: [UInt8]] = [:]
  var added: [Addition] = []
}
