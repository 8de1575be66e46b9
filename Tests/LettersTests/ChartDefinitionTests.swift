import Diagnostics
import JSON
import OfficePackage
import Testing
import WordprocessingML

@testable import Letters

/// Charts of `letter.yaml`: drawn from the rows that the table beside them prints.
@Suite struct ChartDefinitionTests {
  private static func definition(_ chart: String) -> String {
    """
    name: {kk: Үлгі, ru: Образец}
    fields:
      prepared: {type: date, required: true, label: {kk: а, ru: б}}
      months:
        type: list
        label: {kk: Айлар, ru: Месяцы}
        of:
          type: group
          fields:
            name: {type: text, required: true, label: {kk: Айы, ru: Месяц}}
            count: {type: integer, required: true, label: {kk: Саны, ru: Количество}}
            other: {type: integer, label: {kk: Басқа, ru: Другое}}
    charts:
      byMonth: {\(chart)}
    """
  }

  private static let sound =
    "kind: bar, title: {kk: Айлар, ru: Месяцы}, alt: {kk: а, ru: б}, rows: months, category: name, series: [count]"

  @Test("A chart has other words or numbers than the rows, or is in the other language")
  func chart() throws {
    let kind = try SampleKind(
      Self.definition(Self.sound), kk: ["{{ charts.byMonth }}"], ru: ["{{ charts.byMonth }}"]
    ).compiled()
    let data: JSON = [
      "prepared": "2021-12-15",
      "months": [
        ["name": ["kk": "Қаңтар", "ru": "Январь"], "count": 3],
        ["name": ["kk": "Ақпан", "ru": "Февраль"], "count": 12_500],
      ],
    ]
    let (letter, _) = try kind.letter(
      data, file: "case.json", register: nil,
      allowances: [Allowance(rule: "S1", reason: "sample")])
    let document = try #require(letter.documents[.ru])
    let charts = try WordDocument(OfficePackage(reading: document.docx)).charts()
    let expected = Chart(
      .bar, title: "Месяцы", categories: ["Январь", "Февраль"],
      series: [.init("Количество", [3, 12_500])])
    #expect(charts[1]?.first?.chart == expected)
    #expect(charts[1]?.first?.alternativeText == "б")
  }

  @Test(
    "A chart that cannot be drawn is found by the first letter",
    arguments: [
      ("kind: pie, alt: {kk: а, ru: б}, rows: months, category: name, series: [count]", "kind"),
      ("kind: bar, rows: months, category: name, series: [count]", "alt"),
      ("kind: bar, alt: {kk: а, ru: б}, rows: days, category: name, series: [count]", "rows"),
      (
        "kind: bar, alt: {kk: а, ru: б}, rows: months, category: count, series: [count]", "category"
      ),
      ("kind: bar, alt: {kk: а, ru: б}, rows: months, category: name, series: [other]", "series"),
      ("kind: bar, alt: {kk: а, ru: б}, rows: months, category: name, series: []", "series"),
      ("kind: bar, alt: {kk: а, ru: б}, rows: months, category: name", "series"),
    ])
  func mistakes(chart: String, place: String) {
    let (definition, found) = KindDefinition.read(
      Array(Self.definition(chart).utf8), file: "letter.yaml")
    #expect(definition == nil)
    #expect(
      found.contains { $0.rule == "V110" && $0.places.first?.block == "charts.byMonth.\(place)" })
  }
}
