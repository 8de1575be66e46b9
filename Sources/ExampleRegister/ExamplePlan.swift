/// Documents of one kind, year and channel, and how many resources they name together.
struct ExampleBatch {
  enum Kind: String {
    case prescription, notification, warning, recommendation, response
  }

  var kind: Kind
  var year: Int
  var isEntry: Bool
  var documents: Int
  var resources: Int
}

/// What the register holds: counts only, from which everything else is drawn.
enum ExamplePlan {
  /// The first to the last year; resources of different batches are different.
  static let batches: [ExampleBatch] = [
    ExampleBatch(kind: .prescription, year: 2017, isEntry: false, documents: 11, resources: 58),
    ExampleBatch(kind: .warning, year: 2017, isEntry: false, documents: 2, resources: 6),
    ExampleBatch(kind: .recommendation, year: 2017, isEntry: false, documents: 1, resources: 2),
    ExampleBatch(kind: .prescription, year: 2018, isEntry: false, documents: 15, resources: 72),
    ExampleBatch(kind: .warning, year: 2018, isEntry: false, documents: 2, resources: 7),
    ExampleBatch(kind: .recommendation, year: 2018, isEntry: false, documents: 1, resources: 3),
    ExampleBatch(kind: .prescription, year: 2019, isEntry: false, documents: 18, resources: 84),
    ExampleBatch(kind: .warning, year: 2019, isEntry: false, documents: 3, resources: 10),
    ExampleBatch(kind: .recommendation, year: 2019, isEntry: false, documents: 1, resources: 3),

    ExampleBatch(kind: .prescription, year: 2020, isEntry: true, documents: 10, resources: 88),
    ExampleBatch(kind: .prescription, year: 2020, isEntry: false, documents: 14, resources: 108),
    ExampleBatch(kind: .warning, year: 2020, isEntry: true, documents: 4, resources: 17),
    ExampleBatch(kind: .recommendation, year: 2020, isEntry: false, documents: 2, resources: 6),

    ExampleBatch(kind: .prescription, year: 2021, isEntry: true, documents: 27, resources: 2204),
    ExampleBatch(kind: .prescription, year: 2021, isEntry: false, documents: 39, resources: 330),
    ExampleBatch(kind: .warning, year: 2021, isEntry: true, documents: 19, resources: 136),
    ExampleBatch(kind: .recommendation, year: 2021, isEntry: false, documents: 3, resources: 3),
    ExampleBatch(kind: .notification, year: 2021, isEntry: true, documents: 2, resources: 30),
  ]

  /// Entries of 2021 that no document answers yet.
  static let unansweredEntries = 2286

  /// The last day that the register knows.
  static let lastDay = ExampleDay(year: 2021, ordinal: 354)

  /// The day on which the reply to the deputies was ready.
  static let replyDay = ExampleDay(year: 2021, ordinal: 355)

  /// The four bodies of the information system and their shares of the entries, in percent.
  static func bodies(on day: ExampleDay) -> [(String, Int)] {
    let bodies = [
      ("interior-ministry", 46), ("culture-sports-ministry", 27), ("prosecutor-general", 10),
    ]
    // The agency was formed on 28 January 2021.
    return day < ExampleDay(year: 2021, ordinal: 28)
      ? bodies : bodies + [("financial-monitoring-agency", 17)]
  }

  /// The ministry whose letters these are, and the first day on which it was.
  static func ministry(on day: ExampleDay) -> (id: String, since: ExampleDay) {
    let since = ExampleDay(year: 2019, ordinal: 56)
    return day < since
      ? ("information-communications-ministry", ExampleDay(year: 2016, ordinal: 127))
      : ("information-ministry", since)
  }
}
