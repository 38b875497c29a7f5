"""The order of the stages, and what a door may ask of a case as a whole: run it, pull a thread."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any

from clew import __version__
from clew.detect import stage as detect
from clew.extract import correcting
from clew.extract import stage as extract
from clew.model.claim import Claim
from clew.model.errors import BadLeaf, InputError
from clew.model.ids import content_id
from clew.model.records import Leaf
from clew.model.shelf import on_shelf
from clew.read import stage as read
from clew.read.ledger import Custody
from clew.report import promised
from clew.report.search import refresh
from clew.report.show import Shown, show
from clew.resolve import stage as resolve
from clew.screen import stage as screen
from clew.store.case import Case
from clew.store.verify import check_sizes, verify
from clew.weigh import review
from clew.weigh import stage as weigh
from clew.weigh.thread import whole, with_claims

STAGES: tuple[tuple[str, ModuleType], ...] = (
    ("read", read),
    ("extract", extract),
    ("resolve", resolve),
    ("screen", screen),
    ("detect", detect),
    ("weigh", weigh),
)
# What the stages after extract derive; switching a leaf off makes these anew.
RECOMPUTED = (
    "entities",
    "anchors",
    "members",
    "links",
    "candidates",
    "hits",
    "screenings",
    "findings",
    "ties",
    "origins",
    "retellings",
    "standings",
)

# In an installed package, and in a checkout.
KEPT_CASE = (Path(__file__).parent / "kept_case", Path(__file__).parents[1] / "examples" / "kept")

# How `show` names what each kind of leaf may be.
LEAF_KINDS = {"claim": "claim", "judgement": "judgement", "list": "list entry"}
SOURCE_BY_NAME = "select id from sources where starts_with(id, $name) or path = $name"
SOURCES = "select id, sha256, parent from sources"
SNAPSHOT_DAYS = "select id, list, as_of from snapshots"
SNAPSHOTS_BY_NAME = "select id from snapshots where list = $name or starts_with(id, $name)"
MEMBERS = "select mention, entity from members"
FINDINGS = "select id, type, key, sentence, strength from findings"
UNREVIEWED = "select id from claims where status = 'proposed'"
CLAIM_SOURCES = "select id, source from claims"
LISTINGS_OF = "select id from listings where snapshot in (select unnest($snapshots))"

Progress = Callable[[str, int, int, str], None]  # stage, done, total, what


def _silent(*_: object) -> None:
    pass


@dataclass(slots=True)
class Summary:
    """What a run did: how many records each stage added, and how the case stands now."""

    new: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)  # that each stage took, on the clock

    @property
    def total(self) -> int:
        """Records added by all stages together."""
        return sum(self.new.values())


def run(
    case: Case,
    paths: Iterable[Path] = (),
    *,
    mappings: Iterable[Path] = (),
    library: bool = True,
    custody: Custody | None = None,
    passwords: tuple[str, ...] = (),
    on_progress: Progress = _silent,
) -> Summary:
    """Take files into a case and bring every stage up to date; what is not stale is kept.

    Args:
        case: an open case.
        paths: files and folders to add.
        mappings: TOML files that say what the columns of odd tables mean.
        custody: how the files were come by: channel, origin, method, legal basis.
        passwords: tried on what is encrypted; never stored.
        library: take in the list snapshots of the user's library that the case lacks.
        on_progress: called with stage, done, total and what is at hand.

    Raises:
        InputError: a path or a mapping cannot be used.
        CaseBusy: another run is writing the case.
        CaseDamaged: an original is missing or has another size than it had.
    """
    summary = Summary()
    with case.writing():
        check_sizes(case)
        for mapping in mappings:
            extract.add_mapping(case, mapping.name, mapping.read_text(encoding="utf-8"))
        summary.new["add"] = read.add(case, paths, custody=custody, on_progress=_within("add", on_progress))
        summary.new["lists"] = screen.take_from_library(case) if library else 0
        for name, stage in STAGES:
            began = time.monotonic()
            given = {"passwords": passwords} if stage is read else {}
            summary.new[name] = stage.run(case, **given, on_progress=_within(name, on_progress))
            summary.seconds[name] = time.monotonic() - began
        summary.new["search"] = refresh(case, on_progress=_within("search", on_progress))
    return summary


def _within(stage: str, on_progress: Progress) -> Callable[[int, int, str], None]:
    return lambda done, total, what: on_progress(stage, done, total, what)


def report(case: Case, to: Path, *, title: str | None = None) -> int:
    """Write one self-contained HTML report of a case and return how many findings it holds.

    Its heading is the title, or the name of the case's folder.

    Raises:
        CaseDamaged: the log, an original or a segment is not what it was; then no report is written.
    """
    verify(case)
    from clew.report import dossier  # noqa: PLC0415 - 60 ms of templates that only a report needs

    texts = {
        pattern.TYPE: dossier.PatternText(pattern.TITLE, pattern.ALSO_EXPLAINED_BY, pattern.SETTLED_BY)
        for pattern in on_shelf("clew.detect.patterns")
    }
    return dossier.write(case, to, patterns=texts, version=__version__, title=title)


def demo(folder: Path, *, on_progress: Progress = _silent) -> tuple[Path, Path]:
    """Read the built-in case, all of it invented, and return the folders of the case and of its report.

    Raises:
        InputError: this installation carries no built-in case.
    """
    kept = next((place for place in KEPT_CASE if place.is_dir()), None)
    if kept is None:
        raise InputError(f"built-in case: expected at {KEPT_CASE[0]}, found none; install Clew again")
    target = folder / "report.html"
    with Case.open(folder / "case", create=True) as case:
        for snapshot in sorted((kept / "lists").iterdir()):
            screen.add_list(case, sorted(snapshot.iterdir()), as_of=snapshot.name)
        run(case, [kept / "evidence"], on_progress=on_progress, library=False)
        report(case, target, title="The built-in case: all people and firms in it are invented")
    return folder / "case", target


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one finding when leaves are switched off."""

    finding: dict[str, Any]
    stands: bool
    now: str  # the sentence as it reads then; empty where it falls
    sets_left: int  # support sets that are still whole
    because: tuple[Leaf, ...]  # switched-off leaves that its support sets use


