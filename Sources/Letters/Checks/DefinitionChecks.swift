import Diagnostics
import DocxTemplate
import Register

/// What the figures of a kind must have in common before any letter is made: contradictions that no sum catches, since
/// every number would be right.
enum DefinitionChecks {
  /// One taxonomy of documents in all periods (`T5`), one unit of a sum and its parts (`N7`), a printed date for what is
  /// not over yet (`N8`), prepared and sent documents apart (`N9`).
  static func check(
    _ definition: KindDefinition, _ templates: [LetterLanguage: DocxTemplate], file: String
  ) -> [Diagnostic] {
    let figures = Dictionary(definition.figures.map { ($0.name, $0) }) { first, _ in first }
    let sums: [ResolvedSum] = definition.sums.compactMap { sum in
      figures[sum.total].map { ResolvedSum($0, sum.parts.compactMap { figures[$0] }) }
    }
    return sums.compactMap { taxonomy($0, file) } + drift(sums, file)
      + sums.flatMap { units($0, file) } + sums.compactMap { states($0, file) }
      + undated(definition, templates)
  }

  private struct ResolvedSum {
    let total: KindDefinition.FigureDefinition
    let parts: [KindDefinition.FigureDefinition]

    init(
      _ total: KindDefinition.FigureDefinition, _ parts: [KindDefinition.FigureDefinition]
    ) {
      self.total = total
      self.parts = parts
    }
  }

  /// Parts that share a kind of document, or leave one out.
  private static func taxonomy(_ sum: ResolvedSum, _ file: String) -> Diagnostic? {
    guard !sum.total.kinds.isEmpty else { return nil }
    let all = sum.parts.flatMap(\.kinds)
    let union = Set(all)
    guard all.count != union.count || union != sum.total.kinds else { return nil }
    let repeated = union.filter { kind in all.count(where: { $0 == kind }) > 1 }
    let kinds = repeated.union(union.symmetricDifference(sum.total.kinds))
    let names = kinds.map { "`\($0.rawValue)`" }.sorted().joined(separator: ", ")
    return Diagnostic(
      "T5",
      Message(
        kk: "бөліктер мен бүтіннің құжат түрлері сәйкес емес: \(names)",
        ru: "виды документов в частях и в целом не совпадают: \(names)",
        en: "the parts and the whole have other kinds of documents: \(names)"),
      at: places([sum.total] + sum.parts, file))
  }

  /// Two wholes of the same kinds that are split otherwise: what was a letter in one period is none in the other.
  private static func drift(_ sums: [ResolvedSum], _ file: String) -> [Diagnostic] {
    var first: [Set<DocumentKind>: ResolvedSum] = [:]
    var diagnostics: [Diagnostic] = []
    for sum in sums where !sum.total.kinds.isEmpty {
      guard let other = first[sum.total.kinds] else {
        first[sum.total.kinds] = sum
        continue
      }
      guard Set(sum.parts.map(\.kinds)) != Set(other.parts.map(\.kinds)) else { continue }
      diagnostics.append(
        Diagnostic(
          "T5",
          Message(
            kk:
              "бірдей құжаттар екі жерде әртүрлі бөлінген: `\(other.total.name)`, `\(sum.total.name)`",
            ru:
              "одни и те же документы в двух местах разделены по-разному: `\(other.total.name)`, `\(sum.total.name)`",
            en:
              "the same documents are split otherwise in two places: `\(other.total.name)`, `\(sum.total.name)`"
          ),
          at: places([sum.total, other.total], file)))
    }
    return diagnostics
  }

  /// Parts with another unit than their whole.
  private static func units(_ sum: ResolvedSum, _ file: String) -> [Diagnostic] {
    guard let unit = sum.total.unit else { return [] }
    return sum.parts.compactMap { part in
      guard let other = part.unit, !unit.includes(other) else { return nil }
      return Diagnostic(
        "N7",
        Message(
          kk: "бүтіннің бірлігі – `\(unit.rawValue)`, ал бөліктікі – `\(other.rawValue)`",
          ru: "у целого единица `\(unit.rawValue)`, а у части – `\(other.rawValue)`",
          en: "the whole counts `\(unit.rawValue)`, and a part `\(other.rawValue)`"),
        at: places([sum.total, part], file))
    }
  }

  /// Prepared documents added to sent ones.
  private static func states(_ sum: ResolvedSum, _ file: String) -> Diagnostic? {
    let states = ([sum.total] + sum.parts).compactMap(\.countedState)
    guard Set(states).count > 1 else { return nil }
    return Diagnostic(
      "N9",
      Message(
        kk: "бір қосындыда дайындалған құжаттар да, жіберілгендері де бар",
        ru: "в одной сумме и подготовленные документы, и направленные",
        en: "one sum has prepared documents and sent ones"),
      at: places([sum.total] + sum.parts, file))
  }

  /// Figures of a period that ends on a date of the letter which the template does not print: «as of today».
  private static func undated(
    _ definition: KindDefinition, _ templates: [LetterLanguage: DocxTemplate]
  ) -> [Diagnostic] {
    let ends = Dictionary(definition.periods.map { ($0.name, $0.end) }) { first, _ in first }
    return LetterLanguage.allCases.compactMap { language in
      guard let template = templates[language] else { return nil }
      let references = template.references
      let printed = Set(references.compactMap { $0.count > 1 && $0[0] == "figures" ? $0[1] : nil })
      let read = Set(references.compactMap(\.first))
      let open = definition.figures.first { figure in
        guard printed.contains(figure.name), let end = ends[figure.period] ?? nil else {
          return false
        }
        return !read.contains(end) && !references.contains(["periods", figure.period, "to"])
      }
      guard let open, let end = ends[open.period] ?? nil else { return nil }
      return Diagnostic(
        "N8",
        Message(
          kk: "`\(open.name)` көрсеткіші берілген күн (`\(end)`) хатта жазылмайды",
          ru: "день, на который дан показатель `\(open.name)` (`\(end)`), в письме не печатается",
          en: "the day of the figure `\(open.name)` (`\(end)`) is not printed in the letter"),
        at: [Place(file: template.file, language: language.rawValue, block: "figures.\(open.name)")]
      )
    }
  }

  private static func places(
    _ figures: [KindDefinition.FigureDefinition], _ file: String
  ) -> [Place] {
    figures.map { Place(file: file, block: "figures.\($0.name)") }
  }
}

extension KindDefinition.FigureDefinition {
  /// Whether the documents behind the figure were prepared or sent; `nil` where it is about no documents.
  fileprivate var countedState: DocumentSelection.State? {
    switch count {
    case .documents, .coveredResources: state
    case .actedUponResources: .sent
    case .enteredResources, .bodies: nil
    }
  }
}
