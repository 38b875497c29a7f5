import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.detect.items import Item, Person
from clew.detect.ties import find_ties, origins, outlets_cited

WIRE = """Lamplight Wire, 4 March 2025

Surveyors have travelled to the depot at Brannick on at least nine days since May 2024, according to two customs officers and to ledgers seen by Lamplight Wire.

The officers said the trips cost 418,500 crowns and were booked under order QX-771 by a clerk in Ostrel. Nobody at the depot was told what the crates of 14 June 2024 were for, they added.
"""
COPY = """Brannick Evening Herald, 5 March 2025

Surveyors have travelled to the depot at Brannick on at least nine days since May 2024, two customs officers say. The officers said the trips cost 418,500 crowns and were booked under order QX-771 by a clerk in Ostrel.
"""
CITING = """Ostrel Courier, 6 March 2025

Men with measuring gear keep coming to a warehouse in the north. So Lamplight Wire reported, and it named no sum.
"""
PARAPHRASE = """Northern Gazette, 6 March 2025

For most of a year the warehouse has had guests with instruments. What they spent came to 418,500 crowns, charged to QX-771; on 14 June 2024 boxes arrived.
"""
WITNESS = """Harbour Examiner, 2 March 2025

A night guard told us that strangers with tripods slept in the depot at Brannick twice last winter. He wrote down the plates of their van.
"""


def item(name, text, **fields):
    return Item(f"s-{name}", f"press/{name}.txt", text, **fields)


FAMILY = [
    item("wire", WIRE), item("copy", COPY), item("citing", CITING), item("paraphrase", PARAPHRASE), item("witness", WITNESS)
]  # fmt: skip


def kinds(ties, one, other):
    return {tie.kind for tie in ties if {tie.left, tie.right} == {f"s-{one}", f"s-{other}"}}


def count(items, **known):
    return len(set(origins((one.id for one in items), find_ties(items, **known)).values()))


def test_each_tie_says_what_it_rests_on():
    ties = find_ties(FAMILY)
    assert "verbatim" in kinds(ties, "wire", "copy")
    assert kinds(ties, "wire", "citing") == {"cites"}
    assert kinds(ties, "wire", "paraphrase") == {"rare_values"}
    assert not kinds(ties, "wire", "witness")
    assert count(FAMILY) == 2
    assert all(tie.basis for tie in ties)
    (shared,) = [
        tie
        for tie in ties
        if tie.kind == "rare_values" and "paraphrase" in tie.left + tie.right and "wire" in tie.left + tie.right
    ]
    assert "418500" in shared.basis


def test_values_that_records_hold_say_nothing_of_copying():
    known = {"number 418500", "code qx-771", "time 2024-06-14"}
    assert count([FAMILY[0], FAMILY[3]], known=known) == 2


def test_two_short_of_three_values_is_no_tie():
    assert count([FAMILY[0], item("other", "North Journal\n\nThe sum was 418,500 crowns under QX-771.")]) == 2


def test_a_stock_phrase_is_no_copying():
    stock = "The Ministry of Canals did not immediately respond to a written request for comment on the matter."
    barge = [
        "A barge sank.",
        "It lay there for days.",
        "Nobody came.",
        stock,
        "It rained.",
        "Ducks sat on it.",
        "Then it was gone.",
    ]
    lock = [
        "A lock broke.",
        "Boats queued.",
        "Men swore.",
        stock,
        "It snowed.",
        "Children skated.",
        "The lock opened at noon.",
    ]
    left, right = item("left", "\n".join(barge)), item("right", "\n".join(lock))
    assert count([left, right]) == 1
    assert count([left, right], stock=[stock]) == 2


def test_a_notice_at_the_foot_of_two_items_is_no_copying():
    foot = "All words on this page may be read aloud in schools without asking anybody first."
    left = item("left", f"{WIRE}\n{foot}")
    right = item("right", f"{WITNESS} It was cold and he had made tea for them, he said, twice.\n{foot}")
    assert not kinds(find_ties([left, right]), "left", "right")


def test_one_public_statement_quoted_by_two_is_no_copying_of_each_other():
    quotation = "“We have looked at every crate and we found nothing in them that was not declared,” the firm said."
    left = item("left", f"East Tribune, 1 May 2025\n\nCrates were seen. {quotation}")
    right = item("right", f"West Tribune, 1 May 2025\n\nA clerk counted boxes. {quotation}")
    assert count([left, right]) == 2


