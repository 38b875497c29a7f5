"""What Russian speech verbs, turns, silences and pronouns must yield, and what only looks like them. All people and firms are invented."""

import pytest

from clew.extract.document import Document, Extraction
from clew.extract.prose import ru
from clew.model.claim import Claim
from clew.model.source import Page


def read(text: str, record_type: str = "news") -> Extraction:
    page = Page(1, text)
    return ru.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type)


def told(text: str, record_type: str = "news") -> list[tuple[tuple[str, ...], str, str]]:
    return [(claim.holders, claim.stance, claim.object) for claim in read(text, record_type).claims]


def last(text: str, record_type: str = "news") -> Claim:
    return read(text, record_type).claims[-1]


@pytest.mark.parametrize(
    ("sentence", "holder", "content"),
    [
        ("Директор усмехается, что склад давно пуст.", "Директор", "склад давно пуст"),
        ("«Денег больше нет совсем», — рыдает в эфире вдова.", "вдова", "Денег больше нет совсем"),
        ("— Я не при делах, — разводит руками кладовщик.", "кладовщик", "Я не при делах"),
        ("Пётр машет рукой: мол, не до вас сейчас.", "Пётр", "не до вас сейчас"),
        ("Юристы против: мол, договор с заводом ничтожен.", "Юристы", "договор с заводом ничтожен"),
        ("Охранник разводит руками: «Я под крышку не лазил».", "Охранник", "Я под крышку не лазил"),
        ("Источник дал понять, что контракт подписан.", "Источник", "контракт подписан"),
        ("Завод не скрывает, что склад пуст.", "Завод", "склад пуст"),
        ("Бухгалтер вспоминает, как директор сжёг накладные.", "Бухгалтер", "директор сжёг накладные"),
        ("Пресс-служба уполномочена сообщить, что переговоры завершены.", "Пресс-служба", "переговоры завершены"),
        ("Таможня сказала нет.", "Таможня", "нет"),
    ],
)  # fmt: skip
def test_any_verb_speaks_that_leads_to_what_is_said(sentence, holder, content):
    assert [(claim.holders, claim.object) for claim in read(sentence).claims] == [((holder,), content)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Он видел, что груз ушёл.",
        "Так получилось, что склад закрыли.",
        "Директор добился, что склад закрыли.",
        "Погода привела к тому, что склад закрыли.",
        "Завод скрыл, что склад пуст.",
        "Директор дал водителю ключи.",
        "Мастер махнул рукой и ушёл.",
    ],
)
def test_seeing_doing_and_hiding_say_nothing(sentence):
    assert not read(sentence).claims


def test_who_says_the_second_half_of_a_quotation_is_who_said_the_first():
    assert told("«Если бы поставки были, — сказал министр, — мы бы о них знали».") == [
        (("министр",), "party_says", "Если бы поставки были … мы бы о них знали")
    ]


@pytest.mark.parametrize(
    ("sentence", "holder", "stance"),
    [
        ("Источник в силовом блоке: задержанный успел уехать.", "Источник в силовом блоке", "official_assesses"),
        ("Минфин: доходы выросли на треть.", "Минфин", "party_says"),
        ("Лю Вэй находился на заводе, что подтверждается журналом.", "журналом", "reported"),
        ("Экспортом, со слов экспедитора, занималась другая фирма.", "экспедитора", "party_says"),
        ("По наблюдениям дилеров, склад пустует.", "дилеров", "party_says"),
        ("По условиям договора срок исчисляется с даты пуска.", "условиям договора", "reported"),
        ("Экспертом сделан вывод о том, что подпись поддельна.", "Экспертом", "expert_opines"),
        ("Авторы доклада считают, что счета ведут за границу.", "Авторы доклада", "expert_opines"),
        ("Представитель прокуратуры заявил, что дело передано в суд.", "Представитель прокуратуры", "official_assesses"),
        ("По данным ведомства, прошло сорок грузовиков.", "ведомства", "official_assesses"),
    ],
)  # fmt: skip
def test_a_turn_without_a_verb_of_speech_has_its_speaker(sentence, holder, stance):
    claim = last(sentence)
    assert (claim.holders, claim.stance) == ((holder,), stance)


@pytest.mark.parametrize(
    "sentence",
    [
        "Адрес: улица Зодчих, дом 4.",
        "Директор: Иванов И. И.",
        "Соседи в шоке: за стеной собирали аппараты!",
        "ВЕДУЩИЙ: Вы там были?",
        "Присутствовали: 11 членов правления.",
    ],
)
def test_a_label_a_headline_and_a_question_are_no_turns(sentence):
    assert not read(sentence).claims


