import GRDB
import Synchronization

/// The statements that ask for records as they were, written out once: letters ask the same of one document after another.
final class PastStatements: Sendable {
  private struct Key: Hashable {
    let sql: String
    let revision: Int
    /// The register's last write: a later one may have replaced rows.
    let last: Int
  }

  /// So few are asked that nobody needs to know which of them was asked last.
  private static let limit = 64

  private let known = Mutex<[Key: String]>([:])

  /// `sql` as `PastTables` have it, for a register whose last write was `last`.
  func statement(
    _ sql: String, on kinds: [RecordKind], after revision: Int, of last: Int, in database: Database
  ) throws -> String {
    let key = Key(sql: sql, revision: revision, last: last)
    if let known = known.withLock({ $0[key] }) { return known }
    let tables = kinds.map { PastTables.Table($0) } + [.links]
    let statement = try PastTables(tables, after: revision, in: database).prefix + sql
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[key] = statement
    }
    return statement
  }
}
