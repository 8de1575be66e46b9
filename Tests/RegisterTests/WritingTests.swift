import CivilDates
import Diagnostics
import JSON
import Testing

@testable import Register

@Suite struct WritingTests {
  private func entry(_ kind: RecordKind, _ json: String) throws -> RegisterEntry {
    let (entries, diagnostics) = RegisterEntry.read(
      try JSON(parsing: json), as: kind, file: "record.json")
    #expect(diagnostics.map(\.message.en) == [])
    return try #require(entries.first)
  }

  private let resource = """
    {"url": "https://facebook.com/casino", "title": "Казино", "group": "красный",
     "entered_at": "2021-03-01", "body": "interior-ministry", "court_act": "№ 7, 2020-01-01"}
    """
  private let document = """
    {"id": "P1", "kind": "prescription", "prepared_at": "2021-03-02", "addressee": "Операторам",
     "deadline": "2021-04-01", "legal_bases": [{"act": "gambling-law", "article": "6"}],
     "resources": ["HTTPS://m.facebook.com/Casino#top"], "case_data": {"a": [1, "қ"]}}
    """
  private let inquiry = """
    {"id": "I1", "number": "ЗТ-5", "date": "2021-05-01", "sender": "Мәжіліс депутаттары",
     "subject": "Онлайн-казино", "received_at": "2021-05-03", "reply": "P1"}
    """
  private let organiser = """
    {"id": "O1", "name": "Slot Ltd", "sites": ["https://slot.example/"], "court": "Астана соты",
     "act_number": "12", "act_date": "2021-01-15"}
    """

  private func filled() throws -> RegisterFixture {
    let fixture = try RegisterFixture()
    for (kind, json) in zip(RecordKind.allCases, [resource, document, inquiry, organiser]) {
      try fixture.register.add([entry(kind, json)], file: "record.json")
    }
    return fixture
  }

  private func code(_ body: () throws -> Void) -> RegisterError.Code? {
    (#expect(throws: RegisterError.self) { try body() })?.code
  }

  @Test("A record would come back other than it was given")
  func roundTrip() throws {
    let fixture = try filled()
    for (key, kind, json) in [
      ("https://facebook.com/casino", RecordKind.resource, resource),
      ("P1", .document, document), ("I1", .inquiry, inquiry), ("O1", .organiser, organiser),
    ] {
      let found = try fixture.register.entries(named: key)
      #expect(found.count == 1)
      let held = try #require(found.first)
      let given = try entry(kind, json)
      // The case data are attributed to the file that they came in.
      #expect(held == given, "\(held.json.serialized())")
      #expect(try entry(kind, held.json.serialized()) == held)
    }
    #expect(
      try fixture.register.resource(CanonicalURL(parsing: "https://facebook.com/casino"))?
        .platform == .facebook)
    #expect(try fixture.register.history().map(\.action) == [.add, .add, .add, .add])
  }

  @Test("A record could be added twice, or name what is not there")
  func refusals() throws {
    let fixture = try filled()
    let register = fixture.register
    #expect(code { try register.add([entry(.document, document)]) } == .alreadyInRegister)
    let other = document.replacing("P1", with: "P2").replacing("/Casino", with: "/Other")
    #expect(code { try register.add([entry(.document, other)]) } == .notInRegister)
    let answered = inquiry.replacing("I1", with: "I2").replacing("P1", with: "P9")
    #expect(code { try register.add([entry(.inquiry, answered)]) } == .notInRegister)
    let late = inquiry.replacing("I1", with: "I3").replacing("2021-05-03", with: "2021-04-30")
    #expect(code { try register.add([entry(.inquiry, late)]) } == .contradiction)
    #expect(code { try register.supersede([entry(.document, other)]) } == .notInRegister)
    // One wrong record of several, and nothing is written.
    let good = try entry(.organiser, organiser.replacing("O1", with: "O2"))
    #expect(code { try register.add([good, entry(.organiser, organiser)]) } == .alreadyInRegister)
    #expect(try register.entries(named: "O2").isEmpty)
    #expect(try register.revision() == 4)
  }

