import Jinja

/// Marks each printed text in a document that is thrown away, so that its paragraph can be found when all is in place.
final class PrintMarks {
  /// From the last private plane of Unicode, which letters have no use for.
  private static let start: Unicode.Scalar = "\u{100000}"
  private static let end: Unicode.Scalar = "\u{100001}"

  let trace = PrintTrace()
  /// The parts with the numbers of the entries that they have printed.
  private(set) var parts: [(part: TemplatePart, entries: Range<Int>)] = []

  /// What follows is printed by the next part.
  func end(_ part: TemplatePart) {
    parts.append((part, (parts.last?.entries.upperBound ?? 0)..<trace.entries.count))
  }

  /// A text with the mark of the entry that was printed last.
  func mark(_ text: String) -> String {
    "\(Self.start)\(trace.entries.count - 1)\(Self.end)\(text)"
  }

  /// The numbers of the entries that are marked in a text.
  static func numbers(in text: String) -> [Int] {
    text.unicodeScalars.split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .compactMap { piece in
        Int(String(String.UnicodeScalarView(piece.prefix { $0 != end })))
      }
  }
}

extension PartOutput {
  /// The value as it is written: with a mark if it is a text and marks are wanted.
  func marked(_ value: Value) -> Value {
    guard let printMarks, captures.isEmpty, outer.isEmpty else { return value }
    if case .custom(let custom) = value, custom is any WordValue || custom is Fragment {
      return value
    }
    let text = Self.text(of: value)
    return text.isEmpty ? value : .string(printMarks.mark(text))
  }
}
