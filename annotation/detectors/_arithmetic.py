"""The arithmetic of a pipeline: by numpy, where its matrix products are made for the processor at hand.

spaCy comes with a library of its own for matrix products, which takes most of the time of reading. That of
numpy's wheels does the same in a quarter of the time (OpenBLAS; Accelerate on a Mac). Both round in the last
digits in their own way, which no word class, arc or name in the gold depended on.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

_THREADS = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_QUICK = ("openblas", "accelerate", "mkl")
"""Libraries under numpy that are made for the processor; others may be slower than spaCy's own."""


def use_one_thread() -> None:
    """Keep matrix products in one thread, if numpy is not loaded yet and nobody said otherwise.

    The articles are what is shared among processors: threads of every worker would be in each other's way.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")


@contextmanager
def quick_arithmetic() -> Iterator[None]:
    """Pipelines that are loaded while it lasts use the quickest matrix products there are."""
    import numpy as np  # noqa: PLC0415 - only where a pipeline is loaded: it takes a tenth of a second
    from thinc.api import get_current_ops, use_ops  # noqa: PLC0415 - as above

    if get_current_ops().name == "numpy" and is_quick(np):
        with use_ops("numpy", use_blis=False):
            yield
    else:
        yield


def is_quick(numpy: "ModuleType") -> bool:
    """Whether numpy says that it was built with a library that is made for the processor."""
    try:
        built: dict[str, Any] = numpy.show_config(mode="dicts")
        name = str(built["Build Dependencies"]["blas"]["name"]).casefold()
    except (KeyError, TypeError):  # a numpy that tells it otherwise
        return False
    return any(known in name for known in _QUICK)
