"""Who bills whom by the layout of a paper. Invented firms throughout."""

import pytest
from layouts import lay_out

from clew.extract.parties import all_fields
from clew.extract.placed import find_placed
from clew.extract.sides import find_sides


def sides(*pieces):
    document = lay_out(*pieces)
    seller, buyer = find_sides(document, find_placed(document, all_fields()))
    return seller and seller.text, buyer and buyer.text


WINDOW = ((60, 170, "Vektor Handel AG"), (60, 182, "Lange Gasse 4"), (60, 194, "10115 Berlin"))
FOOT = (
    (60, 780, "Nordlicht Messtechnik GmbH"),
    (60, 790, "Hafenweg 2"),
    (60, 800, "20457 Hamburg"),
    (300, 780, "USt-IdNr. DE000000001"),
)


def test_a_sender_line_and_the_window_below_it():
    sender = (60, 150, "Nordlicht Messtechnik GmbH - Hafenweg 2 - 20457 Hamburg")
    assert sides(sender, *WINDOW) == ("Nordlicht Messtechnik GmbH", "Vektor Handel AG")


def test_the_foot_names_the_seller():
    assert sides(*WINDOW, (60, 300, "Rechnung Nr. 17"), *FOOT) == ("Nordlicht Messtechnik GmbH", "Vektor Handel AG")


def test_a_letterhead_at_the_right_with_its_contact_is_no_buyer():
    head = (
        (400, 60, "Moulin Bleu SARL"),
        (400, 72, "12 rue du Port"),
        (400, 84, "13002 Marseille"),
        (400, 96, "contact@moulinbleu.example"),
    )
    window = ((60, 170, "Hôtel des Quais"), (60, 182, "3 quai Neuf"), (60, 194, "44000 Nantes"))
    assert sides(*head, *window) == ("Moulin Bleu SARL", "Hôtel des Quais")


def test_labels_side_by_side_have_their_names_below():
    pieces = ((60, 100, "Bill to:"), (300, 100, "Ship to:"), (60, 114, "Vektor LLC"), (300, 114, "Vektor Depot"))
    assert sides(*pieces, *FOOT)[1] == "Vektor LLC"


def test_what_numbers_a_party_is_passed_over():
    pieces = (
        (60, 100, "Käufer:"),
        (60, 114, "Kunden-Nr. : 009"),
        (60, 126, "GLN 4300000000002"),
        (60, 138, "Vektor Handel AG"),
    )
    assert sides(*pieces, *FOOT)[1] == "Vektor Handel AG"


def test_a_name_in_another_column_is_not_the_labels():
    pieces = ((60, 100, "Käufer"), (60, 114, "Vektor Handel AG"), (400, 100, "R E C H N U N G"))
    assert sides(*pieces, *FOOT)[1] == "Vektor Handel AG"


@pytest.mark.parametrize(
    "pieces",
    [
        ((60, 170, "Notes on nothing in particular"), (60, 182, "written in spring")),
        ((60, 170, "Total:"), (200, 170, "12345 Pieces")),
    ],
)
def test_without_addresses_or_labels_nobody_is_named(pieces):
    assert sides(*pieces) == (None, None)


def test_a_label_counts_before_the_layout():
    labelled = ((60, 240, "Verkäufer: Süd GmbH"), (60, 252, "Käufer: Ost GmbH"))
    assert sides(*WINDOW, *labelled, *FOOT) == ("Süd GmbH", "Ost GmbH")


FORM = (
    (210, 40, "增值税普通发票"),
    (52, 102, "购"),
    (80, 102, "名称:上海试验贸易有限公司"),
    (80, 114, "纳税人识别号:9144000000000000X1"),
    (52, 246, "销"),
    (80, 246, "名称:深圳市北光仪器有限公司"),
    (80, 258, "纳税人识别号:9144000000000000X2"),
)


def test_the_boxes_of_the_chinese_form_are_buyer_and_seller():
    assert sides(*FORM) == ("深圳市北光仪器有限公司", "上海试验贸易有限公司")


