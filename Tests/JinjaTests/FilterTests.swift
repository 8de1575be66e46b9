import Jinja
import Testing

@Suite struct FilterTests {
  @Test(
    "Filters of text change letters of every alphabet rightly",
    arguments: [
      ("'ұлы дала'|upper", "ҰЛЫ ДАЛА"), ("'ӘҒҚҢӨҰҮҺІ'|lower", "әғқңөұүһі"),
      ("'қазақстан республикасы'|title", "Қазақстан Республикасы"),
      ("'ИВАНОВ-петров'|title", "Иванов-Петров"),
      ("\"o'neil\"|title", "O'neil"), ("'a.b,c'|title", "A.b,c"), ("'әЛІ'|capitalize", "Әлі"),
      ("'  x\\n'|trim", "x"), ("'--x--'|trim('-')", "x"), ("5|string ~ 1", "51"),
      ("'aXbXc'|replace('X', '-')", "a-b-c"), ("'aXbXc'|replace('X', '', 1)", "abXc"),
      ("12.5|replace('.', ',')", "12,5"), ("'бір екі, үш'|wordcount", "3"),
      ("'ab'|center(6)", "  ab  "),
      ("'ab'|center(5)", "  ab "), ("'бір екі үш төрт'|truncate(9, false, '…', 0)", "бір екі…"),
      ("'бір екі үш төрт'|truncate(9, true, '…', 0)", "бір екі …"),
      ("'қысқа'|truncate(5)", "қысқа"),
      ("'a\\nb\\n\\nc'|indent(2)", "a\n  b\n\n  c"), ("'a\\nb'|indent('> ', true)", "> a\n> b"),
      ("''|upper", ""), ("none|upper", "NONE"), ("x|upper", ""),
    ])
  func text(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Filters of numbers round and read exactly, so that sums of money do not drift",
    arguments: [
      ("2.675|round(2)", "2.67"), ("1.115|round(2)", "1.11"), ("0.125|round(2)", "0.12"),
      ("0.375|round(2)", "0.38"), ("2.5|round", "2.0"), ("3.5|round", "4.0"),
      ("-2.5|round", "-2.0"),
      ("1234.5678|round(1)", "1234.6"), ("42|round(1)", "42"), ("2.1|round(0, 'ceil')", "3.0"),
      ("2.19|round(1, 'floor')", "2.1"), ("1250|round(-2)", "1200"), ("1e300|round(2)", "1e+300"),
      ("'42'|int", "42"), ("' 42 '|int", "42"), ("'3.9'|int", "3"), ("-3.9|int", "-3"),
      ("'жоқ'|int", "0"),
      ("'жоқ'|int(-1)", "-1"), ("'ff'|int(0, 16)", "255"), ("(1e300|int)|string|length", "301"),
      ("'0x10'|float", "0.0"),
      ("'1e3'|float", "1000.0"), ("'x'|float(1.5)", "1.5"), ("7|float", "7.0"), ("-5|abs", "5"),
      ("-2.5|abs", "2.5"), ("true|int", "1"),
    ])
  func numbers(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Filters of lists find, sort and add up what they are asked for",
    arguments: [
      ("n|length", "3"), ("n|count", "3"), ("'әріп'|length", "4"), ("n|first", "3"),
      ("n|last", "2"),
      ("n|sum", "6"), ("o|sum('v')", "6"), ("n|sum(start=10)", "16"), ("n|min", "1"),
      ("n|max", "3"),
      ("(o|max(attribute='v')).n", "в"), ("n|sort", "[1, 2, 3]"), ("n|sort(true)", "[3, 2, 1]"),
      ("['б', 'А', 'в']|sort|join", "Абв"),
      ("['б', 'А', 'в']|sort(case_sensitive=true)|join", "Абв"),
      ("['b', 'A', 'B', 'a']|sort|join", "AabB"),
      ("o|sort(attribute='v')|map(attribute='n')|join", "абв"),
      ("o|sort(attribute='g,v')|map(attribute='n')|join", "бва"), ("n|reverse|list", "[2, 1, 3]"),
      ("'абв'|reverse", "вба"), ("[1, 1.0, 2, 1]|unique|list", "[1, 2]"),
      ("['a', 'A']|unique|list", "['a']"),
      ("['a', 'A']|unique(true)|list", "['a', 'A']"),
      ("o|unique(attribute='g')|map(attribute='n')|join", "ба"),
      ("n|join(', ')", "3, 1, 2"), ("o|join('/', attribute='n')", "б/а/в"), ("n|list|length", "3"),
      ("d|dictsort", "[('a', 2), ('B', 1)]"), ("d|dictsort(by='value')", "[('B', 1), ('a', 2)]"),
      ("d|dictsort(reverse=true)|first", "('B', 1)"), ("d|items|first", "('B', 1)"),
      ("[1, 2, 3, 4, 5]|batch(2)|list", "[[1, 2], [3, 4], [5]]"),
      ("[1, 2, 3]|batch(2, '-')|list", "[[1, 2], [3, '-']]"),
      ("[1, 2, 3, 4, 5]|slice(2)|list", "[[1, 2, 3], [4, 5]]"),
      ("[1, 2, 3]|slice(2, 0)|list", "[[1, 2], [3, 0]]"), ("[]|first is defined", "False"),
    ])
  func lists(expression: String, expected: String) throws {
    let data = #"""
      {"n": [3, 1, 2], "d": {"B": 1, "a": 2},
       "o": [{"n": "б", "v": 2, "g": 1}, {"n": "а", "v": 1, "g": 2}, {"n": "в", "v": 3, "g": 1}]}
      """#
    #expect(try expand("{{ \(expression) }}", data) == expected)
  }

  @Test(
    "Filters that apply others to every item",
    arguments: [
      ("w|map('upper')|join", "АБ"), ("w|map('replace', 'а', 'о')|join", "об"),
      ("o|map(attribute='a.b')|list", "[1, 2]"),
      ("o|map(attribute='x', default='-')|join", "--"), ("[3, 1, 2]|select('odd')|list", "[3, 1]"),
      ("[3, 1, 2]|reject('odd')|list", "[2]"), ("[3, 1, 2]|select('gt', 1)|list", "[3, 2]"),
      ("[0, 1, '']|select|list", "[1]"), ("[0, 1, '']|reject|list", "[0, '']"),
      ("o|selectattr('on')|map(attribute='a.b')|list", "[2]"),
      ("o|rejectattr('on')|map(attribute='a.b')|list", "[1]"),
      ("o|selectattr('a.b', 'eq', 2)|list|length", "1"),
      ("o|selectattr('x', 'defined')|list", "[]"),
      ("o|selectattr('a.b', 'in', [1, 5])|list|length", "1"),
      ("['1', 'x']|map('int', default=9)|list", "[1, 9]"),
    ])
  func selection(expression: String, expected: String) throws {
    let data =
      #"{"w": ["а", "б"], "o": [{"a": {"b": 1}, "on": false}, {"a": {"b": 2}, "on": true}]}"#
    #expect(try expand("{{ \(expression) }}", data) == expected)
  }

  @Test("Rows are grouped under what they have in common")
  func grouping() throws {
    let data = #"{"o": [{"g": "б", "n": 1}, {"g": "а", "n": 2}, {"g": "б", "n": 3}]}"#
    let template =
      "{% for g in o|groupby('g') %}{{ g.grouper }}:{{ g.list|map(attribute='n')|join(',') }} {% endfor %}"
    #expect(try expand(template, data) == "а:2 б:1,3 ")
    let unpacked = "{% for name, rows in o|groupby('g') %}{{ name }}{{ rows|length }} {% endfor %}"
    #expect(try expand(unpacked, data) == "а1 б2 ")
    #expect(try expand("{{ o|groupby('x', default='-')|length }}", data) == "1")
  }

  @Test(
    "Numbers are set in fixed places and fields",
    arguments: [
      ("'%.2f'|format(2.675)", "2.67"), ("'%05.1f' % 3.14159", "003.1"),
      ("'%d-%s' % (5, 'а')", "5-а"),
      ("'%(a)s/%(b)d' % {'a': 'x', 'b': 2}", "x/2"), ("'%s'|format([1])", "[1]"),
      ("'%d%%' % 50", "50%"),
      ("'%+d' % 5", "+5"), ("'%-4s|' % 'ә'", "ә   |"), ("'%4s|' % 'ә'", "   ә|"),
      ("'%x' % 255", "ff"),
      ("'%02d:%02d'|format(9, 5)", "09:05"), ("'%.0f' % 0.5", "0"), ("'%.0f' % 1.5", "2"),
      ("'%.3s' % 'абвгд'", "абв"), ("'%d' % -7.9", "-7"), ("'{:,}'.format(1234567)", "1,234,567"),
      ("'{:,.2f}'.format(1234567.891)", "1,234,567.89"), ("'{} {}'.format(1, 'b')", "1 b"),
      ("'{1} {0}'.format('a', 'b')", "b a"), ("'{n}'.format(n=7)", "7"),
      ("'{:>5}|{:<5}|{:^5}'.format(1, 'a', 'b')", "    1|a    |  b  "),
      ("'{:05d}'.format(-42)", "-0042"), ("'{:.1%}'.format(0.256)", "25.6%"),
      ("'{:*^7}'.format('аб')", "**аб***"),
      ("'{{}}'.format()", "{}"), ("'{!r}'.format('q')", "'q'"),
      ("'{:.2f}'.format(1e22)", "10000000000000000000000.00"),
      ("'%.2f' % 1e22", "10000000000000000000000.00"), ("'%.1f' % 1e-300", "0.0"),
    ])
  func formats(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }

  @Test(
    "Wrong arguments are refused, not guessed at",
    arguments: [
      ("'a'|truncate(2)", "E123"), ("[1]|batch(0, 'a')|upper(1)", "E123"), ("[1]|slice(0)", "E124"),
      ("1|round('a')", "E122"),
      ("1|round(1, 'up')", "E123"), ("1|round(1, 2, 3)", "E123"), ("'a'|round", "E122"),
      ("none|join", "E122"),
      ("'a'|sum", "E122"), ("[1]|sort(colour=1)", "E123"), ("[1, 'a']|sort", "E122"),
      ("'%d' % 'x'", "E122"),
      ("'%d' % ()", "E123"), ("'%s' % (1, 2)", "E123"), ("'%q' % 1", "E123"),
      ("'%'|format(1)", "E123"),
      ("'{'.format(1)", "E123"), ("'{5}'.format(1)", "E123"), ("'{:99999999}'.format(1)", "E123"),
      ("'a'|center(99999999)", "E123"), ("5|length", "E122"), ("'a'|default(1, 2, 3)", "E123"),
      ("[1]|map", "E123"), ("d|items", "E122"), ("'x'|replace('a')", "E123"), ("dict(1)", "E122"),
      ("range()", "E123"),
      ("range(1, 2, 0)", "E123"), ("[{}]|sum('x')", "E120"),
      ("[{'a': 1}]|map(attribute='x.y')|list", "E120"),
    ])
  func refusals(expression: String, rule: String) throws {
    #expect(try complaint(of: "{{ \(expression) }}", #"{"d": 5}"#) == rule)
  }

  @Test(
    "Filters and tests that a product adds, with names in its own language, are found everywhere")
  func ownFilters() throws {
    let outcome = try outcome(
      of:
        "{{ 'мектеп'|барыс }} {{ ['а', 'ә']|map('барыс')|join(' ') }} {{ [1, 7]|select('жеті')|list }}"
    ) {
      $0.filters["барыс"] = { value, _ in .string(value.text + "ке") }
      $0.tests["жеті"] = { value, _ in value.integer == 7 }
    }
    #expect(outcome.findings.isEmpty)
    #expect(outcome.text == "мектепке аке әке [7]")
  }
}
