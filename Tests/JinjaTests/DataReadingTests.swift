import Diagnostics
import JSON
import TestSupport
import Testing

@testable import Jinja

/// Data go straight from their file into values; rows of a long table lie packed in memory. A template must not notice.
@Suite struct DataReadingTests {
  /// The value as the way through a tree has it.
  private func expected(_ text: String) throws -> Value { Value(try JSON(parsing: text)) }

  private func expectSame(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Value {
    let value = try Value(parsing: Array(text.utf8))
    #expect(try value.text == expected(text).text, sourceLocation: sourceLocation)
    return value
  }

  private func rows(_ count: Int, _ row: (Int) -> String) -> String {
    "[" + (0..<count).map(row).joined(separator: ", ") + "]"
  }

  /// How many of the elements are packed.
  private func packed(_ value: Value) -> Int {
    (value.items ?? []).count {
      if case .object(let object) = $0, case .row = object.storage { true } else { false }
    }
  }

  @Test(
    "Rows of a long table would lose fields, exchange them, or take more memory than short ones")
  func longTables() throws {
    let words = ["", "қ", "мазмұны белгісіз ресурс", String(repeating: "ұзын", count: 100)]
    let value = try expectSame(
      rows(2000) { index in
        #"{"a": "\#(index)", "b": "\#(words[index % 4])", "c": \#(index - 1000), "d": [\#(index)], "e": "\n\u0416\"", "f": null, "g": 7\#(index)00000000000000000, "h": {"i": true}, "j": 1.5}"#
      })
    #expect(packed(value) == 2000 - 64)
    #expect(packed(try expectSame(rows(64) { #"{"a": \#($0)}"# })) == 0)
  }

  @Test("A row with other fields than those before it would be read as one of them")
  func changingRows() throws {
    for odd in [
      #"{}"#, #"{"a": "x"}"#, #"{"a": 1, "b": 2, "c": 3}"#, #"{"b": 1, "a": 2}"#, #"{"c": 1}"#,
      #"{"a": 1, "c": {"a": 1}}"#, #"{"\u0061": 1, "b": 2}"#, #"[1]"#, #""text""#, "null",
      #"{ "a"  :  1 , "b"  :  2 }"#,
    ] {
      _ = try expectSame(
        rows(400) { $0 % 100 == 99 ? odd : #"{"a": "long text of row \#($0)", "b": [{"b": 1}]}"# })
    }
    // A name that JSON can only write with a backslash, and objects without names.
    _ = try expectSame(rows(100) { #"{"a\"b": \#($0)}"# })
    _ = try expectSame(rows(100) { _ in "{}" })
  }

  @Test("Fields of rows would print, sort, compare or count otherwise than those of any object")
  func rowsInTemplates() throws {
    let data =
      #"{"rows": \#(rows(300) { #"{"n": \#($0 % 7), "t": "мәтін <\#(300 - $0)>", "o": {"x": [\#($0)]}}"# })}"#
    let template = """
      {% for r in rows %}{{ r.t }}{{ r['n'] }}{{ r.o.x[0] }}{{ r|length }}{{ r.q is defined }}\
      {% if r.t == 'мәтін <7>' %}!{% endif %}{% for k, v in r.items() %}{{ k }}{{ v }}{% endfor %}{% endfor %}
      {{ rows|sort(attribute='t')|map(attribute='t')|join }}{{ rows|sum(attribute='n') }}
      {{ rows|groupby('n')|map('first')|list }}{{ rows[200] }}{{ rows[200] is sameas rows[200] }}
      {{ rows|unique(attribute='n')|list|length }}{{ rows[70] == rows[77] }}{{ rows|tojson }}
      """
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: Environment())
    #expect(findings.isEmpty)
    let texts = try [expected(data), Value(parsing: Array(data.utf8))].map { value in
      guard case .object(let context) = value else { throw NoObject() }
      let output = TextOutput()
      let problems = program.render(context, into: output, environment: Environment())
      #expect(problems.map(\.message.en) == [])
      return output.text
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("мәтін <1>"))
  }

  @Test(
    "Broken data would be taken for whole, or blamed on another place than the reader of trees has")
  func brokenData() {
    var random = SeededGenerator(seed: 8)
    let text = Array(
      #"{"k": "\ud83d\ude00", "r": \#(rows(80) { #"{"a": "қала \#($0)", "b": [-1.5e3, "\\"]}"# })}"#
        .utf8)
    let alphabet = Array(#"{}[]",:\u01-. tfn"#.utf8)
    for _ in 0..<1000 {
      var bytes = text
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      case 2: bytes.removeSubrange(index...)
      default: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
      }
      var results: [Result<String, JSONSyntaxError>] = []
      do throws(JSONSyntaxError) {
        results.append(.success(Value(try JSON(parsing: bytes)).text))
      } catch { results.append(.failure(error)) }
      do throws(JSONSyntaxError) {
        results.append(.success(try Value(parsing: bytes).text))
      } catch { results.append(.failure(error)) }
      #expect(results[0] == results[1], "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("An object that stands for a picture would be taken for plain data, or its path be wrong")
  func objectsApart() throws {
    let text = #"""
      {"a": {"x": 1, "$type": "image"}, "b": [{"c": {"\u0024type": 1}}, [[{"$type": {"$type": 2}}]]], "d": "type$",
       "rows": \#(rows(70) { #"{"p": {"q": {"$type": \#($0)}}}"# })}
      """#
    var paths: [String] = []
    let value = try Value(parsing: Array(text.utf8), apart: "$type") { json, path in
      paths.append(path)
      return Value(json)
    }
    #expect(paths == ["a", "b[0].c", "b[1][0][0]"] + (0..<70).map { "rows[\($0)].p.q" })
    #expect(try value.text == expected(text).text)
  }

  @Test("A hostile file of brackets would take memory or time beyond its size")
  func brackets() {
    let text = Array(String(repeating: #"{"$type":"#, count: 100_000).utf8)
    #expect(JSONReader.objects(in: text, naming: "$type").count <= JSON.maximumDepth + 1)
    #expect(throws: JSONSyntaxError.self) {
      try Value(parsing: text, apart: "$type") { json, _ in Value(json) }
    }
  }
}
