import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Party
from clew.detect.items import Item
from clew.detect.lineage import Lineage
from clew.detect.patterns import circular
from clew.detect.patterns.lineage import Evidence, Options, conclude
from clew.detect.ties import Tie
from clew.detect.wording import FORBIDDEN

PARTIES = (
    Party("e-lin", "Lin Qiao", "person", "I3"),
    Party("e-orvel", "Orvel Instruments", "organization", "I3"),
    Party("e-ministry", "Ministry of Canals", "organization", "I3"),
)
WIRE = Item("s-1", "press/wire.html", "Lamplight Wire, 4 March 2025\n\nA report.")
RETOLD = Item("s-2", "press/retold.html", "Ostrel Courier, 5 March 2025\n\nLamplight Wire reported it.")
WITNESS = Item("s-3", "press/witness.html", "Harbour Examiner, 2 March 2025\n\nA guard saw it.")
CITES = Tie("s-1", "s-2", "cites", "retold.html names Lamplight Wire, the outlet of wire.html", 1.0)


def employed(number, source, *, anchor="a-1", **fields):
    fields = {"stance": "official_assesses", "holders": ("two officials",), "record_type": "news"} | fields
    return Fact(
        f"c-{number}",
        "Lin Qiao",
        "employee_of",
        "Orvel",
        anchor,
        "e-lin",
        "a-orvel",
        "e-orvel",
        source=source,
        **fields,
    )


def answer(number, source, stance, **fields):
    return Fact(
        f"c-{number}", fields.pop("subject", "The ministry"), "responds", "the visits", "a-m", fields.pop("entity", "e-ministry"),
        stance=stance, source=source, record_type="news", **fields,
    )  # fmt: skip


def since(number, source, words):
    return Fact(f"c-{number}", "Engineers", "says", words, source=source, stance="reported", words=words)


def quoting(number, source, quotation, *, subject="The ministry", entity="e-ministry"):
    words = f"“{quotation},” {subject} said."
    return Fact(
        f"c-{number}", subject, "says", quotation, "a-m", entity, source=source, stance="party_says", words=words
    )


def evidence(*facts, items=(WIRE, RETOLD, WITNESS), ties=(CITES,), named=None, links=()):
    lineage = Lineage(items, ties, facts, named or {fact.id: frozenset({"e-orvel"}) for fact in facts})
    return Evidence(facts, (), PARTIES, links, lineage)


def found(*facts, **fields):
    return list(conclude(evidence(*facts, **fields), Options()))


def test_a_belief_that_is_retold_as_a_fact_is_a_difference():
    (finding,) = found(employed(1, "s-1"), employed(2, "s-2", stance="reported", holders=()))
    assert finding.sentence == (
        "2 items carry the claim that Lin Qiao works or worked for Orvel Instruments; they reduce to 1 origin, the nearest to it "
        "located wire.html. 1 differs: belief told as fact, assessed by two officials → told as a fact (retold.html)."
    )
    assert [slot.value for slot in finding.slots[:3]] == ["2", "1", "wire.html"]
    assert not any(FORBIDDEN.search(text) for text in (finding.sentence, *finding.limits))


def test_stays_silent_where_the_retelling_keeps_whose_belief_it_is():
    assert found(employed(1, "s-1"), employed(2, "s-2", holders=("Lamplight Wire", "The officials"))) == []


def test_stays_silent_where_the_retelling_says_reportedly():
    assert found(employed(1, "s-1"), employed(2, "s-2", stance="reported", holders=(), hedges=("reportedly",))) == []


def test_stays_silent_where_a_document_of_its_own_says_so():
    assert found(employed(1, "s-1"), employed(2, "s-2", stance="reported", holders=("a payroll list",))) == []


def test_an_independent_witness_is_not_measured_by_the_report():
    assert found(employed(1, "s-1"), employed(2, "s-3", stance="reported", holders=())) == []


def test_three_items_of_fewer_origins_are_a_finding_though_none_differs():
    further = Item("s-4", "press/further.html", "Late Post, 9 March 2025")
    ties = (CITES, Tie("s-2", "s-4", "near_copy", "much stands in both", 0.6))
    (finding,) = found(
        employed(1, "s-1"), employed(2, "s-2"), employed(3, "s-4"), items=(WIRE, RETOLD, further), ties=ties
    )
    assert "None differs" in finding.sentence


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("party_unaware", "party_denies", "answer hardened, unaware → denied"),
        ("party_denies", "party_unaware", "answer softened, denied → unaware"),
        ("no_response", "party_denies", "answer hardened, did not respond → denied"),
    ],
)
def test_an_answer_told_otherwise_is_a_difference(was, now, kind):
    (finding,) = found(answer(1, "s-1", was), answer(2, "s-2", now))
    assert kind in finding.sentence


def test_stays_silent_where_a_party_gave_two_answers():
    both = answer(1, "s-1", "party_unaware"), answer(2, "s-1", "party_denies")
    assert found(*both, answer(3, "s-2", "party_denies")) == []


def test_the_only_ministry_of_two_languages_is_one_and_of_one_language_is_not():
    russian = Item("s-2", RETOLD.path, RETOLD.text, language="ru")
    facts = (
        answer(1, "s-1", "party_unaware", subject="The Ministry of Canals"),
        answer(2, "s-2", "party_denies", subject="Министерство каналов", entity="e-other"),
    )
    (finding,) = found(*facts, items=(WIRE, russian))
    assert any("translation" in limit for limit in finding.limits)
    assert found(*facts, items=(WIRE, RETOLD)) == []


