import Diagnostics
import Jinja
import Testing

/// Templates that include, import and extend others.
@Suite struct InclusionTests {
  /// Templates by name.
  private struct Folder: TemplateLoader {
    let templates: [String: String]
    let environment: Environment

    func program(named name: String) throws(Fault) -> Program? {
      guard let text = templates[name] else { return nil }
      guard let source = try? TemplateSource(text: text) else { return nil }
      let (program, findings) = Program.compile(source, environment: environment)
      if let finding = findings.first { throw Fault(finding.rule, finding.message) }
      return program.with(unit: nil, name: name)
    }
  }

  private static let templates = [
    "сәлем": "Сәлем, {{ аты }}{{ i }}!",
    "m": "{% macro hi(n) %}hi {{ n }}{{ x }}{% endmacro %}{% set v = 7 %}{% set _p = 1 %}text",
    "base": "<{% block a %}A{% endblock %}|{% block b %}{{ self.a() }}{% endblock %}>{{ top }}",
    "middle": "{% extends 'base' %}{% block a %}M{{ super() }}{% endblock %}",
    "loops": "{% for i in [1, 2] %}{% block row scoped %}{{ i }}{% endblock %}{% endfor %}",
    "self": "{% include 'self' %}", "broken": "{% if %}", "failing": "{{ nope.x }}",
  ]

  private func outcome(_ template: String, _ data: String = "{}") throws -> Outcome {
    try JinjaTests.outcome(of: template, data) {
      $0.loader = Folder(templates: Self.templates, environment: Environment(undefined: .default))
    }
  }

  @Test(
    "Another template brings something else than it says",
    arguments: [
      ("{% include 'сәлем' %}", "Сәлем, Асан!"),
      ("{% for i in [1, 2] %}{% include 'сәлем' %}{% endfor %}", "Сәлем, Асан1!Сәлем, Асан2!"),
      ("{% set аты = 'Дана' %}{% include 'сәлем' %}", "Сәлем, Дана!"),
      ("{% include 'сәлем' without context %}", "Сәлем, !"),
      ("{% include 'жоқ' ignore missing %}.", "."),
      ("{% include ['жоқ', 'сәлем'] %}", "Сәлем, Асан!"),
      ("{% import 'm' as m %}{{ m.hi('you') }} {{ m.v }} [{{ m._p }}]", "hi you 7 []"),
      ("{% from 'm' import hi as ho, v %}{{ ho(1) }}{{ v }}", "hi 17"),
      ("{% set x = '!' %}{% import 'm' as m with context %}{{ m.hi(1) }}", "hi 1!"),
      ("{% extends 'base' %}ignored{% block a %}B{% endblock %}", "<B|B>"),
      ("{% extends 'middle' %}{% block a %}C{{ super() }}{% endblock %}", "<CMA|CMA>"),
      ("{% extends 'base' %}{% set top = 9 %}{% block b %}{{ top }}{% endblock %}", "<A|9>9"),
      ("{% extends 'loops' %}{% block row %}[{{ super() }}]{% endblock %}", "[1][2]"),
    ])
  func works(template: String, expected: String) throws {
    let outcome = try outcome(template, #"{"аты": "Асан"}"#)
    #expect(outcome.findings.map(\.message.en) == [])
    #expect(outcome.text == expected)
  }

  @Test(
    "A template that is missing, broken or endless is not told of",
    arguments: [
      ("{% include 'жоқ' %}", "E115"), ("{% include 'broken' %}", "E103"),
      ("{% include 'self' %}", "E108"), ("{% include 5 %}", "E122"),
      ("{% from 'm' import nothing %}{{ nothing.x }}", "E120"), ("{% import 'm' %}", "E103"),
      ("{% extends 'base' %}{% extends 'base' %}", "E105"),
      ("{% block a %}{% endblock %}{% block a %}{% endblock %}", "E105"),
      ("{% block a required %}{% endblock %}", "E105"),
    ])
  func refusals(template: String, rule: String) throws {
    #expect(try outcome(template).findings.first?.rule == rule)
  }

  @Test("A template that was not read from a folder reads files")
  func noLoader() throws {
    #expect(try complaint(of: "{% include 'a' %}") == "E115")
  }

  @Test("A mistake in an included template is looked for in the one that includes it")
  func places() throws {
    #expect(try outcome("{% include 'failing' %}").findings.first?.template == "failing")
  }
}
