"""The words papers print over columns and before values, in English, Russian and Chinese (and some German, French).

Data only. A column label counts when it is the whole header or, if long enough, stands in it as whole words; a field
label counts at the start of a line or cell. Labels are written as `fold` in `labels` leaves them: lower case, yo as ye.
"""

Labels = dict[str, tuple[str, ...]]

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

# family -> (labels, fields of which every group must have one, record types that read it)
FAMILIES: dict[str, tuple[Labels, tuple[tuple[str, ...], ...]]] = {
    "passenger": (PASSENGER, (("person",), ("to", "route"), ("date", "flight", "booking"))),
    "legs": (PASSENGER, (("to", "route"), ("date",), ("flight", "carrier"))),
    "goods": (GOODS, (("description", "item"), ("quantity", "amount", "gross_weight", "net_weight"))),
    "owners": (OWNERS, (("owner",), ("share",))),
    "staff": (STAFF, (("person",), ("post", "passport", "birth_date", "firm"))),
}

# What a mapping file may say a table is -> the family whose fields its columns take.
RECORD_FAMILIES = {
    "passenger_record": ("passenger", "legs"),
    "invoice": ("goods",),
    "waybill": ("goods",),
    "delivery_act": ("goods",),
    "register_extract": ("owners", "staff"),
    "letter": ("staff",),
}

# Field labels before a value on a line or in the cell to the left.
PARTIES: Labels = {
    "seller": (
        "seller", "the seller", "supplier", "vendor", "sold by", "invoice from", "exporter", "issued by", "issuer",
        "продавец", "поставщик", "исполнитель", "поставщик исполнитель", "卖方", "销售方", "供方", "供货方", "供应商",
        "出口商", "卖方名称", "销方", "verkäufer", "lieferant", "rechnungssteller", "rechnungsersteller", "leistungserbringer",
        "auftragnehmer", "vermieter", "versicherer", "rechnungsabsender", "unsere daten", "vendeur", "fournisseur", "émetteur", "prestataire", "verkoper", "leverancier", "sprzedawca", "vendedor",
        "proveedor", "fornitore", "remit to", "pay to", "payee", "service provider", "исполнитель услуг", "получатель платежа",
        "收款单位", "收款方", "销售单位", "开票单位", "开票方",
    ),
    "buyer": (
        "buyer", "the buyer", "customer", "client", "bill to", "billed to", "sold to", "invoice to", "invoiced to", "payer",
        "purchaser", "importer", "покупатель", "заказчик", "плательщик", "покупатель заказчик", "买方", "购买方", "购方",
        "需方", "客户", "购货单位", "买方名称", "käufer", "kunde", "rechnungsempfänger", "leistungsempfänger", "auftraggeber",
        "rechnungsadresse", "rechnungsanschrift", "rechnung an", "acheteur", "client facturé", "adresse de facturation", "facturé à",
        "billing address", "bill to address", "invoice address", "invoiced party", "bill to party", "billing name", "factuuradres", "klant",
        "nabywca", "cliente", "facturar a", "mieter", "versicherungsnehmer", "besteller", "adressé à", "client livré et facturé", "payeur", "доверитель",
        "付款单位", "付款方", "购买单位", "受票方",
    ),
    "consignor": (
        "consignor", "shipper", "sender", "shipper exporter", "consignor shipper", "ship from", "shipped by",
        "грузоотправитель", "отправитель", "отправитель груза", "发货人", "托运人", "发货方", "发货单位", "寄件人",
        "expéditeur", "absender",
    ),
    "consignee": (
        "consignee", "ship to", "receiver", "recipient", "deliver to", "delivered to", "consigned to", "грузополучатель",
        "получатель", "получатель груза", "收货人", "收货方", "收货单位", "收件人", "destinataire", "empfänger", "warenempfänger",
        "lieferadresse", "lieferanschrift", "adresse de livraison", "shipping address", "delivery address",
    ),
    "deliverer": (
        "delivered by", "handed over by", "transferor", "delivering party", "передающая сторона", "сдал", "передал",
        "交付方", "移交方", "移交单位", "交货方", "交货单位",
    ),
    "acceptor": (
        "accepted by", "received by", "transferee", "accepting party", "receiving party", "принимающая сторона", "принял",
        "接收方", "接收单位", "验收方", "验收单位", "接受方",
    ),
    "notify": ("notify party", "notify", "уведомить", "通知人", "通知方"),
    "forwarder": ("carrier", "forwarder", "freight forwarder", "перевозчик", "экспедитор", "承运人", "货运代理"),
}  # fmt: skip

