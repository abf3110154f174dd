"""Fonts: the bundled ones made known to Qt, and the one that each kind of text is set in."""

import tomllib
from functools import cache
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase

from resources import RESOURCES

FONTS = RESOURCES / "fonts"


@cache
def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; gives their families. Needs a QGuiApplication."""
    loaded = (QFontDatabase.addApplicationFont(str(FONTS / name)) for name in _table()["bundled"])
    families = (family for font in loaded for family in QFontDatabase.applicationFontFamilies(font))
    return tuple(dict.fromkeys(families))


def interface_font() -> QFont:
    """The system's own font at the program's base size, or a bundled one where nobody chose the system's."""
    load_fonts()
    spec = _table()["interface"]
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.family() in spec["nobodys_choice"]:
        font = QFont(_available(spec["families"]))
    font.setPixelSize(spec["size"])
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def reading_font(zoom: float = 1.0) -> QFont:
    """The serif that articles are set in, at its base size times `zoom`."""
    return _set("reading", QFont.StyleHint.Serif, zoom)


def fixed_font() -> QFont:
    """The font in which every character has one width, for identifiers and reports."""
    return _set("fixed", QFont.StyleHint.Monospace, 1.0)


def reading_line_height() -> float:
    """The height of a line of an article, as a multiple of its font's size."""
    return float(_table()["reading"]["line_height"])


def _set(kind: str, hint: QFont.StyleHint, zoom: float) -> QFont:
    load_fonts()
    spec = _table()[kind]
    font = QFont(_available(spec["families"]))
    font.setStyleHint(hint)
    font.setPixelSize(max(6, round(spec["size"] * zoom)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _available(families: list[str]) -> list[str]:
    """The families from the first one that this machine has, so that Qt never guesses before it must."""
    here = (n for n, family in enumerate(families) if QFontDatabase.hasFamily(family))
    return families[next(here, -1) :]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))
