"""The questions of bench/names.py: names from the lists, changed in named ways; aliases taken out; innocents.

Entries are split by checksum: those of the odd half are asked about here; the shipped model saw names of the even half only.
The changes below were never shown to it.
"""

import csv
import json
import random
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow.parquet as pq
from lxml import etree
from rapidfuzz import fuzz, process

EACH = 320  # questions of each made class
KINDS = {"individual": "person", "vessel": "unknown", "aircraft": "unknown"}
HANDS = (
    ("kh", "h"), ("y", "i"), ("i", "y"), ("ou", "u"), ("u", "ou"), ("zh", "j"), ("j", "dj"), ("q", "k"), ("k", "q"), ("ph", "f"),
    ("sh", "sch"), ("ch", "tch"), ("ts", "tz"), ("v", "w"), ("w", "v"), ("ee", "i"), ("i", "ee"), ("o", "u"), ("u", "o"), ("e", "i"),
    ("x", "ks"), ("ya", "ia"), ("yu", "iu"), ("ss", "s"), ("mm", "m"), ("th", "t"), ("gh", "g"), ("dh", "d"), ("ai", "ay"), ("a", "e"),
)  # fmt: skip
LOOK_ALIKES = str.maketrans("AaBCcEeHKMOoPpTXxyi", "АаВСсЕеНКМОоРрТХхуі")
MIDDLES = [
    "Ahmed",
    "Ali",
    "Maria",
    "Jose",
    "Ivanovich",
    "Lee",
    "Hassan",
    "Juan",
    "Karim",
    "Sergeyevich",
    "Anne",
    "Michael",
    "Abdul",
    "Omar",
    "Luis",
]
FORMS = {
    "LTD": "Limited",
    "LLC": "OOO",
    "CO": "Company",
    "CORP": "Corporation",
    "INC": "Incorporated",
    "LIMITED": "Ltd.",
    "COMPANY": "Co.",
}
Names = dict[str, tuple[str, list[str]]]  # entry: kind and names


@dataclass
class Questions:
    """What is asked of what."""

    index: Names = field(default_factory=dict)
    asked: list[tuple[str, str, str, str]] = field(default_factory=list)  # class, name, kind, entry


def odd(key: str) -> bool:
    """Say whether an entry is of the half that may be asked about."""
    return zlib.crc32(f"split:{key}".encode()) % 2 == 1


def read_ofac(lists: Path) -> Names:
    """Return the entries of the SDN and the consolidated list with all their names."""
    found: Names = {}
    for primary, aliases in (
        ("ofac_sdn_2021-07.csv", ("ofac_alt_2021-07.csv", "ofac_alt_2025-12.csv")),
        ("ofac_cons_prim_2025-12.csv", ("ofac_cons_alt_2025-12.csv",)),
    ):
        for row in csv.reader((lists / primary).open(encoding="utf-8", errors="replace")):
            if len(row) == 12 and row[0].isdigit():
                found[row[0]] = (KINDS.get(row[2].strip(), "organization"), [row[1].strip()])
        for name in aliases:
            for row in csv.reader((lists / name).open(encoding="utf-8", errors="replace")):
                if len(row) == 5 and row[0] in found and row[3].strip() not in found[row[0]][1]:
                    found[row[0]][1].append(row[3].strip())
    return found


def read_un(lists: Path) -> tuple[Names, list[tuple[str, str]]]:
    """Return the UN list's Latin names, and (entry, name) in other scripts."""
    found: Names = {}
    native = []
    root = etree.parse(lists / "un_consolidated_2026-02.xml").getroot()
    for tag, kind in (("INDIVIDUAL", "person"), ("ENTITY", "organization")):
        for item in root.iter(tag):
            key = item.findtext("REFERENCE_NUMBER")
            if key is None:
                continue
            parts = [(item.findtext(f"{n}_NAME") or "").strip() for n in ("FIRST", "SECOND", "THIRD", "FOURTH")]
            names = [" ".join(filter(None, parts)), (item.findtext("NAME_ORIGINAL_SCRIPT") or "").strip()]
            names += [
                (alias.findtext("ALIAS_NAME") or "").strip()
                for alias in item.iter(f"{tag}_ALIAS")
                if (alias.findtext("QUALITY") or "").strip().lower() != "low"
            ]
            latin = [name for name in dict.fromkeys(names) if len(name) > 2 and _latin(name)]
            native += [
                (key, re.sub(r"\s*\(.*", "", name)) for name in dict.fromkeys(names) if name and not _latin(name)
            ]
            if latin:
                found[key] = (kind, latin)
    return found, native


def _latin(name: str) -> bool:
    return all(ord(char) < 0x250 or not char.isalpha() for char in name)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\s,]+", name)


