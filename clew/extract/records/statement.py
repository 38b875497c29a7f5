"""A public statement of a party: recognised by its title. Read as prose, not here."""

import re

from clew.extract.document import Document, Extraction
from clew.extract.mapping import Mapping

RECORD_TYPE = "statement"
VERSION = 2

_TITLE = re.compile(
    r"^[^\w\n]*(?:(?:press|public|official|media|joint)\s+)?(?:statement\b(?!\s+of\s+account|s)|release\b)|^[^\w\n]*for immediate release\b"
    r"|^[^\w\n]*(?:(?:официальное|совместное)\s+)?(?:заявление|пресс-релиз|комментарий пресс-службы)(?!\s+на\s+отпуск|\s+о\s+приёме)"
    r"|^.{0,30}(?:声明|新闻稿|公告)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BANK = re.compile(
    r"\b(?:balance|account\s+(?:no|number)|IBAN|debit|credit|остаток|счёт|счет)\b|余额|账号", re.IGNORECASE
)
_LETTER = re.compile(r"^[^\S\n]*(?:Dear\b|Уважаем|尊敬的)", re.MULTILINE)
_SENTENCE = re.compile(r"[.!?](?=[\s\"'”’»)]|$)|[。！？]")
_HEAD = 300  # characters in which a title stands


def recognise(document: Document) -> float:
    """Return 0.75 for prose under the title of a statement; 0 for a bank's statement or a letter."""
    text = document.text
    if not _TITLE.search(text[:_HEAD]) or _BANK.search(text[:2000]) or _LETTER.search(text[:2000]):
        return 0.0
    return 0.75 if _SENTENCE.search(text) and not document.tables else 0.0


def extract(document: Document, mapping: Mapping) -> Extraction:  # noqa: ARG001 # the shelf's form; prose is read by language
    """Return nothing of its own: the stage reads a statement's prose by language."""
    return Extraction(record_type=RECORD_TYPE)
