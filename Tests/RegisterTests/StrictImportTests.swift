import Diagnostics
import Testing

@testable import Register

@Suite struct StrictImportTests {
  private let mixed = RegisterFile.resources(
    "https://a.example/;2021-01-02;interior-ministry;is", "casino;2021-01-02;interior-ministry;is")

  @Test("A strict import would take some rows and leave others out")
  func strict() throws {
    let fixture = try RegisterFixture()
    let strict = ImportOptions(isStrict: true)
    let report = try fixture.load(mixed, options: strict)
    #expect(report.isRejected)
    #expect(!report.hasChanges)
    #expect(report.resources.added == 0)
    #expect(report.resources.refused == 1)
    #expect(try fixture.register.revision() == 0)
    #expect(try fixture.register.resource(CanonicalURL(parsing: "https://a.example/")) == nil)
    // A warning is no reason to refuse.
    let links = try fixture.load(.links("D1;https://a.example/"), options: strict)
    #expect(links.diagnostics.map(\.rule) == ["R113"])
    #expect(links.links.added == 1)
  }

  @Test("A clerk would have to look for the bad rows in the file, or mend them for nothing")
  func refusedRows() throws {
    let fixture = try RegisterFixture()
    let report = try fixture.load(
      mixed, .links("D1;\"x\"y;z", "D1;https://a.example/;extra", "D1;https://a.example/"))
    let tables = report.refusedTables(in: .ru)
    #expect(tables.map(\.table) == [.resources, .links])
    let resources = try #require(tables.first)
    let text = String(decoding: resources.bytes, as: UTF8.self)
    #expect(text.contains("resources.csv:3;URL должен начинаться с `http://` или `https://`\r\n"))
    let links = ParsedTable(RegisterFile(name: "l.csv", bytes: tables[1].bytes))
    #expect(
      links.rows.dropFirst().map { $0.cells[0].text } == [
        "D1;\"x\"y;z", "D1;https://a.example/;extra",
      ])

    let mended = text.replacing(";casino;", with: ";https://casino.example/;")
    let second = try fixture.load(RegisterFile("mended.csv", mended))
    #expect(second.resources.added == 1)
    #expect(second.diagnostics.isEmpty)
    let record = try #require(
      try fixture.register.resource(CanonicalURL(parsing: "https://casino.example/")))
    #expect(record.card.title == "Название")
  }

  @Test("The rows of a plain file would come back without the body and date that options gave")
  func refusedPlainRows() throws {
    let fixture = try RegisterFixture()
    let header = ResourceCard.columns.joined(separator: ";")
    let plain = RegisterFile("cards.csv", header + "\nt;casino;;;;;;;;;;;\n")
    let options = ImportOptions(body: "interior-ministry", enteredAt: try day("2021-03-04"))
    let report = try fixture.load(plain, options: options)
    #expect(
      report.refusedRows.first?.values[13..<16] == ["2021-03-04", "interior-ministry", "is"])
  }

  @Test("Of two cards about one address the one would be taken that happened to come first")
  func earlierCard() throws {
    let fixture = try RegisterFixture()
    let report = try fixture.load(
      .resources(
        "https://a.example/;2021-05-02;x;is", "https://a.example/;2021-05-02;x;is",
        "https://a.example/;2021-01-02;x;is"))
    #expect(report.resources.added == 1)
    #expect(report.resources.refused == 2)
    #expect(report.diagnostics.map { $0.places.map(\.line) } == [[2, 4], [3, 4]])
    #expect(report.diagnostics.first?.message.en.contains("2021-01-02") == true)
    let url = try CanonicalURL(parsing: "https://a.example/")
    #expect(try fixture.register.resource(url)?.enteredAt == day("2021-01-02"))
  }

  @Test("A long import would look as if it hung, or its last rows were missing")
  func progress() throws {
    let fixture = try RegisterFixture()
    let rows = (0..<1200).map { "D;https://a.example/\($0)" }
    let file = RegisterFile("l.csv", "document;url\n" + rows.joined(separator: "\n") + "\n")
    var seen: [ImportProgress] = []
    _ = try fixture.register.importFiles([file]) { seen.append($0) }
    #expect(seen.contains(ImportProgress(phase: .checking, rows: 500, total: 1200)))
    #expect(seen.contains(ImportProgress(phase: .checking, rows: 1200, total: 1200)))
    #expect(seen.contains(ImportProgress(phase: .writing, rows: 1000, total: 1200)))
    #expect(seen.last == ImportProgress(phase: .writing, rows: 1200, total: 1200))
  }
}

@Suite struct TextDecodingTests {
  private let text =
    RegisterFile.resourceHeader
    + "\nИнтернет-казино «Удача» № 5;https://a.example/;Реклама – ставки;"
    + "a;b;c;Русский;красный;s.png;1;2;нет;Ёлка;2021-01-02;interior-ministry;is\n"

  private func title(_ bytes: [UInt8], rules: [String] = []) throws -> String? {
    let fixture = try RegisterFixture()
    let report = try fixture.load(RegisterFile(name: "r.csv", bytes: bytes))
    #expect(report.diagnostics.map(\.rule) == rules)
    return try fixture.register.resource(CanonicalURL(parsing: "https://a.example/"))?.card.title
  }

