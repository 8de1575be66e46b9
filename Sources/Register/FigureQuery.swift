public import CivilDates

/// Which documents a figure is about.
public struct DocumentSelection: Hashable, Sendable {
  /// The event by which a document belongs to a period.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// Its draft was ready: counted by the day of preparation.
    case prepared
    /// It left the house: counted by the day of sending.
    case sent
  }

  /// Documents of any of these kinds; of none if it is empty.
  public var kinds: Set<DocumentKind>
  /// Prepared or sent.
  public var state: State
  /// Only documents that concern at least one resource of this channel; `nil` for any or none.
  public var concerning: Channel?

  /// Prepared documents of `kinds` unless told otherwise.
  public init(
    kinds: Set<DocumentKind>, state: State = .prepared, concerning: Channel? = nil
  ) {
    self.kinds = kinds
    self.state = state
    self.concerning = concerning
  }
}

/// Which resources a figure is about.
public enum ResourceSelection: Hashable, Sendable {
  /// Entered in the period.
  case entered(channel: Channel?)
  /// Named by at least one of the documents, which belong to the period; the day of entry does not matter.
  case covered(by: DocumentSelection, channel: Channel?)
  /// Entered in the period and named by a document of one of the kinds that was sent by the as-of date, also after the period.
  case actedUpon(by: Set<DocumentKind>, channel: Channel?)
}

/// What to count: a figure of a letter in terms of the register.
///
/// A document counts once; so does a canonical URL, however many documents name it. Refused and revoked documents do
/// not count. Nothing after the as-of date counts, even if the period ends later.
public struct FigureQuery: Hashable, Sendable {
  /// The things that are counted.
  public enum Subject: Hashable, Sendable {
    case documents(DocumentSelection)
    case resources(ResourceSelection)
    /// State bodies that entered at least one resource in the period.
    case bodies(channel: Channel?)
  }

  /// What is counted.
  public var subject: Subject
  /// The days that the figure is about; both ends belong to it.
  public var period: Period
  /// The last day that is known to the letter.
  public var asOf: CivilDate

  /// Counts `subject` over `period` as it was known on `asOf`.
  public init(_ subject: Subject, during period: Period, asOf: CivilDate) {
    self.subject = subject
    self.period = period
    self.asOf = asOf
  }
}
