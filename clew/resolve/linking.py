"""Record-like data linked at size: the names of a case with what records print beside them in, pairs and their model out.

In: the names of records (and any name with an identifier, a contact, an address or an employer), one record for each name of
each source. Out: `pairings`, which the next resolving lists among the candidates, and `linkings`: the model of each run with
its weights. Nothing is joined: a person judges.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clew.model.errors import BadModel
from clew.model.ids import content_id
from clew.model.keys import address_key, contact_key
from clew.model.names import fold
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.naming.vocabulary import shares_of
from clew.resolve import stage
from clew.resolve.anchors import RECORDS, values_of
from clew.resolve.likeness import BORN, LEAST, NAME, OTHER, RAREST, Fields, Likeness, alike
from clew.store.case import Case, now, whoami
from clew.store.rows import Row

KINDS = ("person", "organization")

NAMES = """select a.id, a.kind, a.text, a.identifiers, bool_or(m.record_type in (select unnest($records))) as in_record
           from anchors a join members b on b.anchor = a.id join mentions m on m.id = b.mention
           where a.kind in ('person', 'organization')
           group by all order by a.id"""
# What a record states; not what is believed, denied, or proposed by a model.
BESIDE = """select b.anchor, c.predicate, c.object, c.qualifiers
            from claims c join members b on b.mention = c.subject_mention
            where c.predicate in ('has_address', 'has_contact', 'employee_of', 'director_of')
                  and c.polarity = 'affirmed' and c.stance in ('record_states', 'party_says')
                  and (c.status = 'accepted' or (c.status = 'proposed' and not starts_with(c.method, 'model:')))
            order by c.id"""
ADD = """insert into linkings (id, kind, records, pairs, taught, notes, model, made_by, made_at)
         values ($id, $kind, $records, $pairs, $taught, $notes, $model, $by, $at)"""
ENTITY_OF = "select id, entity from anchors"
LATEST = "select kind, model from linkings where seq in (select max(seq) from linkings group by kind) order by kind"

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking the records of one kind came to."""

    kind: str
    records: int
    pairs: int  # of names that are not one party already
    taught: bool  # whether the weights were learned from these records
    notes: tuple[str, ...]


def link(
    case: Case,
    *,
    models: Mapping[str, Mapping[str, Any]] | None = None,
    least: float = LEAST,
    on_progress: Progress = lambda *_: None,
) -> tuple[Linked, ...]:
    """Compare the records of a case field by field, keep the pairs that may be one party's, and resolve anew.

    Args:
        case: an open case that has been run.
        models: by kind (person, organization), the model of an earlier run or another case, taken as it is.
        least: weight from which a pair waits for a judgement.
        on_progress: called with done, total and the kind at hand.

    Raises:
        MissingExtra: Splink is not installed.
        BadModel: a model cannot be used.
    """
    found: list[tuple[Linked, Likeness]] = []
    pairings: list[Row] = []
    with case.writing():
        gathered = _records(case)
        entity_of = {row["id"]: row["entity"] for row in case.query(ENTITY_OF)}
        for number, kind in enumerate(KINDS):
            on_progress(number, len(KINDS), kind)
            records, texts = gathered[kind]
            if len(records) < 2:
                continue
            likeness = alike(records, model=(models or {}).get(kind), least=least)
            new = [pair for pair in likeness.pairs if entity_of[pair.left] != entity_of[pair.right]]
            found.append((Linked(kind, len(records), len(new), likeness.taught, likeness.notes), likeness))
            pairings += [
                {
                    "id": content_id("p", sorted((pair.left, pair.right))),
                    "left_anchor": pair.left,
                    "right_anchor": pair.right,
                    "left_name": texts[pair.left],
                    "right_name": texts[pair.right],
                    "weight": pair.weight,
                    "steps": [{"field": field, "weight": weight} for field, weight in pair.steps],
                }
                for pair in new
            ]
        _keep(case, found, pairings)
        stage.run(case)
    return tuple(linked for linked, _ in found)


def kept_models(case: Case) -> dict[str, Any]:
    """Return the model of each kind as last learned or used, by kind: Splink's settings with the weights."""
    return {row["kind"]: json.loads(row["model"]) for row in case.ledger(LATEST)}


def read_models(text: str) -> dict[str, Any]:
    """Return the models that a file holds, as `kept_models` gives them.

    Raises:
        BadModel: it is no JSON, or names another kind.
    """
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BadModel(f"a file of models: expected JSON, found {error}") from None
    if (
        not isinstance(found, dict)
        or not found.keys() <= set(KINDS)
        or not all(isinstance(x, dict) for x in found.values())
    ):
        raise BadModel(f"a file of models: expected models by kind ({', '.join(KINDS)})")
    return found


def _keep(case: Case, found: Sequence[tuple[Linked, Likeness]], pairings: list[Row]) -> None:
    at, by = now(), whoami()
    with case.batch() as batch:
        batch.replace("pairings", pairings)
        for linked, likeness in found:
            batch.execute(
                "linkings",
                ADD,
                id=content_id("n", [linked.kind, at, by]),
                kind=linked.kind,
                records=linked.records,
                pairs=linked.pairs,
                taught=int(linked.taught),
                notes=json.dumps(linked.notes, ensure_ascii=False),
                model=json.dumps(likeness.model, ensure_ascii=False),
                by=by,
                at=at,
            )
            batch.log("link", linked.kind, f"{linked.records} records, {linked.pairs} pairs")


def _records(case: Case) -> dict[str, tuple[list[Fields], dict[str, str]]]:
    """Return, by kind, the records and how each name is written."""
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in case.query(BESIDE):
        beside[row["anchor"]] += _beside(row)
    gathered: dict[str, tuple[list[Fields], dict[str, str]]] = {kind: ([], {}) for kind in KINDS}
    for row in case.query(NAMES, records=sorted(RECORDS)):
        identifiers = tuple((pair["type"], pair["value"]) for pair in row["identifiers"])
        printed = [(type_, min(values)) for type_, values in values_of(identifiers).items()]
        attributes = dict(_most_often([*beside[row["id"]], *printed]))
        words = fold(row["text"], row["kind"]).latin.split()
        if words and (attributes or row["in_record"]):
            records, texts = gathered[row["kind"]]
            rarest, other = _rarest(words, row["kind"])
            named = {"id": row["id"], NAME: " ".join(sorted(words)), RAREST: rarest, OTHER: other}
            records.append(named | attributes)
            texts[row["id"]] = row["text"]
    return gathered


def _beside(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    text = row["object"]
    if row["predicate"] == "has_address":
        yield "address", address_key(text)
    elif row["predicate"] == "has_contact":
        yield "mail" if "@" in text else "telephone", contact_key(text)
    else:
        yield "employer", fold(text, "organization").key


def _most_often(attributes: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield one value of each attribute: the one printed most often, of those the smallest."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for field, value in attributes:
        if value and field in (BORN, *STRONG_IDENTIFIERS, "address", "mail", "telephone", "employer"):
            counts[field][value] += 1
    for field, values in counts.items():
        yield field, min(values, key=lambda value: (-values[value], value))


def _rarest(words: Sequence[str], kind: str) -> tuple[str, str | None]:
    """Return the rarest word of a name, and the next where there is one."""
    long = sorted({word for word in words if len(word) > 1} or set(words))
    first, *rest = (word for _, word in sorted(zip(shares_of(long, kind).tolist(), long, strict=True)))
    return first, rest[0] if rest else None
