import CivilDates
import Language
import Testing

private func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

private func period(_ from: String, _ to: String) throws -> Period {
  try #require(Period(from: day(from), to: day(to)))
}

@Suite struct CalendarSpanTests {
  /// Every form of every kind of span, in both languages side by side.
  @Test(arguments: [
    (CalendarSpan.quarter(4, of: 2021), KazakhYearForm.nominative, "2021~жылғы IV~тоқсан"),
    (.quarter(4, of: 2021), .during, "2021~жылғы IV~тоқсанда"),
    (.quarter(1, of: 2022), .attributive, "2022~жылғы I~тоқсандағы"),
    (.quarter(2, of: 2022), .from, "2022~жылғы II~тоқсаннан бастап"),
    (.quarter(3, of: 2022), .until, "2022~жылғы III~тоқсанға дейін"),
    (.quarter(1, of: 2022), .sinceStart, "2022~жылғы I~тоқсанның басынан"),
    (.quarters(1...3, of: 2022), .untilEnd, "2022~жылғы III~тоқсанның соңына дейін"),
    (.quarters(1...3, of: 2022), .during, "2022~жылғы I~– III~тоқсанда"),
    (.halfYear(1, of: 2021), .nominative, "2021~жылғы бірінші жартыжылдық"),
    (.halfYear(2, of: 2021), .during, "2021~жылғы екінші жартыжылдықта"),
    (.halfYear(2, of: 2021), .attributive, "2021~жылғы екінші жартыжылдықтағы"),
    (.month(12, of: 2021), .nominative, "2021~жылғы желтоқсан"),
    (.month(12, of: 2021), .during, "2021~жылғы желтоқсанда"),
    (.month(9, of: 2021), .attributive, "2021~жылғы қыркүйектегі"),
    (.month(2, of: 2021), .from, "2021~жылғы ақпаннан бастап"),
    (.months(1...3, of: 2021), .nominative, "2021~жылғы қаңтар~– наурыз"),
    (.months(1...3, of: 2021), .during, "2021~жылғы қаңтар~– наурызда"),
    (.months(1...3, of: 2021), .from, "2021~жылғы қаңтардан бастап"),
    (.year(2021), .during, "2021~жылы"), (.year(2021), .attributive, "2021~жылғы"),
    (.years(2020...2021), .nominative, "2020~– 2021~жылдар"),
    (.years(2020...2021), .during, "2020~– 2021~жылдары"),
    (.years(2020...2021), .attributive, "2020~– 2021~жылдардағы"),
    (.years(2017...2021), .from, "2017~жылдан бастап"),
    (.years(2017...2021), .untilEnd, "2021~жылдың соңына дейін"),
  ])
  func kazakhSpans(span: CalendarSpan, form: KazakhYearForm, phrase: String) {
    #expect(Kazakh.span(span, form) == noBreak(phrase))
  }

  @Test(arguments: [
    (CalendarSpan.quarter(1, of: 2022), RussianYearForm.nominative, "I~квартал 2022~года"),
    (.quarter(1, of: 2022), .in, "в I~квартале 2022~года"),
    (.quarter(2, of: 2022), .in, "во II~квартале 2022~года"),
    (.quarter(1, of: 2022), .during, "за I~квартал 2022~года"),
    (.quarter(2, of: 2022), .from, "со II~квартала 2022~года"),
    (.quarter(2, of: 2022), .by, "ко II~кварталу 2022~года"),
    (.quarter(3, of: 2022), .from, "с III~квартала 2022~года"),
    (.quarters(1...3, of: 2022), .during, "за I~– III~кварталы 2022~года"),
    (.quarters(2...3, of: 2022), .in, "во II~– III~кварталах 2022~года"),
    (.halfYear(1, of: 2021), .nominative, "первое полугодие 2021~года"),
    (.halfYear(1, of: 2021), .during, "за первое полугодие 2021~года"),
    (.halfYear(2, of: 2021), .in, "во втором полугодии 2021~года"),
    (.halfYear(2, of: 2021), .from, "со второго полугодия 2021~года"),
    (.halfYear(1, of: 2021), .sinceStart, "с начала первого полугодия 2021~года"),
    (.month(12, of: 2021), .in, "в декабре 2021~года"),
    (.month(1, of: 2021), .during, "за январь 2021~года"),
    (.month(2, of: 2021), .from, "с февраля 2021~года"),
    (.month(3, of: 2021), .through, "по март 2021~года"),
    (.month(8, of: 2021), .by, "к августу 2021~года"),
    (.months(1...3, of: 2021), .during, "за январь~– март 2021~года"),
    (.months(1...3, of: 2021), .in, "в январе~– марте 2021~года"),
    (.months(1...3, of: 2021), .through, "по март 2021~года"),
    (.months(1...3, of: 2021), .genitive, "января~– марта 2021~года"),
    (.year(2021), .during, "за 2021~год"), (.year(2021), .in, "в 2021~году"),
    (.years(2020...2021), .nominative, "2020~– 2021~годы"),
    (.years(2020...2021), .during, "за 2020~– 2021~годы"),
    (.years(2020...2021), .in, "в 2020~– 2021~годах"),
    (.years(2020...2021), .from, "с 2020~года"),
  ])
  func russianSpans(span: CalendarSpan, form: RussianYearForm, phrase: String) {
    #expect(Russian.span(span, form) == noBreak(phrase))
  }

