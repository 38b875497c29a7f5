"""Han and Hangul names in Latin letters: company words translated, the rest read in each hand that lists and passports use.

In: a text of one script. Out: one or more readings, each a tuple of lower-case words; the first is Hanyu Pinyin, or the
romanisation usual for Korean names. Sources: ISO 7098 (pinyin), the Wade-Giles table of ALA-LC, Hong Kong government
romanisation, McCune-Reischauer and Revised Romanization of Korean.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from clew.model import letters

# Words of firms and offices, longest first by the pattern below; "" means the word says nothing (of, city, province).
_HAN_WORDS = """
股份有限公司 |有限责任公司 |有限公司 |股份公司 |株式会社 |会社 company|总公司 corporation|分公司 branch|公司 company|集团 group|控股 holding
进出口 import export|进口 import|出口 export|国际 international|贸易 trading|商贸 trading|商务 commerce|实业 industrial|工业 industrial|产业 industrial
工程 engineering|科技 technology|技术 technology|科学 science|电子 electronics|电气 electric|电力 power|电器 electric appliance|机械 machinery
机电 machinery electric|设备 equipment|仪器 instruments|精密 precision|自动化 automation|信息 information|网络 network|通信 communication
通讯 communication|软件 software|半导体 semiconductor|微电子 microelectronics|集成电路 integrated circuit|芯片 chip|光电 optoelectronics
光学 optics|材料 material|化工 chemical|化学 chemical|石油 petroleum|石化 petrochemical|能源 energy|燃气 gas|煤炭 coal|矿业 mining|钢铁 iron steel
金属 metal|铝业 aluminum|航空 aviation|航天 aerospace|宇航 aerospace|卫星 satellite|船舶 ship|船务 shipping|航运 shipping|海运 shipping
运输 transport|物流 logistics|货运 freight|港口 port|造船 shipbuilding|重工 heavy industry|汽车 automobile|制造 manufacturing|建设 construction
建筑 construction|投资 investment|资本 capital|基金 fund|银行 bank|保险 insurance|金融 finance|证券 securities|信托 trust|发展 development
开发 development|研究院 research institute|研究所 research institute|研究 research|学院 institute|大学 university|中心 center|实验室 laboratory
医药 pharmaceutical|药业 pharmaceutical|生物 biological|医疗 medical|食品 food|农业 agriculture|渔业 fishery|纺织 textile|服装 garment
环保 environmental|安防 security|安全 security|数码 digital|数字 digital|智能 intelligent|激光 laser|传感 sensor|雷达 radar|无线电 radio
电信 telecom|联合 united|合作 cooperation|综合 general|总 general|新 new|大 great|第一 first|联 union|代理 agency|服务 services|管理 management
咨询 consulting|旅游 travel|酒店 hotel|文化 culture|传媒 media|广告 advertising|供应链 supply chain|部 department|厂 factory|工厂 factory
中国 china|中华 china|朝鲜 korea|韩国 korea|日本 japan|俄罗斯 russia|美国 america|英国 britain|德国 germany|伊朗 iran|香港 hong kong|澳门 macau
台湾 taiwan|台北 taipei|高雄 kaohsiung|西藏 tibet|新疆 xinjiang|内蒙古 inner mongolia|陕西 shaanxi|厦门 xiamen|亚洲 asia|欧洲 europe|太平洋 pacific
东方 orient|环球 global|全球 global|世界 world|民族 national|国家 national|人民 people|中央 central|省 |市 |县 |区
"""
_KOREAN_WORDS = """
주식회사 |유한회사 |회사 company|총회사 general corporation|무역 trading|은행 bank|조선 korea|대한 korea|한국 korea|그룹 group|산업 industrial
공업 industrial|기계 machinery|전자 electronics|화학 chemical|건설 construction|해운 shipping|선박 ship|운수 transport|기술 technology
국제 international|합영 joint venture|련합 united|연합 united|총국 general bureau|총 general|연구소 research institute|대학 university
보험 insurance|투자 investment|개발 development|수출입 import export|수출 export|수입 import|항공 air|석탄 coal|광업 mining|금융 finance
"""


def _table(text: str) -> dict[str, str]:
    entries = (entry.partition(" ") for line in text.strip().splitlines() for entry in line.split("|"))
    return {word: meaning for word, _, meaning in entries}


_HAN = _table(_HAN_WORDS)
_KOREAN = _table(_KOREAN_WORDS)
_HAN_PATTERN = re.compile("|".join(sorted(_HAN, key=len, reverse=True)))
_KOREAN_PATTERN = re.compile("|".join(sorted(_KOREAN, key=len, reverse=True)))

_ONSETS = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_NUCLEI = (
    "a",
    "ae",
    "ya",
    "yae",
    "o",
    "e",
    "yo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "u",
    "ui",
    "i",
)
_CODAS = (
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
)
KOREAN_FAMILIES = {
    "김": "kim", "이": "ri lee yi", "리": "ri lee", "박": "pak park", "최": "choe choi", "정": "jong jung chung", "강": "kang",
    "조": "jo cho", "윤": "yun yoon", "장": "jang chang", "임": "rim lim im", "림": "rim lim", "오": "o oh", "한": "han",
    "신": "sin shin", "서": "so seo", "권": "kwon", "황": "hwang", "안": "an ahn", "송": "song", "류": "ryu yu", "유": "yu ryu",
    "홍": "hong", "전": "jon jeon", "고": "ko go", "문": "mun moon", "손": "son", "양": "yang ryang", "량": "ryang yang",
    "배": "pae bae", "백": "paek baek", "허": "ho heo", "남": "nam", "심": "sim shim", "노": "ro no noh", "로": "ro",
    "하": "ha", "곽": "kwak", "성": "song sung", "차": "cha", "주": "ju chu", "우": "u woo", "구": "ku koo gu", "민": "min",
    "라": "ra", "나": "na", "지": "ji", "엄": "om um eom", "원": "won", "천": "chon chun", "방": "pang bang", "현": "hyon hyun",
    "함": "ham", "변": "pyon byun", "염": "ryom yom", "여": "ryo yeo", "추": "chu", "도": "to do", "소": "so", "석": "sok seok",
    "선": "son sun", "설": "sol seol", "마": "ma", "길": "kil", "연": "yon", "위": "wi", "표": "pyo", "명": "myong", "기": "ki",
    "태": "tae", "옥": "ok",
}  # fmt: skip

_WADE_ONSETS = (
    ("zhi", "chih"), ("chi", "chih"), ("shi", "shih"), ("ri", "jih"), ("zi", "tzu"), ("ci", "tzu"), ("si", "szu"),
    ("zh", "ch"), ("z", "ts"), ("c", "ts"), ("x", "hs"), ("q", "ch"), ("j", "ch"), ("r", "j"), ("b", "p"), ("d", "t"), ("g", "k"),
)  # fmt: skip
_WADE_RIMES = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("uo", "o"))

# The hundred families that five in six Chinese people bear, and a few written otherwise. Source: Ministry of Public
# Security, name report for 2020.
FAMILIES = frozenset(
    "王李张申施柳阮牛安毕聂焦柯樊殷霍翁葛刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷"
    "龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常張劉陳楊黃趙吳孫馬羅鄭許韓鄧馮蕭葉蘇呂盧譚鐘陸韋賈鄒閻龍黎賀顧龔萬錢嚴"
)

Reading = tuple[str, ...]


@cache
def _simplifier() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 -- its tables load on first use

    return OpenCC("t2s")


@lru_cache(maxsize=100_000)
def simplified(text: str) -> str:
    """Return Han text in simplified characters."""
    return str(_simplifier().convert(text))


@cache
def _cantonese() -> dict[str, str]:
    lines = (files("clew.naming") / "cantonese.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if line and not line.startswith("#"))
    return {letter: reading for reading, _, chars in pairs for letter in chars}


def han_person(text: str) -> list[Reading]:
    """Return the readings of a Han person's name, family name first: pinyin, Wade-Giles, Hong Kong."""
    bare = "".join(char for char in simplified(text) if letters.script_of(char) == "han")
    surname, reading, given = letters.split_surname(bare)
    family = reading or "".join(letters.pinyin(surname))
    syllables = [part.replace("v", "u") for part in letters.pinyin(given)]
    readings = [(family.replace("v", "yu" if family == "lv" else "u"), *syllables)]
    readings.append((wade_giles(family), *(wade_giles(part) for part in syllables)))
    table = _cantonese()
    if all(char in table for char in bare) and len(surname) == 1:
        readings.append(tuple(table[char] for char in bare))
    return list(dict.fromkeys(readings))


