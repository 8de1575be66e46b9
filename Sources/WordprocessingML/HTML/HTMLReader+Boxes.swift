import XML

extension HTMLReader {
  /// Writes what stands beside a paragraph, before it.
  mutating func writeBoxes(_ drawings: [Drawing]) {
    for drawing in drawings where !drawing.boxes.isEmpty || drawing.inlineHTML != nil {
      closeFrame()
      var css = Declarations()
      var isOver = false
      switch drawing.placement {
      case .left:
        css.add("float", "left")
        css.add("margin-right", "9pt")
      case .right:
        css.add("float", "right")
        css.add("margin-left", "9pt")
      case .over(let x, let y):
        isOver = true
        css.add("position", "absolute")
        css.add("left", points: x)
        css.add("top", points: y)
        css.add("z-index", "1")
      case .block:
        if let x = drawing.x, x > 0, x < flow.width { css.add("margin-left", points: x) }
      }
      if !drawing.boxes.isEmpty { css.append(drawing.look.css(drawing.width, drawing.height)) }
      output += isOver ? "<div class=\"over\">" : ""
      output += "<div\(classes.attribute(css, "box"))>"
      if let picture = drawing.inlineHTML {
        output += picture
        output.isVisible = true
      }
      writeText(of: drawing)
      output += isOver ? "</div></div>\n" : "</div>\n"
    }
  }

  /// The text boxes of a drawing that stands on a line among letters.
  mutating func inlineBox(_ drawing: Drawing) -> String {
    let outer = output
    output = HTMLText()
    var css = drawing.look.css(drawing.width, drawing.height)
    css.add("display", "inline-block")
    output += "<span\(classes.attribute(css, "box"))>"
    writeText(of: drawing)
    output += "</span>"
    let inner = output
    output = outer
    output.isVisible = output.isVisible || inner.isVisible
    return String(decoding: inner.bytes, as: UTF8.self)
  }

  private mutating func writeText(of drawing: Drawing) {
    for box in drawing.boxes {
      if depth < Self.depthLimit {
        read(box, in: Flow(width: drawing.look.textWidth(drawing.width ?? flow.width)))
      } else {
        writeFlat(box)
      }
    }
  }

  /// Writes nothing but the text of what is too deep to be shown as it is.
  private mutating func writeFlat(_ box: XMLTree.NodeID) {
    var walk = ElementWalk(below: box, in: tree)
    output += "<p>"
    while let node = walk.next(in: tree) {
      switch tree.element(node) {
      case .t: output += HTMLText.escaped(Self.unbroken(tree.tree.string(of: node)))
      case .p: output += " "
      case .del, .moveFrom, .rPr, .pPr: walk.skip()
      default: continue
      }
    }
    output += "</p>\n"
  }
}
