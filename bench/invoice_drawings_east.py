"""The Russian and Chinese layouts of `invoice_layouts`: a sheet and a bill go in, the page is written. Everything is invented."""

from invoice_layouts import Bill, Sheet, money, told

_RU = ("№", "Наименование товара", "Кол-во", "Цена", "Сумма")
_ZH = ("货物名称", "数量", "单价", "金额")


def ru_payment(sheet: Sheet, bill: Bill) -> None:
    """A bill for payment with the bank's grid on top, the sides on lines, the sum once more in a sentence."""
    me, you = bill.seller, bill.buyer
    sheet.box(48, 45, 548, 110)
    sheet.rule(300, 45, 300, 110)
    sheet.column(54, 58, "ПАО «Торговый банк», г. Самара", "Банк получателя")
    sheet.column(306, 58, "БИК  043601607", "Сч. №  30101810200000000607")
    sheet.column(54, 88, f"ИНН {me.tax}   КПП 183101001", f"Получатель {me.name}")
    sheet.put(50, 140, f"Счет на оплату № {bill.number} от {told(bill.day, 'ru')}", size=13, bold=True)
    sheet.rule(48, 148, 548, 148)
    sheet.put(50, 170, "Поставщик:")
    sheet.put(130, 170, f"{me.name}, ИНН {me.tax}, {me.town}, {me.street}")
    sheet.put(50, 190, "Покупатель:")
    sheet.put(130, 190, f"{you.name}, ИНН {you.tax}, {you.town}, {you.street}")
    y = sheet.goods(bill, 225, _RU, "ru", ruled=True)
    sheet.sums(
        y + 4,
        ("Итого:", money(bill.net, "ru")),
        (f"НДС {bill.rate}%:", money(bill.tax, "ru")),
        ("Всего к оплате:", money(bill.gross, "ru")),
    )
    sheet.put(50, y + 60, f"Всего наименований {len(bill.lines)}, на сумму {money(bill.gross, 'ru')} руб.")


def ru_tax_invoice(sheet: Sheet, bill: Bill) -> None:
    """A tax invoice: numbered lines of the form, the sum in the last row of the table."""
    me, you = bill.seller, bill.buyer
    sheet.put(50, 60, f"Счет-фактура № {bill.number} от {told(bill.day, 'dots')}", size=11, bold=True)
    rows = (
        (f"Продавец: {me.name}", "(2)"),
        (f"Адрес: {me.town}, {me.street}", "(2а)"),
        (f"ИНН/КПП продавца: {me.tax}/183101001", "(2б)"),
        ("Грузоотправитель и его адрес: он же", "(3)"),
        (f"Покупатель: {you.name}", "(6)"),
        (f"Адрес: {you.town}, {you.street}", "(6а)"),
        (f"ИНН/КПП покупателя: {you.tax}/631601001", "(6б)"),
        ("Валюта: наименование, код Российский рубль, 643", "(7)"),
    )
    for nth, (line, mark) in enumerate(rows):
        sheet.put(50, 82 + 13 * nth, line)
        sheet.put(545, 82 + 13 * nth, mark, right=True)
    y = sheet.goods(bill, 215, ("Наименование товара", "Количество", "Цена", "Стоимость"), "ru", ruled=True)
    sheet.put(290, y, "Налог", right=True)
    sheet.put(545, y, money(bill.tax, "ru"), right=True)
    sheet.put(50, y + 15, "Всего к оплате", bold=True)
    sheet.put(545, y + 15, money(bill.gross, "ru"), bold=True, right=True)


def ru_services(sheet: Sheet, bill: Bill) -> None:
    """Services without tax: executor and customer in two columns at the end, the sum behind 'ИТОГО'."""
    me, you = bill.seller, bill.buyer
    sheet.put(220, 50, f"СЧЁТ № {bill.number}", size=13, bold=True)
    sheet.put(240, 66, f"от {told(bill.day, 'ru')}")
    y = sheet.goods(bill, 100, ("№", "Услуга", "Кол-во", "Цена, руб.", "Стоимость, руб."), "ru", ruled=True)
    sheet.sums(
        y + 4,
        ("Сумма без налога", money(bill.net, "ru")),
        ("Налог", money(bill.tax, "ru")),
        ("ИТОГО К ОПЛАТЕ", f"{money(bill.gross, 'ru')} руб."),
    )
    sheet.column(50, y + 90, "Исполнитель", me.name, me.town, me.street, f"ИНН {me.tax}", "р/с 40702810500000012345")
    sheet.column(310, y + 90, "Заказчик", you.name, you.town, you.street, f"ИНН {you.tax}")


