import OfficePackage
import XML

extension WordDocument {
  /// A chart of the document's body.
  public struct PlacedChart: Sendable {
    public let chart: Chart
    /// What its author wrote for those who do not see it.
    public let alternativeText: String
  }

  /// The charts of the body that can be drawn, by the number of the paragraph in which they stand.
  public func charts() -> [Int: [PlacedChart]] {
    var charts: [Int: [PlacedChart]] = [:]
    let tree = body.tree
    var paragraph = 0
    var alternativeText = ""
    for node in 0..<tree.tree.count where tree.tree.kind(of: node) == .element {
      if tree.element(node) == .p { paragraph += 1 }
      switch tree.tree.name(of: node).local {
      case "docPr": alternativeText = tree.tree.attribute("descr", of: node) ?? ""
      case "chart":
        guard let chart = chart(at: node, in: body) else { continue }
        charts[paragraph, default: []].append(
          PlacedChart(chart: chart, alternativeText: alternativeText))
      default: continue
      }
    }
    return charts
  }

  /// The chart to which `c:chart` of a story leads.
  private func chart(at node: XMLTree.NodeID, in story: Story) -> Chart? {
    guard
      let id = story.tree.tree.attributes(of: node).first(where: { $0.name.local == "id" })?.value,
      let link = relationships[story.part]?.first(where: { $0.id == id && !$0.isExternal }),
      let part = package.partName(link.target), let tree = try? package.tree(of: part)
    else { return nil }
    return Chart(reading: tree)
  }
}
