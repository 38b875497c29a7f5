"""A cue verb goes in; who passed on what its speaker says comes out: "told the agency", "citing two officials", "as saying"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._votes import LEGAL_NAME

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token


def chained(verb: "Token", parties: Parties, holders: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who passed it on, outermost first, and whose word it is: "told the agency", "citing two officials"."""
    through = _told(verb, parties) or _quoting(verb, parties)
    above = verb.head.head
    if (
        verb.dep_ == "pcomp"
        and verb.head.lower_ == "as"
        and above.lemma_.lower() in {"quote", "cite"}
        and tree.is_passive(above)
    ):
        through = (*(party for head in tree.objects_of(above, "by")[:1] if (party := parties.of(head))), *through)
    cited = _cited(verb, parties)
    origin = _heard_from(verb, parties)
    citing = quoting(verb)
    if citing is not None:
        return tuple(party for head in tree.subject_heads(citing)[:1] if (party := parties.of(head))), holders
    if origin and all(party.run.head.lower_ in {"i", "we"} for party in holders):
        return through, origin  # who writes only passes on what another told him
    if cited or origin:
        mine = bool(origin) and verb.dep_ == "xcomp" and all(party.run.head.lower_ in {"i", "we"} for party in holders)
        return (*through, *(() if mine else holders)), (
            cited or origin
        )  # "we learn from your agent that": the agent's word
    return through, holders


def _told(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return the publisher that was told: "told the agency"; a court passes nothing on."""
    if verb.lemma_.lower() != "tell":
        return ()
    told = [*tree.direct_objects(verb, "dobj", "dative"), *tree.objects_of(verb, "to")]
    houses = [
        replace(party, role="publisher")
        for noun in told
        for house in _house_of(noun, verb)
        if (party := parties.of(house))
    ]
    if houses:
        return tuple(houses[:1])
    told += [noun for clause in tree.children(verb, "ccomp") for noun in _swallowed(clause, verb)]
    return tuple(party for head in told if (party := parties.of(head)) and is_channel(party, parties))[:1]


_REPORTING = frozenset(
    {
        "colleague",
        "colleagues",
        "reporter",
        "reporters",
        "correspondent",
        "journalist",
        "journalists",
        "editor",
        "newsroom",
    }
)


def _house_of(noun: "Token", verb: "Token") -> list["Token"]:
    """Return the paper of whom is told: "told our colleagues at Nordpunkt"."""
    if noun.lower_ not in _REPORTING:
        return []
    houses = tree.objects_of(noun, "at", "for", "from", "of", "with") or tree.objects_of(verb, "at")
    return [house for house in houses[:1] if house.pos_ == "PROPN"]


_FINDING = frozenset({"learn", "establish", "obtain", "verify", "understand", "uncover"})
_TELLING = frozenset({"reveal", "disclose", "report", "confirm"})


def as_outlet(party: Party, verb: "Token", parties: Parties) -> Party:
    """Return a house in news that tells its own findings as what publishes: "Frontier Desk has established that", "The Blaze can reveal that"."""
    if not parties.news or party.role != "party" or party.text.islower() or LEGAL_NAME.search(party.text):
        return party
    named = party.run.head.pos_ == "PROPN" and (party.name is None or party.name.kind not in {"person", "place"})
    lemma, auxiliaries = verb.lemma_.lower(), {aux.lower_ for aux in tree.children(verb, "aux")}
    own = (lemma in _FINDING and auxiliaries & {"has", "can"}) or (lemma in _TELLING and "can" in auxiliaries)
    clauses = tree.children(verb, "ccomp")
    return replace(party, role="publisher") if named and own and clauses else party


def _quoting(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return the paper that quotes the speaker: "The governor, quoted by the agency, said"."""
    heads = [verb, *tree.children(verb, "nsubj")]
    quoted = [
        each for head in heads for each in tree.children(head, "acl", "advcl") if each.lower_ in {"quoted", "cited"}
    ]
    return tuple(party for each in quoted for head in tree.objects_of(each, "by")[:1] if (party := parties.of(head)))[
        :1
    ]


def is_channel(party: Party, parties: Parties) -> bool:
    """Say whether an addressee passes on what it is told: a publisher, or in news a name that is no firm, state body or person."""
    if party.role == "publisher":
        return True
    name = party.name
    if not parties.news or name is None or name.kind not in {"organization", "unknown"} or party.role != "party":
        return False
    known = {word.lower() for word in name.text.split()}
    return not known & (
        cues.NO_CHANNEL | cues.INSTITUTIONS | cues.OFFICIALS | cues.FIRM_NOUNS
    ) and not LEGAL_NAME.search(name.text)


def _swallowed(clause: "Token", verb: "Token") -> list["Token"]:
    """Return an addressee the parser put into the clause: "told the Ledger the change looked …"."""
    subjects = tree.children(clause, "nsubj", "nsubjpass")
    return [
        inner for subject in subjects for inner in tree.children(subject, "nmod", "compound") if inner.i == verb.i + 2
    ]


def _cited(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return whom the speaker leans on: "reported, citing two officials"."""
    return tuple(
        party
        for near in [verb, *tree.children(verb, "nsubj")]
        for child in tree.children(near, "advcl", "acl")
        if child.lower_ in {"citing", "quoting"}
        for head in tree.direct_objects(child)
        if (party := parties.of(head))
    )


def _heard_from(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return from whom the speaker has it: "heard from the port that …", "quoted a source as saying that …"."""
    lemma = verb.lemma_.lower()
    if lemma in {"hear", "learn", "understand", "know"}:
        return tuple(party for head in tree.objects_of(verb, "from") if (party := parties.of(head)))
    if lemma == "read" and tree.objects_of(verb, "in"):
        return tuple(party for head in tree.objects_of(verb, "in")[:1] if (party := parties.of(head)))
    if lemma in {"quote", "cite"}:
        for prep in tree.children(verb, "prep"):
            if prep.lower_ == "as" and any(child.lower_ in {"saying", "telling"} for child in prep.children):
                return tuple(party for head in tree.direct_objects(verb) if (party := parties.of(head)))
    return ()


def quoting(verb: "Token") -> "Token | None":
    """Return the verb that quotes somebody else "as saying"; none in "was quoted as saying", where the quoted is the subject."""
    above = verb.head.head
    quotes = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and above.lemma_.lower() in {"quote", "cite"}
    return above if quotes and not tree.is_passive(above) and tree.children(above, "dobj") else None
