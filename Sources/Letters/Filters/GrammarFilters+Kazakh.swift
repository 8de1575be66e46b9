import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// The filters of Kazakh templates.
  ///
  /// - `күн`, `күн("дағы")`, `("жатыс")`, `("бастап")`, `("дейін")`, `("жағдай")`: a date.
  /// - `жыл`, `жыл("жылы")`, `("жылғы")`, `("бастап")`, `("дейін")`, `("басынан")`, `("соңына")`: a year.
  /// - `сан("жоба")`, `сан("жоба", "тәуелдік")`, `сан("сілтеме", "барыс")`: a number and what it counts.
  /// - `жалғау("барыс")`, `жалғау("тәуелдік", "барыс")`: a word, number, abbreviation or quoted name with endings.
  /// - `және`: a list with «және» before its last item.
  /// - `тырнақша`: «…» around each text.
  static let kazakh: [String: Filter] = [
    "күн": { value, arguments throws(Fault) in
      let date = try date(value, arguments)
      let forms: KeyValuePairs<String, KazakhDateForm> = [
        "атау": .nominative, "дағы": .attributive, "жатыс": .on, "бастап": .from,
        "дейін": .until, "жағдай": .asOf,
      ]
      return .string(Kazakh.date(date, try form(0, arguments, forms, otherwise: .nominative)))
    },
    "жыл": { value, arguments throws(Fault) in
      let year = try year(value, arguments)
      let forms: KeyValuePairs<String, KazakhYearForm> = [
        "жыл": .nominative, "жылы": .during, "жылғы": .attributive, "бастап": .from,
        "дейін": .until, "басынан": .sinceStart, "соңына": .untilEnd,
      ]
      return .string(Kazakh.year(year, try form(0, arguments, forms, otherwise: .nominative)))
    },
    "сан": { value, arguments throws(Fault) in
      let number = try number(value, arguments)
      guard let noun = try arguments.string(0, "сөз") else { throw missingWord(arguments) }
      let (possessive, grammaticalCase) = try endings(from: 1, arguments)
      return .string(
        Kazakh.count(number, noun, possessive: possessive, case: grammaticalCase))
    },
    "жалғау": { value, arguments throws(Fault) in
      let (possessive, grammaticalCase) = try endings(from: 0, arguments)
      if let number = value.integer {
        return .string(Kazakh.suffixed(number, possessive: possessive, case: grammaticalCase))
      }
      guard case .string(let word) = value else { throw .type(of: value, in: arguments.callee) }
      return .string(Kazakh.inflect(word, possessive: possessive, case: grammaticalCase))
    },
    "және": { value, arguments throws(Fault) in
      .string(Kazakh.list(try texts(value, arguments)))
    },
    "тырнақша": quoted,
  ]

  /// «…» around a text, or around each of a list.
  static let quoted: Filter = { value, _ throws(Fault) in
    if let items = value.list { return .array(items.map { .string("«\($0.text)»") }) }
    return .string("«\(value.text)»")
  }

  /// «тәуелдік» and a case, either or both, in this order.
  private static func endings(
    from start: Int, _ arguments: borrowing Arguments
  ) throws(Fault) -> (KazakhPossessive?, KazakhCase) {
    var possessive: KazakhPossessive?
    var grammaticalCase = KazakhCase.nominative
    var index = start
    while let name = try arguments.string(index, "жалғау") {
      if name == "тәуелдік", index == start {
        possessive = .third
      } else if let named = KazakhCase(name: name), grammaticalCase == .nominative {
        grammaticalCase = named
      } else {
        let known = ["тәуелдік", "ілік", "барыс", "табыс", "жатыс", "шығыс", "көмектес"]
        throw unknownForm(name, of: arguments.callee, known: known)
      }
      index += 1
      guard index < arguments.positional.count else { break }
    }
    return (possessive, grammaticalCase)
  }
}
