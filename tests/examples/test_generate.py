import csv
import io
import json
import subprocess
import sys
from email import message_from_bytes, policy

import generate
import pdf
import pypdfium2
import pytest

SEEDS = [7, 11]


def truth_of(files):
    return json.loads(files["truth.json"])


def test_one_seed_gives_the_same_bytes_twice(built):
    assert generate.build(7) == built(7)


def test_another_seed_gives_other_papers_and_another_truth(built):
    one, other = built(7), built(11)
    assert truth_of(one)["cast"] != truth_of(other)["cast"]
    assert {path for path in one if one[path] == other.get(path)} <= {
        "evidence/00 READ ME FIRST.pdf",
        "evidence/06 mail/canteen.eml",
        "evidence/08 other/fire_drill.pdf",
        "evidence/08 other/scan_0004.txt",
        "evidence/08 other/shelf_list.md",
        "evidence/08 other/памятка.txt",
        "evidence/08 other/通知.docx",
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_every_document_of_the_truth_is_there(built, seed):
    files = built(seed)
    documents = truth_of(files)["documents"]
    assert {document["path"] for document in documents} == {path for path in files if path.startswith("evidence/")}
    assert 40 <= len(documents) <= 60
    for document in documents:
        if "attachment" in document:
            mail = message_from_bytes(files[document["path"]], policy=policy.default)
            assert document["attachment"] in [part.get_filename() for part in mail.iter_attachments()]


@pytest.mark.parametrize("seed", SEEDS)
def test_three_languages_stand_in_several_record_types_each(built, seed):
    documents = truth_of(built(seed))["documents"]
    for language in ("en", "ru", "zh"):
        found = [document for document in documents if document["language"] == language]
        assert len({document["record_type"] for document in found} - {"unrecognised"}) >= 4
        assert len({(document.get("attachment") or document["path"]).rsplit(".", 1)[1] for document in found}) >= 4


@pytest.mark.parametrize("seed", SEEDS)
def test_every_pdf_says_on_its_page_that_it_is_invented(built, seed):
    marks = ("Invented specimen", "Вымышленный образец", "虚构样本")
    for path, data in built(seed).items():
        if path.endswith(".pdf") and "fire_drill" not in path:
            text = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
            assert any(mark in text for mark in marks), path


def test_the_first_page_says_in_three_languages_that_all_is_invented(built):
    text = pypdfium2.PdfDocument(built(7)["evidence/00 READ ME FIRST.pdf"])[0].get_textpage().get_text_range()
    assert "is invented" in text
    assert "вымышлено" in text
    assert "均为虚构" in text


@pytest.mark.parametrize("seed", SEEDS)
def test_the_list_has_the_columns_of_the_official_files(built, seed):
    widths = {"sdn.csv": 12, "alt.csv": 5, "add.csv": 6}
    lists = {path: data for path, data in built(seed).items() if path.startswith("lists/")}
    assert len(lists) == 6
    for path, data in lists.items():
        assert data.endswith(b"\r\n\x1a\r\n")
        rows = list(csv.reader(io.StringIO(data[:-3].decode())))
        assert {len(row) for row in rows} == {widths[path.rsplit("/", 1)[1]]}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_intermediary_is_on_the_second_list_only_and_the_plant_on_both(built, seed):
    files = built(seed)
    truth = truth_of(files)
    first, second = (files[f"lists/{day}/sdn.csv"].decode() for day in truth["snapshots"])
    inn = {role: firm["identifiers"].get("inn") for role, firm in truth["cast"]["firms"].items()}
    assert inn["intermediary"] not in first
    assert inn["intermediary"] in second
    assert inn["plant"] in first
    assert inn["plant"] in second


def test_a_copy_and_an_empty_and_a_broken_file_lie_in_the_folder(built):
    files = built(7)
    status = {document["path"]: document["status"] for document in truth_of(files)["documents"]}
    copy = next(path for path, word in status.items() if word == "duplicate")
    broken = next(path for path, word in status.items() if word == "failed")
    empty = next(path for path, word in status.items() if word == "empty")
    assert sum(data == files[copy] for data in files.values()) == 2
    assert files[empty] == b""
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(files[broken])[0].get_textpage()


def test_the_kept_case_tells_what_its_seed_tells(built, kept):
    truth, folder = kept
    assert truth == truth_of(built(truth["seed"]))
    for document in truth["documents"]:
        assert (folder / document["path"]).is_file()


def test_the_kept_case_stays_small(kept):
    assert sum(path.stat().st_size for path in kept[1].rglob("*") if path.is_file()) < 3_000_000


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    done = subprocess.run(
        [sys.executable, generate.__file__, "--to", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert "not empty" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_missing_font_is_named_with_its_package(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf, "FONT_FOLDER", tmp_path)
    pdf.load_fonts.cache_clear()
    with pytest.raises(pdf.FontMissing, match="fonts-droid-fallback"):
        pdf.load_fonts()
    pdf.load_fonts.cache_clear()
