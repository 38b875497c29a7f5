"""Measures search: `python bench/search.py [PAGES]` makes that many invented pages, asks them, and prints ratios.

Baseline, in the same run: DuckDB's substring scan over the same texts, for the first of the words, counting only.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from clew.model.source import Page
from clew.report.search import refresh, search
from clew.store.case import Case
from clew.store.rows import page_row

SOURCE = "insert into sources values ({holes})"
SYLLABLES = ("ka", "no", "ri", "ta", "ve", "lo", "mi", "sha", "dor", "pen", "gul", "bra", "tis", "ro", "ny")
CYRILLIC = ("ка", "но", "ри", "та", "ве", "ло", "ми", "ша", "дор", "пен", "гул", "бра", "тис", "ро", "ны")
HAN = "彭立文杭州岚朔翎仪器有限公司于三月五日抵达工厂发票货物测量单元编号合同价格交付信函会议代表工程师参观"
PAGES_A_SOURCE = 20
QUESTIONS = ("kanori", "Дорпен", "彭立文", "kanori tave", '"rotis"', "gulbra*", "invoice 3820", "Penlomi")


def word(chance: random.Random, syllables: tuple[str, ...]) -> str:
    """Return a made-up word of two or three syllables; one in four begins with a capital letter."""
    made = "".join(chance.choices(syllables, k=chance.choice((2, 3))))
    return made.capitalize() if chance.random() < 0.25 else made


def page(chance: random.Random) -> str:
    """Return a made-up page of about 2,000 letters, one in four Russian, one in ten Chinese."""
    kind = chance.random()
    if kind < 0.1:
        return "".join(chance.choices(HAN, k=700))
    syllables = CYRILLIC if kind < 0.35 else SYLLABLES
    words = [word(chance, syllables) for _ in range(300)]
    return " ".join([*words, "invoice", str(chance.randrange(10_000))])


def fill(case: Case, pages: int) -> None:
    """Put made-up pages into a case, as if readers had read them."""
    chance = random.Random(7)
    types = {row["name"]: row["type"] for row in case.ledger("select name, type from pragma_table_info('sources')")}
    columns = list(types)
    given = {"size": 1, "pages": PAGES_A_SOURCE, "status": "read", "reading": "text@1", "parent": None}
    sql = SOURCE.format(holes=", ".join(f"${column}" for column in columns))
    for first in range(0, pages // PAGES_A_SOURCE, 500):
        with case.batch() as batch:
            for number in range(first, min(first + 500, pages // PAGES_A_SOURCE)):
                id_ = f"s-{number}"
                named = {"id": id_, "path": f"{number}.txt", "sha256": id_, "media_type": "text/plain"}
                blank = {column: "" if types[column].lower() == "text" else 0 for column in columns}
                row = {**blank, "warnings": "[]", "tried": "[]", **given, **named}
                batch.execute("sources", sql, **{column: row[column] for column in columns})
                texts = (Page(at + 1, page(chance)) for at in range(PAGES_A_SOURCE))
                batch.add("pages", [page_row(id_, one, reading="text@1") for one in texts])


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the calling clock, median of five."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def main() -> None:
    """Measure and print."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, Case.open(Path(folder) / "case", create=True) as case:
        fill(case, pages)
        start = time.process_time()
        taken = refresh(case)
        spent = time.process_time() - start
        size = sum(file.stat().st_size for file in (case.folder / "search").rglob("*")) / 1e6
        print(f"{taken:,} pages indexed, {taken / spent:,.0f} pages a CPU second, {size:,.0f} MB")
        search(case, "warm")
        print(f"{'words':18} {'pages':>8} {'seconds':>8} {'x substring scan':>17}")
        for words in QUESTIONS:
            total = search(case, words).total
            ours = timed(lambda words=words: search(case, words))
            token = words.strip('"*').split()[0].casefold()
            scan = timed(
                lambda token=token: case.query("select count(*) as n from pages where contains(text, $t)", t=token)
            )
            print(f"{words:18} {total:8,} {ours:8.3f} {ours / scan:17.3f}")


if __name__ == "__main__":
    main()
