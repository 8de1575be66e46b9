/// A Russian adjective or participle of the regular declensions.
///
///     RussianAdjective("рекомендательное")?.form(.plural, .masculine, .genitive)  // "рекомендательных"
public struct RussianAdjective: Hashable, Sendable {
  private enum Declension {
    /// новый, основной, государственный.
    case hard
    /// последний, внешний.
    case soft
    /// реагирующий, хороший: е where the hard declension has о.
    case sibilant
    /// третий: the soft sign before its endings.
    case possessive
  }

  private let stem: String
  private let declension: Declension
  /// ой instead of ый, ий.
  private let hasStressedEnding: Bool
  /// -ся of participles: «обратившийся».
  private let reflexive: String

  /// Reads an adjective in the nominative singular of any gender; `nil` if it has no adjective's ending.
  public init?(_ word: String) {
    var letters = word
    let isReflexive = letters.hasSuffix("ся")
    if isReflexive { letters.removeLast(2) }
    reflexive = isReflexive ? "ся" : ""
    guard letters.count > 3 else { return nil }
    let ending = String(letters.suffix(2))
    stem = String(letters.dropLast(2))
    hasStressedEnding = ending == "ой"
    let isSibilant = stem.last.map { "жчшщ".contains($0) } ?? false
    switch ending {
    case _ where stem.lowercased() == "трет": declension = .possessive
    case "ая" where isSibilant && !["больш", "чуж"].contains(where: stem.lowercased().hasSuffix):
      declension = .sibilant
    // Куцего, белолицая: ц has the endings of a sibilant, but keeps its ы.
    case "ый" where stem.hasSuffix("ц"), "ая" where stem.hasSuffix("ц"),
      "ее" where stem.hasSuffix("ц"):
      declension = .sibilant
    case "ый", "ой", "ая", "ое": declension = .hard
    case "ий" where stem.last.map { "гкх".contains($0) } ?? false: declension = .hard
    case "ий" where isSibilant, "ее" where isSibilant: declension = .sibilant
    case "ий" where stem.hasSuffix("н"), "ее" where stem.hasSuffix("н"), "яя": declension = .soft
    default: return nil
    }
  }

  /// Reads an adjective in the instrumental singular masculine: «незаконным», «действующим».
  init?(instrumental word: String) {
    guard word.hasSuffix("ым") || word.hasSuffix("им") else { return nil }
    self.init(word.dropLast() + "й")
  }

  /// Reads an adjective in the nominative plural: «персональные», «последние».
  ///
  /// A noun in -ие looks the same, so that its place must show that it is an adjective.
  init?(plural word: String) {
    guard word.hasSuffix("ые") || word.hasSuffix("ие") else { return nil }
    self.init(word.dropLast() + "й")
  }

  /// The form that agrees with a noun; the gender matters in the singular only.
  public func form(
    _ number: GrammaticalNumber, _ gender: RussianGender, _ grammaticalCase: RussianCase,
    isAnimate: Bool = false
  ) -> String {
    var grammaticalCase = grammaticalCase
    if grammaticalCase == .accusative, number == .plural || gender == .masculine {
      grammaticalCase = isAnimate ? .genitive : .nominative
    }
    let ending =
      number == .plural
      ? pluralEnding(grammaticalCase) : singularEnding(gender, grammaticalCase)
    return stem + ending + reflexive
  }

  private var isSoft: Bool { declension == .soft || declension == .possessive }
  /// ь before the endings of «третий», of which its nominative keeps only the ий.
  private var sign: String { declension == .possessive ? "ь" : "" }
  /// о or е.
  private var o: String { declension == .hard ? "о" : "е" }
  /// ы or и, as the letters before allow.
  private var y: String {
    let needsI = stem.last.map { "гкхжчшщ".contains($0) } ?? false
    return needsI || isSoft ? "и" : "ы"
  }

  private func singularEnding(_ gender: RussianGender, _ grammaticalCase: RussianCase) -> String {
    if gender == .feminine {
      return switch grammaticalCase {
      case .nominative:
        declension == .possessive ? sign + "я" : isSoft ? "яя" : "ая"
      case .accusative: declension == .possessive ? sign + "ю" : isSoft ? "юю" : "ую"
      default: sign + o + "й"
      }
    }
    switch grammaticalCase {
    case .nominative where gender == .masculine: return (hasStressedEnding ? "о" : y) + "й"
    case .nominative, .accusative: return declension == .possessive ? sign + "е" : o + "е"
    case .genitive: return sign + o + "го"
    case .dative: return sign + o + "му"
    case .instrumental: return sign + y + "м"
    case .prepositional: return sign + o + "м"
    }
  }

  private func pluralEnding(_ grammaticalCase: RussianCase) -> String {
    switch grammaticalCase {
    case .nominative, .accusative: sign + y + (declension == .possessive ? "" : "е")
    case .genitive, .prepositional: sign + y + "х"
    case .dative: sign + y + "м"
    case .instrumental: sign + y + "ми"
    }
  }
}
