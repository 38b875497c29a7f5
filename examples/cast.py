"""Who plays: invented firms and people. A seed comes in; a Cast goes out.

Nobody here exists. Names are made of parts that no register combines, tax numbers begin with an office code that registers
nobody (region + 00), passports carry series that were not given out; the check digits are right, as in a real paper.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

import names


@dataclass(frozen=True, slots=True)
class City:
    """A real city, with its airport code and its name in three languages."""

    iata: str
    en: str
    ru: str
    zh: str
    region: str = ""  # the two digits its registers begin with

    @property
    def forms(self) -> list[str]:
        """Every way the papers write it."""
        return [self.en, self.ru, self.zh, self.iata]


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person. `latin` is what the passport says in Latin letters, surname first."""

    latin: str
    native: str
    passport: str
    born: date
    nation: str  # ISO 3166 alpha-3
    extra: tuple[str, ...] = ()

    @property
    def forms(self) -> list[str]:
        """Every way the papers write the name."""
        surname, *given = self.latin.split()
        slashed = f"{surname}/{''.join(given)}".upper()
        found = [self.latin, self.latin.upper(), f"{surname.upper()} {' '.join(given)}", slashed, slashed + " MR"]
        return list(dict.fromkeys([*found, self.native, *self.extra]))


@dataclass(frozen=True, slots=True, eq=False)
class Firm:
    """An invented firm: its written names by language, the first of each being the usual one."""

    role: str
    en: tuple[str, ...]
    ru: tuple[str, ...]
    zh: tuple[str, ...]
    city: City
    identifiers: tuple[tuple[str, str], ...]  # ("inn", …), ("ogrn", …), ("uscc", …)
    address: dict[str, str]
    domain: str = ""
    short: str = ""

    @property
    def forms(self) -> list[str]:
        """Every way the papers write the name."""
        return list(dict.fromkeys([*self.en, *self.ru, *self.zh, self.short]))

    def name(self, language: str) -> str:
        """Return the usual name in a language."""
        return {"en": self.en, "ru": self.ru, "zh": self.zh}[language][0]

    def identifier(self, kind: str) -> str:
        """Return a number by its kind, or nothing."""
        return dict(self.identifiers).get(kind, "")


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone in one case."""

    seed: int
    home: City  # the maker's
    hub: City  # the intermediary's
    site: City  # the plant's: where the visits go
    show: City  # the trade show's
    elsewhere: tuple[City, ...]
    maker: Firm
    intermediary: Firm
    plant: Firm
    other_buyer: Firm
    customer: Firm
    supplier: Firm
    team: tuple[Person, ...]  # the maker's people that letters name with a passport
    unjoined: Person  # of the maker too; the Chinese letter gives no passport, so only a person can join the names
    booked_only: Person
    rumoured: Person  # named by the officials, listed as staff by nobody
    namesake: Person  # has the pinyin name of team[-1]
    director: Person  # of the intermediary
    owner: Person
    staff: tuple[Person, ...]  # of the intermediary, really
    plant_engineer: Person
    maker_head: Person
    strangers: tuple[Person, ...]  # passengers nobody else mentions
    commuter: Person  # a stranger who flies to the plant's city again and again


def seeded(seed: int, part: str) -> random.Random:
    """Return the dice of one part of the case, so that a change in one leaves the others alone."""
    return random.Random(f"clew-example:{seed}:{part}")


def inn(dice: random.Random, region: str) -> str:
    """Return a ten-digit tax number with a right check digit under an office that registers nobody."""
    digits = [int(digit) for digit in f"{region}00{dice.randint(10000, 99999)}"]
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    check = sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 % 10
    return "".join(map(str, digits)) + str(check)


def ogrn(dice: random.Random, region: str) -> str:
    """Return a thirteen-digit registration number with a right check digit."""
    body = f"1{dice.randint(12, 19)}{region}99{dice.randint(10000, 99999)}"
    return body + str(int(body) % 11 % 10)


def uscc(dice: random.Random, region: str) -> str:
    """Return an eighteen-character unified social credit code with right check characters (GB 32100-2015)."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    office = "MAYY" + "".join(dice.choice("0123456789") for _ in range(4))
    total = sum(
        w * (int(c) if c.isdigit() else ord(c) - 55) for w, c in zip((3, 7, 9, 10, 5, 8, 4, 2), office, strict=True)
    )
    body = f"91{region}{office}{'0123456789X0'[(11 - total % 11) % 11]}"
    total = sum(pow(3, place, 31) * alphabet.index(char) for place, char in enumerate(body))
    return body + alphabet[(31 - total % 31) % 31]


def _born(dice: random.Random, first: int = 1966, last: int = 1994) -> date:
    return date(dice.randint(first, last), 1, 1) + timedelta(days=dice.randint(0, 364))


def _chinese(dice: random.Random, surname: tuple[str, str], given: tuple[str, str, str]) -> Person:
    passport = f"EZ00{dice.randint(10000, 99999)}"
    return Person(f"{surname[1]} {given[2]}", surname[0] + given[0], passport, _born(dice), "CHN")


