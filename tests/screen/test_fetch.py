"""Fetching against a server on this machine. All parties are invented."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from clew.model.errors import BadList, FetchFailed
from clew.screen import library
from clew.screen.fetch import fetch, official

UN = (
    '<CONSOLIDATED_LIST dateGenerated="2026-02-27"><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>{}</FIRST_NAME>'
    "<REFERENCE_NUMBER>1</REFERENCE_NUMBER></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"
)


class Server(HTTPServer):
    body = UN.format("IVAN").encode()
    tag = '"one"'
    status = 200
    announced: int | None = None
    location = ""
    asked: list[dict[str, str]]


class Answers(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(dict(self.headers))
        if self.server.location and self.path != "/moved":
            self.send_response(302)
            self.send_header("Location", self.server.location)
            self.end_headers()
            return
        if self.headers.get("If-None-Match") == self.server.tag:
            self.send_response(304)
            self.end_headers()
            return
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(self.server.announced or len(self.server.body)))
        self.send_header("ETag", self.server.tag)
        self.end_headers()
        self.wfile.write(self.server.body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answers) as running:
        running.asked = []
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(server: Server):
    return fetch("un", addresses=[f"http://127.0.0.1:{server.server_port}/list.xml"])


def test_a_list_comes_into_the_library_with_its_own_day(server: Server):
    came = ask(server)
    (snapshot,) = library.snapshots()
    assert came.snapshot is not None
    assert came.snapshot["id"] == snapshot["id"]
    assert (snapshot["list"], snapshot["as_of"], snapshot["as_of_basis"], snapshot["names"]) == (
        "un",
        "2026-02-27",
        "list",
        1,
    )


def test_an_unchanged_list_is_asked_for_by_its_tag_and_adds_nothing(server: Server):
    ask(server)
    again = ask(server)
    assert again.snapshot is None
    assert again.unchanged_since
    assert server.asked[1]["If-None-Match"] == '"one"'
    assert len(library.snapshots()) == 1


def test_a_changed_list_is_a_second_snapshot_and_the_first_stays(server: Server):
    ask(server)
    server.body, server.tag = UN.format("PETR").encode(), '"two"'
    ask(server)
    assert len(library.snapshots()) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": 500}, "the server said 500"),
        ({"status": 403}, "the server said 403"),
        ({"announced": 10_000}, "nothing was changed"),
        ({"body": b""}, "found nothing"),
        ({"location": "file:///etc/passwd"}, "nothing was changed|expected to be sent on"),
    ],
)
def test_what_fails_leaves_the_library_as_it_was(server: Server, change, said: str):
    ask(server)
    before = library.snapshots()
    server.tag = '"other"'
    for name, value in change.items():
        setattr(server, name, value)
    with pytest.raises(FetchFailed, match=said):
        ask(server)
    assert library.snapshots() == before


def test_a_page_that_is_no_list_is_refused_and_nothing_is_kept(server: Server):
    server.body = b"<html>we have moved</html>"
    with pytest.raises(BadList, match="no known list format"):
        ask(server)
    assert library.snapshots() == []


def test_a_server_that_is_not_there_is_said_plainly(server: Server):
    with pytest.raises(FetchFailed, match="could not be fetched"):
        fetch("un", addresses=["http://127.0.0.1:1/list.xml"])


def test_an_address_on_the_disk_is_refused(server: Server):
    with pytest.raises(FetchFailed, match="expected an https address"):
        fetch("un", addresses=["file:///etc/passwd"])


def test_a_snapshot_taken_out_of_the_library_is_fetched_again(server: Server):
    came = ask(server)
    assert came.snapshot is not None
    (library.folder() / came.snapshot["id"] / library.ABOUT).unlink()
    assert ask(server).snapshot is not None


def test_an_unknown_list_names_those_that_are_known():
    with pytest.raises(BadList, match=r"unknown list 'ofca'; lists that can be fetched: .*ofac-sdn"):
        fetch("ofca")


def test_every_official_address_is_https():
    assert all(address.startswith("https://") for about in official().values() for address in about["files"])
