import CivilDates
import Register

/// Everything that one letter asks the register, so that all of it is answered in one snapshot.
struct FigureQuestions {
  private struct Asked {
    let definition: KindDefinition.FigureDefinition
    let period: Period
    let query: FigureQuery
  }

  /// What the register said.
  struct Answers {
    let figures: [LetterFigure]
    /// What each part has that its whole has not.
    let remainders: [(subset: KindDefinition.Subset, remainder: FigureRemainder)]
    let drifts: [TaxonomyDrift]
    let revision: Int
  }

  private let figures: [Asked]
  private let inclusions: [(subset: KindDefinition.Subset, inclusion: FigureInclusion)]
  private let closed: [ClosedTaxonomy]

  /// The questions of a letter of the kind, as of a day.
  init(_ definition: KindDefinition, _ periods: [(name: String, period: Period)], asOf: CivilDate) {
    let days = Dictionary(periods.map { ($0.name, $0.period) }) { first, _ in first }
    let figures = definition.figures.compactMap { figure in
      days[figure.period].map { period in
        Asked(
          definition: figure, period: period, query: figure.query(during: period, asOf: asOf))
      }
    }
    let queries = Dictionary(figures.map { ($0.definition.name, $0.query) }) { first, _ in first }
    self.figures = figures
    inclusions = definition.subsets.compactMap { subset in
      guard let part = queries[subset.part], let whole = queries[subset.whole],
        let inclusion = FigureInclusion(of: part, in: whole), !inclusion.isCertain
      else { return nil }
      return (subset, inclusion)
    }
    closed = definition.closed.compactMap { name in
      figures.first { $0.definition.name == name }.map {
        ClosedTaxonomy(of: $0.definition, in: definition, during: $0.period, asOf: asOf)
      }
    }
  }

  func ask(
    _ register: Register, revision: Int?, _ listing: FigureListing
  ) throws(RegisterError) -> Answers {
    let queries = figures.map(\.query) + closed.flatMap(\.queries)
    let answers = try register.figures(
      queries, testing: inclusions.map(\.inclusion), revision: revision, listing: listing)
    var rest = answers.figures[...]
    let letterFigures = zip(figures, rest).map { asked, answer in
      LetterFigure(definition: asked.definition, period: asked.period, figure: answer)
    }
    rest = rest.dropFirst(figures.count)
    let drifts = closed.flatMap { closed in
      defer { rest = rest.dropFirst(closed.queries.count) }
      return closed.drifts(Array(rest.prefix(closed.queries.count)))
    }
    return Answers(
      figures: letterFigures,
      remainders: zip(inclusions, answers.remainders).map { ($0.subset, $1) }, drifts: drifts,
      revision: answers.revision)
  }
}
