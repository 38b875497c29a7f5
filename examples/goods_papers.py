"""Invoices, waybills and delivery acts as papers: a Paper comes in, blocks of one of several layouts go out."""

import random
from datetime import date

from cast import Firm
from dealings import Line, Paper
from sheet import Block, Columns, Grid, Money, Pairs, Style, Text, Title

INVOICE_WORDS = {  # several offices, several habits
    "en": [
        {
            "title": "COMMERCIAL INVOICE",
            "number": "Invoice No.",
            "date": "Date",
            "seller": "Seller",
            "buyer": "Buyer",
            "total": "TOTAL",
        },
        {
            "title": "INVOICE",
            "number": "Invoice number",
            "date": "Invoice date",
            "seller": "From",
            "buyer": "Bill to",
            "total": "Total due",
        },
        {
            "title": "Commercial Invoice",
            "number": "Inv. No",
            "date": "Date of issue",
            "seller": "Exporter",
            "buyer": "Sold to",
            "total": "Grand total",
        },
    ],
    "ru": [
        {
            "title": "Счёт-фактура",
            "number": "№",
            "date": "от",
            "seller": "Продавец",
            "buyer": "Покупатель",
            "total": "Всего к оплате",
        },
        {
            "title": "Счёт на оплату",
            "number": "№",
            "date": "от",
            "seller": "Поставщик",
            "buyer": "Покупатель",
            "total": "Итого к оплате",
        },
        {
            "title": "СЧЕТ",
            "number": "Номер счета",
            "date": "Дата",
            "seller": "Поставщик (продавец)",
            "buyer": "Плательщик (покупатель)",
            "total": "ИТОГО",
        },
    ],
    "zh": [
        {
            "title": "商业发票",
            "number": "发票号码",
            "date": "开票日期",
            "seller": "卖方",
            "buyer": "买方",
            "total": "合计",
        },
        {"title": "发票", "number": "发票号", "date": "日期", "seller": "销售方", "buyer": "购买方", "total": "总计"},
        {
            "title": "商业发票 COMMERCIAL INVOICE",
            "number": "发票编号",
            "date": "开具日期",
            "seller": "供方",
            "buyer": "需方",
            "total": "合计金额",
        },
    ],
}
LINE_WORDS = {
    "en": [
        {
            "no": "No.",
            "item": "Description of goods",
            "hs": "HS code",
            "qty": "Quantity",
            "unit": "Unit",
            "price": "Unit price ({c})",
            "sum": "Amount ({c})",
        },
        {
            "item": "Model",
            "name": "Description",
            "qty": "Qty",
            "unit": "UoM",
            "price": "Unit price, {c}",
            "sum": "Line total, {c}",
            "hs": "HS",
        },
        {
            "no": "#",
            "item": "Part No.",
            "hs": "H.S. Code",
            "qty": "Qty (pcs)",
            "price": "Price {c}",
            "sum": "Total {c}",
        },
    ],
    "ru": [
        {"no": "№", "item": "Товары (работы, услуги)", "qty": "Кол-во", "unit": "Ед.", "price": "Цена", "sum": "Сумма"},
        {
            "item": "Наименование товара",
            "hs": "Код вида товара",
            "unit": "Единица измерения",
            "qty": "Количество",
            "price": "Цена за единицу, руб.",
            "sum": "Стоимость, руб.",
        },
        {
            "no": "№ п/п",
            "item": "Артикул",
            "name": "Наименование",
            "hs": "Код ТН ВЭД",
            "qty": "Количество, шт.",
            "price": "Цена, руб.",
            "sum": "Сумма, руб.",
        },
    ],
    "zh": [
        {
            "no": "序号",
            "item": "货物名称及规格型号",
            "hs": "HS编码",
            "qty": "数量",
            "unit": "单位",
            "price": "单价（{z}）",
            "sum": "金额（{z}）",
        },
        {
            "name": "品名",
            "item": "规格型号",
            "unit": "单位",
            "qty": "数量",
            "price": "单价",
            "sum": "金额",
            "hs": "海关编码",
        },
        {
            "item": "型号",
            "name": "货物名称",
            "hs": "商品编码",
            "qty": "数量（件）",
            "price": "单价({c})",
            "sum": "总价({c})",
        },
    ],
}
NAMES = {"en": "Instrument module", "ru": "Модуль приборный", "zh": "仪器模块"}
UNITS = {"en": ("pcs", "PCS", "set"), "ru": ("шт", "шт."), "zh": ("件", "台")}
_NARROW = {"no": 0.5, "qty": 0.9, "unit": 0.8, "hs": 1.1, "item": 2.2, "name": 2, "price": 1.4, "sum": 1.6}


