import Testing
import WordprocessingML

@Suite struct NumberFormatTests {
  private func label(_ number: Int, _ format: String, custom: String? = nil) throws -> String {
    let format = custom.map { "custom' w:format='\($0)" } ?? format
    let numbering = list(1, level(0, format, "%1", start: number))
    return try WordFile(item("x")).with { $0.numbering = numbering }.blocks()[0].label
  }

  @Test(
    "A list of another script would be numbered by other signs than on the page",
    arguments: [
      ("ordinal", "1st 2nd 11th 22nd 103rd"),
      ("cardinalText", "One Two Eleven Twenty-two One·hundred·three"),
      ("ordinalText", "First Second Eleventh Twenty-second One·hundred·third"),
      ("hex", "1 2 B 16 67"), ("numberInDash", "-·1·- -·2·- -·11·- -·22·- -·103·-"),
      ("decimalEnclosedCircle", "① ② ⑪ 22 103"), ("decimalEnclosedParen", "⑴ ⑵ ⑾ 22 103"),
      ("decimalEnclosedFullstop", "⒈ ⒉ ⒒ 22 103"), ("decimalFullWidth", "１ ２ １１ ２２ １０３"),
      ("chicago", "* † ‡‡‡ †††††† ‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡‡"),
      ("chineseCountingThousand", "一 二 十一 二十二 一百〇三"),
      ("chineseLegalSimplified", "壹 贰 壹拾壹 贰拾贰 壹佰零叁"),
      ("ideographDigital", "一 二 一一 二二 一〇三"), ("ideographTraditional", "甲 乙 11 22 103"),
      ("koreanCounting", "일 이 십일 이십이 백삼"), ("ganada", "가 나 카 아아 마마마마마마마마"),
      ("hebrew1", "א ב יא כב קג"), ("thaiNumbers", "๑ ๒ ๑๑ ๒๒ ๑๐๓"),
      ("arabicAbjad", "أ ب ك ت ررر"),
    ])
  func scripts(_ format: String, _ expected: String) throws {
    let labels = expected.split(separator: " ").map { $0.replacing("·", with: " ") }
    for (number, label) in zip([1, 2, 11, 22, 103], labels)
    where format != "arabicAbjad" || number < 23 {
      #expect(try self.label(number, format) == label, "\(number)")
    }
  }

  @Test("A French or Russian list would be numbered in English")
  func languages() throws {
    func label(_ number: Int, _ format: String, _ document: String, _ own: String? = nil) throws
      -> String
    {
      let properties = own.map { "<w:rPr><w:lang w:val='\($0)'/></w:rPr>" } ?? ""
      let numbering = list(1, level(0, format, "%1", start: number, properties))
      let defaults =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='\(document)'/></w:rPr></w:rPrDefault></w:docDefaults>"
      return try WordFile(item("x")).with {
        $0.numbering = numbering
        $0.styles = defaults
      }.blocks()[0].label
    }
    #expect(try label(1, "ordinal", "fr-FR") == "1er")
    #expect(try label(2, "ordinal", "en-GB", "fr-FR") == "2e")
    #expect(try label(2, "ordinal", "ru-RU") == "2-й")
    #expect(try label(2, "ordinalText", "kk-KZ") == "2")
    #expect(try label(2, "ordinalText", "kk-KZ", "en-US") == "Second")
  }

  @Test("Fifteen and sixteen would spell a name of God in a Hebrew list")
  func hebrew() throws {
    #expect(try [14, 15, 16, 17].map { try label($0, "hebrew1") } == ["יד", "טו", "טז", "יז"])
  }

  @Test(
    "A document's own numbering, such as the letters of the Kazakh alphabet, would be written as numbers"
  )
  func custom() throws {
    #expect(try label(7, "", custom: "001, 002, 003, ...") == "007")
    let kazakh = "а, ә, б, в, г, ғ, д"
    #expect(try [1, 2, 6, 8].map { try label($0, "", custom: kazakh) } == ["а", "ә", "ғ", "8"])
    // Newer formats stand beside an older one for programs that do not know them.
    let format =
      "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='0001, 0002, ...'/></mc:Choice><mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent>"
    let numbering = list(
      1, "<w:lvl w:ilvl='0'><w:start w:val='3'/>\(format)<w:lvlText w:val='[%1]'/></w:lvl>")
    #expect(try WordFile(item("x")).with { $0.numbering = numbering }.text() == "[0003] x\n")
  }

  @Test("An item of a lower level that comes first would have its level numbered anew by the next")
  func impliedLevels() throws {
    let numbering = list(
      1, level(0, "decimal", "%1"), level(1, "lowerLetter", "%1.%2"),
      level(2, "upperRoman", "%1.%2.%3"))
    let body = [0, 2, 1, 0, 1].map { item("x", level: $0) }.joined()
    let labels = try WordFile(body).with { $0.numbering = numbering }.blocks().map(\.label)
    #expect(labels == ["1", "1.a.I", "1.b", "2", "2.a"])
  }

  @Test("A label that ends in a space of its own would stand two spaces before its text")
  func spaces() throws {
    let numbering = list(1, level(0, "decimal", "%1-тармақ. ", "<w:suff w:val='nothing'/>"))
    #expect(
      try WordFile(item("мәтін")).with { $0.numbering = numbering }.text() == "1-тармақ. мәтін\n")
  }
}
