import XML

extension Chart {
  /// What tells a chart from other drawings, and the namespace of its part.
  public static let namespace = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  static let strictNamespace = "http://purl.oclc.org/ooxml/drawingml/chart"

  /// The type of its part in a package.
  public static let contentType =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

  /// The chart's part: the numbers stand in it as they are, without a workbook behind them.
  ///
  /// - Parameters:
  ///   - font: what letters are drawn in; `nil` for the font of the document's theme.
  ///   - isStrict: whether the document is of the strict form of the standard.
  /// - Returns: the part, in UTF-8.
  public func part(font: String?, isStrict: Bool = false) -> [UInt8] {
    var writer = ChartWriter(chart: self, font: font)
    return writer.part(
      chart: isStrict ? Self.strictNamespace : Self.namespace,
      drawing: isStrict
        ? "http://purl.oclc.org/ooxml/drawingml/main"
        : "http://schemas.openxmlformats.org/drawingml/2006/main")
  }
}

/// Writes the elements of a chart in the order of the schema.
private struct ChartWriter {
  let chart: Chart
  let font: String?
  private var xml = ""

  init(chart: Chart, font: String?) {
    self.chart = chart
    self.font = font
  }

  private static let ink = "262626"
  private static let grid = "D0D0D0"

  mutating func part(chart namespace: String, drawing: String) -> [UInt8] {
    xml = """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <c:chartSpace xmlns:c="\(namespace)" xmlns:a="\(drawing)"><c:roundedCorners val="0"/><c:chart>
      """
    if chart.title.isEmpty {
      xml += "<c:autoTitleDeleted val=\"1\"/>"
    } else {
      xml += "<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
      xml += letters("defRPr", size: 1100, isBold: true)
      xml += "</a:pPr><a:r>" + letters("rPr", size: 1100, isBold: true)
      xml += "<a:t>\(XMLEscaping.text(chart.title))</a:t></a:r></a:p></c:rich></c:tx>"
      xml += "<c:overlay val=\"0\"/></c:title><c:autoTitleDeleted val=\"0\"/>"
    }
    xml += "<c:plotArea><c:layout/><c:barChart>"
    xml += "<c:barDir val=\"\(chart.kind == .bar ? "bar" : "col")\"/>"
    xml += "<c:grouping val=\"\(chart.kind == .stacked ? "stacked" : "clustered")\"/>"
    xml += "<c:varyColors val=\"0\"/>"
    for index in chart.series.indices { write(series: index) }
    xml += "<c:gapWidth val=\"60\"/>"
    if chart.kind == .stacked { xml += "<c:overlap val=\"100\"/>" }
    xml += "<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
    writeAxes()
    xml += "</c:plotArea>"
    if chart.series.count > 1 {
      xml += "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>\(text(900))</c:legend>"
    }
    xml += "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>"
    xml += "<c:spPr><a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>"
    xml += "<a:ln><a:noFill/></a:ln></c:spPr>"
    xml += text(900) + "</c:chartSpace>"
    return Array(xml.utf8)
  }

  // MARK: Series

  private mutating func write(series index: Int) {
    let series = chart.series[index]
    xml += "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
    xml += "<c:tx><c:v>\(XMLEscaping.text(series.name))</c:v></c:tx>"
    xml += "<c:spPr><a:solidFill><a:srgbClr val=\"\(Chart.colors[index])\"/></a:solidFill>"
    xml += line(Self.ink) + "</c:spPr><c:invertIfNegative val=\"0\"/>"
    write(labels: series.values, of: index)
    xml += "<c:cat><c:strLit><c:ptCount val=\"\(chart.categories.count)\"/>"
    for (index, category) in chart.categories.enumerated() {
      xml += "<c:pt idx=\"\(index)\"><c:v>\(XMLEscaping.text(category))</c:v></c:pt>"
    }
    xml += "</c:strLit></c:cat><c:val><c:numLit><c:formatCode>\(format)</c:formatCode>"
    xml += "<c:ptCount val=\"\(series.values.count)\"/>"
    for (index, value) in series.values.enumerated() {
      xml += "<c:pt idx=\"\(index)\"><c:v>\(Self.number(value))</c:v></c:pt>"
    }
    xml += "</c:numLit></c:val></c:ser>"
  }

