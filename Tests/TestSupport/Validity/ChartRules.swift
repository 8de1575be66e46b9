import XML

/// What must be right within the part of a chart: axes that its bars name, series and points that occur once.
struct ChartRules {
  private(set) var faults: [DocumentFault] = []
  private let part: WordPart

  init(_ part: WordPart) { self.part = part }

  mutating func check() {
    guard name(part.tree.root) == "chartSpace" else { return }
    let axes = Set(
      all { $0.hasSuffix("Ax") && $0 != "crossAx" }.compactMap { value("axId", in: $0) })
    for node in all({ $0 == "axId" || $0 == "crossAx" }) {
      let id = part.tree.attribute("val", of: node) ?? ""
      if !axes.contains(id) { report("reference", node, "axis \(id) is not there") }
    }
    for key in ["idx", "order"] {
      var met: Set<String> = []
      for series in all({ $0 == "ser" }) {
        let number = value(key, in: series) ?? ""
        if !met.insert(number).inserted {
          report("unique", series, "\(key) \(number) occurs twice")
        }
      }
    }
    for list in all({ $0 == "strLit" || $0 == "numLit" }) {
      let count = value("ptCount", in: list).flatMap { Int($0) } ?? -1
      let points = part.tree.children(of: list).filter { name($0) == "pt" }
      let places = points.compactMap { part.tree.attribute("idx", of: $0).flatMap { Int($0) } }
      if Set(places).count != points.count || !places.allSatisfy({ (0..<count).contains($0) }) {
        report("value", list, "the points are not those of \(count) places")
      }
    }
  }

  private mutating func report(_ rule: String, _ node: XMLTree.NodeID, _ message: String) {
    faults.append(
      DocumentFault(rule: rule, part: part.name, place: part.place(of: node), message: message))
  }

  private func name(_ node: XMLTree.NodeID) -> String {
    part.language(node) == .chart ? part.tree.name(of: node).local : ""
  }

  private func all(_ isWanted: (String) -> Bool) -> [XMLTree.NodeID] {
    (0..<part.tree.count).filter { isWanted(name($0)) }
  }

  private func value(_ child: String, in node: XMLTree.NodeID) -> String? {
    part.tree.children(of: node).first { name($0) == child }
      .flatMap { part.tree.attribute("val", of: $0) }
  }
}
