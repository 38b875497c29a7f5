"""Chinese sentences go in; names come out where they stand, each with one kind for the whole document.

The model's names are mended by rule: firms by their ending, foreign names by their dot, papers by their marks.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from clew.extract.document import Document
from clew.extract.firms import past_brackets
from clew.extract.prose._kinds import told_votes
from clew.extract.prose._telling import Name, Place
from clew.extract.prose.zh import _spans as spans
from clew.extract.prose.zh._model import find_names, folded
from clew.extract.prose.zh._segment import Word, words_of

_KINDS = {"PERSON": "person", "ORG": "organization", "LOC": "place"}
_FIRM = re.compile(
    r"(?:(?:[A-Za-z][A-Za-z&.'’-]*\s)*[\u4e00-\u9fffA-Za-z0-9（）()]{2,16}?)(?P<ending>股份有限公司|有限责任公司|有限公司|集团公司|贸易公司|仪器公司|集团|公司|研究所|研究院|银行|大学|工厂(?!员工)|机械厂|制造厂)"
)
_PLAIN_FIRM = re.compile(
    r"^(?:该|本|这家|那家|一家|我|贵|两家|多家|某|有关|相关|母|子|分|总)?(?:公司|集团|工厂|银行|大学)$"
)
_ENDING = re.compile(
    r"(?:企业|实业|控股|股份有限公司|有限责任公司|有限公司|集团公司|集团|公司|研究所|研究院|银行|大学|工厂|机械厂|制造厂)$"
)
_PAPER = re.compile(r"《([^》]{2,20})》")
# A title, of which the model takes the office for a name: "财政|部长".
_OFFICE = re.compile(
    r"(?:财政|外交|国防|司法|教育|卫生|商务|交通|农业|工业|能源|环境|内政|劳工|文化|科技|公安|经济|情报|警务|安全|行业|国防工业)(?:部长|大臣|司长|厅长|局长|署长|总长|次长|副部长|副局长|协会|分析师|专家|学者|官员)"
)
# A body that its kind introduces and marks set off: "贸易商“沙丘环球”", "智库「睿析」".
_CALLED = re.compile(
    r"(?:(?:公司|企业|集团|工厂|厂家|厂商|[商行社]|机构|组织|智库|媒体|平台|网站|报纸|周刊|杂志|银行|基金|船东|运营方|承运人|货代|运营商|顾问|协会|商会|工会|联盟|项目方|物流|品牌|酒店|餐厅|诊所|医院|学校|工作室|实验室|研究所)[“「](?P<name>[^“”「」，。！？；：]{2,12})[”」])"
    rf"|[“「](?P<named>[^“”「」，。！？；：]{{1,8}}(?:{spans.TRADES}))[”」]"
)
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][a-z][A-Za-z&.'’-]+(?:\s[A-Z][A-Za-z&.'’-]+){0,5}")
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,5}-?\d{1,5}[A-Z]{0,3}(?![A-Za-z0-9])")
_TITLED = re.compile(
    r"(?P<post>(?:副?总经理|董事长|副?厂长|总裁|经理|总工程师|工程师|局长|部长|主任|研究员|律师|教授|发言人|议员|经济学家|专家|分析师))(?P<name>[\u4e00-\u9fff]{2,4}?)(?=(?:[，。、：]|说|称|表示|认为|指出|在|也|还|于|对|是|曾|被|周|承认|透露|否认))"
)
_NOT_PERSON = re.compile(r"^(?:先生|女士|们|等|们的|方面|本人|代表|助理)")
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤乔"
# Characters that write foreign names; a run of three or more is one, whatever it names.
_SOUNDS = (
    "阿埃艾安奥巴班鲍贝本比彼波伯博布查达戴丹德登迪蒂丁杜多恩尔法菲费芬弗福夫甘戈格根哈海汉赫亨霍基吉加贾杰卡凯坎考科克肯库奎拉莱兰劳雷勒里利莉林卢鲁伦罗洛马麦曼梅门蒙米密莫姆穆"
    "纳娜奈内尼宁纽诺努帕潘佩彭皮珀普奇乔切钦茹萨塞桑沙舍施什史舒斯丝索苏塔泰坦汤特滕托图瓦威韦维魏温翁沃乌伍希西谢辛休雅亚扬叶耶伊因尤约泽扎詹兹佐娃列涅捷久季申申列可柳季"
)
_SOUNDED = re.compile(f"[{_SOUNDS}]{{3,9}}")
_PERSON_END = re.compile(r"(?:[^斯]夫|娃|娜|斯基|维奇|申|科娃|斯特|克斯|金)$")
_PLACE_LEAD = re.compile(r"(?:飞往|飞抵|前往|抵达|位于|在|赴|返回|从|至|到)$")
_GOING = re.compile(r"飞往|前往|抵达|飞抵|返回|飞到")
_FIRM_BEFORE = re.compile(r"(?:受雇于|就职于|供职于|任职于|隶属于?|被列为|子公司|公司|客户)$")
_FIRM_AFTER = re.compile(r"^(?:公司|集团|工作|员工|雇员|的?(?:总经理|员工|雇员|工程师|技术骨干|子公司|客户|副总))")
_PLACE_BEFORE = re.compile(r"(?:飞往|飞抵|前往|位于|抵达)$")
_MODEL_VOTES = 3


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document."""

    source: str
    found: tuple[Name, ...]  # in order of page and place; none overlaps another
    votes: dict[str, Counter[str]] = field(default_factory=dict)  # surface -> kind -> weight: why it is that kind

    def within(self, page: int, place: Place) -> list[Name]:
        """Return the names that lie in a run of a page."""
        return [name for name in self.found if name.page == page and place.holds(name.place)]


