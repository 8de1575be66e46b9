/// Zip archives for tests, their entries stored as they are (APPNOTE.TXT §4.3).
public enum StoredArchive {
  /// The bytes of an archive with these entries, in this order.
  public static func bytes(of entries: [(name: String, content: String)]) -> [UInt8] {
    bytes(of: entries.map { ($0.name, Array($0.content.utf8)) })
  }

  /// The same of entries that need not be text.
  public static func bytes(of entries: [(name: String, content: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      var fields: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]
      fields += littleEndian(checksum(of: bytes), count: 4)
      fields += littleEndian(UInt32(bytes.count), count: 4)
      fields += littleEndian(UInt32(bytes.count), count: 4)
      fields += littleEndian(UInt32(name.utf8.count), count: 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + fields + Array(repeating: 0, count: 10)
      directory += littleEndian(UInt32(archive.count), count: 4) + Array(name.utf8)
      archive += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + bytes
    }
    let count = littleEndian(UInt32(entries.count), count: 2)
    let end = [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
    return archive + directory + end + littleEndian(UInt32(directory.count), count: 4)
      + littleEndian(UInt32(archive.count), count: 4) + [0, 0]
  }

  private static func littleEndian(_ number: UInt32, count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  /// CRC-32 by half bytes: quick enough for documents of a few megabytes in a debug build.
  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum = sum >> 4 ^ remainders[Int((sum ^ UInt32(byte)) & 15)]
      sum = sum >> 4 ^ remainders[Int((sum ^ UInt32(byte >> 4)) & 15)]
    }
    return ~sum
  }

  private static let remainders: [UInt32] = (0..<16).map { (index: UInt32) -> UInt32 in
    var sum = index
    for _ in 0..<4 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    return sum
  }
}
