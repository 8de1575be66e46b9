extension Chart {
  /// The chart drawn: a picture that needs nothing else, and takes its ink from the text around it.
  ///
  /// - Parameters:
  ///   - width: of the picture, in pixels of the web; it may be shown in any size.
  ///   - height: the same; `nil` for as much as the chart needs.
  ///   - isLying: whether columns lie down, so that their names and numbers can be read where there is little room.
  ///   - id: a name that no other picture of the page has.
  ///   - description: what is read out to those who do not see the picture.
  ///   - font: the size of letters in pixels.
  /// - Returns: an element `svg`.
  public func svg(
    width: Int, height: Int? = nil, isLying: Bool = false, id: String, description: String,
    font: Double = 12
  ) -> String {
    var drawing = ChartDrawing(chart: self, width: Double(width), font: font)
    drawing.draw(isLying: isLying || kind == .bar, height: height.map { Double($0) })
    let title = title.isEmpty ? description : title
    let size = "\(width) \(Int(drawing.height.rounded(.up)))"
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\" role=\"img\""
      + " aria-labelledby=\"\(id)-title \(id)-text\" font-size=\"\(ChartDrawing.number(font))\""
      + " fill=\"currentColor\"><title id=\"\(id)-title\">\(HTMLText.escaped(title))</title>"
      + "<desc id=\"\(id)-text\">\(HTMLText.escaped(description))</desc>"
      + drawing.markup + "</svg>"
  }
}

/// Draws a chart from the top down: title, legend, columns or bars, axes.
private struct ChartDrawing {
  let chart: Chart
  let width: Double
  let font: Double
  private(set) var height = 0.0
  private(set) var markup = ""

  init(chart: Chart, width: Double, font: Double) {
    self.chart = chart
    self.width = width
    self.font = font
  }

  /// The line of a text.
  private var line: Double { font * 1.35 }
  private var isStacked: Bool { chart.kind == .stacked }

  mutating func draw(isLying: Bool, height given: Double?) {
    drawHead()
    if isLying {
      drawBars(height: given)
    } else {
      drawColumns(height: given)
    }
  }

  // MARK: Head

