import OfficePackage
import Testing
import WordprocessingML

@Suite struct HTMLSafetyTests {
  @Test("Text would run as a script")
  func script() throws {
    let shown = try WordFile(p("&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;")).shown()
    #expect(shown.contains("&lt;script&gt;alert(1)&lt;/<wbr>script&gt; &amp;lt;"))
    #expect(!shown.contains("<script"))
  }

  @Test("A page could load something from outside, or run something that was overlooked")
  func policy() throws {
    let html = try WordFile(p("мәтін")).html()
    #expect(
      html.contains(
        "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
  }

  @Test(
    "A click would run a script or open a file",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#9;script:alert(1)",
      " javascript:alert(1)",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.org/x",
      "\\\\server\\share",
    ])
  func links(_ address: String) throws {
    let file = WordFile(p(field(" HYPERLINK \"\(address)\" ", "сілтеме")))
    let shown = try file.shown()
    #expect(shown.contains("сілтеме"))
    #expect(!shown.contains("<a"))
  }

  @Test("An honest link would be lost")
  func honestLinks() throws {
    for address in [
      "https://example.org/?a=1&amp;b=2", "mailto:info@example.org", "tel:+77172740000",
    ] {
      let shown = try WordFile(p(field(" HYPERLINK \"\(address)\" ", "сілтеме"))).shown()
      #expect(shown.contains("<a href=\"\(address)\" rel=\"noopener noreferrer\">"))
    }
  }

  @Test("The name of a font would end its rule and begin another")
  func fonts() throws {
    let name = "x&quot;;}body{background:url(https://example.org)}&lt;/style&gt;"
    let html = try WordFile(p(r("мәтін", "<w:rFonts w:ascii='\(name)' w:hAnsi='\(name)'/>"))).html()
    #expect(html.contains("font-family:\"xbodybackgroundurlhttpsexample.orgstyle\""))
    #expect(html.ranges(of: "</style>").count == 1)
  }

  @Test("A language would end its attribute")
  func language() throws {
    let html = try WordFile(p(r("мәтін", "<w:lang w:val='kk&quot; onclick=&quot;x'/>"))).html()
    #expect(!html.contains("onclick"))
  }

  private static let drawing =
    "<w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><wp:extent cx='914400' cy='457200'/><wp:docPr descr='Елтаңба &quot;ҚР&quot; &lt;b&gt;'/><a:blip xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' r:embed='rId9'/></wp:inline></w:drawing>"

  private func html(picture: [UInt8], named name: String) throws -> String {
    let archive = WordFile(p(r(Self.drawing))).archive(withPicture: picture, named: name)
    let document = try WordDocument(OfficePackage(reading: archive))
    return String(decoding: document.html(), as: UTF8.self)
  }

  @Test("A picture would be lost, be of another size, or have no words for those who do not see it")
  func picture() throws {
    let html = try html(picture: Array("GIF89a!".utf8), named: "x.png")
    #expect(
      html.contains(
        "<img src=\"data:image/gif;base64,R0lGODlhIQ==\" alt=\"Елтаңба &quot;ҚР&quot; &lt;b&gt;\" style=\"width:72pt;height:36pt\">"
      ))
  }

  @Test(
    "A drawing with a script in it would be taken for a picture", arguments: ["x.svg", "x.png"])
  func drawingWithScript(_ name: String) throws {
    let html = try html(picture: Array("<svg onload='alert(1)'/>".utf8), named: name)
    #expect(!html.contains("<img"))
    #expect(html.contains("class=\"none\""))
    #expect(html.contains("Елтаңба"))
  }

  @Test("Tables in tables without end would crash the program; their text is kept")
  func depth() throws {
    let levels = 60
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: levels)
    let close = String(repeating: "<w:p/></w:tc></w:tr></w:tbl>", count: levels)
    let shown = try WordFile(open + p("терең") + close).shown()
    #expect(shown.contains("терең"))
    #expect(shown.ranges(of: "<table").count == 24)
    #expect(shown.ranges(of: "</table>").count == 24)
  }

  @Test("The same document would give other bytes")
  func determinism() throws {
    let file = WordFile(
      p(r("а", "<w:b/>") + r("ә", "<w:i/>")) + table(row(cell(p("бір")), cell(p("екі")))))
    #expect(try file.html() == file.html())
  }

  @Test("Lengths without measure would overflow")
  func lengths() throws {
    let huge = "99999999999999999999"
    let file = WordFile(
      p(
        "мәтін",
        "<w:ind w:left='\(huge)' w:hanging='-\(huge)'/><w:spacing w:line='\(huge)' w:before='\(huge)'/><w:tabs><w:tab w:val='right' w:pos='\(huge)'/></w:tabs>"
      ) + "<w:sectPr><w:pgSz w:w='\(huge)' w:h='-1'/><w:cols w:num='\(huge)'/></w:sectPr>")
    #expect(try file.shown().contains("мәтін"))
  }
}
