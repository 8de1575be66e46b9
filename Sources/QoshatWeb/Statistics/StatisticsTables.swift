import CivilDates
import Diagnostics
import Export
import Language
import Letters
import Register
import WordprocessingML

/// The figures of a period as tables, each number with the cases behind it, and the charts of them.
struct StatisticsTables {
  let answer: StatisticsCache.Answer
  let language: LetterLanguage

  /// So many categories can be read in a picture.
  private static let mostColumns = 36

  private var statistics: PeriodStatistics { answer.statistics }
  private var report: PeriodReport { answer.report }

  var html: HTML {
    let sections = [documentsByMonth, byBody, byPlatform, byMonth].compactMap { $0 }
    let none: HTML =
      sections.isEmpty ? "<p class=\"notice\">\(Phrase.nothingInPeriod[language])</p>" : .nothing
    return summary + none + sections.html { $0 }
  }

  private func link(_ measure: StatisticsMeasure, _ parts: StatisticPart...) -> FigureLink {
    var link = FigureLink(measure, statistics.period, asOf: statistics.asOf)
    link.parts = parts
    return link
  }

  // MARK: Summary

  private var summary: HTML {
    var rows = HTML.nothing
    func add(_ label: String, _ number: HTML, isPart: Bool = false) {
      let mark: HTML = isPart ? " class=\"part\"" : .nothing
      rows +=
        "<tr\(mark)><th scope=\"row\">\(label)</th><td class=\"number\">\(number)</td></tr>\n"
    }
    for measure in StatisticsMeasure.allCases {
      let value = statistics.value(of: measure, in: statistics.set)
      let number: HTML =
        measure.subject == nil
        ? "\(language.number(value))" : link(measure).html(value, language)
      add(measure.label[language.messages], number)
      guard measure.countsDocuments, let index = statistics.measures.firstIndex(of: measure)
      else { continue }
      for row in statistics.set.statistics[index].rows {
        let kind = StatisticPart(.kind, row.values[0])
        add(
          statistics.name(of: row.values[0], in: .kind, language.messages),
          link(measure, kind).html(row.count, language), isPart: true)
      }
    }
    return """
      <h2 id="summary">\(Phrase.statisticsFigures[language])</h2>
      \(TableBox.begin(labelledBy: "summary"))<thead><tr><th scope="col">\(Phrase.statisticsFigure[language])</th><th scope="col" class="number">\(Phrase.count[language])</th></tr></thead>
      <tbody>\(rows)</tbody>\(TableBox.end)

      """
  }

  // MARK: Documents

  private var documentsByMonth: HTML? {
    guard let statistic = report.statistic(.preparedDocumentsByMonthAndKind),
      !statistic.rows.isEmpty
    else { return nil }
    let kinds = DocumentKind.allCases.filter { kind in
      statistic.rows.contains { $0.values[1] == kind.rawValue }
    }
    let months = Self.sorted(statistic.rows.map { $0.values[0] })
    var counts: [[String?]: Int] = [:]
    for row in statistic.rows { counts[row.values] = row.count }
    func count(_ month: String?, _ kind: DocumentKind) -> Int {
      counts[[month, kind.rawValue]] ?? 0
    }
    let rows = months.map { month in
      Line(
        name: monthName(month),
        cells: kinds.map { kind in
          Cell(
            count(month, kind),
            link(.prepared, StatisticPart(.month, month), StatisticPart(.kind, kind.rawValue)))
        } + [
          Cell(
            kinds.reduce(0) { $0 + count(month, $1) },
            link(.prepared, StatisticPart(.month, month)))
        ])
    }
    let totals =
      kinds.map { kind in
        Cell(
          months.reduce(0) { $0 + count($1, kind) },
          link(.prepared, StatisticPart(.kind, kind.rawValue)))
      } + [Cell(statistic.figure.value, link(.prepared))]
    let names = kinds.map { $0.label[language.messages] }
    let chart =
      months.count > 1 && months.count <= Self.mostColumns
      ? Chart(
        .stacked, categories: rows.map(\.name),
        series: zip(names, kinds).map { name, kind in
          Chart.Series(name, months.map { Double(count($0, kind)) })
        }) : nil
    return section(
      "documents", .byMonthAndKind,
      headings: [StatisticDimension.month.label[language.messages]] + names
        + [Phrase.total[language]], rows, totals: totals, chart: chart)
  }

  // MARK: Resources

  private var byBody: HTML? {
    parts(
      "bodies", .byBody, .body, .enteredResourcesByBody, .actedUponResourcesByBody,
      kind: .bar, sorted: Self.byCount
    ) { id in
      id == nil ? Phrase.noBody[language] : statistics.name(of: id, in: .body, language.messages)
    }
  }

  private var byPlatform: HTML? {
    parts(
      "platforms", .byPlatform, .platform, .enteredResourcesByPlatform,
      .actedUponResourcesByPlatform, kind: .bar, sorted: Self.byCount
    ) { id in
      id.map { Platform(rawValue: $0)?.name ?? $0 } ?? Phrase.otherSites[language]
    }
  }

