from hypothesis import given
from hypothesis import strategies as st

from clew.resolve.anchors import MentionRow, anchors, undisputed
from clew.resolve.cluster import cluster
from clew.resolve.decide import judgement

AT = "2026-01-01T00:00:00Z"


def named(*rows):
    """Anchors from (source, text, identifiers…)."""
    return anchors(
        MentionRow(f"m{number:03}", source, text, "person", identifiers, "passenger_record")
        for number, (source, text, *identifiers) in enumerate((row[0], row[1], *row[2:]) for row in rows)
        for identifiers in [tuple(identifiers)]
    )


def groups(clustering):
    return sorted(sorted(entity.anchors) for entity in clustering.entities)


def of(source, found):
    return next(anchor.id for anchor in found if anchor.source == source)


def judged(left, right, decision, on=()):
    return judgement(left, right, decision, why="seen both papers", by="A. Analyst", at=AT, on=on)


P1, P2 = ("passport", "X0000001"), ("passport", "X0000002")


def test_an_equal_name_in_two_documents_is_one_entity_at_the_level_of_a_name():
    found = named(("s1", "Ivan Petrov"), ("s2", "PETROV/IVAN"), ("s3", "Иван Петров"))
    (entity,) = cluster(found).entities
    assert entity.level == "I1"
    assert set(entity.names) == {"Ivan Petrov", "PETROV/IVAN", "Иван Петров"}


def test_a_passport_romanisation_joins_its_cyrillic_name():
    (entity,) = cluster(named(("s1", "Iurii Zaitsev"), ("s2", "Юрий Зайцев"))).entities
    assert entity.kind == "person"


def test_two_names_that_meet_in_one_spelling_are_not_joined_by_it():
    found = named(("s1", "Natalia Orlova"), ("s2", "Наталья Орлова"), ("s3", "Наталия Орлова"))
    clustering = cluster(found)
    assert not any({of("s2", found), of("s3", found)} <= set(entity.anchors) for entity in clustering.entities)


def test_an_equal_passport_joins_different_names_at_the_level_of_an_identifier():
    (entity,) = cluster(named(("s1", "Ivan Petrov", P1), ("s2", "Ivan Petroff", P1))).entities
    assert entity.level == "I3"


def test_pinyin_joins_nothing():
    assert len(cluster(named(("s1", "张伟明"), ("s2", "Zhang Weiming"))).entities) == 2


def test_namesakes_with_different_passports_stay_apart_and_the_name_is_contested():
    found = named(
        ("s1", "Ivan Petrov", P1), ("s2", "Ivan Petrov", P2), ("s3", "Ivan Petrov"), ("s4", "Petrov, Ivan", P1)
    )
    clustering = cluster(found)
    assert sorted(map(len, groups(clustering))) == [1, 1, 2]
    (contested,) = clustering.contested
    assert contested.key == "name:person:ivan petrov"
    assert "passport" in contested.why
    assert len({entity.id for entity in clustering.entities}) == 3


def test_a_contested_name_with_the_same_day_of_birth_is_joined_by_it():
    born = ("birth_date", "1980-01-02")
    found = named(
        ("s1", "Ivan Petrov", born), ("s2", "Ivan Petrov", born), ("s3", "Ivan Petrov", ("birth_date", "1955-05-05"))
    )
    clustering = cluster(found)
    assert sorted(map(len, groups(clustering))) == [1, 2]
    assert {entity.level for entity in clustering.entities if len(entity.anchors) == 2} == {"I2"}


def test_a_name_does_not_join_parties_whose_identifiers_differ():
    found = named(("s1", "Anna Orlova", P1), ("s2", "Anna Orlova"), ("s2", "Anna Belova"), ("s3", "Anna Belova", P2))
    two = [anchor.id for anchor in found if anchor.source == "s2"]
    clustering = cluster(found, [judged(*two, "same")])
    assert any("passport differs" in refusal.why for refusal in clustering.blocked)


def test_a_person_joins_what_the_machine_does_not():
    found = named(("s1", "Ivan Petrov"), ("s2", "I. Petrov"))
    decision = judged(of("s1", found), of("s2", found), "same", on=("phone", "employer"))
    clustering = cluster(found, [decision])
    (entity,) = clustering.entities
    assert entity.level == "I4"
    assert (entity.id, decision) in clustering.links


def test_a_person_parts_what_the_machine_joins():
    found = named(("s1", "Ivan Petrov"), ("s2", "Ivan Petrov"))
    decision = judged(of("s1", found), of("s2", found), "different")
    clustering = cluster(found, [decision])
    assert len(clustering.entities) == 2
    assert [refusal.by for refusal in clustering.blocked] == [decision.id]


def test_a_judgement_switched_off_joins_no_longer():
    found = named(("s1", "Ivan Petrov"), ("s2", "I. Petrov"))
    decision = judged(of("s1", found), of("s2", found), "same")
    assert len(cluster(found, [decision], off={decision.id}).entities) == 2


def test_a_judgement_on_a_name_that_left_the_case_is_reported():
    found = named(("s1", "Ivan Petrov"))
    decision = judged(found[0].id, "a-gone", "same")
    assert cluster(found, [decision]).unplaced == (decision.id,)


def test_a_person_and_a_firm_with_one_number_are_not_joined():
    rows = [
        MentionRow("m1", "s1", "Ivan Petrov", "person", (("inn", "0000000001"),), "invoice"),
        MentionRow("m2", "s2", "Vektor LLC", "organization", (("inn", "0000000001"),), "invoice"),
    ]
    clustering = cluster(anchors(rows))
    assert len(clustering.entities) == 2
    assert clustering.blocked


