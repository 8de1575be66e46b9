import CivilDates
import GRDB

/// The conditions of a filter that are set, as SQL: SQLite sees which index helps, and binds every value.
struct RecordConditions {
  private var conditions: [String] = []
  private var values: [String: (any DatabaseValueConvertible)?] = [:]

  var sql: String { conditions.isEmpty ? "true" : conditions.joined(separator: "\n  AND ") }

  var arguments: StatementArguments { StatementArguments(values) }

  fileprivate mutating func add(_ condition: String) { conditions.append(condition) }

  fileprivate mutating func add(_ condition: String, _ name: String, _ value: String?) {
    guard let value else { return }
    conditions.append(condition)
    values[name] = value
  }

  /// Words that one of the columns has.
  fileprivate mutating func add(search: String?, in columns: String...) {
    guard let search else { return }
    if search.utf8.allSatisfy({ $0 < 0x80 }) {
      // SQLite knows these letters itself, and is faster by far.
      let mask = search.reduce(into: "") { mask, character in
        if "%_\\".contains(character) { mask += "\\" }
        mask.append(character)
      }
      let likes = columns.map { "\($0) LIKE :search ESCAPE '\\'" }
      add("(" + likes.joined(separator: " OR ") + ")", "search", "%\(mask)%")
    } else {
      let text = columns.joined(separator: " || char(10) || ")
      add("contains_word(\(text), :search)", "search", search.lowercased())
    }
  }
}

extension RecordFilter {
  var resourceConditions: RecordConditions {
    var conditions = RecordConditions()
    // These are of documents only.
    if kind != nil || status != nil || number != nil { conditions.add("false") }
    add(to: &conditions, ofResource: "resource")
    conditions.add("resource.entered_at >= :from", "from", from?.iso)
    conditions.add("resource.entered_at <= :to", "to", to?.iso)
    conditions.add(
      search: search, in: "resource.canonical_url", "resource.url", "resource.title")
    return conditions
  }

  var documentConditions: RecordConditions {
    var conditions = RecordConditions()
    let day = documentDay
    conditions.add("document.kind = :kind", "kind", kind?.rawValue)
    conditions.add("document.status = :status", "status", status?.rawValue)
    if let number {
      conditions.add("document.number <> ''")
      conditions.add("document.number >= :number", "number", number)
      conditions.add("document.number < :number_end", "number_end", number + "\u{10FFFF}")
    }
    if dating == .sent { conditions.add("\(day) IS NOT NULL") }
    conditions.add("\(day) >= :from", "from", from?.iso)
    conditions.add("\(day) <= :to", "to", to?.iso)
    if body != nil || host != nil || channel != nil || platform != nil {
      conditions.add(
        """
        EXISTS (
          SELECT 1 FROM document_resource AS link
          JOIN resource AS concerned ON concerned.id = link.resource
          WHERE link.document = document.id AND \(concerned.sql))
        """)
      conditions.add(valuesOf: concerned)
    }
    conditions.add(
      search: search, in: "document.external_id", "document.number", "document.addressee")
    return conditions
  }

  /// The day by which documents are listed.
  var documentDay: String { dating == .sent ? "document.sent_at" : "document.prepared_at" }

  private var concerned: RecordConditions {
    var conditions = RecordConditions()
    add(to: &conditions, ofResource: "concerned")
    return conditions
  }

  private func add(to conditions: inout RecordConditions, ofResource table: String) {
    conditions.add("\(table).host = :host", "host", host)
    conditions.add("\(table).body = :body", "body", body)
    // The sign keeps SQLite from an index in which a list of one channel has no order of its own.
    conditions.add("+\(table).channel = :channel", "channel", channel?.rawValue)
    conditions.add("\(table).platform = :platform", "platform", platform?.rawValue)
  }
}

extension RecordConditions {
  fileprivate mutating func add(valuesOf other: RecordConditions) {
    values.merge(other.values) { own, _ in own }
  }
}
