import pytest

from clew.resolve.anchors import MentionRow, anchors
from clew.resolve.cluster import cluster
from clew.resolve.compare import BEARERS_MOST, PAIRS_MOST, candidates
from clew.resolve.context import Context, Fact
from clew.resolve.decide import judgement
from clew.resolve.near import composes, initials_fit


def waiting(*rows, kind="person", judged=(), shared=lambda _: ()):
    """Candidates among (text, identifiers…), each in a document of its own."""
    found = anchors(
        MentionRow(f"m{number}", f"s{number}", text, kind, tuple(identifiers), "invoice")
        for number, (text, *identifiers) in enumerate(rows)
    )
    clustering = cluster(found)
    context = Context(shared(clustering.entities))
    return candidates(clustering.entities, contested=clustering.contested, judged=judged, context=context)


@pytest.mark.parametrize(
    ("kind", "left", "right", "reason"),
    [
        ("person", "张伟明", "ZHANG/WEIMING", "is the pinyin of"),
        ("person", "I. Petrov", "Ivan Petrov", "initials fit"),
        ("person", "И.С. Петров", "Ivan Sergeevich Petrov", "initials fit"),
        ("person", "Ivan Petrov", "Иван Сергеевич Петров", "patronymic is missing"),
        ("person", "Zhang Wei Ming", "Weiming Zhang", "joined or split"),
        ("person", "Ivan Petrovskiy", "Ivan Petrovski", "spelling is near"),
        ("person", "Петров", "Petrov", "spelling is near"),
        ("organization", "Vektor Pribor LLC", "Vektor Pribor", "legal form is missing"),
        ("organization", "Vektor Pribor LLC", "Vektor Pribor JSC", "but for the legal form"),
        ("organization", "ООО «Вектор»", "Vektor LLC", "equal after transliteration"),
    ],
)
def test_near_names_wait_for_a_person(kind, left, right, reason):
    (candidate,) = waiting((left,), (right,), kind=kind)
    assert candidate.level == "I0"
    assert candidate.score < 100
    assert any(reason in words for words in candidate.because)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("张伟", "章伟"),
        ("I. Petrov", "Sergey Petrov"),
        ("Ivan Petrov", "Ivan Sergeevich Sidorov"),
        ("Ivan Petrov", "Olga Smirnova"),
        ("张伟明", "Zhang Weimin"),
    ],
)
def test_other_names_do_not(left, right):
    assert waiting((left,), (right,)) == []


def test_different_passports_are_no_candidate():
    assert waiting(("Ivan Petrovskiy", ("passport", "X1")), ("Ivan Petrovski", ("passport", "X2"))) == []


def test_namesakes_with_different_passports_are_shown_with_what_speaks_against():
    (candidate,) = waiting(("Ivan Petrov", ("passport", "X1")), ("Ivan Petrov", ("passport", "X2")))
    assert candidate.level == "I0"
    assert candidate.score == 100
    assert candidate.against in {("passport differs: X1 and X2",), ("passport differs: X2 and X1",)}


def test_a_bearer_of_a_contested_name_without_identifiers_is_a_candidate_of_each():
    found = waiting(("Ivan Petrov", ("passport", "X1")), ("Ivan Petrov", ("passport", "X2")), ("Ivan Petrov",))
    assert sorted(candidate.level for candidate in found) == ["I0", "I1", "I1"]


def test_numbers_that_differ_speak_against():
    (candidate,) = waiting(("Vektorpribor Zavod 5 LLC",), ("Vektorpribor Zavod LLC",), kind="organization")
    assert any("numbers differ" in words for words in candidate.against)


def test_firms_that_differ_in_their_number_are_two_firms():
    assert waiting(("Vektor Zavod 5 LLC",), ("Vektor Zavod 6 LLC",), kind="organization") == []


def test_a_pair_already_judged_does_not_come_back():
    found = anchors(
        MentionRow(f"m{number}", f"s{number}", text, "person", (), "invoice")
        for number, text in enumerate(["I. Petrov", "Ivan Petrov"])
    )
    decision = judgement(
        *(a.id for a in found), "different", why="brothers", by="A. Analyst", at="2026-01-01T00:00:00Z"
    )
    clustering = cluster(found, [decision])
    assert candidates(clustering.entities, judged=[decision]) == []


def test_initials_fit_other_words_only():
    assert initials_fit(["i", "petrov"], ["ivan", "petrov"])
    assert not initials_fit(["p", "petrov"], ["ivan", "petrov"])


def test_words_are_composed_of_whole_words():
    assert composes(["zhang", "weiming"], ["wei", "ming", "zhang"])
    assert not composes(["zhang", "weiming"], ["wei", "min", "zhang"])


def test_the_reasons_of_a_near_spelling_are_those_of_screening():
    (candidate,) = waiting(("Ivan Petrov",), ("Иван Сергеевич Петров",))
    said = " ".join(candidate.because)
    assert "compared after transliteration" in said
    assert "equal: ivan, petrov" in said
    assert "patronymic 'sergeyevich' missing in 'Ivan Petrov'" in candidate.against


def test_another_given_name_is_no_near_spelling_however_long_the_family_name():
    assert waiting(("Ivan Konstantinopolsky",), ("Egor Konstantinopolsky",)) == []


def test_goods_whose_numbers_differ_are_not_near():
    assert waiting(("Motor A-140",), ("Motor A-160",), kind="product") == []


def test_a_name_in_another_case_is_compared_in_its_nominative_and_says_so():
    beside = (("nominative", "Глеб Лапшин"),)
    found = anchors(
        [
            MentionRow("m1", "s1", "Глеба Лапшина", "person", beside, "letter"),
            MentionRow("m2", "s2", "Лапшин Глеб Игоревич", "person", (), "register_extract"),
        ]
    )
    (candidate,) = candidates(cluster(found).entities)
    assert "the names are equal; the patronymic is missing on one side" in candidate.because
    assert "'Глеб Лапшин' is the nominative of 'Глеба Лапшина', as its reader tells it" in candidate.because


def many(bearers):
    return [("Ivan Petrov", ("passport", f"X{number:04}")) for number in range(bearers)]


def test_of_a_name_with_many_bearers_not_all_pairs_are_listed_and_the_ones_that_share_something_are():
    def shared(entities):
        return [Fact("has_contact", e.id, "", "+7 342 000-00-01", {}, "held", "", "s") for e in entities[-2:]]

    found = waiting(*many(BEARERS_MOST + 1), shared=shared)
    assert len(found) == PAIRS_MOST
    assert all(f"{BEARERS_MOST + 1} parties bear this name" in candidate.because[0] for candidate in found)
    assert sum(any("the same contact" in words for words in candidate.because) for candidate in found) == 1


def test_of_a_name_with_few_bearers_all_pairs_are_listed():
    assert len(waiting(*many(BEARERS_MOST))) == PAIRS_MOST
