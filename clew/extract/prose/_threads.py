"""One thread for the matrix library of this process: on small matrices several threads wait for each other more than they work."""

import contextlib
import ctypes
from functools import cache
from pathlib import Path

_SETTERS = ("scipy_openblas_set_num_threads64_", "scipy_openblas_set_num_threads", "openblas_set_num_threads")


@cache
def keep_to_one_thread() -> bool:
    """Tell the OpenBLAS that numpy brought to use one thread, and say whether one was found to tell.

    With two threads a small recurrent network ran 2 to 20 times slower under load. Where numpy brings another library,
    nothing is changed.
    """
    import numpy as np  # noqa: PLC0415 - only where a model runs

    folder = Path(np.__file__).parent.parent / "numpy.libs"
    for library in sorted(folder.glob("*openblas*")):
        with contextlib.suppress(OSError):
            loaded = ctypes.CDLL(str(library))
            for name in _SETTERS:
                setter = getattr(loaded, name, None)
                if setter is not None:
                    setter(1)
                    return True
    return False
