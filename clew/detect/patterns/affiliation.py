"""F03: records list a person with one firm, officials assess that the person worked for another. Both are kept.

Why it matters: staff lent under another firm's name hide who did the work; yet a belief is no employment record, and
nothing here turns it into one.
Also explained by: see `ALSO_EXPLAINED_BY`.
Would be settled by: see `SETTLED_BY`.
Source: Intelligence Community Directive 203 (ODNI, 2015): what is reported and what is judged are told apart; docs/why/claims.md.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clew.detect.evidence import Fact, Ground, Link, Party, answers, read_facts, read_links, read_parties, read_replies
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.wording import capitalised, count, join_words, name_party, namesakes
from clew.model.records import Finding, Slot

TYPE = "F03"
TITLE = "Stated against assessed affiliation"
VERSION = 2
ALSO_EXPLAINED_BY = (
    "a secondment or a service contract between the two firms",
    "two employments, one after the other or at once",
    "staff leased by one firm to the other",
    "another person with the same name",
    "an assessment that is mistaken",
)
SETTLED_BY = (
    "payroll, tax or social insurance records of the person",
    "an employment contract, a secondment agreement, or who pays the person's tickets",
    "the grounds of the assessment, if its holder gives them",
)

AFFILIATIONS = """select * exclude (quotes) from facts
                  where predicate in ('employee_of', 'director_of')
                    and subject_entity is not null and object_entity is not null
                  order by id"""

STATED = ("record_states", "party_says")
ASSESSED = ("official_assesses", "analyst_assesses")
# News that says what records list is not the record, nor is the prose of a paper of no known type: only the record itself counts as one.
RETOLD = ("news", "statement", "mail", "unrecognised")
# A post that somebody had once is no staff listed now.
FORMER = re.compile(
    r"\s*(?:(?:the|a|his|her|its|their)\s+)?(?:former|formerly|ex|past|late|then)\b|\s*(?:бывш|экс)|\s*(?:前|原)",
    re.IGNORECASE,
)
# Words that begin a holder in a quoted sentence and take no capital within ours.
_COMMON = re.compile(
    r"(?:a|an|the|one|two|three|four|five|six|seven|several|some|many|officials?|investigators|authorities|analysts|"
    r"senior|intelligence|security|government)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Options:
    """The settings F03 reads."""

    supports_most: int = 64


@dataclass(frozen=True, slots=True)
class Evidence:
    """What F03 reads of a case."""

    affiliations: tuple[Fact, ...] = ()
    replies: tuple[Fact, ...] = ()
    parties: tuple[Party, ...] = ()
    links: tuple[Link, ...] = ()


def find(case: Ground) -> Iterator[Finding]:
    """Yield a finding for each person, firm that records state and other firm that someone assesses."""
    evidence = Evidence(read_facts(case.query(AFFILIATIONS)), read_replies(case), read_parties(case), read_links(case))
    yield from conclude(evidence, Options(case.setting("supports_most")))


def conclude(evidence: Evidence, options: Options) -> Iterator[Finding]:
    """Yield the findings that this evidence carries; the same evidence always yields the same."""
    identity = Identity.of(evidence.parties, evidence.links)
    stated = _by_pair(filter(is_stated, evidence.affiliations))
    assessed = _by_pair(filter(is_assessed, evidence.affiliations))
    for person, maker in sorted(assessed):
        # Where a record lists the person with the assessed firm too, the two firms share the person openly.
        if (person, maker) in stated:
            continue
        for someone, employer in sorted(stated):
            if someone == person and employer != maker:
                grounds = stated[person, employer], assessed[person, maker]
                yield from _finding((person, employer, maker), *grounds, evidence, identity, options)


def is_stated(fact: Fact) -> bool:
    """Say whether a record, or a party's own letter, states an affiliation; what the news says of such records does not."""
    held = fact.polarity == "affirmed" and not FORMER.match(fact.qualifiers.get("post", ""))
    return held and fact.stance in STATED and fact.record_type not in RETOLD


def is_assessed(fact: Fact) -> bool:
    """Say whether a claim is a belief of an official or an analyst that a person worked for a firm."""
    return fact.polarity == "affirmed" and fact.stance in ASSESSED and fact.predicate == "employee_of"


