"""The sentences of a paragraph go in, in order; whose turn it is to speak comes out, as transcripts and notes of a talk print it.

"MR. OSEI: I never met him. I said so in May." A label in capitals may stand anywhere; a name before a colon only at the
head of a paragraph. Who asks ("Q:") says nothing of his own.
"""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._walls import LABEL, NAMED

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span

_ASKING = words("q question reporter journalist interviewer moderator host questioner press chair clerk")
_NOBODY = words(
    "exclusive breaking update updated urgent note nb fyi ps warning important attention re fw fwd subject date to from cc bcc tel fax "
    "copyright contact correction watch live opinion analysis caption photo background summary agenda item total faq eta "
    "iban vat swift imo mmsi ref pdf url http https address phone email web annex appendix exhibit figure table section article part "
    "what when where who which delivery payment price quantity terms route vessel port cargo sender consignee shipper buyer seller invoice chapter title heading confidential secret restricted draft"
)


class Turn:
    """Who speaks in the sentences after a label; `asks` where he only asks."""

    def __init__(self, party: Party | None, *, asks: bool) -> None:
        self.party, self.asks = party, asks


def label_of(sentence: "Span", parties: Parties) -> Turn | None:
    """Return whose turn begins, where the sentence is a label and nothing else; None where it is no label."""
    label = sentence.text.strip() + " "
    match = LABEL.match(label) or NAMED.match(label)
    if match is None or match.end() < len(sentence.text.strip()):
        return None
    told = match["who"].lower().replace(".", "").split()
    if not told or set(told) & _NOBODY:
        return Turn(None, asks=False)
    if set(told) & _ASKING:
        return Turn(None, asks=True)
    tokens = [token for token in sentence if token.idx < sentence.start_char + match.end("who")]
    head = tokens[-1] if tokens[-1].text != "." or len(tokens) == 1 else tokens[-2]
    role = next((role for token in tokens if (role := parties.role_of_word(token.lower_.rstrip(".")))), "party")
    party = parties.spanning(tokens[0], tokens[-1], head)
    return Turn(Party(party.run, party.text, party.start, party.stop, role), asks=False)
