import CivilDates
import GRDB
import JSON

/// A stored value that the schema's own constraints should have made impossible.
private struct UnreadableColumn: Error {}

extension Row {
  func value<Value>(_ column: String, _ read: (String) -> Value?) throws -> Value {
    guard let value = read(self[column]) else { throw UnreadableColumn() }
    return value
  }

  fileprivate func date(_ column: String) -> CivilDate? {
    (self[column] as String?).flatMap { CivilDate(iso: $0) }
  }
}

extension ResourceRecord {
  init(row: Row) throws {
    let values = ResourceCard.columns.map { row[$0] as String }
    guard let card = ResourceCard(values: values) else { throw UnreadableColumn() }
    self.init(
      canonicalURL: CanonicalURL(stored: row["canonical_url"], host: row["host"]), card: card,
      enteredAt: try row.value("entered_at") { CivilDate(iso: $0) }, body: row["body"],
      channel: try row.value("channel") { Channel(rawValue: $0) },
      evidenceHash: row["evidence_hash"], courtAct: row["court_act"])
  }
}

extension DocumentRecord {
  init(row: Row) throws {
    var dates: [DocumentStatus: CivilDate] = [:]
    for status in DocumentStatus.allCases { dates[status] = row.date(status.dateColumn) }
    self.init(
      id: row["external_id"], kind: try row.value("kind") { DocumentKind(rawValue: $0) },
      status: try row.value("status") { DocumentStatus(rawValue: $0) },
      preparedAt: try row.value("prepared_at") { CivilDate(iso: $0) },
      sentAt: row.date("sent_at"), number: row["number"], addressee: row["addressee"],
      caseFile: row["case_file"], caseData: row["case_data"], dates: dates,
      deadline: row.date("deadline"),
      legalBases: try row.value("legal_bases") { LegalBasis.bases(in: $0) })
  }
}

extension DocumentOutline {
  init(row: Row) throws {
    self.init(
      id: row["external_id"], kind: try row.value("kind") { DocumentKind(rawValue: $0) },
      status: try row.value("status") { DocumentStatus(rawValue: $0) },
      preparedAt: try row.value("prepared_at") { CivilDate(iso: $0) }, number: row["number"],
      addressee: row["addressee"])
  }
}

extension InquiryRecord {
  /// The row has the id of the reply's document as `reply_id`.
  init(row: Row) throws {
    self.init(
      id: row["external_id"], number: row["number"],
      date: try row.value("dated") { CivilDate(iso: $0) }, sender: row["sender"],
      subject: row["subject"], receivedAt: try row.value("received_at") { CivilDate(iso: $0) },
      reply: row["reply_id"])
  }
}

extension OrganiserRecord {
  init(row: Row) throws {
    let sites = try row.value("sites") { text -> [String]? in
      guard case .array(let elements)? = try? JSON(parsing: text) else { return nil }
      return elements.compactMap(\.string)
    }
    let act = row.date("act_date").map {
      CourtAct(court: row["court"], number: row["act_number"], date: $0)
    }
    self.init(id: row["external_id"], name: row["name"], sites: sites, courtAct: act)
  }
}
