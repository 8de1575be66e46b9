import Testing
import WordprocessingML

@Suite struct ListLabelTests {
  private func labels(_ numbering: String, _ body: String, styles: String? = nil) throws -> [String]
  {
    try WordFile(body).with {
      $0.numbering = numbering
      $0.styles = styles
    }.blocks().map(\.label)
  }

  @Test(
    "An item would be cited under a number that the page does not show",
    arguments: [
      ("decimal", ["1", "2", "9", "10", "27", "30", "1999"]),
      ("decimalZero", ["01", "02", "09", "10", "27", "30", "1999"]),
      ("upperRoman", ["I", "II", "IX", "X", "XXVII", "XXX", "MCMXCIX"]),
      ("lowerRoman", ["i", "ii", "ix", "x", "xxvii", "xxx", "mcmxcix"]),
      ("upperLetter", ["A", "B", "I", "J", "AA", "DD"]),
      ("lowerLetter", ["a", "b", "i", "j", "aa", "dd"]),
      ("russianUpper", ["А", "Б", "И", "К", "Ю", "ББ"]),
      ("russianLower", ["а", "б", "и", "к", "ю", "бб"]),
      ("none", ["", "", "", "", "", "", ""]),
      ("someFutureFormat", ["1", "2", "9", "10", "27", "30", "1999"]),
    ])
  func formats(_ format: String, _ expected: [String]) throws {
    for (number, label) in zip([1, 2, 9, 10, 27, 30, 1999], expected) {
      let numbering = list(1, level(0, format, "%1)", start: number))
      #expect(try labels(numbering, item("тармақ")) == [label + ")"], "\(number)")
    }
  }

  @Test("Numbers that a format cannot write would be lost or stop the program")
  func extremes() throws {
    func label(_ format: String, _ start: Int) throws -> [String] {
      try labels(list(1, level(0, format, "%1", start: start)), item("a") + item("b"))
    }
    #expect(try label("upperRoman", 0) == ["0", "I"])
    #expect(try label("upperRoman", 3999) == ["MMMCMXCIX", "4000"])
    #expect(try label("lowerLetter", 0) == ["", "a"])
    #expect(try label("decimal", -5) == ["0", "1"])
    #expect(try label("decimal", .max).count == 2)
    #expect(try label("russianLower", .max).allSatisfy { $0.count <= 64 })
  }

