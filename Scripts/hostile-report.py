#!/usr/bin/env python3
"""Runs a program over the hostile documents and prints what each run took.

    swift run HostileDocuments FOLDER > FOLDER.tsv
    Scripts/hostile-report.py .build/release/qoshat FOLDER FOLDER.tsv [COMMAND …]

A line for each document and command: exit code, seconds, peak memory in MB, and what was said. Ends with 1 where a document
is answered otherwise than it must be, takes over a second, or over 200 MB.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

SECONDS, MEGABYTES = 1.0, 200


def commands(document, folder):
    data = os.path.join(folder, "empty.json")
    with open(data, "w") as file:
        file.write("{}")
    output = os.path.join(folder, "out.docx")
    yield "text", ["text", document], None
    yield "html", ["html", document], None
    yield "fill", ["fill", document, "--data", data, "-o", output], output
    other = os.path.join(folder, "ru.txt")
    with open(other, "w") as file:
        file.write("Уважаемый депутат!\n")
    with open(document, "rb") as file:
        # What is no archive may be the text of a letter to `compare`.
        if file.read(2) == b"PK":
            yield "compare", ["compare", document, other], None


def run(program, arguments, folder):
    """Exit code, seconds, megabytes and both outputs; a signal is a negative code."""
    out, err = os.path.join(folder, "stdout"), os.path.join(folder, "stderr")
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        os.execv(program, [program, *arguments])
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - start
    texts = []
    for path in (out, err):
        with open(path, "rb") as file:
            texts.append(file.read().decode("utf-8", "replace"))
    return os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / 1024, texts


def main():
    program, documents, table = sys.argv[1:4]
    only = set(sys.argv[4:]) or {
        name for name in ("text", "html", "fill", "compare")
        if subprocess.run([program, name, "--help"], capture_output=True).returncode == 0}
    with open(table) as file:
        expected = dict(line.rstrip("\n").split("\t") for line in file)
    bad = 0
    worst_time = worst_memory = (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name, rule in expected.items():
            path = os.path.join(documents, name + ".docx")
            for command, arguments, output in commands(path, folder):
                if command not in only:
                    continue
                code, seconds, megabytes, (out, err) = run(program, arguments, folder)
                wrong = []
                if rule == "read":
                    # The two that are compared say different things, or are both Russian.
                    if code not in ((0, 1, 2) if command == "compare" else (0,)):
                        wrong.append("exit")
                else:
                    said = out + err
                    if code != 3 or rule not in said:
                        wrong.append("exit" if code != 3 else "rule")
                    if command != "compare" and out:
                        wrong.append("stdout")
                    if output and os.path.exists(output):
                        wrong.append("written")
                if seconds > SECONDS:
                    wrong.append("slow")
                if megabytes > MEGABYTES:
                    wrong.append("large")
                if output and os.path.exists(output):
                    os.remove(output)
                bad += bool(wrong)
                worst_time = max(worst_time, (seconds, f"{name} {command}"))
                worst_memory = max(worst_memory, (megabytes, f"{name} {command}"))
                said = (err or out).strip().split("\n")[0][:110] if rule != "read" or code else ""
                print(f"{' '.join(wrong):12} {name:44} {command:8} {rule:5} {code:3} "
                      f"{seconds:6.2f} s {megabytes:6.0f} MB  {said}", flush=True)
    print(f"{len(expected)} documents, {bad} runs not as they should be; slowest {worst_time[0]:.2f} s "
          f"({worst_time[1]}), largest {worst_memory[0]:.0f} MB ({worst_memory[1]})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