@pytest.mark.parametrize(
    ("sentence", "holder", "about"),
    [
        ("Её адвокат Лариса Гордеева это опровергла.", "Лариса Гордеева", "это"),
        ("Сам Шумилов вину не признаёт.", "Шумилов", "вину"),
        ("Начальник цеха Сомов с этим не согласился.", "Сомов", "этим"),
        ("Все обвинения Кацман называет ложью.", "Кацман", "Все обвинения"),
        ("В компании обвинения назвали ложью.", "компании", "обвинения"),
    ],
)
def test_what_is_denied_may_stand_before_the_verb(sentence, holder, about):
    claim = last(sentence)
    assert (claim.stance, claim.object) == ("party_denies", about)
    assert holder in claim.holders[0]


def test_what_stands_behind_the_colon_of_a_denial_is_its_reason():
    objects = {
        claim.object: claim.stance for claim in read("Адвокат это опровергла: по словам соседей, он дома.").claims
    }
    assert objects == {"это": "party_denies", "он дома": "party_says"}


def test_neither_confirmed_nor_denied_is_no_denial():
    assert {claim.stance for claim in read("В компании эту информацию не подтвердили и не опровергли.").claims} == {
        "party_says"
    }


@pytest.mark.parametrize(
    ("sentence", "subject", "kind"),
    [
        ("В компании молчат.", "компании", "did_not_respond"),
        ("Адвокат бросил трубку.", "Адвокат", "declined"),
        ("Шумилову не дозвониться.", "Шумилову", "could_not_be_reached"),
        ("До директора завода дозвониться не удалось.", "директора завода", "could_not_be_reached"),
        ("В мэрии от комментариев воздержались.", "мэрии", "declined"),
        ("Остальные отвечать на этот вопрос отказались.", "Остальные", "declined"),
        ("Завод оставил запрос без ответа.", "Завод", "did_not_respond"),
        ("Компания проигнорировала вопросы редакции.", "Компания", "did_not_respond"),
        ("Глава фирмы затруднился ответить.", "Глава фирмы", "declined"),
        ("Мы комментировать их не намерены.", "Мы", "declined"),
        ("На момент публикации «Браник» на вопросы редакции не ответил.", "Браник", "did_not_respond"),
    ],
)
def test_silence_in_other_words(sentence, subject, kind):
    (claim,) = read(sentence).claims
    assert (claim.stance, claim.subject, claim.qualifier("reply")) == ("no_response", subject, kind)


@pytest.mark.parametrize(
    "sentence",
    [
        "Лес молчит.",
        "Телефон молчит.",
        "Она молчала восемь лет.",
        "Директор бросил работу.",
        "Депутаты воздержались при голосовании.",
        "Завод оставил посёлок без света.",
        "Он не взял деньги.",
        "Мы ехать не намерены.",
    ],
)
def test_another_quiet_is_no_silence(sentence):
    assert not [claim for claim in read(sentence).claims if claim.stance == "no_response"]


def test_a_pronoun_stays_the_holder_and_whom_it_means_is_suggested():
    claim = last(
        "Заместитель главы района Нелли Прошина уверена, что всё цело. «Ищите в другом месте», — посоветовала она."
    )
    assert (claim.holders, claim.stance) == (("она",), "party_says")
    assert (claim.subject, claim.qualifier("coreference")) == ("Нелли Прошина", "suggested")


def test_a_pronoun_that_fits_nobody_before_it_is_unknown():
    claim = last("Директор Пётр Лапшин заявил, что всё цело. «Ищите в другом месте», — посоветовала она.")
    assert (claim.holders, claim.stance, claim.subject) == (("она",), "unknown", "она")


def test_between_two_who_were_only_named_nobody_is_chosen():
    claim = last("Пётр Лапшин встретил Олега Дремова. Он заявил, что всё цело.")
    assert (claim.stance, claim.subject) == ("unknown", "Он")


def test_a_dropped_subject_is_whoever_spoke_before_as_a_suggestion():
    claim = last("Директор завода сообщил, что склад пуст. Добавил, что модули вывезли.")
    assert (claim.holders, claim.qualifier("coreference")) == (("Директор завода",), "suggested")


def test_they_say_is_nobody_s():
    assert last("Директор завода сообщил, что склад пуст. Говорят, что модули вывезли.").stance == "unknown"


