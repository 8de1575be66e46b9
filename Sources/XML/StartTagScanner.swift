/// Finds start tags that have more attributes than a document has, before they are parsed: libxml2 compares each attribute of a tag with all others.
struct StartTagScanner {
  private enum State {
    case text
    /// After `<` and what followed it, as long as it may become one of `<!--`, `<![CDATA[`.
    case opening(matched: Int)
    case tag
    case quoted(UInt8)
    /// Until this byte, twice for comments and character data, and `>`.
    case skipped(UInt8, count: Int, needed: Int)
  }

  /// How the bytes of a character lie.
  private enum Width {
    case unknown, single, littleEndian, bigEndian
  }

  private let limit: Int
  private var state = State.text
  private var attributes = 0
  private var width = Width.unknown
  /// The first half of a character that is not yet whole.
  private var half: UInt8?

  init(limit: Int) { self.limit = limit }

  /// Looks at the next bytes.
  ///
  /// - Returns: how many of them may be parsed: all, or those before the tag that has too many attributes.
  mutating func scan(_ piece: UnsafeBufferPointer<UInt8>) -> Int {
    if width == .unknown { width = Self.width(piece) }
    guard width != .single else { return scanBytes(piece) }
    let narrowed = narrowed(piece)
    let readable = narrowed.withUnsafeBufferPointer { scanBytes($0) }
    return readable == narrowed.count ? piece.count : min(2 * readable, piece.count)
  }

  private static func width(_ piece: UnsafeBufferPointer<UInt8>) -> Width {
    switch Array(piece.prefix(2)) {
    case [0xFF, 0xFE], [0x3C, 0]: .littleEndian
    case [0xFE, 0xFF], [0, 0x3C]: .bigEndian
    default: .single
    }
  }

  /// A byte for each character of two; of no matter which value where it is not ASCII.
  private mutating func narrowed(_ piece: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(piece.count / 2 + 1)
    for byte in piece {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (low, high) = width == .littleEndian ? (first, byte) : (byte, first)
      bytes.append(high == 0 && low < 0x80 ? low : 0x80)
    }
    return bytes
  }

  private mutating func scanBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch state {
      case .text:
        guard let tag = Self.index(of: UInt8(ascii: "<"), in: bytes, from: index) else {
          return bytes.count
        }
        start = tag
        index = tag
        state = .opening(matched: 0)
        attributes = 0
      case .opening(let matched): open(byte, matched)
      case .tag:
        switch byte {
        case UInt8(ascii: ">"): state = .text
        case UInt8(ascii: "\""), UInt8(ascii: "'"): state = .quoted(byte)
        case UInt8(ascii: "="):
          attributes += 1
          if attributes > limit { return start }
        default: break
        }
      case .quoted(let quote):
        guard let end = Self.index(of: quote, in: bytes, from: index) else { return bytes.count }
        index = end
        state = .tag
      case .skipped(let mark, let count, let needed):
        if byte == mark {
          state = .skipped(mark, count: count + 1, needed: needed)
        } else {
          let isEnd = byte == UInt8(ascii: ">") && count >= needed
          state = isEnd ? .text : .skipped(mark, count: 0, needed: needed)
        }
      }
      index += 1
    }
    return bytes.count
  }

  /// What `byte` makes of a tag of which `matched` bytes after its `<` were those of a comment (1, 2) or of character data (10 to 15).
  private mutating func open(_ byte: UInt8, _ matched: Int) {
    switch (matched, byte) {
    case (0, UInt8(ascii: "?")): state = .skipped(byte, count: 0, needed: 1)
    case (0, UInt8(ascii: "!")): state = .opening(matched: 1)
    case (0, UInt8(ascii: ">")): state = .text
    case (1, UInt8(ascii: "-")): state = .opening(matched: 2)
    case (1, UInt8(ascii: "[")): state = .opening(matched: 10)
    case (2, UInt8(ascii: "-")): state = .skipped(byte, count: 0, needed: 2)
    case (10, UInt8(ascii: "C")), (11, UInt8(ascii: "D")), (12, UInt8(ascii: "A")),
      (13, UInt8(ascii: "T")), (14, UInt8(ascii: "A")):
      state = .opening(matched: matched + 1)
    case (15, UInt8(ascii: "[")):
      state = .skipped(UInt8(ascii: "]"), count: 0, needed: 2)
    // Anything else is a tag, or nothing that libxml2 reads on after.
    default: state = .tag
    }
  }

  private static func index(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
