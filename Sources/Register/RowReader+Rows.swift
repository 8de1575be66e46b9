import CivilDates
import Diagnostics
import JSON

extension RowReader {
  /// The row as a resource, or `nil` if a cell is wrong.
  mutating func resource(options: ImportOptions, file: Int) -> ResourceRow? {
    let url = url("url")
    let enteredAt = cell("entered_at") == nil ? options.enteredAt : date("entered_at")
    let channel =
      cell("channel") == nil ? options.channel : choice("channel", of: Channel.self)
    let body: String?
    if cell("body") == nil {
      body = options.body ?? ""
    } else if channel == .informationSystem {
      body = required("body")
    } else {
      body = word("body")
    }
    let evidenceHash = hash("evidence_hash")
    guard diagnostics.isEmpty, let url, let enteredAt, let channel, let body, let key = cell("url"),
      let card = ResourceCard(values: ResourceCard.columns.map { text($0) })
    else { return nil }
    let record = ResourceRecord(
      canonicalURL: url, card: card, enteredAt: enteredAt, body: body, channel: channel,
      evidenceHash: evidenceHash, courtAct: text("court_act"))
    return ResourceRow(record: record, origin: origin(of: key, file: file))
  }

  /// The row as a document, or `nil` if a cell is wrong.
  mutating func document(
    caseFiles: [String: [UInt8]], file: Int
  ) -> DocumentRow? {
    let id = identifier("id")
    let kind = choice("kind", of: DocumentKind.self)
    let status = choice("status", of: DocumentStatus.self)
    let preparedAt = date("prepared_at")
    let sentAt = word("sent_at").isEmpty ? nil : date("sent_at")
    let caseData = caseData(from: caseFiles)
    var dates: [DocumentStatus: CivilDate] = [:]
    for status in ImportTable.statusDates where !word(status.dateColumn).isEmpty {
      dates[status] = date(status.dateColumn)
    }
    let deadline = word("deadline").isEmpty ? nil : date("deadline")
    let legalBases = legalBases("legal_bases")
    if let status, let preparedAt, diagnostics.isEmpty {
      checkSending(status, preparedAt: preparedAt, sentAt: sentAt)
    }
    guard diagnostics.isEmpty, let id, let kind, let status, let preparedAt, let key = cell("id")
    else { return nil }
    let record = DocumentRecord(
      id: id, kind: kind, status: status, preparedAt: preparedAt, sentAt: sentAt,
      number: text("number"), addressee: text("addressee"), caseFile: word("case"),
      caseData: caseData, dates: dates, deadline: deadline, legalBases: legalBases)
    return DocumentRow(record: record, origin: origin(of: key, file: file))
  }

  /// The row as a link, or `nil` if a cell is wrong.
  mutating func link(file: Int) -> LinkRow? {
    let document = identifier("document")
    let url = url("url")
    guard let document, let url, let key = cell("url") else { return nil }
    return LinkRow(
      document: document, url: url, entered: text("url"),
      origin: origin(of: key, file: file))
  }

  private func origin(of key: CSVCell, file: Int) -> RowOrigin {
    RowOrigin(
      position: RowPosition(file: file, offset: row.offset), line: table.line(at: row.offset),
      key: key)
  }

  private mutating func identifier(_ column: String) -> String? {
    guard let id = required(column) else { return nil }
    guard id.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return id
    }
    note(.documentID, column)
    return nil
  }

  /// SHA-256 as 64 hexadecimal digits, or `nil` for an empty cell.
  private mutating func hash(_ column: String) -> String? {
    let word = word(column).lowercased()
    guard !word.isEmpty else { return nil }
    let digits = Set("0123456789abcdef".utf8)
    if word.utf8.count == 64, word.utf8.allSatisfy(digits.contains) { return word }
    note(.hash, column)
    return nil
  }

  private mutating func legalBases(_ column: String) -> [LegalBasis] {
    let word = word(column)
    guard !word.isEmpty else { return [] }
    if let bases = LegalBasis.bases(in: word), !bases.contains(where: \.act.isEmpty) {
      return bases
    }
    note(.legalBases, column)
    return []
  }

  private mutating func checkSending(
    _ status: DocumentStatus, preparedAt: CivilDate, sentAt: CivilDate?
  ) {
    guard let sentAt else {
      if status.requiresSending { note(.contradiction(.sentWithoutDate), "sent_at") }
      return
    }
    if sentAt < preparedAt { note(.contradiction(.sentBeforePrepared), "sent_at") }
    if !status.allowsSending { note(.contradiction(.dateWithoutSending), "status") }
  }

  private mutating func caseData(from files: [String: [UInt8]]) -> String? {
    let name = word("case")
    guard !name.isEmpty else { return nil }
    guard CaseDataName.isJSON(name) else {
      note(.caseData(.wrongName), "case")
      return nil
    }
    guard let path = CaseDataName.path(of: name, beside: table.file) else {
      note(.caseData(.outsideFolder), "case")
      return nil
    }
    guard var bytes = files[path] else {
      note(.caseData(.missing), "case")
      return nil
    }
    if bytes.starts(with: CSVParser.byteOrderMark) {
      bytes.removeFirst(CSVParser.byteOrderMark.count)
    }
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      note(.caseData(.notText), "case")
      return nil
    }
    do throws(JSONSyntaxError) {
      _ = try JSON(parsing: bytes)
    } catch {
      note(.caseData(.notJSON(line: error.line)), "case")
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// How `documents.csv` names the files of case data beside it.
enum CaseDataName {
  static func isJSON(_ name: String) -> Bool { name.lowercased().hasSuffix(".json") }

  /// The name of a file in or below the folder of `table`, or `nil` if `name` would lead elsewhere.
  static func path(of name: String, beside table: String) -> String? {
    guard isInside(name) else { return nil }
    guard let slash = table.utf8.lastIndex(of: UInt8(ascii: "/")) else { return name }
    return String(table[...slash]) + name
  }

  /// Whether a name stays in the folder that it is looked up in.
  static func isInside(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return !name.contains("\\") && parts.allSatisfy { !["", ".", ".."].contains($0) }
  }
}

extension RegisterFile {
  /// Case data come as JSON; everything else is taken for a table.
  var isCaseData: Bool { CaseDataName.isJSON(name) }
}
