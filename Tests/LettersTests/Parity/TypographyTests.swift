import Diagnostics
import Testing

@testable import Letters

/// What the pages of `docs/rules` do not show: the limits of the rules of typography.
@Suite struct TypographyTests {
  private static let knowledge: Result<ParityKnowledge, any Error> = Result {
    ParityKnowledge(try Example.library.reference(), .builtIn)
  }

  /// The findings of typography in paragraphs below a salutation: rule and marked words.
  private func findings(_ text: String, _ language: LetterLanguage) throws -> [String] {
    let salutation = language == .kk ? "Құрметті депутаттар!" : "Уважаемые депутаты!"
    let paragraphs = [salutation] + text.split(separator: "\n").map(String.init)
    let letter = FinishedLetter(
      text: paragraphs.joined(separator: "\n\n\n"), language, file: "letter.txt")
    let rules = ["Y1", "Y2", "Y3", "Y4", "Y6", "Y8", "S2"]
    let knowledge = try Self.knowledge.get()
    return LetterRules.findings(in: LetterFacts(letter, knowledge), knowledge)
      .filter { rules.contains($0.rule) }
      .map { "\($0.rule) \($0.places[0].text)" }
  }

  @Test(
    "right Russian is reported",
    arguments: [
      "Доступ ограничен в 2021–2023 годах, на стр. 10-15, по тел. 8 (7172) 74-03-55, 64-93-17.",
      "Закон «Об утверждении правил «Мониторинг» действует.",
      "Лицо(а) и документ(ы) указаны в пп. 1) и 2), т.е. в ст.6, см. сайт www.gov.example, 5кг.",
      "Маршрут Алматы–Астана, теле- и радиоканалы, IT-компания, COVID-19, XXI век, «Nur Otan».",
      "Письмо № ҚР ДСМ-44 подписал Серик Болат ұлы, проспект Мәңгілік Ел, дом 97а.",
      "Ограничить доступ к HTTPS://сәттілік-2116.test, http://қызыл-карта.example/ и WWW.ойын.example.",
      "Проекты:\n1) первый проект;\n2) второй проект:\nа) часть;\nб) часть.",
    ])
  func rightRussian(text: String) throws {
    #expect(try findings(text, .ru) == [])
  }

  @Test(
    "right Kazakh is reported",
    arguments: [
      "Мәселе сот тәртібімен не соттан тыс тәртіппен қаралды, 65 жарияланым, медициналық пункт.",
      "«Киберқадағалау» АЖ-ға, 6-бабына, 1 728-і, «Instagram»-ға, мамыр–шілде айларында.",
      "И. В. Ковалева мен В. П. Литвиненко теле- және радиоарналарға хат жазды.",
    ])
  func rightKazakh(text: String) throws {
    #expect(try findings(text, .kk) == [])
  }

  @Test("a quotation of several paragraphs seems not to be closed")
  func longQuotation() throws {
    #expect(try findings("Правила гласят: «Доступ ограничен.\nПисьмо направлено».", .ru) == [])
  }

  @Test("of two names the first of which lost its mark, the wrong one is marked")
  func lostMark() throws {
    let found = try findings("Платформам «Facebook, «Instagram» направлены письма.", .ru)
    #expect(found == ["Y1 «Facebook"])
  }

  @Test("an item that ends otherwise than the rest is overlooked")
  func items() throws {
    let kk = "Түзетулер:\n– тізбені жүргізу;\n– төлемнен бас тарту\n– жарнаманы шектеу;"
    #expect(try findings(kk, .kk) == ["S2 тарту", "S2 шектеу;"])
  }

  @Test("a Latin abbreviation or a figure with a letter in it is overlooked")
  func lookAlikes() throws {
    #expect(
      try findings("Закон PK и приказ № ДC-343 от 2О21 года.", .ru) == [
        "Y6 PK", "Y6 ДC", "Y6 2О21",
      ])
  }

  @Test("a compound is torn by a dash, or a comma runs into a figure, and nobody says so")
  func torn() throws {
    #expect(
      try findings("Хат Премьер – Министр орынбасарына, банктерге,838-і жіберілді.", .kk) == [
        "Y2 Премьер – Министр", "Y4 банктерге,838",
      ])
    #expect(try findings("Премьер-Министр – басшы, өсім 1,838 құрады, 2,5 млн теңге.", .kk) == [])
  }

  @Test(
    "a hyphen between two dates of a day and a month is overlooked, or one in a compound is not")
  func dateRanges() throws {
    #expect(
      try findings("2025 жылғы 1 қаңтар-20 ақпан аралығында 46 хат жіберілді.", .kk) == [
        "Y2 қаңтар-20"
      ])
    #expect(try findings("Проверка шла 1 января-20 февраля 2025 года.", .ru) == ["Y2 января-20"])
    #expect(
      try findings("Срок: 5 мая 2024 года-5 июня 2025 года.", .ru) == ["Y2 года-5"])
    #expect(try findings("Проверка шла в январе-феврале 2025 года, 5-20 мая.", .ru) == [])
    #expect(try findings("Тексеру қаңтар-ақпан айларында, 5-20 мамырда өтті.", .kk) == [])
  }

  @Test("a word of the other language that has no letters of its own is overlooked")
  func foreignWords() throws {
    #expect(try findings("Приложение на 22 листах (тек адресату).", .ru) == ["Y8 тек"])
    #expect(try findings("Травматикалық оружие сату туралы.", .kk) == ["Y8 оружие"])
    #expect(
      try findings("Министрліктің ресми сайты мен ресурсы, веб-сайты мен чат-боты бар.", .kk) == [])
  }

  @Test("a position of the other language stands above a signature unnoticed")
  func position() throws {
    let text = "Сообщаем о мерах.\nТөраға\tК. Ескараев"
    #expect(try findings(text, .ru) == ["Y8 Төраға"])
    #expect(try findings("Барлығы 5 хат, Қасым, Төраға келді.", .kk) == [])
    #expect(try findings("Всего 5 хат жіберілді.", .kk) == ["Y8 Всего"])
  }

  @Test("a whole paragraph in the other language is marked in pieces")
  func otherLanguage() throws {
    let text = "Доступ к ресурсам ограничен по решению суда и согласно предписанию."
    #expect(try findings(text, .kk) == ["Y8 " + text.dropLast()])
  }
}
