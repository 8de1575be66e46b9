public import CivilDates

/// A foreign organiser of gambling, to whom no payment may be made once a court has found so.
public struct OrganiserRecord: Hashable, Sendable {
  /// What a court decided.
  public struct CourtAct: Hashable, Sendable {
    /// The court.
    public var court: String
    /// The number of the act.
    public var number: String
    /// The day of the act.
    public var date: CivilDate

    /// An act of a court.
    public init(court: String, number: String, date: CivilDate) {
      self.court = court
      self.number = number
      self.date = date
    }
  }

  /// The id under which the house knows the organiser.
  public let id: String
  /// The name, as the court act has it.
  public let name: String
  /// The addresses of its sites, as they were entered.
  public let sites: [String]
  /// The act by which it is on the list; `nil` while there is none.
  public let courtAct: CourtAct?

  /// An organiser with its sites.
  public init(id: String, name: String, sites: [String], courtAct: CourtAct? = nil) {
    self.id = id
    self.name = name
    self.sites = sites
    self.courtAct = courtAct
  }
}
