import DocxTemplate
import Jinja
import Testing

/// Templates without braces: mail merge fields and content controls.
@Suite struct PlaceholderTests {
  static let data =
    #"{"аты": "Әлия", "org": {"name": "Министрлік"}, "First_Name": "anna", "иә": true, "тізім": [{"не": "бір"}, {"не": "екі"}]}"#

  private func fill(_ body: String) throws -> Filled {
    try TemplateFile(body).filled(Self.data, usesWordPlaceholders: true)
  }

  private func field(_ instruction: String, _ result: String = "«х»") -> String {
    """
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGE</w:instrText></w:r>\
    <w:r><w:instrText>FIELD \(instruction) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>\
    \(result.isEmpty ? "" : r(result, "<w:b/>"))<w:r><w:fldChar w:fldCharType="end"/></w:r>
    """
  }

  private func control(_ tag: String, _ content: String, _ properties: String = "") -> String {
    "<w:sdt><w:sdtPr><w:tag w:val=\"\(tag)\"/>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
  }

  @Test(
    "A mail merge field is a variable, in the look of its text",
    arguments: [
      ("аты", "Әлия"), ("аты \\* MERGEFORMAT", "Әлия"), ("аты \\* Upper", "ӘЛИЯ"),
      ("org.name \\* Lower", "министрлік"), ("\"First Name\" \\* FirstCap", "Anna"),
      ("аты \\b \"[\" \\f \"]\"", "[Әлия]"), ("жоқ \\b \"[\" \\f \"]\"", ""), ("жоқ", ""),
    ])
  func fields(instruction: String, expected: String) throws {
    let instruction = instruction.replacing("\"", with: "&quot;")
    let filled = try fill("<w:p>\(r("а "))\(field(instruction))\(r(" б"))</w:p>")
    #expect(try filled.lines() == ["а \(expected) б"])
    #expect(try !filled.markup().contains("fldChar"))
    #expect(try filled.markup().contains("<w:b/>"))
    let simple =
      "<w:p>\(r("а "))<w:fldSimple w:instr=\" MERGEFIELD \(instruction) \">\(r("«х»"))</w:fldSimple>\(r(" б"))</w:p>"
    #expect(try fill(simple).lines() == ["а \(expected) б"])
    #expect(try !fill(simple).markup().contains("fldSimple"))
  }

  @Test("A field without a result, and one of another kind, are what they should be")
  func otherFields() throws {
    #expect(try fill("<w:p>\(field("аты", ""))</w:p>").lines() == ["Әлия"])
    let page = "<w:p><w:fldSimple w:instr=\"DATE\">\(r("5"))</w:fldSimple></w:p>"
    #expect(try fill(page).markup().contains("fldSimple"))
    let plain = try TemplateFile("<w:p>\(field("аты"))</w:p>").filled(Self.data)
    #expect(try plain.markup().contains("MERGE"))
  }

  @Test("A content control is a variable: in a line, as a paragraph, as a cell")
  func controls() throws {
    #expect(try fill("<w:p>\(r("а "))\(control("аты", r("мәтін")))</w:p>").lines() == ["а Әлия"])
    #expect(try fill(control("org.name", p("мәтін") + p("тағы"))).lines() == ["Министрлік"])
    let cell = control("аты", "<w:tc>\(p("мәтін"))</w:tc>")
    let table = "<w:tbl><w:tblGrid/><w:tr><w:tc>\(p("а"))</w:tc>\(cell)</w:tr></w:tbl>"
    #expect(try fill(table).lines() == ["а\tӘлия"])
  }

  @Test("A hint's look and the tie to other data are gone once the control is filled")
  func hints() throws {
    let hint = "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t>басыңыз</w:t></w:r>"
    let properties = "<w:showingPlcHdr/><w:dataBinding w:xpath=\"/x\" w:storeItemID=\"y\"/>"
    let markup = try fill("<w:p>\(control("аты", hint, properties))</w:p>").markup()
    for word in ["showingPlcHdr", "dataBinding", "PlaceholderText", "басыңыз"] {
      #expect(!markup.contains(word))
    }
  }

