/// What Word wants of an archive beyond what a reader needs (ECMA-376 part 2, annex B): each entry under one name, told alike in both places.
enum ArchiveRules {
  static func faults(in bytes: [UInt8]) -> [DocumentFault] {
    var faults: [DocumentFault] = []
    func report(_ message: String, _ name: String = "") {
      faults.append(DocumentFault(rule: "archive", part: name, place: "", message: message))
    }
    guard var offset = directory(of: bytes) else {
      report("there is no directory")
      return faults
    }
    if !matches([0x50, 0x4B, 3, 4], in: bytes, at: 0) { report("does not begin with an entry") }
    var names: Set<String> = []
    while matches([0x50, 0x4B, 1, 2], in: bytes, at: offset), offset + 46 <= bytes.count {
      let nameLength = number(bytes, offset + 28, 2)
      let start = number(bytes, offset + 42, 4)
      guard offset + 46 + nameLength <= bytes.count, start + 30 + nameLength <= bytes.count else {
        report("the directory ends early")
        return faults
      }
      let raw = bytes[(offset + 46)..<(offset + 46 + nameLength)]
      let name = String(decoding: raw, as: UTF8.self)
      if !names.insert(name.lowercased()).inserted { report("a name occurs twice", name) }
      if number(bytes, offset + 8, 2) & 1 == 1 { report("is encrypted", name) }
      if ![0, 8].contains(number(bytes, offset + 10, 2)) { report("unknown compression", name) }
      if name.hasPrefix("/") || name.contains("\\") || name.split(separator: "/").contains("..") {
        report("no name for a part", name)
      }
      let local = bytes[(start + 30)..<(start + 30 + nameLength)]
      if !matches([0x50, 0x4B, 3, 4], in: bytes, at: start) || !local.elementsEqual(raw)
        || number(bytes, start + 26, 2) != nameLength
      {
        report("the entry has another name than the directory says", name)
      }
      offset += 46 + nameLength + number(bytes, offset + 30, 2) + number(bytes, offset + 32, 2)
    }
    return faults
  }

  /// Where the directory begins.
  private static func directory(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let earliest = max(0, bytes.count - 22 - 65_535)
    return stride(from: bytes.count - 22, through: earliest, by: -1)
      .first { matches([0x50, 0x4B, 5, 6], in: bytes, at: $0) }
      .map { number(bytes, $0 + 16, 4) }
  }

  private static func matches(_ mark: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
    offset + mark.count <= bytes.count && bytes[offset..<(offset + mark.count)].elementsEqual(mark)
  }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
