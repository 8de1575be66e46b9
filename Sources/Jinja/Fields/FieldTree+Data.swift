public import JSON

extension FieldTree {
  /// How data and template do not fit each other, as far as can be told without rendering.
  public struct Comparison: Sendable {
    /// What the template needs and the data lacks, each once, with the path in the data.
    public var missing: [(node: NodeID, path: String)] = []
    /// Paths of the data that the template never reads, such as `payments[].note`.
    public var unused: [String] = []
    /// The paths that stand in either list.
    fileprivate var seen: Set<String> = []
  }

  /// Compares the fields with data for the template.
  ///
  /// - Complexity: linear in the data.
  public func comparison(with data: JSON) -> Comparison {
    var comparison = Comparison()
    compare(Self.root, data, "", &comparison)
    return comparison
  }

  private func compare(
    _ node: NodeID, _ data: JSON, _ path: String, _ comparison: inout Comparison
  ) {
    switch data {
    case .object(let given):
      // A typed value, such as rich text, is read as a whole.
      if given.contains(where: { $0.name == "$type" }) { return }
      guard node == Self.root || kind(of: node) == .object else { return }
      let members = Dictionary(members(of: node).map { (name(of: $0), $0) }) { first, _ in first }
      for member in given {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        if let known = members[member.name] ?? value(of: node) {
          compare(known, member.value, inner, &comparison)
        } else if !isOpen(node), comparison.seen.insert(inner).inserted {
          comparison.unused.append(inner)
        }
      }
      let names = Set(given.map(\.name))
      for member in self.members(of: node)
      where isRequired(member) && !names.contains(name(of: member)) {
        let inner = path.isEmpty ? name(of: member) : "\(path).\(name(of: member))"
        if comparison.seen.insert(inner).inserted { comparison.missing.append((member, inner)) }
      }
    case .array(let items):
      guard let item = item(of: node) else { return }
      for value in items { compare(item, value, path + "[]", &comparison) }
    default: break
    }
  }

  /// Whether the template may read any member of the object.
  private func isOpen(_ node: NodeID) -> Bool { nodes[node].uses.contains(.opened) }
}
