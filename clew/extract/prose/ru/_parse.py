# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A document's Russian paragraphs go in; sentences come out, each word with its place in the page, form, head and lemma."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clew.extract.document import Document
from clew.extract.prose._script import language_of, paragraphs
from clew.extract.prose._telling import Place
from clew.extract.prose.ru._models import forms_of_noun, forms_of_verb, lemma, models, parts_of, persons_of

_LONGEST_QUOTE = (
    1500  # characters of a quotation that may go on over sentences; a mark never closed must not swallow a page
)
# Words between commas that join a clause to what was said before and say nothing of how sure it is.
_JOINING = frozenset(
    [
        "впрочем",
        "кстати",
        "однако",
        "между тем",
        "тем не менее",
        "в частности",
        "например",
        "к примеру",
        "скажем",
        "к слову",
        "к тому же",
        "кроме того",
        "помимо этого",
        "более того",
        "вдобавок",
        "в свою очередь",
        "со своей стороны",
        "напротив",
        "наоборот",
        "наконец",
        "таким образом",
        "итак",
        "стало быть",
        "следовательно",
        "конечно",
        "разумеется",
        "безусловно",
        "естественно",
        "правда",
        "прежде всего",
        "с одной стороны",
        "с другой стороны",
        "с другой",
        "во-первых",
        "во-вторых",
        "в-третьих",
        "в общем",
        "в целом",
        "в итоге",
        "короче",
        "короче говоря",
        "словом",
        "одним словом",
        "иными словами",
        "другими словами",
        "проще говоря",
        "грубо говоря",
        "честно говоря",
        "строго говоря",
        "собственно говоря",
        "собственно",
        "вообще",
        "кстати говоря",
        "мягко говоря",
        "в том числе",
        "к сожалению",
        "к счастью",
        "увы",
        "как правило",
        "как обычно",
        "как всегда",
        "в первую очередь",
        "при этом",
        "значит",
        "далее",
        "вместе с тем",
        "в то же время",
        "в конце концов",
        "по крайней мере",
        "во всяком случае",
        "в любом случае",
        "в принципе",
        "по сути",
        "по существу",
        "в сущности",
        "помимо прочего",
        "среди прочего",
        "кроме прочего",
    ]
)
# A label that opens a line of a transcript, a chat or a form: "САЛОВ:", "04.03 Зоя:".
LINE = re.compile(
    r"(?m)^(?:\[?\d{1,2}[.:]\d{2}(?:[.:]\d{2,4})?\]?,?\s+)*(?:[—–-]\s+)?[А-ЯЁ][А-ЯЁа-яё.-]*(?:\s+[А-ЯЁ][А-ЯЁа-яё.-]*){0,3}:\s+\S"
)
_QUOTES = {"«": "»", "“": "”", "„": "“"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign of a sentence."""

    index: int
    place: Place
    text: str
    part: str = ""  # universal part of speech
    forms: dict[str, str] = field(default_factory=dict, compare=False)
    head: int = -1  # index in the sentence; -1: none
    relation: str = ""

    @property
    def lower(self) -> str:
        """Return the word in small letters, ё as е."""
        return self.text.lower().replace("ё", "е")

    @property
    def lemma(self) -> str:
        """Return the dictionary form, ё as е."""
        return lemma(self.text, self.part, self.forms.get("Tense" if self.part == "VERB" else "Case", ""))

    @property
    def case(self) -> str:
        """Return Nom, Gen, Dat, Acc, Ins, Loc, or nothing."""
        return self.forms.get("Case", "")

    @property
    def is_finite(self) -> bool:
        """Say whether it is a verb that makes a clause: one with a person or a past tense, or a short passive."""
        if self.part not in {"VERB", "AUX"}:
            return False
        form = self.forms.get("VerbForm")
        return form == "Fin" or (form == "Part" and self.forms.get("Variant") == "Short")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a page; a quotation that goes on over several is one."""

    page: int
    place: Place
    words: tuple[Word, ...]
    paragraph: int = 0  # its number in the document

    def text_of(self, text: str) -> str:
        """Return its words as the page has them."""
        return text[self.place.start : self.place.stop]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the Russian sentences of a document, parsed together: one by one the models ran at half the speed."""
    pieces: list[tuple[int, int, Place, list[tuple[Place, str]]]] = []
    number = 0
    for page in document.pages:
        for start, stop in paragraphs(page.text):
            if language_of(page.text[start:stop]) != "ru":
                continue
            number += 1
            pieces.extend(
                (page.number, number, place, _without_asides(list(_tokens(page.text, place))))
                for place in _sentences(page.text, Place(start, stop))
            )
    pieces = [piece for piece in pieces if piece[3]]
    if not pieces:
        return ()  # no model is loaded for a document without Russian
    texts = [[_plain(text) for _, text in tokens] for _, _, _, tokens in pieces]
    loaded = models()
    found = []
    for (page_number, paragraph, place, tokens), forms, tree in zip(
        pieces, loaded.forms.map(texts), loaded.syntax.map(texts), strict=True
    ):
        words = [
            Word(
                index,
                where,
                text,
                *_mended(text, form.pos, form.feats or {}, opens=not index),
                int(node.head_id) - 1,
                node.rel,
            )
            for index, ((where, text), form, node) in enumerate(zip(tokens, forms.tokens, tree.tokens, strict=True))
        ]
        found.append(Sentence(page_number, place, tuple(words), paragraph))
    return tuple(found)


def _plain(text: str) -> str:
    """Return words as the news print them, which the models learned from: ё as е, of which "решённый" was unknown to them."""
    return text.replace("ё", "е").replace("Ё", "Е")


def _sentences(text: str, paragraph: Place) -> Iterator[Place]:
    """Yield the sentences of a paragraph; one that ends inside quotation marks goes on with the next."""
    from razdel import sentenize  # type: ignore[import-untyped] # noqa: PLC0415 - only Russian pages need it

    begun: int | None = None
    lines = [match.start() for match in LINE.finditer(text, *paragraph)]
    bounds = [paragraph.start, *(line for line in lines if line > paragraph.start), paragraph.stop]
    if len(lines) > 1 and len(bounds) > 2:  # a chat, a transcript: each label begins a sentence
        for left, right in itertools.pairwise(bounds):
            yield from _sentences(text, Place(left, right))
        return
    for piece in sentenize(text[paragraph.start : paragraph.stop]):
        start, stop = paragraph.start + piece.start, paragraph.start + piece.stop
        begun = start if begun is None else begun
        if _is_open(text[begun:stop]) and stop - begun < _LONGEST_QUOTE and stop < paragraph.stop:
            continue
        yield Place(begun, stop)
        begun = None
    if begun is not None:
        yield Place(begun, paragraph.stop)


def _is_open(text: str) -> bool:
    return text.count("«") > text.count("»")


def _tokens(text: str, place: Place) -> Iterator[tuple[Place, str]]:
    from razdel import tokenize  # noqa: PLC0415

    for token in tokenize(text[place.start : place.stop]):
        yield Place(place.start + token.start, place.start + token.stop), token.text


def _without_asides(tokens: list[tuple[Place, str]]) -> list[tuple[Place, str]]:
    """Return the words of a sentence without those that only join it to the text before, and the comma or commas that part them off.

    "Один из них, впрочем, оговорился": the parser, and every rule that stops at a comma, took the subject for cut off.
    What colours a statement ("возможно", "очевидно") stays: it is read as a hedge.
    """
    kept: list[tuple[Place, str]] = []
    at = 0
    while at < len(tokens):
        opens = not kept or kept[-1][1] in {",", ":", ";", "—", "–", "(", "«"}
        length = _aside_at(tokens, at) if opens else 0
        if not length:
            kept.append(tokens[at])
            at += 1
            continue
        at += length
        closing = at < len(tokens) and tokens[at][1] == ","
        if kept and kept[-1][1] == ",":  # of two commas none is left, where it ends the clause one
            if closing:
                kept.pop()
                at += 1
        elif closing:
            at += 1
    return kept


def _aside_at(tokens: list[tuple[Place, str]], at: int) -> int:
    """Return how many words from here on are an aside that joins, set off by a comma behind it or the sentence's end; 0 for none."""
    for length in (3, 2, 1):
        words = tokens[at : at + length]
        after = tokens[at + length][1] if at + length < len(tokens) else "."
        said = _plain(" ".join(text for _, text in words).lower())
        if len(words) == length and said in _JOINING and after in {",", "."}:
            return length
    return 0


def named_in(document: Document, places: Sequence[tuple[int, Place]]) -> list[tuple[int, Place, str]]:
    """Return what the model takes for names in the paragraphs: page, place, PER, LOC or ORG."""
    texts = [_plain(document.page(page).text[place.start : place.stop]) for page, place in places]
    found: list[tuple[int, Place, str]] = []
    for (page, place), marked in zip(places, models().names.map(texts), strict=True):
        found.extend(
            (page, Place(place.start + span.start, place.start + span.stop), span.type) for span in marked.spans
        )
    return found


def _mended(text: str, part: str, forms: dict[str, str], *, opens: bool) -> tuple[str, dict[str, str]]:
    """Return part and forms of a word, those of the dictionary where the tagger has given it a part it never has.

    A cue at the end of a sentence is often taken for a noun: ", передаёт корреспондент"; at its head for a name: "Довожу".
    """
    if part == "VERB" and "Person" in forms and forms["Person"] not in persons_of(text.lower()):
        return part, {**forms, "Mood": "Ind", **forms_of_verb(text.lower())}  # "Довожу" is no command
    if part == "VERB" and forms.get("VerbForm") == "Conv" and parts_of(text.lower()) == {"VERB"}:
        return part, {"VerbForm": "Fin", "Mood": "Ind", "Voice": "Act", **forms_of_verb(text.lower())}  # "Приглашаем"
    if part in {"NOUN", "PROPN"} and "Case" in forms and (told := forms_of_noun(text.lower(), forms["Case"])):
        return part, {**forms, **told}
    if part not in {"NOUN", "PROPN", "ADJ", "ADV", "X"}:
        return part, forms
    known = parts_of(text.lower())
    if part == "ADJ" and known == {"NOUN"}:
        return "NOUN", forms
    if text[:1].isupper() and not opens and not (text.isupper() and len(text) > 3):  # "ВЫСТУПИЛ:"
        return part, forms
    if known == {"VERB"}:
        return "VERB", {"VerbForm": "Fin", "Voice": "Act", **forms_of_verb(text.lower())}
    return part, forms
