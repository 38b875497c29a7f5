"""The closed word lists every room shares, and what each record type can establish by itself.

Sources: stances and the reach table follow Intelligence Community Directive 203 (ODNI, 2015: keep what is reported apart
from what is judged) and the Berkeley Protocol on Digital Open Source Investigations (OHCHR and UC Berkeley, 2020); kinds follow FollowTheMoney where it has the word.
"""

KINDS = ("person", "organization", "place", "product", "document", "unknown")

STANCES = (
    "record_states",
    "reported",
    "official_assesses",
    "expert_opines",
    "party_says",
    "party_denies",
    "party_unaware",
    "no_response",
    "unknown",
    "commentary",
    "analyst_assesses",
    "system_derives",
)

MODALITIES = ("planned", "booked", "boarded", "billed", "paid", "shipped", "delivered", "tested", "held", "unknown")

POLARITIES = ("affirmed", "negated")

STATUSES = ("proposed", "accepted", "rejected", "superseded")

LEAF_KINDS = ("claim", "judgement", "list")

IDENTITY_LEVELS = ("I0", "I1", "I2", "I3", "I4")

# Identifiers that name one party and no other: equal means the same, different means not the same.
STRONG_IDENTIFIERS = ("passport", "inn", "ogrn", "uscc", "lei", "imo", "registration")
# Attributes that many share: different means not the same, equal alone means nothing.
WEAK_ATTRIBUTES = ("birth_date",)

PREDICATES = {
    "travels_to": "a person travels to a place (passenger record); qualifiers: from, carrier, flight, booking, status",
    "visits": "a person visits a place or a firm (letter); qualifiers: host, place, purpose",
    "employee_of": "a person works for a firm; qualifiers: post",
    "director_of": "a person directs a firm; qualifiers: post",
    "owns": "a person or firm owns a share of a firm; qualifiers: share",
    "has_address": "a person or firm has an address",
    "billed": "a seller asks a buyer to pay for goods; qualifiers: number, item, quantity, unit, unit_price, amount, "
    "currency, hs_code, line",
    "paid": "a party pays a party; qualifiers: amount, currency, purpose",
    "shipped": "a consignor hands goods over for a consignee; qualifiers: number, item, quantity, unit",
    "delivered": "a consignee acknowledges goods from a consignor; qualifiers: number, item, quantity, unit",
    "totals": "a document states its total; qualifiers: number, currency",
    "says": "a holder says something that is kept as quoted and not taken apart",
    "responds": "a party answers, denies, is unaware or does not respond; the object is what about, as quoted",
}

RECORD_TYPES = (
    "invoice",
    "waybill",
    "delivery_act",
    "passenger_record",
    "letter",
    "register_extract",
    "news",
    "statement",
    "list_entry",
    "unrecognised",
)

# record type -> (predicate, modality) pairs it can establish by itself. What is absent, it cannot:
# an invoice is no proof of delivery, a letter none that the visit took place, a booking none of boarding.
REACH: dict[str, frozenset[tuple[str, str]]] = {
    "invoice": frozenset({("billed", "billed"), ("totals", "billed"), ("has_address", "held")}),
    "waybill": frozenset({("shipped", "shipped"), ("has_address", "held")}),
    "delivery_act": frozenset({("delivered", "delivered"), ("has_address", "held")}),
    "passenger_record": frozenset({("travels_to", "booked"), ("travels_to", "boarded")}),
    "letter": frozenset({("visits", "planned"), ("employee_of", "held"), ("has_address", "held")}),
    "register_extract": frozenset(
        {("owns", "held"), ("director_of", "held"), ("employee_of", "held"), ("has_address", "held")}
    ),
    "news": frozenset({("says", "unknown"), ("responds", "unknown")}),
    "statement": frozenset({("says", "unknown"), ("responds", "unknown")}),
    "list_entry": frozenset(),
    "unrecognised": frozenset(),
}


def can_establish(record_type: str, predicate: str, modality: str) -> bool:
    """Say whether a record of this type, by itself, carries this predicate in this modality."""
    return (predicate, modality) in REACH.get(record_type, frozenset())
