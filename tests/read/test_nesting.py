"""Files in files in files: read within bounds that hold across all of them, each file with a row of its own."""

import gzip
import io
import zipfile
from email.message import EmailMessage

import pytest

import clew
from clew.read import stage as read


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def mailed(name: str, data: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@b.example", "c@d.example", "the invoice"
    message["Message-ID"] = "<one@b.example>"
    message.set_content("see what is attached\n")
    message.add_attachment(data, maintype="application", subtype="zip", filename=name)
    return message.as_bytes()


def fates(case, tmp_path, data: bytes, name: str = "outer.zip"):
    (tmp_path / name).write_bytes(data)
    read.add(case, [tmp_path / name])
    read.run(case)
    return {row["path"]: (row["status"], row["reason"]) for row in clew.sources(case)}


def test_a_zip_in_a_mail_in_a_zip_is_read_to_the_invoice_inside(case, tmp_path):
    inner = zipped(**{"invoice.txt": b"Invoice No 7 for three pumps\n"})
    found = fates(case, tmp_path, zipped(**{"mail.eml": mailed("papers.zip", inner)}))
    path = "outer.zip/mail.eml/papers.zip/invoice.txt"
    assert found[path] == ("read", "")
    depth = case.ledger("select depth from sources where path = $path", path=path)
    assert depth == [{"depth": 3}]
    assert case.query("select text from pages where text like '%three pumps%'")


def nested(levels: int) -> bytes:
    data = b"the innermost note\n"
    for level in range(levels):
        data = zipped(**{f"level{level}": data})
    return data


def test_what_lies_too_deep_has_a_row_that_says_so_and_is_read_when_the_limit_is_raised(case, tmp_path):
    found = fates(case, tmp_path, nested(6))
    assert max(found.values())[0] == "skipped"
    assert "not read: it lies more than 4 files deep (setting read_depth)" in {reason for _, reason in found.values()}
    case.set("read_depth", "9")
    read.run(case)
    assert {row["status"] for row in clew.sources(case)} == {"read"}
    assert case.query("select text from pages")


def test_the_number_of_files_is_counted_over_all_archives_in_one(case, tmp_path):
    case.set("read_entries", "10")
    parts = {f"part{n}.zip": zipped(**{f"note{i}.txt": f"note {n} {i}\n".encode() for i in range(4)}) for n in range(4)}
    found = fates(case, tmp_path, zipped(**parts))
    kept = [path for path, (status, _) in found.items() if status == "read"]
    assert len(kept) == 1 + 10
    refused = [reason for status, reason in found.values() if status == "skipped"]
    assert refused
    assert all(reason.startswith("not read: more than 10 files") for reason in refused)


def test_the_size_is_counted_over_all_archives_in_one(case, tmp_path):
    case.set("read_expanded_mb", "1")
    parts = {f"part{n}.zip": zipped(**{"note.txt": bytes([97 + n]) * 200_000}) for n in range(3)}
    found = fates(case, tmp_path, zipped(**parts))
    notes = [found[f"outer.zip/part{n}.zip/note.txt"] for n in range(3)]
    refused = ("skipped", "not read: more than 1 MB in one file that was handed in (setting read_expanded_mb)")
    assert notes == [("read", ""), refused, refused]


# An archive that holds itself is the same case: its inside is a copy of what was read.
def test_an_archive_that_holds_what_was_read_already_ends_there(case, tmp_path):
    inner = zipped(**{"note.txt": b"a note\n"})
    (tmp_path / "inner.zip").write_bytes(inner)
    read.add(case, [tmp_path / "inner.zip"])
    found = fates(case, tmp_path, zipped(**{"again.zip": inner}))
    assert found["outer.zip/again.zip"] == ("skipped", "same bytes as inner.zip")
    assert set(found) == {"inner.zip", "inner.zip/note.txt", "outer.zip", "outer.zip/again.zip"}


@pytest.mark.parametrize("size", [300_000_000])
def test_a_bomb_costs_no_more_than_the_limits(case, tmp_path, size):
    bomb = gzip.compress(bytes(size), compresslevel=1)
    found = fates(case, tmp_path, zipped(**{"bomb.gz": bomb}))
    status, reason = found["outer.zip/bomb.gz"]
    assert status == "failed"
    assert "at most" in reason
