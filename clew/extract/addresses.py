"""Lines of addresses: which of them names a party, which only numbers or places it. Lines of words in, names out.

The forms of postal lines are those of the Universal Postal Union's addressing sheets for the countries named beside them.
"""

import re
from collections.abc import Iterable

from clew.extract.labels import Words, fold, labels_of
from clew.extract.parties import all_fields, party_name

POSTAL = re.compile(
    r"(?:^|[\s,;|•●·–-])(?:[A-Z]{1,3}[- –])?\d{4,6}\s+[A-ZÀ-ÖØ-Þ][^\W\d_]"  # 80333 München, F-75001 Paris, 1010 Wien
    r"|^\d{5}[A-ZÄÖÜ][a-zà-öø-ÿ]{3}"  # 80333München: the text layer lost the space
    r"|\b\d{4}\s?[A-Z]{2}\s+[A-Z]"  # 3012 CN Rotterdam
    r"|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"  # SW1A 2AA
    r"|\b[A-Z]{2}\.?,?\s+\d{5}(?:-\d{4})?\b"  # Fremont, CA 94538
    r"|\b\d{2}-\d{3}\s+[A-ZŁŚŻ]"  # 09-411 Płock
    r"|(?:^|[\s,])\d{6},?\s+(?:г\.|город|[А-ЯЁ])|邮编"  # six figures, then the town
)
STREET = re.compile(
    r"^[^\d:@]{3,60}\s\d{1,4}\s?[a-zA-Z]?(?:[-/]\d{1,4}[a-z]?)?$|^\d{1,5}\s?(?:bis|ter)?,?\s+[^\W\d_].{2,60}$"
    r"|\b(?:street|st\.|road|rd\.|avenue|ave|lane|drive|boulevard|rue|chemin|allée|impasse|straße|strasse|str\.|weg|platz|allee|ulica|ul\.|via|calle"
    r"|улица|ул\.|проспект|пр-т|переулок|шоссе|дом|д\.)(?!\w)|路|街|大道|号楼",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"@|\b(?:www\.|https?:)|\b(?:IBAN|BIC|SWIFT|HRB|HRA|SIRET|SIREN|RCS|APE|KvK|USt|VAT|TVA|MwSt|BTW|GSTIN|CIN|PAN|Steuernummer|Steuer-?Nr|Handelsreg\w*"
    r"|Amtsgericht|Geschäftsf\w*|Konto\w*|Bank\w*|Tel\w*|Fax|Fon|Phone|Mobil\w*|ИНН|КПП|ОГРН|р/с|тел)\b|统一社会信用代码|电话|开户行|账号",
    re.IGNORECASE,
)
# What opens a line of a party's block that numbers the party or its site, and names neither.
_NUMBERED = (
    r"GLN|EAN|GTIN|D-?U-?N-?S|Nummer|Globale Nummer|Handelsname|(?:Lief(?:eranten)?|Kunden|Debitoren|Kreditoren|Mandanten|Abteilung|Vertrags)\.?-?\s?N(?:umme)?r"
    r"|(?:customer|supplier|vendor|client|account|buyer|seller|tax|vat|company|registration|reg|id|ref(?:erence)?)\s*(?:no|number|nr|id|code|#|№)"
    r"|n°|numéro|code client|SIRET|SIREN|TVA|USt|VAT|GSTIN|PAN|ИНН|КПП|ОГРН|ОКПО|№|номер|код|税号|统一社会信用代码|编号|代码"
)
_OPENS_NUMBER = re.compile(rf"^\W*(?:{_NUMBERED})\b", re.IGNORECASE)
_NUMBER_LINE = re.compile(
    rf"^\W*(?:{_NUMBERED})\b[^\n]*|^[^:：]{{2,30}}[:：]\s*[^\n]*\d[^\n]*$|^[^:：]{{2,30}}[:：]\s*$", re.IGNORECASE
)
_ATTENTION = re.compile(
    r"^(?:attn\.?|att\.?|c/o|z\.?\s?hd\.?|à l'attention|herrn?\b|frau\b|firma|fa\.|an\b|monsieur\b|madame\b|mr\.?\b|mrs\.?\b|ms\.?\b)[\s:.]*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[#№]?\s?(?=\S*\d)(?:[A-Za-z]{0,6}[-/.]?\d{4,}\S*|\w+_\w*\d\w*)")  # 'VF1005193039', 'order_17'
_PARTS = re.compile(r"\s*[●•·∙|]\s*|\s+[-–—*]\s+|\s*;\s*|,\s+| {3,}")
_MOST_LETTERS = 90
_OF_HEAD = re.compile(
    r"^(?:from|to|cc|subject|re|date|sent|betreff|an|von|datum|objet|тема|кому|от|дата|主题|日期|发件人|收件人)\s*[:：]",
    re.IGNORECASE,
)


def names_party(text: str) -> bool:
    """Say whether a line of an address can be a party's name: no number, street, town, label or contact."""
    clean = text.strip()
    if sum(letter.isalpha() for letter in clean) < 3 or len(clean) > _MOST_LETTERS:
        return False
    if clean[0] in "(（*" or "@" in clean or "www." in clean.lower() or "://" in clean or clean.endswith((":", "：")):
        return False
    if POSTAL.search(clean) or _NUMBER_LINE.match(clean) or _ATTENTION.match(clean) or STREET.match(clean):
        return False
    if _CODE.fullmatch(clean):
        return False
    return not _OF_HEAD.match(clean) and fold(clean) not in labels_of(all_fields())


def addresses_party(text: str) -> bool:
    """Say whether a line only opens an address: 'Herrn', 'Attn.:', 'c/o'."""
    return _ATTENTION.match(text.strip()) is not None


def numbers_party(text: str) -> bool:
    """Say whether a line numbers a party: its global number, its number as a customer, its tax number."""
    return _OPENS_NUMBER.match(text) is not None


def first_name(lines: Iterable[Words]) -> Words | None:
    """Return the name in the first line that can be one."""
    for line in lines:
        if names_party(line.text):
            return party_name(line)
    return None


def sender_line(line: Words) -> Words | None:
    """Return the name that opens an address typed on one line: 'Beta GmbH ● Hafenweg 2 ● 20457 Hamburg', else None."""
    parts = list(_parts(line))
    if len(parts) < 3 or not any(POSTAL.search(part.text) for part in parts[1:]):
        return None
    return party_name(parts[0]) if names_party(parts[0].text) else None


def _parts(line: Words) -> Iterable[Words]:
    at = 0
    for match in [*_PARTS.finditer(line.text), None]:
        stop = match.start() if match else len(line.text)
        part = line.text[at:stop]
        if part.strip():
            yield Words(line.page, line.start + at, line.start + stop, part)
        at = match.end() if match else stop
