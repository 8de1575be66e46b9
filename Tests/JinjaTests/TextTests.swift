import Jinja
import Testing

@Suite struct TextTests {
  @Test(
    "Text is changed, searched, wrapped and linked as in Jinja2",
    arguments: [
      ("'ß'.upper()", "SS"), ("'straße'.casefold()", "strasse"),
      ("\"they're 1st\"|title", "They're 1st"), ("\"they're 1st\".title()", "They'Re 1St"),
      ("'a-b (c) [d] {e} <f'|title", "A-B (C) [D] {E} <F"), ("'İ'.lower()|length", "2"),
      ("'ǆ'.capitalize()", "ǅ"), ("'aB'.swapcase()", "Ab"),
      ("'a b c'.rsplit(' ', 1)", "['a b', 'c']"), ("'a  b '.rsplit(none, 1)", "['a', 'b']"),
      ("'aaa'.rsplit('aa')", "['a', '']"),
      ("'a\\r\\nb\\x0bc\\u2028d'.splitlines()", "['a', 'b', 'c', 'd']"),
      ("'a\\nb'.splitlines(true)", "['a\\n', 'b']"),
      ("'a.b.c'.rpartition('.')", "('a.b', '.', 'c')"),
      ("'abc'.rpartition('x')", "('', '', 'abc')"), ("'abab'.find('b', 2)", "3"),
      ("'abab'.rfind('a', 0, 2)", "0"), ("'abc'.count('')", "4"),
      ("'abc'.replace('', '-')", "-a-b-c-"), ("'abc'.replace('', '-', 2)", "-a-bc"),
      ("'aaa'.replace('a', 'b', 2)", "bba"), ("'a\\tb'.expandtabs(4)", "a   b"),
      ("'+5'.zfill(4)", "+005"), ("'abc'.center(6) ~ '|'", " abc  |"),
      ("'abc'.center(7, '*')", "**abc**"), ("'½'.isnumeric()", "True"), ("'²'.isdigit()", "True"),
      ("'²'.isdecimal()", "False"), ("'٣'.isdecimal()", "True"), ("'Ab Cd'.istitle()", "True"),
      ("'жол_1'.isidentifier()", "True"), ("'abc'.translate({97: 'x', 98: none})", "xc"),
      ("'ab'.translate('ab'.maketrans('ab', 'cd'))", "cd"), ("'abc'[::-1]", "cba"),
      ("'abcdef'[-4:-1]", "cde"), ("'abc'.startswith(('x', 'a'))", "True"),
      ("'abc'.endswith('b', 0, 2)", "True"), ("'a,b'.split(',', maxsplit=0)", "['a,b']"),
      ("'x'.join('abc')", "axbxc"), ("(2.0).is_integer()", "True"),
      ("'бір екі үш төрт'|truncate(9, false, '…', 0)", "бір екі…"),
      ("'бір екі'|truncate(5)", "бір екі"), ("[1, 2]|truncate", "[1, 2]"),
      ("'a\\nb\\n\\nc'|indent(2)", "a\n  b\n\n  c"),
      ("'a\\n\\nb'|indent(2, true, true)", "  a\n  \n  b"), ("'a\\nb'|indent('> ')", "a\n> b"),
      ("'The quick brown fox'|wordwrap(10)", "The quick\nbrown fox"),
      ("'well-behaved words'|wordwrap(7)", "well-\nbehaved\nwords"),
      ("'well-behaved'|wordwrap(7, break_on_hyphens=false)", "well-be\nhaved"),
      ("'abcdefgh'|wordwrap(3)", "abc\ndef\ngh"),
      ("'abcdefgh ij'|wordwrap(3, false)", "abcdefgh\nij"),
      ("'a -- b--c'|wordwrap(4)", "a --\nb--c"), ("'бір екі_үш 4'|wordcount", "3"),
      ("'a b&c=ә/д'|urlencode", "a%20b%26c%3D%D3%99/%D0%B4"),
      ("{'a b': 1, 'c': 'ә/'}|urlencode", "a+b=1&c=%D3%99%2F"), ("[('a', 1)]|urlencode", "a=1"),
      (
        "'см. http://example.com/a_(b), www.x.kz и a@b.kz.'|urlize",
        "см. <a href=\"http://example.com/a_(b)\" rel=\"noopener\">http://example.com/a_(b)</a>, <a href=\"https://www.x.kz\" rel=\"noopener\">www.x.kz</a> и <a href=\"mailto:a@b.kz\">a@b.kz</a>."
      ),
      (
        "'(https://example.com)'|urlize(10, true, '_blank')",
        "(<a href=\"https://example.com\" rel=\"nofollow noopener\" target=\"_blank\">https://ex...</a>)"
      ),
      (
        "'tel:+7 ftp://x'|urlize(extra_schemes=['tel:'])",
        "<a href=\"tel:+7\" rel=\"noopener\">tel:+7</a> ftp://x"
      ),
      (
        "'http://10.0.0.1:80/x example.org'|urlize",
        "<a href=\"http://10.0.0.1:80/x\" rel=\"noopener\">http://10.0.0.1:80/x</a> <a href=\"https://example.org\" rel=\"noopener\">example.org</a>"
      ),
      ("'<p>a <!-- b --> <b>c</b>&amp;&nbsp;d</p>'|striptags", "a c& d"),
      ("'a < b > c'|striptags", "a c"),
      ("'&lt;&#65;&#x42;&copy;&copy &bogus;'|striptags", "<AB©© &bogus;"),
      (
        "{'b': [1, 2.5, none], 'a': '<ә\\'>'}|tojson",
        "{\"a\": \"\\u003c\\u04d9\\u0027\\u003e\", \"b\": [1, 2.5, null]}"
      ),
      ("[{}, [], [1]]|tojson(1)", "[\n {},\n [],\n [\n  1\n ]\n]"),
      ("{'class': 'a b', 'x': none, 'y': 1, 'z': nope}|xmlattr", " class=\"a b\" y=\"1\""),
      ("{'a': '<\"'}|xmlattr(false)", "a=\"&lt;&#34;\""), ("'%s-%s'|format(1, 'a')", "1-a"),
      ("'%(a)s'|format(a=1)", "1"), ("12.5|replace('.', ',')", "12,5"),
      ("'aXbXc'|replace('X', '-', 1)", "a-bXc"), ("[1, '<']|join('&')", "1&<"),
      ("none|upper", "NONE"), ("'  x '|trim ~ '|'", "x|"), ("'-x-'|trim('-')", "x"),
      ("{'b': 1, 'a': [2, (3,)]}|pprint", "{'a': [2, (3,)], 'b': 1}"),
    ])
  func texts(expression: String, expected: String) throws {
    #expect(try expand("{{ \(expression) }}") == expected)
  }
}
