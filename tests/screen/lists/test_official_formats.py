"""Each official format on a small invented list in the official form. All parties are invented."""

import csv
import io
from pathlib import Path

import pytest

from clew.model.errors import BadList
from clew.screen.lists import ListFile, choose, day_of, read_list

REAL = Path(__file__).parents[4] / "shared" / "data" / "lists"

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>IVAN</FIRST_NAME><SECOND_NAME>ORLOV</SECOND_NAME><UN_LIST_TYPE>TEST</UN_LIST_TYPE>
<REFERENCE_NUMBER>TSi.001</REFERENCE_NUMBER><LISTED_ON>2012-12-31</LISTED_ON><NAME_ORIGINAL_SCRIPT>Иван Орлов</NAME_ORIGINAL_SCRIPT>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>ORLIK</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>VANYA ORLOV</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1979-03-12</DATE></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X0000001</NUMBER></INDIVIDUAL_DOCUMENT>
</INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>VEKTOR PRIBOR</FIRST_NAME><UN_LIST_TYPE>TEST</UN_LIST_TYPE>
<REFERENCE_NUMBER>TSe.001</REFERENCE_NUMBER><LISTED_ON>2013-01-02</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""

EU = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-05-06T10:00:00.000+02:00" globalFileId="1">
<sanctionEntity designationDetails="" euReferenceNumber="EU.1.1" logicalId="11"><remark>invented</remark>
<regulation entryIntoForceDate="2022-03-09" publicationDate="2022-03-09" programme="TST" numberTitle="1/2022"/>
<regulation entryIntoForceDate="2023-01-01" publicationDate="2023-01-01" programme="TST" numberTitle="1/2023"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Ivan" middleName="" lastName="Orlov" wholeName="Ivan Orlov" strong="true" function="director"/>
<nameAlias firstName="" lastName="" wholeName="Иван Орлов" strong="true" nameLanguage="RU"/>
<nameAlias firstName="" lastName="" wholeName="Orlik" strong="false"/>
<birthdate circa="false" birthdate="1979-03-12" year="1979"/>
<birthdate circa="true" birthdate="1980-01-01" year="1980"/>
<identification identificationTypeCode="passport" identificationTypeDescription="National passport" number="X0000001"/>
<identification identificationTypeCode="passport" knownFalse="true" number="F0000000"/>
<address street="1 Invented Street" city="Nowhere" countryDescription="IRAN"/>
</sanctionEntity></export>"""

UK_HEAD = [
    "Last Updated",
    "Unique ID",
    "OFSI Group ID",
    "UN Reference Number",
    "Name 6",
    "Name 1",
    "Name 2",
    "Name 3",
    "Name 4",
    "Name 5",
    "Name type",
    "Alias strength",
    "Title",
    "Name non-latin script",
    "Regime Name",
    "Designation Type",
    "Sanctions Imposed",
    "Date Designated",
    "D.O.B",
    "Passport number",
    "Business registration number (s)",
    "IMO number",
    "Position",
    "Other Information",
]
UK_ROWS = (
    {"Unique ID": "RUS1", "Name 6": "ORLOV", "Name 1": "Ivan", "Name type": "Primary Name", "Name non-latin script": "Иван Орлов",
     "Regime Name": "Testland", "Designation Type": "Individual", "Sanctions Imposed": "Asset freeze|Travel Ban",
     "Date Designated": "15/03/2022", "D.O.B": "12/03/1979", "Passport number": "X0000001"},
    {"Unique ID": "RUS1", "Name 6": "ORLIK", "Name type": "Alias", "Alias strength": "Low quality a.k.a", "Regime Name": "Testland",
     "Designation Type": "Individual"},
    {"Unique ID": "RUS2", "Name 6": "VEKTOR PRIBOR", "Name type": "Primary Name", "Regime Name": "Testland",
     "Designation Type": "Entity", "Sanctions Imposed": "Trust services sanctions", "Date Designated": "16/03/2022",
     "Business registration number (s)": "INN 7700000001; OGRN 1027700000008"},
)  # fmt: skip

OFAC = """<?xml version="1.0" standalone="yes"?>
<sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>04/15/2024</Publish_Date></publshInformation>
<sdnEntry><uid>7</uid><firstName>Ivan</firstName><lastName>ORLOV</lastName><sdnType>Individual</sdnType>
<programList><program>TEST1</program></programList>
<idList><id><uid>1</uid><idType>Passport</idType><idNumber>X0000001</idNumber><idCountry>Iran</idCountry></id></idList>
<akaList><aka><uid>2</uid><type>a.k.a.</type><category>weak</category><lastName>ORLIK</lastName></aka></akaList>
<dateOfBirthList><dateOfBirthItem><dateOfBirth>12 Mar 1979</dateOfBirth></dateOfBirthItem></dateOfBirthList></sdnEntry>
<sdnEntry><uid>8</uid><lastName>VEKTOR PRIBOR OOO</lastName><sdnType>Entity</sdnType>
<programList><program>UKRAINE-EO13662</program></programList></sdnEntry>
<sdnEntry><uid>9</uid><lastName>LUCH</lastName><sdnType>Vessel</sdnType><programList><program>TEST1</program></programList></sdnEntry></sdnList>"""

ADVANCED = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0"><DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>4</Month><Day>15</Day></DateOfIssue>
<ReferenceValueSets><PartySubTypeValues><PartySubType ID="1" PartyTypeID="2">Vessel</PartySubType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
<FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="9">Place of Birth</FeatureType></FeatureTypeValues>
<IDRegDocTypeValues><IDRegDocType ID="1571">Passport</IDRegDocType></IDRegDocTypeValues></ReferenceValueSets>
<IDRegDocuments><IDRegDocument ID="1" IDRegDocTypeID="1571" IdentityID="70"><IDRegistrationNo>X0000001</IDRegistrationNo></IDRegDocument></IDRegDocuments>
<DistinctParties><DistinctParty FixedRef="7"><Profile ID="7" PartySubTypeID="4"><Identity ID="70" FixedRef="7" Primary="true">
<Alias FixedRef="7" AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName ID="2"><DocumentedNamePart><NamePartValue ScriptID="215">Orlik</NamePartValue></DocumentedNamePart></DocumentedName></Alias>
<Alias FixedRef="7" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="1"><DocumentedNamePart><NamePartValue ScriptID="215">Ivan</NamePartValue></DocumentedNamePart><DocumentedNamePart><NamePartValue ScriptID="215">ORLOV</NamePartValue></DocumentedNamePart></DocumentedName>
<DocumentedName ID="3"><DocumentedNamePart><NamePartValue ScriptID="220">Иван Орлов</NamePartValue></DocumentedNamePart></DocumentedName></Alias></Identity>
<Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1"><DatePeriod><Start><From><Year>1979</Year><Month>3</Month><Day>12</Day></From></Start><End><To><Year>1979</Year><Month>3</Month><Day>12</Day></To></End></DatePeriod></FeatureVersion></Feature>
<Feature ID="2" FeatureTypeID="9"><FeatureVersion ID="2"><VersionDetail DetailTypeID="1432">Nowhere</VersionDetail></FeatureVersion></Feature></Profile></DistinctParty></DistinctParties>
<SanctionsEntries><SanctionsEntry ID="1" ProfileID="7" ListID="1550"><EntryEvent ID="1"><Date CalendarTypeID="1"><Year>2022</Year><Month>2</Month><Day>24</Day></Date></EntryEvent>
<SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>TEST1</Comment></SanctionsMeasure></SanctionsEntry></SanctionsEntries></Sanctions>"""

