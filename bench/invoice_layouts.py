"""Invents invoices in many layouts and five languages: a layout's name and a number go in, a PDF and its truth come out.

Every party, address and number is invented. A layout is one function; what it prints comes from one `Bill`, so that the
same sums and names stand in each. `half_of` parts the layouts by a hash of their names: half to develop on, half to score.
"""

import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FONTS = {
    "Sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "Bold": "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "Han": "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
}
_CENT = Decimal("0.01")
_HAN = re.compile(r"[\u2e80-\uffef]")
_RUNS = re.compile(r"[\u2e80-\uffef]+|[^\u2e80-\uffef]+")  # the font that has the characters has no Latin letters


@dataclass(frozen=True, slots=True)
class Side:
    """A party with what stands in its block."""

    name: str
    street: str
    town: str
    tax: str
    mail: str
    phone: str


@dataclass(frozen=True, slots=True)
class Bill:
    """What an invoice says."""

    language: str
    number: str
    day: date
    seller: Side
    buyer: Side
    currency: str
    lines: tuple[tuple[str, int, Decimal], ...]  # goods, how many, unit price
    rate: int  # of tax, in per cent

    @property
    def net(self) -> Decimal:
        """The sum of the lines."""
        return sum((price * count for _, count, price in self.lines), Decimal())

    @property
    def tax(self) -> Decimal:
        """The tax on it."""
        return (self.net * self.rate / 100).quantize(_CENT)

    @property
    def gross(self) -> Decimal:
        """What it comes to."""
        return self.net + self.tax