def han_firm(text: str) -> list[Reading]:
    """Return the reading of a Han firm's name: company words translated, names in pinyin."""
    words: list[str] = []
    bare, place = simplified(text), 0
    for found in _HAN_PATTERN.finditer(bare):
        words += _pinyin_words(bare[place : found.start()])
        words += _HAN[found[0]].split()
        place = found.end()
    words += _pinyin_words(bare[place:])
    return [tuple(words)] if words else [tuple(_pinyin_words(bare))]


def _pinyin_words(text: str) -> list[str]:
    runs = re.findall(r"[^\W_]+", text)
    return ["".join(letters.pinyin(run)).replace("v", "u") for run in runs]


def wade_giles(syllable: str) -> str:
    """Return a pinyin syllable in Wade-Giles without marks: zhong is chung, xiao is hsiao."""
    text = syllable
    for old, new in _WADE_ONSETS:
        whole = old[-1] == "i"  # zhi, ri and the like change as whole syllables only
        if text == old if whole else text.startswith(old) and not text.startswith(("ch", "sh")):
            text = new + text[len(old) :]
            break
    for old, new in _WADE_RIMES:
        if text.endswith(old) and not (old == "uo" and text[:1] in "kh"):
            return text[: -len(old)] + new
    return text


@cache
def _pinyin_table() -> frozenset[str]:
    """Return the syllables of Hanyu Pinyin without tones, ü as u or v."""
    finals = {
        "a": "b p m f d t n l g k h zh ch sh z c s y w", "o": "b p m f w y", "e": "m d t n l g k h zh ch sh r z c s",
        "ai": "b p m d t n l g k h zh ch sh z c s w", "ei": "b p m f d n l g h zh sh z w", "ao": "b p m d t n l g k h zh ch sh r z c s y",
        "ou": "p m f d t n l g k h zh ch sh r z c s y", "an": "b p m f d t n l g k h zh ch sh r z c s y w",
        "en": "b p m f n g k h zh ch sh r z c s w", "ang": "b p m f d t n l g k h zh ch sh r z c s y w",
        "eng": "b p m f d t n l g k h zh ch sh r z c s w", "ong": "d t n l g k h zh ch r z c s y", "i": "b p m d t n l j q x y zh ch sh r z c s",
        "ia": "l j q x", "ie": "b p m d t n l j q x", "iao": "b p m d t n l j q x", "iu": "m d n l j q x",
        "ian": "b p m d t n l j q x", "in": "b p m n l j q x y", "iang": "n l j q x", "ing": "b p m d t n l j q x y", "iong": "j q x",
        "u": "b p m f d t n l g k h j q x zh ch sh r z c s y w", "ua": "g k h zh sh", "uo": "d t n l g k h zh ch sh r z c s",
        "uai": "g k h zh ch sh", "ui": "d t g k h zh ch sh r z c s", "uan": "d t n l g k h j q x zh ch sh r z c s y",
        "un": "d t l g k h j q x zh ch sh r z c s y", "uang": "g k h zh ch sh", "ue": "n l j q x y", "v": "n l",
    }  # fmt: skip
    made = {start + final for final, starts in finals.items() for start in starts.split()}
    return frozenset(made | {"a", "ai", "an", "ang", "ao", "e", "en", "er", "ou"})


