import Diagnostics
import OfficePackage
import TestSupport
import Testing
import WordprocessingML

/// Charts that data bring: parts of their own that Word opens without a word.
@Suite struct ChartValueTests {
  private static let chart = """
    {"$type": "chart", "kind": "stacked", "title": "Құжаттар <&>", "alt": "Құжаттар \\"айлар\\" бойынша",
     "categories": ["Қаңтар", "Ақпан"], "series": [
      {"name": "Нұсқамалар", "values": [3, 6]}, {"name": "Хаттар", "values": [0, 12500]}]}
    """

  @Test("The document has no chart with the numbers, or Word would repair it")
  func content() throws {
    let filled = try ValueFile(p("{{ x }}")).filled("{\"x\": \(Self.chart)}")
    #expect(filled.diagnostics.isEmpty)
    let package = try filled.package()
    let link = try #require(try filled.links().values.first { $0.kind == "chart" })
    #expect(link.target == "word/charts/chart1.xml")
    #expect(try package.contentType(of: link.target) == Chart.contentType)
    let part = String(decoding: try #require(package.content(of: link.target)), as: UTF8.self)
    #expect(part.contains("<c:v>12500</c:v>") && part.contains("Құжаттар &lt;&amp;&gt;"))
    #expect(try filled.markup().contains("descr=\"Құжаттар &quot;айлар&quot; бойынша\""))
    let placed = try WordDocument(package).charts()
    #expect(placed[1]?.first?.chart.categories == ["Қаңтар", "Ақпан"])
    #expect(placed[1]?.first?.alternativeText == "Құжаттар \"айлар\" бойынша")
  }

  @Test("Two charts share a part or a number, or the same data give other bytes")
  func several() throws {
    let file = ValueFile(p("{{ x }}") + tbl([[p("{{ x }}")]]))
    let data = "{\"x\": \(Self.chart)}"
    let filled = try file.filled(data)
    #expect(
      try filled.package().partNames.filter { $0.hasPrefix("word/charts/") } == [
        "word/charts/chart1.xml", "word/charts/chart2.xml",
      ])
    #expect(try file.filled(data).document == filled.document)
  }

  @Test(
    "A text has the chart's words where nobody asked for them, or lacks them where somebody did")
  func text() throws {
    let filled = try ValueFile(p("{{ x }}а")).filled("{\"x\": \(Self.chart)}")
    let document = try WordDocument(filled.package())
    #expect(document.plainText() == "а\n")
    var options = TextOptions()
    options.hasAlternativeText = true
    #expect(document.plainText(options) == "[Құжаттар \"айлар\" бойынша]а\n")
  }

  @Test("A page shows a box in place of the chart")
  func page() throws {
    let filled = try ValueFile(p("{{ x }}")).filled("{\"x\": \(Self.chart)}")
    let page = String(
      decoding: try WordDocument(filled.package()).html(HTMLOptions()), as: UTF8.self)
    #expect(page.contains("<svg ") && page.contains(">12\u{A0}500</text>"))
  }

  @Test(
    "A chart that cannot be drawn is not refused, or without saying which member is wrong",
    arguments: [
      (#"{"$type": "chart"}"#, ["V101 x.alt", "V101 x.categories", "V101 x.series"]),
      (
        #"{"$type": "chart", "alt": "а", "categories": [], "series": [{"name": "б", "values": []}]}"#,
        ["V104 x.categories"]
      ),
      (
        #"{"$type": "chart", "alt": "а", "categories": ["в"], "series": [{"name": "б", "values": [1, 2]}]}"#,
        ["V104 x.series[0].values"]
      ),
      (
        #"{"$type": "chart", "alt": "а", "categories": ["в"], "series": [{"name": "б", "values": ["1"]}]}"#,
        ["V103 x.series[0].values[0]"]
      ),
      (
        #"{"$type": "chart", "alt": "а", "categories": ["в"], "series": [{"name": "б", "values": [1e300]}]}"#,
        ["V103 x.series[0].values[0]"]
      ),
      (
        #"{"$type": "chart", "alt": "а", "categories": ["в"], "series": [{"values": [1], "colour": 2}]}"#,
        ["V101 x.series[0].name", "V102 x.series[0].colour"]
      ),
      (
        #"{"$type": "chart", "kind": "pie", "alt": "а", "categories": ["в"], "series": [{"name": "б", "values": [1]}]}"#,
        ["V104 x.kind"]
      ),
      (
        #"{"$type": "chart", "alt": " ", "categories": ["в"], "series": [{"name": "б", "values": [1]}]}"#,
        ["V104 x.alt"]
      ),
      (
        #"{"$type": "chart", "alt": "а", "categories": [["в"]], "series": ["б"], "height": "60cm"}"#,
        ["V104 x.height", "V103 x.categories[0]", "V103 x.series[0]"]
      ),
    ])
  func refused(value: String, expected: [String]) throws {
    #expect(try Set(findings(value)) == Set(expected))
  }

  @Test("More series or categories than a chart can show are drawn all the same")
  func tooMany() throws {
    let series = (1...7).map { "{\"name\": \"\($0)\", \"values\": [1]}" }.joined(separator: ",")
    #expect(
      try findings(
        #"{"$type": "chart", "alt": "а", "categories": ["в"], "series": [\#(series)]}"#)
        == ["V104 x.series"])
    let names = (1...501).map { "\"\($0)\"" }.joined(separator: ",")
    #expect(
      try findings(
        #"{"$type": "chart", "alt": "а", "categories": [\#(names)], "series": [{"name": "б", "values": []}]}"#
      ) == ["V104 x.categories"])
  }

  @Test(
    "The check of all documents that tests make lets a chart pass that Word repairs",
    arguments: [
      ("order", "<c:barDir val=\"col\"/>", ""), ("order", "<c:idx val=\"0\"/>", "<c:shape/>"),
      ("reference", "<c:axId val=\"2\"/></c:barChart>", "<c:axId val=\"3\"/></c:barChart>"),
      ("unique", "<c:order val=\"1\"/>", "<c:order val=\"0\"/>"),
      ("value", "<c:ptCount val=\"2\"/>", "<c:ptCount val=\"1\"/>"),
    ])
  func faults(rule: String, old: String, new: String) throws {
    let filled = try ValueFile(p("{{ x }}")).filled("{\"x\": \(Self.chart)}")
    var edit = try PackageEdit(filled.package())
    let name = "word/charts/chart1.xml"
    let part = String(
      decoding: try #require(filled.package().content(of: name)), as: UTF8.self)
    #expect(part.contains(old))
    let faulty = part.replacing(old, with: new, maxReplacements: 1)
    try edit.replace(name, bytes: Array(faulty.utf8))
    let found = DocumentValidity.faults(in: try edit.archived()).map(\.rule)
    #expect(found.contains(rule == "order" && new.isEmpty ? "missing" : rule), "\(found)")
  }
}
