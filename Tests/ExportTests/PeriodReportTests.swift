import CivilDates
import Diagnostics
import Export
import Files
import Glibc
import JSON
import Letters
import OfficePackage
import Register
import TestSupport
import Testing
import XML

/// The report on a period of the example register, or of none.
@Suite struct PeriodReportTests {
  static let root: String = {
    // …/Tests/ExportTests/PeriodReportTests.swift
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }()

  static let kind: LetterKind? =
    (try? TemplateLibrary(folder: root + "/templates").kind(PeriodReport.kind))?.kind

  private static func folder() throws -> String {
    var template = Array("/tmp/qoshat-report-XXXXXX".utf8CString)
    return String(cString: try #require(mkdtemp(&template)))
  }

  private static func emptyRegister() throws -> Register {
    try Register.create(at: try folder() + "/register.sqlite")
  }

  static let register: Result<Register, any Error> = Result {
    let register = try emptyRegister()
    _ = try register.importFiles(try RegisterFile.load([root + "/fixtures/register"]))
    return register
  }

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

  private func period(_ from: String, _ to: String) throws -> Period {
    try #require(Period(from: try day(from), to: try day(to)))
  }

  private func report(
    _ register: Register, _ period: Period, asOf: String = "2030-01-01"
  ) throws -> (report: PeriodReport, letter: RenderedLetter) {
    let kind = try #require(Self.kind)
    let report = try PeriodReport.make(
      register, period: period, asOf: try day(asOf), reference: kind.reference)
    #expect(report.diagnostics.map { $0.rendered(in: .en) } == [])
    let (letter, diagnostics) = try kind.render(
      report.caseData, file: "report", register: register, revision: report.revision,
      listing: .documentsAndBodies)
    #expect(diagnostics.map { $0.rendered(in: .en) } == [])
    for document in letter.documents.values {
      #expect(DocumentValidity.faults(in: document.docx, madeFrom: []) == [])
    }
    return (report, letter)
  }

  private func integer(_ json: JSON?, _ name: String) -> Int {
    if case .integer(let value)? = json?[name] { value } else { -1 }
  }

  private func rows(_ report: PeriodReport, _ name: String) -> [JSON] {
    if case .array(let rows)? = report.caseData[name] { rows } else { [] }
  }

  @Test("The tables of the report do not add up to its figures")
  func sums() throws {
    let (report, letter) = try report(try Self.register.get(), .year(2021))
    let figures = Dictionary(uniqueKeysWithValues: letter.figures.map { ($0.name, $0.value) })
    func sum(_ table: String, _ column: String) -> Int {
      rows(report, table).reduce(0) { $0 + integer($1, column) }
    }
    for (column, figure) in [
      ("prescriptions", "preparedPrescriptions"), ("warnings", "preparedWarnings"),
      ("recommendations", "preparedRecommendations"), ("total", "preparedTotal"),
      ("notifications", "preparedNotifications"),
    ] { #expect(sum("documentMonths", column) == figures[figure]) }
    for table in ["byBody", "byPlatform", "resourceMonths"] {
      #expect(sum(table, "entered") == figures["enteredResources"])
      #expect(sum(table, "actedUpon") == figures["actedUponResources"])
    }
    #expect(rows(report, "documentMonths").count == 12)
    #expect(figures["preparedTotal"] == 88 && figures["enteredResources"] == 4989)
    #expect(letter.provenance?.revision == report.revision)
    for breakdown in report.breakdowns {
      #expect(!breakdown.statistic.statement.sql.isEmpty)
      #expect(breakdown.statistic.figure.query.asOf == report.asOf)
    }
    #expect(report.asOf == (try day("2021-12-31")))
  }

  @Test(
    "A report on other days than a year is refused, or its tables show other months",
    arguments: [
      ("2021-10-01", "2021-12-31", "2030-01-01", 3), ("2020-11-10", "2021-02-15", "2030-01-01", 4),
      ("2021-03-01", "2021-03-31", "2030-01-01", 0), ("2021-05-17", "2021-05-17", "2030-01-01", 0),
      ("2021-01-01", "2021-12-31", "2021-05-10", 5), ("2016-01-01", "2021-12-31", "2030-01-01", 72),
    ])
  func periods(from: String, to: String, asOf: String, months: Int) throws {
    let (report, letter) = try report(try Self.register.get(), try period(from, to), asOf: asOf)
    #expect(rows(report, "documentMonths").count == months)
    for (language, document) in letter.documents {
      let page = try PeriodReportPage.html(of: document.docx, in: language)
      let tree = try XMLTree(parsing: Array(Self.wellFormed(page).utf8))
      let drawings = (0..<tree.count).count {
        tree.kind(of: $0) == .element && tree.name(of: $0).local == "svg"
      }
      // Each chart is drawn for wide and for narrow screens.
      let charts = try OfficePackage(reading: document.docx).partNames.count {
        $0.hasPrefix("word/charts/")
      }
      #expect(drawings == charts * 2 && charts == (months > 0 ? 4 : 2))
    }
  }

  /// HTML without what XML does not know.
  private static func wellFormed(_ page: String) -> String {
    page.replacing("<!DOCTYPE html>\n", with: "").replacing("<br>", with: "<br/>")
      .replacing(/<meta [^>]*>/, with: "")
  }

  @Test("A report on nothing has empty charts, tables or sentences about nothing")
  func nothing() throws {
    for register in [try Self.register.get(), try Self.emptyRegister()] {
      let (report, letter) = try report(register, .year(2015))
      #expect(rows(report, "documentMonths").isEmpty && rows(report, "byBody").isEmpty)
      for (language, document) in letter.documents {
        let package = try OfficePackage(reading: document.docx)
        #expect(package.partNames.allSatisfy { !$0.hasPrefix("word/charts/") })
        #expect(!document.text.contains("\t"))
        let sentence =
          language == .kk
          ? "тізілімге интернет-ресурстар мен сілтемелер енгізілген жоқ."
          : "интернет-ресурсы и ссылки в реестр не вносились."
        #expect(document.text.contains(sentence))
      }
    }
  }

  @Test("Decades without an event make hundreds of empty rows")
  func decades() throws {
    let (report, _) = try report(try Self.register.get(), try period("0001-01-01", "9999-12-31"))
    let rows = rows(report, "resourceMonths")
    #expect((2...120).contains(rows.count))
    #expect(rows.first.map { integer($0, "entered") } ?? 0 > 0)
  }

  @Test("A resource in documents of two kinds is counted twice, or the report is refused for it")
  func overlap() throws {
    let register = try Self.emptyRegister()
    let folder = try Self.folder()
    let url = "https://slot.example/"
    var files = FileSet()
    for (name, text) in [
      ("resources.csv", Self.resources(url)),
      (
        "documents.csv",
        """
        id;kind;status;prepared_at;sent_at;number;addressee;case
        P-1;prescription;sent;2021-03-01;2021-03-02;1;А;
        W-1;warning;sent;2021-03-01;2021-03-02;2;А;

        """
      ),
      ("links.csv", "document;url\nP-1;\(url)\nW-1;\(url)\n"),
    ] { try files.add(Array(text.utf8), as: "\(folder)/\(name)") }
    try files.commit()
    let imported = try register.importFiles(try RegisterFile.load([folder]))
    #expect(imported.diagnostics.map { $0.rendered(in: .en) } == [])
    let (_, letter) = try report(register, .year(2021))
    let ru = try #require(letter.documents[.ru]).text
    #expect(ru.contains("Реагирующие документы, всего\t2\t1\t2\t1\n"))
    #expect(ru.contains("поэтому сумма по видам больше общего числа ресурсов."))
    #expect(try #require(letter.documents[.kk]).text.contains("қосынды ресурстардың жалпы санынан"))
  }

  /// The example register's head and its first resource, with another address.
  private static func resources(_ url: String) -> String {
    let bytes = (try? FileSystem.read(root + "/fixtures/register/resources.csv")) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").prefix(2)
    let cells = (lines.last ?? "").split(separator: ";", omittingEmptySubsequences: false)
    let row = cells.map { $0.contains("://") ? url : String($0) }.joined(separator: ";")
    return "\(lines.first ?? "")\n\(row)\n"
  }

  @Test("A body that the reference data do not have stops the report, or vanishes from it")
  func unknownBody() throws {
    let kind = try #require(Self.kind)
    var reference = kind.reference
    reference.bodies["interior-ministry"] = nil
    let report = try PeriodReport.make(
      try Self.register.get(), period: .year(2021), asOf: try day("2021-12-31"),
      reference: reference)
    #expect(report.diagnostics.map(\.rule) == ["N5"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(
      rows(report, "byBody").contains { $0["name"]?["ru"]?.string == "interior-ministry" })
  }

  @Test("An earlier report cannot be made again after the register went on")
  func revision() throws {
    let register = try Self.emptyRegister()
    let kind = try #require(Self.kind)
    let before = try PeriodReport.make(
      register, revision: 0, period: .year(2021), asOf: try day("2021-12-31"),
      reference: kind.reference)
    _ = try register.importFiles(try RegisterFile.load([Self.root + "/fixtures/register"]))
    let again = try PeriodReport.make(
      register, revision: 0, period: .year(2021), asOf: try day("2021-12-31"),
      reference: kind.reference)
    #expect(again.caseData == before.caseData)
    #expect(again.revision == 0)
  }
}

/// The report of the example register's year, word for word, as people have read it.
@Suite struct GoldenReportTests {
  @Test("The report is not the one that was read and approved")
  func year() throws {
    let kind = try #require(PeriodReportTests.kind)
    let register = try PeriodReportTests.register.get()
    let report = try PeriodReport.make(
      register, period: .year(2021), asOf: try #require(CivilDate(iso: "2021-12-31")),
      reference: kind.reference)
    let (letter, _) = try kind.render(
      report.caseData, file: "report", register: register, revision: report.revision,
      listing: .documentsAndBodies)
    try compare(report.caseData.serialized(indented: true) + "\n", "json")
    for (language, document) in letter.documents {
      let package = try OfficePackage(reading: document.docx)
      for part in package.partNames
      where part == "word/document.xml" || part.hasPrefix("word/charts/") {
        let name = part.split(separator: "/").last ?? ""
        let content = try #require(package.content(of: part))
        try compare(PrettyXML.text(of: content), "\(language).\(name)")
      }
      try compare(document.text, "\(language).txt")
      try compare(try PeriodReportPage.html(of: document.docx, in: language), "\(language).html")
    }
  }

  private func compare(_ text: String, _ name: String) throws {
    let difference = try Golden.difference(
      of: text, from: "\(PeriodReportTests.root)/fixtures/golden/period-report-2021.\(name)",
      isRecording: getenv("RECORD_GOLDENS") != nil)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
