"""Fill in what commands print, in README and tutorial, from a fresh demo case; `--check` only says what differs.

In: pages with blocks such as

    <!-- shown: clew why demo-case/case {F05} | head 12 -->
    ```console
    ```

Out: the same pages, each block holding the command and what it printed now. `head N` and `tail N` trim the output. {F05} is the
first finding of the type, {F05:2} the second; {A~B} are the two ids of the candidate of which one side is A and one is B.
The commands of a page run in the order they stand, on one case.
"""  # noqa: INP001 - a script, not a package

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "tutorial" / "first-case.md")
BLOCK = re.compile(
    r"(<!-- shown: (?P<command>[^\n]*?)(?P<trims>(?: \| (?:head|tail) \d+)*) -->\n```console\n)(.*?)(```\n)", re.DOTALL
)
FINDING = re.compile(r"\{(F\d\d)(?::(\d+))?\}")
PAIR = re.compile(r"\{([^{}~]+)~([^{}~]+)\}")
CASE = "demo-case/case"
# As on a terminal of 80 columns, without colours.
TERMINAL = {"TTY_COMPATIBLE": "1", "TERM": "dumb"}


class Shell:
    """A folder with a demo case in it, and what commands print there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        home = {"CLEW_HOME": str(folder / "home"), "CLEW_USER": "ana", "PYTHONPATH": str(ROOT), **TERMINAL}
        self._environment = {**os.environ, **home}

    def run(self, command: str) -> str:
        """Return what a command prints; `make demo` stands for the command it runs."""
        words = shlex.split(command.replace("make demo", "clew demo --to demo-case"))
        done = subprocess.run(  # noqa: S603 - the commands stand in our own pages
            [sys.executable, "-m", *words],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"scripts/outputs.py: {command}: {done.stderr or done.stdout}")
        return done.stdout.replace(str(self._folder) + "/", "")

    def opened(self, command: str) -> str:
        """Return a command with its ids filled in."""
        command = FINDING.sub(lambda found: self._finding(found[1], int(found[2] or 1)), command)
        return PAIR.sub(lambda found: self._pair({found[1], found[2]}), command)

    def _finding(self, type_: str, number: int) -> str:
        ids = [row["id"] for row in self._records("findings") if row["type"] == type_]
        if len(ids) < number:
            raise SystemExit(f"scripts/outputs.py: the demo case has {len(ids)} findings of type {type_}")
        return str(ids[number - 1])

    def _pair(self, names: set[str]) -> str:
        for row in self._records("candidates"):
            if {row["left_name"], row["right_name"]} == names:
                return f"{row['left_entity']} {row['right_entity']}"
        raise SystemExit(f"scripts/outputs.py: no candidate joins {' and '.join(sorted(names))}")

    def _records(self, listing: str) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.run(f"clew {listing} {CASE} --json").splitlines()]


def filled(text: str, shell: Shell) -> str:
    """Return a page with its blocks filled."""

    def fill(found: re.Match[str]) -> str:
        command = shell.opened(found["command"])
        lines = [line.rstrip() for line in shell.run(command).rstrip().splitlines()]
        for kind, count in re.findall(r"(head|tail) (\d+)", found["trims"]):
            number = int(count)
            if len(lines) > number:
                lines = [*lines[:number], "…"] if kind == "head" else ["…", *lines[-number:]]
        return f"{found[1]}$ {command}\n" + "".join(f"{line}\n" for line in lines) + found[5]

    return BLOCK.sub(fill, text)


def main(arguments: list[str]) -> int:
    """Fill the pages, or with --check say which differ; return the exit code."""
    stale = 0
    for page in PAGES:
        with tempfile.TemporaryDirectory(prefix="clew-outputs-") as folder:
            before = page.read_text(encoding="utf-8")
            after = filled(before, Shell(Path(folder)))
        if after != before:
            stale += 1
            sys.stdout.write(f"{page.relative_to(ROOT)}: outputs differ\n")
            if "--check" not in arguments:
                page.write_text(after, encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
