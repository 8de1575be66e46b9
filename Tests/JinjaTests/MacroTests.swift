import Diagnostics
import Jinja
import Testing

/// Macros, calls with a body, and captured text.
@Suite struct MacroTests {
  @Test(
    "A macro writes something else than its template says",
    arguments: [
      (
        "{% macro m(a, b='d') %}{{ a }}{{ b }}{% endmacro %}{{ m('x') }}{{ m('x', b='y') }}", "xdxy"
      ),
      ("{% macro m(a) %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, k=3) }}", "(2,){'k': 3}"),
      ("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "11"),
      (
        "{% macro m(n) %}{{ n }}{% if n > 0 %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
        "3210"
      ),
      // What is set inside stays inside; what was set outside is seen.
      (
        "{% set x = 1 %}{% macro m() %}{{ x }}{% set x = 2 %}{{ x }}{% endmacro %}{{ m() }}{{ x }}",
        "121"
      ),
      ("{% macro m() %}{{ x }}{% endmacro %}{% set x = 5 %}{{ m() }}", "5"),
      (
        "{% for i in [1, 2] %}{% macro m() %}{{ i }}{{ loop.last }}{% endmacro %}{{ m() }}{% endfor %}",
        "1False2True"
      ),
      (
        "{% macro m(a) %}{% endmacro %}{{ m.name }} {{ m.arguments }} {{ m.catch_kwargs }}",
        "m ('a',) False"
      ),
      ("{% macro м(аты) %}Құрметті {{ аты }}{% endmacro %}{{ м('Асан') }}", "Құрметті Асан"),
      ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[7]) }}{{ m(**{'a': 8}) }}", "78"),
    ])
  func macros(template: String, expected: String) throws {
    #expect(try expand(template) == expected)
  }

  @Test(
    "A call with a body loses the body, or gives it the wrong names",
    arguments: [
      (
        "{% macro m(t) %}<{{ t }}:{{ caller() }}>{% endmacro %}{% call m('T') %}body{% endcall %}",
        "<T:body>"
      ),
      (
        "{% macro m() %}{% for i in [1, 2] %}{{ caller(i) }}{% endfor %}{% endmacro %}{% call(n) m() %}[{{ n }}]{% endcall %}",
        "[1][2]"
      ),
      // The body sees the place where it stands, even when the macro calls itself.
      (
        "{% macro m(n) %}{{ caller(n) }}{% if n %}{% call(k) m(n - 1) %}({{ k }}<{{ n }}){% endcall %}{% endif %}{% endmacro %}{% call(k) m(2) %}{{ k }};{% endcall %}",
        "2;(1<2)(0<1)"
      ),
      (
        "{% macro m() %}{{ caller is defined }}{% endmacro %}{{ m() }}{% call m() %}{% endcall %}",
        "FalseTrue"
      ),
    ])
  func calls(template: String, expected: String) throws {
    #expect(try expand(template) == expected)
  }

  @Test(
    "A captured text comes out changed",
    arguments: [
      ("{% set x %}a{{ 1 }}b{% endset %}[{{ x }}]", "[a1b]"),
      ("{% set x | upper %}a{{ 1 }}b{% endset %}{{ x }}", "A1B"),
      ("{% filter upper|replace('A', 'е') %}banana{% endfilter %}", "BеNеNе"),
      ("{% set x %}{% for i in [1, 2] %}{{ i }}{% endfor %}{% endset %}{{ x|length }}", "2"),
      ("{% with a = 1, b = 2 %}{{ a + b }}{% set a = 5 %}{% endwith %}[{{ a }}]", "3[]"),
      (
        "{% with a = 1 %}{% with a = 2, b = a %}{{ a }}{{ b }}{% endwith %}{{ a }}{% endwith %}",
        "211"
      ),
      ("{% raw %}{{ x }}{% if %}{% endraw %}", "{{ x }}{% if %}"),
      ("a {%- raw -%}  {{ x }}  {%- endraw -%}  b", "a{{ x }}b"),
    ])
  func captures(template: String, expected: String) throws {
    #expect(try expand(template) == expected)
  }

  @Test(
    "A recursive loop loses its place",
    arguments: [
      (
        "{% for n in t recursive %}{{ n.v }}{% if n.c %}({{ loop(n.c) }}){% endif %}{{ n.v }}{% endfor %}",
        "1(2233)144"
      ),
      (
        "{% for n in t recursive %}{{ loop.index }}/{{ loop.depth }} {{ loop(n.c) }}{% endfor %}",
        "1/1 1/2 2/2 2/1 "
      ),
      (
        "{% for i in [1, 2] %}{% set outer = loop %}{% for j in [1, 2] %}{{ outer.index }}{{ loop.index }} {% endfor %}{% endfor %}",
        "11 12 21 22 "
      ),
    ])
  func recursion(template: String, expected: String) throws {
    let data = #"{"t": [{"v": 1, "c": [{"v": 2, "c": []}, {"v": 3, "c": []}]}, {"v": 4, "c": []}]}"#
    #expect(try expand(template, data) == expected)
  }

  @Test(
    "A wrong call passes in silence",
    arguments: [
      ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "E123"),
      ("{% macro m(a) %}{% endmacro %}{{ m(b=2) }}", "E123"),
      ("{% macro m(a) %}{% endmacro %}{{ m(1, a=2) }}", "E123"),
      ("{% macro m() %}{% endmacro %}{% call m() %}{% endcall %}", "E123"),
      ("{% for x in [1] %}{{ loop([]) }}{% endfor %}", "E107"), ("{{ 5() }}", "E107"),
      ("{{ caller() }}", "E107"), ("{% macro m(a, a) %}{% endmacro %}", "E103"),
      ("{% macro m(a=1, b) %}{% endmacro %}", "E103"), ("{% call 5 %}{% endcall %}", "E103"),
      ("{% call(@ x) m() %}{% endcall %}", "E101"),
      ("{% set d.x = 1 %}", "E122"), ("{% for loop in [] %}{% endfor %}", "E103"),
      ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "E108"),
      ("{% for n in [1] recursive %}{{ loop([1]) }}{% endfor %}", "E108"),
    ])
  func wrongCalls(template: String, rule: String) throws {
    #expect(try complaint(of: template, #"{"d": {}}"#) == rule)
  }

  @Test("`do`, `break` and `continue` work where they were not asked for, or not where they were")
  func extensions() throws {
    let template =
      "{% for i in range(9) %}{% if i == 1 %}{% continue %}{% endif %}{% if i > 3 %}{% break %}{% endif %}{{ i }}{% endfor %};{% do l.append(1) %}"
    #expect(try complaint(of: template) == "E104")
    let outcome = try outcome(of: template, #"{"l": []}"#) { $0.hasExtensions = true }
    #expect(outcome.text == "023;")
    #expect(outcome.findings.isEmpty)
    for stray in [
      "{% break %}", "{% for x in [1] %}{% macro m() %}{% break %}{% endmacro %}{% endfor %}",
    ] {
      let findings = try JinjaTests.outcome(of: stray) { $0.hasExtensions = true }.findings
      #expect(findings.first?.rule == "E105")
    }
  }

  @Test("What a template keeps for itself is kept in memory when it is done")
  func cycles() throws {
    let template =
      "{% macro m() %}{% endmacro %}{% set ns = namespace() %}{% set ns.self = ns %}{% set ns.m = m %}{{ v }}"
    weak var left: Witness?
    do {
      let witness = Witness()
      left = witness
      let (program, _) = Program.compile(
        try TemplateSource(text: template), environment: Environment(undefined: .default))
      _ = program.render(
        ObjectValue([("v", .custom(witness))]), into: TextOutput(),
        environment: Environment(undefined: .default))
    }
    #expect(left == nil)
  }
}

private final class Witness: CustomValue {
  var text: String { "" }
}
