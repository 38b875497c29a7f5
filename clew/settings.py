"""Every setting: name, default, unit, help. The manual page is made from this file, and nothing else reads defaults."""

from dataclasses import dataclass

from clew.model.errors import BadSetting

Value = int | float | str | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing a user may set for a case, with `clew run CASE --set NAME=VALUE`; it is kept with the case."""

    name: str
    default: Value
    unit: str
    help: str
    choices: tuple[str, ...] = ()


SETTINGS = (
    Setting("visits_at_least", 2, "visits", "F01 speaks only of people with at least this many provable visits."),
    Setting(
        "visits_of",
        "named",
        "",
        "Whom F01 speaks of: people whom a document other than passenger records names, or all travellers.",
        ("named", "all"),
    ),
    Setting("chain_within_days", 120, "days", "F05: longest time between the two bills of one chain."),
    Setting("chain_ratio_low", 0.8, "quantity out / in", "F05: smallest share of the goods that must go on."),
    Setting("chain_ratio_high", 1.05, "quantity out / in", "F05: largest share of the goods that may go on."),
    Setting("chain_hops", 4, "bills", "F05: longest chain of bills that is followed."),
    Setting(
        "chain_ends",
        "listed",
        "",
        "F05 speaks of chains that reach a listed party, or of all chains.",
        ("listed", "all"),
    ),
    Setting(
        "shared_by_most",
        20,
        "other parties",
        "F16: an address, contact or director that more other parties of the case have is too common to speak of.",
    ),
    Setting("supports_most", 64, "sets", "How many support sets a finding lists before it says that there are more."),
    Setting("read_most_mb", 200, "MB", "Largest file that is read; a larger one is skipped, and the ledger says so."),
    Setting(
        "read_expanded_mb",
        200,
        "MB",
        "How much may come out of all that is packed in one file, archives in it included.",
    ),
    Setting("read_entries", 2_000, "files", "How many files may be taken from inside one file that was handed in."),
    Setting("read_depth", 4, "files", "How deep a file may lie in files in files; what lies deeper is not read."),
    Setting(
        "read_cpu_seconds",
        60,
        "s",
        "CPU time a reader may take for a file, or for a page where it reads letters off it.",
    ),
    Setting("read_memory_mb", 2_048, "MB", "Memory a process that reads may hold; past it the file is given up."),
    Setting("read_page_mp", 50, "megapixels", "Largest image that is opened, and largest size a page is drawn at."),
    Setting("read_pages", 10_000, "pages", "How many pages of one document are read."),
    Setting(
        "read_workers", 0, "processes", "How many files are read at a time; 0 is as many as the machine has cores."
    ),
    Setting(
        "extract_workers",
        0,
        "processes",
        "How many documents claims are extracted from at a time; 0 is as many as the machine has cores, 1 is in the run itself.",
    ),
    Setting(
        "extract_cpu_seconds",
        120,
        "s",
        "CPU time that the extraction of one document may take; past it there is a gap.",
    ),
    Setting("engine_memory_mb", 1024, "MB", "Memory the query engine may use before it spills to disk."),
    Setting("engine_threads", 2, "threads", "Threads the query engine may use."),
)

_BY_NAME = {setting.name: setting for setting in SETTINGS}


def default(name: str) -> Value:
    """Return the default of a setting.

    Raises:
        BadSetting: no setting has this name.
    """
    return _find(name).default


def read_setting(name: str, text: str) -> Value:
    """Turn what a user typed into the value of a setting, of the same type as its default.

    Raises:
        BadSetting: no setting has this name, or it cannot take this value.
    """
    setting = _find(name)
    if setting.choices and text not in setting.choices:
        raise BadSetting(f"setting {name}: {text!r}; possible: {', '.join(setting.choices)}")
    kind = type(setting.default)
    try:
        value: Value = kind(text)
    except ValueError:
        raise BadSetting(f"setting {name}: expected {kind.__name__}, found {text!r}") from None
    if isinstance(value, int | float) and not isinstance(value, bool) and value < 0:
        raise BadSetting(f"setting {name}: {text} is below 0")
    return value


def _find(name: str) -> Setting:
    if name not in _BY_NAME:
        raise BadSetting(f"unknown setting {name!r}; known settings: {', '.join(sorted(_BY_NAME))}")
    return _BY_NAME[name]
