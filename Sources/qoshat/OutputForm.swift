import ArgumentParser

/// The forms in which what was asked for is printed.
enum OutputForm: String, CaseIterable, ExpressibleByArgument {
  /// For people in a terminal: headings and words in their language, long cells cut.
  case table
  /// For programs: everything, under the names that files have.
  case json
  /// For spreadsheets: as files have it, protected against formulas.
  case csv
}
