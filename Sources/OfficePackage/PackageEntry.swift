public import Deflate

/// One entry of an archive as it is stored: compressed bytes with what an archive must say of them.
public struct PackageEntry: Hashable, Sendable {
  /// How the bytes are stored (APPNOTE.TXT §4.4.5).
  public enum Method: UInt16, Sendable {
    case stored = 0
    case deflated = 8
  }

  /// The name in the archive, without a leading slash.
  public let name: String
  public let method: Method
  /// CRC-32 of the uncompressed bytes.
  public let checksum: UInt32
  /// Uncompressed bytes.
  public let size: Int
  /// The bytes as the archive holds them.
  public let stored: [UInt8]

  /// An entry whose bytes are stored as they are, for what is compressed already.
  public init(storing bytes: [UInt8], name: String) {
    self.init(
      name: name, method: .stored, checksum: Deflate.checksum(of: bytes), size: bytes.count,
      stored: bytes)
  }

  /// An entry with what was compressed before.
  public init(_ deflated: Deflated, name: String) {
    self.init(
      name: name, method: .deflated, checksum: deflated.checksum, size: deflated.size,
      stored: deflated.stored)
  }

  init(name: String, method: Method, checksum: UInt32, size: Int, stored: [UInt8]) {
    self.name = name
    self.method = method
    self.checksum = checksum
    self.size = size
    self.stored = stored
  }

  /// Whether the entry stands for a folder, which is no part.
  var isFolder: Bool { name.hasSuffix("/") }

  /// Whether an entry of this name holds XML.
  static func isMarkup(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".xml") || name.hasSuffix(".rels") || name.hasSuffix(".vml")
  }

  /// The same bytes under another name.
  func renamed(_ name: String) -> PackageEntry {
    PackageEntry(name: name, method: method, checksum: checksum, size: size, stored: stored)
  }
}
