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
}