def names_of(document: Document, places: Sequence[tuple[int, Place]]) -> Names:
    """Return the names in the sentences at these places; the same surface has the same kind throughout."""
    pages = {page.number: page.text for page in document.pages}
    taken = _taken(pages, places)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for page, some in taken.items():
        for place, kind in some:
            surface = pages[page][place.start : place.stop]
            if votes[surface][kind] < _MODEL_VOTES:
                votes[surface][kind] += 1
            if kind != "product":
                votes[surface] += _around(
                    pages[page][max(0, place.start - 8) : place.start], pages[page][place.stop : place.stop + 8]
                )
    _called_short(votes)
    _again(pages, places, taken, votes)
    names = [
        Name(
            page,
            place,
            pages[page][place.start : place.stop],
            _winner(votes, pages[page][place.start : place.stop]),
            because=told_votes(votes[pages[page][place.start : place.stop]]),
        )
        for page, some in taken.items()
        for place, _ in some
    ]
    return Names(document.source, tuple(sorted(names, key=lambda name: (name.page, name.place))), votes)


def _called_short(votes: dict[str, Counter[str]]) -> None:
    """Let a name be the firm's whose longer name begins with it: "翔域" beside "翔域企业"."""
    firms = [surface for surface, kinds in votes.items() if kinds and kinds.most_common(1)[0][0] == "organization"]
    for surface, kinds in votes.items():
        if any(
            firm != surface and firm.startswith(surface) and _ENDING.fullmatch(firm[len(surface) :]) for firm in firms
        ):
            kinds["organization"] += 2 * _MODEL_VOTES


def _taken(pages: dict[int, str], places: Sequence[tuple[int, Place]]) -> dict[int, list[tuple[Place, str]]]:
    """Return runs taken for names by page, each with a first kind; what comes first is the stronger reading."""
    texts = [pages[page][place.start : place.stop] for page, place in places]
    taken: dict[int, list[tuple[Place, str]]] = defaultdict(list)
    for (page, place), text, found in zip(places, texts, find_names(texts), strict=True):
        simple = folded(text)
        words = words_of(simple)
        by_model = [
            (*_mended(simple, words, start, stop, one.label), _KINDS[one.label])
            for one in found
            if one.label in _KINDS
            for start, stop in _parted(simple, one.start, one.stop)
        ]
        by_model = [
            one
            for one in by_model
            if not spans.is_common(simple[one[0] : one[1]]) and not _OFFICE.match(simple[one[0] :])
        ]
        acts = {(word.start, word.stop) for word in words if word.kind in "vd" and len(word.text) > 2}
        by_model = [one for one in by_model if one[:2] not in acts]  # "石沉大海"
        by_form = _by_form(text, simple, words)
        sounded = [one for one in by_form if one[2] != "organization" and _SOUNDED.fullmatch(text[one[0] : one[1]])]
        latin = [one for one in by_form if one[2] == "unknown" and one not in sounded]
        formed = [one for one in by_form if one not in sounded and one not in latin]
        for start, stop, kind in [*formed, *by_model, *sounded, *latin]:
            _take(taken[page], Place(place.start + start, place.start + stop), kind)
    return taken


