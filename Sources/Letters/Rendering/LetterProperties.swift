import CivilDates
import OfficePackage

/// What a letter says of its own making, as properties of the document: with them its figures can be had again, though the
/// register has grown since.
enum LetterProperties {
  private static let kind = "Qoshat.LetterKind"
  private static let revision = "Qoshat.RegisterRevision"
  private static let asOf = "Qoshat.AsOf"

  /// A template with what all its letters say, written once for all of them; what a letter said from which the template
  /// was made is gone.
  static func marked(
    _ template: [UInt8], kind id: String
  ) throws(OfficePackageError) -> [UInt8] {
    var edit = try PackageEdit(OfficePackage(reading: template))
    edit.set(CustomProperty(kind, .text(id)))
    edit.set(CustomProperty(revision, nil))
    edit.set(CustomProperty(asOf, nil))
    return try edit.archived()
  }

  /// The register's write after which the figures of a finished letter were counted; `nil` for one that does not say.
  static func revision(of document: OfficePackage) -> Int? {
    guard let properties = try? document.customProperties(),
      case .integer(let number)? = properties.first(where: { $0.name == revision })?.value
    else { return nil }
    return Int(number)
  }

  /// What one letter says; one without figures, nothing.
  static func properties(of provenance: FigureProvenance?) -> [CustomProperty] {
    guard let provenance else { return [] }
    return [
      CustomProperty(revision, .integer(Int32(clamping: provenance.revision))),
      CustomProperty(asOf, .text(provenance.asOf.iso)),
    ]
  }
}
