from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.records import Listing
from clew.screen.match import NameInCase, Party, hits

BORN = ("birth_date", "1980-01-02")


def listing(name, *identifiers, entry="1", name_kind="primary", kind="person"):
    return Listing("test-list", "n-1", entry, name, name_kind, kind, "TEST", None, None, identifiers, "")


def party(*names, kind="person", id_="e-1"):
    rows = [(name, ()) if isinstance(name, str) else (name[0], name[1:]) for name in names]
    return Party(id_, kind, tuple(NameInCase(f"a-{n}", text, ids) for n, (text, ids) in enumerate(rows)))


def only(found):
    (hit,) = found
    return hit


def test_an_equal_name_is_a_match_of_names():
    hit = only(hits([party("PETROV/IVAN")], [listing("PETROV, Ivan")]))
    assert (hit.level, hit.score) == ("I1", 100)
    assert hit.leaves == (("list", hit.listing),)
    assert "PETROV/IVAN" in hit.because[0]


def test_a_cyrillic_name_matches_its_romanisation():
    assert only(hits([party("Иван Петров")], [listing("PETROV, Ivan")])).level == "I1"
    assert only(hits([party("Iurii Zaitsev")], [listing("Юрий Зайцев")])).level == "I1"


def test_the_day_of_birth_makes_it_a_match():
    assert only(hits([party(("Ivan Petrov", BORN))], [listing("PETROV, Ivan", BORN)])).level == "I2"


def test_the_name_in_its_own_script_and_the_day_of_birth_make_it_the_person():
    assert only(hits([party(("张伟明", BORN))], [listing("张伟明", BORN)])).level == "I3"


def test_an_equal_identifier_makes_it_the_party_under_any_name():
    inn = ("inn", "0000000001")
    found = hits(
        [party(("Luch Trading LLC", inn), kind="organization")],
        [
            listing("VEKTOR PRIBOR LLC", inn, kind="organization"),
            listing("VEKTOR P LLC", inn, kind="organization", name_kind="alias"),
        ],
    )
    hit = only(found)
    assert hit.level == "I3"
    assert hit.listed_name == "VEKTOR PRIBOR LLC"
    assert "same inn 0000000001" in hit.because
    assert "the names are not equal" in hit.against


@pytest.mark.parametrize("differing", [("birth_date", "1955-05-05"), ("passport", "X2")])
def test_what_differs_speaks_against(differing):
    mine = (BORN, ("passport", "X1"))
    hit = only(hits([party(("Ivan Petrov", *mine))], [listing("PETROV, Ivan", differing)]))
    assert hit.level == "I0"
    assert "differs" in hit.against[0]


def test_a_passport_among_several_on_the_list_does_not_differ():
    both = (("passport", "X1"), ("passport", "X2"))
    assert only(hits([party(("Ivan Petrov", ("passport", "X2")))], [listing("PETROV, Ivan", *both)])).level == "I3"


def test_another_register_number_does_not_undo_an_equal_tax_number():
    mine = (("inn", "0000000001"), ("registration", "A 1"))
    theirs = (("inn", "0000000001"), ("registration", "B 2"))
    found = hits(
        [party(("Vektor Pribor LLC", *mine), kind="organization")],
        [listing("Vektor Pribor LLC", *theirs, kind="organization")],
    )
    assert only(found).level == "I3"


def test_a_weak_alias_alone_is_a_lead():
    hit = only(hits([party("Ivan Petrov")], [listing("PETROV, Ivan", name_kind="weak alias")]))
    assert hit.level == "I0"
    assert "weak alias" in hit.against[0]


def test_a_weak_alias_with_the_day_of_birth_is_a_match():
    found = hits([party(("Ivan Petrov", BORN))], [listing("PETROV, Ivan", BORN, name_kind="weak alias")])
    assert only(found).level == "I2"


def test_a_single_word_is_no_full_name():
    assert only(hits([party("Petrov")], [listing("PETROV")])).level == "I0"


@pytest.mark.parametrize(("ours", "theirs"), [("张伟明", "ZHANG, Weiming"), ("Zhang Wei-Ming", "张伟明")])
def test_pinyin_is_a_lead_at_most(ours, theirs):
    hit = only(hits([party(ours)], [listing(theirs)]))
    assert hit.level == "I0"
    assert hit.score < 100
    assert "many names share one pinyin" in hit.against


def test_two_han_names_of_one_pinyin_are_no_lead():
    assert list(hits([party("张伟明")], [listing("章伟明")])) == []


def test_a_reading_that_is_only_near_is_no_lead():
    assert list(hits([party("张伟明")], [listing("ZHANG, Weimin")])) == []


