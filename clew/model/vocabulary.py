"""The closed word lists every room shares, and what each record type can establish by itself.

Sources: stances and the reach table follow Intelligence Community Directive 203 (ODNI, 2015: keep what is reported apart
from what is judged) and the Berkeley Protocol on Digital Open Source Investigations (OHCHR and UC Berkeley, 2020); kinds follow FollowTheMoney where it has the word.
"""

KINDS = ("person", "organization", "place", "product", "document", "vessel", "aircraft", "account", "unknown")
# Known by a number of their own; wherever it stands, the name beside it is such a thing's.
NUMBERED = ("vessel", "aircraft", "account")

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

MODALITIES = (
    "planned",
    "booked",
    "boarded",
    "billed",
    "paid",
    "shipped",
    "delivered",
    "declared",
    "tested",
    "held",
    "conditional",
    "unknown",
)

# Of what prose tells: predicates that name a state, whose modality is held; and what each that names an event is, once done.
STATES = frozenset(
    {
        "employee_of",
        "director_of",
        "owns",
        "controls",
        "member_of",
        "represents",
        "listed_by",
        "located_in",
        "alias_of",
        "made_by",
    }
)
DONE = {"billed": "billed", "shipped": "shipped", "delivered": "delivered", "paid": "paid", "tests": "tested"}

POLARITIES = ("affirmed", "negated")

STATUSES = ("proposed", "accepted", "rejected", "superseded")

LEAF_KINDS = ("claim", "judgement", "list")

# What a listing means, by the list's own account. A licence requirement is not a blocking; a finding says which.
MEASURES = {
    "blocking": "property is frozen, and dealings are forbidden, under the law of the authority",
    "licence requirement": "exports to the party need a licence; property is not frozen",
    "export denial": "the party may take no part in exports; property is not frozen",
    "sectoral": "certain dealings, such as debt or securities, are forbidden; property is not frozen",
    "travel ban": "entry is refused; property is not frozen",
    "debarment": "the party is excluded from contracts",
    "unverified": "the authority could not check the party; exports need a statement",
    "unknown": "the list does not say, or Clew does not know",
}

IDENTITY_LEVELS = ("I0", "I1", "I2", "I3", "I4")

# Identifiers that name one party and no other: equal means the same, different means not the same.
STRONG_IDENTIFIERS = ("passport", "inn", "ogrn", "uscc", "lei", "imo", "registration", "tail_number", "iban")
# Attributes that many share: different means not the same, equal alone means nothing.
WEAK_ATTRIBUTES = ("birth_date",)

PREDICATES = {
    "travels_to": "a person travels to a place (passenger record); qualifiers: from, carrier, flight, booking, status",
    "visits": "a person visits a place or a firm (letter); qualifiers: host, place, purpose",
    "meets": "a party meets a party; qualifiers: place",
    "employee_of": "a person works for a firm; qualifiers: post",
    "director_of": "a person directs a firm; qualifiers: post",
    "owns": "a person or firm owns a share of a firm; qualifiers: share",
    "controls": "a party decides what a firm does, by other means than a share; qualifiers: means",
    "member_of": "a party is a member of a body or group; qualifiers: post",
    "represents": "a party acts for a party; qualifiers: post",
    "cooperates_with": "a party works together with a party; qualifiers: item",
    "located_in": "a party, a site or an event is at a place",
    "has_address": "a person or firm has an address",
    "has_contact": "a person or firm is reached at a telephone number, a mail address or a site; qualifiers: means",
    "alias_of": "a name is another name of a party",
    "listed_by": "an authority keeps a party on a sanctions list; qualifiers: programme",
    "made_by": "goods are made by a firm; the subject is the goods",
    "billed": "a seller asks a buyer to pay for goods; qualifiers: number, item, quantity, unit, unit_price, amount, "
    "currency, hs_code, line",
    "credited": "a seller takes a bill or a part of it back (credit note); qualifiers: as billed",
    "paid": "a party pays a party; qualifiers: amount, currency, purpose",
    "supplied": "a supplier provides goods to a customer; whether they were sent or received is not said; "
    "qualifiers: item, quantity, unit, amount, currency",
    "shipped": "a consignor hands goods over for a consignee; qualifiers: number, item, quantity, unit",
    "delivered": "a consignee acknowledges goods from a consignor; qualifiers: number, item, quantity, unit",
    "declared": "goods are declared to customs as sent by a consignor to a consignee; qualifiers: number, item, hs_code, "
    "quantity, unit, net_weight, gross_weight, amount, currency, origin",
    "trains": "a party trains the people of a party; qualifiers: item, place",
    "tests": "a party tests goods; qualifiers: place",
    "totals": "a document states its total; qualifiers: number, currency",
    "arithmetic_differs": "figures of a document do not add up as it says; the object is the figure printed; "
    "qualifiers: rule, expected, number, currency, line",
    "says": "a holder says something that is kept as quoted and not taken apart",
    "responds": "a party answers, denies, is unaware or does not respond; the object is what about, as quoted; "
    "qualifiers: reply",
    "accuses": "a holder says that a party did something it objects to; qualifiers: of, as quoted",
    "rests_on": "a belief or a conclusion is said to rest on something; both as quoted",
}

