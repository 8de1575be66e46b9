import Diagnostics
import JSON
import Jinja
import OfficePackage
import Testing

@Suite struct PictureValueTests {
  @Test("A picture stands in the document with its size, its alternative text and its own file")
  func picture() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "image", "path": "photo.png", "width": "3cm", "alt": "Фото \"қ\""}}"#)
    let markup = try filled.markup()
    #expect(markup.contains("<wp:extent cx=\"1080000\" cy=\"720000\"/>"))
    #expect(markup.contains("descr=\"Фото &quot;қ&quot;\""))
    #expect(try filled.media() == ["word/media/picture1.png"])
    let link = try #require(try filled.links()["rId3"])
    #expect(link.kind == "image" && link.target == "word/media/picture1.png")
    #expect(markup.contains("r:embed=\"rId3\""))
    #expect(try filled.package().contentType(of: "word/media/picture1.png") == "image/png")
  }

  @Test(
    "The size follows the data: what is given, the picture's own shape for the rest, never wider than the page",
    arguments: [
      (#""width": 3"#, 3.0, 2.0), (#""height": "40 mm""#, 6, 4),
      (#""width": "2,5cm", "height": "1in""#, 2.5, 2.54), (#""fit": "cell""#, 10, 20.0 / 3),
      (#""fit": "width", "height": "3cm""#, 4.5, 3), (#""alt": """#, 3.175, 2.1167),
    ] as [(String, Double, Double)])
  func sizes(members: String, width: Double, height: Double) throws {
    // A cell has a little space at both sides of what is in it.
    let json =
      #"{"x": {"$type": "table", "widths": ["10.381cm"], "rows": [[{"$type": "image", "path": "photo.png", \#(members)}]]}}"#
    let size = try #require(try ValueFile(p("{{ x }}")).filled(json).extents().first)
    #expect(abs(Double(size.width) / 360_000 - width) < 0.01)
    #expect(abs(Double(size.height) / 360_000 - height) < 0.01)
  }

  @Test("A picture that is wider than its cell would hang out of it")
  func narrowCell() throws {
    let json =
      #"{"x": {"$type": "table", "widths": ["1cm"], "rows": [[{"$type": "image", "path": "photo.png"}]]}}"#
    let size = try #require(try ValueFile(p("{{ x }}")).filled(json).extents().first)
    #expect(size.width == (567 - 216) * 635)
  }

  @Test("The resolution that a picture states decides how large it is")
  func resolution() throws {
    for (name, bytes, width) in [
      ("a.png", Pictures.png(width: 300, height: 600, perMetre: 11811), 1.0),
      ("a.jpg", Pictures.jpeg(width: 150, height: 75, perInch: 150), 1),
      ("b.jpg", Pictures.jpeg(width: 96, height: 96, perInch: 0, marker: 0xC2), 1),
      ("b.png", Pictures.png(width: 96, height: 96, perMetre: 1), 1),
      ("a.svg", Pictures.svg("viewBox='0 0 192 96'"), 2),
      ("b.svg", Pictures.svg("viewBox='0 0 2 1' height='1in'"), 2),
      ("c.svg", Pictures.svg("width='72pt' height='25.4mm'"), 1),
    ] {
      var file = ValueFile(p("{{ x }}"))
      file.files[name] = bytes
      let fallback = name.hasSuffix("svg") ? #", "fallback": "photo.png""# : ""
      let filled = try file.filled(
        #"{"x": {"$type": "image", "path": "\#(name)"\#(fallback)}}"#)
      #expect(try filled.extents().first?.width == Int(width * 914_400), "\(name)")
    }
  }

  @Test("A picture that is cut off at any byte, or whose bytes were changed, is refused")
  func damage() throws {
    for whole in [
      Pictures.png(width: 3, height: 2, perMetre: 3000),
      Pictures.jpeg(width: 3, height: 2, perInch: 96),
    ] {
      #expect(try refusal(of: whole) == [])
      for count in 0..<whole.count {
        #expect(try refusal(of: Array(whole.prefix(count))) == ["V121 x.path"], "\(count)")
      }
    }
    var changed = Pictures.png(width: 3, height: 2)
    changed[19] ^= 1
    #expect(try refusal(of: changed) == ["V121 x.path"])
  }

  private func refusal(of bytes: [UInt8]) throws -> [String] {
    var file = ValueFile("")
    file.files["f"] = bytes
    return try findings(#"{"$type": "image", "path": "f"}"#, in: file)
  }

  @Test("Sizes that would fill the memory of whoever opens the document are refused")
  func hostileSizes() throws {
    for bytes in [
      Pictures.png(width: 0x7FFF_FFFF, height: 0x7FFF_FFFF),
      Pictures.png(width: 60_000, height: 60_000),
      Pictures.png(width: 0, height: 5), Pictures.jpeg(width: 5, height: 0, perInch: 96),
      Pictures.svg("viewBox='0 0 0 1'"), Pictures.svg("viewBox='0 0 1e300 1e-300'"),
      Pictures.svg(""),
    ] {
      #expect(try refusal(of: bytes) == ["V121 x.path"])
    }
  }

  @Test(
    "An SVG that runs a script or fetches a file is refused",
    arguments: [
      "<script>alert(1)</script>", "<rect onload='x()'/>", "<image xlink:href='http://x/y.png'/>",
      "<image href='file:///etc/passwd'/>", "<use href='other.svg#a'/>",
      "<style>@import url(x.css)</style>", "<rect style='fill:url(http://x)'/>",
      "<style>a{fill:url( 'x.svg')}</style>", "<foreignObject/>", "<?xml-stylesheet href='x'?>",
      "<image href='data:text/html;base64,x'/>", "<a href='javascript:x'/>",
    ])
  func unsafeVectors(content: String) throws {
    let (_, diagnostics) = try vector(content)
    #expect(diagnostics.map(\.rule) == ["V121"])
    #expect(diagnostics.first?.message.en.contains("script") == true)
    #expect(try vector("<g/>").diagnostics.isEmpty)
  }

  private func vector(_ content: String) throws -> (value: Value, diagnostics: [Diagnostic]) {
    var file = ValueFile("")
    file.files["e.svg"] = Pictures.svg("width='1' height='1'", content)
    return try file.values(#"{"$type": "image", "path": "e.svg", "fallback": "photo.png"}"#)
  }

  @Test("An SVG that only refers to itself is shown, with the PNG beside it for older programs")
  func vector() throws {
    var file = ValueFile(p("{{ x }}"))
    file.files["e.svg"] = Pictures.svg(
      "viewBox='0 0 2 1'",
      "<use href='#a'/><rect fill='url(#g)'/><image xlink:href='data:image/png;base64,AA=='/>")
    let filled = try file.filled(
      #"{"x": {"$type": "image", "path": "e.svg", "fallback": "photo.png", "width": "2cm"}}"#)
    let markup = try filled.markup()
    #expect(markup.contains("<wp:extent cx=\"720000\" cy=\"360000\"/>"))
    let links = try filled.links()
    #expect(links["rId3"]?.target.hasSuffix(".png") == true)
    #expect(links["rId4"]?.target.hasSuffix(".svg") == true)
    #expect(markup.contains("r:embed=\"rId3\"") && markup.contains("svgBlip"))
    #expect(
      try findings(#"{"$type": "image", "path": "e.svg"}"#, in: file) == ["V101 x.fallback"])
    #expect(
      try findings(#"{"$type": "image", "path": "photo.png", "fallback": "photo.png"}"#, in: file)
        == ["V104 x.fallback"])
    #expect(
      try findings(#"{"$type": "image", "path": "e.svg", "fallback": "e.svg"}"#, in: file)
        == ["V104 x.fallback"])
  }

  @Test("A picture shown many times is one file, every showing has a number of its own")
  func manyTimes() throws {
    let loop = "<w:p><w:r><w:t>{% for i in l %}{{ x }}{{ y }}{% endfor %}</w:t></w:r></w:p>"
    let picture =
      "<w:p><w:r><w:drawing><wp:docPr xmlns:wp='urn:x' name='a' id='2'/></w:drawing></w:r></w:p>"
    var file = ValueFile(loop + picture)
    file.files["same.png"] = file.files["photo.png"]
    let numbers = (0..<400).map(String.init).joined(separator: ",")
    let filled = try file.filled(
      #"""
      {"l": [\#(numbers)], "x": {"$type": "image", "path": "photo.png"}, "y": {"$type": "image", "path": "same.png"}}
      """#)
    #expect(try filled.media().count == 1)
    let ids = try filled.markup().matches(of: /docPr [^>]*?id=["'](\d+)["']/).map { $0.1 }
    #expect(ids.count == 801)
    #expect(Set(ids).count == 801)
    #expect(try filled.links().count == 3)
  }

  @Test("A picture in a header belongs to the header, not to the body")
  func header() throws {
    var file = ValueFile(p("{{ x }}"))
    file.header = p("{{ x }}")
    let filled = try file.filled(#"{"x": {"$type": "image", "path": "photo.png"}}"#)
    #expect(try filled.media().count == 1)
    #expect(try filled.links(of: "word/header1.xml")["rId1"]?.kind == "image")
    #expect(try filled.markup("word/header1.xml").contains("r:embed=\"rId1\""))
  }

  @Test("What is wrong with a picture is said at its path")
  func mistakes() throws {
    #expect(try findings(#"{"$type": "image"}"#) == ["V101 x.path"])
    #expect(try findings(#"{"$type": "image", "path": "no.png"}"#) == ["V122 x.path"])
    #expect(
      try findings(#"{"$type": "image", "path": "photo.png", "data": "AA=="}"#) == ["V101 x.path"])
    #expect(try findings(#"{"$type": "image", "data": "AA=="}"#) == ["V121 x.data"])
    #expect(try findings(#"{"$type": "image", "data": "A"}"#) == ["V104 x.data"])
    #expect(
      try findings(
        #"{"$type": "image", "path": "photo.png", "width": "wide", "height": -1, "fit": "page"}"#)
        == ["V104 x.width", "V104 x.height", "V104 x.fit"])
    #expect(
      try findings(#"{"$type": "image", "path": "photo.png", "width": "60cm"}"#)
        == ["V104 x.width"])
    #expect(
      try findings(#"{"$type": "image", "path": "photo.png", "width": 3, "fit": "cell"}"#)
        == ["V104 x.width"])
  }

  @Test("Base64 is read as it is written by every program, and nothing else is taken for it")
  func base64() throws {
    // "Текст" is no picture, but it is Base64.
    for text in ["0KLQtdC6\\nc3Q=", "data:image/png;base64,/+8=", "AA==", "AAA="] {
      #expect(try findings(#"{"$type": "image", "data": "\#(text)"}"#) == ["V121 x.data"])
    }
    for text in ["", "A", "AA", "AAA", "A===", "AA=A", "АААА", "data:,AAAA", "AA==AAAA"] {
      #expect(
        try findings(#"{"$type": "image", "data": "\#(text)"}"#) == ["V104 x.data"], "\(text)")
    }
  }

  @Test("A QR code is a picture of so many squares, dark ones dark, with a light border")
  func code() throws {
    let filled = try ValueFile(p("{{ x }}")).filled(
      #"{"x": {"$type": "qr", "text": "https://egov.kz", "size": "2cm", "level": "H"}}"#)
    #expect(try filled.markup().contains("<wp:extent cx=\"720000\" cy=\"720000\"/>"))
    #expect(try filled.markup().contains("descr=\"https://egov.kz\""))
    #expect(try filled.media().count == 1)
    #expect(
      try findings(#"{"$type": "qr", "text": "\#(String(repeating: "қ", count: 1500))"}"#)
        == ["V124 x.text"])
    #expect(try findings(#"{"$type": "qr", "text": " "}"#) == ["V104 x.text"])
    #expect(try findings(#"{"$type": "qr", "text": "1", "level": "X"}"#) == ["V104 x.level"])
  }
}
