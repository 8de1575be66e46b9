public import CivilDates
public import Letters
public import Register

/// A form in which a letter is written.
public enum LetterForm: String, Sendable, CaseIterable {
  /// The Word document and the plain text, which every letter of an export has.
  case docx, txt
  case html
  /// Made by LibreOffice.
  case pdf
}

/// Which letters an export shall have, in which forms and under which names.
public struct ExportRequest: Sendable {
  public var period: Period
  /// The last day that the period report counts.
  public var asOf: CivilDate
  /// The register as it was after this write.
  public var revision: Int
  /// Whether a document belongs to the period in which it was prepared, or in which it was sent.
  public var dating = DocumentSelection.State.prepared
  /// The letter kinds, the period report's among them; all where it is `nil`.
  public var kinds: [String]?
  /// The statuses; all but those of withdrawn documents where it is `nil`.
  public var statuses: Set<DocumentStatus>?
  public var forms: Set<LetterForm> = [.docx, .txt]
  public var names = FileNamePattern.standard
  /// The part of the letters that this machine writes; all where it is `nil`.
  public var shard: Shard?
  /// Rules that letters may break, with reasons.
  public var allowances: [Allowance] = []
  /// The version of the program, which manifests name.
  public var program: String

  public init(period: Period, asOf: CivilDate, revision: Int, program: String) {
    self.period = period
    self.asOf = asOf
    self.revision = revision
    self.program = program
  }
}
