import Testing

/// A letter's figures and phrases come out of expressions: a wrong order of operations is a wrong letter.
@Suite struct ExpressionTests {
  @Test(
    "Arithmetic follows the order of operations that Jinja2 has",
    arguments: [
      ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("20 - 5 - 5", "10"), ("100 / 8", "12.5"),
      ("8 / 2", "4.0"), ("17 // 5", "3"), ("-17 // 5", "-4"), ("17 % 5", "2"), ("-17 % 5", "3"),
      ("17 % -5", "-3"), ("7.5 // 2", "3.0"), ("7.5 % 2", "1.5"), ("2 ** 10", "1024"),
      ("2 ** 3 ** 2", "64"), ("-3 ** 2", "9"), ("2 ** -2", "0.25"), ("9 ** 0.5", "3.0"),
      ("2 * 3 ** 2", "18"), ("-2 + 5", "3"), ("- -2", "2"), ("+7", "7"), ("true + true", "2"),
      ("1.5 + 1", "2.5"), ("0.1 + 0.2", "0.30000000000000004"), ("3 * 'ab'", "ababab"),
      ("'ab' * 0", ""), ("'ab' * -3", ""), ("[1] * 2 + [3]", "[1, 1, 3]"),
      ("(1, 2) * 2", "(1, 2, 1, 2)"),
      ("0 ** 0", "1"), ("9223372036854775807 - 1", "9223372036854775806"),
    ])
  func arithmetic(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Comparisons and logic decide as written, and give the value that decided",
    arguments: [
      ("1 < 2 < 3", "True"), ("1 < 3 < 2", "False"), ("3 > 2 >= 2", "True"), ("1 == 1.0", "True"),
      ("'1' == 1", "False"), ("'б' > 'а'", "True"), ("[1, 2] < [1, 3]", "True"),
      ("(1, 2) == (1, 2)", "True"), ("{'a': 1} == {'a': 1.0}", "True"), ("none == false", "False"),
      ("9007199254740993 == 9007199254740992", "False"),
      ("9007199254740993 > 9007199254740992", "True"), ("2 in [1, 2]", "True"),
      ("'ман' in 'Сарман'", "True"), ("'' in 'abc'", "True"), ("'k' in {'k': 1}", "True"),
      ("3 not in [1, 2]", "True"), ("not 3 in [1, 2]", "True"), ("1 and 2", "2"), ("0 and 2", "0"),
      ("'' or 'жоқ'", "жоқ"), ("0 or none", "None"), ("not 0", "True"), ("not 'x'", "False"),
      ("not 1 == 2", "True"), ("1 or 1 / 0", "1"), ("0 and 1 / 0", "0"),
      ("false or true and false", "False"), ("'a' if 1 else 'b'", "a"), ("'a' if 0 else 'b'", "b"),
      ("1 if 0 else 2 if 0 else 3", "3"), ("('x' if false) ~ 'y'", "y"),
      ("[1 if true else 2, 3]", "[1, 3]"),
    ])
  func logic(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Joining text with ~ binds tighter than a sum's signs, looser than a product",
    arguments: [
      ("1 ~ 2 ~ 3", "123"), ("'№ ' ~ 2 * 3", "№ 6"), ("'a' ~ none", "aNone"),
      ("'a' ~ 'b' in ['ab']", "True"), ("'a' ~ 'b'|upper", "aB"), ("('a' ~ 'b')|upper", "AB"),
      ("-1|abs", "1"), ("2 + -3|abs", "5"), ("1.5 ~ ''", "1.5"),
    ])
  func concatenation(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Slices take the stretch that Python would take",
    arguments: [
      ("l[1:3]", "[20, 30]"), ("l[:2]", "[10, 20]"), ("l[2:]", "[30, 40, 50]"),
      ("l[-2:]", "[40, 50]"),
      ("l[:-1]", "[10, 20, 30, 40]"), ("l[::2]", "[10, 30, 50]"),
      ("l[::-1]", "[50, 40, 30, 20, 10]"),
      ("l[3:0:-1]", "[40, 30, 20]"), ("l[1:99]", "[20, 30, 40, 50]"), ("l[9:]", "[]"),
      ("l[-99:2]", "[10, 20]"), ("s[1:3]", "ла"), ("s[::-1]", "ыталА"), ("s[-1]", "ы"),
      ("s[0]", "А"),
      ("(1, 2, 3)[1:]", "(2, 3)"), ("l[none:2]", "[10, 20]"), ("l[-1]", "50"), ("l[0]", "10"),
      ("l[0::9223372036854775807]", "[10]"), ("l[1::9223372036854775807]", "[20]"),
      ("l[-9223372036854775807:1]", "[10]"),
      ("l[9223372036854775807::-9223372036854775807]", "[50]"),
    ])
  func slices(expression: String, expected: String) throws {
    #expect(
      try expand("{{ \(expression) }}", #"{"l": [10, 20, 30, 40, 50], "s": "Алаты"}"#) == expected)
  }

  @Test(
    "Fields are reached by point, bracket and index",
    arguments: [
      ("о.аты", "Айгүл"), ("о['аты']", "Айгүл"), ("тізім[1].n", "2"), ("тізім.1.n", "2"),
      ("тор.1.0", "3"), ("тор[0][1]", "2"), ("о[кілт]", "Айгүл"), ("тізім[-1]['n']", "2"),
      ("{1: 'қаңтар', 2: 'ақпан'}[ай]", "ақпан"), ("(тізім|first).n", "1"),
      ("{'a': {'b': 7}}.a.b", "7"),
    ])
  func access(expression: String, expected: String) throws {
    let data = #"""
      {"о": {"аты": "Айгүл"}, "кілт": "аты", "ай": 2, "тізім": [{"n": 1}, {"n": 2}],
       "тор": [[1, 2], [3, 4]]}
      """#
    #expect(try expand("{{ \(expression) }}", data) == expected)
  }

  @Test(
    "Literals mean what is written",
    arguments: [
      ("1_000", "1000"), ("0x1F", "31"), ("0b101", "5"), ("0o17", "15"), ("1e3", "1000.0"),
      ("1.5e-3", "0.0015"), (#"'it\'s'"#, "it's"), (#""a\nb""#, "a\nb"), (#"'\u049B'"#, "қ"),
      (#"'\x41'"#, "A"), (#"'\q'"#, #"\q"#), ("'а' 'б'", "аб"), ("true", "True"),
      ("False", "False"),
      ("None", "None"), ("[]", "[]"), ("{}", "{}"), ("()", "()"), ("(1,)", "(1,)"),
      ("1, 2", "(1, 2)"),
      ("[1, 2,]", "[1, 2]"), ("{'a': 1,}", "{'a': 1}"),
    ])
  func literals(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Values print as Jinja2 prints them, so that old templates give the same text",
    arguments: [
      ("none", "None"), ("true", "True"), ("2.0", "2.0"), ("-0.0", "-0.0"), ("0.1", "0.1"),
      ("1e15", "1000000000000000.0"), ("1e16", "1e+16"), ("1e-4", "0.0001"), ("1e-5", "1e-05"),
      ("1e308 * 10", "inf"), ("['а', 1, none]", "['а', 1, None]"), (#"["it's"]"#, #"["it's"]"#),
      (#"['"']"#, #"['"']"#), (#"["\n\t"]"#, #"['\n\t']"#), ("{'a': [1.0]}", "{'a': [1.0]}"),
      (#"[["'", '"']]"#, #"[["'", '"']]"#),
    ])
  func printing(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "What cannot be computed is an error, not a wrong figure or a crash",
    arguments: [
      ("1 / 0", "E124"), ("1 // 0", "E124"), ("1 % 0", "E124"), ("1.5 % 0", "E124"),
      ("0 ** -1", "E124"), ("0.0 ** -0.5", "E124"), ("10 ** 10001", "E131"),
      ("10 ** 400 / 3.0", "E131"), ("10 ** 400 * 1.5", "E131"), ("1e200 ** 2", "E131"),
      ("x ** 0.3", "E127"), ("'a' + 1", "E122"), ("1 + 'a'", "E122"),
      ("[1] + (2,)", "E122"), ("-'a'", "E122"), ("1 < 'a'", "E122"), ("none < 1", "E122"),
      ("1 in 5", "E122"), ("1 in 'a'", "E122"), ("5[0:1]", "E122"), ("[1]['a':]", "E122"),
      ("[1, 2][::0]", "E123"), ("{} - 1", "E122"),
    ])
  func impossible(expression: String, rule: String) throws {
    #expect(try complaint(of: "{{ \(expression) }}", #"{"x": -8}"#) == rule)
  }
}
