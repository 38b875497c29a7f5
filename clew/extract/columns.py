"""The words papers print over columns, in English, Russian and Chinese (and some German, French), and which columns make a kind of table.

Data only. A column label counts when it is the whole header or, if long enough, stands in it as whole words. Labels are
written as `fold` in `labels` leaves them: lower case, yo as ye.
"""

from clew.extract.lexicon import Labels

PASSENGER: Labels = {
    "person": (
        "passenger", "passenger name", "name of passenger", "passengers", "traveller", "traveler", "traveller name",
        "traveler name", "full name", "name", "pax name", "surname name", "last name first name", "surname given names",
        "пассажир", "фио пассажира", "фамилия имя отчество", "фамилия имя", "фио", "имя пассажира", "фамилия пассажира",
        "旅客", "旅客姓名", "乘客", "乘客姓名", "姓名", "乘机人", "乘机人姓名", "出行人", "旅客名称",
    ),
    "passport": (
        "document", "document no", "document number", "travel document", "travel document number", "passport",
        "passport no", "passport number", "doc no", "doc number", "id document", "документ", "номер документа", "паспорт",
        "номер паспорта", "серия и номер паспорта", "паспортные данные", "护照", "护照号", "护照号码", "证件号", "证件号码",
        "证件",
    ),
    "birth_date": (
        "date of birth", "birth date", "birthdate", "dob", "born", "дата рождения", "д р", "出生日期", "生日", "出生年月日",
    ),
    "nationality": (
        "nationality", "citizenship", "nat", "issuing country", "гражданство", "страна", "国籍",
    ),
    "carrier": (
        "carrier", "airline", "operating carrier", "marketing carrier", "перевозчик", "авиакомпания", "авиаперевозчик",
        "承运人", "航空公司", "承运航司",
    ),
    "flight": (
        "flight", "flight no", "flight number", "flt", "flt no", "train", "train no", "рейс", "номер рейса", "поезд",
        "номер поезда", "航班", "航班号", "车次",
    ),
    "date": (
        "date", "flight date", "travel date", "date of travel", "departure date", "date of departure", "date of flight",
        "local departure date", "дата", "дата вылета", "дата рейса", "дата отправления", "дата поездки", "日期",
        "航班日期", "出发日期", "起飞日期", "乘机日期", "出行日期", "乘车日期",
    ),
    "from": (
        "from", "origin", "departure", "departure airport", "from airport", "origin airport", "departure city", "dep",
        "departure station", "board point", "boarding point", "откуда", "аэропорт вылета", "пункт отправления", "вылет",
        "из", "город вылета", "отправление", "станция отправления", "出发地", "始发地", "出发", "起飞机场", "出发城市",
        "始发站", "出发机场", "出发站", "出发航站",
    ),
    "to": (
        "to", "destination", "arrival", "arrival airport", "to airport", "destination airport", "arrival city", "arr",
        "arrival station", "off point", "destination city", "куда", "аэропорт прилета", "пункт назначения", "прилет",
        "в", "город прилета", "прибытие", "назначение", "аэропорт прибытия", "станция назначения", "目的地", "到达地",
        "到达", "到达机场", "到达城市", "到达站", "目的站", "抵达机场", "抵达地", "降落机场",
    ),
    "booking": (
        "booking", "pnr", "pnr locator", "booking reference", "booking ref", "booking code", "booking no", "record locator",
        "locator", "reservation", "reservation code", "бронирование", "номер бронирования", "код бронирования", "бронь",
        "номер брони", "код брони", "订座记录", "订座编码", "预订编号", "订单号", "预订号", "订座号", "记录编号",
    ),
    "status": (
        "status", "ticket status", "coupon status", "flight status", "booking status", "travel status", "статус",
        "статус билета", "статус купона", "состояние", "状态", "客票状态", "行程状态", "票务状态", "登机状态",
    ),
    "route": ("route", "destinations", "stops", "legs", "route of flight", "маршрут полета", "sector", "segment", "itinerary", "routing", "маршрут", "направление", "сегмент", "航线", "行程", "航段"),
    "seat": ("seat", "seat no", "место", "座位", "座位号"),
    "ticket": ("ticket", "ticket no", "ticket number", "e ticket", "билет", "номер билета", "票号", "客票号"),
}  # fmt: skip

