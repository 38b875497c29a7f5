from clew.naming.explain import explain, namesakes


def test_equal_words_are_said_and_what_is_missing_speaks_against():
    said = explain("Ivan Petrovich Sidorenko", "SIDORENKO, Ivan", "person")
    assert "family name equal: sidorenko" in said.because
    assert "patronymic 'petrovich' missing in the list" in said.against


def test_another_script_is_said():
    said = explain("Иван Сидоренко", "SIDORENKO, Ivan", "person")
    assert said.because[0].startswith("compared after transliteration")
    assert "every word is equal" in said.because


def test_nicknames_sounds_and_initials_are_told_apart():
    assert "'bob' and 'robert' are forms of one word" in explain("Bob Marsh", "MARSH, Robert", "person").because
    assert "'zukov' and 'zhukov' are spellings of one sound" in explain("A. Zukov", "Anton Zhukov", "person").because
    assert "'A' may be the initial of 'anton'" in explain("A. Zukov", "Anton Zhukov", "person").because


def test_one_pinyin_is_no_name():
    assert "many names share one pinyin" in explain("王小明", "Wang Xiaoming", "person").against


def test_company_words_legal_forms_and_numbers_speak_against():
    said = explain("Zarya 15 Ltd", "Zarya 12 Trading LLC", "organization")
    assert "numbers differ" in said.against
    assert "legal forms differ: ltd and llc" in said.against


def test_a_word_that_all_firms_bear_is_called_so():
    said = explain("Zarya LLC", "Zarya Trading LLC", "organization")
    assert "words that many firms bear, missing in the name asked: trading" in said.against


def test_frequent_words_are_named_and_give_many_namesakes():
    frequent = explain("John Smith", "SMITH, John", "person")
    rare = explain("Zebulon Quackenfield", "QUACKENFIELD, Zebulon", "person")
    assert any("frequent in names" in words for words in frequent.against)
    assert frequent.share > 1000 * rare.share
    assert namesakes(0.0001, 20_000) == "about 2 expected by chance among 20,000 names"
    assert namesakes(1e-12, 20_000).startswith("fewer than 0.001")


def test_an_initial_is_no_rare_word():
    initial, full = (explain(f"{name} Smith", f"{name} Smith", "person").share for name in ("J.", "James"))
    assert initial > full


def test_an_acronym_and_its_words_are_said():
    said = explain("Quackenfield MLO", "Quackenfield Money Laundering Organization", "organization")
    assert "'MLO' is the first letters of 'money laundering organization'" in said.because
    assert not any("joined or split" in words for words in said.because)
    assert said.against == ()


def test_words_hardly_alike_are_missing_and_not_near():
    said = explain("TAGARI, Kudakwashe", "TAGARI, Kuda", "person")
    assert not any("near" in words for words in said.because)
    assert "missing in the list: kudakwashe" in said.against


def test_of_a_family_name_of_several_words_no_single_one_is_called_so():
    said = explain("NASR AL DIN, Ghazi", "NASSER AL-DIN, Ghazi", "person")
    assert not any("family name" in words for words in said.because)


def test_words_of_firms_in_two_languages_are_called_translations():
    assert (
        "'zavod' and 'plant' are one word, or its translation"
        in explain("Zarya Zavod", "Zarya Plant", "organization").because
    )


def test_korean_syllables_are_called_so():
    said = explain("CHO Myong-chol", "JO Myung-chol", "person")
    assert "'myong' and 'myung' are spellings of one Korean syllable" in said.because