def test_a_ministry_that_is_described_is_the_ministry_that_is_named():
    facts = (
        answer(1, "s-1", "party_unaware"),
        answer(2, "s-2", "party_denies", subject="The trade ministry", entity=None),
    )
    assert len(found(*facts)) == 1


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("since the second quarter of 2024", "since early 2024", "date moved earlier, 2024-Q2 → early 2024"),
        ("since the second quarter of 2024", "since mid-2023", "date moved earlier, 2024-Q2 → mid 2023"),
        ("since March 2024", "с мая 2024 года", "date moved later, 2024-03 → 2024-05"),
    ],
)
def test_a_time_moved_is_a_difference(was, now, kind):
    (finding,) = found(since(1, "s-1", f"Engineers have come {was}."), since(2, "s-2", f"Engineers have come {now}."))
    assert kind in finding.sentence


@pytest.mark.parametrize("now", ["since 2024", "since April 2024", "on 3 May 2023", "for a long time"])
def test_stays_silent_where_the_time_is_only_less_or_more_exact_or_another_one(now):
    facts = (
        since(1, "s-1", "Engineers have come since the second quarter of 2024."),
        since(2, "s-2", f"They came {now}."),
    )
    assert found(*facts) == []


def test_what_was_planned_and_is_told_as_done_is_a_difference():
    (finding,) = found(
        employed(1, "s-1", stance="reported", modality="planned"),
        employed(2, "s-2", stance="reported", modality="delivered"),
    )
    assert "planned told as done, planned → delivered" in finding.sentence


def test_an_altered_quotation_is_a_difference_and_an_exact_one_is_none():
    said = "We have always counted every crate twice and we keep the lists for ten years"
    changed = "We always counted the crates and we burn the lists after ten years"
    (finding,) = found(quoting(1, "s-1", said), quoting(2, "s-2", changed))
    assert "quotation altered" in finding.sentence
    assert found(quoting(1, "s-1", said), quoting(2, "s-2", said)) == []


def test_a_pronoun_is_measured_by_the_words_most_like_its_own():
    said = "We have always counted every crate twice and we keep the lists for ten years"
    changed = "We always counted the crates and we burn the lists after ten years"
    assert found(quoting(1, "s-1", said), quoting(2, "s-2", changed, subject="it", entity=None))
    assert (
        found(
            quoting(1, "s-1", said), quoting(2, "s-2", "The moon rose over a quiet harbour", subject="it", entity=None)
        )
        == []
    )


def test_papers_that_were_seen_and_are_told_as_verified_are_a_difference():
    seen = Fact(
        "c-1",
        "Invoices",
        "says",
        "x",
        source="s-1",
        stance="reported",
        words="Invoices seen by Lamplight Wire show it.",
    )
    sure = Fact(
        "c-2",
        "Verified documents",
        "says",
        "x",
        source="s-2",
        stance="reported",
        words="Verified documents confirm it.",
    )
    (finding,) = found(seen, sure)
    assert "confidence raised, seen → Verified documents" in finding.sentence


def test_sources_that_share_an_origin_are_counted_once():
    further = Item("s-4", "press/further.html", "Late Post, 9 March 2025")
    told = evidence(
        employed(1, "s-1"), employed(2, "s-2"), employed(3, "s-3"), employed(4, "s-4"),
        items=(WIRE, RETOLD, WITNESS, further), ties=(CITES, Tie("s-2", "s-4", "rare_values", "three values", 3.0)),
    )  # fmt: skip
    given_ = circular.Evidence(told.told, PARTIES, (), told.lineage)
    (finding,) = circular.conclude(given_, circular.Options())
    assert finding.sentence == (
        "4 sources tell of Orvel Instruments, 2 independent origins; 2 cite each other or one outlet."
    )


def test_independent_sources_are_no_finding():
    told = evidence(*(employed(n, f"s-{n}") for n in (1, 2, 3)), ties=())
    assert list(circular.conclude(circular.Evidence(told.told, PARTIES, (), told.lineage), circular.Options())) == []


@st.composite
def evidences(draw):
    facts = []
    for number in range(draw(st.integers(1, 7))):
        source = draw(st.sampled_from(["s-1", "s-2", "s-3"]))
        make = draw(st.sampled_from(["employed", "fact", "unaware", "denies"]))
        if make in ("employed", "fact"):
            fields = {} if make == "employed" else {"stance": "reported", "holders": ()}
            facts.append(employed(number, source, anchor=f"a-{source}", **fields))
        else:
            facts.append(answer(number, source, f"party_{make}"))
    ties = draw(st.sampled_from([(CITES,), (), (CITES, Tie("s-2", "s-3", "near_copy", "x", 0.5))]))
    links = joined("e-lin", ["a-s-1", "a-s-2", "a-s-3"])
    return evidence(*facts, ties=ties, links=links)


@settings(max_examples=150)
@given(evidences(), st.data())
def test_switching_leaves_off_equals_concluding_anew(given_, data):
    off = data.draw(st.sets(st.sampled_from(leaves_of(given_)), max_size=4))
    check_law(conclude, given_, Options(), off)


@settings(max_examples=100)
@given(evidences(), st.data())
def test_switching_leaves_off_equals_counting_origins_anew(given_, data):
    told = circular.Evidence(given_.told, PARTIES, given_.links, given_.lineage)
    off = data.draw(st.sets(st.sampled_from(leaves_of(told)), max_size=4))
    check_law(circular.conclude, told, circular.Options(), off)
