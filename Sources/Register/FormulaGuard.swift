/// Keeps spreadsheets from running what somebody typed: `=cmd|…` in an address would be a formula when the file is opened.
///
/// On export a cell that a spreadsheet would take for a formula gets an apostrophe before it, on import the apostrophe
/// goes again. A cell that has apostrophes before such a beginning already gets one more, so that what comes back is exactly
/// what was there.
enum FormulaGuard {
  static func added(to text: String) -> String { isGuarded(text, atLeast: 0) ? "'" + text : text }

  static func removed(from text: String) -> String {
    isGuarded(text, atLeast: 1) ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// Whether the beginning of a formula stands after `count` apostrophes or more.
  private static func isGuarded(_ text: String, atLeast count: Int) -> Bool {
    let bytes = text.utf8
    guard let start = bytes.firstIndex(where: { $0 != UInt8(ascii: "'") }) else { return false }
    guard count == 0 || start != bytes.startIndex else { return false }
    switch bytes[start] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      return true
    // East Asian keyboards type the signs in full width, and some spreadsheets take them for the same.
    case 0xEF: return ["＝", "＋", "－", "＠"].contains { bytes[start...].starts(with: $0.utf8) }
    default: return false
    }
  }
}
