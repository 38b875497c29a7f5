"""A verb goes in; bills, payments, consignments and supplies between parties come out, as worded."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._made import agents, doers, is_organization, is_party, is_person, is_town, made, sums
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._votes import currency_codes

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_NO_GOODS = (
    cues.STAFF_POSTS
    | cues.DOCUMENTS
    | cues.OFFICIALS
    | cues.EXPERTS
    | words(
        "people men women team teams delegation delegations request requests message instructions comment details assistance access "
        "information news word advice support training approval permission confirmation complaint complaints threat threats answer answers "
        "reply replies response responses applause criticism praise visitors guests help warning warnings award awards medal sentence treatment"
    )
) - {"bill"}
_HANDING = {
    "ship": "shipped",
    "send": "shipped",
    "dispatch": "shipped",
    "export": "supplied",
    "supply": "supplied",
    "provide": "supplied",
    "sell": "supplied",
    "deliver": "delivered",
}
_TAKERS = words(
    "party parties army militia militias forces rebels military insurgents fighters front troops user users shop store"
)
_TAKING = words("take place book win secure get land receive accept")
_GIFTS = words("donation donations payment payments grant grants gift gifts bribe bribes fee fees money cash")
_STAKES = words("stake stakes share shares holding shareholding")
_BUYING = words("buy purchase order procure acquire obtain import source")
_MONEY = words(
    "crown crowns kroner krona kronor franc francs mark marks rupee rupees riyal riyals dirham dirhams lira zloty zlotys tenge yen won "
    "forint forints peso pesos shekel shekels hryvnia lari million billion grand bribe bribes commission commissions salary rent k "
    "$ euro euros dollar dollars yuan rouble roubles ruble rubles pound pounds sum money amount percent cash half price deposit advance fee"
)
VERBS = words("invoice bill pay transfer wire remit receive") | frozenset(_HANDING) | _BUYING | _TAKING
NOUNS = words("transfer transfers payment payments supplier customer vendor reseller distributor")


def trade_of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield what a verb tells of bills, payments and goods."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if lemma in {"invoice", "bill"}:
        yield from _billed(verb, parties, passive=passive)
    elif lemma in {"pay", "transfer", "wire", "remit"}:
        yield from _paid(verb, parties, passive=passive)
    elif lemma in _HANDING:
        yield from _handed(verb, parties, passive=passive)
    elif lemma == "receive" and not passive:
        yield from _received(verb, parties)
    elif lemma in _BUYING:
        yield from _bought(verb, parties, passive=passive)
    if (
        lemma in _TAKING
        and not passive
        and not (lemma == "receive" and any(map(_is_money, tree.children(verb, "dobj"))))
    ):
        yield from _orders(verb, parties)


def payments_told_by(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "a transfer of 420,000 euros from X to Y"."""
    if noun.lower_ not in {"transfer", "transfers", "payment", "payments"}:
        return
    ours = tree.children(noun, "poss")
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in {"make", "send", "effect"}:
        ours = tree.subject_heads(noun.head) if not tree.is_passive(noun.head) else ours
    inside = [prep for prep in noun.subtree if prep.dep_ == "prep" and prep.lower_ in {"from", "to", "by"}]
    if noun.dep_ == "dobj":
        inside += [prep for prep in tree.children(noun.head, "prep", "dative") if prep.lower_ == "to"]
    payers = [pobj for prep in inside if prep.lower_ != "to" for pobj in tree.children(prep, "pobj")] or ours
    payees = [pobj for prep in inside if prep.lower_ == "to" for pobj in tree.children(prep, "pobj")]
    payers, payees = ([one for one in some if is_party(one, parties)] for some in (payers, payees))
    yield from made("paid", payers[:1], payees[:1], noun, parties, qualifiers=sums(noun, parties))


