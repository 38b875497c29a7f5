"""A small invented folder of evidence: passenger rows, two bills, a letter, a list. All people and firms are invented."""

from pathlib import Path

ROWS = """Passenger,Passport,Carrier,Flight,Date,From,To,Booking,Status
ORLOVA/LENA MS,X1000001,ZZ,ZZ101,2024-03-04,Hangzhou (HGH),Perm (PEE),AAA111,FLOWN
ORLOVA/LENA MS,X1000001,ZZ,ZZ102,2024-03-12,Perm (PEE),Hangzhou (HGH),AAA111,FLOWN
ORLOVA/LENA MS,X1000001,ZZ,ZZ101,2024-06-03,Hangzhou (HGH),Perm (PEE),BBB222,FLOWN
ORLOVA/LENA MS,X1000001,ZZ,ZZ102,2024-06-11,Perm (PEE),Hangzhou (HGH),BBB222,FLOWN
ORLOVA/LENA MS,X1000001,ZZ,ZZ101,2024-09-02,Hangzhou (HGH),Perm (PEE),CCC333,CANCELLED
FROLOV/ILYA MR,X1000002,ZZ,ZZ101,2024-03-04,Hangzhou (HGH),Perm (PEE),AAA111,FLOWN
"""

LETTER = """From: Veskarra Trading LLC
To: Perm Gearing Works JSC
Date: 20 February 2024
Subject: visit of our specialists

Please receive our specialists in Perm from 4 March to 12 March 2024:

1. Lena Orlova, engineer, passport X1000001

Yours faithfully,
Veskarra Trading LLC
"""

BILL = """INVOICE

Invoice No.: {number}
Date: {date}
Seller: {seller}
INN: {seller_inn}
Buyer: {buyer}
INN: {buyer_inn}
Currency: {currency}

No.\tDescription\tItem\tHS code\tQuantity\tUnit\tUnit price\tAmount
1\tMeasuring head\tQX-310\t9031.80\t{quantity}\tpcs\t100.00\t{amount}.00

Total: {amount}.00 {currency}
"""

SDN = """1001,"PERM GEARING WORKS JSC",-0- ,"INVENTED1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Tax ID No. 5900000012 (Russia)."
1002,"HARBOUR LANTERN SHIPPING CO",-0- ,"INVENTED1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
"""


def write(folder: Path) -> Path:
    """Write the evidence below a folder and return it."""
    evidence = folder / "evidence"
    (evidence / "letters").mkdir(parents=True)
    (evidence / "travel.csv").write_text(ROWS, encoding="utf-8")
    (evidence / "letters" / "visit.txt").write_text(LETTER, encoding="utf-8")
    first = {"number": "A-17", "date": "10 January 2024", "seller": "Yunhe Dials Co., Ltd.", "seller_inn": "9909000001"}
    second = {"number": "V-4", "date": "15 February 2024", "seller": "Veskarra Trading LLC", "seller_inn": "7700000011"}
    middle, last = ("Veskarra Trading LLC", "7700000011"), ("Perm Gearing Works JSC", "5900000012")
    for bill, (buyer, inn), quantity, currency in ((first, middle, 20, "CNY"), (second, last, 19, "RUB")):
        text = BILL.format(
            **bill, buyer=buyer, buyer_inn=inn, quantity=quantity, amount=quantity * 100, currency=currency
        )
        (evidence / f"bill {bill['number']}.txt").write_text(text, encoding="utf-8")
    return evidence


def write_list(folder: Path) -> Path:
    """Write one snapshot of an invented list in the OFAC layout and return its file."""
    path = folder / "sdn.csv"
    path.write_text(SDN, encoding="utf-8")
    return path
