from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Match, Party
from clew.detect.listed import Row, Snapshot
from clew.detect.patterns.status import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.records import Leaf

EARLY, LATE = Snapshot("n-early", "own", "2024-01-10"), Snapshot("n-late", "own", "2024-06-10")
PARTIES = (Party("e-plant", "Brannick Plant", "organization", "I3"), Party("e-veltra", "Veltra", "organization", "I3"))


def sale(day="2024-03-05", number=1, *, anchor="a-plant", predicate="billed", document="INV-7"):
    return Fact(
        f"c-{number}", "Veltra", predicate, "Brannick Plant", "a-veltra", "e-veltra", anchor, "e-plant",
        qualifiers={"number": document} if document else {}, modality=predicate, valid_from=day,
        record_type="invoice", source="s-1",
    )  # fmt: skip


def row(snapshot, *, name="l", **dates):
    return Row(f"{name}-{snapshot.id}", "own", "77", snapshot.id, "INVENTED", **dates)


def hit(listing, *, level="I3", anchors=("a-plant",)):
    return Match(
        f"h-{listing.id}", "e-plant", listing.id, "own", "77", listing.snapshot, anchors, level, (listing.leaf,)
    )


def found(*rows, sales=None, snapshots=(EARLY, LATE), level="I3", links=(), parties=PARTIES, anchors=("a-plant",)):
    matches = tuple(hit(listing, level=level, anchors=anchors) for listing in rows)
    evidence = Evidence(sales or (sale(),), matches, rows, snapshots, (), parties, links, {"s-1": "mail/1.eml"})
    return list(conclude(evidence, Options()))


def status_of(*rows, **options):
    return [finding.key[-1] for finding in found(*rows, **options)]


def test_listed_on_the_day_as_the_list_stood_before():
    (finding,) = found(row(EARLY), row(LATE))
    assert finding.sentence == (
        "Brannick Plant is an entry of own (INVENTED): listed on the date of the transaction, 2024-03-05 (invoice INV-7), "
        "as the list stood on 2024-01-10."
    )
    assert finding.key == ("e-plant", "own", "77", "invoice INV-7", "2024-03-05", "listed")
    assert any("55 days before" in limit for limit in finding.limits)


def test_not_listed_until_after_the_sale():
    (finding,) = found(row(LATE))
    assert finding.sentence == (
        "Brannick Plant is an entry of own (INVENTED): not on the list as it stood on 2024-01-10, before the transaction of "
        "2024-03-05 (invoice INV-7); on it as of 2024-06-10."
    )
    assert finding.supports == ((Leaf("claim", "c-1"), Leaf("list", "l-n-late"), Leaf("list", "n-early")),)


def test_a_snapshot_of_the_same_day_decides():
    assert status_of(row(EARLY), sales=(sale("2024-01-10"),)) == ["listed"]


def test_stays_silent_when_no_snapshot_is_old_enough_and_the_list_gives_no_date():
    assert found(row(LATE), snapshots=(LATE,)) == []


def test_the_lists_own_date_decides_where_no_snapshot_is_old_enough():
    assert status_of(row(LATE, listed_on="2024-02-01"), snapshots=(LATE,)) == ["listed"]
    assert status_of(row(LATE, listed_on="2024-05-01"), snapshots=(LATE,)) == ["not_listed_until"]


def test_listed_between_the_snapshot_and_the_sale_by_the_lists_own_date():
    (finding,) = found(row(LATE, listed_on="2024-02-01"))
    assert "since 2024-02-01 by the list's own date" in finding.sentence


def test_a_backdated_notice_does_not_override_the_list_as_it_stood():
    assert status_of(row(LATE, listed_on="2023-12-01")) == ["not_listed_until"]


def test_taken_off_the_list_before_the_sale():
    assert status_of(row(EARLY), sales=(sale("2024-07-01"),)) == ["delisted"]
    assert status_of(row(EARLY, delisted_on="2024-02-01"), sales=(sale("2024-07-01"),)) == ["delisted"]


