import Diagnostics
import Jinja
import WordprocessingML
import Yams

/// The charts of `letter.yaml`.
extension KindReader {
  mutating func readCharts(_ node: Node?, into kind: inout KindDefinition) {
    for (name, node) in members(node, "charts") {
      if let chart = chart(name, node, kind) { kind.charts.append(chart) }
    }
  }

  private mutating func chart(
    _ name: String, _ node: Node, _ kind: KindDefinition
  ) -> KindDefinition.ChartDefinition? {
    let path = "charts.\(name)"
    let record = yaml.record(
      node, path, known: ["kind", "title", "alt", "rows", "category", "series"])
    guard let form = yaml.choice(record["kind"], path + ".kind", Chart.Kind.self),
      let alternativeText = yaml.bilingual(record["alt"], path + ".alt"),
      let rows = yaml.string(record["rows"], path + ".rows"),
      let category = yaml.string(record["category"], path + ".category")
    else { return nil }
    guard case .list(.group(let fields))? = kind.fields.first(where: { $0.name == rows })?.type
    else {
      yaml.report(
        record["rows"], path + ".rows",
        Message(
          kk: "`\(rows)` – жолдар тізімі емес", ru: "`\(rows)` – не список строк",
          en: "`\(rows)` is no list of rows"))
      return nil
    }
    guard member(category, of: fields, [.text, .string]) != nil else {
      unfit(record["category"], path + ".category", category, fields)
      return nil
    }
    var series: [KindDefinition.ChartDefinition.Series] = []
    for node in record["series"].map({ yaml.elements($0, path + ".series") }) ?? [] {
      guard let name = yaml.string(node, path + ".series") else { continue }
      guard let field = member(name, of: fields, [.integer]) else {
        unfit(node, path + ".series", name, fields)
        continue
      }
      series.append(.init(member: name, label: field.label))
    }
    guard (1...Chart.maximumSeries).contains(series.count) else {
      let limit = Chart.maximumSeries
      yaml.report(
        record["series"] ?? node, path + ".series",
        Message(
          kk: "диаграммада кемінде 1, көп дегенде \(limit) қатар болуы керек",
          ru: "в диаграмме должно быть от 1 до \(limit) рядов",
          en: "a chart has from 1 to \(limit) series"))
      return nil
    }
    return .init(
      name: name, kind: form,
      title: record["title"].flatMap { yaml.bilingual($0, path + ".title") },
      alternativeText: alternativeText, rows: rows, category: category, series: series)
  }

  /// The member of every row that has one of the types.
  private func member(
    _ name: String, of fields: [FieldDefinition], _ types: [FieldType]
  ) -> FieldDefinition? {
    fields.first { $0.name == name && $0.isRequired && types.contains($0.type) }
  }

  private mutating func unfit(
    _ node: Node?, _ path: String, _ name: String, _ fields: [FieldDefinition]
  ) {
    yaml.report(
      node, path,
      Message(
        kk: "`\(name)` диаграммаға жарамайды: жолдың міндетті мәтіні не бүтін саны керек",
        ru: "`\(name)` не годится для диаграммы: нужен обязательный текст или целое число строки",
        en: "`\(name)` does not fit a chart: a required text or whole number of the rows is needed"),
      hint: Spelling.hint(for: name, among: fields.map(\.name)))
  }
}
