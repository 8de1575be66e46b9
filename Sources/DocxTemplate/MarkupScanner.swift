/// Reads markup that this program has written itself, or checked: tags and what is between them.
struct MarkupScanner {
  enum Item {
    /// Character data.
    case text(Range<Int>)
    /// A start tag, whether it is an empty element's, and its bytes.
    case start(String, isEmpty: Bool, Range<Int>)
    case end(String)
  }

  private let bytes: [UInt8]
  private(set) var offset: Int
  private let limit: Int

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
    limit = bytes.count
  }

  mutating func next() -> Item? {
    guard offset < limit else { return nil }
    let start = offset
    guard bytes[start] == UInt8(ascii: "<") else {
      offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? limit
      return .text(start..<offset)
    }
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else {
      offset = limit
      return nil
    }
    offset = close + 1
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let name = bytes[(start + (isEnd ? 2 : 1))..<close].prefix {
      $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "/")
    }
    let text = String(decoding: name, as: UTF8.self)
    if isEnd { return .end(text) }
    // Comments and the like are passed over.
    if text.hasPrefix("!") || text.hasPrefix("?") { return next() }
    return .start(text, isEmpty: bytes[close - 1] == UInt8(ascii: "/"), start..<offset)
  }

  /// The value of an attribute of a start tag.
  func attribute(_ name: String, of tag: Range<Int>) -> String? {
    let pattern = Array(" \(name)=\"".utf8)
    var index = tag.lowerBound
    while index + pattern.count < tag.upperBound {
      if bytes[index] == pattern[0], bytes[index...].starts(with: pattern) {
        let value = bytes[(index + pattern.count)..<tag.upperBound].prefix {
          $0 != UInt8(ascii: "\"")
        }
        return String(decoding: value, as: UTF8.self)
      }
      index += 1
    }
    return nil
  }
}
