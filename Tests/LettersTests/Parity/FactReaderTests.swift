import Files
import Language
import TestSupport
import Testing

@testable import Letters

/// What the two languages state: the same facts, however each of them writes it.
@Suite struct FactReaderTests {
  static let knowledge: ParityKnowledge = ParityKnowledge(Example.reference, .builtIn)
  static func facts(_ text: String, _ language: LetterLanguage) -> [Fact] {
    knowledge.factReader(language).facts(in: TokenizedText(text))
  }

  /// The values that are sure, without words in brackets that repeat their figures.
  private static func values(_ text: String, _ language: LetterLanguage) -> [FactValue] {
    facts(text, language).filter { $0.isSure && $0.repetition == nil }.map(\.value)
  }

  /// What both texts state, one value per line as it is read.
  struct Pair: CustomTestStringConvertible, Sendable {
    let kk: String
    let ru: String
    let values: [FactValue]

    init(_ kk: String, _ ru: String, _ values: FactValue...) {
      self.kk = kk
      self.ru = ru
      self.values = values
    }

    var testDescription: String { kk }
  }

  private func expectSame(_ pair: Pair) {
    let kk = Self.values(pair.kk, .kk)
    let ru = Self.values(pair.ru, .ru)
    #expect(kk.count == pair.values.count && Set(kk) == Set(pair.values), "kk: \(kk)")
    #expect(ru.count == pair.values.count && Set(ru) == Set(pair.values), "ru: \(ru)")
  }

  private static func whole(_ number: Int) -> FactValue { .number(Figure(number)) }

  private static func decimal(_ significand: Int, _ decimals: Int) -> FactValue {
    .number(Figure(significand: significand, decimals: decimals))
  }

  // MARK: Numbers

  static let numbersInBoth: [Pair] = [
    Pair("3137 сілтеме", "3137 ссылок", whole(3137)),
    Pair("12\u{A0}500 хат", "12 500 писем", whole(12500)),
    // Cells of a table.
    Pair(
      "Министрлік\t1282\t636\t646", "Министерство\t1282\t636\t646", whole(1282), whole(636),
      whole(646)),
    Pair("1 920 сілтеменің 1 728-і", "из 1 920 ссылок 1 728", whole(1920), whole(1728)),
    Pair("412,6 млрд теңге", "412,6 млрд тенге", whole(412_600_000_000)),
    Pair("2,5 миллион теңгеге", "2,5 миллиона тенге", whole(2_500_000)),
    Pair("2 млн 300 мың теңге", "2 млн 300 тыс. тенге", whole(2_300_000)),
    Pair("5 мың теңгені", "5 тыс. тенге", whole(5000)),
    Pair("5 мың 200 теңге", "5 тысяч 200 тенге", whole(5200)),
    Pair("1,50 есе", "в 1,5 раза", decimal(15, 1)),
    Pair("65,1 %-ы", "65,1 процента", decimal(651, 1)),
    Pair("10–15 пайызға", "на 10–15 %", whole(10), whole(15)),
    Pair(
      "100-ден 200 айлық есептік көрсеткішке дейін", "со 100 до 200 месячных расчетных показателей",
      whole(100), whole(200)),
    Pair("үш жұмыс күні ішінде", "в течение трех рабочих дней", whole(3)),
    Pair("3 жұмыс күні ішінде", "в течение трёх рабочих дней", whole(3)),
    Pair("жүз елу жеті хат", "ста пятидесяти семи письмам", whole(157)),
    Pair("екі мың жиырма бес теңге", "двумя тысячами двадцатью пятью тенге", whole(2025)),
    Pair("екі тәулік ішінде", "в течение двух суток", whole(2)),
    Pair("VIII шақырылымдағы", "VIII созыва", whole(8)),
  ]

  @Test("a number is read otherwise in one of the languages", arguments: numbersInBoth)
  func numbers(_ pair: Pair) { expectSame(pair) }

  @Test(
    "words in brackets are not compared with their figures",
    arguments: [
      ("5 (бес) жұмыс күні", LetterLanguage.kk, true), ("5 (алты) күн", .kk, false),
      ("24 (жиырма төрт) сағат", .kk, true), ("30 (он) күн", .kk, false),
      ("5 (пяти) рабочих дней", .ru, true), ("10 (пяти) дней", .ru, false),
      ("55 (пятьдесят пять) дней", .ru, true), ("24 (двадцати четырех) часов", .ru, true),
      ("1 (одного) рабочего дня", .ru, true), ("3 (трех) млн тенге", .ru, true),
      ("2 (екі) жұмыс күні", .kk, true), ("1 500 000 (бір миллион бес жүз мың) теңге", .kk, true),
    ])
  func repetition(text: String, language: LetterLanguage, agrees: Bool) throws {
    let words = try #require(Self.facts(text, language).first { $0.kind == .words })
    #expect(words.repetition == (agrees ? .agreeing : .contradicting))
  }

