"""Invoices, waybills and delivery acts as papers: a Paper comes in, blocks of one of several layouts go out."""

import random
from datetime import date

from cast import Firm
from dealings import Line, Paper
from goods_words import BELOW, INVOICE_WORDS, LINE_WORDS, NAMES, SHELF, UNITS, WAYBILL_WORDS, WIDTHS
from sheet import Block, Columns, Grid, Money, Pairs, Style, Text, Title


def _numbers(firm: Firm, language: str, dice: random.Random) -> list[tuple[str, str]]:
    """Return a firm's numbers with the labels a paper in the language prints."""
    labels = {"en": ("INN", "Tax ID (INN)"), "ru": ("ИНН", "ИНН"), "zh": ("税号（INN）", "纳税人识别号 INN")}[language]
    codes = {"en": "USCC", "ru": "USCC", "zh": "统一社会信用代码"}
    found = [(dice.choice(labels), firm.identifier("inn")), (codes[language], firm.identifier("uscc"))]
    return [(label, value) for label, value in found if value]


def _spelled(firm: Firm, language: str, dice: random.Random) -> str:
    return dice.choice({"en": firm.en[:1], "ru": firm.ru, "zh": firm.zh}[language])


def party_lines(firm: Firm, language: str, dice: random.Random, *, number: bool = True) -> tuple[str, ...]:
    """Return a firm as a block of lines: its name, its address, its numbers."""
    mark = {"en": ": ", "ru": " ", "zh": "："}[language]
    numbers = [f"{label}{mark}{value}" for label, value in _numbers(firm, language, dice)] if number else []
    return (_spelled(firm, language, dice), firm.address[language], *numbers)


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
    mark = "：" if paper.language == "zh" else ":"
    sides = ((words["seller"], paper.seller), (words["buyer"], paper.buyer))
    blocks = [(label, party_lines(firm, paper.language, dice, number=number)) for label, firm in sides]
    if dice.random() < 0.45 and paper.suffix != "html":
        return [Columns(tuple((label + mark, *lines) for label, lines in blocks))]
    if dice.random() < 0.5:
        return [Pairs(tuple((label, ", ".join(lines)) for label, lines in blocks), mark=mark)]
    address = {"en": "Address", "ru": "Адрес", "zh": "地址"}[paper.language]
    rows: list[tuple[str, str]] = []
    for label, firm in sides:
        rows += [(label, _spelled(firm, paper.language, dice)), (address, firm.address[paper.language])]
        rows += _numbers(firm, paper.language, dice) if number else []
    return [Pairs(tuple(rows), mark=mark, split=dice.random() < 0.5)]


def _lines(paper: Paper, dice: random.Random, *, priced: bool = True) -> tuple[Grid, float]:
    words = dice.choice(LINE_WORDS[paper.language])
    if not priced:
        words = {field: label for field, label in words.items() if field not in ("price", "sum")}
    currency = {"CNY": "人民币元", "RUB": "卢布"}[paper.currency]
    unit = dice.choice(UNITS[paper.language])
    header = tuple(label.format(c=paper.currency, z=currency) for label in words.values())
    rows = tuple(
        _row(words, place, line, _called(paper, line), unit) for place, line in enumerate(paper.lines, start=1)
    )
    widths = tuple(WIDTHS[field] for field in words)
    return Grid(header, rows, ruled=dice.random() < 0.65, widths=widths), sum(
        round(line.quantity * line.price, 2) for line in paper.lines
    )


def _called(paper: Paper, line: Line) -> str:
    """Return what the goods are called beside their code."""
    return SHELF if paper.seller.role == "supplier" else NAMES[paper.language][sum(map(ord, line.item)) % 3]


def _row(words: dict[str, str], place: int, line: Line, name: str, unit: str) -> tuple[object, ...]:
    named = line.item if "name" in words or words["item"] == "Part No." else f"{name} {line.item}"
    values: dict[str, object] = {
        "no": place,
        "item": named,
        "name": name,
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
