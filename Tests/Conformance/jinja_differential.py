#!/usr/bin/env python3
"""Compare the template language with Jinja2, expression by expression.

usage: jinja_differential.py [--cases N] [--seed S] [--show N] [--command 'qoshat expand --jsonl -']

Makes N templates from values, filters, tests, methods, functions and operators, expands each with Jinja2 and with the
command, and prints where the two differ: in the text, or in whether and in which way the template fails. Exits with 1 if
any differ. Needs Jinja2 3.1; without it there is nothing to compare, and the script says so and exits with 0.
"""
import argparse
import copy
import itertools
import json
import random
import signal
import subprocess
import sys

try:
    import jinja2
except ImportError:
    print("Jinja2 is not installed: nothing was compared")
    sys.exit(0)

CONTEXT = {
    "s": "Hello, World-wide web", "t": "ұлы дала eli", "e": "", "h": "<b class=\"x\">A & B's</b>", "n": 7, "z": 0, "m": -13,
    "f": 2.675, "g": -0.5, "big": 123456789012345678901234567890, "k": 1e22, "yes": True, "no": False, "nil": None,
    "l": [3, 1, 2], "w": ["b", "A", "c", "B"], "mix": [1, "a", None, 2.5, True], "empty": [], "nested": [[1, 2], [3, 4], [5, 6]],
    "d": {"b": 1, "a": 2, "C": 3}, "o": [{"n": "x", "v": 3, "g": "A"}, {"n": "y", "v": 1, "g": "b"}, {"n": "z", "v": 2, "g": "a"}],
    "deep": {"a": {"b": [10, 20, {"c": "end"}]}}, "p": [{"n": "x", "v": 1}, {"n": "y"}],
    "long": "The quick brown fox jumps over the lazy dog - and then, well-behaved as ever, goes home to http://example.com/a.\nNew line",
}

VALUES = [
    "s", "t", "e", "h", "n", "z", "m", "f", "g", "big", "k", "yes", "no", "nil", "l", "w", "mix", "empty", "nested", "d", "o", "deep",
    "p", "long", "nope", "d.a", "deep.a.b", "deep.a.b[2].c", "l[0]", "l[-1]", "l[9]", "d['b']", "s[1]", "s[1:5]", "l[::-1]", "s[::-2]",
    "'a'", "'12'", "' 3.7 '", "'0x1f'", "'-5'", "'1e3'", "'ÀÉ'", "'ß'", "'a\\nb\\n\\nc'", "'%s and %s'", "'{} {}'", "'x-y z'", "'a,b,,c'",
    "0", "1", "-1", "3", "10", "2.5", "-2.5", "0.1", "1e16", "1e-5", "123456.789", "100", "true", "none", "[]", "{}", "()", "(1,)",
    "(1, 'a')", "[1, [2, (3, 4)]]", "{'a': 1, 'b': [2]}", "{1: 'x', (1, 2): 'y'}", "range(3)", "range(5, 0, -2)", "dict(a=1, b=2)",
    "d.items()", "d.keys()", "d.values()", "h|safe", "s|e", "l|map('string')", "l|select('odd')", "w|unique", "'<&>'", "'1_000'",
    "[true, 1, 1.0]", "['a', 'B']", "[none, none]", "1e308 * n", "2 ** 100", "10 ** 20", "'İ'", "'ǆ'", "'ŉa'", "9007199254740993",
]

# Every filter, with arguments that are sensible, odd and wrong.
FILTERS = """
abs abs(1) attr('a') attr('x') batch(2) batch(2,'-') batch(0) batch(-1) batch batch('a') capitalize center(20) center center('a') count
d('x') default('x',true) default d(1,2,3) default(default_value=5) dictsort dictsort(true) dictsort(by='value') dictsort(reverse=true)
dictsort(by='x') e escape e|e filesizeformat filesizeformat(true) filesizeformat(binary=true) first first(1) float float(1.5)
float(default='x') forceescape format(1) format('a','b') format format(a=1) groupby('g') groupby('n') groupby(0) groupby('v',default=0)
groupby('zz',default='q') groupby(attribute='g',case_sensitive=true) groupby indent indent(2) indent('>',true) indent(2,true,true)
indent(width=1,blank=true) int int(5) int(base=16) int(0,2) int(base=99) int(7,0) items join join(',') join('<') join(', ',attribute='n')
join(attribute=0) last last(1) length list list(1) lower map('upper') map('upper')|list map(attribute='n')|list map(attribute='v',default=9)|list
map(attribute=0)|list map('int')|list map('default','q')|list map('nofilter')|list map|list map(attribute='a.b')|list map('replace','a','b')|list
map('length')|list map('round',1)|list map('abs')|sum max max(attribute='v') max(true) min min(attribute='n') min(case_sensitive=true)
pprint reject|list reject('odd')|list reject('none')|list rejectattr('v')|list rejectattr('v','eq',1)|list replace('a','b') replace('a')
replace('','-') replace('l','L',1) replace('<','&') replace(old='o',new='0') replace(1,2) reverse reverse|list reverse|first round round(1)
round(2) round(-1) round(0,'ceil') round(1,'floor') round(2,'up') round(precision=1,method='ceil') round(none) safe safe|e select|list
select('defined')|list select('gt',1)|list select('string')|list select('notest')|list select('in',[1,2])|list selectattr('v')|list
selectattr('v','gt',1)|list selectattr('v','defined')|list selectattr|list slice(2)|list slice(3,'-')|list slice(0)|list slice(-1)|list
sort sort(true) sort(reverse=true,case_sensitive=true) sort(attribute='v') sort(attribute='g,v') sort(attribute='zz') sort(attribute=0)
sort(case_sensitive=true) string striptags sum sum('v') sum(attribute='n') sum(start=10) sum(start=[]) sum(start='') title tojson tojson(2)
tojson(indent='--') trim trim('H') trim(chars='ab') trim(1) truncate truncate(5) truncate(8,true) truncate(8,false,'…') truncate(2)
truncate(8,end='',leeway=0) truncate(length=10,killwords=true,leeway=0) unique|list unique(true)|list unique(attribute='g')|list upper
upper(1) urlencode urlize urlize(5) urlize(nofollow=true) urlize(target='_blank',rel='a b') urlize(extra_schemes=['tel:']) wordcount
wordwrap(10) wordwrap(5,false) wordwrap(8,wrapstring='|') wordwrap(12,break_on_hyphens=false) wordwrap(0) wordwrap xmlattr xmlattr(false)
length|string map('first')|list map('last')|list map('join','+')|list map('map','string')|list batch(2)|map('join')|list
batch(2)|length slice(2)|length select|length reverse|length items|length groupby('g')|map('first')|list groupby('g')|map(attribute='list')|list
list|length first|upper last|lower map('e')|join('<') nofilter
""".split()

