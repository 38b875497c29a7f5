"""A channel's reliability, or a source's channel, goes in as a person judges it; it is kept with name, day and reason.

What was set before stays on record.

The letters are those of the Admiralty system (NATO STANAG 2511; A: completely reliable … E: unreliable, F: cannot be judged). F is
no bad mark: it is the absence of one, and what every channel has until a person says otherwise.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from clew.model.errors import BadChannel, UnknownId
from clew.store.case import Case, now, whoami

RELIABILITIES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}

ADD_CHANNEL = """insert into channels (name, reliability, why, set_by, set_at)
                 values ($name, $reliability, $why, $by, $at)"""
KNOWN_CHANNELS = """select n.name, coalesce(c.reliability, 'F') as reliability, coalesce(c.why, '') as why,
                           coalesce(c.set_by, '') as set_by, coalesce(c.set_at, '') as set_at,
                           (select count(*) from sources s where s.channel = n.name) as sources
                    from (select channel as name from sources union select name from channels) n
                    left join channels c on c.name = n.name
                         and c.seq = (select max(seq) from channels d where d.name = n.name)
                    order by n.name"""

WITH_INNER = """with recursive inner_too (id) as (select id from sources where id = $id
                                                  union select s.id from sources s join inner_too i on s.parent = i.id)
                select id, channel from sources where id in (select id from inner_too) order by id"""
MOVE_SOURCE = "update sources set channel = $name where id = $id"


def set_reliability(case: Case, name: str, reliability: str, *, why: str) -> None:
    """Record how reliable a channel is, and why.

    Raises:
        BadChannel: the letter is none of A to F, or the name or the reason is missing.
    """
    if reliability not in RELIABILITIES:
        raise BadChannel(f"reliability {reliability!r}; possible: {', '.join(RELIABILITIES)}")
    if not name.strip() or not why.strip():
        raise BadChannel(
            f"channel {name!r}: expected a name and a reason (--why), found {'no name' if not name.strip() else 'none'}"
        )
    with case.batch() as batch:
        batch.execute("channels", ADD_CHANNEL, name=name, reliability=reliability, why=why, by=whoami(), at=now())
        batch.log("channel", name, json.dumps({"reliability": reliability, "why": why}, ensure_ascii=False))


def set_channel(case: Case, name: str, ids: Iterable[str], *, why: str) -> int:
    """Record that sources, and what lies inside them, came by another channel than was said; return how many changed.

    What was said before, who changed it and why stays in the log, an entry for each source.

    Raises:
        BadChannel: the name or the reason is missing.
        UnknownId: no source has one of the ids; then none is changed.
    """
    if not name.strip() or not why.strip():
        raise BadChannel(f"channel {name!r}: expected a name and a reason (--why)")
    rows: dict[str, str] = {}
    for id_ in ids:
        found = case.ledger(WITH_INNER, id=id_)
        if not found:
            raise UnknownId(f"{id_}: expected a source; see `clew sources`")
        rows |= {row["id"]: row["channel"] for row in found if row["channel"] != name}
    with case.batch() as batch:
        for id_, before in rows.items():
            batch.execute("sources", MOVE_SOURCE, id=id_, name=name)
            batch.log("channel", id_, json.dumps({"from": before, "to": name, "why": why}, ensure_ascii=False))
    return len(rows)


def channels(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the channels of a case, each with its reliability, the reason, who set it when, and how many sources came by it."""
    yield from case.ledger(KNOWN_CHANNELS)
