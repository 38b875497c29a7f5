"""Why an entity is of its kind, and what else a place may be, on small cases."""

import clew
from clew.report.kinds import why_kind

TOLD = (
    "Harbour Daily\n\nPERM, 3 May 2024 - The engineer Ivan Lapshin said that Veskarra LLC shipped three pumps to Orvel. "
    "Lapshin, an engineer, works for Veskarra LLC, the agency reported.\n"
)
HEAD = "Passenger,Carrier,Flight,Date,From,To,Status"


def entity(case, name):
    return next(row["id"] for row in clew.entities(case) if row["name"] == name)


def test_the_votes_of_the_documents_words_are_kept_with_a_name_and_shown(case, tmp_path):
    (tmp_path / "news.txt").write_text(TOLD, encoding="utf-8")
    clew.run(case, [tmp_path / "news.txt"])
    (line,) = why_kind(case, entity(case, "Veskarra LLC"))
    assert line.startswith("organization in news.txt: votes of the document's words: organization ")


def test_the_kind_of_a_name_in_a_record_is_told_by_its_place(case, tmp_path):
    (tmp_path / "travel.csv").write_text(
        f"{HEAD}\nPETROV/IVAN,ZZ,ZZ1,2024-03-01,Hangzhou (HGH),Perm (PEE),FLOWN\n", encoding="utf-8"
    )
    clew.run(case, [tmp_path / "travel.csv"])
    assert why_kind(case, entity(case, "PETROV/IVAN")) == ("person by its place in records: passenger record 1",)


def test_a_city_of_a_name_that_several_bear_says_which_and_which_is_taken(case, tmp_path):
    (tmp_path / "travel.csv").write_text(
        f"{HEAD}\nPETROV/IVAN,ZZ,ZZ1,2024-03-01,Hangzhou (HGH),Valencia,FLOWN\n", encoding="utf-8"
    )
    clew.run(case, [tmp_path / "travel.csv"])
    (line, *_) = [line for line in why_kind(case, entity(case, "Valencia")) if "bear this name" in line]
    assert "Valencia in ES" in line
    assert "Valencia in VE" in line
    assert line.endswith("none is taken")
    shown = clew.show(case, entity(case, "Valencia"))
    assert line in shown.record["kind_by"]
