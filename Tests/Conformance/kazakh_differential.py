#!/usr/bin/env python3
"""Compares Kazakh forms with two independent programs, as far as they can be trusted.

    kazakh_differential.py 'qoshat inflect kk --jsonl -'

hunspell with the Debian dictionary hunspell-kk: a form that it knows is right as a rule, one that it does not know may be
right all the same. So every word is put into wrong harmony too: whatever the dictionary knows with the wrong vowel and not
with ours is shown.

num2words from PyPI (lang='kz'): the last word with which it reads a number must take the same suffixes as the number.
"""
import json
import subprocess
import sys

WORDS = """сілтеме ресурс құжат нұсқама хабарлама хат жоба орган министрлік комитет агенттік заң кодекс бап тармақ
бұйрық қаулы шешім сот әкімдік аумақ аудан қала облыс ауыл ел мемлекет халық азамат депутат фракция партия мәселе сауал
жауап шара жұмыс жүйе сайт бет парақша желі байланыс төлем қаражат ақша банк шот карта ойын казино тәуекел бәс құмар
жарнама ақпарат дерек тізбе тізілім есеп мерзім күн ай жыл апта сағат кезең тоқсан басшы маман қызметкер орынбасар төраға
прокурор полиция тергеу қылмыс құқық бұзушылық жауапкершілік айыппұл талап өтініш шағым арыз қол мөр нөмір мекенжай
телефон пошта көше үй пәтер мектеп университет институт орталық бөлім басқарма департамент кеңсе қызмет көмек қолдау
бақылау тексеру анықтау шектеу жою өшіру ашу жабу тіркеу қабылдау жіберу беру алу қарау дайындау""".split()

CASES = ["gen", "dat", "acc", "loc", "abl", "ins", "pl", "px3", "pl+px3+dat", "px3+loc"]

SUFFIX_OTHER = str.maketrans("аеыі", "еаіы")


def ask(command, requests):
    text = "\n".join(json.dumps(r, ensure_ascii=False) for r in requests)
    run = subprocess.run(command, shell=True, input=text, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def known(words):
    """The words that the dictionary accepts."""
    run = subprocess.run(["hunspell", "-d", "kk_KZ", "-l"], input="\n".join(words),
                         capture_output=True, text=True)
    return set(words) - set(run.stdout.split())


def dictionary(command):
    requests = [{"id": [w, c], "language": "kk", "stem": w, "request": c} for w in WORDS for c in CASES]
    answers = ask(command, requests)
    pairs = []
    for answer in answers:
        stem, form = answer["id"][0], answer["form"]
        same = next((i for i, (a, b) in enumerate(zip(stem, form)) if a != b), min(len(stem), len(form)))
        pairs.append((answer["id"], form, form[:same] + form[same:].translate(SUFFIX_OTHER)))
    accepted = known([form for _, form, _ in pairs] + [other for *_, other in pairs])
    ours = sum(form in accepted for _, form, _ in pairs)
    wrong = [(i, form, other) for i, form, other in pairs
             if form not in accepted and other in accepted and other != form]
    print(f"hunspell-kk: {ours} of {len(pairs)} forms known; {len(wrong)} known only with the other vowel")
    for _, form, other in wrong:
        print(f"  {form}: {other} is known")
    return len(wrong)


def numbers(command):
    from num2words import num2words
    sample = list(range(0, 10001)) + [10 ** 6, 2_000_000, 10 ** 9, 123_456_789, 10 ** 12]
    cases = ["gen", "dat", "acc", "loc", "abl", "ins"]
    words = {n: num2words(n, lang="kz").split()[-1] for n in sample}
    spoken = ask(command, [{"id": w, "language": "kk", "stem": w, "request": c}
                           for w in sorted(set(words.values())) for c in cases])
    suffix = {}
    for answer, case in zip(spoken, cases * len(set(words.values()))):
        suffix[answer["id"], case] = answer["form"][len(answer["id"]):]
    figures = ask(command, [{"id": n, "language": "kk", "stem": str(n), "request": c}
                            for n in sample for c in cases])
    wrong = 0
    for answer, (n, case) in zip(figures, [(n, c) for n in sample for c in cases]):
        if answer["form"] != f"{n}-{suffix[words[n], case]}":
            wrong += 1
            print(f"  {answer['form']}: {n} ends in {words[n]}, {case} -{suffix[words[n], case]}")
    print(f"num2words: {len(figures)} forms of figures, {wrong} differ")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(1 if numbers(sys.argv[1]) + dictionary(sys.argv[1]) else 0)
