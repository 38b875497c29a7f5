"""Which sentences tell who holds a post, owns, is where, is listed, travels, meets, and which only look so. All are invented."""

import pytest

from clew.extract.document import Document
from clew.extract.prose import en
from clew.model.source import Page

SAID = {"says", "responds", "accuses", "rests_on"}


def told(text: str, record_type: str = "news") -> set[tuple[str, str, str]]:
    page = Page(1, text)
    claims = en.extract(Document("s-x", "text/plain", (page,)), page, record_type=record_type).claims
    return {(one.predicate, one.subject, one.object) for one in claims if one.predicate not in SAID}


def modality(text: str) -> set[str]:
    page = Page(1, text)
    claims = en.extract(Document("s-x", "text/plain", (page,)), page, record_type="news").claims
    return {one.modality for one in claims if one.predicate not in SAID}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Marlow Turbines chief executive Henrik Sahl said nothing.", ("director_of", "Henrik Sahl", "Marlow Turbines")),
        ("Henrik Sahl, Marlow Turbines' head of exports, signed it.", ("employee_of", "Henrik Sahl", "Marlow Turbines")),
        ("The firm's export manager, Ilse Brandt, signed it.", ("employee_of", "Ilse Brandt", "The firm")),
        ("Ilse Brandt was appointed chief financial officer of Marlow Turbines.", ("director_of", "Ilse Brandt", "Marlow Turbines")),
        ("Ilse Brandt works as an accountant for Marlow Turbines.", ("employee_of", "Ilse Brandt", "Marlow Turbines")),
        ("Tom Ruck, a scholar at the Brisk Institute, was there.", ("employee_of", "Tom Ruck", "the Brisk Institute")),
        ("Marlow Turbines is run by Tom Ruck.", ("director_of", "Tom Ruck", "Marlow Turbines")),
        ("We act on behalf of Marlow Turbines.", ("represents", "We", "Marlow Turbines")),
        ("The bank's governor, Tom Ruck, was assured that the goods stayed.", ("director_of", "Tom Ruck", "The bank")),
    ],
)  # fmt: skip
def test_a_post_is_told_beside_a_name(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt, a former director of Marlow Turbines, was there.",
        "Ilse Brandt resigned as director of Marlow Turbines.",
        "Tom Ruck, a student at the Brisk Institute, was there.",
        "Its managing director, Ilse Brandt, signed it.",  # whose is not told
        "The prisoners were led by Tom Ruck.",
    ],
)
def test_a_post_that_is_over_or_nobodys_is_none(text):
    assert not {one for one in told(text) if one[0] in {"director_of", "employee_of"}}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Marlow Turbines' parent company, Brisk Holdings, was closed.", ("owns", "Brisk Holdings", "Marlow Turbines")),
        ("Brisk Holdings acquired Marlow Turbines in 2018.", ("owns", "Brisk Holdings", "Marlow Turbines")),
        ("Marlow Turbines belongs to Tom Ruck.", ("owns", "Tom Ruck", "Marlow Turbines")),
        ("Marlow Turbines is 70 percent owned by Tom Ruck and 30 percent by Brisk Holdings.", ("owns", "Brisk Holdings", "Marlow Turbines")),
        ("Tom Ruck has sold his stake in Marlow Turbines to Ilse Brandt.", ("owns", "Ilse Brandt", "Marlow Turbines")),
    ],
)  # fmt: skip
def test_an_owner_is_told_in_many_ways(text, relation):
    assert relation in told(text)


def test_what_is_to_be_bought_is_not_owned():
    assert modality("Brisk Holdings is in talks to buy Marlow Turbines.") == {"planned"}
    assert modality("Brisk Holdings plans to acquire Marlow Turbines.") == {"planned"}


