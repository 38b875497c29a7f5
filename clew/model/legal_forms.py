# ruff: noqa: RUF001, RUF003 -- letters of three scripts stand here on purpose
"""Words around a name that are no part of it: titles of persons, legal forms of firms, in English, Russian and Chinese.

In: lower-case tokens. Out: the tokens without them, and the legal form in one spelling.
"""

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mstr",
        "mx",
        "jr",
        "sr",
        "dr",
        "prof",
        "sir",
        "madam",
        "г",
        "н",
        "гн",
        "жа",
        "гжа",
        "господин",
        "госпожа",
        "господину",
        "госпоже",
        "гр",
        "гражданин",
        "гражданка",
        "тов",
        "товарищ",
        "д",
        "р",
        "др",
        "проф",
        "профессор",
    ]
)
# Two-letter abbreviations fall apart at their hyphen; alone, г or н is an initial.
_HYPHENATED = (("г", "н"), ("г", "жа"), ("д", "р"), ("г", "ну"), ("г", "на"), ("г", "же"))
HAN_TITLES = ("先生", "女士", "小姐", "太太", "夫人", "博士", "教授", "同志", "阁下")
GLUED_TITLES = ("mstr", "miss", "mrs", "mr")  # airlines print PETROV/IVANMR; MS is left: it ends given names

# One spelling for each legal form; the first column is ours. Sources: GLEIF ELF code list; OFAC and EU list usage.
_FORMS = {
    "llc": "llc|ooo|ооо|тзов|тов|limited liability company|limited liability co|"
    "общество с ограниченной ответственностью|obshchestvo s ogranichennoy otvetstvennostyu",
    "jsc": "jsc|pjsc|ojsc|cjsc|ао|ao|пао|pao|оао|oao|зао|zao|нао|joint stock company|joint stock co|publichnoe aktsionernoe obshchestvo|"
    "public joint stock company|open joint stock company|closed joint stock company|акционерное общество|"
    "публичное акционерное общество|открытое акционерное общество|закрытое акционерное общество|"
    "непубличное акционерное общество|aktsionernoe obshchestvo|otkrytoe aktsionernoe obshchestvo|"
    "otkrytoye aktsionernoye obshchestvo|zakrytoe aktsionernoe obshchestvo|"
    "publichnoye aktsionernoye obshchestvo|nepublichnoe aktsionernoe obshchestvo|private joint stock company|"
    "закрите акціонерне товариство|публічне акціонерне товариство|приватне акціонерне товариство|пат|прат|прао|gufen youxian gongsi",
    "ltd": "ltd|limited|limited sirketi|ltd sti|youxian gongsi|youxian zeren gongsi|co ltd|co limited|company limited|company ltd|pte ltd|pty ltd|pvt ltd|private limited",
    "llp": "llp|тоо|too|limited liability partnership|товарищество с ограниченной ответственностью",
    "inc": "inc|incorporated",
    "corp": "corp|corporation",
    "co": "co|company|and co|and company",
    "plc": "plc|public limited company",
    "gmbh": "gmbh|gmbh and co kg|gesellschaft mit beschraenkter haftung|gesellschaft mit beschrankter haftung",
    "ag": "ag|aktiengesellschaft",
    "kg": "kg",
    "sa": "sa|societe anonyme|sociedad anonima|spolka akcyjna",
    "sa de cv": "sa de cv|s a de c v|sociedad anonima de capital variable",
    "s de rl de cv": "s de rl de cv|s de r l de c v|sociedad de responsabilidad limitada de capital variable",
    "spr de rl": "spr de rl|spr de rl de cv|s p r de r l",
    "sas": "sas|sociedad por acciones simplificada|societe par actions simplifiee",
    "ltda": "ltda|limitada|cia ltda|compania limitada|y cia ltda",
    "eirl": "eirl|empresa individual de responsabilidad limitada",
    "bhd": "bhd|sdn bhd|berhad|sendirian berhad",
    "ood": "ood|eood",
    "doo": "doo|d o o|drustvo s ogranicenom odgovornoscu",
    "sarl": "sarl|societe a responsabilite limitee",
    "srl": "srl|sociedad de responsabilidad limitada|societa a responsabilita limitata|societatea cu raspundere limitata",
    "lda": "lda|unipessoal lda|sociedade unipessoal lda",
    "spa": "spa",
    "bv": "bv|besloten vennootschap",
    "nv": "nv",
    "ab": "ab",
    "oy": "oy|oyj",
    "as": "as|anonim sirketi",
    "sro": "sro|spol sro|s r o",
    "spzoo": "spzoo|sp zoo|sp z oo|sp z o o",
    "fze": "fze|fz llc|fzc|fzco|fz co",
    "fsue": "фгуп|fgup|fsue|federal state unitary enterprise|federalnoe gosudarstvennoe unitarnoe predpriyatie|федеральное государственное унитарное предприятие",
    "sole trader": "ип|индивидуальный предприниматель",
}
# Hands that romanise Russian forms otherwise, each by itself or several at once.
_HANDS = (("obshchestvo", "obschestvo"), ("yu", "iu"), ("oy ", "oi "), ("oe ", "oye "), ("byu", "biu"))


def _in_every_hand(spelling: str) -> set[str]:
    found = {spelling}
    for old, new in _HANDS:
        found |= {text.replace(old, new) for text in found}
    return found


FORMS = {
    tuple(hand.split()): form
    for form, spellings in _FORMS.items()
    for spelling in spellings.split("|")
    for hand in (_in_every_hand(spelling) if " " in spelling else {spelling})
}
_LONGEST = max(map(len, FORMS))
# At the front only forms that are written there; "SA" or "AS" at the front is a word of the name.
_LEADING = frozenset({"llc", "jsc", "llp", "fsue", "sole trader", "ltd", "srl"})
# Longest first: 股份有限公司 ends in 有限公司.
HAN_FORMS = (
    ("股份有限公司", "jsc"),
    ("股份公司", "jsc"),
    ("有限责任公司", "ltd"),
    ("有限責任公司", "ltd"),
    ("有限公司", "ltd"),
    ("公司", "co"),
)


def strip_titles(tokens: list[str]) -> list[str]:
    """Return a person's tokens without titles, also inside the name (PETROV MR IVAN); a name that is all title stays."""
    start = 0
    while start < len(tokens):
        if tuple(tokens[start : start + 2]) in _HYPHENATED:
            start += 2
        elif len(tokens[start]) > 1 and tokens[start] in TITLES:
            start += 1
        else:
            break
    # Inside too: a key is sorted, and folding a key again must change nothing.
    bare = [token for token in tokens[start:] if len(token) == 1 or token not in TITLES]
    return bare or tokens


def split_forms(tokens: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return a firm's tokens without legal forms before and after the name, and those forms; one token always stays."""
    found: set[str] = set()
    tokens = list(tokens)
    changed = True
    while changed:
        changed = False
        for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
            front, back = FORMS.get(tuple(tokens[:size])), FORMS.get(tuple(tokens[-size:]))
            if back is not None:
                tokens, form = tokens[:-size], back
            elif front in _LEADING and front is not None:
                tokens, form = tokens[size:], front
            else:
                continue
            found.add(form)
            changed = True
            break
    if len(found) > 1:
        found.discard("co")  # "Company LLC" is an LLC
    return tokens, tuple(sorted(found))
