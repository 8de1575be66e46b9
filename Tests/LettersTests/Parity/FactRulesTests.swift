import Testing

@testable import Letters

/// What the numbers of one letter say about each other.
@Suite struct FactRulesTests {
  struct Found: Equatable {
    let rule: String
    let words: String
  }

  /// A text with what is wrong in it: a rule and the words that it marks.
  struct Case: CustomTestStringConvertible, Sendable {
    let language: LetterLanguage
    let text: String
    let rule: String?
    let words: [String]

    init(_ language: LetterLanguage, _ text: String, _ rule: String? = nil, _ words: String...) {
      self.language = language
      self.text = text
      self.rule = rule
      self.words = words
    }

    var testDescription: String { text }
  }

  func findings(_ text: String, _ language: LetterLanguage) -> [Found] {
    let salutation = language == .kk ? "Құрметті депутаттар!" : "Уважаемые депутаты!"
    let paragraphs = text.split(separator: "\n").map(String.init)
    let letter = FinishedLetter(
      text: ([salutation] + paragraphs).joined(separator: "\n\n\n"), language, file: "letter.txt")
    let facts = LetterFacts(letter, FactReaderTests.knowledge)
    let own: [PlacedFinding] = letter.paragraphs.flatMap { paragraph in
      FactRules.findings(in: ParagraphFacts(paragraph, language, facts[paragraph]))
        .map { (paragraph.index, $0) }
    }
    return (own + FactRules.findings(in: facts)).map {
      Found(
        rule: $0.finding.rule,
        words: letter.paragraphs[$0.paragraph].text.words(in: $0.finding.range))
    }
  }

  func expect(_ test: Case) {
    let found = findings(test.text, test.language)
    #expect(found == test.words.map { Found(rule: test.rule ?? "", words: $0) })
  }

  static let sums: [Case] = [
    Case(
      .kk,
      "2017 жылдан бастап 3137 сілтемеге қатысты 172 жоба әзірленді (нұсқама – 135, хат – 38).",
      "N3", "172"),
    Case(.ru, "Подготовлено 172 проекта в отношении 3137 ссылок (предписания – 134, письма – 38)."),
    Case(
      .kk,
      "88 жоба әзірленді: 2534 сілтемеге қатысты 66 нұсқама және 139 сілтемеге қатысты 23 хат.",
      "N3", "88"),
    Case(
      .ru,
      "Приняты меры в отношении 2370 ссылок: направлено 2 уведомления по 30 ссылкам, 19 писем по 136 ссылкам, 27 предписаний по 2205 ссылкам.",
      "N3", "2370"),
    Case(
      .ru, "Начислено 8 370 тенге (за звонки – 4 370 тенге, за трафик – 4 100 тенге).", "N3",
      "8 370"),
    Case(.ru, "Начислено 8 370 тенге (за звонки – 4 370 тенге, за трафик – 4 000 тенге)."),
    Case(
      .kk,
      "Жүйеге 9 412 жазба енгізілді, оның ішінде:\n– Бас прокуратура – 1 905 жазба;\n– министрлік – 4 318 жазба;\n– агенттік – 3 198 жазба.",
      "N3", "9 412"),
    Case(
      .kk,
      "Жүйеге 9 412 жазба енгізілді, оның ішінде:\n– Бас прокуратура – 1 905 жазба;\n– министрлік – 4 318 жазба."
    ),
    // Some of the parts may be left out.
    Case(
      .ru, "Внесено 9 412 записей, в том числе 1 905 записей прокуратурой и 318 записей агентством."
    ),
    // Rounded parts.
    Case(.ru, "Выделено 412,6 млрд тенге (области – 268,4 млрд тенге, району – 144,3 млрд тенге)."),
    Case(
      .ru, "Выделено 412,6 млрд тенге (области – 268,4 млрд тенге, району – 142,2 млрд тенге).",
      "N3", "412,6 млрд"),
    Case(
      .ru,
      "Подано заявление на 148,75 млн тенге. Подтверждено 132,1 млн тенге, отказано в 17,55 млн тенге.",
      "N3", "148,75 млн"),
    Case(
      .ru, "В 2023 году направлено 200 писем. В 2024 году направлено 66 предписаний и 22 письма."),
    Case(.ru, "Из 64 ссылок удалена 51, то есть 97,7 процента.", "N3", "97,7"),
    Case(
      .ru, "Поступило 7 318 жалоб. Из них 5 104 (69,7 %) удовлетворены, 1 866 (25,5 %) отклонены."),
    Case(
      .kk, "412,6 млрд теңге көзделген, оның 268,4 млрд теңгесі немесе 56,1 %-ы – қаражат.", "N3",
      "56,1"),
  ]

  @Test("a sum that does not hold is let pass, or one that holds is not", arguments: sums)
  func sumsAreChecked(test: Case) { expect(test) }

