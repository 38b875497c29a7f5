"""Write one report, nine retellings that drift from it in known ways, and two witnesses who know nothing of it.

    python examples/family.py --seed 3 --to DIR

In: a seed. Out: `DIR/*.txt` and `DIR/truth.json`: which items have one origin (`origins`), and every change that was planted
(`drifts`: document, kind, was, now). Three retellings share less than 2 % of their runs of five words with the report. All people, firms and outlets are invented.
"""

import argparse
import json
import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from cast import Cast, cast
from sheet import write_day

OUTLETS = (
    "Meridian Wire", "Harbour Ledger", "Ostrel Courier", "Northern Gazette", "Lantern Post", "Quayside Herald", "Orchard Tribune",
    "Millrace Journal", "Saltmarsh Chronicle", "Beacon Dispatch", "Foundry Examiner", "Viaduct Observer",
)  # fmt: skip
QUOTES = (
    (
        "We have always held a careful and fair position, we review every complaint we receive, and we ask firms to respect the rules of each market",
        "We hold a neutral position and strictly check every complaint",
    ),
    (
        "Our inspectors look at each licence twice, nothing leaves the country without their stamp, and we see no reason to change how we work",
        "Inspectors look at each licence and everything leaves the country with their stamp",
    ),
    (
        "This country does not stand behind private orders, it has never sold such instruments abroad, and it publishes all its permits",
        "This country never stands behind orders and it publishes permits",
    ),
)
PERIODS = (
    ("the second quarter of 2024", "early 2024", "mid-2023"),
    ("March 2024", "January 2024", "late 2023"),
    ("the third quarter of 2023", "early 2023", "late 2022"),
)


@dataclass(frozen=True, slots=True)
class Plot:
    """What the report says, in the words of one seed."""

    cast: Cast
    outlets: tuple[str, ...]
    day: date
    people: tuple[str, ...]
    quote: tuple[str, str]
    period: tuple[str, str, str]
    sum: str
    order: str
    pieces: int
    expert: str
    met: str  # a day in the report's story
    delivery: str  # when goods are due


def plot(seed: int) -> Plot:
    """Return the plot of a seed."""
    dice, players = random.Random(f"clew-family:{seed}"), cast(seed)
    outlets = dice.sample(OUTLETS, len(OUTLETS))
    return Plot(
        cast=players,
        outlets=tuple(outlets),
        day=date(2025, dice.randint(3, 11), dice.randint(2, 20)),
        people=tuple(person.latin for person in players.team[:2]),
        quote=dice.choice(QUOTES),
        period=dice.choice(PERIODS),
        sum=f"{dice.randint(1100, 9800) * 1000 + dice.randint(1, 9) * 100:,}",
        order=f"{dice.choice('KLMNQ')}{dice.choice('RSTVX')}-{dice.randint(1000, 9999)}",
        pieces=dice.randint(110, 890),
        expert=dice.choice(("Orla Penhaligon", "Tamsin Verrick", "Casimir Dolk")),
        met=write_day(date(2024, dice.randint(6, 9), dice.randint(2, 27)), "d month y"),
        delivery=dice.choice(("March 2026", "May 2026", "the second quarter of 2026")),
    )


def items(it: Plot) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Return each item's text and the drifts planted in it, by file name."""
    report = {"report.txt": (_report(it), [])}
    return report | _near(it) | _citing(it) | _paraphrased(it) | _witnesses(it)


def _head(it: Plot, number: int, title: str, *, after: int) -> str:
    return f"{title}\n\n{it.outlets[number]}, {write_day(it.day + timedelta(days=after), 'd month y')}\n\n"


def _report(it: Plot) -> str:
    a, v, b, site = it.cast.maker.short, it.cast.intermediary.short, it.cast.plant.short, it.cast.site.en
    wire = it.outlets[0]
    return _head(it, 0, f"Specialists visited {site} plant, officials and documents say", after=0) + "\n\n".join(
        [
            f"Specialists have travelled to the {site} plant of {b} since {it.period[0]}, according to two European security officials and to documents seen by {wire}.",
            f"Two European security officials, who spoke on condition of anonymity, said they believe that {it.people[0]} and {it.people[1]}, who are listed as {v} employees in visitor letters, worked for {a}.",
            f"Invoices seen by {wire} show that {a} billed {v} {it.sum} yuan for instrument modules under order {it.order}.",
            f"{v} plans to ship {it.pieces} modules to {b} in {it.delivery}, according to the documents.",
            f"A meeting about the order was held on {it.met}, the officials said.",
            f"The Ministry of Instrument Trade said it was unaware of the visits. “{it.quote[0]},” the ministry said.",
            f"{b} did not respond to requests for comment.",
            f"{it.expert} of the Linden Tree Institute said that such trade is hard to follow. “Papers tell you what was billed, not what was used,” {it.expert.split()[1]} said.",
        ]
    )


