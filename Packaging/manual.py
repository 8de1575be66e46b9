#!/usr/bin/env python3
"""Writes the pages of the manual from what the program tells of itself.

qoshat --experimental-dump-help | manual.py FOLDER --version VERSION --prefix PREFIX

qoshat.1 gives the overview, and each command has a page: qoshat-render.1. The commands of a command (register import) stand
on its page. SOURCE_DATE_EPOCH dates the pages.
"""

import argparse
import datetime
import json
import os
import pathlib
import sys

OVERVIEW = """
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
There are findings; what they are about was not written.
.TP
.B 2
Wrong usage.
.TP
.B 3
Unreadable input.
.TP
.B 4
The environment: a full disk, a file that may not be written.
.SH ENVIRONMENT
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
The language of messages, unless
.B \\-\\-messages
gives it.
.TP
.B DICPATH
More folders with dictionaries of Hunspell.
.SH FILES
.TP
.I ./templates
The letter kinds, if the folder is there.
.TP
.I @PREFIX@/share/qoshat/templates
Those that were installed, which are taken else.
.TP
.I ./qoshat.sqlite
The case register, unless
.B \\-\\-register
names another.
.TP
.I .qoshat.yaml
The rules that letters beside it or below it may break, with reasons.
.TP
.I @PREFIX@/share/doc/qoshat
Guides, an example register with its cases, examples for systemd, nginx and Caddy.
.SH EXAMPLES
The example letter, with its figures from the example register:
.PP
.nf
qoshat register init \\-\\-register cases.sqlite
qoshat register import @PREFIX@/share/doc/qoshat/examples/register \\-\\-register cases.sqlite
qoshat render response \\-\\-register cases.sqlite \\\\
  \\-\\-data @PREFIX@/share/doc/qoshat/examples/cases/response\\-2021.json
.fi
"""


def escaped(text):
    """Text as roff shows it unchanged."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    lines = (line.strip() for line in text.splitlines())
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def is_shown(part):
    return part.get("shouldDisplay", True)


def name(form):
    return ("-" if form["kind"] == "short" else "--") + form["name"]


def label(argument):
    """An argument as a heading of its description: -o, --out out."""
    value = f"\\fI{escaped(argument['valueName'])}\\fR"
    if argument["kind"] == "positional":
        return value
    forms = ", ".join(f"\\fB{escaped(name(form))}\\fR" for form in argument["names"])
    return forms if argument["kind"] == "flag" else f"{forms} {value}"


def description(argument):
    text = argument.get("abstract", "")
    notes = []
    if argument.get("allValues") and "values:" not in text:
        notes.append("values: " + ", ".join(argument["allValues"]))
    if argument.get("defaultValue") and "default:" not in text:
        notes.append("default: " + argument["defaultValue"])
    if notes:
        text += f" ({'; '.join(notes)})"
    return "\n.br\n".join(escaped(part) for part in [text, argument.get("discussion", "")] if part)


def descriptions(arguments):
    return "".join(f".TP\n{label(argument)}\n{description(argument)}\n" for argument in arguments)


def usage(words, arguments):
    """The command with what it must be given."""
    parts = [f"\\fB{escaped(word)}\\fR" for word in words]
    if any(argument["isOptional"] and argument["kind"] != "positional" for argument in arguments):
        parts.append("[\\fIoptions\\fR]")
    for argument in sorted(arguments, key=lambda each: each["kind"] == "positional"):
        if argument["isOptional"] and argument["kind"] != "positional":
            continue
        text = f"\\fI{escaped(argument['valueName'])}\\fR"
        if argument["kind"] == "option":
            text = f"\\fB{escaped(name(argument['preferredName']))}\\fR {text}"
        if argument["isRepeating"]:
            text += " ..."
        parts.append(f"[{text}]" if argument["isOptional"] else text)
    return " ".join(parts) + "\n"


def arguments(command):
    return [argument for argument in command.get("arguments", []) if is_shown(argument)]


def commands(command):
    parts = command.get("subcommands", [])
    return [part for part in parts if is_shown(part) and part["commandName"] != "help"]


def about(command):
    texts = [command.get("abstract", ""), *command.get("discussion", "").split("\n\n")]
    return "\n.PP\n".join(paragraph(text) for text in texts if text) + "\n"


def paragraph(text):
    """Examples keep their lines."""
    return f".nf\n{escaped(text)}\n.fi" if text.lstrip().startswith("qoshat ") else escaped(text)


def sections(command):
    """The arguments of a command, those that are its own before those that are options."""
    own = [argument for argument in arguments(command) if argument["kind"] == "positional"]
    options = [argument for argument in arguments(command) if argument["kind"] != "positional"]
    text = ".SH ARGUMENTS\n" + descriptions(own) if own else ""
    return text + (".SH OPTIONS\n" + descriptions(options) if options else "")


def parts(words, command):
    """The commands of a command, with the options that all of them take told once."""
    inner = commands(command)
    shared = [each for each in arguments(inner[0]) if all(each in arguments(other) for other in inner)]
    text = ".SH COMMANDS\n"
    for part in inner:
        text += f".SS {escaped(' '.join([*words[1:], part['commandName']]))}\n"
        text += usage([*words, part["commandName"]], arguments(part)) + ".PP\n" + about(part)
        text += descriptions([each for each in arguments(part) if each not in shared])
    return text + ".SH OPTIONS OF EVERY COMMAND\n" + descriptions(shared)


def page(title, heading, body):
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    day = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc).date().isoformat()
    return f'.TH {escaped(title).upper()} 1 {day} "{heading}" "User Commands"\n.nh\n.ad l\n{body}'


def named(title, command):
    abstract = command["abstract"].rstrip(".")
    return f".SH NAME\n{escaped(title)} \\- {escaped(abstract[:1].lower() + abstract[1:])}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--prefix", required=True)
    options = parser.parse_args()
    root = json.load(sys.stdin)["command"]
    program = root["commandName"]
    heading = f"{program} {options.version}"

    body = named(program, root) + ".SH SYNOPSIS\n"
    body += f"\\fB{program}\\fR \\fIcommand\\fR [\\fIoptions\\fR]\n.SH DESCRIPTION\n{about(root)}.SH COMMANDS\n"
    for command in commands(root):
        title = f"{program}-{command['commandName']}"
        body += f".TP\n.BR {escaped(title)} (1)\n{escaped(command['abstract'])}\n"
        text = named(title, command) + ".SH SYNOPSIS\n"
        words = [program, command["commandName"]]
        if commands(command):
            text += f"\\fB{escaped(' '.join(words))}\\fR \\fIcommand\\fR [\\fIoptions\\fR]\n"
            text += ".SH DESCRIPTION\n" + about(command) + parts(words, command)
        else:
            text += usage(words, arguments(command)) + ".SH DESCRIPTION\n" + about(command) + sections(command)
        text += f".SH SEE ALSO\n.BR {program} (1)\n"
        (options.folder / f"{title}.1").write_text(page(title, heading, text), encoding="utf-8")
    body += ".SH OPTIONS\n" + descriptions(arguments(root)) + OVERVIEW.lstrip().replace("@PREFIX@", options.prefix)
    (options.folder / f"{program}.1").write_text(page(program, heading, body), encoding="utf-8")


main()
