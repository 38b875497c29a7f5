"""The titles papers print over themselves, and how letters greet, in English, Russian and Chinese (and some German, French).

Data only. Titles are written as `fold` in `labels` leaves them.
"""

from clew.extract.lexicon import Labels

TITLES: Labels = {
    "invoice": (
        "invoice", "commercial invoice", "tax invoice", "sales invoice", "счет", "счет фактура", "счет на оплату", "инвойс",
        "коммерческий инвойс", "发票", "商业发票", "增值税发票", "增值税专用发票", "增值税普通发票", "商业发票 commercial invoice",
        "rechnung", "rechnungskorrektur", "facture", "facture rectificative", "corrective invoice", "retail invoice", "bill of supply", "factuur", "faktura", "factura",
        "fattura",
        "корректировочный счет фактура",
    ),
    # A seller's promise to pay back; not a demand for payment.
    "credit_note": (
        "credit note", "credit memo", "gutschrift", "avoir", "facture d avoir", "note de crédit", "кредит нота", "红字发票", "贷记通知单",
    ),
    "waybill": (
        "waybill", "air waybill", "sea waybill", "bill of lading", "packing list", "consignment note", "cmr",
        "dispatch note", "despatch advice", "shipping note", "накладная", "товарная накладная", "транспортная накладная",
        "товарно транспортная накладная", "ттн", "коносамент", "упаковочный лист", "авианакладная",
        "международная товарно транспортная накладная", "железнодорожная накладная", "отгрузочная спецификация", "运单",
        "货运单", "空运单", "航空货运单", "提单", "海运提单", "装箱单", "发货单", "送货单", "托运单", "lieferschein",
    ),
    "delivery_act": (
        "delivery act", "acceptance act", "act of acceptance", "act of delivery", "delivery and acceptance act",
        "delivery acceptance certificate", "acceptance certificate", "certificate of acceptance", "delivery certificate",
        "acceptance and transfer act", "transfer and acceptance act", "act of transfer and acceptance", "handover protocol",
        "act of acceptance and transfer", "handover certificate", "goods received note", "delivery receipt",
        "акт приема передачи", "акт приема", "акт сдачи приемки", "акт приемки", "приемо сдаточный акт", "акт о приемке",
        "акт передачи", "универсальный передаточный документ", "упд", "验收单", "交接单", "验收报告", "签收单", "收货确认单",
        "货物交接单", "设备验收单", "货物验收单", "设备交接单", "交付验收单",
    ),
    "customs_declaration": (
        "customs declaration", "export declaration", "import declaration", "goods declaration", "customs entry", "declaration for goods",
        "single administrative document", "customs export declaration", "customs import declaration", "декларация на товары", "таможенная декларация",
        "грузовая таможенная декларация", "报关单", "进口货物报关单", "出口货物报关单", "进口报关单", "出口报关单", "海关进口货物报关单", "海关出口货物报关单",
        "中华人民共和国海关进口货物报关单", "中华人民共和国海关出口货物报关单",
    ),
    "passenger_record": (
        "passenger list", "passenger manifest", "passenger name list", "passenger records", "e ticket", "electronic ticket",
        "itinerary receipt", "travel itinerary", "booking confirmation", "boarding list", "flight manifest",
        "passenger name record", "список пассажиров", "пассажирская ведомость", "маршрутная квитанция",
        "электронный билет", "пассажирский манифест", "旅客名单", "乘客名单", "行程单", "电子客票", "旅客清单", "订座记录",
    ),
    "register_extract": (
        "extract from the register", "extract from the commercial register", "company extract",
        "extract from the unified state register of legal entities", "commercial register", "company register",
        "register of companies", "register of shareholders", "company profile report", "certificate of incumbency",
        "business registration extract", "выписка из егрюл", "выписка из единого государственного реестра юридических лиц",
        "выписка из реестра", "выписка из", "extract from the", "register extract", "выписка из единого государственного реестра", "выписка из торгового реестра",
        "сведения о юридическом лице", "список участников", "реестр акционеров",
         "企业信用信息公示报告", "工商登记信息",
        "企业登记信息", "登记基本情况", "企业信用信息", "公司登记资料", "企业基本信息", "工商信息",
    ),
    "staff_list": (
        "штатное расписание", "список сотрудников", "список работников", "staff list", "list of employees", "list of staff",
        "员工名单", "职工名册", "人员名册",
    ),
    "completion": (
        "акт о завершении работ", "акт завершения работ", "акт выполненных работ", "акт сдачи приемки работ",
        "акт об оказании услуг", "акт оказанных услуг", "completion certificate", "certificate of completion",
        "act of completion", "work completion report", "completion act", "service report", "完工证明", "完工报告", "服务完成确认单",
        "工作完成确认单",
    ),
    "letter": (
        "letter", "letter of invitation", "invitation letter", "invitation", "official letter", "письмо", "приглашение",
        "письмо приглашение", "официальное письмо", "информационное письмо", "гарантийное письмо", "邀请函", "公函", "函", "邀请信",
        "派遣函", "介绍信",
    ),
    # Papers that look like one of the above and are not.
    "offer": (
        "price list", "quotation", "offer", "commercial offer", "proforma invoice", "pro forma invoice", "proforma",
        "purchase order", "order confirmation", "contract", "statement of account", "прайс лист",
        "коммерческое предложение", "спецификация", "договор", "контракт", "заказ", "проформа", "предварительный счет",
        "счет проформа", "инвойс проформа", "акт сверки", "报价单", "价目表", "价格表", "形式发票", "合同", "采购订单",
        "订单", "对账单", "preisliste", "angebot", "auftragsbestätigung", "mahnung", "zahlungserinnerung",
        "proformarechnung", "pro forma rechnung", "devis", "facture pro forma", "facture proforma",
    ),
    "dunning": (
        "payment reminder", "reminder", "overdue notice", "final notice", "dunning letter", "напоминание об оплате",
        "претензия", "требование об оплате", "催款函", "催款通知", "付款提醒",
    ),
}  # fmt: skip

SALUTATION = (
    r"(?im)^[^\S\n]*(?:dear\b|to whom it may concern|уважаем|глубокоуважаем|尊敬的|敬启者|致[:：]|sehr geehrte)|"
    r"(?:\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best) regards)\b|с уважением|此致|敬礼|顺颂商祺)"
)
