import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from clew.model.errors import UnreadableFile
from clew.read.means import Limits, Means
from clew.read.readers import image

LINES = ("Invoice No. KB202400466", "Total 4,559,565.00 CNY")


def saved(picture, kind, **more):
    out = io.BytesIO()
    picture.save(out, kind, **more)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        *(("PNG", "image/png"), ("JPEG", "image/jpeg"), ("TIFF", "image/tiff"), ("GIF", "image/gif")),
        *(("BMP", "image/bmp"), ("WEBP", "image/webp")),
    ],
)
def test_a_picture_is_told_by_its_mark_and_read(drawn, kind, media_type):
    data = saved(drawn(*LINES, size=(700, 250)), kind)
    assert image.recognise(data, "note.txt") == media_type
    reading = image.read(data, media_type)
    assert "KB202400466" in reading.pages[0].text
    assert reading.tried[0].startswith("rapidocr")


@pytest.mark.parametrize("data", [b"BMW invoice, paid in full by the customer", b"RIFF....WAVE", b"GIF8 is a format"])
def test_text_that_begins_like_a_picture_is_none(data):
    assert image.recognise(data, "a.bmp") is None


def test_a_heic_is_told_by_its_mark():
    assert image.recognise(b"\0\0\0\x18ftypheic\0\0\0\0", "a") == "image/heic"
    assert image.recognise(b"\0\0\0\x18ftypisom\0\0\0\0", "a") is None


def test_a_photo_stands_as_its_own_mark_says(drawn):
    exif = Image.Exif()
    exif[0x0112] = 6  # turn it a quarter clockwise to see it upright
    data = saved(drawn(*LINES, size=(700, 250)).rotate(90, expand=True), "JPEG", exif=exif, dpi=(144, 144))
    page = image.read(data, "image/jpeg").pages[0]
    assert (page.width, page.height, page.rotation) == (350.0, 125.0, 0)
    assert "KB202400466" in page.text


def test_each_page_of_a_fax_is_a_page(drawn):
    pages = [drawn(line, size=(700, 200)) for line in LINES]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [page.text for page in image.read(data, "image/tiff").pages] == list(LINES)


def test_a_picture_without_a_resolution_to_believe_is_as_long_as_a4(drawn):
    page = image.read(saved(drawn(size=(400, 800)), "PNG", dpi=(72, 72)), "image/png").pages[0]
    assert (page.width, page.height) == (420.95, 841.9)


def test_a_picture_with_no_words_says_so(drawn):
    reading = image.read(saved(drawn(size=(300, 300)), "PNG"), "image/png")
    assert reading.warnings == ("page 1: no words were seen in this PNG picture",)
    assert reading.missed == ()


def test_a_picture_of_too_many_pixels_is_not_decoded():
    data = saved(Image.new("1", (9_000, 9_000)), "PNG")
    with pytest.raises(UnreadableFile, match="expected 50 million pixels at most, found 9000 x 9000"):
        image.read(data, "image/png")


def test_a_page_too_many_is_told(drawn):
    pages = [drawn(line, size=(700, 200)) for line in LINES]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    reading = image.read(data, "image/tiff", Means(limits=Limits(pages=1)))
    assert reading.missed == ("pages 2 to 2 were not read: too many",)


def test_a_picture_cut_off_is_refused_with_its_reason(drawn):
    data = saved(drawn(*LINES), "JPEG")
    with pytest.raises(UnreadableFile, match="expected a whole picture, found a damaged one"):
        image.read(data[: len(data) // 2], "image/jpeg")
    with pytest.raises(UnreadableFile, match="expected a picture"):
        image.read(data[:20], "image/jpeg")


def test_sixteen_bits_and_transparency_are_drawn_on_white():
    deep = np.full((60, 200), 65_535, np.uint16)
    clear = Image.new("RGBA", (200, 60), (0, 0, 0, 0))
    for picture in (Image.fromarray(deep), clear):
        assert image.read(saved(picture, "PNG"), "image/png").pages[0].text == ""


def test_a_picture_that_no_memory_holds_is_told_with_its_size_in_our_words():
    def chunk(kind, held):
        return struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")
    with pytest.raises(
        UnreadableFile, match=r"expected a picture of 178,956,970 pixels at most, found one of 2,500,000,000"
    ):
        image.read(data, "image/png")
