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

/// Where a row came from, and the cell that identifies it.
struct RowOrigin: Sendable {
  var position: RowPosition
  var line: Int
  var key: CSVCell

  /// The file's number in the import.
  var file: Int { position.file }
}

/// The number of a file in an import, and where in its bytes a row begins.
struct RowPosition: Hashable, Sendable, Comparable {
  var file: Int
  var offset: Int

  static func < (left: RowPosition, right: RowPosition) -> Bool {
    (left.file, left.offset) < (right.file, right.offset)
  }
}

/// A row that is good in itself.
enum ImportRow: Sendable {
  case resource(ResourceRow)
  case document(DocumentRow)
  case link(LinkRow)

  var origin: RowOrigin {
    switch self {
    case .resource(let row): row.origin
    case .document(let row): row.origin
    case .link(let row): row.origin
    }
  }

  /// The record that the row is; a link is none.
  var entry: RegisterEntry? {
    switch self {
    case .resource(let row): .resource(row.record)
    case .document(let row): .document(row.record, resources: [])
    case .link: nil
    }
  }

  /// The address in it; a document has none.
  var address: CanonicalURL? {
    switch self {
    case .resource(let row): row.record.canonicalURL
    case .document: nil
    case .link(let row): row.url
    }
  }

  /// What no other row of the register may be about; links are only their own identity.
  var identity: String? {
    switch self {
    case .resource(let row): row.record.canonicalURL.text
    case .document(let row): row.record.id
    case .link: nil
    }
  }
}
