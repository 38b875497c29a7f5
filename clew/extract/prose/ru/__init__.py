"""A page of Russian prose goes in; who says what, and how firmly, comes out, with the names in it.

By the forms of words, the marks between them and a dependency parse. Rules that hold whatever the parse makes of a sentence:
a belief stays a belief; a cue whose speaker or content was not found is an unknown speaker's, never the author's own voice; a
non-response is one only where the text says so.
"""

from dataclasses import replace
from functools import lru_cache

from clew.extract.document import Document, Extraction
from clew.extract.prose._telling import Telling, Told, Writer
from clew.extract.prose.ru._attribution import BACK
from clew.extract.prose.ru._names import Names, names_of
from clew.extract.prose.ru._parse import Sentence, sentences
from clew.extract.prose.ru._pronouns import Heard, remembered
from clew.extract.prose.ru._reading import read
from clew.extract.prose.ru._speakers import Speakers
from clew.extract.prose.ru._transcripts import LABEL, going_on, in_turn, turn_of
from clew.extract.prose.ru._tree import Tree
from clew.model.claim import Claim
from clew.model.records import Gap
from clew.model.source import Page

LANGUAGE = "ru"
VERSION = 4
_LONGEST = 250  # words and signs; what is longer is a list or an attack
_NEAR = 5  # characters between a sentence and the one that speaks of it
_METHOD = f"prose.{LANGUAGE}@{VERSION}"


def extract(document: Document, page: Page, *, record_type: str) -> Extraction:
    """Return the claims, mentions and gaps of the Russian paragraphs of one page."""
    read_once = _read(document.source, tuple((each.number, each.text) for each in document.pages))
    if read_once is None:
        return Extraction(record_type=record_type, language=LANGUAGE)
    found, names, roles = read_once
    writer = Writer(document, page.number, record_type, _METHOD, [])
    claims: list[Claim] = []
    gaps: list[Gap] = []
    tells: list[Told] = []
    before: Told | None = None
    earlier: tuple[Heard, ...] = ()
    turn: Telling | None = None
    paragraph = 0
    for sentence in found:
        if sentence.page != page.number:
            continue
        if len(sentence.words) > _LONGEST:
            words = (
                f"a sentence of {len(sentence.words)} words and signs, beginning: {sentence.text_of(page.text)[:120]}"
            )
            gaps.append(Gap(document.source, page.number, "unread_sentence", words))
            before = None
            continue
        speakers = Speakers(Tree(sentence, page.text), page.text, names, roles)
        adjoins = before is not None and sentence.place.start - before.place.stop < _NEAR
        told = read(speakers, record_type=record_type, before=before, earlier=earlier if adjoins else ())
        opened = turn_of(speakers, page.text)
        same = turn is not None and sentence.paragraph == paragraph
        before = in_turn(told, opened or (going_on(turn, speakers) if same else None))
        turn, paragraph = (
            opened or (turn if same and not LABEL.match(speakers.sentence_text) else None),
            sentence.paragraph,
        )
        earlier = remembered(before.tellings, speakers, earlier, adjoins=adjoins)
        tells.append(before)
    for told in _told_back(tells):
        written = writer.claims(told)
        claims.extend(written)
        gaps.extend(
            Gap(document.source, page.number, "unplaced_cue", claim.quotes[0].text)
            for claim in written
            if claim.stance == "unknown" and not claim.holders
        )
    here = [name for name in names.found if name.page == page.number]
    mentions = tuple(dict.fromkeys(name.mention(document.source, method=_METHOD) for name in [*here, *writer.names]))
    return Extraction(tuple(dict.fromkeys(claims)), mentions, tuple(dict.fromkeys(gaps)), record_type, LANGUAGE)


def _told_back(tells: list[Told]) -> list[Told]:
    """Return the sentences, one that "about this" speaks of held by whoever says it there: it is not the author's own."""
    kept: list[Told] = []
    for told in tells:
        back = next((each for each in told.tellings if each.form == BACK), None)
        if back is None:
            kept.append(told)
        elif kept and told.place.start - kept[-1].place.stop < _NEAR:
            kept[-1] = _held_back(kept[-1], back)
        else:
            others = tuple(each for each in told.tellings if each.form != BACK)
            kept.append(replace(told, tellings=(*others, replace(back, holders=(), through=(), form=""))))
    return kept


def _held_back(told: Told, back: Telling) -> Told:
    """Return a sentence held by whoever the next says told it; a publisher who heads it passes that on."""
    heads = [each for each in told.tellings if each.holders and all(one.role == "publisher" for one in each.holders)]
    if len(heads) == 1 == len(told.tellings) and all(one.role != "publisher" for one in back.holders):
        held = replace(back, content=heads[0].content, through=heads[0].holders, form="indirect")
        return replace(told, tellings=(held,))
    return replace(told, tellings=(*told.tellings, replace(back, content=(told.place,), form="indirect")))


@lru_cache(maxsize=1)  # names are judged over the whole document, and asked for page by page
def _read(source: str, pages: tuple[tuple[int, str], ...]) -> tuple[tuple[Sentence, ...], Names, dict[str, str]] | None:
    document = Document(source, "", tuple(Page(number, text) for number, text in pages))
    found = sentences(document)
    if not found:
        return None
    names = names_of(document, found)
    texts = dict(pages)
    roles: dict[str, str] = {}
    for sentence in found:
        if len(sentence.words) <= _LONGEST:
            speakers = Speakers(Tree(sentence, texts[sentence.page]), texts[sentence.page], names, {})
            for name, role in speakers.roles_here().items():
                roles.setdefault(name, role)
    return found, names, roles
