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
