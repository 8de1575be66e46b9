import Diagnostics
import DocxTemplate
import JSON
import Jinja
import TestSupport

extension Workload {
  /// Templates that are filled: compiled beforehand, their data read while it counts.
  static let filling = [
    filling(
      "rows of a table", 100,
      table(
        [
          row(["{%tr for x in list %}"]),
          row(["{{ loop.index }}", "{{ x }}", "азартные игры"]),
          row(["{%tr endfor %}"]),
        ], columns: 3)
    ) { ["list": .array(addresses($0))] },
    filling(
      "paragraphs of a loop", 150, p("{%p for x in list %}") + p("– {{ x }};") + p("{%p endfor %}")
    ) { ["list": .array(addresses($0))] },
    filling(
      "columns of a table", 30,
      table(
        [
          row(["{%tc for x in list %}", "{{ loop.index }}", "{%tc endfor %}"]),
          row(["{%tc for x in list %}", "{{ x }}", "{%tc endfor %}"]),
        ], columns: 3)
    ) { ["list": .array(addresses($0))] },
    filling(
      "pictures, each another", 15,
      p("{%p for x in list %}") + p("{{ x }}") + p("{%p endfor %}")
    ) { count in ["list": .array((0..<count).map { picture("\($0).png") })] },
    filling(
      "one picture, many times", 40,
      p("{%p for x in list %}") + p("{{ x }}") + p("{%p endfor %}")
    ) { count in ["list": .array((0..<count).map { _ in picture("0.png") })] },
    filling("one long value", 4000, p("{{ text }}")) {
      ["text": .string(repeated("қ мәтін ", $0 / 14))]
    },
    filling("one long value of signs that are escaped", 2000, p("{{ text }}")) {
      ["text": .string(repeated("<&> ", $0 / 4))]
    },
    filling("one long value of many lines", 1000, p("{{ text }}")) {
      ["text": .string(repeated("a\n", $0 / 2))]
    },
    filling("links", 30, p("{%p for x in list %}") + p("{{ x }}") + p("{%p endfor %}")) { count in
      [
        "list": .array(
          addresses(count).map {
            JSON.object([.init("$type", "link"), .init("url", $0), .init("text", "портал")])
          })
      ]
    },
  ]

  static func filling(
    _ name: String, _ size: Int, _ body: String, _ data: @escaping @Sendable (Int) -> JSON
  ) -> Workload {
    Workload(name, size) { count in
      let template = try compiled(TestDocument.bytes(body: body))
      let json = data(count)
      return { try fill(template, json) }
    }
  }

  /// Templates that are compiled and filled, for each more of what stands in them.
  static func compiling(
    _ name: String, _ size: Int, _ body: @escaping @Sendable (Int) -> String
  ) -> Workload {
    Workload(name, size) { count in
      let document = TestDocument.bytes(body: body(count))
      return { try fill(compiled(document), ["a": 1, "list": [1]]) }
    }
  }

  static func compiled(_ document: [UInt8]) throws -> DocxTemplate {
    let (template, findings) = try compile(document)
    guard let template else { throw Unexpected("\(findings.map(\.message.en))") }
    return template
  }

  static func fill(_ template: DocxTemplate, _ data: JSON) throws {
    _ = try filled(template, data)
  }

  static func filled(_ template: DocxTemplate, _ data: JSON) throws -> [UInt8] {
    let (value, faults) = TypedValues.value(of: data, file: "a.json") {
      name throws(TypedValues.FileRefusal) in picture(named: name)
    }
    guard faults.isEmpty, case .object(let context) = value else {
      throw Unexpected("\(faults.map(\.message.en))")
    }
    let (document, findings) = try template.render(context)
    guard let document else { throw Unexpected("\(findings.map(\.message.en))") }
    return document
  }

  private static func addresses(_ count: Int) -> [JSON] {
    (0..<count).map { .string("https://sunkar-\($0).example/?a=1&b=\($0)") }
  }

  static func picture(_ name: String) -> JSON {
    ["$type": "image", "path": .string(name), "width": "3cm"]
  }

  /// A grey PNG, whose look nobody sees, of another height for each name.
  private static func picture(named name: String) -> [UInt8] {
    let height = UInt32(name.prefix { $0.isNumber }) ?? 0
    func big(_ number: UInt32) -> [UInt8] {
      withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      let checked = Array(name.utf8) + content
      return big(UInt32(content.count)) + checked + big(StoredArchive.checksum(of: checked))
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(10) + big(height + 1) + [8, 0, 0, 0, 0])
      + chunk("IDAT", [0x78, 1, 1, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1]) + chunk("IEND", [])
  }
}
