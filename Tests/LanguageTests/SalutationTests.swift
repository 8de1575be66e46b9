import Language
import Testing

@Suite struct SalutationTests {
  /// The first words of a letter: a wrong gender there cannot be made good.
  @Test func peopleByName() {
    #expect(Kazakh.salutation("Ерлан Жақанұлы") == "Құрметті Ерлан Жақанұлы!")
    #expect(
      Kazakh.salutation(toSeveral: ["Айгүл Серікқызы", "Ерлан Жақанұлы"])
        == "Құрметті Айгүл Серікқызы және Ерлан Жақанұлы!")
    #expect(Russian.salutation("Ерлан Жаканович", to: .man) == "Уважаемый Ерлан Жаканович!")
    #expect(Russian.salutation("Айгуль Сериковна", to: .woman) == "Уважаемая Айгуль Сериковна!")
    #expect(
      Russian.salutation(toSeveral: ["Айгуль Сериковна", "Ерлан Жаканович"])
        == "Уважаемые Айгуль Сериковна и Ерлан Жаканович!")
  }

  @Test func allWhoAreCalledSo() {
    #expect(Kazakh.salutation(toAll: "депутат") == "Құрметті депутаттар!")
    #expect(Kazakh.salutation(toAll: "Мәжіліс депутаты") == "Құрметті Мәжіліс депутаттары!")
    #expect(Kazakh.salutation(toAll: "әріптес") == "Құрметті әріптестер!")
    #expect(Russian.salutation(toAll: "депутат") == "Уважаемые депутаты!")
    #expect(Russian.salutation(toAll: "депутат Мажилиса") == "Уважаемые депутаты Мажилиса!")
    #expect(Russian.salutation(toAll: "коллега") == "Уважаемые коллеги!")
    #expect(Russian.salutation(toAll: "") == nil)
  }

  @Test func byTheOfficeHeld() {
    #expect(Kazakh.salutation(position: "Министр", to: .man) == "Құрметті Министр мырза!")
    #expect(Kazakh.salutation(position: "Төраға", to: .woman) == "Құрметті Төраға ханым!")
    #expect(
      Kazakh.salutation(position: "депутат", to: .several)
        == "Құрметті депутат мырзалар мен ханымдар!")
    #expect(Russian.salutation(position: "Министр", to: .man) == "Уважаемый господин Министр!")
    #expect(Russian.salutation(position: "Министр", to: .woman) == "Уважаемая госпожа Министр!")
    #expect(
      Russian.salutation(position: "депутаты", to: .several) == "Уважаемые господа депутаты!")
  }
}
