"""Strangers who bear a listed name: they are leads, each by itself, and no finding."""

import clew
from clew.store.case import Case

STRANGERS = 300


def test_300_strangers_of_a_listed_name_give_no_merge_and_no_finding(case: Case, tmp_path):
    rows = [
        f"PETROV/IVAN MR,{1950 + n // 12}-{n % 12 + 1:02}-11,ZZ,ZZ{n},2024-03-{n % 28 + 1:02},Hangzhou (HGH),Perm (PEE),CANCELLED"
        for n in range(STRANGERS)
    ]
    head = "Passenger,Date of birth,Carrier,Flight,Date,From,To,Status"
    (tmp_path / "travel.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    (tmp_path / "sdn.csv").write_text(
        '1001,"PETROV, Ivan","individual","INVENTED1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 02 Feb 1944."\n',
        encoding="utf-8",
    )
    clew.add_list(case, [tmp_path / "sdn.csv"], as_of="2024-01-01")
    clew.run(case, [tmp_path / "travel.csv"])
    people = [row for row in clew.entities(case) if row["kind"] == "person"]
    assert len(people) == STRANGERS
    assert list(clew.findings(case)) == []
    hits = list(clew.hits(case))
    assert len(hits) == STRANGERS
    assert {row["level"] for row in hits} <= {"I0", "I1"}
