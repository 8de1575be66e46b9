import CivilDates

/// A person in both spellings, neither of which follows from the other.
public struct Person: Hashable, Sendable {
  public enum Gender: String, Hashable, Sendable, CaseIterable {
    case male, female
  }

  /// What a person was for some time.
  public struct Position: Hashable, Sendable {
    public let name: Bilingual
    public let validity: Validity
  }

  public let id: String
  public let surname: Bilingual
  /// With full stops and no spaces, such as `Е.`.
  public let initials: Bilingual
  /// The first name and the patronymic; empty where only initials are known.
  public let first: Bilingual
  public let patronymic: Bilingual
  public let gender: Gender
  public let positions: [Position]

  /// The position held on `date`.
  func position(on date: CivilDate) -> Bilingual? {
    positions.first { $0.validity.contains(date) }?.name
  }
}