  /// A single year must read as it does without a span.
  @Test func yearsAsSpansReadAsYears() {
    for form in KazakhYearForm.allCases {
      #expect(Kazakh.span(.year(2021), form) == Kazakh.year(2021, form))
    }
    for form in RussianYearForm.allCases {
      #expect(Russian.span(.year(2021), form) == Russian.year(2021, form))
    }
    #expect(Kazakh.span(.years(2020...2021), .during) == Kazakh.years(from: 2020, to: 2021))
    #expect(Russian.span(.years(2020...2021), .in) == Russian.years(from: 2020, to: 2021))
  }

  @Test func monthsWithoutAYear() {
    #expect(Kazakh.month(12, .during) == "желтоқсанда")
    #expect(Kazakh.month(12, .during, wording: .withNoun) == "желтоқсан айында")
    #expect(Kazakh.month(12, .attributive, wording: .withNoun) == "желтоқсан айындағы")
    #expect(Kazakh.month(12, .from, wording: .withNoun) == "желтоқсан айынан бастап")
    #expect(Kazakh.month(12, .until, wording: .withNoun) == "желтоқсан айына дейін")
    #expect(
      Kazakh.span(.months(1...3, of: 2021), .during, months: .withNoun)
        == noBreak("2021~жылғы қаңтар~– наурыз айларында"))
    #expect(Russian.month(12, .in) == "в декабре")
    #expect(Russian.month(1, .during) == "за январь")
  }

  /// The month of every span ends as the month itself is declined: a table of endings would forget «қыркүйектегі».
  @Test func monthsEndAsTheyAreDeclined() {
    for month in 1...12 {
      let name = Kazakh.monthName(month)
      let span = CalendarSpan.month(month, of: 2021)
      #expect(Kazakh.span(span, .during).hasSuffix(Kazakh.inflect(name, case: .locative)))
      #expect(Kazakh.span(span, .attributive).hasSuffix(Kazakh.inflect(name, attributive: true)))
      #expect(
        Kazakh.span(span, .from).hasSuffix(Kazakh.inflect(name, case: .ablative) + " бастап"))
      #expect(
        Russian.span(span, .in)
          == noBreak("в \(Russian.monthName(month, case: .prepositional)) 2021~года"))
    }
  }

  @Test func severalUnitsFromFirstToLast() {
    #expect(Russian.fromThrough(.months(1...3, of: 2021)) == noBreak("с января по март 2021~года"))
    #expect(Russian.fromThrough(.years(2020...2021)) == noBreak("с 2020 по 2021~год"))
    #expect(
      Russian.fromThrough(.quarters(2...3, of: 2021)) == noBreak("со II по III~квартал 2021~года"))
    #expect(Russian.fromThrough(.year(2021)) == noBreak("за 2021~год"))
    #expect(
      Kazakh.fromUntil(.months(1...3, of: 2021)) == noBreak("2021~жылғы қаңтардан наурызға дейін"))
    #expect(
      Kazakh.fromUntil(.years(2020...2021)) == noBreak("2020~жылдан 2021~жылға дейін"))
    #expect(
      Kazakh.fromUntil(.quarters(1...3, of: 2021))
        == noBreak("2021~жылғы I~тоқсаннан III~тоқсанға дейін"))
    #expect(Kazakh.fromUntil(.year(2021)) == noBreak("2021~жылы"))
  }

  /// A span that is not the period it was read from would count other days than the letter names.
  @Test func periodsAreRecognisedExactly() throws {
    let spans: [CalendarSpan] =
      (1...12).map { .month($0, of: 2024) } + (1...4).map { .quarter($0, of: 2023) }
      + [.halfYear(1, of: 2022), .halfYear(2, of: 2022), .year(2021), .years(2019...2021)]
      + [.months(1...11, of: 2021), .months(2...4, of: 2021), .months(4...9, of: 2021)]
    for span in spans { #expect(CalendarSpan(try #require(span.period)) == span) }
    #expect(CalendarSpan(try period("2021-01-01", "2021-12-30")) == nil)
    #expect(CalendarSpan(try period("2021-01-02", "2021-12-31")) == nil)
    #expect(CalendarSpan(try period("2020-07-01", "2021-06-30")) == nil)
    #expect(CalendarSpan(try period("2023-02-01", "2023-02-28")) == .month(2, of: 2023))
    #expect(CalendarSpan(try period("2024-02-01", "2024-02-28")) == nil)
    #expect(CalendarSpan(.quarters, 3...5, of: 2021) == nil)
    #expect(CalendarSpan(.months, 1...1, of: 0) == nil)
    #expect(CalendarSpan(.years, 2020...2021, of: 1) == .years(2020...2021))
  }

  @Test func kazakhPeriods() throws {
    let within = try period("2021-01-01", "2021-12-15")
    #expect(
      Kazakh.period(within) == noBreak("2021~жылғы 1~қаңтардан 15~желтоқсанға дейін"))
    #expect(
      Kazakh.period(within, .nominative) == noBreak("2021~жылғы 1~қаңтар~– 15~желтоқсан"))
    #expect(
      Kazakh.period(within, .during)
        == noBreak("2021~жылғы 1~қаңтар мен 15~желтоқсан аралығында"))
    #expect(
      Kazakh.period(try period("2021-03-01", "2021-09-15"), .attributive)
        == noBreak("2021~жылғы 1~наурыз бен 15~қыркүйек аралығындағы"))
    let across = try period("2020-12-01", "2021-01-15")
    #expect(
      Kazakh.period(across) == noBreak("2020~жылғы 1~желтоқсаннан 2021~жылғы 15~қаңтарға дейін"))
    let month = try period("2021-12-01", "2021-12-15")
    #expect(Kazakh.period(month) == noBreak("2021~жылғы 1~желтоқсаннан 15~желтоқсанға дейін"))
    #expect(
      Kazakh.period(month, .during) == noBreak("2021~жылғы 1~– 15~желтоқсан аралығында"))
    let one = try period("2021-12-15", "2021-12-15")
    #expect(Kazakh.period(one, .during) == noBreak("2021~жылғы 15~желтоқсанда"))
    #expect(
      Kazakh.acceptedPeriods(within) == [
        noBreak("2021~жылғы 1~қаңтардан 15~желтоқсанға дейін"),
        noBreak("2021~жылғы 1~қаңтардан бастап 15~желтоқсанға дейін"),
      ])
  }

  @Test func russianPeriods() throws {
    let within = try period("2021-01-01", "2021-12-15")
    #expect(Russian.period(within) == noBreak("с 1~января по 15~декабря 2021~года"))
    #expect(Russian.period(within, .nominative) == noBreak("1~января~– 15~декабря 2021~года"))
    #expect(
      Russian.period(within, .during) == noBreak("за период с 1~января по 15~декабря 2021~года"))
    #expect(
      Russian.period(try period("2020-12-02", "2021-01-15"), .in)
        == noBreak("в период со 2~декабря 2020~года по 15~января 2021~года"))
    let month = try period("2021-12-02", "2021-12-15")
    #expect(Russian.period(month) == noBreak("со 2 по 15~декабря 2021~года"))
    #expect(Russian.period(month, .nominative) == noBreak("2~– 15~декабря 2021~года"))
    #expect(
      Russian.period(try period("2021-12-15", "2021-12-15")) == noBreak("15~декабря 2021~года"))
  }

  /// A letter that is asked to name whole years, quarters and months must not spell their days.
  @Test func wholePeriodsAreNamedWhenAsked() throws {
    #expect(Kazakh.period(.year(2021), .during, naming: .calendar) == noBreak("2021~жылы"))
    #expect(Russian.period(.year(2021), .during, naming: .calendar) == noBreak("за 2021~год"))
    #expect(Russian.period(.year(2021)) == noBreak("с 1~января по 31~декабря 2021~года"))
    let quarter = try period("2022-01-01", "2022-03-31")
    #expect(
      Kazakh.period(quarter, .during, naming: .calendar) == noBreak("2022~жылғы I~тоқсанда"))
    #expect(Russian.period(quarter, .in, naming: .calendar) == noBreak("в I~квартале 2022~года"))
    let months = try period("2022-01-01", "2022-11-30")
    #expect(
      Russian.period(months, naming: .calendar) == noBreak("с января по ноябрь 2022~года"))
    #expect(
      Kazakh.period(months, naming: .calendar) == noBreak("2022~жылғы қаңтардан қарашаға дейін"))
    let days = try period("2022-01-01", "2022-11-29")
    #expect(Kazakh.period(days, naming: .calendar) == Kazakh.period(days))
  }

  @Test func datesWithoutTheirYearAndInFigures() throws {
    let date = try day("2021-12-05")
    #expect(Kazakh.dayAndMonth(date) == noBreak("5~желтоқсан"))
    #expect(Kazakh.dayAndMonth(date, .on) == noBreak("5~желтоқсанда"))
    #expect(Kazakh.date(date, case: .genitive) == noBreak("2021~жылғы 5~желтоқсанның"))
    #expect(Russian.dayAndMonth(date) == noBreak("5~декабря"))
    #expect(Russian.dayAndMonth(try day("2021-12-02"), .from) == noBreak("со 2~декабря"))
    #expect(date.inFigures == "05.12.2021")
    #expect(try day("0999-01-31").inFigures == "31.01.0999")
  }

  @Test func datesInWords() throws {
    let date = try day("2021-12-15")
    #expect(Kazakh.dateInWords(date) == "екі мың жиырма бірінші жылғы он бесінші желтоқсан")
    #expect(
      Kazakh.dateInWords(try day("1999-09-20"), case: .ablative)
        == "мың тоғыз жүз тоқсан тоғызыншы жылғы жиырмасыншы қыркүйектен")
    #expect(
      Russian.dateInWords(date) == "пятнадцатое декабря две тысячи двадцать первого года")
    #expect(
      Russian.dateInWords(try day("2000-05-03"), case: .dative)
        == "третьему мая двухтысячного года")
  }

  /// Every day of a leap year in every form ends in its month, declined as the word alone.
  @Test func everyDateIsDeclinedAsItsMonth() throws {
    for days in 19_723..<20_089 {
      let date = CivilDate(daysSinceEpoch: days)
      let month = Kazakh.monthName(date.month)
      let head = noBreak("2024~жылғы \(date.day)~")
      for grammaticalCase in KazakhCase.allCases {
        let expected = head + Kazakh.inflect(month, case: grammaticalCase)
        if Kazakh.date(date, case: grammaticalCase) != expected { Issue.record("\(expected)") }
      }
      let attributive = head + Kazakh.inflect(month, attributive: true)
      if Kazakh.date(date, .attributive) != attributive { Issue.record("\(attributive)") }
    }
  }

  @Test(arguments: [
    ("с", "статьёй", "со"), ("с", "статьями", "со"), ("с", "пунктом", "с"), ("с", "Законом", "с"),
    ("в соответствии с", "статьёй", "в соответствии со"), ("с", "второго", "со"),
    ("с", "сентября", "с"), ("с", "частью", "с"), ("в", "втором", "во"), ("в", "феврале", "в"),
    ("в", "внутренних", "во"), ("в", "статье", "в"), ("к", "второму", "ко"), ("к", "Указу", "к"),
    ("о", "абзаце", "об"), ("о", "Указе", "об"), ("о", "статье", "о"), ("о", "ежегодном", "о"),
    ("о", "итогах", "об"), ("по", "статье", "по"), ("с", "", "с"), ("с", "всеми", "со"),
    ("с", "знаком", "со"), ("в", "Франции", "во"),
  ])
  func prepositionsFollowTheNextSound(preposition: String, word: String, written: String) {
    #expect(Russian.preposition(preposition, before: word) == written)
  }

  /// A check must not report what an editor would let stand.
  @Test func wordingsThatACheckAccepts() {
    #expect(
      Kazakh.acceptedSpans(.quarter(4, of: 2021), .during)
        == ["2021~жылғы IV~тоқсанда", "2021~жылғы төртінші тоқсанда"].map(noBreak))
    #expect(
      Kazakh.acceptedSpans(.month(12, of: 2021), .during)
        == ["2021~жылғы желтоқсанда", "2021~жылғы желтоқсан айында"].map(noBreak))
    #expect(
      Kazakh.acceptedSpans(.months(1...9, of: 2021), .during)
        == [
          "2021~жылғы қаңтар~– қыркүйекте", "2021~жылғы қаңтар~– қыркүйек айларында",
          "2021~жылғы 9~айда",
        ].map(noBreak))
    #expect(Kazakh.acceptedSpans(.year(2021), .during) == [noBreak("2021~жылы")])
    #expect(
      Russian.acceptedSpans(.quarter(4, of: 2021), .in)
        == [
          "в IV~квартале 2021~года", "в четвёртом квартале 2021~года",
          "в четвертом квартале 2021~года",
        ].map(noBreak))
    #expect(
      Russian.acceptedSpans(.halfYear(2, of: 2021), .in)
        == ["во втором полугодии 2021~года", "во II~полугодии 2021~года"].map(noBreak))
    #expect(
      Russian.acceptedSpans(.months(1...9, of: 2021), .during)
        == ["за январь~– сентябрь 2021~года", "за 9~месяцев 2021~года"].map(noBreak))
  }
}
