/// Why a text was refused as XML.
public struct XMLError: Error, Hashable {
  public enum Code: String, Sendable {
    /// Not well-formed.
    case malformed
    /// Has a document type declaration, which Office packages forbid (ECMA-376 part 2, §8.1.4) and which could name files and entities.
    case documentType
    /// Elements nested deeper than the limit.
    case tooDeep
    /// More bytes or nodes than the limits allow.
    case tooLarge
  }

  public let code: Code
  /// The line, from 1; 0 where the text was refused for its length, unread.
  public let line: Int
  /// The column, from 1; 0 where it is not known.
  public let column: Int
  /// What the parser said, in English; empty where the code says it all.
  public let detail: String
}

/// How much of a document the parser is willing to read.
public struct XMLLimits: Hashable, Sendable {
  /// Bytes of text.
  public var bytes = 256 << 20
  /// Elements inside one another.
  public var depth = 4096
  /// Elements, texts, comments and attributes together.
  public var nodes = 20_000_000
  /// Attributes and namespace declarations of one element.
  public var attributes = 1000
  /// Namespace declarations that hold at one place.
  public var namespaces = 1000
  /// Bytes of all different names of elements and attributes with their namespaces.
  public var nameBytes = 4 << 20

  public init() {}
}
