import GRDB

/// Some of the things that a part of a figure counts.
public struct CaseList: Hashable, Sendable {
  /// Ids of documents, canonical URLs or ids of bodies, in byte order.
  public let keys: [String]
  /// Whether more of them follow.
  public let hasMore: Bool
  /// The statement that listed them.
  public let statement: FigureStatement
}

/// Which part of a statistic is meant: for a dimension the value, or `nil` for what has none.
public struct StatisticPart: Hashable, Sendable {
  public let dimension: StatisticDimension
  public let value: String?

  public init(_ dimension: StatisticDimension, _ value: String?) {
    self.dimension = dimension
    self.value = value
  }
}

extension Register {
  /// What `query` counts in the part that `parts` tell, `limit` of them behind the one with the key `key`.
  public func cases(
    of query: FigureQuery, in parts: [StatisticPart] = [], after key: String = "", limit: Int
  ) throws(RegisterError) -> CaseList {
    let statement = query.statement(listing: parts, after: key, limit: limit + 1)
    return try read { database in
      let keys = try String.fetchAll(
        database, sql: statement.sql, arguments: statement.arguments)
      return CaseList(
        keys: Array(keys.prefix(limit)), hasMore: keys.count > limit, statement: statement)
    }
  }
}
