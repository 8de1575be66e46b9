import JSON
import Jinja
import Testing

/// What is told of a rendering: what was printed, and from which paths of the data.
@Suite struct PrintTraceTests {
  private static let data =
    #"{"a": 1, "g": {"b": 2}, "l": [{"x": 3}, {"x": 4}, {"x": 5}], "k": "b", "t": "text"}"#

  /// Each value that is printed with its paths; one that was made of the value at a path is marked by `~`.
  private func printed(_ template: String) throws -> [String] {
    let environment = Environment(undefined: .default)
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: environment)
    try #require(findings.isEmpty)
    guard case .object(let context) = Value(try JSON(parsing: Self.data)) else { throw NoObject() }
    let trace = PrintTrace()
    let output = TextOutput()
    let failures = program.render(context, into: output, environment: environment, trace: trace)
    #expect(failures.isEmpty)
    #expect(try output.text == expand(template, Self.data))
    return trace.entries.map { entry in
      let paths = entry.origins.map { ($0.isExact ? "" : "~") + $0.text }
      return "\(entry.value.text): \(paths.joined(separator: " "))"
    }
  }

  @Test(
    "A value is said to be from elsewhere, or to be the one at a path though it was computed",
    arguments: [
      ("{{ a }}{{ g.b }}{{ g['b'] }}{{ g[k] }}", ["1: a", "2: g.b", "2: g.b", "2: g.b"]),
      ("{{ l[1].x }}{{ (l | last).x }}", ["4: l[1].x", "5: ~l"]),
      (
        "{{ t | upper }}{{ a + g.b }}{{ t ~ a ~ t }}",
        ["TEXT: ~t", "3: ~a ~g.b", "text1text: ~t ~a"]
      ),
      ("{{ 'words' | upper }}{{ range(a) | join }}", ["WORDS: ", "0: ~a"]),
      ("{{ a if g.b else t }}", ["1: ~a ~t"]),
      ("{% if a %}{{ missing }}{% endif %}", []),
    ])
  func expressions(template: String, expected: [String]) throws {
    #expect(try printed(template) == expected)
  }

  @Test(
    "A turn of a loop is said to print another item of the list",
    arguments: [
      ("{% for i in l %}{{ i.x }}{% endfor %}", ["3: l[0].x", "4: l[1].x", "5: l[2].x"]),
      ("{% for i in l if i.x != 3 %}{{ i.x }}{% endfor %}", ["4: l[1].x", "5: l[2].x"]),
      ("{% for i in l[1:] %}{{ i.x }}{% endfor %}", ["4: ~l", "5: ~l"]),
      ("{% for n, v in g.items() %}{{ n }}{{ v }}{% endfor %}", ["b: ~g", "2: ~g"]),
      ("{% for i in [a] %}{{ i }}{{ loop.index }}{% endfor %}", ["1: ~a", "1: ~a"]),
      // The list's name is free again where another loop begins.
      (
        "{% for i in l[:1] %}{{ i.x }}{% endfor %}{% for i in [9] %}{{ i }}{% endfor %}",
        ["3: ~l", "9: "]
      ),
    ])
  func loops(template: String, expected: [String]) throws {
    #expect(try printed(template) == expected)
  }

  @Test(
    "What a template keeps for later has lost where it is from",
    arguments: [
      ("{% set s = g.b %}{{ s }}{% set s = 7 %}{{ s }}", ["2: g.b", "7: "]),
      ("{% set s %}{{ a }}-{{ t }}{% endset %}{{ s }}", ["1-text: ~a ~t"]),
      ("{% set a = t %}{{ a }}", ["text: t"]),
      ("{% macro m(p) %}{{ p }}{{ t }}{% endmacro %}{{ m(a) }}", ["1text: ~a ~t"]),
      ("{% set n = namespace(v=0) %}{% set n.v = a %}{{ n.v }}", ["1: ~a"]),
      (
        "{% for i in l %}{% set s = i.x %}{{ s }}{% endfor %}",
        ["3: l[0].x", "4: l[1].x", "5: l[2].x"]
      ),
    ])
  func names(template: String, expected: [String]) throws {
    #expect(try printed(template) == expected)
  }
}
