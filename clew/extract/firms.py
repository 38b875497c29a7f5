"""Names of firms in running text, told by their legal form: text goes in, places come out."""

import re
from collections.abc import Iterator

from clew.extract.labels import Words
from clew.extract.lexicon import LEGAL_FORMS, RUSSIAN_FORMS

# Forms that stand before the name when Russian is written in Latin letters, never behind it.
_BEFORE = r"(?:OOO|AO|ZAO|OAO|PAO|JSC|PJSC|OJSC|LLC)"
_BEHIND = LEGAL_FORMS.replace("|OOO|AO|ZAO|OAO|PAO", "")
_CAPITAL = r"(?:[A-Z][\w&.'’-]*|of|and|for|&)"
_LATIN = (
    rf"(?:{_BEFORE}\s+[\"«“][^\"»”\n]{{2,60}}[\"»”]|{_BEFORE}[ \u00a0][A-Z][\w-]*(?:[ \u00a0][A-Z][\w-]*){{0,3}}"
    rf"|[A-Z][\w&.'’-]*(?:[ \u00a0]{_CAPITAL}){{0,6}},?[ \u00a0]{_BEHIND}(?!\w)(?:,?[ \u00a0]{_BEHIND}(?!\w))?)"
)
_CYRILLIC = rf"(?:{RUSSIAN_FORMS}\s*[«\"“„][^»\"”“\n]{{2,80}}[»\"”“]+|{RUSSIAN_FORMS}[ \u00a0]+[А-ЯЁ][\w-]*(?:[ \u00a0][А-ЯЁ][\w-]*){{0,3}})"
_HAN = (
    r"[\u4e00-\u9fff（）()A-Za-z0-9]{2,30}?(?:股份有限公司|有限责任公司|有限公司|集团公司|研究所|研究院|制造厂|工厂|厂)"
)
_FIRM = re.compile(rf"(?<![\w]){_LATIN}|(?<![А-Яа-яЁё]){_CYRILLIC}|{_HAN}")
# Chinese writes 'our firm will send to the firm …' without a space; what leads up to the name is cut.
_HAN_LEAD = re.compile(
    r"^.*(?:我公司|我司|本公司|贵公司|贵司|前往|邀请|访问|以及|派遣|下列|以下|关于|由|与|向|赴|到|往|和|致)(?=.{4,}$)"
)
# 'General Director of Vektor LLC' names Vektor LLC.
_POST = re.compile(
    r"^(?:(?:The|Our|Your|Dear)\s+|(?:[A-Z][a-z]+\s+)?(?:Director|President|Manager|Engineer|Officer|Head|Chairman|CEO)\s+(?:(?:of|for)\s+)?)+"
)


def find_firms(words: Words) -> Iterator[Words]:
    """Yield each name of a firm with its legal form, as written, in the words."""
    for match in _FIRM.finditer(words.text):
        name = match.group()
        lead = (_HAN_LEAD if "\u4e00" <= name[-1] <= "\u9fff" else _POST).match(name)
        start = match.start() + (lead.end() if lead else 0)
        start += past_brackets(words.text[start : match.end()])
        yield Words(words.page, words.start + start, words.start + match.end(), words.text[start : match.end()])


def past_brackets(name: str) -> int:
    """Return how many characters of a run lead up to the name: those to the last bracket that opens, or closes, alone.

    "List (Beta Trading Ltd" names Beta Trading Ltd; "Beta (Shanghai) Ltd" is whole.
    """
    opened: list[int] = []
    past = 0
    for at, mark in enumerate(name):
        if mark in "（(":
            opened.append(at)
        elif mark in "）)" and opened:
            opened.pop()
        elif mark in "）)":
            past = at + 1
    return max([past, *(at + 1 for at in opened)])
