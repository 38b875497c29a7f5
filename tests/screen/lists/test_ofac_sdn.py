from pathlib import Path

import pytest

from clew.model.errors import BadList
from clew.screen.lists import ListFile, read_list

REAL = Path(__file__).parents[4] / "shared" / "data" / "lists"

# Invented parties in the official form.
SDN = """\
1,"VEKTOR PRIBOR OOO",-0- ,"TEST1] [TEST2",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'VP-1'; Tax ID No. 7700000001 (Russia); Registration Number 1027700000008 (Russia); Government Gazette Number 00000001 (Russia)."
2,"ORLOV, Ivan",\"individual\","TEST1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Mar 1979; alt. DOB 1978; Passport X0000001 (Iran) issued 01 Jan 2010; Listing Date (TEST): 24 Feb 2022."
3,"LUCH",\"vessel\","TEST1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"Vessel Registration Identification IMO 0000001."
"""
ALT = '2,11,"aka","ORLOV, Vanya",-0- \n2,12,"aka","ORLIK","weak"\n9,13,"aka","NOBODY",-0- \n'
ADD = '2,21,"1 Invented Street","Nowhere","Iran",-0- \n3,22,-0- ,-0- ,"Iran",-0- \n'


def files(**texts):
    return [ListFile(name, text.encode()) for name, text in texts.items()]


def listed(**texts):
    return read_list(files(**texts), snapshot="n-1")


def names(reading, entry):
    return [(row.name, row.name_kind) for row in reading.listings if row.entry == entry]


def test_reads_primary_names_aliases_and_weak_aliases():
    reading = listed(a=SDN, b=ALT, c=ADD)
    assert reading.list == "ofac-sdn"
    assert names(reading, "1") == [("VEKTOR PRIBOR OOO", "primary"), ("VP-1", "weak alias")]
    assert names(reading, "2") == [("ORLOV, Ivan", "primary"), ("ORLOV, Vanya", "alias"), ("ORLIK", "weak alias")]


def test_files_are_told_apart_by_content_in_any_order():
    assert listed(x=ADD, y=SDN, z=ALT).listings == listed(a=SDN, b=ALT, c=ADD).listings


def test_reads_identifiers_from_remarks():
    identifiers = {row.entry: row.identifiers for row in listed(a=SDN).listings if row.name_kind == "primary"}
    assert identifiers["1"] == (("inn", "7700000001"), ("ogrn", "1027700000008"), ("okpo", "00000001"))
    assert identifiers["2"] == (("birth_date", "1979-03-12"), ("passport", "X0000001"))
    assert identifiers["3"] == (("imo", "0000001"),)


def test_the_type_column_says_the_kind():
    assert [row.kind for row in listed(a=SDN).listings if row.name_kind == "primary"] == [
        "organization",
        "person",
        "unknown",
    ]


def test_a_listing_date_counts_only_where_it_can_belong_to_one_programme():
    dated = {row.entry: row.listed_on for row in listed(a=SDN).listings}
    assert dated == {"1": None, "2": "2022-02-24", "3": None}


def test_programmes_and_addresses_are_kept():
    rows = {row.entry: row for row in listed(a=SDN, c=ADD).listings if row.name_kind == "primary"}
    assert rows["1"].programme == "TEST1; TEST2"
    assert "Address: 1 Invented Street, Nowhere, Iran." in rows["2"].remarks


def test_says_which_files_were_not_given_and_which_aliases_have_no_entry():
    assert listed(a=SDN).missed == (
        "no file of aliases (5 columns) was given",
        "no file of addresses (6 columns) was given",
    )
    assert listed(a=SDN, b=ALT, c=ADD).missed == ("aliases, line 3: entry 9 has no primary name",)


def test_a_broken_row_is_reported_and_the_rest_is_read():
    reading = listed(a=SDN + '4,"HALF A ROW"\n\x1a')
    assert any("line 4: expected 12 columns, found 2" in words for words in reading.missed)
    assert len({row.entry for row in reading.listings}) == 3


def test_a_list_of_programmes_that_do_not_block_is_the_consolidated_one():
    assert listed(a=SDN.replace("TEST1] [TEST2", "NS-PLC").replace("TEST1", "CMIC-EO13959")).list == "ofac-cons"


def test_says_that_other_names_without_the_primary_file_are_partial():
    reading = listed(b=ALT)
    assert (reading.list, reading.partial) == ("ofac-aliases", True)
    assert "primary file (12 columns, sdn.csv) is missing" in reading.missed[0]
    assert names(reading, "2") == [("ORLOV, Vanya", "alias"), ("ORLIK", "weak alias")]
    assert {row.measure for row in reading.listings} == {"unknown"}


def test_refuses_addresses_alone():
    with pytest.raises(BadList, match=r"primary file .* is missing; found addresses \(6 columns\)"):
        listed(c=ADD)


def test_refuses_an_unknown_format_and_says_what_was_found():
    with pytest.raises(BadList, match=r"known formats: .*ofac_sdn.*; found x: '<html>'"):
        listed(x="<html>")


def test_refuses_nothing_at_all():
    with pytest.raises(BadList, match="found no file"):
        read_list([], snapshot="n-1")


def real(*stems):
    paths = [REAL / f"ofac_{stem}.csv" for stem in stems]
    if not all(path.exists() for path in paths):
        pytest.skip("the real lists of ../shared are not here")
    return read_list([ListFile(path.name, path.read_bytes()) for path in paths], snapshot="n-1")


def test_reads_the_real_list_of_july_2021():
    reading = real("sdn_2021-07", "alt_2021-07", "add_2021-07")
    assert reading.list == "ofac-sdn"
    assert not reading.missed
    assert len({row.entry for row in reading.listings}) == 8976
    assert len(reading.listings) > 23_000
    assert len({row.id for row in reading.listings}) == len(reading.listings)


def test_reads_the_real_consolidated_list_of_december_2025():
    reading = real("cons_prim_2025-12", "cons_alt_2025-12", "cons_add_2025-12")
    assert reading.list == "ofac-cons"
    assert not reading.missed
    assert len({row.entry for row in reading.listings}) == 442
