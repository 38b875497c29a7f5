import csv
import os

import pytest

from clew.model.errors import NoSpark, ScreeningStopped
from clew.screen import names as screening
from clew.screen import sheet, spark
from clew.screen.shares import Job, in_processes, in_this_process, share
from clew.store import spark as spark_sessions

FAMILIES = ("PETROVSKY", "SMIRNOV", "ORLOVSKY", "MANSOUR", "WANG", "HADDAD", "KOVALENKO", "BERGSTROM")
GIVEN = ("Ivan", "Olga", "Khalid", "Xiaoming", "Yusuf", "Marta", "Pavel", "Lena", "Omar", "Nils")
LIST = "".join(
    f'{n},"{family}, {given}","individual","TEST",' + "-0- ," * 7 + '"DOB 02 Jan 1970."\n'
    for n, (family, given) in enumerate(((f, g) for f in FAMILIES for g in GIVEN), start=1)
)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "sdn.csv"
    path.write_text(LIST, encoding="utf-8")
    return screening.open_lists([path])


@pytest.fixture
def asked(tmp_path):
    """Two thousand invented names, a part of them near a listed one, one without any letters."""
    path = tmp_path / "customers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "name", "kind"])
        for n in range(1999):
            family = FAMILIES[n % 8].title() if n % 3 else f"Norr{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}ström"
            rows.writerow([f"C{n}", f"{GIVEN[n // 8 % 10]} {family}", "person" if n % 2 else ""])
        rows.writerow(["C1999", "", ""])
    return path


def whole(asked, listed, target, **options):
    done = sheet.screen_file(asked, target, listed, **options)
    assert done.names == 2000
    assert done.candidates > 500
    return target.read_bytes()


def test_several_processes_write_the_bytes_that_one_writes(tmp_path, asked, listed, monkeypatch):
    one = whole(asked, listed, tmp_path / "one.csv")
    monkeypatch.setattr(sheet, "BATCH", 300)
    assert whole(asked, listed, tmp_path / "two.csv", share_out=in_processes(2)) == one


def test_what_several_processes_left_one_goes_on_with(tmp_path, asked, listed, monkeypatch):
    one = whole(asked, listed, tmp_path / "one.csv")
    monkeypatch.setattr(sheet, "BATCH", 500)

    def stop(done, _):
        if done == 1000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sheet.screen_file(asked, tmp_path / "out.csv", listed, on_progress=stop, share_out=in_processes(2))
    done = sheet.screen_file(asked, tmp_path / "out.csv", listed)
    assert done.resumed == 1000
    assert (tmp_path / "out.csv").read_bytes() == one


def test_a_share_is_the_same_however_rows_are_divided(asked, listed):
    rows = list(sheet.read_asked(asked))[:400]
    job, ready = Job(listed, 400), screening.screener(listed)
    parts = (share(rows[start : start + 7], job, ready).text for start in range(0, 400, 7))
    assert "".join(parts) == share(rows, job, ready).text


def test_a_process_that_dies_is_told_of(listed):
    with pytest.raises(ScreeningStopped, match="goes on where it was"):
        list(in_processes(2)([[Exit()]], Job(listed, 1)))


class Exit:
    """Stands where a row stands, and ends the process that looks at its name."""

    kind = "person"
    identifiers = ()

    @property
    def name(self):
        os._exit(1)


def test_one_process_is_this_one():
    assert in_processes(1) is in_this_process


def test_without_pyspark_it_is_said_what_to_install(monkeypatch, listed):
    monkeypatch.setitem(__import__("sys").modules, "pyspark", None)
    with pytest.raises(NoSpark, match=r"clew\[spark\]"):
        list(spark.on_spark([], Job(listed, 0)))


@pytest.fixture
def spark_session(monkeypatch):
    for name in (
        "PYSPARK_GATEWAY_PORT",
        "PYSPARK_SUBMIT_ARGS",
        "SPARK_CONF_DIR",
        "SPARK_HOME",
        "SPARK_REMOTE",
        "MASTER",
    ):
        monkeypatch.delenv(name, raising=False)
    pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'clew[spark]'")
    try:
        session = spark_sessions.session()
    except NoSpark as error:
        pytest.skip(str(error))
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")  # of pyspark's own
def test_spark_writes_the_bytes_that_one_process_writes(tmp_path, asked, listed, spark_session, monkeypatch):
    one = whole(asked, listed, tmp_path / "one.csv")
    monkeypatch.setattr(sheet, "BATCH", 300)
    assert whole(asked, listed, tmp_path / "spark.csv", share_out=spark.on_spark) == one


@pytest.mark.filterwarnings("ignore")  # of pyspark's own
def test_a_data_frame_gives_the_records_that_a_call_gives(asked, listed, spark_session):
    rows = list(sheet.read_asked(asked))
    frame = spark_session.createDataFrame(
        [(row.row, row.id, row.name, row.kind) for row in rows], "row bigint, id string, name string, kind string"
    )
    found = [row.asDict() for row in spark.screen_frame(frame.repartition(3), listed).collect()]
    ready = screening.screener(listed)
    wanted = [
        {name: None if value == "" and name in ("row", "score") else value for name, value in record.items()}
        for record in screening.records(rows, ready, listed, among=2000)
    ]
    key = lambda record: (record["row"], record["entry"], record["listed_name"])  # noqa: E731
    assert sorted(found, key=key) == sorted(wanted, key=key)