def party_lines(firm: Firm, language: str, dice: random.Random, *, number: bool = True) -> tuple[str, ...]:
    """Return a firm as a block of lines: its name, its address, its numbers."""
    spelled = {"en": firm.en[:1], "ru": firm.ru, "zh": firm.zh}[language]
    lines = [dice.choice(spelled), firm.address[language]]
    labels = {"en": ("INN", "Tax ID (INN)"), "ru": ("ИНН", "ИНН"), "zh": ("税号（INN）", "纳税人识别号 INN")}[language]
    if number and firm.identifier("inn"):
        lines.append(
            f"{dice.choice(labels)}: {firm.identifier('inn')}" if language != "ru" else f"ИНН {firm.identifier('inn')}"
        )
    if firm.identifier("uscc"):
        lines.append({"en": "USCC: ", "ru": "USCC ", "zh": "统一社会信用代码："}[language] + firm.identifier("uscc"))
    return tuple(lines)


def invoice(paper: Paper, style: Style, dice: random.Random, *, number: bool = True) -> list[Block]:
    """Return an invoice in one of its office's layouts. `number`: print the parties' tax numbers."""
    words = dice.choice(INVOICE_WORDS[paper.language])
    day = style.day(paper.day)
    blocks: list[Block] = []
    if paper.language == "ru" and words["number"] == "№":
        blocks.append(Title(f"{words['title']} № {paper.number} от {day}"))
    else:
        mark = "：" if paper.language == "zh" else ":"
        blocks += [Title(words["title"], middle=dice.random() < 0.5)]
        blocks.append(
            Pairs(((words["number"], paper.number), (words["date"], day)), mark=mark, split=dice.random() < 0.4)
        )
    blocks += _parties(paper, words, dice, number=number)
    grid, total = _lines(paper, dice)
    blocks += [
        *_contract(paper, style, dice),
        grid,
        *_totals(paper, words["total"], total, style),
        *_terms(paper, dice),
    ]
    return blocks


def _parties(paper: Paper, words: dict[str, str], dice: random.Random, *, number: bool) -> list[Block]:
    seller = party_lines(paper.seller, paper.language, dice, number=number)
    buyer = party_lines(paper.buyer, paper.language, dice, number=number)
    mark = "：" if paper.language == "zh" else ":"
    if dice.random() < 0.45 and paper.suffix != "html":
        return [Columns(((words["seller"] + mark, *seller), (words["buyer"] + mark, *buyer)))]
    if dice.random() < 0.5:
        return [Pairs(((words["seller"], ", ".join(seller)), (words["buyer"], ", ".join(buyer))), mark=mark)]
    address = {"en": "Address", "ru": "Адрес", "zh": "地址"}[paper.language]
    rows = []
    for label, party in ((words["seller"], seller), (words["buyer"], buyer)):
        rows += [(label, party[0]), (address, party[1])]
        rows += [
            tuple(line.replace("：", ": ").split(": ", 1))
            if ":" in line.replace("：", ":")
            else tuple(line.split(" ", 1))
            for line in party[2:]
        ]
    return [Pairs(tuple(rows), mark=mark, split=dice.random() < 0.5)]


def _lines(paper: Paper, dice: random.Random, *, priced: bool = True) -> tuple[Grid, float]:
    words = dice.choice(LINE_WORDS[paper.language])
    if not priced:
        words = {field: label for field, label in words.items() if field not in ("price", "sum")}
    currency = {"CNY": "人民币元", "RUB": "卢布"}[paper.currency]
    unit = dice.choice(UNITS[paper.language])
    header = tuple(label.format(c=paper.currency, z=currency) for label in words.values())
    rows = tuple(_row(words, place, line, paper.language, unit) for place, line in enumerate(paper.lines, start=1))
    widths = tuple(_NARROW[field] for field in words)
    return Grid(header, rows, ruled=dice.random() < 0.65, widths=widths), sum(
        round(line.quantity * line.price, 2) for line in paper.lines
    )


def _row(words: dict[str, str], place: int, line: Line, language: str, unit: str) -> tuple[object, ...]:
    named = line.item if "name" in words or words["item"] == "Part No." else f"{NAMES[language]} {line.item}"
    values: dict[str, object] = {
        "no": place,
        "item": named,
        "name": NAMES[language],
        "hs": line.hs_code,
        "qty": line.quantity,
        "unit": unit,
        "price": Money(line.price),
        "sum": Money(round(line.quantity * line.price, 2)),
    }
    return tuple(values[field] for field in words)


def _totals(paper: Paper, label: str, total: float, style: Style) -> list[Block]:
    currency = {"en": paper.currency, "ru": "руб.", "zh": "元（CNY）"}[paper.language]
    mark = "：" if paper.language == "zh" else ":"
    blocks: list[Block] = [Text(f"{label}{mark} {style.money(total)} {currency}")]
    if paper.language == "ru":
        blocks.append(Text(f"В том числе НДС 20 %: {style.money(round(total / 6, 2))} руб."))
    return blocks


def _terms(paper: Paper, dice: random.Random) -> list[Block]:
    """Return what stands below the goods: bank, terms, signatures. Every office prints some of it."""
    bank, terms, signature = dice.choice(BELOW[paper.language])
    blocks: list[Block] = [Text(bank)] if dice.random() < 0.7 else []
    return [*blocks, Text(terms), Text(signature)]


