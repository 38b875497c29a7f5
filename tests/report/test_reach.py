import pytest

from clew.report.reach import tell_reach


def claim(
    words, predicate="trains", modality="unknown", *, holders=(), record_type="news", polarity="affirmed", subject="A"
):
    return {
        "record_type": record_type, "polarity": polarity, "quotes": [{"text": words}], "holders": list(holders),
        "subject": subject, "predicate": predicate, "modality": modality,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "held", "said"),
    [
        (claim("It is confirmed that they trained the staff."), (), "no kind of record known here establishes “trains”"),
        (claim("Verified: goods arrived.", "delivered", "delivered"), ("invoice",), "the case holds no delivery act"),
        (claim("Invoices show delivery.", "delivered", "delivered", holders=("Invoices seen by the Post",)), (), "told by an invoice, which cannot establish “delivered” as delivered"),
        (claim("Listed in letters.", "employee_of", "held", holders=("visitor letters",)), (), "told by a letter, which cannot establish “employee of”"),
        (claim("Verified documents confirm the journeys.", "says", subject="Verified documents"), (), "“Verified” is the outlet's word"),
        (claim("Документы подтверждают поставку.", "delivered", "delivered"), (), "“подтверждают” is the outlet's word"),
        (claim("文件证实交付。", "delivered", "delivered"), (), "“证实” is the outlet's word"),
    ],
)  # fmt: skip
def test_strong_words_are_held_against_what_a_record_can_establish(row, held, said):
    assert said in tell_reach(row, held)


@pytest.mark.parametrize(
    ("row", "held"),
    [
        (claim("Verified: goods arrived.", "delivered", "delivered"), ("delivery_act",)),
        (claim("Invoices show it.", "billed", "billed", holders=("Invoices seen by the Post",)), ()),
        (claim("It could not be independently confirmed that they trained."), ()),
        (claim("They trained the staff.", "trains"), ()),
        (claim("Confirmed: they trained.", record_type="letter"), ()),
        (claim("Confirmed: they trained.", polarity="negated"), ()),
        (claim("The minister confirmed the talks.", "says", subject="The minister"), ()),
    ],
)
def test_stays_silent_where_the_words_claim_no_more_than_they_can(row, held):
    assert tell_reach(row, held) == ""