def test_goods_that_are_bought_make_nobody_an_owner_and_a_share_that_is_sold_is_no_supply():
    assert "owns" not in {one[0] for one in told("Brisk Holdings bought the pumps from Marlow Turbines.")}
    assert "supplied" not in {one[0] for one in told("Tom Ruck sold his stake in Marlow Turbines to Ilse Brandt.")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Marlow Turbines, a trading firm in Kaunas, was closed.", ("located_in", "Marlow Turbines", "Kaunas")),
        ("The Kaunas-based forwarder Marlow Turbines was closed.", ("located_in", "Marlow Turbines", "Kaunas")),
        ("Marlow Turbines of Kaunas was closed.", ("located_in", "Marlow Turbines", "Kaunas")),
        ("Marlow Turbines has its registered office at 12 Harbour Road, Limassol.", ("has_address", "Marlow Turbines", "12 Harbour Road, Limassol")),
        ("The firm's address, Office 12 in the Noor Tower, is shared.", ("has_address", "The firm", "Office 12 in the Noor Tower")),
    ],
)  # fmt: skip
def test_a_firm_is_at_a_place(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Turbines, a firm in trouble, was closed.",
        "The Ministry of Trade of Norland was closed.",  # it says itself of where it is
        "Tom Ruck was in Kaunas.",
        "The firm's address was given to the police.",
    ],
)
def test_what_is_no_seat_is_none(text):
    assert not {one for one in told(text) if one[0] in {"located_in", "has_address"}}


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("Washington imposed sanctions on Marlow Turbines in May.", "Washington"),
        ("Marlow Turbines was added to the EU sanctions list in June.", "EU"),
        ("Marlow Turbines is under US sanctions.", "US"),
        ("The Treasury added Marlow Turbines to its blacklist.", "The Treasury"),
        ("The Treasury added two firms to the Entity List, including Marlow Turbines.", "The Treasury"),
        ("The US-sanctioned firm Marlow Turbines was closed.", "US"),
        ("The minister signed an order designating Marlow Turbines.", "The minister"),
    ],
)
def test_who_is_listed_by_whom(text, authority):
    assert ("listed_by", "Marlow Turbines", authority) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Turbines was added to the list of speakers.",
        "Marlow Turbines asked to be on the guest list.",
        "The Treasury lifted sanctions on Marlow Turbines.",
    ],
)
def test_another_list_and_a_lifted_sanction_list_nobody(text):
    assert not {one for one in told(text) if one[0] == "listed_by"}


@pytest.mark.parametrize(
    ("text", "relation", "how"),
    [
        ("Tom Ruck arrived in Perm on 4 May.", ("travels_to", "Tom Ruck", "Perm"), "unknown"),
        ("Tom Ruck is due in Perm on 4 May.", ("travels_to", "Tom Ruck", "Perm"), "planned"),
        ("Tom Ruck was due to arrive in Perm on 4 May.", ("travels_to", "Tom Ruck", "Perm"), "planned"),
        ("Tom Ruck booked a flight to Perm.", ("travels_to", "Tom Ruck", "Perm"), "booked"),
        ("Brisk Holdings invited Tom Ruck to Perm in May.", ("visits", "Tom Ruck", "Perm"), "planned"),
        ("Tom Ruck's visit to the Perm plant was short.", ("visits", "Tom Ruck", "the Perm plant"), "unknown"),
        ("Tom Ruck will meet the press and visit the Perm plant.", ("visits", "Tom Ruck", "the Perm plant"), "planned"),
    ],
)
def test_a_journey_is_no_further_than_its_words(text, relation, how):
    assert relation in told(text)
    assert how in modality(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices came to a halt in Perm.",
        "Tom Ruck called on the government to act.",
        "Marlow Turbines arrived in a crate.",
    ],
)
def test_what_goes_nowhere_travels_not(text):
    assert not {one for one in told(text) if one[0] in {"travels_to", "visits"}}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Tom Ruck held talks with Ilse Brandt in Oslo.", ("meets", "Tom Ruck", "Ilse Brandt")),
        ("Tom Ruck had dinner with Ilse Brandt.", ("meets", "Tom Ruck", "Ilse Brandt")),
        ("The meeting between Tom Ruck and Ilse Brandt was short.", ("meets", "Tom Ruck", "Ilse Brandt")),
        ("The minister received Tom Ruck in Oslo.", ("meets", "The minister", "Tom Ruck")),
        ("Marlow Turbines and Brisk Holdings signed a memorandum of understanding.", ("cooperates_with", "Marlow Turbines", "Brisk Holdings")),
    ],
)  # fmt: skip
def test_who_meets_or_works_with_whom(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ruck received the letter in Oslo.",
        "Marlow Turbines is cooperating with the police.",  # who helps an inquiry is nobody's partner
        "Marlow Turbines signed a loan agreement with Brisk Holdings.",
        "Tom Ruck held a knife with both hands.",
    ],
)
def test_what_is_no_meeting_and_no_partnership(text):
    assert not {one for one in told(text) if one[0] in {"meets", "cooperates_with"}}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Brisk Holdings took delivery of 40 pumps from Marlow Turbines.", ("delivered", "Marlow Turbines", "Brisk Holdings")),
        ("Brisk Holdings acquired the pumps through Nordlink Trading.", ("supplied", "Nordlink Trading", "Brisk Holdings")),
        ("The pumps supplied by Marlow Turbines to Brisk Holdings were old.", ("supplied", "Marlow Turbines", "Brisk Holdings")),
        ("Marlow Turbines, a supplier to Brisk Holdings, was closed.", ("supplied", "Marlow Turbines", "Brisk Holdings")),
        ("Marlow Turbines made a payment of 4 million euros to Brisk Holdings.", ("paid", "Marlow Turbines", "Brisk Holdings")),
        ("Marlow Turbines received 2 million crowns from Brisk Holdings.", ("paid", "Brisk Holdings", "Marlow Turbines")),
        ("Marlow Turbines, formerly Brisk Trading, was closed.", ("alias_of", "Brisk Trading", "Marlow Turbines")),
    ],
)  # fmt: skip
def test_goods_money_and_names_are_told_in_many_ways(text, relation):
    assert relation in told(text)


