"""The layouts of `invoice_layouts`: one function each (the Russian and Chinese ones in `invoice_drawings_east`), a sheet and a bill go in, the page is written. Everything is invented.

Written before any reader was changed because of them (but for those of `invoice_drawings_later`); those that `half_of` calls 'only scored' were never looked at again.
"""

from invoice_drawings_east import (
    ru_english,
    ru_payment,
    ru_services,
    ru_tax_invoice,
    zh_commercial,
    zh_english,
    zh_units,
    zh_vat,
)
from invoice_drawings_later import de_letterhead_two_lines, en_issued_at, fr_one_box
from invoice_layouts import Bill, Layout, Sheet, money, told

_DE = ("Bezeichnung", "Menge", "Einzelpreis", "Gesamt")
_EN = ("Description", "Qty", "Unit price", "Amount")
_FR = ("Désignation", "Qté", "Prix unitaire", "Montant")


def de_window(sheet: Sheet, bill: Bill) -> None:
    """A business letter with sender's line, address window, facts at the right, and the sender's details in three columns at the foot."""
    me, you = bill.seller, bill.buyer
    sheet.put(50, 130, f"{me.name} · {me.street} · {me.town}", size=6.5)
    sheet.column(50, 150, you.name, you.street, you.town, size=10, lead=13)
    facts = (("Rechnungs-Nr.", bill.number), ("Rechnungsdatum", told(bill.day, "dots")), ("Kunden-Nr.", "10443"))
    for nth, (label, value) in enumerate(facts):
        sheet.put(370, 150 + 13 * nth, label)
        sheet.put(470, 150 + 13 * nth, value)
    sheet.put(50, 270, "Rechnung", size=15, bold=True)
    y = sheet.goods(bill, 310, _DE, "de")
    sheet.sums(
        y + 10,
        ("Zwischensumme", f"{money(bill.net, 'de')} €"),
        (f"zzgl. {bill.rate} % MwSt.", f"{money(bill.tax, 'de')} €"),
        ("Rechnungsbetrag", f"{money(bill.gross, 'de')} €"),
    )
    sheet.column(50, 770, me.name, me.street, me.town, size=7, lead=9)
    sheet.column(230, 770, f"Tel. {me.phone}", me.mail, size=7, lead=9)
    sheet.column(400, 770, "Hafenbank Nord", "IBAN DE02 1203 0000 0000 2020 51", f"USt-IdNr. {me.tax}", size=7, lead=9)


def de_right_block(sheet: Sheet, bill: Bill) -> None:
    """No sender's line: the seller stands in a block at the right with phone and mail, the window at the left."""
    me, you = bill.seller, bill.buyer
    sheet.column(
        380, 60, me.name, me.street, me.town, f"Telefon {me.phone}", me.mail, f"Steuernummer 22/815/{me.tax[-5:]}"
    )
    sheet.column(50, 150, "Firma", you.name, you.street, you.town)
    sheet.put(50, 260, f"RECHNUNG {bill.number}", size=13, bold=True)
    sheet.put(545, 260, f"Köln, den {told(bill.day, 'de')}", right=True)
    sheet.put(50, 285, "Für unsere Leistungen berechnen wir Ihnen:")
    y = sheet.goods(bill, 310, _DE, "de")
    sheet.sums(
        y + 6,
        ("Summe netto", f"{money(bill.net, 'de')} EUR"),
        (f"MwSt {bill.rate}%", f"{money(bill.tax, 'de')} EUR"),
        ("Summe", f"{money(bill.gross, 'de')} EUR"),
    )
    sheet.put(
        50, y + 80, "Bitte überweisen Sie den Betrag innerhalb von 14 Tagen auf das Konto DE02 1203 0000 0000 2020 51."
    )


def de_two_addresses(sheet: Sheet, bill: Bill) -> None:
    """Bill-to and ship-to with German labels over them; the seller in a centred head line."""
    me, you = bill.seller, bill.buyer
    sheet.put(200, 50, me.name, size=14, bold=True)
    sheet.put(170, 66, f"{me.street}, {me.town} | {me.mail}", size=8)
    sheet.column(50, 130, "Rechnungsempfänger", you.name, you.street, you.town)
    sheet.column(310, 130, "Warenempfänger", "Lager Süd, Tor 4", "Hallenstraße 2", "04109 Leipzig")
    sheet.put(50, 220, "Rechnungsnummer:")
    sheet.put(160, 220, bill.number)
    sheet.put(310, 220, "Datum:")
    sheet.put(400, 220, told(bill.day, "dots"))
    y = sheet.goods(bill, 260, ("Artikel", "Anzahl", "Preis", "Betrag"), "de", ruled=True)
    sheet.sums(
        y + 8,
        ("Nettobetrag EUR", money(bill.net, "de")),
        (f"Umsatzsteuer {bill.rate} %", money(bill.tax, "de")),
        ("Gesamtbetrag EUR", money(bill.gross, "de")),
    )
    sheet.put(
        50, 790, f"{me.name}, Amtsgericht Hamburg HRB 40021, USt-IdNr. {me.tax}, Geschäftsführung: P. Lenz", size=7
    )


