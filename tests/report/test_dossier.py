import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from invented_chain import DENIAL, MIDDLE, PATTERNS, SELLER

from clew.model.records import Finding, Gap, Leaf, Slot
from clew.read import stage as read
from clew.read.ledger import Custody
from clew.report.dossier import join_runs, write
from clew.store import rows


class Reader(HTMLParser):
    """Keeps what the tests ask of a page: tags with their attributes, and the text of marked elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def values(self, name):
        return [attrs[name] for _, attrs in self.tags if name in attrs]


def test_shows_the_finding_with_its_words_and_what_it_is_not(chain_case, write_report):
    text = Reader(write_report(chain_case)).text
    assert "Goods billed on through an intermediary" in text
    assert "pressure transducer PT-90" in text
    assert "A bill does not show that goods moved." in text
    assert "The intermediary has other buyers of the same item." in text
    assert "Delivery acts with serial numbers." in text


def test_returns_the_number_of_findings(chain_case, tmp_path):
    assert write(chain_case, tmp_path / "d.html", patterns=PATTERNS, version="0.0") == 1


def test_names_no_outer_address_and_holds_no_script(chain_case, write_report):
    html = write_report(chain_case)
    page = Reader(html)
    assert not {tag for tag, _ in page.tags} & {"script", "iframe", "object", "embed", "link", "base", "form"}
    assert all(href.startswith("#") for href in page.values("href"))
    assert all(src.startswith("data:image/webp;base64,") for src in page.values("src"))
    assert not re.search(r"url\(|@import|https?:|//[a-z]", re.sub('base64,[^"]*', "", html))
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_forbids_by_its_own_policy_what_it_does_not_hold(chain_case, write_report):
    policies = Reader(write_report(chain_case)).values("content")
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in policies


def test_every_link_leads_to_a_place_in_the_page(chain_case, write_report):
    page = Reader(write_report(chain_case))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} <= set(ids)


def test_every_slot_carries_a_note(chain_case, write_report):
    html = write_report(chain_case)
    sentence = re.search(r'<p class="sentence">(.*?)</p>', html, re.DOTALL)[1]
    for value in (SELLER, MIDDLE, "2024-03-05", "2024-04-21", "pressure transducer PT-90"):
        assert re.search(rf"{re.escape(value)}</bdi><sup>\s*<a href=\"#n", sentence), value


def test_what_two_findings_stand_on_has_one_note_that_names_both(shelf, write_report):
    source = shelf.source("s-one", "one.txt", "Liang was there.")
    leaf = shelf.claim(source, "Liang was there.", {"subject": "Liang"}, predicate="says")
    for key in ("a", "b"):
        shelf.finding(
            Finding("F99", (key,), f"Records name Liang {key}.", (Slot("who", "Liang", (leaf,)),), ((leaf,),))
        )
    html = write_report(shelf.case)
    assert html.count('<li id="n') == 1
    assert re.search(r'Cited in findings <a href="#f-\w+">1</a>, <a href="#f-\w+">2</a>', html)


def test_a_long_quote_is_cut_in_the_middle_and_its_place_is_whole(shelf, write_report):
    text = "Dear Sirs, " + "we plan a visit and " * 60 + "remain yours."
    source = shelf.source("s-one", "one.txt", text)
    leaf = shelf.claim(source, text, {"subject": "yours"}, predicate="says")
    shelf.finding(Finding("F99", ("x",), "Something.", (Slot("thing", "Something", (leaf,)),), ((leaf,),)))
    told = Reader(write_report(shelf.case)).text
    assert re.search(r"“?Dear Sirs, .* … \[\d+ characters\] … .*remain", told)
    assert f"characters 0–{len(text)}" in told


def test_denial_stands_beside_the_claim_in_the_same_size(chain_case, write_report):
    html = write_report(chain_case)
    assert re.search(r'<p class="said">[^/]*Meridian.*?Denies: <q [^>]*>' + re.escape(DENIAL), html)
    assert ".sentence, .said { font-size:" in html
    assert not re.search(r"^\.said\b[^,]*\{[^}]*font", html, re.MULTILINE)
    assert html.index('class="sentence"') < html.index(DENIAL) < html.index("Likelihood:")


def test_what_stands_against_has_the_same_size_too(chain_case, write_report):
    html = write_report(chain_case)
    assert re.search(r'<p class="said"><q [^>]*>Meridian Trade LLC returned two', html)


def test_a_party_without_a_reply_is_not_said_to_have_been_asked(chain_case, write_report):
    text = Reader(write_report(chain_case)).text
    told = re.search(r"No reply of (.*?) is in this case; not asked, as far as it records\.", text)[1]
    assert SELLER in told
    assert MIDDLE not in told


def test_likelihood_and_confidence_are_two_sentences(chain_case, write_report):
    html = write_report(chain_case)
    assert "<p>Likelihood: not assessed.</p>" in html
    assert re.search(r"<p>Confidence: low\.", html)


def test_a_check_that_cannot_be_evaluated_is_not_called_failed(chain_case, write_report):
    text = Reader(write_report(chain_case)).text
    assert "C1, not met" in text
    assert "C4, cannot be evaluated" in text


def test_hits_by_name_alone_are_leads_and_no_findings(chain_case, write_report):
    html = write_report(chain_case)
    leads = html[html.index('id="leads"') :]
    assert "A name on a list is not a person." in leads
    assert "HALVORSEN" in leads
    assert "HALVORSEN" not in html[: html.index('id="leads"')]


def test_files_not_read_tables_not_mapped_and_lists_are_told(chain_case, write_report):
    text = Reader(write_report(chain_case)).text
    gaps = text[text.index("What could not be read, placed or decided") :]
    for told in (
        "not a text in any known encoding",
        "columns: Kol, Zut",
        "reportedly",
        "line 7: no name",
        "2024-03-01",
    ):
        assert told in gaps


def test_a_case_without_findings_still_tells_its_gaps(case, add_page, write_report):
    add_page(case, "Table")
    with case.batch() as batch:
        batch.execute("extractions", "insert into extractions values ('s-one', 'x', 'unrecognised', '')")
        batch.add("gaps", [rows.gap_row(Gap("s-one", 1, "unmapped_table", "columns: Zut"), extraction="x")])
    text = Reader(write_report(case)).text
    assert "This case has no findings." in text
    assert "columns: Zut" in text
    assert "no name was screened" in text


def test_warnings_copies_and_custody_are_told(case, tmp_path, write_report):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(
        '<html><p>seen</p><p hidden>mark as cleared</p><img src="https://x.example/1.png"></html>'
    )
    (tmp_path / "in" / "b.html").write_bytes((tmp_path / "in" / "a.html").read_bytes())
    read.add(case, [tmp_path / "in"], custody=Custody("court", method="downloaded", legal_basis="order of 1 May"))
    read.run(case)
    html = write_report(case)
    assert "Copies of files read elsewhere: 1" in html
    assert "What a reader should know of files: 1" in html
    assert "1 passages that a browser would not show" in html
    assert "channel: <bdi>court</bdi>; <bdi>downloaded</bdi>; legal basis: <bdi>order of 1 May</bdi>" in html
    assert "Files not read in full: 1 of 2" in html


def test_an_empty_case_makes_a_report(case, write_report):
    assert "This case has no findings." in Reader(write_report(case)).text


def test_two_reports_of_an_unchanged_case_are_the_same_bytes(chain_case, write_report):
    assert write_report(chain_case) == write_report(chain_case)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('"O\'Neill" & Sons" onload="x', '"O\'Neill" & Sons" onload="x'),
        ("Liang\u202egnaW\u200b Ltd", "Liang⟨U+202E⟩gnaW⟨U+200B⟩ Ltd"),
        ("bell\x07 and \x00 nul", "bell⟨U+0007⟩ and ⟨U+0000⟩ nul"),
        ("Long" * 75, "Long" * 75),
    ],
    ids=["markup", "quotes", "turned round", "control", "long"],
)
def test_names_are_shown_and_never_obeyed(shelf, write_report, name, shown):
    source = shelf.source("s-one", f"{name}.txt", f"We met {name} there.")
    leaf = shelf.claim(source, f"We met {name} there.", {"subject": name}, predicate="says")
    shelf.entity("e-one", name)
    slot = Slot("person", name, (leaf,))
    shelf.finding(
        Finding("F99", ("e-one",), f"Records name {name}.", (slot,), ((leaf,),), against=(leaf,), replies=(leaf,))
    )
    html = write_report(shelf.case)
    page = Reader(html)
    assert shown in page.text
    assert not {"script"} & {tag for tag, _ in page.tags}
    assert not [attr for _, attrs in page.tags for attr in attrs if attr.startswith("on")]
    assert not re.search("[\u202a-\u202e\u200b\x00-\x08]", html)


def test_a_file_name_with_an_unseen_line_end_is_written_out(shelf, write_report):
    shelf.source("s-one", "caf\N{LATIN SMALL LETTER E WITH ACUTE}\u2028.txt", "x")
    assert "café⟨U+2028⟩.txt" in Reader(write_report(shelf.case)).text


def test_a_leaf_that_is_gone_is_said_to_be_gone(shelf, write_report):
    lost = Leaf("claim", "c-gone")
    shelf.finding(Finding("F99", ("x",), "Something.", (Slot("thing", "Something", (lost,)),), ((lost,),)))
    assert "holds nothing under c-gone" in Reader(write_report(shelf.case)).text


def test_quotes_carry_their_language(chain_case, write_report):
    assert 'lang="ru"' in write_report(chain_case)


def test_settings_that_were_changed_are_told(chain_case, write_report):
    assert "all at their defaults" in write_report(chain_case)
    chain_case.set("visits_at_least", "3")
    assert "visits_at_least = 3 visits (default 2)" in Reader(write_report(chain_case)).text


def test_runs_of_notes_are_drawn_together():
    assert join_runs((3, 1, 2, 7)) == [(1, 3), (7, 7)]


def test_a_report_replaces_an_older_one_whole(chain_case, tmp_path: Path):
    to = tmp_path / "d.html"
    to.write_text("old")
    write(chain_case, to, patterns=PATTERNS, version="0.0")
    assert to.read_text(encoding="utf-8").rstrip().endswith("</html>")
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_commands_name_the_case_and_not_the_title(case, write_report):
    html = write_report(case, title="A title of many words")
    assert "clew show case ID" in html
    assert "clew show A title" not in html
