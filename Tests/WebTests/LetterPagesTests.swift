import Diagnostics
import Files
import Foundation
import JSON
import Letters
import OfficePackage
import Register
import Testing

@testable import QoshatWeb

/// The way of a letter through its pages.
@Suite struct LetterPagesTests {
  /// A letter with the data of an example, as somebody has written it.
  private struct Written {
    let client: TestClient
    let path: String
    var page: TestClient.Answer

    init(_ client: TestClient, kind: String, example: String) throws {
      self.client = client
      page = try client.following(
        client.post("/letters/new", from: "/letters/new", ["kind": kind]))
      let id = try #require(page.text.firstMatch(of: /data-letter="([0-9]+)"/)).1
      path = "/letters/\(id)"
      let data = try FileSystem.read("\(TestServer.project)/fixtures/cases/\(example).json")
      try save(String(decoding: data, as: UTF8.self))
    }

    var version: String {
      page.text.firstMatch(of: /name="version"[^>]* value="([0-9]+)"/).map { String($0.1) } ?? ""
    }

    /// Sends the whole of the data at once; its shape is that of the form.
    mutating func save(_ data: String) throws {
      page = try client.following(
        client.post(path, from: path, ["version": version, "do": "save", "raw:": data]))
    }

    mutating func act(_ action: String, _ fields: KeyValuePairs<String, String> = [:]) throws {
      // The form goes along as the page has it.
      var sent = try SentForm.values(of: HTML(trusted: page.text)).texts
      sent["version"] = version
      for (name, value) in fields { sent[name] = value }
      let token = try #require(page.formToken)
      sent["formToken"] = token
      let body = sent.map { "\(WebPath.encoded($0.key))=\(WebPath.encoded($0.value))" }
      page = try client.following(
        client.request(
          "POST", path + action,
          headers: ["Content-Type": "application/x-www-form-urlencoded"],
          body: Array(body.joined(separator: "&").utf8)))
    }
  }

