import GRDB

extension Register {
  /// Answers all `queries` in one snapshot, so that the numbers of a letter agree whatever is imported meanwhile.
  ///
  /// - Parameters:
  ///   - queries: what to count.
  ///   - inclusions: what is claimed to lie within something else, to be put to the test in the same snapshot.
  ///   - revision: the write after which the register is seen, so that an earlier letter's figures come out again; the
  ///     last one unless told otherwise.
  ///   - listing: whether resources are listed or only counted, which is faster by far where they are many.
  /// - Returns: a figure for each query, in their order.
  /// - Throws: ``RegisterError/Code/unknownRevision``, or what the database refuses.
  public func figures(
    _ queries: [FigureQuery], testing inclusions: [FigureInclusion] = [], revision: Int? = nil,
    listing: FigureListing = .everything
  ) throws(RegisterError) -> FigureSet {
    try requireKnown(revision)
    return try read { database in
      let view = try RegisterView(after: revision, in: database)
      let figures = try queries.map { try view.figure($0, listing, in: database) }
      let remainders = try inclusions.map { try view.remainder($0, in: database) }
      return FigureSet(
        figures: figures, remainders: remainders, revision: view.revision,
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