def de_foot_only(sheet: Sheet, bill: Bill) -> None:
    """The seller is named in the foot alone; the text layer tells the foot first."""
    me, you = bill.seller, bill.buyer
    sheet.put(50, 790, f"{me.name} - {me.street} - {me.town} - Tel {me.phone} - {me.mail}", size=7)
    sheet.put(
        50, 800, f"Bankverbindung: Hafenbank, BIC HAFBDEHH, IBAN DE02 1203 0000 0000 2020 51 - USt-ID {me.tax}", size=7
    )
    sheet.column(70, 140, "An", you.name, you.street, you.town)
    sheet.put(70, 250, f"Rechnung Nr. {bill.number} vom {told(bill.day, 'dots')}", size=12, bold=True)
    y = sheet.goods(bill, 290, ("Pos.", "Leistung", "Menge", "Preis €", "Summe €"), "de")
    sheet.sums(
        y,
        ("Netto", money(bill.net, "de")),
        (f"+ {bill.rate}% USt", money(bill.tax, "de")),
        ("Zu zahlen", money(bill.gross, "de")),
    )


def en_bill_ship(sheet: Sheet, bill: Bill) -> None:
    """A letterhead in the middle, 'Bill to' and 'Ship to' in two columns, the amount due in a box."""
    me, you = bill.seller, bill.buyer
    sheet.put(230, 45, me.name, size=14, bold=True)
    sheet.put(190, 60, f"{me.street}, {me.town}", size=8)
    sheet.put(190, 71, f"Phone {me.phone} | {me.mail}", size=8)
    sheet.put(50, 110, "INVOICE", size=18, bold=True)
    sheet.sums(110, ("Invoice #", bill.number), ("Invoice date", told(bill.day, "en")), ("Terms", "Net 30"), x=380)
    sheet.column(50, 170, "Bill To", you.name, you.street, you.town)
    sheet.column(310, 170, "Ship To", "Receiving dock 3", "9 Canal Street", "Leeds LS1 2AA")
    y = sheet.goods(bill, 250, _EN, "en", ruled=True)
    y = sheet.sums(y + 8, ("Subtotal", money(bill.net, "en")), (f"Tax ({bill.rate}%)", money(bill.tax, "en")))
    sheet.box(355, y - 10, 548, y + 8)
    sheet.put(360, y + 2, "Amount Due (USD)", bold=True)
    sheet.put(545, y + 2, f"${money(bill.gross, 'en')}", bold=True, right=True)


def en_remit(sheet: Sheet, bill: Bill) -> None:
    """The seller top left, a box of facts top right with labels over their values, 'Sold to', remittance at the foot."""
    me, you = bill.seller, bill.buyer
    sheet.column(50, 50, me.name, me.street, me.town, f"Tel: {me.phone}")
    sheet.put(545, 55, "Invoice", size=20, bold=True, right=True)
    for x, label, value in ((360, "DATE", told(bill.day, "us")), (450, "INVOICE NO.", bill.number)):
        sheet.put(x, 85, label, size=8)
        sheet.put(x, 98, value)
    sheet.column(50, 140, "SOLD TO:", you.name, you.street, you.town)
    y = sheet.goods(bill, 230, ("ITEM", "QTY", "RATE", "AMOUNT"), "en")
    sheet.sums(
        y + 8,
        ("SUBTOTAL", money(bill.net, "en")),
        ("SALES TAX", money(bill.tax, "en")),
        ("TOTAL", f"$ {money(bill.gross, 'en')}"),
    )
    sheet.column(50, 740, "Please make checks payable to:", me.name, "P.O. Box 118, Tucson, AZ 85702", size=8)


