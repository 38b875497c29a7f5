"""A mail or a letter goes in; who wrote the words at a place of it comes out, and its own words are put in his mouth.

What nobody is named for in a newspaper is the newspaper's own telling. In a mail or a letter it is its writer's, and the
paper names the writer: in the line "From", in the line that opens a quoted mail, in a letter's head or signature. What no
line gives a writer stays nobody's, and is kept for a person to place.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from clew.extract.document import Document, Extraction, Words
from clew.extract.labels import lines_of
from clew.extract.records.letter import sender_of
from clew.model.claim import Claim, Quote
from clew.model.vocabulary import FIRST_PERSON

WRITTEN_BY_ONE = ("letter", "mail")  # record types whose own words are a party's
_GOES = frozenset({"visits", "travels_to"})  # a plan told twice: behind a list of visitors, and in a sentence about it

_FROM = re.compile(
    r"^[^\S\n]*(?:\*{0,2})(?:from|от(?: кого)?|发件人)\*{0,2}[^\S\n]*[:：]\*{0,2}[^\S\n]*", re.IGNORECASE
)
_OTHER_HEADER = re.compile(
    r"[^\S\n]*\*{0,2}(?:to|sent|date|subject|cc|кому|отправлено|дата|тема|копия|收件人|发送时间|日期|主题|抄送)\*{0,2}[^\S\n]*[:：]",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"(?:[^\S\n]*[>|])+")
_OPENED = re.compile(
    r"(?:^|[,;:>]|\d{2}:\d{2}(?::\d{2})?(?:[^\S\n]*[AaPp][Mm])?|^On\b.{4,60}?\d{4},?)[^\S\n]*(?P<who>[^,;:<>\n]{2,60}?)[^\S\n]*(?:[<\[(][^<>\n]*[>\])][^\S\n]*,?[^\S\n]*)?"
    r"(?:wrote|writes|пишет|писал(?:а|\(а\))?|написал(?:а|\(а\))?|写道)[^\S\n]*[:：][^\S\n]*$"
)
_FORWARDED = re.compile(
    r"-{2,}[^\S\n]*(?:original message|forwarded (?:message|by)|исходное сообщение|пересылаемое сообщение|пересланное сообщение|原始邮件|转发邮件)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\S\n]*[<\[(]?[\w.+-]+@[\w.-]+[>\])]?")


class _Part(NamedTuple):
    """Lines of a page that one person wrote."""

    page: int
    start: int
    stop: int
    writer: Words | None
    is_header: bool = False  # says who writes, and nothing else


def in_their_words(document: Document, record_type: str, told: Extraction, known: Extraction) -> Extraction:
    """Return what was told with a mail's or letter's own words held by who wrote them.

    What the record type itself read of the same party (`known`: the visit of somebody on a letter's list) is not said again.
    """
    if record_type not in WRITTEN_BY_ONE or not told.claims:
        return told
    parts = list(_of_mail(document)) or list(_of_letter(document))
    said = {(claim.subject, _kind(claim)) for claim in known.claims}
    claims = []
    for claim in told.claims:
        part = _part_of(parts, claim)
        if part is not None and part.is_header:
            continue
        if not _is_own(claim):
            claims.append(_meant(document, claim, part.writer if part else None))
        elif (claim.subject, _kind(claim)) not in said:
            claims.append(_held(document, claim, part.writer if part else None))
    return replace(told, claims=tuple(dict.fromkeys(claims)))


def _is_own(claim: Claim) -> bool:
    return not claim.holders and claim.stance == "party_says"


def _kind(claim: Claim) -> str:
    return "goes" if claim.predicate in _GOES else claim.predicate


def _part_of(parts: list[_Part], claim: Claim) -> _Part | None:
    span = claim.quotes[0].span
    return next((part for part in parts if part.page == span.page and part.start <= span.start < part.stop), None)


def _meant(document: Document, claim: Claim, writer: Words | None) -> Claim:
    """Return a claim of "we" or "I" with the writer beside the word, which stays as it stands."""
    if writer is None or not any(holder.lower() in FIRST_PERSON for holder in claim.holders):
        return claim
    quotes = (*claim.quotes, document.quote("writer", writer.page, writer.start, writer.stop))
    return replace(claim, qualifiers=(*claim.qualifiers, ("writer", " ".join(writer.text.split()))), quotes=quotes)


def _held(document: Document, claim: Claim, writer: Words | None) -> Claim:
    if writer is None:
        return replace(claim, stance="unknown")
    said: Quote = document.quote("holder", writer.page, writer.start, writer.stop)
    return replace(claim, holders=(" ".join(writer.text.split()),), quotes=(claim.quotes[0], said, *claim.quotes[1:]))


def _of_letter(document: Document) -> Iterator[_Part]:
    sender = sender_of(document)
    for page in document.pages:
        yield _Part(page.number, 0, len(page.text) + 1, sender.name if sender else None)


class _Line(NamedTuple):
    """A line of a page, and how deep it is quoted."""

    page: int
    start: int  # of the line, marks of quotation included
    words: Words
    depth: int


def _of_mail(document: Document) -> Iterator[_Part]:
    """Yield each line with its writer; nothing where the paper begins with no header of a mail."""
    lines = [_line(page.number, start, line) for page in document.pages for start, line in lines_of(page.text)]
    writers: dict[int, Words | None] = {}  # how deep the line is quoted -> who wrote there
    for number, line in enumerate(lines):
        words, depth = line.words, line.depth
        header, opened, forwarded = (each.search(words.text) for each in (_FROM, _OPENED, _FORWARDED))
        if forwarded:
            writers[depth] = None  # until a line says from whom
        elif header and _heads(lines, number, writers):
            writers[depth] = _name(words, header.end(), len(words.text))
        elif opened:
            # A mail in HTML quotes without marks: from here on it is the other's, and nothing says where that ends.
            following = next((each for each in lines[number + 1 :] if each.words.text.strip()), line)
            writers[max(depth, min(following.depth, depth + 1))] = _name(words, *opened.span("who"))
        else:
            header = None
        if not writers:
            return
        writers = {each: writer for each, writer in writers.items() if each <= depth + 1}
        says_who = bool(forwarded or header or opened)
        yield _Part(line.page, line.start, words.stop + 1, writers.get(depth), says_who)


def _line(page: int, start: int, line: str) -> _Line:
    marks = _QUOTES.match(line)
    at = marks.end() if marks else 0
    words = Words(page, start + at, start + len(line), line[at:])
    return _Line(page, start, words, sum(line[:at].count(mark) for mark in ">|"))


def _heads(lines: list[_Line], number: int, writers: Mapping[int, Words | None]) -> bool:
    """Say whether "From: …" is a mail's header, not a line of its text ("From: Berlin"): the first, of a forward, or among others."""
    depth = lines[number].depth
    awaited = depth in writers and writers[depth] is None
    if not writers or awaited or _ADDRESS.search(lines[number].words.text):
        return True
    return any(_OTHER_HEADER.match(line.words.text) for line in lines[number + 1 : number + 3])


def _name(words: Words, start: int, stop: int) -> Words | None:
    """Return the name in a header line, without the address behind it; the address where there is no name."""
    value = words.text[start:stop]
    address = _ADDRESS.search(value)
    name = value[: address.start()] if address and address.start() else value
    kept = name.strip(" \t\"'<>[]()*,;")
    if not kept:
        return None
    at = words.start + start + value.index(kept)
    return Words(words.page, at, at + len(kept), kept)
