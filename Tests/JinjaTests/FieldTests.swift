import Diagnostics
import JSON
import Jinja
import Testing

@Suite struct FieldTests {
  private func fields(
    _ template: String, undefined: UndefinedMode = .strict,
    filterKinds: [String: FieldTree.Kind] = [:]
  ) throws -> FieldTree {
    let environment = Environment(undefined: undefined)
    let (program, findings) = Program.compile(
      try TemplateSource(text: template), environment: environment)
    try #require(findings.isEmpty, "\(findings.map(\.message.en))")
    return FieldTree(of: [program], environment: environment, filterKinds: filterKinds)
  }

  @Test(
    "whoever prepares the data would be told the wrong names or kinds",
    arguments: [
      ("{{ a }}", "a: text"), ("{{ a.b.c }}", "a: object\n  b: object\n    c: text"),
      ("{{ a['b'] }}{{ a.c }}", "a: object\n  b: text\n  c: text"),
      (
        "{% for x in l %}{{ x.y }}{{ x.z + 1 }}{% endfor %}",
        "l: list of object\n  y: text\n  z: number"
      ),
      ("{% for x in l %}{{ x }}{% endfor %}", "l: list of text"),
      (
        "{% for x in l %}{% for y in x %}{{ y }}{% endfor %}{% endfor %}", "l: list of list of text"
      ),
      ("{{ l[0].a }}", "l: list of object\n  a?: text"), ("{{ l|length }}", "l: list"),
      ("{{ a - b * 2 }}", "a: number\nb: number"), ("{{ 1 + a }}", "a: number"),
      ("{{ a + 'x' }}", "a: string"), ("{{ a ~ b }}", "a: text\nb: text"),
      ("{% if a > 5 %}{% endif %}", "a: number"), ("{% if a == 'x' %}{% endif %}", "a: string"),
      ("{% if a in ['x', 'y'] %}{% endif %}", "a: string"),
      ("{% if a %}{% endif %}", "a: boolean"),
      ("{% if not a and b %}{% endif %}", "a: boolean\nb?: boolean"),
      ("{{ a.upper() }}", "a: string"), ("{{ a|round }}", "a: number"),
      ("{{ l|join(', ') }}", "l: list of text"),
      ("{{ l|sum(attribute='n') }}", "l: list of object\n  n: number"),
      ("{{ l|map(attribute='a.b')|join }}", "l: list of object\n  a: object\n    b: text"),
      ("{% for k, v in d.items() %}{{ k }}{{ v.x }}{% endfor %}", "d: object of object\n  x: text"),
      (
        "{% for x in l if x.ok %}{{ x.n }}{% endfor %}",
        "l: list of object\n  ok: boolean\n  n: text"
      ),
      (
        "{% for g in l|groupby('k') %}{{ g.grouper }}{% for x in g.list %}{{ x.v }}{% endfor %}{% endfor %}",
        "l: list of object\n  k: text\n  v: text"
      ),
      ("{{ (a if c else b).x }}", "c: boolean\na?: object\n  x?: text\nb?: object\n  x?: text"),
      ("{{ range(n)|list }}", "n: number"), ("{{ дата.жыл }}", "дата: object\n  жыл: text"),
    ])
  func kinds(template: String, outline: String) throws {
    #expect(try fields(template).outline() == outline + "\n", "\(template)")
  }

  @Test(
    "the kind of a value would be lost on its way through names of the template",
    arguments: [
      ("{% set b = a.c %}{{ b.d }}", "a: object\n  c: object\n    d: text"),
      (
        "{% for x in l %}{% set y = x.z %}{{ y + 1 }}{% endfor %}", "l: list of object\n  z: number"
      ),
      ("{% with b = a %}{{ b.c }}{% endwith %}", "a: object\n  c: text"),
      (
        "{% macro m(x, y=2) %}{{ x.n }}{{ y - 1 }}{% endmacro %}{{ m(a, b) }}",
        "a: object\n  n: text\nb: number"
      ),
      (
        "{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call m(a) %}{{ b.c }}{% endcall %}",
        "a: text\nb: object\n  c: text"
      ),
      (
        "{% for n in t recursive %}{{ n.v }}{% if n.c %}{{ loop(n.c) }}{% endif %}{% endfor %}",
        "t: list of object\n  v: text\n  c: list"
      ),
      ("{% set a = 1 %}{{ a }}{{ b }}", "b: text"),
      ("{% set t %}{{ a }}{% endset %}{{ t }}", "a: text"),
      ("{% for x in l %}{{ loop.index }}{{ x }}{% endfor %}", "l: list of text"),
      ("{% for a, b in l %}{{ a }}{{ b.c }}{% endfor %}", "l: list of list"),
      ("{% filter upper %}{{ a }}{% endfilter %}", "a: text"),
      ("{% macro m(x) %}{{ m(x) }}{{ x }}{% endmacro %}{{ m(a) }}", "a: text"),
    ])
  func flow(template: String, outline: String) throws {
    #expect(try fields(template).outline() == outline + "\n", "\(template)")
  }