def test_the_name_shown_is_the_one_met_most_often():
    found = named(("s1", "Ivan Petrov"), ("s2", "PETROV/IVAN"), ("s3", "PETROV/IVAN"))
    assert cluster(found).entities[0].name == "PETROV/IVAN"


def test_every_mention_belongs_to_one_entity():
    found = named(("s1", "Ivan Petrov"), ("s2", "Petrov, Ivan"), ("s2", "Anna Orlova"))
    assert set(cluster(found).members) == {"m000", "m001", "m002"}


people = st.lists(
    st.tuples(
        st.sampled_from(["s1", "s2", "s3", "s4"]),
        st.sampled_from(["Ivan Petrov", "Иван Петров", "I. Petrov", "Iurii Zaitsev", "Юрий Зайцев", "张伟"]),
        st.sampled_from([(), (P1,), (P2,), (("birth_date", "1980-01-02"),), (("birth_date", "1955-05-05"), P1)]),
    ).map(lambda row: (row[0], row[1], *row[2])),
    min_size=1,
    max_size=9,
)
decisions = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(["same", "different"])), max_size=4
)


def with_judgements(rows, chosen):
    found = named(*rows)
    pairs = [(found[a % len(found)].id, found[b % len(found)].id, decision) for a, b, decision in chosen]
    return found, [judged(a, b, decision) for a, b, decision in pairs if a != b]


@given(people, decisions, st.randoms())
def test_the_order_of_the_input_does_not_matter(rows, chosen, random):
    found, judgements = with_judgements(rows, chosen)
    shuffled = random.sample(found, len(found)), random.sample(judgements, len(judgements))
    assert cluster(found, judgements) == cluster(*shuffled)


@given(people, decisions, st.data())
def test_switching_a_same_link_off_never_joins_two_entities(rows, chosen, data):
    found, judgements = with_judgements(rows, chosen)
    whole = cluster(found, judgements)
    links = sorted({link.id for _, link in whole.links})
    off = data.draw(st.sets(st.sampled_from(links))) if links else set()
    before = {anchor: entity.id for entity in whole.entities for anchor in entity.anchors}
    for entity in cluster(found, judgements, off=off).entities:
        assert len({before[anchor] for anchor in entity.anchors}) == 1


@given(people, decisions)
def test_what_a_person_called_different_is_never_one_entity(rows, chosen):
    found, judgements = with_judgements(rows, chosen)
    entities = cluster(found, judgements).entities
    for decision in judgements:
        if decision.decision == "different":
            assert not any({decision.left, decision.right} <= set(entity.anchors) for entity in entities)


@given(people, decisions)
def test_entity_ids_are_distinct(rows, chosen):
    found, judgements = with_judgements(rows, chosen)
    ids = [entity.id for entity in cluster(found, judgements).entities]
    assert len(ids) == len(set(ids))


def test_the_two_parties_of_one_dealing_are_not_joined_by_a_passport_they_seem_to_share():
    found = named(("s1", "Lena Orlova", P1), ("s2", "Ilya Frolov", P1))
    assert len(cluster(found).entities) == 1
    parted = cluster(found, dealings=[(of("s1", found), of("s2", found))])
    assert len(parted.entities) == 2
    assert "two parties of one dealing" in parted.blocked[0].why


def test_a_number_printed_with_both_sides_of_one_dealing_belongs_to_neither():
    found = named(("s1", "Lena Orlova", P1), ("s2", "Ilya Frolov", P1, P2))
    kept, left_out = undisputed(found, [(of("s1", found), of("s2", found))])
    assert [anchor.identifiers for anchor in sorted(kept, key=lambda anchor: anchor.source)] == [(), (P2,)]
    assert {key for _, key in left_out} == {"passport:X0000001"}


def test_a_number_printed_with_one_side_only_stays_with_it():
    found = named(("s1", "Lena Orlova", P1), ("s2", "Ilya Frolov", P2))
    assert undisputed(found, [(of("s1", found), of("s2", found))]) == (sorted(found, key=lambda a: a.id), ())


def test_a_party_is_called_by_its_name_in_the_nominative_and_the_link_says_how_another_case_was_read():
    beside = (("nominative", "Глеб Лапшин"),)
    found = anchors(
        [
            *(MentionRow(f"m{number}", "s1", "Глеба Лапшина", "person", beside, "news") for number in range(3)),
            MentionRow("m9", "s2", "Gleb Lapshin", "person", (), "news"),
        ]
    )
    clustering = cluster(found)
    (entity,) = clustering.entities
    assert (entity.names, entity.level) == (("Gleb Lapshin", "Глеба Лапшина"), "I1")
    (why,) = {link.why for _, link in clustering.links if link.left == of("s1", found)}
    assert "Глеба Лапшина" in why
    assert "Глеб Лапшин," in why


def test_a_woman_of_the_name_is_not_joined_with_the_man_whose_name_stands_in_another_case():
    beside = (("nominative", "Евгений Лапшин"),)
    found = anchors(
        [
            MentionRow("m1", "s1", "Евгения Лапшина", "person", beside, "news"),
            MentionRow("m2", "s2", "Евгения Лапшина", "person", (), "news"),
        ]
    )
    assert len(cluster(found).entities) == 2
