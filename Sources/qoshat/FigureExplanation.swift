import CivilDates
import Diagnostics
import JSON
import Letters
import Register

/// Every figure of a letter with its period, unit, status, query and the cases behind it.
struct FigureExplanation {
  private let letter: RenderedLetter
  private let language: MessageLanguage

  /// More ids than this are counted, not listed, in the form for people.
  private static let listedMembers = 5

  init(_ letter: RenderedLetter, _ language: MessageLanguage) {
    self.letter = letter
    self.language = language
  }

  /// For reading.
  var text: String {
    let revision = Message(kk: "тізілімнің нұсқасы", ru: "ревизия реестра", en: "register revision")
    var lines =
      letter.provenance.map {
        ["\(revision[language]): \($0.revision), \(asOf) \($0.asOf.iso)", ""]
      } ?? []
    for figure in letter.figures {
      let label = language == .kk ? figure.definition.label.kk : figure.definition.label.ru
      lines.append("\(figure.name) = \(figure.value)")
      lines.append("  \(label)")
      lines.append(
        "  \(figure.period.from.iso) – \(figure.period.to.iso), \(asOf) \(figure.figure.query.asOf.iso); \(unit(of: figure)), \(status(of: figure))"
      )
      lines += figure.figure.statement.description.split(separator: "\n").map { "  \($0)" }
      let members = figure.figure.members
      let listed = members.prefix(Self.listedMembers).joined(separator: ", ")
      let more = members.count > Self.listedMembers ? " … (\(members.count))" : ""
      lines.append("  → \(listed)\(more)")
      lines.append("")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private var asOf: String {
    Message(kk: "мына күнге:", ru: "по состоянию на", en: "as of")[language]
  }

  /// The event by which the counted things belong to the period.
  private func status(of figure: LetterFigure) -> String {
    let status =
      switch (figure.definition.count, figure.definition.state) {
      case (.enteredResources, _), (.bodies, _):
        Message(kk: "енгізілген", ru: "внесено", en: "entered")
      case (.actedUponResources, _):
        Message(kk: "шара қолданылған", ru: "приняты меры", en: "acted upon")
      case (_, .prepared): Message(kk: "дайындалған", ru: "подготовлено", en: "prepared")
      case (_, .sent): Message(kk: "жіберілген", ru: "направлено", en: "sent")
      }
    return status[language]
  }

  private func unit(of figure: LetterFigure) -> String {
    let unit =
      switch figure.definition.count {
      case .documents: Message(kk: "құжат", ru: "документ", en: "document")
      case .bodies: Message(kk: "орган", ru: "орган", en: "body")
      case .enteredResources, .coveredResources, .actedUponResources:
        Message(kk: "ресурс (URL)", ru: "ресурс (URL)", en: "resource (URL)")
      }
    return unit[language]
  }

  /// With every id.
  var json: JSON {
    .array(
      letter.figures.map { figure in
        [
          "name": .string(figure.name),
          "value": .integer(figure.value),
          "label": [
            "kk": .string(figure.definition.label.kk), "ru": .string(figure.definition.label.ru),
          ],
          "period": [
            "from": .string(figure.period.from.iso), "to": .string(figure.period.to.iso),
          ],
          "asOf": .string(figure.figure.query.asOf.iso),
          "unit": .string(figure.definition.count.rawValue),
          "status": .string(figure.definition.state.rawValue),
          "query": .string(figure.figure.statement.description),
          "members": .array(figure.figure.members.map { .string($0) }),
        ]
      })
  }
}
