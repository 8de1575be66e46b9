import OfficePackage

/// A relationship to the outside whose address holds tags.
struct LinkTemplate: Sendable {
  let id: String
  let kind: String
  /// The address, in whose tags nothing is escaped.
  let address: [UInt8]

  /// The relationships of a part that hold tags, by id.
  static func all(
    of part: String, in package: PartReader
  ) throws(OfficePackageError) -> [String: LinkTemplate] {
    var links: [String: LinkTemplate] = [:]
    for relationship in try package.relationships(of: part) where relationship.isExternal {
      let address = decoded(Array(relationship.target.utf8))
      guard address.contains(UInt8(ascii: "{")) else { continue }
      links[relationship.id] = LinkTemplate(
        id: relationship.id, kind: relationship.kind, address: address)
    }
    return links
  }

  /// An address with what is escaped inside its tags as it was typed: Word writes `%7B%7B` for two braces.
  static func decoded(_ address: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    var isInTag = false
    while index < address.count {
      let (byte, length) = character(address, index)
      let (next, nextLength) = character(address, index + length)
      if !isInTag, byte == UInt8(ascii: "{"),
        [UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#")].contains(next)
      {
        isInTag = true
        result += [byte, next]
        index += length + nextLength
      } else if isInTag, next == UInt8(ascii: "}"),
        [UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "#")].contains(byte)
      {
        isInTag = false
        result += [byte, next]
        index += length + nextLength
      } else if isInTag {
        result.append(byte)
        index += length
      } else {
        result.append(address[index])
        index += 1
      }
    }
    return result
  }

  /// The character at `index`, which may be escaped, and how many bytes it takes.
  private static func character(_ address: [UInt8], _ index: Int) -> (UInt8, Int) {
    guard index < address.count else { return (0, 0) }
    if address[index] == UInt8(ascii: "%"), index + 2 < address.count,
      let byte = UInt8(String(decoding: address[index + 1...index + 2], as: UTF8.self), radix: 16)
    {
      return (byte, 3)
    }
    return (address[index], 1)
  }
}
