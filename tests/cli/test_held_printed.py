"""`clew show` on an entity and a judgement: what holds it together, and what spoke for it."""

import re


def test_an_entity_shows_what_holds_it_and_what_it_falls_into(run_clew, records, kept_case):
    (lena,) = [row for row in records("entities", kept_case) if "Lena Orlova" in row["names"]]
    shown = run_clew("show", kept_case, lena["id"]).stdout
    assert "Held together by" in shown
    assert "share the passport X1000001 (I3, identified)" in shown
    assert "held_by" not in shown


def test_a_judgement_shows_what_spoke_for_it_when_it_was_made(run_clew, records, own_case):
    firms = [row["id"] for row in records("entities", own_case) if row["kind"] == "organization"][:2]
    made = run_clew("judge", own_case, *firms, "unsure", "--why", "no attribute to compare").stdout
    shown = run_clew("show", own_case, re.match(r"j-\w+", made).group()).stdout
    assert "judged on" in shown
    assert "reasons" not in shown
