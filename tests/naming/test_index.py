import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.naming import candidates
from clew.naming.align import DIRECTIONS, FEATURES
from clew.naming.index import NameIndex
from clew.naming.kept import open_index, save
from clew.naming.pairs import score_pairs
from clew.naming.trees import model

PEOPLE = ["PETROVSKY, Ivan Nikolayevich", "SMIRNOVA, Olga", "Khalid Yusuf Mansour", "Wang Xiaoming", "Kim Min Su"]
FIRMS = ["Vektor Precision Instruments Trading Company LLC", "Zarya Shipping Co., Ltd.", "North Star Bank"]
NAMES = [*((name, "person") for name in PEOPLE), *((name, "organization") for name in FIRMS)]
INDEX = NameIndex.build(NAMES)


def best(text, kind):
    found = INDEX.search([(text, kind)])
    return NAMES[found.position[0]][0] if len(found.position) else None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Иван Петровский", "person", PEOPLE[0]),
        ("Ivan Petrovskij", "person", PEOPLE[0]),
        ("Olga Smirnvoa", "person", PEOPLE[1]),
        ("OlgaSmirnova", "person", PEOPLE[1]),
        ("خالد يوسف منصور", "person", PEOPLE[2]),
        ("王小明", "person", PEOPLE[3]),
        ("김민수", "person", PEOPLE[4]),
        ("Vektor Precision Instruments", "organization", FIRMS[0]),
        ("NSB Zarya Shipping", "organization", FIRMS[1]),
    ],
)
def test_a_name_is_found_in_another_script_or_spelling(text, kind, expected):
    assert best(text, kind) == expected


def test_a_person_is_not_looked_for_among_firms():
    found = INDEX.search([("Zarya Shipping", "person")])
    assert all(NAMES[position][1] != "organization" for position in found.position)


def test_pairs_come_by_question_and_highest_score_first():
    found = INDEX.search([("Olga Smirnova", "person"), ("Ivan Petrovsky", "person")])
    assert found.asked.tolist() == sorted(found.asked.tolist())
    for asked in (0, 1):
        scores = found.score[found.asked == asked]
        assert (np.diff(scores) <= 0).all()


def test_an_index_opened_from_disk_answers_the_same(tmp_path):
    save(INDEX, tmp_path / "names")
    opened = open_index(tmp_path / "names")
    asked = [("Иван Петровский", "person"), ("Zarya Shiping", "organization")]
    one, other = INDEX.search(asked), opened.search(asked)
    assert one.position.tolist() == other.position.tolist()
    assert one.score.tolist() == other.score.tolist()
    assert opened.size == len(NAMES)


def test_a_name_is_answered_the_same_alone_and_among_others():
    # Names listed twice tie; which of them are kept must not hang on what else is asked.
    listed = [*NAMES, *((PEOPLE[0], "person") for _ in range(30)), ("PETROVSKY, Ivan", "person")]
    index = NameIndex.build(listed)
    asked = [("Ivan Petrovskij", "person"), ("Zarya Shiping", "organization"), ("Olga Smirnvoa", "unknown")]
    whole = index.search(asked)
    for number, one in enumerate(asked):
        alone, there = index.search([one]), whole.asked == number
        assert alone.position.tolist() == whole.position[there].tolist()
        assert alone.score.tolist() == whole.score[there].tolist()


def test_of_many_names_the_rarest_pieces_are_looked_up_and_find_the_same(monkeypatch):
    strangers = [
        (f"Trading House {chr(97 + n % 26)}{chr(97 + n // 26)}ria Company", "organization") for n in range(200)
    ]
    index = NameIndex.build([*NAMES, *strangers])
    asked = [("Vektor Precision Instrument Trading Company", "organization"), ("North Star Banc", "organization")]
    before = index.search(asked)
    monkeypatch.setattr(candidates, "_MANY", 1)
    monkeypatch.setattr(candidates, "_ENTRIES", 40)
    after = index.search(asked)
    for number in (0, 1):
        assert after.position[after.asked == number][0] == before.position[before.asked == number][0]
    assert after.score[0] == before.score[0]