  private mutating func drawHead() {
    height = font * 0.4
    if !chart.title.isEmpty {
      for words in lines(of: chart.title, width: width - 8, isBold: true) {
        height += line
        text(words, width / 2, height - font * 0.3, "middle", " font-weight=\"bold\"")
      }
    }
    guard chart.series.count > 1 else {
      height += font * 0.6
      return
    }
    var rows: [[Int]] = [[]]
    var used = 0.0
    for index in chart.series.indices {
      let needed = entryWidth(index)
      if used + needed > width - 8, !rows[rows.count - 1].isEmpty {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(index)
      used += needed
    }
    for row in rows {
      height += line
      var x = (width - row.reduce(0) { $0 + entryWidth($1) }) / 2
      for index in row {
        box(x, height - font * 0.95, font * 0.8, font * 0.8, of: index)
        text(chart.series[index].name, x + font * 1.2, height - font * 0.25, "start")
        x += entryWidth(index)
      }
    }
    height += font * 0.8
  }

  private func entryWidth(_ index: Int) -> Double {
    measure(chart.series[index].name) + font * 2.6
  }

  // MARK: Standing columns

  private mutating func drawColumns(height given: Double?) {
    let scale = chart.scale
    let left = (scale.ticks.map { measure(Chart.text(of: $0)) }.max() ?? 0) + font
    let right = width - font * 0.5
    let slot = (right - left) / Double(chart.categories.count)
    let longest = chart.categories.map { measure($0) }.max() ?? 0
    let isTurned = longest > slot - 4
    // One name in so many has room.
    let every = isTurned ? max(1, Int((line / slot).rounded(.up))) : 1
    let foot = isTurned ? longest * 0.75 + font * 1.2 : line * 1.2
    let top = height + line
    let bottom = max((given ?? width * 0.55) - foot, top + line * 6)
    func y(_ value: Double) -> Double {
      bottom - (value - scale.low) / (scale.high - scale.low) * (bottom - top)
    }
    for tick in scale.ticks {
      rule(left, y(tick), right, y(tick), isAxis: tick == 0)
      text(Chart.text(of: tick), left - font * 0.5, y(tick) + font * 0.35, "end")
    }
    for (index, category) in chart.categories.enumerated() {
      let start = left + slot * Double(index)
      drawColumn(index, from: start, width: slot, y)
      guard index % every == 0 else { continue }
      let middle = start + slot / 2
      if isTurned {
        let (x, y) = (middle + font * 0.3, bottom + font)
        let turn = " transform=\"rotate(-45 \(Self.number(x)) \(Self.number(y)))\""
        text(category, x, y, "end", turn)
      } else {
        text(category, middle, bottom + line, "middle")
      }
    }
    height = bottom + foot
  }

  private mutating func drawColumn(
    _ category: Int, from start: Double, width slot: Double, _ y: (Double) -> Double
  ) {
    let room = slot * 0.72
    let edge = start + (slot - room) / 2
    if isStacked {
      var (above, below) = (0.0, 0.0)
      for (index, series) in chart.series.enumerated() {
        let value = series.values[category]
        guard value != 0 else { continue }
        let base = value > 0 ? above : below
        let (high, low) = (y(max(base, base + value)), y(min(base, base + value)))
        box(edge, high, room, low - high, of: index)
        let number = Chart.text(of: value)
        if low - high >= font * 1.15, measure(number) * 0.9 <= room {
          inside(number, edge + room / 2, (high + low) / 2, of: index)
        }
        if value > 0 { above += value } else { below += value }
      }
      let number = Chart.text(of: above + below)
      if measure(number) <= slot + font {
        small(number, start + slot / 2, y(above) - font * 0.35, "middle", " font-weight=\"bold\"")
      }
      return
    }
    let bar = room / Double(chart.series.count)
    for (index, series) in chart.series.enumerated() {
      let value = series.values[category]
      let (high, low) = (y(max(value, 0)), y(min(value, 0)))
      let x = edge + bar * Double(index)
      if value != 0 { box(x, high, bar, low - high, of: index) }
      let number = Chart.text(of: value)
      let middle = x + bar / 2
      if measure(number) * 0.85 <= bar + 3 {
        small(number, middle, high - font * 0.35, "middle")
      } else if bar >= font * 0.8 {
        let (x, y) = (middle + font * 0.3, high - font * 0.35)
        let turn = " transform=\"rotate(-90 \(Self.number(x)) \(Self.number(y)))\""
        small(number, x, y, "start", turn)
      }
    }
  }

  // MARK: Lying bars

  private mutating func drawBars(height given: Double?) {
    let scale = chart.scale
    let longest = chart.categories.map { measure($0) }.max() ?? 0
    // Long names stand above their bars.
    let isAbove = longest > width * 0.32
    let left = isAbove ? font * 0.5 : longest + font
    let widest = (scale.ticks.map { measure(Chart.text(of: $0)) }.max() ?? 0)
    let right = width - widest - font * 0.5
    let bars = isStacked ? 1 : chart.series.count
    var bar = line * 1.05
    let wrapped =
      isAbove
      ? chart.categories.map { lines(of: $0, width: width - left * 2, isBold: false) } : []
    let names = line * Double(wrapped.map(\.count).max() ?? 0)
    let gap = font * 0.7
    let rows = Double(chart.categories.count)
    if let given {
      let room = (given - height - line * 1.3) / rows - names - gap
      bar = min(max(room / Double(bars), font), line * 2)
    }
    let slot = bar * Double(bars) + names + gap
    let top = height
    let bottom = top + slot * rows
    func x(_ value: Double) -> Double {
      left + (value - scale.low) / (scale.high - scale.low) * (right - left)
    }
    // Narrow pictures have no room for every number of the axis.
    let every = max(
      1, Int(((widest + font) * Double(scale.ticks.count) / (right - left)).rounded(.up)))
    for (index, tick) in scale.ticks.enumerated() {
      rule(x(tick), top, x(tick), bottom, isAxis: tick == 0)
      if index % every == 0 { text(Chart.text(of: tick), x(tick), bottom + line, "middle") }
    }
    for (index, category) in chart.categories.enumerated() {
      let start = top + slot * Double(index) + gap / 2
      if isAbove {
        for (offset, words) in wrapped[index].reversed().enumerated() {
          text(words, left, start + names - font * 0.35 - line * Double(offset), "start")
        }
      } else {
        text(category, left - font * 0.5, start + (slot - gap) / 2 + font * 0.35, "end")
      }
      drawBar(index, from: start + names, thickness: bar, x)
    }
    height = bottom + line * 1.3
  }

  private mutating func drawBar(
    _ category: Int, from start: Double, thickness bar: Double, _ x: (Double) -> Double
  ) {
    var (above, below) = (0.0, 0.0)
    for (index, series) in chart.series.enumerated() {
      let value = series.values[category]
      let base = !isStacked ? 0 : value > 0 ? above : below
      let (near, far) = (x(min(base, base + value)), x(max(base, base + value)))
      let y = isStacked ? start : start + bar * Double(index)
      if value != 0 { box(near, y + bar * 0.08, far - near, bar * 0.84, of: index) }
      let number = Chart.text(of: value)
      if !isStacked {
        small(number, far + font * 0.35, y + bar / 2 + font * 0.32, "start")
      } else if value != 0, measure(number) + 2 <= far - near {
        inside(number, (near + far) / 2, y + bar / 2, of: index)
      }
      if value > 0 { above += value } else { below += value }
    }
    guard isStacked else { return }
    small(
      Chart.text(of: above + below), x(above) + font * 0.35, start + bar / 2 + font * 0.32,
      "start", " font-weight=\"bold\"")
  }

  // MARK: Shapes

  /// A number with one digit behind the point.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let text = String(abs(tenths) / 10) + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
    return tenths < 0 ? "-" + text : text
  }

