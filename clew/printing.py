"""Records in; tables and sentences for people out. Document text is made harmless for a terminal on the way."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from clew.pipeline import Fate, Summary, Why
from clew.report import promised
from clew.report.show import Place, Shown, claim_in_words
from clew.store.case import Case

STAGE_WORDS = {
    "add": "files added",
    "lists": "list snapshots taken in",
    "read": "pages read",
    "extract": "claims",
    "resolve": "entities, names and judgements",
    "screen": "hits",
    "detect": "findings",
    "weigh": "standings",
}
WORDS_SHOWN = 12  # places of one record; a line says how many more there are
SETS_SHOWN = 4


def plain(text: object) -> str:
    """Return text that cannot move the cursor or turn the line around: such characters become their escapes."""
    return "".join(
        char if char.isprintable() else " " if char in "\n\t" else f"\\u{ord(char):04x}" for char in str(text)
    )


def summary(case: Case, done: Summary) -> None:
    """Print what a run added and how the case stands."""
    console = _console()
    if not done.total:
        console.print("Nothing new: the case is up to date.")
    else:
        for name, count in done.new.items():
            if count:
                console.print(f"{count:>8,}  new {STAGE_WORDS[name]}")
    files = list(promised.sources(case))
    unread = [row for row in files if row["status"] in ("failed", "partly")]
    found = list(promised.findings(case))
    console.print(f"\n{len(files)} files, {len(found)} findings.")
    _remarks(case, console, unread)


def _remarks(case: Case, console: Console, unread: list[dict[str, Any]]) -> None:
    for row in unread[:5]:
        console.print(f"  {row['status']}: {plain(row['path'])}: {plain(row['reason'])}", markup=False, soft_wrap=True)
    if len(unread) > 5:
        console.print(f"  … and {len(unread) - 5} more that were not read in full: clew sources {case.folder}")
    unmapped = [row for row in promised.gaps(case) if row["kind"] == "unmapped_table"]
    for row in unmapped[:5]:
        console.print(f"  not mapped: {plain(row['path'])}: {plain(row['detail'])}", markup=False, soft_wrap=True)
    waiting = sum(1 for _ in promised.candidates(case))
    if waiting:
        console.print(f"  {waiting} pair(s) of names wait for your judgement: clew candidates {case.folder}")
    if not list(promised.lists(case)):
        console.print("  no sanctions list is loaded: clew lists add FILE")


def sources(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print the ledger."""
    _records(
        rows,
        lambda row: f"{row['status']:8} {row['record_type'].replace('_', ' '):17} {row['language']:3} {row['path']}",
        lambda row: (f"{row['id']}  {row['pages']} page(s)", row["reason"]),
    )


