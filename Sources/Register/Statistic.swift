/// By what a statistic is broken down.
public enum StatisticDimension: String, Hashable, Sendable, CaseIterable {
  /// The kind of the document.
  case kind
  /// The status of the document.
  case status
  /// The state body that entered the resource.
  case body
  /// The platform that the resource is a part of.
  case platform
  /// How the resource came into the register.
  case channel
  /// The month of the day by which something belongs to the period.
  case month
}

/// What to count, and by what to break it down.
public struct StatisticQuery: Hashable, Sendable {
  /// The whole.
  public var figure: FigureQuery
  /// By what, outermost first; none for the whole alone, which is faster by far where resources are many.
  public var dimensions: [StatisticDimension]

  /// The whole alone unless told otherwise.
  public init(_ figure: FigureQuery, by dimensions: [StatisticDimension] = []) {
    self.figure = figure
    self.dimensions = dimensions
  }
}

/// A figure in parts.
public struct Statistic: Hashable, Sendable {
  /// One part: its values, in the order of the dimensions, and how many.
  public struct Row: Hashable, Sendable {
    /// `nil` for what has none: a whole site has no platform.
    public let values: [String?]
    public let count: Int
  }

  /// The whole, of which every thing counts once.
  public let figure: Figure
  public let dimensions: [StatisticDimension]
  /// The statement that gave the parts.
  public let statement: FigureStatement
  /// The parts that are not empty, in the order of their values.
  public let rows: [Row]

  /// Whether something counts in more than one part, so that the parts add up to more than the whole: a document that
  /// concerns resources of two bodies.
  public var isOverlapping: Bool { rows.reduce(0) { $0 + $1.count } > figure.value }
}

/// Statistics of one moment of the register.
public struct StatisticSet: Hashable, Sendable {
  /// In the order of the queries.
  public let statistics: [Statistic]
  /// The register's last write that they know of.
  public let revision: Int
}
