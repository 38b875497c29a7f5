# ruff: noqa: RUF001 -- words in three scripts
"""One telling beside another: claims of the original and of a retelling in; how they differ out, field by field.

Nothing is a difference that the two could both mean: a year that holds the quarter is less exact, not moved; a stance that
was not placed is not compared; words that two languages put their own way are not set side by side.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from clew.detect import quotations
from clew.detect.evidence import Fact, read_moment
from clew.detect.items import LEAST_QUOTED, fold, moments_in, weight_of, words_of
from clew.model.time import Moment

CHANGED = (quotations.ALTERED, quotations.NOT_FOUND)
ASSESSED = ("official_assesses", "expert_opines", "analyst_assesses")
FLAT = ("reported", "record_states")
# How far a reply goes: not to have answered says nothing, not to know says little, to deny says most.
REPLY_WORDS = {"no_response": "did not respond", "party_unaware": "unaware", "party_denies": "denied"}
AHEAD = ("planned", "booked", "conditional")
DONE = ("boarded", "paid", "shipped", "delivered", "tested", "held")
NUMBERS = ("quantity", "amount", "share", "unit_price")

_INSTITUTIONS = {
    "ministry": re.compile(r"\bministry\b|\bминистерств|\bминпром|\bмид\b|部$|部[^门署]?$", re.IGNORECASE),
    "embassy": re.compile(r"\bembassy\b|посольств|大使馆", re.IGNORECASE),
    "government": re.compile(r"\bgovernment\b|\bправительств|政府", re.IGNORECASE),
    "kremlin": re.compile(r"\bkremlin\b|\bкремл|克里姆林", re.IGNORECASE),
    "police": re.compile(r"\bpolice\b|\bполици|警方|警察", re.IGNORECASE),
    "customs": re.compile(r"\bcustoms\b|\bтаможн|海关", re.IGNORECASE),
}
_PLANNED = re.compile(
    r"\b(?:plans?|planned|intends?|intended|hopes?|is|are|was|were|has|have)\s+to\b|\bwill\b|\b(?:due|scheduled|expected)\b"
    r"|\b(?:планиру\w+|намерен\w*|собира\w+ся|должн\w+|предсто\w+)|计划|拟|将(?!军)|预计",
    re.IGNORECASE,
)
CAN_BE_PLANNED = {
    "shipped": re.compile(
        r"\b(?:ship|send|dispatch|deliver)\w*|\b(?:отправ|отгру|постав)\w+|发运|发货|运送", re.IGNORECASE
    ),
    "delivered": re.compile(
        r"\b(?:deliver|ship|hand\s+over)\w*|\b(?:постав|достав|переда)\w+|交付|交货|送达", re.IGNORECASE
    ),
    "supplied": re.compile(r"\b(?:suppl|deliver|provid|ship)\w*|\b(?:постав|достав)\w+|供应|提供|供货", re.IGNORECASE),
    "paid": re.compile(r"\b(?:pay|transfer)\w*|\b(?:плат|опла|перевод|перевед)\w+|支付|付款", re.IGNORECASE),
    "trains": re.compile(r"\btrain\w*|\bобуч\w+|培训", re.IGNORECASE),
    "tests": re.compile(r"\btest\w*|\b(?:испыт|тест)\w+|测试|试验", re.IGNORECASE),
}
_SINCE = re.compile(
    r"(?:\bsince|\bfrom|\bstarting\s+in|\bbeginning\s+in|\bas\s+early\s+as|\bначиная\s+с|\bсо?|自|从|自从)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SINCE_BEHIND = re.compile(r"^\s*(?:以来|起|开始)")
_PRONOUN = frozenset(
    ["it", "he", "she", "they", "we", "i", "unknown", "speaker", "он", "она", "они", "оно", "他", "她", "它", "他们"]
)
_QUOTED = re.compile(r"[“\"«「]([^“”\"«»「」]+)[”\"»」]?")
_PAPERS = {
    "invoices": re.compile(r"\binvoices?\b|\bсч[её]т(?:а|ов|ам|ах)?(?:-фактур\w*)?\b|发票", re.IGNORECASE),
    "bills": re.compile(r"\bbilling\s+records?\b|账单", re.IGNORECASE),
    "bank statements": re.compile(r"\bbank\s+(?:statements?|records?)\b|\bбанковск\w+\s+выпис\w+|银行(?:对账单|流水)", re.IGNORECASE),
    "flight logs": re.compile(r"\bflight\s+logs?\b|\bполётн\w+\s+журнал\w*|飞行日志", re.IGNORECASE),
    "booking records": re.compile(
        r"\b(?:airline\s+|flight\s+)?(?:booking|passenger)s?\s+(?:records?|lists?|data)\b|\bспис\w+\s+пассажир\w+|订票记录|乘客名单",
        re.IGNORECASE,
    ),
    "test reports": re.compile(r"\b(?:flight-)?test\s+reports?\b|\bпротокол\w+\s+испытани\w+|测试报告", re.IGNORECASE),
    "letters": re.compile(r"\bletters?\b|\bпис(?:ьм\w+|ем)\b|信函|邀请函", re.IGNORECASE),
    "waybills": re.compile(r"\bwaybills?\b|\bbills?\s+of\s+lading\b|\bнакладн\w+|运单|提单", re.IGNORECASE),
    "contracts": re.compile(r"\bcontracts?\b|\bдоговор\w*|\bконтракт\w*|合同", re.IGNORECASE),
}  # fmt: skip
_A_PAPER = re.compile(r"\bdocuments?\b|\brecords?\b|\bpapers?\b|\bfiles?\b|\bдокумент\w*|文件|材料", re.IGNORECASE)
_SEEN = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed)\s+by\b|\b(?:has|have|had)\s+(?:seen|reviewed|obtained)\b|\bпопавши\w+\s+в\s+распоряжени|查阅|看到",
    re.IGNORECASE,
)
_VERIFIED = re.compile(
    r"\b(?:verified|authenticated|confirmed)\s+(?:\w+\s+)?(?:documents?|records?|invoices?|letters?|papers?|files?)\b"
    r"|\b(?:documents?|records?|invoices?|logs?|letters?|papers?)\s+(?:\w+\s+){0,3}?(?:confirm|confirms|confirmed|prov(?:e[sd]?)|establish(?:e[sd])?)\b"
    r"|\bподтвержд[её]нн\w+\s+документ\w*|\bдокумент\w*\s+(?:\w+\s+)?подтвержда\w+|(?:文件|材料|发票)(?:已经?)?(?:证实|证明)",
    re.IGNORECASE,
)

Row = tuple[str, str, str, str, Fact, Fact]  # field, kind, was, now, original, retold


def institution(text: str) -> str:
    """Return what kind of institution a name or a short description means, or "": the only ministry of a text is the ministry."""
    return next((name for name, form in _INSTITUTIONS.items() if form.search(text)), "")


def is_description(text: str) -> bool:
    """Say whether an institution is described rather than named: "the trade ministry", "the ministry"."""
    words = text.removeprefix("The ").split()
    return bool(words) and not any(word[:1].isupper() for word in words)


def is_pronoun(text: str) -> bool:
    """Say whether a speaker is named by nothing that could be compared."""
    return fold(text).strip() in _PRONOUN or not any(word not in _PRONOUN for word in words_of(text))


def quoted_in(fact: Fact) -> tuple[str, ...]:
    """Return what a claim gives inside quotation marks, of four words or more, and says as the speaker's own."""
    return _quoted_in(fact.words, fact.object)