TESTS = """
boolean callable defined divisibleby(2) divisibleby(0) divisibleby eq(1) ==(1) equalto('a') escaped even false filter float ge(1) gt(1)
greaterthan(1) in([1,'a']) in('abc') in(d) integer iterable le(2) lower lt(2) lessthan(2) mapping ne(1) none number odd sameas(none)
sameas(true) sameas(1) sequence string test true undefined upper odd(1) notest
""".split()
TESTS = [t for t in TESTS if "==" not in t]

METHODS = """
upper() lower() title() capitalize() casefold() swapcase() strip() strip('H') lstrip() rstrip('b') split() split(',') split(',',1) split(none,1)
split('') split(sep=',',maxsplit=1) rsplit() rsplit('l',1) rsplit(none,1) splitlines() splitlines(true) partition(',') rpartition('l')
replace('l','L') replace('l','L',1) replace('','.') join(w) join(l) join('ab') startswith('H') startswith('e',1) startswith(('a','H'))
endswith('b') endswith('o',0,5) find('o') find('o',5) find('zz') rfind('o') index('o') index('zz') rindex('l') count('l') count('') count('o',5)
format(1,2) format('a') format_map(d) zfill(30) zfill(5) center(30) center(30,'*') ljust(25,'.') rjust(25) expandtabs() isalpha() isdigit()
isdecimal() isnumeric() isalnum() isspace() isupper() islower() istitle() isidentifier() isprintable() isascii() removeprefix('He')
removesuffix('web') nomethod() upper(1) split(1) strip(1) get('a') get('zz') get('zz',5) get() keys() values() items() copy() count(1) index(1)
index(9) keys()|list items()|list values()|list pop() append(1) update({'q':1}) setdefault('q',1) bit_length() is_integer() items()|first
items()|length keys()|length sort() reverse() extend([1]) insert(0,9) remove(1) clear() popitem() pop('a') pop('zz',1)
translate({97:'x',108:none})
""".split()

OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", "<=", ">", ">=", "in", "not in", "and", "or"]

FORMATS = """
%d %5d %-5d| %05d %+d %x %X %#x %o %c %s %10s| %-10s| %.2s %r %f %.2f %10.3f %e %.3e %E %g %.3g %G %i %u %% %5.1f%% %+.1f %#.0f %a %05s
%(a)s %(a)d-%(b)s %q %5 % %s%s %*d %.*f %ld
""".split()

SPECS = """
d 5d <5d ^9d =+9d 05d +d , _ x X #x o b #b c n e .2e E f .2f 10.3f ,.2f g .3g .10g G % .1% s 5s <5s ^9s .2s *^9 = z.1f 010 010, 012,.2f
_x 08_x .0f #.0f .3 .5 r {}
""".split()