  /// About as wide as common fonts draw it; rather wider, since what is too wide is cut off.
  private func measure(_ text: String) -> Double {
    font * text.reduce(0) { $0 + ($1.isUppercase ? 0.76 : "жмфшщыюmw@".contains($1) ? 0.8 : 0.58) }
  }

  /// A text in lines of so much width, broken at spaces.
  private func lines(of text: String, width: Double, isBold: Bool) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, measure(last + " " + word) * (isBold ? 1.05 : 1) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: String, _ attributes: String = ""
  ) {
    markup +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor)\"\(attributes)>"
      + HTMLText.escaped(text) + "</text>"
  }

  private mutating func small(
    _ words: String, _ x: Double, _ y: Double, _ anchor: String, _ attributes: String = ""
  ) {
    text(words, x, y, anchor, " font-size=\"\(Self.number(font * 0.88))\"" + attributes)
  }

  /// A number on the colour of a series.
  private mutating func inside(_ words: String, _ x: Double, _ y: Double, of index: Int) {
    let color = Chart.isDark(index) ? "#fff" : "#000"
    small(words, x, y + font * 0.32, "middle", " fill=\"\(color)\"")
  }

  private mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, of index: Int
  ) {
    markup +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\""
      + " height=\"\(Self.number(height))\" fill=\"#\(Chart.colors[index])\""
      + " stroke=\"currentColor\" stroke-width=\"0.6\"/>"
  }

  private mutating func rule(
    _ x: Double, _ y: Double, _ right: Double, _ bottom: Double, isAxis: Bool
  ) {
    markup +=
      "<path d=\"M\(Self.number(x)) \(Self.number(y))L\(Self.number(right)) \(Self.number(bottom))\""
      + " stroke=\"currentColor\" stroke-opacity=\"\(isAxis ? "0.8" : "0.18")\"/>"
  }
}
