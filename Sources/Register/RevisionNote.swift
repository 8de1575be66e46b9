public import CivilDates

/// What is kept of a write besides its data.
public struct RevisionNote: Hashable, Sendable {
  /// Who writes; may be empty where nobody is named.
  public var author: String
  /// Why; may be empty.
  public var reason: String
  /// The day of the write, as the caller has it.
  public var recordedOn: CivilDate?

  /// A note of a write.
  public init(author: String = "", reason: String = "", recordedOn: CivilDate? = nil) {
    self.author = author
    self.reason = reason
    self.recordedOn = recordedOn
  }
}

/// What a write was for.
public enum RevisionAction: String, Hashable, Sendable, CaseIterable {
  /// Tables were imported.
  case `import`
  /// Records were added one by one.
  case add
  /// Records were superseded by corrected ones.
  case edit
  /// A document came to another status.
  case status
  /// A document was given its number.
  case registration
  /// A document was linked to resources.
  case link
}