@lru_cache(maxsize=10_000)  # asked of one claim beside each claim it is compared with
def _quoted_in(words: str, said: str) -> tuple[str, ...]:
    kept = []
    for match in _QUOTED.finditer(words):
        beginning = " ".join(words_of(match[1])[:LEAST_QUOTED])
        if weight_of(match[1]) >= LEAST_QUOTED and beginning in " ".join(words_of(said)):
            kept.append(match[1].strip(" ,.，。"))
    return tuple(kept)


def speakers(facts: Iterable[Fact]) -> dict[str, str]:
    """Return whose words each quoting claim gives: an institution, an entity, or a name, folded.

    A pronoun stands for whoever is quoted elsewhere with words most like these; where nobody is, the claim is left out.
    """
    quoting = [fact for fact in facts if fact.predicate == "says" and quoted_in(fact)]
    named = {fact.id: _speaker(fact) for fact in quoting if not is_pronoun(fact.subject)}
    for fact in quoting:
        if fact.id in named:
            continue
        others = [(other, quotation) for other in quoting if other.id in named for quotation in quoted_in(other)]
        near = [(quotations.compare(quoted_in(fact)[0], [words]).likeness, other.id) for other, words in others]
        likeness, nearest = max(near, default=(0.0, ""))
        if likeness >= quotations.ALIKE:
            named[fact.id] = named[nearest]
    return named


