import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Russian words and phrases in a case and number, lists, prepositions.
  static let russianWords: [String: GrammarFilter] = [
    "падеж": .text { value, arguments, lexicons throws(Fault) in
      var number = GrammaticalNumber.singular
      var grammaticalCase = RussianCase.nominative
      for name in try names(arguments) {
        if let known = numbers.first(where: { $0.key == name })?.value {
          number = known
        } else {
          grammaticalCase = try russianCase(name, arguments, others: numbers.map(\.key))
        }
      }
      let phrase = try phrase(value.text, lexicons)
      return .string(phrase.form(number, grammaticalCase))
    },
    "множественное": .text { value, arguments, lexicons throws(Fault) in
      let grammaticalCase = try russianCase(at: 0, arguments)
      return .string(try phrase(value.text, lexicons).form(.plural, grammaticalCase))
    },
    "родительный": inCase(.genitive),
    "дательный": inCase(.dative),
    "винительный": inCase(.accusative),
    "творительный": inCase(.instrumental),
    "предложный": inCase(.prepositional),
    "предлог": .text { value, arguments, _ throws(Fault) in
      guard let name = try arguments.string(0, "предлог") else { throw missingWord(arguments) }
      return .string(Russian.preposition(name, before: value.text) + " " + value.text)
    },
    "и": .list { value, arguments, _ throws(Fault) in
      .string(Russian.list(try texts(value, arguments)))
    },
    "кавычки": quoted,
    "неразрывно": unbroken,
  ]

  private static let numbers: KeyValuePairs<String, GrammaticalNumber> = [
    "единственное": .singular, "множественное": .plural,
  ]

  private static func inCase(_ grammaticalCase: RussianCase) -> GrammarFilter {
    .text { value, arguments, lexicons throws(Fault) in
      guard arguments.positional.isEmpty, arguments.named.isEmpty else {
        throw .arguments(of: arguments.callee)
      }
      return .string(try phrase(value.text, lexicons).form(.singular, grammaticalCase))
    }
  }

  /// A phrase in the nominative singular, ready to be declined.
  static func phrase(
    _ text: String, _ lexicons: GrammarLexicons
  ) throws(Fault) -> RussianPhrase {
    guard let phrase = lexicons.phrase(text) else { throw unknownWord(text) }
    return phrase
  }

  /// The phrase that an argument names.
  static func phrase(
    _ index: Int, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons
  ) throws(Fault) -> RussianPhrase {
    guard let text = try arguments.string(index, "слово") else { throw missingWord(arguments) }
    return try phrase(text, lexicons)
  }

  /// The case that an argument names; the nominative where there is none.
  static func russianCase(
    at index: Int, _ arguments: borrowing Arguments
  ) throws(Fault) -> RussianCase {
    guard let name = try arguments.string(index, "падеж") else { return .nominative }
    return try russianCase(name, arguments, others: [])
  }

  static func russianCase(
    _ name: String, _ arguments: borrowing Arguments, others: [String]
  ) throws(Fault) -> RussianCase {
    if let grammaticalCase = RussianCase(name: name) { return grammaticalCase }
    throw unknownForm(
      name, of: arguments.callee, known: others + RussianCase.allCases.map(\.russianName))
  }

  static func unknownWord(_ word: String) -> Fault {
    Fault(
      "E126",
      Message(
        kk: "`\(word)` сөзін орысша септеу мүмкін емес",
        ru: "не удалось просклонять `\(word)`", en: "`\(word)` cannot be declined in Russian"),
      hint: Message(
        kk: "сөзді `reference/nouns.yaml` файлына барлық тұлғасымен жазыңыз",
        ru: "впишите слово со всеми формами в `reference/nouns.yaml`",
        en: "enter the word with all its forms in `reference/nouns.yaml`"))
  }
}
