"""A line with Cyrillic letters goes in; it comes out with the legal form before a quoted name in Cyrillic letters.

In print, the letters of `ООО` and three noughts, or those of `АО` and two Latin capitals, are the same ink. Before an opening
quote, in a line with Cyrillic letters, they are a legal form; anywhere else they stay as read.
"""  # noqa: RUF002 - the letters are the subject

import re

from clew.read.ocr.letters import count_cyrillic

FORMS = frozenset(["ООО", "АО", "ПАО", "ОАО", "ЗАО", "НАО", "ТОО", "АНО", "МП", "НПО"])  # noqa: RUF001 - as above
_TWINS = str.maketrans("AOHTMP03", "АОНТМРОЗ")  # noqa: RUF001 - as above
_BEFORE_QUOTE = re.compile(r"(?<![^\s(«\"])(\S{2,3})(?= ?[«\"“„])")


def name_forms(text: str) -> str:
    """Return the text, as long as before, with legal forms in Cyrillic letters."""
    if not count_cyrillic(text):
        return text

    def in_cyrillic(found: re.Match[str]) -> str:
        folded = found[1].translate(_TWINS)
        return folded if folded in FORMS else found[1]

    return _BEFORE_QUOTE.sub(in_cyrillic, text)
