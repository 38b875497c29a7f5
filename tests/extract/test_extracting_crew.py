"""Documents are extracted by processes of their own: with the same records, and none that hangs or dies stops the run."""

import sys
from pathlib import Path

import pytest

import clew
from clew.extract import crew, one, stage
from clew.extract.mapping import Mapping
from clew.read import stage as read
from clew.store.case import Case

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits are a POSIX matter")

NEWS = (
    "By Anna Writer\nPROBSK, March {day} - Northlight Ltd sold {day} lathes to Vektor LLC, two officials said. "
    "Olga Brandt declined to comment. The company denied the report, a spokesman said."
)
RUSSIAN = (
    "Компания «Северный луч» поставила {day} станков заводу «Вектор», сообщил директор Иван Петров. Завод отрицает это."
)
CHINESE = "北光公司发言人李明表示，该公司向维克托工厂供应了{day}台机床。工厂否认。"
BILL = "INVOICE\n\nInvoice No.: A-{day}\nDate: 10 January 2024\nSeller: Northlight Ltd\nBuyer: Vektor LLC\nTotal: {day}.00 EUR\n"
STOPPED = "the extraction was stopped: more than {} s of CPU (setting extract_cpu_seconds)"


def filled(case: Case, folder: Path, files: dict[str, str]) -> Case:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    read.add(case, [folder])
    read.run(case)
    return case


def rows(case: Case) -> list[list[dict[str, object]]]:
    asked = ("select * from claims", "select * from mentions", "select * from gaps")
    return [case.query(f"{sql} order by id, source") for sql in asked]


def failures(case: Case) -> list[tuple[str, str]]:
    sql = "select s.path, g.detail from gaps g join sources s on s.id = g.source where g.kind = 'extractor_failed' order by 1"
    return [(Path(row["path"]).stem, row["detail"]) for row in case.query(sql)]


@pytest.fixture
def hostile(monkeypatch):
    """Extractors in processes of their own do what the words of a document say, and even two documents have such."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    start = "import sys; sys.path[:] = {path!r}; import hostile_extractor; from clew.extract.worker import main; main()"
    monkeypatch.setattr(crew, "_START", start)
    monkeypatch.setattr(stage, "FEW", 2)


def test_processes_find_what_one_finds_and_a_second_run_finds_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "FEW", 2)
    files = {
        f"{name} {day}": text.format(day=day)
        for day in range(1, 6)
        for name, text in (("news", NEWS), ("ru", RUSSIAN), ("zh", CHINESE), ("bill", BILL), ("note", "Nothing."))
    }
    files["lone"] = "Northlight Ltd supplied lathes to Vektor LLC, Olga Brandt said. \ufffd"
    seen = []
    with Case.open(tmp_path / "one", create=True) as alone, Case.open(tmp_path / "two", create=True) as shared:
        alone.set("extract_workers", "1")
        shared.set("extract_workers", "2")
        told: list[tuple[int, int, str]] = []
        for case in (alone, shared):
            filled(case, tmp_path / "evidence", files)
            new = stage.run(case, on_progress=lambda *said: told.append(said))
            seen.append((new, rows(case), [row["record_type"] for row in clew.sources(case)]))
            assert stage.run(case) == 0
        half = len(told) // 2
        assert told[:half] == told[half:]
    assert seen[0] == seen[1]
    assert seen[0][0] > 20


def test_a_document_that_kills_its_process_has_a_gap_and_the_others_are_extracted(case, tmp_path, hostile):
    files = {"a": NEWS.format(day=1), "b": "crash", "c": NEWS.format(day=2), "d": "crash too", "e": NEWS.format(day=3)}
    case.set("extract_workers", "2")
    stage.run(filled(case, tmp_path / "evidence", files))
    assert failures(case) == [
        ("b", "the extraction crashed: SIGSEGV"),
        ("d", "the extraction crashed: SIGSEGV"),
    ]
    assert case.query("select count(distinct source) as n from claims") == [{"n": 3}]
    assert stage.run(case) == 0


def test_an_endless_rule_costs_its_document_alone_and_is_tried_again_when_more_time_is_given(case, tmp_path, hostile):
    case.set("extract_workers", "2")
    case.set("extract_cpu_seconds", "1")
    stage.run(filled(case, tmp_path / "evidence", {"a": "spin", "b": BILL.format(day=1), "c": "spin too"}))
    assert failures(case) == [("a", STOPPED.format(1)), ("c", STOPPED.format(1))]
    assert case.query("select count(distinct source) as n from claims") == [{"n": 1}]
    assert stage.run(case) == 0
    case.set("extract_cpu_seconds", "2")
    stage.run(case)
    assert failures(case) == [("a", STOPPED.format(2)), ("c", STOPPED.format(2))]


def test_an_endless_rule_in_the_run_itself_is_interrupted_too(case, tmp_path, monkeypatch):
    true = one.extract

    def endless(document, mapping: Mapping):
        while "spin" in document.text:
            try:
                sum(range(10_000))
            except ValueError:
                continue
        return true(document, mapping)

    monkeypatch.setattr(one, "extract", endless)
    case.set("extract_cpu_seconds", "1")
    stage.run(filled(case, tmp_path / "evidence", {"a": "spin", "b": BILL.format(day=1)}))
    assert failures(case) == [("a", STOPPED.format(1))]
    assert case.query("select count(distinct source) as n from claims") == [{"n": 1}]


def test_what_extracts_may_not_write(case, tmp_path, hostile, monkeypatch):
    monkeypatch.chdir(tmp_path)
    stage.run(filled(case, tmp_path / "evidence", {"a": "write", "b": BILL.format(day=1)}))
    assert not (tmp_path / "written").exists() or not (tmp_path / "written").read_text()
    assert [name for name, _ in failures(case)] == ["a"]


def test_a_run_that_is_broken_off_leaves_whole_commits_and_no_process(case, tmp_path, monkeypatch):
    monkeypatch.setattr(stage, "FEW", 2)
    monkeypatch.setattr(stage, "SOURCES_A_COMMIT", 2)
    ended = []
    end = crew._Worker.end  # noqa: SLF001 - to see that it is called
    monkeypatch.setattr(crew._Worker, "end", lambda worker: (ended.append(worker), end(worker)))  # noqa: SLF001
    filled(case, tmp_path / "evidence", {f"bill {day}": BILL.format(day=day) for day in range(1, 8)})
    case.set("extract_workers", "2")

    def break_off(done: int, _total: int, _path: str) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stage.run(case, on_progress=break_off)
    assert ended
    assert case.query("select count(distinct source) as n from claims") == [{"n": 4}]
    assert stage.run(case) > 0
    assert case.query("select count(distinct source) as n from claims") == [{"n": 7}]
