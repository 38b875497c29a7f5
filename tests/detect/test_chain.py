from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Match, Party
from clew.detect.patterns.chain import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.records import Leaf

DAY_ONE = date(2024, 3, 1)
PARTIES = tuple(
    Party(f"e-{name}", name.capitalize(), "organization", "I3")
    for name in ("orvel", "veltra", "plant", "kestrel", "shop")
)


def bill(number, seller, buyer, day, quantity="40", *, item="KD-40", predicate="billed", document=None, names=("", "")):
    qualifiers = {"item": item, "number": document or f"INV-{number}"}
    return Fact(
        f"c-{number:02}", seller, predicate, buyer, f"a-{seller}{names[0]}", f"e-{seller}", f"a-{buyer}{names[1]}", f"e-{buyer}",
        qualifiers={**qualifiers, **({"quantity": quantity} if quantity else {})}, modality=predicate,
        valid_from=(DAY_ONE + timedelta(days=day)).isoformat(), record_type="invoice", source=f"s-{number}",
    )  # fmt: skip


def hit(entity="plant", *, level="I3", anchors=None, number=1):
    anchors = anchors or (f"a-{entity}",)
    return Match(
        f"h-{number}", f"e-{entity}", f"l-{number}", "own", "77", "n-1", anchors, level, (Leaf("list", f"l-{number}"),)
    )


LISTED_PLANT = (hit(),)


def found(*billed, moved=(), matches=LISTED_PLANT, links=(), **options):
    return list(conclude(Evidence(billed, moved, matches, (), PARTIES, links), Options(**options)))


CHAIN = (bill(1, "orvel", "veltra", 0), bill(2, "veltra", "plant", 30))


def test_the_same_goods_billed_on_are_a_chain():
    (finding,) = found(*CHAIN)
    assert finding.key == ("e-orvel", "e-veltra", "e-plant", "kd40")
    assert finding.sentence == (
        "Orvel billed Veltra for 40 × KD-40 on 2024-03-01; Veltra billed Plant for 40 × KD-40 on 2024-03-31 (1 such pair). "
        "Billed is not delivered: 0 of 1 has a delivery record."
    )
    assert finding.strength == 2
    assert finding.supports == ((Leaf("claim", "c-01"), Leaf("claim", "c-02"), Leaf("list", "l-1")),)


def test_the_code_of_the_item_is_compared_without_case_blanks_and_hyphens():
    assert len(found(bill(1, "orvel", "veltra", 0, item="KD-40"), bill(2, "veltra", "plant", 3, item="kd 40"))) == 1


def test_stays_silent_on_another_item():
    assert found(bill(1, "orvel", "veltra", 0, item="KD-40"), bill(2, "veltra", "plant", 3, item="KD-400")) == []


def test_stays_silent_when_the_same_item_was_ordered_by_someone_else():
    assert found(bill(1, "orvel", "veltra", 0), bill(2, "veltra", "shop", 30)) == []


def test_stays_silent_on_stock_older_than_120_days():
    assert found(bill(1, "orvel", "veltra", 0), bill(2, "veltra", "plant", 121)) == []
    assert len(found(bill(1, "orvel", "veltra", 0), bill(2, "veltra", "plant", 120))) == 1


def test_stays_silent_when_the_goods_were_billed_on_before_they_came():
    assert found(bill(1, "orvel", "veltra", 1), bill(2, "veltra", "plant", 0)) == []


def test_stays_silent_when_too_little_or_too_much_goes_on():
    for quantity in ("31", "43"):
        assert found(bill(1, "orvel", "veltra", 0), bill(2, "veltra", "plant", 3, quantity)) == []
    for quantity in ("32", "42"):
        assert len(found(bill(1, "orvel", "veltra", 0), bill(2, "veltra", "plant", 3, quantity))) == 1


def test_stays_silent_on_ordinary_trade_that_reaches_no_listed_party():
    assert found(*CHAIN, matches=()) == []
    assert found(*CHAIN, matches=(hit(level="I1"),)) == []
    assert found(*CHAIN, matches=(hit("orvel"),)) == []
    assert len(found(*CHAIN, matches=(), ends="all")) == 1


def test_stays_silent_on_goods_that_come_back():
    assert found(bill(1, "plant", "veltra", 0), bill(2, "veltra", "plant", 3)) == []


def test_another_buyer_of_as_much_makes_the_pairing_possible_only():
    (finding,) = found(*CHAIN, bill(3, "veltra", "shop", 20))
    assert finding.strength == 1
    assert "possible" in finding.sentence
    assert finding.against == (Leaf("claim", "c-03"),)
    assert "Veltra billed 1 other buyer for the same item." in finding.limits


