"""The wording of invoices and waybills: what several offices print, in three languages."""

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

NAMES = {  # what an item is called beside its code; the code decides which, so that all papers agree
    "en": ("Instrument module", "Measuring unit", "Control board"),
    "ru": ("Модуль приборный", "Блок измерительный", "Плата управления"),
    "zh": ("仪器模块", "测量单元", "控制板"),
}
SHELF = "Стеллаж складской"

UNITS = {"en": ("pcs", "PCS", "set"), "ru": ("шт", "шт."), "zh": ("件", "台")}

WIDTHS = {"no": 0.5, "qty": 1.25, "unit": 1.05, "hs": 1.1, "item": 2.2, "name": 2, "price": 1.4, "sum": 1.6}

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