def test_gathered_in_parts_an_index_is_the_same(monkeypatch):
    strangers = [(f"Novel Stranger{n} Works", "organization") for n in range(50)]
    whole = NameIndex.build([*NAMES, *strangers])
    monkeypatch.setattr("clew.naming.index._CHUNK", 7)
    parts = NameIndex.build([*NAMES, *strangers])
    for one, other in zip(whole.parts, parts.parts, strict=True):
        assert (one.pieces.matrix != other.pieces.matrix).nnz == 0
        lengths = np.sqrt(one.pieces.matrix.multiply(one.pieces.matrix).sum(axis=0))
        assert np.allclose(lengths, 1, atol=1e-3)


def test_a_half_written_folder_is_no_index(tmp_path):
    save(INDEX, tmp_path / "names")
    (tmp_path / "names" / "about.json").unlink()
    assert open_index(tmp_path / "names") is None


def test_nothing_asked_and_nothing_listed():
    assert len(NameIndex.build(()).search([("Ivan", "person")]).position) == 0
    assert len(INDEX.search(()).position) == 0


def test_a_score_does_not_move_when_strangers_join_the_list():
    asked = [("Ivan Petrovskiy", "person")]
    more = NameIndex.build([*NAMES, *((f"Stranger Number{n}", "person") for n in range(50))])
    assert INDEX.search(asked).score[0] == more.search(asked).score[0]


@given(st.lists(st.integers(0, 255), min_size=len(FEATURES), max_size=len(FEATURES)), st.data())
def test_a_closer_name_never_scores_lower(features, data):
    closer = list(features)
    for place, direction in enumerate(DIRECTIONS):
        if direction:
            step = data.draw(st.integers(0, 255 - closer[place] if direction > 0 else closer[place]))
            closer[place] += direction * step
    scores = model().score(np.array([features, closer], np.uint8))
    assert scores[1] >= scores[0]


def test_an_equal_name_scores_no_lower_than_one_with_a_typo_and_that_no_lower_than_a_stranger():
    name = "Ivan Nikolayevich Petrovsky"
    others = [name, "Ivan Nikolayevich Petrovskx", "Ivan Nikolayevich", "Olga Smirnova"]
    scores = score_pairs([(other, name, "person") for other in others]).tolist()
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 90
    assert scores[-1] < 10


def test_two_han_names_are_compared_by_their_characters_first():
    same, other = score_pairs([("王小明", "王小明", "person"), ("王晓铭", "王小明", "person")])
    assert other < same


def test_the_model_knows_the_features_it_is_given():
    assert model().features == FEATURES


def scored(one, other, kind="person"):
    return float(score_pairs([(one, other, kind)])[0])


def test_an_initial_leaves_open_what_it_does_not_say():
    assert scored("I. Petrovsky", "Ivan Petrovsky") > scored("Petrovsky", "Ivan Petrovsky")
    assert scored("I. Petrovsky", "Ivan Petrovsky") > 5 * scored("S. Petrovsky", "Ivan Petrovsky")


def test_a_word_replaced_scores_below_the_same_word_missing():
    missing = scored("Malik Barkhanov", "Malik Ruslanovich Barkhanov")
    assert scored("Malik Sergeyevich Barkhanov", "Malik Ruslanovich Barkhanov") < missing


def test_two_known_names_are_further_apart_than_a_typing_error():
    assert scored("Donald Quackenfield", "Daniel Quackenfield") < scored("Danirl Quackenfield", "Daniel Quackenfield")


def test_equal_words_are_shown_however_frequent():
    assert scored("Trading House LLC", "Trading House", "organization") >= 75
    assert scored("Zarya GmbH", "Zarya LLC", "organization") < 100


def test_an_acronym_stands_for_the_words_it_is_made_of():
    whole = "Quackenfield Money Laundering Organization"
    assert scored("Quackenfield MLO", whole, "organization") > scored("Quackenfield MXO", whole, "organization")


@pytest.mark.parametrize(
    ("one", "other", "another"),
    [("KIM Chong-su", "KIM Jung Soo", "KIM Hak-min"), ("CHO Myong-chol", "JO Myung Cheol", "JO Chang Hak")],
)
def test_korean_syllables_meet_in_any_hand(one, other, another):
    assert scored(one, other) > 2 * scored(one, another)


def test_pinyin_turned_into_wade_giles_meets_no_pinyin_of_other_characters():
    assert scored("Zhang Qin", "Chang Jin") < scored("Chang Chin", "Zhang Jin")


def test_two_han_names_that_differ_in_one_character_are_two_names():
    assert scored("王小明", "王小鹏") < 50 < scored("王小明", "王小明")