def test_a_near_name_is_a_lead():
    hit = only(hits([party("Ivan Petrovskiy")], [listing("PETROVSKI, Ivan")]))
    assert hit.level == "I0"
    assert 90 <= hit.score < 100


def test_another_name_is_nothing():
    assert list(hits([party("Olga Smirnova")], [listing("PETROV, Ivan")])) == []


def test_a_firm_named_like_a_person_is_a_lead():
    hit = only(hits([party("Ivan Petrov", kind="organization")], [listing("Ivan Petrov")]))
    assert hit.level == "I0"
    assert "here organization, on the list person" in hit.against


def test_a_place_is_not_screened():
    assert list(hits([party("Ivan Petrov", kind="place")], [listing("Ivan Petrov")])) == []


def test_a_hit_names_the_documents_that_carry_it():
    found = hits([party("Ivan Petrov", ("Petrov, Ivan", BORN), "Ivan Petrof")], [listing("PETROV, Ivan", BORN)])
    hit = only(found)
    assert (hit.level, hit.anchors, hit.name) == ("I2", ("a-1",), "Petrov, Ivan")


def test_another_document_that_differs_is_shown_against():
    hit = only(
        hits([party("Ivan Petrov", ("Ivan Petrov", BORN))], [listing("Ivan Petrov", ("birth_date", "1955-05-05"))])
    )
    assert (hit.level, hit.anchors) == ("I1", ("a-0",))
    assert any("elsewhere in the case birth_date differs" in words for words in hit.against)


def test_an_entry_with_an_equal_name_gives_no_leads_by_its_aliases():
    found = hits([party("Ivan Petrov")], [listing("PETROV, Ivan"), listing("PETROVV, Ivan", name_kind="alias")])
    assert only(found).listed_name == "PETROV, Ivan"


words = st.sampled_from(
    ["Ivan Petrov", "Иван Петров", "PETROV, Ivan", "Ivan Petrovv", "Iurii Zaitsev", "张伟明", "Petrov"]
)
marks = st.lists(st.sampled_from([BORN, ("passport", "X1"), ("inn", "0000000001")]), max_size=2, unique=True).map(tuple)
parties = st.lists(st.tuples(words, marks), min_size=1, max_size=3).map(
    lambda rows: party(*((text, *identifiers) for text, identifiers in rows))
)
listings = st.lists(
    st.builds(
        lambda name, identifiers, entry, name_kind: listing(name, *identifiers, entry=entry, name_kind=name_kind),
        words,
        marks,
        st.sampled_from("123"),
        st.sampled_from(["primary", "alias", "weak alias"]),
    ),
    max_size=4,
    unique_by=lambda row: row.id,
)


@given(parties, listings)
def test_an_unrelated_listing_changes_no_other_hit(someone, rows):
    unrelated = listing("Hendrika van der Zwaluwe", ("passport", "ZZ9"), entry="99")
    assert list(hits([someone], rows)) == list(hits([someone], [*rows, unrelated]))


@given(parties, listings, st.randoms())
def test_the_order_of_the_listings_does_not_matter(someone, rows, random):
    assert list(hits([someone], rows)) == list(hits([someone], random.sample(rows, len(rows))))


@given(
    words,
    marks,
    words,
    marks,
    st.sampled_from([("passport", "X9"), ("birth_date", "1955-05-05"), ("inn", "0000000009")]),
)
def test_a_contradicting_identifier_never_raises_a_level(text, mine, listed, theirs, contradicting):
    kept = tuple(pair for pair in theirs if pair[0] != contradicting[0])
    row = listing(listed, *kept)
    someone = party((text, *mine, (contradicting[0], "0")))
    before = {hit.name: hit.level for hit in hits([someone], [row])}
    against = replace(row, identifiers=(*kept, contradicting))
    for hit in hits([someone], [against]):
        assert hit.level <= before[hit.name]


def test_a_first_name_and_a_ship_of_that_name_are_a_lead_only():
    hit = only(hits([party("Dan")], [listing("DAN", kind="unknown")]))
    assert hit.level == "I0"
    assert "only one word of the name is given in full" in hit.against


def test_a_firm_called_by_one_long_word_matches_by_it_and_by_a_short_one_is_a_lead():
    firm = {"kind": "organization"}
    assert only(hits([party("Altwinpribor LLC", **firm)], [listing("ALTWINPRIBOR LLC", **firm)])).level == "I1"
    assert only(hits([party("Dan", **firm)], [listing("DAN", **firm)])).level == "I0"
