"""Editors: one widget for each kind of widget that a field kind asks for. One file is one editor.

A module `gui/editors/<widget>.py` offers its class as `editor`; files that begin with `_` are not editors.
"""

import importlib
import pkgutil
from functools import cache
from pathlib import Path
from typing import cast

from annotation.fields import Field, kind_of
from gui.editors._base import Editor, Offer, Offers
from gui.editors.line import LineEditor


@cache
def editors() -> dict[str, type[Editor]]:
    """Every editor by the name of its widget."""
    found = pkgutil.iter_modules([str(Path(__file__).parent)])
    names = sorted(module.name for module in found if not module.name.startswith("_"))
    return {name: cast(type[Editor], importlib.import_module(f"gui.editors.{name}").editor) for name in names}


def editor_for(field: Field, offers: Offers) -> Editor:
    """A new editor for the values of a field; one line of text where its kind asks for an unknown widget."""
    return editors().get(kind_of(field).widget, LineEditor)(field, offers)


__all__ = ["Editor", "Offer", "Offers", "editor_for", "editors"]
