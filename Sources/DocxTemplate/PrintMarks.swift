import Jinja

/// Notes what each part of a document prints, while marks are written around it.
final class PrintMarks {
  let trace = PrintTrace()
  /// The parts with the numbers of the entries that they have printed.
  private(set) var parts: [(part: TemplatePart, entries: Range<Int>)] = []

  /// What follows is printed by the next part.
  func end(_ part: TemplatePart) {
    parts.append((part, (parts.last?.entries.upperBound ?? 0)..<trace.entries.count))
  }

  /// The number of the entry that was printed last.
  var number: Int { trace.entries.count - 1 }
}
