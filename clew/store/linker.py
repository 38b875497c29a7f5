"""Splink over rows in memory: rows of text and settings in, a linker that reads them out; gone when the block ends."""

import contextlib
import logging
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clew.model.errors import BadModel, MissingExtra

if TYPE_CHECKING:
    from splink import Linker

MISSING = 'linking records needs one package more: pip install "clew[link]"'


@contextlib.contextmanager
def linker(columns: Sequence[str], rows: list[dict[str, str | None]], settings: Any) -> Iterator["Linker"]:
    """Open a linker over rows, each a value or None for each column.

    Raises:
        MissingExtra: Splink is not installed.
        BadModel: the settings are none of Splink's.
    """
    try:
        import duckdb  # noqa: PLC0415 -- as below
        from splink import DuckDBAPI, Linker  # noqa: PLC0415 -- an extra that most users do not install
    except ImportError:
        raise MissingExtra(MISSING) from None
    import pyarrow as pa  # noqa: PLC0415 -- as above

    logging.getLogger("splink").setLevel(logging.ERROR)
    # One thread: sums come out the same whatever the machine does beside.
    connection: duckdb.DuckDBPyConnection = duckdb.connect(config={"threads": 1})
    schema = pa.schema([(name, pa.string()) for name in columns])
    try:
        table = DuckDBAPI(connection=connection).register(pa.Table.from_pylist(rows, schema=schema))
        try:
            opened = Linker(table, dict(settings) if isinstance(settings, Mapping) else settings, log_level="ERROR")
        except Exception as error:  # Splink names no class for what is wrong with settings
            raise BadModel(f"the model of likeness: {type(error).__name__}: {error}"[:500]) from error
        yield opened
    finally:
        connection.close()
