# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""Nothing goes in; which relation each verb of Russian tells comes out, with what fills its two ends. Dictionary forms, ё as е."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """How the slots of a verb become a relation."""

    predicate: str
    subject: str  # slots, tried in order: subj obj dat ins to in from with of
    object: str
    subject_is: str = "party"  # party, someone, firm, person, people, place, goods
    object_is: str = "party"


_S, _O = "subj", "obj"
RULES: dict[str, tuple[Rule, ...]] = {}


def _rules(verbs: str, *rules: Rule) -> None:
    for verb in verbs.split():
        RULES[verb] = (*RULES.get(verb, ()), *rules)


_rules(
    "работать трудиться служить устроиться подрабатывать проработать прослужить отработать состоять числиться",
    Rule("employee_of", _S, "staff on in at", "people", "employer"),
)
_rules("нанять нанимать трудоустроить принять", Rule("employee_of", _O, _S, "person", "firm"))
_rules(
    "возглавлять возглавить руководить управлять директорствовать",
    Rule("director_of", _S, "obj ins", "person", "employer"),
)
_rules("владеть", Rule("owns", _S, "share ins", "party", "firm"))
_rules("принадлежать", Rule("owns", "dat", "share_of", "party", "firm"), Rule("owns", "dat", _S, "party", "owned"))
_rules("перейти переходить достаться", Rule("owns", "dat", "share_of", "party", "firm"))
_rules(
    "приобрести приобретать купить выкупить закупить закупать покупать приобретаться докупить скупить консолидировать",
    Rule("owns", _S, "share", "party", "firm"),
    Rule("supplied", "from", _S, "party", "party"),
)
_rules("продать продавать уступить", Rule("owns", "dat", "share", "party", "firm"))
_rules(
    "контролировать", Rule("owns", _S, "share", "party", "firm"), Rule("controls", _S, "business obj", "party", "firm")
)
_rules("контролироваться", Rule("controls", "ins", "business subj", "party", "firm"))
_rules("осуществлять иметь сохранять сохранить установить", Rule("controls", _S, "control", "party", "firm"))
_rules("подконтрольный", Rule("controls", "dat", _S, "party", "firm"))
_rules(
    "попадать попасть поступать поступить идти пойти уходить уйти завозиться ввозиться",
    Rule("supplied", "through from", "to address dat", "party", "firm"),
)
_rules("стоять стоить", Rule("controls", _S, "behind", "someone", "firm"))
_rules(
    "поставить поставлять продать продавать экспортировать снабжать снабдить реализовать реализовывать сбыть сбывать перепродать "
    "перепродавать импортировать",
    Rule("supplied", _S, "address dat to", "party", "party"),
)
_rules(
    "отгрузить отгружать отправить отправлять выслать отправляться переслать",
    Rule("shipped", _S, "address dat to", "party", "firm"),
)
_rules("доставить доставлять передать", Rule("delivered", _S, "dat to", "party", "firm"))
_rules(
    "получать принять получить",
    Rule("controls", _S, "control", "party", "firm"),
    Rule("delivered", "from", _S, "party", "party"),
    Rule("paid", "from", _S, "someone", "someone"),
)
_rules("выставить выставлять", Rule("billed", _S, "dat", "party", "party"))
_rules(
    "заплатить платить выплатить выплачивать оплатить оплачивать уплатить доплатить вручить передавать проплатить вернуть",
    Rule("paid", _S, "address dat", "someone", "someone"),
)
_rules(
    "перечислить перечислять перевести переводить передать отправить",
    Rule("paid", _S, "address dat to", "someone", "someone"),
)
_rules(
    "заехать заезжать приехать приезжать прибыть прибывать прилететь прилетать вылететь вылетать вернуться возвращаться возвратиться ездить "
    "летать улететь улетать отправиться отправляться съездить слетать поехать полететь наведаться наведываться уехать уезжать выехать выезжать "
    "отбыть отбывать отплыть приплыть плавать добраться добираться перебраться переехать переезжать перелететь эмигрировать бежать сбежать "
    "направиться направляться заглянуть мотаться выбраться",
    Rule("visits", _S, "to", "people", "site"),
    Rule("travels_to", _S, "to", "people", "place"),
)
_rules("возить отвозить отвезти повезти свозить привозить привезти", Rule("travels_to", _S, "to", "people", "place"))
_rules(
    "направить направлять командировать послать посылать",
    Rule("visits", _O, "to", "people", "site"),
    Rule("travels_to", _O, "to", "people", "place"),
)
_rules("побывать бывать гостить", Rule("visits", _S, "on in at", "people", "stay"))
_rules(
    "провести проводить",
    Rule("visits", _S, "on in at", "people", "site"),
    Rule("travels_to", _S, "at", "people", "place"),
)
_rules("посетить посещать осмотреть", Rule("visits", _S, _O, "people", "stay"))
_rules("совершить", Rule("visits", _S, "to", "people", "stay"))
_rules(
    "встретиться встречаться повидаться увидеться побеседовать переговорить обсудить обсуждать беседовать поужинать пообедать",
    Rule("meets", _S, "with", "someone", "someone"),
)
_rules("провести проводить вести иметь", Rule("meets", _S, "talks", "someone", "someone"))
_rules("обучать обучить учить обучаться", Rule("trains", _S, _O, "people", "taught"))
_rules("входить войти вступить", Rule("member_of", _S, "into", "party", "body"))
_rules("представлять", Rule("represents", _S, "interests", "party", "party"))
_rules(
    "внести включить добавить вносить",
    Rule("listed_by", _O, "lister", "party", "lister"),
    Rule("listed_by", _O, "list", "party", "any"),
)
_rules("попасть оказаться находиться", Rule("listed_by", _S, "list sanctions", "party", "any"))
_rules("ввести вводить наложить", Rule("listed_by", "against", _S, "party", "lister"))
_rules(
    "находиться располагать располагаться расположить базировать базироваться зарегистрировать прописать дислоцировать дислоцироваться "
    "разместить размещаться квартировать",
    Rule("located_in", _S, "in", "situated", "somewhere"),
)
_rules(
    "производить выпускать изготовить изготавливать произвести собирать изготовлять выпустить собрать",
    Rule("made_by", _O, _S, "goods", "firm"),
)
_rules("сотрудничать", Rule("cooperates_with", _S, "with", "party", "party"))
_rules("испытать испытывать", Rule("tests", _S, _O, "party", "goods"))
