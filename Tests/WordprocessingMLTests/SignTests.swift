import Testing
import WordprocessingML

/// Text that stands in other elements than those of text: signs, equations, forms, diagrams.
@Suite struct SignTests {
  private func line(_ runs: String) throws -> String {
    var text = try WordFile(p(runs)).text()
    if text.last == "\n" { text.removeLast() }
    return text
  }

  private func math(_ content: String) -> String {
    "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>\(content)</m:oMath>"
  }

  private func m(_ text: String) -> String { "<m:r><m:t>\(text)</m:t></m:r>" }

  @Test("A ticked box or a Greek letter would be read as another letter or as nothing")
  func symbolFonts() throws {
    func sign(_ font: String, _ code: String) -> String {
      r("<w:sym w:font='\(font)' w:char='\(code)'/>")
    }
    #expect(try line(sign("Wingdings", "F0FE") + sign("Wingdings", "F0A8")) == "☑☐")
    #expect(
      try line(sign("Symbol", "F061") + sign("Symbol", "F0B3") + sign("Symbol", "F0FE")) == "α≥⎭")
    #expect(try line(sign("Wingdings 2", "F052") + sign("Кірме", "F041")) == "☑•")
    let fonts = "<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>"
    #expect(try line(r("a\u{F0A3}b", fonts) + r("a")) == "α≤βa")
  }

  @Test("An equation would be lost, or its parts run together into another number")
  func equations() throws {
    let square = "<m:sSup><m:e>\(m("r"))</m:e><m:sup>\(m("2"))</m:sup></m:sSup>"
    #expect(try line(r("S: ") + math(m("A=π") + square)) == "S: A = πr²")
    let fraction =
      "<m:f><m:num>\(m("a+b"))</m:num><m:den>\(m("2"))</m:den></m:f>"
    #expect(try line(math(m("x=") + fraction)) == "x = (a + b)/2")
    let sum =
      "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>\(m("i=1"))</m:sub><m:sup>\(m("n"))</m:sup><m:e><m:sSub><m:e>\(m("x"))</m:e><m:sub>\(m("i"))</m:sub></m:sSub></m:e></m:nary>"
    #expect(try line(math(sum)) == "∑_(i = 1)ⁿ x_i")
    let root = "<m:rad><m:radPr/><m:deg/><m:e>\(m("b-4"))</m:e></m:rad>"
    let brackets =
      "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>\(root)</m:e></m:d>"
    #expect(try line(math(m("-") + brackets)) == "-[√(b - 4)]")
  }

  @Test("An equation nested without end would stop the program")
  func deepEquations() throws {
    let deep =
      String(repeating: "<m:d><m:e>", count: 400) + m("x")
      + String(repeating: "</m:e></m:d>", count: 400)
    #expect(try line(math(deep)).contains("x"))
  }

  @Test("What a form was filled with would be lost")
  func forms() throws {
    func form(_ data: String) -> String {
      r("<w:fldChar w:fldCharType='begin'><w:ffData>\(data)</w:ffData></w:fldChar>")
        + r("<w:instrText> FORM </w:instrText>") + mark("end")
    }
    let list =
      "<w:ddList><w:result w:val='1'/><w:listEntry w:val='бірінші'/><w:listEntry w:val='екінші'/></w:ddList>"
    let boxes = ["<w:checked/>", "<w:checked w:val='0'/>", "<w:default w:val='1'/>"].map {
      form("<w:checkBox><w:sizeAuto/>\($0)</w:checkBox>")
    }
    #expect(try line(form(list) + r(" ") + boxes.joined()) == "екінші ☒☐☒")
  }

  @Test("The reading of a character would stand before it, as if it were another word")
  func ruby() throws {
    let runs = r(
      "<w:ruby><w:rubyPr/><w:rt>\(r("とう"))</w:rt><w:rubyBase>\(r("東"))</w:rubyBase></w:ruby>")
    #expect(try line(runs + r("!")) == "東(とう)!")
  }

  @Test("A note whose author gave it a mark of his own would be numbered, too")
  func ownMarks() throws {
    let own = r("<w:footnoteReference w:customMarkFollows='1' w:id='1'/>\(t("*"))")
    let file = WordFile(p(r("а") + own + r("б") + r("<w:footnoteReference w:id='2'/>"))).with {
      $0.footnotes =
        "<w:footnote w:id='1'>\(p("* бірінші"))</w:footnote><w:footnote w:id='2'>\(p("екінші"))</w:footnote>"
    }
    #expect(try file.lines() == ["а*б[1]", "* бірінші", "[1] екінші"])
  }
}
