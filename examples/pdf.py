"""Blocks of a paper in, a PDF out, with a text layer and its fonts embedded (ReportLab)."""

import html
import io
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph, SimpleDocTemplate, Spacer, Table
from sheet import FOOTERS, Block, Columns, Grid, Money, Pairs, Rule, Style, Text, Title

FONT_FOLDER = Path("/usr/share/fonts")
FONTS = {  # name in the PDF -> file and the package that holds it
    "Sans": ("DejaVuSans.ttf", "fonts-dejavu-core"),
    "Sans-Bold": ("DejaVuSans-Bold.ttf", "fonts-dejavu-core"),
    "Serif": ("DejaVuSerif.ttf", "fonts-dejavu-core"),
    "Serif-Bold": ("DejaVuSerif-Bold.ttf", "fonts-dejavu-core"),
    "Han": ("DroidSansFallbackFull.ttf", "fonts-droid-fallback"),
}
_HAN = re.compile(r"[⺀-鿿豈-﫿　-〿！-￯]+")
_WIDTH = A4[0] - 40 * mm


class FontMissing(RuntimeError):
    """A font the papers need is not on this machine."""


@cache
def load_fonts() -> None:
    """Make the fonts known to ReportLab.

    Raises:
        FontMissing: one is not under /usr/share/fonts; the message names the packages that hold them.
    """
    for name, (file, _) in FONTS.items():
        found = sorted(FONT_FOLDER.rglob(file))
        if not found:
            packages = " ".join(sorted({package for _, package in FONTS.values()}))
            raise FontMissing(f"{file} is not under {FONT_FOLDER}; on Debian or Ubuntu: apt-get install {packages}")
        pdfmetrics.registerFont(TTFont(name, str(found[0])))


def write_pdf(
    blocks: Sequence[Block],
    *,
    style: Style,
    day: date,
    author: str,
    foot_size: float = 6.5,
    foot_color: str = "#777777",
) -> bytes:
    """Return a PDF of A4 pages with a footer on each, its letters of `foot_size` points."""
    load_fonts()
    buffer = io.BytesIO()
    title = next((block.text for block in blocks if isinstance(block, Title)), author)
    paper = SimpleDocTemplate(
        buffer, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, topMargin=18 * mm, bottomMargin=20 * mm,
        title=title, author=author, subject=f"invented specimen, {day.isoformat()}", invariant=1,
    )  # fmt: skip

    def foot(canvas: Canvas, _: SimpleDocTemplate) -> None:
        line = Paragraph(_runs(FOOTERS[style.language]), _look(style, size=foot_size, color=foot_color))
        line.wrapOn(canvas, _WIDTH, 10 * mm)
        line.drawOn(canvas, 20 * mm, 10 * mm)

    flow = [piece for block in blocks for piece in _flow(block, style)]
    paper.build(flow, onFirstPage=foot, onLaterPages=foot)
    return buffer.getvalue()


def _runs(text: str) -> str:
    """Return the text as markup, Chinese characters in the font that has them."""
    return _HAN.sub(lambda match: f'<font name="Han">{match[0]}</font>', html.escape(text, quote=False)).replace(
        "\n", "<br/>"
    )


def _look(
    style: Style, *, size: float = 0, bold: bool = False, align: int = 0, color: str = "#000000"
) -> ParagraphStyle:
    font = ("Serif" if style.serif else "Sans") + ("-Bold" if bold else "")
    size = size or style.size
    # Only running Chinese text needs the line breaker that may cut anywhere.
    wrap = "CJK" if style.language == "zh" else None
    return ParagraphStyle(
        "x",
        fontName=font,
        fontSize=size,
        leading=size * 1.35,
        alignment=align,
        wordWrap=wrap,
        textColor=colors.HexColor(color),
    )


def _flow(block: Block, style: Style) -> list[Flowable]:
    gap = Spacer(1, 2.5 * mm)
    if isinstance(block, Title):
        size = style.size + (5 if block.level == 1 else 1.5)
        return [
            Paragraph(_runs(block.text), _look(style, size=size, bold=True, align=TA_CENTER if block.middle else 0)),
            gap,
        ]
    if isinstance(block, Text):
        align = TA_RIGHT if block.right else TA_CENTER if block.middle else 0
        return [Paragraph(_runs(block.text), _look(style, align=align)), gap]
    if isinstance(block, Rule):
        return [HRFlowable(width="100%", color=colors.HexColor("#555555"), spaceAfter=8)]
    if isinstance(block, Pairs) and not block.split:
        return [*(Paragraph(_runs(f"{label}{block.mark} {value}"), _look(style)) for label, value in block.rows), gap]
    if isinstance(block, Pairs):
        rows = [
            [Paragraph(_runs(label), _look(style, bold=True)), Paragraph(_runs(value), _look(style))]
            for label, value in block.rows
        ]
        return [_table(rows, (0.3, 0.7), ruled=False), gap]
    if isinstance(block, Columns):
        sides = [
            [Paragraph(_runs(line), _look(style, bold=place == 0)) for place, line in enumerate(side)]
            for side in block.sides
        ]
        return [_table([sides], (1,) * len(sides), ruled=False), gap]
    return [_grid(block, style), gap]


def _grid(block: Grid, style: Style) -> Table:
    small = style.size - 1.5
    rows = [[Paragraph(_runs(label), _look(style, size=small, bold=True)) for label in block.header]]
    for row in block.rows:
        sides = [TA_RIGHT if isinstance(value, Money | int) else 0 for value in row]
        rows.append(
            [
                Paragraph(_runs(style.cell(v)), _look(style, size=small, align=side))
                for v, side in zip(row, sides, strict=True)
            ]
        )
    return _table(rows, block.widths or (1,) * len(block.header), ruled=block.ruled)


def _table(rows: Sequence[Sequence[object]], widths: tuple[float, ...], *, ruled: bool) -> Table:
    total = sum(widths)
    table = Table(
        rows, colWidths=[_WIDTH * width / total for width in widths], repeatRows=1 if ruled else 0, hAlign="LEFT"
    )
    look: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    if ruled:
        look += [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.HexColor("#555555")),
            ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#EEEEEE")),
        ]
    table.setStyle(look)
    return table
