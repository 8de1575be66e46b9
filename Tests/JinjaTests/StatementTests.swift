import Testing

@Suite struct StatementTests {
  @Test(
    "A condition prints the branch that holds, and only it",
    arguments: [
      (1, "бір"), (2, "екі"), (3, "үш"), (9, "көп"),
    ])
  func conditions(number: Int, expected: String) throws {
    let template =
      "{% if n == 1 %}бір{% elif n == 2 %}екі{% elif n == 3 %}үш{% else %}көп{% endif %}"
    #expect(try expand(template, #"{"n": \#(number)}"#) == expected)
  }

  @Test("Conditions in conditions close in the right order")
  func nestedConditions() throws {
    let template =
      "{% if a %}[{% if b %}ab{% else %}a{% endif %}]{% else %}{% if b %}b{% endif %}-{% endif %}"
    #expect(try expand(template, #"{"a": 1, "b": 1}"#) == "[ab]")
    #expect(try expand(template, #"{"a": 1, "b": 0}"#) == "[a]")
    #expect(try expand(template, #"{"a": 0, "b": 1}"#) == "b-")
    #expect(try expand(template, #"{"a": 0, "b": 0}"#) == "-")
  }

  @Test(
    "Empty and zero values count as no, everything else as yes",
    arguments: [
      ("0", "no"), ("0.0", "no"), ("''", "no"), ("[]", "no"), ("{}", "no"), ("none", "no"),
      ("false", "no"), ("1", "yes"), ("-1", "yes"), ("' '", "yes"), ("'0'", "yes"), ("[0]", "yes"),
      ("{'a': 0}", "yes"), ("true", "yes"), ("()", "no"), ("(0,)", "yes"),
    ])
  func truth(value: String, expected: String) throws {
    #expect(try expand("{% if \(value) %}yes{% else %}no{% endif %}") == expected)
  }

  @Test(
    "A loop tells where it is",
    arguments: [
      ("loop.index", "123"), ("loop.index0", "012"), ("loop.revindex", "321"),
      ("loop.revindex0", "210"), ("loop.length", "333"), ("loop.depth", "111"),
      ("loop.depth0", "000"), ("'F' if loop.first", "F"), ("'L' if loop.last", "L"),
      ("loop.previtem|default('-')", "-аб"), ("loop.nextitem|default('-')", "бв-"),
      ("loop.cycle('x', 'y')", "xyx"), ("x ~ (';' if not loop.last else '.')", "а;б;в."),
    ])
  func loopFields(expression: String, expected: String) throws {
    #expect(
      try expand("{% for x in l %}{{ \(expression) }}{% endfor %}", #"{"l": ["а", "б", "в"]}"#)
        == expected)
  }

  @Test("A heading is printed where its group begins")
  func changes() throws {
    let template =
      "{% for x in l %}{% if loop.changed(x.g) %}[{{ x.g }}]{% endif %}{{ x.n }}{% endfor %}"
    let data = #"{"l": [{"g": "a", "n": 1}, {"g": "a", "n": 2}, {"g": "b", "n": 3}]}"#
    #expect(try expand(template, data) == "[a]12[b]3")
  }

  @Test(
    "Loops go through lists, texts, mappings and ranges",
    arguments: [
      ("{% for x in [1, 2] %}{{ x }};{% endfor %}", "1;2;"),
      ("{% for x in 'аб' %}{{ x }};{% endfor %}", "а;б;"),
      ("{% for k in {'a': 1, 'b': 2} %}{{ k }};{% endfor %}", "a;b;"),
      ("{% for x in 'a', 'b' %}{{ x }};{% endfor %}", "a;b;"),
      ("{% for x in range(3) %}{{ x }}{% endfor %}", "012"),
      ("{% for x in range(2, 8, 3) %}{{ x }}{% endfor %}", "25"),
      ("{% for x in range(3, 0, -1) %}{{ x }}{% endfor %}", "321"),
      ("{% for x in [] %}x{% else %}бос{% endfor %}", "бос"),
      ("{% for x in [1] %}{{ x }}{% else %}бос{% endfor %}", "1"),
      ("{% for x in [1, 2, 3, 4] if x % 2 %}{{ x }}/{{ loop.length }} {% endfor %}", "1/2 3/2 "),
      ("{% for x in [2, 4] if x % 2 %}{{ x }}{% else %}жоқ{% endfor %}", "жоқ"),
      ("{% for x in (l if true else m) %}{{ x }}{% endfor %}", ""),
    ])
  func loops(template: String, expected: String) throws {
    #expect(try expand(template, #"{"l": [], "m": [1]}"#) == expected)
  }

