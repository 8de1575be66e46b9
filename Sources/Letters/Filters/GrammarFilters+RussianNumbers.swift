import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Russian numbers: with what they count, in words, in order, in money, and predicates that agree with them.
  static let russianNumbers: [String: GrammarFilter] = [
    "количество": .number { value, arguments, lexicons throws(Fault) in
      guard try arguments.string(0, "слово") != nil else {
        return .string(try figure(value, arguments).text)
      }
      let phrase = try phrase(0, arguments, lexicons)
      return .string(
        Russian.count(
          try figure(value, arguments), phrase, case: try russianCase(at: 1, arguments)))
    },
    "слово": .number { value, arguments, lexicons throws(Fault) in
      let phrase = try phrase(0, arguments, lexicons)
      return .string(
        Russian.agreeing(
          phrase, with: try figure(value, arguments), case: try russianCase(at: 1, arguments)))
    },
    "скобки": .number { value, arguments, lexicons throws(Fault) in
      let phrase = try phrase(0, arguments, lexicons)
      return .string(
        Russian.count(
          try figure(value, arguments), phrase, written: .both,
          case: try russianCase(at: 1, arguments)))
    },
    "прописью": .number { value, arguments, lexicons throws(Fault) in
      let figure = try figure(value, arguments)
      if let text = try arguments.string(0, "слово"), RussianCase(name: text) == nil,
        RussianGender(name: text) == nil
      {
        return .string(
          Russian.count(
            figure, try phrase(text, lexicons), written: .words,
            case: try russianCase(at: 1, arguments)))
      }
      let (grammaticalCase, gender) = try agreement(arguments)
      return .string(Russian.words(figure, case: grammaticalCase, gender: gender))
    },
    "порядковое": .number { value, arguments, _ throws(Fault) in
      let number = try integer(value, arguments)
      let (grammaticalCase, gender) = try agreement(arguments)
      return .string(Russian.digitsOrdinal(number, case: grammaticalCase, gender: gender))
    },
    "порядковоепрописью": .number { value, arguments, _ throws(Fault) in
      let number = try integer(value, arguments)
      let (grammaticalCase, gender) = try agreement(arguments)
      return .string(Russian.ordinalWords(number, case: grammaticalCase, gender: gender))
    },
    "сказуемое": .number { value, arguments, lexicons throws(Fault) in
      guard let predicate = try arguments.string(0, "сказуемое") else {
        throw missingWord(arguments)
      }
      let phrase = try phrase(1, arguments, lexicons)
      return .string(
        Russian.predicate(predicate, number: try figure(value, arguments), phrase))
    },
    "тенге": .number { value, arguments, _ throws(Fault) in
      let amount = try amount(value, arguments)
      let notations: KeyValuePairs<String, NumberNotation> = [
        "цифрами": .figures, "прописью": .words, "скобки": .both,
      ]
      var notation = NumberNotation.figures
      var grammaticalCase = RussianCase.nominative
      for name in try names(arguments) {
        if let known = notations.first(where: { $0.key == name })?.value {
          notation = known
        } else {
          grammaticalCase = try russianCase(name, arguments, others: notations.map(\.key))
        }
      }
      return .string(Russian.money(amount, notation, case: grammaticalCase))
    },
  ]

  /// A case and a gender, either or both, in any order.
  private static func agreement(
    _ arguments: borrowing Arguments
  ) throws(Fault) -> (RussianCase, RussianGender) {
    var grammaticalCase = RussianCase.nominative
    var gender = RussianGender.masculine
    for name in try names(arguments) {
      if let known = RussianGender(name: name) {
        gender = known
      } else {
        grammaticalCase = try russianCase(
          name, arguments, others: RussianGender.allCases.map(\.russianName))
      }
    }
    return (grammaticalCase, gender)
  }
}
