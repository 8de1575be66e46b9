import Diagnostics
import Jinja
import Testing

/// A letter with a blank where a name belongs must not leave the office.
@Suite struct UndefinedTests {
  @Test(
    "In strict mode any use of a missing field is an error",
    arguments: [
      "{{ x }}", "{{ d.x }}", "{{ d['x'] }}", "{{ l[9] }}", "{{ x.y }}", "{% if x %}{% endif %}",
      "{% for a in x %}{% endfor %}", "{{ x ~ 'a' }}", "{{ x + 1 }}", "{{ x == 1 }}", "{{ not x }}",
      "{{ x or 1 }}", "{{ x|upper }}", "{{ x|length }}", "{{ 'a'|replace('a', x) }}",
      "{{ x.upper() }}",
      "{{ x is odd }}", "{{ x in [1] }}", "{{ [1, x]|join }}", "{{ [{}]|map(attribute='x')|join }}",
      "{{ [{}]|selectattr('x')|list }}", "{{ [{}]|sum('x') }}",
      "{{ [{}, {}]|sort(attribute='x')|list }}",
      "{{ [{}]|groupby('x')|list }}", "{{ 'a' if false }}", "{{ []|first }}", "{{ []|max }}",
      "{{ [{}]|map(attribute='x')|map('upper')|list }}", "{{ -x }}", "{{ x[1:2] }}", "{{ d[x] }}",
      "{{ '%s' % x }}", "{% set a = x %}{{ a }}", "{{ [{}]|selectattr('x', 'eq', 1)|list }}",
    ])
  func strict(template: String) throws {
    let outcome = try outcome(of: template, #"{"d": {}, "l": []}"#, undefined: .strict)
    #expect(outcome.findings.map(\.rule) == ["E120"])
    #expect(outcome.findings.first?.kind == .undefined)
    #expect(outcome.text.isEmpty)
  }

  @Test(
    "Asking whether a field is there, and giving a substitute, is always allowed",
    arguments: [
      ("{{ x is defined }}", "False"), ("{{ d.x is defined }}", "False"),
      ("{{ x|default('—') }}", "—"),
      ("{{ d.x|d('—') }}", "—"), ("{{ x is undefined }}", "True"),
      ("{% if x is defined %}a{% else %}b{% endif %}", "b"),
      ("{{ ''|default('бос', true) }}", "бос"), ("{{ ''|default('бос') }}", ""),
      ("{{ 0|default(5) }}", "0"),
      ("{{ [{}]|map(attribute='x', default='—')|join }}", "—"),
      ("{{ []|first|default('—') }}", "—"),
      ("{{ [{}, {'x': 1}]|selectattr('x', 'defined')|list|length }}", "1"),
      ("{{ [{}]|map(attribute='x')|map('default', '—')|join }}", "—"), ("{{ x is none }}", "False"),
    ])
  func forgiving(template: String, expected: String) throws {
    #expect(try expand(template, #"{"d": {}}"#, undefined: .strict) == expected)
  }

  @Test(
    "In default mode a missing field prints nothing and counts as no",
    arguments: [
      ("[{{ x }}]", "[]"), ("[{{ d.x }}]", "[]"), ("{{ 'a' if x else 'b' }}", "b"),
      ("{% for a in x %}{{ a }}{% else %}бос{% endfor %}", "бос"), ("{{ x ~ 'a' }}", "a"),
      ("{{ x|length }}", "0"),
      ("{{ x == 1 }}", "False"), ("{{ x|upper }}|", "|"), ("{{ [1, x]|join('-') }}", "1-"),
      ("{{ x == y }}", "True"),
      ("{{ 'a' if false }}|", "|"), ("{{ not x }}", "True"), ("{{ x or 'жоқ' }}", "жоқ"),
    ])
  func lenient(template: String, expected: String) throws {
    #expect(try expand(template, #"{"d": {}}"#) == expected)
  }

  @Test(
    "In default mode computing with a missing field is still an error",
    arguments: [
      "{{ x.y }}", "{{ x + 1 }}", "{{ x['y'] }}", "{{ x() }}", "{{ -x }}", "{{ x < 1 }}",
      "{{ d.x.y }}", "{{ x|int }}", "{{ x.upper() }}",
    ])
  func lenientLimits(template: String) throws {
    let findings = try outcome(of: template, #"{"d": {}}"#).findings
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.rule == "E120" || template.contains("x()") })
  }

  @Test("In chainable mode the fields of a missing field are missing, too")
  func chainable() throws {
    #expect(try expand("[{{ x.y.z }}{{ x[0].a }}]", undefined: .chainable) == "[]")
    #expect(try expand("{{ x.y|default('—') }}", undefined: .chainable) == "—")
    #expect(try complaint(of: "{{ x.y + 1 }}", undefined: .chainable) == "E120")
  }

  @Test("All missing fields are named at once, each with the path as the template wrote it")
  func allAtOnce() throws {
    let template =
      "{{ өтініш.номері }} {{ а }} {{ өтініш.күні }} {% for r in l %}{{ r.аты }}{% endfor %} {{ l[5].n }}"
    let findings = try outcome(
      of: template, #"{"өтініш": {"нөмірі": 1}, "l": [{}, {}, {}]}"#, undefined: .strict
    )
    .findings
    #expect(
      findings.map(\.message.kk) == [
        "деректерде `өтініш.номері` жоқ", "деректерде `а` жоқ", "деректерде `өтініш.күні` жоқ",
        "деректерде `r.аты` жоқ", "деректерде `l[5]` жоқ",
      ])
    #expect(findings.first?.hint?.kk == "мүмкін, `нөмірі`?")
  }

  @Test(
    "A misspelt name is answered with the name that the data has, not with another misspelt one")
  func hints() throws {
    let findings = try outcome(
      of: "{{ nmae }} {{ nam }}", #"{"name": 1, "other": 2}"#, undefined: .strict
    ).findings
    #expect(findings.map { $0.hint?.en } == ["did you mean `name`?", "did you mean `name`?"])
    let far = try outcome(of: "{{ zzz }}", #"{"name": 1}"#, undefined: .strict).findings
    #expect(far.first?.hint == nil)
  }

  @Test("Which fields a template reads is known without data")
  func references() throws {
    var environment = Environment()
    environment.filters["барыс"] = { value, _ in value }
    let source = try TemplateSource(
      text: """
        {% set n = өтініш.нөмірі %}{{ n }}{{ өтініш.күні|барыс }}{% for r in rows if r.x %}{{ r.y }}{{ loop.index }}\
        {% endfor %}{{ sum }}{% set sum = 1 %}{{ sum }}{{ a.b.c[0].d }}
        """)
    let (program, findings) = Program.compile(source, environment: environment)
    #expect(findings.isEmpty)
    #expect(
      program.references == [
        ["өтініш", "нөмірі"], ["өтініш", "күні"], ["rows"], ["sum"], ["a", "b", "c"],
      ])
  }
}
