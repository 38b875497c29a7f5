"""F02: items that carry one claim, how few origins they come from, and how each retelling differs.

Why it matters: ten outlets that carry one report are one source, and what changes on the way (a date, a belief told as
fact, words inside quotation marks) is then taken for a further one's knowledge.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: X. L. Dong, L. Berti-Équille and D. Srivastava, "Integrating Conflicting Data: The Role of Source Dependence"
(VLDB 2009): copying shows in shared rare and wrong values; docs/why/lineage.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clew.detect.evidence import Fact, Ground, Link, Party, answers, read_links, read_parties, read_replies
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.lineage import Lineage, read_lineage, retold
from clew.detect.retellings import Carried, Difference, Telling
from clew.detect.wording import count, join_words, namesakes
from clew.model.records import Finding, Slot

TYPE = "F02"
TITLE = "Claim lineage, quotations and stance as retold"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "the retelling had sources or documents of its own, which it does not name",
    "the original was corrected, or is not the version that was retold",
    "a translation, which puts the same in other words",
    "two witnesses who saw the same thing",
)
SETTLED_BY = (
    "the first version of each item, with its time of publication",
    "what the item says, or its outlet answers, of where it has it from",
    "the recording or the full text of what is quoted",
)

LEAST_ALIKE = 3  # items of one origin that tell the same, for a finding where none differs
SHOWN = 3  # differences in a sentence; the slots have all
OF = {  # how a sentence speaks of items and what they tell
    "relation": "carry the claim that {0}",
    "answer": "tell {0}",
    "quotation": "give {0}",
    "period": "tell {0}",
    "documents": "tell {0}",
}
LONGEST = 90  # characters of a value in a sentence


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F02 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F02 reads of a case."""

    told: tuple[Fact, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()
    lineage: Lineage = field(default_factory=lambda: Lineage((), (), (), {}))


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each claim that items of one origin carry, or that a retelling changes."""
    lineage = read_lineage(case)
    replies = read_replies(case)
    evidence = Evidence(lineage.facts, replies, read_parties(case), read_links(case), lineage)
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    seen = set()
    for claim in retold(evidence.told, evidence.lineage):
        # What is told of two firms in the same words is one question.
        words = claim.kind, tuple(fact.id for telling in claim.tellings for fact in telling.facts)
        if _worth_telling(claim) and words not in seen:
            seen.add(words)
            yield from _finding(claim, evidence, identity, options)


def _worth_telling(claim: Carried) -> bool:
    many = claim.kind == "relation" and len(claim.tellings) >= LEAST_ALIKE
    return bool(claim.differences) or (many and claim.origins < len(claim.tellings))


def _finding(claim: Carried, evidence: Evidence, identity: Identity, options: Options) -> Iterator[Finding]:
    facts = [fact for telling in claim.tellings for fact in telling.facts]
    bundle = Bundle(frozenset(fact.leaf for fact in facts), _same(claim, facts))
    supports, complete = gather([bundle], identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known([bundle])
    one_each = all(len(telling.facts) == 1 for telling in claim.tellings)
    yield Finding(
        type=TYPE,
        key=claim.key,
        sentence=_sentence(claim, identity),
        slots=_slots(claim, facts),
        supports=supports,
        # Where an item says it twice, one of the two would be enough: such sets are not worked out.
        supports_complete=complete and one_each,
        strength=len(claim.tellings),
        replies=answers(evidence.replies, _parties(claim)) if claim.kind == "relation" else (),
        level=level,
        limits=(*_limits(claim), *namesakes(known.values())),
    )


def _parties(claim: Carried) -> tuple[str, ...]:
    return claim.key[2:] if claim.kind == "relation" else ()


def _same(claim: Carried, facts: list[Fact]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the names that must be one party for these claims to be one claim."""
    entities = _parties(claim) or ((claim.about,) if claim.kind == "answer" else ())
    named = {entity: frozenset(filter(None, (fact.anchor_of(entity) for fact in facts))) for entity in entities}
    return tuple((entity, anchors) for entity, anchors in named.items() if anchors)


def _sentence(claim: Carried, identity: Identity) -> str:
    tellings, changed = claim.tellings, [telling for telling in claim.tellings if telling.differences]
    names = {id_: party.name for id_, party in identity.parties.items()}
    told = f"{len(tellings)} items {OF[claim.kind].format(claim.tells(names))}"
    if claim.kind in ("relation", "period"):
        told += f"; they reduce to {count(claim.origins, 'origin')}, the nearest to it located {tellings[0].item.name}"
    else:
        told += f"; the nearest to its origin located is {tellings[0].item.name}"
    if not changed:
        return f"{told}. None differs in what is compared."
    differences = [(telling, one) for telling in changed for one in telling.differences]
    shown = "; ".join(_tell(telling, one) for telling, one in differences[:SHOWN])
    more = f"; and {len(differences) - SHOWN} more" if len(differences) > SHOWN else ""
    return f"{told}. {len(changed)} {'differs' if len(changed) == 1 else 'differ'}: {shown}{more}."


def _tell(telling: Telling, one: Difference) -> str:
    return f"{one.kind}, {_cut(one.was) or 'nothing'} → {_cut(one.now)} ({telling.item.name})"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rsplit(' ', 1)[0]}…"


def _slots(claim: Carried, facts: list[Fact]) -> tuple[Slot, ...]:
    leaves = tuple(fact.leaf for fact in facts)
    nearest = claim.tellings[0]
    slots = [
        Slot("items", str(len(claim.tellings)), leaves),
        Slot("origins", str(claim.origins), leaves),
        Slot("nearest", nearest.item.name, tuple(fact.leaf for fact in nearest.facts)),
    ]
    for telling in claim.tellings:
        for one in telling.differences:
            value = f"{one.kind}: {_cut(one.was) or 'nothing'} → {_cut(one.now)}, in {telling.item.name}"
            slots.append(Slot(one.field, value, (one.original.leaf, one.retold.leaf)))
    return tuple(slots)


def _limits(claim: Carried) -> tuple[str, ...]:
    limits = [
        "Which item came first is told by the days they give for themselves; where they give none, it is not known."
    ]
    if claim.origins < len(claim.tellings):
        limits.append(
            "Items are taken for one origin by what they cite and share; that an item also knows it by itself is not excluded."
        )
    languages = {telling.item.language for telling in claim.tellings}
    if claim.differences and len(languages) > 1:
        limits.append(f"The items are in {count(len(languages), 'language')}; a difference may be one of translation.")
    shared = _shared_changes(claim)
    if shared:
        limits.append(f"The same change stands in {join_words(shared)}: one of them may have it from the other.")
    return tuple(limits)


def _shared_changes(claim: Carried) -> list[str]:
    made: dict[tuple[str, str], list[str]] = {}
    for telling in claim.tellings:
        for one in telling.differences:
            made.setdefault((one.field, one.now), []).append(telling.item.name)
    return next((sorted(names) for names in made.values() if len(names) > 1), [])
