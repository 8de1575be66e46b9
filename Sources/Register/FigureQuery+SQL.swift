import CivilDates
import GRDB

extension FigureQuery {
  /// The statement that lists what is counted, one row each, in order.
  var statement: FigureStatement {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    let selection = builder.selection(of: subject)
    let sql = """
      SELECT \(selection.isRepeated ? "DISTINCT " : "")\(selection.counted)
      FROM \(selection.source)
      WHERE \(selection.conditions.joined(separator: "\n  AND "))
      ORDER BY \(selection.counted)
      """
    return FigureStatement(sql: sql, values: builder.values)
  }

  /// The statement that only counts, by keys rather than by addresses.
  var countingStatement: FigureStatement {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    let selection = builder.selection(of: subject)
    let sql = """
      SELECT count(\(selection.isRepeated ? "DISTINCT " + selection.key : "*"))
      FROM \(selection.source)
      WHERE \(selection.conditions.joined(separator: "\n  AND "))
      """
    return FigureStatement(sql: sql, values: builder.values)
  }

  /// The statement that adds up what is kept for each document; `nil` where resources are not chosen by documents.
  ///
  /// It gives the same number as ``countingStatement``, and knows the register of today only.
  var coverageStatement: FigureStatement? {
    var builder = FigureStatementBuilder(period: period, asOf: asOf)
    guard case .resources(let selection) = subject,
      let chosen = builder.coverage(selection)
    else { return nil }
    func conditions(on table: String) -> String {
      (chosen.documents
        + chosen.resources.map { "\(table).\($0)" }).joined(separator: "\n    AND ")
    }
    let sql = """
      SELECT coalesce(sum(resources), 0) FROM (
        SELECT sum(coverage.resources) AS resources
        FROM document
        CROSS JOIN document_coverage AS coverage ON coverage.document = document.id
        WHERE \(conditions(on: "coverage"))
        UNION ALL
        SELECT count(DISTINCT link.resource)
        FROM document
        CROSS JOIN shared_link AS link ON link.document = document.id
        CROSS JOIN resource ON resource.id = link.resource
        WHERE \(conditions(on: "resource")))
      """
    return FigureStatement(sql: sql, values: builder.values)
  }
}

extension FigureInclusion {
  /// The statement that counts what the part has and the whole has not, and names the first of it.
  var statement: FigureStatement {
    var builder = FigureStatementBuilder(period: part.period, asOf: part.asOf)
    let part = builder.selection(of: part.subject)
    var others = FigureStatementBuilder(period: whole.period, asOf: whole.asOf, prefix: "whole_")
    let whole = others.selection(of: whole.subject)
    var conditions = part.conditions
    if let documents = coveringDocuments {
      // Resources are many and documents few: links are followed only from documents that the whole has not.
      let listed = others.selection(of: .documents(documents)).listOfKeys
      conditions.append("document.id NOT IN (\(listed))")
    }
    conditions.append("\(part.key) NOT IN (\(whole.listOfKeys))")
    let sql = """
      SELECT count(DISTINCT \(part.key)), min(\(part.counted))
      FROM \(part.source)
      WHERE \(conditions.joined(separator: "\n  AND "))
      """
    return FigureStatement(sql: sql, values: builder.values + others.values)
  }
}