def test_an_aside_belongs_to_who_speaks_and_not_to_what_is_said():
    assert told("«Решения пока ещё нет», — сказал собеседник, знакомый с ходом переговоров.") == [
        (("собеседник, знакомый с ходом переговоров",), "reported", "Решения пока ещё нет")
    ]


def test_another_speaker_set_against_the_first_has_his_own_words():
    assert [
        claim.object for claim in read("Полиция заявила, что ущерба нет, хотя жители уверяют, что дом сгорел.").claims
    ] == [
        "ущерба нет",
        "дом сгорел",
    ]


def test_who_only_announces_others_says_nothing():
    holders = {
        claim.holders
        for claim in read(
            "Ответили двое: «Кредит» сообщил, что закрыл счета, а «Восток» заявил, что клиента не знает."
        ).claims
    }
    assert holders == {("Кредит",), ("Восток",)}


def test_a_transfer_of_money_is_no_speech():
    (claim,) = read("По данным следствия, Аркадий Шумилов передал чиновнику 3 млн рублей.").claims
    assert claim.holders == ("следствия",)


@pytest.mark.parametrize(
    ("sentence", "text", "nominative"),
    [
        ("Источники сообщили «Волжскому курьеру», что груз ушёл.", "Волжскому курьеру", "Волжский курьер"),
        ("Корреспондент «Вестника» видел груз.", "Вестника", "Вестник"),
        ("Газета «Вестник» видела груз.", "Вестник", None),
        ("У компании «Орвел» нет счетов.", "Орвел", None),
    ],
)
def test_a_title_in_another_case_has_its_nominative_beside_it(sentence, text, nominative):
    (mention,) = [each for each in read(sentence).mentions if each.text == text]
    assert dict(mention.identifiers).get("nominative") == nominative


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("Заявитель утверждает, что подпись поддельна, и просит назначить экспертизу.", ["подпись поддельна"]),
        (
            "По мнению Курова, текст сырой, а по словам Ивлевой, его обсуждали долго.",
            ["текст сырой", "его обсуждали долго"],
        ),
        (
            "Бухгалтерия клянётся, что всё отправила, а банк говорит, ничего не пришло.",
            ["всё отправила", "ничего не пришло"],
        ),
        ("Защита называет обвинение ложью и настаивает на экспертизе.", ["обвинение ложью"]),
    ],
)
def test_what_is_said_ends_where_another_saying_begins(sentence, contents):
    assert [claim.object for claim in read(sentence).claims] == contents


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        (
            "Из документов, которые изучил «Курьер», видно, что фирма сменила владельца.",
            "документов, которые изучил «Курьер»",
        ),
        ("Из переписки, попавшей в редакцию, следует, что склад пуст.", "переписки, попавшей в редакцию"),
        ("«Работы приняты в срок», — говорится в ответе мэрии.", "ответе мэрии"),
        ("Апелляционная жалоба мотивирована тем, что суд не учёл показания.", "Апелляционная жалоба"),
    ],
)
def test_a_paper_holds_what_it_shows(sentence, holder):
    claim = last(sentence)
    assert (claim.holders, claim.stance) == ((holder,), "reported")


def test_an_answer_is_no_paper_where_something_is_said_in_answer():
    assert last("В ответ сообщили, что склад пуст.").holders == ()


@pytest.mark.parametrize(
    "sentence", ["По нашим подсчётам, прошло девять контейнеров.", "По нашей информации, партию остановили."]
)
def test_what_the_author_reckons_is_nobody_else_s(sentence):
    assert not read(sentence).claims


def test_whose_correspondent_speaks_was_not_told():
    assert last("Инспекторы нашли недостачу, передаёт корреспондент «Вестника».").holders == (
        "корреспондент «Вестника»",
    )


@pytest.mark.parametrize(
    ("sentence", "subject", "about"),
    [
        ("Нам об этих поставках ничего не известно.", "Нам", "об этих поставках"),
        ("Такими данными мы не располагаем.", "мы", "Такими данными"),
    ],
)
def test_who_knows_nothing_of_it_is_unaware(sentence, subject, about):
    (claim,) = read(sentence).claims
    assert (claim.stance, claim.subject, claim.object) == ("party_unaware", subject, about)


def test_whom_a_speaker_accuses_and_of_what():
    claim = last("Дремов обвинил Олега Саночкина в давлении на свидетелей.")
    assert (claim.predicate, claim.subject, claim.object) == ("accuses", "Дремов", "Олега Саночкина")
    assert (claim.stance, claim.qualifier("of")) == ("party_says", "давлении на свидетелей")


