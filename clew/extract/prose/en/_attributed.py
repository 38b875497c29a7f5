"""The record of one attribution: a cue, who holds it, and the tokens of what is held."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    accused: "Token | None" = None  # of whom the content is said: "accused X of …"

    @property
    def is_placed(self) -> bool:
        """Say whether both the speaker and the content were found."""
        return bool(self.holders and self.content)
