public import CivilDates

/// A provision of an act on which a document rests.
public struct LegalBasis: Hashable, Sendable {
  /// The id of the act.
  public var act: String
  /// The article, with its point if there is one; empty for the act as a whole.
  public var article: String

  /// The article of an act.
  public init(act: String, article: String) {
    self.act = act
    self.article = article
  }
}

/// A document of the register.
public struct DocumentRecord: Hashable, Sendable {
  /// The id under which files and people know it.
  public let id: String
  /// What the document is.
  public let kind: DocumentKind
  /// How far it has come, as of the last write.
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
  /// The days on which it came to its statuses, as far as they were told; the draft's and the sending among them.
  public let dates: [DocumentStatus: CivilDate]
  /// The day by which the addressee must act.
  public let deadline: CivilDate?
  /// What it rests on, in the order in which it is cited.
  public let legalBases: [LegalBasis]

  /// A document; `dates` need not repeat the days of preparation and sending.
  public init(
    id: String, kind: DocumentKind, status: DocumentStatus, preparedAt: CivilDate,
    sentAt: CivilDate? = nil, number: String = "", addressee: String = "", caseFile: String = "",
    caseData: String? = nil, dates: [DocumentStatus: CivilDate] = [:], deadline: CivilDate? = nil,
    legalBases: [LegalBasis] = []
  ) {
    self.id = id
    self.kind = kind
    self.status = status
    self.preparedAt = preparedAt
    self.sentAt = sentAt
    self.number = number
    self.addressee = addressee
    self.caseFile = caseFile
    self.caseData = caseData
    var dates = dates
    dates[.draft] = preparedAt
    dates[.sent] = sentAt
    self.dates = dates
    self.deadline = deadline
    self.legalBases = legalBases
  }
}
