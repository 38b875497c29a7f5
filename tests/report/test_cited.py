from invented_chain import SELLER

from clew.model.source import Span
from clew.report.citation import ClaimCitation, JudgementCitation, ListCitation, Part, SlotAsked
from clew.report.cited import SlotCited, cite_findings, cut_sentence, join_repeated


def claim_note(*, words: str, number: int = 1, parts: dict[str, str] | None = None) -> ClaimCitation:
    fields = dict.fromkeys(ClaimCitation.__slots__, "") | {"number": number, "words": words, "predicate": "billed"}
    whole = Part("quote", words, Span("s-one", 1, 0, len(words)))
    read = [Part(r, w, Span("s-one", 1, words.index(w), words.index(w) + len(w))) for r, w in (parts or {}).items()]
    return ClaimCitation(**fields | {"parts": (whole, *read), "qualifiers": (), "kind": "claim"})


PAGES = "select source, number, text from pages"


def test_every_slot_of_every_finding_resolves_to_words_that_stand_in_the_page(chain_case):
    pages = {(row["source"], row["number"]): row["text"] for row in chain_case.query(PAGES)}
    (finding,), _ = cite_findings(chain_case)
    notes = {note.number: note for note in finding.citations}
    assert finding.slots
    for slot in finding.slots:
        cited = [notes[number] for number in slot.notes if isinstance(notes[number], ClaimCitation)]
        assert cited, slot.name
        for note in cited:
            for part in note.parts:
                assert pages[part.span.source, part.span.page][part.span.start : part.span.stop] == part.words
            assert "".join(piece.text for piece in note.pieces) == note.words


def test_a_slot_names_the_words_its_value_was_read_from(chain_case):
    (finding,), _ = cite_findings(chain_case)
    slots = {slot.name: slot for slot in finding.slots}
    assert slots["second_date"].words == ("21.04.2024",)
    assert slots["date"].words == ("5 March 2024",)
    assert slots["seller"].words == (SELLER,)


def test_the_pieces_of_a_sentence_are_the_sentence(chain_case):
    (finding,), _ = cite_findings(chain_case)
    assert "".join(piece.text for piece in finding.pieces) == finding.sentence


def test_a_count_is_not_found_inside_a_year():
    pieces = cut_sentence("In 2024 at least 2 visits.", [SlotCited("count", "2", (1,), ())])
    assert [piece.text for piece in pieces if piece.notes] == ["2"]
    assert pieces[0].text == "In 2024 at least "


def test_two_slots_with_one_value_take_two_places():
    pieces = cut_sentence("A bills B; B bills C", [SlotCited("to", "B", (1,), ()), SlotCited("from", "B", (2,), ())])
    assert [piece.notes for piece in pieces if piece.text == "B"] == [(1,), (2,)]


def test_a_judgement_says_who_joined_what_and_why(chain_case):
    (finding,), _ = cite_findings(chain_case)
    note = next(note for note in finding.citations if isinstance(note, JudgementCitation))
    assert (note.by, note.why, note.level) == ("tester", "same registration number", "I4")
    assert (note.left.path, note.right.path) == ("invoices/in.pdf", "invoices/out.txt")


def test_a_list_entry_says_which_snapshot_it_stands_in(chain_case):
    (finding,), _ = cite_findings(chain_case)
    note = next(note for note in finding.citations if isinstance(note, ListCitation))
    assert (note.list, note.entry, note.as_of, note.sha256) == ("invented-list", "1234", "2024-03-01", "ab12")


def test_a_party_that_speaks_as_an_outside_assessor_is_not_asked_for_a_reply(chain_case):
    (finding,), _ = cite_findings(chain_case)
    assert SELLER in finding.silent
    assert "a spokesman" not in finding.silent


def test_a_name_that_stands_twice_carries_its_note_twice_and_a_count_once():
    slots = [SlotCited("who", "Meridian", (1,), ()), SlotCited("count", "4", (2,), ())]
    pieces = cut_sentence("Meridian sold 4; Meridian bought 4.", slots)
    assert [piece.text for piece in pieces if piece.notes] == ["Meridian", "4", "Meridian"]


def test_a_party_is_found_by_every_name_it_goes_by_and_a_short_value_only_by_its_role():
    note = claim_note(words="1 KL-90 ООО Меридиан", parts={"line": "1", "item": "KL-90", "subject": "ООО Меридиан"})
    assert note.words_for(SlotAsked("intermediary", frozenset(("Meridian LLC", "ООО Меридиан")))) == ("ООО Меридиан",)
    assert note.words_for(SlotAsked("pairs", frozenset(("1",)))) == ()
    assert note.words_for(SlotAsked("item_1", frozenset(("another",)))) == ("KL-90",)


def test_the_same_words_cited_twice_are_shown_once_with_both_numbers():
    first, second = claim_note(words="It denies it.", number=1), claim_note(words="It denies it.", number=2)
    assert [numbers for _, numbers in join_repeated([first, second])] == [(1, 2)]