SECO = """<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="full-list" date="2025-05-06"><sanctions-program ssid="4"><program-key lang="eng">Testland</program-key>
<sanctions-set ssid="40" lang="eng">Art. 1</sanctions-set></sanctions-program>
<target ssid="7" sanctions-set-id="40"><individual sex="male"><identity ssid="70" main="true">
<name ssid="71" name-type="primary-name" quality="good"><name-part order="2" name-part-type="given-name"><value>Ivan</value><spelling-variant order="1" lang="rus" script="Cyrl">Иван</spelling-variant></name-part>
<name-part order="1" name-part-type="family-name"><value>Orlov</value><spelling-variant order="1" lang="rus" script="Cyrl">Орлов</spelling-variant></name-part></name>
<name ssid="72" name-type="alias" quality="low"><name-part order="1"><value>Orlik</value></name-part></name>
<day-month-year day="12" month="3" year="1979"/><identification-document ssid="9" document-type="passport"><number>X0000001</number></identification-document></identity>
<justification>invented</justification></individual>
<modification modification-type="listed" effective-date="2014-04-02"/><modification modification-type="de-listed" effective-date="2020-01-05"/></target></swiss-sanctions-list>"""

CANADA = """<?xml version="1.0" encoding="UTF-8"?>
<data-set><record><Country>Testland / Paysdetest</Country><LastName>Orlov</LastName><GivenName>Ivan</GivenName>
<DateOfBirthOrShipBuildDate>1979-03-12</DateOfBirthOrShipBuildDate><Schedule>1, Part 1</Schedule><Item>3</Item>
<Aliases>Vanya Orlov; Orlik</Aliases><DateOfListing>2022-03-04</DateOfListing></record>
<record><Country>Testland / Paysdetest</Country><EntityOrShip>Luch</EntityOrShip><Schedule>1, Part 3</Schedule><Item>1</Item><ShipIMONumber>0000001</ShipIMONumber></record></data-set>"""

