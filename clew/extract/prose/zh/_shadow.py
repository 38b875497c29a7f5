"""A Chinese sentence in which each party is one sign goes in; the same sentence, plainer, comes out: titles, asides and descriptions folded into whom they name.

"广南电缆总裁屈振南" acts as one person, "阿联酋贸易商“沙丘环球”" as one firm: what somebody does is read over that.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clew.extract.prose.zh import _lexicon as lexicon

SIGN = "[\ue000-\uf8ff]"  # private use: one sign for each party
POST = f"(?:{'|'.join(sorted(lexicon.POSTS, key=len, reverse=True))})"
GAP = "[^，。；：、“”「」《》（）的是在将与和把被向由及\ue000-\uf8ff]{0,8}?"  # "国际业务部": what stands between a firm and a post
_MARKS = frozenset("“”《》「」『』")
_TITLE = re.compile(
    rf"(?P<lead>{SIGN}(?:的|[^，。；：、的\ue000-\uf8ff]{{0,4}}的)?{GAP}(?:唯一|原|前|时任|现任)?{POST}|(?:唯一|原|前|时任|现任|其)?(?:[\u4e00-\u9fff]{{0,3}}?){POST})(?P<name>{SIGN})"
)
_ADDRESS = re.compile(
    rf"(?P<name>{SIGN})(?:先生|女士|小姐|教授|博士|院士|同志|老师|本人|一人|个人|夫妇|等[一二两三四五六七八九十\d]*人|方面)(?!的|{SIGN})"
)
_ASIDE = re.compile(
    rf"(?P<name>{SIGN})(?:[（(][^）)]{{1,30}}[）)]|，[^，。；]{{0,8}}{SIGN}[^，。；\ue000-\uf8ff]{{0,6}}{POST}，|，(?:也就是|即|亦即)[^，。；]{{1,14}}，)"
)
_COUNTED = re.compile(rf"(?:一家|一名|一位|另一家|某家|这家|那家|一间)(?={SIGN})")
_AND_ITS = re.compile(
    rf"(?P<name>{SIGN})(?:及|和|与|以及)?其(?:唯一|实际|原|前|全资|控股)*(?:[\u4e00-\u9fff]{{0,3}}?{POST}|[\u4e00-\u9fff]{{0,4}}?公司)(?={SIGN})"
)


@dataclass(frozen=True, slots=True)
class Shadow:
    """Signs, and of each where it stands in the sentence."""

    text: str
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return where a run of signs stands in the sentence; an empty one stands where the sign before it does."""
        if first == last:
            first -= 1
        return self.starts[first], self.stops[last - 1]

    def kept(self, places: list[int]) -> "Shadow":
        """Return the signs at these places only."""
        return Shadow(
            "".join(self.text[at] for at in places),
            tuple(self.starts[at] for at in places),
            tuple(self.stops[at] for at in places),
        )

    def led(self, sign: str, at: int, first: int) -> "Shadow":
        """Return the signs from a place on, one more before them, which stands at a place of the sentence."""
        return Shadow(sign + self.text[first:], (at, *self.starts[first:]), (at, *self.stops[first:]))

    def bare(self) -> "Shadow":
        """Return the signs without marks around names."""
        return self.kept([at for at, sign in enumerate(self.text) if sign not in _MARKS])


def folded_in(shadow: Shadow, kind_of: Callable[[str], str], named: Callable[[str], bool]) -> Shadow:
    """Return a shadow in which a description and the name behind it are one sign, the name's.

    Args:
        shadow: of the sentence, without marks around names.
        kind_of: the kind of the party of a sign.
        named: whether the party of a sign has a name.
    """
    gone = {at for match in _COUNTED.finditer(shadow.text) for at in range(*match.span())}
    for at in range(len(shadow.text) - 1):
        left, right = shadow.text[at], shadow.text[at + 1]
        if (
            _is_sign(left)
            and _is_sign(right)
            and named(left)
            and kind_of(left) == "place"
            and kind_of(right) in {"organization", "firm", "place"}
        ):
            gone.add(at)  # "迪拜|绿洲顾问"
        if (
            _is_sign(left)
            and _is_sign(right)
            and named(left)
            and not named(right)
            and (kind_of(left), kind_of(right)) == ("person", "people")
        ):
            gone.add(at + 1)  # "关永耀|一人"
        if (
            _is_sign(left)
            and _is_sign(right)
            and not named(left)
            and named(right)
            and _agrees(kind_of(left), kind_of(right))
        ):
            gone.add(at)
            if at and _is_sign(shadow.text[at - 1]) and kind_of(shadow.text[at - 1]) == "place":
                gone.add(at - 1)  # "阿联酋|贸易商|沙丘环球"
    return _without(_ADDRESS, shadow.kept([at for at in range(len(shadow.text)) if at not in gone]))


def _without(pattern: re.Pattern[str], shadow: Shadow) -> Shadow:
    """Return a shadow in which only the name is left of what a pattern finds."""
    gone = {at for match in pattern.finditer(shadow.text) for at in range(*match.span()) if at != match.start("name")}
    return shadow.kept([at for at in range(len(shadow.text)) if at not in gone])


def plain(shadow: Shadow, kind_of: Callable[[str], str]) -> Shadow:
    """Return a shadow in which a title before a person, and an aside behind anybody, are gone."""
    for pattern in (_AND_ITS, _TITLE, _ASIDE):
        gone: set[int] = set()
        for match in pattern.finditer(shadow.text):
            if pattern is _AND_ITS:
                gone.update(range(match.end("name") + 1, match.end()))  # "公司及其唯一董事潘国梁": one and the other
                continue
            if pattern is _TITLE and kind_of(match["name"]) not in {"person", "unknown", "people"}:
                continue
            name = match.start("name")
            gone.update(
                at
                for at in range(*match.span())
                if at != name and not (pattern is _ASIDE and at == match.end() - 1 and shadow.text[at] == "，")
            )
        shadow = shadow.kept([at for at in range(len(shadow.text)) if at not in gone])
    return shadow


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each clause of a shadow begins and ends."""
    begun = 0
    for match in re.finditer(r"[，；。：]", text):
        yield begun, match.start()
        begun = match.end()
    yield begun, len(text)


def _is_sign(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff"


def _agrees(left: str, right: str) -> bool:
    return (left, right) in {
        ("firm", "organization"),
        ("firm", "unknown"),
        ("people", "person"),
        ("people", "organization"),
        ("place", "place"),
        ("goods", "product"),
        ("people", "unknown"),
        ("firm", "person"),
    }
