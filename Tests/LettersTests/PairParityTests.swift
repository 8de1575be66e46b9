import Testing
import Diagnostics
@testable import WordprocessingML

@testable import Letters

/// The comparison of two finished originals.
@Suite struct PairParityTests {
  private func block(_ text: String, style: String = "LetterText", paragraph: Int = 1) -> TextBlock
  {
    TextBlock(part: "word/document.xml", paragraph: paragraph, style: style, label: "", text: text, cells: [])
  }

  private func rules(kk: [TextBlock], ru: [TextBlock]) -> [String] {
    PairParity(
      kk: .init(language: .kk, file: "a.kk.docx", blocks: kk),
      ru: .init(language: .ru, file: "a.ru.docx", blocks: ru)
    ).check().map(\.rule)
  }

  @Test(
    "the order of numbers inside a sentence, which the languages do not share, is taken for a difference"
  )
  func orderIsFree() {
    #expect(
      rules(
        kk: [block("2534 сілтемеге қатысты 66 нұсқама, 2021 жылғы 15 желтоқсан")],
        ru: [block("66 предписаний в отношении 2534 ссылок, 15 декабря 2021 года")]
      ).isEmpty)
  }

  @Test("numbers that moved to another paragraph pass as equal")
  func movedBetweenParagraphs() {
    #expect(
      rules(
        kk: [block("5 хат"), block("7 нұсқама")], ru: [block("7 писем"), block("5 предписаний")])
        == ["N1", "N1", "N1", "N1"])
  }

  @Test("a number that stands once in one original and twice in the other passes as equal")
  func multiplicity() {
    #expect(rules(kk: [block("30 сілтеме, 30 хат")], ru: [block("30 ссылок")]) == ["N1"])
  }

  @Test("grouping by no-break spaces makes a number look like another")
  func grouping() {
    #expect(rules(kk: [block("12\u{A0}500 сілтеме")], ru: [block("12500 ссылок")]).isEmpty)
    #expect(rules(kk: [block("2,5 пайыз")], ru: [block("2,5 процента")]).isEmpty)
    #expect(rules(kk: [block("2,5 пайыз")], ru: [block("25 процентов")]) == ["N1", "N1"])
  }

  @Test("a missing list item goes unnoticed")
  func missingItem() {
    #expect(
      rules(
        kk: [block("бірінші", style: "DashItem"), block("екінші", style: "DashItem")],
        ru: [block("первый", style: "DashItem")]) == ["S1"])
    #expect(rules(kk: [], ru: [block("только здесь", style: "Executor")]) == ["S1"])
  }

  @Test(
    "a template saved by another program, with other names of styles and parts, stops every letter")
  func otherNames() {
    let kk = [
      TextBlock(part: "word/header2.xml", paragraph: 1, style: "Header", label: "", text: "№ 5", cells: []),
      block("10 хат", style: "Body Text"), block("Ә. Оспанов, 745600", style: "Executor"),
    ]
    let ru = [
      TextBlock(part: "word/header1.xml", paragraph: 1, style: "header", label: "", text: "№ 5", cells: []),
      block("10 писем"), block("Оспанов А., 745600", style: "Исполнитель"),
    ]
    #expect(rules(kk: kk, ru: ru).isEmpty)
  }

  @Test("an executor's block that another program wrote before the signature stops every letter")
  func otherOrder() {
    let kk = [block("745600", style: "Executor"), block("А. Сәрсенов", style: "Letter Signature")]
    let ru = [block("А. Сарсенов", style: "Letter Signature"), block("745600", style: "Executor")]
    #expect(rules(kk: kk, ru: ru).isEmpty)
    #expect(rules(kk: kk, ru: [ru[0], block("745611", style: "Executor")]) == ["N1", "N1"])
  }

  @Test("blank paragraphs count")
  func blankParagraphs() {
    #expect(rules(kk: [block("мәтін"), block(" ")], ru: [block("текст")]).isEmpty)
  }

  @Test(
    "numbers are read wrongly",
    arguments: [
      ("№ ДС-343", ["343"]), ("6-бабына", ["6"]), ("134, 38", ["134", "38"]),
      ("2021\u{A0}жылғы 15\u{A0}желтоқсан", ["2021", "15"]), ("6\u{A0}369 ссылок", ["6369"]),
      ("1\u{202F}234\u{202F}567", ["1234567"]), ("12,5 %", ["12.5"]), ("745600.", ["745600"]),
      ("2020\u{A0}219", ["2020", "219"]), ("", []),
    ])
  func numbers(text: String, expected: [String]) {
    #expect(NumberToken.all(in: text).map(\.value) == expected)
  }
}
