/// A word behind a phrase that shows what the phrase is to the sentence, and the case it asks for.
///
///     Kazakh.phrase("Жарғы", .accordingTo)  // "Жарғыға сәйкес"
public enum KazakhPostposition: String, Hashable, Sendable, CaseIterable {
  case accordingTo = "сәйкес"
  case concerning = "қатысты"
  case against = "қарсы"
  case until = "дейін"
  case dueTo = "байланысты"
  case onTheBasisOf = "негізінде"
  case by = "бойынша"
  case about = "туралы"
  case through = "арқылы"
  case within = "шеңберінде"
  case forThePurposeOf = "мақсатында"
  case `for` = "үшін"
  case since = "бастап"
  case after = "кейін"
  case besides = "басқа"
  case togetherWith = "бірге"
  case alongWith = "қатар"

  /// The case of the phrase before it.
  public var governedCase: KazakhCase {
    switch self {
    case .accordingTo, .concerning, .against, .until, .dueTo: .dative
    case .onTheBasisOf, .by, .about, .through, .within, .forThePurposeOf, .for: .nominative
    case .since, .after, .besides: .ablative
    case .togetherWith, .alongWith: .instrumental
    }
  }
}

extension Kazakh {
  /// Returns `phrase`, in its dictionary form, with `postposition` and in the case it asks for.
  public static func phrase(
    _ phrase: String, _ postposition: KazakhPostposition, lexicon: ReadingLexicon = .builtIn
  ) -> String {
    inflect(phrase, case: postposition.governedCase, lexicon: lexicon) + " "
      + postposition.rawValue
  }
}