GOODS: Labels = {
    "line": (
        "no", "№", "line", "line no", "item no", "pos", "position", "#", "№ п п", "п п", "№ пп", "пп", "номер", "nr", "n",
        "序号", "编号", "行号", "项次", "项目",
    ),
    "item": (
        "model", "article", "article no", "part no", "part number", "item code", "product code", "sku", "catalogue no",
        "catalog no", "code", "type", "модель", "артикул", "код товара", "код", "марка", "тип", "обозначение", "型号",
        "规格型号", "货号", "产品型号", "规格", "料号", "品号", "物料编码", "artikelnr", "artikelnummer", "art nr",
    ),
    "description": (
        "description", "goods", "description of goods", "item", "product", "goods description", "items",
        "description of items", "commodity", "details", "name of goods", "product name", "services", "item description",
        "description of goods and services", "наименование", "наименование товара", "наименование груза", "товар",
        "товары", "описание", "описание товара", "наименование и описание", "груз", "продукция", "товары работы услуги",
        "наименование продукции", "предмет", "货物名称", "品名", "名称", "产品名称", "商品名称", "描述", "货物", "商品",
        "货物描述", "货物或应税劳务 服务名称", "货物或应税劳务名称", "项目名称", "商品描述", "设备名称", "bezeichnung",
        "beschreibung", "artikel", "designation", "désignation",
    ),
    "hs_code": (
        "hs code", "hs", "hs no", "tariff code", "customs code", "commodity code", "customs tariff", "tariff no", "hts",
        "тн вэд", "код тн вэд", "код тнвэд", "тнвэд", "海关编码", "hs编码", "商品编码", "税则号列", "税号",
    ),
    "quantity": (
        "quantity", "qty", "q ty", "quantity shipped", "pieces", "кол во", "количество", "количество мест", "кол",
        "количество товара", "数量", "件数", "menge", "anzahl", "quantité", "quantite",
    ),
    "unit": (
        "unit", "uom", "units", "unit of measure", "ед", "ед изм", "единица", "единица измерения", "单位", "计量单位",
        "einheit", "unité",
    ),
    "unit_price": (
        "unit price", "price", "price per unit", "rate", "unit cost", "цена", "цена за единицу", "цена за ед",
        "цена единицы", "单价", "含税单价", "einzelpreis", "preis", "prix unitaire", "pu",
    ),
    "amount": (
        "amount", "total", "line total", "total price", "sum", "value", "total amount", "total value", "extended price",
        "net amount", "сумма", "стоимость", "всего", "итого", "сумма с ндс", "стоимость товаров", "стоимость всего",
        "общая стоимость", "金额", "总价", "合计", "总金额", "价税合计", "小计", "gesamtpreis", "gesamt", "betrag",
        "montant", "total ht",
    ),
    "net_weight": ("net weight", "net wt", "n w", "масса нетто", "вес нетто", "нетто", "净重"),
    "gross_weight": ("gross weight", "gross wt", "g w", "weight", "масса брутто", "вес брутто", "брутто", "毛重", "重量"),
    "packages": ("packages", "cartons", "boxes", "cases", "мест", "箱数", "包装件数"),
    "serial": (
        "serial no", "serial number", "serial numbers", "s n", "заводской номер", "серийный номер", "序列号", "出厂编号",
    ),
    "vat": ("vat", "vat rate", "tax", "ндс", "ставка ндс", "税率", "税额", "mwst", "tva"),
    "origin": ("country of origin", "origin", "страна происхождения", "原产地", "原产国"),
}  # fmt: skip