def _paid(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    payers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    things = tree.subject_heads(verb) if passive else tree.direct_objects(verb)
    payees = [*tree.direct_objects(verb, "dative"), *tree.objects_of(verb, "to")]
    payees += [noun for noun in things if not _is_money(noun) and (verb.lemma_.lower() == "pay")]
    # "paid Lotus Freight 80,000 euros": the parser may make the payee part of the sum.
    payees += [
        inner for noun in things if _is_money(noun) for inner in tree.children(noun, "nmod", "compound", "npadvmod")
    ]
    payees = [noun for noun in payees if is_party(noun, parties) and noun.lower_ != "to" and not _is_money(noun)]
    yield from made("paid", payers, payees[:2], verb, parties, qualifiers=sums(verb, parties))


def _is_money(noun: "Token") -> bool:
    if noun.lower_ in _MONEY or noun.text in currency_codes():
        return True
    return noun.ent_type_ in {"MONEY", "PERCENT", "CARDINAL"} or noun.pos_ in {"NUM", "SYM"}


def _is_abstract(noun: "Token") -> bool:
    """Say whether a noun is by its ending no goods: a notification, an assurance, an apology; equipment and ammunition are."""
    return noun.lower_ not in _CONCRETE and _ABSTRACT.fullmatch(noun.lower_) is not None


_CONCRETE = words(
    "equipment ammunition shipment shipments consignment consignments instrument instruments implement implements cement garment garments "
    "munition munitions component components installation installations station stations metal metals chemical chemicals crystal crystals "
    "pharmaceutical pharmaceuticals material materials piston pistons"
)
_ABSTRACT = re.compile(
    r"\w{2,}(?:tions?|sions?|ments?|ances?|ences?|ity|ities|ness|als?|ology|ologies|ship|hood|isms?)"
)


def _orders(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "took delivery of pumps from X", "placed an order with X", "booked an order from X"."""
    for thing in tree.children(verb, "dobj"):
        given = [one for site in (thing, verb) for one in tree.objects_of(site, "from") if is_party(one, parties)]
        placed = [one for site in (thing, verb) for one in tree.objects_of(site, "with") if is_party(one, parties)]
        goods = [one for one in tree.objects_of(thing, "of", "for") if not is_party(one, parties)]
        given += [one for part in goods for one in tree.objects_of(part, "from") if is_party(one, parties)]
        ours = [noun for noun in tree.subject_heads(verb) if is_party(noun, parties)]
        if _is_money(thing) or thing.lower_ in _GIFTS:
            yield from made("paid", given[:1], ours, verb, parties, qualifiers=sums(verb, parties))
        elif thing.lower_ == "delivery" and verb.lemma_.lower() == "take":
            yield from made("delivered", given[:1], ours, verb, parties, items=goods)
        elif thing.lower_ in {"order", "orders", "contract"} and verb.lemma_.lower() == "place":
            yield from made("supplied", placed[:1], ours, verb, parties, items=goods, qualifiers=sums(verb, parties))
        elif thing.lower_ in {"order", "orders"} and verb.lemma_.lower() != "take":
            yield from made("supplied", ours, given[:1], verb, parties, items=goods, qualifiers=sums(verb, parties))


def supplies_of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield "X, a supplier to Y", "Y's supplier X", "X, a customer of Y"."""
    if noun.lower_ not in {"supplier", "customer", "vendor", "reseller", "distributor"} or noun.pos_ != "NOUN":
        return
    near = [*tree.objects_of(noun, "of", "to", "for"), *tree.children(noun, "poss")]
    others = [one for one in near if is_organization(one, parties)]
    here = [one for one in [noun.head, *tree.children(noun, "appos")] if is_organization(one, parties)]
    here = here if noun.dep_ in {"appos", "compound", "nmod"} or tree.children(noun, "appos") else []
    if noun.dep_ == "attr" and noun.head.lemma_ == "be":
        here = [one for one in tree.subject_heads(noun.head) if is_organization(one, parties)]
    if noun.lower_ in {"supplier", "vendor"}:
        here, others = others, here
    if noun.lower_ in {"reseller", "distributor"} and not tree.children(noun, "poss"):
        return  # "a distributor of pumps": of whom is not said
    yield from made("supplied", others[:1], here[:1], noun, parties)


def _received(verb: "Token", parties: Parties) -> Iterator[Relation]:
    givers = [noun for noun in tree.objects_of(verb, "from") if is_party(noun, parties)]
    givers += [
        noun
        for thing in tree.direct_objects(verb)
        for noun in tree.objects_of(thing, "from")
        if is_party(noun, parties)
    ]
    things = tree.children(verb, "dobj")
    if any(_is_money(thing) for thing in things):
        yield from made("paid", givers, tree.subject_heads(verb), verb, parties, qualifiers=sums(verb, parties))
    elif not any(thing.lower_ in _NO_GOODS | {"order", "orders"} or _is_abstract(thing) for thing in things):
        yield from made("delivered", givers, tree.subject_heads(verb), verb, parties, items=things)


def _bought(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield who was supplied by whom: "ordered 30 motors from Veltra"; a stake is no supply."""
    goods = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj")
    if any(token.lower_ in _STAKES for thing in goods for token in thing.subtree):
        return
    if verb.lemma_.lower() in {"buy", "acquire", "purchase"} and any(
        is_organization(one, parties) or one.lower_ in {"plant", "factory", "yard"} for one in goods
    ):
        return  # a firm that is bought is owned
    buyers = tree.objects_of(verb, "by") if passive else doers(verb)
    sellers = [*tree.objects_of(verb, "from"), *(noun for thing in goods for noun in tree.objects_of(thing, "from"))]
    sellers = sellers or _through(verb, goods)
    sellers = [noun for noun in sellers if is_organization(noun, parties) or is_person(noun, parties)]
    yield from made("supplied", sellers, buyers, verb, parties, items=goods, qualifiers=sums(verb, parties))


def _through(verb: "Token", goods: list["Token"]) -> list["Token"]:
    """Return the reseller of "acquired the machines through X", "by way of X": who handed them over, where nobody else is said to."""
    near = [verb, *goods]
    found = [one for site in near for one in tree.objects_of(site, "through", "via")]
    ways = [one for site in near for one in tree.objects_of(site, "by") if one.lower_ in {"way", "means"}]
    return found or [one for way in ways for one in tree.objects_of(way, "of")]


def _billed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    sellers = tree.objects_of(verb, "by") if passive else tree.subject_heads(verb)
    buyers = tree.subject_heads(verb) if passive else tree.direct_objects(verb, "dobj", "dative")
    yield from made(
        "billed",
        sellers,
        [noun for noun in buyers if is_party(noun, parties)],
        verb,
        parties,
        items=[noun for noun in tree.objects_of(verb, "for") if not _is_money(noun)],
        qualifiers=sums(verb, parties),
    )


def _handed(verb: "Token", parties: Parties, *, passive: bool) -> Iterator[Relation]:
    """Yield who handed goods to whom: shipped G to X, supplied X with G, G were shipped by A to X."""
    givers = agents(verb) if passive else doers(verb)
    goods = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj")
    if any(item.lower_ in _NO_GOODS or is_person(item, parties) for item in goods) and not tree.objects_of(
        verb, "with"
    ):
        return  # people and papers that are sent are no consignment
    goods = goods or ([verb.head] if passive and verb.dep_ == "acl" else [])  # "the pumps supplied by X to Y"
    if any(item.lower_ in _STAKES for item in goods):
        return  # a share that is sold is owned
    takers = [
        *tree.objects_of(verb, "to"),
        *(noun for item in goods for noun in tree.objects_of(item, "to")),
        *tree.direct_objects(verb, "dative"),
    ]
    takers = [noun for noun in takers if noun.dep_ != "dative" or noun.lower_ != "to"]
    takers = [noun for noun in takers if not is_town(noun, parties)]  # "shipped to Port Amsel": a way, not a consignee
    if not takers:  # "delivered 18 crates marked so-and-so to X": the parser hangs the words on the participle
        takers = [noun for item in goods for acl in tree.children(item, "acl") for noun in tree.objects_of(acl, "to")]
    if not takers and goods and (tree.objects_of(verb, "with") or is_organization(goods[0], parties)):
        takers, goods = tree.conjuncts(goods[0]), tree.objects_of(verb, "with")
    yield from made(
        _HANDING[verb.lemma_.lower()],
        givers,
        [noun for noun in takers if is_party(noun, parties) or noun.lower_ in _TAKERS],
        verb,
        parties,
        items=goods,
        qualifiers=sums(verb, parties),
    )