def _given_first(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name


def _hands(name: str, chance: random.Random) -> str:
    text = name.lower()
    fitting = [rule for rule in HANDS if rule[0] in text]
    for old, new in chance.sample(fitting, min(len(fitting), chance.randint(1, 3))):
        places = [found.start() for found in re.finditer(old, text)]
        if places:
            place = chance.choice(places)
            text = text[:place] + new + text[place + len(old) :]
    return text


def _typos(name: str, chance: random.Random, count: int) -> str:
    text = list(name)
    for _ in range(count):
        place = chance.randrange(1, len(text) - 1)
        letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
        action = chance.randrange(4)
        if action == 0:
            text[place] = letter
        elif action == 1:
            text.insert(place, letter)
        elif action == 2 and len(text) > 4:
            del text[place]
        else:
            text[place], text[place - 1] = text[place - 1], text[place]
    return "".join(text)


def _reordered(name: str, chance: random.Random) -> str:
    words = _words(name)
    other = list(words)
    while other == words and len(set(words)) > 1:
        chance.shuffle(other)
    return " ".join(other)


def _without_middle(name: str, _: random.Random) -> str:
    words = _words(name)
    return f"{words[0]} {words[-1]}" if len(words) > 2 else ""


def _with_middle(name: str, chance: random.Random) -> str:
    words = _words(name)
    return " ".join([words[0], chance.choice(MIDDLES), *words[1:]])


def _initials(name: str, _: random.Random) -> str:
    words = _words(name)
    return " ".join([*(f"{word[0]}." for word in words[:-1]), words[-1]]) if len(words) > 1 else ""


def _joined(name: str, chance: random.Random) -> str:
    words = _words(name)
    if len(words) < 2:
        return ""
    place = chance.randrange(len(words) - 1)
    return " ".join([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])


def _homoglyphs(name: str, chance: random.Random) -> str:
    return "".join(char.translate(LOOK_ALIKES) if chance.random() < 0.4 else char for char in name)


def _form(name: str, chance: random.Random) -> str:
    words = _words(name)
    last = words[-1].strip(".").upper()
    if last in FORMS:
        return " ".join([*words[:-1], FORMS[last]])
    return f"{name} {chance.choice(['Ltd', 'LLC', 'GmbH', 'Inc.'])}"


def _fewer_words(name: str, chance: random.Random) -> str:
    words = _words(name)
    if len(words) < 3:
        return ""
    for _ in range(chance.randint(1, max(1, len(words) // 3))):
        del words[chance.randrange(1, len(words))]
    return " ".join(words)


Change = Callable[[str, random.Random], str]
CHANGES: dict[str, tuple[str, Change]] = {
    "transliterated": ("any", _hands),
    "transliterated, typo": ("any", lambda name, chance: _typos(_hands(name, chance), chance, 1)),
    "transliterated, reordered": ("person", lambda name, chance: _reordered(_hands(name, chance), chance)),
    "one typo": ("any", lambda name, chance: _typos(name, chance, 1)),
    "two typos": ("any", lambda name, chance: _typos(name, chance, 2)),
    "three typos": ("any", lambda name, chance: _typos(name, chance, 3)),
    "reordered": ("any", _reordered),
    "middle dropped": ("person", _without_middle),
    "middle added": ("person", _with_middle),
    "initials": ("person", _initials),
    "look-alike letters": ("any", _homoglyphs),
    "words joined": ("any", _joined),
    "legal form": ("organization", _form),
    "company words dropped": ("organization", _fewer_words),
}


def questions(data: Path, seed: int) -> Questions:
    """Return the index without the aliases asked about, and all questions with a true entry."""
    chance = random.Random(seed)
    made = Questions(read_ofac(data / "lists"))
    everywhere: dict[str, int] = {}
    for _, names in made.index.values():
        for name in names:
            everywhere[name.casefold()] = everywhere.get(name.casefold(), 0) + 1
    entries = [key for key in made.index if odd(key) and made.index[key][0] != "unknown"]
    chance.shuffle(entries)
    for key in entries[:2400]:
        kind, names = made.index[key]
        if len(names) > 1:
            alias = names[chance.randrange(1, len(names))]
            if everywhere[alias.casefold()] == 1 and len(alias) > 3:
                names.remove(alias)
                made.asked.append(("real variant", alias, kind, key))
    for label, (wanted, change) in CHANGES.items():
        chance.shuffle(entries)
        count = 0
        for key in entries:
            kind, names = made.index[key]
            if wanted not in ("any", kind) or count == EACH:
                continue
            name = _given_first(chance.choice(names)) if kind == "person" else chance.choice(names)
            changed = change(name, chance) if len(name) > 5 else ""
            if len(changed) > 3 and changed.casefold() not in everywhere and changed != name:
                made.asked.append((label, changed, kind, key))
                count += 1
    return made


def innocents(data: Path, listed: Names, *, with_un: bool = True) -> list[tuple[str, str]]:
    """Return names that no entry bears: UN entries not on the other list, invented people, legal names of the odd half."""
    chance = random.Random(1)
    found = []
    for name in ("validation_negatives_us.csv", "validation_negatives_global.csv"):
        rows = csv.DictReader((data / "names" / name).open(encoding="utf-8"))
        found += [(row["full_name"], "person") for row in rows if zlib.crc32(row["full_name"].encode()) % 2]
    legal = pq.read_table(data / "names" / "gleif_399k.parquet", columns=["name"])["name"].to_pylist()
    legal = [name for name in legal if zlib.crc32(name.encode()) % 2]
    found += [(name, "organization") for name in chance.sample(legal, 2000)]
    un, _ = read_un(data / "lists")
    for key in strangers(un, listed) if with_un else ():
        if odd(key):
            found += [(name, un[key][0]) for name in un[key][1]]
    return found


def strangers(entries: Names, listed: Names) -> list[str]:
    """Return the entries of which no name is near a name of the other list.

    Whoever is on both lists is no innocent; the lists do not say who is. By two measures that no system under test uses so,
    all are left out that may be: sorted letters from 75 of 100, or words of one within the other from 88.
    """
    theirs = [
        " ".join(sorted(_words(name.lower().replace("-", " ")))) for _, names in listed.values() for name in names
    ]
    kept = []
    for key, (_, names) in entries.items():
        mine = [" ".join(sorted(_words(name.lower().replace("-", " ")))) for name in names]
        if any(process.extractOne(text, theirs, scorer=fuzz.ratio, score_cutoff=75) for text in mine):
            continue
        if not any(process.extractOne(text, theirs, scorer=fuzz.token_set_ratio, score_cutoff=88) for text in mine):
            kept.append(key)
    return kept


def native_questions(data: Path) -> Questions:
    """Return UN names in other scripts, asked of the Latin names of the UN and OFAC lists; entries sharing a name are one."""
    un, native = read_un(data / "lists")
    merged: Names = {key: (kind, list(names)) for key, (kind, names) in un.items()}
    bearer = {" ".join(sorted(_words(name.lower()))): key for key, (_, names) in un.items() for name in names}
    for key, (kind, names) in read_ofac(data / "lists").items():
        shared = [bearer[text] for name in names if (text := " ".join(sorted(_words(name.lower())))) in bearer]
        if shared:
            merged[shared[0]][1].extend(names)
        else:
            merged[f"ofac-{key}"] = (kind, names)
    made = Questions(merged)
    for key, name in native:
        if key in merged and odd(key):
            script = (
                "Arabic"
                if any("\u0600" <= char < "\u0700" for char in name)
                else "Cyrillic"
                if any("\u0400" <= char < "\u0530" for char in name)
                else "Chinese"
            )
            made.asked.append((f"native {script}", name, merged[key][0], key))
    return made


def labelled_pairs(data: Path) -> dict[str, list[tuple[str, str, list[str], bool]]]:
    """Return name_bench and entity_bench: schema, name, names, same or not."""
    import yaml  # noqa: PLC0415 - a development package

    rows = csv.DictReader((data / "names" / "name_bench_cases.csv").open(encoding="utf-8"))
    pairs = [(row["schema"], row["name1"], [row["name2"]], row["is_match"] == "true") for row in rows]
    checks = yaml.safe_load((data / "names" / "entity_bench_checks.yml").read_text(encoding="utf-8"))["checks"]
    found = []
    for check in checks:
        left, right = check["query"].get("name"), check["candidate"].get("name")
        names = right if isinstance(right, list) else [right]
        lefts = left if isinstance(left, list) else [left]
        if lefts[0] and names[0]:
            found.append((check["schema"], str(lefts[0]), [str(name) for name in names], bool(check["match"])))
    return {"name_bench": pairs, "entity_bench": found}


def dump(
    path: Path, made: Questions, extra: list[tuple[str, str]], pairs: list[tuple[str, str, list[str], bool]]
) -> None:
    """Write what nomenklatura is asked."""
    index = [[key, kind, names] for key, (kind, names) in made.index.items()]
    asked = [[name, kind] for _, name, kind, _ in made.asked] + [list(pair) for pair in extra]
    pairs_ = [[schema, left, right] for schema, left, right, _ in pairs]
    path.write_text(json.dumps({"index": index, "queries": asked, "pairs": pairs_}), encoding="utf-8")
