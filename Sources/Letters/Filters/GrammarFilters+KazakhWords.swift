import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Endings and particles of Kazakh words, names, figures and abbreviations.
  static let kazakhWords: [String: GrammarFilter] = [
    "жалғау": .word { value, arguments, lexicons throws(Fault) in
      var suffixes: [KazakhSuffix] = []
      for name in try names(arguments) { suffixes.append(try suffix(name, arguments)) }
      return try KazakhWordValue.adding(suffixes, to: value, arguments, lexicons)
    },
    "көптік": ending(.plural),
    "тәуелдік": .word { value, arguments, lexicons throws(Fault) in
      let owner = try form(0, arguments, owners, otherwise: .third)
      return try KazakhWordValue.adding([.possessive(owner)], to: value, arguments, lexicons)
    },
    "ілік": ending(.case(.genitive)),
    "барыс": ending(.case(.dative)),
    "табыс": ending(.case(.accusative)),
    "жатыс": ending(.case(.locative)),
    "шығыс": ending(.case(.ablative)),
    "көмектес": ending(.case(.instrumental)),
    "дағы": ending(.attributive),
    "ғы": ending(.temporal),
    "мен": particle(.with),
    "да": particle(.also),
    "шылау": .word { value, arguments, lexicons throws(Fault) in
      guard let name = try arguments.string(0, "сөз") else { throw missingWord(arguments) }
      guard let postposition = KazakhPostposition(rawValue: name) else {
        throw unknownForm(
          name, of: arguments.callee, known: KazakhPostposition.allCases.map(\.rawValue))
      }
      let word = try KazakhWordValue.adding(
        [.case(postposition.governedCase)], to: value, arguments, lexicons)
      return try KazakhWordValue.text(word, arguments, lexicons) { $0 + " " + name }
    },
    "және": .list { value, arguments, _ throws(Fault) in
      .string(Kazakh.list(try texts(value, arguments)))
    },
    "тырнақша": quoted,
    "үзілмес": unbroken,
  ]

  private static func ending(_ suffix: KazakhSuffix) -> GrammarFilter {
    .word { value, arguments, lexicons throws(Fault) in
      guard arguments.positional.isEmpty, arguments.named.isEmpty else {
        throw .arguments(of: arguments.callee)
      }
      return try KazakhWordValue.adding([suffix], to: value, arguments, lexicons)
    }
  }

  private static func particle(_ particle: KazakhParticle) -> GrammarFilter {
    .word { value, arguments, lexicons throws(Fault) in
      let next = try arguments.string(0, "сөз")
      return try KazakhWordValue.text(value, arguments, lexicons) { text in
        let form = Kazakh.particle(particle, after: text, lexicon: lexicons.kazakh)
        return text + " " + form + (next.map { " " + $0 } ?? "")
      }
    }
  }

  private static let owners: KeyValuePairs<String, KazakhPossessive> = [
    "ол": .third, "мен": .firstSingular, "біз": .firstPlural, "сен": .secondInformal,
    "сіз": .secondFormal,
  ]

  /// The suffix that a template calls by the name of a filter.
  private static func suffix(
    _ name: String, _ arguments: borrowing Arguments
  ) throws(Fault) -> KazakhSuffix {
    switch name {
    case "көптік": return .plural
    case "тәуелдік": return .possessive(.third)
    case "дағы": return .attributive
    case "ғы": return .temporal
    case "реттік": return .ordinal(.spoken)
    case "жинақтау": return .collective
    default:
      if let named = KazakhCase(name: name) { return .case(named) }
      throw unknownForm(name, of: arguments.callee, known: suffixNames)
    }
  }

  private static let suffixNames =
    ["көптік", "тәуелдік"] + KazakhCase.allCases.map(\.kazakhName)
    + ["дағы", "ғы", "реттік", "жинақтау"]

  /// «тәуелдік», a case and «дағы», each at most once and in this order: the endings of a counted noun.
  static func endings(
    from start: Int, _ arguments: borrowing Arguments
  ) throws(Fault) -> [KazakhSuffix] {
    var suffixes: [KazakhSuffix] = []
    for name in try names(arguments, from: start) {
      let suffix = try suffix(name, arguments)
      // After a numeral a Kazakh noun stays singular.
      guard suffix != .plural else {
        throw unknownForm(name, of: arguments.callee, known: Array(suffixNames.dropFirst()))
      }
      suffixes.append(suffix)
    }
    return suffixes
  }
}
