"""A word of a Russian sentence goes in; the speakers that "по словам X", "согласно X", "если верить X" name come out."""

from clew.extract.prose._telling import Party
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers

_INDEFINITE = frozenset(
    {
        "некоторый",
        "предварительный",
        "неподтвержденный",
        "имеющийся",
        "разный",
        "неофициальный",
        "последний",
        "некий",
        "слух",
        "непроверенный",
    }
)


def by_words(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    """Return the speakers of "по словам X", "согласно X", "если верить X", "как стало известно X", with first and last word."""
    following = speakers.words[word.index + 1] if word.index + 1 < len(speakers.words) else None
    if following is None:
        return None
    if word.lower == "по" and following.part != "PUNCT":
        return _by(speakers, word)
    if word.lower in {"со", "с"} and following.lower in {"слов", "точки"}:
        return _by(speakers, word)
    if word.lower == "согласно" and is_source_after(speakers, word):
        head = speakers.head_after(word.index + 1, cases={"Dat", "Gen", "Nom"})
        return _phrase(speakers, word.index, head) if head is not None else None
    if word.lower == "верить" and speakers.words[word.index - 1].lower == "если":
        head = speakers.head_after(word.index + 1, cases={"Dat"})
        return _phrase(speakers, word.index - 1, head) if head is not None else None
    if word.lower == "известно" and speakers.words[word.index - 1].lower in {"стало", "было"}:
        head = (
            following
            if following.case == "Dat"
            else next(
                (
                    other
                    for other in speakers.words[word.index + 1 : word.index + 4]
                    if other.case == "Dat" and other.part in {"NOUN", "PROPN", "X"}
                ),
                None,
            )
        )
        start = word.index - 1 - (word.index > 1 and speakers.words[word.index - 2].lower == "как")
        party: tuple[Party, ...] = (speakers.party(head),) if head is not None else ()
        party = tuple(
            Party(each.place, each.text, "publisher" if each.role == "party" else each.role, each.name)
            for each in party
        )
        last = speakers.tree.phrase(head)[1] if head is not None else word.index
        if (
            last + 2 < len(speakers.words)
            and speakers.words[last + 1].text == ","
            and speakers.words[last + 2].lower == "что"
        ):
            last += 2
        return party, start, last
    return None


def is_source_after(speakers: Speakers, word: Word) -> bool:
    """Say whether "согласно" leads to somebody or some paper that says a thing, not to a law or a plan."""
    head = speakers.head_after(word.index + 1, cases={"Dat", "Gen", "Nom"})
    return head is not None and head.lemma not in lexicon.NO_SOURCE and not head.lower.startswith("котор")


def _by(speakers: Speakers, word: Word) -> tuple[tuple[Party, ...], int, int] | None:
    noun = next(
        (
            other
            for other in speakers.words[word.index + 1 : word.index + 4]
            if other.lemma in lexicon.BY_WORDS or (other.lemma == "условие" and other.case == "Dat")
        ),
        None,
    )
    of_words = word.lower in {"со", "с"}
    if of_words:
        noun = next(
            (other for other in speakers.words[word.index + 1 : word.index + 3] if other.lower in {"слов", "зрения"}),
            None,
        )
    if noun is None or (not of_words and noun.case not in {"Dat", "Loc", ""}):
        return None
    between = speakers.words[word.index + 1 : noun.index]
    if noun.lemma == "условие":
        return _phrase(speakers, word.index, noun)  # "по условиям договора": the paper says it
    if not of_words and any(other.part not in {"ADJ", "DET", "PRON", "ADV"} for other in between):
        return None
    possessive = next(
        (
            other
            for other in between
            if other.lower in {"его", "ее", "их", "моим", "нашим", "нашей", "моему", "нашему", "моей"}
        ),
        None,
    )
    if possessive is not None and possessive.lower not in {"его", "ее", "их"}:
        return None  # "по нашим подсчётам": the author's own
    if possessive is not None:
        party = Party(possessive.place, possessive.text, "pronoun")
        return (party,), word.index, noun.index
    if noun.index + 1 < len(speakers.words):
        head = _genitive_after(speakers, noun)
        if head is not None:
            return _phrase(speakers, word.index, head)
    if noun.lemma == "слух" or any(other.lemma in _INDEFINITE for other in between):
        return (), word.index, noun.index
    return None


def _genitive_after(speakers: Speakers, noun: Word) -> Word | None:
    for word in speakers.words[noun.index + 1 : noun.index + 6]:
        if word.text == ",":
            return None
        if word.lower in {"его", "ее", "их"} and any(
            other.part == "NOUN" and other.case == "Gen" for other in speakers.words[word.index + 1 : word.index + 3]
        ):
            continue
        if word.part in {"NOUN", "PROPN", "PRON", "X"} and word.case in {"Gen", "", "Nom"}:
            return word
        if word.lower in {"одного", "одной", "же"}:
            continue
        if word.part not in {"ADJ", "NUM", "DET", "PUNCT", "X", "ADP"} and word.forms.get("VerbForm") != "Part":
            return None
    return None


def _phrase(speakers: Speakers, first: int, head: Word) -> tuple[tuple[Party, ...], int, int]:
    """Return parties of a head with where the phrase ends: behind a clause that hangs on it between commas."""
    heads = speakers.tree.conjuncts(head)
    parties = tuple(speakers.party(each) for each in heads)
    last = max(speakers.tree.phrase(each)[1] for each in heads)
    for party in parties:
        last = max([last, *(word.index for word in speakers.words if party.place.holds(word.place))])
    follows = speakers.words[last + 1 : last + 4]
    if (
        len(follows) > 1
        and follows[0].text == ","
        and any(
            other.forms.get("VerbForm") == "Part" and not other.is_finite and other.lemma != "указать"
            for other in follows[1:3]
        )
        | any(other.lower.startswith("котор") for other in follows[1:3])
    ):
        closing = next((word.index for word in speakers.words[last + 2 :] if word.text == ","), None)
        last = closing - 1 if closing is not None else last
    return parties, first, last
