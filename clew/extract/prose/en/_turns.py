"""The sentences of a paragraph go in, in order; whose turn it is to speak comes out, as transcripts and notes of a talk print it.

"MR. OSEI: I never met him. I said so in May." Who asks ("Q:") says nothing of his own. What a speaker tells of others is
theirs; that it stands in his turn is told beside it.
"""

from typing import TYPE_CHECKING

from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._labels import ASKING, NOBODY, label_at

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span


class Turn:
    """Who speaks in the sentences after a label; `asks` where he only asks."""

    def __init__(self, party: Party | None, *, asks: bool) -> None:
        self.party, self.asks = party, asks


def label_of(sentence: "Span", parties: Parties) -> Turn | None:
    """Return whose turn begins, where the sentence is a label and nothing else; None where it is no label."""
    match = label_at(sentence.text.strip())
    if match is None:
        return None
    told = match["who"].lower().replace(".", "").split()
    if not told or set(told) & NOBODY:
        return Turn(None, asks=False)
    if set(told) & ASKING:
        return Turn(None, asks=True)
    begin, stop = sentence.start_char + match.start("who"), sentence.start_char + match.end("who")
    tokens = [token for token in sentence if begin <= token.idx < stop]
    head = tokens[-1] if tokens[-1].text != "." or len(tokens) == 1 else tokens[-2]
    role = next((role for token in tokens if (role := parties.role_of_word(token.lower_.rstrip(".")))), "party")
    role = "party" if role in {"source", "document", "publisher"} else role  # a witness who is heard speaks for himself
    party = parties.spanning(tokens[0], tokens[-1], head)
    return Turn(Party(party.run, party.text, party.start, party.stop, role), asks=False)
