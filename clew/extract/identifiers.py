"""Identifiers printed with a firm's name: a page and a name go in, those that can only be this firm's come out.

A number tied to the wrong firm joins two parties for good, so what cannot be told from the layout is nobody's: numbers
beside or under two parties that stand side by side, under a line that names another party, or of a kind printed twice.
"""

import re
from functools import cache

from clew.extract.document import Document
from clew.extract.firms import find_firms
from clew.extract.labels import Words, lines_of
from clew.extract.lexicon import PARTIES

_IDENTIFIERS = (
    ("inn", r"(?:ИНН|INN)(?:\s*/\s*КПП)?\W{0,6}(\d{12}|\d{10})(?!\d)"),
    ("ogrn", r"(?:ОГРН(?:ИП)?|OGRN)\W{0,6}(\d{15}|\d{13})(?!\d)"),
    ("uscc", r"(?:信用代码|纳税人识别号|税号|USCC|Social\s+Credit\s+(?:Code|Identifier|No\.?))\W{0,6}([0-9A-Z]{18})(?![0-9A-Z])"),
    ("lei", r"LEI(?:\s+code)?\W{0,6}([A-Z0-9]{18}\d{2})(?![0-9A-Z])"),
    ("registration", r"(?:VAT(?:\s+(?:reg(?:istration)?\.?|no\.?|id|number))*|TRN|USt-?\s?Id(?:-?\s?Nr)?\.?|(?:Company\s+)?Reg(?:istration|\.)?\s+(?:No\.?|number)|Company\s+(?:No\.?|number)|Registration\s+(?:No\.?|number)|(?:Trade\s+)?Licen[cs]e\s+(?:No\.?|number)|N°\s?TVA|注册号|[Рр]егистрационный\s+номер)\W{0,6}([A-Z]{0,4}[ -]?\d[\dA-Z./-]{4,20})"),
)  # fmt: skip
_QUOTED = re.compile(r"[«\"“]([^»\"”]{2,})[»\"”]")
_BLOCK_LINES = 7
_BLOCK_LETTERS = 800
_WIDE = re.compile(r"\t+| {2,}|\s*[|｜]\s*|\u3000+")  # what parts the columns of a line
# Any word for a party, in any case: 'ИНН Покупателя', 'Buyer's VAT No.', '乙方税号'.
_PARTY_WORD = re.compile(
    r"\b(?:seller|buyer|supplier|vendor|customer|client|purchaser|consign(?:or|ee)|shipper|exporter|importer|receiver|recipient|notify|bill(?:ed)? to"
    r"|ship to|sold to|carrier|forwarder)|продав[ец]|покупател|поставщик|заказчик|исполнител|плательщик|(?:грузо)?(?:отправител|получател)|перевозчик"
    r"|卖方|买方|销售方|购买方|购方|销方|供方|需方|供应商|客户|甲方|乙方|发货|收货|托运人|通知|承运",
    re.IGNORECASE,
)
# Where a register speaks of owners or officers, numbers are theirs.
_OTHERS = re.compile(
    r"участник|учредител|акционер|руководител|директор|лиц[оае],? име|филиал|shareholder|owner|member|founder|partner|director|officer|subsidiar|branch"
    r"|股东|投资人|出资人|法定代表|董事|监事|分支",
    re.IGNORECASE,
)
_OF_PERSONS = {("inn", 12), ("ogrn", 15)}  # kinds whose numbers of this length are given to persons


def identifiers_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the identifiers a text prints; of a kind printed with two values, none, since nothing says whose."""
    found: dict[str, set[str]] = {}
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            found.setdefault(kind, set()).add(match[1].strip())
    return tuple((kind, next(iter(values))) for kind, values in found.items() if len(values) == 1)


def identifiers_near(document: Document, name: Words) -> tuple[tuple[str, str], ...]:
    """Return the identifiers behind a name and on the lines under it that can only be this party's."""
    cell = _cell_stop(document, name)
    text = document.page(name.page).text
    if cell is not None:  # a cell with name and numbers in it is one party's
        return identifiers_in(_up_to_other(text[name.stop : cell]))
    end = text.find("\n", name.stop)
    rest = text[name.stop : len(text) if end < 0 else end]
    if _side_by_side(text, name):
        gap = _WIDE.search(rest)
        return identifiers_in(_up_to_other(rest[: gap.start()] if gap else rest))
    lines = text[name.stop : name.stop + _BLOCK_LETTERS].split("\n")[:_BLOCK_LINES]
    filled = next((number for number, line in enumerate(lines) if number and not line.strip()), len(lines))
    return identifiers_in(_up_to_other("\n".join(lines[:filled])))


def identifiers_of_registered(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return the identifiers a register's page prints for the firm it is on: those before its owners and officers."""
    own = set(_QUOTED.findall(name)) or {name}
    lines: list[str] = []
    named = False
    for _, line in lines_of(text):
        mine = any(part in line for part in own)
        if _OTHERS.search(line) or (not mine and _names_firm(line)):
            if named:
                break
            continue
        named = named or mine
        lines.append(line)
    return tuple(
        (kind, value) for kind, value in identifiers_in("\n".join(lines)) if (kind, len(value)) not in _OF_PERSONS
    )


def _names_firm(line: str) -> bool:
    return next(find_firms(Words(1, 0, len(line), line)), None) is not None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(form, re.IGNORECASE)) for kind, form in _IDENTIFIERS)


def _up_to_other(block: str) -> str:
    """Cut a block of text where another firm, or a word for a party, begins."""
    firm = next(find_firms(Words(1, 0, len(block), block)), None)
    party = _PARTY_WORD.search(block)
    return block[: min(firm.start if firm else len(block), party.start() if party else len(block))]


def _cell_stop(document: Document, name: Words) -> int | None:
    """Return where the cell ends that holds the name and more lines behind it, or None where there is none."""
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row if cell.page == name.page):
            for start, stop in cell.runs:
                inside = start <= name.start and name.stop <= stop
                if inside and document.page(name.page).text[name.stop : stop].strip():
                    return stop
    return None


def _side_by_side(text: str, name: Words) -> bool:
    """Say whether some line near the name has a party behind a wide gap: then what lies under which cannot be told."""
    start = text.rfind("\n", 0, name.start) + 1
    above = text[max(0, start - _BLOCK_LETTERS) : start].split("\n")[-_BLOCK_LINES:]
    below = text[start : name.stop + _BLOCK_LETTERS].split("\n")[: _BLOCK_LINES + 1]
    return any(_holds_two(line) for line in (*above, *below))


def _holds_two(line: str) -> bool:
    cells = [cell.strip() for cell in _WIDE.split(line) if cell.strip()]
    if len(cells) < 2:
        return False
    labels = [cell for cell in cells if _party_start().match(cell)]
    firms = [cell for cell in cells if next(find_firms(Words(1, 0, len(cell), cell)), None)]
    # 'Seller   Northlight Ltd' is one party, label and value.
    other = any(cell in firms and cell not in labels and number != 1 for number, cell in enumerate(cells) if number)
    return len(labels) > 1 or len(firms) > 1 or other or any(cell in labels for cell in cells[1:])


@cache
def _party_start() -> re.Pattern[str]:
    forms = "|".join(re.escape(label) for labels in PARTIES.values() for label in labels)
    return re.compile(rf"(?:{forms})\b", re.IGNORECASE)
