import OfficePackage
import XML

/// Whether Word opens a document without a word: the rules of packages (ECMA-376 part 2), the order of elements (part 1, annex A), and what must be unique or be there.
public enum DocumentValidity {
  /// All faults of a document.
  public static func faults(in bytes: [UInt8]) -> [DocumentFault] {
    var faults = ArchiveRules.faults(in: bytes)
    do throws(OfficePackageError) {
      var rules = PackageRules(try OfficePackage(reading: bytes))
      try rules.check()
      faults += rules.faults
    } catch {
      faults.append(
        DocumentFault(rule: "package", part: error.part, place: "", message: "\(error.code)"))
    }
    return faults
  }

  /// The faults of a document that no document has from which it was made.
  ///
  /// Whoever fills a template with a fault of its own gets that fault back, and no other.
  public static func faults(in bytes: [UInt8], madeFrom sources: [[UInt8]]) -> [DocumentFault] {
    let found = faults(in: bytes)
    KeptDocuments.keep(bytes, madeFrom: sources)
    guard !found.isEmpty else { return [] }
    let known = Set(sources.flatMap { faults(in: $0) }.map(\.kind))
    return found.filter { !known.contains($0.kind) }
  }
}
