/// A preposition with which letters lean on something, and the case it asks for.
public enum RussianPreposition: String, Hashable, Sendable, CaseIterable {
  case accordingTo = "согласно"
  case inAccordanceWith = "в соответствии с"
  case onTheBasisOf = "на основании"
  case byVirtueOf = "в силу"
  case by = "по"
  case within = "в рамках"
  case inFulfilmentOf = "во исполнение"
  case `in` = "в"
  case about = "о"
  case to = "к"
  case with = "с"
  case from = "из"

  /// The case of the phrase behind it.
  public var governedCase: RussianCase {
    switch self {
    case .accordingTo, .by, .to: .dative
    case .inAccordanceWith, .with: .instrumental
    case .onTheBasisOf, .byVirtueOf, .within, .inFulfilmentOf, .from: .genitive
    case .in, .about: .prepositional
    }
  }
}
