import TestSupport
import Jinja
import Testing

@Suite struct TotalityTests {
  @Test("Any bytes at all are a template or an error, and every error marks a place inside its tag")
  func randomBytes() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...80, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Random words of the language never crash it, and render where they compile")
  func randomWords() throws {
    let words = [
      "{{", "}}", "{%", "%}", "{#", "#}", "if", "else", "elif", "endif", "for", "endfor", "in",
      "set", "x", "ә", "loop", ".", "index",
      "|", "upper", "default", "map", "select", "sort", "batch", "(", ")", "[", "]", "{", "}", ":",
      ",", "=", "==", "<", "1", "2.5", "0",
      "'", "\"", "«", "»", "“", "a", "not", "and", "or", "is", "defined", "~", "+", "-", "–", "**",
      "//", "%", "none", "true", "\\",
      "\u{A0}", "\n", "range", "'upper'", "\u{1F600}", "items", "()", "join", "9223372036854775807",
      "r", "p", "tr",
    ]
    var generator = SeededGenerator(seed: 2)
    var compiled = 0
    for _ in 0..<6000 {
      var template = ""
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        template += words.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { template += " " }
      }
      if try check("{{ " + template + " }}") { compiled += 1 }
      try check("{% for x in l %}{% " + template + " %}{{ x }}{% endfor %}")
      try check(template)
    }
    #expect(compiled > 100)
  }

  @Test("Valid templates with a byte changed, added or lost never crash")
  func mutations() throws {
    let valid = Array(
      """
      {% set n = l|length %}{% for a, b in d.items() if b %}{{ loop.index }}. {{ a|upper }} – {{ "%.2f"|format(b) }}\
      {%- if not loop.last -%};{% else %}.{% endif %}{% endfor %}{# түсініктеме #}{{ x[1:2]|default("жоқ") }}
      """.utf8)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: index)
        default: bytes.removeSubrange(index..<min(index + 10, bytes.count))
        }
      }
      try check(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// Compiles, renders where that went well, and looks at every finding; returns whether it compiled.
  @discardableResult
  private func check(_ template: String) throws -> Bool {
    let source: TemplateSource
    do throws(Finding) {
      source = try TemplateSource(text: template)
    } catch {
      return false
    }
    let outcome = try outcome(
      of: template, #"{"x": "аб", "l": [1, 2], "d": {"k": 1.5, "m": 0}, "a": {"b": 1}}"#,
      steps: 20_000)
    for finding in outcome.findings {
      #expect(finding.rule.count == 4 && finding.rule.hasPrefix("E1"))
      for span in finding.spans {
        guard source.tags.indices.contains(span.tag) else {
          Issue.record("no such tag in \(template)")
          continue
        }
        let text = source.tags[span.tag].text
        guard span.range.upperBound <= text.count else {
          Issue.record("a place outside of its tag in \(template)")
          continue
        }
        // A mark that cuts a letter in two would show a box instead of it.
        for offset in [span.range.lowerBound, span.range.upperBound] where offset < text.count {
          #expect(text[offset] & 0xC0 != 0x80, "\(template)")
        }
      }
    }
    return outcome.findings.allSatisfy { $0.kind != .syntax }
  }

  @Test(
    "A hundred thousand unclosed or unmatched tags are read in one pass, not each to the end of the text",
    .timeLimit(.minutes(10)),
    arguments: [
      "{{ ", "{% ", "{# ", "{{ ' }} ", "{{'\\'}}", "{{ \" }}{{ ' }}", "{% ' %}{", "{{ {", "{{ x ",
      "{{'}} ", "{", "{{{", "{%'%}\"",
    ])
  func unclosed(tag: String) throws {
    let text = String(repeating: tag, count: 100_000)
    let matches = TagScanner.tags(in: Array(text.utf8))
    #expect(matches.count <= 100_000)
    _ = try outcome(of: text)
  }
}
