"""Draws how the work grows with the list, as an SVG for the docs: two axes on a logarithmic scale, two lines."""

from collections.abc import Sequence
from math import log10
from pathlib import Path

_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 640, 360, 70, 24, 170, 50


def draw(target: Path, rows: Sequence[tuple[int, float, float, float]]) -> None:
    """Write the picture of rows of (names, CPU ms a question by Clew, by brute force, CPU seconds to build)."""
    sizes = [row[0] for row in rows]
    values = [value for row in rows for value in row[1:3]]
    low, high = 10 ** (int(log10(min(values))) - 1), 10 ** (int(log10(max(values))) + 1)

    def x(size: float) -> float:
        share = (log10(size) - log10(sizes[0])) / (log10(sizes[-1]) - log10(sizes[0]))
        return _LEFT + share * (_WIDE - _LEFT - _RIGHT)

    def y(value: float) -> float:
        share = (log10(value) - log10(low)) / (log10(high) - log10(low))
        return _HIGH - _BOTTOM - share * (_HIGH - _TOP - _BOTTOM)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}" font-family="sans-serif" font-size="12" role="img">',
        "<title>CPU milliseconds for one name asked, by the number of names listed</title>",
        f'<rect width="{_WIDE}" height="{_HIGH}" fill="white"/>',
    ]
    value = low
    while value <= high * 1.01:
        out.append(f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{_LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:g} ms</text>')
        value *= 10
    out += [
        f'<text x="{x(size):.1f}" y="{_HIGH - _BOTTOM + 18}" text-anchor="middle">{size:,}</text>' for size in sizes
    ]
    out.append(f'<text x="{(_LEFT + _WIDE - _RIGHT) / 2}" y="{_HIGH - 10}" text-anchor="middle">names listed</text>')
    for column, colour, label in ((1, "#1b6ca8", "Clew"), (2, "#b5542b", "every name compared")):
        points = " ".join(f"{x(row[0]):.1f},{y(row[column]):.1f}" for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(row[0]):.1f}" cy="{y(row[column]):.1f}" r="3" fill="{colour}"/>' for row in rows]
        last = rows[-1]
        out.append(
            f'<text x="{x(last[0]) + 8:.1f}" y="{y(last[column]) + 4:.1f}" fill="{colour}">{label}: {last[column]:.2f} ms</text>'
        )
    target.write_text("\n".join([*out, "</svg>"]) + "\n", encoding="utf-8")
