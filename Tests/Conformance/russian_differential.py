#!/usr/bin/env python3
"""Compare Russian numbers in words with num2words, form by form.

usage: russian_differential.py [--sample N] [--seed S] [--show N] [--command 'qoshat inflect ru --jsonl -']

Asks the command for cardinals and ordinals in every case and gender, for every number to 10,000 and a sample to 10^12, and
prints how many forms agree and where the two differ. Differences that are num2words' own mistakes are counted apart:
 * the genders of the counted noun given to "миллион" and "миллиард" ("одной миллиона");
 * an ordinal in the middle of a number ("сороковая тысяч девятьсот восемьдесят четвёртая");
 * "ноля" for zero, where ours has "нуля" and the other as a variant.
Exits with 1 if anything else differs. Without num2words there is nothing to compare: the script says so and exits with 0.
"""
import argparse
import collections
import json
import random
import shlex
import subprocess
import sys

try:
    from num2words import num2words
except ImportError:
    print("num2words is not installed: nothing was compared")
    sys.exit(0)

CASES = ["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
GENDERS = ["m", "f", "n"]


def numbers(sample, seed):
    chosen = random.Random(seed)
    yield from range(10_001)
    for power in range(4, 13):
        yield from (10 ** power, 2 * 10 ** power, 21 * 10 ** (power - 1))
    for _ in range(sample):
        yield chosen.randrange(10 ** chosen.randint(5, 12))


def requests(sample, seed):
    for number in numbers(sample, seed):
        for op in ("words", "ordinal"):
            for case in CASES:
                for gender in GENDERS:
                    yield {"language": "ru", "op": op, "number": number, "case": case, "gender": gender}


def expected(request):
    ordinal = {"to": "ordinal"} if request["op"] == "ordinal" else {}
    return num2words(
        request["number"], lang="ru", case=request["case"][0], gender=request["gender"], animate=False, **ordinal)


def known(request, theirs):
    """The name of num2words' mistake that explains a difference, or None."""
    number = request["number"]
    if request["op"] == "ordinal":
        before = theirs.split()[:-1]
        is_adjective = any(word.endswith(("ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое")) for word in before)
        return "ordinal in the middle" if is_adjective else None
    if number == 0:
        return "stem of zero"
    if number >= 10 ** 6 and request["gender"] != "m":
        return "gender of a million"
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--sample", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=20)
    options.add_argument("--command", default="qoshat inflect ru --jsonl -")
    arguments = options.parse_args()

    asked = [dict(request, id=str(index)) for index, request in enumerate(requests(arguments.sample, arguments.seed))]
    text = "".join(json.dumps(request, ensure_ascii=False) + "\n" for request in asked)
    answered = subprocess.run(shlex.split(arguments.command), input=text, capture_output=True, text=True)
    answers = {}
    for line in answered.stdout.splitlines():
        answer = json.loads(line)
        answers[answer["id"]] = answer
    if not answers:
        sys.exit(f"no answers from {arguments.command}: {answered.stderr.strip()}")

    counts, differences = collections.Counter(), []
    for request in asked:
        theirs = expected(request)
        answer = answers.get(request["id"], {})
        if answer.get("form") == theirs:
            counts["agree"] += 1
        elif mistake := known(request, theirs):
            counts[f"num2words: {mistake}"] += 1
        else:
            counts["differ"] += 1
            differences.append((request, answer, theirs))
    for name, count in sorted(counts.items()):
        print(f"{count:8} {name}")
    for request, answer, theirs in differences[:arguments.show]:
        print(f'{request["op"]} {request["number"]} {request["case"]} {request["gender"]}: {answer.get("form")} | {theirs}')
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