def test_a_name_of_many_words_is_no_run_of_words():
    name = "Joint Stock Company Scientific Production Works of Canal and Lock Machinery"
    texts = [f"{name} sold a pump.", f"{name} hired a cook."]
    made = [
        item(f"n{n}", text, named=(Person(0, len(name), "organization", "e-1", name),)) for n, text in enumerate(texts)
    ]
    assert count(made) == 2


def test_to_name_an_outlet_ties_to_the_one_of_its_items_that_is_most_like():
    other = item(
        "other", "Lamplight Wire, 1 March 2025\n\nA choir of bakers sang in the market hall and gave away bread."
    )
    text = "Surveyors keep coming to the depot at Brannick, Lamplight Wire reported, and customs officers count crates there."
    named = item("named", f"Ostrel Courier, 6 March 2025\n\n{text}")
    ties = find_ties([FAMILY[0], other, named])
    assert kinds(ties, "wire", "named") == {"cites"}
    assert not kinds(ties, "other", "named")


def test_the_same_change_in_a_quotation_is_a_tie():
    statement = item(
        "s",
        "Statement\n1 May 2025\n\n“We count every crate twice and keep the lists for ten years.”",
        record_type="statement",
    )
    changed = "“We count every crate and burn the lists after ten years.”"
    ones = [item(n, f"{n.title()} Post, 3 May 2025\n\nThe firm spoke. {changed}") for n in ("left", "right")]
    assert "shared_error" in kinds(find_ties([statement, *ones]), "left", "right")


def test_two_who_quote_faithfully_are_not_tied_by_a_third_who_does_not():
    faithful = "“We count every crate twice and keep the lists for ten years.”"
    ones = [item(n, f"{n.title()} Post, 3 May 2025\n\nThe firm spoke. {faithful}") for n in ("left", "right")]
    later = item("later", "Late Post, 9 May 2025\n\n“We count every crate and burn the lists after ten years.”")
    assert count([*ones, later]) == 3


def test_a_public_channel_ties_nothing_and_a_leak_does():
    ones = [item("a", "A barge sank.", channel="press"), item("b", "A lock broke.", channel="press")]
    assert count(ones) == 2
    assert count([item(one.id[2:], one.text, channel="leak of May") for one in ones]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("so it is, according to the Ostrel Courier.", {"ostrel courier"}),
        ("Ostrel Courier has reported as much.", {"ostrel courier"}),
        ("Агентство Lamplight Wire сообщает о поездках.", {"lamplight wire"}),
        ("据灯塔新闻社报道，有人到访。", {"灯 塔 新 闻 社"}),
        ("The Ostrel Courier building burnt down.", set()),
        ("according to two officers", set()),
    ],
)
def test_outlets_are_cited_by_name_and_cue(text, names):
    found = outlets_cited(item("x", text))
    assert found == {" ".join(name.split()[-3:]) for name in names}


def test_chinese_copies_are_tied_by_a_run_of_characters():
    text = "两名官员表示，自二〇二四年春季以来，多名工程师多次前往北方的一座仓库进行测量工作。"
    assert "verbatim" in kinds(find_ties([item("a", text), item("b", "昨天消息：" + text)]), "a", "b")


def test_a_head_ends_where_the_sentences_begin():
    text = "A short title\n\nOstrel Courier, 6 March 2025\n\nThe sum of 418,500 crowns was booked by a clerk under order QX-771, we hear.\n\nNobody knew."
    one = item("x", text)
    assert [line for _, line in one.head] == ["A short title", "Ostrel Courier, 6 March 2025"]
    assert (one.outlet, str(one.day)) == ("Ostrel Courier", "2025-03-06")
    assert one.values == {"number 418500", "code qx-771"}


@settings(max_examples=60)
@given(st.data())
def test_adding_a_copy_never_raises_the_number_of_origins(data):
    some = data.draw(st.lists(st.sampled_from(FAMILY), min_size=1, unique_by=lambda one: one.id))
    one = data.draw(st.sampled_from(some))
    lead = data.draw(st.sampled_from(["", "Copied Daily, 9 March 2025\n\n", "Wie es heißt: "]))
    copy = item("zz-copy", lead + one.text)
    assert count([*some, copy]) <= count(some)


@given(st.integers(0, 1000))
def test_the_order_of_items_makes_no_difference(seed):
    shuffled = random.Random(seed).sample(FAMILY, len(FAMILY))
    assert find_ties(shuffled) == find_ties(FAMILY)
