import DocxTemplate
import Jinja
import Testing

/// What must be unique in a document stays so though loops repeat it.
@Suite struct CloneTests {
  static let data = #"{"l": [1, 2, 3], "e": []}"#

  private func loop(_ content: String) -> String {
    p("{%p for x in l %}") + content + p("{%p endfor %}")
  }

  @Test("Copies of a bookmark have numbers and names of their own")
  func bookmarks() throws {
    let mark =
      "<w:p><w:bookmarkStart w:id=\"4\" w:name=\"орын\"/>\(r("х"))<w:bookmarkEnd w:id=\"4\"/></w:p>"
    let markup = try TemplateFile(loop(mark)).filled(Self.data).markup()
    for name in ["орын", "орын_2", "орын_3"] {
      #expect(markup.components(of: "w:name=\"\(name)\"") == 1)
    }
    for id in [1, 2, 3] { #expect(markup.components(of: "w:id=\"\(id)\"") == 2) }
  }

  @Test("A bookmark that ends outside of a loop, or begins there, begins and ends once")
  func straddling() throws {
    let start = "<w:bookmarkStart w:id=\"4\" w:name=\"орын\"/>"
    let end = "<w:bookmarkEnd w:id=\"4\"/>"
    for body in [
      loop("<w:p>\(start)\(r("х"))</w:p>") + "<w:p>\(end)</w:p>",
      "<w:p>\(start)</w:p>" + loop("<w:p>\(r("х"))\(end)</w:p>"),
    ] {
      let markup = try TemplateFile(body).filled(Self.data).markup()
      #expect(markup.components(of: "<w:bookmarkStart") == 1)
      #expect(markup.components(of: "<w:bookmarkEnd") == 1)
    }
  }

  @Test("Copies of a drawing have numbers of their own")
  func drawings() throws {
    let drawing =
      "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"{{ x }}\"/></wp:inline></w:drawing></w:r></w:p>"
    let markup = try TemplateFile(loop(drawing)).filled(Self.data).markup()
    for id in [2, 3, 4] { #expect(markup.contains("<wp:docPr id=\"\(id)\" name=\"\(id - 1)\"/>")) }
  }

  @Test("Two tracked changes would have one number, and Word accept or mend one for the other")
  func changes() throws {
    let change =
      "<w:p><w:pPr><w:rPr><w:ins w:id='7' w:author='А'/></w:rPr></w:pPr><w:ins w:id='4' w:author='А'>\(r("{{ x }}"))</w:ins><w:del w:id='5' w:author='А'><w:r><w:delText>х</w:delText></w:r></w:del></w:p>"
    let markup = try TemplateFile(loop(change) + change.replacing("'4'", with: "'9'"))
      .filled(Self.data).markup()
    let ids = markup.matches(of: /<w:(?:ins|del) w:id="(\d+)"/).map { String($0.1) }
    #expect(ids.prefix(3) == ["7", "4", "5"])
    #expect(ids.dropFirst(3).prefix(6) == ["10", "11", "12", "13", "14", "15"])
    // What no loop repeats stays as it is, whatever it is.
    #expect(ids.suffix(3) == ["7", "9", "5"])
  }

  @Test("Two changes of how paragraphs and runs look would have one number")
  func changesOfLooks() throws {
    let text =
      "<w:r><w:rPr><w:b/><w:rPrChange w:id='8' w:author='А'><w:rPr/></w:rPrChange></w:rPr><w:t>{{ x }}</w:t></w:r>"
    let change =
      "<w:p><w:pPr><w:keepNext/><w:pPrChange w:id='7' w:author='А'><w:pPr/></w:pPrChange></w:pPr>\(text)</w:p>"
    let markup = try TemplateFile(loop(change)).filled(Self.data).markup()
    let ids = markup.matches(of: /Change w:id="(\d+)"/).map { String($0.1) }
    #expect(ids == ["7", "8", "9", "10", "11", "12"])
  }

  @Test("A comment in a loop stands once")
  func comments() throws {
    let comment =
      "<w:p><w:commentRangeStart w:id=\"0\"/>\(r("х"))<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>"
    let markup = try TemplateFile(loop(comment)).filled(Self.data).markup()
    #expect(markup.components(of: "<w:commentRangeStart") == 1)
    #expect(markup.components(of: "<w:commentReference") == 1)
    #expect(markup.components(of: "<w:t xml:space=\"preserve\">х") == 3)
  }

  @Test("Every reference to a footnote in a loop has a footnote of its own")
  func footnotes() throws {
    var file = TemplateFile(loop("<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"))
    file.stories = [
      ("footnotes", "<w:footnote w:id=\"1\">\(p("{{ l|length }} түсініктеме"))</w:footnote>")
    ]
    let filled = try file.filled(Self.data)
    let notes = try filled.markup("word/footnotes.xml")
    #expect(notes.components(of: "3 түсініктеме") == 3)
    let body = try filled.markup()
    for id in [1, 2, 3] {
      #expect(notes.components(of: "<w:footnote w:id=\"\(id)\">") == 1)
      #expect(body.components(of: "<w:footnoteReference w:id=\"\(id)\"/>") == 1)
    }
  }

  @Test("Word would refuse a document whose notes another program has written in its own way")
  func foreignNotes() throws {
    var file = TemplateFile(loop("<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"))
    file.stories = [("footnotes", "<w:footnote w:id = '1'>\(p("түсініктеме"))</w:footnote>")]
    let filled = try file.filled(Self.data)
    let notes = try filled.markup("word/footnotes.xml")
    #expect(notes.components(of: "түсініктеме") == 3)
    for id in [1, 2, 3] { #expect(notes.components(of: "<w:footnote w:id=\"\(id)\">") == 1) }
  }

  @Test("Lists begin anew where the template says so, and go on where it does not")
  func lists() throws {
    let item =
      "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>\(r("тармақ"))</w:p>"
    var file = TemplateFile(loop(p("{%p restart_numbering %}") + item + item))
    file.stories = [
      (
        "numbering",
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      )
    ]
    #expect(
      try file.filled(Self.data).lines().map { $0.prefix(2) } == [
        "1.", "2.", "1.", "2.", "1.", "2.",
      ])
    let styled =
      "<w:p><w:pPr><w:pStyle w:val=\"Т\"/><w:jc w:val=\"left\"/></w:pPr>\(r("тармақ"))</w:p>"
    file.stories.append(
      (
        "styles",
        "<w:style w:type=\"paragraph\" w:styleId=\"Т\"><w:name w:val=\"Т\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      ))
    file.body = loop(p("{%p restart_numbering %}") + styled + styled)
    #expect(
      try file.filled(Self.data).lines().map { $0.prefix(2) } == [
        "1.", "2.", "1.", "2.", "1.", "2.",
      ])
    file.body = loop(item)
    #expect(try file.filled(Self.data).lines().map { $0.prefix(2) } == ["1.", "2.", "3."])
  }
}
