from hypothesis import given, settings
from hypothesis import strategies as st
from switching import check_law, joined, leaves_of

from clew.detect.evidence import Fact, Party
from clew.detect.patterns.affiliation import Evidence, Options, conclude
from clew.detect.wording import FORBIDDEN
from clew.model.records import Leaf

PARTIES = (
    Party("e-lin", "Lin Qiao", "person", "I3"),
    Party("e-veltra", "Veltra Trading", "organization", "I3"),
    Party("e-orvel", "Orvel Instruments", "organization", "I2"),
)


def affiliation(number, firm, *, stance="record_states", anchor="a-1", person="e-lin", holders=(), **fields):
    return Fact(
        f"c-{number}", "Lin Qiao", "employee_of", firm, anchor, person, f"a-{firm}", f"e-{firm}",
        stance=stance, holders=holders, source=f"s-{number}", **{"record_type": "letter", **fields},
    )  # fmt: skip


def believed(number=5, firm="orvel", *, holders=("The Post", "Two officials"), **fields):
    return affiliation(number, firm, stance="official_assesses", holders=holders, **fields)


def found(*facts, replies=(), links=()):
    return list(conclude(Evidence(facts, replies, PARTIES, links), Options()))


def test_both_affiliations_are_kept_with_their_holders():
    (finding,) = found(affiliation(1, "veltra"), affiliation(2, "veltra", stance="party_says"), believed())
    assert finding.key == ("e-lin", "e-veltra", "e-orvel")
    assert finding.sentence == (
        "2 records list Lin Qiao as staff of Veltra Trading; two officials assess that Lin Qiao worked for Orvel Instruments. "
        "Both are kept; no employment by Orvel Instruments is asserted."
    )
    assert finding.level == "I2"
    assert len(finding.supports) == 2
    assert any("as told by The Post" in limit for limit in finding.limits)


def test_stays_silent_when_the_news_says_what_records_list_and_the_records_are_not_there():
    told = affiliation(1, "veltra", stance="reported", holders=("The Post", "leaked documents"), record_type="news")
    assert found(told, believed()) == []


def test_stays_silent_when_a_paper_of_no_known_type_tells_what_a_party_says():
    told = affiliation(1, "veltra", stance="party_says", holders=("Veltra",), record_type="unrecognised")
    assert found(told, believed()) == []


def test_stays_silent_when_news_alone_names_the_employer():
    assert found(affiliation(1, "veltra", stance="reported"), believed()) == []


def test_a_post_held_once_is_no_staff_listed_now():
    assert found(affiliation(1, "veltra", qualifiers={"post": "former engineer"}), believed()) == []
    assert found(affiliation(1, "veltra", qualifiers={"post": "formwork engineer"}), believed())


def test_stays_silent_when_a_mail_says_who_works_where():
    assert found(affiliation(1, "veltra", stance="party_says", record_type="mail"), believed()) == []


def test_stays_silent_when_the_assessment_is_of_the_stated_firm():
    assert found(affiliation(1, "veltra"), believed(firm="veltra")) == []


def test_stays_silent_on_a_secondment_acknowledged_by_both():
    assert found(affiliation(1, "veltra"), affiliation(2, "orvel"), believed()) == []


def test_stays_silent_on_a_namesake_elsewhere():
    assert found(affiliation(1, "veltra", person="e-other", anchor="a-9"), believed()) == []


def test_stays_silent_when_officials_do_not_believe_it():
    assert found(affiliation(1, "veltra"), believed(polarity="negated")) == []


def test_stays_silent_when_nobody_is_said_to_believe_it():
    assert found(affiliation(1, "veltra"), affiliation(2, "orvel", stance="unknown")) == []


def test_a_denial_stands_beside_and_a_contrary_claim_against():
    denial = Fact("c-7", "Orvel", "responds", "the claim", "a-orvel", "e-orvel", stance="party_denies")
    contrary = affiliation(8, "veltra", polarity="negated", stance="party_says")
    (finding,) = found(affiliation(1, "veltra"), believed(), contrary, replies=(denial,))
    assert finding.replies == (Leaf("claim", "c-7"),)
    assert finding.against == (Leaf("claim", "c-8"),)


def test_a_pronoun_that_names_the_person_is_said_in_the_limits():
    (finding,) = found(affiliation(1, "veltra"), believed(qualifiers={"coreference": "suggested"}))
    assert any("pronoun" in limit for limit in finding.limits)


def test_never_says_that_the_assessed_firm_employed_the_person():
    (finding,) = found(affiliation(1, "veltra"), believed())
    assert "no employment by Orvel Instruments is asserted" in finding.sentence
    assert not any(FORBIDDEN.search(text) for text in (finding.sentence, *finding.limits))


def test_one_official_assesses():
    (finding,) = found(affiliation(1, "veltra"), believed(holders=("a senior official",)))
    assert "; a senior official assesses that" in finding.sentence


@st.composite
def evidences(draw):
    anchors = st.sampled_from(["a-1", "a-2", "a-3"])
    facts = []
    for number in range(draw(st.integers(1, 7))):
        firm = draw(st.sampled_from(["veltra", "orvel", "third"]))
        make = draw(st.sampled_from([affiliation, believed]))
        facts.append(
            make(number, firm, anchor=draw(anchors), polarity=draw(st.sampled_from(["affirmed"] * 4 + ["negated"])))
        )
    links = joined("e-lin", ["a-1", "a-2", "a-3"])
    if draw(st.booleans()):
        links += joined("e-lin", ["a-1", "a-2"], by="passport:1")
    return Evidence(tuple(facts), (), PARTIES, links)


@settings(max_examples=200)
@given(evidences(), st.data())
def test_switching_leaves_off_equals_concluding_anew(evidence, data):
    off = data.draw(st.sets(st.sampled_from(leaves_of(evidence)), max_size=5))
    check_law(conclude, evidence, Options(), off)
