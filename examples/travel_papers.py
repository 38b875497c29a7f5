"""Passenger rows as files: legs come in; an English workbook, a Russian CSV, a Chinese table and a group list go out."""

import random
from datetime import date

from cast import City, Person, seeded
from sheet import Block, Grid, Style, Text, Title, write_day
from story import Leg, Story
from writers import write_csv, write_xlsx

HEADERS = {
    "en": [
        {
            "person": "Passenger name",
            "passport": "Document no.",
            "carrier": "Carrier",
            "flight": "Flight",
            "day": "Date",
            "from": "From",
            "to": "To",
            "booking": "Booking ref.",
            "status": "Status",
        },
        {
            "booking": "PNR",
            "person": "Passenger",
            "passport": "Passport No",
            "born": "Date of birth",
            "flight": "Flight no.",
            "day": "Departure date",
            "from": "Origin",
            "to": "Destination",
            "status": "Status",
        },
        {
            "day": "Flight date",
            "carrier": "Airline",
            "flight": "Flight number",
            "from": "Departure",
            "to": "Arrival",
            "person": "Traveller",
            "passport": "Travel document",
            "nation": "Nationality",
            "booking": "Record locator",
            "status": "Ticket status",
        },
    ],
    "ru": [
        {
            "person": "Пассажир",
            "passport": "Номер документа",
            "carrier": "Авиакомпания",
            "flight": "Рейс",
            "day": "Дата вылета",
            "from": "Откуда",
            "to": "Куда",
            "booking": "Номер брони",
            "status": "Статус",
        },
        {
            "booking": "Код бронирования",
            "person": "ФИО пассажира",
            "passport": "Паспорт",
            "born": "Дата рождения",
            "day": "Дата",
            "flight": "Номер рейса",
            "from": "Пункт отправления",
            "to": "Пункт назначения",
            "status": "Статус",
        },
        {
            "day": "Дата рейса",
            "flight": "Рейс",
            "carrier": "Перевозчик",
            "from": "Вылет из",
            "to": "Прилет в",
            "person": "Фамилия и имя",
            "passport": "№ паспорта",
            "booking": "PNR",
            "status": "Состояние",
        },
    ],
    "zh": [
        {
            "person": "旅客姓名",
            "passport": "证件号码",
            "carrier": "承运人",
            "flight": "航班号",
            "day": "出发日期",
            "from": "出发地",
            "to": "目的地",
            "booking": "订座编号",
            "status": "客票状态",
        },
        {
            "booking": "PNR",
            "person": "乘机人",
            "passport": "护照号",
            "flight": "航班",
            "day": "日期",
            "from": "始发站",
            "to": "到达站",
            "status": "状态",
        },
        {
            "day": "航班日期",
            "carrier": "航空公司",
            "flight": "航班号",
            "from": "出发城市",
            "to": "到达城市",
            "person": "姓名",
            "passport": "护照号码",
            "born": "出生日期",
            "booking": "预订编号",
            "status": "乘机状态",
        },
    ],
}
STATUSES = {
    "en": [("FLOWN", "BOOKED", "CANCELLED", "NO SHOW"), ("Flown", "Confirmed", "Cancelled", "No-show")],
    "ru": [("Вылетел", "Забронирован", "Отменён", "Неявка"), ("Использован", "Бронь", "Аннулирован", "Не явился")],
    "zh": [("已乘机", "已预订", "已取消", "误机"), ("已使用", "已订座", "已退票", "未登机")],
}
_ORDER = ("flown", "booked", "cancelled", "no_show")


def passenger_files(story: Story) -> dict[str, tuple[bytes, str]]:
    """Return the passenger files by path, each with its language."""
    dice = seeded(story.cast.seed, "travel")
    rows = {file: [leg for leg in story.legs if file in leg.files] for file in ("en", "ru", "zh", "show")}
    english = _sheet(dice, "en", rows["en"], title=dice.choice(["", "Passenger activity report"]))
    russian = _csv(dice, "ru", rows["ru"], delimiter=";")
    chinese_name, chinese = (
        ("客票明细.xlsx", _sheet(dice, "zh", rows["zh"]))
        if dice.random() < 0.5
        else ("客票明细.csv", _csv(dice, "zh", rows["zh"]))
    )
    return {
        "01 travel/passengers_flown.xlsx": (english, "en"),
        "01 travel/бронирования.csv": (russian, "ru"),
        f"01 travel/{chinese_name}": (chinese, "zh"),
        "01 travel/expo_group_travel.csv": (_csv(dice, "en", rows["show"]), "en"),
    }


def _table(dice: random.Random, language: str, legs: list[Leg]) -> tuple[tuple[str, ...], list[dict[str, object]]]:
    words, statuses = dice.choice(HEADERS[language]), dice.choice(STATUSES[language])
    place = dice.choice(["city", "code", "both"]) if language != "zh" else dice.choice(["city", "both"])
    person = dice.choice(["slash", "upper", "plain"])
    found = []
    for leg in legs:
        values: dict[str, object] = {
            "person": _person(leg.person, language, person),
            "passport": leg.person.passport,
            "nation": leg.person.nation,
            "born": leg.person.born,
            "carrier": leg.carrier,
            "flight": leg.flight,
            "day": leg.day,
            "from": _place(leg.origin, language, place),
            "to": _place(leg.dest, language, place),
            "booking": leg.booking,
            "status": statuses[_ORDER.index(leg.status)],
        }
        found.append({field: values[field] for field in words})
    return tuple(words.values()), found


def _person(person: Person, language: str, form: str) -> str:
    if person.nation == "RUS" and language == "ru":
        return person.native
    if person.nation == "CHN" and language == "zh":
        return person.native
    surname, *given = person.latin.split()
    slashed = f"{surname}/{''.join(given)}".upper()
    return {"slash": slashed, "upper": person.latin.upper(), "plain": person.latin}[form]


def _place(city: City, language: str, form: str) -> str:
    name = {"en": city.en, "ru": city.ru, "zh": city.zh}[language]
    return {"city": name, "code": city.iata, "both": f"{name} ({city.iata})"}[form]


def _sheet(dice: random.Random, language: str, legs: list[Leg], title: str = "") -> bytes:
    header, rows = _table(dice, language, legs)
    native = dice.random() < 0.6  # days as real ones, or as words
    form = {"en": "d mmm y", "zh": "iso"}[language]
    cells = tuple(
        tuple(write_day(value, form) if isinstance(value, date) and not native else value for value in row.values())
        for row in rows
    )
    head: list[Block] = [Title(title), Text(f"{len(rows)} records")] if title else []
    style = Style(language)
    return write_xlsx(
        [*head, Grid(header, cells)], style=style, day=max(leg.day for leg in legs), author="Travel desk (invented)"
    )


def _csv(dice: random.Random, language: str, legs: list[Leg], delimiter: str = ",") -> bytes:
    header, rows = _table(dice, language, legs)
    form = {"en": dice.choice(["iso", "dd/mmm/y"]), "ru": "dd.mm.y", "zh": dice.choice(["iso", "y/mm/dd"])}[language]
    cells = [[write_day(value, form) if isinstance(value, date) else value for value in row.values()] for row in rows]
    return write_csv([header, *cells], delimiter=delimiter, mark=language != "en")
