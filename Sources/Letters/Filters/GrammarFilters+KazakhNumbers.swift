import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Kazakh numbers: with what they count, in words, in order, in money.
  static let kazakhNumbers: [String: GrammarFilter] = [
    "сан": .number { value, arguments, lexicons throws(Fault) in
      let number = try figure(value, arguments).text
      guard try arguments.string(0, "сөз") != nil else { return .string(number) }
      return .string(try counted(number, arguments, lexicons))
    },
    "жақша": .number { value, arguments, lexicons throws(Fault) in
      let number = Kazakh.number(try figure(value, arguments), written: .both)
      guard try arguments.string(0, "сөз") != nil else { return .string(number) }
      return .string(try counted(number, arguments, lexicons))
    },
    "сөзбен": .number { value, arguments, lexicons throws(Fault) in
      let words = Kazakh.words(try figure(value, arguments))
      guard try arguments.string(0, "сөз") != nil else { return .string(words) }
      return .string(try counted(words, arguments, lexicons))
    },
    "рет": .number { value, arguments, lexicons throws(Fault) in
      let number = try integer(value, arguments)
      guard let noun = try arguments.string(0, "сөз") else { throw missingWord(arguments) }
      let word = try inflected(noun, from: 1, arguments, lexicons)
      return .string(Kazakh.ordinal(number, style: .bareHyphen) + word)
    },
    "реттік": .number { value, arguments, _ throws(Fault) in
      let number = try integer(value, arguments)
      let style = try form(0, arguments, ordinalStyles, otherwise: OrdinalStyle.figures(.spoken))
      switch style {
      case .figures(let style): return .string(Kazakh.ordinal(number, style: style))
      case .words: return .string(Kazakh.ordinalWords(number))
      }
    },
    "теңге": .number { value, arguments, _ throws(Fault) in
      let amount = try amount(value, arguments)
      var notation = NumberNotation.figures
      var grammaticalCase = KazakhCase.nominative
      for name in try names(arguments) {
        if let known = notations.first(where: { $0.key == name })?.value {
          notation = known
        } else if let known = KazakhCase(name: name) {
          grammaticalCase = known
        } else {
          throw unknownForm(
            name, of: arguments.callee,
            known: notations.map(\.key) + KazakhCase.allCases.map(\.kazakhName))
        }
      }
      return .string(Kazakh.money(amount, notation, case: grammaticalCase))
    },
  ]

  private enum OrdinalStyle {
    case figures(KazakhOrdinalStyle)
    case words
  }

  private static let ordinalStyles: KeyValuePairs<String, OrdinalStyle> = [
    "айтылуынша": .figures(.spoken), "толық": .figures(.full), "қысқа": .figures(.short),
    "сөзбен": .words,
  ]

  private static let notations: KeyValuePairs<String, NumberNotation> = [
    "цифрмен": .figures, "сөзбен": .words, "жақша": .both,
  ]

  /// A number with what it counts: «172 жобасы», «10 (он) жұмыс күні».
  private static func counted(
    _ number: String, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons
  ) throws(Fault) -> String {
    guard let noun = try arguments.string(0, "сөз") else { throw missingWord(arguments) }
    return number + "\u{A0}" + (try inflected(noun, from: 1, arguments, lexicons))
  }

  private static func inflected(
    _ noun: String, from start: Int, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons
  ) throws(Fault) -> String {
    let suffixes = try endings(from: start, arguments)
    return try KazakhWordValue.adding(suffixes, to: .string(noun), arguments, lexicons).text
  }
}
