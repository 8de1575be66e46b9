import Diagnostics
import DocxTemplate
import Foundation
import Jinja
import OfficePackage
import TestSupport
import Testing
import WordprocessingML

/// Half of those who get a letter open it in LibreOffice, change a word and save it.
@Suite(
  .enabled(if: Office.program != nil, "LibreOffice is not installed"), .timeLimit(.minutes(5)))
struct LibreOfficeRoundTripTests {
  /// A document before and after LibreOffice has saved it.
  struct Pair {
    let before: [UInt8]
    let after: [UInt8]
  }

  private static let pairs = Result<[String: Pair], any Error> {
    let documents = try Self.documents()
    return try Office.saved(documents).reduce(into: [:]) { pairs, saved in
      pairs[saved.key] = documents[saved.key].map { Pair(before: $0, after: saved.value) }
    }
  }

  private func pair(_ name: String) throws -> Pair { try #require(Self.pairs.get()[name]) }

  // MARK: Documents

  private static func documents() throws -> [String: [UInt8]] {
    var documents = [
      "comments": try DocumentComments.annotated(
        faulty.archive(), with: faulty.inspected(), in: .kk),
      "values": try #require(values().document), "lists": try #require(lists().document),
      "subnotes": try #require(subnotes().document),
      "notes": try #require(notes.filled(#"{"l": ["бір", "екі"]}"#).document),
      "template": template.archive(),
    ]
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    for language in ["kk", "ru"] {
      documents["letter-\(language)"] = Array(
        try Data(
          contentsOf: root.appendingPathComponent("templates/response/\(language).docx")))
    }
    return documents
  }

  private static let faulty = TemplateFile(
    p("Құрметті {{ аты | uper }}!")
      + "<w:p>\(r("Сома: {{ ба"))\(r("ға + ", "<w:b/>"))\(r("}} тең"))</w:p>"
      + tbl([[p("{% if a is od %}б{% endif %}"), p("{{ 5 | jion }}")]]), footer: p("Бас {{ тақырып")
  )

  private static func values() throws -> Filled {
    var file = ValueFile(
      p("Алды {{ photo }} {{ qr }}") + p("Мына {{ link }} арқылы") + p("{{ table }}")
        + p("{{ text }}"))
    file.files["photo.png"] = Pictures.drawnPNG(width: 60, height: 40)
    return try file.filled(
      #"""
      {"photo": {"$type": "image", "path": "photo.png", "width": "3cm", "alt": "Сурет \"қ\" & <б>"},
       "qr": {"$type": "qr", "text": "https://egov.kz/", "size": "2cm", "alt": "код"},
       "link": {"$type": "link", "url": "https://egov.kz/?a=1&b=2", "text": "портал"},
       "table": {"$type": "table", "header": 1, "widths": ["4cm", "3cm"],
         "rows": [["Орган", "Саны"], [{"value": "Барлығы", "columns": 2, "bold": true}], ["а", 172]]},
       "text": {"$type": "richtext", "spans": ["бір ", {"text": "екі\nүш", "bold": true},
         {"text": " хат", "url": "mailto:a@example.kz"}]}}
      """#)
  }

  private static func lists() throws -> Filled {
    let item = { (text: String) in
      "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr></w:pPr>\(r(text))</w:p>"
    }
    var inner = TemplateFile(item("а") + item("б"))
    inner.stories = [
      (
        "numbering",
        "<w:abstractNum w:abstractNumId='3'><w:multiLevelType w:val='multilevel'/><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1)'/><w:lvlJc w:val='left'/></w:lvl></w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='3'/></w:num>"
      )
    ]
    var file = ValueFile(p("{%p for i in l %}") + p("{{ i }}") + p("{{ x }}") + p("{%p endfor %}"))
    file.files["s.docx"] = inner.archive()
    return try file.filled(
      #"{"l": ["бірінші", "екінші"], "x": {"$type": "subdocument", "path": "s.docx"}}"#)
  }

  private static func subnotes() throws -> Filled {
    let inner = SubdocumentTests.Inner(
      body: "<w:p>\(r("заң"))\(SubdocumentNoteTests.reference(1))</w:p>",
      footnotes: SubdocumentNoteTests.note(1, r(" ресми мәтін")))
    return try inner.filled(p("{%p for i in l %}") + p("{{ x }}") + p("{%p endfor %}") + p("соңы"))
  }

  private static let notes: TemplateFile = {
    var file = TemplateFile(
      p("{%p for x in l %}")
        + "<w:p><w:bookmarkStart w:id='1' w:name='орын'/>\(r("{{ x }} сілтеме"))<w:bookmarkEnd w:id='1'/><w:r><w:footnoteReference w:id='2'/></w:r>\(r(" бар"))</w:p>"
        + p("{%p endfor %}"))
    file.stories = [
      (
        "footnotes",
        """
        <w:footnote w:type='separator' w:id='0'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
        <w:footnote w:type='continuationSeparator' w:id='1'><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>\
        <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>\(r(" түсіндірме"))</w:p></w:footnote>
        """
      )
    ]
    return file
  }()

  private static let template = TemplateFile(
    "<w:p>\(r("Құрметті {{ а"))\(r("ты", "<w:b/>"))\(r("|upper }}! "))\(r("{{ күні|default('жоқ') }}", "<w:i/>"))</w:p>"
      + p("{%p for x in l %}") + p("{{ loop.index }}) «{{ x }}» – {{ \"қ\"|upper }}")
      + p("{%p endfor %}")
      + tbl([
        [p("{%tr for x in l %}"), p("")], [p("{{ loop.index }}"), p("{{ x }}")],
        [p("{%tr endfor %}"), p("")],
      ]), header: p("{{ а }} үстіңгі"), footer: p("{% if l %}астыңғы{% endif %}"))
  private static let data = #"{"а": "б", "аты": "сәкен", "l": ["бір", "екі"]}"#

  // MARK: What is still there

  @Test(
    "Words would be lost, move or change their numbers",
    arguments: ["comments", "values", "lists", "notes", "subnotes", "letter-kk", "letter-ru"])
  func text(name: String) throws {
    let pair = try pair(name)
    let text = { try WordDocument(OfficePackage(reading: $0)).plainText() }
    #expect(try text(pair.after) == text(pair.before))
    #expect(try !text(pair.before).isEmpty)
    // Frames in letters LibreOffice itself writes in another order than the standard's.
    guard !name.hasPrefix("letter") else { return }
    #expect(DocumentValidity.faults(in: pair.after, madeFrom: [pair.before]) == [])
  }

  @Test("A colleague would not see what was found, at which words, or by whom")
  func comments() throws {
    let pair = try pair("comments")
    let before = try DocumentComments.all(in: pair.before)
    let after = try DocumentComments.all(in: pair.after)
    #expect(before.count == 5)
    // LibreOffice numbers comments anew, in the order of the text.
    let sorted = { (comments: [(id: Int, text: String, words: String)]) in
      comments.map { "\($0.words): \($0.text)" }.sorted()
    }
    #expect(sorted(after) == sorted(before))
    let markup = try DocumentComments.markup(
      of: "word/comments.xml", in: OfficePackage(reading: pair.after))
    #expect(markup.ranges(of: "w:author=\"Qoshat\"").count == before.count)
  }

  @Test("A picture or a code would be another one, another size, or say nothing to the blind")
  func pictures() throws {
    let pair = try pair("values")
    let pictures = { (bytes: [UInt8]) in
      Set(
        StoredEntry.all(of: bytes).filter { $0.name.hasPrefix("word/media/") }.map(\.checksum))
    }
    #expect(pictures(pair.before).count == 2)
    #expect(pictures(pair.after) == pictures(pair.before))
    let drawings = try [pair.before, pair.after].map { bytes in
      let markup = try DocumentComments.markup(
        of: "word/document.xml", in: OfficePackage(reading: bytes))
      return (
        sizes: markup.matches(of: /<wp:extent cx="(\d+)" cy="(\d+)"/).flatMap {
          [Int($0.1) ?? 0, Int($0.2) ?? 0]
        }, texts: markup.matches(of: /<wp:docPr [^>]*descr="([^"]*)"/).map { String($0.1) }
      )
    }
    #expect(drawings[1].texts == ["Сурет &quot;қ&quot; &amp; &lt;б&gt;", "код"])
    #expect(drawings[0].sizes == [1_080_000, 720_000, 720_000, 720_000])
    // LibreOffice measures in hundredths of a millimetre.
    #expect(zip(drawings[0].sizes, drawings[1].sizes).allSatisfy { abs($0 - $1) <= 360 })
  }

  @Test("A link would lead elsewhere, or to nothing")
  func links() throws {
    let package = try OfficePackage(reading: try pair("values").after)
    let links = try package.relationships(of: "word/document.xml")
    let markup = try DocumentComments.markup(of: "word/document.xml", in: package)
    for (text, address) in [
      ("портал", "https://egov.kz/?a=1&b=2"), (" хат", "mailto:a@example.kz"),
    ] {
      let link = try #require(links.first { $0.kind == "hyperlink" && $0.target == address })
      let start = try #require(markup.range(of: "<w:hyperlink r:id=\"\(link.id)\""))
      let end = try #require(markup[start.upperBound...].range(of: "</w:hyperlink>"))
      #expect(markup[start.upperBound..<end.lowerBound].contains(">\(text)</w:t>"))
    }
  }

  @Test("The items of the second list would go on from the numbers of the first")
  func restartedLists() throws {
    let text = try WordDocument(OfficePackage(reading: pair("lists").after)).plainText()
    #expect(
      text.split(separator: "\n")
        == ["бірінші", "1) а", "2) б", "екінші", "1) а", "2) б"])
  }

  @Test("A note would stand at another word, or two words would share one")
  func footnotes() throws {
    let package = try OfficePackage(reading: pair("notes").after)
    let lines = try WordDocument(package).plainText().split(separator: "\n")
    #expect(lines.filter { $0.contains("сілтеме[") }.count == 2)
    #expect(lines.filter { $0.contains("түсіндірме") }.count == 2)
    let markup = try DocumentComments.markup(of: "word/document.xml", in: package)
    let names = markup.matches(of: /<w:bookmarkStart [^>]*w:name="([^"]*)"/).map { String($0.1) }
    #expect(names == ["орын", "орын_2"])
  }

  @Test("The notes of an inserted document would not be notes any more")
  func insertedNotes() throws {
    let package = try OfficePackage(reading: pair("subnotes").after)
    let lines = try WordDocument(package).plainText().split(separator: "\n")
    #expect(lines == ["заң[1]", "заң[2]", "соңы", "[1] ресми мәтін", "[2] ресми мәтін"])
  }

  @Test("A template that was saved in LibreOffice would give another document, or none")
  func savedTemplate() throws {
    let saved = try pair("template").after
    let (template, found) = try DocxTemplate.compile(
      saved, file: "үлгі.docx", environment: Environment(undefined: .default))
    let filled = Filled(
      try #require(template).render(try context(Self.data)), after: found, madeFrom: [saved])
    #expect(filled.rules == [])
    let lines = try filled.lines()
    #expect(try lines == Self.template.filled(Self.data).lines())
    #expect(lines.contains("Құрметті СӘКЕН! жоқ") && lines.contains("2) «екі» – Қ"))
  }
}
