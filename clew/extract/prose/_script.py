"""A run of text goes in; its language by script comes out, and a page's paragraphs with their offsets."""

import re
from collections.abc import Iterator

from clew.extract.prose._words import words

# Function words that German, French, Spanish or Dutch prose does not share ("in", "die", "on" would be shared).
_ENGLISH = words(
    "the of and to that is was were are with by from for has had have not they it at said did be been which who their his "
    "her its will this these there would could or if as but after before between into about over such against you your our we "
    "when what does than then some any other out up how why because while since should says say told only until still"
)
# Words some neighbours share: two of them tell only where nothing else does.
_MAYBE_ENGLISH = words("in on at an or no he she so do me us yet can may new met no old")
_FOREIGN = words(
    "der die das und ist nicht mit den von ein eine zu im auf le la les des et est une du dans que pour el los las del "
    "y en un por con het een van niet il di che della wird wurde sich dem bei nach avec sur par qui se su al"
)
_VERB = re.compile(r"\b[a-z]{3,}(?:ed|ing)\b")  # "visited": a short sentence may have no function word of its own
_CONTRACTED = re.compile(r"\b(?:\w+n['’]t|(?:I|we|you|he|she|they|it)['’](?:ll|ve|d|re|m|s))\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOT_RUSSIAN = re.compile(r"[іїєґўјљњћђџѓќѕ]", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff]")
_NOT_CHINESE = re.compile(r"[\u3040-\u30ff\uac00-\ud7af]")  # kana, hangul
_HAN_WEIGHT = 3  # one Han character says about as much as three letters

_BLANK = re.compile(r"\n[ \t\r\f\v]*\n")
_LABEL = re.compile(r"[A-Z][\w .-]{0,24}:\s")
_HEADED = re.compile(
    rf"{_LABEL.pattern}|\[?\d{{1,2}}:\d{{2}}(?::\d{{2}})?\]?[ ,-]|By\s+[A-Z]|(?:Авторы?|Текст|Фото)\b|(?:本报|实习)?记者\s"
)  # a label or a byline
_CLOSED = re.compile(r"[.!?:;][\"'”’»)\]]*\s*$")
_LONGEST = 6000  # characters given to the parser at once; its memory grows with the length
_UNWRAPPED = 160  # a line longer than this was not wrapped by a reader, so each line is a paragraph


def language_of(text: str) -> str:
    """Return 'en', 'ru', 'zh', or '' where the script and the function words do not tell."""
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    han = len(_HAN.findall(text)) * _HAN_WEIGHT
    letters = latin + cyrillic + han
    if not letters:
        return ""
    if 2 * han > letters:
        return "" if _NOT_CHINESE.search(text) else "zh"
    if 2 * cyrillic > letters:
        return "" if _NOT_RUSSIAN.search(text) else "ru"
    if 2 * latin > letters:
        told = [word.lower() for word in _WORD.findall(text)]
        english = sum(word in _ENGLISH for word in told) + len(_VERB.findall(text))
        foreign = sum(word in _FOREIGN for word in told)
        if not english and not foreign:
            contracted = _CONTRACTED.search(text) is not None
            return "en" if contracted or sum(word in _MAYBE_ENGLISH for word in told) >= 2 else ""
        return "en" if english > foreign else ""
    return ""


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and stop of each paragraph, in code points; none is longer than the parser takes."""
    start = 0
    for stop, following in [*((gap.start(), gap.end()) for gap in _BLANK.finditer(text)), (len(text), len(text))]:
        for left, right in _lines_joined(text, start, stop):
            yield from _pieces(text, left, right)
        start = following


def _lines_joined(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Join the lines that a layout wrapped; a headline, a label line and an ended sentence stand alone."""
    lines = []
    for line in text[start:stop].splitlines(keepends=True):
        lines.append((start, start + len(line)))
        start += len(line)
    width = max((right - left for left, right in lines), default=0)
    begun = None
    for number, (left, right) in enumerate(lines):
        begun = left if begun is None else begun
        if number + 1 == len(lines) or _ends(text, (left, right), lines[number + 1], width):
            yield begun, right
            begun = None


def _ends(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    here, following = text[slice(*line)], text[slice(*after)].lstrip()
    if width > _UNWRAPPED or _CLOSED.search(here) or _HEADED.match(following) or _LABEL.match(here):
        return True
    return len(here) < 0.7 * width and not following[:1].islower()


def _pieces(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - start > _LONGEST:
        window = text[start : start + _LONGEST]
        cut = max(window.rfind(". "), window.rfind("\n")) + 1 or window.rfind(" ") + 1 or _LONGEST
        yield start, start + cut
        start += cut
    if text[start:stop].strip():
        yield start, stop
