import Foundation
import TestSupport
import Testing

/// `qoshat html` and `qoshat render --to html` as scripts and people rely on them.
@Suite struct HTMLCommandTests {
  private static let edited = """
    <w:p><w:r><w:t xml:space="preserve">Құрметті </w:t></w:r>\
    <w:ins w:id="1" w:author="А"><w:r><w:t>депутат</w:t></w:r></w:ins>\
    <w:del w:id="2" w:author="А"><w:r><w:delText>сенатор</w:delText></w:r></w:del></w:p>
    """

  /// A folder with a document of one word that was put in and one that was taken out.
  private func folder() throws -> String {
    let folder = Program.folder()
    let path = folder + "/хат.docx"
    try TestDocument.archive(body: Self.edited).write(to: URL(fileURLWithPath: path))
    return folder
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("the page is not what is printed, or does not bear the name of the file")
  func prints() throws {
    let run = try Program.run(["html", "хат.docx"], in: try folder())
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.hasPrefix("<!DOCTYPE html>\n"))
    #expect(run.output.hasSuffix("</body>\n</html>\n"))
    #expect(run.output.contains("<title>хат.docx</title>"))
    #expect(run.output.contains("Құрметті депутат</p>"))
  }

  @Test("a file of the same name stays, something lies beside it, or the page is printed as well")
  func writes() throws {
    let folder = try folder()
    let printed = try Program.run(["html", "хат.docx"], in: folder).output
    for option in ["-o", "--output"] {
      try Data("ескі".utf8).write(to: URL(fileURLWithPath: folder + "/хат.html"))
      let run = try Program.run(["html", "хат.docx", option, "хат.html"], in: folder)
      #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
      #expect(try String(contentsOfFile: folder + "/хат.html", encoding: .utf8) == printed)
      #expect(try names(in: folder) == ["хат.docx", "хат.html"])
    }
  }

  @Test("what cannot be written leaves half a file, ends well, or takes the document itself")
  func failsToWrite() throws {
    let folder = try folder()
    let before = try Program.contents(of: folder)
    for (output, status) in [("хат.docx/page.html", Int32(4)), ("хат.docx", 2)] {
      let run = try Program.run(["html", "хат.docx", "-o", output], in: folder)
      #expect(run.status == status, "\(run.errors)")
      #expect(!run.errors.isEmpty && run.output.isEmpty)
      #expect(try Program.contents(of: folder) == before)
    }
    // A folder that has the page's name.
    try FileManager.default.createDirectory(
      atPath: folder + "/page.html", withIntermediateDirectories: false)
    let run = try Program.run(["html", "хат.docx", "-o", "page.html"], in: folder)
    #expect(run.status == 4)
    #expect(try names(in: folder) == ["page.html", "хат.docx"])
    #expect(try names(in: folder + "/page.html") == [])
  }

  @Test(
    "a tracked change is shown that was not asked for",
    arguments: [
      ([], "Құрметті депутат</p>"), (["--changes", "accept"], "Құрметті депутат</p>"),
      (["--changes", "reject"], "Құрметті сенатор</p>"),
      (["--changes", "all"], "Құрметті <ins>депутат</ins><del>сенатор</del></p>"),
    ])
  func changes(_ options: [String], _ shown: String) throws {
    let run = try Program.run(["html", "хат.docx"] + options, in: try folder())
    #expect(run.status == 0)
    #expect(run.output.contains(shown))
  }

  @Test("a file that is no document is shown as a page, or refused without its name and rule")
  func wrongFile() throws {
    let folder = Program.folder()
    try Data("Құрметті депутат".utf8).write(to: URL(fileURLWithPath: folder + "/хат.docx"))
    let run = try Program.run(
      ["html", "хат.docx", "-o", "хат.html", "--format", "json"], in: folder)
    #expect(run.status == 3 && run.output.isEmpty)
    #expect(run.errors.contains("\"rule\": \"D101\""))
    #expect(run.errors.contains("\"file\": \"хат.docx\""))
    #expect(try names(in: folder) == ["хат.docx"])
    let missing = try Program.run(["html", "жоқ.docx"], in: folder, messages: "ru")
    #expect(missing.status == 3 && missing.errors.contains("жоқ.docx"))
    #expect(try Program.run(["html", "хат.docx", "--changes", "some"], in: folder).status == 2)
  }

  @Test("a letter's pages are missing, or a browser takes one language for the other")
  func letters() throws {
    let folder = Program.folder()
    let run = try Program.render(to: folder, ["--to", "html"])
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(try names(in: folder) == ["response-2021.kk.html", "response-2021.ru.html"])
    var pages: [String: String] = [:]
    for (language, region) in [("kk", "kk-KZ"), ("ru", "ru-RU")] {
      let page = try String(
        contentsOfFile: folder + "/response-2021.\(language).html", encoding: .utf8)
      #expect(page.contains("<html lang=\"\(region)\">"))
      pages[language] = page
    }
    // A letter's page is that of its document.
    #expect(try Program.render(to: folder, ["--to", "docx"]).status == 0)
    for (language, page) in pages {
      let document = folder + "/response-2021.\(language).docx"
      #expect(try Program.run(["html", document]).output == page)
    }
  }
}
