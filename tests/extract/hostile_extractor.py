"""An extractor that does what the words of a document say; loaded in a process that extracts, in the place of the true one."""

import os
import signal

from clew.extract import one

_true = one.extract


def extract(document, mapping):
    if "spin" in document.text:
        while True:
            pass
    if "crash" in document.text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "write" in document.text:
        with open("written", "w", encoding="utf-8") as file:  # noqa: PTH123 - as a library would
            file.write("x")
    return _true(document, mapping)


one.extract = extract
