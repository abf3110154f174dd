"""The style sheet: one template, filled with a theme's colours, and the small marks that it points to."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from gui.theme.icons import svg
from gui.theme.theme import RADIUS, THEMES, Theme

MARKS: Mapping[str, tuple[str, str]] = {
    "check": ("check", "on_accent"),
    "check_off": ("check", "faint"),
    "dash": ("minus", "on_accent"),
    "dot": ("dot", "on_accent"),
    "down": ("chevron-down", "muted"),
    "down_selected": ("chevron-down", "on_selected"),
    "down_off": ("chevron-down", "faint"),
    "up": ("chevron-up", "muted"),
    "right": ("chevron-right", "muted"),
    "right_selected": ("chevron-right", "on_selected"),
    "tick": ("check", "ink"),
    "tick_selected": ("check", "on_selected"),
}
"""Marks that the template names: the icon each is drawn from, and its colour in the theme."""


def write_marks(theme: Theme, folder: Path) -> dict[str, str]:
    """Draw the theme's marks as files in `folder`, since a style sheet takes pictures from files alone.

    Gives the path of each by name, as a style sheet wants it.
    """
    return {name: _write_mark(theme, name, folder) for name in MARKS}


def style_sheet(theme: Theme, marks: Mapping[str, str]) -> str:
    """The whole style sheet of a theme. Raises KeyError when the template asks for what no theme has."""
    template = Template((THEMES / "sheet.qss").read_text("utf-8"))
    pictures = {f"mark_{name}": path for name, path in marks.items()}
    return template.substitute({**theme.colours, **_measures(theme), **pictures})


def _measures(theme: Theme) -> dict[str, int]:
    """Lengths in px; what grows a border on focus takes as much from the padding, so that nothing moves."""
    grown = theme.focus - theme.rule
    return {
        "rule": theme.rule,
        "bold_rule": max(2, theme.rule),
        "focus": theme.focus,
        "radius": RADIUS,
        "focus_pad_y": 5 - grown,
        "focus_pad_x": 12 - grown,
        "tool_focus_pad": 4 - grown,
        "field_focus_pad_y": 4 - grown,
        "field_focus_pad_x": 8 - grown,
    }


def _write_mark(theme: Theme, name: str, folder: Path) -> str:
    drawn, colour = MARKS[name]
    path = folder / f"{theme.name}-{name}.svg"
    path.write_text(svg(drawn, theme.colours[colour]), "utf-8")
    return path.as_posix()
