import CivilDates

/// A row of resources that is good in itself.
struct ResourceRow: Sendable {
  var record: ResourceRecord
  var origin: RowOrigin
}

/// A row of documents that is good in itself.
struct DocumentRow: Sendable {
  var record: DocumentRecord
  var origin: RowOrigin
}

/// A row of links that is good in itself.
struct LinkRow: Sendable {
  var document: String
  var url: CanonicalURL
  var entered: String
  var origin: RowOrigin
}

/// Where a row came from: the file's number in the import, and the cell that identifies the row.
struct RowOrigin: Sendable {
  var file: Int
  var line: Int
  var key: CSVCell
}
