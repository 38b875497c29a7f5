"""What English sentences must yield. Every person, firm and town here is invented."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.extract.document import Document, Extraction
from clew.extract.prose import en
from clew.model.claim import Claim
from clew.model.source import Page

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def apart(text: str, record_type: str = "news") -> list[Claim]:
    """Return the claims, without those that only keep the words some relation was read out of."""
    claims = read(text, record_type).claims
    related = [claim for claim in claims if claim.predicate not in {"says", "responds"}]
    return [claim for claim in claims if not any(keeps(claim, relation) for relation in related)]


def keeps(statement: Claim, relation: Claim) -> bool:
    same = (statement.holders, statement.stance) == (relation.holders, relation.stance)
    held = {quote.text for quote in relation.quotes if quote.role == "content"}
    return statement.predicate == "says" and same and held <= {q.text for q in statement.quotes if q.role == "object"}


def only(text: str, record_type: str = "news") -> Claim:
    (claim,) = apart(text, record_type)
    return claim


def fits(claim: Claim, wanted: dict) -> bool:
    for name, value in wanted.items():
        if name == "qualifier":
            if claim.qualifier(value[0]) != value[1]:
                return False
            continue
        found = getattr(claim, name)
        if (list(found) if isinstance(found, tuple) else found) != value:
            return False
    return True


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['half']}: {case['text'][:60]}")
def test_a_sentence_yields_the_claims_written_down_for_it_and_no_other(case):
    left = apart(case["text"])
    for wanted in case["claims"]:
        found = next((claim for claim in left if fits(claim, wanted)), None)
        assert found is not None, (wanted, left)
        left.remove(found)
    assert not left


# Belief never becomes a fact


def test_papers_list_and_officials_believe_in_one_sentence():
    claims = apart(
        "Officials believe that Tang Shuo and Peng Li, who are listed as Norvel Trading employees in visitor letters, worked for Orvel Instruments."
    )
    told = {(claim.subject, claim.object, claim.stance, claim.holders) for claim in claims}
    assert told == {
        (person, *rest)
        for person in ("Tang Shuo", "Peng Li")
        for rest in (
            ("Norvel Trading", "reported", ("visitor letters",)),
            ("Orvel Instruments", "official_assesses", ("Officials",)),
        )
    }


def test_although_listed_as_is_told_of_the_believed_not_of_the_officials():
    claims = apart(
        "Although listed as Norvel Trading employees, officials believe Tang Shuo and Peng Li worked for Orvel Instruments."
    )
    assert {claim.subject for claim in claims} == {"Tang Shuo", "Peng Li"}
    assert {claim.stance for claim in claims if claim.object == "Norvel Trading"} == {"reported"}
    assert all("listed as" in claim.hedges for claim in claims if claim.object == "Norvel Trading")


def test_officials_who_said_they_believe_hold_the_belief_themselves():
    claim = only("Two officials said they believe that Tang Shuo worked for Orvel Instruments.")
    assert (claim.holders, claim.stance) == (("Two officials",), "official_assesses")


def test_a_belief_that_nobody_is_named_for_is_unknown():
    extraction = read("It is believed that Tang Shuo worked for Orvel Instruments.")
    assert {claim.stance for claim in extraction.claims} == {"unknown"}
    assert [gap.kind for gap in extraction.gaps] == ["unplaced_cue"]


def test_no_evidence_that_is_not_evidence():
    claims = apart("There is no evidence that Tang Shuo worked for Orvel Instruments.")
    assert [(claim.predicate, claim.stance, claim.polarity) for claim in claims] == [("says", "unknown", "negated")]


def test_one_believed_to_be_staff_does_not_say_so_himself():
    claims = apart("Peng Li, believed to be an employee of Orvel Instruments, visited Brannick Plant in June.")
    assert {claim.stance for claim in claims} == {"unknown"}
    assert all(claim.hedges == ("believed to",) for claim in claims if claim.predicate == "employee_of")


def test_a_doubt_is_not_a_belief():
    claim = only("Some officials doubt that Peng Li worked for Orvel Instruments.")
    assert (claim.stance, claim.polarity) == ("official_assesses", "negated")


def test_a_condition_and_a_question_state_nothing():
    assert not read("If Tang Shuo worked for Orvel Instruments, the firm would be liable.").claims
    assert not read("Did Tang Shuo work for Orvel Instruments?").claims
    assert not read("It is not clear whether Tang Shuo works for Orvel Instruments.").claims


def test_a_cue_the_parser_took_for_a_noun_still_keeps_the_claim_from_the_author():
    claim = only("Invoices seen by Meridian Wire show that Orvel Instruments billed Norvel Trading for modules.")
    assert (claim.holders, claim.stance) == (("Invoices seen by Meridian Wire",), "reported")


def test_a_quotation_without_a_speaker_is_unknown():
    extraction = read("The letter arrived in May. “Tang Shuo works for Orvel Instruments.”")
    assert {claim.stance for claim in extraction.claims} == {"unknown"}


def test_a_quotation_goes_on_with_the_same_speaker():
    claims = apart("“We have no such staff,” said a spokesman for Orvel Instruments. “They never came to us.”")
    assert [claim.holders for claim in claims] == [("a spokesman for Orvel Instruments",)] * 2


def test_what_is_told_of_the_speaker_is_the_authors_own():
    claims = apart("Orvel Instruments, which owns Norvel Trading, said it follows the law.")
    assert {(claim.predicate, claim.stance) for claim in claims} == {("owns", "reported"), ("says", "party_says")}


# Who speaks


@pytest.mark.parametrize(
    ("holder", "stance"),
    [
        ("Officials", "official_assesses"),
        ("Company officials", "party_says"),  # a firm's own officials are the party
        ("Prosecutors", "official_assesses"),
        ("The ministry", "party_says"),
        ("Analysts", "expert_opines"),
        ("The newspaper", "reported"),
        ("The letters", "reported"),
        ("Two people familiar with the matter", "reported"),
        ("Orvel Instruments", "party_says"),
    ],
)
def test_the_stance_follows_the_speakers_role(holder, stance):
    claim = only(f"{holder} said that the pumps had been lost.")
    assert (claim.holders, claim.stance) == ((holder,), stance)


def test_a_ministry_that_believes_assesses():
    assert only("The ministry believes that Tang Shuo worked for Orvel Instruments.").stance == "official_assesses"


def test_a_publisher_is_a_holder_only_where_it_is_named():
    assert only("Two officials told Meridian Wire that the pumps were lost.").holders == (
        "Meridian Wire",
        "Two officials",
    )
    assert only("Two officials told reporters that the pumps were lost.").holders == ("Two officials",)


def test_a_publisher_that_cites_officials_is_outermost():
    claim = only("Meridian Wire, citing two officials, reported that Orvel Instruments billed Norvel Trading.")
    assert (claim.holders, claim.stance) == (("Meridian Wire", "two officials"), "official_assesses")


def test_each_of_several_speakers_has_a_claim():
    claims = apart("The embassy and Orvel Instruments said the visits were private.")
    assert [claim.holders for claim in claims] == [("The embassy",), ("Orvel Instruments",)]


def test_an_analyst_stays_one_when_only_the_surname_comes_back():
    claims = apart("Marta Lindqvist, an analyst, said the trade was growing. Lindqvist added that nobody was counting.")
    assert [claim.stance for claim in claims] == ["expert_opines", "expert_opines"]


# Answers


@pytest.mark.parametrize(
    ("sentence", "subject", "about"),
    [
        ("Orvel Instruments did not immediately reply to questions.", "Orvel Instruments", "questions"),
        ("Orvel Instruments could not be reached.", "Orvel Instruments", "requests for comment"),
        ("Orvel Instruments declined to comment.", "Orvel Instruments", "requests for comment"),
        ("Orvel Instruments would not comment on the visits.", "Orvel Instruments", "the visits"),
        ("Orvel Instruments was not available for comment.", "Orvel Instruments", "requests for comment"),
        ("Calls to Orvel Instruments were not returned.", "Orvel Instruments", "Calls"),
        ("Orvel Instruments had no comment on the letters.", "Orvel Instruments", "the letters"),
    ],
)
def test_a_party_that_does_not_answer(sentence, subject, about):
    claim = only(sentence)
    assert (claim.predicate, claim.stance, claim.subject, claim.object) == ("responds", "no_response", subject, about)
    assert claim.holders == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Orvel Instruments did not respond to the tender.",
        "Tang Shuo did not return to the plant.",
        "Orvel Instruments responded to questions by letter.",
        "Tang Shuo declined to join the delegation.",
        "The summit could not be reached by car.",
    ],
)
def test_another_silence_is_no_non_response(sentence):
    assert not [claim for claim in read(sentence).claims if claim.stance == "no_response"]


def test_a_non_response_that_a_paper_tells_of_has_the_paper_as_holder():
    claim = only("Orvel Instruments did not respond to requests for comment, the agency said.")
    assert (claim.stance, claim.holders) == ("no_response", ("the agency",))


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("The ministry said it was unaware of the visits.", "the visits"),
        ("The ministry said it was not aware of any visits.", "any visits"),
        ("The ministry said it had no information about the visits.", "the visits"),
    ],
)
def test_a_party_that_says_it_does_not_know_is_unaware(sentence, about):
    claim = only(sentence)
    assert (claim.predicate, claim.stance, claim.object) == ("responds", "party_unaware", about)


def test_a_party_that_says_another_does_not_know_only_says_so():
    claim = only("The ministry said Orvel Instruments was unaware of the visits.")
    assert (claim.predicate, claim.stance) == ("says", "party_says")


def test_denied_knowledge_is_a_denial_and_not_unawareness():
    assert only("The ministry denied any knowledge of the visits.").stance == "party_denies"


def test_what_is_denied_is_negated_and_did_not_happen():
    relation, response = read("Orvel Instruments denied that it delivered pumps to Brannick Plant.").claims
    assert (relation.predicate, relation.polarity, relation.modality) == ("delivered", "negated", "unknown")
    assert (response.predicate, response.stance) == ("responds", "party_denies")


def test_what_was_not_said_is_no_relation():
    claim = only("The ministry did not say that Tang Shuo worked for Orvel Instruments.")
    assert (claim.predicate, claim.polarity) == ("says", "negated")


# Relations and their counter-examples


@pytest.mark.parametrize(
    ("sentence", "predicate", "subject", "target", "modality"),
    [
        ("Tang Shuo worked for Orvel Instruments.", "employee_of", "Tang Shuo", "Orvel Instruments", "held"),
        ("Tang Shuo is on the staff of Orvel Instruments.", "employee_of", "Tang Shuo", "Orvel Instruments", "held"),
        ("Igor Lapshin is the director of Brannick Plant.", "director_of", "Igor Lapshin", "Brannick Plant", "held"),
        ("Orvel Instruments owns 40% of Norvel Trading.", "owns", "Orvel Instruments", "Norvel Trading", "held"),
        ("Orvel Instruments was invoiced by Norvel Trading.", "billed", "Norvel Trading", "Orvel Instruments", "billed"),
        ("Orvel Instruments supplied Brannick Plant with pumps.", "supplied", "Orvel Instruments", "Brannick Plant", "unknown"),
        ("The pumps were shipped by Norvel Trading to Brannick Plant.", "shipped", "Norvel Trading", "Brannick Plant", "shipped"),
        ("Tang Shuo paid a visit to Brannick Plant.", "visits", "Tang Shuo", "Brannick Plant", "unknown"),
        ("Tang Shuo will visit Brannick Plant.", "visits", "Tang Shuo", "Brannick Plant", "planned"),
    ],
)  # fmt: skip
def test_a_relation_the_article_itself_tells_is_reported(sentence, predicate, subject, target, modality):
    claim = only(sentence)
    assert (claim.predicate, claim.subject, claim.object) == (predicate, subject, target)
    assert (claim.stance, claim.holders, claim.modality) == ("reported", (), modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tang Shuo worked for months in the cold.",
        "Tang Shuo worked for peace.",
        "Orvel Instruments sent employees to Brannick Plant.",
        "Tang Shuo flew home on Monday.",
        "Orvel Instruments owns three patents and two cars.",
        "Norvel Trading worked for Orvel Instruments.",
    ],
)
def test_what_only_looks_like_a_relation_is_none(sentence):
    assert not read(sentence).claims


def test_a_hedge_stays_with_the_claim():
    assert only("Tang Shuo may have visited Brannick Plant.").hedges == ("may",)


def test_the_month_of_may_is_no_hedge():
    assert only("Tang Shuo visited Brannick Plant in May.").hedges == ()


def test_commentary_is_skipped():
    assert not read("The visits mark a turning point and may reshape the trade.").claims


def test_commentary_that_someone_says_is_kept_as_said():
    assert only("Analysts said the visits mark a shift.").stance == "expert_opines"


# Pronouns


def test_they_may_stand_for_the_group_of_the_sentence_before():
    claims = apart("Tang Shuo and Peng Li came in June. Officials believe they worked for Orvel Instruments.")
    assert [(claim.subject, claim.qualifier("coreference")) for claim in claims] == [
        ("Tang Shuo", "suggested"),
        ("Peng Li", "suggested"),
    ]
    assert all(quote.text == "they" for claim in claims for quote in claim.quotes if quote.role == "pronoun")


def test_a_pronoun_with_two_possible_persons_stays_a_pronoun():
    text = "Tang Shuo met Igor Lapshin. Officials believe he worked for Orvel Instruments."
    (claim,) = (claim for claim in apart(text) if claim.predicate == "employee_of")
    assert (claim.subject, claim.subject_mention, claim.qualifier("coreference")) == ("he", None, None)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Mr Renberg denied it. She worked for Orvel Instruments.", "She"),
        ("Lena Orlova denied it. He worked for Orvel Instruments.", "He"),
        ("Lena Orlova denied it. She worked for Orvel Instruments.", "Lena Orlova"),
        ("Anna Petrov denied it. She worked for Orvel Instruments.", "Anna Petrov"),
        ("Anna Petrovich denied it. He worked for Orvel Instruments.", "Anna Petrovich"),
    ],
)
def test_he_is_no_woman_and_she_no_man_where_the_words_say_so(text, subject):
    (claim,) = (claim for claim in apart(text) if claim.predicate == "employee_of")
    assert claim.subject == subject


# Record types


def test_a_letter_tells_its_own_sentences_as_its_party_and_what_we_say_as_ours():
    text = "We inform you that Tang Shuo will visit Brannick Plant in May. Tang Shuo works for Orvel Instruments."
    assert [(c.predicate, c.stance, c.holders) for c in read(text, "letter").claims] == [
        ("says", "party_says", ("We",)),
        ("employee_of", "party_says", ()),  # who wrote it is told by the letter: clew/extract/authors.py
    ]
    assert only("The ministry said that Tang Shuo worked for Orvel Instruments.", "letter").holders == ("The ministry",)


@pytest.mark.parametrize(
    ("opening", "stance"),
    [("As agreed,", "party_says"), ("As reported,", "unknown"), ("As agreed by the ministry,", "unknown")],
)
def test_as_agreed_is_no_cue_and_as_reported_is(opening, stance):
    claims = read(f"{opening} our colleague Tang Shuo will travel to Brannick.", "letter").claims
    assert {claim.stance for claim in claims if claim.predicate == "travels_to"} == {stance}


def test_who_declined_to_answer_is_told_once():
    assert [dict(claim.qualifiers)["reply"] for claim in read("Tang Shuo declined to answer questions.").claims] == [
        "declined"
    ]


def test_who_declined_after_a_call_is_told_once_with_what_was_asked():
    claims = read(
        "Reached by phone, a man who identified himself as Heller declined to answer questions and hung up."
    ).claims
    assert [(claim.object, dict(claim.qualifiers)["reply"]) for claim in claims] == [("questions", "declined")]


def test_the_day_of_a_denial_is_no_part_of_who_denies():
    claims = read(
        "The port authority on Friday rejected a report that crates had passed. The office in May denied it."
    ).claims
    assert {claim.holders for claim in claims} == {("The port authority",), ("The office",)}
    (claim,) = read("The office in Brannick denied the report.").claims
    assert claim.holders == ("The office in Brannick",)


def test_its_us_without_its_apostrophe_is_held_to_the_end():
    (said,) = read("Heller still believes its for us.", "mail").claims
    assert said.object == "its for us"
    (denied,) = read("Heller denies this.").claims
    assert denied.object == "this"


def test_a_statement_speaks_for_its_party():
    assert only("Orvel Instruments owns half of the shares of Norvel Trading.", "statement").stance == "party_says"


def test_paragraphs_in_other_languages_are_skipped():
    text = "Представитель завода заявил, что визитов не было.\n\nOrvel Instruments denied the report.\n\n公司表示否认。"
    assert [claim.stance for claim in read(text).claims] == ["party_denies"]


def test_an_endless_sentence_is_a_gap_and_costs_no_time():
    extraction = read("It was said that " * 200)
    assert not extraction.claims
    assert {gap.kind for gap in extraction.gaps} == {"unread_sentence"}


# Properties

_SCRAPS = st.sampled_from(
    ["Orvel Instruments", "Tang Shuo", "officials", "said", "believe", "that", "denied", "“", "”", '"', "they", "worked for",
     "visited", "according to", "QX12V", "\n", "\n\n", ".", ",", "who", "listed as", "staff", "did not respond", "документы",
     "公司", "🙂", "the", "of", "is", "was", "\u2028", "and", "billed", "’s"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.one_of(st.text(max_size=200), st.lists(_SCRAPS, max_size=30).map(" ".join)))
def test_every_quote_stands_in_the_page(text):
    extraction = read(text)
    for claim in extraction.claims:
        for quote in claim.quotes:
            assert quote.text == text[quote.span.start : quote.span.stop]
    mentions = {mention.id for mention in extraction.mentions}
    for mention in extraction.mentions:
        assert mention.text == text[mention.span.start : mention.span.stop]
    for claim in extraction.claims:
        assert {claim.subject_mention, claim.object_mention} - {None} <= mentions


_SPEAKERS = st.sampled_from(
    ["Officials", "The agency", "Orvel Instruments", "Invoices", "A spokesman", "Marta Lindqvist", "He"]
)
_CUES = st.sampled_from(
    ["said", "believe", "denied", "insisted", "reported", "alleged", "told the agency", "show", "confirmed"]
)
_CONTENTS = st.sampled_from(
    [
        "Tang Shuo worked for Norvel Trading",
        "Tang Shuo and Peng Li visited Brannick Plant",
        "Norvel Trading billed Brannick Plant for QX12V units",
        "Norvel Trading owned Brannick Plant",
        "Igor Lapshin, a technician at Norvel Trading, travelled to Tarnsk",
    ]
)
_FORMS = st.sampled_from(
    ["{who} {cue} that {what}.", "{who} {cue} {what}.", "{what}, {who} {cue}.", "“{what},” {who} {cue}."]
)


@settings(max_examples=60)
@given(_SPEAKERS, _CUES, _CONTENTS, _FORMS)
def test_what_stands_beside_a_cue_is_never_the_authors_own_voice(who, cue, what, form):
    for claim in read(form.format(who=who, cue=cue, what=what)).claims:
        assert claim.holders or claim.stance != "reported", claim
