import CivilDates
import Diagnostics
import Register

/// A figure whose documents are of one list of kinds in all years of its period.
///
/// That cannot be seen from the sums, which hold whatever the kinds are called. What gives a change of names away is a year
/// without any document of a part, in which documents stand of a kind that the figure does not count, while other years do
/// have documents of that part: the letters of this year were “notifications” until last year.
struct ClosedTaxonomy {
  private let total: KindDefinition.FigureDefinition
  /// The figures that the total is split into; the total itself where it is not split.
  private let parts: [KindDefinition.FigureDefinition]
  /// The kinds that enforce something and are not counted in the total.
  private let others: Set<DocumentKind>
  private let years: [Period]
  private let asOf: CivilDate
  /// What the register is asked: first the other kinds, then each part, year by year.
  let queries: [FigureQuery]

  init(
    of total: KindDefinition.FigureDefinition, in definition: KindDefinition,
    during period: Period, asOf: CivilDate
  ) {
    let names = definition.sums.first { $0.total == total.name }?.parts ?? [total.name]
    let parts = names.compactMap { name in definition.figures.first { $0.name == name } }
    let others = DocumentKind.enforcement.subtracting(total.kinds)
    let last = min(period.to, asOf)
    let years = (period.from.year...max(period.from.year, last.year)).compactMap { year in
      let whole = Period.year(year)
      return Period(from: max(period.from, whole.from), to: min(last, whole.to))
    }
    self.total = total
    self.parts = parts
    self.others = others
    self.years = years
    self.asOf = asOf
    let groups = others.isEmpty ? [] : [others] + parts.map(\.kinds)
    queries = groups.flatMap { kinds in
      years.map { year in
        let documents = DocumentSelection(
          kinds: kinds, state: total.state, concerning: total.channel)
        return FigureQuery(.documents(documents), during: year, asOf: asOf)
      }
    }
  }

  /// The changes of names that the answers to ``queries`` show.
  func drifts(_ answers: [Figure]) -> [TaxonomyDrift] {
    guard !answers.isEmpty else { return [] }
    let other = answers.prefix(years.count)
    return parts.enumerated().compactMap { index, part in
      let own = answers.dropFirst((index + 1) * years.count).prefix(years.count)
      let odd = zip(zip(own, other), years).filter { $0.0.0.value == 0 && $0.0.1.value > 0 }
      guard !odd.isEmpty, own.contains(where: { $0.value > 0 }) else { return nil }
      // The year that is not over may yet have its letters.
      let isOver = odd.contains { $0.1.to == .endOfYear($0.1.to.year) }
      return TaxonomyDrift(
        total: total.name, part: part.name, kinds: part.kinds, others: others,
        years: odd.map(\.1.from.year), documents: odd.flatMap(\.0.1.members), isOver: isOver)
    }
  }
}

/// Documents that in some years stand where other years have those of a part.
struct TaxonomyDrift {
  /// The figure whose kinds were to be closed, and its part.
  let total: String
  let part: String
  /// The kinds of the part, and those that took their place.
  let kinds: Set<DocumentKind>
  let others: Set<DocumentKind>
  let years: [Int]
  /// The ids of the documents that took it.
  let documents: [String]
  /// Whether one of the years is over.
  let isOver: Bool

  func diagnostics(_ figures: [String: LetterFigure]) -> [Diagnostic] {
    func names(_ kinds: Set<DocumentKind>) -> String {
      DocumentKind.allCases.filter(kinds.contains).map { "`\($0.rawValue)`" }
        .joined(separator: ", ")
    }
    let kinds = names(kinds)
    let others = names(others)
    let years = years.map { String($0) }.joined(separator: ", ")
    let shown = documents.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let count = documents.count
    return [
      Diagnostic(
        "T5",
        Message(
          kk:
            "\(years): \(kinds) түріндегі құжат жоқ, ал \(others) бар (\(count)): \(shown); басқа жылдары олар бар, сондықтан бір құжат әр жылы әртүрлі аталған сияқты",
          ru:
            "\(years): нет документов вида \(kinds), зато есть \(others) (\(count)): \(shown); в другие годы они есть, так что одни и те же документы, похоже, названы по-разному",
          en:
            "\(years): no documents of the kind \(kinds), but \(others) (\(count)): \(shown); other years have them, so the same documents seem to go by two names"
        ),
        severity: isOver ? .error : .warning,
        at: [part, total].compactMap { figures[$0]?.place },
        hint: Message(
          kk: "тізілімдегі құжат түрлерін барлық жылдарда бірдей атаңыз",
          ru: "назовите виды документов в реестре одинаково за все годы",
          en: "give the documents of the register one list of kinds for all years"))
    ]
  }
}
