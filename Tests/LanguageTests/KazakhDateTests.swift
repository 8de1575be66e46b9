import CivilDates
import Language
import Testing

@Suite struct KazakhDateTests {
  /// The four forms of every month: dates that do not harmonise are the first thing a reader sees.
  @Test(arguments: [
    (1, "қаңтар дағы да дан ға"), (2, "ақпан дағы да нан ға"), (3, "наурыз дағы да дан ға"),
    (4, "сәуір дегі де ден ге"), (5, "мамыр дағы да дан ға"), (6, "маусым дағы да нан ға"),
    (7, "шілде дегі де ден ге"), (8, "тамыз дағы да дан ға"), (9, "қыркүйек тегі те тен ке"),
    (10, "қазан дағы да нан ға"), (11, "қараша дағы да дан ға"), (12, "желтоқсан дағы да нан ға"),
  ])
  func monthsInEveryForm(month: Int, paradigm: String) throws {
    let words = paradigm.split(separator: " ").map(String.init)
    let date = try #require(CivilDate(year: 2021, month: month, day: 15))
    let day = "2021~жылғы 15~" + words[0]
    #expect(Kazakh.monthName(month) == words[0])
    #expect(Kazakh.date(date) == noBreak(day))
    #expect(Kazakh.date(date, .attributive) == noBreak(day + words[1]))
    #expect(Kazakh.date(date, .on) == noBreak(day + words[2]))
    #expect(Kazakh.date(date, .from) == noBreak(day + words[3] + " бастап"))
    #expect(Kazakh.date(date, .until) == noBreak(day + words[4] + " дейін"))
    #expect(Kazakh.date(date, .asOf) == noBreak(day + words[1] + " жағдай бойынша"))
  }

  @Test(arguments: [
    (KazakhYearForm.nominative, "2021~жыл"), (.during, "2021~жылы"), (.attributive, "2021~жылғы"),
    (.from, "2021~жылдан бастап"), (.until, "2021~жылға дейін"),
    (.sinceStart, "2021~жылдың басынан"),
    (.untilEnd, "2021~жылдың соңына дейін"),
  ])
  func yearsInEveryForm(form: KazakhYearForm, phrase: String) {
    #expect(Kazakh.year(2021, form) == noBreak(phrase))
  }

  @Test func rangesOfYears() {
    #expect(Kazakh.years(from: 2020, to: 2021) == noBreak("2020~– 2021~жылдары"))
  }
}
