from collections import Counter

from clew.extract.prose._kinds import told_votes


def test_votes_are_told_the_most_first_and_those_against_too():
    votes = Counter({"organization": 2, "person": 9, "place": -3, "product": 0})
    assert told_votes(votes) == ("votes of the document's words: person 9, organization 2, place -3",)


def test_a_name_without_votes_says_nothing():
    assert told_votes(Counter()) == ()
