"""What the measured letters are filled with: invented, and the same each time."""

import random

from wording import ADDRESSEES, BODIES, MEASURES, MONTHS, NAMES, TOPICS

FIGURES = (
    "resources drafts orders letters resources_before drafts_before orders_before letters_before resources_now drafts_now "
    "resources_ordered orders_now links_warned letters_now resources_entered resources_handled"
).split()


def reply(chance):
    def day(first, last):
        year, month, number = chance.randint(first, last), chance.randrange(12), chance.randint(1, 28)
        kk, ru = MONTHS[month]
        return f"{year} жылғы {number} {kk}", f"от {number} {ru} {year} года", f"{number} {ru} {year} года"

    topic, bodies = chance.choice(TOPICS), chance.choice(BODIES)
    signatory, executor = chance.sample(NAMES, 2)
    addressee = ADDRESSEES[: chance.randint(3, len(ADDRESSEES))]
    measures = MEASURES[: chance.randint(1, len(MEASURES))]
    inquiry, order, today = day(2021, 2023), day(2017, 2020), day(2021, 2023)
    year = chance.randint(2021, 2024)
    context = {
        "number": f"{chance.randint(1, 40)}-{chance.randint(1, 20)}/{chance.randint(100, 9999)}",
        "inquiry_number": f"ДС-{chance.randint(10, 999)}",
        "inquiry_date_kk": inquiry[0],
        "inquiry_date_ru": inquiry[1],
        "order_date_kk": order[0],
        "order_date_ru": order[1],
        "order_number": str(chance.randint(10, 400)),
        "day_kk": today[0],
        "day_ru": f"по состоянию на {today[2]}",
        "salutation_kk": "депутаттар",
        "salutation_ru": "депутаты",
        "topic_kk": topic[0],
        "topic_ru": topic[1],
        "law_kk": "Ойын бизнесі туралы",
        "law_ru": "Об игорном бизнесе",
        "article": str(chance.randint(2, 30)),
        "year": str(year),
        "year_before": str(year - 1),
        "year_begin": str(year - 4),
        "year_system": str(year - 2),
        "system": "Киберқадағалау",
        "bodies_kk": bodies[0],
        "bodies_ru": bodies[1],
        "signatory_kk": signatory[0],
        "signatory_ru": signatory[1],
        "executor_kk": executor[0],
        "executor_ru": executor[1],
        "telephone": f"74{chance.randint(1000, 9999)}",
        "has_bill": chance.random() < 0.75,
    }
    for place, language in enumerate(("kk", "ru")):
        context[f"addressee_{language}"] = [{"text": line[place]} for line in addressee]
        ends = [";"] * (len(measures) - 1) + ["."]
        context[f"measures_{language}"] = [
            {"text": measure[place] + end} for measure, end in zip(measures, ends)
        ]
    context.update({name: str(chance.randint(2, 4999)) for name in FIGURES})
    return context


def replies(count=24):
    chance = random.Random(343)
    return [reply(chance) for _ in range(count)]


def prescription(rows):
    chance = random.Random(41)
    words = "alma altyn barys bereke dala kok kumis nomad samruk sary sunkar tulpar".split()
    games = "bet bonus jackpot karta koleso oiyn poker ruletka slot spin".split()
    zones = "example.com example.org example.net example test invalid".split()

    def row(number):
        url = f"https://{chance.choice(words)}-{chance.choice(games)}-{chance.randint(1, 9999)}.{chance.choice(zones)}/"
        if chance.random() < 0.2:
            url += f"?ref={chance.randint(1, 999)}&lang=kk"
        return {
            "item": str(number),
            "url": url,
            "entered": f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.2021",
            "violation": chance.choice(("азартные игры", "реклама", "прием ставок")),
            "body": chance.choice(("МКС", "МВД", "АФМ", "ГП")),
        }

    return {
        "number": "12-4/343",
        "addressee": "Операторам связи (по списку)",
        "period": "с 20 сентября по 1 октября 2021 года",
        "count": str(rows),
        "ministry": "Министерство информации и общественного развития Республики Казахстан",
        "hours": "3 (трех)",
        "days": "1 (одного)",
        "signatory": "Д. Омарбеков",
        "rows": [row(number + 1) for number in range(rows)],
    }