def test_a_noun_that_is_called_untrue_is_denied_with_its_clause():
    claim = last("Утверждения о том, что завод закрыт, Лаптев называет чушью.")
    assert (claim.holders, claim.stance, claim.object) == (("Лаптев",), "party_denies", "завод закрыт")


def test_the_opposite_is_what_is_said():
    assert told("При этом начальник смены утверждает обратное.") == [(("начальник смены",), "party_says", "обратное")]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Как установлено судом, между сторонами заключён договор.", "судом"),
        ("Как указано в акте, повреждений не обнаружено.", "акте"),
    ],
)
def test_what_was_found_or_concluded_is_no_second_speech(sentence, holder):
    assert [claim.holders for claim in read(sentence).claims] == [(holder,)]


@pytest.mark.parametrize(
    ("sentence", "holders", "content"),
    [
        ("Адвокат Миловой парирует: долгов нет.", ("Адвокат Миловой",), "долгов нет"),
        ("Из протокола допроса: «Деньги я передал лично».", ("протокола допроса",), "Деньги я передал лично"),
        ("Минздрав сообщения об очередях назвал преувеличением.", ("Минздрав",), "сообщения об очередях"),
        ("В цехе рассчитывают выйти на прежние объёмы.", ("цехе",), "выйти на прежние объёмы"),
    ],
)
def test_who_says_what_where_words_stand_otherwise(sentence, holders, content):
    assert [(claim.holders, claim.object) for claim in read(sentence).claims] == [(holders, content)]


def test_two_cues_after_what_is_said_share_it():
    claims = read("Готовят новый пакет мер, рассказали два чиновника и подтвердил источник в аппарате.").claims
    assert claims[0].object == "Готовят новый пакет мер"


def test_a_missing_daughter_declines_no_comment():
    claims = read("Мать призналась журналисту: дочь не выходит на связь третий день.").claims
    assert [claim.stance for claim in claims] == ["party_says"]


# Relations


@pytest.mark.parametrize(
    ("sentence", "predicate", "subject", "target", "modality"),
    [
        ("ООО «Вектор» отгрузило в адрес ООО «Темп» станки.", "shipped", "ООО «Вектор»", "ООО «Темп»", "shipped"),
        ("Контроль над «Вектором» осуществляет Олег Дремов.", "controls", "Олег Дремов", "Вектором", "held"),
        ("Олег Дремов контролировал деятельность ООО «Вектор».", "controls", "Олег Дремов", "ООО «Вектор»", "held"),
        ("Инженеры провели на полигоне десять дней.", "visits", "Инженеры", "полигоне", "unknown"),
        ("Фирма «Лайт» зарегистрирована в Лимасоле.", "located_in", "Лайт", "Лимасоле", "held"),
        ("Дремов — директор по логистике ООО «Вектор».", "employee_of", "Дремов", "ООО «Вектор»", "held"),
        ("Предприятие не поставляет продукцию компании «Лайт».", "supplied", "Предприятие", "Лайт", "unknown"),
        ("Дремов получил от ООО «Вектор» 3 млн рублей.", "paid", "ООО «Вектор»", "Дремов", "paid"),
        ("Истец перечислил ответчику аванс в размере 3 400 000 рублей.", "paid", "Истец", "ответчику", "paid"),
        ("60 процентов ООО «Вектор» записаны на Олега Дремова.", "owns", "Олега Дремова", "ООО «Вектор»", "held"),
    ],
)  # fmt: skip
def test_relations_in_other_words(sentence, predicate, subject, target, modality):
    (claim,) = [each for each in read(sentence).claims if each.predicate == predicate]
    assert (claim.subject, claim.object, claim.modality) == (subject, target, modality)


def test_a_relation_without_a_subject_has_the_subject_of_the_verb_before():
    (claim,) = [
        each for each in read("Истец указал, что перечислил ответчику 2 млн рублей.").claims if each.predicate == "paid"
    ]
    assert (claim.holders, claim.subject, claim.object) == (("Истец",), "Истец", "ответчику")


@pytest.mark.parametrize(
    "sentence",
    [
        "Чиновники рассказали, что модули доставили на завод.",
        "Отдел осуществляет контроль за качеством «Вектора».",
        "Инженеры провели на полигоне испытания.",
        "Дом записан на тёщу Олега Дремова.",
        "Дремов отгрузил станки на адрес склада.",
    ],
)
def test_what_only_sounds_like_a_relation_is_none(sentence):
    wanted = {"visits", "controls", "owns", "shipped", "delivered"}
    assert not [claim for claim in read(sentence).claims if claim.predicate in wanted]
