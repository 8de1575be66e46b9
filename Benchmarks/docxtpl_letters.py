"""The letters of a generated register as docxtpl makes them, from the same templates.

    docxtpl_letters.py prepare REGISTER TEMPLATES COUNT CONTEXTS
    docxtpl_letters.py render TEMPLATES CONTEXTS OUT

docxtpl knows no grammar: `prepare` writes the strings that our filters make, and in `render` filters hand them through, so
that none of the work of cases, dates and numbers is docxtpl's. Nor does it compare the originals or count the annex's sheets.
"""

import csv
import json
import os
import sys

PLACES = {"kk": 0, "ru": 1}


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def prepare(register, templates, count, target):
    import yaml

    def reference(name):
        with open(f"{templates}/reference/{name}.yaml", encoding="utf-8") as file:
            return yaml.safe_load(file)

    bodies, people = reference("bodies"), reference("people")
    organisations = reference("addressees")
    cards = {row["url"]: row for row in table(f"{register}/resources.csv")}
    documents = [row for row in table(f"{register}/documents.csv") if row["kind"] != "response"]
    documents = documents[:: max(1, len(documents) // count)][:count]
    links = {row["id"]: [] for row in documents}
    for row in table(f"{register}/links.csv"):
        if row["document"] in links:
            links[row["document"]].append(row["url"])
    contexts = []
    for row in documents:
        with open(f"{register}/{row['case']}", encoding="utf-8") as file:
            data = json.load(file)
        for language in ("kk", "ru"):
            context = values(data, language, bodies, people, organisations)
            context["rows"] = [
                {"number": number + 1, "url": url, "enteredAt": day(cards[url]["entered_at"])}
                for number, url in enumerate(links[row["id"]])
            ]
            contexts.append({"kind": row["kind"], "language": language, "id": row["id"], "data": context})
    with open(target, "w", encoding="utf-8") as file:
        json.dump(contexts, file, ensure_ascii=False, default=str)


def day(iso):
    year, month, number = map(int, iso.split("-"))
    return {"year": year, "month": month, "day": number}


def values(data, language, bodies, people, organisations):
    def person(name):
        entry = people[name]
        return dict(entry[language], position=(entry.get("positions") or [{}])[0].get(language, ""))

    def organisation(entry):
        entry = organisations[entry] if isinstance(entry, str) else entry
        return {"lines": entry["lines"][language], "byList": entry.get("byList", False)}

    issuer, detected = bodies["information-ministry"], bodies[data["detectedBy"]]
    law = {
        "kk": "«Байланыс туралы» Қазақстан Республикасы Заңының 41-1-бабының 1-1-тармағы негізінде",
        "ru": "пункта 1-1 статьи 41-1 Закона Республики Казахстан «О связи»",
    }[language]
    violation = {
        "casino": ("интернет-казинода құмар ойындарды өткізуге арналған ақпарат", "информация об азартных играх"),
        "advertising": ("интернет-казино жарнамасы", "реклама интернет-казино"),
    }[data["violation"]][PLACES[language]]
    context = {
        "addressees": [organisation(entry) for entry in data["addressees"]],
        "bodies": {"issuer": dict(issuer, names=issuer["name"], name=issuer["name"][language])},
        "detectedBy": dict(detected, name=detected["name"][language]),
        "citations": dict.fromkeys(["media", "prohibition", "restriction", "restoration", "liability"], law),
        "monitoring": f"{data['monitoring']['from']} – {data['monitoring']['to']}",
        "violation": violation,
        "system": {"name": {"kk": "Киберқадағалау", "ru": "Кибернадзор"}[language]},
        "terms": {
            "ministry": {
                "kk": {"definition": "(бұдан әрі – Министрлік)", "short": "Министрлік"},
                "ru": {"definition": "(далее – Министерство)", "short": "Министерство"},
            }[language]
        },
        "style": {"inlineResources": 5},
        "annex": {"sheets": 1},
        "deadline": data.get("deadline", 3),
        "reportDeadline": data.get("reportDeadline", 1),
        "measures": [measure[language] for measure in data.get("measures", [])],
        "replyBy": data.get("replyBy", ""),
        "platform": data.get("platform", ""),
        "signatory": person(data["signatory"]),
        "executor": dict(data["executor"], person=person(data["executor"]["person"])),
    }
    if "registration" in data:
        context["registration"] = data["registration"]
    return context


class Rows(list):
    """Our lists compare by their length."""

    def __gt__(self, count):
        return len(self) > count


def render(templates, source, out):
    import jinja2
    from docxtpl import DocxTemplate

    def same(value, *arguments, **named):
        return value

    def counted(value, word, *arguments):
        return f"{len(value) if isinstance(value, list) else value} {word}"

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    for name in "бап күн кезең барыс ілік үзілмес статья дата период винительный неразрывно".split():
        environment.filters[name] = same
    for name in "сан жақша количество скобки слово".split():
        environment.filters[name] = counted
    with open(source, encoding="utf-8") as file:
        contexts = json.load(file)
    os.makedirs(out, exist_ok=True)
    opened = {}
    for entry in contexts:
        path = f"{templates}/{entry['kind']}/{entry['language']}.docx"
        if path not in opened:
            opened[path] = DocxTemplate(path)
        context = dict(entry["data"], resources=Rows(entry["data"]["rows"]))
        opened[path].render(context, environment)
        opened[path].save(f"{out}/{entry['id']}.{entry['language']}.docx")


if sys.argv[1] == "prepare":
    prepare(sys.argv[2], sys.argv[3], int(sys.argv[4]), sys.argv[5])
else:
    render(*sys.argv[2:5])
