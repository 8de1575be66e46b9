import Testing

@testable import QoshatWeb

/// Reading what browsers send.
@Suite struct FormTests {
  @Test("What was typed into a form would come out changed")
  func urlEncoded() throws {
    let fields = try #require(
      FormFields(urlEncoded: "a=%D2%9B%D0%BE%D1%81+%D1%85%D0%B0%D1%82%2B&b=&c=1%0D%0A2%0D3&a=x"))
    #expect(fields["a"] == "қос хат+")
    #expect(fields.all("a") == ["қос хат+", "x"])
    #expect(fields["b"] == "")
    #expect(fields["c"] == "1\n2\n3")
    #expect(fields["d"] == nil)
    #expect(FormFields(urlEncoded: "a=%ZZ") == nil)
    #expect(FormFields(urlEncoded: "a=%ff") == nil)
  }

  @Test("A file would lose its last bytes, or take some of the next field")
  func multipart() throws {
    let file: [UInt8] = Array(0...255) + Array("\r\n--x\r\n-".utf8)
    let body =
      Array("--xyz\r\nContent-Disposition: form-data; name=\"t\"\r\n\r\nқ\r\n".utf8)
      + Array(
        "--xyz\r\ncontent-disposition: form-data; name=f; filename=\"../../a \\\"b\\\".docx\"\r\nContent-Type: x/y\r\n\r\n"
          .utf8) + file + Array("\r\n--xyz--\r\n".utf8)
    let fields = try #require(MultipartReader.fields(of: body, boundary: "xyz"))
    #expect(fields["t"] == "қ")
    #expect(fields.file("f")?.bytes == file)
    #expect(fields.file("f")?.name == "a \"b\".docx")
    for length in 0..<(body.count - 4) {
      #expect(MultipartReader.fields(of: Array(body[..<length]), boundary: "xyz") == nil)
    }
  }

  @Test("A link would lead to another page than the one meant")
  func paths() {
    #expect(
      WebPath("a b", "ә/ә", query: ["q": "1&2", "no": nil]).description
        == "/a%20b/%D3%99%2F%D3%99?q=1%262")
    #expect(WebPath().description == "/")
    #expect(WebPath.isLocal("/letters?page=2"))
    for path in ["", "letters", "//a", "/\\a", "https://a", "/a\n", "/a b"] {
      #expect(!WebPath.isLocal(path))
    }
  }

  @Test("Text of a user would become markup")
  func escaping() {
    let text = "<script>\"'&"
    let html: HTML = "<p title=\"\(text)\">\(text)</p>"
    #expect(!html.text.dropFirst(3).dropLast(4).contains("<script>"))
    #expect(html.text.contains("&lt;script&gt;&quot;"))
  }
}
