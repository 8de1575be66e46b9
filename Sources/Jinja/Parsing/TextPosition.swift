/// A line and column of a plain text, both from 1; columns count letters.
public struct TextPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The letter in the line, from 1.
  public let column: Int

  /// The position of the byte at `offset` in UTF-8 `text`, whose lines end with a line feed, a carriage return or both.
  public init(of offset: Int, in text: [UInt8]) {
    var line = 1
    var column = 1
    var index = 0
    while index < min(offset, text.count) {
      let byte = text[index]
      let isPair = byte == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
      if byte == 0x0A || (byte == 0x0D && !isPair) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80, !isPair {
        column += 1
      }
      index += 1
    }
    self.line = line
    self.column = column
  }
}
