import CivilDates
import Testing

@Suite struct CivilDateTests {
  /// The lengths of the months, told apart from the code under test.
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private func isLeap(_ year: Int) -> Bool {
    if year.isMultiple(of: 400) { return true }
    if year.isMultiple(of: 100) { return false }
    return year.isMultiple(of: 4)
  }

  private func length(_ month: Int, of year: Int) -> Int {
    month == 2 && isLeap(year) ? 29 : Self.lengths[month - 1]
  }

  @Test("A letter would be dated with a day before or after the one meant")
  func everyDay() throws {
    // 1 January 1970 is day 0; 370 years before it have 90 leap days: 1600, and 89 after it.
    var days = -(370 * 365 + 90)
    var previous: CivilDate?
    for year in 1600...2400 {
      for month in 1...12 {
        for day in 1...length(month, of: year) {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          let isRight =
            CivilDate(daysSinceEpoch: days) == date && CivilDate(iso: date.iso) == date
            && previous.map { $0 < date && !(date < $0) } != false
          // A requirement for each of 290,000 days would take longer than the days.
          if !isRight { Issue.record("\(date.iso)") }
          previous = date
          days += 1
        }
      }
    }
    #expect(CivilDate(daysSinceEpoch: 0).iso == "1970-01-01")
    #expect(CivilDate(daysSinceEpoch: days - 1).iso == "2400-12-31")
  }

  @Test("Days far from ours would be counted wrongly, or stop the program")
  func farDays() {
    #expect(CivilDate(daysSinceEpoch: -719_162).iso == "0001-01-01")
    #expect(CivilDate(daysSinceEpoch: 2_932_896).iso == "9999-12-31")
    #expect(CivilDate(iso: "0001-01-01")?.year == 1)
  }

  @Test("A day that does not exist would be printed in a letter")
  func impossibleDays() {
    for year in 1600...2400 {
      for month in 1...12 {
        let last = length(month, of: year)
        for (day, exists) in [(0, false), (1, true), (last, true), (last + 1, false)]
        where (CivilDate(year: year, month: month, day: day) != nil) != exists {
          Issue.record("\(year) \(month) \(day)")
        }
      }
    }
    let impossible = [
      (2021, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2021, 0, 1), (2021, 13, 1),
      (2021, 1, -1), (2021, -1, 1), (0, 1, 1), (-1, 1, 1), (10_000, 1, 1), (2021, 4, 31),
      (.max, .max, .max), (.min, .min, .min),
    ]
    for (year, month, day) in impossible {
      #expect(CivilDate(year: year, month: month, day: day) == nil, "\(year) \(month) \(day)")
    }
  }

  @Test("A date typed in another form would be guessed at")
  func otherForms() {
    let refused = [
      "", "2021", "2021-12", "2021-12-1", "2021-1-01", "21-12-01", "2021-12-011", "02021-12-01",
      "2021/12/01", "01.12.2021", "20211201", "2021-12-01T00:00", " 2021-12-01", "2021-12-01 ",
      "+021-12-01", "-021-12-01", "2021-+1-01", "2021-02-30", "2021-00-01", "0000-01-01",
      "2021‑12‑01", "٢٠٢١-12-01", "2021-12-0\u{661}", "2021_12_01", "abcd-ef-gh",
    ]
    for text in refused { #expect(CivilDate(iso: text) == nil, "\(text)") }
    #expect(CivilDate(iso: "2021-12-15 жылы".prefix(10))?.iso == "2021-12-15")
  }

  @Test("A year's figures would miss its first or last day")
  func years() {
    #expect(CivilDate.startOfYear(2021).iso == "2021-01-01")
    #expect(CivilDate.endOfYear(2021).iso == "2021-12-31")
  }
}

@Suite struct PeriodTests {
  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  @Test("A case on the first or last day of a period would not be counted")
  func bounds() throws {
    let period = try #require(Period(from: date("2021-02-01"), to: date("2021-02-28")))
    #expect(period.contains(try date("2021-02-01")))
    #expect(period.contains(try date("2021-02-28")))
    #expect(period.contains(try date("2021-02-15")))
    #expect(!period.contains(try date("2021-01-31")))
    #expect(!period.contains(try date("2021-03-01")))
    #expect(!period.contains(try date("2020-02-15")))
  }

  @Test("A period that ends before it begins would count nothing, without a word")
  func reversed() throws {
    #expect(Period(from: try date("2021-02-02"), to: try date("2021-02-01")) == nil)
    let day = try #require(Period(from: date("2021-02-02"), to: date("2021-02-02")))
    #expect(day.contains(day.from))
  }

  @Test("The figures of one year would take in days of another")
  func wholeYear() throws {
    for year in [1900, 2000, 2021, 2024] {
      let period = Period.year(year)
      var days = 0
      for offset in -30_000...30_000 {
        let date = CivilDate(daysSinceEpoch: offset)
        if period.contains(date) != (date.year == year) { Issue.record("\(date.iso)") }
        if period.contains(date) { days += 1 }
      }
      #expect(days == (year == 2000 || year == 2024 ? 366 : 365))
    }
  }
}
