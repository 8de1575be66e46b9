import CivilDates
import Testing

@testable import Language

@Suite struct PeriodNotationTests {
  @Test("Another period would be counted than was asked for")
  func periods() {
    func days(_ text: String) -> String? {
      Period(notation: text).map { "\($0.from.iso) \($0.to.iso)" }
    }
    #expect(days("2021") == "2021-01-01 2021-12-31")
    #expect(days("2021-Q4") == "2021-10-01 2021-12-31")
    #expect(days("2021-h2") == "2021-07-01 2021-12-31")
    #expect(days("2024-02") == "2024-02-01 2024-02-29")
    #expect(days("2021-01-01..2021-12-15") == "2021-01-01 2021-12-15")
    for text in [
      "", "21", "0000", "2021-", "2021-Q5", "2021-Q0", "2021-H3", "2021-13", "2021-1", "2021-00",
      "2021-12-15", "2021-12-15..", "2021-02-30..2021-03-01", "2021-02-02..2021-02-01", "2021-Q4-1",
    ] {
      #expect(days(text) == nil, "\(text)")
    }
  }
}