DENIED = ("Name\tStreet_Address\tCity\tState\tCountry\tPostal_Code\tEffective_Date\tExpiration_Date\tStandard_Order\tLast_Update\tAction\tFR_Citation\n"
          '"IVAN ORLOV"\t"1 INVENTED STREET"\t"NOWHERE"\t""\t"IR"\t""\t"06/19/2003"\t"06/29/2026"\t"Y"\t"2007-01-31"\t"ADDED"\t"68 F.R. 1"\n')  # fmt: skip

SCREENING_HEAD = ("_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,"
                  "license_requirement,license_policy,remarks,source_list_url,alt_names,dates_of_birth,ids")  # fmt: skip
SCREENING = (
    SCREENING_HEAD
    + """
a1,Entity List (EL) - Bureau of Industry and Security,,,,Vektor Pribor,,"1 Invented Street, Nowhere",,2022-03-04,,,For all items,,,,Vektor;VP,,
a2,Specially Designated Nationals (SDN) - Treasury Department,7,Individual,TEST1,"ORLOV, Ivan",,,,,,,,,,,,1979-03-12,"Passport, X0000001"
"""
)

STATEMENTS = """canonical_id,entity_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen
Q1,us-7,name,name,Person,Ivan Orlov,us_test,,,,,
Q1,eu-3,alias,name,LegalEntity,Иван Орлов,eu_test,rus,,,,
Q1,us-7,topics,topic,Person,sanction,us_test,,,,,
Q1,us-7,birthDate,date,Person,1979-03-12,us_test,,,,,
s-1,s-1,entity,entity,Sanction,us-7,us_test,,,,,
s-1,s-1,listingDate,date,Sanction,2022-03-04,us_test,,,,,
s-1,s-1,program,string,Sanction,TEST1,us_test,,,,,
"""


def table(head, rows, *, first=""):
    out = io.StringIO()
    writer = csv.DictWriter(out, head)
    writer.writeheader()
    writer.writerows(rows)
    return first + out.getvalue()


UK = table(UK_HEAD, UK_ROWS, first="Report Date: 12-Nov-2025\n")
EU_HEAD = ["Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_SubjectType", "Entity_Regulation_EntryIntoForceDate",
           "Entity_Regulation_Programme", "NameAlias_WholeName", "Identification_Number", "Identification_TypeCode", "BirthDate_BirthDate"]  # fmt: skip
EU_CSV = table(EU_HEAD, [
    {"Entity_LogicalId": "11", "Entity_EU_ReferenceNumber": "EU.1.1", "Entity_SubjectType": "P", "NameAlias_WholeName": "Ivan Orlov",
     "Entity_Regulation_EntryIntoForceDate": "2022-03-09", "Entity_Regulation_Programme": "TST"},
    {"Entity_LogicalId": "11", "NameAlias_WholeName": "Иван Орлов"},
    {"Entity_LogicalId": "11", "Identification_Number": "X0000001", "Identification_TypeCode": "passport"},
    {"Entity_LogicalId": "11", "BirthDate_BirthDate": "1979-03-12"},
]).replace(",", ";")  # fmt: skip


def read(text, name="list"):
    return read_list([ListFile(name, text.encode())], snapshot="n-1")


def names(reading, entry):
    return [(row.name, row.name_kind) for row in reading.listings if row.entry == entry]


ORLOV = {
    "un_xml": (UN, "un", "TSi.001", "2012-12-31"),
    "eu_xml": (EU, "eu", "EU.1.1", "2022-03-09"),
    "eu_csv": (EU_CSV, "eu", "EU.1.1", "2022-03-09"),
    "uk_table": (UK, "uk", "RUS1", "2022-03-15"),
    "ofac_xml": (OFAC, "ofac-sdn", "7", None),
    "ofac_advanced": (ADVANCED, "ofac-sdn", "7", "2022-02-24"),
    "seco_xml": (SECO, "seco", "7", "2014-04-02"),
    "us_consolidated": (SCREENING, "us-csl", "7", None),
}


@pytest.mark.parametrize("form", ORLOV)
def test_a_person_is_read_with_passport_birth_and_day(form: str):
    text, list_, entry, listed_on = ORLOV[form]
    reading = read(text)
    assert form == choose([ListFile("x", text.encode())]).LIST_FORMAT
    assert reading.list == list_
    person = next(row for row in reading.listings if row.entry == entry)
    assert {word.strip(",").casefold() for word in person.name.split()} == {"ivan", "orlov"}
    assert (person.kind, person.name_kind, person.listed_on) == ("person", "primary", listed_on)
    assert set(person.identifiers) == {("passport", "X0000001"), ("birth_date", "1979-03-12")}
    assert person.measure == "blocking"