  @Test(
    "a field that may be left out would be asked for, or one that is needed not",
    arguments: [
      ("{% if a is defined %}{{ a.b }}{% endif %}", "a?: object\n  b: text"),
      ("{% if a is defined and a.b > 1 %}{{ c }}{% endif %}", "a?: object\n  b: number\nc?: text"),
      ("{{ a|default('–') }}", "a?: text"), ("{{ a.b|default(0) + 1 }}", "a: object\n  b?: number"),
      ("{% if a %}{{ a.b }}{% endif %}", "a: object\n  b: text"),
      ("{% if c %}{{ a }}{% else %}{{ b }}{% endif %}{{ b }}", "c: boolean\na?: text\nb: text"),
      (
        "{% if c %}1{% elif d %}{{ d.x }}{% else %}{{ e }}{% endif %}{{ f }}",
        "c: boolean\nd?: object\n  x: text\ne?: text\nf: text"
      ),
      (
        "{% for x in l %}{{ x.a }}{{ b }}{% if x.c is defined %}{{ x.c }}{% endif %}{% endfor %}",
        "l: list of object\n  a: text\n  c?: text\nb?: text"
      ),
      ("{% if a is undefined %}–{% else %}{{ a }}{% endif %}", "a?: text"),
    ])
  func required(template: String, outline: String) throws {
    #expect(try fields(template).outline() == outline + "\n", "\(template)")
  }

  @Test("what only strict templates need would be asked for where nothing is")
  func modes() throws {
    let template = "{% if a %}{{ a.b }}{% endif %}{{ c }}{{ d.e }}"
    #expect(
      try fields(template, undefined: .default).outline()
        == "a?: object\n  b?: text\nc?: text\nd: object\n  e?: text\n")
    #expect(
      try fields(template, undefined: .chainable).outline()
        == "a?: object\n  b?: text\nc?: text\nd?: object\n  e?: text\n")
  }

  @Test("filters that a program adds would tell nothing of their values")
  func ownFilters() throws {
    var environment = Environment()
    environment.filters["күн"] = environment.filters["upper"]
    let (program, _) = Program.compile(
      try TemplateSource(text: "{{ a|күн }}"), environment: environment)
    let fields = FieldTree(
      of: [program], environment: environment, filterKinds: ["күн": .date])
    #expect(fields.outline() == "a: date\n")
  }

  private func parts(_ json: JSON?) -> [JSON] {
    if case .array(let items)? = json { items } else { [] }
  }

  @Test("a schema would refuse data that fills the template, or accept what does not")
  func schema() throws {
    let tree = try fields(
      "{{ a }}{% for x in l %}{{ x.n - 1 }}{% endfor %}{% if b %}{% endif %}{{ c|default('') }}")
    let schema = tree.schema()
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["type"] == "object")
    #expect(schema["required"] == ["a", "l", "b"])
    #expect(parts(schema["properties"]?["a"]?["type"]).first == "string")
    let items: JSON = [
      "type": "object", "properties": ["n": ["type": "number"]], "required": ["n"],
    ]
    #expect(schema["properties"]?["l"] == ["type": "array", "items": items])
    #expect(parts(schema["properties"]?["b"]?["type"]).first == "boolean")
    // A text can be counted, and what is asked for its truth be missing.
    let other = try fields("{{ t|length }}{% if o %}{{ o.x }}{% endif %}").schema()["properties"]
    #expect(other?["t"] == ["type": ["array", "string", "object"]])
    #expect(parts(other?["o"]?["anyOf"]).last == ["enum": [.null, false, 0, ""]])
  }

  @Test(
    "data that nobody reads, or that is missing, would be found out only when the letter is printed"
  )
  func comparison() throws {
    let tree = try fields(
      "{{ a.b }}{% for x in l %}{{ x.n }}{% endfor %}{% if z is defined %}{{ z }}{% endif %}{{ t }}{% for k, v in d.items() %}{{ v.q }}{% endfor %}"
    )
    let data: JSON = [
      "a": ["b": 1, "c": 2], "l": [["n": 1], ["m": 2], ["m": 3]], "x": 1,
      "t": ["$type": "richtext", "text": "а"], "d": ["1": ["q": 1, "r": 2]],
    ]
    let comparison = tree.comparison(with: data)
    #expect(comparison.unused == ["a.c", "l[].m", "x", "d.1.r"])
    #expect(comparison.missing.map(\.path) == ["l[].n"])
    #expect(tree.comparison(with: ["l": []]).missing.map(\.path) == ["a", "t", "d"])
  }

  @Test("a field would be reported without the tag that reads it")
  func places() throws {
    let tree = try fields("{{ a.b }} {% if a.b > c %}{% endif %}")
    let a = try #require(tree.members(of: FieldTree.root).first)
    let b = try #require(tree.members(of: a).first)
    #expect(tree.path(of: b) == "a.b")
    #expect(
      tree.places(of: b).map(\.span) == [Span(tag: 0, range: 1..<4), Span(tag: 1, range: 4..<7)])
  }

  @Test("templates of many macros would take for ever to look at")
  func limits() throws {
    var template = "{% macro m0(x) %}{{ x }}{% endmacro %}"
    for n in 1...30 {
      template +=
        "{% macro m\(n)(x) %}{{ m\(n - 1)(x) }}{{ m\(n - 1)(x) }}{{ m\(n - 1)(x) }}{% endmacro %}"
    }
    let start = ContinuousClock.now
    _ = try fields(template + "{{ m30(a) }}")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
