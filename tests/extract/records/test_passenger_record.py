"""Invented travellers throughout."""

import pytest

from clew.extract.mapping import parse_mapping
from clew.extract.records import passenger_record

ENGLISH = [
    ["Passenger", "Passport No.", "Airline", "Flight", "Date", "From", "To", "PNR", "Status"],
    ["PETROV/IVAN MR", "70 1234567", "Testair", "TS 101", "2024-03-05", "Shenzhen (SZX)", "SVX", "AB12CD", "Flown"],
    ["LI/NA MS", "E00000001", "Testair", "TS 101", "2024-03-05", "Shenzhen (SZX)", "SVX", "AB12CD", "No show"],
    ["WANG/WEI", "E00000002", "Testair", "TS 101", "2024-03-06", "Shenzhen (SZX)", "SVX", "AB12CE", "Cancelled"],
]
RUSSIAN = [
    ["№", "ФИО пассажира", "Дата рождения", "Рейс", "Дата вылета", "Откуда", "Куда", "Статус"],
    ["1", "Петров Иван Ильич", "01.02.1980", "ТС 101", "05.03.2024", "Екатеринбург", "Шэньчжэнь", "вылетел"],
]
CHINESE = [
    ["旅客姓名", "护照号码", "航班号", "日期", "出发地", "目的地", "状态"],
    ["王志强", "E00000001", "TS101", "2024年3月5日", "深圳", "叶卡捷琳堡", "已登机"],
]


def test_a_flown_row_is_a_boarded_trip_with_its_words(paper, check_quotes):
    document = paper("Passenger records", ENGLISH)
    found = passenger_record.extract(document)
    claim = found.claims[0]
    assert (claim.subject, claim.predicate, claim.object) == ("PETROV/IVAN", "travels_to", "SVX")
    assert (claim.modality, claim.polarity, claim.valid_from.value) == ("boarded", "affirmed", "2024-03-05")
    assert claim.qualifier("to_code") == "SVX"
    assert claim.qualifier("from_code") == "SZX"
    assert claim.qualifier("booking") == "AB12CD"
    assert claim.quotes[0].text.startswith("PETROV/IVAN MR\t70")
    check_quotes(document, found)


def test_a_row_carries_the_passport_to_the_mention(paper):
    found = passenger_record.extract(paper(ENGLISH))
    person = next(mention for mention in found.mentions if mention.text == "PETROV/IVAN")
    assert person.identifiers == (("passport", "701234567"),)


@pytest.mark.parametrize(("row", "status"), [(1, "no_show"), (2, "cancelled")])
def test_a_trip_that_did_not_take_place_is_booked_and_negated(paper, row, status):
    claim = passenger_record.extract(paper(ENGLISH)).claims[row]
    assert (claim.modality, claim.polarity, claim.qualifier("status")) == ("booked", "negated", status)


def test_a_row_without_status_is_no_more_than_booked(paper):
    rows = [row[:-1] for row in ENGLISH]
    claim = passenger_record.extract(paper(rows)).claims[0]
    assert (claim.modality, claim.polarity, claim.qualifier("status")) == ("booked", "affirmed", None)


def test_a_waitlisted_seat_is_not_a_booking(paper):
    rows = [ENGLISH[0], [*ENGLISH[1][:-1], "Waitlist"]]
    assert passenger_record.extract(paper(rows)).claims[0].modality == "unknown"


@pytest.mark.parametrize("words", ["не использован", "未登机", "Not boarded", "checked in"])
def test_words_near_to_boarded_do_not_make_it_boarded(paper, words):
    rows = [ENGLISH[0], [*ENGLISH[1][:-1], words]]
    assert passenger_record.extract(paper(rows)).claims[0].modality != "boarded"


def test_russian_rows_are_read(paper, check_quotes):
    document = paper("Список пассажиров", RUSSIAN)
    found = passenger_record.extract(document)
    (claim,) = found.claims
    assert (claim.subject, claim.object, claim.modality) == ("Петров Иван Ильич", "Шэньчжэнь", "boarded")
    assert claim.valid_from.value == "2024-03-05"
    assert ("birth_date", "1980-02-01") in found.mentions[0].identifiers
    check_quotes(document, found)


