"""The report's own words for the vocabulary: codes go in, phrases a stranger can read come out."""

import re

STANCES = {
    "record_states": "as a record states it",
    "reported": "as a report",
    "official_assesses": "as an official assessment",
    "expert_opines": "as an expert's opinion",
    "party_says": "as a party's own statement",
    "party_denies": "as a denial",
    "party_unaware": "as a statement of not knowing",
    "no_response": "as a note that no response came",
    "unknown": "though who says it could not be placed",
    "commentary": "as commentary",
    "analyst_assesses": "as an analyst's assessment",
    "system_derives": "as derived by Clew",
}

REPLY_KINDS = {
    "did_not_respond": "did not respond, so the document says",
    "declined": "declined to comment",
    "could_not_be_reached": "could not be reached, so the document says",
}

REPLIES = {
    "party_denies": "Denies",
    "party_unaware": "Says it does not know of this",
    "no_response": "Did not respond, so the document says",
    "party_says": "Says",
    "unknown": "Answer, speaker not placed",
}

MODALITIES = {
    "planned": "planned; a plan is no visit",
    "booked": "booked; a booking is no journey",
    "boarded": "recorded as boarded",
    "billed": "billed; a bill is no delivery",
    "paid": "recorded as paid",
    "shipped": "recorded as shipped; a shipment is no receipt",
    "delivered": "recorded as delivered",
    "declared": "declared to customs; what was declared may not be what was sent",
    "tested": "recorded as tested",
    "held": "",
    "conditional": "said under a condition",
    "unknown": "",
}

LEVELS = {
    "I0": "similar only: names that look alike, and nothing else agrees",
    "I1": "by name only: someone with the same name; a name is not a person",
    "I2": "matched, by the same name and one independent attribute",
    "I3": "identified, by a strong identifier or by the name in its own script with the full birth date",
    "I4": "confirmed by a named analyst",
}

CHECKS = {
    "C1": "Two or more independent origins, reached by two or more channels",
    "C2": "Every required element has a primary record, not a retelling",
    "C3": "Every party is identified at level I3 or above",
    "C4": "No unresolved contradiction by an equally direct record",
    "C5": "The likelihood stays the same when any one origin is taken away",
    "C6": "Every quote was checked against the page, character by character",
}

# Headings of the notes that quote no document.
SECTIONS = {
    "judgement": "Names taken for one party",
    "list": "Entries of lists",
    "lost": "What the case no longer holds",
}

# What the two ends of a claim are called, by what is claimed of them.
ENDS = {
    "travels_to": ("traveller", "destination"),
    "visits": ("visitor", "place visited"),
    "meets": ("party", "party met"),
    "employee_of": ("person", "firm"),
    "director_of": ("director", "firm"),
    "owns": ("owner", "owned"),
    "controls": ("who decides", "firm"),
    "member_of": ("member", "body"),
    "represents": ("representative", "represented"),
    "cooperates_with": ("party", "other party"),
    "located_in": ("who or what", "place"),
    "has_address": ("party", "address"),
    "has_contact": ("party", "number or mail address"),
    "alias_of": ("name", "other name"),
    "listed_by": ("party", "authority"),
    "made_by": ("goods", "maker"),
    "billed": ("seller", "buyer"),
    "credited": ("seller", "buyer"),
    "paid": ("payer", "payee"),
    "supplied": ("supplier", "customer"),
    "shipped": ("consignor", "consignee"),
    "delivered": ("consignee", "consignor"),
    "declared": ("sender declared", "receiver declared"),
    "trains": ("trainer", "trained"),
    "tests": ("tester", "goods"),
    "totals": ("document", "total"),
    "arithmetic_differs": ("document", "figure printed"),
    "says": ("about", "said"),
    "responds": ("who answers", "about"),
    "accuses": ("who accuses", "accused"),
    "rests_on": ("belief", "basis"),
}

STATUSES = {
    "proposed": "not reviewed by a person",
    "accepted": "accepted in review",
    "rejected": "rejected in review",
    "superseded": "superseded by a newer reading",
}

DECISIONS = {"same": "is the same as", "different": "is not the same as", "unsure": "may or may not be the same as"}

SOURCE_STATUSES = {
    "waiting": "not read yet",
    "read": "read",
    "partly": "read in part",
    "failed": "could not be read",
    "skipped": "skipped",
}

FORMATS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "XLSX",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/pdf": "PDF",
    "message/rfc822": "EML",
    "text/html": "HTML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "text/markdown": "Markdown",
    "text/plain": "text",
}

GAPS = {
    "unmapped_table": "Tables whose columns were not understood",
    "unplaced_cue": "Words of saying or believing whose speaker or content was not placed",
    "unrecognised_record": "Documents whose kind was not recognised",
    "unscreened": "Not screened against lists",
}

BASES = {
    "user": "the user",
    "list": "the list itself",
    "file time": "the time of the file",
    "server": "the server it was fetched from",
    "day of fetching": "the day it was fetched",
}

# Characters that are not seen, or that turn the reading order round. Left alone: tab, line feed, and the joiners
# U+200C and U+200D, which Persian and Indic words need.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)

_LATIN = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ARABIC = re.compile("[\u0600-\u06ff]")


def show(text: str) -> str:
    """Return the text with every unseen character written out, as in ⟨U+202E⟩; ends of lines become plain ones."""
    return _UNSEEN.sub(lambda hidden: f"⟨U+{ord(hidden[0]):04X}⟩", text.replace("\r\n", "\n"))


def in_words(code: str) -> str:
    """Return a code as words: unit_price becomes unit price."""
    return code.replace("_", " ")


def tell_role(role: str, predicate: str) -> str:
    """Return what words carry in a claim, in words: the subject of a bill is its seller."""
    ends = dict(zip(("subject", "object"), ENDS.get(predicate, ("subject", "object")), strict=True))
    return ends.get(role, in_words(role))


def tell_key(key: str) -> str:
    """Return what names share, in words: passport:X1 becomes the passport X1, name:person:li wei the folded name."""
    kind, _, value = key.partition(":")
    if kind == "name":
        return f"the name that folds to “{value.rpartition(':')[2]}”"
    return f"the {in_words(kind)} {value}" if value else key


def tell_language(text: str, *, source: str) -> str:
    """Return the language tag of words: by their script, and by the language of their source where that agrees."""
    if _KANA.search(text):
        return "ja"
    if _HAN.search(text):
        return "zh"
    if _CYRILLIC.search(text):
        return "ru" if source == "ru" else "und-Cyrl"
    if _ARABIC.search(text):
        return "und-Arab"
    return source if source in _LATIN else "und"


def tell_holders(holders: tuple[str, ...], stance: str) -> str:
    """Return who says it, outermost first, and in what way: the agency → two officials, as an official assessment."""
    chain = " → ".join(holders) if holders else "the document itself"
    return f"{chain}, {STANCES.get(stance, in_words(stance))}"


def tell_check(met: bool | None) -> str:  # noqa: FBT001 - it is the value itself that is put into words
    """Return the outcome of a check in words."""
    return "cannot be evaluated" if met is None else "met" if met else "not met"