def test_another_buyer_of_less_leaves_the_pairing_unique():
    (finding,) = found(*CHAIN, bill(3, "veltra", "shop", 20, "35"))
    assert finding.strength == 2


def test_a_missing_quantity_is_possible_only():
    (finding,) = found(bill(1, "orvel", "veltra", 0, None), CHAIN[1])
    assert finding.strength == 1
    assert "an unstated quantity of KD-40" in finding.sentence


def test_two_copies_of_one_bill_are_one_pair():
    (finding,) = found(*CHAIN, bill(4, "orvel", "veltra", 0, document="INV-1"))
    assert "(1 such pair)" in finding.sentence


def test_repeated_orders_are_counted_once_each():
    (finding,) = found(*CHAIN, bill(3, "orvel", "veltra", 60), bill(4, "veltra", "plant", 90))
    assert "(2 such pairs)" in finding.sentence


def test_one_delivery_record_serves_one_pair():
    orders = (*CHAIN, bill(3, "orvel", "veltra", 60), bill(4, "veltra", "plant", 90))
    (finding,) = found(*orders, moved=(bill(9, "plant", "veltra", 35, predicate="delivered"),))
    assert "1 of 2 have a delivery record" in finding.sentence


def test_a_shipment_is_no_delivery():
    (finding,) = found(*CHAIN, moved=(bill(9, "veltra", "plant", 31, predicate="shipped"),))
    assert "0 of 1 has a delivery record. 1 of 1 has a record of shipment." in finding.sentence


def test_a_customs_declaration_is_counted_and_is_no_delivery():
    (finding,) = found(*CHAIN, moved=(bill(9, "veltra", "plant", 31, predicate="declared"),))
    assert "0 of 1 has a delivery record. 1 of 1 has a customs declaration." in finding.sentence


def test_a_bill_and_its_row_in_a_ledger_are_one_bill():
    row = replace(CHAIN[0], id="c-04", source="s-4", record_type="trade_ledger")
    numbered = replace(CHAIN[0], qualifiers={**CHAIN[0].qualifiers, "line": "1"})
    (finding,) = found(numbered, row, *CHAIN[1:])
    assert "(1 such pair)" in finding.sentence


def test_a_chain_over_two_intermediaries():
    keys = [f.key for f in found(CHAIN[0], bill(2, "veltra", "kestrel", 10), bill(3, "kestrel", "plant", 20))]
    assert ("e-orvel", "e-veltra", "e-kestrel", "e-plant", "kd40") in keys


def test_the_names_of_the_intermediary_must_be_one():
    links = joined("e-veltra", ["a-veltra", "a-veltra2"])
    (finding,) = found(CHAIN[0], bill(2, "veltra", "plant", 30, names=("2", "")), links=links)
    assert {leaf.id for leaf in finding.supports[0] if leaf.kind == "judgement"} == {link.id for link in links}


def test_no_forbidden_words():
    for finding in found(*CHAIN, bill(3, "veltra", "shop", 20), bill(5, "kestrel", "veltra", 2, None)):
        assert not any(FORBIDDEN.search(text) for text in (finding.sentence, *finding.limits))


@st.composite
def evidences(draw):
    billed = []
    for number in range(draw(st.integers(2, 7))):
        seller, buyer = draw(
            st.sampled_from(
                [("orvel", "veltra"), ("kestrel", "veltra"), ("veltra", "plant"), ("veltra", "shop"), ("shop", "plant")]
            )
        )
        names = draw(st.sampled_from(["", "2"])), draw(st.sampled_from(["", "2"]))
        quantity = draw(st.sampled_from(["40", "40", "38", None]))
        billed.append(bill(number, seller, buyer, draw(st.integers(0, 3)) * 50, quantity, names=names))
    links = tuple(
        link
        for name in ("orvel", "veltra", "plant", "shop", "kestrel")
        for link in joined(f"e-{name}", [f"a-{name}", f"a-{name}2"])
    )
    if draw(st.booleans()):
        links += joined("e-veltra", ["a-veltra", "a-veltra2"], by="inn:1")
    matches = draw(st.sampled_from([(hit(),), (hit(anchors=("a-plant", "a-plant2")), hit("veltra", number=2))]))
    return Evidence(tuple(billed), (), matches, (), PARTIES, links)


@settings(max_examples=300)
@given(evidences(), st.data(), st.sampled_from(["listed", "all"]))
def test_switching_leaves_off_equals_concluding_anew(evidence, data, ends):
    off = data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=4))
    check_law(conclude, evidence, Options(ends=ends), off)