def test_chinese_rows_are_read(paper):
    (claim,) = passenger_record.extract(paper(CHINESE)).claims
    assert (claim.subject, claim.object, claim.modality) == ("王志强", "叶卡捷琳堡", "boarded")


def test_a_date_that_can_be_two_days_is_left_open_and_said(paper):
    rows = [["Passenger", "Flight", "Date", "To"], ["Ivan Petrov", "TS 101", "5/3/2024", "SVX"]]
    found = passenger_record.extract(paper(rows))
    assert found.claims[0].valid_from is None
    assert [gap.kind for gap in found.gaps] == ["undated_row"]


def test_another_row_decides_the_order_of_day_and_month(paper):
    rows = [
        ["Passenger", "Flight", "Date", "To"],
        ["Ivan Petrov", "TS 101", "5/3/2024", "SVX"],
        ["Ivan Petrov", "TS 102", "25/3/2024", "SZX"],
    ]
    assert passenger_record.extract(paper(rows)).claims[0].valid_from.value == "2024-03-05"


def test_a_city_with_several_airports_gets_no_code(paper):
    rows = [["Passenger", "Flight", "Date", "To"], ["Ivan Petrov", "TS 101", "2024-03-05", "Moscow"]]
    claim = passenger_record.extract(paper(rows)).claims[0]
    assert claim.qualifier("to_code") is None


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("SVX", "SVX"),
        ("Yekaterinburg", "SVX"),
        ("Yekaterinburg (SVX)", "SVX"),
        ("NEW YORK", ""),
        ("Moscow", ""),
    ],
)
def test_codes_come_from_print_or_from_a_city_with_one_airport(place, code):
    assert passenger_record.airport_code(place) == code


def test_a_route_column_is_taken_apart(paper, check_quotes):
    document = paper([["Passenger", "Flight", "Date", "Route"], ["Ivan Petrov", "TS 101", "2024-03-05", "SZX-SVX"]])
    found = passenger_record.extract(document)
    (claim,) = found.claims
    assert (claim.qualifier("from"), claim.object) == ("SZX", "SVX")
    check_quotes(document, found)


def test_an_itinerary_gives_its_legs_to_the_passenger_above_it(paper):
    legs = [
        ["Flight", "Date", "From", "To"],
        ["TS 101", "2024-03-05", "SZX", "SVX"],
        ["TS 102", "2024-03-12", "SVX", "SZX"],
    ]
    document = paper("E-TICKET", "Passenger: PETROV/IVAN MR", legs)
    assert passenger_record.recognise(document) >= 0.5
    claims = passenger_record.extract(document).claims
    assert [(claim.subject, claim.object) for claim in claims] == [("PETROV/IVAN", "SVX"), ("PETROV/IVAN", "SZX")]


def test_an_itinerary_of_labels_is_one_trip(paper, check_quotes):
    document = paper(
        "Itinerary\nPassenger: Ivan Petrov\nFlight: TS 101\nDate: 5 March 2024\nFrom: SZX\nTo: SVX\nPNR: AB12CD"
    )
    assert passenger_record.recognise(document) >= 0.5
    found = passenger_record.extract(document)
    assert [(claim.subject, claim.object) for claim in found.claims] == [("Ivan Petrov", "SVX")]
    check_quotes(document, found)


def test_the_mapping_file_reads_an_odd_table(paper):
    document = paper([["Wer", "Wohin", "Wann"], ["Ivan Petrov", "SVX", "2024-03-05"]])
    assert passenger_record.extract(document).claims == ()
    mapping = parse_mapping(
        '[[table]]\nrecord_type = "passenger_record"\ncolumns = {"Wer" = "person", "Wohin" = "to", "Wann" = "date"}'
    )
    assert [claim.object for claim in passenger_record.extract(document, mapping).claims] == ["SVX"]


def test_passengers_are_found_in_a_sheet_beside_other_tables(paper):
    sheet = [["Expenses", ""], ["Item", "Quantity"], ["Paper", "2"], ["", ""], *ENGLISH]
    assert len(passenger_record.extract(paper(sheet)).claims) == 3


