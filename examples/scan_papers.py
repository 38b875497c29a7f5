"""The papers that are scanned: a seed comes in; an invoice, a letter and a passenger manifest in three languages go out.

Each is a drawn page and its truth: the words as printed, in the order of the eye, and the values an analyst looks for.
"""

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pypdfium2
from cast import Person, seeded
from goods_papers import invoice
from letters import letter
from pdf import write_pdf
from sheet import Block, Grid, Pairs, Style, Text, Title, draw_style
from story import Story, tell
from travel_papers import HEADERS

from clew.model.source import Word
from clew.read.readers._letters import Letters, find_words, read_letters

LANGUAGES = ("en", "ru", "zh")
KINDS = ("invoice", "letter", "manifest")
_MANIFEST = {  # title, flight, date, from, to, carrier, closing
    "en": ("Passenger manifest", "Flight", "Date", "From", "To", "Carrier", "Passengers on board"),
    "ru": ("Пассажирский манифест", "Рейс", "Дата", "Откуда", "Куда", "Перевозчик", "Всего пассажиров на борту"),
    "zh": ("旅客舱单", "航班号", "日期", "出发地", "目的地", "承运人", "旅客总数"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper before it is scanned."""

    kind: str
    language: str
    pdf: bytes
    lines: tuple[str, ...]  # as the eye reads them, from the top
    pieces: tuple[str, ...]  # words of a line that stand together, for a measure that no reading order changes
    fields: dict[str, str]  # name: as printed


def papers(seed: int) -> list[Drawn]:
    """Return the nine papers of a seed."""
    story = tell(seed)
    return [_paper(story, kind, language) for language in LANGUAGES for kind in KINDS]


def _paper(story: Story, kind: str, language: str) -> Drawn:
    dice = seeded(story.cast.seed, f"scan:{kind}:{language}")
    style = replace(draw_style(dice, language), size=dice.choice([9.5, 10, 10.5]))
    make = {"invoice": _invoice, "letter": _letter, "manifest": _manifest}[kind]
    blocks, fields, day = make(story, language, style, dice)
    data = write_pdf(blocks, style=style, day=day, author="scan", foot_size=8.5, foot_color="#000000")
    letters, words = _first_page(data)
    rows = visual_lines(words)
    lines = tuple(" ".join(letters.text[word.start : word.stop] for word in row) for row in rows)
    printed = re.sub(r"\s", "", "".join(lines) + letters.text)
    fields = {name: value for name, value in fields.items() if re.sub(r"\s", "", value) in printed}
    return Drawn(kind, language, data, lines, tuple(_pieces(rows, letters.text)), fields)


def _first_page(data: bytes) -> tuple[Letters, list[Word]]:
    document = pypdfium2.PdfDocument(data)
    try:
        letters = read_letters(document[0])
        return letters, list(find_words(letters, 1))
    finally:
        document.close()


def visual_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words line by line as the eye sees them, from the top; words whose middles are level share a line."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.y0 + one.y1, one.x0)):
        middle = (word.y0 + word.y1) / 2
        last = rows[-1] if rows else []
        level = sum((one.y0 + one.y1) / 2 for one in last) / len(last) if last else -99.0
        height = max((one.y1 - one.y0 for one in [*last, word]), default=1.0)
        if last and middle - level <= 0.4 * height:
            last.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def _pieces(rows: list[list[Word]], text: str) -> Iterable[str]:
    for row in rows:
        piece = ""
        right = row[0].x0
        for word in row:
            if piece and word.x0 - right > 1.4 * (word.y1 - word.y0):
                yield piece
                piece = ""
            piece = f"{piece} {text[word.start : word.stop]}".strip()
            right = word.x1
        yield piece


def _invoice(
    story: Story, language: str, style: Style, dice: random.Random
) -> tuple[list[Block], dict[str, str], date]:
    leg = "second_leg" if language == "ru" else "first_leg"
    known = [one for one in story.papers if one.kind == "invoice" and one.why == leg]
    paper = replace(dice.choice(known), language=language, suffix="pdf")
    total = sum(round(line.quantity * line.price, 2) for line in paper.lines)
    fields = {"number": paper.number, "date": style.day(paper.day), "total": style.money(total)}
    for role, firm in (("seller", paper.seller), ("buyer", paper.buyer)):
        spellings = {"en": firm.en, "ru": firm.ru, "zh": firm.zh}[language]
        fields |= {f"{role} {place}": name for place, name in enumerate(spellings, start=1)}
        fields |= {f"{role} {kind}": firm.identifier(kind) for kind in ("inn", "uscc") if firm.identifier(kind)}
    for place, line in enumerate(paper.lines, start=1):
        fields |= {f"item {place}": line.item, f"sum {place}": style.money(round(line.quantity * line.price, 2))}
    return invoice(paper, style, dice), fields, paper.day


def _letter(story: Story, language: str, style: Style, dice: random.Random) -> tuple[list[Block], dict[str, str], date]:
    mission = dice.choice([one for one in story.missions if one.language == language])
    number = f"{dice.randint(100, 990)}/{mission.written.year % 100}"
    written, start, stop = (style.day(day) for day in (mission.written, mission.start, mission.stop))
    fields = {"number": number, "written": written, "start": start, "stop": stop}
    fields |= {"plant": story.cast.plant.name(language), "intermediary": story.cast.intermediary.name(language)}
    for place, person in enumerate(mission.people, start=1):
        name = person.native if language == "zh" else person.latin
        fields |= {f"name {place}": name, f"passport {place}": person.passport}
    return letter(mission, story.cast, style, dice, number), fields, mission.written


def _manifest(
    story: Story, language: str, style: Style, dice: random.Random
) -> tuple[list[Block], dict[str, str], date]:
    legs = [leg for leg in story.legs if leg.status == "flown"]
    most = max(legs, key=lambda leg: sum((one.flight, one.day) == (leg.flight, leg.day) for one in legs))
    flown = [leg for leg in legs if (leg.flight, leg.day) == (most.flight, most.day)]
    known = {leg.person.passport for leg in flown}
    others = [one for one in (*story.cast.strangers, *story.cast.staff) if one.passport not in known]
    people = [*(leg.person for leg in flown), *dice.sample(others, 6)]
    dice.shuffle(people)
    title, flight, day, origin, dest, carrier, count = _MANIFEST[language]
    head = dice.choice(HEADERS[language])
    mark = "：" if language == "zh" else ":"
    places = {"en": (most.origin.en, most.dest.en), "ru": (most.origin.ru, most.dest.ru)}.get(
        language, (most.origin.zh, most.dest.zh)
    )
    told = [(flight, most.flight), (day, style.day(most.day)), (origin, places[0]), (dest, places[1])]
    rows = tuple((place, *_row(person, language, style, dice)) for place, person in enumerate(people, start=1))
    columns = (
        "№" if language == "ru" else "No.",
        head["person"],
        head["passport"],
        {"en": "Born", "ru": "Рожд.", "zh": "出生日期"}[language],
        "PNR",
    )
    blocks: list[Block] = [
        Title(title, middle=True),
        Pairs((*told, (carrier, most.carrier)), mark=mark),
        Grid(columns, rows, ruled=dice.random() < 0.6, widths=(0.5, 2.4, 1.5, 1.5, 1.2)),
        Text(f"{count}{mark} {len(people)}"),
    ]
    fields = {"flight": most.flight, "date": style.day(most.day), "from": places[0], "to": places[1]}
    for row in rows[:8]:
        fields |= {f"name {row[0]}": str(row[1]), f"passport {row[0]}": str(row[2])}
    return blocks, fields, most.day


def _row(person: Person, language: str, style: Style, dice: random.Random) -> tuple[object, ...]:
    name = person.native if language == "zh" or (language == "ru" and person.nation == "RUS") else person.latin
    booking = "".join(dice.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(6))
    return name, person.passport, style.day(person.born), booking
