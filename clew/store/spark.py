"""Spark, where it is installed: the session that heavy work runs in.

In: nothing, or the Spark configuration the user has. Out: a session, local unless that configuration names a cluster.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from clew.model.errors import NoSpark

# Where one of these is set, the user has a configuration of Spark, which then says where the work is done.
_CONFIGURED = (
    "PYSPARK_GATEWAY_PORT",
    "PYSPARK_SUBMIT_ARGS",
    "SPARK_CONF_DIR",
    "SPARK_HOME",
    "SPARK_REMOTE",
    "MASTER",
)
_ALONE = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


def session() -> Any:
    """Return the `pyspark.sql.SparkSession` there is, or the one that the user's configuration of Spark gives.

    Without a configuration one is started on all cores of this machine, closed to the network.

    Raises:
        NoSpark: pyspark is not installed, or Java is missing.
    """
    try:
        from pyspark.errors import PySparkException  # noqa: PLC0415 - an extra
        from pyspark.sql import SparkSession  # noqa: PLC0415 - as above
    except ImportError:
        raise NoSpark("pyspark is not installed: pip install 'clew[spark]'") from None
    if there := SparkSession.getActiveSession():
        return there
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("clew")
    if not any(os.environ.get(name) for name in _CONFIGURED):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        builder = builder.master("local[*]").config(map=_ALONE)
    try:
        return builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise NoSpark(f"Spark does not start: {str(error).splitlines()[0]} (it needs Java 17 or later)") from None


Rows = Iterable[Mapping[str, Any]]


def mapped(frame: Any, work: Callable[[Rows, Any], Rows], columns: Sequence[tuple[str, str]], *, told: Any) -> Any:
    """Return the data frame of what a function makes of each part of a data frame's rows, on the workers.

    Args:
        frame: a `pyspark.sql.DataFrame`.
        work: takes rows and `told`, gives rows; travels to the workers.
        columns: of the rows it gives: name, and type as SQL has it: string, bigint or double.
        told: what every worker is told once.
    """
    known = frame.sparkSession.sparkContext.broadcast(told)
    schema = ", ".join(f"{name} {type_}" for name, type_ in columns)

    def of_parts(parts: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415 - on the worker

        types = {"string": pa.string(), "bigint": pa.int64(), "double": pa.float64()}
        own = pa.schema([(name, types[type_]) for name, type_ in columns])
        for part in parts:
            yield pa.RecordBatch.from_pylist(list(work(part.to_pylist(), known.value)), own)

    return frame.mapInArrow(of_parts, schema)
