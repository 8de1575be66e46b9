import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Russian names of people, positions, salutations, and places in acts of law.
  static let russianNames: [String: GrammarFilter] = [
    "фио": .object(["surname": .string("Тугжанов"), "initials": .string("Е. С.")]) {
      value, arguments, lexicons throws(Fault) in
      let name = try russianName(value, arguments, lexicons)
      let (format, grammaticalCase) = try nameForm(arguments, from: 0)
      return .string(name.form(format, case: grammaticalCase))
    },
    "должность": .object(["surname": .string("Тугжанов"), "initials": .string("Е. С.")]) {
      value, arguments, lexicons throws(Fault) in
      let name = try russianName(value, arguments, lexicons)
      guard let position = try arguments.string(0, "должность") else {
        throw missingWord(arguments)
      }
      let (format, grammaticalCase) = try nameForm(
        arguments, from: 1, otherwise: .surnameInitials)
      guard
        let text = Russian.titled(
          name, position: position, format, case: grammaticalCase, lexicon: lexicons.russian)
      else { throw unknownWord(position) }
      return .string(text)
    },
    "уважаемый": GrammarFilter([.object, .string, .list], example: .string("депутат")) {
      value, arguments, lexicons throws(Fault) in
      if case .string(let noun) = value {
        guard let salutation = Russian.salutation(toAll: noun) else { throw unknownWord(noun) }
        return .string(salutation)
      }
      if let people = value.list {
        var names: [String] = []
        for person in people {
          names.append(try russianName(person, arguments, lexicons).form(.given))
        }
        return .string(Russian.salutation(toSeveral: names))
      }
      let name = try russianName(value, arguments, lexicons)
      guard let gender = name.gender else { throw unknownGender(name.surname, arguments) }
      return .string(
        Russian.salutation(name.form(.given), to: gender == .feminine ? .woman : .man))
    },
    "статья": .object(actExample) { value, arguments, _ throws(Fault) in
      let (reference, naming) = try legalReference(value, arguments)
      guard let name = try arguments.string(0, "падеж") else {
        return .string(Russian.reference(reference, naming: naming))
      }
      if let known = RussianPreposition(rawValue: name) {
        return .string(Russian.reference(reference, known, naming: naming))
      }
      let grammaticalCase = try russianCase(
        name, arguments, others: RussianPreposition.allCases.map(\.rawValue))
      return .string(Russian.reference(reference, case: grammaticalCase, naming: naming))
    },
  ]

  private static let russianNameForms: KeyValuePairs<String, RussianPersonName.Format> = [
    "полностью": .full, "имя впереди": .givenFirst, "имя отчество": .given,
    "фамилия": .surname, "фамилия и.о.": .surnameInitials, "и.о. фамилия": .initialsSurname,
    "фамилия и.": .surnameInitial, "и. фамилия": .initialSurname,
  ]

  /// How a name is written, and its case, in any order.
  private static func nameForm(
    _ arguments: borrowing Arguments, from start: Int,
    otherwise: RussianPersonName.Format = .initialSurname
  ) throws(Fault) -> (RussianPersonName.Format, RussianCase) {
    var format = otherwise
    var grammaticalCase = RussianCase.nominative
    for name in try names(arguments, from: start) {
      if let known = russianNameForms.first(where: { $0.key == name })?.value {
        format = known
      } else {
        grammaticalCase = try russianCase(
          name, arguments, others: russianNameForms.map(\.key))
      }
    }
    return (format, grammaticalCase)
  }

  private static func russianName(
    _ value: Value, _ arguments: borrowing Arguments, _ lexicons: GrammarLexicons
  ) throws(Fault) -> RussianPersonName {
    let person = try object(value, arguments)
    guard let surname = text(of: "surname", in: person) else { throw noSurname(arguments) }
    let gender: RussianGender? =
      switch text(of: "gender", in: person) {
      case "male": .masculine
      case "female": .feminine
      default: nil
      }
    do throws(RussianPersonName.Failure) {
      return try RussianPersonName(
        surname: surname,
        first: text(of: "first", in: person) ?? text(of: "initials", in: person) ?? "",
        patronymic: text(of: "patronymic", in: person) ?? "", gender: gender,
        names: lexicons.names)
    } catch {
      throw unknownGender(surname, arguments)
    }
  }

  private static func unknownGender(
    _ surname: String, _ arguments: borrowing Arguments
  ) -> Fault {
    Fault(
      "E122",
      Message(
        kk: "`\(arguments.callee)`: «\(surname)» – ер ме, әйел ме, аты-жөнінен білінбейді",
        ru: "`\(arguments.callee)`: по имени «\(surname)» не видно, мужчина это или женщина",
        en: "`\(arguments.callee)`: the name «\(surname)» does not tell a man from a woman"),
      hint: Message(
        kk: "`gender` мәнін беріңіз: `male` не `female`",
        ru: "укажите `gender`: `male` или `female`", en: "give `gender`: `male` or `female`"))
  }
}
