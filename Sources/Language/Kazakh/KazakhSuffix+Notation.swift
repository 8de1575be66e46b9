extension KazakhSuffix {
  /// Reads suffixes joined by «+» in the notation of grammars: `pl+px3+dat`, `ord-full`, `loc-attr`.
  ///
  /// - Returns: the suffixes, or `nil` if one of the names is not known. Whether the language has them in this order is
  ///   told by `Kazakh.attach`.
  public static func list(notation: some StringProtocol) -> [KazakhSuffix]? {
    var suffixes: [KazakhSuffix] = []
    for name in notation.split(separator: "+", omittingEmptySubsequences: false) {
      guard let suffix = KazakhSuffix(notation: name) else { return nil }
      suffixes.append(suffix)
    }
    return suffixes
  }

  /// Every name that ``list(notation:)`` understands.
  public static let notations = [
    "pl", "px1sg", "px2sg", "px2formal", "px3", "px1pl", "nom", "gen", "dat", "acc", "loc", "abl",
    "ins", "loc-attr", "attr", "sim", "ord-full", "ord-short", "coll",
  ]

  private init?(notation: some StringProtocol) {
    switch notation {
    case "pl": self = .plural
    case "px1sg": self = .possessive(.firstSingular)
    case "px2sg": self = .possessive(.secondInformal)
    case "px2formal": self = .possessive(.secondFormal)
    case "px3": self = .possessive(.third)
    case "px1pl": self = .possessive(.firstPlural)
    case "nom": self = .case(.nominative)
    case "gen": self = .case(.genitive)
    case "dat": self = .case(.dative)
    case "acc": self = .case(.accusative)
    case "loc": self = .case(.locative)
    case "abl": self = .case(.ablative)
    case "ins": self = .case(.instrumental)
    case "loc-attr": self = .attributive
    case "attr": self = .temporal
    case "sim": self = .similative
    case "ord-full": self = .ordinal(.spoken)
    case "ord-short": self = .ordinal(.short)
    case "coll": self = .collective
    default: return nil
    }
  }
}