def test_a_contract_is_no_supply_yet_and_a_supplier_of_goods_supplies_nobody_named():
    assert modality("Marlow Turbines signed a contract to supply pumps to Brisk Holdings.") == {"planned"}
    assert not told("Marlow Turbines, a supplier of pumps, was closed.")
    assert not told("Brisk Holdings took Marlow Turbines at its word.")


def test_what_or_joins_to_a_denial_is_denied():
    page = Page(1, "Tom Ruck has never owned, managed or been employed by Marlow Turbines.")
    claims = en.extract(Document("s-x", "text/plain", (page,)), page, record_type="news").claims
    assert {(one.predicate, one.polarity) for one in claims} >= {
        ("owns", "negated"),
        ("director_of", "negated"),
        ("employee_of", "negated"),
    }


def test_two_names_are_parted_and_one_name_is_kept_whole():
    found = told("The deal of Marlow Turbines and Brisk Holdings ended. Ilse Brandt owns Marlow Turbines.")
    assert ("owns", "Ilse Brandt", "Marlow Turbines") in found
    assert ("member_of", "Tom Ruck", "the Trade and Industry Chamber") in told(
        "Tom Ruck is a member of the Trade and Industry Chamber."
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It was said by Piers Lanyon, Chief Commercial Officer of Frostway plc.", ("director_of", "Piers Lanyon", "Frostway plc")),
        ("Ilse Brandt will succeed Tom Ruck as chairman of Marlow Turbines.", ("director_of", "Ilse Brandt", "Marlow Turbines")),
        ("Ilse Brandt teaches law at the Brisk Institute.", ("employee_of", "Ilse Brandt", "the Brisk Institute")),
        ("A lawyer for the family, Tom Ruck, was there.", ("represents", "Tom Ruck", "the family")),
        ("We write on behalf of Mr Tom Ruck.", ("represents", "We", "Tom Ruck")),
        ("Tom Ruck has never been a member of the Harcourt Circle.", ("member_of", "Tom Ruck", "the Harcourt Circle")),
        ("The pump is built under licence by Marlow Turbines.", ("made_by", "The pump", "Marlow Turbines")),
        ("The courier goes by the name of Sparrow.", ("alias_of", "Sparrow", "The courier")),
        ("Marlow Turbines was fined for supplying pumps to Brisk Holdings.", ("supplied", "Marlow Turbines", "Brisk Holdings")),
    ],
)  # fmt: skip
def test_posts_clients_and_makers_are_told_in_many_ways(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brandt teaches law to nobody.",
        "The assertion was made by Marlow Turbines.",
        "Marlow Turbines received information from Brisk Holdings.",
        "The car goes by the name plate.",
        "We write on paper.",
    ],
)
def test_what_is_said_taught_or_learned_is_no_goods(text):
    assert not told(text)


def test_once_a_successor_is_there_the_one_before_is_none():
    found = told("Ilse Brandt succeeded Tom Ruck as chairman of Marlow Turbines.")
    assert found == {("director_of", "Ilse Brandt", "Marlow Turbines")}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Analyst Solveig Trane of the Corrin Institute was there.", ("employee_of", "Solveig Trane", "the Corrin Institute")),
        ("We asked Dr Solveig Trane (Corrin University) in May.", ("employee_of", "Dr Solveig Trane", "Corrin University")),
        ("Tom Ruck's employer, Marlow Turbines, was closed.", ("employee_of", "Tom Ruck", "Marlow Turbines")),
        ("The register lists Tom Ruck as the holder of 40 percent of Marlow Turbines.", ("owns", "Tom Ruck", "Marlow Turbines")),
        ("Brisk Holdings paid a consultancy owned by Tom Ruck.", ("owns", "Tom Ruck", "a consultancy")),
        ("Marlow Turbines accepted a donation from Tom Ruck.", ("paid", "Tom Ruck", "Marlow Turbines")),
    ],
)  # fmt: skip
def test_a_house_a_holder_and_a_gift_are_told_beside_a_name(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ruck of Riga was there.",
        "Tom Ruck (41) was there.",
        "Marlow Turbines received a notification from Brisk Holdings.",
        "Marlow Turbines accepted an apology from Brisk Holdings.",
        "The register lists Tom Ruck as a friend of Marlow Turbines.",
    ],
)
def test_a_town_an_age_and_an_apology_tie_nobody(text):
    assert not told(text)