OWNERS: Labels = {
    "owner": (
        "owner", "shareholder", "member", "participant", "name of shareholder", "shareholder name", "beneficial owner",
        "name of owner", "partner", "founder", "участник", "учредитель", "акционер", "собственник", "владелец",
        "участники", "учредители", "наименование участника", "участник учредитель", "фио наименование участника",
        "股东", "股东名称", "股东姓名", "投资人", "出资人", "股东名称 姓名", "股东及出资人", "股东信息",
    ),
    "share": (
        "share", "shareholding", "share %", "ownership", "% of shares", "percentage", "interest", "holding", "stake",
        "ownership %", "доля", "доля %", "размер доли", "доля в уставном капитале", "доля участия", "процент",
        "持股比例", "出资比例", "股权比例", "比例", "占比", "持股",
    ),
    "since": (
        "since", "from", "date", "held since", "registered on", "date of entry", "effective date", "acquired", "as of",
        "с", "дата", "дата внесения", "дата записи", "дата внесения записи", "с даты", "дата приобретения",
        "认缴日期", "出资日期", "日期", "自", "登记日期", "起始日期", "变更日期",
    ),
    "until": ("until", "to", "ceased", "held until", "по", "дата прекращения", "终止日期", "截止日期"),
    "nationality": ("nationality", "country", "citizenship", "гражданство", "страна", "国籍"),
    "registration": (
        "registration number", "registration no", "company number", "id number", "инн", "огрн", "инн огрн",
        "统一社会信用代码", "证件号码", "注册号",
    ),
    "passport": ("passport", "passport no", "passport number", "паспорт", "护照号", "护照号码"),
    "amount": ("nominal value", "contribution", "номинальная стоимость", "сумма", "出资额", "认缴出资额"),
}  # fmt: skip

STAFF: Labels = {
    "person": (
        "name", "full name", "employee", "employee name", "visitor", "visitor name", "specialist", "engineer",
        "name of specialist", "name of visitor", "surname name", "person", "director", "officer", "фио",
        "фамилия имя отчество", "фамилия имя", "сотрудник", "работник", "специалист", "директор", "посетитель",
        "руководитель", "姓名", "人员", "员工", "员工姓名", "来访人员", "人员姓名", "董事", "高管", "人员名单",
    ),
    "post": (
        "post", "position", "title", "job title", "role", "occupation", "function", "должность", "позиция", "профессия",
        "职务", "职位", "岗位", "职称",
    ),
    "passport": PASSENGER["passport"],
    "birth_date": PASSENGER["birth_date"],
    "nationality": PASSENGER["nationality"],
    "firm": (
        "firm", "company", "employer", "organization", "organisation", "place of work", "affiliation", "организация",
        "компания", "место работы", "работодатель", "предприятие", "单位", "工作单位", "公司", "所属单位", "所在单位",
        "公司名称",
    ),
    "since": ("since", "appointed", "appointed on", "date of appointment", "start date", "hired", "дата приема",
        "дата назначения", "с", "入职日期", "任职日期", "任命日期"),
    "line": GOODS["line"],
}  # fmt: skip

