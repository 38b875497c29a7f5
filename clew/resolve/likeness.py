"""Records compared field by field with weights learned from the records themselves, by Splink on the embedded engine.

In: rows of one kind, each with a name and what is printed with it. Out: pairs with a match weight, what each field adds to it,
and the model with its weights as JSON. No pair is joined here or by what comes of it: it is a reason to look.

Method: Fellegi and Sunter, A Theory for Record Linkage, JASA 64, 1969, as carried out by Splink 5 (Linacre et al., IJPDS 7(1),
2022): a field's weight is the binary logarithm of how much more often it agrees so in one party's records than in strangers'.
The u-probabilities are counted on random pairs, the m-probabilities estimated by expectation maximisation.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from clew.model.errors import BadModel, MissingExtra
from clew.model.vocabulary import STRONG_IDENTIFIERS
from clew.store.linker import MISSING, linker

if TYPE_CHECKING:
    from splink import Linker

LEAST = 0.0  # weight from which a pair is listed: what agrees outweighs what differs and how rare matches are
TRAINED_FROM = 200  # records; fewer teach no weights, and those set by hand stand
BLOCK_MOST = 1_000  # records that share a value; with more, the value is not what pairs are looked for by
PAIRS_MOST = 100_000  # listed of one kind, the heaviest first
_SEED = 1
_SAMPLED = 1_000_000  # random pairs, on which u is counted
_TAUGHT_BY = 30  # pairs that a value brings together; fewer teach no m
_FOUND = 0.7  # share of true pairs that agree in two telling fields, by hand: it sets how rare matches are
_GROUP_MOST = 100  # records that agree in two fields, of which the pairs are counted
NAME, RAREST, OTHER, BORN = "name", "rarest_word", "other_word", "birth_date"
ATTRIBUTES = (BORN, *STRONG_IDENTIFIERS, "telephone", "mail", "address", "employer")
# By hand, until records teach better: how often a field agrees so in one party's records, and in two strangers'.
_BY_HAND = {
    NAME: ((0.6, 0.001), (0.25, 0.002), (0.1, 0.01), (0.05, 0.987)),
    BORN: ((0.85, 0.0001), (0.08, 0.002), (0.07, 0.9979)),
    "address": ((0.5, 0.002), (0.5, 0.998)),
    "employer": ((0.6, 0.01), (0.4, 0.99)),
}
_ANY = ((0.8, 0.001), (0.2, 0.999))
_BY_ALIKE = (0.94, 0.85)  # Jaro-Winkler similarities of names, words sorted

Fields = Mapping[str, str | None]
"""One record: `id`, `name` (Latin, words sorted), `rarest_word` and `other_word`, the two rarest of it, and those of `ATTRIBUTES` that are printed with it."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one party's."""

    left: str
    right: str
    weight: float  # binary logarithm of the odds, how rare matches are included
    steps: tuple[tuple[str, float], ...]  # what each field adds; "rarity of matches" is where it starts


@dataclass(frozen=True, slots=True)
class Likeness:
    """What the records of one kind came to."""

    pairs: tuple[Pair, ...]
    model: Mapping[str, Any]  # Splink's settings with the weights
    taught: bool  # whether the weights were learned from these records
    notes: tuple[str, ...]  # what was left out, in words


def alike(records: Sequence[Fields], *, model: Mapping[str, Any] | None = None, least: float = LEAST) -> Likeness:
    """Return the pairs of records that may be one party's, the heaviest first.

    Args:
        records: of one kind.
        model: settings with weights from an earlier run, taken as they are; without, they are learned here.
        least: weight from which a pair is returned.

    Raises:
        MissingExtra: Splink is not installed.
        BadModel: the model is none of Splink's, or compares what these records do not have.
    """
    rows, notes = _blocked([*records])
    with linker(_columns(rows), rows, model or _settings(rows)) as opened:
        taught = model is None and len(rows) >= TRAINED_FROM
        if taught:
            _teach(opened, rows)
        found = _predicted(opened, least, given=model is not None)
        total = len(found)
        heaviest = found.order("match_weight desc, unique_id_l, unique_id_r").limit(PAIRS_MOST)
        pairs = tuple(_pair(row) for row in heaviest.to_arrow_table().to_pylist())
        saved = opened.misc.save_model_to_json()
    if total > PAIRS_MOST:
        notes.append(f"{total:,} pairs are alike; the {PAIRS_MOST:,} heaviest are kept")
    if model is None and not taught:
        notes.append(f"fewer than {TRAINED_FROM} records: the weights are those set by hand")
    return Likeness(pairs, json.loads(json.dumps(saved)), taught, tuple(notes))


def _predicted(opened: "Linker", least: float, *, given: bool) -> Any:
    try:
        return opened.inference.predict(threshold_match_weight=least).as_duckdbpyrelation()
    except Exception as error:
        if not given:
            raise
        said = str(error).split("Error was:")[-1].strip().splitlines()
        raise BadModel(
            f"the model of likeness does not fit these records: {said[0] if said else 'no reason given'}"
        ) from error


