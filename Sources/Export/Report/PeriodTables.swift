import CivilDates
import Diagnostics
import JSON
import Language
import Letters
import Register

/// The tables of a period report, as case data: a row for each month, body and platform, in both languages.
struct PeriodTables {
  let period: Period
  let asOf: CivilDate
  let statistics: [PeriodReport.Question: Statistic]
  let reference: ReferenceData

  /// A table that would have no rows, or would say nothing, is left out.
  var members: [JSON.Member] {
    let tables = [
      ("documentMonths", documentMonths), ("byBody", byBody), ("byPlatform", byPlatform),
      ("resourceMonths", resourceMonths),
    ]
    return tables.compactMap { name, rows in
      rows.isEmpty ? nil : JSON.Member(name, .array(rows))
    }
  }

  // MARK: Months

  private struct Month: Hashable {
    let year: Int
    let number: Int

    /// As the register writes it.
    var iso: String { String(CivilDate(year: year, month: number, day: 1)?.iso.prefix(7) ?? "") }
  }

  /// The months of the period up to the last day that counts, those without any event too. A period of decades begins with
  /// the first month in which something happened, and ends with the last.
  private var months: [Month] {
    let last = min(period.to, asOf)
    let first = period.from.year * 12 + period.from.month - 1
    let end = last.year * 12 + last.month - 1
    guard first <= end else { return [] }
    let months = (first...end).map { Month(year: $0 / 12, number: $0 % 12 + 1) }
    guard months.count > 120 else { return months }
    let eventful = Set(
      [.preparedDocumentsByMonthAndKind, .enteredResourcesByMonth]
        .flatMap { rows($0).map { $0.values[0] ?? "" } })
    guard let start = months.firstIndex(where: { eventful.contains($0.iso) }),
      let stop = months.lastIndex(where: { eventful.contains($0.iso) })
    else { return [] }
    return Array(months[start...stop])
  }

  /// The name of a month; with its year where the period has several.
  private func name(of month: Month) -> Bilingual {
    let isSingleYear = period.from.year == min(period.to, asOf).year
    let span = CalendarSpan.month(month.number, of: month.year)
    return Bilingual(
      kk: Self.capitalized(isSingleYear ? Kazakh.month(month.number) : Kazakh.span(span)),
      ru: Self.capitalized(isSingleYear ? Russian.month(month.number) : Russian.span(span)))
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private var documentMonths: [JSON] {
    let rows = rows(.preparedDocumentsByMonthAndKind)
    let months = months
    // One month is the whole period, which stands in another table.
    guard !rows.isEmpty, months.count > 1 else { return [] }
    var counts: [[String]: Int] = [:]
    for row in rows { counts[row.values.map { $0 ?? "" }] = row.count }
    return months.map { month in
      func count(_ kind: DocumentKind) -> Int { counts[[month.iso, kind.rawValue]] ?? 0 }
      let kinds = [count(.prescription), count(.warning), count(.recommendation)]
      return .object([
        JSON.Member("name", Self.text(name(of: month))),
        JSON.Member("prescriptions", .integer(kinds[0])),
        JSON.Member("warnings", .integer(kinds[1])),
        JSON.Member("recommendations", .integer(kinds[2])),
        JSON.Member("total", .integer(kinds.reduce(0, +))),
        JSON.Member("notifications", .integer(count(.notification))),
      ])
    }
  }

  private var resourceMonths: [JSON] {
    let entered = counts(.enteredResourcesByMonth)
    let months = months
    guard !entered.isEmpty, months.count > 1 else { return [] }
    let actedUpon = counts(.actedUponResourcesByMonth)
    return months.map { month in
      row(
        [JSON.Member("name", Self.text(name(of: month)))], entered[month.iso] ?? 0,
        actedUpon[month.iso] ?? 0)
    }
  }

  // MARK: Bodies and platforms

  /// In the order in which letters list bodies; those that nobody knows behind them.
  private var byBody: [JSON] {
    let entered = counts(.enteredResourcesByBody)
    let actedUpon = counts(.actedUponResourcesByBody)
    func place(_ id: String) -> (Int, String) {
      (reference.bodies[id]?.position ?? (id.isEmpty ? Int.max : Int.max - 1), id)
    }
    return entered.keys.sorted { place($0) < place($1) }.map { id in
      let unnamed =
        id.isEmpty
        ? Bilingual(kk: "Орган көрсетілмеген", ru: "Орган не указан") : Bilingual(kk: id, ru: id)
      return row(
        [JSON.Member("name", Self.text(reference.bodies[id]?.name ?? unnamed))], entered[id] ?? 0,
        actedUpon[id] ?? 0)
    }
  }

  /// Bodies of the register that the reference data do not have: a report calls them by their ids.
  var unnamedBodies: [Diagnostic] {
    counts(.enteredResourcesByBody).keys.filter { !$0.isEmpty && reference.bodies[$0] == nil }
      .sorted().map { id in
        Diagnostic(
          "N5",
          Message(
            kk: "тізілімдегі `\(id)` органы анықтамалықта жоқ, есепте коды жазылды",
            ru: "органа `\(id)` из реестра нет в справочнике, в отчете стоит его код",
            en: "the register's body `\(id)` is not in the reference data; the report has its id"),
          severity: .warning, at: [Place(block: "byBody")])
      }
  }

  /// The largest first; sites outside of platforms are one row at the end.
  private var byPlatform: [JSON] {
    let entered = counts(.enteredResourcesByPlatform)
    let actedUpon = counts(.actedUponResourcesByPlatform)
    let others = Bilingual(kk: "Басқа сайттар", ru: "Другие сайты")
    func place(_ id: String) -> (Int, Int, String) { (id.isEmpty ? 1 : 0, -(entered[id] ?? 0), id) }
    return entered.keys.sorted { place($0) < place($1) }.map { id in
      let name = Platform(rawValue: id)?.name ?? id
      let quoted = "«\(name)»"
      return row(
        [JSON.Member("name", Self.text(id.isEmpty ? others : Bilingual(kk: quoted, ru: quoted)))],
        entered[id] ?? 0, actedUpon[id] ?? 0)
    }
  }

  // MARK: Rows

  private func rows(_ question: PeriodReport.Question) -> [Statistic.Row] {
    statistics[question]?.rows ?? []
  }

  /// The counts of a breakdown by one dimension; what has none has no name.
  private func counts(_ question: PeriodReport.Question) -> [String: Int] {
    Dictionary(rows(question).map { ($0.values[0] ?? "", $0.count) }) { $0 + $1 }
  }

  private func row(_ names: [JSON.Member], _ entered: Int, _ actedUpon: Int) -> JSON {
    .object(
      names + [
        JSON.Member("entered", .integer(entered)), JSON.Member("actedUpon", .integer(actedUpon)),
        JSON.Member("remaining", .integer(entered - actedUpon)),
      ])
  }

  private static func text(_ text: Bilingual) -> JSON {
    .object([JSON.Member("kk", .string(text.kk)), JSON.Member("ru", .string(text.ru))])
  }
}
