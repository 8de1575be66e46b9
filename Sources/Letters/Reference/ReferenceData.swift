public import CivilDates
public import Language

/// The time in which something of the reference data holds.
public struct Validity: Hashable, Sendable {
  public var from: CivilDate?
  public var to: CivilDate?

  /// Whether `date` lies in it.
  public func contains(_ date: CivilDate) -> Bool {
    (from.map { $0 <= date } ?? true) && (to.map { date <= $0 } ?? true)
  }
}

/// A legal act that letters cite.
public struct Act: Hashable, Sendable {
  public let id: String
  /// What kind of act it is.
  public let kind: LegalAct.Kind
  /// The official title without its quotes.
  public let title: Bilingual
  public let number: String
  public let date: CivilDate
  /// Who issued it, in the genitive, as citations print it; `nil` for laws.
  public let issuer: Bilingual?
  public let validity: Validity
  /// What took its place.
  public let successor: Bilingual?
}

/// A state body.
public struct Body: Hashable, Sendable {
  public let id: String
  public let name: Bilingual
  public let short: Bilingual
  /// The Russian name in the instrumental.
  public let instrumental: String
  /// The place in the reference data's file, which is the order in which letters list bodies.
  public let position: Int
  public let validity: Validity
  public let successor: Bilingual?
}

/// A person in both spellings, neither of which follows from the other.
public struct Person: Hashable, Sendable {
  public enum Gender: String, Hashable, Sendable, CaseIterable {
    case male, female
  }

  public let id: String
  public let surname: Bilingual
  /// With full stops and no spaces, such as `Е.`.
  public let initials: Bilingual
  /// The first name and the patronymic; empty where only initials are known.
  public let first: Bilingual
  public let patronymic: Bilingual
  public let gender: Gender
}

/// Something that letters speak of, with the one term that each language has for it.
public struct Concept: Hashable, Sendable {
  public let id: String
  /// In the dictionary form, a word or a phrase.
  public let term: Bilingual
  /// Words for it that letters do not use.
  public let deprecated: [LetterLanguage: [String]]
  /// Where the term was taken from.
  public let provenance: LexiconProvenance
}

/// What letters of every kind refer to: acts, bodies, people and terms, by id.
public struct ReferenceData: Hashable, Sendable {
  public var acts: [String: Act] = [:]
  public var bodies: [String: Body] = [:]
  public var people: [String: Person] = [:]
  public var concepts: [String: Concept] = [:]

  public init() {}
}
