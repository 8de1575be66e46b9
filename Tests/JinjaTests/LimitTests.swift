import Jinja
import Testing

/// A template may come from anywhere: it must not stop the program or eat the machine.
@Suite struct LimitTests {
  @Test(
    "Huge texts, lists and numbers are refused before they are made",
    arguments: [
      ("{{ 'ab' * 9223372036854775807 }}", "E131"), ("{{ 'a' * 100000000 }}", "E131"),
      ("{{ [1] * 9223372036854775807 }}", "E131"),
      ("{{ [[]] * 100000000 }}", "E131"), ("{{ range(9223372036854775807)|length }}", "E131"),
      ("{{ range(-9223372036854775807, 9223372036854775807)|length }}", "E131"),
      ("{{ range(100000000)|length }}", "E131"),
      ("{{ 9 ** 99999999 }}", "E131"), ("{{ 2.0 ** 9999 }}", "E131"),
      ("{{ '%999999999s' % 1 }}", "E123"),
      ("{{ 'a'.ljust(999999999) }}", "E123"), ("{{ '%.99999f' % 1 }}", "E123"),
      ("{{ [1]|batch(99999999, 0)|list }}", "E122"),
    ])
  func hugeResults(template: String, rule: String) throws {
    #expect(try complaint(of: template) == rule)
  }

  @Test("Text that doubles again and again is stopped")
  func doubling() throws {
    let doubling = "{% set x = 'абвгдежз' %}" + String(repeating: "{% set x = x ~ x %}", count: 60)
    #expect(try complaint(of: doubling) == "E131")
    let adding = "{% set x = 'абвгдежз' %}" + String(repeating: "{% set x = x + x %}", count: 60)
    #expect(try complaint(of: adding) == "E131")
    let replacing =
      "{% set x = 'aa' %}" + String(repeating: "{% set x = x|replace('a', x) %}", count: 60)
    #expect(try complaint(of: replacing) == "E131")
    let lists = "{% set x = [1] %}" + String(repeating: "{% set x = x + x %}", count: 60)
    #expect(try complaint(of: lists) == "E131")
  }

  @Test("A list that holds itself twice, over and over, prints and compares in bounded time")
  func sharedLists() throws {
    let nested = "{% set x = [1] %}" + String(repeating: "{% set x = [x, x] %}", count: 80)
    let printed = try outcome(of: nested + "{{ x|string|length > 1000 }}")
    #expect(printed.text == "True")
    let compared = try outcome(of: nested + "{% set y = [x, 2] %}{{ y == [x, 3] }}")
    #expect(compared.text == "False")
  }

  @Test(
    "Blocks, brackets, signs and chains beyond any use are refused, and do not overflow the stack")
  func nesting() throws {
    func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    let templates = [
      repeated("{% if 1 %}", 5000), repeated("{% for x in [1] %}", 5000),
      "{{ " + repeated("(", 10_000) + " }}",
      "{{ " + repeated("[", 10_000) + " }}", "{{ " + repeated("-", 10_000) + "1 }}",
      "{{ " + repeated("not ", 10_000) + "1 }}",
      "{{ 1" + repeated(" + 1", 10_000) + " }}", "{{ x" + repeated(".a", 10_000) + " }}",
      "{{ x" + repeated("[0]", 10_000) + " }}",
      "{{ 1" + repeated(" if 1 else 1", 10_000) + " }}", "{{ 1" + repeated("|abs", 10_000) + " }}",
      "{{ 1" + repeated(" or 1", 10_000) + " }}", "{{ {1: " + repeated("{1: ", 10_000) + " }}",
      "{% set " + repeated("(", 10_000) + "x %}", "{{ 1" + repeated(" ** 1", 10_000) + " }}",
      "{{ x" + repeated("(", 10_000) + " }}",
      "{% set x = [] %}" + repeated("{% set x = [x] %}", 20_000) + "{{ x }}",
      "{% for x in [[]] %}" + repeated("{% set x = (x,) %}", 5000) + "{% endfor %}",
    ]
    for template in templates {
      let findings = try outcome(of: template).findings
      #expect(
        findings.contains { $0.rule == "E108" || $0.rule == "E107" }, "\(template.prefix(30))")
    }
  }

  @Test("A sensible depth is allowed")
  func allowedNesting() throws {
    let blocks =
      String(repeating: "{% if 1 %}", count: 50) + "x" + String(repeating: "{% endif %}", count: 50)
    #expect(try expand(blocks) == "x")
    #expect(try expand("{{ 1" + String(repeating: " + 1", count: 200) + " }}") == "201")
    #expect(
      try expand(
        "{{ " + String(repeating: "(", count: 30) + "1" + String(repeating: ")", count: 30) + " }}")
        == "1")
  }

  @Test("Endless work ends with one message after the steps allowed")
  func steps() throws {
    let loops =
      "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{{ c }}{% endfor %}{% endfor %}{% endfor %}"
    let outcome = try outcome(of: loops, steps: 10_000)
    #expect(outcome.findings.map(\.rule) == ["E130"])
    #expect(outcome.text.utf8.count < 40_000)
    let filtered = try JinjaTests.outcome(
      of:
        "{% for a in range(1000) %}{% for b in range(1000) if b + 1 < 0 %}{% endfor %}{% endfor %}",
      steps: 10_000)
    #expect(filtered.findings.map(\.rule) == ["E130"])
  }

  @Test("A long letter stays within the steps allowed by default")
  func ordinaryWork() throws {
    var environment = Environment()
    environment.undefined = .strict
    #expect(environment.maximumSteps >= 10_000_000)
    let text = try expand("{% for r in range(20000) %}{{ r }}{% endfor %}")
    #expect(text.utf8.count == 88_890)
  }

  @Test("A list with many repeated rows is made unique without comparing each with each")
  func uniqueIsLinear() throws {
    #expect(try expand("{{ range(200000)|unique|list|length }}") == "200000")
  }
}
