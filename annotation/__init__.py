"""The domain of Selon: articles, annotations, suggestions, adjudication. No Qt anywhere below here.

For notebooks and scripts: `from annotation import open_project`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotation.notebooks import Notebook, open_project

__all__ = ["Notebook", "open_project"]


def __getattr__(name: str) -> object:
    """What notebooks take from here, loaded when it is first asked for: nothing else waits for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("annotation.notebooks"), name)