# The FollowTheMoney word for a predicate: a schema for a relation, "Schema:property" for an attribute. What is absent has
# none and stays in Clew's own vocabulary. An export keeps to what a record states; a belief is never one of these.
FOLLOWTHEMONEY = {
    "travels_to": "Trip",
    "employee_of": "Employment",
    "director_of": "Directorship",
    "owns": "Ownership",
    "controls": "Control",
    "member_of": "Membership",
    "represents": "Representation",
    "cooperates_with": "UnknownLink",
    "located_in": "Thing:country",
    "has_address": "Thing:address",
    "alias_of": "Thing:alias",
    "listed_by": "Sanction",
    "paid": "Payment",
    "declared": "EconomicActivity",
    "meets": "Event",
}

# Qualifiers that any claim from prose may have; their words stand in a quote of the same role.
QUALIFIERS = {
    "form": "how a statement is given: direct (inside quotation marks), partly (some of its words are), indirect",
    "reply": "the kind of answer: did_not_respond, declined, could_not_be_reached, unaware, denies",
    "condition": "the words of the condition a statement stands under; its modality is conditional",
    "basis": "what the holder says the statement rests on",
    "of": "what a party is accused of",
    "coreference": "suggested: a pronoun or a short description stands for the name given, by rule, unconfirmed",
    "period": "the time as worded; valid_from and valid_to are read from it",
    "duration": "how long, as worded: week-long",
    "place": "where, as worded",
    "item": "the goods or the matter, as worded",
    "amount": "a sum, plain: 5000000.00",
    "bound": "of an amount, a quantity or a share: at_least, at_most, about",
    "currency": "ISO 4217",
    "quantity": "how many, plain",
    "post": "the post held, as worded",
    "share": "per cent of a firm, plain",
    "purpose": "what for, as worded",
    "turn": "in a talk that prints who speaks, in whose turn the words stand",
    "writer": 'in a letter or mail, who wrote the words in which the holder is "I" or "we"',
}

# Holders that are who writes, or speaks, and no name.
FIRST_PERSON = frozenset(
    {"i", "we", "я", "мы", "我", "我们", "我們", "我司", "我方", "我公司", "我单位", "我單位", "本人", "本公司"}
)

FORMS = ("direct", "partly", "indirect")

REPLIES = ("did_not_respond", "declined", "could_not_be_reached", "unaware", "denies")

RECORD_TYPES = (
    "invoice",
    "waybill",
    "delivery_act",
    "customs_declaration",
    "trade_ledger",
    "passenger_record",
    "letter",
    "register_extract",
    "news",
    "statement",
    "mail",
    "list_entry",
    "unrecognised",
)

# record type -> (predicate, modality) pairs it can establish by itself. What is absent, it cannot:
# an invoice is no proof of delivery, a letter none that the visit took place nor that the visitor is the firm's, a booking
# none of boarding. A report, a statement and a letter never establish employment, ownership, supply, training or a meeting;
# they establish that it was said.
REACH: dict[str, frozenset[tuple[str, str]]] = {
    "invoice": frozenset(
        {
            ("billed", "billed"),
            ("credited", "billed"),
            ("totals", "billed"),
            ("arithmetic_differs", "billed"),
            ("has_address", "held"),
            ("has_contact", "held"),
        }
    ),
    "waybill": frozenset({("shipped", "shipped"), ("has_address", "held"), ("has_contact", "held")}),
    "delivery_act": frozenset({("delivered", "delivered"), ("has_address", "held"), ("has_contact", "held")}),
    # What was declared: who is named, which code, which value; neither the true goods or value nor who uses them.
    "customs_declaration": frozenset({("declared", "declared"), ("has_address", "held"), ("has_contact", "held")}),
    "trade_ledger": frozenset({("billed", "billed"), ("shipped", "shipped"), ("supplied", "unknown")}),
    "passenger_record": frozenset({("travels_to", "booked"), ("travels_to", "boarded"), ("has_contact", "held")}),
    "letter": frozenset({("visits", "planned"), ("has_address", "held"), ("has_contact", "held")}),
    "register_extract": frozenset(
        {
            ("owns", "held"),
            ("director_of", "held"),
            ("employee_of", "held"),
            ("has_address", "held"),
            ("has_contact", "held"),
        }
    ),
    "news": frozenset({("says", "unknown"), ("responds", "unknown")}),
    "statement": frozenset({("says", "unknown"), ("responds", "unknown"), ("accuses", "unknown")}),
    "mail": frozenset({("says", "unknown"), ("responds", "unknown")}),
    "list_entry": frozenset({("listed_by", "held"), ("alias_of", "held")}),
    "unrecognised": frozenset(),
}


def can_establish(record_type: str, predicate: str, modality: str) -> bool:
    """Say whether a record of this type, by itself, carries this predicate in this modality."""
    return (predicate, modality) in REACH.get(record_type, frozenset())


def can_be_established(predicate: str, modality: str) -> tuple[str, ...]:
    """Return the record types that carry this predicate in this modality by themselves; () where none does.

    A report that says "confirmed" of something is warned about where the case has no source of these types.
    """
    return tuple(kind for kind, reach in REACH.items() if (predicate, modality) in reach)
