/// How a number stands in a sentence.
public enum NumberNotation: String, Hashable, Sendable, CaseIterable {
  /// 10.
  case figures
  /// он, десять.
  case words
  /// 10 (он), 10 (десять): where a digit may not be doubted.
  case both
}
