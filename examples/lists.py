"""The invented sanctions list: two snapshots in the column layout of the official SDN files (no header, `-0- ` for nothing).

A Story comes in; `sdn.csv`, `alt.csv` and `add.csv` of each snapshot go out.
"""

import random
from datetime import date

from cast import Firm, Person, seeded
from sheet import write_day
from story import Story

PROGRAMME = "INVENTED-EO1"
NULL = "-0- "
FOREIGN = [
    "Kvolunde",
    "Braxidon",
    "Omirelle",
    "Tasvarin",
    "Zelkuro",
    "Pintavos",
    "Ghedrano",
    "Ulmistek",
    "Corvanti",
    "Yesmirad",
]
TAILS = ["Shipping Co.", "Holdings Ltd.", "Trading FZE", "Exchange House", "Logistics SARL", "Metals Inc."]
LANDS = ["Utopia", "Ruritania", "Freedonia", "Zubrowka"]  # countries of fiction


def list_files(story: Story) -> dict[str, bytes]:
    """Return the files of both snapshots by path."""
    dice = seeded(story.cast.seed, "list")
    rows = _unrelated(dice)
    rows.append(_person(dice, story.cast.team[1]))
    rows.append(_firm(story.cast.plant, dice))
    first, second = story.snapshots
    later = [*rows, _firm(story.cast.intermediary, dice)]
    return {**_snapshot(first, rows), **_snapshot(second, later)}


Entry = tuple[str, str, str, list[str], list[tuple[str, str, str]]]  # name, type, remarks, aliases, addresses


def _firm(firm: Firm, dice: random.Random) -> Entry:
    remarks = f"Tax ID No. {firm.identifier('inn')} (Russia); Registration Number {firm.identifier('ogrn')} (Russia); Website www.{firm.domain}."
    name = firm.en[0].upper()
    short, form = name.rsplit(" ", 1)
    aliases = [f"{'OOO' if form == 'LLC' else 'AO'} {short}", *([short] if dice.random() < 0.5 else [])]
    street, city, index, land = firm.address["en"].rsplit(", ", 3)
    return name, NULL, remarks, aliases, [(street, f"{city} {index}", land)]


def _person(dice: random.Random, twin: Person) -> Entry:
    """The namesake of a traveller: same letters, another birth date, passport and nationality."""
    surname, given = twin.latin.split()
    born = twin.born.replace(
        year=twin.born.year - dice.randint(8, 15), month=twin.born.month % 12 + 1, day=dice.randint(1, 28)
    )
    remarks = f"DOB {write_day(born, 'd mmm y')}; POB Streslau, Ruritania; nationality Ruritania; Gender Male; Passport R{dice.randint(1000000, 9999999)} (Ruritania)."
    return f"{surname.upper()}, {given}", "individual", remarks, [], [(NULL, NULL, "Ruritania")]


def _unrelated(dice: random.Random) -> list[Entry]:
    entries: list[Entry] = []
    for word in dice.sample(FOREIGN, 10):
        if dice.random() < 0.4:
            born = date(dice.randint(1950, 1990), dice.randint(1, 12), dice.randint(1, 28))
            remarks = f"DOB {write_day(born, 'd mmm y')}; POB {dice.choice(LANDS)}; Passport Q{dice.randint(100000, 999999)} ({dice.choice(LANDS)})."
            entries.append(
                (
                    f"{word.upper()}, {dice.choice(FOREIGN)}",
                    "individual",
                    remarks,
                    [],
                    [(NULL, NULL, dice.choice(LANDS))],
                )
            )
        else:
            name = f"{word} {dice.choice(TAILS)}".upper()
            remarks = dice.choice([NULL, f"Registration Number {dice.randint(10000, 99999)} ({dice.choice(LANDS)})."])
            entries.append(
                (
                    name,
                    NULL,
                    remarks,
                    [word.upper()],
                    [(f"P.O. Box {dice.randint(10, 999)}", dice.choice(FOREIGN), dice.choice(LANDS))],
                )
            )
    ships = FOREIGN[: dice.randint(2, 6)]
    remark = "Vessel Registration Identification IMO {}."
    entries += [
        (f"M/V {ship.upper()} STAR", "vessel", remark.format(dice.randint(1000000, 1999999)), [], []) for ship in ships
    ]
    return entries


def _cell(value: str | int) -> str:
    return str(value) if isinstance(value, int) or value == NULL else '"' + value.replace('"', "'") + '"'


def _snapshot(day: date, entries: list[Entry]) -> dict[str, bytes]:
    sdn: list[list[str | int]] = []
    alt: list[list[str | int]] = []
    add: list[list[str | int]] = []
    for number, (name, kind, remarks, aliases, addresses) in enumerate(entries, start=90001):
        sdn.append([number, name, kind, PROGRAMME, *[NULL] * 7, remarks])
        alt += [[number, 70000 + len(alt) + place, "aka", alias, NULL] for place, alias in enumerate(aliases, start=1)]
        add += [[number, 50000 + len(add) + place, *address, NULL] for place, address in enumerate(addresses, start=1)]
    named = {"sdn": sdn, "alt": alt, "add": add}
    # The official files end with a line that holds one control character (26).
    return {
        f"lists/{day.isoformat()}/{name}.csv": (
            "".join(",".join(map(_cell, row)) + "\r\n" for row in rows) + "\x1a\r\n"
        ).encode()
        for name, rows in named.items()
    }
