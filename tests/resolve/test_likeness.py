"""Records compared field by field, on an invented table of 2,000 rows; Splink comes with the extra `link` and with `dev`."""

import random

import pytest

from clew.model.errors import BadModel

pytest.importorskip("splink", reason="needs the extra clew[link]")

from clew.resolve.likeness import BLOCK_MOST, TRAINED_FROM, alike

GIVEN = [
    "ivan",
    "petr",
    "sergei",
    "oleg",
    "anna",
    "olga",
    "irina",
    "pavel",
    "maria",
    "dmitri",
    "elena",
    "boris",
    "vera",
    "nikolai",
    "tatiana",
    "igor",
]
FAMILY = [
    start + end
    for start in [
        "pet",
        "sid",
        "kuz",
        "smi",
        "vol",
        "lap",
        "gro",
        "zhu",
        "bel",
        "mor",
        "sok",
        "tik",
        "nov",
        "kov",
        "ros",
    ]
    for end in ["rov", "enko", "ikov", "inov", "ashin", "usov", "alev", "anov", "eyev", "utin"]
]
TWICE, ONCE = 800, 400


def typed_wrongly(word, dice):
    place = dice.randrange(1, len(word))
    return word[:place] + dice.choice("bcdfgklmaeiou") + word[place + 1 :]


def record(number, name, born, telephone):
    family = name.split()[1]
    return {
        "id": f"a-{number:05}",
        "name": " ".join(sorted(name.split())),
        "rarest_word": family,
        "other_word": name.split()[0],
        "birth_date": born,
        "telephone": telephone,
    }


@pytest.fixture(scope="module")
def table():
    """800 people in two rows each, the second with slips and gaps, and 400 in one; and who stands in which row."""
    dice = random.Random(7)
    rows, who = [], {}
    for person in range(TWICE + ONCE):
        given, family = dice.choice(GIVEN), dice.choice(FAMILY)
        born = f"{dice.randrange(1950, 2000)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        telephone = str(dice.randrange(10**9, 10**10))
        for copy in range(2 if person < TWICE else 1):
            slip, name = dice.random(), f"{given} {family}"
            if copy and slip < 0.3:
                name = f"{typed_wrongly(given, dice)} {family}"
            elif copy and slip < 0.5:
                name = f"{given} {typed_wrongly(family, dice)}"
            row = record(
                len(rows),
                name,
                None if copy and dice.random() < 0.15 else born,
                None if copy and dice.random() < 0.3 else telephone,
            )
            who[row["id"]] = person
            rows.append(row)
    return rows, who


@pytest.fixture(scope="module")
def found(table):
    return alike(table[0])


def test_of_2000_rows_nine_in_ten_pairs_are_found_and_no_strangers(table, found):
    _, who = table
    true = [pair for pair in found.pairs if who[pair.left] == who[pair.right]]
    assert len(true) >= 0.9 * TWICE
    assert len(found.pairs) - len(true) <= 0.01 * TWICE


def test_the_weight_of_a_pair_is_what_its_fields_add_to_how_rare_matches_are(found):
    for pair in found.pairs[:50]:
        assert pair.steps[0][0] == "rarity of matches"
        assert pair.steps[0][1] < 0
        assert sum(weight for _, weight in pair.steps) == pytest.approx(pair.weight, abs=0.3)


def test_the_same_records_give_the_same_pairs_and_weights(table, found):
    again = alike(table[0])
    assert again.pairs == found.pairs
    assert again.model == found.model


def test_a_model_kept_is_taken_as_it_is(table, found):
    again = alike(table[0], model=found.model)
    assert not again.taught
    assert {(pair.left, pair.right): pair.weight for pair in again.pairs} == {
        (pair.left, pair.right): pair.weight for pair in found.pairs
    }


def test_namesakes_born_on_other_days_with_other_telephones_are_no_pair(found):
    model = found.model
    strangers = [record(n, "ivan petrov", f"19{50 + n}-03-11", f"34200000{n:02}") for n in range(10)]
    assert alike(strangers, model=model).pairs == ()


def test_few_records_are_compared_by_weights_set_by_hand_and_it_is_said():
    few = [record(0, "ivan petrov", "1970-03-11", "3420000001"), record(1, "ivan petrof", "1970-03-11", "3420000001")]
    found = alike(few)
    (pair,) = found.pairs
    assert {field for field, _ in pair.steps} == {"rarity of matches", "name", "birth_date", "telephone"}
    assert not found.taught
    assert found.notes == (f"fewer than {TRAINED_FROM} records: the weights are those set by hand",)


def test_a_word_that_too_many_share_is_not_what_pairs_are_looked_for_by_and_it_is_said():
    many = [record(n, f"ivan petrov{n}", f"{1900 + n // 12}-{n % 12 + 1:02}-01", None) for n in range(BLOCK_MOST + 1)]
    many = [row | {"rarest_word": "petrov"} for row in many]
    assert any("share 'petrov'" in note for note in alike(many).notes)


def test_a_model_of_something_else_is_refused():
    with pytest.raises(BadModel, match="model of likeness"):
        alike([record(n, "ivan petrov", None, None) for n in range(2)], model={"link_type": "dedupe_only"})
