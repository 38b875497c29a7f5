"""Letters that plan visits, and the act that says one was completed: a Mission comes in, blocks go out."""

import random
from datetime import date

from cast import Cast, Firm, Person
from letter_words import LINES, LISTED, OPENINGS, POSTS, PURPOSES, SUBJECTS, TABLES
from sheet import Block, Columns, Grid, Pairs, Rule, Style, Text, Title
from story import Mission


def letter(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    """Return the letter that plans a mission, in its language."""
    return {"en": _english, "ru": _russian, "zh": _chinese}[mission.language](mission, cast, style, dice, number)


def _head(firm: Firm, language: str) -> tuple[str, ...]:
    numbers = (
        f"INN {firm.identifier('inn')}"
        if language != "ru"
        else f"ИНН {firm.identifier('inn')}  ОГРН {firm.identifier('ogrn')}"
    )
    return firm.name(language), firm.address[language], numbers


def _letterhead(firm: Firm, language: str, dice: random.Random, to: tuple[str, ...] = ()) -> list[Block]:
    """Return the head of a letter: centred over a rule, or in columns with the addressee."""
    name, *rest = _head(firm, language)
    if dice.random() < 0.5:
        head: list[Block] = [Title(name, level=2, middle=True), Text(" · ".join(rest), middle=True), Rule()]
        return [*head, *([Text("\n".join(to))] if to else [])]
    return [Columns(((name, *rest), *([to] if to else [])))]


def _visitors(
    people: tuple[Person, ...], language: str, dice: random.Random, firm: Firm, *, without: str = ""
) -> list[Block]:
    """Return the list of visitors: a table, or numbered lines. `without`: the passport to leave out."""
    rows = []
    for place, person in enumerate(people, start=1):
        name = person.native if language == "zh" else person.latin
        rows.append((place, name, "" if person.passport == without else person.passport, dice.choice(POSTS[language])))
    if dice.random() < 0.5:
        body = tuple((*row, firm.name(language)) for row in rows)
        return [Grid(dice.choice(TABLES[language]), body, ruled=dice.random() < 0.7, widths=(0.5, 2, 1.5, 1.6, 2.6))]
    known, unknown = dice.choice(LINES[language])
    return [Text("\n".join((known if row[2] else unknown).format(*row) for row in rows))]


def _said(words: list[str], mission: Mission, cast: Cast, style: Style, dice: random.Random) -> str:
    """Return one of the wordings, filled in."""
    place = {"en": cast.site.en, "ru": cast.site.ru, "zh": cast.site.zh}[mission.language]
    text = dice.choice(words).format(
        place=place,
        host=cast.plant.name(mission.language),
        firm=cast.intermediary.name(mission.language),
        inn=cast.intermediary.identifier("inn"),
        start=style.day(mission.start),
        stop=style.day(mission.stop),
    )
    return text.replace("г..", "г.")  # a Russian date ends with a full stop of its own


def _english(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    sender, receiver = cast.intermediary, cast.plant
    return [
        *_letterhead(sender, "en", dice),
        Pairs((("Our ref.", number), ("Date", style.day(mission.written)))),
        Pairs((("To", f"{receiver.en[0]}, {receiver.address['en']}"), ("Subject", f"Visit to {cast.site.en}"))),
        Text("Dear Sirs,"),
        Text(_said(OPENINGS["en"], mission, cast, style, dice)),
        Text(_said(LISTED["en"], mission, cast, style, dice)),
        *_visitors(mission.people, "en", dice, sender),
        Text(dice.choice(PURPOSES["en"])),
        Text(f"Yours faithfully,\n{cast.director.latin}\nGeneral Director, {sender.en[0]}"),
    ]


def _russian(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    firm, invites = cast.intermediary, mission.sender == "plant"
    sender, receiver = (cast.plant, firm) if invites else (firm, cast.plant)
    signer, post = (cast.plant_engineer, "Главный инженер") if invites else (cast.director, "Генеральный директор")
    kind = "ru_invites" if invites else "ru"
    name, patronymic = signer.native.split()[1:]
    return [
        *_letterhead(sender, "ru", dice, ("Кому:", receiver.ru[0], receiver.address["ru"])),
        Text(f"Исх. № {number} от {style.day(mission.written)}"),
        Title(dice.choice(SUBJECTS[kind]), level=2, middle=invites),
        Text(_said(OPENINGS[kind], mission, cast, style, dice)),
        Text(_said(LISTED[kind], mission, cast, style, dice)),
        *_visitors(mission.people, "ru", dice, firm),
        Text(dice.choice(PURPOSES["ru"])),
        Text(f"{post} {sender.ru[0]}\n____________ {name[0]}.{patronymic[0]}. {signer.native.split()[0]}"),
    ]


def _chinese(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    firm = cast.intermediary
    return [
        *_letterhead(firm, "zh", dice),
        Title("邀请函", middle=True),
        Text(f"编号：{number}"),
        Text(_said(OPENINGS["zh"], mission, cast, style, dice)),
        Text(_said(LISTED["zh"], mission, cast, style, dice)),
        *_visitors(mission.people, "zh", dice, firm, without=cast.unjoined.passport),
        Text(dice.choice(PURPOSES["zh"])),
        Text(f"{firm.zh[0]}\n{style.day(mission.written)}", right=True),
    ]


def completion(mission: Mission, signed: date, cast: Cast, style: Style, number: str) -> list[Block]:
    """Return the act, signed at the place while the group was there, that says the work of a mission was done."""
    firm, plant, day = cast.intermediary, cast.plant, style.day(signed)
    names = ", ".join(f"{person.latin} (паспорт {person.passport})" for person in mission.people)
    return [
        Title(f"Акт о завершении работ № {number}"),
        Pairs((("Место составления", f"г. {cast.site.ru}"), ("Дата", day))),
        Text(
            f"Мы, нижеподписавшиеся, представитель {plant.ru[0]} {cast.plant_engineer.native} и представитель {firm.ru[0]} {cast.director.native}, "
            f"составили настоящий акт о том, что специалисты {names} находились в г. {cast.site.ru} и завершили предусмотренные работы."
        ),
        Text("Стороны претензий друг к другу не имеют."),
        Columns(
            (
                (f"От {plant.ru[0]}:", f"____________ {cast.plant_engineer.extra[0]}"),
                (f"От {firm.ru[0]}:", f"____________ {cast.director.extra[0]}"),
            )
        ),
    ]
