"""Mail: told by what kind of file it is, or by its header lines. Read as prose, not here; who wrote what: extract/authors.py."""

import re

from clew.extract.document import Document, Extraction
from clew.extract.mapping import Mapping

RECORD_TYPE = "mail"
VERSION = 1

_FILES = ("message/rfc822", "application/vnd.ms-outlook")
_FROM = re.compile(r"(?im)^[^\S\n]*(?:from|от(?: кого)?|发件人)[^\S\n]*[:：][^\n]*@")
_SUBJECT = re.compile(r"(?im)^[^\S\n]*(?:subject|тема|主题)[^\S\n]*[:：]")
_HEAD = 600  # characters in which the header lines of a mail saved as text stand


def recognise(document: Document) -> float:
    """Return 0.5 for a mail, whatever it says: an invoice or a letter sent as a mail is an invoice or a letter."""
    if document.media_type in _FILES:
        return 0.5
    head = document.text[:_HEAD]
    return 0.5 if _FROM.search(head) and _SUBJECT.search(head) and not document.tables else 0.0


def extract(document: Document, mapping: Mapping) -> Extraction:  # noqa: ARG001 # the shelf's form; prose is read by language
    """Return nothing of its own: the stage reads a mail's prose by language."""
    return Extraction(record_type=RECORD_TYPE)
