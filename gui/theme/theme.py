"""One theme as data: its colours, and what they become on a layer's hue."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from PySide6.QtGui import QColor, QPalette

from annotation.i18n import Message
from gui.theme.contrast import mix, readable
from resources import RESOURCES

THEMES = RESOURCES / "themes"

RADIUS = 6
"""Corners of what has corners, px."""
SPACING = (4, 8, 12, 16, 24)
"""The only distances between things, px."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Theme:
    """The colours of one theme ("#RRGGBB" by name) and the few measures that differ between themes."""

    name: str
    title: Message
    order: int
    scheme: Literal["light", "dark"]
    tint_share: float
    rule: int
    focus: int
    colours: Mapping[str, str]
    polarities: Mapping[str, str]

    def __getitem__(self, name: str) -> QColor:
        """The colour called `name` in the theme's file. Raises KeyError for a name it does not have."""
        return QColor(self.colours[name])

    @property
    def is_dark(self) -> bool:
        """Whether light text stands on dark paper."""
        return self.scheme == "dark"

    def tint(self, hue: str, share: float | None = None) -> QColor:
        """The ground under text marked with `hue`: a veil of it over the paper, `share` of it when given."""
        return QColor(self._tinted(hue, share))

    def hue(self, hue: str) -> QColor:
        """`hue` as a line, a mark or a word: readable on this theme's paper and on its own tint."""
        return QColor(readable(hue, self.colours["paper"], self._tinted(hue)))

    def ink_on(self, ground: QColor | str, wish: str | None = None) -> QColor:
        """The colour for text on `ground`: the `wish` (else the theme's ink), moved until it can be read."""
        under = ground if isinstance(ground, str) else ground.name().upper()
        return QColor(readable(wish or self.colours["ink"], under))

    def polarity(self, name: str) -> QColor:
        """The colour of the polarity favor, against, neutral or mixed, beside its mark, never alone."""
        return QColor(self.polarities[name])

    def palette(self) -> QPalette:
        """The theme as Qt's palette, for all that the style sheet does not name."""
        palette = QPalette()
        for name, roles in _ROLES.items():
            for role in roles:
                palette.setColor(role, self[name])
        for role in _WRITTEN:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self["faint"])
        return palette

    def _tinted(self, hue: str, share: float | None = None) -> str:
        return mix(hue, self.colours["paper"], self.tint_share if share is None else share)


def theme_names() -> tuple[str, ...]:
    """The names of the themes that the program has, in the order of their files' `order`."""
    return tuple(theme.name for theme in sorted(_themes().values(), key=lambda theme: theme.order))


def load_theme(name: str) -> Theme:
    """The theme called `name`, read from resources/themes. Raises KeyError when there is none."""
    return _themes()[name]


def read_theme(path: Path) -> Theme:
    """The theme that the TOML file `path` describes."""
    data = tomllib.loads(path.read_text("utf-8"))
    return Theme(
        name=path.stem,
        title=Message(data["title"]),
        order=data["order"],
        scheme=cast(Literal["light", "dark"], data["scheme"]),
        tint_share=data["tint"],
        rule=data["rule"],
        focus=data["focus"],
        colours=data["colours"],
        polarities=data["polarity"],
    )


@cache
def _themes() -> dict[str, Theme]:
    return {path.stem: read_theme(path) for path in THEMES.glob("*.toml")}


_Role = QPalette.ColorRole
_ROLES: Mapping[str, tuple[QPalette.ColorRole, ...]] = {
    "paper": (_Role.Base,),
    "ground": (_Role.Window, _Role.AlternateBase),
    "raised": (_Role.Button, _Role.Light, _Role.Midlight),
    "ink": (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.BrightText),
    "muted": (_Role.PlaceholderText,),
    "hairline": (_Role.Mid,),
    "edge": (_Role.Dark,),
    "shadow": (_Role.Shadow,),
    "accent": (_Role.Link, _Role.LinkVisited, _Role.Accent),
    "selected": (_Role.Highlight,),
    "on_selected": (_Role.HighlightedText,),
    "tooltip": (_Role.ToolTipBase,),
    "on_tooltip": (_Role.ToolTipText,),
}
_WRITTEN = (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.PlaceholderText, _Role.HighlightedText)
