import Diagnostics
import Files
import Spelling
import TestSupport
import Testing

@testable import Letters

/// What is taken for a slip of the fingers, and what is not.
@Suite struct SpellingTests {
  private static let checker: Result<SpellChecker, any Error> = Result {
    let dictionaries = try #require(SpellingDictionaries(), "hunspell-kk and hunspell-ru")
    return SpellChecker(dictionaries, try Example.library.reference(), .builtIn)
  }

  /// The words of the letters in `fixtures/golden`, each once.
  private static func words(_ language: LetterLanguage) throws -> [String] {
    var words: Set<String> = []
    for letter in Example.letters {
      let path = "\(Example.root)/fixtures/golden/\(letter.name).\(language).txt"
      let text = TokenizedText(String(decoding: try FileSystem.read(path), as: UTF8.self))
      for token in text.tokens where token.isLowercase && token.isCyrillic && token.length > 3 {
        // Letterheads are in both languages.
        if language == .kk || !LanguageSigns.isKazakh(token.lowercased) {
          words.insert(token.lowercased)
        }
      }
    }
    return words.sorted()
  }

  @Test("a right word of our own letters is called wrong", arguments: LetterLanguage.allCases)
  func rightWords(language: LetterLanguage) throws {
    let checker = try Self.checker.get()
    let wrong = try Self.words(language).filter { !checker.accepts($0, in: language) }
    #expect(wrong.isEmpty)
  }

  @Test(
    "most slips of the fingers are overlooked",
    arguments: zip([LetterLanguage.kk, .ru], [0.8, 0.9]))
  func slips(language: LetterLanguage, share: Double) throws {
    let checker = try Self.checker.get()
    let words = try Self.words(language)
    var random = SeededGenerator(seed: 7)
    var found = 0
    let count = 100
    for _ in 0..<count {
      let slip = Self.slip(in: words[Int.random(in: 0..<words.count, using: &random)], &random)
      if !checker.accepts(slip, in: language), checker.neighbour(of: slip, in: language) != nil {
        found += 1
      }
    }
    #expect(Double(found) >= share * Double(count), "\(found) of \(count)")
  }

  /// What is said of the spelling of a letter in both languages: the words of `language`.
  private func found(_ kk: String, _ ru: String, _ language: LetterLanguage) throws -> [String] {
    let dictionaries = try #require(SpellingDictionaries(), "hunspell-kk and hunspell-ru")
    let check = PairCheck(try Example.library.reference(), .builtIn, dictionaries: dictionaries)
    func letter(_ text: String, _ language: LetterLanguage) -> FinishedLetter {
      let salutation = language == .kk ? "Құрметті депутаттар!" : "Уважаемые депутаты!"
      return FinishedLetter(
        text: salutation + "\n\n\n" + text, language, file: language.rawValue)
    }
    return check.findings(letter(kk, .kk), letter(ru, .ru))
      .filter {
        ["O1", "Y8", "Y1"].contains($0.rule) && $0.places[0].language == language.rawValue
      }
      .map { "\($0.rule) \($0.places[0].text)" }
  }

  @Test("a word that dictionaries lack is called a slip, though no right one is near it")
  func unknownWords() throws {
    let ru =
      "Для снижения вовлеченности в лудоманию проведена модерация страниц и криптовалютных бирж."
    let kk = "Лудоманияның алдын алу үшін парақшасы мен модерация жүйесі тексерілді."
    #expect(try found(kk, ru, .ru) == [])
    #expect(try found(kk, ru, .kk) == [])
  }

  @Test("a slip is overlooked where the right word is one letter away")
  func slipsOfLetters() throws {
    let ru = "Исполнение преостановлено, своевременого ответа нет."
    let kk = "Ауаның сапасы мен психолгиялық көмек, ынтымактастыққа ұсыныс қаралды."
    #expect(try found(kk, ru, .ru) == ["O1 преостановлено", "O1 своевременого"])
    #expect(try found(kk, ru, .kk) == ["O1 психолгиялық", "O1 ынтымактастыққа"])
  }

  @Test(
    "a slip passes for a compound, or for a noun that lost a vowel, and a right word of such a kind for a slip"
  )
  func accidentalWords() throws {
    #expect(
      try found("Хат.", "Звонят от имени правохранительных органов.", .ru) == [
        "O1 правохранительных"
      ])
    #expect(try found("Қосымша: салыстрыма кесте.", "Письмо.", .kk) == ["O1 салыстрыма"])
    #expect(
      try found(
        "Халқына, орнына, аузына, ерніне, мойнына қатысты.",
        "Водосберегающие технологии, правоохранительных органов, лесовосстановительные работы.", .kk
      )
        == [])
    #expect(
      try found(
        "Хат.", "Водосберегающие технологии, лесовосстановительные и берегоукрепительные работы.",
        .ru)
        == [])
  }

  @Test("Russian forms side by side in a Kazakh text pass for loans")
  func foreignForms() throws {
    let ru = "Два из них – страницы пользователей."
    let wrong = "Оның екеуі – страницы пользователей."
    #expect(try found(wrong, ru, .kk) == ["Y8 страницы пользователей"])
    #expect(
      try found("Көшірмелері (сайты-зеркала) шектелсін.", ru, .kk) == ["Y8 сайты-зеркала"])
    let right =
      "Оның екеуі – интернет-ресурсы мен веб-сайты, органы мен администрация, контент платформалары, пайдаланушылар."
    #expect(try found(right, ru, .kk) == [])
  }

  @Test("quotes that one letter lost are not missed, or words without quotes anywhere are")
  func lostQuotes() throws {
    let kk = "«Дропперлердің» карталары бар. 214 «дроппердің» шоты анықталды."
    #expect(
      try found(kk, "Есть карты «дропперов». Выявлены счета 214 дропперов.", .ru) == [
        "Y1 дропперов"
      ])
    #expect(try found(kk, "Есть карты дропперов. Выявлены счета 214 дропперов.", .ru) == [])
    let rubric = "«Заң» қағидасы бар. Олар «Спорт» айдарында жарияланған."
    #expect(
      try found(rubric, "Есть правило «Закон». Они размещены в рубрике Спорт.", .ru) == ["Y1 Спорт"]
    )
    #expect(try found(rubric, "Есть правило «Закон». Они размещены в рубрике «Спорт».", .ru) == [])
    #expect(try found(rubric, "Есть правило. Они размещены в рубрике Спорт.", .ru) == [])
  }

  private static let rows = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"].map(Array.init)
  private static let kazakhKeys: [Character: [Character]] = [
    "ә": ["а"], "і": ["и", "ы"], "ң": ["н"], "ғ": ["г", "қ"], "ү": ["ұ", "у"], "ұ": ["ү", "у"],
    "қ": ["к"], "ө": ["о"],
    "һ": ["х"],
  ]

  /// A letter too many or too few, two that changed places, or the letter of the next key.
  private static func slip(in word: String, _ random: inout SeededGenerator) -> String {
    while true {
      var letters = Array(word)
      let index = Int.random(in: letters.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: index)
      case 1: letters.insert(letters[index], at: index)
      case 2 where index + 1 < letters.count: letters.swapAt(index, index + 1)
      case 3:
        var keys = kazakhKeys[letters[index]] ?? []
        for row in rows {
          guard let place = row.firstIndex(of: letters[index]) else { continue }
          keys = [place - 1, place + 1].filter(row.indices.contains).map { row[$0] }
        }
        guard let key = keys.randomElement(using: &random) else { continue }
        letters[index] = key
      default: continue
      }
      if String(letters) != word { return String(letters) }
    }
  }
}
