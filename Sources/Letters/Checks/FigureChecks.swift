import CivilDates
import Diagnostics
import Register

/// What must hold between the figures of a letter before it may leave.
enum FigureChecks {
  /// Sums (`N3`), subsets (`N4`) and the names of counted bodies (`N5`).
  static func check(
    _ figures: [LetterFigure], _ definition: KindDefinition, _ reference: ReferenceData,
    prepared: CivilDate
  ) -> [Diagnostic] {
    let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0) })
    var diagnostics: [Diagnostic] = []
    for sum in definition.sums {
      guard let total = values[sum.total] else { continue }
      let parts = sum.parts.compactMap { values[$0] }
      guard parts.reduce(0, { $0 + $1.value }) != total.value else { continue }
      let addition = parts.map { String($0.value) }.joined(separator: " + ")
      diagnostics.append(
        Diagnostic(
          "N3",
          Message(
            kk: "қосынды сәйкес келмейді: \(total.value) ≠ \(addition)",
            ru: "сумма не сходится: \(total.value) ≠ \(addition)",
            en: "the sum does not hold: \(total.value) ≠ \(addition)"),
          at: places([total] + parts)))
    }
    for subset in definition.subsets {
      guard let part = values[subset.part], let whole = values[subset.whole] else { continue }
      guard part.value > whole.value else {
        if let finding = strangers(of: part, in: whole) { diagnostics.append(finding) }
        continue
      }
      diagnostics.append(
        Diagnostic(
          "N4",
          Message(
            kk: "бөлігі бүтінінен артық: \(part.value) > \(whole.value)",
            ru: "часть больше целого: \(part.value) > \(whole.value)",
            en: "a part exceeds the whole: \(part.value) > \(whole.value)"),
          at: places([part, whole])))
    }
    for figure in figures where figure.definition.count == .bodies {
      diagnostics += bodies(figure, reference, prepared: prepared)
    }
    return diagnostics
  }

  /// A part that is no larger than its whole and yet counts what the whole does not: each number would be right, and the
  /// reader who subtracts them wrong.
  private static func strangers(of part: LetterFigure, in whole: LetterFigure) -> Diagnostic? {
    // Resources are too many to be compared one by one for every letter.
    guard part.definition.count == .documents, whole.definition.count == .documents else {
      return nil
    }
    let members = Set(whole.figure.members)
    let strangers = part.figure.members.filter { !members.contains($0) }
    guard let first = strangers.first else { return nil }
    return Diagnostic(
      "N4",
      Message(
        kk: "бөлігінде бүтініне кірмейтіні бар (\(strangers.count)): `\(first)`",
        ru: "в части есть то, чего нет в целом (\(strangers.count)): `\(first)`",
        en: "the part has what the whole has not (\(strangers.count)): `\(first)`"),
      at: places([part, whole]))
  }

  private static func bodies(
    _ figure: LetterFigure, _ reference: ReferenceData, prepared: CivilDate
  ) -> [Diagnostic] {
    figure.figure.members.compactMap { id in
      guard let body = reference.bodies[id] else {
        return Diagnostic(
          "N5",
          Message(
            kk: "тізілімдегі `\(id)` органы анықтамалықта жоқ, сондықтан хатта аталмайды",
            ru: "орган `\(id)` из реестра отсутствует в справочнике и в письме не был бы назван",
            en: "the register's body `\(id)` is not in the reference data and could not be named"),
          at: places([figure]))
      }
      return DatedReference(reference: reference, date: prepared)
        .finding(body, at: places([figure]))
    }
  }

  private static func places(_ figures: [LetterFigure]) -> [Place] {
    figures.map { figure in
      let number = String(figure.value)
      return Place(
        block: "figures.\(figure.name)", excerpt: number, marked: 0..<number.utf8.count)
    }
  }
}
