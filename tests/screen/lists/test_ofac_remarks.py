import pytest

from clew.screen.lists._ofac_remarks import is_inn, is_ogrn, read_remarks


@pytest.mark.parametrize(
    ("remarks", "expected"),
    [
        ("DOB 12 Mar 1979.", (("birth_date", "1979-03-12"),)),
        ("DOB 01 Jan 1970; alt. DOB 02 Jan 1970.", (("birth_date", "1970-01-01"), ("birth_date", "1970-01-02"))),
        ("DOB 1979; DOB circa 1951; DOB Mar 1979; DOB 1951 to 1953.", ()),
        ("Passport A123 (Iran) expires 01 Jan 2020.", (("passport", "A123"),)),
        ("alt. Passport A123.", (("passport", "A123"),)),
        ("Tax ID No. 0000000001 (Serbia).", ()),
        ("Tax ID No. 123 (Russia).", ()),
        ("Registration Number 02696754 (United Kingdom).", (("registration", "02696754"),)),
        ("Company Number 01074897 (United Kingdom).", (("registration", "01074897"),)),
        ("Government Gazette Number 00000001 (Russia).", (("okpo", "00000001"),)),
        ("Unified Social Credit Code (USCC) 91110000000000000X (China).", (("uscc", "91110000000000000X"),)),
        ("Legal Entity Number 00000000000000000A01.", (("lei", "00000000000000000A01"),)),
        ("Vessel Registration Identification IMO 0000001.", (("imo", "0000001"),)),
        ("Linked To: PASSPORT OFFICE.", ()),
    ],
)
def test_reads_what_names_one_party_and_nothing_partial(remarks, expected):
    assert read_remarks(remarks).identifiers == expected


def test_weak_aliases_stand_in_quotes():
    assert read_remarks("DOB 1962; a.k.a. 'ABU-'UMAR'; a.k.a. 'H7'.").weak_aliases == ("ABU-'UMAR", "H7")


def test_two_listing_dates_are_none():
    remarks = "Listing Date (A): 24 Feb 2022; Listing Date (B): 25 Feb 2022."
    assert read_remarks(remarks).listed_on is None


def test_check_digits_tell_russian_numbers():
    # Worked by hand: 2*1 = 2, so the tenth digit is 2; 100000000000 leaves 10 by 11, whose last digit is 0.
    assert is_inn("1000000002")
    assert not is_inn("1000000001")
    assert is_ogrn("1000000000000")
    assert not is_ogrn("1000000000002")
    assert not is_ogrn("12345")


def test_a_tax_number_without_a_country_counts_where_the_entry_is_russian_and_the_digits_check():
    assert ("inn", "1000000002") in read_remarks(
        "Nationality of Registration Russia; Tax ID No. 1000000002."
    ).identifiers
    assert read_remarks("Nationality of Registration Russia; Tax ID No. 1000000001.").identifiers == ()
    assert read_remarks("Tax ID No. 1000000002.").identifiers == ()
