import GRDB

extension Register {
  /// Answers all `queries` in parts, in one snapshot.
  ///
  /// A dimension of resources breaks documents down by the resources that they name, and one of documents breaks
  /// resources down by the documents that name them; what has none counts under `nil`.
  ///
  /// - Parameters:
  ///   - queries: what to count, and in what parts.
  ///   - revision: the write after which the register is seen; the last one unless told otherwise.
  ///   - listing: whether the resources of the wholes are listed or only counted.
  /// - Returns: a statistic for each query, in their order.
  /// - Throws: ``RegisterError/Code/unknownRevision``, or what the database refuses.
  public func statistics(
    _ queries: [StatisticQuery], revision: Int? = nil, listing: FigureListing = .everything
  ) throws(RegisterError) -> StatisticSet {
    try requireKnown(revision)
    return try read { database in
      let view = try RegisterView(after: revision, in: database)
      var statistics: [Statistic] = []
      for query in queries {
        let dimensions = query.dimensions
        let figure = try view.figure(query.figure, listing, in: database)
        let statement = view.statement(query.figure.statement(by: dimensions))
        let rows =
          dimensions.isEmpty
          ? []
          : try Row.fetchAll(database, sql: statement.sql, arguments: statement.arguments).map {
            row in
            Statistic.Row(
              values: dimensions.indices.map { row[$0] }, count: row[dimensions.count])
          }
        statistics.append(
          Statistic(figure: figure, dimensions: dimensions, statement: statement, rows: rows))
      }
      return StatisticSet(statistics: statistics, revision: view.revision)
    }
  }
}

/// The register as it was after one of its writes.
struct RegisterView {
  /// The write.
  let revision: Int
  /// What makes statements see it; `nil` for the last write, which the tables of today tell faster.
  private let past: PastTables?

  init(after revision: Int?, in database: Database) throws {
    let last = try Register.revision(in: database)
    self.revision = revision ?? last
    past = self.revision == last ? nil : try PastTables(after: self.revision, in: database)
  }

  /// `statement`, made to see the register so.
  func statement(_ statement: FigureStatement) -> FigureStatement {
    guard let past else { return statement }
    return FigureStatement(
      sql: past.prefix + statement.sql,
      values: statement.values
        + [FigureStatement.Value(name: "revision", value: String(revision))])
  }

  func figure(
    _ query: FigureQuery, _ listing: FigureListing, in database: Database
  ) throws -> Figure {
    let statement = statement(query.statement)
    if listing == .documentsAndBodies, case .resources = query.subject {
      let kept = past == nil ? query.coverageStatement : nil
      let count = kept ?? self.statement(query.countingStatement)
      let value = try Int.fetchOne(database, sql: count.sql, arguments: count.arguments) ?? 0
      return Figure(query: query, statement: statement, listed: nil, value: value)
    }
    let members = try String.fetchAll(
      database, sql: statement.sql, arguments: statement.arguments)
    return Figure(query: query, statement: statement, listed: members, value: members.count)
  }

  func remainder(
    _ inclusion: FigureInclusion, in database: Database
  ) throws -> FigureRemainder {
    let statement = statement(inclusion.statement)
    let row = try Row.fetchOne(database, sql: statement.sql, arguments: statement.arguments)
    return FigureRemainder(
      inclusion: inclusion, statement: statement, count: row?[0] ?? 0, first: row?[1])
  }
}

extension FigureQuery {
  /// The statement that counts in parts: a row for each, its values first.
  func statement(by dimensions: [StatisticDimension]) -> FigureStatement {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    let selection = builder.selection(of: subject)
    let columns = dimensions.map { $0.expression(day: selection.day) }
    let places = dimensions.indices.map { String($0 + 1) }.joined(separator: ", ")
    let sql = """
      SELECT \((columns + ["count(DISTINCT \(selection.key))"]).joined(separator: ", "))
      FROM \(selection.source(with: dimensions))
      WHERE \(selection.conditions.joined(separator: "\n  AND "))
      GROUP BY \(places)
      ORDER BY \(places)
      """
    return FigureStatement(sql: sql, values: builder.values)
  }

  /// The statement that lists what counts in a part, from a key on.
  func statement(listing parts: [StatisticPart], after key: String, limit: Int) -> FigureStatement {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    let selection = builder.selection(of: subject)
    var values = [FigureStatement.Value(name: "after", value: key)]
    var conditions = selection.conditions + ["\(selection.counted) > :after"]
    for (index, part) in parts.enumerated() {
      let expression = part.dimension.expression(day: selection.day)
      guard let value = part.value else {
        conditions.append("\(expression) IS NULL")
        continue
      }
      conditions.append("\(expression) = :part_\(index + 1)")
      values.append(FigureStatement.Value(name: "part_\(index + 1)", value: value))
    }
    let sql = """
      SELECT DISTINCT \(selection.counted)
      FROM \(selection.source(with: parts.map(\.dimension)))
      WHERE \(conditions.joined(separator: "\n  AND "))
      ORDER BY \(selection.counted) LIMIT \(limit)
      """
    return FigureStatement(sql: sql, values: builder.values + values)
  }
}

extension FigureSelection {
  /// The source with the tables that the dimensions need and that it has not.
  fileprivate func source(with dimensions: [StatisticDimension]) -> String {
    let hasResources = source.contains("resource")
    let hasDocuments = source.contains("document")
    if !hasResources, dimensions.contains(where: \.isOfResources) {
      return source + """

        LEFT JOIN document_resource AS link ON link.document = document.id
        LEFT JOIN resource ON resource.id = link.resource
        """
    }
    if !hasDocuments, dimensions.contains(where: \.isOfDocuments) {
      return source + """

        LEFT JOIN document_resource AS link ON link.resource = resource.id
        LEFT JOIN document ON document.id = link.document
        """
    }
    return source
  }
}

extension StatisticDimension {
  fileprivate var isOfResources: Bool { self == .body || self == .platform || self == .channel }
  fileprivate var isOfDocuments: Bool { self == .kind || self == .status }

  /// What SQL groups by; `day` is the column by which something belongs to the period.
  fileprivate func expression(day: String) -> String {
    switch self {
    case .kind: "document.kind"
    case .status: "document.status"
    case .body: "nullif(resource.body, '')"
    case .platform: "resource.platform"
    case .channel: "resource.channel"
    case .month: "substr(\(day), 1, 7)"
    }
  }
}
