import Diagnostics
import DocxTemplate
import OfficePackage
import Testing
import WordprocessingML

@Suite struct AnnotationTests {
  private func comments(
    _ bytes: [UInt8]
  ) throws -> [(id: Int, text: String, words: String)] {
    try DocumentComments.all(in: bytes)
  }

  private func markup(of part: String, in package: OfficePackage) throws -> String {
    try DocumentComments.markup(of: part, in: package)
  }

  private func annotated(
    _ bytes: [UInt8], _ language: MessageLanguage = .en
  ) throws -> [UInt8] {
    let found = try TemplateFile.inspected(bytes)
    let copy = try DocumentComments.annotated(bytes, with: found, in: language)
    // The text itself must be what it was.
    #expect(try text(of: copy) == text(of: bytes))
    return copy
  }

  private func text(of bytes: [UInt8]) throws -> [String] {
    let tree = try OfficePackage(reading: bytes).tree(of: "word/document.xml")
    return WordTree(tree).paragraphs().map(\.string)
  }

  @Test(
    "Of ten mistakes in a template some would be found only after others are mended, or the author of the template would not see them in Word"
  )
  func tenMistakes() throws {
    let file = TemplateFile(
      p("Құрметті {{ аты | uper }}!")
        + "<w:p>\(r("Сома: {{ ба"))\(r("ға + ", "<w:b/>"))\(r("}} тең"))</w:p>"
        + p("{%p if x %} артық мәтін") + p("мәтін {% endif %}")
        + p("Күні: {{ дaта }} және { {бір}} соңы")
        + tbl([[p("{% if a is od %}б{% endif %}"), p("{{ y ? }} {{ 5 | jion }}")]])
        + p("{% iff x %}"), footer: p("Бас {{ тақырып"))
    let found = try file.inspected()
    #expect(
      found.map { "\($0.rule) \($0.places.first?.text ?? "")" } == [
        "E106 uper", "E103 {{ баға + }}", "E112 {%p if x %}", "E110  endif ", "E150 дaта",
        "E151 { {бір}}", "E107 od", "E101 ?", "E106 jion", "E104 iff", "E102 {{ тақырып",
      ])
    let comments = try comments(annotated(file.archive()))
    #expect(comments.count == found.count)
    #expect(
      comments.dropLast().map(\.words) == found.dropLast().map { $0.places.first?.text ?? "" })
    for (comment, finding) in zip(comments, found) {
      #expect(comment.text.hasPrefix("\(finding.rule) (\(finding.severity.label.en)): "))
      #expect(comment.text.contains(finding.message.en))
      if let hint = finding.hint { #expect(comment.text.contains(hint.en)) }
    }
    #expect(comments[3].text.contains("see also: paragraph 3: “ if x "))
    #expect(comments.last?.text.contains("in the footer: “{{ тақырып”") == true)
    #expect(comments.last?.words == "Құрметті {{ аты | uper }}!")
  }

  @Test("A comment would stand at other words than the faulty ones, though runs cut the tag")
  func runSplits() throws {
    let text = "Әй {{ ә|upper | жоқ }} соңы"
    for index in 1..<text.unicodeScalars.count {
      let left = String(text.unicodeScalars.prefix(index))
      let right = String(text.unicodeScalars.dropFirst(index))
      let bodies = [
        "<w:p><w:pPr><w:jc w:val='both'/></w:pPr>\(r(left, "<w:b/>"))\(r(right, "<w:i/>"))</w:p>",
        "<w:p>\(r(left))<w:ins w:id='7'>\(r(right))</w:ins></w:p>",
        "<w:p><w:r><w:t>\(left)</w:t><w:t>\(right)</w:t><w:tab/></w:r></w:p>",
      ]
      for body in bodies where !(left.hasSuffix(" ") && body.contains("<w:t>")) {
        let copy = try annotated(TemplateFile(body).archive())
        #expect(try comments(copy).map(\.words) == ["жоқ"], "\(body)")
      }
    }
  }

  @Test("The words with a comment would lose their formatting")
  func formatting() throws {
    let body = "<w:p>\(r("а {{ б|жоқ }} в", "<w:b/><w:i/>"))</w:p>"
    let copy = try annotated(TemplateFile(body).archive())
    let markup = try markup(of: "word/document.xml", in: OfficePackage(reading: copy))
    let bold = "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t xml:space=\"preserve\">"
    #expect(
      markup.contains(
        "\(bold)а {{ б|</w:t></w:r><w:commentRangeStart w:id=\"0\"/>\(bold)жоқ</w:t></w:r><w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>\(bold) }} в</w:t></w:r>"
      ))
  }

  @Test("Findings about the same or overlapping words would break the document or hide each other")
  func overlapping() throws {
    let bytes = TemplateFile(p("бір екі үш")).archive()
    func finding(_ marked: Range<Int>) -> Diagnostic {
      Diagnostic(
        "E106", Message(kk: "а", ru: "б", en: "в"),
        at: [
          Place(
            part: "word/document.xml", paragraph: 1, excerpt: "бір екі үш", marked: marked)
        ])
    }
    let ranges = [0..<6, 0..<6, 0..<13, 7..<13, 3..<9, 13..<18, 0..<18, 4..<4]
    let copy = try DocumentComments.annotated(bytes, with: ranges.map(finding), in: .kk)
    #expect(
      try comments(copy).map(\.words) == [
        "бір", "бір", "бір екі", "екі", "ір е", " үш", "бір екі үш", "бір екі үш",
      ])
    #expect(try text(of: copy) == text(of: bytes))
  }

  @Test("The comments that colleagues have written would be lost or change their places")
  func existingComments() throws {
    let file = TemplateFile(
      "<w:p><w:commentRangeStart w:id='4'/>\(r("{{ x|жоқ }}"))<w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r></w:p>"
    )
    let bytes = try file.archive(
      with: ("comments", "<w:comment w:id='4' w:author='А'>\(p("Ескерту"))</w:comment>"))
    let found = try comments(annotated(bytes, .ru))
    #expect(found.map(\.id) == [4, 5])
    #expect(found.map(\.words) == ["{{ x|жоқ }}", "жоқ"])
    #expect(found[0].text == "Ескерту")
    #expect(found[1].text.hasPrefix("E106 (ошибка): неизвестный фильтр: `жоқ`"))
  }

  @Test(
    "A mistake where Word takes no comments would not be shown, or make a file that Word refuses")
  func displaced() throws {
    let box =
      "<w:p>\(r("якорь"))<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(p("{{ x|жоқ }}"))</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    let copy = try annotated(
      TemplateFile("<w:p/>" + box, header: p("а") + p("{{ y|жоқ }}")).archive(), .kk)
    let found = try comments(copy)
    #expect(found.count == 2)
    #expect(found[0].text.contains("мәтін ұясында: «жоқ»"))
    #expect(found[0].words.hasPrefix("якорь"))
    #expect(found[1].text.contains("жоғарғы колонтитулда: «жоқ»"))
    #expect(found[1].words == "")

    // A note's finding stands at the reference to it.
    let notes = try TemplateFile(
      p("бір") + "<w:p>\(r("екі"))<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    ).archive(with: ("footnotes", "<w:footnote w:id='2'>\(p("{{ x"))</w:footnote>"))
    let finding = Diagnostic(
      "E102", Message(kk: "а", ru: "б", en: "в"),
      at: [
        Place(part: "word/footnotes.xml", paragraph: 1, excerpt: "{{ x", marked: 0..<4)
      ])
    let note = try comments(DocumentComments.annotated(notes, with: [finding], in: .ru))
    #expect(note.map(\.words) == ["екі"])
    #expect(note[0].text.contains("в сноске: «{{ x»"))
  }

  @Test("Who fills an annotated copy would be told of mistakes in the comments about mistakes")
  func annotatedTwice() throws {
    let file = TemplateFile(p("{ {x}} {{ y"), header: p("{% iff %}"))
    let found = try file.inspected()
    let copy = try annotated(file.archive())
    let again = try TemplateFile.inspected(copy)
    #expect(again.map(\.rule) == found.map(\.rule))
    #expect(try comments(annotated(copy)).count == found.count * 2)
  }

  @Test("A mistake in a colleague's comment would have none of its own, or at another place")
  func commentOnComment() throws {
    let file = TemplateFile(
      p("бір")
        + "<w:p><w:commentRangeStart w:id='4'/>\(r("екі"))<w:commentRangeEnd w:id='4'/><w:r><w:commentReference w:id='4'/></w:r></w:p>"
    )
    let bytes = try file.archive(
      with: ("comments", "<w:comment w:id='4' w:author='А'>\(p("{{ x|жоқ }}"))</w:comment>"))
    let found = try comments(annotated(bytes, .ru))
    #expect(found.map(\.words) == ["екі", "екі"])
    #expect(found[1].text.contains("в примечании: «жоқ»"))
  }

  @Test(
    "A mistake in the alternative text of a picture would be shown at words that it has nothing to do with"
  )
  func alternativeText() throws {
    let bytes = TemplateFile(
      p("бір екі")
        + "<w:p>\(r("үш"))<w:r><w:drawing><docPr descr='{{ x|жоқ }}'/></w:drawing></w:r></w:p>"
    ).archive()
    let found = try TemplateFile.inspected(bytes)
    #expect(found.map(\.rule) == ["E106"])
    #expect(found[0].places[0].text == "")
    #expect(found[0].places[0].paragraph == 2)
    #expect(try comments(annotated(bytes)).map(\.words) == ["үш"])
  }

  @Test("A finding without a place, or in a document without paragraphs, would be dropped")
  func withoutPlace() throws {
    let finding = Diagnostic(
      "N1", Message(kk: "а", ru: "б", en: "в"), at: [Place(file: "үлгі.docx", block: "figures.x")])
    for body in [p("бір") + p("екі"), "<w:p/>", "", tbl([[p("бір")]])] {
      let copy = try DocumentComments.annotated(
        TemplateFile(body).archive(), with: [finding, finding], in: .en)
      let found = try comments(copy)
      #expect(found.map(\.text) == ["N1 (error): в", "N1 (error): в"])
      #expect(found.allSatisfy { $0.words == (body.contains("бір") ? "бір" : "") })
    }
  }

  @Test(
    "A document in the strict form, or without the usual prefix, would get marks that mean nothing")
  func otherForms() throws {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let package = try OfficePackage(reading: TemplateFile(p("")).archive())
    var edit = try PackageEdit(package)
    try edit.replace(
      "word/document.xml",
      bytes: Array(
        "<document xmlns='\(strict)'><body><p><r><t>{{ x|жоқ }}</t></r></p></body></document>".utf8)
    )
    try edit.replace(
      "_rels/.rels",
      bytes: Array(
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='\(relationships)/officeDocument' Target='word/document.xml'/></Relationships>"
          .utf8))
    let copy = try annotated(edit.archived())
    #expect(try comments(copy).map(\.words) == ["жоқ"])
    let again = try OfficePackage(reading: copy)
    #expect(
      try markup(of: "word/comments.xml", in: again).contains(
        "<w:comments xmlns:w=\"\(strict)\">"))
    #expect(
      try again.relationships(of: "word/document.xml").last?.type == relationships + "/comments")
  }

  @Test("The copy of the same template would be another file each time")
  func determinism() throws {
    let file = TemplateFile(
      p("{{ а|жоқ }} {{ б|жоқ }} {{ в|жоқ }}") + p("{{ г|жоқ }}"), header: p("{{ д|жоқ }}"))
    #expect(try annotated(file.archive()) == annotated(file.archive()))
  }
}
