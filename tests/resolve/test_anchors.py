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


def in_case(id_, text, nominative, **where):
    return row(id_, text, ("nominative", nominative), record="news", **where)


def test_a_name_in_another_case_is_the_one_in_the_nominative_and_called_by_it():
    (anchor,) = anchors(
        [
            in_case("m1", "Глеба Лапшина", "Глеб Лапшин"),
            in_case("m2", "Глеба Лапшина", "Глеб Лапшин"),
            row("m3", "Глеб Лапшин", record="news"),
        ]
    )
    assert (anchor.text, anchor.form, anchor.mentions) == ("Глеб Лапшин", "", ("m1", "m2", "m3"))


def test_letters_that_also_stand_in_the_nominative_in_the_document_are_another_name():
    found = anchors(
        [
            row("m1", "Лапшина", record="news"),  # a woman's name
            in_case("m2", "Лапшина", "Лапшин"),  # a man's, or hers once more, misread
            row("m3", "Лапшин", record="news"),
        ]
    )
    assert sorted(anchor.mentions for anchor in found) == [("m1", "m2"), ("m3",)]


def test_a_name_in_another_case_alone_keeps_its_letters_and_is_compared_in_the_nominative():
    told, printed = anchors(
        [
            in_case("m1", "Завода «Вектор»", "Завод «Вектор»", kind="organization"),
            row("m2", "Завод «Вектор»", kind="organization", record="invoice", source="s2"),
        ]
    )
    if told.source != "s1":
        told, printed = printed, told
    assert (told.text, told.form) == ("Завода «Вектор»", "Завод «Вектор»")
    assert told.key == printed.key


def test_a_ships_name_in_prose_is_the_ships_where_a_document_prints_its_number():
    found = anchors(
        [
            row("m1", "Veshnyak Star", ("imo", "9074729"), kind="vessel", record="unrecognised"),
            row("m2", "Veshnyak Star", kind="organization", record="news", source="s2"),
        ]
    )
    assert [anchor.kind for anchor in found] == ["vessel", "vessel"]
