import Jinja
import Testing

@Suite struct ListTests {
  @Test(
    "Lists, mappings, ranges and what filters make of them are as in Jinja2",
    arguments: [
      ("range(3)", "range(0, 3)"), ("range(5, 0, -2)", "range(5, 0, -2)"),
      ("range(0, 10, 3)|list", "[0, 3, 6, 9]"), ("range(10)[2:5]", "range(2, 5)"),
      ("range(10)[::-3]", "range(9, -1, -3)"), ("range(10)|length", "10"), ("range(10)[-1]", "9"),
      ("5 in range(0, 10, 5)", "True"), ("range(3) == range(0, 3, 1)", "True"),
      ("range(0)|list", "[]"), ("{'a': 1}.items()", "dict_items([('a', 1)])"),
      ("{'a': 1}.keys()", "dict_keys(['a'])"), ("{'a': 1}.values()", "dict_values([1])"),
      ("{'a': 1}.keys()|list", "['a']"), ("('a', 1) in {'a': 1}.items()", "True"),
      ("{'a': 1}.items()|length", "1"), ("{'a': 1}.keys() == {'a': 2}.keys()", "True"),
      ("dict([('a', 1)], b=2)", "{'a': 1, 'b': 2}"), ("dict({'a': 1})", "{'a': 1}"),
      ("[1, 2]|batch(0)|list", "[[], [1, 2]]"),
      ("[1, 2, 3]|slice(2, 'x')|list", "[[1, 2], [3, 'x']]"),
      ("[1, 2]|slice(2, 'x')|list", "[[1, 'x'], [2, 'x']]"), ("[]|batch(2)|list", "[]"),
      ("[3, 1]|reverse|list", "[1, 3]"), ("'abc'|reverse", "cba"),
      ("[[1], [2]]|sum(start=[])", "[1, 2]"), ("[1, 1.0, true, '1']|unique|list", "[1, '1']"),
      ("['a', 'A', 'b']|unique|list", "['a', 'b']"),
      ("[[1, 2], [0, 5]]|map(attribute=1)|list", "[2, 5]"),
      ("[{'a': [5]}]|map(attribute='a.0')|list", "[5]"),
      (
        "[{'n': 'b', 'v': 1}, {'n': 'a', 'v': 1}]|sort(attribute='v,n')|map(attribute='n')|join",
        "ab"
      ),
      ("[none, none]|sort|length", "2"), ("nope|map('upper')|list", "[]"),
      ("none|select|list", "[]"), ("[1, 2, 3]|map('string')|map('length')|sum", "3"),
      ("['a', 'b']|map('map', 'upper')|map('join')|list", "['A', 'B']"),
      ("[1, 2, 3]|select('in', [1, 3])|list", "[1, 3]"),
      ("[1, 2, 3]|select('>', 1)|list", "[2, 3]"),
      ("{'b': 1, 'A': 2}|dictsort", "[('A', 2), ('b', 1)]"),
      ("{'b': 1, 'A': 2}|dictsort(true)", "[('A', 2), ('b', 1)]"),
      ("{'b': 1, 'A': 2}|dictsort(by='value', reverse=true)", "[('A', 2), ('b', 1)]"),
      ("nope|length", "0"), ("nope|first is undefined", "True"), ("nope|list", "[]"),
      ("'upper' is filter", "True"), ("'nope' is filter", "False"), ("'odd' is test", "True"),
      ("nope is sequence", "True"), ("nope is callable", "True"), ("[1] is sequence", "True"),
      ("{} is sequence", "True"), ("3.0 is odd", "True"), ("'' is lower", "False"),
      ("none is sameas none", "True"), ("1 is sameas true", "False"), ("'a' is in 'abc'", "True"),
      ("2 is divisibleby 2", "True"), ("'a<b'|e is escaped", "True"), ("(1, 2)|last", "2"),
      ("{'a': 1, 'b': 2}|last", "b"), ("{'a': 1}|attr('a') is defined", "False"),
      ("cycler(1, 2).next()", "1"), ("joiner(', ')() ~ 'x'", "x"),
      ("namespace(a=1, b=[2])", "<Namespace {'a': 1, 'b': [2]}>"),
    ])
  func lists(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }
}
