"""A page of English prose goes in; who says what, and how firmly, comes out, with the names in it.

By dependency parse. Rules that hold whatever the parse makes of a sentence: a belief stays a belief; a cue whose
speaker or content was not found is an unknown speaker's, never the author's own voice; a pronoun is resolved only as
a suggestion; a non-response is one only where the text says so.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from clew.extract.document import Document, Extraction
from clew.extract.prose.en._claims import Scribe
from clew.extract.prose.en._holders import Parties, roles_told
from clew.extract.prose.en._names import Name, Names, names_of
from clew.extract.prose.en._parse import Paragraph, parsed, sentences
from clew.extract.prose.en._reading import Before, Reading
from clew.model.claim import Claim
from clew.model.records import Gap
from clew.model.source import Page

if TYPE_CHECKING:
    from spacy.tokens import Span

LANGUAGE = "en"
VERSION = 1
_LONGEST = 250  # tokens; what is longer is a list or an attack, and nested cues cost the square of their number
_METHOD = f"prose.{LANGUAGE}@{VERSION}"


def extract(document: Document, page: Page, *, record_type: str) -> Extraction:
    """Return the claims, mentions and gaps of the English paragraphs of one page."""
    paragraphs, names, roles = _read(document)
    claims: list[Claim] = []
    gaps: list[Gap] = []
    linked: list[Name] = []
    before: Before | None = None
    for paragraph in paragraphs:
        if paragraph.page != page.number:
            continue
        parties = Parties(paragraph, page.text, names, roles)
        inside = False
        for sentence in sentences(paragraph.doc):
            if len(sentence) > _LONGEST:
                gaps.append(Gap(document.source, page.number, "unread_sentence", _beginning(sentence, paragraph, page)))
                before = None
                continue
            scribe = Scribe(document, parties, sentence, record_type, _METHOD)
            reading = Reading(scribe, before=before, inside_quotation=inside)
            found = reading.claims()
            claims.extend(found)
            gaps.extend(
                Gap(document.source, page.number, "unplaced_cue", claim.quotes[0].text)
                for claim in found
                if _is_unplaced(claim)
            )
            linked.extend(scribe.names)
            before = (sentence, parties, reading.speakers)
            inside ^= sum(token.text == '"' for token in sentence) % 2 == 1
    named = set(linked)
    kept = [name for name in names.found if name.page == page.number and (name.kind != "unknown" or name in named)]
    mentions = tuple(dict.fromkeys(names.mention(name, method=_METHOD) for name in [*kept, *linked]))
    return Extraction(tuple(dict.fromkeys(claims)), mentions, tuple(dict.fromkeys(gaps)), record_type, LANGUAGE)


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


def _is_unplaced(claim: Claim) -> bool:
    return claim.stance == "unknown" and not claim.holders
