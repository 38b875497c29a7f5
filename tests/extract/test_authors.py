"""Whose words a mail or a letter's own sentences are. Every person and firm here is invented."""

import pytest

from clew.extract.document import Document
from clew.extract.mapping import Mapping
from clew.extract.one import extract
from clew.model.source import Page

THREAD = """From: Pavel Strelnik <p.strelnik@belstrand.example>
To: Marta Quill <m.quill@belstrand.example>
Subject: Re: Hamburg

Dmitri Zelenko travelled to Hamburg on 12 January 2025.

On Mon, Jan 6, 2025 at 9:12 AM, Marta Quill <m.quill@belstrand.example> wrote:
> Hartwell Freight GmbH shipped 40 units to Orlanto Trading FZE.
> 06.01.2025 08:55, Ines Okafor пишет:
>> Belstrand Logistics Ltd is owned by Orlanto Group.
"""
LETTER = """Belstrand Logistics Ltd
12 Quay Street, Velmar

To: Hartwell Freight GmbH
Date: 5 January 2025

Dear Ms Anders,

As agreed, our colleague Pavel Strelnik will travel to Hamburg to inspect the goods.
Please confirm receipt.

Yours sincerely,
Marta Quill
Managing Director
"""


def told(text, media_type="text/plain"):
    found = extract(Document("s-x", media_type, (Page(1, text),)), Mapping(()))
    return found.record_type, {
        claim.predicate: (claim.subject, claim.holders, claim.stance, claim.modality) for claim in found.claims
    }


def test_each_writer_of_a_thread_says_his_own_part():
    kind, claims = told(THREAD, "message/rfc822")
    assert kind == "mail"
    assert claims["travels_to"] == ("Dmitri Zelenko", ("Pavel Strelnik",), "party_says", "unknown")
    assert claims["shipped"][:3] == ("Hartwell Freight GmbH", ("Marta Quill",), "party_says")
    assert claims["owns"][:3] == ("Orlanto Group", ("Ines Okafor",), "party_says")
    assert "says" not in claims, "a line that says who wrote is no statement"


def test_a_mail_that_greets_and_closes_is_a_mail_still():
    body = "Dear Ms Quill,\n\nPlease see below. Dmitri Zelenko travelled to Hamburg.\n\nKind regards,\nPavel Strelnik\n"
    text = THREAD.split("\n\n", maxsplit=1)[0] + "\n\n" + body
    kind, claims = told(text, "message/rfc822")
    assert (kind, claims["travels_to"][1]) == ("mail", ("Pavel Strelnik",))
    listed = body.replace(
        "Please see below.", "We invite our specialists to visit:\n1. Dmitri Zelenko, engineer, passport 4512 345678\n"
    )
    assert told(THREAD.split("\n\n", maxsplit=1)[0] + "\n\n" + listed, "message/rfc822")[0] == "letter"


def test_a_quoted_part_whose_writer_no_line_names_is_nobodys():
    _, claims = told(
        THREAD.replace("On Mon, Jan 6, 2025 at 9:12 AM, Marta Quill <m.quill@belstrand.example> wrote:\n", ""),
        "message/rfc822",
    )
    assert claims["shipped"][1:3] == ((), "unknown")
    assert claims["travels_to"][1] == ("Pavel Strelnik",)


def test_a_forwarded_part_is_its_own_writers():
    text = (
        "From: Pavel Strelnik <p@belstrand.example>\nSubject: Fw: boxes\n\nSee below.\n\n-----Original Message-----\n"
        "From: Marta Quill\nSubject: boxes\n\nHartwell Freight GmbH shipped 40 units to Orlanto Trading FZE.\n"
    )
    assert told(text, "message/rfc822")[1]["shipped"][1] == ("Marta Quill",)


def test_what_stands_unmarked_behind_a_quoting_line_is_not_the_senders():
    text = (
        "From: Pavel Strelnik <p@belstrand.example>\nSubject: Re: boxes\n\nSee below.\n\n"
        "On Mon, Jan 6, 2025 at 9:12 AM, Marta Quill <m@belstrand.example> wrote:\n\n"
        "Hartwell Freight GmbH shipped 40 units to Orlanto Trading FZE.\n"
    )
    assert told(text, "message/rfc822")[1]["shipped"][1] == ("Marta Quill",)


def test_a_line_of_the_text_that_begins_with_from_names_no_writer():
    text = THREAD.split("On Mon", maxsplit=1)[0].replace("Dmitri", "From: Berlin\nUntil: Thursday\n\nDmitri")
    assert told(text, "message/rfc822")[1]["travels_to"][1] == ("Pavel Strelnik",)


def test_the_plan_of_a_letter_is_its_senders():
    kind, claims = told(LETTER)
    assert kind == "letter"
    assert claims["travels_to"] == ("Pavel Strelnik", ("Belstrand Logistics Ltd",), "party_says", "planned")


def test_beside_we_stands_who_writes_and_the_word_stays():
    text = LETTER.replace("Please confirm receipt.", "We understand that payment was made by Orlanto Trading FZE.")
    found = extract(Document("s-x", "text/plain", (Page(1, text),)), Mapping(()))
    (said,) = (claim for claim in found.claims if claim.predicate == "says")
    assert said.holders == ("We",)
    assert dict(said.qualifiers)["writer"] == "Belstrand Logistics Ltd"


def test_a_letter_that_names_no_sender_says_it_for_nobody():
    text = LETTER.replace("Belstrand Logistics Ltd\n", "")
    assert told(text)[1]["travels_to"][1:3] == ((), "unknown")


def test_a_newspapers_own_telling_stays_its_own():
    text = (
        "By Ines Okafor\n\nVELMAR, 3 May 2025 - Officials said the port was closed. The mayor said nothing was stolen. "
        "Pavel Strelnik travelled to Hamburg on 12 January 2025. The police said an inquiry was open.\n"
    )
    kind, claims = told(text)
    assert (kind, claims["travels_to"][1:3]) == ("news", ((), "reported"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("From: Ines Okafor <i@quay.example>\nSubject: keys\n\nBack on Monday.\n", "mail"),
        ("A note.\nFrom: the archive\nSubject matter: none\n", "unrecognised"),
    ],
)
def test_a_mail_saved_as_text_is_told_by_its_header(text, kind):
    assert told(text)[0] == kind
