"""A Chinese sentence and its names go in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns.

Every name, and every noun that can be a party, is made one sign of a shadow of the sentence; the rules are patterns over that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clew.extract.amounts import find_amounts, plain
from clew.extract.prose._telling import Link, Name, Party, Place
from clew.extract.prose._when import when

_BASE = 0xE000  # private use: the sign of the first party
_E = "[\ue000-\uf8ff]"
_ALL = f"(?:{_E}(?:[和与、及]{_E})*)"
_NOUN = re.compile(
    r"(?:该|本|这家|那家)?(?:公司|工厂|该厂|中间商|供应商|制造商|银行)|(?:工厂|公司)?(?:员工|工程师们?|技术人员|专家们?|代表团)|该款?发动机|机床|模块|该设备"
)
_POST = r"(?:法定代表人|副总经理|总经理|董事长|总裁|首席执行官|副厂长|厂长|经理|总工程师|工程师|技术员|员工|雇员|职员|会计|顾问|研究员|主管|负责人|律师|销售经理|技术骨干|代表)"
_DIRECTING = re.compile(r"^(?:法定代表人|总经理|董事长|总裁|首席执行官|厂长)$")
_ADV = rf"(?:[^，。；\ue000-\uf8ff]{{0,14}}?(?:(?:在|从|于){_E}[^，。；\ue000-\uf8ff]{{0,8}}?)?)"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the groups s (subject) and o (object); kinds that each may be."""

    predicate: str
    pattern: re.Pattern[str]
    subject: str = "party"
    object: str = "party"


def _rule(predicate: str, pattern: str, subject: str = "party", target: str = "party") -> Rule:
    return Rule(
        predicate,
        re.compile(pattern.replace("<s>", f"(?P<s>{_ALL})").replace("<o>", f"(?P<o>{_ALL})").replace("<a>", _ADV)),
        subject,
        target,
    )


