"""A page and what a model answered in; claims whose every word stands on the page, and the rest with why it was dropped, out.

The answer is data from outside, and so is the page it was made from: both may be hostile. So nothing is mended and nothing is
guessed: a quote that is altered by one character is dropped. Who holds a claim and how firmly is read by the rules of the prose
languages where they placed the same words; else its speaker is unknown. Who is who is not a model's to say: a proposal
is tied only to names that the extractors found at the very place.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clew.model.claim import Claim, Mention, Quote
from clew.model.source import Page, Span
from clew.model.vocabulary import PREDICATES

LONGEST_QUOTE = 600  # characters
MOST = 60  # proposals of one page; more is no reading but a flood
_LONGEST_ANSWER = 200_000  # characters
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
FIELDS = ("quote", "subject", "predicate", "object", "holder", "near")


@dataclass(frozen=True, slots=True)
class Dropped:
    """A proposal, or a whole answer, that was not taken, and why."""

    why: str
    what: str  # the proposal as given, cut short


@dataclass(frozen=True, slots=True)
class Grounded:
    """What one page's answer came to."""

    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...]


def ground(
    answer: str,
    source: str,
    page: Page,
    *,
    method: str,
    record_type: str,
    told: Sequence[Claim] = (),
    mentions: Sequence[Mention] = (),
) -> Grounded:
    """Return the claims of an answer that stand on the page word for word, and what was dropped.

    Args:
        answer: what the model wrote: a JSON object with the list "claims".
        source: id of the source.
        page: the page that was sent.
        method: of the claims: model:NAME@HASH.
        record_type: of the source.
        told: claims the extractors read on this page; they say who holds the words, and how firmly.
        mentions: names the extractors found on this page.
    """
    proposals, why = _proposals(answer)
    if why:
        return Grounded((), (Dropped(why, answer[:200]),))
    claims: dict[str, Claim] = {}
    dropped: list[Dropped] = []
    for number, proposal in enumerate(proposals):
        if number >= MOST:
            dropped.append(Dropped(f"more than {MOST} proposals for one page", f"{len(proposals) - MOST} more"))
            break
        quotes, why = _quotes(proposal, source, page)
        if why:
            dropped.append(Dropped(why, json.dumps(proposal, ensure_ascii=False)[:200]))
            continue
        claim = _claim(proposal, quotes, method=method, record_type=record_type, told=told, mentions=mentions)
        claims.setdefault(claim.id, claim)
    return Grounded(tuple(claims.values()), tuple(dropped))


def _proposals(answer: str) -> tuple[list[Any], str]:
    if len(answer) > _LONGEST_ANSWER:
        return [], f"the answer has more than {_LONGEST_ANSWER:,} characters"
    fenced = _FENCED.match(answer)
    try:
        found = json.loads(fenced[1] if fenced else answer)
    except (ValueError, RecursionError):
        return [], "the answer is not JSON, or was cut off"
    if not isinstance(found, dict) or not isinstance(found.get("claims"), list):
        return [], 'the answer is not of the agreed form, {"claims": [...]}'
    return found["claims"], ""


def _quotes(proposal: Any, source: str, page: Page) -> tuple[tuple[Quote, ...], str]:
    """Return the words of a proposal where they stand, or why they do not."""
    if not isinstance(proposal, dict) or not all(isinstance(proposal.get(name), str) for name in FIELDS[:4]):
        return (), "quote, subject, predicate and object must be texts"
    if proposal["predicate"] not in PREDICATES:
        return (), f"the predicate {proposal['predicate'][:40]!r} is not in the vocabulary"
    text = proposal["quote"]
    if not text.strip() or len(text) > LONGEST_QUOTE:
        return (), f"the quote must have 1 to {LONGEST_QUOTE} characters"
    start, why = _place(page.text, text, proposal.get("near"))
    if why:
        return (), why
    stop = start + len(text)
    quotes = [_quote("quote", source, page, start, stop)]
    for role in ("subject", "object"):
        at = page.text.find(proposal[role], start, stop) if proposal[role].strip() else -1
        if at < 0:
            return (), f"the {role} does not stand in the quote"
        quotes.append(_quote(role, source, page, at, at + len(proposal[role])))
    holder = proposal.get("holder")
    if isinstance(holder, str) and holder.strip():
        at = page.text.find(holder, start, stop)
        if at < 0:
            return (), "the holder does not stand in the quote"
        quotes.append(_quote("holder", source, page, at, at + len(holder)))
    return tuple(quotes), ""


def _place(text: str, quote: str, near: Any) -> tuple[int, str]:
    """Return where a quote stands: once on the page, or nearest to where the proposal says it stands."""
    places = [match.start() for match in re.finditer(f"(?={re.escape(quote)})", text)]
    if not places:
        return -1, "the quote does not stand on the page, word for word"
    if len(places) == 1:
        return places[0], ""
    if isinstance(near, int) and not isinstance(near, bool):
        return min(places, key=lambda place: abs(place - near)), ""
    return -1, f"the quote stands on the page {len(places)} times, and nothing says which is meant"


def _quote(role: str, source: str, page: Page, start: int, stop: int) -> Quote:
    return Quote(role, Span(source, page.number, start, stop), page.text[start:stop])


def _claim(
    proposal: Mapping[str, str],
    quotes: tuple[Quote, ...],
    *,
    method: str,
    record_type: str,
    told: Iterable[Claim],
    mentions: Iterable[Mention],
) -> Claim:
    same = _told_there(quotes[0].span, told)
    at = {(one.span.start, one.span.stop): one.id for one in mentions}
    places = {quote.role: (quote.span.start, quote.span.stop) for quote in quotes}
    return Claim(
        proposal["subject"],
        proposal["predicate"],
        proposal["object"],
        tuple(quote for quote in quotes if quote.role != "holder"),
        holders=same.holders if same else (),
        stance=same.stance if same else "unknown",
        modality=same.modality if same else "unknown",
        polarity=same.polarity if same else "affirmed",
        hedges=same.hedges if same else (),
        said_at=same.said_at if same else None,
        record_type=record_type,
        method=method,
        reading=0.5,  # nobody has read it yet
        subject_mention=at.get(places["subject"]),
        object_mention=at.get(places["object"]),
    )


def _told_there(span: Span, told: Iterable[Claim]) -> Claim | None:
    """Return the claim of the extractors that covers most of the same words, if it covers at least half of them."""
    best = max(told, key=lambda claim: _overlap(span, claim), default=None)
    return best if best and 2 * _overlap(span, best) >= span.stop - span.start else None


def _overlap(span: Span, claim: Claim) -> int:
    other = claim.quotes[0].span
    same = (other.source, other.page) == (span.source, span.page)
    return max(0, min(span.stop, other.stop) - max(span.start, other.start)) if same else 0


def asked_for() -> Iterator[str]:
    """Yield the predicates a model may use, each with its meaning."""
    yield from (
        f"{name}: {meaning}" for name, meaning in PREDICATES.items() if name not in ("says", "responds", "rests_on")
    )
