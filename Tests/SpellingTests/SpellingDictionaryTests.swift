import Testing

@testable import Spelling

@Suite struct SpellingDictionaryTests {
  @Test("a right word of either language is rejected, or a wrong one accepted")
  func words() throws {
    let dictionaries = try #require(SpellingDictionaries(), "hunspell-kk and hunspell-ru")
    #expect(dictionaries.kazakh.accepts("хабарлама"))
    #expect(!dictionaries.kazakh.accepts("хабалрама"))
    #expect(dictionaries.russian.accepts("предписаниями"))
    #expect(!dictionaries.russian.accepts("предпсианиями"))
    #expect(dictionaries.russian.accepts(""))
  }

  @Test("a folder without dictionaries seems to have them")
  func missing() {
    #expect(SpellingDictionaries(folders: ["/nowhere", "/usr/share"]) == nil)
    #expect(SpellingDictionary("xx_XX", in: SpellingDictionaries.systemFolders) == nil)
  }

  @Test("two threads read the dictionary at once and break it")
  func threads() async throws {
    let dictionary = try #require(SpellingDictionaries()?.russian)
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { _ in
            dictionary.accepts("письмо") && !dictionary.accepts("писмьо\(index)")
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
