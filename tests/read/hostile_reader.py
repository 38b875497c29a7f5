"""Stands in for readers that break: imported by a reading process of a test, it does what a file's bytes say."""

import contextlib
import os
import signal
import socket
import time
from pathlib import Path

from clew.model.source import Page, Reading
from clew.read import attempt
from clew.read.readers import text


class Hostile:
    __name__ = text.__name__
    VERSION = text.VERSION

    def read(self, data, media_type, means):
        for word in data.decode().split():
            getattr(self, word, lambda: None)()
        return Reading((Page(1, data.decode()),))

    def crash(self):
        os.kill(os.getpid(), signal.SIGSEGV)

    def leave(self):
        os._exit(3)

    def spin(self):
        while True:
            pass

    def eat(self):
        held = []
        while True:
            held.append(bytearray(10_000_000))

    def call(self):
        socket.create_connection(("127.0.0.1", 9), timeout=1)

    def look(self):
        with contextlib.suppress(OSError):
            socket.socket()

    def launch(self):
        os.system("true")  # noqa: S605, S607 - it must be refused

    def write(self):
        Path(__file__).with_name("written").write_bytes(b"x" * 100)

    def nest(self):
        raise RecursionError("too deep")

    def doze(self):
        time.sleep(0.1)


attempt.recognise = lambda *_: (Hostile(), "text/plain")
