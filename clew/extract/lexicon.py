"""The words papers print before values, in English, Russian and Chinese (and some German, French).

Data only. A label counts at the start of a line or cell; those over columns stand in `columns`. Labels are written as `fold` in `labels` leaves them: lower case, yo as ye.
"""

Labels = dict[str, tuple[str, ...]]

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
        "价税合计", "合计金额", "总额", "应付总额", "gesamtbetrag", "rechnungsbetrag", "rechnungsbeitrag", "gesamtsumme", "zahlbetrag",
        "bruttosumme", "bruttobetrag", "endbetrag", "endsumme", "zu zahlen", "summe brutto", "gesamt brutto", "gesamtsumme brutto",
        "rechnungssumme brutto", "rechnungssumme", "summe inkl ust", "summe inkl mwst", "gesamtbetrag inkl mwst", "zu zahlender betrag",
        "rechnungsendbetrag", "gesamtbetrag brutto", "zahlungsbetrag", "offener betrag", "total ttc", "total t t c", "montant total",
        "montant total ttc", "net à payer", "montant ttc", "solde à payer", "total à payer", "total incl vat", "total incl tax",
        "total including vat", "total including tax", "total inc vat", "total inc gst", "total usd", "total eur", "amount payable", "due payable",
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
        "total excl vat", "total excluding vat", "total before tax", "net amount", "net value", "vat", "total vat", "vat total", "total tax", "tax total", "tax",
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
    r"|JSC|OJSC|CJSC|PJSC|Co\.?,?\s*Ltd\.?|Company|Pte\.?\s*Ltd\.?|FZE|FZCO|FZ-LLC|DMCC|A\.Ş\.?|A\.S\.?|Oy|AB|e\.K\.|KG|OHG|GbR|mbH|a\.G\.|S\.A\.S\.?|SASU?|EURL|S\.p\.A\.?|OOO|AO|ZAO|OAO|PAO)"
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
