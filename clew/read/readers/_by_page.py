"""What was missed on each page goes in; one remark for all pages of which the same is to be said comes out."""

from collections.abc import Iterable, Iterator

_RUNS = 10  # of pages, named one by one; the rest is counted


def by_page(missed: Iterable[tuple[int, str]]) -> list[str]:
    """Return each reason once, with the pages it holds for: a document of 10,000 blank pages is told in one line.

    Args:
        missed: page, 1-based and rising, and the reason in words.
    """
    pages: dict[str, list[int]] = {}
    for number, why in missed:
        pages.setdefault(why, []).append(number)
    return [f"{_named(numbers)}: {why}" for why, numbers in pages.items()]


def _named(numbers: list[int]) -> str:
    runs = list(_runs(numbers))
    told = ", ".join(str(start) if start == stop else f"{start}-{stop}" for start, stop in runs[:_RUNS])
    more = sum(stop - start + 1 for start, stop in runs[_RUNS:])
    return f"page{'s' if len(numbers) > 1 else ''} {told}{f' and {more} more' if more else ''}"


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of pages that follow each other, each as its first and its last."""
    start = stop = numbers[0]
    for number in numbers[1:]:
        if number > stop + 1:
            yield start, stop
            start = number
        stop = number
    yield start, stop