HEADS: Labels = {
    "number": (
        "invoice no", "invoice number", "invoice nr", "invoice №", "invoice", "inv no", "invoice id", "number", "no", "№",
        "document no", "document number", "waybill no", "waybill number", "air waybill no", "awb", "awb no", "b l no",
        "bill of lading no", "bill of lading number", "packing list no", "act no", "ref no", "cmr no", "cmr",
        "delivery note no", "счет", "счет фактура", "счет №", "счет фактура №", "номер счета", "накладная", "накладная №",
        "номер накладной", "номер", "номер документа", "товарная накладная", "товарная накладная №", "акт", "акт №",
        "номер акта", "тн №", "ттн №", "упаковочный лист №", "发票号", "发票号码", "发票编号", "编号", "单号", "号码",
        "运单号", "运单编号", "装箱单号", "提单号", "验收单号", "交接单号", "合同编号", "形式发票号", "票号", "单据编号",
        "rechnungsnummer", "rechnungsnr", "rechnung nr", "rechnungs nr", "rechnung", "rechnung #", "belegnummer", "beleg nr",
        "dokumentnummer", "gutschrift nr", "rechnungskorrektur nr", "facture n°", "facture no", "facture", "facture numéro",
        "numéro de facture", "n° de facture", "n° facture", "numéro facture", "invoice reference", "tax invoice no",
        "tax invoice number", "invoice #", "bill number", "bill no", "credit note no", "credit note number", "avoir n°", "factuur",
        "factuurnummer", "factuurnr", "faktura nr", "numer faktury", "número de factura", "factura nº", "fattura n", "numero fattura",
    ),
    "date": (
        "invoice date", "date of invoice", "date", "issue date", "date of issue", "dated", "issued on", "issued",
        "date of shipment", "shipment date", "ship date", "date of delivery", "delivery date", "act date", "document date",
        "дата", "дата счета", "от", "дата составления", "дата документа", "дата отгрузки", "дата выставления", "дата акта",
        "日期", "发票日期", "开票日期", "开具日期", "签发日期", "发货日期", "出具日期", "交货日期", "验收日期", "交付日期",
        "制单日期", "交接日期", "装运日期", "rechnungsdatum", "datum", "belegdatum", "beleg datum", "ausstellungsdatum", "rechnung vom",
        "date de facture", "date de la facture", "date d'émission", "date facture", "date de facturation", "billing date", "bill date", "factuurdatum",
        "factuur datum", "data wystawienia", "fecha de factura", "fecha", "data fattura",
    ),
    "total": (
        "total", "grand total", "total amount", "total due", "amount due", "total amount due", "invoice total",
        "total payable", "balance due", "total to pay", "total price", "total value", "итого", "итого к оплате",
        "всего к оплате", "всего", "сумма к оплате", "общая сумма", "итого с ндс", "всего с ндс", "合计", "总计", "总金额",
        "价税合计", "合计金额", "总额", "应付总额", "gesamtbetrag", "rechnungsbetrag", "gesamtsumme", "zahlbetrag",
        "bruttosumme", "bruttobetrag", "endbetrag", "endsumme", "zu zahlen", "summe brutto", "gesamt brutto", "gesamtsumme brutto",
        "rechnungssumme brutto", "rechnungssumme", "summe inkl ust", "summe inkl mwst", "gesamtbetrag inkl mwst", "zu zahlender betrag",
        "rechnungsendbetrag", "gesamtbetrag brutto", "zahlungsbetrag", "offener betrag", "total ttc", "total t t c", "montant total",
        "montant total ttc", "net à payer", "montant ttc", "solde à payer", "total à payer", "total incl vat", "total incl tax",
        "total including vat", "total including tax", "total inc vat", "total inc gst", "total usd", "total eur", "amount payable",
        "total amount payable", "total gbp", "somme à payer", "factuur totaal", "totaal incl btw", "totaal",
        "do zapłaty", "razem brutto", "importe total", "totale fattura", "invoice amount", "gross amount", "gross total", "total gross",
        "summe", "gesamt", "gesamtsumme eur", "gesamtpreis brutto", "endpreis", "reste à payer", "montant dû", "montant à payer", "total général",
        "total invoice value", "invoice value", "total invoice amount", "total invoice", "amount to pay", "please pay", "total cny", "total rmb",
        "total chf", "total aud", "total cad", "total rub", "сумма счета", "к оплате", "итого с учетом ндс", "всего с учетом ндс", "итоговая сумма",
        "应付金额", "应付款", "应付合计", "应付总金额", "总计金额", "价税合计 小写", "小写", "发票金额", "金额合计", "实付金额",
    ),
    "subtotal": (
        "subtotal", "sub total", "net total", "total net", "промежуточный итог", "итого без ндс", "всего без ндс", "小计",
        "zwischensumme", "nettobetrag", "summe netto", "rechnungssumme netto", "rechnungssumme ohne ust", "nettosumme",
        "positionssumme", "warenwert", "gesamt netto", "gesamtbetrag netto", "итого без налога", "сумма без налога", "всего без налога", "стоимость без ндс", "сумма ндс", "налог", "不含税金额", "不含税合计", "net", "netto", "exclusief btw", "totaal excl btw", "subtotaal", "btw", "total ht", "total h t", "montant ht", "total hors taxe",
        "total excl vat", "total excluding vat", "total before tax", "net amount", "net value", "vat", "total vat", "total tax", "tax",
        "tva", "total tva", "ust gesamt", "mwst gesamt", "umsatzsteuer gesamt", "summe ust", "summe mwst", "montant tva", "ust", "mwst", "mehrwertsteuer", "umsatzsteuer", "steuerbetrag", "zuzügl ust", "zzgl mwst",
        "zzgl ust", "total discount", "gesamtbetrag der zuschläge", "gesamtbetrag der abschläge", "ндс", "税额",
        "total quantity", "total packages", "total weight", "total gross weight", "total net weight",
    ),
    "currency": (
        "currency", "invoice currency", "валюта", "валюта наименование код", "币种", "货币", "währung", "rechnungswährung",
        "beträge in", "devise", "devise de facture", "montants exprimés en",
    ),
    "due": (
        "due date", "payment due", "payment due date", "срок оплаты", "到期日", "付款期限", "fällig am", "fälligkeit", "fälligkeitsdatum",
        "zahlbar bis", "date d'échéance", "échéance", "date limite de paiement", "vervaldatum", "termin płatności", "valid until", "liefer und leistungsdatum", "leistungsdatum", "lieferdatum",
        "lieferschein datum", "bestelldatum", "bestell datum", "auftragsdatum", "date de livraison", "date de commande",
    ),
    "order": (
        "order no", "purchase order", "po no", "po number", "contract", "contract no", "contract number", "договор",
        "контракт", "заказ", "основание", "合同", "合同号", "订单", "订单号码", "bestellnummer", "kundennummer",
        "customer no", "customer number", "customer id", "order number", "order date", "contract date", "bestell nr", "kunden nr",
        "kundennr", "kundenreferenz", "auftragsnummer", "auftrags nr", "lieferschein nr", "lieferscheinnummer", "ihre nummer",
        "ihr zeichen", "unser zeichen", "zahlungsreferenz", "référence", "votre référence", "numéro de client", "n° client",
        "numéro de commande", "bon de commande", "account number", "your reference", "our reference", "payment reference",
    ),
    "place": (
        "place", "place of signing", "place of issue", "place of delivery", "place of acceptance", "signed at", "место",
        "место составления", "место подписания", "место приемки", "место передачи", "地点", "签署地点", "交货地点",
        "验收地点", "交接地点", "签订地点",
    ),
    "address": (
        "address", "registered address", "legal address", "registered office", "адрес", "юридический адрес",
        "место нахождения", "адрес места нахождения", "адрес юридического лица", "地址", "住所", "注册地址", "住址",
        "经营场所", "anschrift", "adresse",
    ),
    "bank": (
        "bank", "bank name", "beneficiary bank", "банк", "开户行", "account", "account no", "iban", "swift", "bic", "счет №р",
        "р с", "расчетный счет", "账号", "beneficiary",
    ),
    "holder": ("kontoinhaber", "account holder", "account name", "beneficiary name", "titulaire du compte", "rekeninghouder"),
    "contact": ("tel", "phone", "telephone", "fax", "email", "e mail", "тел", "телефон", "эл почта", "电话", "传真", "邮箱"),
    "terms": (
        "payment terms", "terms of payment", "incoterms", "delivery terms", "terms of delivery", "условия оплаты",
        "условия поставки", "付款方式", "付款条件", "交货条件", "贸易术语", "country of origin", "страна происхождения",
        "原产国", "原产地", "signature", "signed", "подпись", "签字", "盖章", "签名", "remarks", "примечание", "备注",
    ),
}  # fmt: skip