  private mutating func write(labels values: [Double], of index: Int) {
    xml += "<c:dLbls>"
    for (point, value) in values.enumerated() where !chart.isLabelled(value) {
      xml += "<c:dLbl><c:idx val=\"\(point)\"/><c:delete val=\"1\"/></c:dLbl>"
    }
    let isInside = chart.kind == .stacked
    let color = isInside && Chart.isDark(index) ? "FFFFFF" : Self.ink
    let turn = chart.hasUprightNumbers ? " rot=\"-5400000\" vert=\"horz\"" : ""
    xml += "<c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/>"
    xml += "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    xml += text(800, color: color, turn: turn)
    xml += "<c:dLblPos val=\"\(isInside ? "ctr" : "outEnd")\"/>"
    xml += "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>"
    xml += "<c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>"
    xml += "</c:dLbls>"
  }

  // MARK: Axes

  private mutating func writeAxes() {
    let isLying = chart.kind == .bar
    let scale = chart.scale
    // The first category of lying bars stands on top, and the numbers below the last.
    xml += "<c:catAx><c:axId val=\"1\"/><c:scaling>"
    xml += "<c:orientation val=\"\(isLying ? "maxMin" : "minMax")\"/></c:scaling>"
    xml += "<c:delete val=\"0\"/><c:axPos val=\"\(isLying ? "l" : "b")\"/>"
    xml += "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
    xml += "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
    xml += "<c:tickLblPos val=\"low\"/><c:spPr>\(line(Self.ink))</c:spPr>"
    // Many names have room if they are small.
    xml += text(chart.categories.count > 8 ? 800 : 900)
    xml += "<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
    xml += "<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>"
    xml += "<c:noMultiLvlLbl val=\"1\"/></c:catAx>"
    xml += "<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>"
    xml += "<c:max val=\"\(Self.number(scale.high))\"/><c:min val=\"\(Self.number(scale.low))\"/>"
    xml += "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"\(isLying ? "b" : "l")\"/>"
    xml += "<c:majorGridlines><c:spPr>\(line(Self.grid))</c:spPr></c:majorGridlines>"
    xml += "<c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/>"
    xml += "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
    xml += "<c:tickLblPos val=\"nextTo\"/><c:spPr>\(line(Self.ink))</c:spPr>\(text(900))"
    xml += "<c:crossAx val=\"1\"/><c:crosses val=\"\(isLying ? "max" : "autoZero")\"/>"
    xml += "<c:crossBetween val=\"between\"/>"
    xml += "<c:majorUnit val=\"\(Self.number(scale.step))\"/></c:valAx>"
  }

  // MARK: Pieces

  private func line(_ color: String) -> String {
    "<a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill></a:ln>"
  }

  private func text(_ size: Int, color: String = ChartWriter.ink, turn: String = "") -> String {
    "<c:txPr><a:bodyPr\(turn)/><a:lstStyle/><a:p><a:pPr>"
      + letters("defRPr", size: size, color: color)
      + "</a:pPr><a:endParaRPr/></a:p></c:txPr>"
  }

  private func letters(
    _ element: String, size: Int, isBold: Bool = false, color: String = ChartWriter.ink
  ) -> String {
    let fonts = font.map { XMLEscaping.attribute($0) }.map { name in
      "<a:latin typeface=\"\(name)\"/><a:cs typeface=\"\(name)\"/>"
    }
    return "<a:\(element) sz=\"\(size)\" b=\"\(isBold ? 1 : 0)\">"
      + "<a:solidFill><a:srgbClr val=\"\(color)\"/></a:solidFill>\(fonts ?? "")</a:\(element)>"
  }

  /// Numbers as letters write them, whatever the reader's system would.
  private var format: String {
    let values = chart.series.flatMap(\.values)
    guard values.allSatisfy({ $0 == $0.rounded() }) else { return "General" }
    guard values.contains(where: { abs($0) >= 10_000 }) else { return "0" }
    return "[&gt;=1000000]#\u{A0}000\u{A0}000;[&gt;=10000]#\u{A0}000;0"
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
