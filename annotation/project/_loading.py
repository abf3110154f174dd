"""Loads sqlite_utils without pandas and numpy, whose values it can store and no project holds.

They would take a quarter of the program's start, and more where pandas is installed. Whoever needs them loads
them afterwards as ever. Import this before sqlite_utils.
"""

import importlib
import sys

_UNWANTED = ("pandas", "numpy")


def load_without(library: str, unwanted: tuple[str, ...]) -> None:
    """Import a library as if others were not installed; those that are loaded already stay as they are."""
    if library in sys.modules:
        return
    hidden = [name for name in unwanted if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # what Python takes for “not installed”
    try:
        importlib.import_module(library)
    finally:
        for name in hidden:
            del sys.modules[name]


load_without("sqlite_utils", _UNWANTED)
