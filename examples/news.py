"""One wire report, three retellings that drift from it, and the maker's own statement: a Story comes in, blocks go out.

The drifts, each by one retelling at least: a date moved earlier, `unaware` hardened to `denied`, an assessment told as a fact,
a quotation changed inside its quotation marks.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from cast import Cast
from sheet import Block, Style, Text, Title, write_day
from story import Story

WIRE, MINISTRY = "Meridian Wire", "Ministry of Instrument Trade"  # both invented
QUOTE = "We have always held a careful and fair position, we review every complaint we receive, and we ask firms to respect the rules of each market"


@dataclass(frozen=True, slots=True)
class Piece:
    """One page of press."""

    path: str
    blocks: list[Block]
    style: Style
    day: date
    record_type: str = "news"


def _joined(words: list[str], last: str = "and") -> str:
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _belief(cast: Cast, people: str, dice: random.Random) -> str:
    v, a = cast.intermediary.short, cast.maker.short
    return dice.choice(
        [
            f"Two European security officials, who spoke on condition of anonymity, said they believe that {people}, who are listed as {v} employees in visitor letters, worked for {a}.",
            f"Two Western security officials, speaking on condition of anonymity, assess that {people}, named as {v} staff in the letters, worked for {a}.",
            f"The two officials, who asked not to be named, believe {people}, whom the letters list as employees of {v}, worked for {a}.",
        ]
    )


def press(story: Story) -> list[Piece]:
    """Return the press pieces of a story, the wire report first."""
    cast = story.cast
    dice = random.Random(f"clew-example:{cast.seed}:news")
    english = Style("en", "d month y", size=10)
    day = story.reported
    people = _joined([person.latin for person in story.believed])
    statement_day = day - timedelta(days=dice.randint(2, 6))
    wire = Piece("07 press/meridian_wire.html", _wire(story, people, dice, statement_day), english, day)
    return [
        wire,
        Piece("07 press/harbour_ledger.html", _moved(story, people), english, day + timedelta(days=1)),
        Piece("07 press/обзор_печати.txt", _russian(story), Style("ru", "d месяца y"), day + timedelta(days=2)),
        Piece("07 press/nowhere_digest.md", _hardened(story, people), english, day + timedelta(days=3)),
        Piece(
            "07 press/maker_statement.docx",
            _statement(cast, statement_day, english),
            english,
            statement_day,
            "statement",
        ),
        Piece(
            "07 press/公司声明.html",
            _statement_zh(cast, statement_day),
            Style("zh", "y年m月d日"),
            statement_day,
            "statement",
        ),
    ]


def _wire(story: Story, people: str, dice: random.Random, statement_day: date) -> list[Block]:
    cast = story.cast
    a, v, b, site = cast.maker.short, cast.intermediary.short, cast.plant.short, cast.site.en
    said = write_day(statement_day, "d month y")
    return [
        Title(
            dice.choice(
                [
                    f"Specialists visited {site} plant, officials and documents say",
                    f"Documents trace visits to {site} plant",
                ]
            )
        ),
        Text(f"{WIRE}, {write_day(story.reported, 'd month y')}"),
        Text(
            f"Specialists have travelled to the {site} plant of {b} several times since the second quarter of 2024, according to two European "
            f"security officials and to documents seen by {WIRE}."
        ),
        Text(_belief(cast, people, dice)),
        Text("The officials said their conclusion rests on technical feedback and billing records."),
        Text(
            f"One of the officials said that a further man, {cast.rumoured.latin}, may have joined a later journey. {WIRE} has seen no document that names him."
        ),
        Text(
            f"Invoices seen by {WIRE} show that {a} billed {v} for instrument modules. The purpose of the deliveries could not be independently confirmed."
        ),
        Text(
            dice.choice(
                [
                    f"In a statement dated {said}, {cast.maker.en[0]} denied that it had sent employees to {b}.",
                    f"{cast.maker.en[0]} denied in a statement on {said} that the named men had ever worked for it.",
                ]
            )
        ),
        Text(f"The {MINISTRY} said it was unaware of the visits. “{QUOTE},” the ministry said."),
        Text(
            dice.choice(
                [
                    f"{b} did not respond to requests for comment.",
                    f"{b} did not respond to a request for comment sent by e-mail.",
                ]
            )
        ),
        Text(
            "Orla Penhaligon-Vex of the Linden Tree Institute said that such trade is hard to follow. “Papers tell you what was billed, not what was used,” she said."
        ),
    ]


def _moved(story: Story, people: str) -> list[Block]:
    """The date moves to early 2024 and the ministry's quotation is changed."""
    cast = story.cast
    a, v, b, site = cast.maker.short, cast.intermediary.short, cast.plant.short, cast.site.en
    return [
        Title(f"Foreign engineers at {site} plant since early 2024, report says"),
        Text(f"Harbour Ledger, {write_day(story.reported + timedelta(days=1), 'd month y')}"),
        Text(
            f"Foreign engineers have been visiting {b} in {site} since early 2024, {WIRE} reported, citing two officials and documents."
        ),
        Text(f"The officials believe that {people}, listed as {v} employees, worked for {a}, the agency reported."),
        Text(f"{a} denied that it had sent employees to {b}."),
        Text(
            f"The {MINISTRY} said it was unaware of the visits. “We hold a neutral position and strictly check every export,” it said, according to {WIRE}."
        ),
        Text(f"{b} did not respond to requests for comment, the agency said."),
    ]


