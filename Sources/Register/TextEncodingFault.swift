/// Why the bytes of a file cannot be read as text without guessing.
enum TextEncodingFault: Error, Hashable, Sendable {
  /// UTF-16 without its mark, or with a character that is not whole.
  case utf16
  /// Looks like Windows-1251, but not surely enough to read it so.
  case windows1251(offset: Int)
  /// Windows-1251 in which Kazakh letters have become question marks.
  case lostLetters(offset: Int)
  case invalid(offset: Int)
}
