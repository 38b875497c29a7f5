import pytest

from clew.naming.east_asian import wade_giles
from clew.naming.normalise import read_name
from clew.naming.sounds import fold, skeleton


def words(text, kind="person"):
    return read_name(text, kind)[0].words


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("NOVAK, Petra", "person", ("petra", "novak")),
        ("Dr. Ägir Sørensen", "person", ("agir", "sorensen")),
        ("Юрий Щеглов", "person", ("yuriy", "shcheglov")),
        ("王小明", "person", ("wang", "xiao", "ming")),
        ("김민수", "person", ("kim", "min", "su")),
        ("محمد عبدالله الحربي", "person", ("mohammed", "abd", "allah", "harbi")),
        ("Γεώργιος Παππάς", "person", ("georgios", "pappas")),
        ("יוסף כהן", "person", ("yosef", "cohen")),
        ("Abdulrahman Nuruddin", "person", ("abd", "rahman", "nur", "din")),
        ("Vega A.G.", "organization", ("vega",)),
        ("조선무역은행", "organization", ("korea", "trading", "bank")),
        ("華星貿易有限公司", "organization", ("huaxing", "trading")),
        ("ООО «Заря»", "organization", ("zarya",)),
    ],
)
def test_a_name_of_any_script_is_read_as_latin_words(text, kind, expected):
    assert words(text, kind) == expected


@pytest.mark.parametrize("text", ["Іvаn Реtrоv", "Ivan Pеtrov"])
def test_look_alike_letters_of_another_script_are_undone(text):
    assert words(text) == ("ivan", "petrov")


def test_a_name_wholly_of_one_script_is_left_alone_where_all_its_letters_have_twins():
    assert words("Сара Морено")[0] == "sara"


def test_the_order_of_the_west_is_turned_for_han_and_hangul():
    assert words("小明 王") == words("王小明")
    assert words("민수 김") == words("김민수")
    assert words("王 小明") == words("王小明")  # the family name stands first already


def test_a_han_person_is_read_in_three_hands():
    readings = {" ".join(reading.words) for reading in read_name("陈国强", "person")}
    assert readings == {"chen guo qiang", "chen kuo chiang", "chan kwok keung"}


@pytest.mark.parametrize(
    ("syllable", "expected"),
    [("zhong", "chung"), ("xiao", "hsiao"), ("chen", "chen"), ("zhi", "chih"), ("guo", "kuo"), ("shan", "shan")],
)
def test_wade_giles(syllable, expected):
    assert wade_giles(syllable) == expected


@pytest.mark.parametrize("words_", [("youssef", "yusif"), ("sergey", "sergei", "sergej"), ("tsaplin", "tzaplin")])
def test_spellings_of_one_sound_fold_together(words_):
    assert len({fold(word) for word in words_}) == 1


def test_other_names_do_not_fold_together():
    assert fold("marina") != fold("karina")
    assert skeleton("marina") != skeleton("karina")


def test_a_name_of_no_letters_still_has_a_reading():
    assert words("???") == ("???",)
    assert words("") == ("?",)
