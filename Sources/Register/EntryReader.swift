import CivilDates
import Diagnostics
import JSON

/// Reads the members of one JSON object as a record, noting every member that is wrong.
struct EntryReader {
  private let file: String
  private let path: String
  private let members: [JSON.Member]
  private var known: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `path` is the object's place in the file, such as `[2]`; empty for the file itself.
  init(_ json: JSON, file: String, path: String) {
    self.file = file
    self.path = path
    guard case .object(let members) = json else {
      self.members = []
      note(.notAnObject, "")
      return
    }
    self.members = members
  }

  mutating func entry(of kind: RecordKind) -> RegisterEntry? {
    let entry =
      switch kind {
      case .resource: resource()
      case .document: document()
      case .inquiry: inquiry()
      case .organiser: organiser()
      }
    for member in members where !known.contains(member.name) {
      note(.unknown(allowed: known.sorted()), member.name)
    }
    return diagnostics.isEmpty ? entry : nil
  }

  private mutating func resource() -> RegisterEntry? {
    let url = url("url")
    let values = ResourceCard.columns.map { text($0) }
    let enteredAt = date("entered_at", isRequired: true)
    let channel = choice("channel", of: Channel.self, else: .informationSystem)
    let body = text("body", isRequired: channel == .informationSystem)
    let hash = optional("evidence_hash")?.lowercased()
    if let hash, hash.utf8.count != 64 || !hash.allSatisfy({ $0.isHexDigit && $0.isASCII }) {
      note(.hash, "evidence_hash")
    }
    let courtAct = text("court_act")
    // Both follow from the address; they are here so that what was shown can be given back.
    known.formUnion(["canonical_url", "platform"])
    guard let url, let enteredAt, let channel, let card = ResourceCard(values: values) else {
      return nil
    }
    return .resource(
      ResourceRecord(
        canonicalURL: url, card: card, enteredAt: enteredAt, body: body, channel: channel,
        evidenceHash: hash, courtAct: courtAct))
  }

  private mutating func document() -> RegisterEntry? {
    let id = identifier()
    let kind = choice("kind", of: DocumentKind.self, else: nil)
    let status = choice("status", of: DocumentStatus.self, else: .draft)
    var dates: [DocumentStatus: CivilDate] = [:]
    for status in DocumentStatus.allCases {
      dates[status] = date(status.dateColumn, isRequired: status == .draft)
    }
    let (number, addressee) = (text("number"), text("addressee"))
    let deadline = date("deadline")
    let bases = elements("legal_bases").map { element in
      LegalBasis(
        act: element["act"]?.string ?? "", article: element["article"]?.string ?? "")
    }
    if bases.contains(where: \.act.isEmpty) { note(.empty, "legal_bases") }
    let resources = texts("resources").compactMap { address($0, "resources") }
    let caseData = member("case_data").flatMap { $0 == .null ? nil : $0.serialized() }
    if let status, status != .draft, dates[status] == nil { note(.dateOfStatus, status.dateColumn) }
    guard let id, let kind, let status, let preparedAt = dates[.draft] else { return nil }
    let record = DocumentRecord(
      id: id, kind: kind, status: status, preparedAt: preparedAt, sentAt: dates[.sent],
      number: number, addressee: addressee,
      caseFile: caseData == nil ? "" : file.isEmpty ? "case.json" : file, caseData: caseData,
      dates: dates, deadline: deadline, legalBases: bases)
    return .document(record, resources: resources)
  }

  private mutating func inquiry() -> RegisterEntry? {
    let id = identifier()
    let date = date("date", isRequired: true)
    let receivedAt = self.date("received_at", isRequired: true)
    let sender = text("sender", isRequired: true)
    let (number, subject, reply) = (text("number"), text("subject"), optional("reply"))
    guard let id, let date, let receivedAt else { return nil }
    return .inquiry(
      InquiryRecord(
        id: id, number: number, date: date, sender: sender, subject: subject,
        receivedAt: receivedAt, reply: reply))
  }

  private mutating func organiser() -> RegisterEntry? {
    let id = identifier()
    let name = text("name", isRequired: true)
    let sites = texts("sites")
    let number = text("act_number")
    let court = text("court", isRequired: !number.isEmpty)
    let date = date("act_date", isRequired: !number.isEmpty)
    if number.isEmpty, date != nil || !court.isEmpty { note(.empty, "act_number") }
    guard let id else { return nil }
    let act = date.map { OrganiserRecord.CourtAct(court: court, number: number, date: $0) }
    return .organiser(OrganiserRecord(id: id, name: name, sites: sites, courtAct: act))
  }

  private mutating func member(_ name: String) -> JSON? {
    known.insert(name)
    return members.first { $0.name == name }?.value
  }

  private mutating func optional(_ name: String) -> String? {
    switch member(name) {
    case nil, .null?: return nil
    case .string(let text)?:
      if text.utf8.contains(0) { note(.zero, name) }
      return text
    default:
      note(.notText, name)
      return nil
    }
  }

  private mutating func text(_ name: String, isRequired: Bool = false) -> String {
    let before = diagnostics.count
    let text = optional(name) ?? ""
    if isRequired, text.isEmpty, diagnostics.count == before { note(.empty, name) }
    return text
  }

  private mutating func identifier() -> String? {
    let id = text("id", isRequired: true)
    if id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      note(.control, "id")
    }
    return id.isEmpty ? nil : id
  }

  private mutating func date(_ name: String, isRequired: Bool = false) -> CivilDate? {
    let text = text(name, isRequired: isRequired)
    guard !text.isEmpty else { return nil }
    if let date = CivilDate(iso: text) { return date }
    note(.date, name)
    return nil
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ name: String, of type: Value.Type, else standard: Value?
  ) -> Value? {
    let text = text(name, isRequired: standard == nil)
    guard !text.isEmpty else { return standard }
    if let value = Value(rawValue: text) { return value }
    note(.word(allowed: Value.allCases.map(\.rawValue)), name)
    return nil
  }

  private mutating func url(_ name: String) -> CanonicalURL? {
    let text = text(name, isRequired: true)
    return text.isEmpty ? nil : address(text, name)
  }

  private mutating func address(_ text: String, _ name: String) -> CanonicalURL? {
    do throws(URLProblem) {
      return try CanonicalURL(parsing: text)
    } catch {
      note(.url(error), name)
      return nil
    }
  }

  private mutating func elements(_ name: String) -> [JSON] {
    switch member(name) {
    case nil, .null?: return []
    case .array(let elements)?: return elements
    default:
      note(.notAList, name)
      return []
    }
  }

  private mutating func texts(_ name: String) -> [String] {
    let elements = elements(name)
    let texts = elements.compactMap(\.string)
    if texts.count < elements.count { note(.notText, name) }
    return texts
  }

  private mutating func note(_ fault: EntryFault, _ name: String) {
    let value = members.first { $0.name == name }?.value.serialized() ?? ""
    let block = [path, name].filter { !$0.isEmpty }.joined(separator: ".")
    let place = Place(
      file: file, block: block.isEmpty ? nil : block, excerpt: value,
      marked: 0..<value.utf8.count)
    diagnostics.append(Diagnostic("R131", fault.message(name), at: [place]))
  }
}
