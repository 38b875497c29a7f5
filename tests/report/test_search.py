import shutil

import pytest

from clew.model.claim import Claim, Quote
from clew.model.errors import BadQuery, BadTime
from clew.model.source import Span
from clew.model.time import Moment
from clew.report import search as searching
from clew.report.search import Scope, search
from clew.store.rows import claim_row

RUSSIAN = "Инженер Щербаков и Никита Ольхин прибыли на завод 5 марта."
ENGLISH = "The engineer Nikita Olkhin arrived. The base was closed; Scherbakov invoices came later."
CHINESE = "彭立文于三月五日抵达工厂。"


@pytest.fixture
def texts(case, add_page):
    add_page(case, RUSSIAN, source="s-ru", path="ru.txt")
    add_page(case, ENGLISH, source="s-en", path="en.txt")
    add_page(case, CHINESE, source="s-zh", path="zh.txt")
    return case


def found(case, words, **scope):
    return {place.source: place for place in search(case, words, Scope(**scope)).places}


def matched(place, text):
    return [text[start:stop] for start, stop in place.spans]


def test_words_are_found_with_their_place(texts):
    place = found(texts, "engineer")["s-en"]
    assert matched(place, ENGLISH) == ["engineer"]
    assert ENGLISH[place.start :].startswith(place.snippet)


def test_all_words_must_stand_on_the_page(texts):
    assert set(found(texts, "engineer arrived")) == {"s-en"}
    assert not found(texts, "engineer departed")


def test_other_forms_of_a_word_are_found(texts):
    assert matched(found(texts, "invoice")["s-en"], ENGLISH) == ["invoices"]
    assert matched(found(texts, "завода")["s-ru"], RUSSIAN) == ["завод"]


def test_a_name_is_found_as_another_script_writes_it(texts):
    assert matched(found(texts, "Shcherbakov")["s-ru"], RUSSIAN) == ["Щербаков"]
    assert matched(found(texts, "щербакова")["s-en"], ENGLISH) == ["Scherbakov"]
    assert matched(found(texts, "olkhin")["s-ru"], RUSSIAN) == ["Ольхин"]


def test_a_chinese_name_is_found_by_its_pinyin_and_the_other_way_round(texts, add_page):
    latin = "Passenger PENG LIWEN, seat 4"
    add_page(texts, latin, source="s-ticket", path="ticket.txt")
    assert matched(found(texts, "Peng Liwen")["s-zh"], CHINESE) == ["彭立文"]
    assert matched(found(texts, "彭立文")["s-ticket"], latin) == ["PENG LIWEN"]


def test_any_part_of_a_chinese_text_is_found(texts):
    assert matched(found(texts, "抵达工厂")["s-zh"], CHINESE) == ["抵达工厂"]
    assert not found(texts, "达抵", exact=True)


def test_exact_finds_only_the_words_themselves(texts):
    assert not found(texts, "Shcherbakov", exact=True)
    assert not found(texts, "invoice", exact=True)
    assert set(found(texts, "INVOICES", exact=True)) == {"s-en"}


def test_a_common_word_is_not_taken_for_a_name_in_another_script(texts, add_page):
    add_page(texts, "Мы видели базу и бас.", source="s-bass", path="bass.txt")
    assert "s-bass" not in found(texts, "base")


def test_a_phrase_is_found_in_its_order_only(texts):
    assert set(found(texts, '"Nikita Olkhin"')) == {"s-en"}
    assert not found(texts, '"Olkhin Nikita"')


def test_a_beginning_finds_the_words_that_go_on(texts):
    assert matched(found(texts, "invo*")["s-en"], ENGLISH) == ["invoices"]


def test_a_word_that_must_not_stand_there_takes_the_page_away(texts):
    assert not found(texts, "engineer -base")


def test_a_code_is_found_whole(case, add_page):
    add_page(case, "MX-3820 unit; 3820 MX", source="s-code")
    place = found(case, "mx-3820")["s-code"]
    assert place.spans == ((0, 7),)


def test_facets_count_the_pages_and_filters_narrow_them(texts):
    with texts.batch() as batch:
        for source, language in (("s-ru", "ru"), ("s-en", "en")):
            batch.execute(
                "extractions",
                "insert into extractions values ($source, 'x-1', $type, $language)",
                source=source,
                type="news" if language == "en" else "letter",
                language=language,
            )
    results = search(texts, "Olkhin")
    assert results.facets["language"] == {"en": 1, "ru": 1}
    assert results.facets["record_type"] == {"news": 1, "letter": 1}
    assert set(found(texts, "Olkhin", language="ru")) == {"s-ru"}
    assert set(found(texts, "Olkhin", record_type="news")) == {"s-en"}


def test_a_time_narrows_to_the_sources_that_speak_of_it(texts):
    quote = Quote("quote", Span("s-en", 1, 0, 3), ENGLISH[:3])
    claim = Claim("a", "says", "b", (quote,), valid_from=Moment.read("2024-03"))
    with texts.batch() as batch:
        batch.execute("extractions", "insert into extractions values ('s-en', 'x-1', 'news', 'en')")
        batch.add("claims", [claim_row(claim, extraction="x-1")])
    assert set(found(texts, "Olkhin", since="2024-03-20")) == {"s-en"}
    assert not found(texts, "Olkhin", until="2024-02")
    assert search(texts, "Olkhin", Scope(since="2024")).facets["year"] == {"2024": 1}


def test_a_deleted_index_comes_back(texts):
    before = found(texts, "engineer")
    shutil.rmtree(texts.folder / "search")
    assert found(texts, "engineer") == before


def test_an_unchanged_case_is_not_indexed_again(texts):
    assert searching.refresh(texts) == 3
    assert searching.refresh(texts) == 0


def test_one_new_source_costs_one_source(texts, add_page):
    searching.refresh(texts)
    add_page(texts, "A fourth text.", source="s-four", path="four.txt")
    assert searching.refresh(texts) == 1
    assert set(found(texts, "fourth")) == {"s-four"}


def test_an_index_killed_before_it_was_noted_is_made_again_without_doubles(texts):
    searching.refresh(texts)
    (texts.folder / "search" / "state.json").unlink()
    assert search(texts, "engineer").total == 1


@pytest.mark.parametrize("words", ["", "   ", "-engineer", '""', "***"])
def test_a_search_for_nothing_is_refused(texts, words):
    with pytest.raises(BadQuery, match="expected a word"):
        search(texts, words)


def test_a_time_that_is_none_is_refused(texts):
    with pytest.raises(BadTime, match="no point in time"):
        search(texts, "engineer", Scope(since="yesterday"))


@pytest.mark.parametrize(
    "words", ["a.*b(", "a\\", "[x", "x" * 5000, "\u202eabc", "a\x00b", "source:s-en", "the AND OR NOT"]
)
def test_no_words_break_a_search(texts, words):
    search(texts, words)
