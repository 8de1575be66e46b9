import Cryptography

/// A PDF of LibreOffice's without what differs from one time to the next though the document is the same: the time of day, and ids made from it.
///
/// Times are taken out, ids are made from the rest. Every byte stays at its place, because a PDF says where its objects are.
///
/// - Source: ISO 32000-1, §14.3.3 (dates), §14.4 (file identifiers), §7.5.5 (trailer).
enum ReproduciblePDF {
  /// Hexadecimal digits of an id.
  private static let idLength = 32
  /// No date is longer.
  private static let longestDate = 40
  private static let elements = [
    "xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:InstanceID",
  ]

  static func bytes(of pdf: [UInt8]) -> [UInt8] {
    var bytes = pdf
    var ids: [Range<Int>] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "/"):
        for key in ["/CreationDate(", "/ModDate("] {
          if let end = date(at: index, key, in: bytes) { blank(index..<end, in: &bytes) }
        }
        ids += fileIDs(at: index, in: bytes) + checksums(at: index, in: bytes)
      case UInt8(ascii: "<"):
        for element in elements {
          if let end = end(of: element, at: index, in: bytes) { blank(index..<end, in: &bytes) }
        }
      default: break
      }
      index += 1
    }
    for range in ids { blank(range, in: &bytes) }
    let sum = SHA256.hexadecimal(of: bytes).uppercased().utf8.prefix(idLength)
    for range in ids { bytes.replaceSubrange(range, with: sum) }
    return bytes
  }

  private static func blank(_ range: Range<Int>, in bytes: inout [UInt8]) {
    for index in range { bytes[index] = UInt8(ascii: " ") }
  }

  /// Where `/CreationDate(D:20211221…)` ends.
  private static func date(at start: Int, _ key: String, in bytes: [UInt8]) -> Int? {
    guard let begin = position(after: key, at: start, in: bytes) else { return nil }
    let value = bytes[begin...].prefix(longestDate)
    return value.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
  }

  /// Where `<name>…</name>` of the metadata ends.
  private static func end(of element: String, at start: Int, in bytes: [UInt8]) -> Int? {
    guard var index = position(after: "<\(element)>", at: start, in: bytes) else { return nil }
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return position(after: "</\(element)>", at: index, in: bytes)
  }

  /// The digits of `/ID [<…><…>]`.
  private static func fileIDs(at start: Int, in bytes: [UInt8]) -> [Range<Int>] {
    guard var index = position(after: "/ID", at: start, in: bytes) else { return [] }
    var found: [Range<Int>] = []
    for sign in ["[<", "><", ">]"] {
      for character in sign.utf8 {
        while index < bytes.endIndex, isSpace(bytes[index]) { index += 1 }
        guard index < bytes.endIndex, bytes[index] == character else { return [] }
        index += 1
      }
      guard found.count < 2 else { break }
      guard let digits = digits(at: index, in: bytes) else { return [] }
      found.append(digits)
      index = digits.upperBound
    }
    return found
  }

  /// The digits of `/DocChecksum /…`, a name of LibreOffice's own.
  private static func checksums(at start: Int, in bytes: [UInt8]) -> [Range<Int>] {
    guard let begin = position(after: "/DocChecksum /", at: start, in: bytes) else { return [] }
    return digits(at: begin, in: bytes).map { [$0] } ?? []
  }

  private static func digits(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    let end = start + idLength
    guard end <= bytes.endIndex else { return nil }
    let areDigits = bytes[start..<end].allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte & 0xDF)
    }
    return areDigits ? start..<end : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }

  private static func position(after text: String, at start: Int, in bytes: [UInt8]) -> Int? {
    bytes[start...].starts(with: text.utf8) ? start + text.utf8.count : nil
  }
}
