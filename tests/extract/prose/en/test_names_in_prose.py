"""What kind of thing a name names: one test a rule, with its counter-example. All names are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.extract.prose.en._parse import CODE, shadow
from clew.extract.prose.en._votes import cue_votes, form_votes
from clew.model.source import Page


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Creek Hotel", "organization"),
        ("Port Varsk", "place"),
        ("Varsk Airport", "place"),
        ("Port Varsk Authority", "organization"),
        ("Bay", None),
    ],
)
def test_a_word_for_a_house_or_a_site_in_a_name_says_what_it_is(name, kind):
    best = form_votes(name).most_common(1)
    assert (best[0][0] if best else None) == kind


def kinds(text: str) -> dict[str, str]:
    page = Page(1, text)
    found = en.extract(Document("s-x", "text/plain", (page,)), page, record_type="news")
    return {mention.text: mention.kind for mention in found.mentions}


@pytest.mark.parametrize("name", ["Wang Zhiqiang", "Zhang Xiaomei", "Li Na", "Ouyang Feng"])
def test_a_name_in_pinyin_is_a_person(name):
    assert form_votes(name).most_common(1)[0][0] == "person"


@pytest.mark.parametrize("name", ["Wang Trading", "Tang Instruments Co., Ltd."])
def test_a_firm_with_a_surname_in_it_is_no_person(name):
    assert form_votes(name).most_common(1)[0][0] == "organization"


@pytest.mark.parametrize("name", ["Pavel Severtsev", "Anna Zotova", "Igor Petrovich Lapshin"])
def test_a_russian_name_is_a_person(name):
    assert form_votes(name).most_common(1)[0][0] == "person"


def test_one_word_with_a_russian_ending_is_not_yet_a_person():
    assert not form_votes("Tambov")["person"]


@pytest.mark.parametrize("name", ["Orvel Instruments Co., Ltd.", "Norvel Trading LLC", "JSC Kolmash", "Brannick GmbH"])
def test_a_legal_form_makes_an_organization(name):
    assert form_votes(name).most_common(1)[0][0] == "organization"


def test_a_word_that_only_contains_a_legal_form_makes_none():
    assert not form_votes("Agatha Lincoln")["organization"]


def test_a_post_before_a_name_makes_a_person():
    assert cue_votes(("said engineer ", " on"), "Peng Li")["person"] > 0


def test_a_post_of_a_country_does_not_make_it_a_firm():
    assert cue_votes(("the president of ", " said"), "Ukraine").most_common(1)[0][0] == "place"
    assert cue_votes(("the president of ", " said"), "Orvel").most_common(1)[0][0] == "organization"


def test_who_invoices_is_an_organization_and_who_is_invoiced_in_a_town_is_not():
    assert cue_votes(("", " invoiced Norvel"), "Orvel")["organization"] > 0
    assert not cue_votes(("invoiced it in ", " in May"), "Tarnsk")["organization"]


def test_the_city_of_makes_a_place_and_the_plant_of_does_not():
    assert cue_votes(("in the city of ", ""), "Tarnsk")["place"] > 0
    assert not cue_votes(("the plant of ", ""), "Kolmash")["place"]


def test_a_town_keeps_its_kind_beside_a_works_named_after_it():
    found = kinds("Peng Li travelled to Tarnsk and flew to Tarnsk again. He never saw the Tarnsk Works.")
    assert (found["Tarnsk"], found["Tarnsk Works"]) == ("place", "organization")


def test_a_short_form_shares_the_kind_of_its_long_form():
    text = "Lanshuoling denied the report. The letters named Hangzhou Lanshuoling Instrument Co., Ltd. as the maker."
    assert kinds(text)["Lanshuoling"] == "organization"


def test_a_surface_has_one_kind_in_a_document():
    pages = (Page(1, "Peng Li, an engineer, visited the plant."), Page(2, "Peng Li was seen in the port."))
    document = Document("s-x", "text/plain", pages)
    found = [
        m for page in pages for m in en.extract(document, page, record_type="news").mentions if m.text == "Peng Li"
    ]
    assert [mention.kind for mention in found] == ["person", "person"]
    assert [mention.span.page for mention in found] == [1, 2]


@pytest.mark.parametrize("code", ["QX12V", "GA-21", "A140", "MX-7B"])
def test_a_model_code_is_a_product(code):
    assert kinds(f"The firm shipped the {code} unit to the port.")[code] == "product"


@pytest.mark.parametrize("word", ["2024", "Q3", "NATO", "May"])
def test_a_year_a_quarter_and_a_word_are_no_model_codes(word):
    assert not CODE.fullmatch(word)


def test_the_parsers_copy_has_the_length_of_the_text():
    text = "“QX12V” — Lanshuoling’s\u00a0own\r\nunit 🙂 公司 \ud800"
    assert len(shadow(text)) == len(text)


def test_a_trade_word_is_not_hidden_from_the_parser():
    assert shadow("a firm, Norvel Trading and Shipping.") == "a firm, Norvel Trading and Shipping."


def test_what_kind_of_body_it_is_stands_before_its_name():
    assert cue_votes(("by the watchdog group ", " that"), "Open Quay")["organization"] > 0
    assert not cue_votes(("in a group of ", " and"), "Open Quay")["organization"]


def test_a_byline_names_a_person_and_a_wrapped_by_does_not():
    assert cue_votes(("By ", ", Harbour Ledger"), "Ines Okafor")["person"] > 0
    assert not cue_votes(("was shipped by ", " on"), "Ines Okafor")["person"]


def test_the_code_of_a_currency_is_no_firm():
    assert "EUR" not in kinds("The bank said Heller wired 40,000 EUR to Norvel Trading LLC.")
    assert "Norvel Trading LLC" in kinds("The bank said Heller wired 40,000 EUR to Norvel Trading LLC.")
