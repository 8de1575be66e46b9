import CivilDates
import GRDB
import JSON

/// One record to be written, of any kind.
public enum RegisterEntry: Hashable, Sendable {
  case resource(ResourceRecord)
  /// A document and the addresses that it acts on; the resources must be in the register.
  case document(DocumentRecord, resources: [CanonicalURL])
  case inquiry(InquiryRecord)
  case organiser(OrganiserRecord)

  /// The kind of record.
  public var kind: RecordKind {
    switch self {
    case .resource: .resource
    case .document: .document
    case .inquiry: .inquiry
    case .organiser: .organiser
    }
  }

  /// What tells it apart from the others of its kind: an id, or the canonical URL.
  public var key: String {
    switch self {
    case .resource(let record): record.canonicalURL.text
    case .document(let record, _): record.id
    case .inquiry(let record): record.id
    case .organiser(let record): record.id
    }
  }
}

/// The kinds of record that the register keeps, each in a table of its name.
public enum RecordKind: String, Hashable, Sendable, CaseIterable {
  case resource, document, inquiry, organiser

  /// The column that tells rows apart.
  var keyColumn: String { self == .resource ? "canonical_url" : "external_id" }

  /// The columns that hold data, the key first; what else a row has says where it came from.
  var columns: [String] {
    switch self {
    case .resource:
      ["canonical_url", "host"] + ResourceCard.columns
        + ["entered_at", "body", "channel", "platform", "evidence_hash", "court_act"]
    case .document:
      ["external_id", "kind", "status"] + DocumentStatus.allCases.map(\.dateColumn)
        + ["number", "addressee", "deadline", "legal_bases", "case_file", "case_data"]
    case .inquiry:
      ["external_id", "number", "dated", "sender", "subject", "received_at", "reply"]
    case .organiser:
      ["external_id", "name", "sites", "court", "act_number", "act_date"]
    }
  }
}

extension RegisterEntry {
  /// The values of ``RecordKind/columns``; a reply's document is resolved to its row by the caller.
  var values: [(any DatabaseValueConvertible)?] {
    switch self {
    case .resource(let record):
      return [record.canonicalURL.text, record.canonicalURL.host] + record.card.values
        + [
          record.enteredAt.iso, record.body, record.channel.rawValue, record.platform?.rawValue,
          record.evidenceHash, record.courtAct,
        ]
    case .document(let record, _):
      let dates: [(any DatabaseValueConvertible)?] = DocumentStatus.allCases.map {
        record.dates[$0]?.iso
      }
      return [record.id, record.kind.rawValue, record.status.rawValue] + dates
        + [
          record.number, record.addressee, record.deadline?.iso,
          LegalBasis.text(of: record.legalBases), record.caseFile, record.caseData,
        ]
    case .inquiry(let record):
      return [
        record.id, record.number, record.date.iso, record.sender, record.subject,
        record.receivedAt.iso, record.reply,
      ]
    case .organiser(let record):
      return [
        record.id, record.name, JSON.array(record.sites.map { .string($0) }).serialized(),
        record.courtAct?.court ?? "", record.courtAct?.number ?? "", record.courtAct?.date.iso,
      ]
    }
  }
}

extension LegalBasis {
  static func text(of bases: [LegalBasis]) -> String {
    JSON.array(
      bases.map { .object([.init("act", .string($0.act)), .init("article", .string($0.article))]) }
    ).serialized()
  }

  static func bases(in text: String) -> [LegalBasis]? {
    guard case .array(let elements)? = try? JSON(parsing: text) else { return nil }
    return elements.map {
      LegalBasis(act: $0["act"]?.string ?? "", article: $0["article"]?.string ?? "")
    }
  }
}
