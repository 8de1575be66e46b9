public import CivilDates
public import Diagnostics
public import JSON
public import Letters
public import Register

/// What was entered and what was done in a period, in parts if that is asked.
public struct PeriodStatistics: Sendable {
  public let period: Period
  /// The last day that counts.
  public let asOf: CivilDate
  /// What was asked of the register, in the order of the statistics of ``set``.
  public let measures: [StatisticsMeasure]
  /// By what the figures are broken down; by kind, where there is none and documents are counted.
  public let dimensions: [StatisticDimension]
  public let set: StatisticSet
  /// The figures after an earlier write, to be compared with.
  public let earlier: StatisticSet?
  private let bodies: [String: Body]

  /// Asks the register, in one snapshot.
  ///
  /// - Parameters:
  ///   - register: where all of it is from.
  ///   - period: the days that the figures are about.
  ///   - asOf: the last day that counts.
  ///   - dimensions: in what parts; figures that have no such parts are left out.
  ///   - revision: the write after which the register is seen; the last one unless told otherwise.
  ///   - comparison: an earlier write, whose figures are wanted too.
  ///   - listing: whether the cases behind the figures are listed.
  ///   - reference: what names the state bodies.
  /// - Throws: `RegisterError` where the register cannot be read, or has no such revision.
  public init(
    _ register: Register, period: Period, asOf: CivilDate, by dimensions: [StatisticDimension] = [],
    revision: Int? = nil, comparedWith comparison: Int? = nil,
    listing: FigureListing = .documentsAndBodies, reference: ReferenceData
  ) throws(RegisterError) {
    let measures = StatisticsMeasure.asked.filter { measure in
      dimensions.allSatisfy(measure.allows)
    }
    let queries = measures.compactMap { measure in
      measure.query(during: period, asOf: asOf).map { query in
        // Without other parts documents are told by kind: what was done is asked first.
        StatisticQuery(
          query, by: dimensions.isEmpty && measure.countsDocuments ? [.kind] : dimensions)
      }
    }
    self.period = period
    self.asOf = asOf
    self.measures = measures
    self.dimensions = dimensions
    set = try register.statistics(queries, revision: revision, listing: listing)
    earlier = try comparison.map { (comparison) throws(RegisterError) in
      try register.statistics(queries, revision: comparison, listing: listing)
    }
    bodies = reference.bodies
  }

  /// The figure of a measure that was asked, and what follows from others.
  public func value(of measure: StatisticsMeasure, in set: StatisticSet) -> Int {
    func value(_ measure: StatisticsMeasure) -> Int {
      measures.firstIndex(of: measure).map { set.statistics[$0].figure.value } ?? 0
    }
    guard measure == .notActedUpon else { return value(measure) }
    return value(.entered) - value(.actedUpon)
  }

  /// A part's value as people call it.
  public func name(
    of value: String?, in dimension: StatisticDimension, _ language: MessageLanguage
  ) -> String {
    guard let value else { return "–" }
    switch dimension {
    case .kind: return DocumentKind(rawValue: value)?.label[language] ?? value
    case .status: return DocumentStatus(rawValue: value)?.label[language] ?? value
    case .channel: return Channel(rawValue: value)?.label[language] ?? value
    case .body:
      guard let names = bodies[value]?.short else { return value }
      return language == .kk ? names.kk : names.ru
    case .platform, .month: return value
    }
  }

  /// Why the parts of a figure may add up to more than the whole.
  public static let overlapping = Message(
    kk:
      "Бір құжат не ресурс бірнеше жолға кіруі мүмкін, сондықтан жолдар қосындысы барлығынан көп.",
    ru:
      "Один документ или ресурс может входить в несколько строк, поэтому сумма строк больше целого.",
    en: "One document or resource may belong to several lines, so that they add up to more.")

  /// The figures for programs, each with its statement and its cases if they are to be explained.
  public func json(explain: Bool) -> JSON {
    func statement(_ statistic: Statistic) -> [JSON.Member] {
      guard explain else { return [] }
      return [
        JSON.Member("statement", .string(statistic.figure.statement.description)),
        JSON.Member("members", .array(statistic.figure.members.map { .string($0) })),
      ]
    }
    let figures = zip(measures, set.statistics).enumerated().map { index, pair -> JSON in
      let (measure, statistic) = pair
      var members = [
        JSON.Member("name", .string(measure.rawValue)),
        JSON.Member(
          "label",
          .object([
            JSON.Member("kk", .string(measure.label.kk)),
            JSON.Member("ru", .string(measure.label.ru)),
          ])),
        JSON.Member("value", .integer(statistic.figure.value)),
      ]
      if let earlier {
        members.append(JSON.Member("earlier", .integer(earlier.statistics[index].figure.value)))
      }
      let parts = dimensions.isEmpty ? [.kind] : dimensions
      if !dimensions.isEmpty || measure.countsDocuments {
        members.append(
          JSON.Member(
            "parts",
            .array(
              statistic.rows.map { row in
                .object(
                  zip(parts, row.values).map {
                    JSON.Member($0.0.rawValue, $0.1.map { .string($0) } ?? .null)
                  } + [JSON.Member("count", .integer(row.count))])
              })))
      }
      return .object(members + statement(statistic))
    }
    return .object(
      [
        JSON.Member(
          "period",
          .object([
            JSON.Member("from", .string(period.from.iso)),
            JSON.Member("to", .string(period.to.iso)),
          ])),
        JSON.Member("asOf", .string(asOf.iso)),
        JSON.Member("revision", .integer(set.revision)),
      ] + (earlier.map { [JSON.Member("comparedWith", .integer($0.revision))] } ?? [])
        + [JSON.Member("figures", .array(figures))])
  }
}