  @Test("The lower levels of a list would go on counting under the next item")
  func levels() throws {
    let numbering = list(
      1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."),
      level(2, "russianLower", "%3)"))
    let body = [0, 1, 1, 2, 2, 1, 2, 0, 1, 2].map { item("a", level: $0) }.joined()
    #expect(
      try labels(numbering, body)
        == ["1.", "1.1.", "1.2.", "а)", "б)", "1.3.", "а)", "2.", "2.1.", "а)"])
  }

  @Test("A level that its author lets run on would begin anew, or one that begins anew run on")
  func restarts() throws {
    func numbering(_ restart: Int) -> String {
      list(
        1, level(0, "decimal", "%1"), level(1, "decimal", "%2"),
        level(2, "decimal", "%3", "<w:lvlRestart w:val='\(restart)'/>"))
    }
    let body = [0, 1, 2, 1, 2, 0, 1, 2].map { item("a", level: $0) }.joined()
    let never = ["1", "1", "1", "2", "2", "2", "1", "3"]
    let afterFirst = ["1", "1", "1", "2", "2", "2", "1", "1"]
    let afterSecond = ["1", "1", "1", "2", "1", "2", "1", "1"]
    #expect(try labels(numbering(0), body) == never)
    #expect(try labels(numbering(1), body) == afterFirst)
    #expect(try labels(numbering(2), body) == afterSecond)
  }

  @Test("Two lists of one definition would count apart although the page counts them through")
  func sharedDefinition() throws {
    let numbering = list(1, level(0, "decimal", "%1.")) + instance(2, of: 1)
    let body = item("a") + item("b", 2) + p("арасында") + item("c", 1)
    #expect(try labels(numbering, body) == ["1.", "2.", "", "3."])
  }

  @Test("A second list would continue the first although it begins at one again")
  func startOverride() throws {
    let override =
      "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>"
    let numbering = list(1, level(0, "decimal", "%1.")) + instance(2, of: 1, override)
    let body = item("a") + item("b") + item("c", 2) + item("d", 2) + item("e", 1)
    #expect(try labels(numbering, body) == ["1.", "2.", "5.", "6.", "7."])
  }

  @Test("A list would show the level of its definition and not the one that it puts in its place")
  func levelOverride() throws {
    let override =
      "<w:lvlOverride w:ilvl='0'>\(level(0, "upperRoman", "%1 -", start: 3))</w:lvlOverride>"
    let numbering = list(1, level(0, "decimal", "%1.")) + instance(2, of: 1, override)
    #expect(try labels(numbering, item("a", 2) + item("b", 2)) == ["III -", "IV -"])
  }

  @Test("A clause under a Roman chapter would be numbered I.1 where the law says 1.1")
  func legalNumbering() throws {
    let numbering = list(
      1, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"),
      level(2, "decimal", "%1.%2.%3", "<w:isLgl w:val='0'/>"))
    let body = [0, 0, 1, 2].map { item("a", level: $0) }.joined()
    #expect(try labels(numbering, body) == ["I.", "II.", "2.1", "II.1.1"])
  }

  @Test("A percent sign in a label would be lost, or eat the digit after it")
  func percentSigns() throws {
    for (pattern, label) in [
      ("%1%", "1%"), ("%%1", "%1"), ("5% 3-%1", "5% 3-1"), ("%0%1", "%01"), ("%", "%"), ("", ""),
    ] {
      let numbering = list(1, level(0, "decimal", pattern))
      #expect(try labels(numbering, item("a")) == [label], "\(pattern)")
    }
  }

  @Test("A bullet would be read as a box, a section sign or a letter")
  func bullets() throws {
    func font(_ name: String) -> String {
      "<w:rPr><w:rFonts w:ascii='\(name)' w:hAnsi='\(name)'/></w:rPr>"
    }
    func label(_ text: String, _ font: String = "") throws -> [String] {
      let level =
        "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\(text)'/>\(font)</w:lvl>"
      return try labels(list(1, level), item("a"))
    }
    #expect(try label("\u{F0B7}", font("Symbol")) == ["•"])
    #expect(try label("\u{F0FC}") == ["•"])
    #expect(try label("§", font("Wingdings")) == ["•"])
    #expect(try label("v", font("Wingdings 2")) == ["•"])
    #expect(try label("o", font("Courier New")) == ["◦"])
    #expect(try label("–", font("Times New Roman")) == ["–"])
    #expect(try label("§", font("Times New Roman")) == ["§"])
    #expect(try label("") == [""])
  }

  @Test("Paragraphs that are numbered through their style would stand without their numbers")
  func styles() throws {
    let styles =
      style("Parent", "<w:pPr>\(numbered(1))</w:pPr>")
      + style("Child", basedOn: "Parent", "")
      + style(
        "Deeper", basedOn: "Parent", "<w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr>")
      + style("Off", basedOn: "Parent", "<w:pPr>\(numbered(0))</w:pPr>")
      + style("Loop", basedOn: "Loop", "")
    let numbering = list(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."))
    let named = ["Parent", "Child", "Deeper", "Off", "Loop", "Missing", "Child"]
    let body = named.map { p("a", "<w:pStyle w:val='\($0)'/>") }.joined()
    #expect(
      try labels(numbering, body, styles: styles) == ["1.", "2.", "2.1.", "", "", "", "3."])
  }

  @Test("A paragraph taken out of its style's list would keep its number")
  func switchedOff() throws {
    let styles = style("Item", "<w:pPr>\(numbered(1))</w:pPr>")
    let numbering = list(1, level(0, "decimal", "%1."))
    let item = p("a", "<w:pStyle w:val='Item'/>")
    let off = p("b", "<w:pStyle w:val='Item'/>\(numbered(0))")
    #expect(try labels(numbering, item + off + item, styles: styles) == ["1.", "", "2."])
  }

  @Test("Headings of the second level would be numbered as those of the first")
  func linkedStyles() throws {
    let styles =
      style("One", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
      + style("Two", "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>")
    let numbering = list(
      1, level(0, "decimal", "%1.", "<w:pStyle w:val='One'/>"),
      level(1, "decimal", "%1.%2.", "<w:pStyle w:val='Two'/>"))
    let body = ["One", "Two", "Two", "One"].map { p("a", "<w:pStyle w:val='\($0)'/>") }.joined()
    #expect(try labels(numbering, body, styles: styles) == ["1.", "1.1.", "1.2.", "2."])
  }

  @Test("A list that is defined by a numbering style would have no numbers")
  func numberingStyles() throws {
    let numbering =
      definition(1, "<w:numStyleLink w:val='Заң'/>")
      + definition(2, "<w:styleLink w:val='Заң'/>" + level(0, "decimal", "%1-бап."))
      + instance(1, of: 1) + instance(2, of: 2)
    #expect(try labels(numbering, item("a") + item("b", 2)) == ["1-бап.", "2-бап."])
  }

  @Test("All paragraphs of a document whose default style is numbered would lose their numbers")
  func defaultStyle() throws {
    let styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:pPr>\(numbered(1))</w:pPr></w:style>"
    let numbering = list(1, level(0, "decimal", "%1."))
    #expect(try labels(numbering, p("a") + p("b"), styles: styles) == ["1.", "2."])
  }

  @Test("An item of a list that is not defined would be lost or given a number")
  func undefinedLists() throws {
    let numbering = list(1, level(0, "decimal", "%1."))
    let body = item("a", 7) + item("b", 1, level: 8) + item("c", 1, level: -1) + item("d")
    #expect(try labels(numbering, body) == ["", "", "", "1."])
    #expect(try WordFile(item("жалғыз")).text() == "жалғыз\n")
  }

  @Test("The number would run into the text, or be lost with an empty item")
  func lines() throws {
    let file = WordFile(item("бірінші") + item("") + item("үшінші")).with {
      $0.numbering = list(1, level(0, "decimal", "%1)"))
    }
    #expect(try file.text() == "1) бірінші\n2)\n3) үшінші\n")
  }

  @Test("Deleted and hidden items would be counted although the page does not show them")
  func unseenItems() throws {
    let numbering = list(1, level(0, "decimal", "%1."))
    let deleted =
      "<w:p><w:pPr>\(numbered(1))<w:rPr><w:del w:id='1'/></w:rPr></w:pPr><w:del w:id='2'>\(r("b"))</w:del></w:p>"
    let hidden =
      "<w:p><w:pPr>\(numbered(1))<w:rPr><w:vanish/></w:rPr></w:pPr>\(r("c", "<w:vanish/>"))</w:p>"
    #expect(
      try labels(numbering, item("a") + deleted + hidden + item("d") + hidden) == ["1.", "2."])
  }
}
