"""What becomes of a claim when others retell it: claims of items in; for each claim its items, and how each differs, out.

Items that carry one claim are set beside the item nearest to their common origin. Compared are the time from which it is
said to hold, numbers, modality, stance, hedges, quotations and the documents named. Each kind of difference is of the list
of drifts seen when one report was carried by ten outlets; see docs/why/lineage.md.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clew.detect import likening
from clew.detect.evidence import Fact
from clew.detect.items import Item

TOLD_AS = {
    "employee_of": "{0} works or worked for {1}",
    "director_of": "{0} is or was a director of {1}",
    "owns": "{0} owns or owned {1}",
    "visits": "{0} visits or visited {1}",
    "travels_to": "{0} travels or travelled to {1}",
    "billed": "{0} billed {1}",
    "paid": "{0} paid {1}",
    "supplied": "{0} supplied {1}",
    "shipped": "{0} shipped to {1}",
    "delivered": "{0} acknowledged goods from {1}",
    "declared": "{0} is declared to customs to have sent goods to {1}",
    "trains": "{0} trained the people of {1}",
    "cooperates_with": "{0} works together with {1}",
}
ANSWERS = ("party_denies", "party_unaware", "no_response")


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which a retelling differs from what it retells."""

    field: str  # time, number, modality, stance, hedge, quotation, documents
    kind: str  # date moved, belief told as fact, …
    was: str
    now: str
    original: Fact
    retold: Fact


@dataclass(frozen=True, slots=True)
class Telling:
    """What one item says of one claim."""

    item: Item
    facts: tuple[Fact, ...]
    origin: str  # the source that stands for its origin
    differences: tuple[Difference, ...] = ()
    fidelity: tuple[tuple[str, str, Fact], ...] = ()  # verdict on each quotation, the quotation, its claim


@dataclass(frozen=True, slots=True)
class Carried:
    """A claim that two items or more carry."""

    kind: str  # relation, answer, quotation, period, documents
    key: tuple[str, ...]  # kind, predicate, and entities; stable over runs
    about: str  # the entity it is about; "" for none
    tellings: tuple[Telling, ...]  # nearest to the origin first

    @property
    def origins(self) -> int:
        """How many origins its items come from."""
        return len({telling.origin for telling in self.tellings})

    def tells(self, names: Mapping[str, str]) -> str:
        """Return what is told, in words; `names` are those of the entities."""
        if self.kind == "relation":
            _, predicate, subject, target = self.key
            form = TOLD_AS.get(predicate, "{0}: " + predicate.replace("_", " ") + " {1}")
            return form.format(names.get(subject, subject), names.get(target, target))
        name = names.get(self.about, "") or self.tellings[0].facts[0].subject
        return {
            "answer": f"what {name} answered",
            "quotation": f"words of {name} in quotation marks",
            "period": f"since when something holds of {name}",
            "documents": "what papers their report rests on",
        }[self.kind]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in the order of the items."""
        return tuple(one for telling in self.tellings for one in telling.differences)


@dataclass(frozen=True, slots=True)
class Told:
    """What is read of a case to compare retellings."""

    facts: tuple[Fact, ...]
    items: Mapping[str, Item]
    origin_of: Mapping[str, str]
    cited: Mapping[str, int] = field(default_factory=dict)  # source -> how many items name its outlet
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)  # claim -> entities named in its words


def carried(told: Told) -> tuple[Carried, ...]:
    """Return every claim that two items or more carry, each with how its retellings differ."""
    groups: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    facts = [fact for fact in told.facts if fact.source in told.items]
    speaking = likening.speakers(facts)
    for fact in facts:
        for key in _keys(fact, told, speaking):
            groups[key].append(fact)
    _add_plans(groups, facts, told)
    found = []
    for key, together in sorted(_without_parts(_with_institutions(groups, told)).items()):
        by_item: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(together, key=lambda fact: fact.id):
            by_item[fact.source].append(fact)
        if len(by_item) >= 2:
            found.append(_carried(key, by_item, told))
    return tuple(found)


def _keys(fact: Fact, told: Told, speaking: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return under which claims a claim of one item falls."""
    keys: list[tuple[str, ...]] = []
    if fact.predicate == "responds" and fact.stance in ANSWERS:
        keys.append(("answer", fact.subject_entity or likening.institution(fact.subject) or ""))
    elif fact.predicate == "says":
        keys.append(("quotation", speaking.get(fact.id, "")))
    elif fact.subject_entity and fact.object_entity:
        keys.append(("relation", fact.predicate, fact.subject_entity, fact.object_entity))
    if likening.beginnings(fact):
        keys += [("period", entity) for entity in told.named.get(fact.id, ())]
    if likening.rests_on_papers(fact):
        keys.append(("documents", "papers"))
    return [key for key in keys if key[-1]]


