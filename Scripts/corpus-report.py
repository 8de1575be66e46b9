#!/usr/bin/env python3
"""Gives every document of a folder to a program and tells which are refused, and which are harmed by filling.

    Scripts/corpus-report.py .build/debug/qoshat FOLDER [COMMAND …]

`fill` with no data must return every part of a document without tags byte for byte, in the same order. Documents with tags
(`{{`, `{%` or `{#` in the text of a paragraph) are only run. Ends with 1 where a document is harmed, or a run ends otherwise
than by 0 or 3, or more than 2 % are refused.
"""
import os
import re
import subprocess
import sys
import tempfile
import zipfile


def parts(path):
    with zipfile.ZipFile(path) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


def has_tags(path):
    for name, content in parts(path):
        if name.endswith(".xml") and re.search(rb"\{(?:<[^>]*>|\s)*[{%#]", content):
            return True
    return False


def difference(before, after):
    if [name for name, _ in before] != [name for name, _ in after]:
        return "other names or another order"
    changed = [name for (name, old), (_, new) in zip(before, after) if old != new]
    return "changed: " + ", ".join(changed) if changed else None


def main():
    program, documents = sys.argv[1:3]
    wanted = sys.argv[3:] or [
        name for name in ("text", "html", "fill")
        if subprocess.run([program, name, "--help"], capture_output=True).returncode == 0]
    refused, bad, tagged, count = {}, 0, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        data, output = os.path.join(folder, "empty.json"), os.path.join(folder, "out.docx")
        with open(data, "w") as file:
            file.write("{}")
        commands = {
            "text": lambda path: ["text", path],
            "html": lambda path: ["html", path],
            "fill": lambda path: ["fill", path, "--data", data, "-o", output],
        }
        for name in sorted(os.listdir(documents)):
            path = os.path.join(documents, name)
            count += 1
            for command in wanted:
                run = subprocess.run([program, *commands[command](path)], capture_output=True, timeout=120)
                said = run.stderr.decode("utf-8", "replace").strip().split("\n")[0]
                if run.returncode == 3:
                    refused.setdefault(name, f"{command}: {said}")
                    continue
                if command != "fill":
                    if run.returncode != 0:
                        bad += 1
                        print(f"{name} {command}: exit {run.returncode}: {said}")
                    continue
                if has_tags(path):
                    tagged += 1
                elif run.returncode != 0:
                    bad += 1
                    print(f"{name} fill: exit {run.returncode}: {said}")
                elif harm := difference(parts(path), parts(output)):
                    bad += 1
                    print(f"{name} fill: {harm}")
    for name, why in refused.items():
        print(f"{name} refused by {why}")
    print(f"{count} documents, {len(refused)} refused, {bad} harmed or ended wrongly, {tagged} with tags")
    return 1 if bad or len(refused) > count * 0.02 else 0


if __name__ == "__main__":
    sys.exit(main())
