import CivilDates
import Diagnostics
import JSON
import Language
import Letters
import Register

/// Statistics as they are printed.
struct StatisticsReport {
  let period: Period
  let asOf: CivilDate
  let measures: [StatisticsMeasure]
  let dimensions: [StatisticDimension]
  let set: StatisticSet
  /// The figures after an earlier write, to be compared with.
  let earlier: StatisticSet?
  /// The short names of state bodies.
  let bodies: [String: Bilingual]
  let language: MessageLanguage

  func text(_ form: OutputForm, explain: Bool) -> String {
    switch form {
    case .table:
      (dimensions.isEmpty ? summary : parts) + footer + (explain ? explanation : "")
    case .json: json(explain: explain).serialized(indented: true) + "\n"
    case .csv: csv
    }
  }

  // MARK: Tables

  private static let measureHeading = Message(kk: "Көрсеткіш", ru: "Показатель", en: "Figure")
  private static let countHeading = Message(kk: "Саны", ru: "Количество", en: "Count")
  private static let changeHeading = Message(kk: "Өзгеріс", ru: "Изменение", en: "Change")

  private func value(of measure: StatisticsMeasure, in set: StatisticSet) -> Int {
    func value(_ measure: StatisticsMeasure) -> Int {
      measures.firstIndex(of: measure).map { set.statistics[$0].figure.value } ?? 0
    }
    guard measure == .notActedUpon else { return value(measure) }
    return value(.entered) - value(.actedUpon)
  }

  /// Each figure on a line, documents by kind below theirs.
  private var summary: String {
    var headings = [Self.measureHeading[language]]
    if let earlier { headings.append("r\(earlier.revision)") }
    headings.append(earlier == nil ? Self.countHeading[language] : "r\(set.revision)")
    if earlier != nil { headings.append(Self.changeHeading[language]) }
    var table = TextTable(headings: headings, rows: [], numbers: Set(1..<headings.count))
    func add(_ label: String, _ now: Int, _ before: Int?) {
      var cells = [label]
      if let before { cells.append(String(before)) }
      cells.append(String(now))
      if let before {
        cells.append(now == before ? "" : (now > before ? "+" : "") + String(now - before))
      }
      table.rows.append(cells)
    }
    for measure in StatisticsMeasure.allCases {
      add(
        measure.label[language], value(of: measure, in: set),
        earlier.map { value(of: measure, in: $0) })
      guard measure.countsDocuments,
        let index = measures.firstIndex(of: measure)
      else { continue }
      for kind in DocumentKind.allCases where DocumentKind.enforcement.contains(kind) {
        func count(_ set: StatisticSet) -> Int {
          set.statistics[index].rows.first { $0.values == [kind.rawValue] }?.count ?? 0
        }
        add("  " + kind.label[language], count(set), earlier.map(count))
      }
    }
    return table.aligned
  }

  /// A table for each figure, its parts on lines and the whole on the last.
  private var parts: String {
    zip(measures, set.statistics).map { measure, statistic in
      var table = TextTable(
        headings: dimensions.map { $0.label[language] } + [Self.countHeading[language]], rows: [],
        numbers: [dimensions.count])
      for row in statistic.rows {
        table.rows.append(
          zip(dimensions, row.values).map { name(of: $0.1, $0.0) } + [String(row.count)])
      }
      let whole = Message(kk: "барлығы", ru: "всего", en: "total")[language]
      let blanks = Array(repeating: "", count: dimensions.count - 1)
      table.rows.append([whole] + blanks + [String(statistic.figure.value)])
      let note = statistic.isOverlapping ? Self.overlapping[language] + "\n" : ""
      return measure.label[language] + "\n" + table.aligned + note + "\n"
    }.joined()
  }

  private static let overlapping = Message(
    kk:
      "Бір құжат не ресурс бірнеше жолға кіруі мүмкін, сондықтан жолдар қосындысы барлығынан көп.",
    ru:
      "Один документ или ресурс может входить в несколько строк, поэтому сумма строк больше целого.",
    en: "One document or resource may belong to several lines, so that they add up to more.")

  private var footer: String {
    let days: String
    switch language {
    case .kk: days = Kazakh.period(period, .nominative)
    case .ru: days = Russian.period(period, .nominative)
    case .en: days = "\(period.from.iso) – \(period.to.iso)"
    }
    return Message(
      kk: "Кезең: \(days). \(Kazakh.date(asOf, .asOf)). Тізілім жазбасы: \(set.revision).",
      ru: "Период: \(days), \(Russian.date(asOf, .asOf)). Запись реестра: \(set.revision).",
      en: "Period: \(days), as of \(asOf.iso). Revision of the register: \(set.revision).")[
        language]
      + "\n"
  }

  /// The statements, and what each counts.
  private var explanation: String {
    zip(measures, set.statistics).map { measure, statistic in
      "\n" + measure.label[language] + ": \(statistic.figure.value)\n"
        + (dimensions.isEmpty ? statistic.figure.statement : statistic.statement).description
        + "\n" + statistic.figure.members.map { "  " + $0 + "\n" }.joined()
    }.joined()
  }

  /// A part's value as people call it.
  private func name(of value: String?, _ dimension: StatisticDimension) -> String {
    guard let value else { return "–" }
    switch dimension {
    case .kind: return DocumentKind(rawValue: value)?.label[language] ?? value
    case .status: return DocumentStatus(rawValue: value)?.label[language] ?? value
    case .channel: return Channel(rawValue: value)?.label[language] ?? value
    case .body:
      guard let names = bodies[value] else { return value }
      return language == .kk ? names.kk : names.ru
    case .platform, .month: return value
    }
  }

  // MARK: For programs

  private func json(explain: Bool) -> JSON {
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

  /// A line for each part, with the names that the register has.
  private var csv: String {
    let parts = dimensions.isEmpty ? [StatisticDimension.kind] : dimensions
    var table = TextTable(headings: ["figure"] + parts.map(\.rawValue) + ["count"], rows: [])
    for (measure, statistic) in zip(measures, set.statistics) {
      let blanks = Array(repeating: "", count: parts.count)
      table.rows.append([measure.rawValue] + blanks + [String(statistic.figure.value)])
      guard !dimensions.isEmpty || measure.countsDocuments else { continue }
      for row in statistic.rows {
        table.rows.append([measure.rawValue] + row.values.map { $0 ?? "" } + [String(row.count)])
      }
    }
    return table.csv
  }
}