_RULES = (
    _rule("employee_of", r"<s>(?:曾经?|一直|一度|自[^，]{2,10}起)?(?:在|为|受雇于|就职于|供职于|任职于|效力于)<o>(?:公司)?(?P<t>工作|任职|就职|效力|打工|(?=[，。”]|$))", "person", "firm"),
    _rule("post", rf"<s>(?:就)?(?P<t>是|为|担任|出任|系|就是|疑似|任|并不是|不是|已不是|(?:在[^，]{{1,10}})?被列为|(?:在[^，]{{1,10}})?被描述为)(?:一名)?<o>(?:公司)?的?(?P<post>{_POST})", "person", "firm"),
    _rule("post", rf"<o>(?:公司)?的?(?P<post>(?P<t>{_POST}))<s>(?!的)", "person", "firm"),
    _rule("post", rf"<s>[，（(](?:系|是|为)?<o>(?:公司)?的?(?P<post>(?P<t>{_POST}))(?=[，）)])", "person", "firm"),
    _rule("employee_of", r"<s>(?P<t>自[^，]{2,8}起已?不是)<o>员工", "person", "firm"),
    _rule("owns", r"<o>由<s>(?P<t>(?:全资|共同)?(?:持有|拥有|所有))", "party", "firm"),
    _rule("owns", r"<s>(?P<t>持有|拥有|收购了?|控股|购入)<o>(?:的)?(?:约?\d[\d.]*[%％])(?:的)?(?:股份|股权|股)", "party", "firm"),
    _rule("owns", r"<s>是<o>的(?P<t>(?:控股)?股东|所有人|实际控制人)", "party", "firm"),
    _rule("controls", r"<o>由<s>(?P<t>控制|实际控制)", "party", "firm"),
    _rule("controls", r"<s>(?:实际)?(?P<t>控制)(?:着|了)?<o>", "party", "firm"),
    _rule("supplied", r"<s><a>(?:向|给|为)<o>(?P<t>供应|提供|出售|销售|供货|出口)(?!了?(?:培训|贷款|帮助))", "party", "party"),
    _rule("supplied", r"<o><a>(?:从|向)<s>(?P<t>采购|购买|进口|购进|订购)", "party", "party"),
    _rule("shipped", r"<s><a>(?:向|给)<o>(?P<t>发运|发货|运送|寄送|装运|发出)", "party", "party"),
    _rule("delivered", r"<o><a>(?P<t>收到|接收)了?<s>(?:交付|发来|运来|供应)?的", "party", "party"),
    _rule("delivered", r"<s><a>(?:向|给)<o>(?P<t>交付|移交)", "party", "party"),
    _rule("billed", r"<s><a>(?:向|给)<o>(?P<t>开具|开出)[^，。]{0,20}(?:账单|发票)", "party", "party"),
    _rule("paid", r"<s><a>(?:向|给)<o>(?P<t>支付|汇款|汇出|付款|转账|打款)", "party", "party"),
    _rule("paid", r"<s>将[^，。\ue000-\uf8ff]{2,14}(?P<t>交给|付给|汇给|转给)了?<o>", "party", "party"),
    _rule("trains", r"<s><a>(?:为|对|给)<o>(?:提供|进行)了?(?P<t>培训)", "people", "any"),
    _rule("meets", r"<s><a>(?P<t>会见|会晤|约见)了?<o>", "party", "party"),
    _rule("meets", r"<s>(?:与|和|同)<o><a>(?P<t>会面|见面|会晤|会谈)", "party", "party"),
    _rule("cooperates_with", r"<s>(?:与|和|同)<o><a>(?P<t>合作)", "party", "party"),
    _rule("visits", r"<s><a>(?P<t>访问|参观|走访|到访|前往|抵达|来到)(?:了|过)?<o>", "people", "site"),
    _rule("travels_to", r"<s><a>(?P<t>前往|飞往|飞抵|抵达|飞到|返回|赴|来到|到达|启程前往)(?:了|过)?<o>", "people", "place"),
    _rule("located_in", r"<s>(?P<t>位于|坐落于|地处|总部设在)<o>", "party", "place"),
    _rule("member_of", r"<s>(?P<t>隶属于?|属于|加入|是<o>的成员)<o>" .replace("|是<o>的成员", ""), "party", "firm"),
    _rule("represents", r"<s>(?P<t>代表)<o>(?:出席|签署|签字|参加|发言|与)", "party", "party"),
    _rule("represents", r"(?P<t>代表)<o>签字的是<s>", "party", "party"),
    _rule("listed_by", r"<o>(?:宣布)?(?:将|把)<s>(?P<t>列入|加入)[^，。]{0,8}(?:制裁名单|名单|清单)", "party", "party"),
    _rule("made_by", r"<s>由<o>(?P<t>生产|制造|研制|出品)", "goods", "firm"),
    _rule("tests", r"<s>(?:对|为)<o>(?:进行)了?(?P<t>测试|试验)", "party", "goods"),
)  # fmt: skip
_LISTED = re.compile(
    rf"(?P<s>{_E})(?:[^，。\ue000-\uf8ff]{{0,14}}?)(?P<t>被列入|被纳入)(?P<list>[^，。\ue000-\uf8ff]{{0,6}}名单)"
)
_ALIAS = re.compile(
    rf"(?P<o>{_E})(?:的)?(?:[（(，]?)(?P<t>代号是|绰号|又名|化名|别名|外号)(?P<alias>[“「][^”」]{{1,12}}[”」])"
)
_HELD = frozenset(
    {
        "employee_of",
        "director_of",
        "owns",
        "controls",
        "member_of",
        "represents",
        "listed_by",
        "located_in",
        "alias_of",
        "made_by",
    }
)
_DONE = {"billed": "billed", "paid": "paid", "shipped": "shipped", "delivered": "delivered"}
_PLANNED = re.compile(r"将(?:于|在|会|向|赴|前往)?|拟|计划|打算|准备|预计|拟于")
_NOT = re.compile(r"(?:从未|没有|未曾|并未|未|不曾|不再|不|从不)$|(?:从未|没有|未曾|并未|未|不曾)(?=[^，。]{0,4}$)")
_OPEN = re.compile(r"^(?:如果|假如|若|一旦|倘若|要是)|(?:吗|呢)?[？?]$|谁|是否|有没有")
_BEFORE_NUMBER = re.compile(r"[\u4e00-\u9fff](?=\d)")  # "支付了30万": a number may touch the word before it


