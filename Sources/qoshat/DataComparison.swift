import Diagnostics
import DocxTemplate
import JSON
import Jinja
import Letters

extension DocxTemplate {
  /// What the data lacks that the template needs, and what it holds that the template never reads.
  func comparison(with data: JSON, file: String) -> [Diagnostic] {
    let fields = fields(filterKinds: GrammarFilters.inputs)
    let comparison = fields.comparison(with: data)
    let places = places(of: comparison.missing.map(\.node), in: fields)
    let missing = comparison.missing.map { node, path in
      Diagnostic(
        "E120",
        Message(
          kk: "деректерде `\(path)` жоқ", ru: "в данных нет `\(path)`",
          en: "the data has no `\(path)`"),
        at: [places[node] ?? Place(file: file, block: path)],
        hint: Spelling.hint(for: path, among: comparison.unused))
    }
    let unused = comparison.unused.map { path in
      Diagnostic(
        "V113",
        Message(
          kk: "үлгі `\(path)` мәнін оқымайды", ru: "шаблон не читает `\(path)`",
          en: "the template never reads `\(path)`"),
        severity: .warning, at: [Place(file: file, block: path)])
    }
    return missing + unused
  }
}
