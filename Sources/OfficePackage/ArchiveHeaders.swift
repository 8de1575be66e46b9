/// The archive's two accounts of each entry, which some writers let differ in what harms nobody.
enum ArchiveHeaders {
  /// Makes an archive such as libzip does not refuse for trifles: gives every entry's own header the version, flags and time that the directory gives it (APPNOTE.TXT §4.3.7, §4.3.12).
  ///
  /// Whatever does not look as it should is left as it is, for libzip to judge.
  ///
  /// - Returns: how many bytes the archive has, without what a download or a mail program left behind it.
  /// - Throws: `unsafeName` for a name with a zero in it, which ends there for some programs and not for others.
  /// - Complexity: linear in the entries.
  static func align(
    _ archive: UnsafeMutableRawBufferPointer
  ) throws(OfficePackageError) -> Int {
    func number(_ offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= archive.count else { return nil }
      return (0..<bytes).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
    }
    guard let end = endOfDirectory(archive), var entry = number(end + 16, bytes: 4),
      let count = number(end + 10, bytes: 2), let comment = number(end + 20, bytes: 2)
    else { return archive.count }
    for _ in 0..<count {
      guard number(entry, bytes: 4) == 0x0201_4B50, let name = number(entry + 28, bytes: 2),
        let extra = number(entry + 30, bytes: 2), let comment = number(entry + 32, bytes: 2),
        let header = number(entry + 42, bytes: 4), entry + 46 + name <= archive.count
      else { break }
      if let zero = archive[entry + 46..<entry + 46 + name].firstIndex(of: 0) {
        let visible = archive[entry + 46..<zero]
        throw OfficePackageError(.unsafeName, part: String(decoding: visible, as: UTF8.self))
      }
      if number(header, bytes: 4) == 0x0403_4B50, header + 14 <= archive.count {
        // The version that is needed, the flags, the method (which must be the same), the time and the day.
        let own = [4, 5, 6, 7, 10, 11, 12, 13]
        for offset in own { archive[header + offset] = archive[entry + offset + 2] }
      }
      entry += 46 + name + extra + comment
    }
    return min(archive.count, end + 22 + comment)
  }

  /// The record at the archive's end, behind which only a comment of at most 64 KiB stands.
  private static func endOfDirectory(_ archive: UnsafeMutableRawBufferPointer) -> Int? {
    var offset = archive.count - 22
    while offset >= 0, offset >= archive.count - 22 - 0xFFFF {
      if archive[offset] == 0x50, archive[offset + 1] == 0x4B, archive[offset + 2] == 5,
        archive[offset + 3] == 6
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }
}