class Relations:
    """Reads the relations of one sentence."""

    def __init__(self, text: str, place: Place, names: list[Name], page: int) -> None:
        self.text, self.place, self.page = text, place, page
        self.parties: list[Party] = []
        self.starts: list[int] = []  # of each sign of the shadow: where it stands in the sentence
        self.shadow = self._shadow(names)

    def _shadow(self, names: list[Name]) -> str:
        """Return the sentence with each name and each noun that can be a party made one sign."""
        marks = {name.place.start - self.place.start: Party(name.place, name.text, "party", name) for name in names}
        for match in _NOUN.finditer(self.text):
            place = Place(self.place.start + match.start(), self.place.start + match.end())
            code = next(
                (
                    at
                    for at, party in marks.items()
                    if party.place.stop == place.start and party.name is not None and party.name.kind == "product"
                ),
                None,
            )
            if code is not None:  # "OM-14模块" is one thing
                whole = Place(marks[code].place.start, place.stop)
                marks[code] = Party(whole, self.text[code : match.end()], "party", None)
                continue
            if not any(place.meets(party.place) for party in marks.values()):
                marks[match.start()] = Party(place, match[0], "party")
        signs, at = [], 0
        while at < len(self.text):
            self.starts.append(at)
            party = marks.get(at)
            if party is None or len(self.parties) > 6000:
                signs.append(self.text[at])
                at += 1
                continue
            signs.append(chr(_BASE + len(self.parties)))
            self.parties.append(party)
            at += party.place.stop - party.place.start
        self.starts.append(len(self.text))
        shadow = "".join(signs)
        return re.sub(rf"[“「《]({_E})[”」》]", lambda match: match[0], shadow)

    def links(self) -> list[Link]:
        """Return the relations; a question and a condition state none."""
        if _OPEN.search(self.text.rstrip("”。 ")):
            return []
        found: dict[tuple[str, Place, Place], Link] = {}
        bare = self.shadow.replace("“", "\u200b").replace("”", "\u200b").replace("《", "\u200b").replace("》", "\u200b")
        packed, back = _packed(bare)
        for rule in _RULES:
            for match in rule.pattern.finditer(packed):
                for link in self._of(rule, match, back):
                    found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        for link in self._fixed():
            found.setdefault((link.predicate, link.subject.place, link.object.place), link)
        kept = [link for link in found.values() if link.subject.text != link.object.text]
        stays = {(link.subject.place, link.object.place) for link in kept if link.predicate == "visits"}
        kept = [
            link
            for link in kept
            if link.predicate != "travels_to" or (link.subject.place, link.object.place) not in stays
        ]
        return sorted(kept, key=lambda link: (link.trigger, link.subject.place))

    def _of(self, rule: Rule, match: re.Match[str], back: list[int]) -> Iterator[Link]:
        predicate = rule.predicate
        extra: list[tuple[str, str, Place | None]] = []
        trigger = self._span(match, "t", back)
        if predicate == "post":
            post = match["post"]
            predicate = "director_of" if _DIRECTING.match(post) else "employee_of"
            if post not in {"员工", "雇员", "职员"}:
                extra.append(("post", post, self._span(match, "post", back)))
        for subject in self._in(match["s"]):
            for target in self._in(match["o"]):
                if _fits(subject, rule.subject) and _fits(target, rule.object):
                    yield self._link(predicate, (subject, target), trigger, extra)

    def _link(
        self,
        predicate: str,
        ends: tuple[Party, Party],
        trigger: Place,
        extra: list[tuple[str, str, Place | None]],
    ) -> Link:
        before = self.text[: trigger.start - self.place.start]
        clause = re.split(r"[，。；]", before)[-1]
        words = self.text[trigger.start - self.place.start : trigger.stop - self.place.start]
        negated = bool(_NOT.search(clause)) or "不是" in words or bool(re.search(r"不认为|从未|没有", clause))
        negated = negated and not re.search(r"不认为|不相信", clause)
        planned = bool(_PLANNED.search(clause)) and predicate not in _HELD
        modality = (
            "planned"
            if planned
            else "held"
            if predicate in _HELD
            else "unknown"
            if negated
            else _DONE.get(predicate, "unknown")
        )
        qualifiers = [*extra, *self._goods(predicate, trigger)]
        time = when(self.text, self.place.start, (self._clause(trigger),))
        if time is not None:
            qualifiers.append(
                (
                    "period",
                    self.text[time.place.start - self.place.start : time.place.stop - self.place.start],
                    time.place,
                )
            )
        return Link(
            predicate,
            *ends,
            trigger,
            modality,
            negated,
            tuple(qualifiers),
            time.valid_from if time else None,
            time.valid_to if time else None,
        )

    def _goods(self, predicate: str, trigger: Place) -> Iterator[tuple[str, str, Place | None]]:
        scope = self._clause(trigger)
        text = self.text[scope.start - self.place.start : scope.stop - self.place.start]
        amounts = [each for each in find_amounts(_BEFORE_NUMBER.sub(" ", text)) if each.currency]
        if len(amounts) == 1:
            place = Place(scope.start + amounts[0].start, scope.start + amounts[0].stop)
            yield "amount", plain(amounts[0].value), place
            yield "currency", amounts[0].currency or "", None
        if predicate == "owns" and (share := re.search(r"(\d[\d.]*)\s*[%％]", text)):
            yield "share", share[1], Place(scope.start + share.start(1), scope.start + share.end(1))
        if predicate in {"supplied", "shipped", "delivered"}:
            behind = self.text[trigger.stop - self.place.start :]
            item = re.match(
                r"(?:了|过|交付的)?(?P<item>(?:\d+[台套个件批箱支]|一批|首批)[\u4e00-\u9fffA-Z0-9-]{1,10})(?=[，。”后]|$)",
                behind,
            )
            if item:
                yield "item", item["item"], Place(trigger.stop + item.start("item"), trigger.stop + item.end("item"))

    def _clause(self, trigger: Place) -> Place:
        """Return the clause that a trigger stands in, and a time that leads up to it."""
        at, stop = trigger.start - self.place.start, trigger.stop - self.place.start
        first = max(self.text.rfind(mark, 0, at) for mark in "。；") + 1
        last = min((index for mark in "。；，" if (index := self.text.find(mark, stop)) >= 0), default=len(self.text))
        return Place(self.place.start + first, self.place.start + last)

    def _fixed(self) -> Iterator[Link]:
        for match in _LISTED.finditer(self.shadow):
            back = list(range(len(self.shadow) + 1))
            for subject in self._in(match["s"]):
                place = self._span(match, "list", back)
                authority = Party(place, match["list"], "party")
                yield self._link("listed_by", (subject, authority), self._span(match, "t", back), [])
        for match in _ALIAS.finditer(self.shadow):
            back = list(range(len(self.shadow) + 1))
            place = self._span(match, "alias", back)
            inner = Place(place.start + 1, place.stop - 1)
            words = self.text[inner.start - self.place.start : inner.stop - self.place.start]
            for target in self._in(match["o"]):
                if target.name is not None:
                    yield self._link(
                        "alias_of", (Party(inner, words, "party"), target), self._span(match, "t", back), []
                    )

    def _in(self, signs: str) -> list[Party]:
        return [self.parties[ord(sign) - _BASE] for sign in signs if _BASE <= ord(sign) < _BASE + len(self.parties)]

    def _span(self, match: re.Match[str], group: str, back: list[int]) -> Place:
        """Return where a group stands in the page; an empty one stands where the sign before it does."""
        first, last = match.span(group)
        if first == last:
            first -= 1
        start, stop = back[first], back[last - 1] + 1
        return Place(self.place.start + self.starts[start], self.place.start + self.starts[stop])


def _packed(shadow: str) -> tuple[str, list[int]]:
    """Return the shadow without marks around names, and of each sign that is left where it stood."""
    kept = [(index, sign) for index, sign in enumerate(shadow) if sign != "\u200b"]
    return "".join(sign for _, sign in kept), [*(index for index, _ in kept), len(shadow)]


def _fits(party: Party, wanted: str) -> bool:
    kind = party.name.kind if party.name is not None else ""
    plain_ = party.text
    match wanted:
        case "person":
            return kind in {"person", "unknown"}
        case "people":
            return kind in {"person", "unknown"} or bool(re.search(r"员工|工程师|人员|专家|代表团", plain_))
        case "firm":
            return kind in {"organization", "unknown"} or (not kind and bool(re.search(r"公司|厂|商|银行", plain_)))
        case "place":
            return kind in {"place", "unknown"}
        case "site":
            return kind == "organization" or (not kind and bool(re.search(r"厂|公司", plain_)))
        case "goods":
            return kind in {"product", ""} and not re.search(r"公司|厂|商|员工|工程师", plain_)
        case "any":
            return True
        case _:
            return kind in {"person", "organization", "unknown"} or (
                not kind and bool(re.search(r"公司|厂|商|银行", plain_))
            )
