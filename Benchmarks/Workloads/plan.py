"""Writes the plan of the least work: which constant bytes and which values follow each other in each document.

    plan.py marked CONTEXTS TARGET         the contexts with a mark in the place of every text; prints their number
    plan.py plan CONTEXTS DOCUMENTS TARGET     the plan, read from the documents filled with those marks

The product fills the marked contexts, so that whatever stands between two marks is what it writes there.
"""

import json
import re
import struct
import sys
import zipfile

MARK = re.compile("\ue000(\\d+)\ue001".encode())


def replaced(value, texts):
    """The value with each text replaced by a mark with its number; the texts are appended to `texts`."""
    if isinstance(value, str):
        texts.append(value)
        return f"\ue000{len(texts) - 1}\ue001"
    if isinstance(value, list):
        return [replaced(element, texts) for element in value]
    if isinstance(value, dict):
        return {name: replaced(element, texts) for name, element in value.items()}
    return value


def text(bytes):
    return struct.pack("<I", len(bytes)) + bytes


def texts(all):
    return struct.pack("<I", len(all)) + b"".join(map(text, all))


def stored(path, entry):
    """The bytes of an entry as they stand in the archive (APPNOTE.TXT, §4.3.7)."""
    with open(path, "rb") as file:
        file.seek(entry.header_offset + 26)
        file.seek(sum(struct.unpack("<HH", file.read(4))), 1)
        return file.read(entry.compress_size)


def sequence(content, constants):
    """Constants and values in turn; constants are numbered as they are met."""
    pieces = MARK.split(content)
    pieces[::2] = [constants.setdefault(piece, len(constants)) << 1 for piece in pieces[::2]]
    pieces[1::2] = [int(piece) << 1 | 1 for piece in pieces[1::2]]
    return struct.pack(f"<I{len(pieces)}I", len(pieces), *pieces)


def plan(contexts, folder):
    values, constants, sequences, entries = [], {}, [], []
    replaced(contexts, values)
    paths = [f"{folder}/{number}.docx" for number in range(len(contexts))]
    with zipfile.ZipFile(paths[0]) as archive:
        listed = archive.infolist()
        written = [entry.filename for entry in listed if MARK.search(archive.read(entry))]
    for entry in listed:
        is_written = entry.filename in written
        entries.append(
            text(entry.filename.encode())
            + struct.pack("<4I", is_written, entry.compress_type, entry.CRC, entry.file_size)
            + text(b"" if is_written else stored(paths[0], entry))
        )
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            sequences += [sequence(archive.read(name), constants) for name in written]
    return b"".join(
        [texts(list(constants)), texts([value.encode() for value in values])]
        + [struct.pack("<I", len(entries)), *entries]
        + [struct.pack("<I", len(contexts)), *sequences]
    )


def main(what, contexts, *arguments):
    with open(contexts, encoding="utf-8") as file:
        contexts = json.load(file)
    if what == "marked":
        with open(arguments[0], "w", encoding="utf-8") as file:
            json.dump(replaced(contexts, []), file, ensure_ascii=False)
        print(len(contexts))
    else:
        with open(arguments[1], "wb") as file:
            file.write(plan(contexts, arguments[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
