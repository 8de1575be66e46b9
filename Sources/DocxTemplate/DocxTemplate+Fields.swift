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

/// A value that a template reads, where a person finds it.
public struct TemplateReading: Sendable {
  /// The names that lead to the value.
  public let path: [String]
  public let purpose: Reading.Purpose
  public let place: Place
  /// What must be so for the value to be read, the outermost first.
  public let circumstances: [Reading.Circumstance]
}

extension DocxTemplate {
  /// What the template reads of the value `name` of its context, in the order of its text.
  ///
  /// - Complexity: linear in the parts; for checks only.
  public func readings(of name: String) -> [TemplateReading] {
    parts.flatMap { $0.located($0.program.readings(of: name), file: file, in: package) }
  }

  /// Everything that the template reads, part by part in the order of the text, as `Program.readings` tells it.
  ///
  /// - Complexity: linear in the parts; for checks only.
  public var readings: [TemplateReading] {
    parts.flatMap { $0.located($0.program.readings, file: file, in: package) }
  }
}
