"""A page of Chinese prose goes in; who says what, and how firmly, comes out, with the names in it.

By the words of a sentence and their kinds: which phrase stands before a cue, what behind it. Rules that hold whatever the sentence: a belief stays a belief; a
cue whose speaker or content was not found is an unknown speaker's, never the author's own voice; a non-response is one only
where the text says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from clew.extract.document import Document, Extraction
from clew.extract.prose._telling import Party, Place, Telling, Told, Writer
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._attribution import Attribution
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._names import Names, names_of
from clew.extract.prose.zh._parties import party_of, role_of
from clew.extract.prose.zh._relations import Relations
from clew.extract.prose.zh._rounds import POINT
from clew.extract.prose.zh._sentences import sentences
from clew.extract.prose.zh._times import written_on
from clew.model.claim import Claim
from clew.model.records import Gap
from clew.model.source import Page

LANGUAGE = "zh"
VERSION = 4
_REMEMBERED = 2  # sentences: whom a pronoun stands for is named in one of them
_LONGEST = 600  # characters; what is longer is a list or an attack
_METHOD = f"prose.{LANGUAGE}@{VERSION}"
_CLOSED = {"“": "”", "「": "」", "『": "』"}
_LEAST_SPEECH = 5  # characters
_COMMA_ROLE = re.compile(r"^[，,（(](?P<what>[^，。]{2,20}?)[，,）)]")


def extract(document: Document, page: Page, *, record_type: str) -> Extraction:
    """Return the claims, mentions and gaps of the Chinese paragraphs of one page."""
    places, names, roles = _read(document.source, tuple((each.number, each.text) for each in document.pages))
    writer = Writer(document, page.number, record_type, _METHOD, [])
    claims: list[Claim] = []
    gaps: list[Gap] = []
    day = written_on(document.pages)
    context = _Context()
    for number, place in places:
        if number != page.number:
            continue
        if place.stop - place.start > _LONGEST:
            detail = f"a sentence of {place.stop - place.start} characters, beginning: {page.text[place.start : place.start + 60]}"
            gaps.append(Gap(document.source, page.number, "unread_sentence", detail))
            context = _Context()
            continue
        told = writer.claims(_told(page, place, names, roles, record_type=record_type, context=context, day=day))
        claims.extend(told)
        gaps.extend(
            Gap(document.source, page.number, "unplaced_cue", claim.quotes[0].text)
            for claim in told
            if claim.stance == "unknown" and not claim.holders
        )
    here = [name for name in names.found if name.page == page.number]
    mentions = tuple(dict.fromkeys(name.mention(document.source, method=_METHOD) for name in [*here, *writer.names]))
    return Extraction(tuple(dict.fromkeys(claims)), mentions, tuple(dict.fromkeys(gaps)), record_type, LANGUAGE)


@dataclass(slots=True)
class _Context:
    """What the sentences before leave behind for the next."""

    spoken: tuple[Party, ...] = ()  # who spoke last, where the sentence goes on with a quotation
    answering: tuple[Party, ...] | None = None  # who answers in a round of questions; None: nobody does
    recent: tuple[tuple[Party, ...], ...] = ()  # who was named in each of the last sentences
    stop: int = 0  # where the last sentence ended

    def take(self, told: Told, answering: tuple[Party, ...] | None, named: tuple[Party, ...]) -> None:
        """Remember a sentence."""
        last = told.tellings[-1] if told.tellings else None
        self.spoken = last.holders if last is not None and last.form == "direct" else ()
        self.answering = answering
        speaking = tuple(party for each in told.tellings for party in each.holders if each.form != "silent")
        self.recent = (*self.recent, (*named, *speaking))[-_REMEMBERED:]
        self.stop = told.place.stop


def _told(
    page: Page,
    place: Place,
    names: Names,
    roles: dict[str, str],
    *,
    record_type: str,
    context: _Context,
    day: date | None,
) -> Told:
    text = page.text[place.start : place.stop]
    body = folded(text)
    here = names.within(page.number, place)
    named = tuple(Party(name.place, name.text, "named", name) for name in here if name.kind == "person")
    parted = page.text[context.stop : place.start]
    if (parted.strip() or "\n" in parted) and not POINT.match(body):
        context.answering = None  # a new line that is no point of a list: whoever answered has ended
    reader = Attribution(
        body,
        place,
        party=partial(party_of, text=page.text, names=names, page=page.number, roles=roles),
        names=[(name.place.start - place.start, name.place.stop - place.start) for name in here],
        record_type=record_type,
        before=[*(party for parties in context.recent for party in parties), *named],
        page_text=page.text,
        answering=context.answering,
    )
    tellings = reader.tellings()
    if record_type in {"statement", "mail", "letter"}:
        tellings = [_speaking_for_itself(each) for each in tellings]
    spoken = context.spoken
    if not tellings and lexicon.COMMENTARY.search(body):
        told = Told(place, (), ())
    else:
        links = Relations(text, place, here, day=day).links(tellings)
        hedges = tuple(
            Place(place.start + match.start(), place.start + match.end()) for match in lexicon.HEDGE.finditer(body)
        )
        told = Told(place, tuple(tellings), tuple(links), hedges, tuple(_opening(text, place)), spoken)
    context.take(told, reader.answers, (*named, *reader.subject()))
    return told


def _opening(text: str, place: Place) -> Iterator[Place]:
    """Yield the speech that opens a sentence: nobody may be named for it."""
    closing = text.find(_CLOSED.get(text[:1], "\0"))
    if closing > _LEAST_SPEECH and (closing == len(text) - 1 or text[closing - 1] in "。！？!?…"):
        yield Place(place.start + 1, place.start + len(text[:closing].rstrip("。！？!?")))


def _speaking_for_itself(telling: Telling) -> Telling:
    """Let 我们 of a statement be the party that makes it."""
    holders = tuple(replace(party, role="party") if _is_first(party) else party for party in telling.holders)
    return replace(telling, holders=holders)


def _is_first(party: Party) -> bool:
    return lexicon.FIRST_PERSON.match(folded(party.text)) is not None


@lru_cache(maxsize=1)  # names are judged over the whole document, and asked for page by page
def _read(source: str, pages: tuple[tuple[int, str], ...]) -> tuple[list[tuple[int, Place]], Names, dict[str, str]]:
    document = Document(source, "", tuple(Page(number, text) for number, text in pages))
    places = sentences(document)
    if not places:
        return [], Names(source, ()), {}  # no model is loaded for a document without Chinese
    names = names_of(document, places)
    texts = dict(pages)
    roles: dict[str, str] = {}
    for name in names.found:
        behind = _COMMA_ROLE.match(texts[name.page][name.place.stop : name.place.stop + 24])
        before = texts[name.page][max(0, name.place.start - 12) : name.place.start]
        told = role_of(behind["what"]) if behind else ""
        if name.kind == "person":
            title = re.search(r"[^，。、：“”]+$", before)
            told = told or (role_of(title[0]) if title else "")
            told = told if told in {"official", "expert"} else ""
        if told:
            roles.setdefault(name.text, told)
    return places, names, roles
