import json

from clew.screen.lists import ListFile, choose, read_list


def data(*entities):
    return [ListFile("x", "\n".join(json.dumps(entity, ensure_ascii=False) for entity in entities).encode())]


def entity(id_, schema, datasets=("invented_list",), **properties):
    return {"id": id_, "schema": schema, "properties": properties, "datasets": list(datasets)}


PERSON = entity(
    "p1",
    "Person",
    name=["Ivan Orlov", "Иван Орлов"],
    alias=["Vanya Orlov"],
    weakAlias=["Orlik"],
    birthDate=["1979-03-12", "1978"],
    passportNumber=["X0000001"],
)
SANCTION = entity(
    "s1", "Sanction", entity=["p1"], program=["TEST"], startDate=["2022-02-24"], authority=["Test Office"]
)


def listed(*entities):
    return read_list(data(*entities), snapshot="n-1")


def test_reads_names_programme_dates_and_identifiers():
    reading = listed(PERSON, SANCTION)
    assert (reading.list, reading.authority, reading.missed) == ("invented_list", "Test Office", ())
    assert [(row.name, row.name_kind) for row in reading.listings] == [
        ("Ivan Orlov", "primary"),
        ("Иван Орлов", "alias"),
        ("Vanya Orlov", "alias"),
        ("Orlik", "weak alias"),
    ]
    row = reading.listings[0]
    assert (row.kind, row.entry, row.programme, row.listed_on) == ("person", "p1", "TEST", "2022-02-24")
    assert row.identifiers == (("passport", "X0000001"), ("birth_date", "1979-03-12"))


def test_the_sanction_may_stand_before_its_party():
    assert listed(SANCTION, PERSON).listings == listed(PERSON, SANCTION).listings


def test_the_listing_date_goes_before_the_start_date():
    dated = entity(
        "s1", "Sanction", entity=["p1"], listingDate=["2023-01-01"], startDate=["2022"], endDate=["2024-05-05"]
    )
    row = listed(PERSON, dated).listings[0]
    assert (row.listed_on, row.delisted_on) == ("2023-01-01", "2024-05-05")


def test_a_year_is_no_day():
    dated = entity("s1", "Sanction", entity=["p1"], startDate=["2022"])
    assert listed(PERSON, dated).listings[0].listed_on is None


def test_two_designations_are_two_entries():
    other = entity("s2", "Sanction", entity=["p1"], program=["OTHER"], startDate=["2014-01-01"])
    entries = {(row.entry, row.programme, row.listed_on) for row in listed(PERSON, SANCTION, other).listings}
    assert entries == {("p1#s1", "TEST", "2022-02-24"), ("p1#s2", "OTHER", "2014-01-01")}


def test_reads_sanctions_and_passports_nested_in_the_party():
    nested = dict(PERSON, properties=PERSON["properties"] | {"sanctions": [SANCTION]})
    nested["properties"]["passports"] = [entity("d1", "Passport", number=["Y2"])]
    row = listed(nested).listings[0]
    assert row.programme == "TEST"
    assert ("passport", "Y2") in row.identifiers


def test_a_passport_of_its_own_belongs_to_its_holder():
    passport = entity("d1", "Passport", holder=["p1"], number=["Y2"])
    assert ("passport", "Y2") in listed(PERSON, SANCTION, passport).listings[0].identifiers


def test_a_topic_alone_designates():
    firm = entity("c1", "Company", name=["Vektor LLC"], topics=["sanction"], innCode=["0000000001"])
    (row,) = listed(firm).listings
    assert (row.kind, row.programme, row.listed_on) == ("organization", "sanction", None)


def test_who_is_only_linked_is_counted_and_not_listed():
    linked = entity("p2", "Person", name=["Anna Orlova"], topics=["sanction.linked"])
    reading = listed(PERSON, SANCTION, linked)
    assert {row.entry for row in reading.listings} == {"p1"}
    assert reading.missed == ("1 parties that the data set names but does not designate were left out",)


def test_a_broken_line_is_reported_and_the_rest_is_read():
    (file,) = data(PERSON, SANCTION)
    reading = read_list([ListFile("x", file.data + b"\n{half a line")], snapshot="n-1")
    assert reading.missed == ("x, line 3: expected an entity with id, schema and properties",)
    assert reading.listings


def test_other_json_lines_are_not_of_this_format():
    (file,) = data(PERSON)
    assert choose([file]).LIST_FORMAT == "followthemoney"
    assert choose([file]).recognise([ListFile("y", b'{"id": 1}')]) == 0


def test_a_collection_of_many_data_sets_is_named_after_the_most_frequent():
    reading = listed(
        entity("p1", "Person", ("a", "b", "c", "d"), name=["X Y"], topics=["sanction"]),
        entity("x", "Person", ("b",), name=["Z"], topics=["sanction"]),
    )
    assert reading.list == "b and 3 more"
