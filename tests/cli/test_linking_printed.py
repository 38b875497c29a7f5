"""Records compared field by field, from the command line."""

import json
import sys

import pytest


def test_link_says_how_many_records_were_compared_and_writes_the_model(run_clew, own_case, tmp_path):
    pytest.importorskip("splink", reason="needs the extra clew[link]")
    done = run_clew("link", own_case, "--model-to", tmp_path / "model.json")
    assert done.exit_code == 0, done.stderr
    assert "compared, weights not learned here" in done.stdout
    assert f"clew candidates {own_case}" in " ".join(done.stdout.split())
    assert set(json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))) <= {"person", "organization"}


def test_without_splink_one_line_says_what_to_install(run_clew, own_case, monkeypatch):
    monkeypatch.setitem(sys.modules, "splink", None)
    done = run_clew("link", own_case)
    assert done.exit_code == 2
    assert 'pip install "clew[link]"' in done.stderr
    assert len(done.stderr.splitlines()) == 1
