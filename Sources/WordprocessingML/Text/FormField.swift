import XML

extension WordTree {
  /// What a form field shows that has no result of its own: the chosen entry of its list, or its box with or without a mark (ECMA-376 part 1, §17.16.7 and §17.16.9).
  func formText(of field: XMLTree.NodeID) -> String {
    guard let data = child(named: "ffData", of: field) else { return "" }
    if let list = child(named: "ddList", of: data) {
      let entries = tree.children(of: list).filter {
        tree.kind(of: $0) == .element && tree.name(of: $0).local == "listEntry"
      }
      let chosen =
        (child(named: "result", of: list) ?? child(named: "default", of: list))
        .flatMap { number("val", of: $0) } ?? 0
      return entries.indices.contains(chosen)
        ? attribute("val", of: entries[chosen]) ?? "" : ""
    }
    guard let box = child(named: "checkBox", of: data) else { return "" }
    let state = child(named: "checked", of: box) ?? child(named: "default", of: box)
    return state.map { isOn($0) } ?? false ? "☒" : "☐"
  }
}
