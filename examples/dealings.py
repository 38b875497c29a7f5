"""Goods and money: who billed whom for what, and what was carried and received. Papers go out, and which lines belong together."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from cast import Cast, Firm, seeded


@dataclass(frozen=True, slots=True)
class Line:
    """One line of goods. The item is an opaque model code."""

    item: str
    quantity: int
    price: float  # of one, in the paper's currency
    hs_code: str


@dataclass(frozen=True, slots=True)
class Paper:
    """An invoice, a waybill or a delivery act."""

    kind: str  # invoice, waybill, delivery_act
    number: str
    day: date
    seller: Firm
    buyer: Firm
    lines: tuple[Line, ...]
    currency: str
    language: str
    suffix: str  # pdf, xlsx, docx, html
    why: str  # first_leg, second_leg, decoy:…
    refers_to: str = ""  # the invoice a waybill or an act belongs to


Chain = tuple[str, str, str, bool]
_FORMS = {  # language and format of the papers of each leg, one choice for each of four orders; a seed deals them out
    "first_leg": [
        [("zh", "pdf")],
        [("en", "pdf"), ("en", "docx")],
        [("zh", "xlsx"), ("zh", "docx")],
        [("en", "xlsx"), ("en", "docx"), ("en", "pdf")],
    ],
    "second_leg": [[("ru", "pdf")], [("ru", "xlsx")], [("ru", "docx")], [("ru", "html"), ("ru", "pdf")]],
}


def deal(players: Cast, snapshots: tuple[date, date]) -> tuple[tuple[Paper, ...], tuple[Chain, ...]]:
    """Return all papers of goods, and the chain lines: first invoice, second invoice, item, delivered.

    Draws again until no two lines but the true ones could be taken for a chain.
    """
    for attempt in range(500):
        dice = seeded(players.seed, f"goods:{attempt}")
        papers, chains = _deal(dice, players, snapshots)
        if _unmistakable(papers, chains, players) and _both_sides(papers, players, snapshots):
            return papers, chains
    raise RuntimeError(f"seed {players.seed}: no clean set of dealings in 500 draws")


def _deal(
    dice: random.Random, players: Cast, snapshots: tuple[date, date]
) -> tuple[tuple[Paper, ...], tuple[Chain, ...]]:
    goods = _Goods(dice)
    items = goods.codes[: dice.randint(2, 4)]
    delivered = set(dice.sample(items, len(items) // 2))
    papers: list[Paper] = []
    chains: list[Chain] = []
    first_forms, second_forms = ([dice.choice(forms) for forms in dice.sample(_FORMS[leg], 4)] for leg in _FORMS)
    days = [snapshots[0] - timedelta(days=dice.randint(9, 20))]
    days += [snapshots[0] + timedelta(days=dice.randint(*span)) for span in ((95, 125), (225, 255))]
    days += [snapshots[1] + timedelta(days=dice.randint(25, 60))]
    shares = _spread(dice, items, len(days))
    for place, (day, chosen) in enumerate(zip(days, shares, strict=True)):
        later = day + timedelta(days=dice.randint(24, 78))
        first, second = goods.two_legs(chosen)
        numbers = goods.number("A", day), goods.number("V", later)
        papers += [
            Paper(
                "invoice",
                numbers[0],
                day,
                players.maker,
                players.intermediary,
                first,
                "CNY",
                *first_forms[place],
                "first_leg",
            ),
            Paper(
                "invoice",
                numbers[1],
                later,
                players.intermediary,
                players.plant,
                second,
                "RUB",
                *second_forms[place],
                "second_leg",
            ),
        ]
        chains += [(*numbers, item, item in delivered) for item in chosen]
        papers += _carried(goods, papers[-2], papers[-1], delivered, place)
    papers += _decoys(dice, goods, players, days, items)
    return tuple(papers), tuple(chains)


def _spread(dice: random.Random, items: list[str], orders: int) -> list[list[str]]:
    """Deal items to orders: one or two each, four to six lines, every item at least once."""
    shares = [[items[place % len(items)]] for place in range(orders)]
    for place in dice.sample(range(orders), dice.randint(0, 2)):
        other = dice.choice([item for item in items if item not in shares[place]])
        shares[place].append(other)
    dice.shuffle(shares)
    return shares


class _Goods:
    """Codes, prices and document numbers of one case."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        prefixes = dice.sample(["KL", "TR", "QV", "MX", "HN", "ZP", "WD"], 7)
        self.codes = [f"{prefix}-{dice.randint(11, 99)}{dice.choice('02468')}0" for prefix in prefixes]
        self.prices = {code: dice.randint(180, 4200) * 5.0 for code in self.codes}
        self.hs_codes = {code: dice.choice(["90318000", "90328900", "90262000", "90259000"]) for code in self.codes}
        self.styles = {
            "A": dice.choice(["{y}{m:02}-{n:04}", "CI{y}{n:05}", "CI-{n:04}/{y}"]),
            "V": dice.choice(["{n:04}/{y2}", "ВТ-{n:04}", "{y}-{n:05}"]),
        }
        self.first = dice.randint(100, 300)
        self.used: set[int] = set()

    def number(self, side: str, day: date) -> str:
        """Return the next document number of a side; numbers rise with the day and none is used twice."""
        running = self.first + (day - date(2024, 1, 1)).days
        while running in self.used:
            running += 1
        self.used.add(running)
        style = self.styles.get(side, side)
        return style.format(y=day.year, y2=day.year % 100, m=day.month, n=running)

    def line(self, code: str, quantity: int, rate: float = 1.0) -> Line:
        """Return a line at the item's price, in another currency if a rate is given."""
        return Line(code, quantity, round(self.prices[code] * rate, 2), self.hs_codes[code])

    def two_legs(self, codes: list[str]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
        """Return the lines of an order and of its bill onward: 0.85 to 1.0 of the quantity, in roubles, dearer."""
        first = [self.line(code, self.dice.randint(20, 400)) for code in codes]
        rate = self.dice.uniform(12.4, 13.2) * self.dice.uniform(1.15, 1.4)
        second = [
            self.line(one.item, max(1, round(one.quantity * self.dice.uniform(0.86, 1.0))), rate) for one in first
        ]
        return tuple(first), tuple(second)


def _carried(goods: _Goods, first: Paper, second: Paper, delivered: set[str], place: int) -> list[Paper]:
    """Return what shows goods on the way or received: an act only for delivered items, a waybill for some."""
    dice = goods.dice
    papers = []
    received = tuple(line for line in second.lines if line.item in delivered)
    if received:
        day, form = second.day + timedelta(days=dice.randint(6, 17)), dice.choice(["pdf", "docx"])
        act = replace(second, kind="delivery_act", number=goods.number("АПП-{n:04}", day), day=day, lines=received)
        papers.append(replace(act, language="ru", suffix=form, refers_to=second.number))
    elif place % 2:
        day = second.day + timedelta(days=dice.randint(2, 5))
        bill = replace(second, kind="waybill", number=goods.number("ТН-{n:05}", day), day=day)
        papers.append(replace(bill, language="ru", suffix="pdf", refers_to=second.number))
    if place in (1, 2):
        day = first.day + timedelta(days=dice.randint(3, 8))
        language, form = (("en", "pdf"), ("zh", "xlsx"))[place - 1]
        bill = replace(first, kind="waybill", number=goods.number("CMR-{n:06}", day), day=day)
        papers.append(replace(bill, language=language, suffix=form, refers_to=first.number))
    return papers


def _decoys(dice: random.Random, goods: _Goods, players: Cast, days: list[date], items: list[str]) -> list[Paper]:
    """Return the orders that look like a link of the chain and are none."""
    other, old, stock = goods.codes[-3:]
    maker, trader, plant = players.maker, players.intermediary, players.plant
    bill = partial(Paper, "invoice")
    papers = []
    for place, (language, form) in ((1, ("en", "pdf")), (2, ("zh", "docx"))):
        day = days[place] + timedelta(days=dice.randint(-6, 9))
        lines = (goods.line(items[place % len(items)], dice.randint(20, 400)),)
        number, why = goods.number("A", day), "decoy:other_buyer"
        papers.append(bill(number, day, maker, players.other_buyer, lines, "CNY", language, form, why))
    for place, form in ((1, "xlsx"), (3, "pdf")):
        day = days[place] + timedelta(days=dice.randint(15, 60))
        lines = (goods.line(other, dice.randint(5, 60), 14.0),)
        number, why = goods.number("V", day), "decoy:customer"
        papers.append(bill(number, day, trader, players.customer, lines, "RUB", "ru", form, why))
    day = days[0] + timedelta(days=dice.randint(1, 6))
    later = day + timedelta(days=dice.randint(165, 230))
    quantity, why = dice.randint(40, 90), "decoy:old_order"
    number, lines = goods.number("A", day), (goods.line(old, quantity),)
    papers.append(bill(number, day, maker, trader, lines, "CNY", "en", "pdf", why))
    number, lines = goods.number("V", later), (goods.line(old, quantity // 3, 15.0),)
    papers.append(bill(number, later, trader, plant, lines, "RUB", "ru", "docx", why))
    day = days[2] + timedelta(days=dice.randint(10, 40))
    lines = (goods.line(stock, dice.randint(2, 12), 3.0),)
    number, why = goods.number("С-{n:04}", day), "decoy:supplier"
    papers.append(bill(number, day, players.supplier, plant, lines, "RUB", "ru", "html", why))
    return papers


def could_be_chain(first: Paper, second: Paper, item: str) -> bool:
    """Say whether two invoices could be taken for one chain, a little more generously than any sensible rule would."""
    bought = [line.quantity for line in first.lines if line.item == item]
    sold = [line.quantity for line in second.lines if line.item == item]
    near = -5 <= (second.day - first.day).days <= 135
    return near and any(0.7 <= right / left <= 1.15 for left in bought for right in sold)


def _unmistakable(papers: tuple[Paper, ...], chains: tuple[Chain, ...], players: Cast) -> bool:
    invoices = [paper for paper in papers if paper.kind == "invoice"]
    first = [paper for paper in invoices if paper.seller == players.maker and paper.buyer == players.intermediary]
    second = [paper for paper in invoices if paper.seller == players.intermediary]
    items = {line.item for paper in papers for line in paper.lines}
    found = {(a.number, b.number, item) for a in first for b in second for item in items if could_be_chain(a, b, item)}
    return found == {chain[:3] for chain in chains} and all(paper.day <= date(2025, 12, 20) for paper in papers)


def _both_sides(papers: tuple[Paper, ...], players: Cast, snapshots: tuple[date, date]) -> bool:
    """Some papers of the intermediary lie between the snapshots and some after the second."""
    days = [paper.day for paper in papers if players.intermediary in (paper.seller, paper.buyer)]
    between = [day for day in days if snapshots[0] <= day < snapshots[1]]
    return len(between) >= 2 and sum(day >= snapshots[1] for day in days) >= 2
