/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  /// Every row is read twice: first all of them are checked, then the good ones are written.
  public enum Phase: Hashable, Sendable {
    case checking, writing
  }

  /// What is being done.
  public var phase: Phase
  /// The rows that are done, in all files together.
  public var rows: Int
  /// The rows that there are; an estimate from the number of lines until the phase has ended.
  public var total: Int
}
