"""Fills a template many times with an engine for Python and prints what it took as a line of JSON, as BenchRender does.

    peer.py ENGINE memory|files TEMPLATE CONTEXTS DOCUMENTS WARM-UP [FOLDER]

Each engine is used as its documentation has it: docxtpl and docx-mailmerge2 open the template anew for each document.
"""

import io
import json
import os
import sys
import time


def docxtpl(template):
    from docxtpl import DocxTemplate

    def fill(context, target):
        document = DocxTemplate(template)
        document.render(context, autoescape=True)
        document.save(target)

    return fill


def mailmerge(template):
    from mailmerge import MailMerge

    def fill(context, target):
        lists = {name: value for name, value in context.items() if isinstance(value, list)}
        # It has no loops of paragraphs: the lines of a letter come into one field.
        fields = {name: value for name, value in context.items() if isinstance(value, str)}
        for name, rows in lists.items():
            if name != "rows":
                fields[name] = fields["text"] = "\n".join(row["text"] for row in rows)
        with MailMerge(template) as document:
            document.merge(**fields)
            if "rows" in lists:
                document.merge_rows("item", lists["rows"])
            document.write(target)

    return fill


def python_docx(template):
    """Opening and saving alone, which is what docxtpl rests on."""
    from docx import Document

    def fill(_, target):
        Document(template).save(target)

    return fill


def jinja2(template):
    """The language alone, on the bare text of the main part with its tags as docxtpl joins them, compiled once."""
    import jinja2
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.init_docx()
    text = document.patch_xml(document.get_xml())
    compiled = jinja2.Environment(autoescape=True).from_string(text)

    def fill(context, target):
        bytes = compiled.render(context).encode()
        if isinstance(target, str):
            with open(target, "wb") as file:
                file.write(bytes)
        else:
            target.write(bytes)

    return fill


ENGINES = {"docxtpl": docxtpl, "docx-mailmerge2": mailmerge, "python-docx": python_docx, "jinja2": jinja2}


def kilobytes(field):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(field))


def main(engine, mode, template, contexts, documents, warm_up, folder=None):
    with open(contexts, encoding="utf-8") as file:
        contexts = json.load(file)
    fill = ENGINES[engine](template)

    def run(index):
        target = f"{folder}/{index}.docx" if mode == "files" else io.BytesIO()
        fill(contexts[index % len(contexts)], target)
        return target

    for index in range(int(warm_up)):
        run(index)
    # From here on the kernel counts the largest memory anew.
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    held = kilobytes("VmRSS:")
    wall, processor = time.perf_counter(), time.process_time()
    first = run(0)
    for index in range(1, int(documents)):
        run(index)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = kilobytes("VmHWM:")
    size = os.path.getsize(first) if mode == "files" else len(first.getvalue())
    result = {"documents": int(documents), "cpu": processor, "wall": wall, "size": size, "held": held, "peak": peak}
    print(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
