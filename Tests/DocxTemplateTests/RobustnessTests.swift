import TestSupport
import Diagnostics
import DocxTemplate
import Jinja
import OfficePackage
import Testing
import WordprocessingML
import XML

@Suite struct RobustnessTests {
  static let data = #"{"x": "мән <&>\n", "l": ["а", "б"], "e": [], "a": {"b": 1}, "n": 3}"#

  @Test("Templates of random blocks and tags are refused or give a document that can be opened")
  func randomTemplates() throws {
    var generator = SeededGenerator(seed: 5)
    var written = 0
    for _ in 0..<1500 {
      let filled = try TemplateFile(
        Self.blocks(depth: 0, &generator), header: Self.blocks(depth: 2, &generator)
      )
      .filled(Self.data)
      guard filled.document != nil else {
        #expect(filled.diagnostics.contains { $0.severity == .error })
        continue
      }
      written += 1
      let markup = try filled.markup() + filled.markup("word/header1.xml")
      #expect(!markup.contains("</w:tbl></w:tc>"))
      #expect(!markup.contains("<w:tcPr/></w:tc>"))
      #expect(!markup.contains("<w:tr></w:tr>"))
      #expect(!markup.contains("</w:tblGrid></w:tbl>"))
      #expect(!markup.contains("{{"))
      #expect(!markup.contains("{%"))
    }
    #expect(written > 300)
  }

  /// Random blocks; most tags come in pairs, some do not.
  private static func blocks(depth: Int, _ generator: inout SeededGenerator) -> String {
    var body = ""
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      switch Int.random(in: 0...9, using: &generator) {
      case 0 where depth < 3:
        body +=
          p("{%p for x in \(["l", "e"].randomElement(using: &generator) ?? "l") %}")
          + blocks(depth: depth + 1, &generator) + p("{%p endfor %}")
      case 1 where depth < 3:
        body +=
          p("{%p if \(["l", "e"].randomElement(using: &generator) ?? "l") %}")
          + blocks(depth: depth + 1, &generator) + p("{%p else %}") + p("ж") + p("{%p endif %}")
      case 2 where depth < 3:
        let list = ["l", "e"].randomElement(using: &generator) ?? "l"
        body += tbl([
          [p("{%tr for y in \(list) %}"), p("")],
          [blocks(depth: depth + 1, &generator), p("{{ y }}")], [p("{%tr endfor %}"), p("")],
        ])
      case 3 where depth < 3: body += tbl([[blocks(depth: depth + 1, &generator), p("{{ x }}")]])
      case 4: body += p("{% for z in l %}{{ z }}{% endfor %}")
      case 5: body += "<w:p>\(r("{% if l %}{{ "))\(r("x }}", "<w:b/>"))\(r("{% endif %}"))</w:p>"
      case 6:
        body += p(
          ["{% if l %}", "{% endif %}", "{{ x", "{%tr if l %}", "{{ nope.b }}", "{%p endfor %}"]
            .randomElement(using: &generator) ?? "")
      default: body += p("мәтін {{ x }} {{ a.b|default('-') }}")
      }
    }
    return body + (depth > 0 ? p("{{ n }}") : "")
  }

  @Test("A document with bytes changed, lost or doubled is refused or filled, and never crashes")
  func mutatedArchives() throws {
    let valid = DeterminismTests.letter.archive()
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<1500 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1:
          bytes.removeSubrange(
            index..<min(index + Int.random(in: 1...40, using: &generator), bytes.count))
        default: bytes.insert(contentsOf: bytes[index..<min(index + 20, bytes.count)], at: index)
        }
      }
      try check(bytes)
    }
  }

  @Test("Markup with a byte changed, lost or doubled, in an archive that is right, never crashes")
  func mutatedMarkup() throws {
    var generator = SeededGenerator(seed: 7)
    let bodies = [
      DeterminismTests.letter.body,
      p("{%r if x %}{{ x }}{%r endif %}") + p("{% for z in l %}{{ z }}{% endfor %}"),
      tbl([[tbl([[p("{%tr if n %}")], [p("{{ n }}")], [p("{%tr endif %}")]]) + p("")]]),
    ]
    for body in bodies {
      let valid = Array(body.utf8)
      for _ in 0..<700 {
        var bytes = valid
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          switch Int.random(in: 0...3, using: &generator) {
          case 0: bytes[index] = UInt8.random(in: 0x20...0x7E, using: &generator)
          case 1: bytes.remove(at: index)
          case 2: bytes.insert(contentsOf: bytes[index..<min(index + 30, bytes.count)], at: index)
          default:
            bytes.insert(
              [0x7B, 0x7D, 0x25, 0x3C, 0x3E].randomElement(using: &generator) ?? 0x7B, at: index)
          }
        }
        try check(TemplateFile(String(decoding: bytes, as: UTF8.self)).archive())
      }
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let environment = Environment(undefined: .default)
    guard let compiled = try? DocxTemplate.compile(bytes, file: "f", environment: environment)
    else { return }
    guard let template = compiled.template else {
      #expect(!compiled.diagnostics.isEmpty)
      return
    }
    let filled = Filled(try template.render(try context(Self.data)), madeFrom: [bytes])
    guard let document = filled.document else {
      #expect(!filled.diagnostics.isEmpty)
      return
    }
    let package = try OfficePackage(reading: document)
    _ = try package.tree(of: package.mainDocument())
    _ = try? WordDocument(package).plainText()
  }

  @Test(
    "A hundred thousand tags in one paragraph, open or closed, are read in one pass",
    .timeLimit(.minutes(10)))
  func manyTags() throws {
    for tag in ["{{ ", "{% ", "{{ x }}", "{{ ' }}", "{# "] {
      let filled = try TemplateFile(p(String(repeating: tag, count: 20_000))).filled(Self.data)
      #expect(filled.document != nil || !filled.diagnostics.isEmpty)
    }
    let paragraphs = String(repeating: p("{{ "), count: 5000)
    #expect(try TemplateFile(paragraphs).filled(Self.data).diagnostics.count == 5000)
  }

  @Test("A long table is written in time that grows with its rows", .timeLimit(.minutes(10)))
  func longTables() throws {
    let body = tbl([
      [p("{%tr for i in range(20000) %}"), p("")], [p("{{ i }}"), p("{{ x }}")],
      [p("{%tr endfor %}"), p("")],
    ])
    let markup = try TemplateFile(body).filled(Self.data).markup()
    #expect(markup.utf8.count > 20_000 * 150)
  }

  @Test("Elements nested as deep as the reader allows do not overflow the stack")
  func deepMarkup() throws {
    // The paragraph itself lies a few elements deeper.
    let depth = XMLLimits().depth - 10
    let open = String(repeating: "<w:sdt><w:sdtContent>", count: depth / 2)
    let close = String(repeating: "</w:sdtContent></w:sdt>", count: depth / 2)
    let filled = try TemplateFile(
      open + p("{%p if n %}") + p("{{ n }}") + p("{%p endif %}") + close
    ).filled(Self.data)
    #expect(try filled.markup().contains(">3<"))
  }
}