def _russian(dice: random.Random, surname: str) -> Person:
    name, patronymic = dice.choice(names.RUSSIAN_GIVEN), dice.choice(names.PATRONYMICS)
    native = f"{surname} {name} {patronymic}"
    initials = f"{name[0]}.{patronymic[0]}."
    latin = f"{names.to_latin(surname)} {names.to_latin(name)}"
    extra = (f"{initials} {surname}", f"{surname} {initials}", f"{surname} {name}", names.to_latin(native))
    return Person(latin, native, f"000{dice.randint(100000, 999999)}", _born(dice), "RUS", extra)


def _stranger(dice: random.Random, latin: str, nation: str) -> Person:
    return Person(latin, latin, f"Z0{dice.randint(100000, 999999)}", _born(dice), nation)


def _firms(dice: random.Random, home: City, hub: City, site: City, far: City) -> dict[str, Firm]:
    coined = dice.choice(names.MAKERS)
    maker = Firm(
        "maker",
        (f"{home.en} {coined[1]} Instrument Co., Ltd.", f"{home.en} {coined[1]} Instrument Co., Ltd"),
        (f"{home.ru} {coined[2]} Инструмент Ко., Лтд",),
        (f"{home.zh}{coined[0]}仪器有限公司",),
        home,
        (("uscc", uscc(dice, home.region + "0199")),),
        names.chinese_address(dice, home),
        f"{coined[1].lower()}.example",
        coined[1],
    )
    v, b, c, d = (dice.choice(pool) for pool in (names.TRADERS, names.PLANTS, names.CUSTOMERS, names.SUPPLIERS))
    return {
        "maker": maker,
        "intermediary": _russian_firm(dice, "intermediary", "ООО", v, hub),
        "plant": _russian_firm(dice, "plant", "АО", b, site),
        "customer": _russian_firm(dice, "customer", "ООО", c, hub),
        "supplier": _russian_firm(dice, "supplier", "ООО", d, site),
        "other_buyer": _other_buyer(dice, far),
    }


def _russian_firm(dice: random.Random, role: str, form: str, coined: tuple[str, str, str], city: City) -> Firm:
    russian, latin, chinese = coined
    whole = {"ООО": "Общество с ограниченной ответственностью", "АО": "Акционерное общество"}[form]
    english, ending = {"ООО": ("LLC", "有限责任公司"), "АО": ("JSC", "股份公司")}[form]
    return Firm(
        role,
        (f"{latin} {english}",),
        (f"{form} «{russian}»", f'{form} "{russian}"', f"{whole} «{russian}»"),
        (f"{chinese}{ending}",),
        city,
        (("inn", inn(dice, city.region)), ("ogrn", ogrn(dice, city.region))),
        names.russian_address(dice, city),
        f"{latin.split()[0].lower()}.example",
        latin,
    )


def _other_buyer(dice: random.Random, city: City) -> Firm:
    russian, latin = dice.choice(names.OTHER_BUYERS)
    address = {
        "en": f"{dice.randint(3, 90)} Saryarka Ave., {city.en}",
        "ru": f"г. {city.ru}, пр. Сарыарка, {dice.randint(3, 90)}",
    }
    address["zh"] = f"{city.zh}萨雷阿尔卡大街{dice.randint(3, 90)}号"
    names_zh = (f"{city.zh}{latin}实验室公司",)
    return Firm(
        "other_buyer",
        (f"{latin} LLP",),
        (f"ТОО «{russian}»",),
        names_zh,
        city,
        (),
        address,
        f"{latin.split()[0].lower()}.example",
        latin,
    )


def cast(seed: int) -> Cast:
    """Return the invented firms and people of a seed."""
    dice = seeded(seed, "cast")
    home = City(*dice.choice(names.CHINESE_CITIES))
    hub, site = (City(*row) for row in dice.sample(names.RUSSIAN_CITIES, 2))
    show, *elsewhere = (City(*row) for row in dice.sample(names.OTHER_CITIES, 4))
    surnames, givens = dice.sample(names.CHINESE_SURNAMES, 10), dice.sample(names.CHINESE_GIVEN, 10)
    chinese = [_chinese(dice, *pair) for pair in zip(surnames, givens, strict=True)]
    russian = [_russian(dice, surname) for surname in dice.sample(names.RUSSIAN_SURNAMES, 8)]
    strangers = [_stranger(dice, *row) for row in dice.sample(names.STRANGERS, 16)]
    size = dice.choice([4, 5])
    twin = givens[size - 1]
    namesake = _chinese(dice, surnames[size - 1], (twin[1], twin[1], twin[2]))
    return Cast(
        seed=seed,
        home=home,
        hub=hub,
        site=site,
        show=show,
        elsewhere=tuple(elsewhere),
        **_firms(dice, home, hub, site, City(*names.OTHER_CITIES[0])),
        team=tuple(chinese[:size]),
        unjoined=chinese[5],
        booked_only=chinese[6],
        rumoured=chinese[7],
        namesake=namesake,
        maker_head=chinese[8],
        director=russian[0],
        owner=russian[1],
        staff=tuple(russian[2:4]),
        plant_engineer=russian[4],
        commuter=russian[5],
        strangers=tuple(strangers) + tuple(russian[6:8]),
    )
