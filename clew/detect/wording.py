"""Words of findings: parties, counts and lists in; phrases that say no more than the identity level allows out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from clew.detect.evidence import Party

# Never in a sentence or limit of ours: words of guilt or intent, and a relation that is not named. The levels
# of meaning: Chase v News Group Newspapers [2002] EWCA Civ 1772.
FORBIDDEN = re.compile(
    r"\b(?:proved|proven|proves|smuggl\w+|agents?|fronts?|covertly|knowingly|secretly|linked to|links to)\b",
    re.IGNORECASE,
)
NAMESAKE = "Only the name joins the records of {name}; a namesake is not excluded."
_PRESENT = {"I0": "a {kind} with the name ", "I1": "a {kind} with the name "}
_KINDS = {"person": "person", "organization": "firm"}


def name_party(party: Party, *, kind: str = "", level: str = "") -> str:
    """Return a party's name, said to be a name only where nothing but the name identifies it."""
    noun = _KINDS.get(kind or party.kind, "party")
    return _PRESENT.get(level or party.level, "").format(kind=noun) + party.name


def namesakes(parties: Iterable[Party]) -> tuple[str, ...]:
    """Return a limit for each party that only its name identifies."""
    return tuple(NAMESAKE.format(name=party.name) for party in parties if party.level in _PRESENT)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 record, 2 records."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def join_words(words: Sequence[str]) -> str:
    """Return words as a list: a; a and b; a, b and c."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def capitalised(sentence: str) -> str:
    """Return a sentence with its first letter as a capital, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def fold_words(text: str) -> str:
    """Return a text for comparison: case, width of letters and runs of blanks undone."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def fold_code(text: str) -> str:
    """Return an item's code for comparison: case, blanks and hyphens undone, nothing else."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if not letter.isspace() and unicodedata.category(letter) != "Pd")