@dataclass(frozen=True, slots=True)
class Why:
    """A finding with its support sets opened, and the fate of all findings where leaves are switched off."""

    finding: dict[str, Any]
    supports: tuple[tuple[Shown, ...], ...]
    off: tuple[Leaf, ...] = ()
    fates: tuple[Fate, ...] = ()  # the finding asked about first
    unreviewed: int | None = None  # how many claims were switched off because no person accepted them


def correct(case: Case, id_: str, changes: Mapping[str, str], *, why: str = "") -> Claim:
    """Claim something else in a person's name in the place of a claim that was read wrongly, which is rejected.

    Args:
        case: an open case.
        id_: the claim, or the beginning of its id.
        changes: new values by field; see `extract.correcting`.
        why: the reason, in words.

    Raises:
        UnknownId: no claim has this id.
        BadReview: nothing is changed, a field is unknown, or its words do not stand in the quote.
        BadClaim: a word is not in the vocabulary.
    """
    new = correcting.correct(case, id_, changes)
    review.decide(case, id_, "rejected", why=f"corrected to {new.id}{f': {why}' if why else ''}")
    review.decide(case, new.id, "accepted", why=why)
    return new


def why(
    case: Case,
    finding: str,
    *,
    without: Sequence[str] = (),
    reviewed_only: bool = False,
    on_progress: Progress = _silent,
) -> Why:
    """Open what a finding stands on; with leaves switched off, recompute and say what falls.

    Args:
        case: an open case.
        finding: its id, or the beginning of it.
        without: leaves such as source:PATH, claim:ID, judgement:ID, list:NAME.
        reviewed_only: switch off every claim that no person has accepted.
        on_progress: called with stage, done, total and what is at hand, while it recomputes.

    Raises:
        UnknownId: no finding has this id.
        BadLeaf: a leaf is written wrongly or names nothing in the case.
    """
    asked = show(case, finding).record["id"]
    records = {row["id"]: row for row in promised.findings(case)}
    if asked not in records:
        raise BadLeaf(f"{finding}: expected a finding (f-…)")
    leaves = {leaf["id"] for support in records[asked]["supports"] for leaf in support}
    shown = {id_: show(case, id_) for id_ in sorted(leaves)}  # sets share most of their leaves: each is opened once
    opened = tuple(tuple(shown[leaf["id"]] for leaf in support) for support in records[asked]["supports"])
    off = tuple(leaf for text in without for leaf in read_leaf(case, text))
    if not off and not reviewed_only:
        return Why(records[asked], opened)
    unreviewed = tuple(Leaf("claim", row["id"]) for row in case.query(UNREVIEWED)) if reviewed_only else ()
    then = findings_without(case, (*off, *unreviewed), on_progress=on_progress)
    source_of = {row["id"]: row["source"] for row in case.query(CLAIM_SOURCES)}
    listings = case.query(LISTINGS_OF, snapshots=[leaf.id for leaf in off if leaf.kind == "list"])
    gone = with_claims([*off, *unreviewed, *(Leaf("list", row["id"]) for row in listings)], source_of)
    fates = [_fate(row, then.get(row["id"]), gone) for row in records.values()]
    fates.sort(key=lambda fate: (fate.finding["id"] != asked, fate.stands, fate.finding["type"]))
    return Why(records[asked], opened, off, tuple(fates), len(unreviewed) if reviewed_only else None)


def _fate(row: dict[str, Any], then: dict[str, Any] | None, gone: frozenset[Leaf]) -> Fate:
    supports = tuple(tuple(Leaf(leaf["kind"], leaf["id"]) for leaf in support) for support in row["supports"])
    stands = then is not None and then["strength"] >= row["strength"]
    return Fate(
        finding=row,
        stands=stands,
        now=then["sentence"] if then else "",
        sets_left=len(whole(supports, gone)),
        because=tuple(sorted({leaf for support in supports for leaf in support if leaf in gone})),
    )


