"""Where evidence came from, how it is opened, and whether it is still what it was, from the command line."""

import io
import json

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

PASSWORD = "grebnoy-kanal-77"  # noqa: S105 - of an invented file


@pytest.fixture
def locked(tmp_path):
    """A PDF that opens with the password."""
    out = io.BytesIO()
    page = canvas.Canvas(out, encrypt=StandardEncryption(PASSWORD, canPrint=0))
    page.drawString(72, 720, "Three pumps for Verholin Trade LLC")
    page.save()
    (tmp_path / "locked.pdf").write_bytes(out.getvalue())
    return tmp_path / "locked.pdf"


def test_a_file_that_is_locked_is_read_when_its_password_is_given_and_no_password_is_kept(
    run_clew, records, locked, tmp_path
):
    case = tmp_path / "case"
    assert run_clew("run", case, locked).exit_code == 0
    (row,) = records("sources", case)
    assert row["status"] == "failed"
    assert "password" in row["reason"]
    (tmp_path / "passwords.txt").write_text(f"wrong\n{PASSWORD}\n")
    done = run_clew("run", case, "--password-file", tmp_path / "passwords.txt")
    assert done.exit_code == 0, done.stderr
    (row,) = records("sources", case)
    assert row["status"] == "read"
    kept = [path for path in case.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if PASSWORD.encode() in path.read_bytes()]


def test_custody_is_given_with_a_run_and_a_channel_is_judged_by_a_person(run_clew, records, tmp_path):
    (tmp_path / "note.txt").write_text("A note about nothing in particular.\n")
    case = tmp_path / "case"
    words = ("--channel", "trade registry", "--method", "downloaded", "--origin", "https://registry.example/7")
    run_clew("run", case, tmp_path / "note.txt", *words, "--legal-basis", "public register")
    (row,) = records("sources", case)
    kept = ("trade registry", "downloaded", "https://registry.example/7", "public register", "F")
    assert tuple(row[name] for name in ("channel", "acquisition", "origin", "legal_basis", "reliability")) == kept
    done = run_clew("channel", case, "trade registry", "--reliability", "B", "--why", "known from elsewhere")
    assert done.stdout == "trade registry: B, usually reliable.\n"
    assert json.loads(run_clew("channel", case, "--json").stdout)["why"] == "known from elsewhere"
    assert run_clew("channel", case).stdout.startswith("B  trade registry  1 source\n")
    assert run_clew("channel", case, "trade registry", "--reliability", "A").exit_code == 2
    opened = run_clew("show", case, row["id"])
    assert "channel: trade registry" in opened.stdout


def test_a_case_is_verified_and_a_changed_original_is_named(run_clew, own_case):
    done = run_clew("verify", own_case)
    assert done.exit_code == 0
    assert "all as they were" in done.stdout
    original = next(path for path in (own_case / "originals").rglob("*") if path.is_file())
    original.write_bytes(b"something else")
    assert run_clew("verify", own_case).exit_code == 2
    refused = run_clew("report", own_case, "--to", own_case.parent / "report.html")
    assert refused.exit_code == 2
    assert "expected SHA-256" in refused.stderr