def claims(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print claims, each with its words."""
    _records(
        rows,
        lambda row: claim_in_words(dict(row)),
        lambda row: (f"“{row['quote']}”", f"{row['path']}, page {row['page']}  {row['id']}"),
    )


def entities(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print entities with all their names."""
    _records(
        rows,
        lambda row: f"{row['kind']:13} {row['level']}  {row['name']}",
        lambda row: (
            "also written: " + "; ".join(name for name in row["names"] if name != row["name"]),
            f"{row['id']}  in {len(row['mentions'])} place(s)",
        ),
    )


def candidates(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print pairs that wait for a judgement."""
    _records(
        rows,
        lambda row: f"{row['left_name']}  ~  {row['right_name']}",
        lambda row: (
            "for: " + "; ".join(row["because"]),
            "against: " + ("; ".join(row["against"]) or "nothing found"),
            f"clew judge CASE {row['left_entity']} {row['right_entity']} same|different|unsure --why …",
        ),
    )


def hits(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print hits; the level says what a hit is worth."""
    _records(
        rows,
        lambda row: f"{row['level']}  {row['name']}  ~  {row['listed_name']}",
        lambda row: (
            f"{row['list']}, entry {row['entry']} ({row['programme']}), as of {row['as_of']}; near: {row['score']:.0f}",
            "for: " + "; ".join(row["because"]),
            "against: " + "; ".join(row["against"]) if row["against"] else "",
        ),
    )


def gaps(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print gaps."""
    _records(
        rows,
        lambda row: (
            f"{row['kind'].replace('_', ' ')}: {row['path']}{', page ' + str(row['page']) if row['page'] else ''}"
        ),
        lambda row: (row["detail"],),
    )


def lists(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print list snapshots."""
    _records(
        rows,
        lambda row: f"{row['list']}  as of {row['as_of']} (said by: {row['as_of_basis']})",
        lambda row: (
            f"{row['id']}  SHA-256 {row['sha256']}",
            row["authority"],
            *(f"not read: {m}" for m in row["missed"]),
        ),
    )


def added(snapshot: Mapping[str, Any]) -> None:
    """Print a list snapshot that was just added."""
    console = _console()
    console.print(
        f"{snapshot['list']} as of {snapshot['as_of']} ({snapshot['as_of_basis']}): "
        f"{snapshot['entries']:,} entries, {snapshot['names']:,} names, {snapshot['id']}",
        markup=False,
    )
    for line in snapshot["missed"]:
        console.print(f"  not read: {plain(line)}", markup=False)


def findings(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print findings as sentences, each with what it stands on in one line."""
    console = _console()
    count = 0
    for row in rows:
        count += 1
        console.print(Text(f"{row['type']}  {row['id']}", style="bold"))
        console.print(_indented(console, Text(plain(row["sentence"])), 5))
        console.print(_indented(console, Text(_standing(row), style="dim"), 5))
    if not count:
        console.print("No finding stands on the documents in this case.")


def _standing(row: Mapping[str, Any]) -> str:
    sets = len(row["supports"])
    more = "" if row["supports_complete"] else "at least "
    loss = "survives the loss of any one source" if row["survives_any_one"] else "falls with one of its sources"
    against = f"; {len(row['against'])} record(s) against" if row["against"] else ""
    replies = f"; {len(row['replies'])} repl{'y' if len(row['replies']) == 1 else 'ies'}" if row["replies"] else ""
    sources_ = len(row["sources"] or ())
    return (
        f"{more}{sets} support set(s), {sources_} source(s), {loss}{against}{replies}. Confidence: {row['confidence']}."
    )


def shown(record: Shown) -> None:
    """Print any record: what it is, its words, where."""
    console = _console()
    console.print(Text(f"{record.kind}  {record.id}", style="bold"))
    console.print(Padding(Text(plain(record.says)), (0, 0, 0, 2)))
    for place in record.places[:WORDS_SHOWN]:
        console.print(Padding(_place(place), (0, 0, 0, 2)))
    if len(record.places) > WORDS_SHOWN:
        console.print(f"  … and {len(record.places) - WORDS_SHOWN} more places")
    for name, value in record.record.items():
        if name not in ("id", "quotes", "text", "sentence", "supports", "slots") and value not in (None, "", [], {}):
            console.print(Padding(Text.assemble((f"{name}: ", "dim"), plain(value)), (0, 0, 0, 2)))


def _place(place: Place) -> Text:
    where = f"  {plain(place.path)}, page {place.page}, characters {place.start}-{place.stop}"
    return Text.assemble((f"{place.role}: ", "dim"), f"“{plain(place.text)}”", (where, "dim"))


def why(opened: Why) -> None:
    """Print what a finding stands on, and what falls where leaves are switched off."""
    console = _console()
    if opened.fates:
        _without(console, opened)
        return
    row = opened.finding
    console.print(Text(f"{row['type']}  {row['id']}", style="bold"))
    console.print(Padding(Text(plain(row["sentence"])), (0, 0, 1, 5)))
    for number, support in enumerate(opened.supports[:SETS_SHOWN], 1):
        console.print(f"Support set {number} of {len(opened.supports)}: these together are enough")
        for leaf in support:
            words = leaf.places[0] if leaf.places else None
            lines = [Text.assemble((f"{leaf.kind} {leaf.id}  ", "bold"), plain(leaf.says))]
            console.print(Padding(Group(*lines, *([_place(words)] if words else [])), (0, 0, 0, 2)))
        console.print()
    if len(opened.supports) > SETS_SHOWN:
        console.print(f"… and {len(opened.supports) - SETS_SHOWN} more sets (clew findings CASE --json lists all)\n")
    console.print(f"Stands on {_standing(row)}")
    for name in ("against", "replies"):
        for leaf in row[name]:
            console.print(f"{name}: {leaf['kind']} {leaf['id']}", markup=False)
    for limit in row["limits"]:
        console.print(Padding(Text(f"limit: {plain(limit)}", style="dim"), (0, 0, 0, 2)))


def _without(console: Console, opened: Why) -> None:
    off = ", ".join(f"{leaf.kind} {leaf.id}" for leaf in opened.off)
    console.print(Text(f"Without {off}:", style="bold"))
    for fate in opened.fates:
        if not fate.because and fate.stands and fate.finding["id"] != opened.finding["id"]:
            continue
        console.print(Padding(_fate(fate), (0, 0, 1, 2)))
    untouched = sum(1 for fate in opened.fates if fate.stands and not fate.because)
    console.print(f"{untouched} of {len(opened.fates)} findings do not use it.")


def _fate(fate: Fate) -> Group:
    row = fate.finding
    if fate.stands:
        verdict = f"stands: {fate.sets_left} of {len(row['supports'])} support set(s) left"
        lines = [Text(f"{row['type']}  {row['id']}  {verdict}", style="bold"), Text(plain(fate.now))]
    else:
        used = ", ".join(f"{leaf.kind} {leaf.id}" for leaf in fate.because[:6])
        lines = [
            Text(f"{row['type']}  {row['id']}  falls", style="bold"),
            Text(plain(row["sentence"]), style="strike"),
            Text(f"because every support set needs one of: {used or 'what was taken away'}"),
        ]
        if fate.now:
            lines.append(Text(f"what is left: {plain(fate.now)}"))
    return Group(*lines)


def _records(
    rows: Iterable[Mapping[str, Any]],
    head: Callable[[Mapping[str, Any]], str],
    notes: Callable[[Mapping[str, Any]], Iterable[str]],
) -> None:
    """Print a line for each record and what belongs to it below, indented; empty notes are left out."""
    console = _console()
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - counted for what follows the loop
        console.print(Text(plain(head(row))))
        for note in notes(row):
            if note and not note.endswith(": "):
                console.print(_indented(console, Text(plain(note), style="dim"), 5))
    if not count:
        console.print("None.")


def _indented(console: Console, text: Text, by: int) -> RenderableType:
    # Padding fills lines to the full width, which is right for a terminal and noise in a pipe.
    return Padding(text, (0, 0, 0, by)) if console.is_terminal else Text(" " * by) + text


def _console() -> Console:
    console = Console(highlight=False)
    if not console.is_terminal:
        console.soft_wrap = True  # in a pipe a record's line stays one line
    return console
