import CivilDates
import Diagnostics
import Testing

@testable import Register

@Suite struct ImportTests {
  private let good = RegisterFile.resources(
    "https://a.example/;2021-01-02;interior-ministry;is", "https://b.example/;2021-01-03;;own")

  @Test("A card would come back other than it was entered")
  func hostileCells() throws {
    let hostile = [
      "Казино \"Алтын\"; вход", "https://a.example/", "строка 1\r\nстрока 2\n\tтабуляция",
      "'; DROP TABLE resource; --", "=1+1", "@SUM(A1)", "\u{202E}nosap\u{200F}", "  blanks  ",
      "e\u{301} é", "00012", "+7 700", "😀\u{FE0F}", "?1 :name $x \\",
    ]
    let cells = hostile.map { cell in
      "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }
    let row = (cells + ["2021-01-02", "interior-ministry", "is"]).joined(separator: ";")
    let fixture = try RegisterFixture()
    try fixture.load(RegisterFile("r.csv", RegisterFile.resourceHeader + "\n" + row + "\n"))
    let url = try CanonicalURL(parsing: "https://a.example/")
    let record = try #require(try fixture.register.resource(url))
    // Compared by scalars: equal strings may still be spelled differently.
    #expect(
      record.card.values.map { Array($0.unicodeScalars) }
        == hostile.map { Array($0.unicodeScalars) })
  }

