import OfficePackage
import XML

/// A drawing in the text or beside it, as it is to be shown. Lengths in twentieths of a point.
struct Drawing {
  enum Placement: Hashable {
    /// On a line of its own.
    case block
    /// With text beside it.
    case left, right
    /// Over or under the text, from the corner of the text where it is anchored.
    case over(x: Int, y: Int)
  }

  var isInline = true
  var placement = Placement.block
  var width: Int?
  var height: Int?
  /// The pictures, and what stands for those that cannot be shown.
  var inlineHTML: String?
  /// The text boxes.
  var boxes: [XMLTree.NodeID] = []
  var look = BoxLook()
  /// From the start of the column.
  var x: Int?
}

extension HTMLReader {
  /// Reads `w:drawing`, `w:pict` or `w:object`.
  mutating func drawing(_ node: XMLTree.NodeID, _ element: WordElement) -> Drawing {
    element == .drawing ? drawing(node) : shape(node)
  }

  // MARK: DrawingML

  /// What is gathered on the way through a drawing.
  private struct Sketch {
    var title = ""
    var pictures: [(address: String?, part: String, crop: [Int])] = []
    var label: String?
    var chart: Chart?
    var wrap = ""
    var horizontal = (from: "", align: "", offset: 0)
    var vertical = (from: "", align: "", offset: 0)
    var isVertical = false
  }

  private mutating func drawing(_ root: XMLTree.NodeID) -> Drawing {
    var drawing = Drawing()
    var sketch = Sketch()
    var walk = ElementWalk(below: root, in: tree)
    while let node = walk.next(in: tree) {
      let local = tree.tree.name(of: node).local
      switch local {
      case "anchor": drawing.isInline = false
      case "extent" where drawing.width == nil:
        drawing.width = emu("cx", of: node)
        drawing.height = emu("cy", of: node)
      case "docPr":
        sketch.title =
          tree.tree.attribute("descr", of: node) ?? tree.tree.attribute("title", of: node) ?? ""
      case "positionH", "positionV":
        sketch.isVertical = local == "positionV"
        let from = tree.tree.attribute("relativeFrom", of: node) ?? ""
        if sketch.isVertical { sketch.vertical.from = from } else { sketch.horizontal.from = from }
      case "align":
        let value = tree.tree.string(of: node)
        if sketch.isVertical {
          sketch.vertical.align = value
        } else {
          sketch.horizontal.align = value
        }
      case "posOffset":
        let value = Self.twips(emu: tree.tree.string(of: node)) ?? 0
        if sketch.isVertical {
          sketch.vertical.offset = value
        } else {
          sketch.horizontal.offset = value
        }
      case "wrapNone", "wrapSquare", "wrapTight", "wrapThrough", "wrapTopAndBottom":
        sketch.wrap = local
      case "blip": add(picture: node, to: &sketch)
      case "srcRect" where !sketch.pictures.isEmpty:
        sketch.pictures[sketch.pictures.count - 1].crop = ["l", "t", "r", "b"].map {
          let value = tree.tree.attribute($0, of: node).flatMap { Int($0) } ?? 0
          return min(max(value, 0), 90_000)
        }
      case "chart":
        sketch.chart = chart(node)
        sketch.label = related(node, "chart")
      case "relIds": sketch.label = related(node, "diagram")
      case "ln":
        if sketch.pictures.isEmpty { drawing.look.readLine(node, in: tree, appearance.theme) }
        walk.skip()
      case "solidFill":
        drawing.look.fill =
          drawing.look.fill ?? BoxLook.color(of: node, in: tree, appearance.theme)
      case "bodyPr": drawing.look.readText(node, in: tree)
      case "txbxContent":
        drawing.boxes.append(node)
        walk.skip()
      default: continue
      }
    }
    place(&drawing, sketch)
    drawing.inlineHTML = html(of: sketch, drawing)
    return drawing
  }

  private func emu(_ name: String, of node: XMLTree.NodeID) -> Int? {
    tree.tree.attribute(name, of: node).flatMap { Self.twips(emu: $0) }.map { max($0, 0) }
  }

