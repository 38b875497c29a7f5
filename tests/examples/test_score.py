import copy
import json
import subprocess
import sys

import pytest
import score as scorer
from score import score

SLOTS = {
    "F01": ("person", "place", "at_least"),
    "F03": ("person", "stated", "assessed"),
    "F05": ("seller", "intermediary", "buyer", "item"),
    "F06": ("party", "list", "document", "date", "status"),
}


def perfect(truth):
    """Return findings that say exactly what the truth says, each with the last written form of a name."""
    found = []
    for place, want in enumerate(truth["findings"]):
        values = {
            name: want[name][-1] if isinstance(want[name], list) else str(want[name]) for name in SLOTS[want["type"]]
        }
        slots = [{"name": name, "value": value} for name, value in values.items()]
        found.append({"id": f"f-{place}", "type": want["type"], "sentence": str(values), "slots": slots})
    return found


@pytest.fixture
def findings(kept):
    return perfect(kept[0])


def set_slot(finding, name, value):
    changed = copy.deepcopy(finding)
    next(slot for slot in changed["slots"] if slot["name"] == name)["value"] = value
    return changed


def first(findings, kind):
    return next(finding for finding in findings if finding["type"] == kind)


def row(result, kind):
    return next(row for row in result.rows if row.type == kind)


def test_findings_that_say_what_the_truth_says_are_clean(kept, findings):
    result = score(findings, kept[0])
    assert result.clean
    assert sum(row.found for row in result.rows) == len(kept[0]["findings"])


def test_a_planted_miss_is_found(kept, findings):
    findings.remove(first(findings, "F05"))
    result = score(findings, kept[0])
    assert not result.clean
    assert len(row(result, "F05").missed) == 1
    assert not row(result, "F05").false


@pytest.mark.parametrize(
    ("kind", "slot", "value"),
    [
        ("F01", "at_least", "9"),
        ("F03", "stated", "Somebody Else LLC"),
        ("F05", "item", "XX-0000"),
        ("F06", "date", "2024-01-01"),
    ],
)
def test_a_wrong_slot_is_false_and_a_miss(kept, findings, kind, slot, value):
    wrong = first(findings, kind)
    findings[findings.index(wrong)] = set_slot(wrong, slot, value)
    result = row(score(findings, kept[0]), kind)
    assert len(result.false) == 1
    assert len(result.missed) == 1


def test_a_status_turned_round_is_false(kept, findings):
    wrong = next(f for f in findings if {"name": "status", "value": "not_listed_until"} in f["slots"])
    findings[findings.index(wrong)] = set_slot(wrong, "status", "listed")
    assert not score(findings, kept[0]).clean


def test_the_same_thing_said_twice_is_false_the_second_time(kept, findings):
    findings.append(first(findings, "F03"))
    assert len(row(score(findings, kept[0]), "F03").false) == 1


def test_a_decoy_found_is_false(kept, findings):
    decoy = next(decoy for decoy in kept[0]["decoys"] if decoy["what"].startswith("an old order"))
    findings.append(set_slot(first(findings, "F05"), "item", decoy["items"][0]))
    assert len(row(score(findings, kept[0]), "F05").false) == 1


def test_what_may_appear_is_neither_found_nor_false(kept, findings):
    allowed = kept[0]["may_appear"][0]
    extra = set_slot(set_slot(first(findings, "F06"), "document", allowed["document"]), "party", allowed["party"][0])
    result = row(score([*findings, extra], kept[0]), "F06")
    assert not result.false
    assert result.found == result.expected


def test_other_types_are_left_out(kept, findings):
    findings.append({"id": "f-x", "type": "F11", "sentence": "", "slots": []})
    assert score(findings, kept[0]).clean


def test_a_longer_number_is_not_the_number(kept, findings):
    one = first(findings, "F06")
    number = next(slot["value"] for slot in one["slots"] if slot["name"] == "document")
    findings[findings.index(one)] = set_slot(one, "document", f"{number}9")
    assert not score(findings, kept[0]).clean


def test_the_command_exits_one_on_a_miss_and_zero_when_clean(kept, findings, tmp_path):
    lines = tmp_path / "findings.jsonl"
    for given, code in ((findings, 0), (findings[1:], 1)):
        lines.write_text("\n".join(json.dumps(finding, ensure_ascii=False) for finding in given), encoding="utf-8")
        command = [sys.executable, scorer.__file__, str(kept[1] / "truth.json"), str(lines)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == code


@pytest.mark.parametrize("name", ["ofac_sdn", "ofac-sdn", "OFAC SDN"])
def test_the_list_may_be_named_in_any_usual_way(kept, findings, name):
    changed = [set_slot(finding, "list", name) if finding["type"] == "F06" else finding for finding in findings]
    assert score(changed, kept[0]).clean
