"""What came of asking a language model, for people."""

from collections import Counter
from pathlib import Path

from clew.extract.proposing.asking import Asked
from clew.printing.page import Page, count


def asked(done: Asked, case: Path) -> None:
    """Print how many proposals were kept, and why others were dropped."""
    page = Page()
    page.say(f"{count(done.pages, 'page')} asked, {count(done.kept, 'proposal')} kept, {len(done.dropped):,} dropped.")
    for why, number in Counter(one.why for one in done.dropped).most_common():
        page.say(f"{number:,} dropped: {why}", by=2, hang=2)
    if done.skipped:
        page.say(f"{count(done.skipped, 'page')} left out: asked before, or too long.", by=2)
    if done.kept:
        page.say(f"None is a fact of the case before you accept it. Next: clew review {case}")
