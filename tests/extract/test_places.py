from clew.extract.places import may_be


def test_a_name_of_several_cities_says_which_the_largest_first_and_that_none_is_taken():
    (said,) = may_be("Valencia")
    assert said.startswith("6 cities bear this name: Valencia in VE (")
    assert "Valencia in ES (" in said
    assert said.endswith("and 2 more; none is taken")


def test_a_city_that_outweighs_its_namesakes_is_taken_and_it_is_said():
    (said,) = may_be("Москва")
    assert said.endswith("; the first is taken, it outweighs the others")


def test_a_printed_airport_code_and_a_name_of_one_city_say_which():
    assert may_be("Valencia (VLC)") == ()
    assert may_be("Пермь") == ()
    assert may_be("Nowhere at all") == ()