  @Test("A file of another program would be refused or read as gibberish")
  func encodings() throws {
    let expected = "Интернет-казино «Удача» № 5"
    #expect(try title(Array(text.utf8)) == expected)
    #expect(try title([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == expected)
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try title(little) == expected)
    #expect(try title(big) == expected)
    #expect(try title(windows1251(text), rules: ["R121"]) == expected)
  }

  @Test("Every letter of Windows-1251 would not be the one that was meant")
  func windows1251Letters() throws {
    let letters: [(UInt8, Unicode.Scalar)] = [
      (0x80, "Ђ"), (0x97, "—"), (0xA8, "Ё"), (0xB8, "ё"), (0xAB, "«"), (0xBB, "»"), (0xB9, "№"),
      (0xB2, "І"), (0xB3, "і"), (0xC0, "А"), (0xDF, "Я"), (0xE0, "а"), (0xFF, "я"),
      (0xA0, "\u{A0}"),
      (0x88, "€"), (0xBF, "ї"), (0x41, "A"),
    ]
    for (byte, letter) in letters {
      #expect(Windows1251.decoded([byte]) == Array(String(letter).utf8))
    }
    #expect(Windows1251.decoded([0x98]) == nil)
  }

  @Test("One bad character would stop the whole file, or go into the register")
  func strayCharacters() throws {
    let fixture = try RegisterFixture()
    let report = try fixture.load(
      .links(
        "D1;https://a.example/\0", "D\r2;https://a.example/", "D3;\"https://a.example/\0\"",
        "D4;https://a.example/"))
    #expect(report.links.added == 1)
    let found = report.diagnostics.filter { $0.rule == "R120" }
    #expect(found.map { $0.places.first?.line } == [2, 3, 4])
    #expect(found.map { $0.places.first?.column } == [22, 2, 23])
    // A file from before the line feed is one long line.
    let old = RegisterFile("old.csv", "document;url\rD1;https://a.example/\r")
    let error = #expect(throws: RegisterError.self) { try fixture.load(old) }
    #expect(error?.diagnostics.map(\.rule) == ["R120"])
  }

  private func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      (UInt8.min...UInt8.max).first { Windows1251.decoded([$0]) == Array(String(scalar).utf8) } ?? 0
    }
  }
}

@Suite struct ExtraColumnTests {
  private let hash = String(repeating: "0a", count: 32)

  private func document(_ cells: String) -> RegisterFile {
    let header =
      RegisterFile.documentHeader + ";signed_at;registered_at;delivered_at;deadline;legal_bases"
    return RegisterFile("documents.csv", header + "\n" + cells + "\n")
  }

  @Test("The days of a document's statuses, its deadline or its bases would be lost on the way out")
  func everyColumn() throws {
    let fixture = try RegisterFixture()
    let bases = "\"[{\"\"act\"\":\"\"gambling-law\"\",\"\"article\"\":\"\"6\"\"}]\""
    let resources = RegisterFile(
      "r.csv",
      RegisterFile.resourceHeader + ";evidence_hash;court_act\n"
        + "t;https://a.example/;;;;;;;;;;;;2021-01-02;x;is;\(hash.uppercased());№ 5\n")
    let report = try fixture.load(
      resources,
      document(
        "D1;warning;delivered;2021-03-01;2021-03-04;7;A;;2021-03-02;2021-03-03;2021-03-05;2021-04-01;\(bases)"
      ))
    #expect(report.diagnostics.isEmpty)
    let held = try #require(try fixture.register.document("D1"))
    #expect(held.dates[.delivered] == (try day("2021-03-05")))
    #expect(held.deadline == (try day("2021-04-01")))
    #expect(held.legalBases == [LegalBasis(act: "gambling-law", article: "6")])
    let other = try RegisterFixture()
    _ = try other.register.importFiles(try fixture.register.exportedFiles())
    #expect(try other.register.document("D1") == held)
    let url = try CanonicalURL(parsing: "https://a.example/")
    #expect(try other.register.resource(url)?.evidenceHash == hash)
    #expect(try other.register.resource(url) == fixture.register.resource(url))
    // A file without these columns says nothing about them.
    let plain = RegisterFile.documents("D1;warning;delivered;2021-03-01;2021-03-04;7;A;")
    #expect(try !fixture.load(plain).hasChanges)
  }

  @Test("One document with impossible days would stop the import of all others")
  func contradictions() throws {
    let fixture = try RegisterFixture()
    let rows = [
      "D1;warning;delivered;2021-03-01;2021-03-04;7;A;;2021-03-02;2021-03-03;2021-03-01;;",
      "D2;warning;sent;2021-03-01;2021-03-04;;A;;;2021-03-03;;;",
      "D3;warning;sent;2021-03-01;2021-03-04;7;A;;;2021-03-03;;2021-02-01;",
      "D4;warning;sent;2021-03-01;2021-03-04;7;A;;;;;;[5]",
      "D5;warning;sent;2021-03-01;2021-03-04;7;A;;;2021-03-03;;2021-04-01;",
    ]
    let report = try fixture.load(document(rows.joined(separator: "\n")))
    #expect(report.diagnostics.map(\.rule) == ["R109", "R109", "R109", "R123"])
    #expect(report.diagnostics.map { $0.places.first?.line } == [2, 3, 4, 5])
    #expect(report.documents.added == 1)
    #expect(report.documents.refused == 4)
    let resources = RegisterFile(
      "r.csv",
      RegisterFile.resourceHeader
        + ";evidence_hash\nt;https://a.example/;;;;;;;;;;;;2021-01-02;x;is;abc\n")
    #expect(try fixture.load(resources).diagnostics.map(\.rule) == ["R122"])
  }
}
