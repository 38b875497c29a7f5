"""Archives, friendly and hostile: what is inside becomes files of their own, and nothing else happens."""

import base64
import bz2
import gzip
import io
import lzma
import os
import stat
import tarfile
import zipfile

import py7zr
import pytest

from clew.model.errors import UnreadableFile
from clew.read.means import MB, Limits, Means
from clew.read.recognise import recognise

WORDS = "Счёт № 17 на поставку\n".encode()


def zipped(**members: bytes) -> bytes:
    return zipped_list([(name.replace("__", "."), data) for name, data in members.items()])


def zipped_list(members, method=zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(*members: tuple[str, bytes], mode="w", special=()) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for info in special:
            archive.addfile(info)
    return out.getvalue()


def sevenzipped(*members: tuple[str, bytes], **options) -> bytes:
    out = io.BytesIO()
    with py7zr.SevenZipFile(out, "w", **options) as archive:
        for name, data in members:
            archive.writestr(data, name)
    return out.getvalue()


def read(data: bytes, means=None):
    reader, media_type = recognise(data, "file")
    assert reader is not None, media_type
    return reader.read(data, media_type, means or Means())


def inside(reading) -> dict[str, bytes]:
    return {child.name: child.data for child in reading.children}


PACKERS = {
    "zip": lambda *members: zipped_list(members),
    "zip stored": lambda *members: zipped_list(members, zipfile.ZIP_STORED),
    "zip bzip2": lambda *members: zipped_list(members, zipfile.ZIP_BZIP2),
    "zip lzma": lambda *members: zipped_list(members, zipfile.ZIP_LZMA),
    "tar": tarred,
    "tar.gz": lambda *members: tarred(*members, mode="w:gz"),
    "tar.bz2": lambda *members: tarred(*members, mode="w:bz2"),
    "tar.xz": lambda *members: tarred(*members, mode="w:xz"),
    "7z": sevenzipped,
}


@pytest.mark.parametrize("packer", PACKERS.values(), ids=PACKERS)
def test_members_become_files_of_their_own(packer):
    reading = read(packer(("a/счёт.txt", WORDS), ("b.txt", b"two")))
    assert inside(reading) == {"a/счёт.txt": WORDS, "b.txt": b"two"}
    assert reading.missed == ()
    assert reading.warnings == ()


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_the_file_inside(pack):
    assert [child.data for child in read(pack(WORDS)).children] == [WORDS]


def test_a_gzip_gives_the_name_its_header_has():
    out = io.BytesIO()
    with gzip.GzipFile("ledger.csv", "wb", fileobj=out) as packed:
        packed.write(b"a,b\n")
    assert inside(read(out.getvalue())) == {"ledger.csv": b"a,b\n"}


def test_streams_that_follow_each_other_are_one_file():
    assert read(gzip.compress(b"one") + gzip.compress(b"two")).children[0].data == b"onetwo"


def test_what_stands_before_a_cut_is_kept_and_the_cut_is_told():
    body = os.urandom(5_000)
    reading = read(gzip.compress(body)[:3_000])
    assert body.startswith(reading.children[0].data)
    assert "truncated" in reading.missed[0]
    cut = read(tarred(("a", b"one"), ("b", b"x" * 5_000))[:3_000])
    assert inside(cut)["a"] == b"one"
    assert any("truncated" in note or "unpacked" in note for note in cut.missed)


def test_a_zip_without_its_directory_is_said_to_be_truncated():
    with pytest.raises(UnreadableFile, match="truncated"):
        read(zipped(a__txt=WORDS)[:-40])


def test_what_follows_the_end_of_an_archive_is_told():
    assert read(zipped(a__txt=WORDS) + b"hidden words").warnings == ("12 bytes follow the end of the archive",)
    assert "follow the end" in read(gzip.compress(WORDS) + b"hidden").warnings[0]


@pytest.mark.parametrize("packer", [PACKERS["zip"], PACKERS["tar.gz"], PACKERS["tar.xz"], PACKERS["7z"]])
def test_a_member_that_expands_beyond_the_limits_is_named_and_the_others_are_read(packer):
    means = Means(limits=Limits(expanded_bytes=20 * MB, ratio_from=MB))
    reading = read(packer(("first.txt", WORDS), ("bomb", bytes(30 * MB))), means)
    assert set(inside(reading)) <= {"first.txt"}
    assert any("expected at most" in note for note in reading.missed)


def test_a_gzip_of_nothing_but_zeros_is_refused_while_it_expands():
    with pytest.raises(UnreadableFile, match="expected at most 100 times"):
        read(gzip.compress(bytes(100 * MB)))


def test_a_zip_whose_members_share_their_bytes_is_stopped_by_what_it_expands_to():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a", os.urandom(100_000) * 9)
        kernel = archive.infolist()[0]
        for number in range(30):  # the same bytes under other names: a directory that lies
            clone = zipfile.ZipInfo(f"clone {number}")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(clone, field, getattr(kernel, field))
            archive.filelist.append(clone)
            archive.NameToInfo[clone.filename] = clone
    reading = read(out.getvalue(), Means(limits=Limits(expanded_bytes=3 * MB)))
    assert len(reading.children) <= 3
    assert reading.missed


@pytest.mark.parametrize("packer", [PACKERS["zip"], PACKERS["tar"], PACKERS["7z"]])
def test_members_beyond_the_limit_are_counted_and_left(packer):
    reading = read(packer(*((f"{number}.txt", b"x") for number in range(12))), Means(limits=Limits(entries=10)))
    assert len(reading.children) == 10
    assert "left" in reading.missed[-1]


@pytest.mark.parametrize("packer", [PACKERS["zip"], PACKERS["tar"], PACKERS["7z"]])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../../etc/cron.d/x", "leads out of the archive"),
        ("/etc/passwd", "leads out of the archive"),
        ("C:\\Windows\\x.dll", "leads out of the archive"),
        ("CON", "name is that of a device"),
        ("invoice\u202efdp.exe", "turn its reading order"),
        ("x" * 300 + ".txt", "longer than 255 bytes"),
    ],
)
def test_a_name_is_a_label_whatever_it_pretends(packer, name, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("py7zr.py7zr.check_archive_path", lambda _: True)  # it refuses to write such names
    reading = read(packer((name, WORDS), ("b.txt", b"two")))
    assert sorted(child.data for child in reading.children) == sorted([WORDS, b"two"])
    assert said in reading.warnings[0]
    assert "\u202e" not in "".join(reading.warnings)
    assert list(tmp_path.iterdir()) == []


def test_links_devices_and_pipes_are_named_and_not_followed():
    link, device = tarfile.TarInfo("link"), tarfile.TarInfo("device")
    link.type, link.linkname, device.type = tarfile.SYMTYPE, "/etc/passwd", tarfile.CHRTYPE
    reading = read(tarred(("a.txt", WORDS), special=[link, device]))
    assert inside(reading) == {"a.txt": WORDS}
    assert reading.missed == ('"link": a link; links are not followed', '"device": a device, no file')
    info = zipfile.ZipInfo("link")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    reading = read(zipped_list([(info, b"/etc/passwd"), ("a.txt", WORDS)]))
    assert inside(reading) == {"a.txt": WORDS}
    assert reading.missed == ('"link": a link; links are not followed',)


def test_a_damaged_member_does_not_cost_the_others():
    data = bytearray(zipped_list([("a.txt", b"one" * 50), ("b.txt", b"two")], zipfile.ZIP_STORED))
    data[data.index(b"oneone")] ^= 0xFF
    reading = read(bytes(data))
    assert inside(reading) == {"b.txt": b"two"}
    assert '"a.txt": could not be unpacked' in reading.missed[0]


def test_names_in_no_unicode_are_told_by_likelihood():
    data = zipped_list([("AAAAAAAAAAAA.txt", WORDS)]).replace(
        b"AAAAAAAAAAAA.txt", "Счёт и письмо.т".encode("cp866") + b"x"
    )
    assert list(inside(read(data))) == ["Счёт и письмо.тx"]


def test_an_encrypted_7z_is_read_with_the_password_and_named_without():
    data = sevenzipped(("a.txt", WORDS), password="key-17", header_encryption=True)  # noqa: S106 - of the test
    assert inside(read(data, Means(passwords=("wrong", "key-17")))) == {"a.txt": WORDS}
    with pytest.raises(UnreadableFile, match="encrypted one; a password is needed"):
        read(data)
    with pytest.raises(UnreadableFile, match="none of the 1 passwords given"):
        read(data, Means(passwords=("other",)))


# Two files packed by Info-ZIP 3.0 with the old cipher, and by 7-Zip with AES-256; the password of both is key-17.
OLD = (
    "UEsDBBQACQAIANYAeV2aW3OXJwAAAEIAAAAFABwAYS50eHRVVAkAA5MmBmuTJgZrdXgLAAEEAAAAAAQAAAAAT3g/6laRhrrN9s3U"
    "QFWKUiwxApy7qwFIRLuiqbOnWSO7pVP5/QEYUEsHCJpbc5cnAAAAQgAAAFBLAQIeAxQACQAIANYAeV2aW3OXJwAAAEIAAAAFABgA"
    "AAAAAAEAAACkgQAAAABhLnR4dFVUBQADkyYGa3V4CwABBAAAAAAEAAAAAFBLBQYAAAAAAQABAEsAAAB2AAAAAAA="
)
AES = (
    "UEsDBDMAAQBjANYAeV0AAAAARQAAAEIAAAAFAAsAYS50eHQBmQcAAgBBRQMIACUMbvQ325Jv1SQ6X69NznjfW+kP1OwgSOEYPK6H"
    "427QsJYyyP0T7Plsq5tNfJysYtp5zUeXFkqSD1zGaPUBz1qAeScB8lBLAQI/AzMAAQBjANYAeV0AAAAARQAAAEIAAAAFAC8AAAAA"
    "AAAAIICkgQAAAABhLnR4dAoAIAAAAAAAAQAYALVfZ9pwfN0BAAAAAAAAAAAAAAAAAAAAAAGZBwACAEFFAwgAUEsFBgAAAAABAAEA"
    "YgAAAHMAAAAAAA=="
)


@pytest.mark.parametrize("packed", [OLD, AES])
def test_an_encrypted_zip_is_read_with_the_password_and_named_without(packed):
    data = base64.b64decode(packed)
    assert inside(read(data, Means(passwords=("wrong", "key-17")))) == {"a.txt": b"Invoice 17, ten units\n" * 3}
    with pytest.raises(UnreadableFile, match="encrypted; a password is needed"):
        read(data)
    with pytest.raises(UnreadableFile, match="encrypted; none of the 1 passwords given"):
        read(data, Means(passwords=("other",)))


def test_an_office_file_is_no_archive():
    assert recognise(zipped_list([("xl/workbook.xml", b"<workbook/>")]), "x.zip")[1].endswith("sheet")


def test_a_text_that_begins_with_a_mark_is_no_archive():
    assert recognise(b"PK is short for pack. BZh is nothing here.\n", "note.zip")[1] == "text/plain"