def _contract(paper: Paper, style: Style, dice: random.Random) -> list[Block]:
    """Return the line that names the contract, with a number and a day that are not the paper's own; or nothing."""
    if dice.random() < 0.4:
        return []
    signed = style.day(date(2023, dice.randint(1, 12), dice.randint(1, 28)))
    label = {
        "en": "Contract No. {0} dated {1}",
        "ru": "Основание: договор поставки № {0} от {1}",
        "zh": "合同编号：{0}，签订日期：{1}",
    }
    return [Text(label[paper.language].format(f"D-{dice.randint(11, 99)}/23", signed))]


BELOW = {  # bank, terms, signature; the banks are invented
    "en": [
        (
            "Bank: Paper Lantern Bank, SWIFT INVENT00, account 0000 1234 0000 5678",
            "Terms of delivery: EXW (Incoterms 2020). Payment: 100 % within 30 days.",
            "Authorised signature: ____________________",
        ),
        (
            "Beneficiary's bank: Bank of Nowhere, SWIFT NOWHERE0",
            "Payment by bank transfer. Country of origin: China.",
            "For and on behalf of the company: ____________________",
        ),
    ],
    "ru": [
        (
            "Банк получателя: АО «Банк Выдумка», БИК 040000000, р/с 40702810000000012345",
            "Оплата в течение 10 банковских дней.",
            "Руководитель ____________     Главный бухгалтер ____________     М.П.",
        ),
        (
            "Р/с 40702810000000054321 в ПАО «Небылица», БИК 040000001",
            "Счет действителен в течение 5 дней. Товар отпускается по факту поступления денег.",
            "Генеральный директор ____________ М.П.",
        ),
    ],
    "zh": [
        (
            "开户行：虚构银行样本支行，账号：0000 1234 0000 5678",
            "付款方式：电汇，30天内付清。原产国：中国。",
            "授权签字（盖章）：____________",
        ),
        ("收款银行：无名银行，SWIFT：NOWHERE0", "交货条件：EXW。", "（公司盖章）"),
    ],
}


WAYBILL_WORDS = {
    "en": (
        "INTERNATIONAL CONSIGNMENT NOTE (CMR)",
        "CMR No.",
        "Date",
        "Sender (consignor)",
        "Consignee",
        "Invoice ref.",
    ),
    "ru": ("Транспортная накладная", "№", "Дата", "Грузоотправитель", "Грузополучатель", "Основание: счёт"),
    "zh": ("国际货物托运单", "运单号", "日期", "发货人", "收货人", "发票号码"),
}


def waybill(paper: Paper, style: Style, dice: random.Random) -> list[Block]:
    """Return a waybill: goods handed over for carriage, nothing on their receipt."""
    title, number, day, sender, consignee, reference = WAYBILL_WORDS[paper.language]
    mark = "：" if paper.language == "zh" else ":"
    blocks: list[Block] = [
        Title(title),
        Pairs(((number, paper.number), (day, style.day(paper.day)), (reference, paper.refers_to)), mark=mark),
    ]
    parties = [
        (sender, party_lines(paper.seller, paper.language, dice)),
        (consignee, party_lines(paper.buyer, paper.language, dice)),
    ]
    if dice.random() < 0.5:
        blocks.append(Columns(tuple((label + mark, *lines) for label, lines in parties)))
    else:
        blocks.append(Pairs(tuple((label, ", ".join(lines)) for label, lines in parties), mark=mark))
    grid, _ = _lines(paper, dice, priced=False)
    note = {"en": "Taken over for carriage.", "ru": "Груз к перевозке принят.", "zh": "货物已交承运人。"}[
        paper.language
    ]
    return [*blocks, grid, Text(note)]


def delivery_act(paper: Paper, style: Style, dice: random.Random) -> list[Block]:
    """Return a Russian act by which the buyer acknowledges receipt."""
    day, city = style.day(paper.day), f"г. {paper.buyer.city.ru}"
    title = dice.choice(["Акт приёма-передачи товара", "АКТ ПРИЕМА-ПЕРЕДАЧИ", "Акт приемки-передачи продукции"])
    supplier, receiver = paper.seller, paper.buyer
    words = (
        f"{supplier.ru[0]} (ИНН {supplier.identifier('inn')}), именуемое в дальнейшем «Поставщик», передало, а "
        f"{receiver.ru[0]} (ИНН {receiver.identifier('inn')}), именуемое в дальнейшем «Покупатель», приняло следующий товар по счёту № {paper.refers_to}:"
    )
    grid, _ = _lines(paper, dice, priced=False)
    closing = "Товар получен полностью, претензий по количеству и качеству Покупатель не имеет."
    sides = (
        ("Передал (Поставщик):", supplier.ru[0], "____________"),
        ("Принял (Покупатель):", receiver.ru[0], "____________"),
    )
    if dice.random() < 0.5:
        head: list[Block] = [Title(f"{title} № {paper.number} от {day}"), Text(city)]
    else:
        head = [
            Title(title, middle=True),
            Pairs((("Номер акта", paper.number), ("Дата", day), ("Место составления", city))),
        ]
    return [*head, Text(words), grid, Text(closing), Columns(sides)]
