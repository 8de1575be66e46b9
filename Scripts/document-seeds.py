#!/usr/bin/env python3
"""Takes the parts out of Word documents for `fuzz-document`, which reads each without the archive around it.

    Scripts/document-seeds.py FOLDER SEEDS
"""
import hashlib
import os
import re
import sys
import zipfile

LETTERS = [("t", r"\[content_types\]\.xml"), ("p", r"_rels/\.rels"), ("r", r".*/_rels/[^/]*document[^/]*\.rels"),
           ("d", r".*/document\d*\.xml"), ("s", r".*/styles\d*\.xml"), ("n", r".*/numbering\d*\.xml"),
           ("f", r".*/footnotes\d*\.xml"), ("h", r".*/(header|footer)\d*\.xml")]


def main():
    source, target = sys.argv[1:3]
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        with zipfile.ZipFile(os.path.join(source, name)) as archive:
            for entry in archive.infolist():
                for letter, pattern in LETTERS:
                    if re.fullmatch(pattern, entry.filename.lower()):
                        seed = letter.encode() + archive.read(entry)
                        with open(os.path.join(target, hashlib.sha1(seed).hexdigest()), "wb") as file:
                            file.write(seed)


if __name__ == "__main__":
    main()
