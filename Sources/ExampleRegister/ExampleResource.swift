/// A resource as a row of `resources.csv`.
struct ExampleResource {
  var serial: Int
  var url: String
  var host: String
  var title: String
  var reason: String
  var objectType: String
  var resourceType: String
  var violation: String
  var language: String
  var publications: String
  var subscribers: String
  var courtDecision: String
  var source: String
  var enteredAt: ExampleDay
  var body: String
  var isEntry: Bool

  var cells: [String] {
    [
      title, url, reason, objectType, resourceType, violation, language,
      objectType == ExampleWords.site ? "красный" : "оранжевый",
      "screenshots/\(enteredAt.year)/\(serial).png", publications, subscribers, courtDecision,
      source, enteredAt.iso, body, isEntry ? "is" : "own",
    ]
  }
}

/// A document as a row of `documents.csv`, with what it names.
struct ExampleDocument {
  var kind: ExampleBatch.Kind
  var status: String
  var prepared: ExampleDay
  var sent: ExampleDay?
  var addressee: String
  var resources: [ExampleResource]
  /// Its place among the documents of its kind and year, from 1.
  var index = 0

  var id: String {
    let letter =
      switch kind {
      case .prescription: "P"
      case .notification: "N"
      case .warning: "W"
      case .recommendation: "R"
      }
    let digits = String(index)
    return "\(letter)-\(prepared.year)-" + String(repeating: "0", count: 3 - digits.utf8.count)
      + digits
  }

  /// A document that left the house has a number; so has one that is ready to.
  private var number: String {
    guard sent != nil || status == "registered" else { return "" }
    let section =
      switch kind {
      case .prescription: "04-12"
      case .notification: "04-15"
      case .warning: "04-13"
      case .recommendation: "04-14"
      }
    return "\(section)/\(prepared.ordinal)-\(index)"
  }

  var cells: [String] {
    [id, kind.rawValue, status, prepared.iso, sent?.iso ?? "", number, addressee, ""]
  }
}
