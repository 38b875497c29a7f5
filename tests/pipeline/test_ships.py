"""A ship named in two documents is one by its number, and a hit of the list that names it."""

import clew


def test_a_ship_is_joined_by_its_number_and_found_on_a_list(case, tmp_path):
    (tmp_path / "one.txt").write_text("The m/v Veshnyak Star (IMO 9074729) lay at berth 4.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("т/х «Вешняк» (ИМО 9074729), груз не заявлен.\n", encoding="utf-8")
    (tmp_path / "sdn.csv").write_text(
        '1002,"ORION 2","vessel","INVENTED1",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
        '"Vessel Registration Identification IMO 9074729."\n',
        encoding="utf-8",
    )
    clew.add_list(case, [tmp_path / "sdn.csv"], as_of="2024-01-01")
    clew.run(case, [tmp_path / "one.txt", tmp_path / "two.txt"])
    (ship,) = (row for row in clew.entities(case) if row["kind"] == "vessel")
    assert set(ship["names"]) == {"Veshnyak Star", "Вешняк"}
    (hit,) = clew.hits(case)
    assert (hit["level"], hit["listed_name"]) == ("I3", "ORION 2")
