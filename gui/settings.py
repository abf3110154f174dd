"""What the program remembers about a person between two starts: typed, in one ini file of theirs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtCore import QSettings

RECENT = 12
"""How many projects are remembered."""
_LOOK = "look"


@dataclass(slots=True, kw_only=True)
class Look:
    """How one window looks: each has its own, and that of the first is there again at the next start."""

    last_articles: dict[str, str] = field(default_factory=dict)
    """The article shown last in each recent project: {path: article id}."""
    last_room: str = ""
    panes: str = ""
    """Which panes the Annotate room shows: "" for all."""
    room_layouts: dict[str, str] = field(default_factory=dict)
    """What each room wrote down about its panes: {room: text}."""
    window_geometry: str = ""
    """QWidget.saveGeometry in base64."""

    def copy(self) -> "Look":
        """The same look for another window, which goes its own way from here."""
        return replace(self, last_articles=dict(self.last_articles), room_layouts=dict(self.room_layouts))


@dataclass(slots=True, kw_only=True)
class Settings:
    """Every setting with its default. Change the attributes, then `SettingsFile.save`."""

    language: str = ""
    """A language's code, or "" for the system's."""
    theme: str = "system"
    annotator: str = ""
    zoom: float = 1.0
    reading_font: str = ""
    """The face of articles: "" for the serif that comes along, "sans", or the name of a family."""
    reading_height: float = 1.6
    """Height of an article's line in font sizes."""
    reading_width: int = 68
    """Width of an article's column in characters."""
    paragraph_numbers: bool = False
    line_numbers: bool = False
    arcs: str = "selected"
    """Of which records references are drawn: "all", "selected" or "none"."""
    shown_records: str = "all"
    """Which records articles show: "all", "decided" or "waiting"."""
    least_sure: float = 0.0
    """The confidence from which suggestions are shown in the article."""
    recent_projects: list[str] = field(default_factory=list)
    """Paths, the latest first."""
    tour_seen: bool = False
    shortcuts: dict[str, str] = field(default_factory=dict)
    """The keys of actions that a person changed, a key a line: {id of the action: keys}."""
    look: Look = field(default_factory=Look)
    """That of the window which is there again at the next start."""

    def remember_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones, and forget the oldest beyond RECENT."""
        name = str(path.absolute())
        self.recent_projects = [name, *(other for other in self.recent_projects if other != name)][:RECENT]
        for gone in set(self.look.last_articles) - set(self.recent_projects):
            del self.look.last_articles[gone]

    def forget_project(self, path: Path) -> None:
        """Take a project that is gone out of the recent ones."""
        name = str(path.absolute())
        self.recent_projects = [other for other in self.recent_projects if other != name]
        self.look.last_articles.pop(name, None)


class SettingsFile:
    """The ini file that settings live in: the person's own, or `path`.

    Several programs may run at once: each writes only what it changed itself.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or user_config_path("selon", appauthor=False, ensure_exists=True) / "selon.ini"
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)
        self._loaded: dict[str, str] = {}
        """What stood in the file for each name when it was read."""

    def load(self) -> Settings:
        """The settings in the file; what is missing or damaged there has its default."""
        settings = Settings(**self._values(Settings()), look=Look(**self._values(Look())))
        self._loaded = _written(settings)
        return settings

    def save(self, settings: Settings) -> None:
        """Write what differs from what was read; the file is replaced as a whole."""
        self._file.sync()
        for name, value in _written(settings).items():
            if self._loaded.get(name) != value:
                self._file.setValue(name, value)
        self._loaded = _written(settings)
        self._file.sync()

    def _values(self, defaults: Settings | Look) -> dict[str, Any]:
        names = [one.name for one in fields(defaults) if one.name != _LOOK]
        return {name: self._read(name, getattr(defaults, name)) for name in names}

    def _read(self, name: str, default: Any) -> Any:
        try:
            value = json.loads(str(self._file.value(name)))
        except ValueError:
            return default
        return value if _fits(value, default) else default


def _written(settings: Settings) -> dict[str, str]:
    """Every setting as the file has it: {name: JSON}."""
    values = {one.name: getattr(settings, one.name) for one in fields(Settings) if one.name != _LOOK}
    values |= {one.name: getattr(settings.look, one.name) for one in fields(Look)}
    return {name: json.dumps(value, ensure_ascii=False) for name, value in values.items()}


def _fits(value: Any, default: Any) -> bool:
    """Whether a value read from the file is of its default's type, down to what it holds."""
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    if isinstance(default, list):
        return isinstance(value, list) and all(isinstance(item, str) for item in value)
    if isinstance(default, dict):
        return isinstance(value, Mapping) and all(isinstance(item, str) for item in value.values())
    return type(value) is type(default)
