"""What py7zr unpacks goes in piece by piece, counted against the limits; the bytes of each member come out."""

from py7zr.io import Py7zIO, WriterFactory

from clew.read.readers._members import Members


class Sinks(WriterFactory):
    """Makes a sink for each member; the last one made may be cut short where unpacking ended early."""

    def __init__(self, taken: Members) -> None:
        self._taken = taken
        self._sinks: dict[str, _Sink] = {}

    def create(self, filename: str) -> Py7zIO:
        """Return a sink for a member."""
        sink = _Sink(self._taken)
        self._sinks[filename] = sink
        return sink

    def finished(self, *, failed: bool) -> dict[str, bytes]:
        """Return name: bytes of the members that were unpacked whole.

        Args:
            failed: unpacking ended early, so the member at work is not whole.
        """
        whole = dict(list(self._sinks.items())[:-1] if failed else self._sinks.items())
        return {name: b"".join(sink.pieces) for name, sink in whole.items()}


class _Sink(Py7zIO):
    def __init__(self, taken: Members) -> None:
        self.pieces: list[bytes] = []
        self._taken = taken
        self._length = 0

    def write(self, s: bytes | bytearray) -> int:
        self._length += len(s)
        self._taken.count(len(s), self._length, 0)
        self.pieces.append(bytes(s))
        return len(s)

    def read(self, size: int | None = None) -> bytes:  # noqa: ARG002 - the library asks for it, and only it
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:  # noqa: ARG002
        return 0

    def flush(self) -> None:
        pass

    def size(self) -> int:
        return self._length
