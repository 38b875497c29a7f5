"""Letters that plan visits, and the act that says one was completed: a Mission comes in, blocks go out."""

import random
from datetime import date

from cast import Cast, Firm, Person
from sheet import Block, Columns, Grid, Pairs, Rule, Style, Text, Title
from story import Mission

POSTS = {
    "en": ["engineer", "senior engineer", "technician", "specialist"],
    "ru": ["инженер", "ведущий инженер", "техник", "специалист"],
    "zh": ["工程师", "高级工程师", "技术员", "专员"],
}


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
    if dice.random() < 0.55:
        headers = {
            "en": [
                ("No.", "Full name", "Passport No.", "Position", "Employer"),
                ("#", "Name", "Passport", "Position", "Company"),
            ],
            "ru": [
                ("№", "ФИО", "Паспорт", "Должность", "Место работы"),
                ("№ п/п", "Фамилия, имя", "№ паспорта", "Должность", "Организация"),
            ],
            "zh": [("序号", "姓名", "护照号", "职务", "工作单位"), ("编号", "姓名", "护照号码", "职位", "单位")],
        }[language]
        body = tuple((*row, firm.name(language)) for row in rows)
        return [Grid(dice.choice(headers), body, ruled=dice.random() < 0.7, widths=(0.5, 2, 1.5, 1.6, 2.6))]
    shape = {
        "en": ("{0}. {1}, passport {2}, {3}", "{0}. {1}, {3}"),
        "ru": ("{0}. {1}, паспорт {2}, {3}", "{0}. {1}, {3}"),
        "zh": ("{0}. {1}，护照号 {2}，{3}", "{0}. {1}，{3}"),
    }[language]
    return [Text("\n".join(shape[0 if row[2] else 1].format(*row) for row in rows))]


def _english(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    sender, receiver = cast.intermediary, cast.plant
    start, stop = style.day(mission.start), style.day(mission.stop)
    window = dice.choice([f"from {start} to {stop}", f"in the period {start} – {stop}", f"between {start} and {stop}"])
    opening = dice.choice(
        [
            f"We kindly ask you to arrange a visit of our specialists to your site in {cast.site.en} {window}.",
            f"As agreed, a working visit of our engineers to {receiver.en[0]} in {cast.site.en} is planned {window}.",
        ]
    )
    listed = dice.choice(
        [
            f"The following employees of {sender.en[0]} will take part:",
            f"The group consists of the following {sender.en[0]} staff members:",
        ]
    )
    return [
        *_letterhead(sender, "en", dice),
        Pairs((("Our ref.", number), ("Date", style.day(mission.written)))),
        Pairs((("To", f"{receiver.en[0]}, {receiver.address['en']}"), ("Subject", f"Visit to {cast.site.en}"))),
        Text("Dear Sirs,"),
        Text(opening),
        Text(listed),
        *_visitors(mission.people, "en", dice, sender),
        Text(
            dice.choice(["Purpose of the visit: technical consultations.", "Purpose: work under the supply contract."])
        ),
        Text(f"Yours faithfully,\n{cast.director.latin}\nGeneral Director, {sender.en[0]}"),
    ]


def _russian(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    firm = cast.intermediary
    start, stop = style.day(mission.start), style.day(mission.stop)
    invites = mission.sender == "plant"
    sender, receiver = (cast.plant, firm) if invites else (firm, cast.plant)
    if invites:
        subject = "Приглашение"
        opening = (
            f"{sender.ru[0]} приглашает специалистов {firm.ru[0]} посетить предприятие в г. {cast.site.ru} с {start} по {stop}".rstrip(
                "."
            )
            + "."
        )
        listed = f"Просим направить следующих сотрудников {firm.ru[0]}:"
        signer, post = cast.plant_engineer, "Главный инженер"
    else:
        subject = dice.choice(["О командировании специалистов", "О визите специалистов"])
        opening = dice.choice(
            [
                f"Просим согласовать визит наших специалистов в г. {cast.site.ru} в период с {start} по {stop}".rstrip(
                    "."
                )
                + ".",
                f"Направляем в командировку в г. {cast.site.ru} с {start} по {stop} группу наших специалистов.",
            ]
        )
        listed = dice.choice(
            [f"Список сотрудников {firm.ru[0]}:", f"В состав группы входят следующие сотрудники {firm.ru[0]}:"]
        )
        signer, post = cast.director, "Генеральный директор"
    name, patronymic = signer.native.split()[1:]
    signature = f"{post} {sender.ru[0]}\n____________ {name[0]}.{patronymic[0]}. {signer.native.split()[0]}"
    purpose = dice.choice(["Цель поездки: технические консультации.", "Цель визита: работы по договору поставки."])
    return [
        *_letterhead(sender, "ru", dice, ("Кому:", receiver.ru[0], receiver.address["ru"])),
        Text(f"Исх. № {number} от {style.day(mission.written)}"),
        Title(subject, level=2, middle=invites),
        Text(opening),
        Text(listed),
        *_visitors(mission.people, "ru", dice, firm),
        Text(purpose),
        Text(signature),
    ]


def _chinese(mission: Mission, cast: Cast, style: Style, dice: random.Random, number: str) -> list[Block]:
    firm, plant = cast.intermediary, cast.plant
    start, stop = style.day(mission.start), style.day(mission.stop)
    opening = dice.choice(
        [
            f"兹邀请我公司下列工程师于{start}至{stop}前往俄罗斯{cast.site.zh}市{plant.zh[0]}进行技术交流。",
            f"现邀请下列人员于{start}至{stop}赴俄罗斯{cast.site.zh}市访问{plant.zh[0]}。",
        ]
    )
    return [
        *_letterhead(firm, "zh", dice),
        Title("邀请函", middle=True),
        Text(f"编号：{number}"),
        Text(opening),
        Text(f"下列人员均为{firm.zh[0]}（INN {firm.identifier('inn')}）员工："),
        *_visitors(mission.people, "zh", dice, firm, without=cast.unjoined.passport),
        Text("往返机票及食宿费用由我公司承担。"),
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
