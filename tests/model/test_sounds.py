import pytest

from clew.model.sounds import readings, sound, syllables


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Shcherbakov", "Scherbakov"),
        ("Щербакова", "Shcherbakov"),
        ("Норвентика", "Norventica"),
        ("Алексеем", "Aleksei"),
        ("Хватов", "Khvatov"),
        ("Юрьев", "Yuryev"),
    ],
)
def test_spellings_of_one_name_have_one_key(left: str, right: str):
    assert sound(left) == sound(right)


@pytest.mark.parametrize(
    ("left", "right"), [("Иванов", "Иван"), ("Петров", "Ветров"), ("Zhang", "Shang"), ("Chen", "Shen")]
)
def test_other_names_have_other_keys(left: str, right: str):
    assert sound(left) != sound(right)


def test_a_word_is_never_cut_down_to_nothing():
    assert sound("Оля")
    assert sound("а")
    assert sound("42")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("liwen", ("li", "wen")),
        ("Liwen", ("li", "wen")),
        ("zhongguo", ("zhong", "guo")),
        ("lü", ("lu",)),
        ("smith", ()),
    ],
)
def test_pinyin_is_split_into_its_syllables(word: str, parts: tuple[str, ...]):
    assert syllables(word) == parts


def test_the_longest_syllables_that_leave_a_whole_word_are_taken():
    assert syllables("fangan") == ("fang", "an")
    assert syllables("hangu") == ("han", "gu")


def test_only_han_characters_are_read():
    assert readings("Mr 彭立文, 42") == "peng li wen"