def _add_plans(groups: dict[tuple[str, ...], list[Fact]], facts: Iterable[Fact], told: Told) -> None:
    """Set beside what is told as done what is kept as quoted and says that the same firms plan it."""
    relations = [key for key in groups if key[0] == "relation" and key[1] in likening.CAN_BE_PLANNED]
    for fact in facts:
        if fact.predicate == "says" and likening.is_ahead(fact):
            named = told.named.get(fact.id, frozenset())
            for key in relations:
                if {key[2], key[3]} <= named and likening.speaks_of(fact, key[1]):
                    groups[key].append(fact)


def _without_parts(groups: Mapping[tuple[str, ...], list[Fact]]) -> dict[tuple[str, ...], list[Fact]]:
    """Leave out periods that are told of one party in words which another period has too, and more."""
    sets = {key: frozenset(fact.id for fact in facts) for key, facts in groups.items() if key[0] == "period"}
    parts = {key for key, ids in sets.items() if any(ids < other for other in sets.values())}
    return {key: facts for key, facts in groups.items() if key not in parts}


def _with_institutions(groups: Mapping[tuple[str, ...], list[Fact]], told: Told) -> dict[tuple[str, ...], list[Fact]]:
    """Join answers of what must be one institution: the only ministry of each of two items of one origin."""
    joined = dict(groups)
    answers = sorted(key for key in groups if key[0] == "answer")
    for at, one in enumerate(answers):
        for other in answers[at + 1 :]:
            if one not in joined or other not in joined:
                continue
            names = {likening.institution(fact.subject) for key in (one, other) for fact in groups[key]}
            if len(names) != 1 or names == {""} or not _beside(groups[one], groups[other], told):
                continue
            joined[one] = joined[one] + joined.pop(other)
    return joined


def _beside(ones: Iterable[Fact], others: Iterable[Fact], told: Told) -> bool:
    """Say whether two answers stand in different items of one origin, in different languages or one of them by no name."""
    left, right = {fact.source for fact in ones}, {fact.source for fact in others}
    if left & right:
        return False
    languages = [{told.items[source].language for source in side} for side in (left, right)]
    shared = {told.origin_of.get(s, s) for s in left} & {told.origin_of.get(s, s) for s in right}
    described = any(likening.is_description(fact.subject) for side in (ones, others) for fact in side)
    return bool(shared) and (described or languages[0].isdisjoint(languages[1]))


def _carried(key: tuple[str, ...], by_item: Mapping[str, list[Fact]], told: Told) -> Carried:
    tellings = sorted(
        (Telling(told.items[id_], tuple(facts), told.origin_of.get(id_, id_)) for id_, facts in by_item.items()),
        key=lambda telling: _nearness(telling.item, told),
    )
    compared = [telling if n == 0 else _compared(key[0], telling, tellings[:n]) for n, telling in enumerate(tellings)]
    about = "" if key[0] == "documents" else key[-1]
    return Carried(key[0], key, about, tuple(compared))


def _nearness(item: Item, told: Told) -> tuple[bool, int, date, int, str]:
    """Return a key that puts first what others name as where they have it from, then statements, then what is earliest."""
    return (
        item.record_type != "statement",
        -told.cited.get(item.id, 0),
        item.day or date.max,
        -len(item.text),
        item.id,
    )


def _compared(kind: str, telling: Telling, before: Sequence[Telling]) -> Telling:
    """Return a telling with how it differs from the nearest to its own origin; of another origin, with nothing."""
    original = next((one for one in before if one.origin == telling.origin), None)
    if original is None:
        return telling
    if kind == "quotation":
        return _quoting(telling, original)
    found = [Difference(*one) for one in COMPARED[kind](original.facts, telling.facts)]
    return Telling(telling.item, telling.facts, telling.origin, tuple(found))


def _quoting(telling: Telling, original: Telling) -> Telling:
    verdicts = likening.fidelity(original.facts, telling.facts)
    found = tuple(
        Difference("quotation", f"quotation {verdict}", was, now, source, fact)
        for verdict, was, now, source, fact in verdicts
        if verdict in likening.CHANGED
    )
    kept = tuple((verdict, now, fact) for verdict, _, now, _, fact in verdicts)
    return Telling(telling.item, telling.facts, telling.origin, found, kept)


Compare = Callable[[Sequence[Fact], Sequence[Fact]], Iterable[tuple[str, str, str, str, Fact, Fact]]]
COMPARED: dict[str, Compare] = {
    "relation": likening.relations,
    "answer": likening.answers,
    "period": likening.periods,
    "documents": likening.papers,
}
