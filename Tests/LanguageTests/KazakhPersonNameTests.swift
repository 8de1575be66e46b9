import Language
import Testing

private let president = KazakhPersonName(
  surname: "Тоқаев", first: "Қасым-Жомарт", patronymic: "Кемелұлы")

@Suite struct KazakhPersonNameTests {
  @Test(arguments: [
    (KazakhNameForm.full, "Тоқаев Қасым-Жомарт Кемелұлы", "Тоқаев Қасым-Жомарт Кемелұлына"),
    (.firstAndPatronymic, "Қасым-Жомарт Кемелұлы", "Қасым-Жомарт Кемелұлына"),
    (.firstAndSurname, "Қасым-Жомарт Тоқаев", "Қасым-Жомарт Тоқаевқа"),
    (.initialsFirst, "Қ.-Ж.~К.~Тоқаев", "Қ.-Ж.~К.~Тоқаевқа"),
    (.surnameFirst, "Тоқаев~Қ.-Ж.~К.", "Тоқаевқа~Қ.-Ж.~К."),
    (.initialFirst, "Қ.-Ж.~Тоқаев", "Қ.-Ж.~Тоқаевқа"),
    (.surnameAndInitial, "Тоқаев~Қ.-Ж.", "Тоқаевқа~Қ.-Ж."), (.surname, "Тоқаев", "Тоқаевқа"),
  ])
  func everyOrder(form: KazakhNameForm, nominative: String, dative: String) {
    #expect(president.written(form) == noBreak(nominative))
    #expect(president.written(form, case: .dative) == noBreak(dative))
  }

  /// Whose letter it is must be right in every case: of men, of women, with Kazakh and with Russian endings.
  @Test(arguments: [
    ("Тоғжанов", "тың қа ты та тан пен"), ("Медведев", "тің ке ті те тен пен"),
    ("Балаева", "ның ға ны да дан мен"), ("Ким", "нің ге ді де нен мен"),
    ("Мәми", "дің ге ді де ден мен"), ("Сейітқызы", "ның на н нда нан мен"),
    ("Ноғай", "дың ға ды да дан мен"), ("Қасым", "ның ға ды да нан мен"),
  ])
  func surnamesInEveryCase(surname: String, endings: String) {
    let name = KazakhPersonName(surname: surname, first: "Ерлан")
    let cases = KazakhCase.allCases.dropFirst()
    let forms = cases.map { name.written(.initialFirst, case: $0) }
    #expect(forms == endings.split(separator: " ").map { noBreak("Е.~" + surname + $0) })
    let behind = cases.map { name.written(.surnameAndInitial, case: $0) }
    #expect(behind == endings.split(separator: " ").map { noBreak(surname + $0 + "~Е.") })
  }

  /// A patronymic is possessed already: «Жақанұлыға» is what programs write.
  @Test(arguments: [
    ("Жақанұлы", "Ерлан Жақанұлына"), ("Серікқызы", "Ерлан Серікқызына"),
    ("Жақанович", "Ерлан Жақановичке"), ("Сергеевна", "Ерлан Сергеевнаға"),
    ("Алұлы", "Ерлан Алұлына"), ("Узакпайулы", "Ерлан Узакпайулына"),
  ])
  func patronymicsAreDeclined(patronymic: String, dative: String) {
    let name = KazakhPersonName(surname: "Тоғжанов", first: "Ерлан", patronymic: patronymic)
    #expect(name.written(.firstAndPatronymic, case: .dative) == dative)
  }

  @Test func namesOfWhichOnlyInitialsAreKnown() {
    let name = KazakhPersonName(surname: "Тұрғанбаев", initials: "Ә.Б.")
    #expect(name.written(.initialsFirst) == noBreak("Ә.~Б.~Тұрғанбаев"))
    #expect(name.written(.full, case: .genitive) == noBreak("Тұрғанбаевтың~Ә.~Б."))
    #expect(name.written(.firstAndSurname) == noBreak("Ә.~Тұрғанбаев"))
    #expect(KazakhPersonName(surname: "Тоқаев", initials: "Қ.-Ж. К.").initials == ["Қ.-Ж.", "К."])
    #expect(KazakhPersonName(surname: "Тоқаев", initials: "ҚК").initials == ["Қ.", "К."])
    #expect(KazakhPersonName(surname: "Тоқаев", initials: "-").initials.isEmpty)
    #expect(
      KazakhPersonName(surname: "Тоқаев").written(.initialsFirst, case: .dative) == "Тоқаевқа")
  }

  /// In capitals, as forms have them, a surname is no abbreviation.
  @Test func surnamesInCapitals() {
    let name = KazakhPersonName(surname: "ТОҚАЕВ", first: "Қасым")
    #expect(name.written(.initialFirst, case: .dative) == noBreak("Қ.~ТОҚАЕВқа"))
    #expect(KazakhPersonName(surname: "КЕМЕЛҰЛЫ").written(.surname, case: .dative) == "КЕМЕЛҰЛЫна")
  }

  @Test func dividedUsageIsAccepted() {
    let name = KazakhPersonName(surname: "Ахметов", first: "Ерлан")
    #expect(
      name.acceptedForms(.initialFirst, case: .genitive)
        == [noBreak("Е.~Ахметовтің"), noBreak("Е.~Ахметовтың")])
    #expect(name.acceptedForms(.full, case: .genitive) == ["Ахметов Ерланның"])
    #expect(name.acceptedForms(.surname) == ["Ахметов"])
  }

  /// The suffix of a name is that of its last word alone, whatever stands before or behind it.
  @Test func orderDoesNotChangeTheEnding() {
    for surname in ["Тоғжанов", "Әуезов", "Балаева", "Ким", "Бейсенбі", "Жұмағали"] {
      for grammaticalCase in KazakhCase.allCases {
        let name = KazakhPersonName(surname: surname, first: "Ерлан", patronymic: "Жақанұлы")
        let alone = Kazakh.inflect(surname, case: grammaticalCase)
        #expect(name.written(.surname, case: grammaticalCase) == alone)
        #expect(name.written(.initialsFirst, case: grammaticalCase).hasSuffix(alone))
        #expect(name.written(.surnameFirst, case: grammaticalCase).hasPrefix(alone))
      }
    }
  }
}
