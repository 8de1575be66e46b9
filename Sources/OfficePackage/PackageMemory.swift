import Synchronization

/// What was found out of a package when it was opened or read, so that it is not found out again.
final class PackageMemory: Sendable {
  /// So many bytes are held of a package; of a larger one the rest is uncompressed again.
  private static let mostContent = 1 << 20

  private struct Known {
    var contents: [Int: [UInt8]] = [:]
    var contentSize = 0
    var types: ContentTypes?
    var relationships: [String: [Relationship]] = [:]
  }

  private let known = Mutex(Known())

  /// Holds the content of the entry with this number, which was uncompressed to see that it is sound, if there is room.
  func hold(_ content: [UInt8], of entry: Int) {
    known.withLock { known in
      guard known.contentSize + content.count <= Self.mostContent else { return }
      known.contentSize += content.count
      known.contents[entry] = content
    }
  }

  /// The content of an entry, the first time that it is asked for: most parts are read once, and what is kept longer is small.
  func take(_ entry: Int) -> [UInt8]? {
    known.withLock { $0.contents.removeValue(forKey: entry) }
  }

  /// What the package says of its parts, which `read` reads.
  func types(
    _ read: () throws(OfficePackageError) -> ContentTypes
  ) throws(OfficePackageError) -> ContentTypes {
    if let types = known.withLock({ $0.types }) { return types }
    let types = try read()
    known.withLock { $0.types = types }
    return types
  }

  /// The relationships of a part, which `read` reads.
  func relationships(
    of part: String, _ read: () throws(OfficePackageError) -> [Relationship]
  ) throws(OfficePackageError) -> [Relationship] {
    if let relationships = known.withLock({ $0.relationships[part] }) { return relationships }
    let relationships = try read()
    known.withLock { $0.relationships[part] = relationships }
    return relationships
  }
}
