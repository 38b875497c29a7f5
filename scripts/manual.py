"""Write the reference pages of the manual from the code; `--check` only says which are stale, and exits 1 if any is.

In: the command line, settings, .sql files, vocabulary, shelves, errors and public names. Out: docs/reference/*.md.
"""  # noqa: INP001 - a script, not a package

import ast
import inspect
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType

import click
from meanings import LEVELS, MEANINGS, MODALITIES, STANCES

import clew
from clew.cli import main as door
from clew.extract import columns
from clew.model import errors, vocabulary
from clew.model.shelf import on_shelf
from clew.report import promised
from clew.settings import SETTINGS

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference"
STORE = ROOT / "clew" / "store"
WRITTEN_BY = "*This page is written by `make docs` from the code. Change it there.*"

TABLE = re.compile(r"create table (?:shape\.)?(\w+) \(\s*-- written by: (\w+)\n(.*?\)(?: strict)?;[^\n]*)", re.DOTALL)
QUERIES = {name: getattr(promised, "SNAPSHOTS" if name == "lists" else name.upper()) for name in MEANINGS}


# Records whose command does not go by their name.
RECORD_COMMANDS = {
    "lists": ("clew lists --case CASE --json", "The list snapshots a case is screened against."),
    "retellings": ("clew lineage CASE --json", "How each item tells a claim that others tell too."),
    "requests": ("clew ask CASE --json", "Whom a person asked for a reply, and what became of it."),
    "ties": ("clew lineage CASE --ties --json", "What makes two sources one origin."),
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with --check say which differ from what is on disk; return the exit code."""
    pages = {name: f"{text.strip()}\n" for name, text in render().items()}
    known = {path.name: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    stale = sorted({name for name in {*pages, *known} if pages.get(name) != known.get(name)})
    if "--check" in arguments:
        sys.stdout.writelines(f"docs/reference/{name} is stale; run make docs\n" for name in stale)
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in pages:
            (PAGES / name).write_text(pages[name], encoding="utf-8")
        else:
            (PAGES / name).unlink()
    return 0


def render() -> dict[str, str]:
    """Return every page by its file name."""
    pages: dict[str, tuple[str, Callable[[], Iterator[str]]]] = {
        "commands.md": ("Commands", commands),
        "settings.md": ("Settings", settings),
        "records.md": ("Records", records),
        "tables.md": ("Tables", tables),
        "vocabulary.md": ("Vocabulary", words),
        "patterns.md": ("Patterns", patterns),
        "readers.md": ("Formats that are read", readers),
        "errors.md": ("Errors", error_tree),
        "python.md": ("Python", python),
    }
    texts = {name: "\n\n".join([f"# {title}", WRITTEN_BY, *write()]) for name, (title, write) in pages.items()}
    index = "\n".join(f"- [{title}]({name})" for name, (title, _) in pages.items())
    return {**texts, "README.md": f"# Reference\n\n{WRITTEN_BY}\n\n{index}"}


def commands() -> Iterator[str]:
    """Yield the page of commands: each with its help text, arguments and options."""
    yield _help(door)
    yield (
        "`CASE` is a folder. An id may be shortened to its first letters where only one id begins so. A command ends "
        "with 0 when it did its work, with 2 and one line when something you gave it cannot be used, and with 130 "
        "after Ctrl-C."
    )
    for name, command in _commands(door, "clew"):
        yield f"## {name}"
        pieces = " ".join(command.collect_usage_pieces(click.Context(command)))
        yield f"```\n{name} {pieces}\n```"
        yield _help(command)
        options = [option for option in command.params if isinstance(option, click.Option)]
        if options:
            yield _table(("option", "meaning"), ((_option(option), _meaning(option)) for option in options))


def _commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{prefix} {name}")


def _help(command: click.Command) -> str:
    return inspect.cleandoc(command.help or "").replace("\b\n", "")


def _option(option: click.Option) -> str:
    names = ", ".join(option.opts)
    if option.is_flag:
        return f"`{names}`"
    return f"`{names} {option.metavar or str(option.type.name).upper()}`" + (", required" if option.required else "")


def _meaning(option: click.Option) -> str:
    default = f" Default: `{option.default}`." if option.show_default else ""
    return f"{option.help or ''}{default}"


def settings() -> Iterator[str]:
    """Yield the page of settings."""
    yield "Set one with `clew run CASE --set NAME=VALUE`. It is kept with the case and holds from then on."
    rows = (
        (f"`{one.name}`", f"`{one.default}`", one.unit or ", ".join(one.choices), one.help)
        for one in sorted(SETTINGS, key=lambda one: one.name)
    )
    yield _table(("setting", "default", "unit or choices", "meaning"), rows)


def records() -> Iterator[str]:
    """Yield the page of promised records: every field of every listing, with its meaning."""
    yield (
        "Each listing command takes `--json` and prints one record a line; the Python functions of the same names "
        "yield the same records. The field names are a promise: they change only with a major version."
    )
    for name, meanings in MEANINGS.items():
        fields = [*selected(QUERIES[name]), *promised.ADDED.get(name, ())]
        _check(name, meanings, fields)
        yield f"## {name}"
        command, said = RECORD_COMMANDS.get(name) or (f"clew {name} CASE --json", _help(door.commands[name]))
        yield f"`{command}`. {said}"
        yield _table(("field", "meaning"), ((f"`{field}`", meanings[field]) for field in fields))


def _check(page: str, meanings: Iterable[str], known: Iterable[str]) -> None:
    """Stop where a word has no meaning here, or a meaning no word in the code."""
    if odd := sorted(set(meanings) ^ set(known)):
        raise SystemExit(f"scripts/meanings.py: {page}: expected one meaning for each word; odd: {', '.join(odd)}")


def selected(sql: str) -> list[str]:
    """Return the names of the columns that a query selects."""
    head = _until_from(sql.removeprefix("select"))
    return [re.split(r"\bas\b|\.", part)[-1].strip() for part in _split(head)]


def _until_from(sql: str) -> str:
    """Return a query up to its own `from`, which stands in no bracket."""
    depth = 0
    for place, char in enumerate(sql):
        depth += (char in "({[") - (char in ")}]")
        if not depth and re.match(r"\sfrom\s", sql[place:]):
            return sql[:place]
    return sql


def _split(text: str) -> list[str]:
    """Split a text at the commas that stand in no bracket."""
    parts, depth = [""], 0
    for char in text:
        depth += (char in "({[") - (char in ")}]")
        if char == "," and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts if part.strip()]


def tables() -> Iterator[str]:
    """Yield the page of tables, as the .sql files have them."""
    yield (
        "A case keeps small tables in `case.sqlite` and large ones as Parquet files under `segments/`. "
        "Each table is written by one room only."
    )
    for file, title in (("schema.sql", "In case.sqlite"), ("segments.sql", "In segments")):
        text = (STORE / file).read_text(encoding="utf-8")
        yield f"## {title}"
        yield text.splitlines()[0].removeprefix("-- ")
        for name, room, body in TABLE.findall(text):
            yield f"### {name}"
            yield f"Written by: {room}."
            yield _table(("column", "type", "note"), _columns(body))
    views = (STORE / "views.sql").read_text(encoding="utf-8")
    yield "## Views"
    yield views.splitlines()[0].removeprefix("-- ")
    yield ", ".join(f"`{name}`" for name in re.findall(r"create or replace view (\w+)", views))


def _columns(body: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and note of each column of a table's definition."""
    notes: dict[str, str] = {}
    lines = []
    for line in body.splitlines():
        code, _, note = line.partition("--")
        last = _split(code)[-1].split()[0] if _split(code) else ""
        if note:  # a note that opens with the name of one of several columns is that column's, else the last one's
            named = re.match(r"\s*(\w+): (.*)", note)
            owner, said = named.groups() if named and f"{named[1]} " in body else (last, note)
            notes[owner] = said.strip()
        lines.append(code)
    closed = re.sub(r"\)\s*(?:strict)?;.*$", "", "\n".join(lines), flags=re.DOTALL)
    for column in _split(closed):
        name, _, kind = " ".join(column.split()).partition(" ")
        yield f"`{name}`", kind, notes.get(name, "")


def words() -> Iterator[str]:
    """Yield the page of the closed word lists and of what each record type can establish."""
    yield "Every record of a case uses these words and no others."
    for said, known in (
        (STANCES, vocabulary.STANCES),
        (MODALITIES, vocabulary.MODALITIES),
        (LEVELS, vocabulary.IDENTITY_LEVELS),
    ):
        _check("vocabulary", said, known)
    for title, values in (("Stances", STANCES), ("Modalities", MODALITIES), ("Identity levels", LEVELS)):
        yield f"## {title}"
        yield _table(("word", "meaning"), ((f"`{word}`", text) for word, text in values.items()))
    for title, names in (
        ("Kinds", vocabulary.KINDS),
        ("Polarities", vocabulary.POLARITIES),
        ("Statuses", vocabulary.STATUSES),
        ("Leaves", vocabulary.LEAF_KINDS),
        ("Strong identifiers", vocabulary.STRONG_IDENTIFIERS),
        ("Record types", vocabulary.RECORD_TYPES),
        ("Forms of statement", vocabulary.FORMS),
        ("Kinds of reply", vocabulary.REPLIES),
    ):
        yield f"## {title}\n\n{_codes(names)}"
    yield "## Predicates"
    yield _table(
        ("predicate", "meaning", "in FollowTheMoney"),
        ((f"`{name}`", text, vocabulary.FOLLOWTHEMONEY.get(name, "")) for name, text in vocabulary.PREDICATES.items()),
    )
    yield "## Qualifiers of claims from prose"
    yield _table(("qualifier", "meaning"), ((f"`{name}`", text) for name, text in vocabulary.QUALIFIERS.items()))
    yield "## What a record can establish by itself"
    yield "What is not in this table, a record of that type does not establish, whatever it says."
    rows = (
        (f"`{name}`", ", ".join(f"{predicate} ({modality})" for predicate, modality in sorted(reach)) or "nothing")
        for name, reach in vocabulary.REACH.items()
    )
    yield _table(("record type", "can establish"), rows)


def patterns() -> Iterator[str]:
    """Yield the page of patterns: what each looks for, what else explains it, what would settle it."""
    yield "A pattern looks for one kind of finding. None of them says why somebody did what the records show."
    for pattern in sorted(on_shelf("clew.detect.patterns"), key=lambda one: str(one.TYPE)):
        yield f"## {pattern.TYPE} {pattern.TITLE}"
        yield _capital(_opening(pattern))
        yield "Also explained by:"
        yield _list(pattern.ALSO_EXPLAINED_BY)
        yield "Would be settled by:"
        yield _list(pattern.SETTLED_BY)
        yield f"Method: `{_stem(pattern)}@{pattern.VERSION}`."


def _opening(pattern: ModuleType) -> str:
    """Return a pattern's docstring without its type and without the headings that point at its constants."""
    text = (pattern.__doc__ or "").removeprefix(f"{pattern.TYPE}: ").strip()
    text = re.sub(r"^(?:Also explained by|Would be settled by):.*\n?", "", text, flags=re.MULTILINE)
    return _prose(text.replace("\nSource:", "\n\nSource:"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def readers() -> Iterator[str]:
    """Yield the page of formats: files, record types, languages and lists."""
    yield "A file is told by its content. What no reader takes stays in the ledger, with the reason."
    shelves = (
        ("Files", "clew.read.readers", lambda one: _codes(one.MEDIA_TYPES)),
        ("Records", "clew.extract.records", lambda one: f"`{one.RECORD_TYPE}`"),
        ("Languages of prose", "clew.extract.prose", lambda one: f"`{one.LANGUAGE}`"),
        ("Sanctions lists", "clew.screen.lists", lambda one: f"`{one.LIST_FORMAT}`"),
    )
    for title, shelf, takes in shelves:
        yield f"## {title}"
        rows = ((f"{_stem(one)}@{one.VERSION}", takes(one), _first(one.__doc__)) for one in on_shelf(shelf))
        yield _table(("name", "takes", "what comes in and out"), rows)
    yield "## Columns of tables"
    yield "What a mapping file may call the columns of a table. Of each group joined by / one at least is needed."
    yield _table(("record type", "needs", "fields"), _fields())


def _fields() -> Iterator[tuple[str, str, str]]:
    for record_type, families in columns.RECORD_FAMILIES.items():
        for family in families:
            fields, needed = columns.FAMILIES[family]
            needs = ", ".join(" / ".join(f"`{field}`" for field in group) for group in needed)
            yield f"`{record_type}`", needs, _codes(fields)


def error_tree() -> Iterator[str]:
    """Yield the page of errors: the tree as drawn, and what each means."""
    drawing = inspect.cleandoc(errors.__doc__ or "")
    first, _, rest = drawing.partition("\n\n")
    yield first
    yield f"```\n{rest}\n```"
    classes = (one for _, one in inspect.getmembers(errors, inspect.isclass) if one.__module__ == errors.__name__)
    yield _table(("error", "meaning"), ((f"`{one.__name__}`", _prose(inspect.getdoc(one) or "")) for one in classes))


def python() -> Iterator[str]:
    """Yield the page of public names, each with its signature and docstring."""
    yield _prose((clew.__doc__ or "").partition("\n\n")[0])
    yield f"```python\nfrom pathlib import Path\n\nimport clew\n\n{textwrap.dedent((clew.__doc__ or '').partition(chr(10) * 2)[2]).strip()}\n```"
    for name in clew.__all__:
        yield f"## {name}"
        thing = getattr(clew, name)
        if inspect.isclass(thing):
            yield _prose(inspect.getdoc(thing) or "")
            for method in _methods(thing):
                yield f"### {name}.{method.__name__}"
                yield from _described(method)
        else:
            yield from _described(thing)


def _methods(thing: type) -> list[Callable[..., object]]:
    """Return what a class defines itself and does not hide, in the order it stands in the file."""
    named = (getattr(thing, name) for name in vars(thing) if not name.startswith("_"))
    return [one for one in named if callable(one) and inspect.getdoc(one)]


def _described(function: Callable[..., object]) -> Iterator[str]:
    source = ast.parse(textwrap.dedent(inspect.getsource(inspect.unwrap(function)))).body[0]
    if isinstance(source, ast.FunctionDef):
        result = f" -> {ast.unparse(source.returns)}" if source.returns else ""
        yield f"```python\n{source.name}({ast.unparse(source.args)}){result}\n```"
    said = re.split(r"^(Args|Raises|Returns):\n", inspect.getdoc(function) or "", flags=re.MULTILINE)
    yield _prose(said[0])
    for heading, body in zip(said[1::2], said[2::2], strict=True):
        entries = re.split(r"\n(?=\w)", textwrap.dedent(body).strip())
        pairs = (entry.partition(": ") for entry in entries)
        yield f"{heading}:"
        yield _list(f"`{name}`: {_prose(text)}" for name, _, text in pairs)


def _stem(module: ModuleType) -> str:
    return module.__name__.rsplit(".", 1)[-1]


def _first(text: str | None) -> str:
    return _prose((text or "").strip().partition("\n\n")[0])


def _prose(text: str) -> str:
    """Return a text with the line breaks inside its paragraphs undone."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))


def _codes(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


def _list(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


def _table(head: tuple[str, ...], rows: Iterable[Iterable[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
