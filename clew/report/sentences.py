"""A record of a case in; one sentence a person can read out: who says what of whom, when, and how it is known."""

from collections.abc import Mapping
from typing import Any

from clew.model.vocabulary import FIRST_PERSON
from clew.report.wording import in_words

# (predicate, modality) -> what the words say happened, never more; an empty modality stands for all others.
VERBS = {
    ("travels_to", "boarded"): "boarded for",
    ("travels_to", "booked"): "was booked to",
    ("travels_to", "planned"): "is to travel to",
    ("travels_to", ""): "travelled to",
    ("visits", "planned"): "is to visit",
    ("visits", ""): "visited",
    ("meets", "planned"): "is to meet",
    ("meets", ""): "met",
    ("employee_of", ""): "is on the staff of",
    ("director_of", ""): "is a director of",
    ("owns", ""): "owns",
    ("controls", ""): "controls",
    ("member_of", ""): "is a member of",
    ("represents", ""): "represents",
    ("cooperates_with", ""): "worked together with",
    ("located_in", ""): "is in",
    ("has_address", ""): "has the address",
    ("has_contact", ""): "is reached at",
    ("alias_of", ""): "is also named",
    ("listed_by", ""): "is on a list of",
    ("made_by", ""): "is made by",
    ("billed", ""): "billed",
    ("credited", ""): "credited",
    ("paid", ""): "paid",
    ("supplied", "planned"): "is to supply",
    ("supplied", ""): "supplied",
    ("shipped", ""): "shipped to",
    ("delivered", ""): "acknowledged goods from",
    ("declared", ""): "is declared to customs to have sent to",
    ("trains", "planned"): "is to train",
    ("trains", ""): "trained",
    ("tests", "planned"): "is to test",
    ("tests", ""): "tested",
    ("totals", ""): "totals",
    ("arithmetic_differs", ""): "prints a figure its own figures do not give:",
    ("says", ""): "says:",
    ("responds", ""): "on:",
    ("accuses", ""): "accuses",
    ("rests_on", ""): "is said to rest on",
}
LEADS = {
    "reported": "Report of {who}:",
    "official_assesses": "Assessment of {who}:",
    "expert_opines": "Opinion of {who}:",
    "party_says": "Statement of {who}:",
    "party_denies": "Denial of {who}:",
    "party_unaware": "{who} says not to know:",
    "no_response": "{who} tells:",
    "commentary": "Comment of {who}:",
    "analyst_assesses": "Assessment of the analyst {who}:",
    "system_derives": "Derived by Clew:",
    "unknown": "Who says it was not placed:",
}
# A silence, by its kind: {0} is the party, {1} what it was asked.
SILENCES = {
    "did_not_respond": "{0} did not respond to {1}",
    "declined": "{0} declined: {1}",
    "could_not_be_reached": "{0} could not be reached: {1}",
}
POSTS = ("employee_of", "director_of", "member_of", "represents")  # a paper's own word for the post says more than ours
FIGURES = ("totals", "arithmetic_differs")
TRADE = ("billed", "shipped", "delivered", "declared", "supplied")
LEVELS = {
    "I0": "I0, alike only",
    "I1": "I1, by name only",
    "I2": "I2, matched",
    "I3": "I3, identified",
    "I4": "I4, confirmed",
}
CUT = "… [{left_out} characters] …"


def tell_claim(row: Mapping[str, Any]) -> str:
    """Return a claim as a sentence: who holds it, and what is said of whom."""
    return " ".join(part for part in (_lead(row), f"{_core(row)}{_goods(row)}{_when(row)}{_but(row)}.") if part)


def _core(row: Mapping[str, Any]) -> str:
    subject, predicate, known = row["subject"], row["predicate"], row["qualifiers"] or {}
    if predicate == "responds" and row["stance"] == "no_response":
        silence = SILENCES.get(known.get("reply", ""), SILENCES["did_not_respond"])
        return silence.format(subject, row["object"])
    if predicate in ("says", "responds") and subject in row["holders"]:
        return str(row["object"])
    if predicate in POSTS and known.get("post") and row["stance"] != "record_states":
        return f"{subject} is called “{known['post']}” of {row['object']}"
    verb = VERBS.get((predicate, row["modality"])) or VERBS.get((predicate, "")) or in_words(predicate)
    return f"{subject} {verb} {_currency(row)}{row['object']}"


def _currency(row: Mapping[str, Any]) -> str:
    """Return the currency of a figure with a space behind it; nothing where the paper names none."""
    currency = (row["qualifiers"] or {}).get("currency") if row["predicate"] in FIGURES else None
    return f"{currency} " if currency else ""