  static let tables: [Case] = [
    Case(.kk, "Өңір\tӨтініш\tХат\nАлматы\t12\t3\nАстана\t15\t4\nБарлығы\t28\t7", "N3", "28"),
    Case(.ru, "Регион\tОбращения\tПисьма\nАлматы\t12\t3\nАстана\t15\t4\nИтого\t27\t7"),
  ]

  @Test("a table's total is not compared with its rows", arguments: tables)
  func tablesAreChecked(test: Case) { expect(test) }

  static let parts: [Case] = [
    Case(.kk, "117 642 адам көшірілді, оның ішінде 142 158 бала.", "N4", "142 158"),
    Case(.ru, "Эвакуировано 117 642 человека, в том числе 42 158 детей."),
    Case(
      .kk, "Тізілімде 1 329 қызмет бар, олардың 1 392-сі электрондық форматта көрсетіледі.", "N4",
      "1 392"),
    Case(.kk, "37 станцияның 47-сінде жөндеу аяқталды.", "N4", "47"),
    Case(.ru, "Ремонт завершен на 47 из 37 станций.", "N4", "47"),
    Case(.ru, "Ремонт завершен на 22 из 37 станций, на 15 продолжается."),
    Case(.ru, "Проверено 214 объектов, на 311 из них выявлены ошибки.", "N4", "311"),
    Case(.ru, "Из 5 регионов поступило 120 обращений."),
    Case(.ru, "Из 1 920 ссылок в течение двух суток удалено 2 728.", "N4", "2 728"),
  ]

  @Test("a part may be larger than its whole, or smaller than it", arguments: parts)
  func partsAreChecked(test: Case) { expect(test) }

  static let lists: [Case] = [
    Case(
      .kk, "Ақпаратты 5 мемлекеттік орган (БП, ІІМ, МСМ және ҚМА) енгізді.", "N5",
      "5 мемлекеттік орган"),
    Case(
      .ru,
      "Информацию внесли 4 государственных органа (Генеральная прокуратура, Министерство внутренних дел, Министерство культуры и спорта и Агентство по финансовому мониторингу)."
    ),
    Case(.kk, "Екі платформа: «Facebook», «Instagram» және «TikTok».", "N5", "Екі платформа"),
    Case(.ru, "Письма направлены в 3 региона (области Абай и Жетісу).", "N5", "3 региона"),
    Case(.ru, "Письма направлены в 3 региона (области Абай, Жетісу и другие)."),
    Case(.ru, "Разработаны 3 поправки:\n– о перечне;\n– о запрете.", "N5", "3 поправки"),
    Case(.ru, "Разработаны 2 поправки:\n– о перечне;\n– о запрете."),
    Case(.ru, "По 3 вопросам сообщаем следующее:\n– о перечне;\n– о запрете."),
    Case(.ru, "В течение 3 рабочих дней необходимо:\n– удалить ссылки;\n– сообщить об этом."),
  ]

  @Test("a counted list is not counted", arguments: lists)
  func listsAreChecked(test: Case) { expect(test) }

  static let units: [Case] = [
    Case(
      .ru,
      "Внесена информация по 4656 интернет-ресурсам и ссылкам. Из них в отношении 166 интернет-ресурсов направлены: 2 уведомления по 30 ссылкам и 19 писем по 136 ссылкам.",
      "N7", "166 интернет-ресурсов"),
    Case(
      .ru, "Приняты меры в отношении 166 интернет-ресурсов: 30 ссылок и 136 ссылок.", "N7",
      "166 интернет-ресурсов"),
    Case(.kk, "166 интернет-ресурс пен сілтеме бойынша: 30 сілтеме және 136 сілтеме."),
  ]

  @Test("a total may be of fewer things than its parts", arguments: units)
  func unitsAreChecked(test: Case) { expect(test) }

  static let today: [Case] = [
    Case(.kk, "Бүгінгі таңда 88 жоба әзірленді.", "N8", "Бүгінгі таңда"),
    Case(
      .ru, "С начала 2021 года по сегодняшний день подготовлено 88 проектов.", "N8",
      "по сегодняшний день"),
    Case(.ru, "По состоянию на сегодняшний день, 20 декабря 2021 года, подготовлено 88 проектов."),
    Case(.ru, "На сегодняшний день поправки рассматриваются."),
    Case(.ru, "До настоящего времени работа ведется уже 5 лет."),
  ]

  @Test("figures of today have no date", arguments: today)
  func todayAreChecked(test: Case) { expect(test) }

  @Test func `words in brackets may say another number`() {
    #expect(
      findings("Жауап 5 (алты) жұмыс күні ішінде беріледі.", .kk) == [
        Found(rule: "N1", words: "алты")
      ])
    #expect(
      findings("Ответ дается в течение 10 (пяти) дней.", .ru) == [Found(rule: "N1", words: "пяти")])
    #expect(findings("Ответ дается в течение 5 (пяти) рабочих дней.", .ru) == [])
  }
}