def templates(source):
    """Every combination that is small enough, then random ones without end."""
    exhaustive = itertools.chain(
        (f"{{{{ {v}|{f} }}}}" for v in VALUES for f in FILTERS),
        (f"{{{{ ({v}) is {t} }}}}" for v in VALUES for t in TESTS),
        (f"{{{{ ({v}).{m} }}}}" for v in VALUES for m in METHODS),
        (f"{{{{ ({a}) {op} ({b}) }}}}" for op in OPERATORS for a in VALUES for b in VALUES),
        (f"{{{{ '{f}' % ({v}) }}}}" for f in FORMATS for v in VALUES),
        (f"{{{{ '{f}'|format({v}) }}}}" for f in FORMATS for v in VALUES),
        (f"{{{{ '{{:{s}}}'.format({v}, 7) }}}}" for s in SPECS for v in VALUES),
        (f"{{{{ ({v}) }}}} {{{{ [{v}] }}}} {{{{ not ({v}) }}}} {{{{ ({v})|pprint }}}}" for v in VALUES),
        (f"{{{{ -({v}) }}}}" for v in VALUES), (f"{{{{ +({v}) }}}}" for v in VALUES),
        (f"{{% for x in {v} %}}[{{{{ x }}}}]{{{{ loop.index }}}}{{% endfor %}}" for v in VALUES),
        (f"{{{{ ({v})[{i}] }}}}" for v in VALUES for i in ("0", "-1", "'a'", "1:", ":-1", "::2", "::-1", "5", "true", "1:2:0")),
    )
    cases = list(exhaustive)
    source.shuffle(cases)
    yield from cases
    while True:
        value = source.choice(VALUES)
        for _ in range(source.randint(2, 3)):
            kind = source.random()
            if kind < 0.5:
                value = f"({value})|{source.choice(FILTERS)}"
            elif kind < 0.7:
                value = f"({value}).{source.choice(METHODS)}"
            elif kind < 0.9:
                value = f"({value}) {source.choice(OPERATORS)} ({source.choice(VALUES)})"
            else:
                value = f"(({value}) is {source.choice(TESTS)})"
        yield f"{{{{ {value} }}}}"


def kind_of(error):
    if isinstance(error, jinja2.TemplateSyntaxError):
        return "syntax"
    if isinstance(error, jinja2.UndefinedError):
        return "undefined"
    return "runtime"


def give_up(*_):
    raise TimeoutError


def expected(case):
    mode = {"default": jinja2.Undefined, "strict": jinja2.StrictUndefined}[case["options"]["undefined"]]
    environment = jinja2.Environment(undefined=mode, autoescape=case["options"]["autoescape"])
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        return {"output": environment.from_string(case["template"]).render(copy.deepcopy(case["context"]))}
    except (RecursionError, MemoryError, TimeoutError):
        return None
    except Exception as error:
        return {"error": kind_of(error), "message": str(error)}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def is_comparable(case, wanted):
    """Whether Jinja's answer is one that another program can give."""
    if wanted is None:
        return False
    text = wanted.get("output", "")
    # Addresses in memory, methods that are printed instead of called, and texts cut out of either.
    if " at 0x" in text or "built-in method" in text or "bound method" in text:
        return False
    # Sets, which only differences of views are, and which have no order.
    if ") - (" in case["template"] and (text.startswith("{") or text == "set()"):
        return False
    # Parts of constants that have none: Jinja takes them for undefined when it computes them beforehand.
    if wanted.get("output") == "" and "[" in case["template"]:
        return False
    # Jinja computes constants beforehand, and then writes `-2.5 ** g` for `(-2.5) ** g`; numbers with an imaginary part.
    return not ("**" in case["template"] and ("j)" in text or "(-" in case["template"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=40)
    parser.add_argument("--command", default="qoshat expand --jsonl -")
    parser.add_argument("--kinds", action="store_true", help="count a failure of another kind as a difference")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, give_up)
    source = random.Random(arguments.seed)
    cases, answers = [], {}
    for template in templates(source):
        if len(cases) == arguments.cases:
            break
        options = {"undefined": source.choice(["default", "default", "strict"]), "autoescape": source.random() < 0.3}
        # Python computes powers of any size, without end and without asking for a signal.
        if "**" in template and ("big" in template or "2 ** 100" in template or "10 ** 20" in template or "9007" in template):
            continue
        case = {"id": str(len(cases)), "template": template, "context": CONTEXT, "options": options}
        wanted = expected(case)
        if is_comparable(case, wanted):
            cases.append(case)
            answers[case["id"]] = wanted
    lines = "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases)
    done = subprocess.run(arguments.command, shell=True, input=lines, capture_output=True, text=True)
    results = {}
    for line in done.stdout.splitlines():
        result = json.loads(line)
        results[result["id"]] = result
    differences = 0
    for case in cases:
        wanted, result = answers[case["id"]], results.get(case["id"])
        if result is None:
            same = False
        elif "error" in wanted:
            kind = result["error"]["kind"] if "error" in result else None
            same = kind is not None and (kind == wanted["error"] or not arguments.kinds)
        else:
            same = result.get("output") == wanted["output"]
        if same:
            continue
        differences += 1
        if differences <= arguments.show:
            print(case["template"], {k: v for k, v in case["options"].items() if v not in ("default", False)} or "")
            print("   Jinja2:", json.dumps(wanted, ensure_ascii=False)[:300])
            print("   here:  ", json.dumps({k: v for k, v in (result or {}).items() if k != "id"}, ensure_ascii=False)[:300])
    if done.returncode != 0:
        print(f"the command ended with {done.returncode}: {done.stderr[-500:]}")
    print(f"{len(cases)} compared, {differences} differ")
    sys.exit(1 if differences or done.returncode != 0 else 0)


if __name__ == "__main__":
    main()
