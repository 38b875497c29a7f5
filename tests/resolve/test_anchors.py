from clew.resolve.anchors import MentionRow, anchors


def row(id_, text, *identifiers, source="s1", kind="person", record="passenger_record"):
    return MentionRow(id_, source, text, kind, identifiers, record)


def test_spellings_of_one_name_in_one_source_are_one_anchor():
    (anchor,) = anchors([row("m1", "PETROV/IVAN MR"), row("m2", "PETROV/IVAN MR"), row("m3", "Ivan Petrov")])
    assert anchor.mentions == ("m1", "m2", "m3")
    assert anchor.text == "PETROV/IVAN MR"
    assert anchor.surfaces == (("PETROV/IVAN MR", 2), ("Ivan Petrov", 1))


def test_one_name_in_two_sources_is_two_anchors():
    assert len(anchors([row("m1", "Ivan Petrov"), row("m2", "Ivan Petrov", source="s2")])) == 2


def test_two_passports_under_one_name_in_one_source_are_two_anchors():
    found = anchors(
        [
            row("m1", "Ivan Petrov", ("passport", "X1")),
            row("m2", "Ivan Petrov", ("passport", "X2")),
            row("m3", "Ivan Petrov"),
        ]
    )
    assert sorted(anchor.mentions for anchor in found) == [("m1",), ("m2",), ("m3",)]


def test_one_passport_written_in_two_ways_is_one_anchor():
    found = anchors([row("m1", "Ivan Petrov", ("passport", "AB 1")), row("m2", "Ivan Petrov", ("passport", "ab1"))])
    assert len(found) == 1


def test_a_passport_and_a_birth_date_do_not_differ():
    found = anchors(
        [row("m1", "Ivan Petrov", ("passport", "X1")), row("m2", "Ivan Petrov", ("birth_date", "1980-01-02"))]
    )
    assert len(found) == 1


def test_a_name_in_prose_takes_the_kind_that_records_give_it():
    found = anchors(
        [
            row("m1", "Vektor Pribor LLC", kind="organization", record="invoice"),
            row("m2", "Vektor Pribor LLC", kind="person", record="news", source="s2"),
        ]
    )
    assert {anchor.kind for anchor in found} == {"organization"}
    assert len({anchor.key for anchor in found}) == 1


def test_a_name_in_prose_that_no_record_has_keeps_its_kind():
    (anchor,) = anchors([row("m1", "Vektor Pribor", kind="organization", record="news")])
    assert anchor.kind == "organization"
    assert not anchor.is_record
