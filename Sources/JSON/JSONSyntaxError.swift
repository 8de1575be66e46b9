/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Hashable {
  /// What was found instead of what was due.
  public enum Reason: String, Sendable {
    case unexpectedEnd, unexpectedCharacter, trailingText, invalidEscape, invalidUTF8, invalidNumber
    case controlCharacter, duplicateName, tooDeep, notUTF8
  }

  public let reason: Reason
  /// The UTF-8 offset of the first byte that does not fit.
  public let offset: Int
  /// The line of `offset`, from 1.
  public let line: Int
  /// The column of `offset` in its line, from 1, in Unicode scalars.
  public let column: Int
}
