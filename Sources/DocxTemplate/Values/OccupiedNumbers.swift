/// The numbers and names of a template that must stay the only ones of their kind, found without reading its parts as trees.
struct OccupiedNumbers {
  private(set) var drawings: Set<Int> = []
  private(set) var bookmarks: Set<Int> = []
  private(set) var bookmarkNames: Set<String> = []
  /// The highest number that anything is marked with: changes, comments, bookmarks.
  private(set) var highestID = 0

  private static let drawing = Array("docPr ".utf8)
  private static let bookmark = Array("bookmarkStart ".utf8)
  private static let id = Array(":id=".utf8)

  /// Adds those of a part.
  ///
  /// - Complexity: linear in the bytes.
  mutating func collect(from content: [UInt8]) {
    content.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let name: [UInt8]
        switch bytes[index] {
        case UInt8(ascii: "d"): name = Self.drawing
        case UInt8(ascii: "b"): name = Self.bookmark
        case UInt8(ascii: ":"): name = Self.id
        default:
          index += 1
          continue
        }
        guard index + name.count < bytes.count,
          bytes[index..<index + name.count].elementsEqual(name)
        else {
          index += 1
          continue
        }
        index += name.count
        if name == Self.id {
          take(id: bytes[index...])
          continue
        }
        let tag = bytes[(index - 1)...].prefix { $0 != UInt8(ascii: ">") }
        take(tag, isDrawing: name == Self.drawing)
      }
    }
  }

  private mutating func take(id bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let digits = bytes.dropFirst().prefix(11).prefix { (0x30...0x39).contains($0) }
    // Nobody counts so far; what has such a number has it for itself.
    if let id = Int(String(decoding: digits, as: UTF8.self)), id < 1 << 30 {
      highestID = max(highestID, id)
    }
  }

  private mutating func take(_ tag: Tag, isDrawing: Bool) {
    if let id = Self.value(of: "id", in: tag), id.utf8.count <= 10, let id = Int(id) {
      if isDrawing { drawings.insert(id) } else { bookmarks.insert(id) }
    }
    if !isDrawing, let name = Self.value(of: "name", in: tag) { bookmarkNames.insert(name) }
  }

  private typealias Tag = Slice<UnsafeBufferPointer<UInt8>>

  /// The value of the attribute with this local name, in the bytes of a start tag from the space behind its name on.
  private static func value(of name: StaticString, in tag: Tag) -> String? {
    var rest = tag
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let written = rest[..<equals].split(whereSeparator: isSpace).last
      let value = rest[(equals + 1)...].drop(while: isSpace)
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.dropFirst().firstIndex(of: quote)
      else { return nil }
      let local = written?.split(separator: UInt8(ascii: ":")).last
      let isFound = name.withUTF8Buffer { name in local?.elementsEqual(name) ?? false }
      if isFound {
        return String(decoding: value.dropFirst()[..<end], as: UTF8.self)
      }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