def _russian(story: Story) -> list[Block]:
    """`Unaware` becomes `denied`."""
    cast = story.cast
    a, v, b = cast.maker.short, cast.intermediary.ru[0], cast.plant.ru[0]
    people = _joined([person.latin for person in story.believed], "и")
    return [
        Title("Обзор печати"),
        Text(write_day(story.reported + timedelta(days=2), "d месяца y")),
        Text(f"Агентство {WIRE} сообщает о поездках иностранных специалистов на предприятие {b} с середины 2024 года."),
        Text(
            f"По мнению двух чиновников, пожелавших остаться неназванными, {people}, указанные в письмах как сотрудники {v}, работали на {a}."
        ),
        Text("Министерство торговли приборами отрицает, что знало о визитах."),
        Text(f"{b} не ответило на запрос о комментарии."),
    ]


def _hardened(story: Story, people: str) -> list[Block]:
    """The assessment becomes a fact, `unaware` becomes `denied`, and the date moves by a year."""
    cast = story.cast
    a, b, site = cast.maker.short, cast.plant.short, cast.site.en
    return [
        Title(f"Maker's men at {site} plant"),
        Text(f"Nowhere Digest, {write_day(story.reported + timedelta(days=3), 'd month y')}"),
        Text(
            f"Since mid-2023 engineers have worked at the {b} plant in {site}. {people} were in fact employees of {a}."
        ),
        Text(f"The {MINISTRY} denied any knowledge of the visits."),
        Text("Verified documents confirm the journeys. The affair may redefine the whole trade."),
    ]


def _statement(cast: Cast, day: date, style: Style) -> list[Block]:
    a, b = cast.maker.en[0], cast.plant.en[0]
    return [
        Title(f"Statement of {a}"),
        Text(f"{cast.home.en}, {style.day(day)}"),
        Text(f"{a} denies that it sent employees to {b}."),
        Text(
            "Our products are sold to trading firms under ordinary contracts. We do not know what happens to them afterwards."
        ),
        Text(f"Press office, {a}"),
    ]


def _statement_zh(cast: Cast, day: date) -> list[Block]:
    a, b = cast.maker.zh[0], cast.plant.zh[0]
    return [
        Title("声明"),
        Text(f"{a}否认曾向俄罗斯{b}派遣员工。"),
        Text("我公司产品依照一般贸易合同销售给贸易商。"),
        Text(f"{a}\n{write_day(day, 'y年m月d日')}"),
    ]
