/// A document as a row of `documents.csv`, with what it names.
struct ExampleDocument {
  var kind: ExampleBatch.Kind
  var status: String
  var prepared: ExampleDay
  var sent: ExampleDay?
  var addressee: ExampleAddressee
  var resources: [ExampleResource]
  /// What its letter says besides.
  var letter: ExampleLetter
  /// Its place among the documents of its kind and year, from 1.
  var index = 0

  var id: String {
    let letter =
      switch kind {
      case .prescription: "P"
      case .notification: "N"
      case .warning: "W"
      case .recommendation: "R"
      case .response: "A"
      }
    let digits = String(index)
    return "\(letter)-\(prepared.year)-"
      + String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
  }

  /// A document that left the house has a number; so has one that is ready to.
  var number: String? {
    guard sent != nil else { return nil }
    let section =
      switch kind {
      case .prescription: "04-12"
      case .notification: "04-15"
      case .warning: "04-13"
      case .recommendation: "04-14"
      case .response: "04-11"
      }
    return "\(section)/\(prepared.ordinal)-\(index)"
  }

  /// The file of its case data, beside the tables.
  var caseFile: String { "cases/\(id).json" }

  var cells: [String] {
    [
      id, kind.rawValue, status, prepared.iso, sent?.iso ?? "", number ?? "", addressee.text,
      caseFile,
    ]
  }
}
