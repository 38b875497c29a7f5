"""Requests for a reply: whom a person asked about which finding, by what channel and until when; and what became of it.

A reply that was never asked for is no silence: "no response" is said of a party only where a request is on record here, or
where a source says so.
"""

from datetime import date

from clew.model.errors import BadRequest, UnknownId
from clew.model.ids import content_id
from clew.store.case import Case, now, whoami

PARTY = """select min(a.id) as anchor, e.id, e.name from entities e join anchors a on a.entity = e.id
           where starts_with(e.id, $party) or a.id = $party or lower(e.name) = lower($party) or lower(a.text) = lower($party)
           group by e.id, e.name order by e.id"""
FINDING = "select id from findings where starts_with(id, $id) order by id"
SOURCE = "select id from sources where starts_with(id, $name) or path = $name order by id"
REQUEST = "select * from requests where substr(id, 1, length($id)) = $id order by seq"
ADD = """insert into requests (id, anchor, party, finding, channel, asked_on, deadline, asked_by, answer)
         values ($id, $anchor, $party, $finding, $channel, $asked_on, $deadline, $by, '')"""
ANSWER = "update requests set answer = $answer, answered_at = $at where id = $id"
CLOSE = "update requests set closed_at = $at, closed_by = $by where id = $id"


def ask(case: Case, party: str, *, about: str, channel: str, deadline: str, on: str = "") -> str:
    """Record that a party was asked about a finding, and return the id of the request. Nothing is sent.

    Args:
        case: an open case whose stages have run.
        party: its entity (e-…), a name of it in a document (a-…), or the name as written.
        about: the finding, or the beginning of its id.
        channel: by which it was asked: e-mail, letter, telephone.
        deadline: the ISO day until which an answer is waited for.
        on: the ISO day it was asked; today, if not given.

    Raises:
        UnknownId: no party or finding is named so, or several are.
        BadRequest: the channel is empty, a day cannot be read, or the deadline lies before the day of asking.
    """
    found = case.query(PARTY, party=party)
    if len(found) != 1:
        known = ", ".join(row["id"] for row in found[:4])
        raise UnknownId(f"{party}: expected one party, found {known or 'none'}; see `clew entities`")
    findings = case.query(FINDING, id=about)
    if len(findings) != 1:
        raise UnknownId(f"{about}: expected one finding, found {len(findings)}; see `clew findings`")
    asked_on, until = _day(on or now()[:10], "asked on"), _day(deadline, "deadline")
    if not channel.strip():
        raise BadRequest(f"{party}: by which channel was it asked? Give it with --channel")
    if until < asked_on:
        raise BadRequest(f"{party}: expected a deadline on or after {asked_on}, found {until}")
    anchor, name, finding = found[0]["anchor"], found[0]["name"], findings[0]["id"]
    id_ = content_id("q", [anchor, finding, channel, asked_on, until, whoami(), now()])
    with case.batch() as batch:
        batch.execute(
            "requests", ADD, id=id_, anchor=anchor, party=name, finding=finding,
            channel=channel.strip(), asked_on=asked_on, deadline=until, by=whoami(),
        )  # fmt: skip
        batch.log("ask", id_, f"{name} about {finding} by {channel}, until {until}")
    return id_


def answer(case: Case, id_: str, source: str) -> str:
    """Record which source holds the answer to a request, and return the request's id.

    Raises:
        UnknownId: no request or source is named so, or several are.
    """
    request = _one(case, id_)
    found = case.query(SOURCE, name=source)
    if len(found) != 1:
        raise UnknownId(f"{source}: expected one source, found {len(found)}; see `clew sources`")
    with case.batch() as batch:
        batch.execute("requests", ANSWER, id=request, answer=found[0]["id"], at=now())
        batch.log("answer", request, found[0]["id"])
    return request


def close(case: Case, id_: str) -> str:
    """Record that no answer to a request is waited for any more, and return its id.

    Raises:
        UnknownId: no request is named so, or several are.
    """
    request = _one(case, id_)
    with case.batch() as batch:
        batch.execute("requests", CLOSE, id=request, at=now(), by=whoami())
        batch.log("close", request)
    return request


def _one(case: Case, id_: str) -> str:
    found = case.ledger(REQUEST, id=id_)
    if len(found) != 1:
        raise UnknownId(f"{id_}: expected one request (q-…), found {len(found)}; see `clew ask CASE --list`")
    return str(found[0]["id"])


def _day(text: str, what: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise BadRequest(f"{what} {text!r}: expected a day such as 2025-11-30") from None
