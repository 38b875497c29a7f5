"""A finding and what its leaves are in; a confidence level out, with the rubric's lines that led to it.

Rubric C1-C6: confidence is the quality of the basis (sources, independence, assumptions), after Intelligence Community
Directive 203 (ODNI, 2015); the six lines are ours and stand in docs/why/threads.md. A line that
cannot be evaluated is said to be so and never counts as met: confidence is earned.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from clew.model.records import Check

LEAST_ORIGINS, LEAST_KINDS, LEAST_CHANNELS = 2, 2, 2  # that C1 asks for; two channels, or two kinds of record
NOT_PRIMARY = ("news", "statement", "mail", "unrecognised")


@dataclass(frozen=True, slots=True)
class Basis:
    """What the rubric looks at."""

    record_types: tuple[str, ...]  # of the claims in the support sets
    sources: int  # how many sources the support sets reach
    origins: int  # how many origins those sources have
    channels: int  # how many custody channels a person named for those sources
    retold: bool  # a required claim is a retelling
    level: str  # lowest identity level among the parties
    against: int  # leaves against
    reading: float  # lowest reading confidence among the claims


def rate(basis: Basis) -> tuple[str, tuple[Check, ...]]:
    """Return high, moderate or low, and the six lines that led to it."""
    checks = (
        _origins(basis),
        Check(
            "C2", not basis.retold, "rests on a retelling" if basis.retold else "every required element has a record"
        ),
        _identity(basis),
        _contradictions(basis),
        Check("C5", None, "no likelihood band is assessed, so its steadiness cannot be"),
        _reading(basis),
    )
    failing = sum(check.met is not True for check in checks)
    if failing == 0:
        return "high", checks
    needed = checks[0].met and checks[1].met and checks[2].met
    moderate = needed and sum(check.met is not True for check in checks[3:]) <= 1
    # C1 is met here in its lesser form only (one custody channel), C3 at I2 caps at moderate: never high for now.
    return ("moderate" if moderate else "low"), checks


def _origins(basis: Basis) -> Check:
    kinds = sorted({kind for kind in basis.record_types if kind not in NOT_PRIMARY})
    channel = "all by one custody channel" if basis.channels else "one custody channel is assumed, none is named"
    counted = f"{basis.sources} source(s) of {basis.origins} independent origin(s)"
    if basis.origins < LEAST_ORIGINS:
        return Check("C1", met=False, why=counted)
    if basis.channels >= LEAST_CHANNELS:
        return Check("C1", met=True, why=f"{counted}, by {basis.channels} custody channels")
    if len(kinds) >= LEAST_KINDS:
        return Check("C1", met=True, why=f"{counted} and {len(kinds)} record types; {channel}")
    only = kinds[0].replace("_", " ") if kinds else "no record"
    return Check("C1", met=False, why=f"{counted}, all of one record type ({only}); {channel}")


def _identity(basis: Basis) -> Check:
    if basis.level in ("I3", "I4"):
        return Check("C3", met=True, why=f"every party is identified at {basis.level}")
    if basis.level == "I2":
        return Check("C3", met=True, why="a party matches in one attribute beside the name (I2): moderate at most")
    return Check("C3", met=False, why=f"a party is known by name only ({basis.level})")


def _contradictions(basis: Basis) -> Check:
    if basis.against:
        return Check("C4", met=False, why=f"{basis.against} record(s) stand against it")
    return Check("C4", met=True, why="no record in the case stands against it")


def _reading(basis: Basis) -> Check:
    if basis.reading >= 0.9:
        return Check("C6", met=True, why="every quote was found, character for character, where it is cited")
    return Check("C6", met=False, why=f"a page was read with confidence {basis.reading:.2f} only")


def required_retelling(record_types: Sequence[str]) -> bool:
    """Say whether a support set has a claim that no record carries."""
    return any(kind in NOT_PRIMARY for kind in record_types)
