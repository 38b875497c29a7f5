"""Lines of bills in; paths of goods along them out: who billed whom for the same item, in order of time.

Two lines fit when the buyer of the first is the seller of the second, the item's code is the same, the second is billed
at most so many days after the first, and no more and not much less goes on than came in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from operator import attrgetter

from clew.detect.evidence import Fact
from clew.detect.wording import fold_code, fold_words

Path = tuple["Line", ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One billed item: who asks whom to pay for how much of what."""

    claim: str
    seller: str  # entity
    seller_anchor: str
    buyer: str  # entity
    buyer_anchor: str
    item: str  # as `fold_code` folds it
    day: date
    item_text: str = ""
    quantity: Decimal | None = None  # None where it is not stated, or not above 0
    unit: str = ""
    copy: str = ""  # the same on two copies of one bill

    @classmethod
    def read(cls, fact: Fact) -> "Line | None":
        """Return the line a claim states; None without both parties, an item and a day."""
        item = fact.qualifiers.get("item", "")
        if not (fact.subject_entity and fact.subject_anchor and fact.object_entity and fact.object_anchor):
            return None
        if fact.day is None or not fold_code(item):
            return None
        # Not by the number of the line: a ledger gives a bill's number, and its own rows.
        qualifiers = (fact.qualifiers.get(name, "") for name in ("number", "item", "quantity"))
        copy = "|".join([fact.day.isoformat(), *qualifiers]) if fact.qualifiers.get("number") else fact.id
        return cls(
            claim=fact.id,
            seller=fact.subject_entity,
            seller_anchor=fact.subject_anchor,
            buyer=fact.object_entity,
            buyer_anchor=fact.object_anchor,
            item=fold_code(item),
            day=fact.day,
            item_text=item,
            quantity=read_quantity(fact.qualifiers.get("quantity")),
            unit=fold_words(fact.qualifiers.get("unit", "")),
            copy=copy,
        )


@dataclass(frozen=True, slots=True)
class Fit:
    """When two lines fit."""

    within_days: int = 120
    ratio_low: Decimal = Decimal("0.8")  # quantity out / in
    ratio_high: Decimal = Decimal("1.05")

    def misfit(self, into: Line, onward: Line) -> Decimal | None:
        """Return how far the quantities are from equal, as a share; 1 where they cannot be compared, None for no fit."""
        if into.buyer != onward.seller or into.item != onward.item:
            return None
        if not 0 <= (onward.day - into.day).days <= self.within_days:
            return None
        if into.quantity is None or onward.quantity is None or (into.unit and onward.unit and into.unit != onward.unit):
            return Decimal(1)
        if not self.ratio_low * into.quantity <= onward.quantity <= self.ratio_high * into.quantity:
            return None
        return abs(1 - onward.quantity / into.quantity)


@dataclass(frozen=True, slots=True)
class Pairing:
    """What else would fit as well: other parties' lines, and the names of the same parties on other lines of theirs."""

    compared: bool  # the quantities can be compared
    rivals: tuple[Line, ...]
    again: frozenset[tuple[str, str]]  # entity and its name (anchor): not one with the party here, it would be a rival

    @property
    def unique(self) -> bool:
        """Say whether no other party's line fits as well."""
        return self.compared and not self.rivals


@dataclass(slots=True)
class Ledger:
    """All lines, found by item and party."""

    fit: Fit
    sold: dict[tuple[str, str], list[Line]] = field(default_factory=dict)  # (item, seller) -> lines by day
    bought: dict[tuple[str, str], list[Line]] = field(default_factory=dict)  # (item, buyer) -> lines by day

    @classmethod
    def of(cls, lines: Iterable[Line], fit: Fit) -> "Ledger":
        """Put lines in order."""
        ledger = cls(fit)
        for line in sorted(lines, key=attrgetter("day", "claim")):
            ledger.sold.setdefault((line.item, line.seller), []).append(line)
            ledger.bought.setdefault((line.item, line.buyer), []).append(line)
        return ledger

    def paths(self, *, hops: int) -> Iterator[Path]:
        """Yield every path of two lines or more over parties that are all different."""
        for lines in self.sold.values():
            for line in lines:
                yield from self._onward((line,), hops)

    def _onward(self, path: Path, hops: int) -> Iterator[Path]:
        if len(path) > 1:
            yield path
        if len(path) == hops:
            return
        met = {path[0].seller, *(line.buyer for line in path)}
        for line in _within(self.sold, path[-1], self.fit.within_days):
            if line.buyer not in met and self.fit.misfit(path[-1], line) is not None:
                yield from self._onward((*path, line), hops)

    def pairing(self, into: Line, onward: Line) -> Pairing:
        """Return what else would fit as well as this pair does."""
        misfit = self.fit.misfit(into, onward)
        limit = Decimal(1) if misfit is None else misfit
        buyers = [line for line in self.sold[onward.item, into.buyer] if self._as_well(into, line, limit)]
        sellers = [line for line in self.bought[into.item, onward.seller] if self._as_well(line, onward, limit)]
        rivals = [line for line in buyers if line.buyer != onward.buyer]
        rivals += [line for line in sellers if line.seller != into.seller]
        again = {(line.buyer, line.buyer_anchor) for line in buyers if line.buyer == onward.buyer and line != onward}
        again |= {(line.seller, line.seller_anchor) for line in sellers if line.seller == into.seller and line != into}
        return Pairing(limit < 1, tuple(rivals), frozenset(again))

    def _as_well(self, into: Line, onward: Line, limit: Decimal) -> bool:
        misfit = self.fit.misfit(into, onward)
        return misfit is not None and misfit <= limit


def read_quantity(text: str | None) -> Decimal | None:
    """Read a quantity in plain notation; None where there is none above 0."""
    try:
        quantity = Decimal(text or "")
    except InvalidOperation:
        return None
    return quantity if quantity.is_finite() and quantity > 0 else None


def one_to_one(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths in order of time of which no two share a line, copies of a bill taken as one."""
    used: set[str] = set()
    chosen: list[Path] = []
    for path in sorted(paths, key=lambda path: [(line.day, line.claim) for line in path]):
        copies = {line.copy for line in path}
        if used.isdisjoint(copies):
            used |= copies
            chosen.append(path)
    return tuple(chosen)


def _within(sold: Mapping[tuple[str, str], list[Line]], into: Line, days: int) -> list[Line]:
    lines = sold.get((into.item, into.buyer), [])
    ordinals = [line.day.toordinal() for line in lines]
    first = into.day.toordinal()
    return lines[bisect_left(ordinals, first) : bisect_right(ordinals, first + days)]
