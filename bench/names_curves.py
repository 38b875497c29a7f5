"""Draws how the work grows, as an SVG for the docs: panels side by side, both axes on a logarithmic scale."""

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10
from pathlib import Path

_WIDE, _HIGH, _LEFT, _TOP, _RIGHT, _BOTTOM = 560, 340, 74, 40, 150, 50
_COLOURS = ("#1b6ca8", "#b5542b", "#3d7a3d")

Line = Sequence[tuple[float, float]]  # (names, CPU ms)
Panel = tuple[str, str, Mapping[str, Line]]  # title, what goes along, lines by label


def draw(target: Path, panels: Sequence[Panel]) -> None:
    """Write the picture."""
    wide = _WIDE * len(panels)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {_HIGH}" font-family="sans-serif" font-size="12" role="img">',
        f"<title>{'; '.join(title for title, _, _ in panels)}</title>",
        f'<rect width="{wide}" height="{_HIGH}" fill="white"/>',
    ]
    for number, panel in enumerate(panels):
        out += [f'<g transform="translate({number * _WIDE} 0)">', *_panel(panel), "</g>"]
    target.write_text("\n".join([*out, "</svg>"]) + "\n", encoding="utf-8")


def _panel(panel: Panel) -> list[str]:
    title, along, lines = panel
    points = [point for line in lines.values() for point in line]
    sizes = sorted({size for size, _ in points})
    low, high = (
        10.0**edge for edge in (floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points))))
    )

    def x(size: float) -> float:
        share = (log10(size) - log10(sizes[0])) / (log10(sizes[-1]) - log10(sizes[0]))
        return _LEFT + share * (_WIDE - _LEFT - _RIGHT)

    def y(value: float) -> float:
        share = (log10(value) - log10(low)) / (log10(high) - log10(low))
        return _HIGH - _BOTTOM - share * (_HIGH - _TOP - _BOTTOM)

    out = [f'<text x="{_LEFT}" y="20" font-weight="bold">{title}</text>']
    value = low
    while value <= high * 1.01:
        out.append(f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{_LEFT - 8}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,g} ms</text>')
        value *= 10
    foot = _HIGH - _BOTTOM + 18
    out += [f'<text x="{x(size):.1f}" y="{foot}" text-anchor="middle">{size:,g}</text>' for size in sizes]
    out.append(f'<text x="{(_LEFT + _WIDE - _RIGHT) / 2}" y="{_HIGH - 10}" text-anchor="middle">{along}</text>')
    for colour, (label, line) in zip(_COLOURS, lines.items(), strict=False):
        path = " ".join(f"{x(size):.1f},{y(ms):.1f}" for size, ms in line)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(size):.1f}" cy="{y(ms):.1f}" r="3" fill="{colour}"/>' for size, ms in line]
        size, ms = line[-1]
        out.append(f'<text x="{x(size) + 8:.1f}" y="{y(ms) - 2:.1f}" fill="{colour}">{label}</text>')
        out.append(f'<text x="{x(size) + 8:.1f}" y="{y(ms) + 12:.1f}" fill="{colour}">{ms:,.3g} ms</text>')
    return out
