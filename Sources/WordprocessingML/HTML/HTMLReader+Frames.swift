import XML

extension HTMLReader {
  /// Begins a frame, or ends the one that is open, unless the next paragraph stands in the same one.
  mutating func openFrame(_ frame: TextFrame?) {
    guard frame != flow.frame?.frame else { return }
    closeFrame()
    guard let frame else { return }
    flow.frame = (frame, flow.width, flow.previous)
    flow.previous = nil
    var css = Declarations()
    if let width = frame.width {
      css.add("width", points: width)
      flow.width = width
    }
    if let height = frame.height { css.add("min-height", points: height) }
    let isRight = frame.side == .right || frame.side == nil && frame.x > flow.width / 2
    if frame.isAtBottom, flow.isBody {
      css.add("position", "absolute")
      if isRight {
        css.add("right", points: 0)
      } else {
        css.add("left", points: frame.x)
      }
    } else if frame.side == .center || !frame.hasTextBeside {
      css.add("margin", frame.side == .center ? "0 auto" : "0 0 0 \(CSS.points(max(frame.x, 0)))")
    } else {
      css.add("float", isRight ? "right" : "left")
    }
    output += "<div\(classes.attribute(css, frame.isAtBottom && flow.isBody ? "low" : ""))>"
  }

  /// Ends what paragraphs stand in together: lines around them, a frame.
  mutating func closeFrame() {
    closeLines()
    guard let frame = flow.frame else { return }
    flow.width = frame.width
    flow.previous = frame.previous
    flow.frame = nil
    output += "</div>\n"
  }

  // MARK: Lines around paragraphs

  mutating func openLines(_ format: ParagraphFormat) {
    let lines =
      format.borders.isVisible
      ? Lines(borders: format.borders, left: format.left ?? 0, right: format.right ?? 0) : nil
    guard lines != flow.lines else {
      if let between = lines?.borders.horizontal, between.isVisible {
        output += "<div style=\"border-top:\(CSS.border(between))\"></div>"
      }
      return
    }
    closeLines()
    guard let lines else { return }
    flow.lines = lines
    let borders = lines.borders
    var css = Declarations()
    for (side, border) in [
      ("top", borders.top), ("right", borders.right), ("bottom", borders.bottom),
      ("left", borders.left),
    ] {
      guard let border, border.isVisible else { continue }
      css.add("border-\(side)", CSS.border(border))
      css.add("padding-\(side)", "\(border.space)pt")
    }
    // In a frame the lines go around the frame, outside of its text.
    func margin(_ indent: Int, _ border: Border?) -> Int {
      indent - (border.map { $0.isVisible ? $0.space * 20 + $0.width * 20 / 8 : 0 } ?? 0)
    }
    css.add("margin-left", points: margin(lines.left, borders.left))
    css.add("margin-right", points: margin(lines.right, borders.right))
    if let height = flow.frame?.frame.height { css.add("min-height", points: height) }
    // The space above and below is outside of the lines.
    if let before = format.before, before > (flow.previous?.after ?? 0) {
      css.add("margin-top", points: before)
    }
    if let after = format.after, after > 0 { css.add("margin-bottom", points: after) }
    output += "<div\(classes.attribute(css, "b"))>"
  }

  private mutating func closeLines() {
    guard flow.lines != nil else { return }
    flow.lines = nil
    output += "</div>\n"
  }
}
