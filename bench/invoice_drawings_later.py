"""Layouts of invoices for whose like the reader was changed: real papers laid out so were read wrong. As `invoice_drawings`; all invented."""

from invoice_layouts import Bill, Sheet, money, told

_FR = ("Désignation", "Qté", "Prix unitaire", "Montant")


def de_letterhead_two_lines(sheet: Sheet, bill: Bill) -> None:
    """A letterhead of a name and a longer name without address, a branch with its telephone below the window, the day beside the title, a salutation and sums without a table."""
    me, you = bill.seller, bill.buyer
    sheet.put(70, 70, me.name, size=12, bold=True)
    sheet.put(70, 84, f"Ein Haus der {me.name.split()[0]} Gruppe a.G.")
    sheet.column(70, 110, "Frau", you.name, you.street, you.town, lead=11.5)
    sheet.column(
        70,
        170,
        "Beratungsbüro",
        "Mitte",
        "Torstr. 9",
        "10119 Berlin",
        f"Tel.: {me.phone}",
        "Mo.-Fr. 9-16 Uhr",
        lead=11.5,
    )
    sheet.put(70, 290, "Beitrags-Rechnung")
    sheet.put(425, 290, told(bill.day, "de"))
    sheet.put(70, 310, f"Rechnungs-Nr.: {bill.number}")
    sheet.put(70, 335, "Sehr geehrte Damen und Herren,")
    sheet.put(70, 347, "zu Ihrem Vertrag wird der folgende Betrag fällig:")
    sheet.sums(
        375,
        ("Beitrag für das Jahr", f"{money(bill.net, 'de')} €"),
        (f"Versicherungsteuer {bill.rate} %", f"{money(bill.tax, 'de')} €"),
        ("Rechnungsbeitrag", f"{money(bill.gross, 'de')} €"),
        x=70,
        end=330,
    )
    sheet.put(70, 440, "Bitte überweisen Sie auf IBAN DE02 1203 0000 0000 2020 51, BIC HAFBDEHH, Hafenbank.")


def en_issued_at(sheet: Sheet, bill: Bill) -> None:
    """A sender's line over a widely set window, a customer's number on a line of its own, sums in sentences, a tax table of two rates."""
    me, you = bill.seller, bill.buyer
    sheet.put(65, 55, told(bill.day, "iso"))
    sheet.column(450, 120, me.name, me.street, me.town, f"phone {me.phone}", me.mail, lead=14)
    sheet.put(80, 157, f"{me.name} ● {me.street} ● {me.town}", size=6.5)
    for nth, line in enumerate((you.name, you.street, you.town)):
        sheet.put(70, 172 + 27 * nth, line)
    sheet.put(57, 310, "Customer:2")
    sheet.put(57, 335, "Your order AB321")
    sheet.put(57, 350, f"Invoice # {bill.number} issued at {told(bill.day, 'iso')}")
    y = sheet.goods(bill, 390, ("Product", "Amount", "Price", "Total"), "en")
    sheet.put(57, y + 12, f"Net total: {money(bill.net, 'en')} $")
    for nth, row in enumerate(
        (
            ("VAT", "Net", "VAT amount"),
            (f"{bill.rate}%", money(bill.net, "en"), money(bill.tax, "en")),
            ("2%", "0.00", "0.00"),
        )
    ):
        for column, text in enumerate(row):
            sheet.put(60 + 75 * column, y + 40 + 15 * nth, text)
    sheet.put(155, y + 90, f"VAT total: {money(bill.tax, 'en')} $")
    sheet.put(57, y + 106, f"Due payable: {money(bill.gross, 'en')} USD")
    sheet.put(430, 735, "IBAN DE02 1203 0000 0000 2020 51")


def fr_one_box(sheet: Sheet, bill: Bill) -> None:
    """The body is one box in which neither lines nor sums are ruled; the seller is the holder of the account, and in the foot."""
    me, you = bill.seller, bill.buyer
    sheet.column(385, 116, you.name, you.street, you.town)
    sheet.put(245, 180, f"Facture n° {bill.number}", size=12)
    sheet.put(57, 192, f"Date : {told(bill.day, 'slashes')}")
    top = 250.0
    y = sheet.goods(bill, 260, _FR, "fr")
    bottom = sheet.sums(
        y + 10,
        ("Total HT :", f"{money(bill.net, 'fr')} €"),
        (f"TVA {bill.rate}% :", f"{money(bill.tax, 'fr')} €"),
        ("Total TTC :", f"{money(bill.gross, 'fr')} €"),
    )
    for x in (48.0, 230.0, 320.0, 400.0, 550.0):
        sheet.rule(x, top, x, bottom)
    for at in (top, 266.0, bottom):
        sheet.rule(48, at, 550, at)
    sheet.put(50, bottom + 30, f"Virement : Banque du Port – Titulaire du compte : {me.name}")
    sheet.put(50, bottom + 42, "IBAN : FR76 1010 7000 0000 0000 0000 139 - BIC : PORTFRPP")
    sheet.put(280, 795, me.name)
    sheet.put(137, 803, f"Siège social : {me.street} - {me.town} – Tél : {me.phone} – {me.mail}", size=7)
