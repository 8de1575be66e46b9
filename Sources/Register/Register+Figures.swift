import GRDB

extension Register {
  /// Answers all `queries` in one snapshot, so that the numbers of a letter agree whatever is imported meanwhile.
  public func figures(_ queries: [FigureQuery]) throws(RegisterError) -> FigureSet {
    try read { database in
      var figures: [Figure] = []
      for query in queries {
        let statement = query.statement
        let members = try String.fetchAll(
          database, sql: statement.sql, arguments: statement.arguments)
        figures.append(Figure(query: query, statement: statement, members: members))
      }
      return FigureSet(
        figures: figures, revision: try Self.revision(in: database),
        pendingLinks: try Int.fetchOne(database, sql: "SELECT count(*) FROM pending_link") ?? 0)
    }
  }

  /// Answers one query.
  public func figure(_ query: FigureQuery) throws(RegisterError) -> Figure {
    let set = try figures([query])
    guard let figure = set.figures.first else { preconditionFailure("one query, one figure") }
    return figure
  }
}
