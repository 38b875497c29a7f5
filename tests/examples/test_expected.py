"""The truth of the cases, checked against the papers and by its own simple counts."""

import csv
import io
import json
from datetime import date, datetime

import cast
import expected
import openpyxl
import pytest
import story
from travel_papers import HEADERS, STATUSES

SEEDS = [7, 11]
DAY_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%Y/%m/%d", "%d %b %Y")


def as_day(value):
    if isinstance(value, datetime):
        return value.date()
    for form in DAY_FORMS:
        try:
            return datetime.strptime(value, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    raise AssertionError(value)


def table_of(path, data):
    if path.endswith(".xlsx"):
        return [list(row) for row in openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)]
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.splitlines()[0] else ","))


def flown_rows(files):
    """Read the passenger files as they were written: passport, day, from, to of every flown leg."""
    flown = {words[0] for sets in STATUSES.values() for words in sets}
    layouts = [words for sets in HEADERS.values() for words in sets]
    for path in [path for path in files if path.startswith("evidence/01 travel/")]:
        rows = table_of(path, files[path])
        start, words = next(
            (place, words)
            for place, row in enumerate(rows)
            for words in layouts
            if list(words.values()) == row[: len(words)]
        )
        for row in rows[start + 1 :]:
            told = dict(zip(words, row, strict=False))
            if told["status"] in flown:
                yield told["passport"], as_day(told["day"]), told["from"], told["to"]


def stays(rows, forms):
    """Arrivals are stays; a departure that follows no arrival is one too."""

    def there(value):
        return any(form in value for form in forms)

    legs = sorted({(day, "in" if there(to) else "out") for _, day, origin, to in rows if there(origin) or there(to)})
    return sum(way == "in" or place == 0 or legs[place - 1][1] == "out" for place, (_, way) in enumerate(legs))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_count_of_visits_can_be_proved_from_the_files(built, seed):
    files = built(seed)
    truth, rows = json.loads(files["truth.json"]), list(flown_rows(files))
    cast_of = truth["cast"]["people"]
    passports = {person["names"][0]: person["passport"] for person in cast_of["team"] + cast_of["unjoined"]}
    site = truth["cast"]["places"]["site"]
    wanted = [want for want in truth["findings"] if want["type"] == "F01"] + truth["after_judgement"]["findings"]
    assert len(wanted) >= 5
    for want in wanted:
        mine = [row for row in rows if row[0] == passports[want["person"][0]]]
        assert stays(mine, site) == want["at_least"] >= 2


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_but_the_team_and_a_stranger_was_there_twice(built, seed):
    files = built(seed)
    truth, rows = json.loads(files["truth.json"]), list(flown_rows(files))
    cast = truth["cast"]["people"]
    known = {person["passport"] for role in ("team", "unjoined", "commuter") for person in cast[role]}
    site = truth["cast"]["places"]["site"]
    twice = {row[0] for row in rows if stays([other for other in rows if other[0] == row[0]], site) >= 2}
    assert twice == known


@pytest.mark.parametrize("seed", SEEDS)
def test_decoys_are_among_no_findings_they_must_stay_out_of(built, seed):
    truth = json.loads(built(seed)["truth.json"])
    for decoy in truth["decoys"]:
        for want in truth["findings"]:
            if want["type"] in decoy["must_not_appear_in"]:
                words = [
                    form for value in want.values() for form in (value if isinstance(value, list) else [str(value)])
                ]
                hidden = [
                    *decoy.get("names", []),
                    *decoy.get("items", []),
                    *decoy.get("places", []),
                    *decoy.get("documents", []),
                ]
                assert not set(words) & set(hidden), decoy["what"]


@pytest.mark.parametrize("seed", range(1, 31))
def test_sanctions_status_follows_the_snapshots(seed):
    told = story.tell(seed)
    first, second = told.snapshots
    truth = expected.truth(told, [], {"completion_act": "x"})
    found = [want for want in truth["findings"] if want["type"] == "F06"]
    for want in found:
        day = date.fromisoformat(want["date"])
        early = want["party"] == told.cast.intermediary.forms and day < second
        assert want["status"] == ("not_listed_until" if early else "listed")
        assert day >= first
    assert {want["status"] for want in found} == {"listed", "not_listed_until"}
    papers = [p for p in told.papers if p.day >= first]
    listed = (told.cast.plant, told.cast.intermediary)
    assert len(found) == sum((p.seller in listed) + (p.buyer in listed) for p in papers)


@pytest.mark.parametrize("seed", range(1, 31))
def test_chain_lines_follow_in_time_and_quantity(seed):
    told = story.tell(seed)
    papers = {paper.number: paper for paper in told.papers}
    assert len(papers) == len(told.papers)
    assert 4 <= len(told.chains) <= 6
    assert 2 <= len({chain[2] for chain in told.chains}) <= 4
    for one, two, item, delivered in told.chains:
        first, second = papers[one], papers[two]
        assert 20 <= (second.day - first.day).days <= 80
        bought, sold = (next(line.quantity for line in paper.lines if line.item == item) for paper in (first, second))
        assert 0.85 <= sold / bought <= 1.0
        acts = [p for p in told.papers if p.kind == "delivery_act" and p.refers_to == two]
        assert delivered == any(line.item == item for act in acts for line in act.lines)


@pytest.mark.parametrize("seed", range(1, 31))
def test_some_plans_were_flown_and_some_were_not(seed):
    told = story.tell(seed)
    arrivals = {(leg.person, leg.day) for leg in told.legs if leg.status == "flown" and leg.dest == told.cast.site}
    departures = {(leg.person, leg.day) for leg in told.legs if leg.status == "flown" and leg.origin == told.cast.site}
    for mission in told.missions:
        moved = {who for who, day in arrivals | departures if mission.start <= day <= mission.stop}
        assert bool(moved & set(mission.people)) == mission.executed
    assert {mission.executed for mission in told.missions} == {True, False}


@pytest.mark.parametrize("seed", range(1, 31))
def test_the_namesake_shares_the_letters_and_nothing_else(seed):
    players = cast.cast(seed)
    twin, namesake = players.team[-1], players.namesake
    assert twin.latin == namesake.latin
    assert (twin.native, twin.passport, twin.born) != (namesake.native, namesake.passport, namesake.born)
    assert twin.passport != namesake.passport
    assert twin.native != namesake.native


@pytest.mark.parametrize("seed", range(1, 31))
def test_no_file_holds_the_han_name_and_the_passport_of_the_one_that_a_person_must_join(seed):
    told = story.tell(seed)
    person = told.cast.unjoined
    assert not any("zh" in leg.files for leg in told.legs if leg.person == person)
    assert {mission.language for mission in told.missions if person in mission.people} == {"zh"}
