import Diagnostics
import Export
import Register

/// What an export has done, in a few lines.
struct ExportSummary {
  private let outcome: ExportOutcome
  private let folder: String
  private let language: MessageLanguage

  init(_ outcome: ExportOutcome, _ folder: String, _ language: MessageLanguage) {
    self.outcome = outcome
    self.folder = folder
    self.language = language
  }

  var text: String {
    let kinds = Set(outcome.written.keys).union(outcome.kept.keys).union(outcome.failed.keys)
    let columns = [outcome.written, outcome.kept, outcome.failed]
    let headings = [
      Message(kk: "хаттар", ru: "письма", en: "letters"),
      Message(kk: "жазылды", ru: "записано", en: "written"),
      Message(kk: "бұрын бар", ru: "уже было", en: "there before"),
      Message(kk: "жасалмады", ru: "не сделано", en: "failed"),
    ]
    var rows = kinds.sorted().map { kind in
      [name(kind)] + columns.map { String($0[kind] ?? 0) }
    }
    let total = Message(kk: "барлығы", ru: "всего", en: "in all")
    rows.append([total[language]] + columns.map { String($0.values.reduce(0, +)) })
    let table = TextTable(
      headings: headings.map { $0[language] }, rows: rows, numbers: [1, 2, 3])
    return table.aligned + "\(folder)/manifest.json\n"
  }

  private func name(_ kind: String) -> String {
    if kind == PeriodReport.kind {
      return Message(kk: "кезең есебі", ru: "отчет за период", en: "period report")[language]
    }
    return DocumentKind(rawValue: kind)?.label[language] ?? kind
  }
}
