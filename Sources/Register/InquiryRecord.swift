public import CivilDates

/// An incoming letter that wants a reply.
public struct InquiryRecord: Hashable, Sendable {
  /// The id under which the house knows it.
  public let id: String
  /// The sender's own number; may be empty.
  public let number: String
  /// The day that the sender put on it.
  public let date: CivilDate
  /// Who wrote.
  public let sender: String
  /// What it is about.
  public let subject: String
  /// The day on which it came in.
  public let receivedAt: CivilDate
  /// The id of the document that answers it.
  public let reply: String?

  /// An inquiry, answered or not yet.
  public init(
    id: String, number: String = "", date: CivilDate, sender: String, subject: String = "",
    receivedAt: CivilDate, reply: String? = nil
  ) {
    self.id = id
    self.number = number
    self.date = date
    self.sender = sender
    self.subject = subject
    self.receivedAt = receivedAt
    self.reply = reply
  }
}