# Rows that each name both sides. What numbers the paper is named in full here: a bare 'No' numbers the row.
TRADES: Labels = {
    **{field: labels for field, labels in GOODS.items() if field not in ("vat", "hs_code", "amount")},
    "hs_code": (*GOODS["hs_code"], "hs code 6", "hs6", "hs8", "hs10", "код товара по тн вэд", "код тн вэд еаэс", "тн вэд еаэс", "hs编码", "商品编号", "税则号"),
    "amount": (
        *GOODS["amount"], "invoice value", "customs value", "statistical value", "fob value", "cif value", "value usd", "value eur",
        "declared value", "фактурная стоимость", "таможенная стоимость", "статистическая стоимость", "成交总价", "申报总价", "统计金额",
    ),
    "number": (
        "invoice no", "invoice number", "invoice nr", "invoice №", "invoice id", "invoice", "inv no", "document no", "document number", "waybill no",
        "waybill number", "air waybill no", "awb", "awb no", "b l no", "b l number", "bill of lading no", "bill of lading number", "bill of lading",
        "declaration no", "declaration number", "customs declaration no", "customs declaration number", "entry no", "entry number", "номер счета",
        "счет", "счет фактура", "номер счета фактуры", "номер накладной", "накладная", "номер декларации", "номер дт", "регистрационный номер декларации",
        "номер гтд", "дт", "гтд", "номер документа", "发票号", "发票号码", "发票编号", "运单号", "提单号", "报关单号", "报关单编号", "海关编号", "单据编号",
    ),
    "date": (
        "date", "invoice date", "date of invoice", "issue date", "document date", "shipment date", "date of shipment", "ship date", "arrival date",
        "declaration date", "date of declaration", "registration date", "import date", "export date", "clearance date", "release date", "entry date",
        "дата", "дата счета", "дата документа", "дата отгрузки", "дата декларации", "дата регистрации", "дата регистрации декларации", "дата выпуска",
        "дата оформления", "日期", "开票日期", "发票日期", "申报日期", "进口日期", "出口日期", "进出口日期", "放行日期", "发货日期",
    ),
    "currency": ("currency", "currency code", "invoice currency", "валюта", "код валюты", "валюта счета", "валюта контракта", "币种", "币制"),
    "seller": (
        "seller", "seller name", "supplier", "supplier name", "vendor", "vendor name", "exporter", "exporter name", "name of exporter", "продавец",
        "поставщик", "экспортер", "наименование экспортера", "наименование продавца", "наименование поставщика", "卖方", "供应商", "销售方", "出口商",
        "卖方名称", "供应商名称", "出口商名称", "销方名称", "销方",
    ),
    "buyer": (
        "buyer", "buyer name", "customer", "customer name", "client", "client name", "importer", "importer name", "name of importer", "purchaser", "покупатель",
        "импортер", "заказчик", "клиент", "наименование импортера", "наименование покупателя", "买方", "客户", "购买方", "进口商", "买方名称", "客户名称",
        "进口商名称", "购方名称", "购方",
    ),
    "consignor": (
        "consignor", "consignor name", "shipper", "shipper name", "sender", "sender name", "отправитель", "наименование отправителя", "грузоотправитель",
        "наименование грузоотправителя", "发货人", "境内发货人", "境外发货人", "发货人名称", "发货单位", "托运人",
    ),
    "consignee": (
        "consignee", "consignee name", "receiver", "receiver name", "recipient", "recipient name", "получатель", "наименование получателя", "грузополучатель",
        "наименование грузополучателя", "收货人", "境内收货人", "境外收货人", "收货人名称", "收货单位",
    ),
    "giver_number": (
        "инн отправителя", "инн экспортера", "инн продавца", "инн поставщика", "огрн отправителя", "exporter inn", "seller inn", "consignor inn", "shipper inn",
        "发货人统一社会信用代码", "境内发货人统一社会信用代码", "卖方统一社会信用代码", "exporter uscc", "seller uscc",
    ),
    "taker_number": (
        "инн получателя", "инн импортера", "инн покупателя", "огрн получателя", "importer inn", "buyer inn", "consignee inn", "receiver inn",
        "收货人统一社会信用代码", "境内收货人统一社会信用代码", "买方统一社会信用代码", "importer uscc", "buyer uscc",
    ),
}  # fmt: skip

# family -> (labels, fields of which every group must have one, record types that read it)
FAMILIES: dict[str, tuple[Labels, tuple[tuple[str, ...], ...]]] = {
    "passenger": (PASSENGER, (("person",), ("to", "route"), ("date", "flight", "booking"))),
    "legs": (PASSENGER, (("to", "route"), ("date",), ("flight", "carrier"))),
    "goods": (GOODS, (("description", "item"), ("quantity", "amount", "gross_weight", "net_weight"))),
    "owners": (OWNERS, (("owner",), ("share",))),
    "staff": (STAFF, (("person",), ("post", "passport", "birth_date", "firm"))),
    "trades": (
        TRADES,
        (
            ("seller", "consignor"),
            ("buyer", "consignee"),
            ("description", "item", "hs_code", "quantity", "amount", "net_weight", "gross_weight"),
        ),
    ),
}

# What a mapping file may say a table is -> the family whose fields its columns take.
RECORD_FAMILIES = {
    "passenger_record": ("passenger", "legs"),
    "invoice": ("goods",),
    "waybill": ("goods",),
    "delivery_act": ("goods",),
    "customs_declaration": ("trades", "goods"),
    "trade_ledger": ("trades",),
    "register_extract": ("owners", "staff"),
    "letter": ("staff",),
}
