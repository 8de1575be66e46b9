import Diagnostics
import OfficePackage
import Testing

@Suite struct PicturePlaceholderTests {
  /// A picture of 4 by 4 cm that floats, with this alternative text.
  private static func picture(_ attribute: String) -> String {
    """
    <w:p><w:r><w:drawing><wp:anchor xmlns:wp='urn:wp' relativeHeight='9'><wp:positionH relativeFrom='page'><wp:posOffset>7</wp:posOffset></wp:positionH>\
    <wp:extent cx='1440000' cy='1440000'/><wp:docPr id='5' name='Сурет' \(attribute)/><a:graphic xmlns:a='urn:a'><pic:pic xmlns:pic='urn:pic'>\
    <a:blip r:embed='rId1'><a:lum/></a:blip><pic:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1440000' cy='1440000'/></a:xfrm></pic:spPr>\
    </pic:pic></a:graphic></wp:anchor></w:drawing></w:r></w:p>
    """
  }

  private static let data =
    #"{"x": {"$type": "image", "path": "photo.png", "alt": "Фото"}, "t": "мәтін"}"#

  @Test(
    "A picture of the data takes the place of one whose alternative text is its tag, within the same frame"
  )
  func replaced() throws {
    var file = ValueFile(Self.picture("descr='{{ x }}'"))
    file.header = Self.picture("title=' {{ x }} '")
    let filled = try file.filled(Self.data)
    for part in ["word/document.xml", "word/header1.xml"] {
      let markup = try filled.markup(part)
      // 120 by 80 points in a square: as wide, and two thirds as high.
      #expect(markup.ranges(of: "cx=\"1440000\" cy=\"960000\"").count == 2)
      #expect(
        markup.contains("<wp:posOffset>7</wp:posOffset>") && markup.contains("relativeHeight=\"9\"")
      )
      #expect(markup.contains("\"Фото\"") && !markup.contains("{{") && !markup.contains("a:lum"))
      let id = try #require(markup.firstMatch(of: /r:embed="(rId\d+)"/)).1
      #expect(try filled.links(of: part)[String(id)]?.kind == "image")
    }
    #expect(try filled.media().count == 1)
  }

  @Test("A text in the tag is the alternative text of the template's own picture")
  func text() throws {
    let filled = try ValueFile(Self.picture("descr='{{ t }}'")).filled(Self.data)
    let markup = try filled.markup()
    #expect(
      markup.contains("descr=\"мәтін\"") && markup.contains("r:embed=\"rId1\"")
        && markup.contains("a:lum"))
    #expect(markup.contains("cx=\"1440000\" cy=\"1440000\""))
    let mixed = try ValueFile(Self.picture("descr='Фото: {{ t }}'")).filled(Self.data)
    #expect(try mixed.markup().contains("descr=\"Фото: мәтін\""))
  }

  @Test("In a loop every copy of the picture has a number of its own, and its own picture")
  func loop() throws {
    var file = ValueFile(
      p("{%p for x in l %}") + Self.picture("descr='{{ x }}'") + p("{%p endfor %}"))
    file.files["other.png"] = Pictures.png(width: 10, height: 10)
    let image = { (name: String) in #"{"$type": "image", "path": "\#(name)"}"# }
    let filled = try file.filled(
      #"{"l": [\#(image("photo.png")), \#(image("other.png")), \#(image("photo.png"))]}"#)
    let markup = try filled.markup()
    #expect(Set(markup.matches(of: /docPr id="(\d+)"/).map { $0.1 }).count == 3)
    #expect(Set(markup.matches(of: /r:embed="(rId\d+)"/).map { $0.1 }).count == 2)
    #expect(try filled.media().count == 2)
  }
}