def en_registered_foot(sheet: Sheet, bill: Bill) -> None:
    """No label for either side: the customer stands in the window, the seller in the registered foot."""
    me, you = bill.seller, bill.buyer
    sheet.column(60, 140, you.name, you.street, you.town, "United Kingdom")
    sheet.column(380, 140, f"Invoice number {bill.number}", f"Date {told(bill.day, 'en')}", "Your order PO-771")
    sheet.put(60, 240, "Sales Invoice", size=14, bold=True)
    y = sheet.goods(bill, 270, ("Details", "Quantity", "Price", "Net"), "en")
    sheet.sums(
        y + 5,
        ("Net total", f"£{money(bill.net, 'en')}"),
        (f"VAT @ {bill.rate}%", f"£{money(bill.tax, 'en')}"),
        ("Total GBP", f"£{money(bill.gross, 'en')}"),
    )
    sheet.put(60, 785, f"{me.name}. Registered in England No. 0{me.tax[2:9]}. VAT Reg. No. {me.tax}", size=7)
    sheet.put(60, 795, f"Registered office: {me.street}, {me.town}. {me.mail}", size=7)


def en_from_to(sheet: Sheet, bill: Bill) -> None:
    """A grid of two cells: 'From' and 'To', each with its block."""
    me, you = bill.seller, bill.buyer
    sheet.put(50, 60, "Tax Invoice", size=16, bold=True)
    sheet.put(50, 85, f"No: {bill.number}")
    sheet.put(200, 85, f"Issued: {told(bill.day, 'iso')}")
    sheet.box(48, 100, 298, 180)
    sheet.box(298, 100, 548, 180)
    sheet.column(54, 114, "From", me.name, me.street, me.town, f"VAT {me.tax}")
    sheet.column(304, 114, "To", you.name, you.street, you.town, f"VAT {you.tax}")
    y = sheet.goods(bill, 210, _EN, "plain", ruled=True)
    sheet.sums(
        y + 6,
        ("Net", f"{money(bill.net, 'plain')} GBP"),
        ("VAT", f"{money(bill.tax, 'plain')} GBP"),
        ("Total incl. VAT", f"{money(bill.gross, 'plain')} GBP"),
    )


def en_lines(sheet: Sheet, bill: Bill) -> None:
    """Facts and parties as lines of label and value, no blocks."""
    me, you = bill.seller, bill.buyer
    sheet.put(230, 50, "COMMERCIAL INVOICE", size=13, bold=True)
    rows = (
        ("Exporter", f"{me.name}, {me.street}, {me.town}"),
        ("Importer", f"{you.name}, {you.street}, {you.town}"),
        ("Invoice No. & Date", f"{bill.number} / {told(bill.day, 'iso')}"),
        ("Currency", bill.currency),
        ("Terms of delivery", "FCA Leeds"),
    )
    for nth, (label, value) in enumerate(rows):
        sheet.put(50, 90 + 16 * nth, f"{label}:")
        sheet.put(170, 90 + 16 * nth, value)
    y = sheet.goods(bill, 190, ("No.", "Description of goods", "Qty", "Unit price", "Value"), "en")
    sheet.sums(
        y,
        ("Total net", money(bill.net, "en")),
        ("Tax", money(bill.tax, "en")),
        ("Total invoice value", money(bill.gross, "en")),
    )


def en_balance(sheet: Sheet, bill: Bill) -> None:
    """The customer's block at the right, the seller at the left; a payment made stands under the total."""
    me, you = bill.seller, bill.buyer
    sheet.column(50, 50, me.name, me.street, me.town, me.mail, f"VAT No. {me.tax}")
    sheet.column(360, 120, "Customer:", you.name, you.street, you.town)
    sheet.put(50, 190, f"Invoice {bill.number}", size=13, bold=True)
    sheet.put(50, 206, f"Issue date: {told(bill.day, 'en')}")
    sheet.put(250, 206, "Due date: on receipt")
    y = sheet.goods(bill, 240, _EN, "en")
    paid = (bill.gross / 4).quantize(bill.tax)
    sheet.sums(
        y,
        ("Sub-total", money(bill.net, "en")),
        (f"VAT {bill.rate}%", money(bill.tax, "en")),
        ("Invoice total", money(bill.gross, "en")),
        ("Deposit paid", f"-{money(paid, 'en')}"),
        ("Balance due", f"£{money(bill.gross - paid, 'en')}"),
    )


def fr_window_right(sheet: Sheet, bill: Bill) -> None:
    """The seller top left with its SIRET, the client's address at the right without a label."""
    me, you = bill.seller, bill.buyer
    sheet.column(
        50, 50, me.name, me.street, me.town, f"Tél. {me.phone}", f"SIRET 4{me.tax[2:10]} 00017", f"TVA {me.tax}"
    )
    sheet.column(340, 150, you.name, you.street, you.town)
    sheet.put(50, 230, f"FACTURE N° {bill.number}", size=13, bold=True)
    sheet.put(340, 230, f"Lyon, le {told(bill.day, 'fr')}")
    y = sheet.goods(bill, 265, _FR, "fr")
    sheet.sums(
        y + 6,
        ("Total HT", f"{money(bill.net, 'fr')} €"),
        (f"TVA {bill.rate} %", f"{money(bill.tax, 'fr')} €"),
        ("Total TTC", f"{money(bill.gross, 'fr')} €"),
    )
    sheet.put(50, y + 80, "En cas de retard, une indemnité forfaitaire de 40 € est due.", size=7)