def _near(it: Plot) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Three that copy: one whole, one cut short, one with an earlier date."""
    body = _report(it).split("\n\n", 2)[2]
    parts = body.split("\n\n")
    moved = body.replace(f"since {it.period[0]}", f"since {it.period[1]}")
    return {
        "copy_whole.txt": (_head(it, 1, "Visits to a plant", after=1) + body, []),
        "copy_short.txt": (_head(it, 2, "Specialists at the plant", after=1) + "\n\n".join(parts[:4]), []),
        "copy_moved.txt": (
            _head(it, 3, "Years of visits", after=2) + moved,
            [("date moved", it.period[0], it.period[1])],
        ),
    }


def _citing(it: Plot) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Three that cite the report in words of their own, each with two changes."""
    a, v, b, site = it.cast.maker.short, it.cast.intermediary.short, it.cast.plant.short, it.cast.site.en
    wire, (one, other) = it.outlets[0], it.people
    hardened = [
        f"Foreign engineers have been visiting {b} in {site} since {it.period[1]}, {wire} reported, citing two officials and documents.",
        f"The officials believe that {one} and {other}, listed as {v} employees, worked for {a}, the agency reported.",
        "The Ministry of Instrument Trade denied any knowledge of the visits.",
    ]
    flat = [
        f"{wire} has reported on the guests of a plant in {site}.",
        f"{one} and {other} were employees of {a}.",
        f"The Ministry of Instrument Trade said it was unaware of the visits. “{it.quote[1]},” the ministry said, according to {wire}.",
    ]
    done = [
        f"According to {wire}, officials have followed the trade of {b} for months.",
        f"{v} shipped {it.pieces} modules to {b}.",
        f"Verified documents confirm the shipments, and {b} did not respond to a request for comment.",
    ]
    return {
        "citing_hardened.txt": (
            _head(it, 4, f"Engineers at {site} plant", after=1) + "\n\n".join(hardened),
            [("date moved", it.period[0], it.period[1]), ("answer hardened", "unaware", "denied")],
        ),
        "citing_flat.txt": (
            _head(it, 5, f"Who works at {site}", after=2) + "\n\n".join(flat),
            [("belief told as fact", one, a), ("belief told as fact", other, a), ("quotation altered", *it.quote)],
        ),
        "citing_done.txt": (
            _head(it, 6, "The modules have come", after=3) + "\n\n".join(done),
            [("planned told as done", it.delivery, "shipped"), ("confidence raised", "seen", "verified")],
        ),
    }


def _paraphrased(it: Plot) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Three that neither cite nor copy, and share only what is rare: the sum, the order, the day."""
    a, b, site = it.cast.maker.short, it.cast.plant.short, it.cast.site.en
    rare = f"{it.sum} yuan", f"order {it.order}", it.met
    earlier = [
        f"Guests with measuring gear have come to {b} in {site} since {it.period[2]}, people familiar with the matter said.",
        f"What was charged came to {rare[0]} ({rare[1]}), they said; people sat down over it on {rare[2]}.",
        "A local official said that nobody minds guests who pay.",
    ]
    plain = [
        f"On {rare[2]} a table in {site} was laid for strangers, and {b} paid the cook.",
        f"The bill behind it, {rare[1]}, amounts to {rare[0]}, a person who saw it said.",
    ]
    denied = [
        f"An account of {rare[0]} keeps {site} talking. Its paper trail, {rare[1]}, leads to a lunch of {rare[2]}.",
        f"The trade ministry denied all knowledge of guests. {a} is said to make such modules.",
    ]
    return {
        "words_earlier.txt": (
            _head(it, 7, "Guests", after=4) + "\n\n".join(earlier),
            [("date moved", it.period[0], it.period[2])],
        ),
        "words_plain.txt": (_head(it, 8, "A lunch", after=4) + "\n\n".join(plain), []),
        "words_denied.txt": (
            _head(it, 9, "Talk of the town", after=5) + "\n\n".join(denied),
            [("answer hardened", "unaware", "denied")],
        ),
    }


def _witnesses(it: Plot) -> dict[str, tuple[str, list[tuple[str, str, str]]]]:
    """Two who saw something themselves, and say other things about the same plant and people."""
    a, b, site, (one, _) = it.cast.maker.short, it.cast.plant.short, it.cast.site.en, it.people
    guard = [
        f"A night guard of {b} told this paper that foreigners slept in the workshop twice last winter.",
        "He wrote the numbers of their van into his own book and showed it to our reporter.",
        f"He said that {one} worked for {a}.",
    ]
    host = [
        f"The keeper of an inn in {site} said that men with instruments lodged with her since December 2024.",
        f"She said that {one} worked for {a}, and that a bus took them to {b} each morning.",
    ]
    return {
        "witness_guard.txt": (_head(it, 10, "Nights at the gate", after=-9) + "\n\n".join(guard), []),
        "witness_host.txt": (_head(it, 11, "Full rooms", after=6) + "\n\n".join(host), []),
    }


def build(seed: int) -> dict[str, str]:
    """Return every file of a family by its name, `truth.json` among them."""
    made = items(plot(seed))
    drifts = [
        {"document": name, "kind": kind, "was": was, "now": now}
        for name, (_, planted) in made.items()
        for kind, was, now in planted
    ]
    one = [name for name in made if not name.startswith("witness")]
    truth = {
        "seed": seed,
        "invented": "every person, firm and outlet here is invented",
        "origins": [one, *([name] for name in made if name.startswith("witness"))],
        "drifts": drifts,
    }
    texts = {name: f"{text}\n" for name, (text, _) in made.items()}
    return texts | {"truth.json": json.dumps(truth, ensure_ascii=False, indent=1) + "\n"}


def main() -> None:
    """Write the family of a seed into a folder."""
    parser = argparse.ArgumentParser(description="Write an invented report, its retellings and two witnesses.")
    parser.add_argument("--seed", type=int, default=1, help="another number, another family (default 1)")
    parser.add_argument("--to", type=Path, required=True, help="the folder to write into; must be empty or new")
    options = parser.parse_args()
    if options.to.exists() and any(options.to.iterdir()):
        sys.exit(f"{options.to} is not empty; nothing was written")
    options.to.mkdir(parents=True, exist_ok=True)
    files = build(options.seed)
    for name, text in files.items():
        (options.to / name).write_text(text, encoding="utf-8")
    print(f"{options.to}: {len(files)} files, seed {options.seed}; everything in them is invented")


if __name__ == "__main__":
    main()
