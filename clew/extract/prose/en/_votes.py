"""A name, and the words around it, go in; votes for what kind of thing it names come out. Each rule has a counter-example test."""

import re
from collections import Counter
from functools import cache

import airportsdata
from babel import Locale

_FORMS = (
    r"(?:Co\.?,?\s*Ltd\.?|Ltd\.?|Limited|LLC|LLP|Inc\.?|PLC|plc|JSC|PJSC|OJSC|CJSC|OOO|AO|ZAO|GmbH|AG|S\.A\.|S\.r\.l\.|"
    r"B\.V\.|Corp\.?|Corporation|Oy|AB|FZE|FZCO|Pte\.?\s+Ltd\.?|Pty\.?\s+Ltd\.?)"
)
LEGAL_NAME = re.compile(
    rf"(?:(?:OOO|AO|ZAO|PAO|JSC|LLC)\s+\"?[A-Z][\w&-]*(?:\s+[A-Z][\w&-]*){{0,4}}\"?(?:\s+{_FORMS}(?![\w]))?"
    rf"|[A-Z][\w&'-]*(?:\s+(?:&\s+)?(?:\([A-Z]\w+\)|[A-Z][\w&'-]*)){{0,6}},?\s+{_FORMS}(?![\w]))"
)
_FIRM_WORD = re.compile(
    r"\b(?:Plant|Works|Trading|Instruments?|Logistics|Institute|Ministry|University|Bank|Company|Group|Bureau|Factory|"
    r"Holdings?|Industries|Industrial|Technolog(?:y|ies)|Electronics|Systems|Embassy|Post|Times|Courier|Herald|Tribune|"
    r"Gazette|Agency|Council|Commission|Committee|Department|Service|Services|Association|Center|Centre|Laborator(?:y|ies)|"
    r"Shipping|Optics|Machinery|Motors|Aviation|Airlines|Enterprises?|International|Exports?|Imports?|Foundation|Party|"
    r"Parliament|Kremlin|Wire|Press|Monitor|Broadcasting|Television|Newswire|Newsroom|Sentinel|Examiner|Media|Desk|Ledger|Digest|News|Radio|Review|Weekly|Bulletin|Chronicle|Telegraph|Customs|Court|Academy|College|Office|Union|"
    r"Hotel|Hospital|Clinic|Club|Museum|Freight|Forwarding|Cargo|Consulting|Solutions|Capital|Fund|Ventures|Partners|Maritime|Chemicals|"
    r"Metals|Commerce|Supply|Supplies|Engineering|Manufacturing|Automation|Dynamics|Robotics|Media|Police|Authority|Inspectorate|"
    r"Directorate|Chamber|Federation|Shipyard|Refinery|Foundry|Mills|Tools)\b"
)
_PLACE_WORD = re.compile(
    r"(?:Port|Mount|Lake|Cape) [A-Z]\w+|.+ (?:Airport|Street|Road|Avenue|Square|Bay|Islands?|Peninsula|Province|Oblast|County|District|"
    r"Region|River|Strait|Canal)"
)
# The last of two words or more, of which no person's name is made: "Steppe Cargo", "Ashgabat Polytechnic".
_FIRM_ENDING = re.compile(
    r"\w\s(?:&\s)?(?:Cargo|Freight|Forwarding|Haulage|Lines?|Airways|Maritime|Marine|Engineering|Invest|Investments?|Capital|Commerce|"
    r"Materials?|Components?|Equipment|Energy|Dynamics|Aero|Aerospace|Aeronautics|Robotics|Semiconductors?|Microelectronics|Tech|Labs?|"
    r"Partners|Consulting|Castings?|Foundry|Forge|Bearings?|Turbines?|Rail|Hydro|Solutions|Suppl(?:y|ies)|Metals?|Steel|Chemicals?|"
    r"Pharma|Oil|Gas|Petroleum|Shipyards?|Dockyard|Motor|Tools?|Textiles?|Telecom|Networks?|Media|Press|Polytechnic|Club|Funds?|Ventures?|"
    r"Resources|Mining|Minerals|Properties|Estates|Contractors|Construction|Automation|Controls?|Photonics|Sensing|Sensors|Avionics|"
    r"Composites?|Precision|Mechanik|Feinmechanik|Maschinenbau|Werke|Makina|Sanayi|Ticaret|Dynamic|Commodities|Grain|Foods|Brewery|"
    r"Refinery|Pumps|Valves|Gears|Drones|Arms|Munitions|Defen[cs]e|Security|Software|Digital|Data|Analytics|Research|Parts|Spares)$"
)
# Russian enterprise names are put together from these; "Kolmash" may also be a town, so the words around it still count.
_ENTERPRISE = re.compile(
    r"[A-Z]\w{2,}(?:pribor|mash|prom|zavod|stroy|stroi|neft|gaz|tekh|tech|avia|eksport|export|torg|elektro\w*|optika|metall?|khim|"
    r"energo|trans|snab|soft|tronics|corp)"
)
_SURNAMES = (
    "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng "
    "han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lv fan jin tan "
    "shi jia xia fu fang zou xiong bai meng qin qiu hou yin xue yan duan lei long tao shao kong mao dai ouyang situ"
)
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v|ü)"
)
_PINYIN = re.compile(rf"(?:{'|'.join(_SURNAMES.split())}) {_SYLLABLE}(?:[ '-]?{_SYLLABLE})?", re.IGNORECASE)
_RUSSIAN = re.compile(
    r"[A-Z][a-z.]+ (?:[A-Z][a-z.]+ )?[A-Z][a-z]{2,}(?:ov|ev|yov|in|yn|sky|skiy|skii|ova|eva|ina|skaya|enko|chuk|yan|ich|ets|ykh)"
)
_SURNAME = re.compile(r"[A-Z][a-z]{2,}(?:[ieay]ev|[ieay]eva|ova|enko|dze|shvili|skiy|skii|skaya)")
_PATRONYMIC = re.compile(r"[A-Z][a-z]+(?:ovich|evich|ovna|evna|ichna)\b")
_STAFF = (
    r"(?:engineer|director|manager|technician|specialist|analyst|expert|professor|spokesman|spokeswoman|spokesperson|"
    r"lawyer|president|chairman|chairwoman|minister|ambassador|general|colonel|captain|head|chief|CEO|accountant|"
    r"researcher|employee|secretary|adviser|advisor|officer|consultant|inspector|historian|economist)"
)
_FIRM = (
    r"(?:firm|company|maker|manufacturer|supplier|trader|intermediary|plant|factory|exporter|importer|subsidiary|bank|forwarder|reseller|"
    r"distributor|wholesaler|retailer|carrier|airline|refinery|foundry|shipyard|shipbuilder|brewery|conglomerate|holding|affiliate|"
    r"startup|start-up|insurer|lender|university|institute|hospital|clinic|laboratory|mill|consultancy|corporation|enterprise)"
)
# (where it is looked for, pattern, kind, weight). "before" must end at the name, "after" begin there.
_CUES = tuple(
    (where, re.compile(pattern, flags), kind, weight)
    for where, pattern, flags, kind, weight in (
        ("before", r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?\s$", 0, "person", 6),
        ("before", rf"\b{_STAFF},?\s$", re.IGNORECASE, "person", 3),
        ("after", rf"^,\s(?:an?|the|its|his|her|their)\s(?:[\w-]+\s){{0,3}}{_STAFF}\b", re.IGNORECASE, "person", 4),
        ("after", rf"^,\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}{_FIRM}\b", re.IGNORECASE, "organization", 5),
        ("after", r"^,?\swho\b", 0, "person", 3),
        ("after", r"^,\s\d\d,", 0, "person", 3),
        ("before", rf"\b{_STAFF}\s(?:of|at|for)\s(?:the\s)?$", re.IGNORECASE, "organization", 2),
        ("before", r"\bemployees?\sof\s(?:the\s)?$", re.IGNORECASE, "organization", 3),
        ("before", rf"\b{_FIRM}\s$", re.IGNORECASE, "organization", 5),
        (
            "before",
            r"\b(?:group|watchdog|agency|organi[sz]ation|association|newspaper|charity|NGO|outlet|broker|forwarder|carrier|trading house)\s$",
            re.IGNORECASE,
            "organization",
            5,
        ),
        ("before", r"(?:^|\s)By\s$", 0, "person", 3),
        ("before", r"\b(?:colleague|brother|sister|wife|husband|widow|son|daughter)\s$", re.IGNORECASE, "person", 4),
        ("after", r"^\s(?:employees|staff|engineers|technicians|specialists|representatives)\b", 0, "organization", 2),
        ("after", r"^(?:'s)?\s(?:invoiced|billed|shipped|supplied|exports|manufactures|owns)\b", 0, "organization", 3),
        ("before", r"\b(?:worked|works|working)\sfor\s(?:the\s)?$", 0, "organization", 5),
        ("before", r"\b(?:employed|invoiced|supplied|manufactured|made)\sby\s(?:the\s)?$", 0, "organization", 3),
        (
            "before",
            r"\b(?:plant|factory|works|subsidiary|headquarters|products?|branch)\sof\s(?:the\s)?$",
            re.IGNORECASE,
            "organization",
            4,
        ),
        ("after", r"^\s(?:did\snot\s(?:immediately\s)?(?:respond|reply)|could\snot\sbe\sreached)", 0, "place", -3),
        ("after", r"^\s(?:did\snot\s(?:immediately\s)?(?:respond|reply))", 0, "organization", 2),
        ("before", r"\b(?:city|town|region|province|port|village|district)\sof\s$", re.IGNORECASE, "place", 6),
        ("before", r"\b(?:in|near|outside)\s$", 0, "place", 1),
        ("before", r"\b(?:flew|travell?ed|fly|travel|trips?|flights?)\s(?:to|from)\s$", 0, "place", 2),
        ("after", r"^\s(?:said|says|told|added|believes?|denied|denies|declined|insisted)\b", 0, "place", -1),
    )
)


def cue_votes(around: tuple[str, str], surface: str) -> Counter[str]:
    """Return the votes that the words before and after one occurrence of a name cast."""
    votes: Counter[str] = Counter()
    for where, pattern, kind, weight in _CUES:
        if pattern.search(around[0] if where == "before" else around[1]):
            votes[kind] += weight
    # "head of Ukraine", "engineers": a nation has posts as a firm has, so a country keeps its kind.
    return Counter({"place": 1}) if surface in _countries() else votes


def form_votes(surface: str) -> Counter[str]:
    """Return the votes that the form of a name casts, wherever it stands."""
    if surface in _countries():
        return Counter({"place": 20})
    votes = Counter({"organization": 12} if LEGAL_NAME.fullmatch(surface) else {})
    if _FIRM_WORD.search(surface):
        votes["organization"] += 5
    elif _FIRM_ENDING.search(surface):
        votes["organization"] += 4
    elif _PLACE_WORD.fullmatch(surface):
        votes["place"] += 5
    if _ENTERPRISE.fullmatch(surface.rsplit(maxsplit=1)[-1]):
        votes["organization"] += 4
    person = 4 * bool(_PINYIN.fullmatch(surface)) + 2 * bool(_SURNAME.fullmatch(surface))
    if _RUSSIAN.fullmatch(surface) or _PATRONYMIC.search(surface):
        person += 2 + 3 * bool(_PATRONYMIC.search(surface))
    if person:
        votes["person"] += person
    if surface in _cities():
        votes["place"] += 3
    return votes


def is_country(surface: str) -> bool:
    """Say whether a name is a country's."""
    return surface in _countries()


@cache
def _countries() -> frozenset[str]:
    territories = Locale("en").territories
    names = {name for code, name in territories.items() if code.isalpha()}
    return frozenset(names | {"United States", "U.S.", "US", "UK", "USA", "U.K.", "Hong Kong", "UAE"})


@cache
def currency_codes() -> frozenset[str]:
    """Return the codes of currencies, which the parser's library takes for firms: EUR, USD."""
    return frozenset(Locale("en").currencies)


@cache
def _cities() -> frozenset[str]:
    """Cities that have an airport; others are judged by the words around them."""
    return frozenset(airport["city"] for airport in airportsdata.load("IATA").values() if len(airport["city"]) > 2)