def _again(
    pages: dict[int, str],
    places: Sequence[tuple[int, Place]],
    taken: dict[int, list[tuple[Place, str]]],
    votes: dict[str, Counter[str]],
) -> None:
    """Take a name that was found once wherever else it stands."""
    surfaces = [surface for surface in votes if len(surface) > 1]
    if not surfaces:
        return
    known = re.compile("|".join(map(re.escape, sorted(surfaces, key=len, reverse=True))))
    for page, place in places:
        for match in known.finditer(pages[page], *place):
            _take(taken[page], Place(*match.span()), _winner(votes, match[0]))


def _mended(text: str, words: Sequence[Word], start: int, stop: int, label: str) -> tuple[int, int]:
    """Return what the model took for a name without what is no part of it."""
    if stop - start == 1 and label != "LOC":
        return spans.whole(text, words, start, label)
    if label == "PERSON":
        return spans.person(words, start, stop) if "·" not in text[start:stop] else (start, stop)
    if label == "ORG":
        ending = _ENDING.search(text[start:stop])
        return spans.without_lead(words, start, stop, ending=start + ending.start() if ending else stop), stop
    return start, stop


def _by_form(written: str, text: str, words: Sequence[Word]) -> list[tuple[int, int, str]]:
    """Return what the form makes a name, whatever the model says."""
    found = [(*span, "person") for span in spans.foreign(text, words)]
    found += [(*match.span(1), "organization") for match in _PAPER.finditer(text)]
    acts = {(word.start, word.stop) for word in words if word.kind in "vdn"}
    called = (match.span("name" if match["name"] else "named") for match in _CALLED.finditer(text))
    found += [(*span, "organization") for span in called if span not in acts]  # "银行“下乡”" is none
    for match in _FIRM.finditer(text):
        start = spans.without_lead(words, *match.span(), ending=match.start("ending"))
        start += past_brackets(text[start : match.end()])
        if (
            not _PLAIN_FIRM.match(text[start : match.end()])
            and not spans.is_common(text[start : match.end()])
            and match.end() - start > 3
        ):
            found.append((start, match.end(), "organization"))
    found += [
        (*spans.person(words, *match.span("name")), "person")
        for match in _TITLED.finditer(text)
        if match["name"][0] in _SURNAMES and not _NOT_PERSON.match(match["name"])
    ]
    found += [(*span, "organization") for span in spans.branded(words)]
    found += [(*span, "person") for span in spans.untold(words)]
    found += [(*match.span(), "product") for match in _CODE.finditer(written)]
    found += [(*match.span(), _kind_of(text, match)) for match in _SOUNDED.finditer(text)]
    found += [(*match.span(), "unknown") for match in _LATIN.finditer(written) if not _CODE.match(match[0])]
    return found


def _kind_of(text: str, match: re.Match[str]) -> str:
    """Return what a foreign name names, by its ending and by what stands around it."""
    if re.match(r"(?:公司|集团|工厂|厂|银行|贸易|仪器)", text[match.end() :]):
        return "organization"
    if _PLACE_LEAD.search(text[: match.start()]):
        return "place"
    return "person" if _PERSON_END.search(match[0]) else "unknown"


def _parted(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Return the parts of a run that the model did not take apart: "努尔肯特飞往普罗布斯克" is two places."""
    parts, at = [], start
    for match in _GOING.finditer(text, start, stop):
        parts.append((at, match.start()))
        at = match.end()
    parts.append((at, stop))
    return [part for part in parts if part[1] - part[0] > 1]


def _around(before: str, after: str) -> Counter[str]:
    """Return the votes that the words around one occurrence of a name cast."""
    votes: Counter[str] = Counter()
    for pattern, words, kind, weight in (
        (_FIRM_BEFORE, before, "organization", 3),
        (_FIRM_AFTER, after, "organization", 3),
        (_PLACE_BEFORE, before, "place", 2),
    ):
        if pattern.search(words):
            votes[kind] += weight
    return votes


def _take(taken: list[tuple[Place, str]], place: Place, kind: str) -> None:
    if place.start < place.stop and not any(place.meets(other) for other, _ in taken):
        taken.append((place, kind))


def _winner(votes: dict[str, Counter[str]], surface: str) -> str:
    return max((weight, kind) for kind, weight in votes[surface].items())[1] if votes[surface] else "unknown"
