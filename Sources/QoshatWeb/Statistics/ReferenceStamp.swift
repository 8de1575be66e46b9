import Files
import Letters

/// What changes when somebody edits the reference data.
enum ReferenceStamp {
  static func of(_ library: TemplateLibrary) throws -> String {
    try FileSystem.names(in: library.referenceFolder).map { name in
      FileSystem.stamp(of: "\(library.referenceFolder)/\(name)") ?? ""
    }.joined(separator: " ")
  }
}
