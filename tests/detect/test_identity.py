from switching import joined

from clew.detect.evidence import Link, Party
from clew.detect.identity import Bundle, Identity, gather
from clew.detect.wording import FORBIDDEN, fold_code, join_words, name_party
from clew.model.records import Leaf

C1, C2, C3 = (Leaf("claim", f"c-{n}") for n in (1, 2, 3))


def test_a_superset_of_a_support_is_dropped():
    supports, complete = gather([Bundle(frozenset({C1, C2})), Bundle(frozenset({C1}))], Identity.of((), ()), most=8)
    assert (supports, complete) == (((C1,),), True)


def test_each_way_to_join_two_names_is_a_support_of_its_own():
    links = (*joined("e", ["a-1", "a-2"]), *joined("e", ["a-1", "a-2"], by="inn:1"))
    bundle = Bundle(frozenset({C1}), (("e", frozenset({"a-1", "a-2"})),))
    supports, complete = gather([bundle], Identity.of((), links), most=8)
    assert (len(supports), complete) == (2, True)


def test_names_that_nothing_joins_carry_nothing():
    bundle = Bundle(frozenset({C1}), (("e", frozenset({"a-1", "a-2"})),))
    assert gather([bundle], Identity.of((), ()), most=8) == ((), True)


def test_more_supports_than_may_be_listed_are_said_to_be_more():
    bundles = [Bundle(frozenset({leaf})) for leaf in (C3, C1, C2)]
    assert gather(bundles, Identity.of((), ()), most=2) == (((C1,), (C2,)), False)


def test_only_a_name_is_called_a_name():
    assert name_party(Party("e", "Lin Qiao", "person", "I1")) == "a person with the name Lin Qiao"
    assert name_party(Party("e", "Veltra", "organization", "I2")) == "Veltra"


def test_hyphens_of_any_kind_blanks_and_case_do_not_tell_codes_apart():
    assert fold_code("KD\N{NON-BREAKING HYPHEN}40") == fold_code("kd 40") == "kd40"
    assert fold_code("KD-40") != fold_code("KD-400")


def test_words_are_joined_as_a_list():
    assert [join_words(words) for words in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]


def test_words_of_guilt_are_found_and_plain_words_are_not():
    assert all(
        FORBIDDEN.search(text)
        for text in ("this proved it", "a smuggler", "the agent", "a front", "covertly", "linked to X")
    )
    assert not FORBIDDEN.search("The agency billed the frontier firm; improved terms.")


def test_a_party_is_known_by_the_names_a_finding_uses_not_by_all_it_has():
    links = (
        Link("j-1", "a-1", "passport:X1", "e", "I3"),
        Link("j-2", "a-2", "passport:X1", "e", "I3"),
        Link("j-3", "a-1", "name:person:lin qiao", "e", "I1"),
        Link("j-4", "a-news", "name:person:lin qiao", "e", "I1"),
    )
    identity = Identity.of([Party("e", "Lin Qiao", "person", "I1")], links)
    assert identity.joined("e", frozenset({"a-1", "a-2"})) == "I3"
    assert identity.joined("e", frozenset({"a-1", "a-news"})) == "I1"
    assert identity.joined("e", frozenset({"a-2"})) == "I3"
    assert identity.joined("e", frozenset({"a-news"})) == "I1"


def test_the_best_identified_bundle_says_how_its_parties_are_known():
    links = (Link("j-1", "a-1", "inn:1", "e", "I3"), Link("j-2", "a-2", "name:organization:veltra", "e", "I1"))
    identity = Identity.of([Party("e", "Veltra", "organization", "I1")], links)
    by_name, by_number = (Bundle(frozenset(), (("e", frozenset({anchor})),)) for anchor in ("a-2", "a-1"))
    parties, level = identity.known([by_name, by_number])
    assert (parties["e"].level, level) == ("I3", "I3")
    assert identity.known([by_name])[1] == "I1"