  private var byMonth: HTML? {
    parts(
      "months", .byMonth, .month, .enteredResourcesByMonth, .actedUponResourcesByMonth,
      kind: .column, sorted: { Self.sorted($0.map(\.values[0])) }, name: monthName)
  }

  private func parts(
    _ id: String, _ title: Phrase, _ dimension: StatisticDimension,
    _ whole: PeriodReport.Question, _ part: PeriodReport.Question, kind: Chart.Kind,
    sorted: ([Statistic.Row]) -> [String?], name: (String?) -> String
  ) -> HTML? {
    guard let entered = report.statistic(whole), let actedUpon = report.statistic(part),
      !entered.rows.isEmpty
    else { return nil }
    func counts(_ statistic: Statistic) -> [String?: Int] {
      Dictionary(statistic.rows.map { ($0.values[0], $0.count) }) { $0 + $1 }
    }
    let (before, after) = (counts(entered), counts(actedUpon))
    let values = sorted(entered.rows)
    func cells(_ all: Int, _ acted: Int, _ part: StatisticPart?) -> [Cell] {
      var links = [link(.entered), link(.actedUpon)]
      if let part { for index in links.indices { links[index].parts = [part] } }
      return [Cell(all, links[0]), Cell(acted, links[1]), Cell(all - acted, nil)]
    }
    let rows = values.map { value in
      Line(
        name: name(value),
        cells: cells(before[value] ?? 0, after[value] ?? 0, StatisticPart(dimension, value)))
    }
    let series = [(Phrase.entered, 0), (.actedUpon, 1)].map { label, column in
      Chart.Series(label[language], rows.map { Double($0.cells[column].count) })
    }
    let chart =
      values.count > 1 && values.count <= Self.mostColumns
      ? Chart(kind, categories: rows.map(\.name), series: series) : nil
    return section(
      id, title,
      headings: [dimension.label[language.messages]]
        + [Phrase.entered, .actedUpon, .remaining].map { $0[language] }, rows,
      totals: cells(entered.figure.value, actedUpon.figure.value, nil), chart: chart)
  }

  // MARK: Parts of pages

  private struct Cell {
    let count: Int
    let link: FigureLink?

    init(_ count: Int, _ link: FigureLink?) {
      self.count = count
      self.link = link
    }
  }

  private struct Line {
    let name: String
    let cells: [Cell]
  }

  private func section(
    _ id: String, _ title: Phrase, headings: [String], _ rows: [Line], totals: [Cell],
    chart: Chart?
  ) -> HTML {
    func cells(_ cells: [Cell]) -> HTML {
      cells.html { cell in
        let number: HTML =
          cell.link?.html(cell.count, language) ?? "\(language.number(cell.count))"
        return "<td class=\"number\">\(number)</td>"
      }
    }
    let head = headings.enumerated().html { index, heading in
      let mark: HTML = index == 0 ? .nothing : " class=\"number\""
      return "<th scope=\"col\"\(mark)>\(heading)</th>"
    }
    let body = rows.html { "<tr><th scope=\"row\">\($0.name)</th>\(cells($0.cells))</tr>\n" }
    // Drawn by this program, which escapes the names in it.
    let picture: HTML? = chart.map { chart in
      let svg = chart.svg(
        width: 760, id: "chart-\(id)", description: title[language], font: 13)
      return "<figure>\(HTML(trusted: svg))</figure>"
    }
    return """
      <section aria-labelledby="\(id)"><h2 id="\(id)">\(title[language])</h2>
      \(picture)
      \(TableBox.begin(labelledBy: id))<thead><tr>\(head)</tr></thead><tbody>
      \(body)<tr class="total"><th scope="row">\(Phrase.total[language])</th>\(cells(totals))</tr>
      </tbody>\(TableBox.end)</section>

      """
  }

  private static func sorted(_ values: [String?]) -> [String?] {
    Set(values).sorted { ($0 ?? "") < ($1 ?? "") }
  }

  /// The largest first; what has no value last.
  private static func byCount(_ rows: [Statistic.Row]) -> [String?] {
    rows.sorted { one, other in
      let (first, second) = (one.values[0], other.values[0])
      if (first == nil) != (second == nil) { return first != nil }
      return (other.count, first ?? "") < (one.count, second ?? "")
    }.map(\.values[0])
  }

  /// `желтоқсан`, `декабрь`, with its year where the period has several.
  private func monthName(_ iso: String?) -> String {
    guard let iso, let day = CivilDate(iso: iso + "-01") else { return "–" }
    let month = language == .kk ? Kazakh.month(day.month) : Russian.month(day.month)
    let isOneYear = statistics.period.from.year == statistics.period.to.year
    return isOneYear ? month : "\(month) \(day.year)"
  }
}