extension FigureStatement {
  var arguments: StatementArguments {
    StatementArguments(
      Dictionary(values.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}

/// What a statement selects from, before it is known whether it lists, counts or breaks down.
struct FigureSelection {
  /// The column of which each value counts once, as people know it.
  let counted: String
  /// A shorter column that tells the same things apart, for counting.
  let key: String
  let source: String
  var conditions: [String]
  /// The day by which what is counted belongs to the period.
  let day: String
  /// Whether the source has a row for the same thing more than once.
  let isRepeated: Bool

  /// A statement that lists the keys.
  var listOfKeys: String {
    """
    SELECT \(key)
    FROM \(source)
    WHERE \(conditions.joined(separator: "\n  AND "))
    """
  }
}

/// Puts statements together; every value of the query is bound, none becomes part of the text.
struct FigureStatementBuilder {
  let period: Period
  let asOf: CivilDate
  /// What the names of values begin with, so that two queries can stand in one statement.
  private let prefix: String
  private(set) var values: [FigureStatement.Value] = []

  init(period: Period, asOf: CivilDate, prefix: String = "") {
    self.period = period
    self.asOf = asOf
    self.prefix = prefix
  }

  mutating func selection(of subject: FigureQuery.Subject) -> FigureSelection {
    switch subject {
    case .documents(let selection): documents(selection)
    case .resources(let selection): resources(selection)
    case .bodies(let channel): bodies(channel)
    }
  }

  private mutating func documents(_ selection: DocumentSelection) -> FigureSelection {
    var conditions = [chosen(selection)]
    if let channel = selection.concerning { conditions.append(concerns(channel)) }
    return FigureSelection(
      counted: "document.external_id", key: "document.id", source: "document",
      conditions: conditions,
      day: selection.state.column, isRepeated: false)
  }

  private mutating func resources(_ selection: ResourceSelection) -> FigureSelection {
    var conditions: [String]
    let channel: Channel?
    // `CROSS JOIN` keeps the order written: left to itself SQLite may pair every resource with every document.
    let source: String
    let day: String
    switch selection {
    case .entered(let through):
      conditions = [entered()]
      channel = through
      source = "resource"
      day = "resource.entered_at"
    case .covered(let documents, let through):
      conditions = self.documents(documents).conditions
      channel = through
      source = """
        document
        CROSS JOIN document_resource AS link ON link.document = document.id
        CROSS JOIN resource ON resource.id = link.resource
        """
      day = documents.state.column
    case .actedUpon(let kinds, let through):
      conditions = [entered()] + actedUpon(kinds)
      channel = through
      source = """
        resource
        CROSS JOIN document_resource AS link ON link.resource = resource.id
        CROSS JOIN document ON document.id = link.document
        """
      day = "resource.entered_at"
    }
    if let channel {
      conditions.append("resource.channel = \(bind("channel", channel.rawValue))")
    }
    let isEntered = if case .entered = selection { true } else { false }
    return FigureSelection(
      counted: "resource.canonical_url", key: "resource.id", source: source,
      conditions: conditions, day: day,
      isRepeated: !isEntered)
  }

  /// The conditions on documents and, without the name of a table, those on the resources that they name.
  mutating func coverage(
    _ selection: ResourceSelection
  ) -> (documents: [String], resources: [String])? {
    let documents: [String]
    var resources: [String] = []
    let channel: Channel?
    switch selection {
    case .entered: return nil
    case .covered(let selection, let through):
      documents = self.documents(selection).conditions
      channel = through
    case .actedUpon(let kinds, let through):
      documents = actedUpon(kinds)
      resources = [isInPeriod("entered_at")]
      channel = through
    }
    if let channel { resources.append("channel = \(bind("channel", channel.rawValue))") }
    return (documents, resources)
  }

  private mutating func actedUpon(_ kinds: Set<DocumentKind>) -> [String] {
    [isOneOf(kinds), isNotWithdrawn(), "document.sent_at <= \(bind("as_of", asOf.iso))"]
  }

  private mutating func bodies(_ channel: Channel?) -> FigureSelection {
    var conditions = ["resource.body <> ''", entered()]
    if let channel {
      conditions.append("resource.channel = \(bind("channel", channel.rawValue))")
    }
    return FigureSelection(
      counted: "resource.body", key: "resource.body", source: "resource", conditions: conditions,
      day: "resource.entered_at", isRepeated: true)
  }

  private mutating func chosen(_ selection: DocumentSelection) -> String {
    [isOneOf(selection.kinds), isInPeriod(selection.state.column), isNotWithdrawn()]
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
    let binding = FigureStatement.Value(name: prefix + name, value: value)
    if !values.contains(binding) { values.append(binding) }
    return ":" + binding.name
  }
}

extension DocumentSelection.State {
  /// The day by which a document belongs to a period.
  fileprivate var column: String {
    switch self {
    case .prepared: "document.prepared_at"
    case .sent: "document.sent_at"
    }
  }
}
