import Synchronization
import XML

/// What was found out of a package when it was opened or read, so that it is not found out again.
final class PackageMemory: Sendable {
  /// So many bytes are held of a package; of a larger one the rest is uncompressed again.
  private static let mostContent = 1 << 20

  private struct Known {
    var contents: [Int: [UInt8]] = [:]
    var contentSize = 0
    var types: ContentTypes?
    var relationships: [String: [Relationship]] = [:]
    var properties: (tree: XMLTree, set: [CustomProperty], part: WrittenPart)?
  }

  /// A part as it is to be, and the bytes that its entry holds.
  struct WrittenPart: Sendable {
    let entry: PackageEntry
    let bytes: [UInt8]
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

  /// The package's own part of properties, which `read` reads, with those of `set` in it, which `write` writes: of the letters
  /// that are made of one template most are of the same day.
  func part(
    setting set: [CustomProperty], _ read: () throws(OfficePackageError) -> XMLTree,
    write: (XMLTree) -> WrittenPart
  ) throws(OfficePackageError) -> WrittenPart {
    let last = known.withLock { $0.properties }
    if let last, last.set == set { return last.part }
    let tree = if let last { last.tree } else { try read() }
    let part = write(tree)
    known.withLock { $0.properties = (tree, set, part) }
    return part
  }
}