  @Test(
    "An author could not bring a letter to the approver, or he not give it back",
    arguments: LetterLanguage.allCases)
  func way(language: LetterLanguage) async throws {
    let server = try await TestServer(fixtures: true)
    var letter = try Written(
      server.client(language), kind: "response", example: "response-2021")
    try letter.act("/submit", ["remark": "<i>тез</i>"])
    #expect(letter.page.text.contains(LetterState.submitted.label[language.messages]))
    #expect(letter.page.text.contains("&lt;i&gt;тез&lt;/i&gt;"))
    // Nobody writes on it now.
    #expect(!letter.page.text.contains("id=\"letter\""))
    try letter.act("/return", ["remark": ""])
    #expect(letter.page.status == 409)
    letter.page = try letter.client.get(letter.path)
    try letter.act("/return", ["remark": "толықтырыңыз"])
    #expect(letter.page.text.contains("<q>толықтырыңыз</q>"))
    #expect(try letter.client.get("/letters").text.contains("толықтырыңыз"))
    try letter.act("/submit")
    try letter.act("/approve")
    #expect(letter.page.text.contains(LetterState.approved.label[language.messages]))
    let record = try #require(try server.workplace.register.letter(1))
    #expect(record.state == .approved)
    // It is a document of the register, whose resources and data are its own.
    let document = try #require(
      try server.workplace.register.document(record.document ?? ""))
    #expect(document.status == .agreed)
    // What was approved stays, though the data of the register change.
    let archive = try letter.client.get("\(letter.path)/files?language=kk,ru&form=docx,txt")
    #expect(archive.header("Content-Type") == "application/zip")
    let kept = try letter.client.get("\(letter.path)/files?language=ru&form=docx")
    #expect(
      kept.bytes
        == (try server.workplace.register.originals(ofLetter: 1)).first {
          $0.content.language == .ru
        }?.content.docx)
    try letter.act("/correct")
    #expect(letter.page.text.contains("data-letter=\"2\""))
    #expect(try letter.client.get(letter.path).text.contains("href=\"/letters/2\""))
  }

  @Test("A letter with mistakes could be approved, or leave the house as a file")
  func mistakes() async throws {
    let server = try await TestServer(fixtures: true)
    var letter = try Written(server.client(.ru), kind: "response", example: "response-2021")
    try letter.act("", ["inquiry.date": "15 декабря", "topic.kk": "", "do": "save"])
    let text = letter.page.text
    #expect(text.contains("href=\"#\(WebPath.encoded("f-inquiry.date"))\""))
    #expect(text.contains("value=\"15 декабря\""))
    #expect(text.contains("href=\"#\(WebPath.encoded("f-topic.kk"))\""))
    #expect(!text.contains("(`topic"))
    let refused = try letter.client.get("\(letter.path)/files?language=ru&form=docx")
    #expect(refused.status == 409)
    #expect(refused.header("Content-Disposition") == nil)
    // The letter is shown as far as it goes.
    let preview = try letter.client.get("\(letter.path)/preview/ru")
    #expect(preview.status == 200)
    #expect(preview.text.contains("class=\"gap\""))
    #expect(preview.header("Content-Security-Policy")?.contains("frame-ancestors 'self'") == true)
    try letter.act("/submit")
    try letter.act("/approve")
    #expect(letter.page.status == 409)
    #expect(try server.workplace.register.letter(1)?.state == .submitted)
  }

  @Test("What two people write at a time would be lost for one of them")
  func conflict() async throws {
    let server = try await TestServer(fixtures: true)
    var first = try Written(server.client(.ru), kind: "warning", example: "warning-2021")
    var second = first
    try first.act("", ["deadline": "7"])
    try second.act("", ["signatory": "iskakova", "executor.phone": "111"])
    #expect(second.page.status == 409)
    #expect(second.page.text.contains("value=\"111\""))
    #expect(second.page.text.contains("<li>Срок исполнения, в рабочих днях</li>"))
    #expect(try server.workplace.register.letter(1)?.data.contains("\"deadline\":7") == true)
    // Now that is known, the second may decide.
    try second.act("", ["do": "overwrite"])
    #expect(second.page.status == 200)
    #expect(try server.workplace.register.letter(1)?.data.contains("\"phone\":\"111\"") == true)
  }

  @Test("The script of the page would not learn what was saved")
  func script() async throws {
    let server = try await TestServer(fixtures: true)
    let letter = try Written(server.client(.kk), kind: "warning", example: "warning-2021")
    let token = try #require(letter.page.formToken)
    func send(_ body: String) throws -> TestClient.Answer {
      try letter.client.request(
        "POST", letter.path,
        headers: [
          "Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json",
          "X-Form-Token": token,
        ], body: Array(body.utf8))
    }
    let answer = try send("version=\(letter.version)&do=save&prepared=2021-11-12")
    let json = try JSON(parsing: answer.bytes)
    #expect(json["saved"] == true)
    #expect(json["html"]?.string?.contains("id=\"summary\"") == true)
    let late = try send("version=\(letter.version)&do=save&prepared=2021-11-13")
    #expect(late.status == 409)
    #expect(try JSON(parsing: late.bytes)["saved"] == false)
    #expect(try send("do=save&prepared=2021-11-13").status == 400)
  }

  @Test("Nobody could see where a number comes from")
  func figure() async throws {
    let server = try await TestServer(fixtures: true)
    let letter = try Written(server.client(.ru), kind: "response", example: "response-2021")
    let preview = try letter.client.get("\(letter.path)/preview/ru").text
    let link = try #require(preview.firstMatch(of: /href="(\/letters\/1\/figures\/[A-Za-z]+)"/)).1
    let page = try letter.client.get(String(link))
    #expect(page.status == 200)
    #expect(page.text.contains("SELECT"))
    #expect(page.text.contains("href=\"/register/documents/P-2017-001\""))
    let last = try letter.client.get("\(link)?from=100").text
    #expect(!last.contains("P-2017-001"))
    #expect(try letter.client.get("\(letter.path)/figures/nothing").status == 404)
  }

  @Test("A letter could not be opened any more when its kind is taken away or loses a template")
  func lostKind() async throws {
    let templates = try FileSystem.makeUniqueFolder(
      beginning: "\(FileManager.default.temporaryDirectory.path)/qoshat-templates-")
    defer { FileSystem.removeTree(templates) }
    for name in ["warning", "reference"] {
      try FileManager.default.copyItem(
        atPath: "\(TestServer.project)/templates/\(name)", toPath: "\(templates)/\(name)")
    }
    let server = try await TestServer(fixtures: true, templates: templates)
    var letter = try Written(server.client(.kk), kind: "warning", example: "warning-2021")
    let before = try server.workplace.register.letter(1)?.data
    for lost in ["/ru.docx", ""] {
      FileSystem.removeTree("\(templates)/warning\(lost)")
      let page = try letter.client.get(letter.path)
      #expect(page.status == 200)
      #expect(page.text.contains(Phrase.brokenKind.kk))
      #expect(!page.text.contains(Phrase.noFindings.kk))
      #expect(!page.text.contains("<iframe"))
      #expect(try letter.client.get("/letters").status == 200)
      #expect(try letter.client.get("\(letter.path)/files?language=kk&form=docx").status == 409)
      letter.page = try letter.client.post(
        letter.path, from: "/register/import", ["version": "2", "do": "save", "raw:": "{}"])
      #expect(letter.page.status == 409)
      #expect(try server.workplace.register.letter(1)?.data == before)
    }
  }

  @Test("A pair from Word would be approved though it says something else than the case")
  func upload() async throws {
    let server = try await TestServer(fixtures: true)
    var letter = try Written(server.client(.ru), kind: "warning", example: "warning-2021")
    let files = try LetterLanguage.allCases.map { language in
      let answer = try letter.client.get(
        "\(letter.path)/files?language=\(language.rawValue)&form=docx")
      return (field: language.rawValue, name: "\(language.rawValue).docx", bytes: answer.bytes)
    }
    let one = try letter.client.upload(
      "\(letter.path)/originals", from: letter.path, ["version": letter.version],
      files: [files[0]])
    #expect(one.status == 400)
    // Both say the same, and both something else than the case.
    let changed = try files.map { file in
      let package = try OfficePackage(reading: file.bytes)
      let document = String(
        decoding: try #require(package.content(of: "word/document.xml")), as: UTF8.self)
      try #require(document.contains("745600"))
      let other = Array(document.replacing("745600", with: "745601").utf8)
      let bytes = try package.archived(replacing: ["word/document.xml": other])
      return (field: file.field, name: file.name, bytes: bytes)
    }
    letter.page = try letter.client.following(
      letter.client.upload(
        "\(letter.path)/originals", from: letter.path, ["version": letter.version], files: changed))
    #expect(letter.page.text.contains("V115"))
    try letter.act("/originals/remove")
    #expect(!letter.page.text.contains("V115"))
    letter.page = try letter.client.following(
      letter.client.upload(
        "\(letter.path)/originals", from: letter.path, ["version": letter.version], files: files))
    #expect(!letter.page.text.contains("V115"))
    let kept = try server.workplace.register.originals(ofLetter: 1)
    #expect(kept.map(\.content.isUploaded) == [true, true])
    #expect(kept.map(\.content.docx) == files.map(\.bytes))
  }
}