  @Test(
    "what looks like a number in words counts as one",
    arguments: [
      ("осы мақсат үшін оның көшірмесі мен онда көрсетілген", LetterLanguage.kk),
      ("іс жүзінде бірге қаралды, бірден шешілді", .kk),
      ("он направил семью в отпуск, стоит отметить", .ru), ("один из них, в одном письме", .ru),
    ])
  func notNumbers(text: String, language: LetterLanguage) {
    #expect(Self.values(text, language) == [])
  }

  @Test(
    "what is counted is not the same in both languages",
    arguments: [
      ("172 жобасы", "172 проекта реагирующих документов", "draft"),
      (
        "3137 интернет-ресурс пен сілтемеге", "3137 интернет-ресурсов и ссылок", "resource-and-link"
      ),
      ("25 ескерту хаты", "25 предупредительных писем", "warning-letter"),
      ("22 ұсыным хат", "22 рекомендательных письма", "recommendation-letter"),
      ("нұсқама – 134, хат", "предписания – 134, письма", "prescription"),
      ("4 мемлекеттік орган", "4 государственными органами", "body"),
      ("3 (үш) жұмыс күні", "3 (трех) рабочих дней", "working-day"),
      ("30 күнтізбелік күн", "30 календарных дней", "calendar-day"),
      ("34,9 %-ы", "34,9 процента", "percent"), ("95 теңге", "95 тенге", "tenge"),
      ("6 парақта", "6 листах", "sheet"),
    ])
  func counted(kk: String, ru: String, thing: String) {
    #expect(Self.facts(kk, .kk).first?.counted?.id == thing)
    #expect(Self.facts(ru, .ru).first?.counted?.id == thing)
  }

  // MARK: Dates

