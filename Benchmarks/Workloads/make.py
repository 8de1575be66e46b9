"""Writes the measured templates and what they are filled with; the same bytes each time. Needs python-docx.

    make.py FOLDER ROWS,ROWS,...

reply.docx, prescription.docx: templates in the syntax of docxtpl, which is ours
reply.mailmerge.docx, prescription.mailmerge.docx: the same with mail merge fields
reply.json, prescription-ROWS.json: arrays of contexts
reply-0.json, prescription-ROWS-0.json: the first of them
"""

import io
import itertools
import json
import os
import re
import sys
import zipfile
from xml.sax.saxutils import escape

import contexts
import wording
from docx import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def text_run(text, language, bold=False, size=28):
    """A run as Word saves it, with everything said that its style says already."""
    weight = "<w:b/>" if bold else ""
    return (
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
        f'{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{language}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def field(instruction, shown, language, size=28):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{mark("separate")}'
        f'{text_run(shown, language, size=size)}{mark("end")}'
    )


class Tags:
    """The syntax of docxtpl."""

    has_statements = True

    def value(self, name, is_cut, language, bold, size):
        tag = f"{{{{ {name} }}}}"
        if not is_cut:
            return text_run(tag, language, bold, size)
        # What is left after Word has checked the spelling of a name in the middle of a tag.
        middle = len(tag) // 2
        pieces = tag[:2], tag[2:middle], tag[middle:]
        first, second, third = (text_run(piece, language, bold, size) for piece in pieces)
        return f'{first}<w:proofErr w:type="spellStart"/>{second}<w:proofErr w:type="spellEnd"/>{third}'


class MergeFields:
    """Mail merge fields, which know neither conditions nor loops of paragraphs."""

    has_statements = False

    def value(self, name, is_cut, language, bold, size):
        name = name.rsplit(".", 1)[-1]
        return field(f"MERGEFIELD {name} \\* MERGEFORMAT", f"«{name}»", language, size)


def runs(line, syntax, language, bold=False, size=28):
    """The runs of a line; Word cuts long stretches of text where somebody has edited them: here every sixteen words."""
    result = []
    for piece in re.split(r"(\{~?[\w.]+\})", line):
        if piece.startswith("{"):
            name = piece.strip("{~}")
            result.append(syntax.value(name, piece.startswith("{~"), language, bold, size))
        else:
            words = re.findall(r"\s*\S+\s*", piece) or ([piece] if piece else [])
            for start in range(0, len(words), 16):
                result.append(text_run("".join(words[start : start + 16]), language, bold, size))
    return "".join(result)


edits = itertools.count(0x00B21C00, 37)


def paragraph(content, place="both"):
    edit = f"{next(edits):08X}"
    indent = '<w:ind w:firstLine="709"/>' if place == "both" else ""
    return (
        f'<w:p w:rsidR="{edit}" w:rsidRDefault="{edit}"><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/>{indent}<w:jc w:val="{place}"/></w:pPr>{content}</w:p>'
    )


def paragraphs(lines, syntax, language):
    for line in lines.strip().splitlines():
        if line.startswith("%"):
            if syntax.has_statements:
                yield paragraph(text_run(f"{{%p {line[1:]} %}}", language))
            continue
        bold, place = line.startswith("!"), {"!": "center", ">": "right"}.get(line[0], "both")
        yield paragraph(runs(line.lstrip("!>"), syntax, language, bold), place)


def table(syntax):
    def cell(content, width, span=""):
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{paragraph(content, "left")}</w:tc>'

    def row(cells):
        return f'<w:tr w:rsidR="00B21C00">{"".join(cells)}</w:tr>'

    def statement(text):
        span = f'<w:gridSpan w:val="{len(wording.COLUMNS)}"/>'
        whole = sum(width for _, _, width in wording.COLUMNS)
        return row([cell(text_run(text, "ru-RU", size=24), whole, span)])

    begin, end = ("{%tr for row in rows %}", "{%tr endfor %}") if syntax.has_statements else (None, None)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in "top left bottom right insideH insideV".split()
    )
    yield f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{sides}</w:tblBorders></w:tblPr><w:tblGrid>'
    yield "".join(f'<w:gridCol w:w="{width}"/>' for _, _, width in wording.COLUMNS) + "</w:tblGrid>"
    yield row(cell(text_run(title, "ru-RU", True, 24), width) for title, _, width in wording.COLUMNS)
    if begin:
        yield statement(begin)
    yield row(
        cell(syntax.value(f"row.{name}", False, "ru-RU", False, 24), width)
        for _, name, width in wording.COLUMNS
    )
    if end:
        yield statement(end)
    yield "</w:tbl>"


def reply(syntax):
    yield from paragraphs(wording.REPLY_KK, syntax, "kk-KZ")
    yield from paragraphs(wording.REPLY_RU, syntax, "ru-RU")


def prescription(syntax):
    yield from paragraphs(wording.PRESCRIPTION_BEFORE, syntax, "ru-RU")
    yield from table(syntax)
    yield from paragraphs(wording.PRESCRIPTION_AFTER, syntax, "ru-RU")


def package(body, syntax):
    """A document as Word saves a letter: styles, theme, settings, a header with the page, a footer with the number."""
    document = Document()
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[1] in ("thumbnail", "customXml", "stylesWithEffects"):
                relations.pop(key)
    styles = document.styles.element
    for style in styles.findall(f"{{{W}}}style[@{{{W}}}type='table']"):
        if style.get(f"{{{W}}}default") is None:
            styles.remove(style)
    section = document.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    blank = io.BytesIO()
    document.save(blank)

    source, result = zipfile.ZipFile(blank), io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode() if name.endswith((".xml", ".rels")) else source.read(name)
            if name == "word/document.xml":
                start, end = content.index("<w:body>") + len("<w:body>"), content.index("<w:sectPr")
                content = content[:start] + "".join(body(syntax)) + content[end:]
            elif re.fullmatch(r"word/header\d+\.xml", name):
                content = part("hdr", paragraph(field("PAGE", "2", "ru-RU"), "center"))
            elif re.fullmatch(r"word/footer\d+\.xml", name):
                content = part("ftr", paragraph(runs("№ {number}", syntax, "ru-RU", size=20), "left"))
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED, 6)
    return result.getvalue()


def part(kind, content):
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{kind} xmlns:w="{W}" xmlns:r="{R}">{content}</w:{kind}>'
    )


def main(folder, rows):
    os.makedirs(folder, exist_ok=True)

    def save(name, content):
        with open(f"{folder}/{name}", "wb") as file:
            file.write(content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode())

    for name, body in (("reply", reply), ("prescription", prescription)):
        save(f"{name}.docx", package(body, Tags()))
        save(f"{name}.mailmerge.docx", package(body, MergeFields()))
    data = {"reply": contexts.replies()}
    data.update({f"prescription-{count}": [contexts.prescription(count)] for count in rows})
    for name, letters in data.items():
        save(f"{name}.json", letters)
        save(f"{name}-0.json", letters[0])


if __name__ == "__main__":
    main(sys.argv[1], [int(count) for count in sys.argv[2].split(",")])