def fr_addressed(sheet: Sheet, bill: Bill) -> None:
    """Labels 'Émetteur' and 'Adressé à' over two boxes; 'Reste à payer' after a payment on account."""
    me, you = bill.seller, bill.buyer
    sheet.put(545, 55, f"Facture {bill.number}", size=13, bold=True, right=True)
    sheet.put(545, 70, f"Date de facturation : {told(bill.day, 'slashes')}", right=True)
    sheet.put(50, 110, "Émetteur :", size=8)
    sheet.put(310, 110, "Adressé à :", size=8)
    sheet.column(54, 128, me.name, me.street, me.town, me.mail)
    sheet.column(314, 128, you.name, you.street, you.town)
    y = sheet.goods(bill, 215, ("Désignation", "Quantité", "P.U. HT", "Total HT"), "fr", ruled=True)
    paid = (bill.gross / 5).quantize(bill.tax)
    sheet.sums(
        y + 6,
        ("Total HT", money(bill.net, "fr")),
        ("Total TVA", money(bill.tax, "fr")),
        ("Total TTC", money(bill.gross, "fr")),
        ("Acompte versé", money(paid, "fr")),
        ("Reste à payer", money(bill.gross - paid, "fr")),
    )
    sheet.put(
        50,
        800,
        f"{me.name} - RCS Brest B 4{me.tax[2:10]} - TVA intracommunautaire {me.tax} - Montants exprimés en euros",
        size=7,
    )


def fr_delivered(sheet: Sheet, bill: Bill) -> None:
    """'Facturé à' and 'Livré à' side by side under a letterhead; 'Net à payer' with the currency after."""
    me, you = bill.seller, bill.buyer
    sheet.put(50, 45, me.name, size=15, bold=True)
    sheet.put(50, 62, f"{me.street} - {me.town} - {me.mail}", size=8)
    sheet.put(50, 105, "Facture", size=14, bold=True)
    sheet.put(50, 122, f"Numéro : {bill.number}")
    sheet.put(200, 122, f"Date : {told(bill.day, 'slashes')}")
    sheet.put(50, 150, "Facturé à")
    sheet.put(310, 150, "Livré à")
    sheet.column(50, 164, you.name, you.street, you.town)
    sheet.column(310, 164, "Dépôt central", "2 chemin du Lac", "38000 Grenoble")
    y = sheet.goods(bill, 230, _FR, "fr")
    sheet.sums(
        y + 6,
        ("Montant HT", f"{money(bill.net, 'fr')} EUR"),
        ("Montant TVA", f"{money(bill.tax, 'fr')} EUR"),
        ("NET À PAYER", f"{money(bill.gross, 'fr')} EUR"),
    )


# layout -> (how it is drawn, its language, its currency, its rate of tax)
LAYOUTS: dict[str, tuple[Layout, str, str, int]] = {
    one.__name__: (one, language, currency, rate)
    for one, language, currency, rate in (
        (de_window, "de", "EUR", 19),
        (de_right_block, "de", "EUR", 19),
        (de_two_addresses, "de", "EUR", 7),
        (de_foot_only, "de", "EUR", 19),
        (de_letterhead_two_lines, "de", "EUR", 19),
        (en_issued_at, "en", "USD", 19),
        (fr_one_box, "fr", "EUR", 20),
        (en_bill_ship, "en", "USD", 8),
        (en_remit, "en", "USD", 6),
        (en_registered_foot, "en", "GBP", 20),
        (en_from_to, "en", "GBP", 20),
        (en_lines, "en", "USD", 5),
        (en_balance, "en", "GBP", 20),
        (fr_window_right, "fr", "EUR", 20),
        (fr_addressed, "fr", "EUR", 20),
        (fr_delivered, "fr", "EUR", 10),
        (ru_payment, "ru", "RUB", 20),
        (ru_tax_invoice, "ru", "RUB", 20),
        (ru_services, "ru", "RUB", 20),
        (ru_english, "ru", "EUR", 20),
        (zh_vat, "zh", "CNY", 13),
        (zh_commercial, "zh", "CNY", 13),
        (zh_units, "zh", "CNY", 6),
        (zh_english, "zh", "USD", 13),
    )
}