  @Test("A wrong row would stop the good ones or pass unnoticed")
  func badRows() throws {
    let fixture = try RegisterFixture()
    let file = RegisterFile.resources(
      "https://a.example/;2021-01-02;interior-ministry;is", "casino;02.01.2021;;fax",
      "https://b.example/;2021-02-30;x;is", "https://c.example/;2021-01-03;;is",
      "https://d.example/;2021-01-03;x;is;extra", "https://e.example/;2021-01-03;x;is")
    let report = try fixture.load(file)
    #expect(report.resources.added == 2)
    #expect(report.resources.refused == 4)
    let found = report.diagnostics.map { diagnostic in
      let place = diagnostic.places.first
      return "\(diagnostic.rule) \(place?.line ?? 0) \(place?.block ?? "-") \(place?.text ?? "")"
    }
    #expect(
      found.filter { !$0.hasPrefix("R104") } == [
        "R106 3 url casino", "R107 3 entered_at 02.01.2021", "R108 3 channel fax",
        "R107 4 entered_at 2021-02-30", "R105 5 body ",
      ])
    let widths = report.diagnostics.filter { $0.rule == "R104" }
    #expect(widths.map { $0.places.first?.line } == [6])
    for diagnostic in report.diagnostics {
      #expect(diagnostic.places.first?.file == "resources.csv")
      #expect(diagnostic.severity == .error)
    }
  }

  @Test("A row with a broken quote would be dropped silently")
  func brokenQuotes() throws {
    let fixture = try RegisterFixture()
    let file = RegisterFile.links("D1;\"https://a.example/\"x", "D1;https://b.example/")
    let report = try fixture.load(file)
    #expect(report.links.added == 1)
    #expect(report.links.refused == 1)
    #expect(report.diagnostics.map(\.rule) == ["R103", "R113"])
  }

  @Test("A resource would be counted twice, or one of two cards would vanish without a word")
  func duplicates() throws {
    let fixture = try RegisterFixture()
    try fixture.load(good)
    let later = RegisterFile.resources(
      "HTTPS://A.example/?utm_source=x;2021-05-05;interior-ministry;is",
      "https://b.example/;2021-01-03;;own", name: "later.csv")
    let report = try fixture.load(later)
    #expect(!report.hasChanges)
    #expect(report.resources.unchanged == 1)
    #expect(report.diagnostics.map(\.rule) == ["R111"])
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.places.map(\.file) == ["later.csv", "resources.csv"])
    #expect(diagnostic.places.map(\.line) == [2, 2])
    #expect(diagnostic.places.last?.text == "https://a.example/")
    #expect(diagnostic.message.en.contains("`url`, `entered_at`"))
    let url = try CanonicalURL(parsing: "https://a.example/")
    #expect(try fixture.register.resource(url)?.enteredAt == day("2021-01-02"))

    let replaced = try fixture.load(later, options: ImportOptions(onDifference: .replace))
    #expect(replaced.resources.replaced == 1)
    #expect(replaced.revision == 2)
    #expect(try fixture.register.resource(url)?.enteredAt == day("2021-05-05"))
    #expect(try !fixture.load(later).hasChanges)
  }

  @Test("Two rows of one file about the same address would both be taken")
  func duplicatesInOneFile() throws {
    let fixture = try RegisterFixture()
    let report = try fixture.load(
      .resources(
        "https://a.example/;2021-01-02;x;is", "https://a.example/;2021-01-02;x;is",
        "https://a.example/#b;2021-01-02;x;is"))
    #expect(report.resources.added == 1)
    #expect(report.resources.unchanged == 1)
    #expect(report.diagnostics.first?.places.map(\.line) == [4, 2])
  }

  @Test("A file from the information system would need columns that it does not have")
  func plainCards() throws {
    let fixture = try RegisterFixture()
    let header = ResourceCard.columns.joined(separator: ";")
    let plain = RegisterFile("cards.csv", header + "\nt;https://a.example/;;;;;;;;;;;\n")
    let error = #expect(throws: RegisterError.self) { try fixture.load(plain) }
    #expect(error?.code == .missingOptions)
    #expect(error?.cause == .usage)
    #expect(error?.diagnostics.map(\.rule) == ["R114", "R114"])
    let options = ImportOptions(body: "interior-ministry", enteredAt: try day("2021-03-04"))
    #expect(try fixture.load(plain, options: options).resources.added == 1)
    let url = try CanonicalURL(parsing: "https://a.example/")
    let record = try #require(try fixture.register.resource(url))
    #expect(record.body == "interior-ministry")
    #expect(record.channel == .informationSystem)
    #expect(record.enteredAt.iso == "2021-03-04")
    let own = ImportOptions(enteredAt: try day("2021-03-04"), channel: .ownMonitoring)
    let other = RegisterFile("own.csv", header + "\nt;https://own.example/;;;;;;;;;;;\n")
    #expect(try fixture.load(other, options: own).resources.added == 1)
  }

  @Test("Columns in another order would be mixed up")
  func columnOrder() throws {
    let fixture = try RegisterFixture()
    let file = RegisterFile("l.csv", "URL; Document \nhttps://a.example/;D1\n")
    try fixture.load(file)
    #expect(try fixture.register.pendingLinks().map(\.document) == ["D1"])
  }

  @Test(
    "A file in another encoding would be imported as gibberish", arguments: EncodingCases.unreadable
  )
  func encodings(_ bytes: [UInt8], _ fault: TextEncodingFault) throws {
    #expect(DecodedText.decoded(bytes) == .failure(fault))
    let fixture = try RegisterFixture()
    let error = #expect(throws: RegisterError.self) {
      try fixture.load(self.good, RegisterFile(name: "bad.csv", bytes: bytes))
    }
    #expect(error?.code == .unreadableInput)
    #expect(error?.diagnostics.map(\.rule) == ["R101"])
    #expect(error?.diagnostics.first?.places.first?.file == "bad.csv")
    #expect(try fixture.register.revision() == 0)
  }

  @Test("A file that is no table of ours would be taken for one")
  func unknownHeaders() throws {
    let fixture = try RegisterFixture()
    let headers = [
      "", "a;b", "document,url", "document;url;url", "document;link",
      RegisterFile.resourceHeader + ";extra", "id;kind;status",
    ]
    for header in headers {
      let error = #expect(throws: RegisterError.self, "\(header)") {
        try fixture.load(RegisterFile("x.csv", header + "\n"))
      }
      #expect(error?.diagnostics.map(\.rule) == ["R102"])
    }
    let error = #expect(throws: RegisterError.self) {
      try fixture.load(RegisterFile("x.csv", "id;kind;status;prepared_at;number;addressee;case\n"))
    }
    #expect(error?.diagnostics.first?.message.ru.contains("`sent_at`") == true)
  }

  @Test("An import that changed nothing would look like a change, or a change would leave no trace")
  func importLog() throws {
    let fixture = try RegisterFixture()
    let first = try fixture.load(good, options: ImportOptions(today: try day("2021-12-20")))
    #expect(first.revision == 1)
    #expect(try fixture.load(good).revision == 1)
    #expect(try fixture.load(.links("D;https://a.example/")).revision == 2)
    #expect(try fixture.register.revision() == 2)
    let history = try fixture.register.history()
    #expect(history.map(\.number) == [1, 2])
    #expect(history.map(\.files) == [["resources.csv"], ["links.csv"]])
    #expect(history.map(\.resourcesAdded) == [2, 0])
    #expect(history.map(\.linksAdded) == [0, 1])
    #expect(history.map(\.recordedOn) == [try day("2021-12-20"), nil])
  }
}

enum EncodingCases {
  static let unreadable: [([UInt8], TextEncodingFault)] = [
    ([0xFF, 0xFE, 0x61], .utf16), ([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], .utf16),
    ([0x61, 0x00, 0x3B, 0x00], .utf16),
    // «қазақ» as a spreadsheet saves it in Windows-1251: ?аза? ойыны.
    (
      Array("title;?".utf8) + [0xE0, 0xE7, 0xE0, 0x3F, 0x20, 0xEE, 0xE9, 0xFB, 0xED, 0xFB],
      .lostLetters(offset: 6)
    ),
    // «Казино сайт» in KOI8-R, and «café à côté» in Latin-1.
    ([0xEB, 0xC1, 0xDA, 0xC9, 0xCE, 0xCF, 0x20, 0xD3, 0xC1, 0xCA, 0xD4], .windows1251(offset: 0)),
    (
      Array("caf".utf8) + [0xE9, 0x20, 0xE0, 0x20, 0x63, 0xF4, 0x74, 0xE9], .windows1251(offset: 3)
    ),
    ([0xD2, 0x9B, 0x3B, 0x80, 0x81], .invalid(offset: 3)),
  ]
}