  @Test(
    "Items are taken apart into several names",
    arguments: [
      ("{% for a, b in [[1, 2], [3, 4]] %}{{ a }}-{{ b }} {% endfor %}", "1-2 3-4 "),
      ("{% for k, v in d.items() %}{{ k }}={{ v }} {% endfor %}", "x=1 y=2 "),
      ("{% for k, v in d|items %}{{ k }}={{ v }} {% endfor %}", "x=1 y=2 "),
      ("{% for a, (b, c) in [[1, [2, 3]]] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123"),
      ("{% for (a, b) in [[1, 2]] %}{{ a }}{{ b }}{% endfor %}", "12"),
      ("{% set a, b = 1, 2 %}{{ b }}{{ a }}", "21"),
      ("{% set (a, b) = [3, 4] %}{{ a }}{{ b }}", "34"),
    ])
  func unpacking(template: String, expected: String) throws {
    #expect(try expand(template, #"{"d": {"x": 1, "y": 2}}"#) == expected)
  }

  @Test(
    "Taking apart what has another number of items is an error",
    arguments: [
      "{% for a, b in [[1, 2, 3]] %}{% endfor %}", "{% for a, b in [1] %}{% endfor %}",
      "{% set a, b = [1] %}", "{% for x in 5 %}{% endfor %}", "{% for x in none %}{% endfor %}",
    ])
  func misfits(template: String) throws {
    #expect(try complaint(of: template) == "E122")
  }

  @Test(
    "What a loop sets ends with its turn; what `if` sets stays",
    arguments: [
      (
        "{% set x = 1 %}{% for i in [1, 2] %}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}",
        "2 3 1"
      ),
      ("{% if true %}{% set x = 'ішінде' %}{% endif %}{{ x }}", "ішінде"),
      ("{% for x in [1] %}{% endfor %}{{ x }}", "сырт"),
      ("{% set x = x ~ '!' %}{{ x }}", "сырт!"),
      ("{% for i in [1] %}{% set y = 5 %}{% endfor %}{{ y is defined }}", "False"),
      ("{% for i in [1, 2] %}{% for i in 'ab' %}{{ i }}{% endfor %}{{ i }}{% endfor %}", "ab1ab2"),
      (
        "{% for i in [1, 2] %}{% for j in [1] %}{% set x = j %}{{ x }}{% endfor %}{{ x }} {% endfor %}",
        "1сырт 1сырт "
      ),
      (
        "{% for i in [1, 2] %}{% if loop.first %}{% set x = 'бір' %}{% endif %}{{ x }} {% endfor %}",
        "бір сырт "
      ),
    ])
  func scoping(template: String, expected: String) throws {
    #expect(try expand(template, #"{"x": "сырт"}"#) == expected)
  }

  @Test("An inner loop's `loop` is its own, and the outer one's comes back after it")
  func nestedLoops() throws {
    let template =
      "{% for r in rows %}{% for c in r %}{{ loop.index }}{% endfor %}/{{ loop.index }}/{{ loop.depth }} {% endfor %}"
    #expect(try expand(template, #"{"rows": [[1, 2], [3]]}"#) == "12/1/1 1/2/1 ")
    let inner =
      "{% for x in [1, 2] %}{% for y in [0] * loop.index %}{{ loop.depth }}{% endfor %};{% endfor %}"
    #expect(try expand(inner) == "1;11;")
  }

  @Test("Comments leave nothing behind, whatever is in them")
  func comments() throws {
    #expect(try expand("a{# {{ x }} {% if %} \"' #}b") == "ab")
    #expect(try expand("{# бір\nекі #}{# үш #}в") == "в")
  }

  @Test(
    "A dash in a delimiter takes the white space on its side away, and no more",
    arguments: [
      ("a  {{- 1 -}}  b", "a1b"), ("a  {{- 1 }}  b", "a1  b"), ("a  {{ 1 -}}  b", "a  1b"),
      ("a \n{%- if true %} x {%- endif -%}\n b", "a xb"), ("a {#- c -#} b", "ab"),
      ("a {%+ if true %} b{% endif %}", "a  b"), ("{{ 1 -}} {{- 2 }}", "12"), ("{{-1}}", "1"),
      ("{{ -1 }}", "-1"), ("a\n", "a"), ("a\n\n", "a\n"), ("a\r\nb\rc", "a\nb\nc"), ("", ""),
      ("  {{ 1 }}\n  {{ 2 }}\n", "  1\n  2"),
    ])
  func whitespace(template: String, expected: String) throws {
    #expect(try expand(template) == expected)
  }

  @Test(
    "Braces that are no tags stay text",
    arguments: ["{ a }", "}} %} #}", "{}", "a { {", "{ {x} }", "{", "%}"])
  func literalBraces(text: String) throws {
    #expect(try expand(text) == text)
  }
}
