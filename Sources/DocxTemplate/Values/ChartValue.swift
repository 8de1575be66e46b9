import Diagnostics
public import Jinja
public import WordprocessingML

/// A chart for the place of a tag: numbers that Word and LibreOffice draw.
public final class ChartValue: CustomValue, WordValue {
  let chart: Chart
  let width: EMU?
  let height: EMU?
  let alternativeText: String

  /// A chart as wide as there is room for it, and as high as it needs.
  public convenience init(_ chart: Chart, alternativeText: String) {
    self.init(chart, width: nil, height: nil, alternativeText: alternativeText)
  }

  init(_ chart: Chart, width: EMU?, height: EMU?, alternativeText: String) {
    self.chart = chart
    self.width = width
    self.height = height
    self.alternativeText = alternativeText
  }

  public var text: String { alternativeText }

  public var number: Int? { nil }

  public func attribute(_ name: String) -> Value? {
    switch name {
    case "alt": .string(alternativeText)
    case "title": .string(chart.title)
    default: nil
    }
  }

  func content(
    at site: InsertionSite, in session: RenderSession
  ) throws(Fault) -> InsertedContent {
    let names = session.namespaces
    let width = width ?? site.availableWidth ?? session.facts.textWidth
    let height = height ?? ownHeight(width)
    let part = try session.addChart(
      chart.part(font: session.facts.font, isStrict: names.isStrict))
    let link = try session.relationship(from: site.part, toChart: part)
    let id = session.nextDrawingID()
    let text = alternativeText.isEmpty ? "" : " descr=\"\(WordMarkup.attribute(alternativeText))\""
    var markup = WordMarkup(at: site, in: session)
    markup.start("drawing")
    markup.write(
      """
      <wp:inline xmlns:wp="\(names.wordDrawing)" distT="0" distB="0" distL="0" distR="0">\
      <wp:extent cx="\(width.value)" cy="\(height.value)"/><wp:effectExtent l="0" t="0" r="0" b="0"/>\
      <wp:docPr id="\(id)" name="Chart \(id)"\(text)/><wp:cNvGraphicFramePr/>\
      <a:graphic xmlns:a="\(names.drawing)"><a:graphicData uri="\(names.chart)">\
      <c:chart xmlns:c="\(names.chart)" xmlns:r="\(names.relationships)" r:id="\(link)"/>\
      </a:graphicData></a:graphic></wp:inline>
      """)
    markup.end("drawing")
    return .inRun(markup.bytes)
  }

  /// Room for every bar, and for columns a shape that the eye is used to; less than a page in any case.
  private func ownHeight(_ width: EMU) -> EMU {
    let highest = EMU(8_100_000)
    guard chart.kind == .bar else { return min(width.scaled(by: 1, over: 2), highest) }
    let bars = chart.categories.count * chart.series.count + chart.categories.count
    return min(EMU(1_000_000 + bars * 160_000), highest)
  }
}