IDENTIFIERS: Labels = {
    "inn": ("инн", "inn", "taxpayer id", "инн кпп"),
    "kpp": ("кпп", "kpp"),
    "ogrn": ("огрн", "огрнип", "ogrn"),
    "uscc": ("统一社会信用代码", "社会信用代码", "纳税人识别号", "uscc", "unified social credit code", "social credit code"),
    "lei": ("lei", "lei code"),
    "registration": (
        "vat", "vat no", "vat id", "vat reg no", "vat registration no", "vat number", "registration no", "registration number",
        "company no", "company number", "company registration no", "reg no", "trn", "licence no", "trade licence no",
        "license no", "ust idnr", "ustid", "ust id nr", "tva", "n° tva", "siret", "siren", "steuernummer", "handelsregister",
        "регистрационный номер", "注册号",
    ),
}  # fmt: skip

LEGAL_FORMS = (
    r"(?:LLC|L\.L\.C\.?|LLP|Ltd\.?|Limited|Inc\.?|Corp\.?|Corporation|GmbH|AG|S\.A\.?|SARL|S\.r\.l\.?|B\.V\.?|N\.V\.?|PLC|plc"
    r"|JSC|OJSC|CJSC|PJSC|Co\.?,?\s*Ltd\.?|Company|Pte\.?\s*Ltd\.?|FZE|FZCO|FZ-LLC|DMCC|A\.Ş\.?|A\.S\.?|Oy|AB|e\.K\.|KG|OOO|AO|ZAO|OAO|PAO)"
)
RUSSIAN_FORMS = (
    r"(?:ООО|ОАО|ЗАО|ПАО|НПАО|НАО|АО|ФГУП|ГУП|МУП|ТОО|НПО|НПП|ОсОО|ЧП|ИП"
    r"|[Оо]бществ[оауе]м?\s+с\s+ограниченной\s+ответственностью|[Аа]кционерно[емг]\w*\s+обществ[оауе]м?)"
)
CHINESE_FORMS = r"(?:股份有限公司|有限责任公司|有限公司|集团公司|公司|集团|厂|研究所|研究院|大学|中心)"

# The hundred or so commonest surnames, which cover about 85 % of bearers (Ministry of Public Security, 2020 report on
# names), two-character ones behind them. A name is read only where the layout says that a name stands there.
CHINESE_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申"
    "耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
)
CHINESE_DOUBLE_SURNAMES = (
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "司徒",
    "东方",
    "夏侯",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "端木",
)
