"""Invented goods: typed lines are read where the numbers prove the columns, and no word becomes a unit or a code by place alone."""

import pytest

from clew.extract.document import Document
from clew.extract.goods import typed_goods
from clew.model.source import Page


def lines_of(text):
    return [dict(line.values) for line in typed_goods(Document("s-test", "text/plain", (Page(1, text),)))]


def test_a_unit_before_the_quantity_and_a_cut_customs_code_behind_the_amount_are_no_hindrance():
    (line,) = lines_of(
        "品名 规格型号 单位 数量 单价 金额 海关编码\n仪器模块 KL-2140 台 331 19,060.00 6,308,860.00 9031800\n0"
    )
    assert (line["item"], line["description"]) == ("KL-2140", "仪器模块 KL-2140")
    assert (line["unit"], line["quantity"], line["amount"]) == ("台", "331", "6308860.00")
    assert "hs_code" not in line  # seven digits of a code that its cell broke are not the code


def test_a_customs_code_before_the_quantity_is_read_where_the_paper_names_one():
    (line,) = lines_of("No Goods HS code Qty Price Amount\n1 Measuring head KL-2140 90318000 2 1,250.00 2,500.00")
    assert (line["hs_code"], line["description"]) == ("90318000", "Measuring head KL-2140")


def test_a_long_number_is_no_customs_code_where_the_paper_names_none():
    (line,) = lines_of("1 Measuring head KL-2140 90318000 2 1,250.00 2,500.00")
    assert "hs_code" not in line
    assert line["description"] == "Measuring head KL-2140 90318000"


def test_a_word_that_ends_the_description_is_no_unit():
    (line,) = lines_of("KL-2140 Measuring unit 2 1,250.00 2,500.00 90318000")
    assert "unit" not in line
    assert line["description"] == "KL-2140 Measuring unit"


@pytest.mark.parametrize(
    "text",
    [
        "仪器模块 KL-2140 台 331 19,060.00 6,308,861,000.00 90318000",
        "KL-2140 PCS 2 1,250.00 2,600.00 90318000",
        "Total 2 1,250.00 2,500.00",
    ],
)
def test_lines_whose_numbers_do_not_multiply_are_not_taken(text):
    assert lines_of(text) == []
