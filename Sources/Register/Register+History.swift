public import CivilDates
import GRDB

/// One write of the register.
public struct Revision: Hashable, Sendable {
  /// From 1, without gaps.
  public let number: Int
  /// The day of the write, if it was told.
  public let recordedOn: CivilDate?
  /// New resources.
  public let resourcesAdded: Int
  /// Resources whose data were replaced.
  public let resourcesReplaced: Int
  /// New documents.
  public let documentsAdded: Int
  /// Documents whose data were replaced.
  public let documentsReplaced: Int
  /// New links, waiting ones among them.
  public let linksAdded: Int
  /// The tables that were imported, in their order.
  public let files: [String]
}

extension Register {
  /// Every write so far, oldest first; an import that changed nothing is none.
  public func history() throws(RegisterError) -> [Revision] {
    try read { database in
      let names = try Row.fetchAll(
        database, sql: "SELECT revision, name FROM imported_file ORDER BY revision, position")
      let files = Dictionary(grouping: names) { row in row["revision"] as Int }
      return try Row.fetchAll(database, sql: "SELECT * FROM revision ORDER BY number").map { row in
        let number: Int = row["number"]
        let recordedOn: String? = row["recorded_on"]
        return Revision(
          number: number, recordedOn: recordedOn.flatMap { CivilDate(iso: $0) },
          resourcesAdded: row["resources_added"], resourcesReplaced: row["resources_replaced"],
          documentsAdded: row["documents_added"], documentsReplaced: row["documents_replaced"],
          linksAdded: row["links_added"], files: (files[number] ?? []).map { $0["name"] })
      }
    }
  }
}
