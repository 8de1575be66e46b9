import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// The filters of Russian templates.
  ///
  /// - `дата`, `дата("от")`, `("с")`, `("до")`, `("по")`, `("к")`, `("на")`: a date.
  /// - `год`, `год("года")`, `("за")`, `("в")`, `("с")`, `("с начала")`, `("по")`, `("до")`, `("к")`: a year.
  /// - `количество("проект")`, `количество("ссылка", "родительный")`: a number and what it counts; the words may have an adjective or be joined by «и».
  /// - `слово("ссылка", "родительный")`: the word alone as it stands after the number.
  /// - `сказуемое("подготовлен", "проект")`: a predicate that agrees with the number and the word.
  /// - `и`: a list with «и» before its last item.
  /// - `кавычки`: «…» around each text.
  static let russian: [String: Filter] = [
    "дата": { value, arguments throws(Fault) in
      let date = try date(value, arguments)
      let forms: KeyValuePairs<String, RussianDateForm> = [
        "от": .of, "с": .from, "до": .until, "по": .through, "к": .by, "на": .asOf,
      ]
      return .string(Russian.date(date, try form(0, arguments, forms, otherwise: .date)))
    },
    "год": { value, arguments throws(Fault) in
      let year = try year(value, arguments)
      let forms: KeyValuePairs<String, RussianYearForm> = [
        "год": .nominative, "года": .genitive, "за": .during, "в": .in, "с": .from,
        "с начала": .sinceStart, "по": .through, "до": .until, "к": .by,
      ]
      return .string(Russian.year(year, try form(0, arguments, forms, otherwise: .nominative)))
    },
    "количество": { value, arguments throws(Fault) in
      let number = try number(value, arguments)
      let phrase = try phrase(0, arguments)
      return .string(Russian.count(number, phrase, case: try grammaticalCase(1, arguments)))
    },
    "слово": { value, arguments throws(Fault) in
      let number = try number(value, arguments)
      let phrase = try phrase(0, arguments)
      return .string(
        Russian.agreeing(phrase, with: Figure(number), case: try grammaticalCase(1, arguments)))
    },
    "сказуемое": { value, arguments throws(Fault) in
      let number = try number(value, arguments)
      guard let predicate = try arguments.string(0, "сказуемое"),
        let word = try arguments.string(1, "слово")
      else { throw missingWord(arguments) }
      guard let noun = Russian.noun(word) else { throw unknownWord(word) }
      return .string(Russian.predicate(predicate, number: number, gender: noun.gender))
    },
    "и": { value, arguments throws(Fault) in
      .string(Russian.list(try texts(value, arguments)))
    },
    "кавычки": quoted,
  ]

  private static func phrase(
    _ index: Int, _ arguments: borrowing Arguments
  ) throws(Fault) -> RussianPhrase {
    guard let text = try arguments.string(index, "слово") else { throw missingWord(arguments) }
    guard let phrase = RussianPhrase(text) else { throw unknownWord(text) }
    return phrase
  }

  private static func grammaticalCase(
    _ index: Int, _ arguments: borrowing Arguments
  ) throws(Fault) -> RussianCase {
    guard let name = try arguments.string(index, "падеж") else { return .nominative }
    guard let grammaticalCase = RussianCase(name: name) else {
      let known = [
        "именительный", "родительный", "дательный", "винительный", "творительный", "предложный",
      ]
      throw unknownForm(name, of: arguments.callee, known: known)
    }
    return grammaticalCase
  }

  private static func unknownWord(_ word: String) -> Fault {
    Fault(
      "E126",
      Message(
        kk: "`\(word)` сөзін орысша септеу мүмкін емес",
        ru: "не удалось просклонять `\(word)`", en: "`\(word)` cannot be declined in Russian"))
  }
}