def ru_english(sheet: Sheet, bill: Bill) -> None:
    """Labels in two languages, parties over goods, the total behind a currency."""
    me, you = bill.seller, bill.buyer
    sheet.put(190, 50, "INVOICE / ИНВОЙС", size=13, bold=True)
    sheet.put(50, 80, f"Number / Номер: {bill.number}")
    sheet.put(310, 80, f"Date / Дата: {told(bill.day, 'dots')}")
    sheet.column(50, 105, "Seller / Продавец:", me.name, me.street, me.town)
    sheet.column(310, 105, "Buyer / Покупатель:", you.name, you.street, you.town)
    y = sheet.goods(bill, 185, ("Наименование / Description", "Qty", "Price", "Amount"), "en")
    sheet.sums(
        y + 6,
        ("Subtotal / Всего без НДС", money(bill.net, "en")),
        ("VAT / НДС", money(bill.tax, "en")),
        ("Total / Итого", f"EUR {money(bill.gross, 'en')}"),
    )


def zh_vat(sheet: Sheet, bill: Bill) -> None:
    """A general VAT invoice: two boxes of the sides with names behind '名称', the sum in figures behind '小写'."""
    me, you = bill.seller, bill.buyer
    sheet.put(210, 50, "增值税普通发票", size=15)
    sheet.put(400, 70, f"发票号码:{bill.number}")
    sheet.put(400, 84, f"开票日期:{told(bill.day, 'zh')}")
    sheet.box(48, 95, 548, 150)
    sheet.column(52, 108, "购", "买", "方", size=8, lead=13)
    sheet.column(80, 108, f"名称:{you.name}", f"纳税人识别号:{you.tax}", f"地址、电话:{you.town}{you.street}")
    y = sheet.goods(bill, 170, ("项目名称", "数量", "单价", "金额"), "plain", ruled=True)
    sheet.put(50, y, "合计")
    sheet.put(440, y, f"¥{money(bill.tax, 'plain')}", right=True)
    sheet.put(545, y, f"¥{money(bill.net, 'plain')}", right=True)
    sheet.put(50, y + 16, "价税合计(大写)")
    sheet.put(420, y + 16, f"(小写)¥{money(bill.gross, 'plain')}")
    sheet.box(48, y + 25, 548, y + 80)
    sheet.column(52, y + 38, "销", "售", "方", size=8, lead=13)
    sheet.column(80, y + 38, f"名称:{me.name}", f"纳税人识别号:{me.tax}", f"地址、电话:{me.town}{me.street}")


def zh_commercial(sheet: Sheet, bill: Bill) -> None:
    """A commercial invoice under a letterhead; the buyer behind '致', the sum behind '总计'."""
    me, you = bill.seller, bill.buyer
    sheet.put(180, 45, me.name, size=15)
    sheet.put(170, 62, f"{me.town}{me.street} 电话 {me.phone}", size=8)
    sheet.put(240, 95, "商业发票", size=14)
    sheet.put(50, 120, f"致:{you.name}")
    sheet.put(50, 134, f"地址:{you.town}{you.street}")
    sheet.put(380, 120, f"发票编号:{bill.number}")
    sheet.put(380, 134, f"日期:{told(bill.day, 'iso')}")
    y = sheet.goods(bill, 165, _ZH, "en", ruled=True)
    sheet.sums(
        y + 5,
        ("小计", money(bill.net, "en")),
        ("税额", money(bill.tax, "en")),
        ("总计(人民币)", money(bill.gross, "en")),
    )


def zh_units(sheet: Sheet, bill: Bill) -> None:
    """'收款单位' and '付款单位' on lines; '应付金额' with the currency after."""
    me, you = bill.seller, bill.buyer
    sheet.put(250, 50, "发票", size=15)
    sheet.column(
        50,
        85,
        f"付款单位:{you.name}",
        f"收款单位:{me.name}",
        f"票号:{bill.number}",
        f"开票日期:{told(bill.day, 'zh')}",
        lead=15,
    )
    y = sheet.goods(bill, 165, ("品名", "数量", "单价", "总价"), "en")
    sheet.sums(
        y + 5,
        ("不含税金额", f"{money(bill.net, 'en')}元"),
        ("税额", f"{money(bill.tax, 'en')}元"),
        ("应付金额", f"{money(bill.gross, 'en')}元"),
    )


def zh_english(sheet: Sheet, bill: Bill) -> None:
    """Labels in two languages over two columns of blocks."""
    me, you = bill.seller, bill.buyer
    sheet.put(190, 50, "COMMERCIAL INVOICE 商业发票", size=13)
    sheet.put(50, 85, f"Invoice No. 发票号: {bill.number}")
    sheet.put(320, 85, f"Date 日期: {told(bill.day, 'iso')}")
    sheet.column(50, 110, "Seller 卖方", me.name, me.street, me.town)
    sheet.column(320, 110, "Buyer 买方", you.name, you.street, you.town)
    y = sheet.goods(bill, 190, ("Description 货物描述", "Qty 数量", "Price 单价", "Amount 金额"), "en", ruled=True)
    sheet.sums(
        y + 5,
        ("Subtotal 小计", money(bill.net, "en")),
        ("Tax 税额", money(bill.tax, "en")),
        ("Total 总计", f"USD {money(bill.gross, 'en')}"),
    )
