public import CivilDates
import Diagnostics
public import Register

/// A figure of one letter: its definition, its number, and what is behind it.
public struct LetterFigure: Sendable {
  public let definition: KindDefinition.FigureDefinition
  public let period: Period
  public let figure: Figure

  public var name: String { definition.name }
  public var value: Int { figure.value }

  /// The figure's place in its definition, with the number as its text.
  var place: Place {
    let number = String(value)
    return Place(block: "figures.\(name)", excerpt: number, marked: 0..<number.utf8.count)
  }
}

extension KindDefinition.FigureDefinition {
  /// The question to the register.
  public func query(during period: Period, asOf: CivilDate) -> FigureQuery {
    let documents = DocumentSelection(kinds: kinds, state: state, concerning: channel)
    let subject: FigureQuery.Subject =
      switch count {
      case .documents: .documents(documents)
      case .enteredResources: .resources(.entered(channel: channel))
      case .coveredResources:
        .resources(.covered(by: DocumentSelection(kinds: kinds, state: state), channel: channel))
      case .actedUponResources: .resources(.actedUpon(by: kinds, channel: channel))
      case .bodies: .bodies(channel: channel)
      }
    return FigureQuery(subject, during: period, asOf: asOf)
  }
}

extension KindDefinition {
  /// The periods that follow from the case data; one that ends before it begins is reported.
  func periods(
    _ data: CaseValue, file: String
  ) -> (periods: [(name: String, period: Period)], diagnostics: [Diagnostic]) {
    var result: [(name: String, period: Period)] = []
    var diagnostics: [Diagnostic] = []
    for definition in periods {
      guard let period = period(definition, data) else { continue }
      if let period {
        result.append((definition.name, period))
      } else {
        diagnostics.append(
          Diagnostic(
            "V106",
            Message(
              kk: "`\(definition.name)` кезеңі басталғанға дейін аяқталады",
              ru: "период `\(definition.name)` заканчивается раньше, чем начинается",
              en: "the period `\(definition.name)` ends before it begins"),
            at: [Place(file: file, block: definition.end ?? definition.name)]))
      }
    }
    return (result, diagnostics)
  }

  /// The period; `nil` in `nil` where its fields are missing, which was reported before.
  private func period(_ definition: PeriodDefinition, _ data: CaseValue) -> Period?? {
    func date(_ field: String, offset: Int = 0, startsYear: Bool = false) -> CivilDate? {
      switch data[field] {
      case .date(let date)?:
        startsYear ? CivilDate(year: date.year + offset, month: 1, day: 1) : date
      case .integer(let year)?: CivilDate(year: year + offset, month: 1, day: 1)
      default: nil
      }
    }
    let from: CivilDate?
    switch definition.start {
    case .field(let field): from = date(field)
    case .yearOf(let field, let offset): from = date(field, offset: offset, startsYear: true)
    }
    guard let from else { return nil }
    guard let end = definition.end else { return .some(.year(from.year)) }
    guard let to = date(end) else { return nil }
    return .some(Period(from: from, to: to))
  }
}
