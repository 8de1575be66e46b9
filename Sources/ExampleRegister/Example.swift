import JSON

/// One file of the example register.
package struct ExampleFile: Hashable, Sendable {
  package let name: String
  package let bytes: [UInt8]
}

/// A register of invented resources and documents from which the figures of the example letter follow.
///
/// Everything is drawn from a fixed seed: the same program always writes the same bytes.
package enum Example {
  /// `resources.csv`, `documents.csv`, `links.csv` and the case data of each document under `cases/`.
  package static func files() -> [ExampleFile] {
    var author = ExampleAuthor()
    author.write(ExamplePlan.batches)
    author.writeEntries(count: ExamplePlan.unansweredEntries)
    author.writeReply()
    return files(of: author)
  }

  /// A register of 2021 with that many documents, for measuring; and a reply with its figures.
  package static func files(documents count: Int) -> [ExampleFile] {
    var author = ExampleAuthor()
    author.writeDocuments(count: count)
    author.writeReply()
    return files(of: author)
  }

  private static func files(of author: ExampleAuthor) -> [ExampleFile] {
    let written = author.numberedDocuments
    let tables = [
      ExampleFile(name: "resources.csv", bytes: resources(author.resources)),
      ExampleFile(name: "documents.csv", bytes: documents(written)),
      ExampleFile(name: "links.csv", bytes: links(written)),
    ]
    return tables
      + written.map { document in
        let data = document.letter.caseData(of: document).serialized(indented: true)
        return ExampleFile(name: document.caseFile, bytes: Array((data + "\n").utf8))
      }
  }

  private static func resources(_ resources: [ExampleResource]) -> [UInt8] {
    let header = [
      "title", "url", "reason", "object_type", "resource_type", "violation", "language", "group",
      "screenshot", "publications", "subscribers", "court_decision", "source", "entered_at", "body",
      "channel",
    ]
    let rows = resources.sorted { ($0.enteredAt, $0.serial) < ($1.enteredAt, $1.serial) }
    return CSVText.bytes(header: header, rows: rows.map(\.cells))
  }

  private static func documents(_ documents: [ExampleDocument]) -> [UInt8] {
    let header = ["id", "kind", "status", "prepared_at", "sent_at", "number", "addressee", "case"]
    return CSVText.bytes(header: header, rows: documents.map(\.cells))
  }

  private static func links(_ documents: [ExampleDocument]) -> [UInt8] {
    let rows = documents.flatMap { document in
      document.resources.map { [document.id, $0.url] }
    }
    return CSVText.bytes(header: ["document", "url"], rows: rows)
  }
}

/// Rows as spreadsheets open them: byte order mark, `;`, quotes where a cell needs them.
enum CSVText {
  static func bytes(header: [String], rows: [[String]]) -> [UInt8] {
    var text = "\u{FEFF}"
    for row in [header] + rows {
      text += row.map(quoted).joined(separator: ";") + "\n"
    }
    return Array(text.utf8)
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x3B, 0x0A, 0x0D].contains($0) }) else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
