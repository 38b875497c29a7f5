"""Invented pictures for the tests of reading: lines of words drawn in fonts of this machine."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

FONTS = Path("/usr/share/fonts")
SANS, HAN = "DejaVuSans.ttf", "DroidSansFallbackFull.ttf"


def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    found = sorted(FONTS.rglob(name))
    if not found:
        pytest.skip(f"{name} is not under {FONTS}: scripts/system-packages installs it")
    return ImageFont.truetype(str(found[0]), size)


@pytest.fixture(scope="session")
def drawn():
    """Return a function that draws lines of words as a gray picture, and the boxes of their ink in pixels."""

    def draw(*lines, size=(1000, 700), letters=30, gap=70, at=(60, 50)):
        page = Image.new("L", size, 255)
        brush = ImageDraw.Draw(page)
        for nth, line in enumerate(lines):
            name = HAN if any("\u2e80" <= letter <= "\uffef" for letter in line) else SANS
            brush.text((at[0], at[1] + nth * gap), line, font=font(name, letters), fill=0)
        return page

    return draw


@pytest.fixture(scope="session")
def faces():
    """Return a function that gives the typeface of Latin lines in a size."""
    return lambda size: font(SANS, size)
