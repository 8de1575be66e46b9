import Foundation
import JSON
import Letters
import Register
import Testing
import WordprocessingML

@testable import OfficePackage
@testable import QoshatWeb

/// What staff do from morning to evening, in a real browser.
@Suite(.enabled(if: Browser.isInstalled), .serialized)
struct StaffJourneyTests {
  private static let example = "\(TestServer.project)/fixtures/cases/response-2021.json"

  private func field(_ path: String) -> String { "[id='f-\(path)']" }

  @Test(
    "The staff could not write a letter from beginning to end",
    arguments: LetterLanguage.allCases)
  func letter(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    let browser = try Browser(language: language.rawValue)
    let site = "http://127.0.0.1:\(server.port)"
    try browser.open("\(site)/letters/new")
    try browser.picture("letter-kinds-\(language)")
    try browser.click("form:has(input[value='response']) button")
    try browser.wait("the form") { try browser.has(field("since")) }
    let letter = try browser.address

    // A mistake, which is told at the field while one writes.
    try browser.fill(field("since"), "двадцать")
    try browser.wait("the mistake at its field") {
      try browser.text("[id='f-since-error']").contains("1900–2999")
        && browser.has("\(field("since"))[aria-invalid=true]")
    }
    try browser.picture("letter-mistakes-\(language)")
    try fill(
      browser, try JSON(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.example)))))
    try browser.wait("everything to be saved", seconds: 60) {
      try !browser.has("[aria-invalid=true]")
    }
    try browser.wait("the preview to be complete", seconds: 60) {
      try browser.inFrame("iframe[data-preview=ru]") {
        try !browser.has(".gap") && browser.text("body").contains("Уважаемые депутаты!")
      }
    }
    let shown = try browser.inFrame("iframe[data-preview=kk]") { try browser.text("body") }
    #expect(shown.contains("Құрметті депутаттар!"))
    #expect(!(try browser.has("#findings .error")))
    try browser.picture("letter-\(language)")
    try browser.expectNoBarriers()

    // A figure leads to its query and to the cases behind it.
    try browser.inFrame("iframe[data-preview=ru]") { try browser.click("a.figure") }
    try browser.wait("the figure") { try browser.address.contains("/figures/") }
    #expect(try browser.text("main").contains("SELECT"))
    #expect(try browser.has("main table tbody tr"))
    try browser.picture("figure-\(language)")
    // And each case to its record.
    let figures = try server.client().get(
      "/letters/1/figures/currentPrescriptionResources")
    let cases = figures.text.matches(of: /<td><a href="([^"]+)">([^<]+)<\/a>/)
    let first = try #require(cases.first)
    let record = try server.client().following(server.client().get(String(first.1)))
    #expect(record.text.contains("<h1>\(first.2)</h1>"))
    try browser.expectNoBarriers()

    // The files are what the command line makes of the same case.
    try browser.open("\(letter)/files?language=kk&language=ru&form=docx")
    #expect(try browser.download(ending: ".zip").starts(with: Array("PK".utf8)))
    for version in LetterLanguage.allCases {
      let path = "/letters/1/files?language=\(version)&form=docx"
      let docx = try server.client().get(path).bytes
      let text = try WordDocument(OfficePackage(reading: docx)).textBlocks().plainText
      let golden = try String(
        contentsOfFile: "\(TestServer.project)/fixtures/golden/response-2021.\(version).txt",
        encoding: .utf8)
      #expect(text == golden)
    }
  }

  /// Types a case into the form, field by field.
  private func fill(_ browser: Browser, _ data: JSON, _ path: String = "") throws {
    switch data {
    case .object(let members):
      for member in members {
        try fill(browser, member.value, path.isEmpty ? member.name : "\(path).\(member.name)")
      }
    case .array(let items):
      // Lines and short lists are one field with a line for each; records are items of their own.
      guard case .object? = items.first else {
        return try browser.fill(
          field(path), items.compactMap(\.string).joined(separator: "\n"))
      }
      for (index, item) in items.enumerated() {
        let first = index == 0 && path == "addressees"
        if !first { try browser.click("button[value='add:\(path)']") }
        try browser.wait("a further item") { try browser.has("[id^='f-\(path)[\(index)]']") }
        try fill(browser, item, "\(path)[\(index)]")
      }
    case .bool(true): try browser.click(field(path))
    case .integer(let number): try browser.fill(field(path), String(number))
    case .string(let text):
      if try browser.has("select\(field(path))") {
        try browser.choose(field(path), value: text)
      } else if try browser.has("\(field(path))[type=date]") {
        try browser.pick(field(path), date: text)
      } else {
        try browser.fill(field(path), text)
      }
    default: throw TestFailure("no field for \(path)")
    }
  }

  @Test(
    "A template with a mistake would come into use, or its author not learn where the mistake is",
    arguments: LetterLanguage.allCases)
  func template(language: LetterLanguage) async throws {
    let templates = FileManager.default.temporaryDirectory
      .appendingPathComponent("qoshat-templates-\(UUID().uuidString)").path
    try FileManager.default.copyItem(
      atPath: "\(TestServer.project)/templates", toPath: templates)
    defer { try? FileManager.default.removeItem(atPath: templates) }
    let server = try await TestServer(fixtures: true, templates: templates)
    let browser = try Browser(language: language.rawValue)
    let original = "\(templates)/warning/\(language).docx"
    let before = try Data(contentsOf: URL(fileURLWithPath: original))
    // What somebody does who mistypes a tag in Word.
    let package = try OfficePackage(reading: [UInt8](before))
    var edit = try PackageEdit(package)
    let main = try package.mainDocument()
    let markup = String(decoding: package.content(of: main) ?? [], as: UTF8.self)
    let broken = markup.replacingOccurrences(of: "registration", with: "registrasion")
    #expect(broken != markup)
    try edit.replace(main, bytes: Array(broken.utf8))
    let upload = "\(templates)/mistyped.docx"
    try Data(edit.archived()).write(to: URL(fileURLWithPath: upload))

    try browser.open("http://127.0.0.1:\(server.port)/templates/warning")
    try browser.picture("template-\(language)")
    try browser.attach("[id='field-file-\(language)']", upload)
    try browser.click("form:has([id='field-file-\(language)']) button")
    try browser.wait("the result") { try browser.address.contains("/checks/") }
    #expect(try browser.text("main").contains(Phrase.templateRefused[language]))
    #expect(try browser.text(".findings").contains("registrasion"))
    #expect(try browser.has("del") && browser.has("ins"))
    try browser.picture("template-refused-\(language)")
    try browser.expectNoBarriers()
    #expect(try Data(contentsOf: URL(fileURLWithPath: original)) == before)
    try browser.press(Phrase.annotatedCopy[language])
    let copy = try OfficePackage(reading: browser.download(ending: ".docx"))
    #expect(copy.partNames.contains { $0.hasSuffix("comments.xml") })

    // The same document without the mistake comes into use, and the former one is kept.
    try edit.replace(main, bytes: Array((markup + "<!-- -->").utf8))
    try Data(edit.archived()).write(to: URL(fileURLWithPath: upload))
    try browser.open("http://127.0.0.1:\(server.port)/templates/warning")
    try browser.attach("[id='field-file-\(language)']", upload)
    try browser.click("form:has([id='field-file-\(language)']) button")
    try browser.wait("the result") { try browser.address.contains("/checks/") }
    #expect(try browser.text("main").contains(Phrase.templateReplaced[language]))
    #expect(try Data(contentsOf: URL(fileURLWithPath: original)) != before)
    let kept = "\(templates)/warning/.versions/\(language)/1 2021-12-15.docx"
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == before)
    try browser.expectNoComplaints()
  }

  @Test("Two documents that differ would be taken for a pair", arguments: LetterLanguage.allCases)
  func compare(language: LetterLanguage) async throws {
    let server = try await TestServer()
    let browser = try Browser(language: language.rawValue)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("qoshat-compare-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for version in LetterLanguage.allCases {
      var text = try String(
        contentsOfFile: "\(TestServer.project)/fixtures/golden/response-2021.\(version).txt",
        encoding: .utf8)
      if version == .ru { text = text.replacingOccurrences(of: "ДС-343", with: "ДС-345") }
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(version).txt"))
    }
    try browser.open("http://127.0.0.1:\(server.port)/compare")
    try browser.picture("compare-\(language)")
    try browser.attach("[id='field-kk']", "\(folder)/kk.txt")
    try browser.attach("[id='field-ru']", "\(folder)/ru.txt")
    try browser.click("main form button")
    try browser.wait("the report") { try browser.has(".findings") }
    #expect(try browser.text(".findings").contains("ДС-345"))
    try browser.expectNoBarriers()
    try browser.picture("compared-\(language)")
    try browser.expectNoComplaints()
  }

  @Test(
    "Rows of a table that are wrong would vanish without a word",
    arguments: LetterLanguage.allCases)
  func importing(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    let browser = try Browser(language: language.rawValue)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("resources-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try String(
      contentsOfFile: "\(TestServer.project)/fixtures/register/resources.csv", encoding: .utf8)
    let lines = table.split(separator: "\n", maxSplits: 2)
    let good = lines[1].replacingOccurrences(of: "://", with: "://new-")
    let bad = lines[1].replacingOccurrences(of: "http", with: "htp")
    try Data("\(lines[0])\n\(good)\n\(bad)\n".utf8).write(to: URL(fileURLWithPath: path))
    try browser.open("http://127.0.0.1:\(server.port)/register/import")
    try browser.picture("import-\(language)")
    try browser.attach("main input[type=file]", path)
    try browser.click("main form button.main")
    try browser.wait("the check", seconds: 60) { try browser.has("form[action$='/import']") }
    // Where it is, what is wrong, and the row itself.
    let refused = try browser.text("[aria-labelledby=refused]")
    #expect(refused.contains("3") && refused.contains("htp"))
    try browser.picture("import-checked-\(language)")
    try browser.expectNoBarriers()
    try browser.press(Phrase.downloadBadRows(ImportTable.resources.phrase)[language])
    let rows = String(decoding: try browser.download(ending: ".csv"), as: UTF8.self)
    #expect(rows.contains("htp") && !rows.contains("://new-"))
    try browser.click("form[action$='/import'] button")
    try browser.wait("the import", seconds: 60) {
      try browser.text("main").contains(Phrase.importDone[language])
    }
    #expect(try server.workplace.register.revision() == 2)
    try browser.picture("imported-\(language)")
    try browser.expectNoBarriers()
    try browser.expectNoComplaints()
  }

  @Test(
    "A period could not be exported from the browser, or letters would be lost on the way",
    arguments: LetterLanguage.allCases)
  func export(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    let browser = try Browser(language: language.rawValue)
    try browser.open("http://127.0.0.1:\(server.port)/export?from=2021-01-01&to=2021-12-31")
    try browser.picture("export-\(language)")
    try browser.expectNoBarriers()
    let count = Phrase.letterCount(language.number(92))[language]
    #expect(try browser.text("main").contains(count))
    try browser.press(Phrase.startExport[language])
    try browser.wait("the work") { try browser.address.contains("/jobs/") }
    try browser.picture("exporting-\(language)")
    try browser.wait("the letters", seconds: 300) {
      try browser.has("a[href$='letters.zip']")
    }
    let done = try browser.text("main")
    #expect(done.contains(language.number(92)), "\(done)")
    try browser.picture("exported-\(language)")
    try browser.expectNoBarriers()
    try browser.press(Phrase.downloadExport[language])
    let archive = try ZipReader(browser.download(ending: "letters.zip"))
    let names = try (0..<archive.count).map { try archive.claim($0).name }
    for version in LetterLanguage.allCases {
      #expect(names.count { $0.hasSuffix(".\(version).docx") } == 92)
    }
    try browser.expectNoComplaints()
  }
}
