"""A page of English prose goes in; who says what, and how firmly, comes out, with the names in it.

By dependency parse. Rules that hold whatever the parse makes of a sentence: a belief stays a belief; a cue whose
speaker or content was not found is an unknown speaker's, never the author's own voice; a pronoun is resolved only as
a suggestion; a non-response is one only where the text says so.
"""

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from clew.extract.document import Document, Extraction
from clew.extract.prose.en._claims import Scribe
from clew.extract.prose.en._context import Context
from clew.extract.prose.en._coreference import Earlier
from clew.extract.prose.en._holders import Parties, roles_told
from clew.extract.prose.en._names import Name, Names, names_of
from clew.extract.prose.en._parse import Paragraph, parsed, sentences
from clew.extract.prose.en._reading import claims_of
from clew.extract.prose.en._turns import Turn, label_of
from clew.model.claim import Claim
from clew.model.records import Gap
from clew.model.source import Page

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span

LANGUAGE = "en"
VERSION = 9
_LONGEST = 250  # tokens; what is longer is a list or an attack, and nested cues cost the square of their number
_METHOD = f"prose.{LANGUAGE}@{VERSION}"


def extract(document: Document, page: Page, *, record_type: str) -> Extraction:
    """Return the claims, mentions and gaps of the English paragraphs of one page."""
    paragraphs, names, roles = _read(document)
    claims: list[Claim] = []
    gaps: list[Gap] = []
    linked: list[Name] = []
    before = Earlier()
    for paragraph in paragraphs:
        if paragraph.page != page.number:
            continue
        parties = Parties(paragraph, page.text, names, roles, news=record_type == "news")
        contexts, unread = _contexts(document, page, parties, record_type, before)
        gaps.extend(unread)
        for context in contexts:
            found = claims_of(context)
            claims.extend(found)
            unplaced = (claim for claim in found if claim.stance == "unknown" and not claim.holders)
            gaps.extend(Gap(document.source, page.number, "unplaced_cue", claim.quotes[0].text) for claim in unplaced)
            linked.extend(context.scribe.names)
        before = _after(contexts, before)
    named = set(linked)
    kept = [name for name in names.found if name.page == page.number and (name.kind != "unknown" or name in named)]
    mentions = tuple(dict.fromkeys(names.mention(name, method=_METHOD) for name in [*kept, *linked]))
    return Extraction(tuple(dict.fromkeys(claims)), mentions, tuple(dict.fromkeys(gaps)), record_type, LANGUAGE)


def _contexts(
    document: Document, page: Page, parties: Parties, record_type: str, before: Earlier
) -> tuple[list[Context], list[Gap]]:
    """Return the sentences of a paragraph with who speaks in them, and a gap for each that is too long to read."""
    contexts: list[Context] = []
    gaps = []
    inside = False
    turn: Turn | None = None
    for sentence in sentences(parties.paragraph.doc):
        if len(sentence) > _LONGEST:
            gaps.append(
                Gap(document.source, page.number, "unread_sentence", _beginning(sentence, parties.paragraph, page))
            )
            before = replace(before, adjacent=False)
            continue
        label = label_of(sentence, parties)
        if label is not None:
            turn = label
            continue
        scribe = Scribe(document, parties, sentence, record_type, _METHOD)
        contexts.append(Context(scribe, before=before, inside_quotation=inside, turn=turn))
        turn = turn or _begun(contexts[-1])
        before = _after(contexts, before)
        inside ^= sum(token.text == '"' for token in sentence) % 2 == 1
    for context, following in zip(reversed(contexts[:-1]), reversed(contexts[1:]), strict=True):
        if context.is_quotation and following.starts_inside and following.speakers:
            context.continued = following.speakers[:1]  # the quotation ends, and its speaker is named, further on
    return contexts, gaps


def _begun(context: Context) -> Turn | None:
    """Return the turn that "Oleg: price is final." begins: what follows in the paragraph is Oleg's as well."""
    named = [
        each
        for each in context.attributions
        if each.cue.head.text == ":" and each.cue.head.i - context.sentence.start < 4
    ]
    return Turn(named[0].holders[0], asks=False) if named and named[0].holders else None


def _after(contexts: list[Context], before: Earlier) -> Earlier:
    """Return what the sentence after these knows of what came before."""
    if not contexts:
        return before
    last = contexts[-1]
    spoke = tuple(party for voice in last.attributions for party in voice.holders if party.role != "pronoun")
    return Earlier((last.sentence, last.parties), True, last.speakers, spoke or before.last_speakers)  # noqa: FBT003 # a record


def _read(document: Document) -> tuple[tuple[Paragraph, ...], Names, dict[str, str]]:
    return _named(document.source, tuple((page.number, page.text) for page in document.pages))


@lru_cache(maxsize=1)  # as in _parse: names are judged over the whole document, asked page by page
def _named(source: str, pages: tuple[tuple[int, str], ...]) -> tuple[tuple[Paragraph, ...], Names, dict[str, str]]:
    document = Document(source, "", tuple(Page(number, text) for number, text in pages))
    paragraphs = parsed(document)
    names = names_of(document, paragraphs)
    return paragraphs, names, roles_told(paragraphs, names, dict(pages))


def _beginning(sentence: "Span", paragraph: Paragraph, page: Page) -> str:
    """Return how a sentence that was not read begins, in the words of the page."""
    start = paragraph.offset + sentence.start_char
    return f"a sentence of {len(sentence)} words and signs, beginning: {page.text[start : start + 120]}"
