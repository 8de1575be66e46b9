import Diagnostics
import Testing
@testable import Letters
@testable import WordprocessingML

/// What two originals say differently, found by what stands in their texts alone.
@Suite struct PairComparisonTests {
  private static let check = PairCheck(.builtIn, .builtIn)

  private func findings(_ kk: String, _ ru: String) -> [Diagnostic] {
    Self.check.findings(
      FinishedLetter(text: kk, .kk, file: "kk"), FinishedLetter(text: ru, .ru, file: "ru")
    ).filter {
      ["N1", "N2", "N7", "L1", "S1", "S2", "S3", "S4", "S5", "S6", "Y7"].contains($0.rule)
    }
  }

  private func rules(_ kk: String, _ ru: String) -> [String] { findings(kk, ru).map(\.rule) }

  @Test("the order of numbers, which the languages do not share, is taken for a difference")
  func orderIsFree() {
    #expect(
      rules(
        "2021 жылғы 15 желтоқсанда 2534 сілтемеге қатысты 66 нұсқама жіберілді.",
        "15 декабря 2021 года направлено 66 предписаний в отношении 2534 ссылок."
      ).isEmpty)
  }

  @Test(
    "two originals state different facts",
    arguments: [
      ("5 хат жіберілді.", "Направлено 6 писем.", "N1", "5", "6"),
      ("Барлығы 2,5 пайыз.", "Всего 25 процентов.", "N1", "2,5 пайыз", "25 процентов"),
      (
        "Шешім 2021 жылғы 15 желтоқсанда қабылданды.", "Решение принято 16 декабря 2021 года.",
        "N1", "2021 жылғы 15 желтоқсанда", "16 декабря 2021 года"
      ),
      (
        "Заңның 6-бабына сәйкес тыйым салынған.", "Согласно статье 7 Закона запрещено.", "L1",
        "6-бабына", "статье 7"
      ),
      (
        "Бұйрық: 2019 жылғы 29 сәуірдегі № 84 бұйрық.",
        "Приказ: приказ от 29 апреля 2019 года № 48.", "L1", "84", "48"
      ),
      (
        "Мекенжайы: https://slot.example/a сайты.", "Адрес: сайт https://slot.example/b сайт.",
        "S6",
        "https://slot.example/a", "https://slot.example/b"
      ),
      ("412,6 млрд теңге бөлінді.", "Выделено 412,6 тенге.", "N7", "412,6 млрд", "412,6"),
    ])
  func facts(kk: String, ru: String, rule: String, kkWords: String, ruWords: String) throws {
    let found = findings(kk, ru)
    #expect(found.map(\.rule) == [rule])
    let places = try #require(found.first).places
    #expect(Set(places.map { $0.language ?? "" }) == ["kk", "ru"])
    #expect(places.first { $0.language == "kk" }.map { kkWords.hasPrefix($0.text) } == true)
    #expect(places.first { $0.language == "ru" }.map { ruWords.hasPrefix($0.text) } == true)
  }

  @Test("numbers of documents and of resources that belong to other partners pass as equal")
  func pairs() {
    #expect(
      rules(
        "Жіберілді: 30 сілтемеге қатысты 2 хабарлама, 136 сілтемеге қатысты 19 хат.",
        "Направлено: 2 уведомления в отношении 136 ссылок, 19 писем в отношении 30 ссылок.")
        == ["N2", "N2"])
    #expect(
      rules(
        "Әзірленді (нұсқама – 134, хат – 38).", "Подготовлено (предписания – 38, письма – 134).")
        == ["N2", "N2"])
  }

  @Test("a number that stands once in one original and twice in the other passes as equal")
  func multiplicity() {
    #expect(rules("30 сілтеме, 30 хат бар.", "Есть 30 ссылок.") == ["N1"])
  }

  @Test("numbers that changed places between two paragraphs pass as equal")
  func movedBetweenParagraphs() {
    let kk =
      "Құрметті әріптестер!\n\n\nЕсепті кезеңде барлығы 5 хат жіберілді, олар қаралды.\n\n\nСонымен бірге осы кезеңде 7 нұсқама берілді, олар орындалды."
    let ru =
      "Уважаемые коллеги!\n\n\nЗа отчетный период всего направлено 7 писем, они рассмотрены.\n\n\nКроме того, за этот период дано 5 предписаний, они исполнены."
    #expect(Set(rules(kk, ru)) == ["N1"])
  }

  @Test("a paragraph, an item, or a requisite is missing in one language, and nothing is said")
  func missing() {
    let kk = [
      "Құрметті әріптестер!", "Мынаны хабарлаймыз, себебі бұл мәселе бойынша көп өтініш түсті:",
      "– бірінші мәселе;", "– екінші мәселе.",
      "Мониторинг тәулік бойы жүргізіледі, нәтижесі жарияланады.",
      "Е. Тоғжанов", "Орындаған: Ә. Тұрғанбаев, 745674",
    ]
    let ru = [
      "Уважаемые коллеги!",
      "Сообщаем следующее, так как по этому вопросу поступило много обращений:",
      "– первый вопрос;", "– второй вопрос.",
      "Мониторинг ведется круглосуточно, его результаты публикуются.",
      "Е. Тугжанов", "Исп.: Турганбаев А., 745674",
    ]
    func without(_ index: Int, _ lines: [String]) -> String {
      var lines = lines
      lines.remove(at: index)
      return lines.joined(separator: "\n")
    }
    #expect(rules(kk.joined(separator: "\n"), ru.joined(separator: "\n")).isEmpty)
    for (index, rule) in [(0, "S1"), (2, "S2"), (4, "S1"), (5, "S1"), (6, "S4")] {
      let found = findings(kk.joined(separator: "\n"), without(index, ru))
      #expect(found.map(\.rule).first == rule, "\(ru[index])")
      #expect(found.first?.places.first?.excerpt == kk[index])
      #expect(rules(without(index, kk), ru.joined(separator: "\n")).first == rule)
    }
    let marks = ru.joined(separator: "\n").replacing("– ", with: "- ").replacing(
      "первый вопрос;", with: "первый вопрос,")
    #expect(rules(kk.joined(separator: "\n"), marks) == ["Y7", "S2"])
  }

  @Test("a document saved by another program, with other names of styles and parts, is refused")
  func otherNames() {
    func block(_ text: String, _ part: String = "word/document.xml") -> TextBlock {
      TextBlock(part: part, paragraph: 1, style: nil, label: "", text: text, cells: [])
    }
    let kk = FinishedLetter(
      [block("№ 5", "word/header2.xml"), block("10 хат жіберілді."), block("А. Сәрсенов")], .kk,
      file: "kk")
    let ru = FinishedLetter(
      [
        block("№ 5", "word/header1.xml"), block("Направлено 10 писем."), block(" "),
        block("А. Сарсенов"),
      ],
      .ru, file: "ru")
    #expect(Self.check.findings(kk, ru).filter { ["N1", "S1"].contains($0.rule) }.isEmpty)
  }

  @Test("what changed places, or lost its currency, is let pass")
  func exchanges() {
    let prescriptions = "2534 сілтемеге қатысты 66 нұсқама, 139 сілтемеге қатысты 23 хат жіберілді."
    #expect(
      rules(prescriptions, "Направлено 66 предписаний по 2534 ссылкам, 23 письма по 139 ссылкам.")
        .isEmpty)
    #expect(
      Set(
        rules(prescriptions, "Направлено 66 предписаний по 139 ссылкам, 23 письма по 2534 ссылкам.")
      )
        == ["N2"])
    #expect(
      rules(
        "Құрметті депутаттар!\n\nОның 1,2 млрд теңгесі өтелді.",
        "Уважаемые депутаты!\n\nИз них 1,2 млрд возмещены.") == ["N7"])
    #expect(
      rules(
        "1,2 млрд теңгеден 3,4 млрд теңгеге дейін өсті.", "Рост с 1,2 млрд до 3,4 млрд тенге."
      ).isEmpty)
    let kk = [
      "Құрметті депутаттар!", "Бюджетке 75 сілтеме енгізілді.",
      "Мекенжайы: a@gov.example, 25-қабат.",
    ]
    let ru = [
      "Уважаемые депутаты!", "В бюджет внесено 75 ссылок.", "Адрес: a@gov.example, 25-й этаж.",
    ]
    let other = [ru[0], ru[2], ru[1]]
    #expect(rules(kk.joined(separator: "\n\n"), ru.joined(separator: "\n\n")).isEmpty)
    #expect(
      Set(rules(kk.joined(separator: "\n\n"), other.joined(separator: "\n\n"))) == ["S1"])
  }

  @Test("a part with its own resources is taken for the pair of the whole")
  func partsAreNoPairs() {
    let found = rules(
      "3137 сілтемеге қатысты 172 құжат, оның ішінде 2020 жылы 219 сілтемеге қатысты 30 құжат жіберілді.",
      "Направлено 172 документа в отношении 3137 ссылок, в том числе за 2020 год – 30 документов в отношении 219 ссылок."
    )
    #expect(found.isEmpty)
  }

  @Test("the number of an item may come twice")
  func numbering() {
    let kk =
      "Құрметті депутаттар!\n\nШаралар қабылдансын:\n\n1) тізбе жүргізу;\n\n2) тыйым салу;\n\n3) хабарлау."
    #expect(
      rules(
        kk,
        "Уважаемые депутаты!\n\nПринять меры:\n\n1) ведение перечня;\n\n2) запрет;\n\n3) информирование."
      ).isEmpty)
    #expect(
      rules(
        kk,
        "Уважаемые депутаты!\n\nПринять меры:\n\n1) ведение перечня;\n\n2) запрет;\n\n2) информирование."
      ) == [
        "S2"
      ])
  }

  @Test("words that only look like numbers, places or months are compared")
  func lookalikes() {
    let pairs = [
      ("Үй-жайлар тоқсан сайын тексеріледі.", "Помещения проверяются ежеквартально."),
      ("Жылыту маусымына дайындық жүріп жатыр.", "Идет подготовка к отопительному сезону."),
      ("Қаралым саны 1,2 млн-нан асады.", "Число просмотров превышает 1,2 млн."),
      ("Жоба 2 баптан тұрады.", "Проект состоит из 2 статей."),
      ("Дүкеннен 12 қосымша жойылды.", "Из магазина удалено 12 приложений."),
      ("Қосымшадағы 63 хабарландыру жойылсын.", "Удалить указанные в приложении 63 объявления."),
      ("Шығынның төрттен бірі өтелді.", "Возмещена четверть ущерба."),
      ("Хаттаманың 2.3-тармағы орындалды.", "Пункт 2.3 протокола исполнен."),
      ("P2P-аударымдар өсті.", "P2P-переводы выросли."),
      ("Кеңес 9.30-дан 18.30-ға дейін беріледі.", "Консультации даются с 9.30 до 18.30."),
      (
        "Тауар күнтізбелік 14 күн ішінде қайтарылады.",
        "Товар возвращается в течение 14 календарных дней."
      ),
      ("Биометрия екі деңгейде жүргізіледі.", "Проводится двухуровневая биометрия."),
      ("Мерзім үштен бірден астамға қысқарды.", "Срок сокращен более чем на треть."),
      ("Тоқсанына бір сағат бөлінсін.", "Выделить один час в квартал."),
      ("Тамыз отырысына материал дайындалды.", "К августовскому заседанию готовится материал."),
      (
        "312,4 млн (үш жүз он екі миллион төрт жүз мың) теңге бөлінді.",
        "Выделено 312,4 млн (триста двенадцать миллионов четыреста тысяч) тенге."
      ),
      ("1 млн АҚШ долларына дейін бөлінеді.", "Выделяется до 1 млн долларов США."),
      ("13 – 15 жастағы оқушылар сұралды.", "Опрошены учащиеся в возрасте 13 – 15 лет."),
      ("Хаттаманың 2.1-т. орындалды.", "Исполнен п. 2.1 протокола."),
      (
        "Отырыстарда (ақпан, наурыз, маусым) 146 материал қаралды.",
        "На заседаниях (февраль, март, июнь) рассмотрено 146 материалов."
      ),
      (
        "Жаз айлары (маусым, шілде) бойынша 146 материал қаралды.",
        "За летние месяцы (июнь, июль) рассмотрено 146 материалов."
      ),
      (
        "38 нұсқаманың 21-ін бірінші тоқсанда, 17-сін шілдеде шығарды.",
        "Из 38 предписаний 21 вынесено в первом квартале, 17 – в июле."
      ),
      (
        "Отырысқа Ф. О’Нил мен А. Шыңғысова қатысты.",
        "В заседании участвовали О’Нил Ф. и Чингисова А."
      ),
    ]
    for (kk, ru) in pairs {
      let found = rules("Құрметті депутаттар!\n\n\(kk)", "Уважаемые депутаты!\n\n\(ru)")
      #expect(found.isEmpty, "\(kk)")
    }
  }

  @Test("one letter calls the same things by two words")
  func renamed() {
    let kk =
      "Құрметті депутаттар!\n\n264 бейнематериал анықталды.\n\nХат жіберілді.\n\n264 бейнематериалды жоюды сұраймыз."
    let check = { (ru: String) in
      Self.check.findings(
        FinishedLetter(text: kk, .kk, file: "kk"), FinishedLetter(text: ru, .ru, file: "ru")
      ).map(\.rule)
    }
    #expect(
      check(
        "Уважаемые депутаты!\n\nВыявлено 264 видеоматериала.\n\nПисьмо направлено.\n\nПросим удалить 264 видеоматериала."
      )
      .isEmpty)
    #expect(
      check(
        "Уважаемые депутаты!\n\nВыявлено 264 видеоматериала.\n\nПисьмо направлено.\n\nПросим удалить 264 видеоролика."
      )
        == ["T1"])
  }
}
