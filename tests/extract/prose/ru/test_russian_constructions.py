"""Constructions of Russian that tell who says what without a plain "сказал, что", and what only looks like them. All people are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import ru
from clew.model.claim import Claim
from clew.model.source import Page


def claims(text: str, record_type: str = "news") -> tuple[Claim, ...]:
    page = Page(1, text)
    return ru.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims


def told(text: str, record_type: str = "news") -> list[tuple[tuple[str, ...], str, str]]:
    return [
        ((*claim.holders, *([claim.subject] if claim.stance == "no_response" else [])), claim.stance, claim.object)
        for claim in claims(text, record_type)
    ]


def one(text: str, record_type: str = "news") -> tuple[tuple[str, ...], str, str]:
    (found,) = told(text, record_type)
    return found


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("Груз ушёл ночью. Так считают жители посёлка.", "жители посёлка", "Груз ушёл ночью."),
        ("Авария вышла из-за износа, — к такому выводу пришла комиссия.", "комиссия", "Авария вышла из-за износа"),
        ("Заводу нужен новый склад — в этом сходятся все технологи.", "все технологи", "Заводу нужен новый склад"),
        ("Склад пуст, о чём сообщила таможня.", "таможня", "Склад пуст"),
        ("Завод продан. Такого мнения придерживается юрист Сомов.", "юрист Сомов", "Завод продан."),
        ("Склад пуст. Об этом говорится в отчёте комиссии.", "отчёте комиссии", "Склад пуст."),
    ],
)
def test_a_word_that_points_back_stands_for_what_was_said_before(text, holder, content):
    holders, _, words = one(text)
    assert (holders, words) == ((holder,), content)


def test_what_a_relative_clause_denies_is_the_clause_before_it():
    assert one("Завод продан, что Сабирова отрицает.") == (("Сабирова",), "party_denies", "Завод продан")
    assert one("Завод продан, с чем не согласен Петров.") == (("Петров",), "party_denies", "Завод продан")


@pytest.mark.parametrize(
    "text",
    [
        "Он думал об этом долго. Склад пуст.",
        "Директор уехал. Об этом он не сказал никому.",
        "Завод продан. Это сказалось на ценах.",
    ],
)
def test_thinking_of_a_thing_and_not_speaking_of_it_hold_nothing(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Один, судя по списку, — Ершов.", "списку"),
        ("На взгляд юриста Петрова, договор ничтожен.", "Петрова"),
        ("По информации, полученной от портового оператора, вагоны отцеплены.", "портового оператора"),
        ("По данным, имеющимся в распоряжении редакции, завод продан.", "редакции"),
        ("По имеющимся у агентства сведениям, завод продан.", "агентства"),
        ("По вашим словам, груз ушёл.", "вашим"),
    ],
)
def test_whose_view_or_which_paper_a_phrase_names(text, holder):
    assert one(text)[0] == (holder,)


@pytest.mark.parametrize(
    "text", ["Судя по всему, склад закрыт.", "На первый взгляд, всё в порядке.", "Судя по голосу, он устал."]
)
def test_a_phrase_that_names_no_source_has_no_holder(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("Утверждения конкурента о низкой цене проверены.", "конкурента", "низкой цене"),
        ("Версия следствия такова: груз ушёл ночью.", "следствия", "груз ушёл ночью"),
        ("Читатель оставил под постом комментарий: борт садился дважды.", "Читатель", "борт садился дважды"),
        ("Иван Ильич, завод прислал ответ: раньше июля не отгрузят.", "завод", "раньше июля не отгрузят"),
        ("Вопреки заверениям Сомова, что срок изменён, завод отгрузил станки.", "Сомова", "срок изменён"),
    ],
)
def test_a_noun_of_speech_has_its_speaker_and_what_it_is_about(text, holder, content):
    found = told(text)[0]
    assert (found[0], found[2]) == ((holder,), content)


@pytest.mark.parametrize("text", ["Письмо директора о поставке ушло.", "Завод отправил ответ в четверг."])
def test_a_paper_on_its_way_says_nothing(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("В паспорте изделия указан 2021 год.", "паспорте изделия", "указан 2021 год"),
        ("В манифестах получателем значится завод.", "манифестах", "получателем значится завод"),
        ("Директор Бугров объяснил это экономией.", "Директор Бугров", "это экономией"),
        ("В компании решение считают необоснованным.", "компании", "решение … необоснованным"),
        ("Адвокат расценивает иск как попытку давления.", "Адвокат", "иск как попытку давления"),
        ("Завод связывает задержку с погодой.", "Завод", "задержку с погодой"),
        ("Моряки назвали имя капитана — Рустам Ершов.", "Моряки", "имя капитана — Рустам Ершов"),
        ("Ущерб эксперты оценили в 3 млн рублей.", "эксперты", "Ущерб … в 3 млн рублей"),
    ],
)
def test_a_judgement_an_entry_and_a_name_need_no_clause(text, holder, content):
    holders, _, words = one(text)
    assert (holders, words) == ((holder,), content)


@pytest.mark.parametrize(
    "text", ["Директор назвал сумму.", "Дочь назвали Анной.", "Город с посёлком связывает дорога."]
)
def test_naming_without_telling_is_none(text):
    assert not [each for each in told(text) if each[0]]


def test_two_things_said_in_one_sentence_are_two():
    assert [each[2] for each in told("Юрист сказала, что станок ушёл, однако денег завод не получил.")] == [
        "станок ушёл",
        "денег завод не получил",
    ]
    assert [each[2] for each in told("Капитан сказал, что связь есть, люди здоровы.")] == ["связь есть", "люди здоровы"]


@pytest.mark.parametrize(
    "clause", ["если завод закроют, рабочие уйдут", "причина в износе, а не в диверсии", "приехал, увидел и уехал"]
)
def test_a_clause_under_another_is_not_parted(clause):
    assert [each[2] for each in told(f"Директор сказал, что {clause}.")] == [clause]


@pytest.mark.parametrize(
    ("text", "holder", "about"),
    [
        ("Ведомству неизвестно об этих поставках.", "Ведомству", "об этих поставках"),
        ("Дальнейшая судьба изделий ей неизвестна.", "ей", "Дальнейшая судьба изделий"),
        ("О травмах ей не известно.", "ей", "О травмах"),
        ("Кому они предназначены, она не знает.", "она", "Кому они предназначены"),
        ("Директор не знает, кто подписал договор.", "Директор", "кто подписал договор"),
        ("О сделке в министерстве ничего не слышали.", "министерстве", "О сделке"),
    ],
)
def test_what_somebody_does_not_know_is_his_ignorance(text, holder, about):
    assert one(text) == ((holder,), "party_unaware", about)


def test_ignorance_in_what_one_tells_is_ones_own():
    found = told("Компания уточнила: станки продали в 2019 году, дальнейшая судьба изделий ей неизвестна.")
    assert found == [
        (("Компания",), "party_says", "станки продали в 2019 году"),
        (("Компания",), "party_unaware", "дальнейшая судьба изделий"),
    ]


@pytest.mark.parametrize("text", ["Имя покупателя неизвестно.", "Завод не знал, что груз ушёл."])
def test_what_nobody_knows_is_nobodys_answer(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ни покупатель, ни продавец сумму сделки не раскрывают.", "покупатель"),
        ("Весовщик от письменных объяснений уклонился.", "Весовщик"),
        ("Подсудимый Дубров от дачи показаний отказался.", "Дубров"),
        ("На вопрос, почему груз ушёл, начальник отдела ответа не дал.", "начальник отдела"),
        ("Комментариев от завода получить не удалось.", "завода"),
        ("Ответа от завода нет.", "завода"),
        ("Телефон директора завода выключен.", "директора завода"),
        ("Министерство предпочло не комментировать сделку.", "Министерство"),
        ("Таможня молчит вторую неделю.", "Таможня"),
    ],
)
def test_more_words_for_a_silence(text, party):
    holders, stance, _ = told(text)[0]
    assert (holders, stance) == ((party,), "no_response")


@pytest.mark.parametrize(
    "text",
    [
        "Она не уточнила, когда состоится визит.",
        "Директор отказался от встречи.",
        "Телефон лежал на столе.",
        "Он не читал газет.",
    ],
)
def test_what_is_no_silence(text):
    assert not [each for each in told(text) if each[1] == "no_response"]


def test_a_turn_of_a_transcript_goes_on_to_the_next_label():
    text = "КОРР.: Где документы? САЛОВ: Коллега ошибается. Документы целы. БУГРОВ: Их нет."
    assert [(each[0], each[2]) for each in told(text)] == [
        (("САЛОВ",), "Коллега ошибается"),
        (("САЛОВ",), "Документы целы"),
        (("БУГРОВ",), "Их нет"),
    ]
    chat = "04.03 Зоя: лист пришёл, но не тот\n04.03 Зоя: марка другая"
    assert [each[2] for each in told(chat, "mail")] == ["лист пришёл, но не тот", "марка другая"]


def test_a_headline_and_a_form_head_no_turns():
    assert [each[2] for each in told("Минфин: доходы выросли на треть. Рынок вырос.")] == ["доходы выросли на треть"]
    assert not told("Кому: Иванову\nТема: поставка\nТовар пришёл.", "mail")


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("О том, что цех продан, на заводе узнали из объявления на сайте.", ("объявления на сайте",)),
        ("«Курьер» узнал от водителя, что цех продан.", ("Курьер", "водителя")),
        ("«Курьер»: цех продан. Об этом агентству рассказал водитель.", ("Курьер", "водитель")),
    ],
)
def test_from_whom_a_thing_is_learned(text, holders):
    assert [each[0] for each in told(text)] == [holders]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Источник в полиции сообщил, что склад пуст.", "official_assesses"),
        ("Источник в правительстве сообщил, что склад пуст.", "reported"),
        ("Группа экспертов полагает, что склад пуст.", "expert_opines"),
        ("Завод ссылается на погоду: по его версии, груз застрял.", "party_says"),
    ],
)
def test_a_source_takes_the_stance_of_where_it_sits(text, stance):
    assert one(text)[1] == stance


def test_words_that_join_a_sentence_to_the_one_before_part_nothing():
    assert one("Один из них, впрочем, оговорился, что склад пуст.")[2] == "склад пуст"
    hedged = claims("Директор сказал, что, возможно, груз ушёл.")[0]
    assert hedged.hedges == ("возможно",)


def test_a_capital_does_not_make_a_verb_a_name():
    assert not claims("Довожу до Вашего сведения, что груз задержан.", "letter")


def test_a_calling_is_no_place():
    assert {mention.kind for mention in _mentions("Весовщик уклонился от ответа.")} <= {"person"}


def _mentions(text: str):
    page = Page(1, text)
    return ru.extract(Document("s-x", "text/plain", (page,)), page, record_type="news").mentions
