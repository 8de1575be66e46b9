import Language
import Testing

@Suite struct CaseNamesTests {
  /// Templates name cases in the author's language; a name that is not understood stops the letter.
  @Test(arguments: [
    ("атау", KazakhCase.nominative), ("ілік", .genitive), ("барыс", .dative),
    ("табыс", .accusative),
    ("жатыс", .locative), ("шығыс", .ablative), ("көмектес", .instrumental), ("БАРЫС", .dative),
    ("барыс септік", .dative), ("dative", .dative), ("исходный", .ablative),
    ("дательный падеж", .dative),
  ])
  func kazakhCases(name: String, grammaticalCase: KazakhCase) {
    #expect(KazakhCase(name: name) == grammaticalCase)
  }

  @Test(arguments: [
    ("именительный", RussianCase.nominative), ("родительный", .genitive), ("дательный", .dative),
    ("винительный", .accusative), ("творительный", .instrumental), ("предложный", .prepositional),
    ("genitive", .genitive), ("ілік", .genitive), ("Предложный падеж", .prepositional),
  ])
  func russianCases(name: String, grammaticalCase: RussianCase) {
    #expect(RussianCase(name: name) == grammaticalCase)
  }

  /// A case that the language lacks must be refused, not replaced by another.
  @Test func casesOfTheOtherLanguageAreRefused() {
    #expect(KazakhCase(name: "предложный") == nil)
    #expect(RussianCase(name: "жатыс") == nil)
    #expect(RussianCase(name: "") == nil)
    #expect(KazakhCase(name: "vocative") == nil)
  }

  @Test func everyCaseHasItsOwnName() {
    for grammaticalCase in KazakhCase.allCases {
      #expect(KazakhCase(name: grammaticalCase.kazakhName) == grammaticalCase)
      #expect(KazakhCase(name: grammaticalCase.rawValue) == grammaticalCase)
    }
    for grammaticalCase in RussianCase.allCases {
      #expect(RussianCase(name: grammaticalCase.russianName) == grammaticalCase)
      #expect(RussianCase(name: grammaticalCase.rawValue) == grammaticalCase)
    }
  }
}
