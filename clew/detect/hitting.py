"""The fewest visits that explain all presences: stretches of presence and of absence in; the number out.

Proven absences cut time into gaps. A presence may be met in any gap that it touches, and one visit fills one gap at most.
So the fewest visits are the fewest gaps that meet every presence, which the greedy choice by right end finds exactly
(stabbing of intervals). It equals the most presences of which each two are kept apart by an absence: that is the
certificate. Source: Gavril, 1972 (see patterns/visits.py).
"""

from bisect import bisect_right
from collections.abc import Sequence

Stretch = tuple[int, int]  # first and last moment, both included, in any unit that orders them


def gaps_touched(presence: Stretch, absences: Sequence[Stretch]) -> Stretch | None:
    """Return the first and the last gap that a presence touches; None where absences cover all of it.

    Args:
        presence: from when to when.
        absences: disjoint and in order; gap 0 lies before the first, gap n after the n-th.
    """
    starts = [start for start, _ in absences]
    begun = bisect_right(starts, presence[0])
    ended = bisect_right(starts, presence[1])
    inside = ended > 0 and absences[ended - 1][1] >= presence[1]
    first, last = begun, ended - 1 if inside else ended
    return (first, last) if first <= last else None


def fewest_visits(gaps: Sequence[Stretch]) -> int:
    """Return the least number of gaps that meets every presence, each given by the gaps it touches."""
    count, met = 0, -1
    for first, last in sorted(gaps, key=lambda gap: gap[1]):
        if first > met:
            count, met = count + 1, last
    return count


def merged(absences: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return absences in order, those that touch or overlap made one."""
    out: list[Stretch] = []
    for start, stop in sorted(absences):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], stop))
        else:
            out.append((start, stop))
    return tuple(out)


def count_visits(presences: Sequence[Stretch], absences: Sequence[Stretch]) -> tuple[int, tuple[int, ...]]:
    """Return the fewest visits, and the indexes of presences that an absence covers whole: contradictions."""
    apart = merged(absences)
    touched = [gaps_touched(presence, apart) for presence in presences]
    contradictions = tuple(index for index, gaps in enumerate(touched) if gaps is None)
    return fewest_visits([gaps for gaps in touched if gaps is not None]), contradictions
