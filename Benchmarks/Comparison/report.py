"""The tables, as Markdown."""

import math

WORKLOADS = ("W1", "W2:100", "W2:1,000", "W2:10,000", "W2:100,000")
ENGINES = (
    "Qoshat", "C, zlib 6", "C, libdeflate 6", "C, prepared deflate", "docxtpl", "docx-mailmerge2", "python-docx", "jinja2",
)
LIMITS = ("C, zlib 6", "C, libdeflate 6", "C, prepared deflate")
NAMES = {"python-docx": "python-docx, opening and saving only", "jinja2": "Jinja2, the bare XML text only"}


def digits(value):
    """Three digits that matter."""
    if value is None:
        return "–"
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}" if value > 0 else "0"


def table(title, head, rows):
    lines = [f"**{title}**", "", "| " + " | ".join(head) + " |", "|---" + "|--:" * (len(head) - 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


class Results:
    def __init__(self, results):
        self.all = {(entry["group"], entry["engine"], entry["workload"]): entry for entry in results}

    def value(self, group, engine, workload, field, scale=1):
        entry = self.all.get((group, engine, workload))
        return entry[field] * scale if entry else None

    def time(self, engine, workload):
        return self.value("memory", engine, workload, "cpu", 1000)

    def ratio(self, engine, other, workload):
        mine, others = self.time(engine, workload), self.time(other, workload)
        return mine / others if mine and others else None

    def exponent(self, engine, rows):
        """What power of the number of rows the time grows with, from `rows` to ten times as many."""
        one, ten = self.time(engine, f"W2:{rows:,}"), self.time(engine, f"W2:{rows * 10:,}")
        return math.log10(ten / one) if one and ten else None

    def lines(self, value, engines=ENGINES):
        for engine in engines:
            row = [value(engine, workload) for workload in WORKLOADS]
            if any(row):
                yield [NAMES.get(engine, engine), *map(digits, row)]


def megabytes(results, engine, workload):
    entry = results.all.get(("memory", engine, workload))
    if not entry:
        return "–"
    peak, held = entry["peak"] / 1024, entry["held"] / 1024
    return f"{peak:.0f} ({max(0, peak - held):.0f})"


def printed(machine, entries):
    results = Results(entries)
    packages = ", ".join(f"{name} {version}" for name, version in machine["packages"].items())
    head = ["", *WORKLOADS]
    steps = (100, 1_000, 10_000)
    text = [f"Measured on {machine['date']}: {machine['cores']} cores, {machine['processor']}, {machine['system']}, "
           f"load {machine['load']:.1f} at the beginning; Python {machine['python']}, {packages}.\n"]
    text.append(table("CPU milliseconds for a document, result in memory", head, results.lines(results.time)))
    text.append(table("How many times faster than docxtpl", head, results.lines(
        lambda engine, workload: results.ratio("docxtpl", engine, workload))))
    for method in LIMITS:
        text.append(table(f"How many times the limit: {method}", head, results.lines(
            lambda engine, workload: results.ratio(engine, method, workload), ("Qoshat", *LIMITS, "docxtpl"))))
    text.append(table("Growth: the power of the number of rows", [
        "", *(f"{rows:,} to {rows * 10:,}" for rows in steps)
    ], (
        [NAMES.get(engine, engine), *(digits(results.exponent(engine, rows)) for rows in steps)]
        for engine in ENGINES if results.exponent(engine, 100)
    )))
    text.append(table("Bytes of the result", head, results.lines(
        lambda engine, workload: results.value("memory", engine, workload, "size"))))
    text.append(table("Peak memory in MB, in brackets without the program and its data", head, (
        [NAMES.get(engine, engine), *(megabytes(results, engine, workload) for workload in WORKLOADS)]
        for engine in ENGINES
    )))
    text.append(table("W1 to files, both cores", ["", "files a second", "CPU ms each"], (
        [engine, digits(1 / results.value("files", engine, "W1", "wall")),
         digits(results.value("files", engine, "W1", "cpu", 1000))]
        for group, engine, _ in results.all if group == "files"
    )))
    text.append(table("Whole processes, one document each", ["", "", "CPU ms", "wall ms", "peak MB"], (
        [engine, workload, *(digits(results.value("whole", engine, workload, *field))
                             for field in (("cpu", 1000), ("wall", 1000), ("peak", 1 / 1024)))]
        for group, engine, workload in results.all if group == "whole"
    )))
    text.append(table("In one process, of W1", ["", "CPU ms"], (
        [engine, digits(results.value("apart", engine, "W1", "cpu", 1000))]
        for group, engine, _ in results.all if group == "apart"
    )))
    text.append(table("An export of letters in pairs, with figures, both texts and all checks", [
        "", "pairs", "CPU ms for a pair", "pairs a second", "peak MB"
    ], letters(results, machine["pairs"])))
    text.append(table("Targets", ["", "measured", "target", "good", "reached"], targets(results, machine["pairs"])))
    return "\n".join(text)


def letters(results, pairs):
    """What exports took, with their start and, in the last line, without it."""
    for engine in ("one job", "two jobs"):
        cpu, wall = (results.value("letters", engine, "export", field) for field in ("cpu", "wall"))
        yield [engine, digits(pairs["all"]), digits(cpu / pairs["all"] * 1000), digits(pairs["all"] / wall),
               digits(results.value("letters", engine, "export", "peak", 1 / 1024))]
    yield ["one job, without its start", digits(pairs["all"] - pairs["sliver"]), digits(pair(results, pairs)), "", ""]


def pair(results, pairs):
    """What one more pair costs."""
    start, all = (results.value("letters", engine, "export", "cpu", 1000) for engine in ("its start", "one job"))
    return (all - start) / (pairs["all"] - pairs["sliver"])


def targets(results, pairs):
    """What was aimed at, and what was reached; a larger number is better where the target begins with ≥."""

    def line(name, measured, target, good, is_at_least=False, unit=""):
        if measured is None:
            return [name, "–", "", "", "not measured"]
        sign = "≥" if is_at_least else "≤"
        is_met = [measured >= aim if is_at_least else measured <= aim for aim in (target, good)]
        reached = "good" if is_met[1] else "yes" if is_met[0] else "no"
        return [name, f"{digits(measured)}{unit}", f"{sign} {target:,}{unit}", f"{sign} {good:,}{unit}", reached]

    def files(engine):
        return 1 / results.value("files", engine, "W1", "wall")

    limit = "C, zlib 6"
    text = results.value("apart", "plain text of a letter", "W1", "cpu", 1000)
    yield line("W1, result in memory: times faster than docxtpl", results.ratio("docxtpl", "Qoshat", "W1"), 500, 1000, True)
    yield line("W1, result in memory", results.time("Qoshat", "W1"), 0.1, 0.05, unit=" ms")
    yield line("W1 to files: times docxtpl on both cores", files("Qoshat") / files("docxtpl"), 100, 100, True)
    best = max(files(engine) for engine in LIMITS)
    yield line("W1 to files: of the limit's files a second", files("Qoshat") / best * 100, 70, 90, True, " %")
    for rows in (1_000, 10_000):
        yield line(f"W2: growth, {rows:,} to {rows * 10:,}", results.exponent("Qoshat", rows), 1.05, 1.02)
    for workload in WORKLOADS[3:]:
        yield line(f"{workload}: times the limit, prepared deflate", results.ratio("Qoshat", LIMITS[2], workload), 2, 1.3)
        peak, held = (results.value("memory", "Qoshat", workload, field, 1 / 1024) for field in ("peak", "held"))
        yield line(f"{workload}: peak memory with program and data", peak, 60, 40, unit=" MB")
        yield line(f"{workload}: peak memory beside them", peak - held, 60, 40, unit=" MB")
    for workload in WORKLOADS:
        size = [results.value("memory", engine, workload, "size") for engine in ("Qoshat", limit)]
        yield line(f"{workload}: larger than with zlib 6", max((size[0] / size[1] - 1) * 100, 0), 5, 3, unit=" %")
    yield line("compile W1's template", results.value("apart", "compile a template", "W1", "cpu", 1000), 5, 2, unit=" ms")
    yield line("`qoshat fill` as a whole process, W1", results.value("whole", "qoshat fill", "W1", "cpu", 1000), 15, 10, unit=" ms")
    yield line("a pair of letters in an export, one core", pair(results, pairs), 2, 0.7, unit=" ms")
    yield line("plain text of W1's result", text, 1, 1, unit=" ms")
    pandoc = results.value("whole", "pandoc -t plain", "W1", "cpu", 1000)
    yield line("plain text in a process that runs: times faster than a process of pandoc", pandoc and pandoc / text, 50, 50, True)
