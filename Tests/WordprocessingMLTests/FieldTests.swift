import Testing

@Suite struct FieldTests {
  private func body(_ runs: String) throws -> String { try WordFile(p(runs)).text() }

  private func header(_ runs: String) throws -> String {
    try WordFile("<w:sectPr><w:headerReference w:type='default' r:id='h1'/></w:sectPr>").with {
      $0.margins = [("h1", p(runs))]
    }.text()
  }

  @Test(
    "A header would say the number of the page on which it was last saved",
    arguments: [
      "PAGE", " PAGE ", " page \\* MERGEFORMAT ", "PAGE\\* roman", "\nNUMPAGES\t", "SECTIONPAGES",
    ])
  func pageNumbers(_ instruction: String) throws {
    #expect(try header(r("Бет ") + field(instruction, "7") + r(" хат")) == "Бет  хат\n")
    let simple = "<w:fldSimple w:instr='\(instruction)'>\(r("7"))</w:fldSimple>"
    #expect(try header(r("Бет ") + simple + r(" хат")) == "Бет  хат\n")
    // Nothing but a number: no header at all.
    #expect(try header(field(instruction, "7")).isEmpty)
  }

  @Test("The letter would not say how many sheets its annex has")
  func pagesInBody() throws {
    #expect(
      try body(r("Қосымша: ") + field("NUMPAGES", "11") + r(" парақ")) == "Қосымша: 11 парақ\n")
    let simple = "<w:fldSimple w:instr='NUMPAGES'>\(r("11"))</w:fldSimple>"
    #expect(try body(simple + r(" парақ")) == "11 парақ\n")
  }

  @Test("A date, a reference or a page of another paragraph would be lost")
  func results() throws {
    for instruction in ["DATE", "REF x \\h", "PAGEREF _Toc1", "MERGEFIELD Аты", "PAGEANT"] {
      #expect(try header(field(instruction, "нәтиже")) == "нәтиже\n", "\(instruction)")
      #expect(try body(field(instruction, "нәтиже") + r("!")) == "нәтиже!\n", "\(instruction)")
    }
    #expect(try body("<w:fldSimple w:instr='DATE'>\(r("29.05"))</w:fldSimple>") == "29.05\n")
  }

  @Test("An instruction cut into several runs would not be recognised")
  func splitInstructions() throws {
    let instruction = ["PA", "GE ", "\\* MERGEFORMAT"].map { r("<w:instrText>\($0)</w:instrText>") }
    #expect(try header(r("а") + field(instruction.joined(), "7")) == "а\n")
  }

  @Test("Conditions of a field would be printed before its result")
  func nestedInstructions() throws {
    let condition =
      r("<w:instrText>IF </w:instrText>") + field("MERGEFIELD Саны", "5")
      + r("<w:instrText> > 1 \"көп\" \"аз\"</w:instrText>")
    #expect(try body(r("Нәтиже: ") + field(condition, "көп") + r(".")) == "Нәтиже: көп.\n")
    let quoted = r("<w:instrText>QUOTE </w:instrText>") + r("мәтін<w:tab/>")
    #expect(try body(field(quoted, "мәтін") + r(".")) == "мәтін.\n")
  }

  @Test("A field in the result of another would be lost, or let the page number out")
  func nestedResults() throws {
    let inner = r("а ") + field("REF x", "б") + r(" в")
    #expect(try body(field("HYPERLINK \"x\"", inner) + r(" г")) == "а б в г\n")
    #expect(try header(r("x") + field("IF 1 = 1", r("бет ") + field("PAGE", "3"))) == "xбет\n")
    #expect(try header(r("x") + field("PAGE", field("REF y", "3"))) == "x\n")
  }

  @Test("What a field only remembers would be printed")
  func silentFields() throws {
    #expect(try body(field(" SET a \"1\" ", "1") + field("REF a", "1")) == "1\n")
    #expect(
      try body(r("а") + mark("begin") + r("<w:instrText>XE \"а\"</w:instrText>") + mark("end"))
        == "а\n")
  }

  @Test("A contents list would lose its lines after the first")
  func longFields() throws {
    let start = mark("begin") + r("<w:instrText>TOC</w:instrText>") + mark("separate")
    #expect(
      try WordFile(p(start + r("1 тарау")) + p("2 тарау") + p(mark("end")) + p("Соңы")).lines()
        == ["1 тарау", "2 тарау", "", "Соңы"])
  }

  @Test("A field with a hidden beginning would swallow the text after it")
  func hiddenMarks() throws {
    let hidden =
      "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType='begin'/><w:instrText>REF x</w:instrText></w:r>"
    #expect(try body(hidden + mark("separate") + r("а") + mark("end") + r("б")) == "аб\n")
    let end = "<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType='end'/></w:r>"
    #expect(
      try header(
        r("а") + mark("begin") + r("<w:instrText>PAGE</w:instrText>") + mark("separate") + r("7")
          + end + r("б")) == "аб\n")
  }

  @Test("Field marks without a partner would stop the program or lose the next paragraph")
  func strayMarks() throws {
    let stray =
      mark("end") + mark("separate") + r("а") + mark("begin") + r("<w:instrText>REF</w:instrText>")
    #expect(try WordFile(p(stray) + p("б")).lines() == ["а", "б"])
  }
}