def test_taken_off_after_the_sale_is_still_listed():
    assert status_of(row(EARLY), row(LATE, delisted_on="2024-05-01")) == ["listed"]


def test_listed_again_after_it_was_taken_off():
    old, new = row(EARLY, delisted_on="2024-01-05"), row(LATE, listed_on="2024-05-05")
    assert status_of(old, new, sales=(sale("2024-07-01"),)) == ["listed"]
    assert status_of(old, new) == ["delisted"]


def test_an_alias_added_later_matches_the_entry_that_was_listed_before():
    early, alias = row(EARLY), row(LATE, name="alias")
    evidence = Evidence((sale(),), (hit(alias),), (early, alias), (EARLY, LATE), (), PARTIES)
    (finding,) = conclude(evidence, Options())
    assert finding.key[-1] == "listed"
    assert set(finding.supports[0]) == {Leaf("claim", "c-1"), early.leaf, alias.leaf}


def test_stays_silent_on_a_namesake_of_which_only_the_name_is_known():
    assert found(row(EARLY), level="I1") == []


def test_level_two_only_matches():
    (finding,) = found(row(EARLY), level="I2")
    assert finding.sentence.startswith("Brannick Plant matches an entry of own")


def test_a_party_that_only_its_name_joins_to_the_listed_one_is_called_a_name():
    parties = (Party("e-plant", "Brannick Plant", "organization", "I1"),)
    links = joined("e-plant", ["a-plant", "a-other"])
    (finding,) = found(row(EARLY), anchors=("a-other",), links=links, parties=parties)
    assert finding.sentence.startswith("A firm with the name Brannick Plant matches")
    assert finding.level == "I1"
    assert sum(leaf.kind == "judgement" for leaf in finding.supports[0]) == 2


def test_the_lines_of_one_invoice_are_one_finding():
    (finding,) = found(row(EARLY), sales=(sale(number=1), sale(number=2)))
    assert len(finding.supports) == 2


def test_a_document_without_a_number_goes_by_its_path():
    (finding,) = found(row(EARLY), sales=(sale(document=None),))
    assert finding.key[3] == "mail/1.eml"


def test_a_date_to_the_month_is_no_date_of_transaction():
    assert found(row(EARLY), sales=(sale("2024-03"),)) == []


def test_no_forbidden_words():
    for rows in (
        (row(EARLY),),
        (row(LATE),),
        (row(EARLY, delisted_on="2024-02-01"),),
        (row(LATE, listed_on="2024-02-01"),),
    ):
        for finding in found(*rows):
            assert not any(FORBIDDEN.search(text) for text in (finding.sentence, *finding.limits))


DAYS = ("2024-01-05", "2024-01-10", "2024-02-01", "2024-04-04", "2024-06-10", "2024-08-08")


@st.composite
def evidences(draw):
    shown = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True))
    snapshots = tuple(Snapshot(f"n-{day}", "own", day) for day in shown)
    dates = st.sampled_from([None, None, *DAYS])
    rows = tuple(
        row(snapshot, name=name, listed_on=draw(dates), delisted_on=draw(st.sampled_from([None, None, None, *DAYS])))
        for snapshot in snapshots
        for name in draw(st.sampled_from([(), ("l",), ("l", "alias")]))
    )
    anchors = st.sampled_from([("a-1",), ("a-2",), ("a-1", "a-2")])
    matches = tuple(hit(listing, anchors=draw(anchors)) for listing in rows if draw(st.integers(0, 3)))
    sales = tuple(
        sale(draw(st.sampled_from(DAYS)), number, anchor=draw(st.sampled_from(["a-1", "a-2"])))
        for number in range(draw(st.integers(1, 2)))
    )
    return Evidence(sales, matches, rows, snapshots, (), PARTIES, joined("e-plant", ["a-1", "a-2"]))


@settings(max_examples=400)
@given(evidences(), st.data())
def test_switching_leaves_off_equals_concluding_anew(evidence, data):
    off = data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=6))
    check_law(conclude, evidence, Options(), off)
