public import CivilDates
public import Diagnostics
public import JSON
public import Letters
public import Register

/// What the letter kind `period-report` says of a period: case data with tables, and where each number of them is from.
///
/// The figures of the kind are asked by ``LetterKind/render(_:file:register:revision:allowances:listing:isExplained:)``; give
/// it the ``revision`` of the report, so that both see the register at one moment.
public struct PeriodReport: Sendable {
  /// The letter kind that prints it.
  public static let kind = "period-report"

  /// A figure in the parts that a table of the report shows.
  public struct Breakdown: Sendable {
    /// The name, as a manifest calls it: `enteredResourcesByBody`.
    public let name: String
    /// The whole, its parts, and the statements behind both.
    public let statistic: Statistic
  }

  public let period: Period
  /// The last day that counts: no later than the end of the period.
  public let asOf: CivilDate
  /// The write after which the register was seen.
  public let revision: Int
  /// The data for the letter kind.
  public let caseData: JSON
  /// What the tables of the case data are made from.
  public let breakdowns: [Breakdown]
  /// What contradicts itself; a report with an error must not leave.
  public let diagnostics: [Diagnostic]

  /// Asks the register, in one snapshot, for everything that the report's tables show.
  ///
  /// - Parameters:
  ///   - register: where all of it is from.
  ///   - revision: the write after which the register is seen; the last one unless told otherwise.
  ///   - period: the days that the report is about.
  ///   - asOf: the last day that is known; days after the period do not count.
  ///   - reference: what names the state bodies.
  /// - Returns: the report, with what contradicts itself in it.
  /// - Throws: `RegisterError` where the register cannot be read, or has no such revision.
  public static func make(
    _ register: Register, revision: Int? = nil, period: Period, asOf: CivilDate,
    reference: ReferenceData
  ) throws(RegisterError) -> PeriodReport {
    let asOf = min(period.to, asOf)
    let questions = Question.allCases
    let answers = try register.statistics(
      questions.map { $0.query(during: period, asOf: asOf) }, revision: revision,
      listing: .documentsAndBodies)
    let breakdowns = zip(questions, answers.statistics).map {
      Breakdown(name: $0.rawValue, statistic: $1)
    }
    let tables = PeriodTables(
      period: period, asOf: asOf,
      statistics: Dictionary(uniqueKeysWithValues: zip(questions, answers.statistics)),
      reference: reference)
    return PeriodReport(
      period: period, asOf: asOf, revision: answers.revision,
      caseData: .object(
        [
          JSON.Member("prepared", .string(asOf.iso)),
          JSON.Member("from", .string(period.from.iso)),
          JSON.Member("to", .string(period.to.iso)), JSON.Member("asOf", .string(asOf.iso)),
          JSON.Member("revision", .integer(answers.revision)),
        ] + tables.members),
      breakdowns: breakdowns,
      diagnostics: breakdowns.compactMap(\.contradiction) + tables.unnamedBodies)
  }

  /// The answer to a question: its whole and its parts.
  public func statistic(_ question: Question) -> Statistic? {
    breakdowns.first { $0.name == question.rawValue }?.statistic
  }

  /// The breakdowns that the register is asked for.
  public enum Question: String, Sendable, CaseIterable {
    case preparedDocumentsByMonthAndKind
    case enteredResourcesByBody, actedUponResourcesByBody
    case enteredResourcesByPlatform, actedUponResourcesByPlatform
    case enteredResourcesByMonth, actedUponResourcesByMonth

    func query(during period: Period, asOf: CivilDate) -> StatisticQuery {
      StatisticQuery(FigureQuery(subject, during: period, asOf: asOf), by: dimensions)
    }

    private var subject: FigureQuery.Subject {
      switch self {
      case .preparedDocumentsByMonthAndKind:
        .documents(DocumentSelection(kinds: DocumentKind.enforcement))
      case .enteredResourcesByBody, .enteredResourcesByPlatform, .enteredResourcesByMonth:
        .resources(.entered(channel: nil))
      case .actedUponResourcesByBody, .actedUponResourcesByPlatform, .actedUponResourcesByMonth:
        .resources(.actedUpon(by: DocumentKind.enforcement, channel: nil))
      }
    }

    private var dimensions: [StatisticDimension] {
      switch self {
      case .preparedDocumentsByMonthAndKind: [.month, .kind]
      case .enteredResourcesByBody, .actedUponResourcesByBody: [.body]
      case .enteredResourcesByPlatform, .actedUponResourcesByPlatform: [.platform]
      case .enteredResourcesByMonth, .actedUponResourcesByMonth: [.month]
      }
    }
  }
}

extension PeriodReport.Breakdown {
  /// A document has one month and one kind, a resource one body, one platform or none, and one day of entry: their parts
  /// must add up.
  var contradiction: Diagnostic? {
    let sum = statistic.rows.reduce(0) { $0 + $1.count }
    let whole = statistic.figure.value
    guard sum != whole else { return nil }
    return Diagnostic(
      "N3",
      Message(
        kk: "бөліктер қосындысы бүтінге тең емес: \(sum) ≠ \(whole)",
        ru: "сумма частей не равна целому: \(sum) ≠ \(whole)",
        en: "the parts do not add up to the whole: \(sum) ≠ \(whole)"),
      at: [Place(block: "breakdowns.\(name)")])
  }
}
