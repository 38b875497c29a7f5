"""What Russian sentences must yield, and what they must not. Every person, firm and town here is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clew.extract.document import Document, Extraction
from clew.extract.prose import ru
from clew.extract.prose._telling import Place
from clew.extract.prose.ru._names import Names
from clew.extract.prose.ru._parse import Sentence, Word
from clew.extract.prose.ru._parties import Parties
from clew.extract.prose.ru._tree import Tree
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return ru.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def only(text: str, record_type: str = "news") -> Claim:
    (claim,) = read(text, record_type).claims
    return claim


# Who says what


@pytest.mark.parametrize(
    ("sentence", "holders", "stance", "content"),
    [
        ("Компания сообщила, что груз ушёл.", ("Компания",), "party_says", "груз ушёл"),
        ("Груз ушёл, сообщила компания.", ("компания",), "party_says", "Груз ушёл"),
        ("По словам директора завода, груз ушёл.", ("директора завода",), "party_says", "груз ушёл"),
        ("Груз, по данным следствия, ушёл.", ("следствия",), "official_assesses", "Груз … ушёл"),
        ("В накладной указано, что груз ушёл.", ("накладной",), "reported", "груз ушёл"),
        ("Из писем следует, что груз ушёл.", ("писем",), "reported", "груз ушёл"),
        ("Аналитики полагают, что груз ушёл.", ("Аналитики",), "expert_opines", "груз ушёл"),
        ("Комиссией отмечено, что груз ушёл.", ("Комиссией",), "party_says", "груз ушёл"),
        ("В компании сообщили, что груз ушёл.", ("компании",), "party_says", "груз ушёл"),
        ("— Груз ушёл ночью, — вспоминает водитель.", ("водитель",), "party_says", "Груз ушёл ночью"),
        ("«Груз ушёл, — сказал водитель. — Бумаг не было».", ("водитель",), "party_says", "Груз ушёл … Бумаг не было"),
        ("Водитель ответил коротко: «Нет».", ("Водитель",), "party_says", "Нет"),
    ],
)
def test_a_speaker_and_the_words_that_are_said(sentence, holders, stance, content):
    claim = only(sentence)
    assert (claim.holders, claim.stance, claim.object) == (holders, stance, content)


def test_a_chain_of_holders_is_kept_outermost_first():
    claims = read(
        "Агентство «Полюс-Информ» сообщает, что двое чиновников считают, что Лю Вэй работал на «Орвел»."
    ).claims
    assert [(claim.holders, claim.stance, claim.predicate) for claim in claims] == [
        (("Полюс-Информ", "двое чиновников"), "official_assesses", "employee_of")
    ]


def test_whom_a_paper_leans_on_stands_behind_it():
    claim = only("Газета «Вестник» со ссылкой на двух дипломатов пишет, что груз ушёл.")
    assert (claim.holders, claim.stance) == (("Вестник", "двух дипломатов"), "official_assesses")


def test_each_of_several_speakers_has_a_claim():
    claims = read("Губернатор и мэр заявили, что завод работает.").claims
    assert [claim.holders for claim in claims] == [("Губернатор",), ("мэр",)]


def test_two_things_said_are_two_claims():
    claims = read("Водитель признал, что вёз модули, но заявил, что заказчика не знал.").claims
    assert [(claim.holders, claim.object) for claim in claims] == [
        (("Водитель",), "вёз модули"),
        (("Водитель",), "заказчика не знал"),
    ]


def test_a_denial_is_kept_beside_what_it_denies():
    relation, response = read("Посольство опровергло, что Лю Вэй работал на «Орвел».").claims
    assert (relation.predicate, relation.polarity, relation.stance) == ("employee_of", "negated", "party_denies")
    assert (response.predicate, response.stance, response.qualifier("reply")) == ("responds", "party_denies", "denies")


def test_what_is_not_denied_is_no_denial():
    assert only("Холдинг не отрицает, что закупал модули.").stance == "party_says"


def test_a_doubt_and_a_belief_not_held_are_negated():
    assert only("Эксперты сомневаются, что завод справится.").polarity == "negated"
    assert only("Чиновники не считают, что груз дошёл.").polarity == "negated"


def test_not_confirmed_is_neither_denied_nor_said():
    claim = only("Министерство не подтвердило, что поставки возобновились.")
    assert (claim.stance, claim.polarity, claim.predicate) == ("party_says", "negated", "says")


@pytest.mark.parametrize(
    "sentence",
    [
        "Сообщается, что груз задержан.",
        "По некоторым данным, груз задержан.",
        "Ходят слухи, что груз задержан.",
        "Нет доказательств того, что груз задержан.",
        "Стало известно, что груз задержан.",
    ],
)
def test_what_nobody_is_named_for_is_unknown_and_a_gap(sentence):
    extraction = read(sentence)
    assert {(claim.holders, claim.stance) for claim in extraction.claims} == {((), "unknown")}
    assert [gap.kind for gap in extraction.gaps] == ["unplaced_cue"]


def test_a_relation_beside_a_cue_that_nobody_is_named_for_is_never_the_authors_own():
    claims = read("Считается, что Лю Вэй работал на «Орвел».").claims
    assert {claim.stance for claim in claims} == {"unknown"}


def test_according_to_a_law_nobody_says_anything():
    assert not read("Согласно закону лицензия нужна каждому заводу.").claims


def test_let_us_recall_is_the_author_and_a_title_is_no_speech():
    assert not [
        claim for claim in read("Напомним, что груз ушёл в мае.").claims if claim.holders or claim.stance == "unknown"
    ]
    assert not read("«Приборы: потенциал развития».").claims


def test_the_name_li_is_no_whether():
    (claim,) = read("Пэн Ли работал на «Орвел».").claims
    assert (claim.subject, claim.predicate, claim.stance) == ("Пэн Ли", "employee_of", "reported")


def test_words_inside_a_quotation_stay_the_quoted_speakers():
    claims = read("«Директор сказал нам, что груз ушёл», — рассказал водитель.").claims
    assert [claim.holders for claim in claims] == [("водитель",)]


def test_a_letter_s_own_sender_is_not_a_speaker_in_it():
    assert not read("Мы подтверждаем, что груз получен.", "letter").claims
    assert only("Водитель сообщил нам, что груз получен.", "letter").holders == ("Водитель",)


def test_in_a_statement_we_is_the_party():
    claim = only("Мы считаем, что публикация искажает факты.", "statement")
    assert (claim.holders, claim.stance) == (("Мы",), "party_says")


# Answers


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("«Браник» не ответил на запрос о комментарии.", "Браник", "did_not_respond"),
        ("Завод так и не ответил на вопросы редакции.", "Завод", "did_not_respond"),
        ("В пресс-службе завода отказались от комментариев.", "пресс-службе завода", "declined"),
        ("Завод отказался комментировать поставки.", "Завод", "declined"),
        ("Связаться с руководством завода не удалось.", "руководством завода", "could_not_be_reached"),
        ("Ответа от министерства не поступило.", "министерства", "did_not_respond"),
    ],
)
def test_a_party_that_does_not_answer(sentence, subject, kind):
    claim = only(sentence)
    assert (claim.predicate, claim.stance, claim.subject) == ("responds", "no_response", subject)
    assert (claim.holders, claim.qualifier("reply")) == ((), kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "Завод не ответил на падение спроса.",
        "Завод отказался от поставщика.",
        "Связаться с берегом удалось.",
        "Завод ответил на запрос.",
    ],
)
def test_another_silence_is_no_non_response(sentence):
    assert not [claim for claim in read(sentence).claims if claim.stance == "no_response"]


def test_a_party_that_says_it_does_not_know_is_unaware():
    claim = only("Министерство заявило, что не располагает информацией о визитах.")
    assert (claim.predicate, claim.stance, claim.object) == ("responds", "party_unaware", "визитах")


def test_that_another_does_not_know_is_no_answer_of_the_speaker():
    claim = only("Министерство заявило, что завод не располагает информацией о визитах.")
    assert (claim.predicate, claim.stance) == ("says", "party_says")


# Relations


@pytest.mark.parametrize(
    ("sentence", "predicate", "subject", "target", "modality"),
    [
        ("Тан Шо работал на «Орвел».", "employee_of", "Тан Шо", "Орвел", "held"),
        ("Директором ООО «Вектор» является Олег Дремов.", "director_of", "Олег Дремов", "ООО «Вектор»", "held"),
        ("ООО «Вектор» принадлежит Марине Кольцовой.", "owns", "Марине Кольцовой", "ООО «Вектор»", "held"),
        ("ООО «Вектор» отгрузило заводу станки.", "shipped", "ООО «Вектор»", "заводу", "shipped"),
        ("Завод получил станки от ООО «Вектор».", "delivered", "ООО «Вектор»", "Завод", "delivered"),
        ("Завод перечислил ООО «Вектор» 2 млн рублей.", "paid", "Завод", "ООО «Вектор»", "paid"),
        ("Тан Шо посетит завод «Браник».", "visits", "Тан Шо", "Браник", "planned"),
        ("Тан Шо встретился с Олегом Дремовым.", "meets", "Тан Шо", "Олегом Дремовым", "unknown"),
    ],
)  # fmt: skip
def test_a_relation_the_article_itself_tells_is_reported(sentence, predicate, subject, target, modality):
    claim = only(sentence)
    assert (claim.predicate, claim.subject, claim.object) == (predicate, subject, target)
    assert (claim.stance, claim.holders, claim.modality) == ("reported", (), modality)


@pytest.mark.parametrize(
    "sentence",
    [
        "Тан Шо работал на износ.",
        "Если Тан Шо работал на «Орвел», дело плохо.",
        "Работал ли Тан Шо на «Орвел»?",
        "Завод получил письмо от жильцов.",
        "Тан Шо приехал домой.",
        "Бывший директор завода Олег Дремов уехал.",
    ],
)
def test_what_only_looks_like_a_relation_is_none(sentence):
    assert not read(sentence).claims


def test_a_relation_carries_its_time_and_sum():
    claim = only("В мае–июне 2023 г. завод перечислил ООО «Вектор» 5,2 млн юаней.")
    assert (claim.qualifier("amount"), claim.qualifier("currency")) == ("5200000.0", "CNY")
    assert (claim.valid_from.value, claim.valid_to.value) == ("2023-05", "2023-06")


def test_since_has_no_end():
    claim = only("С начала 2024 года Тан Шо работает на «Орвел».")
    assert (claim.valid_from.value, claim.valid_to) == ("early 2024", None)


def test_what_papers_list_and_what_officials_believe_stay_apart():
    claims = read(
        "По мнению двух чиновников, Тан Шо, указанный в письмах как сотрудник «Норвел», работал на «Орвел»."
    ).claims
    told = {(claim.object, claim.stance) for claim in claims if claim.predicate == "employee_of"}
    assert ("Орвел", "official_assesses") in told


@pytest.mark.parametrize(
    ("told", "holders"),
    [
        ("Завод «Орвел» сообщил, что Тан Шо, указанный в письмах как сотрудник «Норвел», уехал.", "письмах"),
        ("Завод «Орвел» отрицает, что Тан Шо, указанный в письмах как сотрудник «Норвел», уехал.", "письмах"),
    ],
)
def test_what_papers_list_is_no_word_of_a_party_that_tells_or_denies_it(told, holders):
    (claim,) = (claim for claim in read(told).claims if claim.predicate == "employee_of")
    assert (claim.holders[-1], claim.stance, claim.polarity) == (holders, "reported", "affirmed")


def test_what_a_party_says_of_its_own_man_stays_its_word():
    (claim,) = (
        claim
        for claim in read("Завод «Орвел» сообщил, что Тан Шо является сотрудником «Норвел».").claims
        if claim.predicate == "employee_of"
    )
    assert claim.stance == "party_says"


# Names


def test_a_name_is_kept_as_read_with_its_nominative_beside_it():
    mentions = {mention.text: dict(mention.identifiers) for mention in read("Груз передали Игорю Лапшину.").mentions}
    assert mentions["Игорю Лапшину"] == {"nominative": "Игорь Лапшин"}


def test_a_name_in_the_nominative_keeps_its_surface():
    mentions = {mention.text: mention.identifiers for mention in read("Алексей Северцев уехал.").mentions}
    assert mentions["Алексей Северцев"] == ()


def test_a_legal_form_and_its_marks_belong_to_the_name_and_are_not_inflected():
    mentions = {mention.text: mention.identifiers for mention in read("Станки продали ООО «Вектор».").mentions}
    assert mentions["ООО «Вектор»"] == ()


# Whatever comes


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet='абвг сказал что «»—,.:;"()\n ООО', max_size=120))
def test_every_quote_stands_where_it_says(text):
    for claim in read(text).claims:
        assert all(text[quote.span.start : quote.span.stop] == quote.text for quote in claim.quotes)


def test_a_page_without_russian_loads_no_model_and_yields_nothing():
    extraction = read("The firm said that the pumps were lost.")
    assert (extraction.claims, extraction.mentions) == ((), ())


def test_about_this_an_agency_reports_holds_the_sentence_before():
    claims = read("Завод продал ООО «Вектор» станки. Об этом сообщает агентство «Полюс».").claims
    assert [(claim.predicate, claim.holders, claim.stance) for claim in claims] == [
        ("supplied", ("Полюс",), "reported")
    ]


def test_about_this_without_a_sentence_before_is_unknown():
    assert {claim.stance for claim in read("Об этом сообщает агентство «Полюс».").claims} == {"unknown"}


def test_words_that_the_parser_hung_on_each_other_end_somewhere():
    nominative = {"Case": "Nom"}
    words = (
        Word(0, Place(0, 5), "Завод", "NOUN", nominative, 1, "appos"),
        Word(1, Place(6, 12), "Браник", "PROPN", nominative, 0, "appos"),
    )
    parties = Parties(Tree(Sentence(1, Place(0, 12), words), "Завод Браник"), "Завод Браник", Names("s", ()), {})
    assert parties.top(words[0]) in words
