"""A news report: recognised by who-says-what prose with a byline, a dateline or several attributions. Read as prose, not here."""

import re

from clew.extract.document import Document, Extraction
from clew.extract.mapping import Mapping

RECORD_TYPE = "news"
VERSION = 2

_FIRST = 6000  # characters that decide; a long report shows its kind at its head
_SPEECH = re.compile(
    r"\b(?:said|says|told|according to|reported(?:ly)?|officials?\s+(?:believe|say)|declined to|did not (?:immediately )?respond|denied)\b"
    r"|\b(?:сообщи\w+|заяви\w+|рассказа\w+|по (?:данным|словам|информации)|утвержда\w+|отказал\w+ от комментари\w+|отрица\w+)\b"
    r"|(?:表示|指出|据[^。\n]{1,20}(?:报道|透露|称)|[^自号名简]称[，：:“]|透露|否认|未(?:予)?回应)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^[^\S\n]*(?:By\s+[A-Z][\w.'-]+(?:\s+[A-Z][\w.'-]+){1,3}\b(?!.*[.!?]$).*|(?:Автор|Корреспондент)\s*[:—-].*|(?:记者|文/|来源|作者)\s*[:：/ ]?.*)$"
    r"|^[A-Z][A-Za-z .'-]+,\s+(?:[A-Z][a-z]+\.?\s+)?(?:\d{1,2}\s+)?(?:[A-Z][a-z]+\.?\s+)?\d{0,2}\s*(?:\([^)\n]{2,40}\)\s*)?[—–-]"
    r"|^[А-ЯЁ][А-ЯЁа-яё -]+,\s+\d{1,2}\s+[а-яё]+\s*(?:\d{4})?.{0,20}[—–-]|^[^\S\n]*(?:本报|新华|[\u4e00-\u9fff]{2,10}(?:社|报|网))[^\n]{0,20}\d+月\d+日(?:电|讯|报道)",
    re.MULTILINE,
)
_LETTER = re.compile(
    r"^[^\S\n]*(?:Dear\b|Yours\b|Sincerely|Kind regards|Best regards|To:|Уважаем|С уважением|尊敬的|此致|敬礼)",
    re.MULTILINE,
)
_STATEMENT = re.compile(
    r"^[^\w\n]*(?:(?:press |public |official |media )?statement\b|press release|for immediate release|(?:официальное )?заявлени|пресс-релиз|声明|新闻稿)",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE = re.compile(r"[.!?](?=[\s\"'”’»)]|$)|[。！？]")


def recognise(document: Document) -> float:
    """Return 0.6 for prose with three attributions, 0.8 with a byline or dateline too; less for fewer, 0 for a letter."""
    text = document.text[:_FIRST]
    if _LETTER.search(text) or _STATEMENT.search(text[:200]):
        return 0.0
    sentences = len(_SENTENCE.findall(text))
    if sentences < 3 or sum(len(table.rows) for table in document.tables) > sentences:
        return 0.0
    said = len(_SPEECH.findall(text))
    signed = _BYLINE.search(text[:800]) is not None
    if said >= 3 or (said >= 2 and sentences <= 12):
        return 0.8 if signed else 0.6
    return 0.55 if signed and said else 0.0


def extract(document: Document, mapping: Mapping) -> Extraction:  # noqa: ARG001 # the shelf's form; prose is read by language
    """Return nothing of its own: the stage reads a report's prose by language."""
    return Extraction(record_type=RECORD_TYPE)
