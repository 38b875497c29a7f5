"""F12: many sources tell of a party, and few origins stand behind them.

Why it matters: sources that have it from each other corroborate nothing; to count them as several is to count one twice.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: X. L. Dong, L. Berti-Équille and D. Srivastava, "Integrating Conflicting Data: The Role of Source Dependence"
(VLDB 2009); ICD 206 (ODNI, 2015), on sourcing; docs/why/lineage.md.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clew.detect.evidence import Fact, Ground, Link, Party, read_links, read_parties
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.lineage import Lineage, read_lineage
from clew.detect.ties import origins, tell_kinds
from clew.detect.wording import count, name_party, namesakes
from clew.model.records import Finding, Slot

TYPE = "F12"
TITLE = "Sources that share an origin"
VERSION = 1
ALSO_EXPLAINED_BY = (
    "an item that cites another and yet checked it for itself",
    "one event that several saw, told with the same true details",
    "a public statement that all of them quote",
)
SETTLED_BY = (
    "what each outlet answers of where it has it from",
    "the first version of each item, with its time of publication",
    "a witness or a record that no other item could have had",
)

LEAST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F12 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F12 reads of a case."""

    told: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()
    lineage: Lineage = field(default_factory=lambda: Lineage((), (), (), {}))


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each party of which three items or more tell that have fewer origins than they are."""
    lineage = read_lineage(case)
    evidence = Evidence(lineage.facts, read_parties(case), read_links(case), lineage)
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    items = {item.id: item for item in evidence.lineage.items}
    origin_of = origins(items, evidence.lineage.ties)
    for entity, by_item in sorted(_told_of(evidence, items).items()):
        if len(by_item) >= LEAST_ITEMS and len({origin_of[id_] for id_ in by_item}) < len(by_item):
            yield from _finding(entity, by_item, origin_of, evidence, identity, options)


def _told_of(evidence: Evidence, items: Mapping[str, object]) -> dict[str, dict[str, list[Fact]]]:
    """Return for each party that something is told of, besides what it says itself, the items that do."""
    found: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in evidence.told:
        if (
            fact.source in items
            and fact.predicate not in ("says", "responds", "accuses", "rests_on")
            and fact.object_entity
        ):
            found[fact.object_entity][fact.source].append(fact)
    return found


def _finding(  # noqa: PLR0917 -- a party, who tells of it, and what both are read in
    entity: str,
    by_item: Mapping[str, list[Fact]],
    origin_of: Mapping[str, str],
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    facts = [fact for id_ in sorted(by_item) for fact in by_item[id_]]
    anchors = frozenset(filter(None, (fact.object_anchor for fact in facts)))
    bundle = Bundle(frozenset(fact.leaf for fact in facts), ((entity, anchors),) if anchors else ())
    supports, complete = gather([bundle], identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known([bundle])
    party = known.get(entity) or identity.party(entity)
    ties = [tie for tie in evidence.lineage.ties if tie.left in by_item and tie.right in by_item]
    citing = {id_ for tie in ties if tie.kind == "cites" for id_ in (tie.left, tie.right)}
    number = len({origin_of[id_] for id_ in by_item})
    leaves = tuple(fact.leaf for fact in facts)
    cite = "cites" if len(citing) == 1 else "cite"
    yield Finding(
        type=TYPE,
        key=(entity,),
        sentence=(
            f"{len(by_item)} sources tell of {name_party(party)}, {count(number, 'independent origin')}; "
            f"{len(citing)} {cite} each other or one outlet."
        ),
        slots=(
            Slot("party", party.name, leaves),
            Slot("sources", str(len(by_item)), leaves),
            Slot("origins", str(number), leaves),
            Slot("citing", str(len(citing)), leaves),
        ),
        supports=supports,
        supports_complete=complete and all(len(some) == 1 for some in by_item.values()),
        strength=len(by_item),
        level=level,
        limits=(
            (
                f"Sources are joined by what they cite and share ({tell_kinds(ties) or 'through items that tell of others'}); "
                "that one of them also knows it by itself is not excluded."
            ),
            "An origin is not a record: how it knows is not said by how often it is retold.",
            *namesakes([party]),
        ),
    )
