import ArgumentParser
import CivilDates
import Language

/// A period as the command line names it: `2021`, `2021-Q4`, `2021-H1`, `2021-12`, `2021-01-01..2021-12-15`.
struct PeriodArgument: ExpressibleByArgument {
  let period: Period

  init?(argument: String) {
    guard let period = Period(notation: argument) else { return nil }
    self.period = period
  }
}
