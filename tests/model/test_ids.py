from hypothesis import given
from hypothesis import strategies as st

from clew.model.ids import content_id

PARTS = st.lists(st.one_of(st.text(), st.integers(), st.none(), st.lists(st.text(), max_size=3)), max_size=5)


def test_where_one_part_ends_and_the_next_begins_matters():
    assert content_id("c", ["ab", "c"]) != content_id("c", ["a", "bc"])


def test_an_id_says_what_it_names_and_fits_on_a_line():
    assert content_id("c", ["x"]).startswith("c-")
    assert len(content_id("c", ["x"])) == 18


@given(PARTS)
def test_the_same_parts_have_the_same_id_whether_list_or_tuple(parts):
    assert content_id("c", parts) == content_id("c", tuple(tuple(p) if isinstance(p, list) else p for p in parts))
