"""Register extracts: of the intermediary in Russian, of the maker in Chinese. A Cast comes in, blocks go out."""

import random
from datetime import date

from cast import Cast
from sheet import Block, Grid, Pairs, Style, Text, Title


def russian_extract(cast: Cast, style: Style, dice: random.Random, day: date) -> list[Block]:
    """Return the intermediary's extract: owners with shares and dates, director, staff, address, numbers."""
    firm = cast.intermediary
    share = dice.choice([51, 60, 70, 75])
    founded = date(2016, dice.randint(1, 12), dice.randint(1, 28))
    second = date(2021, dice.randint(1, 12), dice.randint(1, 28))
    owners = ((cast.owner.native, f"{share} %", founded), (cast.director.native, f"{100 - share} %", second))
    headers = [
        ("Участник", "Размер доли", "Дата внесения записи"),
        ("ФИО участника", "Доля, %", "Дата"),
        ("Учредитель (участник)", "Доля в уставном капитале", "Дата записи"),
    ]
    staff = [*cast.staff, cast.team[0]]
    posts = ["бухгалтер", "менеджер по закупкам", "инженер"]
    rows = tuple(
        (p.native if p.nation == "RUS" else p.latin, post, p.passport) for p, post in zip(staff, posts, strict=True)
    )
    return [
        Title(dice.choice(["Выписка из реестра юридических лиц", "ВЫПИСКА из Единого реестра организаций (образец)"])),
        Text(f"Сформирована {style.day(day)}"),
        Pairs(
            (
                ("Полное наименование", firm.ru[2]),
                ("Сокращённое наименование", firm.ru[0]),
                ("ОГРН", firm.identifier("ogrn")),
                ("ИНН", firm.identifier("inn")),
                ("Дата регистрации", style.day(founded)),
                ("Адрес (место нахождения)", firm.address["ru"]),
                ("Генеральный директор", cast.director.native),
                ("Среднесписочная численность работников", str(dice.randint(6, 19))),
            ),
            split=dice.random() < 0.6,
        ),
        Title(dice.choice(["Сведения об участниках", "Участники общества"]), level=2),
        Grid(dice.choice(headers), owners, ruled=dice.random() < 0.7),
        Title(dice.choice(["Сведения о работниках", "Работники организации"]), level=2),
        Grid(("ФИО работника", "Должность", "Паспорт"), rows, ruled=dice.random() < 0.7),
    ]


def chinese_extract(cast: Cast, style: Style, dice: random.Random, day: date) -> list[Block]:
    """Return the maker's extract: code, legal representative, shareholders, address."""
    firm = cast.maker
    share = dice.choice([55, 65, 80])
    founded = date(2011, dice.randint(1, 12), dice.randint(1, 28))
    holders = (
        (cast.maker_head.native, f"{share}%", founded),
        (f"{cast.home.zh}栖砾投资合伙企业", f"{100 - share}%", date(2019, 6, dice.randint(1, 28))),
    )
    return [
        Title(dice.choice(["企业信用信息公示报告（样本）", "企业登记基本信息"])),
        Text(f"报告生成日期：{style.day(day)}"),
        Pairs(
            (
                ("企业名称", firm.zh[0]),
                ("统一社会信用代码", firm.identifier("uscc")),
                ("法定代表人", cast.maker_head.native),
                ("成立日期", style.day(founded)),
                ("住所", firm.address["zh"]),
                ("登记状态", "存续"),
            ),
            mark="：",
            split=dice.random() < 0.6,
        ),
        Title("股东及出资信息", level=2),
        Grid(dice.choice([("股东名称", "持股比例", "认缴出资日期"), ("股东", "出资比例", "日期")]), holders),
    ]
