"""Files inside files, through the whole read stage: an archive in a mail in an archive reads through to the invoice."""

import io
import zipfile
from email.message import EmailMessage

from clew.read import stage
from clew.store.case import Case

INVOICE = "item,description,quantity\n1,Оптический модуль,12\n2,光电设备,3\n"
CELLS = "select text from cells order by row_number, column_number"


def zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def test_an_archive_in_a_mail_in_an_archive_reads_through_to_the_invoice(case: Case, tmp_path):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Message-ID"] = "a@example.org", "b@example.org", "<1@example.org>"
    mail.set_content("see the archive\n")
    inner = zipped("invoice.csv", INVOICE.encode("gb18030", "replace"))
    mail.add_attachment(inner, maintype="application", subtype="zip", filename="papers.zip")
    outer = tmp_path / "all.zip"
    outer.write_bytes(zipped("letter.eml", mail.as_bytes()))
    stage.add(case, [outer])
    stage.run(case)
    rows = {row["path"]: row for row in case.ledger("select id, path, status, reason, parent from sources")}
    assert list(rows) == [
        "all.zip",
        "all.zip/letter.eml",
        "all.zip/letter.eml/papers.zip",
        "all.zip/letter.eml/papers.zip/invoice.csv",
    ]
    assert {row["status"] for row in rows.values()} == {"read"}
    paths = list(rows)
    assert [rows[path]["parent"] for path in paths[1:]] == [rows[path]["id"] for path in paths[:-1]]
    said = [row["text"] for row in case.query(CELLS)]
    assert said == ["item", "description", "quantity", "1", "Оптический модуль", "12", "2", "光电设备", "3"]
