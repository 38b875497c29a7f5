"""The speakers of a Russian sentence go in; all that its grammar tells comes out: tellings, relations, hedges, quotations."""

from dataclasses import replace

from clew.extract.prose._telling import Party, Place, Telling, Told
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._attribution import Attribution
from clew.extract.prose.ru._pronouns import Heard, meant
from clew.extract.prose.ru._relations import links
from clew.extract.prose.ru._speakers import Speakers


def read(speakers: Speakers, *, record_type: str, before: Told | None, earlier: tuple[Heard, ...] = ()) -> Told:
    """Return what one sentence tells.

    Args:
        speakers: its grammar.
        record_type: of the document.
        before: the sentence before it, which a quotation may go on from.
        earlier: who spoke or was named before, whom a pronoun may mean.
    """
    attribution = Attribution(speakers, record_type=record_type)
    tellings = [_speaking_for_itself(each) for each in meant(attribution.tellings(), speakers, earlier)]
    text, start = speakers.sentence_text, speakers.tree.sentence.place.start
    if not tellings and lexicon.COMMENTARY.search(text):
        return Told(speakers.tree.sentence.place, (), ())
    hedges = tuple(Place(start + match.start(), start + match.end()) for match in lexicon.HEDGE.finditer(text))
    whole = _whole_quotation(speakers) if not tellings else None
    spoken = (
        before.tellings[-1].holders
        if before is not None and before.tellings and before.tellings[-1].form == "direct"
        else ()
    )
    return Told(
        speakers.tree.sentence.place,
        tuple(tellings),
        tuple(links(speakers)),
        hedges,
        (whole,) if whole is not None else (),
        spoken,
    )


def _speaking_for_itself(telling: Telling) -> Telling:
    """Let "мы" and "вы" be a party: whoever writes, or is written to."""
    holders = tuple(replace(party, role="party") if _is_first(party) else party for party in telling.holders)
    return replace(telling, holders=holders)


def _is_first(party: Party) -> bool:
    return party.role == "pronoun" and party.text.lower().split()[0] in {"мы", "я", "вы", "нам", "мне"}


def _whole_quotation(speakers: Speakers) -> Place | None:
    """Return the words of a sentence that is nothing but a quotation."""
    words = speakers.words
    body = [word for word in words if word.text not in {".", "!", "?", "…", "—", "–"}]
    for first, last in speakers.tree.quotes:
        spoken = any(word.is_finite for word in words[first:last])  # "«Субкультуры: потенциал развития»" is a title
        if spoken and body and body[0].index == first and body[-1].index in (last, last - 1) and last - first > 3:
            return speakers.tree.trimmed(first + 1, last - 1)
    return None
