import CivilDates
import Diagnostics
import Register

/// What must hold between the figures of a letter before it may leave.
enum FigureChecks {
  /// Sums (`N3`), subsets (`N4`), the names of counted bodies (`N5`) and of kinds in every year (`T5`).
  static func check(
    _ answers: FigureQuestions.Answers, _ definition: KindDefinition, _ reference: ReferenceData,
    prepared: CivilDate?
  ) -> [Diagnostic] {
    let values = Dictionary(uniqueKeysWithValues: answers.figures.map { ($0.name, $0) })
    return definition.sums.compactMap { brokenSum($0, values) }
      + definition.subsets.compactMap { excess($0, values) }
      + answers.remainders.compactMap { strangers($0, $1, values) }
      + answers.drifts.flatMap { $0.diagnostics(values) }
      + answers.figures.filter { $0.definition.count == .bodies }.flatMap {
        bodies($0, reference, prepared)
      }
  }

  private static func brokenSum(
    _ sum: KindDefinition.Sum, _ values: [String: LetterFigure]
  ) -> Diagnostic? {
    guard let total = values[sum.total] else { return nil }
    let parts = sum.parts.compactMap { values[$0] }
    // In a preview the period of one may not be known yet.
    guard parts.count == sum.parts.count, parts.reduce(0, { $0 + $1.value }) != total.value
    else { return nil }
    let addition = parts.map { String($0.value) }.joined(separator: " + ")
    return Diagnostic(
      "N3",
      Message(
        kk: "қосынды дұрыс емес: \(total.value) ≠ \(addition)",
        ru: "сумма не сходится: \(total.value) ≠ \(addition)",
        en: "the sum does not hold: \(total.value) ≠ \(addition)"),
      at: ([total] + parts).map(\.place))
  }

  private static func excess(
    _ subset: KindDefinition.Subset, _ values: [String: LetterFigure]
  ) -> Diagnostic? {
    guard let part = values[subset.part], let whole = values[subset.whole],
      part.value > whole.value
    else { return nil }
    return Diagnostic(
      "N4",
      Message(
        kk: "бөлік бүтіннен үлкен: \(part.value) > \(whole.value)",
        ru: "часть больше целого: \(part.value) > \(whole.value)",
        en: "a part exceeds the whole: \(part.value) > \(whole.value)"),
      at: [part.place, whole.place])
  }

  /// A part that is no larger than its whole and yet counts what the whole does not: each number would be right, and the
  /// reader who subtracts them wrong.
  private static func strangers(
    _ subset: KindDefinition.Subset, _ remainder: FigureRemainder,
    _ values: [String: LetterFigure]
  ) -> Diagnostic? {
    guard let part = values[subset.part], let whole = values[subset.whole],
      part.value <= whole.value, let first = remainder.first
    else { return nil }
    return Diagnostic(
      "N4",
      Message(
        kk: "бөлікте бүтінге кірмейтіні бар (\(remainder.count)): `\(first)`",
        ru: "в части есть то, чего нет в целом (\(remainder.count)): `\(first)`",
        en: "the part has what the whole has not (\(remainder.count)): `\(first)`"),
      at: [part.place, whole.place])
  }

  private static func bodies(
    _ figure: LetterFigure, _ reference: ReferenceData, _ prepared: CivilDate?
  ) -> [Diagnostic] {
    figure.figure.members.compactMap { id in
      guard let body = reference.bodies[id] else {
        return Diagnostic(
          "N5",
          Message(
            kk: "тізілімдегі `\(id)` органы анықтамалықта жоқ, сондықтан хатта аталмайды",
            ru: "органа `\(id)` из реестра нет в справочнике, поэтому в письме он не назван",
            en: "the register's body `\(id)` is not in the reference data and could not be named"),
          at: [figure.place])
      }
      return prepared.flatMap {
        DatedReference(reference: reference, date: $0).finding(body, at: [figure.place])
      }
    }
  }
}
