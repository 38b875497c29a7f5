import pytest

from clew.extract.mapping import parse_mapping, read_mapping, read_mappings
from clew.model.errors import BadMapping

GOOD = '[[table]]\nrecord_type = "passenger_record"\ncolumns = {"Pax" = "person", "Dest" = "to", "Day" = "date"}\n'


def test_an_entry_says_what_a_table_is():
    (entry,) = parse_mapping(GOOD).tables
    assert (entry.record_type, entry.family, dict(entry.columns)["Pax"]) == ("passenger_record", "passenger", "person")


def test_several_files_are_read_in_order():
    assert len(read_mappings([("a.toml", GOOD), ("b.toml", GOOD)]).tables) == 2


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("[[table", "m.toml: expected TOML"),
        ("x = 1", "found key 'x'; possible: .*table"),
        ('[[table]]\nrecord_type = "invoice"', "m.toml, table 1: expected the keys record_type and columns"),
        (GOOD.replace("passenger_record", "manifest"), "unknown record_type 'manifest'; possible: passenger_record"),
        (GOOD.replace('"to"', '"goal"'), "column 'Dest': unknown field 'goal'; possible: .*person"),
        (GOOD.replace('"to"', '"date"'), "field 'date' is given to two columns"),
        (GOOD.replace('"Dest" = "to", ', ""), "a passenger_record table needs person and to/route"),
        (
            GOOD.replace('{"Pax" = "person", "Dest" = "to", "Day" = "date"}', "3"),
            "expected a table of header = field, found 3",
        ),
    ],
)
def test_a_bad_mapping_says_where_and_what_is_possible(text, match):
    with pytest.raises(BadMapping, match=match):
        parse_mapping(text, name="m.toml")


def test_a_missing_file_is_a_bad_mapping(tmp_path):
    with pytest.raises(BadMapping, match=r"none.toml: cannot be opened"):
        read_mapping(tmp_path / "none.toml")
