public import Diagnostics
public import Jinja

extension DocxTemplate {
  /// The data that the template reads, in all its parts.
  ///
  /// - Parameter filterKinds: What filters take that are not built in.
  /// - Returns: The fields; what is looked for with ``places(of:in:)``.
  public func fields(filterKinds: [String: FieldTree.Kind] = [:]) -> FieldTree {
    FieldTree(of: parts.map(\.program), environment: environment, filterKinds: filterKinds)
  }

  /// Where the template first reads values of its ``fields(filterKinds:)``, as a person finds it.
  ///
  /// - Complexity: linear in the parts and the values; for what is reported only.
  public func places(
    of nodes: [FieldTree.NodeID], in fields: FieldTree
  ) -> [FieldTree.NodeID: Place] {
    var places: [FieldTree.NodeID: Place] = [:]
    let found = nodes.compactMap { node in fields.places(of: node).first.map { (node, $0) } }
    for (index, part) in parts.enumerated() {
      let here = found.filter { $0.1.program == index }
      let spans = here.map(\.1.span)
      for (node, place) in zip(here, part.places(of: spans, file: file, in: package)) {
        places[node.0] = place
      }
    }
    return places
  }
}