def _columns(rows: Iterable[Mapping[str, str | None]]) -> list[str]:
    filled = {name for row in rows for name, value in row.items() if value}
    return ["unique_id", NAME, RAREST, OTHER, *(name for name in ATTRIBUTES if name in filled)]


def _blocked(records: list[Fields]) -> tuple[list[dict[str, str | None]], list[str]]:
    """Return the records as rows, without the words that too many share to look for pairs by, and which those are."""
    many: dict[str, set[str]] = {}
    for place in (RAREST, OTHER):
        often = Counter(record.get(place) or "" for record in records)
        many[place] = {word for word, count in often.items() if word and count > BLOCK_MOST}
    rows: list[dict[str, str | None]] = []
    for record in records:
        row = {name: value or None for name, value in record.items() if name != "id"}
        row |= {place: None if row.get(place) in many[place] else row.get(place) for place in many}
        rows.append({"unique_id": record["id"], **row})
    said = f"more than {BLOCK_MOST:,} records share '{{}}': they are paired by other fields only"
    return rows, [said.format(word) for word in sorted(many[RAREST])]


def _settings(rows: Sequence[Mapping[str, str | None]]) -> Any:
    try:
        import splink.comparison_level_library as levels  # noqa: PLC0415 -- an extra
        from splink import SettingsCreator, block_on  # noqa: PLC0415 -- as above
        from splink.comparison_library import CustomComparison  # noqa: PLC0415 -- as above
    except ImportError:
        raise MissingExtra(MISSING) from None
    compared = [name for name in _columns(rows) if name not in ("unique_id", RAREST, OTHER)]
    comparisons: list[Any] = []
    for field in compared:
        steps: list[Any] = [levels.ExactMatchLevel(field, term_frequency_adjustments=field == NAME)]
        if field == NAME:
            steps += [levels.JaroWinklerLevel(field, least) for least in _BY_ALIKE]
        elif field == BORN:
            steps.append(levels.LevenshteinLevel(field, 1))
        steps.append(levels.ElseLevel())
        for step, (m, u) in zip(steps, _BY_HAND.get(field, _ANY), strict=True):
            step.configure(m_probability=m, u_probability=u)
        comparisons.append(
            CustomComparison(output_column_name=field, comparison_levels=[levels.NullLevel(field), *steps])
        )
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[
            block_on(field)
            for field in (RAREST, OTHER, *_looked_for_by(rows, [field for field in compared if field != NAME]))
        ],
        probability_two_random_records_match=_rarity(rows),
        retain_intermediate_calculation_columns=True,
        retain_matching_columns=False,
        linker_uid="clew",
    )


def _looked_for_by(rows: Sequence[Mapping[str, str | None]], fields: Iterable[str]) -> Iterator[str]:
    """Yield the fields of which no value is shared by too many."""
    for field in fields:
        often = Counter(row.get(field) for row in rows if row.get(field))
        if max(often.values(), default=0) <= BLOCK_MOST:
            yield field


def _rarity(rows: Sequence[Mapping[str, str | None]]) -> float:
    """Return how likely two records drawn blindly are one party's: from pairs that agree in two telling fields."""
    sure: set[tuple[int, int]] = set()
    for two in combinations((NAME, BORN, *STRONG_IDENTIFIERS, "telephone", "mail"), 2):
        groups: dict[tuple[str, str], list[int]] = {}
        for number, row in enumerate(rows):
            values = row.get(two[0]), row.get(two[1])
            if values[0] and values[1]:
                groups.setdefault((values[0], values[1]), []).append(number)
        sure.update(pair for group in groups.values() for pair in combinations(group[:_GROUP_MOST], 2))
    pairs = max(len(rows) * (len(rows) - 1) / 2, 1)
    return min(max(len(sure), 1) / _FOUND / pairs, 0.1)


def _teach(opened: "Linker", rows: Sequence[Mapping[str, str | None]]) -> None:
    from splink import block_on  # noqa: PLC0415 -- an extra that most users do not install

    opened.training.estimate_u_using_random_sampling(max_pairs=_SAMPLED, seed=_SEED)
    for field in (BORN, "telephone", "mail", RAREST, "address"):
        often = Counter(row.get(field) for row in rows if row.get(field))
        if _TAUGHT_BY <= sum(count * (count - 1) // 2 for count in often.values()) <= 50 * _SAMPLED:
            opened.training.estimate_parameters_using_expectation_maximisation(
                block_on(field), fix_probability_two_random_records_match=True
            )


def _pair(row: Mapping[str, Any]) -> Pair:
    steps: dict[str, float] = {}
    for column, value in row.items():
        if column.startswith("mw_") and value:
            field = column.removeprefix("mw_").removeprefix("tf_adj_")
            steps[field] = steps.get(field, 0.0) + float(value)
    weight = float(row["match_weight"])
    start = ("rarity of matches", round(weight - sum(steps.values()), 1))
    told = sorted(((field, round(value, 1)) for field, value in steps.items()), key=lambda step: (-step[1], step[0]))
    return Pair(row["unique_id_l"], row["unique_id_r"], round(weight, 1), (start, *told))
