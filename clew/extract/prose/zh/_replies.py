"""A Chinese sentence goes in; parties that did not answer come out, and what about. Another silence is none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WHO = r"(?P<who>[^，,。；“”：:]{1,30}?)"
_ADVERBS = r"(?:至今|均|都|尚|仍|迄今|暂|方面|也|均尚|在[^，。]{1,12}前|并|截至发稿时|随即|一直|始终|随后)*"
_ASKED = r"(?:的)?(?:置评请求|采访请求|采访|提问|询问|问题|电子邮件|邮件|消息|请求|电话|来信|函件|质询|采访要求|多次发出的采访请求)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "did_not_respond",
        re.compile(
            rf"{_WHO}{_ADVERBS}(?P<cue>(?:没有|未能?|尚未|并未|未予|不)(?:立即|马上|及时|作出?|给予|予以)?(?:回应|回复|答复|回)(?:(?P<about>[^，。]{{0,14}}?(?:{_ASKED}))|(?=[。，]|$)))"
        ),
    ),
    (
        "did_not_respond",
        re.compile(rf"{_WHO}{_ADVERBS}(?P<cue>(?:没有|未)(?:就此)?(?:作出|做出|作)(?:任何)?(?:回应|答复))"),
    ),
    ("did_not_respond", re.compile(rf"{_WHO}{_ADVERBS}(?P<cue>不(?:回|接)(?:消息|电话))")),
    (
        "declined",
        re.compile(
            rf"{_WHO}{_ADVERBS}(?P<cue>(?:拒绝|不愿|不肯)(?:就)?(?P<about>[^，。]{{0,20}}?)(?:发表)?(?:置评|评论|回应|接受采访))"
        ),
    ),
    (
        "declined",
        re.compile(
            rf"{_WHO}{_ADVERBS}(?P<cue>(?:未|没有|不予|不便|不作)(?:就)?(?P<about>[^，。]{{0,20}}?)(?:发表)?(?:置评|评论))"
        ),
    ),
    ("declined", re.compile(rf"{_WHO}{_ADVERBS}(?P<cue>不(?:评论|予置评)(?P<about>[^，。]{{0,20}}))")),
    (
        "declined",
        re.compile(rf"{_WHO}{_ADVERBS}(?P<cue>(?:不愿|拒绝)(?:透露|说明|解释|公布)(?P<about>[^，。]{{1,20}}))"),
    ),
    (
        "could_not_be_reached",
        re.compile(r"(?P<cue>(?:无法|未能|没能)(?:与)?(?:联系|联络)(?:到|上)?)(?P<who>[^，。取]{2,20})"),
    ),
    ("could_not_be_reached", re.compile(r"(?:多次|反复)?致电(?P<who>[^，。]{2,20})[，,](?P<cue>均?无人接听)")),
    ("could_not_be_reached", re.compile(rf"{_WHO}(?:的)?(?P<cue>电话(?:一直)?无人接听)")),
)
_LEAD = re.compile(r"^(?:截至发稿时?|对此|但|不过|目前|至今|而|并|记者)[，,]?|(?:方面|的)$")
_AND = re.compile(r"[和与及、]")


@dataclass(frozen=True, slots=True)
class Reply:
    """A party that did not answer, as places in the sentence."""

    who: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    kind: str
    about: tuple[int, int] | None
    span: tuple[int, int]


def replies(body: str) -> Iterator[Reply]:
    """Yield who did not respond, declined, or could not be reached."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(body):
            if any(match.start("cue") < right and left < match.end("cue") for left, right in taken):
                continue
            who = _whom(body, *match.span("who"))
            if not who:
                continue
            about = match.span("about") if "about" in match.re.groupindex and match["about"] else None
            taken.append(match.span())
            yield Reply(who, match.span("cue"), kind, about, (who[0][0], match.end()))


def _whom(body: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Return the parties of a run: without what leads up to them, joined ones apart; none where it names nobody."""
    changed = True
    while changed and start < stop:
        match = _LEAD.search(body[start:stop])
        changed = match is not None
        if match is not None:
            start, stop = (start + match.end(), stop) if match.start() == 0 else (start, start + match.start())
        if match is not None and match.end() == match.start():
            break
    words = body[start:stop]
    about = re.match(r"(?:就|对)[^，]{1,12}?(?=.)", words)
    if not words or words in {"没有", "并"} or (about and len(words) < 5):
        return ()
    if re.search(r"(?:就|对)(?P<x>[^，]{1,16})$", words):
        cut = re.search(r"(?:就|对)[^，]{1,16}$", words)
        stop = start + cut.start() if cut and cut.start() > 1 else stop
    parts = (
        [each.span() for each in re.finditer(r"[^和与及、]+", body[start:stop])]
        if _AND.search(body[start:stop])
        else [(0, stop - start)]
    )
    if any(right - left < 2 for left, right in parts):
        parts = [(0, stop - start)]
    return tuple((start + left, start + right) for left, right in parts)