# Readings of the families above and of the two hundred that follow them in the same report.
_FAMILY_READINGS = frozenset(
    word
    for line in (
        "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng feng han cao",
        "zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen zhong cui tan fan liao shi jin jia xia fu",
        "fang zou xiong bai meng qin qiu hou yin xue yan duan lei long tao mao hao gu gong shao wan qian dai mo kong xiang chang ouyang",
        "sima xi hua ge bi nie jiao ke zhuge bian cen chai chu fei gan geng guan hong ji jian jing kang kuang lan lian ling lou mei miao",
        "mu ning ou pang pei peng ping pu qi qiao qu quan rong ruan sha shang shu tong tu wen weng xin xing yi ying you zhan zhai zhen",
        "zhuang zuo",
    )
    for word in line.split()
)


@lru_cache(maxsize=50_000)
def pinyin_syllables(words: Reading) -> Reading:
    """Return a Latin name as pinyin syllables, family name first, or nothing where it is no Chinese name in pinyin.

    Args:
        words: lower-case words, given name first where the text had a comma; Chinese names are also written the other way.
    """
    if not 2 <= len(words) <= 4 or sum(map(len, words)) > 18:
        return ()
    # Given names have two syllables at most, written together or apart.
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        if family in _FAMILY_READINGS:
            found = [syllable for word in given for syllable in _split_pinyin(word)]
            if 1 <= len(found) <= 2 and all(_split_pinyin(word) for word in given):
                return (family, *found)
    return ()


