"""Invented numbers: an identifier goes with a firm only where nothing else on the page could be its owner."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.extract.document import Document, Table
from clew.extract.identifiers import identifiers_near, identifiers_of_registered
from clew.extract.labels import Words
from clew.extract.parties import find_parties
from clew.model.source import Cell, Page

SELLER, BUYER = "Northlight Ltd", "Vektor LLC"
SELLER_INN, BUYER_INN = "7700000001", "6600000001"


def near(text, name, tables=()):
    document = Document("s-test", "text/plain", (Page(1, text),), tables)
    start = text.index(name)
    return dict(identifiers_near(document, Words(1, start, start + len(name), name)))


@pytest.mark.parametrize(
    "text",
    [
        f"Seller: {SELLER}, INN {SELLER_INN}\nBuyer: {BUYER}, INN {BUYER_INN}",
        f"Seller: {SELLER}\n12 Harbour Road\nINN {SELLER_INN}\nBuyer: {BUYER}\nINN {BUYER_INN}",
        f"Seller\t{SELLER}\nINN\t{SELLER_INN}\nBuyer\t{BUYER}\nINN\t{BUYER_INN}",
        f"{SELLER} (INN {SELLER_INN}), hereinafter the Supplier, and\n{BUYER} (INN {BUYER_INN}), hereinafter the Buyer",
    ],
)
def test_numbers_under_each_other_go_with_the_party_above(text):
    assert near(text, SELLER) == {"inn": SELLER_INN}
    assert near(text, BUYER) == {"inn": BUYER_INN}


@pytest.mark.parametrize(
    "text",
    [
        f"{SELLER}\nBuyer INN: {BUYER_INN}",
        f"{SELLER}\nИНН покупателя: {BUYER_INN}",
        f"{SELLER} sells to {BUYER}, INN {BUYER_INN}",
        f"Seller: {SELLER}\nand {BUYER}\nINN {BUYER_INN}",
        f"{SELLER}\nINN {SELLER_INN} / INN {BUYER_INN}",
    ],
)
def test_a_number_behind_another_party_is_not_the_first_ones(text):
    assert near(text, SELLER) == {}


def test_a_cell_with_name_and_number_is_one_party_s():
    left, right = f"Seller\n{SELLER}\nINN {SELLER_INN}", f"Buyer\n{BUYER}\nINN {BUYER_INN}"
    text = f"{left}\t{right}\n"
    cells = (
        Cell(1, 0, 0, 0, left, ((0, len(left)),)),
        Cell(1, 0, 0, 1, right, ((len(left) + 1, len(left) + 1 + len(right)),)),
    )
    tables = (Table(0, (cells,)),)
    assert near(text, SELLER, tables) == {"inn": SELLER_INN}
    assert near(text, BUYER, tables) == {"inn": BUYER_INN}


GAPS = st.sampled_from(["\t", "   ", "        ", " | "])
FILLER = st.sampled_from(["", "12 Harbour Road", "Probsk", "KPP 770001001", "Tel. 000"])


@st.composite
def side_by_side(draw):
    """Two parties in two columns, with the numbers of one, the other or both somewhere under or beside them."""
    gap = draw(GAPS)
    both = [("Seller: ", "Buyer: "), ("", "")]
    labels = draw(st.sampled_from(both))
    lines = [] if labels[0] else [f"Seller{gap}Buyer"]
    lines.append(f"{labels[0]}{SELLER}{gap}{labels[1]}{BUYER}")
    lefts = [draw(FILLER) for _ in range(3)]
    rights = [draw(FILLER) for _ in range(3)]
    if draw(st.booleans()):
        lefts[draw(st.integers(0, 2))] = f"INN {SELLER_INN}"
    if draw(st.booleans()):
        rights[draw(st.integers(0, 2))] = f"INN {BUYER_INN}"
    lines += [gap.join(part for part in pair if part) for pair in zip(lefts, rights, strict=True)]
    return "\n".join(lines)


@settings(max_examples=300, deadline=None)
@given(text=side_by_side())
def test_in_two_columns_no_party_gets_the_other_s_number(text):
    document = Document("s-test", "text/plain", (Page(1, text),))
    own = {SELLER: SELLER_INN, BUYER: BUYER_INN}
    for party in find_parties(document).values():
        assert dict(party.identifiers).get("inn", own.get(party.text)) == own.get(party.text)
    for name, number in own.items():
        assert near(text, name).get("inn", number) == number


@settings(max_examples=100, deadline=None)
@given(gap=GAPS, order=st.permutations(["Seller", SELLER, f"INN {SELLER_INN}", "Buyer", BUYER]))
def test_in_a_row_of_two_parties_a_number_is_nobody_s(gap, order):
    assert "inn" not in near(gap.join(order), BUYER)


REGISTER = f"EXTRACT\nRegistration No. 1234567\nFull name: {BUYER}\nINN {BUYER_INN}\n"


def test_a_register_s_firm_has_the_numbers_before_its_owners():
    found = dict(
        identifiers_of_registered(
            f"{REGISTER}Director: Petrov Ivan, INN 770000000012\nOwner: {SELLER}\nLEI 529900TESTTESTTEST12", BUYER
        )
    )
    assert found == {"registration": "1234567", "inn": BUYER_INN}


@pytest.mark.parametrize(
    "line",
    [
        f"Shareholder: {SELLER}, OGRN 1027700000001",
        f"{SELLER}\nOGRN 1027700000001",
        "Участник: Петров Иван, ОГРНИП 304770000000001",
        "INN 770000000012",
    ],
)
def test_a_register_s_firm_does_not_take_the_numbers_of_owners(line):
    found = dict(identifiers_of_registered(f"Full name: {BUYER}\nAddress: Probsk\n{line}", BUYER))
    assert found == {}
