import Testing
import WordprocessingML

/// What stands between the letters and around them in HTML.
@Suite struct HTMLDetailTests {
  @Test("What a form was filled with would be lost, or stand beside the result that it has")
  func forms() throws {
    func form(_ data: String, _ result: String) -> String {
      r("<w:fldChar w:fldCharType='begin'><w:ffData>\(data)</w:ffData></w:fldChar>")
        + r("<w:instrText> FORM </w:instrText>") + mark("separate") + result + mark("end")
    }
    let list = "<w:ddList><w:listEntry w:val='бірінші'/><w:listEntry w:val='екінші'/></w:ddList>"
    let box = "<w:checkBox><w:checked/></w:checkBox>"
    let place = "<w:bookmarkStart w:id='0' w:name='A'/>"
    let file = WordFile(
      p(form(list, place) + form(box, "")) + p(form(list, r("таңдалды"))))
    let shown = try file.shown()
    #expect(shown.contains("</a>бірінші☒</p>"))
    #expect(shown.contains(">таңдалды</p>"))
  }

  @Test("A long address in a table would go on elsewhere than in Word, or a date be torn apart")
  func addresses() throws {
    let shown = try WordFile(p("https://example.org/promo/welcome 01/02/2024 &lt;/b&gt; /")).shown()
    #expect(
      shown.contains(
        "https://<wbr>example.org/<wbr>promo/<wbr>welcome 01/02/2024 &lt;/<wbr>b&gt; /"))
  }

  @Test("The line under a heading would stand as far below it as the next paragraph")
  func lines() throws {
    let line = "<w:pBdr><w:bottom w:val='single' w:sz='8' w:space='4'/></w:pBdr>"
    let file = WordFile(p("бас", "<w:spacing w:after='300'/>" + line) + p("мәтін"))
    let html = try file.html()
    #expect(html.contains(".b>:last-child{margin-bottom:0}"))
    #expect(try file.shown().contains("<div class=\"b c"))
    #expect(html.contains("padding-bottom:4pt"))
  }

  @Test("Paragraphs of a document that adds their spaces would stand too close")
  func addedSpaces() throws {
    let spaced = "<w:spacing w:before='200' w:after='400'/>"
    let file = WordFile(p("бір", spaced) + p("екі", spaced))
    #expect(try file.look(of: "екі").contains("margin-bottom:20pt"))
    #expect(try !file.look(of: "екі").contains("margin-top:30pt"))
    let adding = file.with {
      $0.settings = "<w:compat><w:doNotUseHTMLParagraphAutoSpacing/></w:compat>"
    }
    #expect(try adding.look(of: "екі").contains("margin-top:30pt"))
  }

  @Test("An empty line would stand below a table at the end of a cell, or a written one be lost")
  func lastParagraph() throws {
    let inner = table(row(cell(p("ішкі"))))
    let empty = try WordFile(table(row(cell(inner + p())))).shown()
    #expect(empty.contains("</table>\n</td>"))
    let written = try WordFile(table(row(cell(inner + p("соңы"))))).shown()
    #expect(written.contains("соңы"))
    #expect(try WordFile(inner + p()).shown().contains("</table>\n<p"))
  }

  @Test("A page from right to left would turn paragraphs that are written from left to right")
  func direction() throws {
    let html = try WordFile(p("мәтін") + "<w:sectPr><w:bidi/></w:sectPr>").html()
    #expect(!html.contains("rtl"))
    #expect(try WordFile(p("мәтін", "<w:bidi/>")).shown().contains(" dir=\"rtl\">"))
  }

  @Test("A box among the words would stand below them, without its colours and its margins")
  func boxes() throws {
    let drawing = """
      <w:drawing><wp:inline \
      xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
      xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
      xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>\
      <wp:extent cx='914400' cy='457200'/><wps:spPr>\
      <a:solidFill><a:srgbClr val='DDEEFF'/></a:solidFill>\
      <a:ln w='25400'><a:solidFill><a:srgbClr val='0000FF'/></a:solidFill></a:ln></wps:spPr>\
      <wps:txbx><w:txbxContent>\(p("қорап"))</w:txbxContent></wps:txbx>\
      <wps:bodyPr lIns='0' tIns='12700' anchor='ctr'/></wp:inline></w:drawing>
      """
    let file = WordFile(p(r("дейін ") + r(drawing) + r(" кейін")))
    let shown = try file.shown()
    #expect(
      shown.contains(
        #/<div class="p [^>]*>дейін <span class="box [^>]*><p[^>]*>қорап<\/p>\n<\/span> кейін<\/div>/#
      ))
    let html = try file.html()
    for look in [
      "width:72pt;min-height:36pt", "border:2pt solid #0000ff", "background-color:#ddeeff",
      "padding:1pt 7.2pt 3.6pt 0pt", "align-content:center", "display:inline-block",
    ] {
      #expect(html.contains(look), "\(look)")
    }
  }
}
