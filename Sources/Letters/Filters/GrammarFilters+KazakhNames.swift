import Diagnostics
import Jinja
import Language

extension GrammarFilters {
  /// Kazakh names of people, salutations, and places in acts of law.
  static let kazakhNames: [String: GrammarFilter] = [
    "есім": .object(["surname": .string("Тоғжанов"), "initials": .string("Е.")]) {
      value, arguments, lexicons throws(Fault) in
      let name = try kazakhName(value, arguments)
      var nameForm = KazakhNameForm.initialFirst
      var grammaticalCase = KazakhCase.nominative
      for text in try names(arguments) {
        if let known = kazakhNameForms.first(where: { $0.key == text })?.value {
          nameForm = known
        } else if let known = KazakhCase(name: text) {
          grammaticalCase = known
        } else {
          throw unknownForm(
            text, of: arguments.callee,
            known: kazakhNameForms.map(\.key) + KazakhCase.allCases.map(\.kazakhName))
        }
      }
      return .string(name.written(nameForm, case: grammaticalCase, lexicon: lexicons.kazakh))
    },
    "құрметті": GrammarFilter([.object, .string, .list], example: .string("депутат")) {
      value, arguments, lexicons throws(Fault) in
      if case .string(let noun) = value {
        return .string(Kazakh.salutation(toAll: noun, lexicon: lexicons.kazakh))
      }
      if let people = value.list {
        var names: [String] = []
        for person in people {
          names.append(try kazakhName(person, arguments).written(.firstAndPatronymic))
        }
        return .string(Kazakh.salutation(toSeveral: names))
      }
      return .string(
        Kazakh.salutation(try kazakhName(value, arguments).written(.firstAndPatronymic)))
    },
    "бап": .object(actExample) { value, arguments, _ throws(Fault) in
      let (reference, naming) = try legalReference(value, arguments)
      guard let name = try arguments.string(0, "септік") else {
        return .string(Kazakh.reference(reference, naming: naming))
      }
      if let known = KazakhCase(name: name) {
        return .string(Kazakh.reference(reference, case: known, naming: naming))
      }
      if let known = KazakhPostposition(rawValue: name) {
        return .string(Kazakh.reference(reference, known, naming: naming))
      }
      throw unknownForm(
        name, of: arguments.callee,
        known: KazakhCase.allCases.map(\.kazakhName)
          + KazakhPostposition.allCases.map(\.rawValue))
    },
  ]

  private static let kazakhNameForms: KeyValuePairs<String, KazakhNameForm> = [
    "толық": .full, "аты": .firstAndPatronymic, "аты-тегі": .firstAndSurname,
    "қолтаңба": .initialFirst, "инициалмен": .initialsFirst, "тегі": .surnameFirst,
    "орындаушы": .surnameAndInitial, "тек тегі": .surname,
  ]

  private static func kazakhName(
    _ value: Value, _ arguments: borrowing Arguments
  ) throws(Fault) -> KazakhPersonName {
    let person = try object(value, arguments)
    guard let surname = text(of: "surname", in: person) else { throw noSurname(arguments) }
    if let first = text(of: "first", in: person) {
      return KazakhPersonName(
        surname: surname, first: first, patronymic: text(of: "patronymic", in: person))
    }
    return KazakhPersonName(
      surname: surname, initials: text(of: "initials", in: person) ?? "")
  }

  static func noSurname(_ arguments: borrowing Arguments) -> Fault {
    Fault(
      "E122",
      Message(
        kk: "`\(arguments.callee)`: адамның тегі (`surname`) жоқ",
        ru: "`\(arguments.callee)`: у человека нет фамилии (`surname`)",
        en: "`\(arguments.callee)`: the person has no `surname`"))
  }
}