def _by_pair(facts: Iterable[Fact]) -> dict[tuple[str, str], list[Fact]]:
    pairs: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.subject_entity and fact.subject_anchor and fact.object_entity:
            pairs.setdefault((fact.subject_entity, fact.object_entity), []).append(fact)
    return pairs


def _finding(  # noqa: PLR0917 -- what is stated, what is assessed, and what both are read in
    key: tuple[str, str, str],
    stated: list[Fact],
    assessed: list[Fact],
    evidence: Evidence,
    identity: Identity,
    options: Options,
) -> Iterator[Finding]:
    person, employer, maker = key
    bundles = list(_bundles(person, stated, assessed))
    supports, complete = gather(bundles, identity, most=options.supports_most)
    if not supports:
        return
    known, level = identity.known(bundles)
    parties = [known[entity] for entity in key]
    slots = _slots(parties, stated, assessed)
    against = {
        fact.leaf
        for fact in evidence.affiliations
        if fact.polarity == "negated" and fact.subject_entity == person and fact.object_entity in {employer, maker}
    }
    yield Finding(
        type=TYPE,
        key=key,
        sentence=_sentence(parties, {slot.name: slot.value for slot in slots}),
        slots=slots,
        supports=supports,
        supports_complete=complete,
        against=tuple(sorted(against)),
        replies=answers(evidence.replies, [person, employer, maker]),
        level=level,
        limits=(*_limits(stated, assessed), *namesakes(parties)),
    )


def _bundles(person: str, stated: Iterable[Fact], assessed: list[Fact]) -> Iterator[Bundle]:
    for one in stated:
        for other in assessed:
            anchors = frozenset(filter(None, (one.subject_anchor, other.subject_anchor)))
            firms = ((fact.object_entity, fact.object_anchor) for fact in (one, other))
            named = [(entity, frozenset({anchor})) for entity, anchor in firms if entity and anchor]
            yield Bundle(frozenset({one.leaf, other.leaf}), ((person, anchors), *named))


def _slots(parties: list[Party], stated: list[Fact], assessed: list[Fact]) -> tuple[Slot, ...]:
    person, employer, maker = parties
    listing, believing = (tuple(fact.leaf for fact in facts) for facts in (stated, assessed))
    documents = len({fact.source or fact.id for fact in stated})
    return (
        Slot("person", person.name, (listing[0], believing[0])),
        Slot("stated", employer.name, listing),
        Slot("assessed", maker.name, believing),
        Slot("records", str(documents), listing),
        Slot("holder", join_words(_holders(assessed)), believing),
    )


def _holders(assessed: Iterable[Fact]) -> list[str]:
    """Return who assesses, as quoted; a first word that is no name loses its capital."""
    words = {fact.holders[-1] if fact.holders else "an unnamed official" for fact in assessed}
    return sorted(text[0].lower() + text[1:] if _COMMON.match(text) else text for text in words)


def _sentence(parties: list[Party], slot: dict[str, str]) -> str:
    person, employer, maker = (name_party(party) for party in parties)
    many = " and " in slot["holder"] or re.search(r"[^s]s$", slot["holder"])
    documents = int(slot["records"])
    sentence = (
        f"{count(documents, 'record')} {'lists' if documents == 1 else 'list'} {person} as staff of {employer}; "
        f"{slot['holder']} {'assess' if many else 'assesses'} that {parties[0].name} worked for {maker}. "
        f"Both are kept; no employment by {parties[2].name} is asserted."
    )
    return capitalised(sentence)


def _limits(stated: Iterable[Fact], assessed: list[Fact]) -> tuple[str, ...]:
    limits = [
        "An assessment shows what its holder believes; whether it rests on other records than these is not known."
    ]
    told_by = sorted({fact.holders[0] for fact in assessed if len(fact.holders) > 1})
    if told_by:
        limits.append(f"The assessment is known only as told by {join_words(told_by)}.")
    suggested = sum(fact.qualifiers.get("coreference") == "suggested" for fact in (*stated, *assessed))
    if suggested:
        limits.append(
            f"In {count(suggested, 'claim')} a pronoun names the person or firm; whom it means is suggested by the text before it."
        )
    return tuple(limits)