  static let datesInBoth: [Pair] = [
    Pair(
      "2021 жылғы 15 желтоқсандағы", "от 15 декабря 2021 года",
      .date(year: 2021, month: 12, day: 15)),
    Pair("2021 жылғы 11 қыркүйектегі", "11 сентября 2021 г.", .date(year: 2021, month: 9, day: 11)),
    Pair(
      "2021 жылғы «15» шілдеге дейін", "до «15» июля 2021 года",
      .date(year: 2021, month: 7, day: 15)),
    Pair("15 желтоқсан 2021 жыл", "15 декабря 2021 года", .date(year: 2021, month: 12, day: 15)),
    Pair("15.12.2021 ж.", "15.12.2021 г.", .date(year: 2021, month: 12, day: 15)),
    Pair("2021-12-15", "15.12.2021", .date(year: 2021, month: 12, day: 15)),
    Pair("17 мамырдағы", "17 мая", .date(year: nil, month: 5, day: 17)),
    Pair(
      "2021 жылғы 1 қарашадан 10 қарашаға дейін", "с 1 по 10 ноября 2021 года",
      .date(year: 2021, month: 11, day: 1), .date(year: 2021, month: 11, day: 10)),
    Pair(
      "2021 жылғы 21 маусымнан 2 шілдеге дейін", "с 21 июня по 2 июля 2021 года",
      .date(year: 2021, month: 6, day: 21), .date(year: 2021, month: 7, day: 2)),
    Pair(
      "2024 жылғы 4 – 15 қараша аралығында", "в период с 4 по 15 ноября 2024 года",
      .date(year: 2024, month: 11, day: 4), .date(year: 2024, month: 11, day: 15)),
    Pair(
      "2025 жылғы 1 қаңтар мен 10 наурыз аралығында", "с 1 января по 10 марта 2025 года",
      .date(year: 2025, month: 1, day: 1), .date(year: 2025, month: 3, day: 10)),
    Pair(
      "2020 жылғы 1 желтоқсаннан 2021 жылғы 15 қаңтарға дейін",
      "с 1 декабря 2020 года по 15 января 2021 года", .date(year: 2020, month: 12, day: 1),
      .date(year: 2021, month: 1, day: 15)),
    Pair(
      "2021 жылғы 1, 5 және 10 қарашада", "1, 5 и 10 ноября 2021 года",
      .date(year: 2021, month: 11, day: 1), .date(year: 2021, month: 11, day: 5),
      .date(year: 2021, month: 11, day: 10)),
    Pair("2021 жылғы 31 қарашадағы", "31 ноября 2021 года", .date(year: 2021, month: 11, day: 31)),
    Pair("2021 жылғы желтоқсанда", "в декабре 2021 года", .month(year: 2021, month: 12)),
    Pair(
      "2021 жылғы қаңтар – қыркүйекте", "за январь – сентябрь 2021 года",
      .month(year: 2021, month: 1), .month(year: 2021, month: 9)),
    Pair(
      "2021 жылғы қаңтар-қыркүйекте", "за январь-сентябрь 2021 года",
      .month(year: 2021, month: 1), .month(year: 2021, month: 9)),
    Pair("2022 жылғы IV тоқсан үшін", "за IV квартал 2022 года", .quarter(year: 2022, number: 4)),
    Pair("2022 жылғы ІІ тоқсанда", "во втором квартале 2022 года", .quarter(year: 2022, number: 2)),
    Pair("2022 жылғы 1-тоқсанда", "в 1-м квартале 2022 года", .quarter(year: 2022, number: 1)),
    Pair(
      "2023 жылғы I жартыжылдықта", "в первом полугодии 2023 года", .halfYear(year: 2023, number: 1)
    ),
    Pair("2017 жылдан бастап", "с 2017 года", .year(2017)),
    Pair("2021 жылдың басынан", "с начала 2021 года", .year(2021)),
    Pair("2020 жылы", "за 2020 год", .year(2020)),
    Pair("2021–2023 жылдары", "в 2021–2023 годах", .year(2021), .year(2023)),
    Pair("2023 – 2024 жылдарға арналған", "на 2023 – 2024 гг.", .year(2023), .year(2024)),
    Pair("сағат 14:30-да", "в 14:30", .time(hour: 14, minute: 30)),
    Pair("сағат 15.00-де", "в 15.00", .time(hour: 15, minute: 0)),
    Pair("сағат 15-те", "в 15 часов", .time(hour: 15, minute: 0)),
    Pair(
      "2024 жылғы 12 маусымда 5 хат", "12 июня 2024 года 5 писем",
      .date(year: 2024, month: 6, day: 12), whole(5)),
    Pair("2024 жылы 96 хат", "в 2024 году 96 писем", .year(2024), whole(96)),
  ]

  @Test("a date is read otherwise in one of the languages", arguments: datesInBoth)
  func dates(_ pair: Pair) { expectSame(pair) }

  // MARK: References and places

  static let referencesInBoth: [Pair] = [
    Pair("№ ДС-343", "№\u{A0}ДС-343", .code("ДC-343")),
    Pair("№ 219-III", "№ 219-ІІІ", .code("219-III")),
    Pair("№ 14\u{2011}06/2219", "№ 14-06/2219", .code("14-06/2219")),
    Pair("№ ЖТ-2024-04417283", "№ ЖТ-2024-04417283", .code("ЖT-2024-04417283")),
    Pair("№ 84 бұйрығы", "приказ № 84", .code("84")),
    Pair("COVID-19-ға", "COVID-19", .code("COVID-19")),
    Pair(
      "6-бабының 1-тармағының 2) тармақшасы", "подпунктом 2) пункта 1 статьи 6",
      .place(.article, "6"), .place(.paragraph, "1"), .place(.subparagraph, "2")),
    Pair(
      "41-1-бабының 1-1-тармағына", "пунктом 1-1 статьи 41-1", .place(.article, "41-1"),
      .place(.paragraph, "1-1")),
    Pair(
      "6, 7 және 8-баптары", "статьями 6, 7 и 8", .place(.article, "6"), .place(.article, "7"),
      .place(.article, "8")),
    Pair("5-8-баптарында", "в статьях 5-8", .place(.article, "5"), .place(.article, "8")),
    Pair("6-бабының 1-тармағы", "п. 1 ст. 6", .place(.article, "6"), .place(.paragraph, "1")),
    Pair(
      "637-бабының 9-бөлігінде", "частью 9 статьи 637", .place(.article, "637"), .place(.part, "9")),
    Pair(
      "637-бабының тоғызыншы бөлігі, 2-тарауы", "часть девятая статьи 637, глава 2",
      .place(.article, "637"), .place(.part, "9"), .place(.chapter, "2")),
    Pair(
      "4) және 5) тармақшалары", "подпункты 4) и 5)", .place(.subparagraph, "4"),
      .place(.subparagraph, "5")),
    Pair("бұйрыққа 1-қосымша", "приложение 1 к приказу", .place(.annex, "1")),
    Pair(
      "6-бабына, 15 желтоқсанда", "статье 6, 15 декабря", .place(.article, "6"),
      .date(year: nil, month: 12, day: 15)),
    Pair("6 бабы", "статья 6", .place(.article, "6")),
  ]

