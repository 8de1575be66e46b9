import XML

extension Chart {
  /// Reads a chart's part as far as it is columns or bars of numbers that stand in it.
  ///
  /// - Returns: `nil` for charts of other kinds, and for those that are too large to be drawn.
  init?(reading tree: XMLTree) {
    let reader = ChartReader(tree: tree)
    let plots = reader.all("plotArea").first.map { area in
      tree.children(of: area).filter { reader.name($0).hasSuffix("Chart") }
    }
    guard let plots, plots.count == 1, reader.name(plots[0]) == "barChart" else { return nil }
    let plot = plots[0]
    let isLying = reader.value("barDir", in: plot) == "bar"
    let isStacked = reader.value("grouping", in: plot) == "stacked"
    // Piles that lie, and shares of a hundred, are not drawn.
    let kind: Kind
    switch (isLying, isStacked, reader.value("grouping", in: plot)) {
    case (true, false, "clustered"): kind = .bar
    case (false, true, _): kind = .stacked
    case (false, false, "clustered"): kind = .column
    default: return nil
    }
    let nodes = tree.children(of: plot).filter { reader.name($0) == "ser" }
    guard (1...Self.maximumSeries).contains(nodes.count) else { return nil }
    let categories = reader.texts("cat", in: nodes[0])
    guard (1...Self.maximumCategories).contains(categories.count) else { return nil }
    var series: [Series] = []
    for node in nodes {
      let name = reader.child("tx", of: node).map { tx in
        reader.all("v", in: tx).map { tree.string(of: $0) }.joined()
      }
      let values = reader.texts("val", in: node).map { Double($0.isEmpty ? "0" : $0) }
      let numbers = values.compactMap { $0 }.filter { $0.isFinite && abs($0) < 1e15 }
      guard values.count == categories.count, numbers.count == values.count else { return nil }
      series.append(Series(name ?? "", numbers))
    }
    let title = reader.all("title").first { reader.isTitle($0) }.map { title in
      reader.all("t", in: title).map { tree.string(of: $0) }.joined()
    }
    self.init(kind, title: title ?? "", categories: categories, series: series)
  }
}

/// Looks for the elements of a chart by their local names.
private struct ChartReader {
  let tree: XMLTree

  func name(_ node: XMLTree.NodeID) -> String {
    tree.kind(of: node) == .element ? tree.name(of: node).local : ""
  }

  func all(_ name: String, in node: XMLTree.NodeID? = nil) -> [XMLTree.NodeID] {
    let node = node ?? tree.root
    return (node..<tree.end(of: node)).filter { self.name($0) == name }
  }

  func child(_ name: String, of node: XMLTree.NodeID) -> XMLTree.NodeID? {
    tree.children(of: node).first { self.name($0) == name }
  }

  func value(_ name: String, in node: XMLTree.NodeID) -> String? {
    child(name, of: node).flatMap { tree.attribute("val", of: $0) }
  }

  /// Whether a title is the chart's own, not that of an axis.
  func isTitle(_ node: XMLTree.NodeID) -> Bool {
    tree.parent(of: node).map { name($0) == "chart" } ?? false
  }

  /// The points of a series, each at its place; empty where there is none.
  func texts(_ element: String, in series: XMLTree.NodeID) -> [String] {
    guard let node = child(element, of: series),
      let count = all("ptCount", in: node).first.flatMap({ tree.attribute("val", of: $0) })
        .flatMap({ Int($0) }), (1...Chart.maximumCategories).contains(count)
    else { return [] }
    var texts = Array(repeating: "", count: count)
    for point in all("pt", in: node) {
      guard let index = tree.attribute("idx", of: point).flatMap({ Int($0) }),
        texts.indices.contains(index)
      else { continue }
      texts[index] = child("v", of: point).map { tree.string(of: $0) } ?? ""
    }
    return texts
  }
}