  @Test("A check box is ticked by a true value")
  func checks() throws {
    let box = "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>"
    let markup = try fill("<w:p>\(control("иә", r("☐"), box))\(control("жоқ", r("☒"), box))</w:p>")
      .markup()
    #expect(markup.contains("<w14:checked w14:val=\"1\"/>"))
    #expect(markup.contains("☒"))
    #expect(markup.contains("<w14:checked w14:val=\"0\"/>"))
    #expect(markup.contains("☐"))
  }

  @Test("A repeating section goes through a list; what its items do not have comes from outside")
  func sections() throws {
    let item =
      "<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent><w:p>\(control("не", r("х")))\(r(", "))\(control("аты", r("х")))</w:p></w:sdtContent></w:sdt>"
    let section = control("тізім", item + item, "<w15:repeatingSection/>")
    #expect(try fill(section).lines() == ["бір, Әлия", "екі, Әлия"])
  }

  @Test("Controls with a tag that is no name, or with tags of their own, are left alone")
  func others() throws {
    #expect(
      try fill("<w:p>\(control("goog_rdk_1", r("мәтін")))</w:p>" + p("{{ аты }}")).lines() == [
        "мәтін", "Әлия",
      ])
    #expect(try fill("<w:p>\(control("аты", r("{{ org.name }}")))</w:p>").lines() == ["Министрлік"])
  }

  // MARK: Containers without a prefix

  private func lines(_ body: String) throws -> [String] {
    let data = #"{"l": ["бір", "екі"], "a": 1, "o": 0, "m": [[1, 2], [3]]}"#
    return try TemplateFile(body).filled(data, usesWordPlaceholders: true).lines()
  }

  @Test(
    "Tags of blocks alone in their paragraphs vanish with them",
    arguments: [
      (["{% for x in l %}", "{{ x }}", "{% endfor %}", "."], ["бір", "екі", "."]),
      (
        ["{% if o %}", "иә", "{% elif a %}", "мүмкін", "{% else %}", "жоқ", "{% endif %}", "."],
        ["мүмкін", "."]
      ),
      (
        ["{% for y in m %}", "{% for x in y %}", "{{ x }}", "{% endfor %}{% endfor %}", "."],
        ["1", "2", "3", "."]
      ),
      (["{% set q = 5 %}", "{{ q }}"], ["5"]),
      (["{% if a %}бірінші", "соңғы{% endif %}"], ["бірінші", "соңғы"]),
      (["{% for x in l %}{{ x }};{% endfor %}"], ["бір;екі;"]),
      (["{# түсініктеме #}{% if a %}", "иә", "{% endif %}"], ["иә"]),
    ])
  func paragraphs(texts: [String], expected: [String]) throws {
    #expect(try lines(texts.map { p($0) }.joined()) == expected)
  }

  @Test("A loop from a row's first cell to its last repeats the row")
  func rows() throws {
    let table = tbl([
      [p("№"), p("аты")], [p("{% for x in l %}{{ loop.index }}"), p("{{ x }}{% endfor %}")],
    ])
    #expect(try lines(table) == ["№\tаты", "1\tбір", "2\tекі"])
    let nested = tbl([
      [p("{% for y in m %}{% for x in y %}{{ x }}"), p("х{% endfor %}{% endfor %}")]
    ])
    #expect(try lines(nested) == ["1\tх", "2\tх", "3\tх"])
  }

  @Test("Rows with tags alone vanish; cells with tags alone repeat what is between them")
  func tagsAlone() throws {
    let rows = tbl([
      [p("{% for x in l %}"), p("")], [p("{{ x }}"), p("х")], [p(""), p("{% endfor %}")],
    ])
    #expect(try lines(rows) == ["бір\tх", "екі\tх"])
    let cells = tbl([[p("а"), p("{% for x in l %}"), p("{{ x }}"), p("{% endfor %}"), p("б")]])
    #expect(try lines(cells) == ["а\tбір\tекі\tб"])
  }
}
