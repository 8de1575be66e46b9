"""Writes templates, data and plans, and compares what the engines make of them.

    prepare.py RENDER LIMIT QOSHAT EXAMPLE PYTHON FOLDER DOCUMENTS
"""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

from engines import METHODS, PEER, SLIVER, export, workloads

WORKLOADS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Workloads")


def call(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().strip()


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return folder


def prepare(render, limit, qoshat, example, python, folder, documents):
    fill(render, limit, python, folder)
    letters(qoshat, example, folder, documents)


def letters(qoshat, example, folder, documents):
    """A register of so many documents, and how many pairs of letters there are in it."""
    tables, register, out = emptied(f"{folder}/tables"), f"{folder}/register.sqlite", f"{folder}/letters"
    for path in glob.glob(f"{register}*"):
        os.remove(path)
    call(example, tables, "--documents", documents)
    call(qoshat, "register", "init", "--register", register)
    call(qoshat, "register", "import", tables, "--register", register)
    pairs = {}
    for name, options in (("sliver", SLIVER), ("all", ())):
        shutil.rmtree(out, ignore_errors=True)
        call(*export(qoshat, folder, *options))
        pairs[name] = len(glob.glob(f"{out}/**/*.kk.docx", recursive=True))
        if pairs[name] != len(glob.glob(f"{out}/**/*.ru.docx", recursive=True)):
            raise SystemExit("an export lacks letters in one language")
    with open(f"{folder}/pairs.json", "w", encoding="utf-8") as file:
        json.dump(pairs, file)


def fill(render, limit, python, folder):
    rows = ",".join(data.split("-")[1] for _, _, data in workloads() if "-" in data)
    call(python, f"{WORKLOADS}/make.py", folder, rows)
    for name, template, data in workloads():
        path, contexts, plan = f"{folder}/{template}.docx", f"{folder}/{data}.json", f"{folder}/{data}.plan"
        marked, documents = f"{folder}/marked.json", emptied(f"{folder}/marked")
        count = call(sys.executable, f"{WORKLOADS}/plan.py", "marked", contexts, marked)
        call(render, "files", path, marked, count, "0", documents)
        call(sys.executable, f"{WORKLOADS}/plan.py", "plan", contexts, documents, plan)
        if name in ("W1", "W2:100", "W2:1,000"):
            ours = emptied(f"{folder}/ours")
            call(render, "files", path, contexts, count, "0", ours)
            for method in METHODS:
                theirs = emptied(f"{folder}/theirs")
                call(limit, method, "files", plan, count, "0", theirs)
                compare(ours, theirs, int(count), parts, f"{name}: the C program makes other parts than the product")
            theirs, few = emptied(f"{folder}/theirs"), min(int(count), 3)
            call(python, PEER, "docxtpl", "files", path, contexts, str(few), "0", theirs)
            compare(ours, theirs, few, words, f"{name}: docxtpl makes another text than the product")
            if name == "W1":
                os.replace(f"{ours}/0.docx", f"{folder}/filled.docx")


def compare(ours, theirs, count, read, complaint):
    for number in range(count):
        if read(f"{ours}/{number}.docx") != read(f"{theirs}/{number}.docx"):
            raise SystemExit(f"{complaint} ({number}.docx)")


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def words(path):
    return b"".join(re.findall(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>", parts(path)["word/document.xml"]))


if __name__ == "__main__":
    prepare(*sys.argv[1:])