@pytest.mark.parametrize("form", ["un_xml", "eu_xml", "eu_csv", "uk_table", "ofac_advanced", "seco_xml"])
def test_a_name_in_its_own_script_is_an_alias(form: str):
    text, _, entry, _ = ORLOV[form]
    rows = [
        row for row in read(text).listings if row.entry == entry and row.name.casefold().split()[0] in ("иван", "орлов")
    ]
    assert [row.name_kind for row in rows] == ["alias"]


@pytest.mark.parametrize("form", ["un_xml", "eu_xml", "uk_table", "ofac_xml", "ofac_advanced", "seco_xml"])
def test_what_the_list_calls_weak_is_a_weak_alias(form: str):
    text, _, entry, _ = ORLOV[form]
    assert [kind for name, kind in names(read(text), entry) if name.casefold() == "orlik"] == ["weak alias"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (UN, "2026-02-27"),
        (EU, "2025-05-06"),
        (OFAC, "2024-04-15"),
        (ADVANCED, "2024-04-15"),
        (SECO, "2025-05-06"),
        (UK, ""),
    ],
)
def test_a_list_that_says_its_day_is_believed(text: str, day: str):
    assert day_of([ListFile("x", text.encode())]) == day


def test_a_false_document_and_a_rough_birth_date_are_no_identifiers():
    assert set(read(EU).listings[0].identifiers) == {("passport", "X0000001"), ("birth_date", "1979-03-12")}


def test_a_delisted_target_keeps_the_day_it_went():
    assert {row.delisted_on for row in read(SECO).listings} == {"2020-01-05"}


def test_a_firm_has_its_register_numbers():
    firm = next(row for row in read(UK).listings if row.entry == "RUS2")
    assert (firm.kind, firm.measure) == ("organization", "sectoral")
    assert {("ogrn", "1027700000008"), ("inn", "7700000001")} <= set(firm.identifiers)


def test_sectoral_programmes_do_not_block():
    measures = {row.entry: row.measure for row in read(OFAC).listings}
    assert measures == {"7": "blocking", "8": "sectoral", "9": "blocking"}


def test_the_entity_list_asks_for_a_licence_and_blocks_nothing():
    rows = {row.name: row for row in read(SCREENING).listings}
    assert (rows["Vektor Pribor"].list, rows["Vektor Pribor"].measure) == ("us-el", "licence requirement")
    assert (rows["ORLOV, Ivan"].list, rows["ORLOV, Ivan"].measure) == ("us-sdn", "blocking")
    assert rows["VP"].name_kind == "alias"


def test_a_denied_person_has_the_days_of_the_order():
    (row,) = read(DENIED).listings
    assert (row.listed_on, row.delisted_on, row.measure) == ("2003-06-19", "2026-06-29", "export denial")


def test_canada_has_persons_and_ships():
    rows = {row.name: row for row in read(CANADA).listings}
    assert (rows["Ivan Orlov"].kind, rows["Ivan Orlov"].listed_on) == ("person", "2022-03-04")
    assert rows["Orlik"].entry == rows["Ivan Orlov"].entry
    assert rows["Luch"].identifiers == (("imo", "0000001"),)


def test_statements_of_one_party_are_one_entry():
    reading = read(STATEMENTS)
    assert {(row.name, row.entry, row.programme, row.listed_on) for row in reading.listings} == {
        ("Ivan Orlov", "Q1", "TEST1", "2022-03-04"),
        ("Иван Орлов", "Q1", "TEST1", "2022-03-04"),
    }
    assert reading.listings[0].kind == "person"


def test_a_list_with_a_document_type_is_refused():
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + UN.split("?>", 1)[1]
    with pytest.raises(BadList, match="without a document type"):
        read(bomb)


def test_a_truncated_list_says_where():
    with pytest.raises(BadList, match=r"list, line \d+: expected well-formed XML"):
        read(UN[:-40])


@pytest.mark.parametrize("text", ["", "<html><body>moved</body></html>", '{"error": 1}', "a,b\n1,2\n", "<a/>"])
def test_what_is_no_list_is_refused(text: str):
    with pytest.raises(BadList, match="no known list format"):
        read(text)


@pytest.mark.skipif(not REAL.is_dir(), reason="the shared data are not here")
def test_the_real_un_and_bis_lists_are_read_whole():
    un = read_list([ListFile("un", (REAL / "un_consolidated_2026-02.xml").read_bytes())], snapshot="n-1")
    assert len({row.entry for row in un.listings}) == 1003
    assert not un.missed
    denied = read_list([ListFile("dpl", (REAL / "bis_dpl_2022-09.txt").read_bytes())], snapshot="n-1")
    assert len(denied.listings) > 500
    assert not denied.missed
