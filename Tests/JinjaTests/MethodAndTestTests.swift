import Jinja
import Testing

@Suite struct MethodAndTestTests {
  @Test(
    "Methods of text work as in Python",
    arguments: [
      ("'аб'.upper()", "АБ"), ("'АБ'.lower()", "аб"), ("'аб вг'.title()", "Аб Вг"),
      ("'аБ'.capitalize()", "Аб"),
      ("'аБ'.swapcase()", "Аб"), ("' a '.strip()", "a"), ("'[' ~ ' a '.lstrip() ~ ']'", "[a ]"),
      ("'[' ~ ' a '.rstrip() ~ ']'", "[ a]"), ("'xax'.strip('x')", "a"),
      ("'абв'.startswith('аб')", "True"),
      ("'абв'.startswith('б', 1)", "True"), ("'абв'.startswith(('x', 'а'))", "True"),
      ("'абв'.endswith('в')", "True"),
      ("'a-b-c'.replace('-', '+')", "a+b+c"), ("'a-b-c'.replace('-', '+', 1)", "a+b-c"),
      ("'a,b,c'.split(',')", "['a', 'b', 'c']"), ("'a,b,c'.split(',', 1)", "['a', 'b,c']"),
      ("' a  b '.split()", "['a', 'b']"), ("'a b c'.split(none, 1)", "['a', 'b c']"),
      ("'a\\nb\\n'.splitlines()", "['a', 'b']"), ("'-'.join(['a', 'b'])", "a-b"),
      ("'әбә'.find('бә')", "1"),
      ("'әбә'.find('x')", "-1"), ("'әбә'.rfind('ә')", "2"), ("'ааа'.rfind('аа')", "1"),
      ("'ааа'.count('а')", "3"),
      ("'k=v=w'.partition('=')", "('k', '=', 'v=w')"), ("'7'.zfill(3)", "007"),
      ("'-7'.zfill(4)", "-007"),
      ("'a'.rjust(3)", "  a"), ("'a'.ljust(3, '.')", "a.."), ("'№ 5'.removeprefix('№ ')", "5"),
      ("'a.docx'.removesuffix('.docx')", "a"), ("'Қаз'.isalpha()", "True"),
      ("'12'.isdigit()", "True"),
      ("'1a'.isdigit()", "False"), ("'АБ'.isupper()", "True"), ("'1'.isupper()", "False"),
    ])
  func textMethods(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Methods of lists and mappings work as in Python",
    arguments: [
      ("d.items()|list", "[('a', 1), ('b', 2)]"), ("d.keys()|join", "ab"), ("d.values()|sum", "3"),
      ("d.get('a')", "1"),
      ("d.get('x')", "None"), ("d.get('x', 5)", "5"), ("[3, 4].index(4)", "1"),
      ("[3, 4, 3].count(3)", "2"),
      ("o.items|length", "2"), ("o.items()|length", "1"),
    ])
  func collectionMethods(expression: String, expected: String) throws {
    #expect(
      try expand("{{ \(expression) }}", #"{"d": {"a": 1, "b": 2}, "o": {"items": [1, 2]}}"#)
        == expected)
  }

  @Test(
    "A method that the value does not have is an error that names it",
    arguments: [
      ("'a'.nope()", "E107"), ("5.5.upper()", "E107"), ("[].upper()", "E107"),
      ("{}.append(1)", "E107"),
      ("'a'.__class__()", "E107"), ("'a'.strip(1)", "E122"), ("'a'.upper(1)", "E123"),
      ("'a'.split('')", "E123"),
      ("', '.join([1])", "E122"), ("[1].index(2)", "E123"), ("'a'.center(999999)", "E123"),
      ("'a'.index('b')", "E123"),
    ])
  func missingMethods(expression: String, rule: String) throws {
    #expect(try complaint(of: "{{ \(expression) }}") == rule)
  }

  @Test("A template reaches nothing but its data: no attribute leads into the program")
  func sandbox() throws {
    for expression in ["''.__class__", "x.__init__", "[].__len__", "range.__globals__", "x.mro"] {
      let outcome = try outcome(of: "{{ \(expression) }}", #"{"x": {"a": 1}}"#, undefined: .strict)
      #expect(outcome.findings.first?.kind == .undefined)
      #expect(outcome.text.isEmpty)
    }
  }

  @Test(
    "Tests say what a value is",
    arguments: [
      ("x is defined", "True"), ("y is defined", "False"), ("y is undefined", "True"),
      ("y is not defined", "True"),
      ("none is none", "True"), ("0 is none", "False"), ("3 is odd", "True"), ("4 is even", "True"),
      ("-3 is odd", "True"),
      ("9 is divisibleby 3", "True"), ("9 is divisibleby(2)", "False"), ("1 is number", "True"),
      ("'1' is number", "False"),
      ("1 is integer", "True"), ("1.0 is integer", "False"), ("1.0 is float", "True"),
      ("'a' is string", "True"),
      ("{} is mapping", "True"), ("[] is sequence", "True"), ("5 is iterable", "False"),
      ("true is boolean", "True"),
      ("true is true", "True"), ("1 is true", "False"), ("false is false", "True"),
      ("'a' is lower", "True"),
      ("'А' is upper", "True"), ("1 is in [1, 2]", "True"), ("3 is not in [1, 2]", "True"),
      ("2 is eq 2", "True"),
      ("2 is ne 3", "True"), ("2 is lt 3", "True"), ("2 is ge 2", "True"),
      ("'a' is equalto 'a'", "True"),
      ("x is defined and x > 1", "True"), ("1 if y is defined else 2", "2"),
      ("not y is defined", "True"),
      ("x is number or y", "True"), ("y is none", "False"), ("y is string", "False"),
    ])
  func tests(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}", #"{"x": 2}"#) == expected)
  }
}
