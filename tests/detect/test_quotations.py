import pytest

from clew.detect.quotations import compare

SAID = "We have always counted every crate twice, we never ship to the north, and we keep the lists for ten years"


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        (SAID, "exact"),
        ("we never ship to the north", "exact"),
        ("We have always counted every crate twice … and we keep the lists for ten years", "elided"),
        ("We have always counted every crate twice [...] we keep the lists", "elided"),
        ("We have always counted every crate twice, and we keep the lists for ten years", "altered"),
        ("We have always counted every crate twice, we ship to the north, and we keep the lists for ten years", "altered"),
        ("we keep the lists for ten years … We have always counted every crate", "altered"),
        ("The moon rose over a quiet harbour and nobody spoke", "not found"),
    ],
)  # fmt: skip
def test_words_in_quotation_marks_are_exact_elided_altered_or_not_found(quotation, verdict):
    assert compare(quotation, [SAID]).verdict == verdict


def test_a_not_left_out_of_a_long_quotation_is_a_change_however_alike_it_is():
    long = f"{SAID}; {SAID}; {SAID}; and of all this we will not say more to anyone who asks us about it"
    found = compare(long.replace("will not say", "will say"), [long])
    assert found.verdict == "altered"
    assert found.likeness >= 0.98


def test_the_nearest_of_several_originals_is_taken():
    assert compare("we keep the lists", ["The moon rose over a quiet harbour", SAID]).original == SAID


def test_case_and_marks_make_no_difference():
    assert compare("WE NEVER SHIP — to the north!", [SAID]).verdict == "exact"
