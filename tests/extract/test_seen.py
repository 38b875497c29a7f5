from clew.extract import stage
from clew.extract.seen import SeenWord, as_sure_as_read
from clew.model.claim import Claim, Quote
from clew.model.source import Page, Span, Word
from clew.store.rows import page_row, word_row

ADD_SOURCE = """insert into sources
    (id, path, sha256, size, media_type, status, reason, pages, parent, reading, added_at, added_by)
    values ('s-one', 'one.png', 'ab', 1, 'image/png', 'read', '', 1, null, 'image@1', '', '')"""
TEXT = "Firm One billed Firm Two"


def claim(*places, reading=1.0):
    quotes = tuple(
        Quote("quote" if not nth else "object", Span("s-one", page, start, stop), TEXT[start:stop])
        for nth, (page, start, stop) in enumerate(places)
    )
    return Claim("Firm One", "billed", "Firm Two", quotes, reading=reading)


SEEN = {1: [SeenWord(4, 0, 0.9), SeenWord(8, 5, 0.8), SeenWord(15, 9, 0.95), SeenWord(24, 16, 0.7)]}


def lowered(one, seen=None):
    (found,) = as_sure_as_read([one], SEEN if seen is None else seen)
    return found


def test_a_claim_is_no_surer_than_the_worst_line_under_its_quotes():
    assert lowered(claim((1, 0, 24))).reading == 0.7
    assert lowered(claim((1, 0, 8), (1, 9, 15))).reading == 0.8


def test_words_beside_a_quote_do_not_count():
    assert lowered(claim((1, 9, 15))).reading == 0.95
    assert lowered(claim((1, 8, 9))).reading == 1.0


def test_a_claim_that_was_less_sure_already_stays_so():
    assert lowered(claim((1, 0, 24), reading=0.5)).reading == 0.5


def test_a_page_with_a_text_of_its_own_takes_nothing_away():
    assert lowered(claim((2, 0, 8))).reading == 1.0
    assert lowered(claim((1, 0, 8)), {}).reading == 1.0


def test_a_claim_keeps_its_id_however_surely_it_was_read():
    assert lowered(claim((1, 0, 24))).id == claim((1, 0, 24)).id


def test_claims_of_a_scanned_source_are_kept_with_what_their_lines_are_worth(case):

    text = "INVOICE No. 17\nDate: 2024-03-05\nSeller: Firm One LLC\nBuyer: Firm Two LLC\nTotal: 10.00 USD"
    words = [Word(1, 0, len(text), 0, 0, 9, 9, confidence=0.83)]
    with case.batch() as batch:
        batch.execute("sources", ADD_SOURCE)
        batch.add("pages", [page_row("s-one", Page(1, text, engine="rapidocr 3.10 PP-OCRv6"), reading="image@1")])
        batch.add("words", [word_row("s-one", word, reading="image@1") for word in words])
    stage.run(case)
    found = {round(row["reading"], 3) for row in case.query("select reading from claims")}
    assert found
    assert max(found) <= 0.83