  @Test("A misspelt or missing member would be taken for an empty one")
  func wrongMembers() throws {
    let wrong: [(RecordKind, String, [String])] = [
      (
        .resource, "{\"url\": \"casino\", \"entered_at\": \"1.2.2021\"}",
        ["url", "entered_at", "body"]
      ),
      (
        .document, "{\"id\": \"D\", \"kind\": \"letter\", \"prepared\": 1}",
        ["kind", "prepared_at", "prepared"]
      ),
      (
        .document,
        "{\"id\": \"D\", \"kind\": \"warning\", \"prepared_at\": \"2021-01-01\", \"status\": \"sent\"}",
        ["sent_at"]
      ),
      (.inquiry, "[1]", ["[1]", "[1].id", "[1].date", "[1].received_at", "[1].sender"]),
      (
        .organiser, "{\"id\": \"a\\u0000\", \"name\": \"N\", \"sites\": \"x\"}",
        ["id", "id", "sites"]
      ),
    ]
    for (kind, json, blocks) in wrong {
      let (entries, diagnostics) = RegisterEntry.read(
        try JSON(parsing: json), as: kind, file: "r.json")
      #expect(entries.isEmpty)
      #expect(Set(diagnostics.map(\.rule)) == ["R131"])
      #expect(diagnostics.map { $0.places.first?.block ?? "" } == blocks, "\(json)")
    }
  }