def findings_without(case: Case, off: Sequence[Leaf], *, on_progress: Progress = _silent) -> dict[str, dict[str, Any]]:
    """Recompute everything after extract from scratch with leaves switched off.

    Returns:
        the findings then, each under the id it has now: an entity that lost a name may go by another id, and a finding
        about it is still the same finding. Of several pieces of one entity the one that says most is kept.
    """
    before = {row["mention"]: row["entity"] for row in case.query(MEMBERS)}
    with case.without(off, derived=RECOMPUTED) as scratch:
        for name, stage in STAGES[2:]:
            stage.run(scratch, on_progress=_within(name, on_progress))
        was: dict[str, set[str]] = {}
        for row in scratch.query(MEMBERS):
            was.setdefault(row["entity"], set()).add(before[row["mention"]])
        found: dict[str, dict[str, Any]] = {}
        for row in sorted(scratch.query(FINDINGS), key=itemgetter("strength", "id")):
            for key in product(*(sorted(was.get(part, {part})) for part in row["key"])):
                found[content_id("f", [row["type"], key])] = row
        return found


@dataclass(frozen=True, slots=True)
class Move:
    """A finding that reads otherwise with a later snapshot of a list than with an earlier one."""

    kind: str  # new, gone, changed
    finding: str
    type: str
    before: str  # its sentence; empty where it is new
    after: str  # empty where it is gone


def moved(case: Case, before: str, after: str, *, on_progress: Progress = _silent) -> tuple[Move, ...]:
    """Say which findings move when a list goes from one snapshot to a later one; the case is not changed.

    Everything after extract is worked out twice: with the snapshots of that list up to `before`, and up to `after`.

    Raises:
        BadLeaf: the case lacks one of the two; a run takes in what the library has.
    """
    rows = {row["id"]: row for row in case.query(SNAPSHOT_DAYS)}
    for id_ in (before, after):
        if id_ not in rows:
            raise BadLeaf(
                f"snapshot {id_}: the case has none such; `clew run {case.folder}` takes in what the library has"
            )
    then, now = (
        findings_without(case, _later_than(rows, rows[id_]), on_progress=on_progress) for id_ in (before, after)
    )
    found = []
    for id_ in {**then, **now}:
        old, new = then.get(id_), now.get(id_)
        row = new or old or {}
        said, says = (one["sentence"] if one else "" for one in (old, new))
        if said != says:
            found.append(Move("gone" if not new else "changed" if old else "new", id_, row["type"], said, says))
    return tuple(sorted(found, key=lambda move: (move.type, move.finding)))


def _later_than(rows: Mapping[str, Mapping[str, Any]], row: Mapping[str, Any]) -> tuple[Leaf, ...]:
    return tuple(
        Leaf("list", id_) for id_, one in rows.items() if one["list"] == row["list"] and one["as_of"] > row["as_of"]
    )


def read_leaf(case: Case, text: str) -> tuple[Leaf, ...]:
    """Read a leaf as a user writes it.

    A list's name stands for all its snapshots; a source stands for its copies and for what was attached to it alone.

    Raises:
        BadLeaf: it is written wrongly, or names nothing in the case.
    """
    kind, _, name = text.partition(":")
    forms = "source:PATH, claim:ID, judgement:ID, list:NAME"
    if kind not in ("source", "claim", "judgement", "list") or not name:
        raise BadLeaf(f"{text!r} is no leaf; possible: {forms}")
    if kind == "source":
        found = _whole_documents(case, {row["id"] for row in case.query(SOURCE_BY_NAME, name=name)})
    elif kind == "list" and not name.startswith("l-"):
        found = [row["id"] for row in case.query(SNAPSHOTS_BY_NAME, name=name)]
    else:
        shown = show(case, name)
        if not shown.kind.endswith(LEAF_KINDS[kind]):
            raise BadLeaf(f"{text!r}: expected a {kind}, found a {shown.kind}; possible: {forms}")
        found = [shown.id]
    if not found:
        raise BadLeaf(f"{text!r}: the case has no such {kind}; see `clew {'lists' if kind == 'list' else kind + 's'}`")
    return tuple(Leaf(kind, id_) for id_ in found)


def _whole_documents(case: Case, named: set[str]) -> list[str]:
    """Return the sources that go when some go: the same bytes elsewhere, and attachments that came with no other."""
    rows = case.query(SOURCES)
    by_id = {row["id"]: row for row in rows}
    bytes_gone = {by_id[id_]["sha256"] for id_ in named} - {""}
    while True:
        gone = named | {row["id"] for row in rows if row["sha256"] in bytes_gone}
        kept = {row["sha256"] for row in rows if row["parent"] not in gone}
        further = {row["sha256"] for row in rows} - kept - bytes_gone
        if not further:
            return sorted(gone)
        bytes_gone |= further