def test_a_row_without_a_person_is_said_to_be_unread(paper):
    rows = [["Passenger", "Flight", "Date", "To"], ["", "TS 101", "2024-03-05", "SVX"]]
    assert [gap.kind for gap in passenger_record.extract(paper(rows)).gaps] == ["incomplete_row"]


@pytest.mark.parametrize("table", [ENGLISH, RUSSIAN, CHINESE])
def test_travel_tables_are_recognised(paper, table):
    assert passenger_record.recognise(paper(table)) >= 0.75


@pytest.mark.parametrize(
    "blocks",
    [
        ["We flew from Shenzhen to Yekaterinburg on 5 March 2024."],
        [[["Item", "Quantity", "From", "To"], ["Bolts", "2", "A", "B"]]],
        ["Dear Mr Ivanov,\nthe flights of our guests:", ENGLISH, "Yours sincerely"],
        [[["Name", "Post"], ["Ivan Petrov", "engineer"]]],
    ],
)
def test_papers_that_only_speak_of_travel_are_not_taken(paper, blocks):
    assert passenger_record.recognise(paper(*blocks)) < 0.5


LOG_HEAD = ["Date", "Route", "Passengers"]


def logged(paper, head, *rows):
    found = passenger_record.extract(paper([head, *rows]))
    return [(claim.subject, claim.qualifier("from"), claim.object) for claim in found.claims]


def test_each_passenger_of_a_row_flies_each_leg_of_its_route(paper):
    made = logged(paper, LOG_HEAD, ["2024-03-05", "Alta-Berg-Alta", "Ada Brook, Ben Carr Jr."])
    assert made == [
        ("Ada Brook", "Alta", "Berg"),
        ("Ben Carr Jr.", "Alta", "Berg"),
        ("Ada Brook", "Berg", "Alta"),
        ("Ben Carr Jr.", "Berg", "Alta"),
    ]


def test_a_suffix_behind_a_comma_is_no_passenger(paper):
    made = logged(paper, LOG_HEAD, ["2024-03-05", "Alta-Berg", "Ada Brook, Ben Carr, Jr."])
    assert [name for name, _, _ in made] == ["Ada Brook", "Ben Carr, Jr."]


def test_a_surname_alone_is_a_passenger_where_the_list_has_whole_names(paper):
    made = logged(paper, LOG_HEAD, ["2024-03-05", "Alta-Berg", "Brook"], ["2024-03-06", "Alta-Berg", "Carr, Cleo Dunn"], ["2024-03-07", "Alta-Berg", "Ed Finch, Fay Grant, Gus Hill"])  # fmt: skip
    assert [name for name, _, _ in made] == ["Brook", "Carr", "Cleo Dunn", "Ed Finch", "Fay Grant", "Gus Hill"]


@pytest.mark.parametrize("header", ["Passenger", "Passengers"])
def test_a_surname_before_a_comma_is_no_passenger_of_its_own(paper, header):
    made = logged(paper, ["Date", "Route", header], ["2024-03-05", "Alta-Berg", "BROOK, ADA MARY"], ["2024-03-06", "Alta-Berg", "CARR, BEN"])  # fmt: skip
    assert [name for name, _, _ in made] == ["BROOK, ADA MARY", "CARR, BEN"]


def test_russian_passengers_of_one_row_are_told_apart(paper):
    made = logged(
        paper, ["Дата", "Маршрут", "Пассажиры"], ["05.03.2024", "Альта — Берг", "Пробный А. Б.; Тестов В. Г."]
    )
    assert made == [("Пробный А. Б.", "Альта", "Берг"), ("Тестов В. Г.", "Альта", "Берг")]


def test_what_a_row_of_several_prints_once_is_nobodys(paper):
    found = passenger_record.extract(
        paper([[*LOG_HEAD, "Passport"], ["2024-03-05", "Alta-Berg", "Ada Brook, Ben Carr", "X0000001"]])
    )
    assert all(not mention.identifiers for mention in found.mentions)
