"""Names screened by the workers of Spark, local or a cluster: the same function on each share, the same rows out.

In: batches of a file's rows, or a data frame with a column of names. Out: shares in their order, or a data frame of candidates.
Needs `clew[spark]` and Java 17; on a cluster Clew is installed on each worker, or travels with the job.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from clew.screen.asked import Asked, as_asked
from clew.screen.match import NEAR, Screener
from clew.screen.names import BATCH, FIELDS, Lists, keep_names, records, screener
from clew.screen.shares import Job, Share, share
from clew.store.spark import mapped, session

_WAVES = 4  # batches for each core at a time: between waves the rows are written, and a stopped run can go on
_NUMBERS = {"row": "bigint", "score": "double"}


def on_spark(batches: Iterable[Sequence[Asked]], job: Job) -> Iterator[Share]:
    """Yield the share of each batch, as `shares.in_this_process` does, found by the workers of Spark.

    Raises:
        NoSpark: Spark cannot be used here.
    """
    context = session().sparkContext
    keep_names(job.lists)  # made once here; workers on this machine open it
    told = context.broadcast(job)
    waiting = iter(batches)
    while wave := list(islice(waiting, context.defaultParallelism * _WAVES)):
        yield from context.parallelize(wave, len(wave)).map(lambda batch: _share(batch, told)).collect()
    told.unpersist()


def screen_frame(
    frame: Any, lists: Lists, *, kind: str = "unknown", near: float = NEAR, among: int | None = None
) -> Any:
    """Return the candidates of a data frame's rows, one record for each, and one for each name without any.

    Args:
        frame: a `pyspark.sql.DataFrame`; its columns are known by their heading as in a file: name, kind, birth_date and so
            on; `row`, where there is one, is passed on.
        lists: what to screen against, as `names.open_lists` gives it.
        kind: what rows are that do not say so themselves.
        near: the score, 0 to 100, from which a name that is not equal is a candidate.
        among: names screened in all, for the namesakes to expect; counted where it is not given.
    """
    job = Job(lists, frame.count() if among is None else among, near)
    columns = [(name, _NUMBERS.get(name, "string")) for name in FIELDS]
    return mapped(frame, lambda rows, job: _of_rows(rows, job, kind), columns, told=job)


def _of_rows(rows: Iterable[Mapping[str, Any]], job: Job, kind: str) -> Iterator[Mapping[str, Any]]:
    ready = _ready(job)
    asked = (as_asked(row, int(row.get("row") or 0), kind) for row in rows)
    while batch := list(islice(asked, BATCH)):
        yield from map(_plain, records(batch, ready, job.lists, among=job.among, near=job.near))


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with nothing, not an empty text, where a number is missing."""
    return {name: None if name in _NUMBERS and value == "" else value for name, value in record.items()}


def _share(batch: Sequence[Asked], told: Any) -> Share:
    return share(batch, told.value, _ready(told.value))


_own: dict[tuple[str, ...], Screener] = {}  # of a worker: made ready once, for all its shares


def _ready(job: Job) -> Screener:
    key = tuple(str(snapshot["id"]) for snapshot in job.lists.snapshots)
    if key not in _own:
        _own.clear()
        _own[key] = screener(job.lists)
    return _own[key]