  static func twips(emu text: String) -> Int? {
    Double(text).map { Int(min(max($0 / 635, -31_680), 31_680).rounded()) }
  }

  private mutating func add(picture node: XMLTree.NodeID, to sketch: inout Sketch) {
    let id = tree.tree.attribute(named: "embed", of: node)
    let relation = id.flatMap { source.relations[$0] }
    let part = relation.flatMap { $0.isExternal ? nil : $0.target } ?? ""
    sketch.pictures.append(
      (part.isEmpty ? nil : pictures.address(of: part, in: document.package), part, [0, 0, 0, 0]))
  }

  /// What a chart or a diagram says, as far as it is text.
  private func related(_ node: XMLTree.NodeID, _ kind: String) -> String {
    for (name, value) in tree.tree.attributes(of: node) where ["id", "dm"].contains(name.local) {
      guard let relation = source.relations[value], !relation.isExternal,
        let part = document.package.partName(relation.target),
        let inner = try? document.package.tree(of: part)
      else { continue }
      var words: [String] = []
      for node in 0..<inner.count
      where inner.kind(of: node) == .element && inner.name(of: node).local == "t" {
        let text = inner.string(of: node)
        if !text.isEmpty, words.count < 200 { words.append(text) }
      }
      if !words.isEmpty { return words.joined(separator: kind == "chart" ? " " : " · ") }
    }
    return kind
  }

  private func place(_ drawing: inout Drawing, _ sketch: Sketch) {
    guard !drawing.isInline else { return }
    let width = drawing.width ?? 0
    let section = pages.section
    let start: Int =
      switch sketch.horizontal.from {
      case "page", "leftMargin": -section.left
      default: 0
      }
    let room = sketch.horizontal.from == "page" ? section.width : flow.width
    let x: Int =
      switch sketch.horizontal.align {
      case "center": start + (room - width) / 2
      case "right", "outside": start + room - width
      case "left", "inside": start
      default: start + sketch.horizontal.offset
      }
    drawing.x = x
    switch sketch.wrap {
    case "wrapTopAndBottom": drawing.placement = .block
    case "wrapNone", "":
      if ["paragraph", "line", "character", ""].contains(sketch.vertical.from) {
        drawing.placement = .over(x: x, y: sketch.vertical.offset)
      } else {
        drawing.placement = x + width / 2 > flow.width / 2 ? .right : .left
      }
    default: drawing.placement = x + width / 2 > flow.width / 2 ? .right : .left
    }
  }

  private mutating func html(of sketch: Sketch, _ drawing: Drawing) -> String? {
    if sketch.pictures.isEmpty {
      if let chart = sketch.chart { return html(of: chart, sketch.title, drawing) }
      return sketch.label.map { box(sketch.title.isEmpty ? $0 : sketch.title, drawing) }
    }
    let shown = sketch.pictures.filter { $0.address != nil }
    guard !shown.isEmpty else {
      let name = sketch.pictures[0].part.split(separator: ".").last?.uppercased() ?? ""
      return box(sketch.title.isEmpty ? name : sketch.title, drawing)
    }
    return shown.map { picture in
      image(picture.address ?? "", sketch.title, crop: picture.crop, drawing, share: shown.count)
    }.joined()
  }

  /// Pages with more charts than this are not made for people.
  private static let chartLimit = 200

  /// The chart to which `c:chart` leads, if it can be drawn.
  private func chart(_ node: XMLTree.NodeID) -> Chart? {
    guard let id = tree.tree.attribute(named: "id", of: node), let relation = source.relations[id],
      !relation.isExternal, let part = document.package.partName(relation.target),
      chartCount < Self.chartLimit, let inner = try? document.package.tree(of: part)
    else { return nil }
    return Chart(reading: inner)
  }

  private mutating func html(of chart: Chart, _ title: String, _ drawing: Drawing) -> String {
    chartCount += 1
    // A pixel of the web is fifteen twentieths of a point.
    let width = max((drawing.width ?? 9000) / 15, 60)
    let svg = chart.svg(
      width: width, height: drawing.height.map { max($0 / 15, 60) }, id: "chart\(chartCount)",
      description: title.isEmpty ? chart.title : title)
    return "<span class=\"chart\" style=\"\(size(drawing))\">\(svg)</span>"
  }

