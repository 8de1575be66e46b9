/// The statement behind a figure, as it was run.
public struct FigureStatement: Hashable, Sendable, CustomStringConvertible {
  /// A value bound to a name of the statement.
  public struct Value: Hashable, Sendable {
    /// The name without its colon.
    public let name: String
    /// What was bound, always text: a word of the register or an ISO date.
    public let value: String
  }

  /// The text, with names such as `:from` in place of values.
  public let sql: String
  /// The values, in the order in which the text first names them.
  public let values: [Value]

  /// The text and, below it, a line for each value: what `--explain` prints.
  public var description: String {
    ([sql] + values.map { "-- :\($0.name) = \($0.value)" }).joined(separator: "\n")
  }
}

/// Whether figures bring what they count, or only how many.
public enum FigureListing: Hashable, Sendable {
  /// All of it: for whoever asks where a number comes from.
  case everything
  /// Documents and bodies, which are few; of resources, which may be a million, the number alone.
  case documentsAndBodies
}

/// A number computed from the register, with what is behind it.
public struct Figure: Hashable, Sendable {
  /// What was asked.
  public let query: FigureQuery
  /// The statement that answered it.
  public let statement: FigureStatement
  /// What was counted, each once and in byte order: document ids, canonical URLs or ids of bodies; `nil` where only the
  /// number was asked for.
  public let listed: [String]?
  /// The number itself.
  public let value: Int

  /// What was counted, as far as it was asked for.
  public var members: [String] { listed ?? [] }
}

/// Figures that belong together: all of them see the register at one moment.
public struct FigureSet: Hashable, Sendable {
  /// In the order of the queries.
  public let figures: [Figure]
  /// What the claims about them have against them, in the order in which they were made.
  public let remainders: [FigureRemainder]
  /// The register's last write that they know of.
  public let revision: Int
  /// Links that no figure could follow because a document or resource is not in the register.
  public let pendingLinks: Int

  /// The figure that answers `query`, or `nil` if it was not asked.
  public subscript(query: FigureQuery) -> Figure? { figures.first { $0.query == query } }
}
