/// The times in an archive's two accounts of each entry, which some writers let differ by a few seconds.
enum TimeStamps {
  /// Gives every entry's own header the time that the directory gives it (APPNOTE.TXT §4.3.7, §4.3.12).
  ///
  /// libzip refuses a whole document for such a difference, which harms nobody. Whatever does not look as it should is left as it is, for libzip to judge.
  ///
  /// - Complexity: linear in the entries.
  static func align(_ archive: UnsafeMutableRawBufferPointer) {
    func number(_ offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= archive.count else { return nil }
      return (0..<bytes).reduce(0) { $0 | Int(archive[offset + $1]) << (8 * $1) }
    }
    guard let end = endOfDirectory(archive), var entry = number(end + 16, bytes: 4),
      let count = number(end + 10, bytes: 2)
    else { return }
    for _ in 0..<count {
      guard number(entry, bytes: 4) == 0x0201_4B50, let name = number(entry + 28, bytes: 2),
        let extra = number(entry + 30, bytes: 2), let comment = number(entry + 32, bytes: 2),
        let header = number(entry + 42, bytes: 4), number(header, bytes: 4) == 0x0403_4B50,
        header + 14 <= archive.count
      else { return }
      for offset in 0..<4 { archive[header + 10 + offset] = archive[entry + 12 + offset] }
      entry += 46 + name + extra + comment
    }
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
