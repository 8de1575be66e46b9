import Testing
import XML

@testable import WordprocessingML

/// Charts as they are written into documents and drawn on pages.
@Suite struct ChartTests {
  private static let months = ["Қаңтар", "Ақпан <&>", "«Наурыз»"]
  private static let charts: [Chart] = [
    Chart(.column, categories: months, series: [.init("а", [1, 2, 3])]),
    Chart(
      .stacked, title: "Құжаттар & ресурстар", categories: months,
      series: [.init("Нұсқамалар", [5, 0, 12_500]), .init("\"Хаттар\"", [1, 2, 0])]),
    Chart(.bar, categories: ["а"], series: [.init("б", [2.5]), .init("в", [-3])]),
    Chart(
      .column, categories: (1...40).map { "ай \($0)" },
      series: [.init("", (1...40).map { Double($0) })]),
    Chart(.stacked, categories: ["а"], series: [.init("б", [0])]),
  ]

  @Test("The chart that a page draws is not the one in the document", arguments: charts)
  func roundTrip(chart: Chart) throws {
    for isStrict in [false, true] {
      let tree = try XMLTree(parsing: chart.part(font: "Times New Roman", isStrict: isStrict))
      #expect(Chart(reading: tree) == chart)
    }
  }

  @Test(
    "A chart of another program that is no chart of columns would be drawn as one, or stop the page",
    arguments: [
      "<c:chart><c:plotArea/></c:chart>", "",
      "<c:chart><c:plotArea><c:pieChart/></c:plotArea></c:chart>",
      "<c:chart><c:plotArea><c:barChart/><c:lineChart/></c:plotArea></c:chart>",
      "<c:chart><c:plotArea><c:barChart><c:grouping val='percentStacked'/></c:barChart></c:plotArea></c:chart>",
      "<c:chart><c:plotArea><c:barChart><c:grouping val='clustered'/><c:ser/></c:barChart></c:plotArea></c:chart>",
      """
      <c:chart><c:plotArea><c:barChart><c:grouping val='clustered'/><c:ser><c:cat><c:ptCount val='99999999'/></c:cat>\
      </c:ser></c:barChart></c:plotArea></c:chart>
      """,
      """
      <c:chart><c:plotArea><c:barChart><c:grouping val='clustered'/><c:ser><c:cat><c:ptCount val='1'/></c:cat>\
      <c:val><c:ptCount val='1'/><c:pt idx='0'><c:v>nan</c:v></c:pt></c:val></c:ser></c:barChart></c:plotArea></c:chart>
      """,
    ])
  func others(content: String) throws {
    let markup = "<c:chartSpace xmlns:c='\(Chart.namespace)'>\(content)</c:chartSpace>"
    #expect(Chart(reading: try XMLTree(parsing: Array(markup.utf8))) == nil)
  }

  @Test("A drawing is no well-formed picture, or leaves out a number or a name", arguments: charts)
  func drawing(chart: Chart) throws {
    for isLying in [false, true] {
      let svg = chart.svg(width: 700, isLying: isLying, id: "c", description: "сипаттама \"<&>\"")
      let tree = try XMLTree(parsing: Array(svg.utf8))
      let texts = (0..<tree.count).filter { tree.kind(of: $0) == .element }
        .map { (tree.name(of: $0).local, tree.string(of: $0)) }
      #expect(texts.contains { $0 == ("desc", "сипаттама \"<&>\"") })
      let words = texts.filter { $0.0 == "text" }.map(\.1)
      for name in chart.categories where chart.categories.count < 20 || isLying {
        #expect(words.contains(name))
      }
      for series in chart.series where chart.series.count > 1 {
        #expect(words.contains(series.name))
      }
      guard chart.categories.count < 20 else { continue }
      for value in chart.series.flatMap(\.values) where value != 0 && chart.kind != .stacked {
        #expect(words.contains(Chart.text(of: value)), "\(value)")
      }
      // Nothing is drawn outside of the picture.
      for node in 0..<tree.count where tree.kind(of: node) == .element {
        guard tree.name(of: node).local == "rect" else { continue }
        let numbers = ["x", "y", "width", "height"].map {
          Double(tree.attribute($0, of: node) ?? "") ?? .nan
        }
        #expect(numbers.allSatisfy { $0 >= 0 } && numbers[0] + numbers[2] <= 700)
      }
    }
  }

  @Test(
    "The axis has no even steps, or ends below the highest column",
    arguments: [1, 2, 3, 7, 9, 10, 11, 48, 99, 631, 4959, 4989, 10_000, 123_456, 0.3, 0.07, 1e9])
  func scale(high: Double) {
    let chart = Chart(.column, categories: ["а"], series: [.init("б", [high])])
    let scale = chart.scale
    #expect(scale.low == 0 && scale.high >= high && scale.high - scale.step < high)
    #expect((2...7).contains(scale.ticks.count), "\(scale)")
    #expect(high < 1 || scale.step == scale.step.rounded())
  }

  @Test(
    "A number is written otherwise than in letters",
    arguments: [
      (0, "0"), (4656, "4656"), (12_500, "12\u{A0}500"), (1_234_567, "1\u{A0}234\u{A0}567"),
      (2.5, "2,5"), (-3, "\u{2212}3"), (0.1 + 0.2, "0,3"),
    ])
  func numbers(value: Double, text: String) { #expect(Chart.text(of: value) == text) }

  @Test("Two series cannot be told apart where colours are grey")
  func colours() {
    let greys = Chart.colors.map { color -> Double in
      let number = Int(color, radix: 16) ?? 0
      return 0.299 * Double(number >> 16) + 0.587 * Double(number >> 8 & 255)
        + 0.114 * Double(number & 255)
    }.sorted()
    #expect(greys.count == Chart.maximumSeries)
    for (darker, lighter) in zip(greys, greys.dropFirst()) { #expect(lighter - darker > 20) }
  }
}
