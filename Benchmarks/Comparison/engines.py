"""What is measured: each engine's command, on which letters, and how many documents make one run."""

import json
import os
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
PEER = os.path.join(os.path.dirname(HERE), "Peers", "peer.py")
# How the C program deflates what it writes.
METHODS = {"zlib": "C, zlib 6", "libdeflate": "C, libdeflate 6", "prepared": "C, prepared deflate"}
ROWS = (100, 1_000, 10_000, 100_000)

# Documents and warm-up of one process, for the letter and for tables of 100, 1,000, 10,000 and 100,000 rows.
FAST = ((1000, 100), (400, 20), (50, 4), (5, 1), (1, 0))
SLOW = ((10, 2), (10, 2), (3, 1), (1, 0), None)


@dataclass
class Tools:
    """The programs that are run, and the folder with the templates and their data."""

    render: str
    limit: str
    qoshat: str
    example: str
    python: str
    folder: str


@dataclass
class Task:
    """One line of a table: a command that is run again and again, each time as a process of its own."""

    group: str
    engine: str
    workload: str
    commands: list
    """More than one are run at the same time, one on each core."""
    runs: int
    is_whole: bool = False
    """Whether the time of the process from its start is what counts, and not what it says of itself."""
    out: str = ""
    """A folder that is removed before each run."""


def workloads():
    yield "W1", "reply", "reply"
    for rows in ROWS:
        yield f"W2:{rows:,}", "prescription", f"prescription-{rows}"


def in_memory(tools, runs, slow_runs):
    """Template compiled once where an engine can, many documents, one core."""
    for place, (workload, template, data) in enumerate(workloads()):
        path = f"{tools.folder}/{template}"
        contexts, plan = f"{tools.folder}/{data}.json", f"{tools.folder}/{data}.plan"
        documents, warm_up = map(str, FAST[place])

        def task(engine, *command, count=runs):
            return Task("memory", engine, workload, [command], count)

        yield task("Qoshat", tools.render, "memory", f"{path}.docx", contexts, documents, warm_up)
        for method, name in METHODS.items():
            yield task(name, tools.limit, method, "memory", plan, documents, warm_up)
        if SLOW[place]:
            documents, warm_up = map(str, SLOW[place])
            for engine in ("docxtpl", "docx-mailmerge2", "python-docx", "jinja2"):
                # Ten thousand rows take some seconds, and grow faster than their number with docx-mailmerge2.
                count = slow_runs[engine == "docx-mailmerge2"] if place >= 3 else runs
                if not count:
                    continue
                source = f"{path}.mailmerge.docx" if engine == "docx-mailmerge2" else f"{path}.docx"
                yield task(
                    engine, tools.python, PEER, engine, "memory", source, contexts, documents, warm_up, count=count
                )


def to_files(tools, runs):
    """The letter to files on both cores: threads of one process, but for Python, which has a process for each core."""
    template, data = f"{tools.folder}/reply.docx", f"{tools.folder}/reply"
    out = [f"{tools.folder}/out-{core}" for core in range(2)]
    for folder in out:
        os.makedirs(folder, exist_ok=True)

    def task(engine, *commands):
        return Task("files", engine, "W1", list(commands), runs)

    yield task("Qoshat", (tools.render, "files", template, f"{data}.json", "1000", "100", out[0], "2"))
    for method, name in METHODS.items():
        yield task(name, (tools.limit, method, "files", f"{data}.plan", "1000", "100", out[0], "2"))
    peer = (tools.python, PEER, "docxtpl", "files", template, f"{data}.json", "10", "2")
    yield task("docxtpl", *((*peer, folder) for folder in out))


def apart(tools, runs):
    """What the product does beside filling."""
    template, data = f"{tools.folder}/reply.docx", f"{tools.folder}/reply.json"
    for mode, name in (("compile", "compile a template"), ("text", "plain text of a letter")):
        yield Task("apart", name, "W1", [(tools.render, mode, template, data, "200", "20")], runs)


def whole(tools, runs):
    """Processes from their start to their end, one document each."""
    folder, result = tools.folder, f"{tools.folder}/whole.docx"

    def task(engine, workload, *command):
        return Task("whole", engine, workload, [command], runs, is_whole=True)

    def fill(workload, template, data):
        command = (tools.qoshat, "fill", f"{folder}/{template}.docx", "--data", f"{folder}/{data}", "-o", result)
        return task("qoshat fill", workload, *command)

    yield fill("W1", "reply", "reply-0.json")
    yield fill("W2:1,000", "prescription", "prescription-1000-0.json")
    yield task("qoshat text", "W1", tools.qoshat, "text", f"{folder}/filled.docx")
    peer = (tools.python, PEER, "docxtpl", "files", f"{folder}/reply.docx", f"{folder}/reply.json", "1", "0")
    yield task("docxtpl", "W1", *peer, f"{folder}/out-0")
    if any(os.access(f"{path}/pandoc", os.X_OK) for path in os.environ["PATH"].split(":")):
        yield task("pandoc -t plain", "W1", "pandoc", "-t", "plain", f"{folder}/filled.docx")


def export(qoshat, folder, *options):
    """The letters of a year's documents: both originals as documents and texts, with figures and all checks."""
    return (
        qoshat, "export", "--period", "2021", "--register", f"{folder}/register.sqlite", "--out", f"{folder}/letters",
        "--templates", f"{PROJECT}/templates", "--progress", "none", *options,
    )


# What tells the start of an export from its letters: a piece with as good as none of them.
SLIVER = ("--shard", "1/1000", "--jobs", "1")


def letters(tools):
    """Exports of a generated register, on one core and on both."""
    def task(engine, *options):
        command = export(tools.qoshat, tools.folder, *options)
        return Task("letters", engine, "export", [command], 3, is_whole=True, out=f"{tools.folder}/letters")

    yield task("its start", *SLIVER)
    yield task("one job", "--jobs", "1")
    yield task("two jobs", "--jobs", "2")


def pairs(folder):
    """How many pairs of letters each export makes."""
    with open(f"{folder}/pairs.json", encoding="utf-8") as file:
        return json.load(file)


def tasks(tools, is_quick):
    runs, slow_runs = (3, (1, 0)) if is_quick else (7, (3, 2))
    yield from in_memory(tools, runs, slow_runs)
    yield from to_files(tools, runs)
    yield from apart(tools, runs)
    yield from whole(tools, runs * 3)
    yield from letters(tools)