  /// A box in place of what cannot be shown.
  private func box(_ label: String, _ drawing: Drawing) -> String {
    "<span class=\"none\" style=\"\(size(drawing))\">\(HTMLText.escaped(label))</span>"
  }

  private func size(_ drawing: Drawing, share: Int = 1) -> String {
    guard let width = drawing.width, let height = drawing.height else { return "max-width:100%" }
    return "width:\(CSS.points(width / share));height:\(CSS.points(height / share))"
  }

  private func image(
    _ address: String, _ title: String, crop: [Int], _ drawing: Drawing, share: Int
  ) -> String {
    let start = "<img src=\"\(address)\" alt=\"\(HTMLText.quoted(title))\""
    guard crop.contains(where: { $0 > 0 }), let width = drawing.width, let height = drawing.height
    else { return "\(start) style=\"\(size(drawing, share: share))\">" }
    let (across, down) = (
      max(100_000 - crop[0] - crop[2], 1000), max(100_000 - crop[1] - crop[3], 1000)
    )
    let (whole, high) = (width * 100_000 / across, height * 100_000 / down)
    let style =
      "left:\(CSS.points(-whole * crop[0] / 100_000));top:\(CSS.points(-high * crop[1] / 100_000))"
      + ";width:\(CSS.points(whole));height:\(CSS.points(high))"
    return "<span class=\"crop\" style=\"\(size(drawing))\">\(start) style=\"\(style)\"></span>"
  }

  // MARK: VML

  private mutating func shape(_ root: XMLTree.NodeID) -> Drawing {
    var drawing = Drawing()
    var sketch = Sketch()
    var position: [String: String] = [:]
    var walk = ElementWalk(below: root, in: tree)
    while let node = walk.next(in: tree) {
      switch tree.tree.name(of: node).local {
      case "shape", "rect", "roundrect", "oval", "line":
        guard position.isEmpty else { continue }
        position = Self.styles(tree.tree.attribute("style", of: node) ?? "")
        drawing.width = position["width"].flatMap { WordTree.length($0, unit: 15) }.map {
          max($0, 0)
        }
        drawing.height = position["height"].flatMap { WordTree.length($0, unit: 15) }.map {
          max($0, 0)
        }
        sketch.title = tree.tree.attribute("alt", of: node) ?? ""
        drawing.look.hasLine =
          tree.tree.attribute("stroked", of: node).map { $0 != "f" && $0 != "false" } ?? true
      case "imagedata":
        let id = tree.tree.attributes(of: node).first {
          ["id", "relid"].contains($0.name.local) && !$0.name.namespace.isEmpty
        }?.value
        let relation = id.flatMap { source.relations[$0] }
        let part = relation.flatMap { $0.isExternal ? nil : $0.target } ?? ""
        let address = part.isEmpty ? nil : pictures.address(of: part, in: document.package)
        sketch.pictures.append((address, part, [0, 0, 0, 0]))
        drawing.look.hasLine = false
      case "OLEObject":
        sketch.label = tree.tree.attribute("ProgID", of: node)
      case "txbxContent":
        drawing.boxes.append(node)
        walk.skip()
      default: continue
      }
    }
    if position["position"] == "absolute" {
      drawing.isInline = false
      let length = { (name: String) in position[name].flatMap { WordTree.length($0, unit: 15) } ?? 0
      }
      drawing.placement =
        ["page", "margin"].contains(position["mso-position-vertical-relative"] ?? "")
        ? .block : .over(x: length("margin-left"), y: length("margin-top"))
      if !drawing.boxes.isEmpty { drawing.placement = .block }
    }
    drawing.inlineHTML = html(of: sketch, drawing)
    return drawing
  }

  /// The declarations of a `style` attribute, to be looked at one by one.
  private static func styles(_ text: String) -> [String: String] {
    var styles: [String: String] = [:]
    for declaration in text.split(separator: ";").prefix(64) {
      let halves = declaration.split(separator: ":", maxSplits: 1).map { part in
        String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      if halves.count == 2 { styles[halves[0]] = halves[1] }
    }
    return styles
  }
}