def _split_pinyin(word: str) -> tuple[str, ...]:
    table = _pinyin_table()
    if word in table:
        return (word,) if len(word) > 1 else ()
    # The longer first syllable wins, unless a vowel would then begin the second: fangao is fan gao.
    cuts = [n for n in range(min(6, len(word) - 2), 1, -1) if word[:n] in table and word[n:] in table]
    place = next((n for n in cuts if word[n] not in "aeiou"), cuts[0] if cuts else 0)
    return (word[:place], word[place:]) if cuts else ()


def chinese_hands(syllables: Reading) -> list[Reading]:
    """Return a Chinese name in pinyin and in Wade-Giles."""
    return list(dict.fromkeys((syllables, tuple(wade_giles(part) for part in syllables))))


def korean_person(text: str) -> list[Reading]:
    """Return the readings of a Hangul person's name, family name first, one for each usual spelling of it."""
    words = text.split()
    bare = "".join(words)
    families = KOREAN_FAMILIES.get(bare[0], "").split() or [syllable(bare[0])]
    given = tuple(syllable(char) for char in bare[1:])
    return [(family, *given) for family in families]


def korean_firm(text: str) -> list[Reading]:
    """Return the reading of a Hangul firm's name: company words translated, the rest by syllable."""
    words: list[str] = []
    for run in text.split():
        place = 0
        for found in _KOREAN_PATTERN.finditer(run):
            words += _hangul_word(run[place : found.start()]) + _KOREAN[found[0]].split()
            place = found.end()
        words += _hangul_word(run[place:])
    return [tuple(words)]


def _hangul_word(run: str) -> list[str]:
    return ["".join(syllable(char) for char in run)] if run else []


def syllable(char: str) -> str:
    """Return a Hangul syllable as names are usually written: onset, vowel, coda; ㅓ is o, ㅡ is u."""
    place = ord(char) - 0xAC00
    if not 0 <= place < 11_172:
        return letters.ascii_letters(char)
    return _ONSETS[place // 588] + _NUCLEI[place % 588 // 28] + _CODAS[place % 28]
