"""A channel's reliability, as a person judges it, goes in; it is signed, dated and logged. What was set before stays on record.

The letters are those of the Admiralty system (NATO STANAG 2511; A: completely reliable … E: unreliable, F: cannot be judged). F is
no bad mark: it is the absence of one, and what every channel has until a person says otherwise.
"""

import json
from collections.abc import Iterator
from typing import Any

from clew.model.errors import BadChannel
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


def channels(case: Case) -> Iterator[dict[str, Any]]:
    """Yield the channels of a case, each with its reliability, the reason, who set it when, and how many sources came by it."""
    yield from case.ledger(KNOWN_CHANNELS)
