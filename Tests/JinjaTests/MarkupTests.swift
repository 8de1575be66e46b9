import Diagnostics
import Jinja
import Testing

@Suite struct MarkupTests {
  @Test(
    "What is markup is escaped once, and what is put into it is escaped",
    arguments: [
      ("'<b>'", "&lt;b&gt;"), ("'<b>'|safe", "<b>"), ("'<b>'|e", "&lt;b&gt;"),
      ("'<b>'|e|e", "&lt;b&gt;"), ("'<b>'|safe|e", "<b>"), ("'<b>'|safe|forceescape", "&lt;b&gt;"),
      ("'<b>'|safe + '<i>'", "<b>&lt;i&gt;"), ("'<i>' + '<b>'|safe", "&lt;i&gt;<b>"),
      ("'<i>' ~ '<'", "&lt;i&gt;&lt;"), ("('<%s>'|safe) % '<'", "<&lt;>"),
      ("('<%s %r %d>'|safe) % ('<', '>', 5)", "<&lt; &#39;&gt;&#39; 5>"),
      ("('<%(a)s>'|safe) % {'a': '&'}", "<&amp;>"), ("('<{}>'|safe).format('<')", "<&lt;>"),
      ("('<{}>'|safe).format('<'|safe)", "<<>"), ("('<{:>3}>'|safe).format('<')", "<  &lt;>"),
      ("('<b>'|safe) * 2", "<b><b>"), ("('<b>'|safe).replace('b', '<')", "<&lt;>"),
      ("('-'|safe).join(['<', '>'|safe])", "&lt;->"),
      ("('<a>,<b>'|safe).split(',')", "[Markup(&#39;&lt;a&gt;&#39;), Markup(&#39;&lt;b&gt;&#39;)]"),
      ("('<b>'|safe).upper()", "<B>"), ("('<b>'|safe)|upper", "<B>"),
      ("('<b>'|safe)|title", "&lt;B&gt;"), ("('<b>'|safe)|capitalize", "<b>"),
      ("('<b>'|safe)|replace('b', '<')", "<&lt;>"), ("'<b>'|replace('b', 'i')", "&lt;i&gt;"),
      ("'<b>'|replace('b', '<'|safe)", "&lt;<&gt;"), ("['<', '>'|safe]|join('&')", "&lt;&amp;>"),
      ("['<', '>']|join('&')", "&lt;&amp;&gt;"), ("['<', '>']|join('&'|safe)", "&lt;&&gt;"),
      ("'<b>'|safe|string", "<b>"),
      ("'<b>'|safe|list", "[&#39;&lt;&#39;, &#39;b&#39;, &#39;&gt;&#39;]"),
      ("('<b>'|safe)[0]", "<"), ("('<b>'|safe)|trim('<')", "b>"),
      ("('<b>\\nc'|safe)|indent(2)", "<b>\n  c"), ("('<b>x'|safe)|center(8)", "  <b>x  "),
      ("('<b> <c> <d>'|safe)|truncate(5, false, '<', 0)", "<b>&lt;"), ("'<b>'|striptags", ""),
      ("('<b>x</b> &lt;'|safe).striptags()", "x &lt;"), ("('&lt;'|safe).unescape()", "&lt;"),
      ("{'a': '<'}|xmlattr", " a=\"&lt;\""), ("'<'|tojson", "\"\\u003c\""),
      ("'x.com'|urlize", "x.com"),
      ("'www.x.com <'|urlize", "<a href=\"https://www.x.com\" rel=\"noopener\">www.x.com</a> &lt;"),
      ("[1, '<'|safe]", "[1, Markup(&#39;&lt;&#39;)]"), ("('<b>'|safe) == '<b>'", "True"),
      ("('<b>'|safe)|length", "3"), ("5|e", "5"), ("none|e", "None"),
      ("'a'|safe is escaped", "True"), ("'<b>'|reverse", "&gt;b&lt;"),
      ("('<b>'|safe)|reverse", ">b<"), ("'%s'|format('<')", "&lt;"),
      ("('%s'|safe)|format('<')", "&lt;"), ("'<b>'|default('x')", "&lt;b&gt;"),
      ("nope|default('<b>')", "&lt;b&gt;"), ("nope|default('<b>'|safe)", "<b>"),
      ("'<'|map('e')|join", "&lt;"), ("lipsum(1)|length > 20", "True"),
      ("'<b>'|wordwrap(2)", "&lt;b\n&gt;"), ("('<b>'|safe)|wordwrap(2)", "&lt;b\n&gt;"),
    ])
  func markup(expression: String, expected: String) throws {
    let outcome = try outcome(of: "{{ \(expression) }}") { $0.autoescape = true }
    #expect(outcome.findings.map(\.message.en) == [])
    #expect(outcome.text == expected)
  }
}
