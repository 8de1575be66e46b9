import CivilDates
import Export
import Letters
import Register

/// A number of the statistics, as an address that leads to the cases behind it.
struct FigureLink {
  let measure: StatisticsMeasure
  let period: Period
  let asOf: CivilDate
  var parts: [StatisticPart] = []

  /// The address; behind the case with the key `after`.
  func path(after: String? = nil) -> String {
    let whole = WebPath(
      "statistics", "cases",
      query: [
        "measure": measure.rawValue, "from": period.from.iso, "to": period.to.iso,
        "asOf": asOf.iso, "after": after,
      ])
    // What has no value, such as a site of no platform, has an empty one here.
    let parts = parts.map { part in
      "&\(part.dimension.rawValue)=\(WebPath.encoded(part.value ?? ""))"
    }
    return whole.description + parts.joined()
  }

  /// The number, as a link unless there is nothing behind it.
  func html(_ count: Int, _ language: LetterLanguage) -> HTML {
    let number = language.number(count)
    return count == 0 ? "\(number)" : "<a href=\"\(path())\">\(number)</a>"
  }

  init(
    _ measure: StatisticsMeasure, _ period: Period, asOf: CivilDate, _ parts: StatisticPart...
  ) {
    self.measure = measure
    self.period = period
    self.asOf = asOf
    self.parts = parts
  }

  init?(_ fields: FormFields) {
    guard let measure = fields["measure"].flatMap({ StatisticsMeasure(rawValue: $0) }),
      measure.subject != nil, let from = fields.date("from").date,
      let to = fields.date("to").date, let period = Period(from: from, to: to),
      let asOf = fields.date("asOf").date
    else { return nil }
    self.measure = measure
    self.period = period
    self.asOf = asOf
    parts = StatisticDimension.allCases.compactMap { dimension in
      fields[dimension.rawValue].map { StatisticPart(dimension, $0.isEmpty ? nil : $0) }
    }
    guard parts.allSatisfy({ measure.allows($0.dimension) }) else { return nil }
  }

  /// The list of the register that shows the same, where its filter can say so: it knows nothing of the as-of date, nor that
  /// withdrawn documents do not count, nor of what is missing.
  var registerPath: WebPath? {
    guard asOf >= period.to, measure == .entered else { return nil }
    var values: [StatisticDimension: String] = [:]
    for part in parts {
      guard let value = part.value, part.dimension != .month else { return nil }
      values[part.dimension] = value
    }
    return WebPath(
      "register", "resources",
      query: [
        "from": period.from.iso, "to": period.to.iso, "body": values[.body],
        "platform": values[.platform], "channel": values[.channel],
      ])
  }
}