_STREETS = {
    "de": (
        ("Lindenhofweg 14", "20459 Hamburg"),
        ("Am Alten Speicher 3", "50667 Köln"),
        ("Fichtengasse 27 b", "70173 Stuttgart"),
        ("Mühlgraben 9", "A-4020 Linz"),
    ),
    "en": (
        ("48 Quayside Road", "Bristol BS1 4QA"),
        ("Unit 7, Foundry Park", "Leeds LS9 8AB"),
        ("2210 Mesquite Avenue", "Tucson, AZ 85701"),
        ("301 Harbor Street, Suite 12", "Baltimore, MD 21202"),
    ),
    "fr": (
        ("17 rue des Tanneurs", "69005 Lyon"),
        ("4 bis quai de la Douane", "33000 Bordeaux"),
        ("120 avenue du Phare", "29200 Brest"),
        ("ZA des Quatre Vents", "35000 Rennes"),
    ),
    "ru": (
        ("ул. Складская, д. 14, оф. 3", "426000, г. Ижевск"),
        ("пр-т Речников, д. 7", "344002, г. Ростов-на-Дону"),
        ("Заводское шоссе, д. 31, стр. 2", "443052, г. Самара"),
        ("ул. Тихая, д. 2", "620014, г. Екатеринбург"),
    ),
    "zh": (
        ("宝安区新安街道兴华路18号", "广东省深圳市"),
        ("高新区科技二路66号3栋", "陕西省西安市"),
        ("江宁区天元东路101号", "江苏省南京市"),
        ("浦东新区川沙路5588号", "上海市"),
    ),
}
_NAMES = {
    "de": (
        "Seeberg Messgeräte GmbH",
        "Karlotta Brenneis Übersetzungen",
        "Tannhoff & Söhne KG",
        "Ostwind Logistik AG",
        "Druckerei Lampertz e.K.",
        "Stadtwerke Hinterau",
        "Gasthof Zum Blauen Anker",
        "Feinwerk Pohlmann GmbH & Co. KG",
    ),
    "en": (
        "Marlow Instruments Ltd",
        "Quillfeather Press",
        "Northgate Bearings LLC",
        "Hollins & Dray Architects",
        "Ashdown Valve Company",
        "Tern Island Fisheries Inc.",
        "Penrose Clinic",
        "Callaway Test Systems Corp.",
    ),
    "fr": (
        "Ateliers Varennes SARL",
        "Boulangerie du Vieux Port",
        "Cabinet Lestrange",
        "Métrologie Océane SAS",
        "Imprimerie Castaing",
        "Transports Belloc SA",
        "Hôtel des Embruns",
        "Optique Merlin",
    ),
    "ru": (
        'ООО "Вектор-Снаб"',
        "АО «Приборный завод Заря»",
        "ИП Лазарева Инна Петровна",
        "ООО «Речной склад»",
        'ЗАО "Теплотехника"',
        "ГБУ «Городская библиотека № 4»",
        "ООО «Сигнал-Пром»",
        "НПО «Северный компас»",
    ),
    "zh": (
        "深圳市蓝桥电子有限公司",
        "西安远山测控技术有限公司",
        "南京江石精密机械厂",
        "上海禾木贸易有限公司",
        "陕西北斗星仪器有限责任公司",
        "深圳市飞屿科技股份有限公司",
        "南京城南第三小学",
        "上海青禾设计事务所",
    ),
}
_GOODS = {
    "de": ("Drucksensor DS-40", "Kalibrierung vor Ort", "Gehäusedichtung 12 mm", "Fachübersetzung, Normzeilen"),
    "en": ("Pressure sensor PS-40", "On-site calibration", "Bearing set 6204", "Design review, hours"),
    "fr": ("Capteur de pression CP-40", "Étalonnage sur site", "Joint torique 12 mm", "Impression dépliants"),
    "ru": ("Датчик давления ДД-40", "Поверка прибора", "Подшипник 6204", "Доставка груза"),
    "zh": ("压力传感器 CP-40", "现场校准服务", "轴承 6204", "设计咨询"),
}
_MONTHS = {
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "ru": [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
}


def make_bill(language: str, seed: int, *, currency: str, rate: int) -> Bill:
    """Return an invented invoice; the same seed gives the same."""
    draw = random.Random(f"{language}-{seed}")
    names, places = draw.sample(_NAMES[language], 2), draw.sample(_STREETS[language], 2)
    sides = [_side(draw, language, name, place) for name, place in zip(names, places, strict=True)]
    lines = tuple(
        (goods, draw.randint(1, 40), Decimal(draw.randint(900, 480_00)) / 100)
        for goods in draw.sample(_GOODS[language], draw.randint(2, 4))
    )
    shapes = ("{y}-{n:04}", "{n:05}", "RE{y}{n:03}", "{n}/{y}", "A-{n:04}")
    day = date(2023, 1, 9) + timedelta(days=draw.randint(0, 700))
    number = draw.choice(shapes).format(y=day.year, n=draw.randint(12, 9000))
    return Bill(language, number, day, sides[0], sides[1], currency, lines, rate)


def _side(draw: random.Random, language: str, name: str, place: tuple[str, str]) -> Side:
    digits = "".join(str(draw.randint(0, 9)) for _ in range(10))
    tax = {
        "de": f"DE{digits[:9]}",
        "en": f"GB{digits[:9]}",
        "fr": f"FR{digits}1",
        "ru": digits,
        "zh": "9144" + digits + "X3K7",
    }
    word = "".join(
        letter for letter in name.split()[-2 if len(name.split()) > 1 else 0].lower() if "a" <= letter <= "z"
    )
    phones = {
        "de": f"040 {digits[:7]}",
        "en": f"+44 {digits[:9]}",
        "fr": f"04 {digits[:8]}",
        "ru": f"(3412) {digits[:6]}",
        "zh": f"0755-{digits[:8]}",
    }
    return Side(name, *place, tax[language], f"info@{word or 'office'}.example", phones[language])


def money(value: Decimal, style: str) -> str:
    """Return an amount as it is printed: 'de' 1.234,50, 'en' 1,234.50, 'fr' and 'ru' 1 234,50, 'plain' 1234.50."""
    whole = f"{value:,.2f}"
    if style == "de":
        return whole.translate(str.maketrans(",.", ".,"))
    if style in ("fr", "ru"):
        return whole.translate(str.maketrans(",.", "\u00a0,"))
    return whole.replace(",", "") if style == "plain" else whole


def told(day: date, style: str) -> str:
    """Return a day as it is printed: a language's name for it in words, or 'dots', 'iso', 'us', 'zh'."""
    shapes = {"dots": "%d.%m.%Y", "iso": "%Y-%m-%d", "us": "%m/%d/%Y", "slashes": "%d/%m/%Y"}
    if style in shapes:
        return day.strftime(shapes[style])
    if style == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    month = _MONTHS[style][day.month - 1]
    tail = " г." if style == "ru" else ""
    return f"{day.day}. {month} {day.year}" if style == "de" else f"{day.day} {month} {day.year}{tail}"


class Sheet:
    """An A4 page written by place, x and y in points from the top left."""

    def __init__(self) -> None:
        for name, path in _FONTS.items():
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, path))
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=A4, invariant=1)

    def put(self, x: float, y: float, text: str, *, size: float = 9.0, bold: bool = False, right: bool = False) -> None:
        """Write one line; right: x is where it ends."""
        runs = [(run, "Han" if _HAN.match(run) else "Bold" if bold else "Sans") for run in _RUNS.findall(text)]
        x -= sum(pdfmetrics.stringWidth(run, font, size) for run, font in runs) if right else 0.0
        for run, font in runs:
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, A4[1] - y, run)
            x += pdfmetrics.stringWidth(run, font, size)

    def column(self, x: float, y: float, *lines: str, size: float = 9.0, lead: float = 12.5) -> float:
        """Write lines under one another and return where the next would stand."""
        for line in lines:
            if line:
                self.put(x, y, line, size=size)
                y += lead
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a line."""
        self._canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a box."""
        self._canvas.rect(x0, A4[1] - y1, x1 - x0, y1 - y0)

    def goods(self, bill: Bill, y: float, heads: tuple[str, ...], style: str, *, ruled: bool = False) -> float:
        """Write the table of goods under its four or five heads; return where it ends."""
        stops = (290.0, 350.0, 440.0, 545.0) if len(heads) == 4 else (60.0, 300.0, 360.0, 440.0, 545.0)
        cells = [
            [goods, str(count), money(price, style), money(price * count, style)] for goods, count, price in bill.lines
        ]
        rows = [list(heads), *cells]
        if len(heads) == 5:
            rows = [rows[0], *([str(nth), *row] for nth, row in enumerate(cells, 1))]
        words = 0 if len(heads) == 4 else 1
        for nth, row in enumerate(rows):
            for column, text in enumerate(row):
                left = 50.0 if column == 0 else 72.0
                if column <= words:
                    self.put(left, y, text, bold=nth == 0)
                else:
                    self.put(stops[column], y, text, bold=nth == 0, right=True)
            if ruled:
                self.rule(48, y + 4, 548, y + 4)
            y += 15.0
        return y

    def sums(self, y: float, *pairs: tuple[str, str], x: float = 360.0, end: float = 545.0) -> float:
        """Write labels with their figures at the right margin; return where the next would stand."""
        for label, figure in pairs:
            self.put(x, y, label)
            self.put(end, y, figure, right=True)
            y += 14.0
        return y

    def close(self) -> bytes:
        """Return the PDF."""
        self._canvas.save()
        return self._out.getvalue()


Layout = Callable[[Sheet, Bill], None]


def half_of(layout: str) -> str:
    """Return the half a layout is in, by a hash of its name."""
    return "developed on" if sha256(layout.encode()).digest()[0] % 2 == 0 else "only scored"


def truth_of(bill: Bill) -> dict[str, str]:
    """Return the six fields of an invoice."""
    return {
        "number": bill.number,
        "date": bill.day.isoformat(),
        "seller": bill.seller.name,
        "buyer": bill.buyer.name,
        "currency": bill.currency,
        "total": str(bill.gross),
    }
