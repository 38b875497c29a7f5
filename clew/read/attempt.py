"""The bytes of one file go in; what became of it comes out: its reading, and what the ledger says of it."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from types import ModuleType

from clew.crew import guards
from clew.model.errors import UnreadableFile
from clew.model.ids import content_id
from clew.model.shelf import versions_on_shelf
from clew.model.source import Child, Reading
from clew.read.means import Means
from clew.read.naming import mismatch
from clew.read.recognise import recognise

LONGEST_REASON = 500  # characters
MOST_NOTES = 200  # warnings, and as many steps tried: a hostile file may have a million links


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the ledger says of a file that a reader was given."""

    media_type: str
    method: str  # reader and version
    status: str  # read, partly, failed, skipped
    reason: str
    pages: int = 0
    warnings: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()
    seconds: float = 0.0

    def as_json(self) -> str:
        """Return it as a text that `from_json` takes back; no object travels from a process that reads hostile files."""
        return json.dumps({name: getattr(self, name) for name in self.__slots__})

    @classmethod
    def from_json(cls, text: str) -> "Outcome":
        """Return the outcome that a reading process wrote."""
        said = json.loads(text)
        return cls(**{**said, "warnings": tuple(said["warnings"]), "tried": tuple(said["tried"])})


def attempt(
    data: bytes, name: str, means: Means, *, tell: Callable[[str], None] = lambda _: None
) -> tuple[Outcome, Reading | None]:
    """Read one file; whatever a library throws at a hostile one becomes a reason in words.

    Args:
        data: the file.
        name: what it goes by.
        means: what the reader may use.
        tell: called with the media type before the reader begins.
    """
    began = time.process_time()
    guards.refused.clear()
    reader: ModuleType | None = None
    media_type, reading = "", None
    try:
        reader, media_type = recognise(data, name)
        tell(media_type)
        if reader is not None:
            reading = _within(reader.read(data, media_type, means), means)
        status, reason = _fate(data, media_type, reading)
    except UnreadableFile as error:
        status, reason = "failed", str(error)
    except (MemoryError, RecursionError) as error:
        status, reason = "failed", _exhausted(error, means)
    except Exception as error:  # noqa: BLE001 - whatever a library throws at a hostile file, the run goes on
        status, reason = "failed", f"the reader failed: {type(error).__name__}: {error}"
    method = method_of(reader) if reader is not None else no_reader()
    seconds = round(time.process_time() - began, 3)
    told = _told(data, name, media_type) if status != "skipped" else ()
    if reading is None:
        return Outcome(media_type, method, status, _short(reason), warnings=told, seconds=seconds), None
    warnings, tried = _bounded((*told, *reading.warnings)), _bounded(reading.tried)
    pages = len(reading.pages)
    return Outcome(media_type, method, status, _short(reason), pages, warnings, tried, seconds), reading


def _fate(data: bytes, media_type: str, reading: Reading | None) -> tuple[str, str]:
    if reading is None:
        return ("failed", f"no reader for {media_type}") if data else ("skipped", "the file is empty")
    return ("partly", "; ".join(reading.missed)) if reading.missed else ("read", "")


def _exhausted(error: BaseException, means: Means) -> str:
    if isinstance(error, RecursionError):
        return "the reader was stopped: the file is nested too deeply"
    return f"the reader was stopped: more than {means.limits.memory_mb:,} MB of memory (setting read_memory_mb)"


def _within(reading: Reading, means: Means) -> Reading:
    """Hold a reader to the limits it was given, should it not have held itself."""
    kept: list[Child] = []
    left = means.limits.expanded_bytes
    for child in reading.children:
        left -= len(child.data)
        if left < 0 or len(kept) == means.limits.entries:
            break
        kept.append(child)
    if len(kept) == len(reading.children):
        return reading
    said = f"{len(reading.children) - len(kept)} files inside it were left: past the limits of {means.limits.entries} files"
    missed = (*reading.missed, f"{said} and {means.limits.expanded_mb} MB")
    return replace(reading, children=tuple(kept), missed=missed)


def _told(data: bytes, name: str, media_type: str) -> tuple[str, ...]:
    """Return what is worth knowing that no reader says: a name that lies, and what was asked for and refused."""
    lies = mismatch(name, media_type) if data else ""
    asked = sorted(set(guards.refused))
    said = f"reading it asked for what is refused to every file: {', '.join(asked)}" if asked else ""
    return tuple(filter(None, (lies, said)))


def _bounded(notes: tuple[str, ...]) -> tuple[str, ...]:
    more = len(notes) - MOST_NOTES
    kept = tuple(_short(note) for note in notes[:MOST_NOTES])
    return (*kept, f"and {more} more") if more > 0 else kept


def _short(text: str) -> str:
    plain = text.encode("utf-8", "replace").decode()
    return plain if len(plain) <= LONGEST_REASON else f"{plain[: LONGEST_REASON - 1]}…"


def method_of(reader: object) -> str:
    """Return a reader's name and version as the ledger has it: pdf@1."""
    name: str = reader.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
    return f"{name}@{reader.VERSION}"  # type: ignore[attr-defined]


@cache
def methods() -> tuple[str, ...]:
    """Return the name and version of every reader there is."""
    return tuple(f"{name}@{version}" for name, version in versions_on_shelf("clew.read.readers"))


@cache
def no_reader() -> str:
    """Return what stands for "none of the readers there are"; it changes when one is added or mended."""
    return f"none@{content_id('s', sorted(methods()))}"