  @Test("A document could go where the law does not let it, or lose the day on which it went there")
  func statuses() throws {
    let fixture = try filled()
    let register = fixture.register
    func set(_ status: DocumentStatus, _ date: String, number: String? = nil) throws {
      try register.setStatus(of: "P1", to: status, on: day(date), number: number)
    }
    #expect(code { try set(.sent, "2021-03-03") } == .unlawfulStatus)
    #expect(code { try set(.agreed, "2021-03-01") } == .tooEarly)
    try set(.agreed, "2021-03-02")
    try set(.signed, "2021-03-04")
    #expect(code { try set(.registered, "2021-03-04") } == .numberNeeded)
    try set(.registered, "2021-03-05", number: "04-12/1")
    #expect(code { try set(.sent, "2021-03-05", number: "04-12/2") } == .unlawfulStatus)
    #expect(code { try set(.refused, "2021-03-05") } == .unlawfulStatus)
    #expect(
      code { try register.giveNumber("04-12/2", to: "P1", on: day("2021-03-06")) } == .numberGiven)
    try set(.sent, "2021-03-06")
    try set(.executed, "2021-03-09")
    try set(.revoked, "2021-06-01")
    for status in DocumentStatus.allCases {
      #expect(code { try set(status, "2021-07-01") } == .unlawfulStatus)
    }
    let record = try #require(try register.document("P1"))
    #expect(record.number == "04-12/1")
    #expect(
      DocumentStatus.allCases.map { record.dates[$0]?.iso } == [
        "2021-03-02", "2021-03-02", "2021-03-04", "2021-03-05", "2021-03-06", nil, "2021-03-09",
        nil, "2021-06-01",
      ])
    #expect(try register.verify() == [])
  }

  @Test("A number could be given to a draft, or twice")
  func numbers() throws {
    let fixture = try filled()
    let register = fixture.register
    func give(_ number: String, _ date: String) throws {
      try register.giveNumber(number, to: "P1", on: day(date))
    }
    #expect(code { try give("1", "2021-03-05") } == .unlawfulStatus)
    try register.setStatus(of: "P1", to: .signed, on: day("2021-03-04"))
    #expect(code { try give("1", "2021-03-03") } == .tooEarly)
    #expect(code { try give("", "2021-03-05") } == .numberNeeded)
    try give("1", "2021-03-05")
    #expect(try register.document("P1")?.status == .registered)
    #expect(code { try give("1", "2021-03-05") } == .numberGiven)
    #expect(
      code { try register.giveNumber("1", to: "P7", on: day("2021-03-05")) } == .notInRegister)
    let renumbered = document.replacing("\"kind\"", with: "\"number\": \"2\", \"kind\"")
    #expect(code { try register.supersede([entry(.document, renumbered)]) } == .numberGiven)
  }

  @Test("Nobody could tell afterwards who changed what, or what it was before")
  func versions() throws {
    let fixture = try filled()
    let register = fixture.register
    let corrected = document.replacing("Операторам", with: "РГП «ГТС»")
      .replacing("\"HTTPS://m.facebook.com/Casino#top\"", with: "")
    let note = RevisionNote(
      author: "А. Серікова", reason: "опечатка", recordedOn: try day("2021-03-03"))
    let revision = try register.supersede(
      [entry(.document, corrected)], file: "record.json", note: note)
    #expect(revision == 5)
    #expect(
      try register.supersede([entry(.document, corrected)], file: "record.json", note: note) == 5)
    let found = try #require(try register.entries(named: "P1").first)
    let versions = try register.versions(of: found)
    #expect(versions.map(\.revision.number) == [2, 5])
    let last = try #require(versions.last)
    #expect(last.revision.author == "А. Серікова")
    #expect(last.revision.reason == "опечатка")
    #expect(last.revision.action == .edit)
    #expect(last.revision.recordedOn == (try day("2021-03-03")))
    #expect(last.revision.recordedAt?.hasSuffix("Z") == true)
    #expect(
      last.changes == [
        .init(column: "addressee", before: "Операторам", after: "РГП «ГТС»"),
        .init(column: "resource", before: "https://facebook.com/casino", after: nil),
      ])
    #expect(
      versions.first?.changes.contains { $0.column == "resource" && $0.before == nil } == true)
    #expect(try register.resources(of: "P1").isEmpty)
  }

  @Test("A file that replaces a document would fail over days that were noted by hand")
  func importOverDates() throws {
    let fixture = try filled()
    let register = fixture.register
    try register.setStatus(of: "P1", to: .signed, on: day("2021-03-04"))
    try register.giveNumber("1", to: "P1", on: day("2021-03-20"))
    let report = try fixture.load(
      .documents("P1;prescription;sent;2021-03-02;2021-03-10;1;A;"),
      options: ImportOptions(onDifference: .replace))
    #expect(report.documents.replaced == 1)
    let record = try #require(try register.document("P1"))
    #expect(record.dates == [.draft: try day("2021-03-02"), .sent: try day("2021-03-10")])
    #expect(record.legalBases == [LegalBasis(act: "gambling-law", article: "6")])
    #expect(try register.verify() == [])
  }

  @Test("A search would miss what is written with other letters, or find what was not asked for")
  func search() throws {
    let fixture = try filled()
    let register = fixture.register
    try fixture.load(
      .resources("https://b.example/;2021-01-02;two;is"),
      .documents("W1;warning;sent;2021-01-02;2021-01-03;5;ТОО «Алтын»;"))
    func documents(_ set: (inout RecordFilter) throws -> Void) throws -> [String] {
      var filter = RecordFilter()
      try set(&filter)
      return try register.documents(matching: filter).map(\.id)
    }
    #expect(try documents { _ in } == ["W1", "P1"])
    #expect(try documents { $0.search = "ОПЕРАТОР" } == ["P1"])
    #expect(try documents { $0.search = "%" } == [])
    #expect(try documents { $0.search = "' OR 1=1 --" } == [])
    #expect(try documents { $0.kind = .warning } == ["W1"])
    #expect(try documents { $0.status = .draft } == ["P1"])
    #expect(try documents { $0.body = "interior-ministry" } == ["P1"])
    #expect(try documents { $0.from = try day("2021-01-03") } == ["P1"])
    #expect(try documents { $0.to = try day("2021-01-03") } == ["W1"])
    #expect(try documents { $0.limit = 1 } == ["W1"])
    var filter = RecordFilter()
    filter.search = "КАЗИНО"
    #expect(try register.resources(matching: filter).map(\.platform) == [.facebook])
    filter.search = "мәжіліс"
    #expect(try register.inquiries(matching: filter).map(\.reply) == ["P1"])
    filter.search = "slot"
    #expect(try register.organisers(matching: filter).map(\.courtAct?.number) == ["12"])
  }
}

@Suite struct PlatformTests {
  @Test(
    "A page on a platform would be taken for a site of its own, or a false site for the platform",
    arguments: [
      ("facebook.com", Platform.facebook), ("m.facebook.com", .facebook), ("t.me", .telegram),
      ("youtu.be", .youtube), ("www.tiktok.com", .tiktok), ("instagram.example", .instagram),
      ("facebook.com.evil.example", nil), ("notfacebook.com", nil), ("casino.example", nil),
      ("[::1]", nil), ("com", nil),
    ])
  func hosts(_ host: String, _ platform: Platform?) {
    #expect(Platform(host: host) == platform)
  }
}
