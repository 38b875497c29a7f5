"""A Chinese sentence goes in; parties that did not answer come out, and what about. Another silence is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clew.extract.prose._telling import Party
    from clew.extract.prose.zh._attribution import Attribution

_ASKED = r"(?:的)?(?:置评请求|采访请求|采访要求|采访函|采访提纲|采访|提问|询问|问题|电子邮件|邮件|消息|请求|电话|来信|函件|质询|书面询问|查询|求证|要求|短信|留言)"
_COMMENT = r"(?:置评|评论|评价|回应|表态|接受(?:[^，。]{0,8})?(?:采访|访问|访谈)|表明立场)"
_NO = r"(?:没有|没|未能?|尚未|并未|从未|未予|未有|未获|不|未见|未曾|暂未|仍未|均未|皆未|迟迟未|迟迟没有?|始终未|始终没有?|一直未|一直没有?|至今未|至今没有?|拒不|也未|也没有?)"
_WILL_NOT = r"(?:拒绝|婉拒|谢绝|不愿意?|不肯|不便|不方便|无意|暂不|不会|不想|不打算|坚决不|拒不|一概不|不再|不敢|不宜|没有|未|不予|死活不|就是不)"
_TELL = r"(?:透露|说明|解释|公布|披露|公开|提供|回答|详谈|多谈|细谈|细说|多说|明说|说出|说(?![谎话服教唱笑假])|讲(?![话课究假])|谈论|谈及|谈(?![判恋])|吐露|交代|指名|点名|指明|证实|言明|告知|列出|展开)"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "did_not_respond",
        re.compile(
            rf"(?P<cue>{_NO}(?:对此|对其|立即|马上|及时|就此|公开|作出?|做出|给予|予以|有|任何)*(?:回应|回复|答复|回答|回覆|回音|回信|回|覆|理会|理睬)"
            rf"(?:(?P<about>[^，。；]{{0,20}}?(?:{_ASKED}))|(?=[。，；,;]|$)))"
        ),
    ),
    ("did_not_respond", re.compile(r"(?P<cue>(?:没有|未|并未|尚未|均未|仍未|不)(?:就[^，。]{0,16}?)?(?:作出|做出|作|给出|予以|直接|正面)(?:任何|正面|合理|进一步|明确|具体|满意|令人信服|有效|书面|公开)*(?:的)?(?:回应|回答|答复|回复|解释|说明))")),
    ("did_not_respond", re.compile(r"(?P<cue>不(?:回|接|理)(?:复)?(?:消息|电话|短信|邮件|微信)|没(?:回|接)(?:消息|电话|短信|邮件|微信)|(?:笑而|避而|默然|沉默|缄默|拒而)不(?:答|语|谈|言)|(?:(?:至今|一直|始终|依旧|依然|仍然|仍|选择|保持|继续|集体|均|都|也|就此|对此)+(?:保持)?(?:沉默|缄默|失声|噤声|无声)|(?:沉默|缄默)以对|保持缄默)(?!的)|三缄其口|讳莫如深|秘而不宣|守口如瓶|噤若寒蝉|缄口不言|笑而不语|只字未答|只字[未不]提|绝口不提|闭口不谈|一言[未不]发|一声不吭|默不作声|不吭声|不作声|不吱声|未?置之不理|不理不睬|不予理会|未置一词|不置一词|"
            r"挂断(?:了)?电话|挂了电话|已读不回|石沉大海|杳无(?:音信|音讯|回音)|没(?:有)?了?(?:下文|回音|动静|音讯|消息)(?=[，。；]|$)|毫无(?:回音|回应|反应)|没有任何(?:回音|回应|反应|回复))")),
    ("did_not_respond", re.compile(r"(?P<cue>(?:没有|没|未能?|尚未|仍未|并未|均未)(?:收到|等到|得到|获得|等来|获|接到|收获|获悉)(?:过|任何|其|对方|该公司|来自)*(?P<who>[^，。；的]{0,12}?)(?:的)?(?:任何|正面|书面|正式|明确)*(?:的)?(?:回应|回复|答复|回信|回音|回电|回函|复函|回覆|答覆))")),
    (
        "declined",
        re.compile(rf"(?P<cue>(?:拒绝|婉拒|谢绝|不愿意?|不肯|不便|不方便|无意|暂不|不会|不想|不打算|坚决不|拒不|一概不)(?:了)?(?:对|就|向[^，。]{{1,8}}?)?(?P<about>[^，。；]{{0,24}}?)(?:予以|作出|做出|做|作|发表|进一步|任何|公开)*{_COMMENT})"),
    ),
    ("declined", re.compile(r"(?P<cue>(?:未|没有|不予|不便|不作|不做|不|并未|均未|暂不|不加|不多作|不多做|未予|未作|未做|不愿多)(?:对|就)?(?P<about>[^，。；]{0,24}?)(?:予以|作出|做出|做|作|发表|进一步|任何|更多)*(?:置评|评论|表态))")),
    ("declined", re.compile(rf"(?P<cue>(?:不愿意?|拒绝|不肯|不便|不方便|拒不|不想|不打算|无意|死活不|就是不|坚决不|婉拒|谢绝)(?:再|多|进一步|具体|明确|正面|直接|继续|公开|对外|当场|立即)*(?:向[^，。]{{1,8}}?)?{_TELL}(?:过|更多|出)?(?P<about>[^，。；的]{{1,24}}(?:的[^，。；]{{1,12}})?)?)")),
    ("declined", re.compile(r"(?P<cue>(?:既)?(?:不|未|没有|不予|不愿|未予|拒绝)(?:予以|加以)?(?:证实|承认|确认|肯定)[，]?(?:也|亦|又|但也|或)?(?:不|未|没有|不予|不愿|未予|拒绝)?(?:予以|加以)?(?:否认|否定)(?P<about>[^，。；]{2,24})?)")),
    ("declined", re.compile(r"(?P<cue>(?:没有?什么?(?:好|可)(?:说|讲|谈|回应)的?|无话可说|没话(?:好|可)?说|别问我|不要问我|不置可否|未置可否|含糊其[辞词]|语焉不详|支吾其词|闪烁其[辞词]|三缄其口|推三阻四|打太极|顾左右而言他|岔开(?:了)?话题|转移(?:了)?话题|避而不谈|不接受(?:任何|媒体)?采访|(?:回避|避开|绕开|避谈)(?:了)?(?P<about>[^，。；]{2,20}?)?(?:的)?(?:问题|提问|话题|追问)|(?:暂时|目前|现在|暂)?(?:不便|不宜|不能|不会|不方便|不想|不愿)(?:对外|公开|过多|就此|对此)*发表(?:任何|更多|进一步)?(?:意见|看法|言论|评论|声明)))")),
    ("declined", re.compile(r"(?P<cue>(?:恕|对此|一概)*无可奉告|(?P<about>(?:这个问题|这件事|此事|有关情况|该问题))?(?:请|建议)(?:你|您|各位|记者)?(?:向|去)[^，。]{2,12}(?:了解|询问|查询|咨询)(?:一下)?)")),
    ("could_not_be_reached", re.compile(r"(?P<cue>(?:无法|未能|没能|一直未能|联系不上|联络不上|联系不到|没有联系上|未联系上|找不到)(?:与)?(?P<him>[^，。]{0,12}?)(?:取得)?(?:联系|联络)?(?:到|上)?)(?P<who>[^，。取]{2,20})?")),
    ("could_not_be_reached", re.compile(r"(?:多次|反复|随后|先后|两次|三次)?(?:致电|拨打|打电话给|联系)(?:了)?(?P<who>[^，。]{2,20}?)(?:的)?(?:公开|办公|公布的|登记的|值班)?(?:电话|手机|座机|热线|总机)?[，,](?P<cue>(?:均|都|始终|一直|电话)*(?:提示|显示|语音提示)?[“「]?(?:已|处于|为|号码为|对方)?(?:停机|空号|无人接听|未接通|无人应答|联系不上|打不通|关机|未获接听|无人接|未能接通|占线))")),
    ("could_not_be_reached", re.compile(r"(?P<cue>(?:的)?(?:电话|手机|座机|热线|总机)(?:一直|始终|均|都|已|处于|亦|也|仍|总是|长期|从来|几乎)*(?:无人接听|没人接|打不通|无法接通|关机|停机|未接通|无人应答|空号))")),
)  # fmt: skip
_UNREACHED = re.compile(r"无法|未能|没能|联系不上|联络不上|联系不到|没有联系上|未联系上")
_CONTACT = re.compile(r"联[系络]")
_LINE = re.compile(r"(?<=.)(?:的)?(?:公开|办公|工作|私人|官方)?(?:电话|手机|热线|座机|邮箱|微信)$")
_ASKERS = frozenset({"记者", "本报", "本社", "本刊", "本台", "笔者", "本报记者"})
_ASKING = re.compile(
    r"(?:致信|致函|致电|去信|去函|去电|发函给?|发邮件给|写信给|电邮|联系|询问|问询|催促|催|函询|求证于|短信联系|向|给|与)(?:了|过)?(?P<who>[^，。；向给了过]{2,20}?)(?:发|提|询|寄|求证|核实|打|写|递|送|(?:了)?[一二两三四五六七八九十几数多]+[遍次封回]|联系|问|[，。])"
)
_OF = re.compile(r"^(?:对于?|就|有关|关于|向)|(?:一事|发表|的)$")


@dataclass(frozen=True, slots=True)
class Reply:
    """A party that did not answer; cue, about and the whole as runs of the sentence."""

    who: tuple[Party, ...]
    cue: tuple[int, int]
    kind: str
    about: tuple[int, int] | None
    span: tuple[int, int]


def replies(sentence: Attribution) -> Iterator[Reply]:
    """Yield who did not respond, declined, or could not be reached."""
    body = sentence.body
    taken: list[tuple[int, int]] = []
    for kind, pattern in _FORMS:
        for match in pattern.finditer(body):
            cue = match.span("cue")
            if any(cue[0] < right and left < cue[1] for left, right in taken) or _is_other(sentence, match, kind):
                continue
            who = _whom(sentence, match, kind)
            if not who:
                continue
            about = _about(body, match) or _topic(sentence, cue[0])
            taken.append(cue)
            begun = sentence.words[sentence.clause_start(max(0, sentence.at(cue[0] + 1) - 1), 0)].start
            yield Reply(who, cue, kind, about, (min(begun, cue[0]), max(match.end(), cue[1])))


def _is_other(sentence: Attribution, match: re.Match[str], kind: str) -> bool:
    """Say whether the words are no silence: inside speech, in a description ("一名不愿透露姓名的官员"), or of another matter."""
    start, stop = match.span("cue")
    body = sentence.body
    if any(left < start < right for left, right in sentence.speech) and not _is_own_speech(sentence, start):
        return True
    if kind == "could_not_be_reached" and _UNREACHED.search(match["cue"]) and not _CONTACT.search(match["cue"]):
        return True
    clause = re.split(r"[，。；,;：:]", body[stop:])[0]
    about = match["about"] if "about" in match.re.groupindex else None
    if kind == "declined" and about is not None and re.match(r"(?:其|自己的?|真实)?(?:姓名|身份|名字|姓氏)", about):
        return True
    return kind == "declined" and (
        re.match(r"(?:具名|姓名|身份)?的", clause) is not None
        or re.search(r"(?:姓名|具名|身份)的", body[start : stop + 8]) is not None
    )


def _is_own_speech(sentence: Attribution, start: int) -> bool:
    """Say whether words stand in a speech that is nothing but the refusal: 公司回应: “不予置评。”."""
    return any(left < start < right and right - left < 12 for left, right in sentence.speech)


def _whom(sentence: Attribution, match: re.Match[str], kind: str) -> tuple[Party, ...]:
    """Return who did not answer; where only who asked stands there, who was asked."""
    found = tuple(party for party in _named(sentence, match, kind) if party.text not in _ASKERS)
    return found or (_addressed(sentence, match.start("cue")) if kind != "declined" else ())


def _named(sentence: Attribution, match: re.Match[str], kind: str) -> tuple[Party, ...]:
    groups = match.re.groupindex
    group = "who" if "who" in groups and match["who"] else "him" if "him" in groups and match["him"] else ""
    if not group:
        return _subject(sentence, match.start("cue"))
    left, right = match.span(group)
    right = left + len(_LINE.sub("", sentence.body[left:right])) or right
    phrase = sentence.phrase(sentence.at(left), sentence.at(right))
    found = sentence.parties(phrase) if phrase is not None else ()
    if found or group == "him":
        return found
    asked = () if kind == "could_not_be_reached" else _addressed(sentence, match.start("cue"))
    return asked or ((sentence.party(sentence.span(*sentence.trimmed(left, right))),) if len(match["who"]) > 2 else ())


def _addressed(sentence: Attribution, at: int) -> tuple[Party, ...]:
    """Return who was asked in a clause before: "催了褚总助理五六遍, 石沉大海", "记者向公司发函, 截至发稿未获回复"."""
    asked = None
    for asked in _ASKING.finditer(sentence.body, 0, at):  # noqa: B007 - the last one
        pass
    if asked is None:
        return ()
    phrase = sentence.phrase(sentence.at(asked.start("who")), sentence.at(asked.end("who")))
    return tuple(
        party for party in (sentence.parties(phrase) if phrase is not None else ()) if party.text not in _ASKERS
    )


def _subject(sentence: Attribution, at: int) -> tuple[Party, ...]:
    """Return who stands before the words of silence in their clause, else the subject of the clauses before."""
    index = sentence.at(at)
    if index < len(sentence.words) and sentence.words[index].start > at:
        index -= 1
    inside = next(((left, right) for left, right in sentence.speech if left < at < right), None)
    if inside is not None:
        index = sentence.at(inside[0])
        while index and sentence.is_separator(index - 1):
            index -= 1
    begun = sentence.clause_start(index, 0)
    phrase = sentence.phrase(begun, index)
    if phrase is None:
        return sentence.earlier(begun, 0)
    found = sentence.parties(phrase)
    return sentence.resolved(found)


def _about(body: str, match: re.Match[str]) -> tuple[int, int] | None:
    if "about" not in match.re.groupindex or not match["about"]:
        return None
    start, stop = match.span("about")
    while (cut := _OF.search(body[start:stop])) is not None and cut[0]:
        start, stop = (start + cut.end(), stop) if cut.start() == 0 else (start, start + cut.start())
    return (start, stop) if stop > start else None


def _topic(sentence: Attribution, at: int) -> tuple[int, int] | None:
    """Return what a silence is about where a clause before or the lead says so: "被问及此事时, …", "关于照片, …"."""
    lead = sentence.body[:at]
    match = re.search(r"(?:被?(?:追问|问及|问到)(?P<asked>[^，。]{2,30}?)时)[，,][^，。]*$", lead) or re.search(
        r"(?:^|[。；，])(?:关于|对于|针对|就|至于)(?P<asked>[^，。]{2,40})[，,]", lead
    )
    return match.span("asked") if match is not None else None
