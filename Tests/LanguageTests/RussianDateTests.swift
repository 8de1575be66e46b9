import CivilDates
import Language
import Testing

@Suite struct RussianDateTests {
  @Test(arguments: [
    (1, "января"), (2, "февраля"), (3, "марта"), (4, "апреля"), (5, "мая"), (6, "июня"),
    (7, "июля"), (8, "августа"), (9, "сентября"), (10, "октября"), (11, "ноября"), (12, "декабря"),
  ])
  func monthsInTheGenitive(month: Int, genitive: String) throws {
    let date = try #require(CivilDate(year: 2021, month: month, day: 15))
    #expect(Russian.date(date) == noBreak("15~\(genitive) 2021~года"))
  }

  @Test(arguments: [
    (RussianDateForm.date, "15~декабря 2021~года"), (.of, "от 15~декабря 2021~года"),
    (.from, "с 15~декабря 2021~года"), (.until, "до 15~декабря 2021~года"),
    (.through, "по 15~декабря 2021~года"), (.by, "к 15~декабря 2021~года"),
    (.asOf, "по состоянию на 15~декабря 2021~года"),
  ])
  func datesInEveryForm(form: RussianDateForm, phrase: String) throws {
    let date = try #require(CivilDate(year: 2021, month: 12, day: 15))
    #expect(Russian.date(date, form) == noBreak(phrase))
  }

  /// «С 2 января» cannot be read aloud: before «второго» the preposition has its vowel.
  @Test func prepositionsBeforeTheSecond() throws {
    let second = try #require(CivilDate(year: 2021, month: 1, day: 2))
    let last = try #require(CivilDate(year: 2021, month: 1, day: 22))
    #expect(Russian.date(second, .from) == noBreak("со 2~января 2021~года"))
    #expect(Russian.date(second, .by) == noBreak("ко 2~января 2021~года"))
    #expect(Russian.date(last, .from) == noBreak("с 22~января 2021~года"))
  }

  @Test(arguments: [
    (RussianYearForm.nominative, "2021~год"), (.genitive, "2021~года"), (.during, "за 2021~год"),
    (.in, "в 2021~году"), (.from, "с 2021~года"), (.sinceStart, "с начала 2021~года"),
    (.through, "по 2021~год"), (.until, "до 2021~года"), (.by, "к 2021~году"),
  ])
  func yearsInEveryForm(form: RussianYearForm, phrase: String) {
    #expect(Russian.year(2021, form) == noBreak(phrase))
  }

  @Test func rangesAndMonths() {
    #expect(Russian.years(from: 2020, to: 2021) == noBreak("в 2020~– 2021~годах"))
    #expect(Russian.monthName(12, case: .prepositional) == "декабре")
    #expect(Russian.monthName(3, case: .prepositional) == "марте")
    #expect(Russian.monthName(5) == "май")
  }

  @Test func listsEndInAnd() {
    #expect(Russian.list(["ГП", "МВД", "МКС", "АФМ"]) == "ГП, МВД, МКС и АФМ")
    #expect(Russian.list(["ГП"]) == "ГП")
  }
}