def _lead(row: Mapping[str, Any]) -> str:
    if row["stance"] == "record_states":
        record = "document" if row["record_type"] in ("", "unrecognised") else in_words(row["record_type"])
        return f"By {'an' if record[0] in 'aeiou' else 'a'} {record},"
    # Holders stand outermost first: the agency tells what the officials believe.
    who = ", as told by ".join(reversed(_chain(row))) or "the document itself"
    lead = LEADS.get(row["stance"], in_words(row["stance"]) + ", {who}:").format(who=who)
    return lead[0].upper() + lead[1:]


def _chain(row: Mapping[str, Any]) -> list[str]:
    """Return who holds it, outermost first, with who writes or speaks behind "we", and in whose turn to speak it stands."""
    known = row["qualifiers"] or {}
    turn = known.get("turn", "")
    speaks = known.get("writer", "") or turn
    holders = [f"{one} ({speaks})" if speaks and one.lower() in FIRST_PERSON else one for one in row["holders"]]
    return [turn, *holders] if turn and holders == list(row["holders"]) and holders else holders


def _goods(row: Mapping[str, Any]) -> str:
    known = row["qualifiers"] or {}
    if row["predicate"] == "owns" and known.get("share"):
        return f" ({known['share']})"
    if row["predicate"] == "paid" and known.get("amount"):
        bound = in_words(known.get("bound", ""))
        return ": " + " ".join(filter(None, (bound, known.get("currency"), known["amount"])))
    if row["predicate"] not in TRADE or not known.get("item"):
        return ""
    goods = f"{known['quantity']} × {known['item']}" if known.get("quantity") else known["item"]  # noqa: RUF001
    return f": {goods}"


def _when(row: Mapping[str, Any]) -> str:
    first, last = row["valid_from"], row["valid_to"]
    if first and last and first != last:
        return f", {first} to {last}"
    return f", {first or last}" if first or last else ""


def _but(row: Mapping[str, Any]) -> str:
    if row["modality"] == "conditional":
        return "; said under a condition"
    if row["polarity"] != "negated":
        unmarked = row["modality"] == "planned" and (row["predicate"], "planned") not in VERBS
        return "; said to be planned" if unmarked else ""
    status = (row["qualifiers"] or {}).get("status", "")
    if status:
        return f"; {in_words(status)}"
    return "; the words deny it or do not say it" if row["predicate"] == "says" else "; said not to be so"


def tell_link(row: Mapping[str, Any], *, name: str, path: str) -> str:
    """Return in a sentence to whom Clew gave a name, and by what."""
    by = in_words(row["key"].partition(":")[0]) or "key"
    where = f" in {path}" if path else ""
    return f"Clew takes “{name}”{where} for a party known by {by}: {row['why']} ({tell_level(row['level'])})."


def tell_judgement(row: Mapping[str, Any]) -> str:
    """Return a person's judgement as a sentence."""
    what = {"same": "are the same", "different": "are different", "unsure": "may or may not be the same"}
    gone = f"; withdrawn by {row['withdrawn_by']} on {row['withdrawn_at'][:10]}" if row.get("withdrawn_at") else ""
    return (
        f"{row['judged_by']} judged on {row['judged_at'][:10]} that “{row['left_name']}” and “{row['right_name']}” "
        f"{what.get(row['decision'], row['decision'])}: {row['why']} ({tell_level(row['level'])}){gone}."
    )


def tell_listing(row: Mapping[str, Any], *, as_of: str) -> str:
    """Return an entry of a list as a sentence."""
    programme = f" ({row['programme']})" if row["programme"] else ""
    return f"{row['name']} is in entry {row['entry']} of {row['list']}{programme}, as the list stood on {as_of}."


def tell_level(level: str) -> str:
    """Return a level of identity with its word."""
    return LEVELS.get(level, level)


def shorten(text: str, *, longest: int = 280) -> str:
    """Return the text, cut in the middle where it is long, with the number of characters left out."""
    if len(text) <= longest:
        return text
    keep = (longest - len(CUT)) // 2
    head, tail = text[:keep], text[-keep:]
    # Cut between words where there is one near.
    head = head[: head.rfind(" ")] if " " in head[-20:] else head
    tail = tail[tail.find(" ") + 1 :] if " " in tail[:20] else tail
    return f"{head} {CUT.format(left_out=len(text) - len(head) - len(tail))} {tail}"
