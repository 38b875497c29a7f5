"""The record of one attribution: a cue, who holds it, and the tokens of what is held."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Party
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, who holds it, and the tokens of what is held. No holder: the speaker was not found."""

    cue: Run
    force: str  # saying, believing, denying
    holders: tuple[Party, ...]  # each speaks for itself
    through: tuple[Party, ...]  # the channel that was told, outermost
    content: frozenset[int]
    negated: bool = False  # "did not say", "does not believe"
    is_open: bool = False  # "could not rule out that": nothing inside it is held
    accused: "Token | None" = None  # of whom the content is said: "accused X of …"

    @property
    def is_ahead(self) -> bool:
        """Say whether what is said stands in the sentences that follow: "Speaking today, the minister said:"."""
        return not self.content and tree.ends_in_colon(self.cue.head)

    @property
    def is_placed(self) -> bool:
        """Say whether both the speaker and the content were found."""
        return bool(self.holders and self.content)


def without_doubles(found: list[Attribution]) -> list[Attribution]:
    """Leave out what is held twice in the same words by the same speaker, or by nobody beside somebody; a denial stays."""
    kept: list[Attribution] = []
    for each in sorted(found, key=lambda one: (not one.is_placed, one.force != "denying", one.cue.first.i)):
        if not any(_is_double(each, other) for other in kept):
            kept.append(each)
    return kept


def _is_double(each: Attribution, other: Attribution) -> bool:
    if other.cue.head.dep_ == "relcl" and other.force == "denying":
        return False  # ", which Norland denies" holds the same words
    shared = len(each.content & other.content)
    same = bool(shared) and shared * 10 >= 8 * len(each.content | other.content)
    speakers = {party.text for party in other.holders}
    return same and (not each.holders or {party.text for party in each.holders} <= speakers)
