import CivilDates
import Diagnostics
import Export
import JSON
import Language
import Register

/// Statistics as they are printed.
struct StatisticsReport {
  let statistics: PeriodStatistics
  let language: MessageLanguage

  private var period: Period { statistics.period }
  private var asOf: CivilDate { statistics.asOf }
  private var measures: [StatisticsMeasure] { statistics.measures }
  private var dimensions: [StatisticDimension] { statistics.dimensions }
  private var set: StatisticSet { statistics.set }

  func text(_ form: OutputForm, explain: Bool) -> String {
    switch form {
    case .table:
      (dimensions.isEmpty ? summary : parts) + footer + (explain ? explanation : "")
    case .json: statistics.json(explain: explain).serialized(indented: true) + "\n"
    case .csv: csv
    }
  }

  // MARK: Tables

  private static let measureHeading = Message(kk: "Көрсеткіш", ru: "Показатель", en: "Figure")
  private static let countHeading = Message(kk: "Саны", ru: "Количество", en: "Count")
  private static let changeHeading = Message(kk: "Өзгеріс", ru: "Изменение", en: "Change")

  /// Each figure on a line, documents by kind below theirs.
  private var summary: String {
    var headings = [Self.measureHeading[language]]
    let earlier = statistics.earlier
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
        measure.label[language], statistics.value(of: measure, in: set),
        earlier.map { statistics.value(of: measure, in: $0) })
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
          zip(dimensions, row.values).map { statistics.name(of: $0.1, in: $0.0, language) } + [
            String(row.count)
          ])
      }
      let whole = Message(kk: "барлығы", ru: "всего", en: "total")[language]
      let blanks = Array(repeating: "", count: dimensions.count - 1)
      table.rows.append([whole] + blanks + [String(statistic.figure.value)])
      let note = statistic.isOverlapping ? PeriodStatistics.overlapping[language] + "\n" : ""
      return measure.label[language] + "\n" + table.aligned + note + "\n"
    }.joined()
  }

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

  // MARK: For programs

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