def test_letters_beside_a_box_count_before_its_place():
    turned = tuple((x, y, {"购": "销", "销": "购"}.get(words, words)) for x, y, words in FORM)
    assert sides(*turned) == ("上海试验贸易有限公司", "深圳市北光仪器有限公司")


def test_names_without_tax_numbers_are_no_boxes_of_the_form():
    assert sides(*(piece for piece in FORM if "识别号" not in piece[2])) == (None, None)


def test_a_label_in_two_languages_is_not_its_own_value():
    pieces = ((60, 100, "Seller 卖方"), (320, 100, "Buyer 买方"), (60, 112, "Northlight Ltd"), (320, 112, "Vektor LLC"))
    assert sides(*pieces) == ("Northlight Ltd", "Vektor LLC")


LETTERHEAD = ((60, 60, "NVM Nordlicht"), (60, 72, "Versicherungsverein Hamburg a.G."))
OFFICE = (
    (60, 230, "Beratungsbüro Mitte"),
    (60, 242, "Torstr. 9"),
    (60, 254, "10119 Berlin"),
    (60, 266, "Tel.: 030 1234"),
)


def test_a_letterhead_over_the_window_counts_before_an_office_below_it():
    assert sides(*LETTERHEAD, *WINDOW, *OFFICE) == ("NVM Nordlicht", "Vektor Handel AG")


@pytest.mark.parametrize("first", ["RECHNUNG", "Wir beraten Sie gern", "Invoice 17"])
def test_a_title_or_a_slogan_over_the_window_is_no_letterhead(first):
    assert sides((60, 60, first), *WINDOW, *OFFICE)[0] == "Beratungsbüro Mitte"


def test_a_customers_number_names_nobody_below_it():
    pieces = ((60, 300, "Customer: 2"), (60, 314, "Your order AB321"), (60, 326, "Invoice # 17"))
    assert sides(*WINDOW, *pieces, *FOOT)[1] == "Vektor Handel AG"


def test_a_customers_number_before_an_address_is_passed_over():
    pieces = ((60, 100, "Customer: 17"), (60, 112, "Süd GmbH"), (60, 124, "Ring 4"), (60, 136, "10115 Berlin"))
    assert sides(*pieces, *FOOT)[1] == "Süd GmbH"


@pytest.mark.parametrize(
    ("code", "seller"), [("VF1005193039", None), ("order_17", None), ("E.ON 24 GmbH", "E.ON 24 GmbH")]
)
def test_a_code_is_no_name(code, seller):
    assert sides((60, 240, f"Seller: {code}"))[0] == seller


def test_a_town_that_lost_its_space_ends_an_address():
    assert (
        sides((60, 170, "Theo Ostwald"), (60, 182, "Lange Gasse 4"), (60, 194, "10115Berlin"), *FOOT)[1]
        == "Theo Ostwald"
    )


def test_figures_run_into_capitals_are_no_town():
    assert sides((60, 170, "Theo Ostwald"), (60, 182, "Lange Gasse 4"), (60, 194, "10115XK200"), *FOOT)[1] is None


def test_attention_is_no_part_of_a_name():
    assert sides((60, 240, "Bill to:"), (60, 252, "ATTN: Vektor Limited"))[1] == "Vektor Limited"


def test_a_name_that_begins_like_attention_is_whole():
    assert sides((60, 240, "Bill to: Atto Instruments Ltd"))[1] == "Atto Instruments Ltd"


def test_a_firm_before_the_address_on_its_own_line_counts_before_the_line_above():
    foot = (
        (60, 760, "Au verso, le détail de votre facture"),
        (60, 770, "Moulin SAS au capital de 3.000 Euros - RCS Paris - Siège social : 8 rue du Port 75008 Paris"),
    )
    assert sides(*WINDOW, *foot) == ("Moulin SAS", "Vektor Handel AG")


def test_a_firm_in_the_window_is_no_letterhead_where_the_account_is_held_by_another():
    holder = ((60, 600, "Titulaire du compte : Hôtel des Quais"),)
    assert sides(*WINDOW, *holder) == ("Hôtel des Quais", "Vektor Handel AG")
