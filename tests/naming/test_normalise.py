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


@pytest.mark.parametrize(
    ("one", "other"),
    [("Xi Jinping", "Hsi Chin-ping"), ("CHEN, Guoqiang", "Ch'en Kuo-ch'iang"), ("Zhang Weiming", "Wei-ming Zhang")],
)
def test_pinyin_is_read_in_wade_giles_too(one, other):
    readings = [{tuple(sorted(reading.words)) for reading in read_name(name, "person")} for name in (one, other)]
    assert readings[0] & readings[1]


@pytest.mark.parametrize("name", ["Ivan Petrov", "Ren Ali", "Li Marten", "Wang Jinping Omar Sun"])
def test_names_that_are_no_pinyin_keep_one_reading(name):
    assert len(read_name(name, "person")) == 1


def test_digits_among_letters_stand_for_letters_in_a_person_only():
    assert words("Petr0v 1van") == ("petrov", "ivan")
    assert words("Unit 7b 2nd Line", "organization") == ("unit", "7b", "2", "line")


@pytest.mark.parametrize("name", ["মোহাম্মদ রহমান", "ប៉ុល ពត", "გიორგი მამულაშვილი"])
def test_marks_of_other_scripts_do_not_part_a_word(name):
    assert len(words(name)) == 2


@pytest.mark.parametrize(
    "name",
    [
        "FEDERAL STATE UNITARY ENTERPRISE SCIENTIFIC AND PRODUCTION ASSOCIATION ZARYA",
        "FGUP NPO Zarya",
        "Federalnoe gosudarstvennoe unitarnoe predpriyatie nauchno-proizvodstvennoye obyedineniye Zarya",
    ],
)
def test_a_kind_of_establishment_is_one_word_in_any_language(name):
    reading = read_name(name, "organization")[0]
    assert (reading.words, reading.forms) == (("npo", "zarya"), ("fsue",))


def test_a_phrase_that_is_no_kind_of_establishment_stays():
    assert words("Scientific Books and Production", "organization") == ("scientific", "books", "production")


def test_a_legal_form_run_into_the_name_comes_off():
    assert read_name("ZaryaAG", "organization")[0].forms == ("ag",)
    assert read_name("ZARYAAG", "organization")[0].words == ("zaryaag",)
