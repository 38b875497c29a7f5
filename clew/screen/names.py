"""Names screened without a case: a file or a stream of names against lists, in batches; nothing is kept but what is written.

In: rows with a name, and listings. Out: for each row its candidates with identity level, reasons and the namesakes to expect
by chance, or one record that says nothing was found. The same levels and reasons as in a case: `match`.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from clew.model.errors import BadNames
from clew.model.records import Hit, Listing
from clew.naming.explain import explain, namesakes
from clew.naming.kept import VERSION, open_index, save
from clew.screen import library, worksheet
from clew.screen.asked import Asked, as_asked, read_asked
from clew.screen.match import NEAR, NameInCase, Party, Screener

BATCH = 2000  # rows screened and written at once; a stopped run goes on after the last batch
FIELDS = (
    *(
        "row",
        "id",
        "name",
        "found",
        "listed_name",
        "list",
        "entry",
        "level",
        "score",
        "because",
        "against",
        "namesakes",
    ),
    *("programme", "listed_on", "name_kind", "remarks", "as_of", "snapshot"),
)
_NUMBERS = ("row", "score")
_KEPT_FROM = 5000  # listings; an index of fewer is made faster than opened

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Lists:
    """Listings to screen against, with what their snapshots are."""

    listings: tuple[Listing, ...]
    snapshots: tuple[Mapping[str, Any], ...]  # as `library.snapshots` gives them


def open_lists(chosen: Sequence[str | Path] = ()) -> Lists:
    """Return listings of the library and of files.

    Args:
        chosen: names or snapshot ids of lists in the library, or paths of list files, those of one folder or of one name
            together; none for all of the library, of each list the newest snapshot.

    Raises:
        BadList: a list is not in the library, or a file is in no known format.
    """
    described = [
        library.describe(library.open_files(known["id"]), known["as_of"], known["as_of_basis"])
        for known in library.newest(chosen)
    ]
    described += [
        library.describe(files, *library.dated(paths, None, files)) for paths, files in library.files_of(chosen)
    ]
    listings = tuple(listing for snapshot in described for listing in snapshot["listings"])
    about = tuple({key: value for key, value in snapshot.items() if key != "listings"} for snapshot in described)
    return Lists(listings, about)


def screener(lists: Lists) -> Screener:
    """Return the lists made ready; the index of their names is kept beside the library and opened the next time."""
    if len(lists.listings) < _KEPT_FROM:
        return Screener(lists.listings)
    ids = sorted(listing.id for listing in lists.listings)
    name = sha256(f"{VERSION}:{'|'.join(ids)}".encode()).hexdigest()[:24]
    folder = library.folder().parent / "names" / name
    ready = Screener(lists.listings, open_index(folder))
    if not (folder / "about.json").exists():
        save(ready.names, folder)
    return ready


def screen_names(
    names: Iterable[str | Mapping[str, Any]],
    lists: Sequence[str | Path] = (),
    *,
    kind: str = "unknown",
    near: float = NEAR,
) -> Iterator[dict[str, Any]]:
    """Yield what screening found, one record for each candidate, and one for each name without any.

    Args:
        names: names, or mappings with name, kind, birth_date, passport and so on.
        lists: names of lists in the library or paths of list files; none for the whole library.
        kind: what names are that do not say so themselves.
        near: the score, 0 to 100, from which a name that is not equal is a candidate.
    """
    asked = (
        Asked(number, "", given, kind) if isinstance(given, str) else as_asked(given, number, kind)
        for number, given in enumerate(names, start=1)
    )
    chosen = open_lists(lists)
    ready = screener(chosen)
    done = 0
    while batch := list(islice(asked, BATCH)):
        done += len(batch)
        yield from records(batch, ready, chosen, among=done, near=near)


def records(
    batch: Sequence[Asked], ready: Screener, lists: Lists, *, among: int, near: float = NEAR, silent: bool = False
) -> Iterator[dict[str, Any]]:
    """Yield the records of some rows, in their order.

    Args:
        batch: the rows.
        ready: the lists made ready.
        lists: the lists.
        among: how many names are screened in all; more names have more namesakes by chance.
        near: the score from which a name is a candidate.
        silent: leave out rows for which nothing was found.
    """
    parties = [
        Party(str(n), asked.kind, (NameInCase("", asked.name, asked.identifiers),))
        for n, asked in enumerate(batch)
        if asked.name
    ]
    found: dict[int, list[Hit]] = {}
    for hit in ready.hits(parties, near=near):
        found.setdefault(int(hit.entity), []).append(hit)
    days = {snapshot["id"]: snapshot["as_of"] for snapshot in lists.snapshots}
    for number, asked in enumerate(batch):
        ordered = sorted(
            found.get(number, ()), key=lambda hit: (-int(hit.level[1]), -hit.score, hit.list, hit.entry, hit.listing)
        )
        for hit in _one_an_entry(ordered):
            yield _record(asked, hit, ready.listing(hit.listing), among, days)
        if not ordered and not silent:
            yield _nothing(asked)


def _one_an_entry(hits: Iterable[Hit]) -> Iterator[Hit]:
    seen: set[tuple[str, str, str]] = set()
    for hit in hits:
        entry = (hit.list, hit.snapshot, hit.entry)
        if entry not in seen:
            seen.add(entry)
            yield hit


def _record(asked: Asked, hit: Hit, listing: Listing, among: int, days: Mapping[str, str]) -> dict[str, Any]:
    weak = hit.level in ("I0", "I1")
    share = explain(asked.name, hit.listed_name, listing.kind).share if weak else 0.0
    return {
        "row": asked.row,
        "id": asked.id,
        "name": asked.name,
        "found": "candidate",
        "listed_name": hit.listed_name,
        "list": hit.list,
        "entry": hit.entry,
        "level": hit.level,
        "score": round(hit.score, 1),
        "because": "; ".join(hit.because),
        "against": "; ".join(hit.against),
        "namesakes": namesakes(share, among) if weak else "",
        "programme": listing.programme,
        "listed_on": listing.listed_on or "",
        "name_kind": listing.name_kind,
        "remarks": listing.remarks[:300],
        "as_of": days.get(hit.snapshot, ""),
        "snapshot": hit.snapshot,
    }


def _nothing(asked: Asked) -> dict[str, Any]:
    said = "nothing found" if asked.name else "no name in this row"
    return dict.fromkeys(FIELDS, "") | {"row": asked.row, "id": asked.id, "name": asked.name, "found": said}


@dataclass(frozen=True, slots=True)
class Screened:
    """What became of a file."""

    names: int
    candidates: int
    resumed: int  # rows that an earlier, stopped run had done


def screen_file(
    source: Path,
    target: Path,
    lists: Lists,
    *,
    column: str | None = None,
    kind: str = "unknown",
    near: float = NEAR,
    silent: bool = False,
    on_progress: Progress = lambda *_: None,
) -> Screened:
    """Screen a file of names into a worksheet; a run that was stopped goes on where it was.

    The worksheet is CSV, XLSX or JSON Lines by the target's ending. Beside it stands TARGET.about.json: how many names were
    screened, against which snapshots, from which score.

    Raises:
        BadNames: the file cannot be read, or the half of an earlier run belongs to other names, lists or options.
    """
    part, about = target.with_name(f"{target.name}.part"), target.with_name(f"{target.name}.progress")
    rows = sum(1 for _ in read_asked(source, column=column, kind=kind))
    key = _key(source, lists, (column, kind, near, silent, rows, target.suffix))
    state = _state(about, part, key)
    asked = islice(read_asked(source, column=column, kind=kind), state["rows"], None)
    resumed, ready = state["rows"], screener(lists)
    lines = target.suffix in (".jsonl", ".ndjson")
    with part.open("r+" if state["bytes"] else "w", encoding="utf-8", newline="") as out:
        out.seek(state["bytes"])
        out.truncate()
        if not state["bytes"] and not lines:
            out.write("\ufeff")
            worksheet.write_csv(out, FIELDS, [dict(zip(FIELDS, FIELDS, strict=True))])
        while batch := list(islice(asked, BATCH)):
            found = list(records(batch, ready, lists, among=rows, near=near, silent=silent))
            worksheet.write_lines(out, found) if lines else worksheet.write_csv(out, FIELDS, found)
            out.flush()
            os.fsync(out.fileno())
            state["rows"] += len(batch)
            state["candidates"] += sum(record["found"] == "candidate" for record in found)
            state["bytes"] = part.stat().st_size
            _write(about, {"key": key, **state})
            on_progress(state["rows"], rows)
    _finish(part, target)
    about.unlink(missing_ok=True)
    done = Screened(rows, state["candidates"], resumed)
    _write(target.with_name(f"{target.name}.about.json"), _about(source, done, lists, near))
    return done


def _finish(part: Path, target: Path) -> None:
    if target.suffix == ".xlsx":
        whole = target.with_name(f"{target.name}.writing")
        worksheet.csv_as_xlsx(part, whole, numbers=_NUMBERS)
        whole.replace(target)
        part.unlink()
    else:
        part.replace(target)


def _key(source: Path, lists: Lists, options: tuple[object, ...]) -> str:
    stat = source.stat()
    ids = sorted(str(snapshot["id"]) for snapshot in lists.snapshots)
    return sha256(
        repr((source.resolve().as_posix(), stat.st_size, stat.st_mtime_ns, ids, options, VERSION)).encode()
    ).hexdigest()


def _state(about: Path, part: Path, key: str) -> dict[str, int]:
    """Return how far an earlier run came; nothing where there was none."""
    fresh = {"rows": 0, "bytes": 0, "candidates": 0}
    try:
        known = json.loads(about.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return fresh
    if not part.exists() or part.stat().st_size < known["bytes"]:
        return fresh
    if known.pop("key") != key:
        raise BadNames(f"{about}: left by a run on other names, lists or options; delete it, or write to another file")
    return {name: int(known[name]) for name in fresh}


def _about(source: Path, done: Screened, lists: Lists, near: float) -> dict[str, Any]:
    return {
        "file": source.name,
        "names": done.names,
        "candidates": done.candidates,
        "near": near,
        "lists": [
            {
                key: snapshot[key]
                for key in ("list", "id", "as_of", "as_of_basis", "sha256", "entries", "names", "missed")
            }
            for snapshot in lists.snapshots
        ],
        "a_match_is_not_a_person": "Levels: I0 a likeness, I1 the name, I2 and the day of birth, I3 a strong identifier.",
    }


def _write(path: Path, record: Mapping[str, Any]) -> None:
    whole = path.with_name(f"{path.name}.new")
    whole.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")
    whole.replace(path)
