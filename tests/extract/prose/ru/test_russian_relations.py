"""Relations that Russian sentences tell by verbs, posts and nouns, and what only looks like one. All people and firms are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import ru
from clew.model.claim import Claim
from clew.model.source import Page


def related(text: str, record_type: str = "news") -> list[Claim]:
    page = Page(1, text)
    claims = ru.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims
    return [claim for claim in claims if claim.predicate not in {"says", "responds", "accuses"}]


def told(text: str, record_type: str = "news") -> list[tuple[str, str, str]]:
    return [(claim.subject, claim.predicate, claim.object) for claim in related(text, record_type)]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Павлов уехал в Анталью.", ("Павлов", "travels_to", "Анталью")),
        ("По указанию Котовой он трижды возил документы в Вильнюс.", ("он", "travels_to", "Вильнюс")),
        ("Яровой бывал в Нарынске.", ("Яровой", "visits", "Нарынске")),
        ("Игнат Салов обсудил с президентом Мераби поставки.", ("Игнат Салов", "meets", "Мераби")),
        ("Заместитель министра провела встречу с губернатором.", ("Заместитель министра", "meets", "губернатором")),
        ("Мы заплатили «Юнайтед Бридж» дважды.", ("Мы", "paid", "Юнайтед Бридж")),
        ("Руслан Тлехов передал посреднику 40 тысяч евро.", ("Руслан Тлехов", "paid", "посреднику")),
        ("Учреждение перечислило ИП Кравцов 3 млн рублей.", ("Учреждение", "paid", "ИП Кравцов")),
        ("Фирма «Ультра» приобрела у китайской «Баолин» станок.", ("Баолин", "supplied", "Ультра")),
        ("«Кержа-Транзит» реализовал «Верфи № 4» 11 тонн листа.", ("Кержа-Транзит", "supplied", "Верфи № 4")),
        ("Подшипники попадали на завод через фирму «Ала-Тоо».", ("Ала-Тоо", "supplied", "завод")),
        ("Белорусский «Оптикум» получил от «Чэнгуан» партию линз.", ("Чэнгуан", "delivered", "Оптикум")),
        ("Ему принадлежат 75% «Терминала».", ("Ему", "owns", "Терминала")),
        ("«Кронос» докупил ещё 12 % «Сольвейг-Фарм».", ("Кронос", "owns", "Сольвейг-Фарм")),
        ("Дубров с 2017 года являлся бенефициаром фирмы «Кержа».", ("Дубров", "owns", "Кержа")),
        ("За компанией «Медиус» стоит семья губернатора.", ("семья губернатора", "controls", "Медиус")),
        ("ООО «Фрегат» подконтрольно Сабировой Э. Р.", ("Сабировой Э. Р.", "controls", "ООО «Фрегат»")),
        ("Совет избрал председателем правления «Амура» Ольгу Ким.", ("Ольгу Ким", "director_of", "Амура")),
        ("В 2018 году он возглавлял «Мостотрест».", ("он", "director_of", "Мостотрест")),
        ("Ершов числился в «Рубине» начальником отдела.", ("Ершов", "employee_of", "Рубине")),
        ("Фотограф еженедельника «Обозреватель» Игорь Лапин уехал.", ("Игорь Лапин", "employee_of", "Обозреватель")),
        ("Адвокат Мальцева Инга Сорокина молчит.", ("Инга Сорокина", "represents", "Мальцева")),
        ("США ввели санкции против фирмы «Рубин».", ("Рубин", "listed_by", "США")),
        ("Фирма «Рубин» попала под санкции Евросоюза.", ("Рубин", "listed_by", "Евросоюза")),
        (
            "Вашингтон внёс в санкционный список кипрскую «Леворио Холдингс».",
            ("Леворио Холдингс", "listed_by", "Вашингтон"),
        ),
        ("Указанная часть в этом районе не дислоцируется.", ("Указанная часть", "located_in", "этом районе")),
    ],
)
def test_a_relation_and_its_ends(text, relation):
    assert relation in told(text)


def test_a_member_of_no_staff_is_denied_to_be_one():
    (claim,) = related("Гражданин Сафаров Р. Т. в штате университета не состоял.")
    assert (claim.subject, claim.predicate, claim.object) == ("Сафаров Р. Т.", "employee_of", "университета")
    assert claim.polarity == "negated"


def test_whose_post_it_was_keeps_that_in_its_title():
    (claim,) = related("Суд допросил бывшего замдиректора «Росприбора» Виктора Мальцева.")
    assert claim.predicate == "employee_of"
    assert dict(claim.qualifiers)["post"].startswith("бывшего")
    assert not told("Бывший директор завода Олег Дремов уехал.")


def test_the_firm_a_possessive_means_is_a_suggestion():
    claims = related("Товар шёл через фирму «Ала-Тоо». Её учредитель Нурлан Османов молчит.")
    (owner,) = [claim for claim in claims if claim.predicate == "owns"]
    assert (owner.subject, owner.object) == ("Нурлан Османов", "Ала-Тоо")
    assert dict(owner.qualifiers)["coreference"] == "suggested"


def test_whoever_is_spoken_to_does_not_do_it():
    assert told("Коллеги, с октября я больше не работаю в «Норде».") == [("я", "employee_of", "Норде")]


def test_a_head_of_a_part_directs_no_firm():
    assert told("Художественный руководитель балета «Волжского театра» Алексей Ромов уехал.") == [
        ("Алексей Ромов", "employee_of", "Волжского театра")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Суд наложил на «Майкросот» штраф.",
        "Рабочие получили от «Рубина» письма поддержки.",
        "Абоненты платят за трафик на «Лицекниге».",
        "Президент призвал вернуться на Луну.",
        "Болельщика «Спарты» Егора Свиридова наградили.",
        "Представители «Рубина», Иван Котов и его сын уехали.",
        "Имя продавца, кому принадлежало судно, неизвестно.",
        "Директор провёл время с детьми.",
        "«Рубин» приобрёл акции у сотрудников.",
    ],
)
def test_what_only_looks_like_a_relation(text):
    assert not told(text)
