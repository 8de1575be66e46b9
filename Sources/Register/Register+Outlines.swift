public import CivilDates
import GRDB

/// What a list of documents says of one; its case data, which may be long, are not among it.
public struct DocumentOutline: Hashable, Sendable {
  /// The id under which files and people know it.
  public let id: String
  public let kind: DocumentKind
  public let status: DocumentStatus
  public let preparedAt: CivilDate
  /// The registration number; empty until there is one.
  public let number: String
  /// To whom it goes, as the file has it.
  public let addressee: String
}

extension Register {
  /// The documents that were prepared, or sent, within `period`, withdrawn ones among them, as of `revision`; in the order
  /// of their ids.
  public func outlines(
    of state: DocumentSelection.State, during period: Period, at revision: Int
  ) throws(RegisterError) -> [DocumentOutline] {
    try requireKnown(revision)
    let day =
      switch state {
      case .prepared: "prepared_at"
      case .sent: "sent_at"
      }
    return try read { database in
      let past = try PastTables([PastTables.Table(.document)], after: revision, in: database)
      return try Row.fetchAll(
        database,
        sql: past.prefix + """
          SELECT external_id, kind, status, prepared_at, number, addressee FROM document
          WHERE \(day) BETWEEN :from AND :to
          ORDER BY external_id
          """,
        arguments: ["from": period.from.iso, "to": period.to.iso, "revision": revision]
      ).map(DocumentOutline.init(row:))
    }
  }
}
