import pytest
from hypothesis import given
from hypothesis import strategies as st

from clew.model.names import fold, fold_identifier, same_name


def person(left, right):
    return same_name(fold(left, "person"), fold(right, "person"))


def firm(left, right):
    return same_name(fold(left, "organization"), fold(right, "organization"))


@pytest.mark.parametrize(
    "other",
    [
        "PETROV/IVAN",
        "PETROV/IVAN MR",
        "PETROV/IVANMR",
        "Petrov, Ivan",
        "Mr. Ivan Petrov",
        "ivan  petrov",
        "Иван Петров",
        "г-н Иван Петров",
        "Иваn Петров",
        "Iva\u0301n Petrov",
        "Petrov\u200b Ivan",
    ],
)
def test_one_persons_name_is_equal_however_it_is_written(other):
    assert person("Ivan Petrov", other)


@pytest.mark.parametrize(
    "other",
    [
        "Ivan Petrovsky",
        "Ivan Sergeevich Petrov",
        "I. Petrov",
        "Petrov",
        "И. Петров",
        "Иван Сергеевич Петров",
        "伊万·彼得罗夫",
    ],
)
def test_what_is_not_the_same_name_is_not_equal(other):
    assert not person("Ivan Petrov", other)


@pytest.mark.parametrize(
    "latin",
    [
        "Yuriy Zaytsev",
        "Iurii Zaitsev",
        "Yury Zaytsev",
        "Yuri Zaytsev",
        "ZAITSEV/IURII",
    ],
)
def test_a_cyrillic_name_equals_its_romanisations_by_list_passport_and_press(latin):
    assert person("Юрий Зайцев", latin)


def test_two_romanisations_are_not_equal_to_each_other_by_themselves():
    assert not person("Iurii Zaitsev", "Yuriy Zaytsev")


def test_yo_and_ye_are_one_letter_in_russian():
    assert person("Пётр Семёнов", "Петр Семенов")
    assert person("Пётр Семёнов", "Pyotr Semyonov")


def test_one_romanised_word_is_too_little_to_be_equal_on():
    assert not person("Петров", "Petrov")
    assert not firm("ООО «Вектор»", "Vektor LLC")


def test_pinyin_is_never_equal_to_a_han_name():
    assert not person("张伟明", "Zhang Weiming")
    assert "weiming zhang" in fold("张伟明", "person").variants


def test_a_han_title_is_no_part_of_the_name():
    assert person("张伟先生", "张伟")


def test_a_han_name_with_another_character_of_the_same_sound_is_another_name():
    assert not person("张伟", "章伟")


def test_a_surname_has_its_own_reading():
    assert fold("曾明", "person").latin == "zeng ming"
    assert fold("欧阳明华", "person").latin == "ouyang minghua"


def test_a_title_inside_a_given_name_stays():
    assert fold("HASSAN/AMR", "person").key == "amr hassan"
    assert fold("SMITH/ADAMS", "person").key == "adams smith"


def test_a_name_that_is_only_a_title_stays():
    assert fold("Dr", "person").key == "dr"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ООО «Вектор Прибор»", "Вектор Прибор, ООО"),
        ("ООО «Вектор Прибор»", "Общество с ограниченной ответственностью «Вектор Прибор»"),
        ("ООО «Вектор Прибор»", "Vektor Pribor LLC"),
        ("OOO Vektor Pribor", "VEKTOR PRIBOR, L.L.C."),
        ("АО «Северный Луч»", "JSC Severnyy Luch"),
        ("Huaxing Tools Co., Ltd.", "Huaxing Tools Company Limited"),
        ("华星工具有限公司", "华星工具有限责任公司"),
        ("Miller & Sons Ltd", "Miller and Sons Limited"),
    ],
)
def test_a_legal_form_has_one_spelling(left, right):
    assert firm(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Vektor Pribor LLC", "Vektor Pribor JSC"),
        ("Vektor Pribor LLC", "Vektor Pribor"),
        ("Vektor Pribor LLC", "Pribor Vektor LLC"),
        ("华星工具有限公司", "华星工具股份有限公司"),
        ("Huaxing Gongju Co., Ltd.", "华星工具有限公司"),
    ],
)
def test_another_form_another_order_or_pinyin_is_another_firm(left, right):
    assert not firm(left, right)


def test_a_form_that_begins_a_name_as_a_word_stays():
    assert fold("AS Roma Tools", "organization").tokens == ("as", "roma", "tools")


def test_a_firm_named_only_by_a_form_keeps_a_key():
    assert fold("ООО", "organization").key


def test_look_alike_letters_follow_the_majority_of_their_word():
    assert fold("Ивaн Пeтpoв", "person").script == "cyrillic"
    assert fold("ПETPOB Иван", "person").key == "ivan petrov"


def test_a_word_of_one_script_is_left_alone():
    assert fold("ABC Трейд", "organization").script == "mixed"


def test_a_person_is_never_a_firm_by_name():
    assert not same_name(fold("Ivan Petrov", "person"), fold("Ivan Petrov", "organization"))


def test_identifiers_are_compared_without_spaces_dashes_and_look_alikes():
    assert fold_identifier("АВ 12-34") == fold_identifier("ab1234") == "AB1234"


texts = st.text(max_size=30)
kinds = st.sampled_from(["person", "organization", "place", "unknown"])


@given(texts, kinds)
def test_every_text_has_a_key_unless_it_is_empty(text, kind):
    assert bool(fold(text, kind).key) == bool(text)


@given(texts, texts, kinds)
def test_equality_asks_no_order(left, right, kind):
    one, other = fold(left, kind), fold(right, kind)
    assert same_name(one, other) == same_name(other, one)
    assert same_name(one, one)


latin_words = st.lists(st.text("bdklmnprstvaeiou", min_size=2, max_size=8), min_size=1, max_size=4)


@given(latin_words, st.randoms())
def test_the_order_of_a_persons_words_does_not_matter(words, random):
    shuffled = random.sample(words, len(words))
    assert person(" ".join(words), ", ".join(shuffled).upper())


@given(latin_words)
def test_folding_twice_is_folding_once(words):
    once = fold(" ".join(words), "person").key
    assert fold(once, "person").key == once
