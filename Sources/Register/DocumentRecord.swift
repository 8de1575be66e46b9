public import CivilDates

/// A document of the register.
public struct DocumentRecord: Hashable, Sendable {
  /// The id under which files and people know it.
  public let id: String
  /// What the document is.
  public let kind: DocumentKind
  /// How far it has come, as of the last import.
  public let status: DocumentStatus
  /// The day on which the draft was ready.
  public let preparedAt: CivilDate
  /// The day on which it left the house, if it did.
  public let sentAt: CivilDate?
  /// The registration number; empty until the document management system has given one.
  public let number: String
  /// To whom it goes, as the file has it.
  public let addressee: String
  /// The file that the case data came from; empty if there is none.
  public let caseFile: String
  /// The case data, JSON as it was in the file.
  public let caseData: String?
}