def _speaker(fact: Fact) -> str:
    return institution(fact.subject) or fact.subject_entity or " ".join(words_of(fact.subject))


def beginnings(fact: Fact) -> tuple[Moment, ...]:
    """Return the times since when, by its words, a claim holds."""
    found = []
    for start, moment in moments_in(fact.words):
        behind = fact.words[start:]
        if _SINCE.search(fact.words[:start]) or _SINCE_BEHIND.match(_after(behind, moment)):
            found.append(moment)
    if not found and fact.qualifiers.get("period", "").lower().startswith(("since", "с ", "自")):
        start_of = read_moment(fact.valid_from)
        found = [start_of] if start_of else []
    return tuple(found)


def _after(text: str, moment: Moment) -> str:
    """Return what stands behind a Chinese time at the beginning of a text."""
    found = re.match(r"[\d\s]*年?[初中底末]?(?:[\d一二三四第]+季度?)?(?:\d+月)?(?:\d+日)?", text)
    return text[found.end() :] if found and moment else ""


def papers_named(fact: Fact) -> frozenset[str]:
    """Return the kinds of paper a claim names as what it rests on."""
    text = fact.words if rests_on_papers(fact) else ""
    return frozenset(name for name, form in _PAPERS.items() if form.search(text))


def rests_on_papers(fact: Fact) -> bool:
    """Say whether papers are what a claim is said by: they hold it, or were seen, or are said to confirm it."""
    holders = " ".join((fact.subject, *fact.holders) if fact.predicate == "says" else fact.holders)
    named = _A_PAPER.search(holders) or any(form.search(holders) for form in _PAPERS.values())
    return bool(named or _VERIFIED.search(fact.words) or (_SEEN.search(fact.words) and _A_PAPER.search(fact.words)))


