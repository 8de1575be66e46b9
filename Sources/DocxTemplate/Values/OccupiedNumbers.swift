/// The numbers and names of a template that must stay the only ones of their kind, found without reading its parts as trees.
struct OccupiedNumbers {
  private(set) var drawings: Set<Int> = []
  private(set) var bookmarks: Set<Int> = []
  private(set) var bookmarkNames: Set<String> = []
  /// The highest number that anything is marked with: changes, comments, bookmarks.
  private(set) var highestID = 0

  /// Adds those of a part.
  ///
  /// - Complexity: linear in the bytes.
  mutating func collect(from content: [UInt8]) {
    content.withUnsafeBufferPointer { bytes in
      var start = 0
      while let place = Self.mark(in: bytes, from: start) {
        start = place + 1
        switch bytes[place] {
        case UInt8(ascii: "="):
          if Self.holds(":id", in: bytes, before: place) { take(id: bytes[start...]) }
        case UInt8(ascii: "P"):
          take(in: bytes, place, "doc", "r ", isDrawing: true)
        default:
          take(in: bytes, place, "bookmark", "tart ", isDrawing: false)
        }
      }
    }
  }

  /// The next byte of those that are the rarest of `:id=`, `docPr ` and `bookmarkStart `: all else is passed by, eight bytes at once.
  private static func mark(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      // The lowest bit that is set belongs to the first of them.
      let found =
        (word ^ 0x3D3D_3D3D_3D3D_3D3D).zeroBytes | (word ^ 0x5050_5050_5050_5050).zeroBytes
        | (word ^ 0x5353_5353_5353_5353).zeroBytes
      if found != 0 { return index + (found.trailingZeroBitCount >> 3) }
      index += 8
    }
    return bytes[index...].firstIndex { $0 == 0x3D || $0 == 0x50 || $0 == 0x53 }
  }

  private static func holds(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, before end: Int
  ) -> Bool {
    let start = end - text.utf8CodeUnitCount
    return start >= 0 && text.withUTF8Buffer { bytes[start..<end].elementsEqual($0) }
  }

  /// Takes the numbers of the tag whose name ends with `before`, the byte at `place` and `after`.
  private mutating func take(
    in bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ before: StaticString,
    _ after: StaticString, isDrawing: Bool
  ) {
    let end = place + 1 + after.utf8CodeUnitCount
    guard end < bytes.count, Self.holds(after, in: bytes, before: end),
      Self.holds(before, in: bytes, before: place)
    else { return }
    take(bytes[(end - 1)...].prefix { $0 != UInt8(ascii: ">") }, isDrawing: isDrawing)
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
