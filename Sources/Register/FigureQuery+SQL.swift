import CivilDates
import GRDB

extension FigureQuery {
  /// The statement that lists what is counted, one row each, in order.
  var statement: FigureStatement {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    let sql =
      switch subject {
      case .documents(let selection): builder.documents(selection)
      case .resources(let selection): builder.resources(selection)
      case .bodies(let channel): builder.bodies(channel)
      }
    return FigureStatement(sql: sql, values: builder.values)
  }
}

extension FigureStatement {
  var arguments: StatementArguments {
    StatementArguments(
      Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// Puts statements together; every value of the query is bound, none becomes part of the text.
private struct FigureStatementBuilder {
  let period: Period
  let asOf: CivilDate
  private(set) var values: [FigureStatement.Value] = []

  init(period: Period, asOf: CivilDate) {
    self.period = period
    self.asOf = asOf
  }

  mutating func documents(_ selection: DocumentSelection) -> String {
    var conditions = [chosen(selection)]
    if let channel = selection.concerning { conditions.append(concerns(channel)) }
    return """
      SELECT document.external_id
      FROM document
      WHERE \(conditions.joined(separator: "\n  AND "))
      ORDER BY document.external_id
      """
  }

  mutating func resources(_ selection: ResourceSelection) -> String {
    var conditions: [String]
    let channel: Channel?
    // `CROSS JOIN` keeps the order written: left to itself SQLite may pair every resource with every document.
    let source: String
    switch selection {
    case .entered(let through):
      conditions = [entered()]
      channel = through
      source = "resource"
    case .covered(let documents, let through):
      conditions = [chosen(documents)]
      if let channel = documents.concerning { conditions.append(concerns(channel)) }
      channel = through
      source = """
        document
        CROSS JOIN document_resource AS link ON link.document = document.id
        CROSS JOIN resource ON resource.id = link.resource
        """
    case .actedUpon(let kinds, let through):
      conditions = [
        entered(), isOneOf(kinds), isNotWithdrawn(),
        "document.sent_at <= \(bind("as_of", asOf.iso))",
      ]
      channel = through
      source = """
        resource
        CROSS JOIN document_resource AS link ON link.resource = resource.id
        CROSS JOIN document ON document.id = link.document
        """
    }
    if let channel {
      conditions.append("resource.channel = \(bind("channel", channel.rawValue))")
    }
    return """
      SELECT DISTINCT resource.canonical_url
      FROM \(source)
      WHERE \(conditions.joined(separator: "\n  AND "))
      ORDER BY resource.canonical_url
      """
  }

  mutating func bodies(_ channel: Channel?) -> String {
    var conditions = ["resource.body <> ''", entered()]
    if let channel {
      conditions.append("resource.channel = \(bind("channel", channel.rawValue))")
    }
    return """
      SELECT DISTINCT resource.body
      FROM resource
      WHERE \(conditions.joined(separator: "\n  AND "))
      ORDER BY resource.body
      """
  }

  private mutating func chosen(_ selection: DocumentSelection) -> String {
    let day =
      switch selection.state {
      case .prepared: "document.prepared_at"
      case .sent: "document.sent_at"
      }
    return [isOneOf(selection.kinds), isInPeriod(day), isNotWithdrawn()]
      .joined(separator: "\n  AND ")
  }

  private mutating func entered() -> String { isInPeriod("resource.entered_at") }

  private mutating func isInPeriod(_ day: String) -> String {
    let from = bind("from", period.from.iso)
    let to = bind("to", period.to.iso)
    let asOf = bind("as_of", asOf.iso)
    return "\(day) BETWEEN \(from) AND min(\(to), \(asOf))"
  }

  private mutating func isOneOf(_ kinds: Set<DocumentKind>) -> String {
    let marks = DocumentKind.allCases.filter(kinds.contains).enumerated().map { index, kind in
      bind("kind_\(index + 1)", kind.rawValue)
    }
    return "document.kind IN (\(marks.joined(separator: ", ")))"
  }

  private mutating func isNotWithdrawn() -> String {
    let marks = DocumentStatus.withdrawn.map { bind($0.rawValue, $0.rawValue) }
    return "document.status NOT IN (\(marks.joined(separator: ", ")))"
  }

  private mutating func concerns(_ channel: Channel) -> String {
    """
    EXISTS (
        SELECT 1 FROM document_resource AS named
        JOIN resource AS concerned ON concerned.id = named.resource
        WHERE named.document = document.id
          AND concerned.channel = \(bind("concerning", channel.rawValue)))
    """
  }

  private mutating func bind(_ name: String, _ value: String) -> String {
    let binding = FigureStatement.Value(name: name, value: value)
    if !values.contains(binding) { values.append(binding) }
    return ":" + name
  }
}