def relations(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[Row]:
    """Yield how one relation is told: as a fact where it was a belief, as done where it was planned, without its hedge, with another number."""
    if any(fact.stance in ASSESSED for fact in original) and not any(fact.stance in ASSESSED for fact in retold):
        flat = [fact for fact in retold if fact.stance in FLAT and not fact.holders and not fact.hedges]
        if flat:
            source = next(fact for fact in original if fact.stance in ASSESSED)
            yield "stance", "belief told as fact", _holder(source), "told as a fact", source, flat[0]
    if all(is_ahead(fact) for fact in original):
        done = [fact for fact in retold if _is_done(fact)]
        if done and not any(is_ahead(fact) for fact in retold):
            yield "modality", "planned told as done", "planned", _done_word(done[0]), original[0], done[0]
    hedged = [fact for fact in original if fact.hedges]
    believed = any(fact.stance in ASSESSED for fact in (*original, *retold))
    if len(hedged) == len(original) and not believed and not any(fact.hedges for fact in retold):
        yield "hedge", "hedge left out", hedged[0].hedges[0], "no hedge", hedged[0], retold[0]
    if {fact.polarity for fact in original}.isdisjoint({fact.polarity for fact in retold}):
        yield "polarity", "polarity turned", original[0].polarity, retold[0].polarity, original[0], retold[0]
    yield from _numbers(original, retold)


def _holder(fact: Fact) -> str:
    return f"assessed by {fact.holders[-1]}" if fact.holders else "an assessment"


def is_ahead(fact: Fact) -> bool:
    """Say whether what a claim tells has not happened yet, by its modality or, where it is kept as quoted, by its words."""
    return fact.modality in AHEAD or (fact.predicate == "says" and _PLANNED.search(fact.object) is not None)


def speaks_of(fact: Fact, predicate: str) -> bool:
    """Say whether a claim that is kept as quoted has a verb of a predicate."""
    return CAN_BE_PLANNED[predicate].search(fact.object) is not None


def _is_done(fact: Fact) -> bool:
    if fact.polarity != "affirmed" or fact.stance == "unknown":
        return False
    return fact.modality in DONE or (fact.modality == "unknown" and fact.predicate in ("visits", "travels_to"))


def _done_word(fact: Fact) -> str:
    return fact.modality if fact.modality in DONE else "told as done"


def _numbers(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[Row]:
    for name in NUMBERS:
        was, now = _values(original, name), _values(retold, name)
        same_unit = _values(original, "currency").keys() == _values(retold, "currency").keys()
        if was and now and was.keys().isdisjoint(now) and same_unit:
            one, other = min(was), min(now)
            yield "number", f"{name} changed".replace("_", " "), one, other, was[one], now[other]


def _values(facts: Iterable[Fact], name: str) -> Mapping[str, Fact]:
    found: dict[str, Fact] = {}
    for fact in facts:
        value = fact.qualifiers.get(name)
        if value:
            found.setdefault(_plain(value), fact)
    return found


def _plain(value: str) -> str:
    try:
        return f"{float(value):.12g}"
    except ValueError:
        return value


def answers(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[Row]:
    """Yield where a party is told to have answered otherwise than the original has it, when each has one answer of it."""
    was, now = {fact.stance for fact in original}, {fact.stance for fact in retold}
    if len(was) != 1 or len(now) != 1 or was == now:
        return
    one, other = was.pop(), now.pop()
    order = list(REPLY_WORDS)
    kind = "answer hardened" if order.index(other) > order.index(one) else "answer softened"
    yield "stance", kind, REPLY_WORDS[one], REPLY_WORDS[other], original[0], retold[0]


def periods(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[Row]:
    """Yield where something is said to hold since another time; a time that holds the other is only less exact."""
    was = [(moment, fact) for fact in original for moment in beginnings(fact)]
    now = [(moment, fact) for fact in retold for moment in beginnings(fact)]
    if not was or not now or any(_agree(one, other) for one, _ in was for other, _ in now):
        return
    (one, source), (other, fact) = was[0], now[0]
    moved = "earlier" if other.bounds()[0] < one.bounds()[0] else "later"
    yield "time", f"date moved {moved}", one.value, other.value, source, fact


def _agree(one: Moment, other: Moment) -> bool:
    (a, b), (c, d) = one.bounds(), other.bounds()
    return (a <= c and d <= b) or (c <= a and b <= d)


def papers(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[Row]:
    """Yield where papers that were seen are told as verified, and where papers are named that the original does not name."""
    sure = [fact for fact in retold if _VERIFIED.search(fact.words)]
    if sure and not any(_VERIFIED.search(fact.words) for fact in original):
        match = _VERIFIED.search(sure[0].words)
        yield "documents", "confidence raised", "seen", match[0] if match else "verified", original[0], sure[0]
    was, now = ({name for fact in facts for name in papers_named(fact)} for facts in (original, retold))
    further = sorted(now - was)
    if was and further:
        fact = next(fact for fact in retold if papers_named(fact) - was)
        yield "documents", "documents re-labelled", ", ".join(sorted(was)), ", ".join(further), original[0], fact


def fidelity(original: Sequence[Fact], retold: Sequence[Fact]) -> Iterator[tuple[str, str, str, Fact, Fact]]:
    """Yield for each quotation of a retelling its verdict, the original's words, its own, and the two claims.

    Not found is said only of a speaker whom both name alike; whose words else they may be is not known.
    """
    sources = {words: fact for fact in original for words in quoted_in(fact)}
    for fact in retold:
        for words in quoted_in(fact):
            found = quotations.compare(words, sources)
            if found.verdict == quotations.NOT_FOUND:
                same = [one for one in original if one.subject_entity and one.subject_entity == fact.subject_entity]
                if same:
                    yield found.verdict, "", words, same[0], fact
            else:
                yield found.verdict, found.original, words, sources[found.original], fact