  @Test("a reference is read otherwise in one of the languages", arguments: referencesInBoth)
  func references(_ pair: Pair) { expectSame(pair) }

  @Test func `a place does not say what it lies in`() {
    for (text, language) in [
      ("6-бабының 1-тармағының 2) тармақшасы", LetterLanguage.kk),
      ("подпункт 2) пункта 1 статьи 6", .ru),
    ] {
      let owners = Dictionary(
        uniqueKeysWithValues: Self.facts(text, language).map { ($0.value, $0.owner) })
      #expect(owners[.place(.subparagraph, "2")] == .place(.paragraph, "1"))
      #expect(owners[.place(.paragraph, "1")] == .place(.article, "6"))
      #expect(owners[.place(.article, "6")] == .some(nil))
    }
  }

  static let actsInBoth: [Pair] = [
    Pair(
      "«Ойын бизнесі туралы» Қазақстан Республикасының 2007 жылғы 12 қаңтардағы № 219-III Заңының 6-бабы",
      "статья 6 Закона Республики Казахстан от 12 января 2007 года № 219-III «Об игорном бизнесе»",
      .act(.law, id: "gambling-law"), .date(year: 2007, month: 1, day: 12), .code("219-III"),
      .place(.article, "6")),
    Pair(
      "«Әкімшілік құқық бұзушылық туралы» Қазақстан Республикасының Кодексі",
      "Кодекс Республики Казахстан «Об административных правонарушениях»",
      .act(.code, id: "administrative-code")),
  ]

  @Test("an act is read otherwise in one of the languages", arguments: actsInBoth)
  func acts(_ pair: Pair) {
    expectSame(pair)
    for (text, language) in [(pair.kk, LetterLanguage.kk), (pair.ru, .ru)] {
      for fact in Self.facts(text, language) where fact.kind == .date || fact.kind == .reference {
        #expect(fact.isOfAct)
      }
    }
  }

  @Test func `an unknown act has no kind, or a name has one`() {
    let kk = Self.facts("«Туризм туралы» Қазақстан Республикасының Заңы, «Алатау» кешені", .kk)
    #expect(kk.map(\.value) == [.act(.law, id: nil), .name("лт")])
    let ru = Self.facts("Закон Республики Казахстан «О туризме», комплекс «Алатау»", .ru)
    #expect(ru.map(\.value) == [.act(.law, id: nil), .name("лт")])
  }

  // MARK: Names and addresses

  static let namesInBoth: [Pair] = [
    Pair("«Meta» және «Google»", "«Meta» и «Google»", .name("meta"), .name("google")),
    Pair("https://Example.kz/A сайты", "на сайте HTTPS://example.kz/A", .address("example.kz/A")),
    Pair(
      "online@mam.example арқылы", "по адресу Online@mam.example", .address("online@mam.example")),
    Pair("egov.kz-те", "на egov.kz", .address("egov.kz")),
    Pair("тел. 745600", "телефон: 74-56-00", .phone("745600")),
    Pair("8 (7172) 74\u{2011}00\u{2011}00", "+7 (7172) 74-00-00", .phone("7172740000")),
    Pair(
      "Орындаған: Б. Жүнісова, 745600", "Исп.: Жунусова Б., 745600", .person(.known("zhunusova")),
      .phone("745600")),
  ]

  @Test("a name or an address is read otherwise in one of the languages", arguments: namesInBoth)
  func names(_ pair: Pair) { expectSame(pair) }

