import CivilDates
public import Diagnostics
public import JSON

extension RegisterEntry {
  /// Reads one record or a list of records.
  ///
  /// The members have the names of ``json``; a member that no record has is an error, so that a misspelt one is not lost.
  ///
  /// - Returns: the good records, and R131 for every member that is wrong.
  public static func read(
    _ json: JSON, as kind: RecordKind, file: String
  ) -> (entries: [RegisterEntry], diagnostics: [Diagnostic]) {
    let elements: [(path: String, json: JSON)]
    if case .array(let list) = json {
      elements = list.enumerated().map { ("[\($0.offset + 1)]", $0.element) }
    } else {
      elements = [("", json)]
    }
    var entries: [RegisterEntry] = []
    var diagnostics: [Diagnostic] = []
    for element in elements {
      var reader = EntryReader(element.json, file: file, path: element.path)
      if let entry = reader.entry(of: kind) { entries.append(entry) }
      diagnostics += reader.diagnostics
    }
    return (entries, diagnostics)
  }

  /// The record with all of its members, in the order in which people read them; empty ones are left out.
  public var json: JSON {
    let members: [JSON.Member]
    switch self {
    case .resource(let record):
      members =
        [JSON.Member("canonical_url", .string(record.canonicalURL.text))]
        + zip(ResourceCard.columns, record.card.values).map { .init($0, .string($1)) }
        + [
          .init("platform", Self.text(record.platform?.rawValue)),
          .init("evidence_hash", Self.text(record.evidenceHash)),
          .init("court_act", .string(record.courtAct)),
          .init("entered_at", .string(record.enteredAt.iso)), .init("body", .string(record.body)),
          .init("channel", .string(record.channel.rawValue)),
        ]
    case .document(let record, let resources):
      members =
        [
          .init("id", .string(record.id)), .init("kind", .string(record.kind.rawValue)),
          .init("status", .string(record.status.rawValue)),
          .init("number", .string(record.number)), .init("addressee", .string(record.addressee)),
        ]
        + DocumentStatus.allCases.map { .init($0.dateColumn, Self.text(record.dates[$0]?.iso)) }
        + [
          .init("deadline", Self.text(record.deadline?.iso)),
          .init(
            "legal_bases",
            .array(
              record.legalBases.map {
                .object([.init("act", .string($0.act)), .init("article", .string($0.article))])
              })),
          .init("resources", .array(resources.map { .string($0.text) })),
          .init("case_data", record.caseData.flatMap { try? JSON(parsing: $0) } ?? .null),
        ]
    case .inquiry(let record):
      members = [
        .init("id", .string(record.id)), .init("number", .string(record.number)),
        .init("date", .string(record.date.iso)), .init("sender", .string(record.sender)),
        .init("subject", .string(record.subject)),
        .init("received_at", .string(record.receivedAt.iso)),
        .init("reply", Self.text(record.reply)),
      ]
    case .organiser(let record):
      members = [
        .init("id", .string(record.id)), .init("name", .string(record.name)),
        .init("sites", .array(record.sites.map { .string($0) })),
        .init("court", .string(record.courtAct?.court ?? "")),
        .init("act_number", .string(record.courtAct?.number ?? "")),
        .init("act_date", Self.text(record.courtAct?.date.iso)),
      ]
    }
    return .object(
      members.filter { ![.null, .string(""), .array([])].contains($0.value) })
  }

  private static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
}