  @Test(
    "a person is another one in Russian",
    arguments: [
      ("Е. Тоғжанов", "Е. Тугжанов"), ("Ә. Тұрғанбаев", "Турганбаев А."),
      ("Б. Жүнісова", "Жунусовой Б."),
      ("А. Б. Сәрсенов", "Сарсенову А.Б."), ("Ә. Әбдіқалықов", "Абдыкалыков А."),
      ("Ғ. Шәріпбаев", "Г. Шарипбаев"),
      ("Ұ. Қуанышбеков", "Куанышбекову У."), ("І. Сейітова", "Сеитова И."),
      ("Д. Тілеубергенова", "Тлеубергенова Д."),
      ("Қ. Бөлегенова", "Булегенова К."), ("П. Сәдуақасова", "Садвакасова П."),
      ("Ж. Ивановский", "Ивановскому Ж."),
      ("А. Бауыржановқа", "Бауржанов А."), ("Т. Құрманбек", "Курманбеку Т."),
    ])
  func people(kk: String, ru: String) {
    let kk = Self.facts(kk, .kk).map(\.value)
    #expect(kk.count == 1)
    #expect(kk == Self.facts(ru, .ru).map(\.value))
  }

  @Test(
    "another person is the same",
    arguments: [
      ("Е. Тоғжанов", "С. Тугжанов"), ("А. Сәрсенов", "А. Сарсеков"),
      ("А. Б. Сәрсенов", "А. В. Сарсенов"),
    ])
  func otherPeople(kk: String, ru: String) {
    #expect(Self.facts(kk, .kk).map(\.value) != Self.facts(ru, .ru).map(\.value))
  }

  @Test func `an abbreviation has no counterpart`() {
    #expect(Self.facts("ІІМ-ге", .kk).map(\.value) == Self.facts("в МВД", .ru).map(\.value))
    #expect(Self.facts("НҰСҚАМА", .kk).isEmpty)
    #expect(Self.facts("ПРЕДПИСАНИЕ ОБ УСТРАНЕНИИ", .ru).isEmpty)
    #expect(Self.facts("в ЦОН обратились", .ru).map(\.isSure) == [false])
  }

  // MARK: Everything

  @Test func `a figure stands in no fact, or in two`() throws {
    for letter in Example.letters {
      for language in LetterLanguage.allCases {
        let bytes = try FileSystem.read(
          "\(Example.root)/fixtures/golden/\(letter.name).\(language.rawValue).txt")
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\n") { expectEveryFigureOnce(String(line), language) }
      }
    }
  }

  @Test(
    "a figure of odd text stands in no fact, or in two",
    arguments: Self.numbersInBoth + Self.datesInBoth + Self.referencesInBoth + Self.actsInBoth
      + Self.namesInBoth)
  func figuresOfPairs(_ pair: Pair) {
    expectEveryFigureOnce(pair.kk, .kk)
    expectEveryFigureOnce(pair.ru, .ru)
    // In the other language's text as well, whatever it makes of it.
    expectEveryFigureOnce(pair.kk, .ru)
    expectEveryFigureOnce(pair.ru, .kk)
  }

  @Test("a figure of random text stands in no fact, or in two", arguments: [UInt64](0..<40))
  func figuresOfRandomText(number: UInt64) {
    var random = SeededGenerator(seed: TestSeed.value &+ number)
    let pieces = Self.pieces
    for _ in 0..<50 {
      let text = (0..<Int.random(in: 1..<14, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      for language in LetterLanguage.allCases { expectEveryFigureOnce(text, language) }
    }
  }

  private static let pieces = [
    "1", "2", "15", "2021", "100", "007", " ", " ", " ", "-", "–", "/", ".", ",", "(", ")", "№",
    "«", "»", "%", ":",
    "жыл", "жылғы", "года", "желтоқсан", "декабря", "бап", "-бабының", "статьи", "пункт", "тоқсан",
    "квартал", "II", "млн",
    "мың", "бес", "пяти", "сағат", "час", "А", "ДС", "х", "+7", "\u{A0}", "\n", "теңге", "және",
    "и", "по", "тел.",
    "123456789012345678901234", "example.kz/1",
  ]

  private func expectEveryFigureOnce(_ text: String, _ language: LetterLanguage) {
    let facts = Self.facts(text, language)
    var counts = [Int](repeating: 0, count: text.utf8.count)
    for fact in facts where !fact.isQuotation {
      for offset in fact.range { counts[offset] += 1 }
    }
    for (offset, byte) in text.utf8.enumerated() where (0x30...0x39).contains(byte) {
      #expect(counts[offset] == 1, "\(language) offset \(offset) of \(text): \(facts.map(\.value))")
    }
    let starts = facts.map(\.range.lowerBound)
    #expect(starts == starts.sorted(), "\(text)")
  }
}
